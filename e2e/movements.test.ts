/**
 * The movement library in a real browser: filters by keyboard, two ways to look at a figure, links between levels, what
 * comes later, sets, without scripts, on narrow screens, by axe, and nothing at all for somebody whose check locks it.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { phone, sharedBrowser, tidyBrowser } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { asChecked, asPlanned } from './lived.ts'
import { Looks, nothingWrong } from './looks.ts'
import { plainPlan, plainStrain, send, type Told, walkToPlan, walkToResult } from './walk.ts'

const server = { origin: inject('origin') }
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
afterEach(async () => {
  await putAway(context)
})

const at = (path: string) => `${server.origin}${path}`
const heading = () => page.locator('h1').innerText()
const mainText = () => page.locator('main').innerText()

async function open(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ ...phone, ...options })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
}

/** The same, with the worker in charge. */
async function openReady(options: BrowserContextOptions = {}): Promise<void> {
  ;({ context, page } = await openDevice({ ...phone, ...options }))
  context.setDefaultTimeout(10_000)
}

/** A check on the device. */
async function checkedOnDevice(told: Told): Promise<void> {
  await openReady()
  await asChecked(page, server.origin, told)
}
/** A check and a plan on the device, by somebody with a bed and a chair. */
async function planOnDevice(options: BrowserContextOptions = {}): Promise<void> {
  await openReady(options)
  await asPlanned(page, server.origin, plainStrain, withBed)
}
const withBed: Told = { ...plainPlan, have: 'bed' }

/** Goes on by the Tab key until the element has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${selector}`)
}
const cards = () => page.locator('.step-card[href^="/movements/"]:not([href*="sequences"])').count()

describe('the library', () => {
  test(
    'is narrowed by keyboard alone, with the choice in the address and nothing else, and shown whole again',
    wholeFormOnly,
    async () => {
      await planOnDevice({ bypassCSP: true })
      await page.goto(at('/movements'))
      const before = await cards()
      await tabTo('summary')
      await page.keyboard.press('Enter')
      await tabTo('input[name="position"]')
      for (
        let press = 0;
        press < 8 && !(await page.locator('input[name="position"][value="standing"]').isChecked());
        press += 1
      )
        await page.keyboard.press('ArrowDown')
      await tabTo('input[name="kneel"]')
      await page.keyboard.press('Space')
      await tabTo('#filters button')
      await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
      expect([...new URL(page.url()).searchParams.keys()].sort()).toEqual(['kneel', 'minutes', 'phase', 'position'])
      expect(new URL(page.url()).searchParams.get('position')).toBe('standing')
      const after = await cards()
      expect([after > 0, after < before]).toEqual([true, true])
      expect(await page.locator('[role="status"]').innerText()).toBe(
        `Showing ${after} of ${before}: standing, no kneeling.`,
      )
      await page.goto(at('/movements?show=all'))
      expect(await cards()).toBeGreaterThan(before)
      expect(await mainText()).toContain('Later, in phase 2')
    },
  )

  test('is clean by axe in light and dark, and fits 320 px', wholeFormOnly, async () => {
    await planOnDevice({ bypassCSP: true })
    const looks = new Looks()
    for (const path of [
      '/movements?show=all&phase=2',
      '/movements/M08',
      '/movements/M09',
      '/movements/M07',
      '/movements/sequences/yoga',
    ]) {
      await page.goto(at(path))
      await looks.at(page, path)
    }
    expect(looks.wrong).toEqual(nothingWrong)
  })
})

describe('one movement', () => {
  test('is seen a second way by one tap', async () => {
    await openReady()
    await asPlanned(page, server.origin)
    await page.goto(at('/movements/M09'))
    expect(await page.locator('.view-first .moving').isVisible()).toBe(true)
    expect(await page.locator('.view-second').isVisible()).toBe(false)
    await page.locator('label:has(.look-second)').tap()
    expect(await page.locator('.view-first').isVisible()).toBe(false)
    expect(await page.locator('.view-second .moving').isVisible()).toBe(true)
  })

  test('is seen a second way without scripts too', wholeFormOnly, async () => {
    await open({ javaScriptEnabled: false })
    await page.goto(at('/check'))
    await walkToResult(page, plainStrain)
    await walkToPlan(page, withBed)
    await send(page, 'button[formaction="/movements"]')
    await send(page, 'button[formaction="/movements/M09"]')
    expect(await page.locator('.view-first [data-stills]').isVisible()).toBe(true)
    await page.locator('label:has(.look-second)').click()
    expect(await page.locator('.view-first').isVisible()).toBe(false)
    expect(await page.locator('.view-second [data-stills] svg').first().isVisible()).toBe(true)
  })

  test('leads to a harder level that comes later, to look at, and back to the easier one', wholeFormOnly, async () => {
    await planOnDevice()
    await page.goto(at('/movements/M09'))
    expect(await page.locator('.doses .is-now').innerText()).toContain('Phase 1: Calm')
    await send(page, 'a.step-card[href="/movements/M09-wide"]')
    expect(await mainText()).toContain('Not yet')
    expect(await page.locator('.doses .is-now').count()).toBe(0)
    expect(await page.locator('.moving').count()).toBe(0)
    expect(await page.locator('[data-stills] svg').first().isVisible()).toBe(true)
    await send(page, 'a.step-card[href="/movements/M09"]')
    expect(await heading()).toBe('Knee rolls')
  })

  test('with less motion asked for, each view shows its stills', wholeFormOnly, async () => {
    await planOnDevice({ reducedMotion: 'reduce' })
    await page.goto(at('/movements/M09'))
    expect(await page.locator('.view-first [data-stills]').isVisible()).toBe(true)
    await page.locator('label:has(.look-second)').tap()
    expect(await page.locator('.view-second [data-stills]').isVisible()).toBe(true)
  })

  test('without scripts filters and cards carry the plan on, and the address stays bare', wholeFormOnly, async () => {
    await open({ javaScriptEnabled: false })
    await page.goto(at('/check'))
    await walkToResult(page, plainStrain)
    await walkToPlan(page, withBed)
    await send(page, 'button[formaction="/movements"]')
    const before = await page.locator('.step-card').count()
    await page.locator('summary').first().click()
    await page.locator('input[name="position"][value="back"]').check({ force: true })
    await send(page, '#filters button')
    expect(await heading()).toBe('Movements for you now')
    expect(await page.locator('.step-card').count()).toBeLessThan(before)
    expect(new URL(page.url()).search).toBe('')
    await send(page, 'button[formaction="/movements/sequences/bed"]')
    expect(await heading()).toBe('In bed')
    expect(new URL(page.url()).search).toBe('')
  })
})

describe('somebody whose check locks movement', () => {
  const locked = [
    ['urgent', { ...plainStrain, F2: 'yes' }, ['tel:111', 'tel:999']],
    ['emergency', { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }, ['tel:999']],
  ] as const
  test.each(locked)(
    'sees no movement, no picture and no set at %s, only whom to call',
    wholeFormOnly,
    async (_level, told, calls) => {
      await checkedOnDevice(told)
      for (const path of [
        '/movements',
        '/movements?show=all&phase=1',
        '/movements/M08',
        '/movements/breathing',
        '/movements/sequences/yoga',
      ]) {
        await page.goto(at(path))
        expect([path, await page.locator('[data-figure], .step-card, [data-frames]').count()]).toEqual([path, 0])
        const offered = await page
          .locator('a[href^="tel:"]')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
        expect([path, offered.sort()]).toEqual([path, calls])
      }
    },
  )
})

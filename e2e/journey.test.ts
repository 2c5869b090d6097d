/** The check as a person lives it, on a phone of 360 × 740, with a finger; and again with scripts off. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, inject, test } from 'vitest'
import { someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { complaintsOf, phone, sharedBrowser, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { jumpToResult, jumpToScreen } from './jump.ts'
import { asChecked } from './lived.ts'
import { answerScreen, nextButton, plainStrain, send, tapOn, type Told, walkToResult } from './walk.ts'

const server = { origin: inject('origin') }
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(async () => {
  await tidyBrowser()
})

const heading = (on: Page = page) => on.locator('h1').first().innerText()
const startTheCheck = async () => {
  await visitAndWaitForWorker(page, server.origin)
  await send(page, 'a[href="/check"]', tapOn(page))
}

describe('on a phone', () => {
  const allowed = { ...phone, permissions: ['clipboard-read', 'clipboard-write'] }
  beforeEach(async () => {
    ;({ context, page } = await openDevice(allowed))
    complaints = complaintsOf(context)
    context.setDefaultTimeout(10_000)
  })
  afterEach(async () => {
    await putAway(context)
    expect(complaints).toEqual([])
  })

  /** A device that has never been here. */
  const comeAnew = async () => {
    await putAway(context)
    context = await browser.newContext(allowed)
    complaints = complaintsOf(context)
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
  }

  test('the front page shows all three of its buttons at once, above the bar of places, which covers nothing on a window as short as at 400 %', async () => {
    await page.goto(server.origin)
    const bar = await page.locator('.places').boundingBox()
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(740)
    for (const address of ['/check', '/emergency', '/plan']) {
      const box = await page.locator(`.hero a[href="${address}"]`).boundingBox()
      expect([address, (box?.y ?? 0) + (box?.height ?? 999) <= (bar?.y ?? 0)]).toEqual([address, true])
    }
    const place = () => page.locator('.places').evaluate((bar) => getComputedStyle(bar).position)
    expect(await place()).toBe('fixed')
    await page.setViewportSize({ width: 320, height: 256 })
    expect(await place()).toBe('static')
  })

  test(
    'a finger comes from place to place and from tab to tab, and the one that is open is in sight',
    wholeFormOnly,
    async () => {
      await visitAndWaitForWorker(page, server.origin)
      await send(page, '.places a[href="/today"]', tapOn(page))
      for (const tab of ['/diary', '/movements', '/prevent', '/record', '/today']) {
        await send(page, `.tabs a[href="${tab}"]`, tapOn(page))
        expect(new URL(page.url()).pathname).toBe(tab)
        const open = page.locator('.tabs [aria-current="page"]')
        expect(await open.getAttribute('href')).toBe(tab)
        const box = await open.boundingBox()
        expect([tab, (box?.x ?? -99) >= -8 && (box?.x ?? 999) + (box?.width ?? 999) <= 360]).toEqual([tab, true])
      }
      await send(page, '.places a[href="/"]', tapOn(page))
      expect(await heading()).toBe('My back has just gone.')
    },
  )

  test('the keyboard comes to the skip link, the name, the places, the way to leave, the tabs, and then the page', async () => {
    await page.goto(`${server.origin}/record`)
    const passed: (string | null)[] = []
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab')
      passed.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? null))
    }
    expect(passed.join(', ')).toBe(
      'Skip to the main part, unclench, Right now, My days, Learn, Find a physio, Leave quickly, Today, Diary, Movements, Keep it away, Record',
    )
    await page.goto(`${server.origin}/record`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  test('in the check the places are gone, and “Stop the check” leads home', wholeFormOnly, async () => {
    await startTheCheck()
    await answerScreen(page, plainStrain, tapOn(page))
    expect(await page.locator('.places, .tabs').count()).toBe(0)
    await send(page, '.way-out', tapOn(page))
    expect(new URL(page.url()).pathname).toBe('/')
  })

  // In the short form by a finger too, with the network cut: offline.test.ts.
  test('a plain strain comes to home care in at most 12 screens, and the plan is offered', wholeFormOnly, async () => {
    await comeAnew()
    await startTheCheck()
    expect(await walkToResult(page, plainStrain, tapOn(page))).toBeLessThanOrEqual(12)
    expect(await heading()).toBe('You can start this at home')
    expect(await page.locator('form[action="/plan"] button').innerText()).toBe('Make my plan')
    expect(await page.locator('main').innerText()).toContain('What to watch for')
  })

  test('weight loss comes to “soon”, and the way leads home from there', wholeFormOnly, async () => {
    await startTheCheck()
    await walkToResult(page, { ...plainStrain, F5: 'yes' }, tapOn(page))
    expect(await heading()).toBe('Book to be seen')
    await send(page, 'a.brand', tapOn(page))
    expect(new URL(page.url()).pathname).toBe('/')
  })

  test('an emergency on the first screen is on the second page, and rings 999', wholeFormOnly, async () => {
    await comeAnew()
    await startTheCheck()
    await answerScreen(page, { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }, tapOn(page))
    expect(await heading()).toBe('Go to A&E now')
    expect(await page.locator('a[href="tel:999"]').first().isVisible()).toBe(true)
    expect(await page.locator('main').innerText()).not.toMatch(/book|plan/i)
  })

  test('back leads to the screen before with its answers, forward again, and reload keeps the place', async () => {
    await page.goto(`${server.origin}/check`)
    await jumpToScreen(page, 'age')
    await answerScreen(page, plainStrain)
    const next = await heading()
    await page.goBack()
    expect(await page.locator('[name="q.age"]').inputValue()).toBe('30')
    await page.goForward()
    expect(await heading()).toBe(next)
    await page.reload()
    expect(await heading()).toBe(next)
    await send(page, 'button[value="back"]')
    expect(await page.locator('[name="q.age"]').inputValue()).toBe('30')
    await jumpToResult(page)
    expect(await heading()).toBe('You can start this at home')
    await page.reload()
    expect(await heading()).toBe('You can start this at home')
  })

  test(
    'taking back a danger sign must be confirmed, and the change is shown to the clinician',
    wholeFormOnly,
    async () => {
      await startTheCheck()
      for (let screen = 0; screen < 8; screen += 1) {
        if ((await page.locator('[name="q.F5"]').count()) > 0) break
        await answerScreen(page, plainStrain)
      }
      await answerScreen(page, { ...plainStrain, F5: 'yes' })
      await send(page, 'button[value="back"]')
      expect(await page.locator('[name="q.F5"]').isChecked()).toBe(true)
      await page.locator('label:has([name="q.F5"])').tap()
      await answerScreen(page, plainStrain)
      expect(await heading()).toBe('You have changed an answer. Is that right?')
      await send(page, 'button[value="change"]')
      await walkToResult(page, plainStrain)
      expect(await heading()).toBe('You can start this at home')
      await send(page, 'a[href$="/summary"], button[formaction$="/summary"], form[action$="/summary"] button')
      expect(await page.locator('main').innerText()).toMatch(/changed/i)
    },
  )

  test('feeling ill with fever comes to “today”, without a plan; the summary for a clinician is copied whole', async () => {
    await asChecked(page, server.origin, { ...plainStrain, F2: 'yes' })
    expect(await heading()).toBe('Speak to someone today')
    expect(await page.locator('form[action="/plan"]').count()).toBe(0)
    await send(page, 'a[href$="/summary"], button[formaction$="/summary"], form[action$="/summary"] button')
    await page.locator('button[data-copy]').tap()
    await page.locator('#copied', { hasText: 'Copied.' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await page.locator('#summary-text').textContent())
    // A browser that translates the page changes what is shown; the clinician gets the words as written.
    await page.locator('#summary-text').evaluate((shown) => {
      shown.textContent = 'Ich habe Rückenschmerzen'
    })
    await page.getByRole('button', { name: 'Copy' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied)
    expect(copied.length).toBeGreaterThan(200)
  })

  test('two tabs with two checks at once keep each to itself, and both are in the record', wholeFormOnly, async () => {
    await startTheCheck()
    const other = await context.newPage()
    await other.goto(`${server.origin}/check`)
    for (let screen = 0; screen < 5; screen += 1) {
      await answerScreen(page, plainStrain)
      await answerScreen(other, plainStrain)
    }
    await walkToResult(page, plainStrain)
    await walkToResult(other, { ...plainStrain, F2: 'yes' })
    expect(await heading()).toBe('You can start this at home')
    expect(await heading(other)).toBe('Speak to someone today')
    // Nothing that one tab was told is in the other, yet the worse of the two counts for the person.
    await page.reload()
    expect(await heading()).toBe('Your earlier check still counts')
    await page.goto(`${server.origin}/record`)
    expect(await page.locator('main dl dd').count()).toBe(2)
  })

  test(
    'one check in two tabs keeps the worse of two answers until the softer is confirmed',
    wholeFormOnly,
    async () => {
      await startTheCheck()
      while ((await page.locator('[name="q.F5"]').count()) === 0) await answerScreen(page, plainStrain)
      const other = await context.newPage()
      await other.goto(page.url())
      await answerScreen(page, { ...plainStrain, F5: 'yes' })
      await answerScreen(other, plainStrain)
      expect(await heading(other)).toBe('You have changed an answer. Is that right?')
      await send(other, 'button[value="keep"]')
      await walkToResult(other, plainStrain)
      expect(await heading(other)).toBe('Book to be seen')
    },
  )
})

describe('with scripts off', () => {
  const ends: readonly [string, Told, string][] = [
    ['home care', plainStrain, 'You can start this at home'],
    ['today', { ...plainStrain, F2: 'yes' }, 'Speak to someone today'],
    ['an emergency', { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }, 'Go to A&E now'],
  ]
  // In the short form the longest: the others stand in check-app.test.tsx.
  test.each(someOf(ends, 3))(
    'the server takes the whole check to %s, and keeps nothing',
    async (_level, told, title) => {
      context = await browser.newContext({ ...phone, javaScriptEnabled: false })
      context.setDefaultTimeout(10_000)
      page = await context.newPage()
      await page.goto(server.origin)
      await send(page, 'a[href="/check"]')
      await walkToResult(page, told)
      expect(await heading()).toBe(title)
      expect(new URL(page.url()).pathname).toBe('/check')
      await send(page, 'form[action$="/summary"] button, button[formaction$="/summary"]')
      expect(await heading()).toBe('Summary for a clinician')
      await page.goto(`${server.origin}/record`)
      expect(await heading()).toBe('Nothing is kept')
      expect(await context.cookies()).toEqual([])
      await context.close()
    },
  )

  test('a blank screen comes back with an error that leads to the question', async () => {
    context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
    await page.goto(`${server.origin}/check`)
    await send(page, nextButton)
    expect(await page.title()).toMatch(/^Error: /)
    const [, id] = (await page.locator('#problems a').getAttribute('href'))?.split('#') ?? []
    expect(await page.locator(`[id="${id}"]`).count()).toBe(1)
    await context.close()
  })
})

/**
 * Pages for everyone: the keyboard alone, forced colours, the smallest phone; and whether what looks at every page
 * (every-page-*.test.ts) would find a fault.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { misfits } from './looks.ts'
import { answerScreen, plainStrain } from './walk.ts'

const server = { origin: inject('origin') }
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
afterEach(async () => {
  await context?.close()
})

/** A page without the worker: the server draws the same ones, and each test starts alike. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: true, ...options })
  context.setDefaultTimeout(10_000)
  return await context.newPage()
}

describe('small and enlarged screens', () => {
  test('a part that is too wide and a button that is too small are found, planted on a page', async () => {
    const page = await open({ viewport: { width: 320, height: 568 } })
    await page.goto(server.origin)
    await page.evaluate(() => {
      const wide = document.createElement('div')
      wide.style.width = '400px'
      wide.textContent = 'wide'
      const small = document.createElement('button')
      small.style.cssText = 'all: revert; width: 20px; height: 20px'
      document.querySelector('main')?.append(wide, small)
    })
    expect((await misfits(page)).join()).toMatch(/cut off: <div.*too small: <button/s)
  })

  test('the emergency result fits a phone of 320 × 568 without scrolling: what to do, why, what to say, and the button', async () => {
    const page = await open({ viewport: { width: 320, height: 568 } })
    await page.goto(`${server.origin}/check`)
    await answerScreen(page, { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' })
    for (const part of ['h1', '.reason >> nth=0', '.say', 'a[href="tel:999"] >> nth=0']) {
      const box = await page.locator(part).boundingBox()
      expect([part, (box?.y ?? -1) >= 0, (box?.y ?? 0) + (box?.height ?? 999) <= 568]).toEqual([part, true, true])
    }
  })
})

describe('with the keyboard alone', () => {
  /** Tab until the wanted part has the focus, at most 60 times; the focus must be seen each time. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      const { there, seen } = await page.evaluate((wanted) => {
        const active = document.activeElement
        const style = active && getComputedStyle(active)
        const frame = active?.closest('label') ?? active
        const around = frame && getComputedStyle(frame)
        const outlined = (one: CSSStyleDeclaration | null) => one !== null && one.outlineStyle !== 'none'
        return {
          there: active?.matches(wanted) ?? false,
          seen: outlined(style) || outlined(around) || (around?.boxShadow ?? 'none') !== 'none',
        }
      }, selector)
      expect(seen, `the focus on the way to ${selector} cannot be seen`).toBe(true)
      if (there) return
    }
    throw new Error(`${selector} cannot be reached with Tab.`)
  }
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName.toLowerCase())
  const arrive = (page: Page, key: string) => Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])

  test('skip link, check, error and emergency: Tab, Space and Enter are enough, and the focus lands on what is new', async () => {
    const page = await open()
    await page.goto(server.origin)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to the main part')
    await tabTo(page, 'a.go[href="/check"]')
    await arrive(page, 'Enter')
    expect(await focused(page)).toBe('h1')
    await tabTo(page, 'button.go')
    await arrive(page, 'Enter')
    expect(await focused(page)).toBe('problems')
    await tabTo(page, '#problems a')
    await page.keyboard.press('Enter')
    await tabTo(page, 'input[name="q.A2"]')
    await page.keyboard.press('Space')
    await tabTo(page, 'input[name="q.A2.kind"]')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('input[name="q.A2.kind"]:checked').count()).toBe(1)
    await tabTo(page, 'input[name="q.A2.when"]')
    await page.keyboard.press('Space')
    await tabTo(page, 'button.go')
    await arrive(page, 'Enter')
    expect(await focused(page)).toBe('h1')
    expect(await page.locator('h1').innerText()).toBe('Go to A&E now')
    await tabTo(page, 'a[href="tel:999"]')
  })

  test('a whole check to home care', wholeFormOnly, async () => {
    const page = await open()
    await page.goto(`${server.origin}/check`)
    for (let screen = 0; screen < 30 && (await page.locator('input[name="shown"]').count()) > 0; screen += 1) {
      expect(await focused(page)).toBe('h1')
      await answerByKeys(page)
    }
    expect(await focused(page)).toBe('h1')
    expect(await page.locator('h1').innerText()).toBe('You can start this at home')
  })

  /** Goes through the fields in the order of Tab, presses what a plain strain says, then sends. */
  async function answerByKeys(page: Page): Promise<void> {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const active = document.activeElement as HTMLInputElement | HTMLButtonElement | null
        const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${active?.name || '-'}"]`)]
        return {
          tag: active?.tagName ?? '',
          type: active?.type ?? '',
          name: active?.name ?? '',
          value: active?.value ?? '',
          values: group.map(({ value }) => value),
          at: group.indexOf(active as HTMLInputElement),
        }
      })
      if (at.tag === 'BUTTON' && (at.value === 'none' || (await page.locator('button[value="none"]').count()) === 0)) {
        if (['back', 'skip', 'other', 'me'].includes(at.value)) continue
        await arrive(page, 'Enter')
        return
      }
      const id = at.name.slice(2)
      const told = plainStrain[id]
      if (at.type === 'text' && told !== undefined) await page.keyboard.type(told)
      if (at.type === 'checkbox' && at.value === 'none' && plainStrain[at.name.slice(5)] === undefined)
        await page.keyboard.press('Space')
      if (at.type === 'checkbox' && at.value === told) await page.keyboard.press('Space')
      if (at.type === 'radio') {
        const wanted = told ?? (at.values.includes('no') ? 'no' : (at.values[0] ?? ''))
        await page.keyboard.press('Space')
        for (let step = at.at; step < at.values.indexOf(wanted); step += 1) await page.keyboard.press('ArrowDown')
      }
    }
    throw new Error('No way on with the keyboard.')
  }
})

test('in forced colours only the tab that is open has a line', async () => {
  const page = await open({ forcedColors: 'active', viewport: { width: 1280, height: 800 } })
  await page.goto(`${server.origin}/prevent`)
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tabs a, .places a')]
      .filter(
        (link) =>
          getComputedStyle(link).borderBottomColor !== getComputedStyle(document.documentElement).backgroundColor,
      )
      .map(({ textContent }) => textContent),
  )
  expect(lines).toEqual(['My days', 'Keep it away'])
})

test('in forced colours a key of the player that is on has the colours of what is chosen', async () => {
  const page = await open({ forcedColors: 'active', viewport: { width: 360, height: 740 } })
  await page.goto(`${server.origin}/relax/breathe-5`)
  const on = page.locator('.player-switches [aria-pressed="true"]').first()
  await on.waitFor()
  const [is, chosen] = await on.evaluate((key) => {
    const probe = document.body.appendChild(document.createElement('p'))
    probe.style.cssText = 'forced-color-adjust: none; color: HighlightText; background: Highlight'
    return [key, probe].map((part) => [getComputedStyle(part).color, getComputedStyle(part).backgroundColor])
  })
  expect(is).toEqual(chosen)
})

test('in forced colours, buttons and ticks keep their edges and a tick can be told from no tick', async () => {
  const page = await open({ forcedColors: 'active', viewport: { width: 360, height: 740 } })
  await page.goto(`${server.origin}/check`)
  const edges = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.button, label.tick')]
      .filter((part) => part.getClientRects().length > 0)
      .map((part) => ({
        part: part.outerHTML.slice(0, 60),
        edge:
          getComputedStyle(part).borderStyle !== 'none' && Number.parseFloat(getComputedStyle(part).borderWidth) > 0,
      }))
      .filter(({ edge }) => !edge),
  )
  expect(edges).toEqual([])
  const tick = page.locator('label.tick').first()
  const before = await tick.screenshot()
  await tick.click({ position: { x: 20, y: 20 } })
  await page.mouse.move(0, 0)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  expect((await tick.screenshot()).equals(before)).toBe(false)
})

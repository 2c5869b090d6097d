/**
 * A list of the check that one button answers: what was never in sight is read before "None" counts, and nobody who has read it
 * is stopped. By finger, wheel and keyboard, with large letters, and without scripts.
 */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, expect, inject, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { phone, sharedBrowser, tidyBrowser } from './browser.ts'
import { send, tapOn } from './walk.ts'

let context: BrowserContext
afterAll(tidyBrowser)
afterEach(async () => {
  await context?.close()
})

const [first, second] = ['Any danger signs, even mild ones?', 'Any other danger signs?']

async function openCheck(options: BrowserContextOptions = {}): Promise<Page> {
  context = await (await sharedBrowser()).newContext({
    ...phone,
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(`${inject('origin')}/check`)
  if (options.javaScriptEnabled !== false) await oneTap(page)
  return page
}

/** A page so new that a press on it may be the second half of the one before answers nothing. */
const oneTap = (page: Page) => page.waitForTimeout(600)

const title = (page: Page) => page.locator('h1').innerText()
const line = (page: Page) => page.locator('.answer-bar > p').innerText()
/** Taps where the button stands: Playwright's own tap would scroll to it first. The wait is longer than two taps that are one. */
async function tapAt(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).boundingBox()
  if (!box || box.y + box.height > 740) throw new Error(`${selector} is out of sight`)
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  await oneTap(page)
}
const none = 'button[value="none"]'
const isInSight = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const sign = document.querySelector(`[name="${wanted}"]`)?.closest('.tick')?.getBoundingClientRect()
    const edge = document.querySelector('.answer-bar')?.getBoundingClientRect().top ?? 0
    return sign !== undefined && sign.top >= -1 && sign.bottom <= edge + 1
  }, name)

test('“None” before the end was in sight leads there, as often as something is left, and then counts', async () => {
  const page = await openCheck()
  expect(await line(page)).toBe('6 more to read below')
  await tapAt(page, none)
  expect(await title(page)).toBe(first)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q.A4')
  expect(await isInSight(page, 'q.A4')).toBe(true)
  expect(await line(page)).toBe('Read these, then press again. 1 more below')
  expect(await page.locator('[role="status"]').textContent()).toBe('Read these, then press again.')
  await tapAt(page, none)
  expect(await title(page)).toBe(first)
  expect(await isInSight(page, 'q.A9')).toBe(true)
  await tapAt(page, none)
  expect(await title(page)).toBe(second)
  expect(await line(page)).toBe('4 more to read below')
})

test('whoever scrolls to the end presses once', async () => {
  const page = await openCheck()
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 120)
    await page.waitForTimeout(40)
  }
  expect(await page.locator('.answer-bar > p').isVisible()).toBe(false)
  await tapAt(page, none)
  expect(await title(page)).toBe(second)
})

test('what a jump to the end passed over is named as above', async () => {
  const page = await openCheck()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.waitForTimeout(100)
  expect(await line(page)).toMatch(/^\d more to read above$/)
  await tapAt(page, none)
  expect(await title(page)).toBe(first)
  expect(await isInSight(page, 'q.A4')).toBe(true)
})

test('“Next” after a tick waits for the rest too, but not where the sign is an emergency by itself; two quick taps are one', async () => {
  const page = await openCheck()
  await page.locator('[name="q.A3"]').check()
  await page.evaluate(() => window.scrollTo(0, 0))
  await tapAt(page, '.answer-bar .go')
  expect(await title(page)).toBe(first)
  await page.locator('[name="q.A3"]').uncheck()
  await page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>('.tick > input')) box.focus()
  })
  await tapAt(page, none)
  expect(await title(page)).toBe(second)
  const box = await page.locator(none).boundingBox()
  for (const _ of [1, 2]) await page.touchscreen.tap((box?.x ?? 0) + 20, (box?.y ?? 0) + 20)
  await oneTap(page)
  expect(await title(page)).toBe(second)
  expect(await isInSight(page, 'q.A11')).toBe(true)
  await page.reload()
  await page.locator('[name="q.C2"]').check()
  await page.evaluate(() => window.scrollTo(0, 0))
  await tapAt(page, '.answer-bar .go')
  expect(await title(page)).toMatch(/999/)
})

test('“Not sure” asks each sign anyway, and a list answered before going back is not read anew', async () => {
  const page = await openCheck()
  await tapAt(page, 'button[value="notSure"]')
  expect(await title(page)).toBe(first)
  expect(await page.locator(none).count()).toBe(0)
  await page.goto(`${inject('origin')}/check`)
  await oneTap(page)
  await page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>('.tick > input')) box.focus()
  })
  await tapAt(page, none)
  await send(page, 'button[value="back"]')
  await oneTap(page)
  await page.evaluate(() => window.scrollTo(0, 0))
  await tapAt(page, none)
  expect(await title(page)).toBe(second)
})

test('what only flies past on the way to the first unread sign is not read', async () => {
  const page = await openCheck({ viewport: { width: 360, height: 560 }, reducedMotion: 'no-preference' })
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.waitForTimeout(100)
  await page.evaluate(() => document.querySelector<HTMLElement>('button[value="none"]')?.click())
  await page.waitForTimeout(1200)
  expect(await isInSight(page, 'q.A3')).toBe(true)
  expect(await line(page)).toMatch(/^Read these, then press again. [1-9] more below$/)
})

test('a double press on “None” answers one list, even where all of the next is in sight with its button under the pointer', async () => {
  const page = await openCheck({ viewport: { width: 1280, height: 1400 }, isMobile: false, hasTouch: false })
  const pressAt = async () => {
    expect(await page.locator('.answer-bar > p').isVisible()).toBe(false)
    const box = await page.locator(none).boundingBox()
    if (!box) throw new Error('No button')
    return [box.x + 20, box.y + 20] as const
  }
  const here = await pressAt()
  await page.mouse.click(...here)
  await oneTap(page)
  const there = await pressAt()
  for (const between of someOf([0, 100, 200, 300, 400], 2)) {
    await page.goto(`${inject('origin')}/check`)
    await oneTap(page)
    await page.mouse.click(...here)
    await page.waitForTimeout(between)
    await page.mouse.click(...there)
    await oneTap(page)
    expect(await title(page), `${between} ms between`).toBe(second)
  }
  await page.mouse.click(...there)
  await oneTap(page)
  expect(await title(page)).not.toBe(second)
})

test('without scripts the buttons stand after the list, and one press counts', async () => {
  const page = await openCheck({ javaScriptEnabled: false })
  const box = await page.locator(none).boundingBox()
  const last = await page.locator('.tick').last().boundingBox()
  expect(box && last && box.y > last.y + last.height).toBe(true)
  await send(page, none, tapOn(page))
  expect(await title(page)).toBe(second)
})

test('with letters twice as large on the narrowest phone each press shows more, and it ends', async () => {
  const page = await openCheck({ viewport: { width: 320, height: 640 } })
  const session = await context.newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  await page.reload()
  await oneTap(page)
  let presses = 0
  for (; presses < 10 && (await title(page)) === first; presses += 1) {
    await page.evaluate(() => document.querySelector<HTMLElement>('button[value="none"]')?.click())
    await oneTap(page)
  }
  expect(await title(page)).toBe(second)
  expect(presses).toBeGreaterThan(3)
})

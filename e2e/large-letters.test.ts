/**
 * Letters at twice the usual size, as somebody sets them in their browser, on the narrowest phone: no page goes sideways
 * (WCAG 1.4.4 and 1.4.10 together). Of the kinds of public pages every second, and of the care half every fifth; the whole form looks
 * at each.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { isWhole, someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { sharedClinic } from './clinic.ts'
import { openDevice, putAway } from './device.ts'
import { allPages } from './pages.ts'
import { publicPages } from './public-pages.ts'
import { walkToProgramme } from './session.ts'

let browser: Browser
let page: Page
let origin: string
beforeAll(async () => {
  origin = (await sharedClinic()).origin
  browser = await sharedBrowser()
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 320, height: 640 } })
  page = await context.newPage()
  await enlarge(page)
})
afterAll(tidyBrowser)

/** Letters at twice the usual size, as somebody sets them in their browser. */
async function enlarge(of: Page): Promise<void> {
  const session = await of.context().newCDPSession(of)
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
}

/** How far the open page can be moved sideways, in pixels, with all that is folded opened. */
const sideways = (of = page) =>
  of.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
    window.scrollTo(10_000, window.scrollY)
    return window.scrollX
  })

/** Addresses that are alike but for whose or what they are. */
const kindOf = (path: string) =>
  path.replace(/(?<=\/(?:guide|questions|treatments|therapists|clinics|comments|answered)\/)[^/?]+/, '…')

/** One of every second kind; in the whole form one of each, and all of the rest too. */
function ofEachKind(paths: readonly string[]): readonly string[] {
  const firsts = [...new Map(paths.toReversed().map((path) => [kindOf(path), path])).values()]
  return isWhole ? [...new Set([...firsts, ...paths])] : someOf(firsts, 2)
}

test('at 200 % on 320 pixels no page goes sideways', async () => {
  const paths = [...new Set([...someOf(allPages, 5), '/find?place=E2', ...ofEachKind(await publicPages(origin))])]
  const wrong: unknown[] = []
  for (const path of paths) {
    await page.goto(origin + path)
    const far = await sideways()
    if (far > 0) wrong.push([path, far])
  }
  expect(wrong).toEqual([])
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
}, 240_000)

/** Rows of short answers side by side, which only a device with a record is asked; in the short form every third. */
const rowsOfAnswers = ['/medicines/tally', '/report', '/session', '/diary/entry'].concat(
  ['start', 'direction', 'check-in', 'cleared', 'abilities'].map((form) => `/programme/${form}`),
)
test('nor does one that stands on a record', async () => {
  const device = await openDevice()
  await walkToProgramme(device.page, inject('origin'))
  // A page of its own, since the first one of the device is handed to the next test.
  const large = await device.context.newPage()
  await large.setViewportSize({ width: 320, height: 640 })
  await enlarge(large)
  const wrong: unknown[] = []
  for (const path of someOf(rowsOfAnswers, 3)) {
    await large.goto(inject('origin') + path)
    expect(await large.locator('main form').count(), path).toBeGreaterThan(0)
    const far = await sideways(large)
    if (far > 0) wrong.push([path, far])
  }
  expect(await large.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
  await large.close()
  await putAway(device.context)
  expect(wrong).toEqual([])
}, 60_000)

/** Letters at twice the usual size by a style of the reader's own, of which what a page asks of its width does not know. */
const enlargeByStyle = (of: Page) =>
  of.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
/** Pages that a device with a record shows. */
const ofRecord = [
  ...rowsOfAnswers,
  '/plan',
  '/movements',
  '/movements/M05',
  '/programme',
  '/programme/stop',
  '/programme/mini-check',
]
  .concat(['/programme/morning', '/programme/feelings', '/programme/phase', '/programme/flare', '/today', '/prevent'])
  .concat([
    '/prevent/walking',
    '/prevent/strength',
    '/prevent/reminders',
    '/diary',
    '/diary/chart',
    '/diary/tasks',
    '/record',
  ])
  .concat(['/medicines', '/relax', '/', '/check', '/session'])
test('letters at twice their size by a style push no page of the care half sideways', {
  ...wholeFormOnly,
  timeout: 240_000,
}, async () => {
  const device = await openDevice()
  await walkToProgramme(device.page, inject('origin'))
  const styled = await device.context.newPage()
  const wrong: unknown[] = []
  for (const width of [320, 360]) {
    await styled.setViewportSize({ width, height: 740 })
    // A show of all parts for those who build it, which only a server of theirs has.
    for (const path of new Set([...allPages, ...ofRecord].filter((one) => one !== '/gallery'))) {
      await styled.goto(inject('origin') + path)
      await enlargeByStyle(styled)
      const far = await sideways(styled)
      if (far > 0) wrong.push(`${width} ${path} ${far}`)
    }
  }
  await styled.close()
  await putAway(device.context)
  expect(wrong).toEqual([])
})

test('one that does would be seen', async () => {
  await page.goto(`${origin}/about`)
  await page.evaluate(() => {
    const wide = document.createElement('p')
    wide.style.width = '400px'
    wide.style.maxWidth = 'none'
    wide.textContent = 'wide'
    document.querySelector('h1')?.after(wide)
  })
  expect(await sideways()).toBeGreaterThan(0)
})

/** What both tests of every page share: a page on which axe may run, and what must be true of all that was looked at. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Looks, type Way, ways } from './looks.ts'

/** A new page on which axe may run. */
export async function openForAxe(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(10_000)
  return await context.newPage()
}

const says: Record<Way, string> = {
  light: 'axe finds nothing on any page, in light',
  dark: 'axe finds nothing on any page, in dark',
  narrow:
    'at 320 pixels nothing scrolls sideways, is cut off, lies over or touches another; what is pressed is 48 pixels',
  enlarged: 'enlarged to 400 % on a screen of 1280 × 1024, the same',
  moving: 'with less motion asked for, nothing moves by itself',
}

/** One test for each way in which the pages were looked at. */
export function testNothingWrong(looks: Looks): void {
  test.each(ways.map((way) => [says[way], way] as const))('%s', (_says, way) => {
    expect(looks.wrong[way]).toEqual({})
  })
}

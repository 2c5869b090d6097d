/** Every page that the device draws otherwise than the server, or that needs a record, looked at once in every way. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { Looks, type Way, ways } from './looks.ts'
import { devicePages } from './tour.ts'
import { recoverPages } from './tour-recover.ts'

const origin = inject('origin')
const looks = new Looks()
let browser: Browser

/** A page on which axe may run. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(10_000)
  return await context.newPage()
}

beforeAll(async () => {
  browser = await startBrowser()
  const device = await open()
  await devicePages(device, origin, (name) => looks.at(device, name))
  await device.context().close()
  const recovering = await open()
  await recoverPages(recovering, origin, (name) => looks.at(recovering, name))
}, 300_000)
afterAll(() => browser?.close())

const says: Record<Way, string> = {
  light: 'axe finds nothing on any page, in light',
  dark: 'axe finds nothing on any page, in dark',
  narrow: 'at 320 pixels nothing scrolls sideways, nothing is cut off, and what is pressed is 48 pixels',
  enlarged: 'enlarged to 400 % on a screen of 1280 × 1024, the same',
  moving: 'with less motion asked for, nothing moves by itself',
}
test.each(ways.map((way) => [says[way], way] as const))('%s', (_says, way) => {
  expect(looks.wrong[way]).toEqual({})
})

test('every page was looked at', () => {
  expect(looks.seen).toBeGreaterThan(52)
})

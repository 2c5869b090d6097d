/**
 * Every page that the device draws otherwise than the server, or that needs a record, looked at in every way. In the short form
 * every fourth one is, and they take turns (looks.ts).
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { openForAxe, testNothingWrong } from './every-page.ts'
import { Looks } from './looks.ts'
import { devicePages } from './tour.ts'
import { recoverPages } from './tour-recover.ts'

const origin = inject('origin')
const looks = new Looks(4)
let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
  const device = await openForAxe(browser)
  await devicePages(device, origin, (name, open) => looks.at(device, name, { open }))
  await device.context().close()
  const recovering = await openForAxe(browser)
  await recoverPages(recovering, origin, (name, open) => looks.at(recovering, name, { open }))
}, 300_000)
afterAll(tidyBrowser)

testNothingWrong(looks)

test('every page was looked at', () => {
  expect(looks.seen).toBeGreaterThan(52)
})

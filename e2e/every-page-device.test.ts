/**
 * Every page that the device draws otherwise than the server, or that needs a record, looked at in every way. In the short form
 * every eighth one is, and they take turns (looks.ts).
 */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { tidyBrowser } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { testNothingWrong } from './every-page.ts'
import { Looks } from './looks.ts'
import { devicePages } from './tour.ts'
import { recoverPages } from './tour-recover.ts'

const origin = inject('origin')
const looks = new Looks(8)

beforeAll(async () => {
  // One device, emptied between the two.
  for (const tour of [devicePages, recoverPages]) {
    const { context, page } = await openDevice({ reducedMotion: 'reduce' })
    context.setDefaultTimeout(10_000)
    await tour(page, origin, (name, open) => looks.at(page, name, { open }))
    await putAway(context)
  }
}, 300_000)
afterAll(tidyBrowser)

testNothingWrong(looks)

test('every page was looked at', () => {
  expect(looks.seen).toBeGreaterThan(52)
})

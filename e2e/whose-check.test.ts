/**
 * Whose check it is, on a device whose record is of somebody who was answered for; and what that device says of a danger told
 * there: by finger and by keyboard, in a real browser with the worker in charge.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { phone, tidyBrowser } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { answerScreen, plainStrain, send, tapOn, walkToResult } from './walk.ts'

const server = { origin: inject('origin') }
let context: BrowserContext
let page: Page

const at = (path: string) => `${server.origin}${path}`
const heading = () => page.locator('h1').first().innerText()
const main = async () => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
const press = (name: string) => send(page, `button:text-is("${name}")`, tapOn(page))
const kept = () => page.evaluate(countEvents)
/** How many events the record holds. */
const countEvents = () =>
  new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open('unclench')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const all = db.transaction(db.objectStoreNames).objectStore('events').count()
      all.onsuccess = () => {
        db.close()
        resolve(all.result)
      }
    }
  })

afterAll(tidyBrowser)
beforeEach(async () => {
  ;({ context, page } = await openDevice({ ...phone, timezoneId: 'UTC' }))
  context.setDefaultTimeout(10_000)
})
afterEach(() => putAway(context))

// In `npm test` check-apart.test.tsx holds it, on the same pages.
describe('a check that is begun on a device whose record is of somebody who was answered for', wholeFormOnly, () => {
  beforeEach(async () => {
    await page.goto(at('/check'))
    await press('For someone else?')
    await walkToResult(page, plainStrain)
  })

  test('is asked whose it is when nobody said so, and one of one’s own keeps nothing there', async () => {
    const before = await kept()
    await page.goto(at('/check'))
    expect(await main()).toContain('The last check on this phone was for someone else')
    await answerScreen(page, plainStrain)
    expect(await heading()).toBe('Who is this check about?')
    await press('Me, and that record is not mine')
    await walkToResult(page, plainStrain)
    expect(await main()).toContain(
      'The record on this phone is about somebody else. Nothing of this check is kept here',
    )
    expect(await kept()).toBe(before)
    // Back leads to no page that says otherwise.
    await page.goBack()
    expect(await kept()).toBe(before)
  })

  test('is one tap away from theirs, also by keyboard, and counts', async () => {
    const before = await kept()
    await page.goto(at('/check'))
    await page.getByRole('button', { name: 'The same person' }).focus()
    await Promise.all([page.waitForURL(/check\/.+\/2$/), page.keyboard.press('Enter')])
    expect(await main()).toContain('Ask them each question if you can')
    await walkToResult(page, plainStrain)
    expect(await main()).not.toContain('Nothing of this check is kept')
    expect(await kept()).toBeGreaterThan(before)
  })
})

// In `npm test` diary-danger.test.tsx holds it.
test(
  'a danger that was told stands in the diary on its day, and whom to call on the closed pages of prevention',
  wholeFormOnly,
  async () => {
    await page.goto(at('/programme/stop'))
    await send(page, 'button[name="sign"][value="fever"]')
    await page.goto(at('/diary'))
    expect(await main()).toContain('You told us: you may have a fever.')
    await page.goto(at('/prevent'))
    expect(await page.getByRole('link', { name: 'Call 111' }).first().isVisible()).toBe(true)
  },
)

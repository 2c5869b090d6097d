/**
 * A device with a programme that has begun, for the browser tests of the player: the record is made here, as the pages would
 * have written it this minute, and given to the app as a record file.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { asLived, asPlanned } from './lived.ts'
import { send } from './walk.ts'

/** Checks, makes a plan and starts the programme. Ends on the record. */
export async function walkToProgramme(page: Page, origin: string): Promise<void> {
  await asLived(page, origin, 'programme', async () => {
    await asPlanned(page, origin)
    const started = { episodeDay: today(), painDayOne0to10: 5, ageYears: 30, firstEver: 'no' }
    await importEvents(page, origin, [{ kind: 'programmeStarted', ...started }])
    // Where the record was brought in answers posts alone, and a later device is led to where this one ended.
    await page.goto(`${origin}/record`)
  })
}

const today = () => new Date().toLocaleDateString('sv-SE')

/** Adds events to this device's own record by its own import page. */
async function importEvents(page: Page, origin: string, events: readonly object[]): Promise<void> {
  const file = await recordFile(page)
  await page.goto(`${origin}/record`)
  const more = events.map((event) => ({ v: 1, id: randomUUID(), at: Date.now(), day: today(), ...event }))
  const buffer = Buffer.from(JSON.stringify({ ...file, events: [...file.events, ...more] }))
  await page.locator('#file').setInputFiles({ name: 'record.json', mimeType: 'application/json', buffer })
  await send(page, 'form[action="/record/import"] button')
}

/** Everything in this device's record. */
export const recordOf = async (page: Page): Promise<readonly Record<string, unknown>[]> =>
  (await recordFile(page)).events

/** The file of the record, saved from whatever page of the device is open, by such a link as stands under Record. */
async function recordFile(page: Page): Promise<RecordFile> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() => {
      const link = document.createElement('a')
      link.href = '/record/unclench-record.json'
      document.body.append(link)
      link.click()
      link.remove()
    }),
  ])
  return JSON.parse(readFileSync(await download.path(), 'utf8'))
}

interface RecordFile {
  readonly events: readonly Record<string, unknown>[]
}

/** Begins a session. Ends on its page. */
export async function beginSession(page: Page, origin: string, pain = '3', minutes = '10'): Promise<string> {
  await page.goto(`${origin}/session`)
  // A number told within the hour is taken; the scale is folded below it.
  const folded = page.locator('details:not([open]):has(input[name="pain"]) > summary')
  if ((await folded.count()) > 0) await folded.click()
  await page.locator(`label:has(input[name="pain"][value="${pain}"])`).click()
  await page.locator(`label:has(input[name="minutes"][value="${minutes}"])`).click()
  await send(page, 'form[action="/session"] button')
  return page.url()
}

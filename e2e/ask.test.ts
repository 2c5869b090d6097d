/** In a real browser: what is answered already is offered while a question is typed, where whoever types it sees it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone, sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic } from './clinic.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

test.each([
  ['under the field on a phone', phone],
  ['beside the form on a desk', { viewport: { width: 1280, height: 800 } }],
])('it stands once, in sight, %s, and no letter of the question leaves for it', async (_, look) => {
  const page = await browser.newPage({ ...look, serviceWorkers: 'block' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/ask`)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const field = page.locator('[name="words"]')
  await field.pressSequentially('When can I go running again?')
  await page.locator('[data-fitting] a:visible').first().waitFor()
  const cards = page.getByRole('heading', { name: 'Already answered: is this it?' })
  expect(await cards.filter({ visible: true }).count()).toBe(1)
  const [typed, card] = [await field.boundingBox(), await cards.filter({ visible: true }).boundingBox()]
  // A card that begins a screen further down is seen by nobody who types.
  expect((card?.y ?? Number.POSITIVE_INFINITY) - ((typed?.y ?? 0) + (typed?.height ?? 0))).toBeLessThan(80)
  expect(asked).toEqual(['/ask/known.json'])
  await field.fill('')
  await expect.poll(() => cards.filter({ visible: true }).count()).toBe(0)
  await page.context().close()
})

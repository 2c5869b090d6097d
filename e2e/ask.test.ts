/** In a real browser: what is answered already is offered while a question is typed, where whoever types it sees it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone, sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic } from './clinic.ts'
import { openDevice, putAway } from './device.ts'
import { checkAtOnce } from './at-once.ts'

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

test('one that was stopped for danger comes back after a clear check, on that device alone, until it was sent', async () => {
  const { context, page } = await openDevice(phone, server.origin)
  page.setDefaultTimeout(15_000)
  const left: string[] = []
  context.on('request', (request) => left.push(`${request.url()} ${request.postData() ?? ''}`))
  const part = page.locator('[data-kept-question]')
  const words = 'May I zumba? I am numb when I wipe.'
  await page.goto(`${server.origin}/ask`)
  await page.locator('[name="words"]').fill(words)
  await page.getByLabel('Only me').check()
  await page.getByRole('button', { name: 'Ask my question' }).click()
  for (const question of await page.locator('main [role="group"], main fieldset').all())
    await question.getByLabel('Yes', { exact: true }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('Your question is kept on this device alone').waitFor()
  await page.goto(`${server.origin}/ask`)
  await part.waitFor()
  expect(await part.innerText()).toContain('A question of yours waits here')
  expect(await page.content()).not.toContain('zumba')
  await checkAtOnce(page, server.origin)
  await page.goto(`${server.origin}/ask`)
  await part.getByText(words).waitFor()
  // Not a letter of it left the device.
  expect(
    left.filter((sent) => sent.includes('zumba') && !new URL(sent.split(' ')[0] ?? '').pathname.endsWith('/ask')),
  ).toEqual([])
  await part.getByRole('button', { name: 'Put it in the form' }).click()
  expect(await page.locator('[name="words"]').inputValue()).toBe(words)
  expect(await part.isVisible()).toBe(false)
  // The form came back with something to choose: the question stands there once, and not as one that waits.
  await page.getByRole('button', { name: 'Ask my question' }).click()
  for (const question of await page.locator('main fieldset').all())
    await question.getByLabel('No', { exact: true }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('Choose who may read the answer.').first().waitFor()
  await page.waitForTimeout(300)
  expect([await page.locator('[name="words"]').inputValue(), await part.isVisible()]).toEqual([words, false])
  await page.goto(`${server.origin}/ask`)
  await part.getByRole('button', { name: 'Throw it away' }).click()
  await page.getByText('Your question is thrown away.').waitFor()
  await page.reload()
  await page.waitForTimeout(300)
  expect(await part.isVisible()).toBe(false)
  await putAway(context)
})

/** A printed guide by email, in a real browser: without scripts, from a page that the worker is in charge of, and by its mail. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { phone, sharedBrowser, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { type Clinic, mailTo, sharedClinic } from './clinic.ts'
import { Looks, nothingWrong } from './looks.ts'

let server: Clinic
let browser: Browser
beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

const ways: readonly [string, BrowserContextOptions][] = [
  ['without scripts', { javaScriptEnabled: false }],
  ['with the worker in charge', {}],
]
// In `npm test`: guide-mail-routes.db.test.tsx, every-mail.db.test.ts, and send-form.test.ts for the worker, which leaves to the server what only it does.
test.each(ways)(
  '%s a guide is asked for by one press, and its mail leads to the file and the page',
  wholeFormOnly,
  async (how, options) => {
    const address = `${how.split(' ')[0]}@guides.example`
    const context = await browser.newContext({ ...phone, ...options })
    const page = await context.newPage()
    if (!('javaScriptEnabled' in options)) await visitAndWaitForWorker(page, server.origin)
    await page.goto(`${server.origin}/guide/pdf`)
    const form = page.locator('details.by-mail').filter({ hasText: 'My flare plan' })
    await form.locator('summary').click()
    await form.getByLabel('Your email').fill('one@guides.example, two@guides.example')
    await form.getByRole('button').click()
    const again = page.locator('details.by-mail[open]')
    expect(await again.locator('.error').innerText()).toBe('Enter one email address only.')
    expect(await again.getByLabel('Your email').inputValue()).toBe('one@guides.example, two@guides.example')
    if (!('javaScriptEnabled' in options)) {
      const looks = new Looks()
      await looks.at(page, 'a guide’s form that came back', { inAllWays: true })
      expect(looks.wrong).toEqual(nothingWrong)
    }
    await form.getByLabel('Your email').fill(address)
    await form.getByRole('button').dblclick()
    await page.waitForURL('**/guide/pdf/mailed')
    expect(await page.locator('h1').innerText()).toBe('Asked for, but not sent from here')
    const { text = '' } = await mailTo(server.outbox, address, /guide that you asked for/)
    const [file, live] = [/\S+\/flare-plan\.pdf/.exec(text)?.[0] ?? '', /\S+\/programme\/flare/.exec(text)?.[0] ?? '']
    expect((await (await fetch(file)).text()).startsWith('%PDF-')).toBe(true)
    expect((await fetch(live)).status).toBe(200)
    const stop = /\S+\/no-mail\/\S+/.exec(text)?.[0] ?? ''
    await page.goto(stop)
    await page.getByRole('button', { name: 'Send no guides here' }).click()
    await page.waitForLoadState()
    expect(await page.locator('h1').innerText()).toBe('No guide comes to your address')
    await context.close()
  },
)

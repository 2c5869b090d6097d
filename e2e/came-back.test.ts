/** Back to a page that answered a form, on a device with its worker: it says what is so, and never that there is no network. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { phone, tidyBrowser } from './browser.ts'
import { bookedVisit, type Clinic, sharedClinic, therapistOf } from './clinic.ts'
import { openDevice, putAway } from './device.ts'

let server: Clinic
let context: BrowserContext
let page: Page

beforeAll(async () => {
  server = await sharedClinic()
})
afterAll(tidyBrowser)
beforeEach(async () => {
  ;({ context, page } = await openDevice(phone, server.origin))
  context.setDefaultTimeout(15_000)
})
afterEach(() => putAway(context))

const heading = () => page.locator('h1:visible').first().innerText()
const therapist = `/therapists/${therapistOf.shareCheck}`
/** The first link of a page that leads to such an address. */
async function linkOn(path: string, href: string): Promise<string> {
  await page.goto(server.origin + path)
  return (await page.locator(`main a[href*="${href}"]`).first().getAttribute('href')) ?? ''
}

/** Sends the form that is to be filled as it is, past what the browser would ask for first. */
async function sendForm(words: string) {
  const long = page.locator('main form[method=post] textarea:visible').last()
  if (words && (await long.count()) > 0) await long.fill(words)
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(() => {
      const forms = [...document.querySelectorAll<HTMLFormElement>('main form[method=post]')]
      const form = forms.find((one) => one.querySelector('textarea, input[type=email], [name=email]')) ?? forms.at(-1)
      if (!form) throw new Error('no form')
      form.noValidate = true
      form.requestSubmit()
    }),
  ])
}

const words = 'Nothing here is lost 4711.'
const pages: readonly (readonly [string, () => Promise<string>])[] = [
  ['letters', () => Promise.resolve('/letters')],
  ['a question', () => Promise.resolve('/ask')],
  [
    'the waiting list',
    async () => {
      const time = await linkOn(therapist, `/book/${therapistOf.shareCheck}?`)
      const service = new URL(time, server.origin).searchParams.get('service')
      return `/waiting/join/${therapistOf.shareCheck}?service=${service}`
    },
  ],
  ['an account', () => Promise.resolve('/account')],
  ['a review that is reported', () => linkOn(`${therapist}/reviews`, '/report')],
  ['a comment', () => Promise.resolve('/comments/driving')],
  ['staff who sign in', () => Promise.resolve('/console/sign-in')],
]

// In the short form one of them: the cause is one, and send-form.test.ts holds it.
test.each(someOf(pages, 7))(
  '%s: the answer that something is missing, gone back to, is no news of the network',
  async (_, pathOf) => {
    const path = await pathOf()
    expect(path).not.toBe('')
    await page.goto(server.origin + path)
    const formAt = page.url()
    await sendForm(words)
    const answered = await heading()
    await page.goto(`${server.origin}/find`)
    await page.goBack()
    const text = await page.locator('main').innerText()
    expect(text).not.toMatch(/offline|may not have reached/)
    if (text.includes('You came back to a form')) {
      const typed = page.locator(`input[type=hidden][value="${words}"]`)
      // What was typed goes once more by one press, and is answered as it was.
      if ((await typed.count()) > 0) {
        await page.getByRole('button', { name: 'Send it again' }).click()
        await expect.poll(heading).toBe(answered)
        await page.goBack()
      }
      await page.getByRole('link', { name: 'Open the page anew' }).click()
      await page.locator('main form[method=post]').last().waitFor()
      expect(page.url()).toBe(formAt)
    }
  },
)

// The same cause: in `npm test` as above.
test(
  'a cancel that told of danger: Back from the check leads to the visit, not to news of the network',
  wholeFormOnly,
  async () => {
    const { origin } = server
    await page.goto(
      origin + (await bookedVisit(origin, therapistOf.shareCheck, 'Robin Back', 'robin.came.back@example.org')),
    )
    await page.getByRole('link', { name: 'Cancel it' }).click()
    await page.locator('textarea, input[name=reason]').fill('I am numb between my legs')
    await page.getByRole('button', { name: 'Cancel my visit' }).click()
    await page.getByText('Your visit is cancelled.').first().waitFor()
    await page.goto(`${server.origin}/emergency`)
    await page.goBack()
    expect(await page.locator('main').innerText()).not.toMatch(/offline|may not have reached/)
    await page.getByRole('link', { name: 'Open the page anew' }).click()
    await page
      .getByText(/cancelled/)
      .first()
      .waitFor()
  },
)

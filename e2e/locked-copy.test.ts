/**
 * The locked copy of a record in two real browsers: two devices that were offline for a week lose nothing, and a copy that
 * went with its account is not brought back by the other device unasked.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { phone, sharedBrowser, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { type Clinic, mailTo, sharedClinic } from './clinic.ts'
import { send } from './walk.ts'

let server: Clinic
let browser: Browser
beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

interface Phone {
  readonly context: BrowserContext
  readonly page: Page
}

async function newPhone(): Promise<Phone> {
  const context = await browser.newContext(phone)
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await visitAndWaitForWorker(page, server.origin)
  return { context, page }
}

const copyOf = ({ page }: Phone) => page.goto(`${server.origin}/record/locked-copy`)
async function press({ page }: Phone, name: string) {
  const there = page.waitForEvent('load')
  await page.getByRole('button', { name }).first().click()
  await there
}
const said = ({ page }: Phone) => page.locator('main').innerText()

async function tellPain({ page }: Phone, score: number) {
  await page.goto(`${server.origin}/diary/entry`)
  await page.locator(`label:has(input[name="pain"][value="${score}"])`).tap()
  const there = page.waitForEvent('load')
  await page.locator('.save-bar button').tap()
  await there
}
async function painsIn({ page }: Phone) {
  await page.goto(`${server.origin}/record`)
  const found = (await page.locator('main').innerText()).match(/Diary: pain \d+ of 10/g) ?? []
  return [...new Set(found)].sort()
}

/** @param email of this device alone: both mails of one address would have one subject */
async function signIn(one: Phone, email: string) {
  await one.page.goto(`${server.origin}/account/sign-in`)
  await one.page.getByLabel(/email/i).first().fill(email)
  await press(one, 'Send me a link')
  const { text = '' } = await mailTo(server.outbox, email, /sign in/i)
  await one.page.getByLabel(/6-digit code/).fill(/\b(\d{6})\b/.exec(text)?.[1] ?? '')
  await press(one, 'Sign in')
  expect(one.page.url()).toBe(`${server.origin}/account`)
}

test(
  'two devices that were offline lose nothing, and a copy that is gone is put back by nobody who was not told',
  wholeFormOnly,
  async () => {
    const [one, other] = [await newPhone(), await newPhone()]
    const email = `two-phones-${crypto.randomUUID()}@people.example`
    await tellPain(one, 4)
    await signIn(one, email)
    await copyOf(one)
    await press(one, 'Make my twelve words')
    const words = await one.page.locator('ol.recovery-words li').allInnerTexts()
    await press(one, 'I have written them down')
    for (const place of [3, 7, 12]) await one.page.locator(`input[name="word${place}"]`).fill(words[place - 1] ?? '')
    await press(one, 'Lock my record and send the copy')
    expect(await said(one)).toContain('in your account now, with 1 entry')
    // The session is the account's: the other phone has it by the same cookie, as after a sign-in of its own.
    await other.context.addCookies(await one.context.cookies())
    await copyOf(other)
    await press(other, 'I have my words')
    await other.page.locator('[name="words"]').fill([words[1], words[0], ...words.slice(2)].join(' '))
    await press(other, 'Open the copy')
    // One order in sixteen passes the checksum of the words: then it is the lock that they do not open.
    expect(await said(other)).toMatch(/These words do not belong together|locked with other words/)
    await copyOf(other)
    await press(other, 'I have my words')
    await other.page.locator('[name="words"]').fill(words.join(' ').toUpperCase())
    await press(other, 'Open the copy')
    expect(await said(other)).toContain('1 entry came here')

    for (const { context } of [one, other]) await context.setOffline(true)
    for (const score of [3, 5]) await tellPain(one, score)
    for (const score of [2, 1]) await tellPain(other, score)
    await copyOf(one)
    await press(one, 'Bring both in step')
    expect(await said(one)).toContain('There is no internet just now')
    for (const { context } of [one, other]) await context.setOffline(false)
    await copyOf(other)
    await Promise.all([press(one, 'Bring both in step'), press(other, 'Bring both in step')])
    for (const each of [one, other, one]) {
      await copyOf(each)
      await press(each, 'Bring both in step')
    }
    const pains = [1, 2, 3, 4, 5].map((score) => `Diary: pain ${score} of 10`)
    expect([await painsIn(one), await painsIn(other)]).toEqual([pains, pains])

    // A danger that comes with the copy is said in the tab that lies open, as one that is told in another tab is.
    const open = await other.context.newPage()
    await open.goto(`${server.origin}/diary`)
    expect(await open.locator('main').innerText()).not.toContain('This may need help now')
    await one.page.goto(`${server.origin}/programme/stop`)
    await send(one.page, 'button[value="chest"]')
    for (const each of [one, other]) {
      await copyOf(each)
      await press(each, 'Bring both in step')
    }
    await expect.poll(() => open.locator('main').innerText()).toContain('This may need help now')

    await one.page.goto(`${server.origin}/account/delete`)
    await press(one, 'Delete my account')
    // The worker notes it beside the page, so a first look may come before.
    const looked = async () => {
      await copyOf(one)
      return one.page.locator('main').innerText()
    }
    await expect.poll(looked, { timeout: 10_000 }).toContain('An account was deleted in this browser.')
    await copyOf(other)
    await press(other, 'Bring both in step')
    expect(await said(other)).toContain('You are not signed in')
    await signIn(other, `anew-${email}`)
    await copyOf(other)
    await press(other, 'Bring both in step')
    expect(await said(other)).toContain('There is no copy in this account any more')
    expect(await painsIn(other)).toEqual(pains)
    for (const { context } of [one, other]) await context.close()
  },
)

/**
 * Sharing the check with a booking, in a real browser: made by the worker from the record on the device, shown before it goes,
 * off at first, sent only with a tick, taken back from the visit.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { phone, tidyBrowser } from './browser.ts'
import { bookedVisit, type Clinic, lastTimeOf, sharedClinic, therapistOf } from './clinic.ts'
import type { Answers } from '../src/care/check/types.ts'
import { checkAtOnce } from './at-once.ts'
import { openDevice, putAway } from './device.ts'
import { asLived } from './lived.ts'
import { send } from './walk.ts'

let server: Clinic
let context: BrowserContext
let page: Page

beforeAll(async () => {
  server = await sharedClinic()
})
afterAll(tidyBrowser)
beforeEach(async () => {
  ;({ context, page } = await openDevice({ ...phone, reducedMotion: 'reduce' }, server.origin))
  page.setDefaultTimeout(15_000)
})
afterEach(() => putAway(context))

/** An emergency on the first screen. */
const emergency: Answers = { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }

/** A check done on a new device. Ends on its result. */
async function check(told: Answers = {}) {
  await asLived(page, server.origin, JSON.stringify(['at once', told]), () => checkAtOnce(page, server.origin, told))
}

/** The last of the times that are shown. */
const timeOf = (): Promise<string> => lastTimeOf(server.origin, therapistOf.shareCheck)

/** A doctor has looked at the person after the check. */
async function beSeen() {
  await page.goto(`${server.origin}/programme/cleared`)
  const [who, ...told] = [
    page.locator('[name="q.who"]'),
    ...Object.entries({ how: 'seen', seenDaysAgo: '0', said: 'yes' }).map(([name, value]) =>
      page.locator(`input[name="q.${name}"][value="${value}"]`),
    ),
  ]
  await who?.fill('Dr Shah')
  for (const one of [...told, page.getByLabel('Yes, it was after')]) await one.check({ force: true })
  await send(page, 'main form button.go')
}

/** The form of the last of the times that are shown, filled in but for the check. */
async function fillIn() {
  await page.goto(`${server.origin}${await timeOf()}`)
  await page.getByRole('button', { name: /Hold it/ }).click()
  await page.getByLabel('Your name').fill('Robin Ashdown')
  await page.getByLabel('Email').fill('robin@example.org')
  await page.getByText(/^I pay/).click()
}
const book = async () => {
  await page.getByRole('button', { name: /^Book / }).click()
  await page.getByRole('heading', { name: 'Your visit is booked' }).waitFor()
}
const box = () => page.getByLabel(/^Show .* my last check$/)

/** Walks them before such a check, after it, and once somebody has seen the person. */
async function helpFirstAtEveryDoor(told: Answers, call: string) {
  // A visit that was booked while all was well, and where it leads.
  await check()
  const visit = await bookedVisit(server.origin, therapistOf.shareCheck, 'Robin Ashdown', 'robin@example.org')
  const time = await timeOf()
  const service = new URLSearchParams(time.split('?')[1]).get('service')
  const therapist = await (await fetch(`${server.origin}/therapists/${therapistOf.shareCheck}`)).text()
  const talk = /href="([^"]*\/assessment\?[^"]*)"/.exec(therapist)?.[1]?.replaceAll('&amp;', '&')
  expect(talk).toBeDefined()
  const before = [
    ...[time, `/waiting/join/${therapistOf.shareCheck}?service=${service}`, talk],
    ...[`${visit}/move`, `${visit}/earlier`],
  ]
  const above = [
    ...['/find', '/find?place=E2', `/therapists/${therapistOf.shareCheck}`, '/ask', visit, `${visit}/cancel`],
    `/therapists/${therapistOf.shareCheck}/times?service=${service}`,
  ]
  const help = page.locator('[data-help-first]')
  const behind = page.locator('main > :not([data-help-first])').filter({ visible: true })
  // In the short form at every third door, and while all is well at fewer: doors.test.tsx holds that each has the part and its script.
  for (const path of someOf([...before, ...above], 6)) {
    await page.goto(`${server.origin}${path}`)
    await page.waitForTimeout(300)
    expect([path, await help.isVisible()]).toEqual([path, false])
  }
  await checkAtOnce(page, server.origin, told)
  for (const path of someOf(before, 3)) {
    await page.goto(`${server.origin}${path}`)
    await page.getByRole('heading', { level: 1, name: 'Get help before any visit' }).waitFor()
    expect([path, await behind.count()]).toEqual([path, 0])
    expect(await help.getByRole('link', { name: call }).isVisible()).toBe(true)
  }
  for (const path of someOf(above, 3)) {
    await page.goto(`${server.origin}${path}`)
    await page.getByRole('heading', { level: 2, name: 'Get help before any visit' }).waitFor()
    expect(await help.getByRole('link', { name: call }).isVisible()).toBe(true)
    expect([path, await page.locator('h1').count()]).toEqual([path, 1])
  }
  // The visit can still be cancelled from there.
  await page.goto(`${server.origin}${visit}`)
  await page.getByRole('link', { name: 'Cancel it' }).click()
  await page.getByRole('button', { name: /Cancel/ }).click()
  await page.getByRole('heading', { name: /cancelled/ }).waitFor()
  await beSeen()
  for (const path of someOf([...before.slice(0, 3), ...above.slice(0, 5)], 4)) {
    await page.goto(`${server.origin}${path}`)
    await page.waitForTimeout(300)
    expect([path, await help.isVisible()]).toEqual([path, false])
  }
}

describe('the check and a booking', () => {
  test('goes with a tick, as it was shown, is taken back from the visit and shared again; older than the last check it says so, with the way to share the newer or help first', async () => {
    await check()
    await fillIn()
    await box().waitFor()
    expect(await box().isChecked()).toBe(false)
    await page.getByText(/would see, and nothing else$/).click()
    const shown = await page.locator('[data-share-words]').innerText()
    expect(shown).toMatch(/^Unclench check, form 1/)
    // Nothing of it is in the form without a tick, nor after the tick was taken away.
    const wouldSend = () =>
      page.evaluate(() => {
        const form = document.querySelector<HTMLInputElement>('input[name="share"]')?.form
        return JSON.stringify([...new FormData(form ?? undefined)])
      })
    expect(await wouldSend()).toContain('Robin Ashdown')
    expect(await wouldSend()).not.toMatch(/sharedCheck|Unclench check/)
    await box().check()
    expect(await wouldSend()).toContain('Unclench check')
    await box().uncheck()
    expect(await wouldSend()).not.toMatch(/sharedCheck|Unclench check/)
    await box().check()
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/book/hold/'))
    await book()
    const form = await new Response((await sent).postData() ?? '', {
      headers: { 'Content-Type': (await sent).headers()['content-type'] ?? '' },
    }).formData()
    expect(String(form.get('sharedCheck')).replaceAll('\r\n', '\n')).toBe(shown)
    await page.getByText(/You shared your check with/).waitFor()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await box().check()
    await page.getByRole('button', { name: 'Share it' }).click()
    await page.getByText(/You shared your check with/).waitFor()

    const visit = page.url()
    const older = page.getByText('What you shared is older than your last check.')
    await page.waitForTimeout(300)
    expect([await older.isVisible(), await box().isVisible()]).toEqual([false, false])
    await checkAtOnce(page, server.origin)
    await page.goto(visit)
    await older.waitFor()
    await box().check()
    await page.getByRole('button', { name: 'Share the newer one' }).click()
    await page.getByText(/You shared your check with .* It was made on \d+ \w+ \d+\. You sent it on/).waitFor()
    await page.waitForTimeout(300)
    expect(await older.isVisible()).toBe(false)
    await checkAtOnce(page, server.origin, emergency)
    await page.goto(visit)
    await older.waitFor()
    expect(await page.locator('[data-share-first]').isVisible()).toBe(true)
    expect(await box().isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText(/You shared your check with/).waitFor({ state: 'detached' })
  })

  // In `npm test` the form of the booking above is asked what it would send.
  test('sends nothing of it without a tick, nor after the tick was taken away', wholeFormOnly, async () => {
    await check()
    await fillIn()
    await box().check()
    await box().uncheck()
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/book/hold/'))
    await book()
    expect((await sent).postData() ?? '').not.toMatch(/sharedCheck|Unclench(\+|%20)check/)
    expect(await page.getByText(/You shared your check/).count()).toBe(0)
  })

  test('stand behind a result that cannot wait, until the person goes on or something new is told', async () => {
    await check(emergency)
    const time = await timeOf()
    const first = page.getByRole('heading', { name: 'Get help before any visit' })
    const hold = page.getByRole('button', { name: /Hold it/ })
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
    await page.goto(`${server.origin}${time}`)
    await first.waitFor()
    expect(await page.getByRole('link', { name: /^Call (111|999)$/ }).isVisible()).toBe(true)
    expect(await hold.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Go on to this page' }).click()
    expect([await first.isVisible(), await hold.isVisible()]).toEqual([false, true])
    await hold.click()
    await page.getByLabel('Your name').waitFor()
    await page.waitForTimeout(500)
    expect(await first.isVisible()).toBe(false)
    // Another tab knows of nobody who went on.
    const form = page.url()
    const other = await context.newPage()
    await other.goto(form)
    await other.getByRole('heading', { name: 'Get help before any visit' }).waitFor()
    expect(await other.getByRole('button', { name: /^Book / }).isVisible()).toBe(false)
    // Told there meanwhile: a page that the browser kept as it was asks again when it is gone back to.
    await other.goto(`${server.origin}/programme/stop`)
    await send(other, 'button[name="sign"][value="fever"]')
    await other.close()
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await first.waitFor()
    await page.getByRole('button', { name: 'Go on to this page' }).click()
    // Neither the result nor that somebody went on is told to anybody.
    expect(
      asked.filter((one) => /went|help-first=|F2|urgent|emergency=/.test(one) && !one.includes('/assets/')),
    ).toEqual([])
    await page.getByRole('button', { name: 'Let this time go' }).click()
  })

  test('help first at every door to a visit after an emergency, until the person has been seen', () =>
    helpFirstAtEveryDoor(emergency, 'Call 999'))
  test('and after a result for today', wholeFormOnly, () => helpFirstAtEveryDoor({ F2: 'yes' }, 'Call 111'))

  test('is not on offer where no check was done', wholeFormOnly, async () => {
    await page.goto(server.origin)
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await fillIn()
    expect(await box().isVisible()).toBe(false)
    await book()
  })
})

/**
 * The staff's pages on a desk, in the demonstration: a visit is chosen beside the day and the calendar, and the keys that the
 * foot of a page names do what it says, and nothing while somebody types or has turned them off.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import type { Fields } from './at-once.ts'
import { pressing } from './by-forms.ts'
import { type Clinic, sharedClinic } from './clinic.ts'

let server: Clinic
let browser: Browser
let page: Page
/** The desk that most tests share, so that what its pages bring is fetched once. */
let desk: BrowserContext
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>
/** The day on which somebody comes, once it is found. */
let busyDay = ''

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
  desk = await browser.newContext(asDesk)
  await signIn(await desk.newPage())
  cookies = await desk.cookies()
})
afterAll(tidyBrowser)
beforeEach(async () => {
  page = await desk.newPage()
  page.setDefaultTimeout(15_000)
})
afterEach(async () => {
  if (page.context() !== desk) await page.context().close()
  await desk.setOffline(false)
  const closed = Promise.all(desk.pages().map((open) => open.close()))
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 10_000))])
})
const asDesk = { viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' } as const

async function signIn(at: Page): Promise<void> {
  await at.goto(`${server.origin}/console/sign-in`)
  await at.locator('button', { hasText: /owner/i }).first().click()
  await at.waitForURL(/\/console(?!\/sign-in)/)
}

/** A desk of the test's own, for one that moves its clock or ends its way in. */
async function ownDesk(): Promise<void> {
  const context = await browser.newContext(asDesk)
  await context.addCookies(cookies)
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
}

/** Signing in again ended the session that the other tests came with. */
async function takeCookies(): Promise<void> {
  cookies = await page.context().cookies()
  if (page.context() === desk) return
  await desk.clearCookies()
  await desk.addCookies(cookies)
}

/** A day on which somebody comes: the next one that the day after leads to. */
async function aDayWithVisits(): Promise<void> {
  const comes = async () => (await page.locator('a[data-walk]').count()) > 1
  await page.goto(busyDay || `${server.origin}/console`)
  if (busyDay && (await comes())) return
  for (let days = 0; days < 7; days += 1) {
    await page.getByRole('link', { name: 'Day after' }).click()
    await page.waitForLoadState()
    busyDay = page.url()
    if (await comes()) return
  }
  throw new Error('Nobody comes within a week.')
}
const named = () => page.locator('.key-bar li:visible').allInnerTexts()
const bar = () => page.locator('.key-bar').waitFor()

describe('a visit', () => {
  test('is shown beside the day at the first press, and opened at the second; the address leads back to it', async () => {
    await aDayWithVisits()
    const link = page.locator('a[data-walk]').first()
    const name = (await link.innerText()).trim()
    await link.click()
    await page.locator('.beside h2', { hasText: name }).waitFor()
    expect(await link.getAttribute('aria-current')).toBe('true')
    const { pathname, searchParams } = new URL(page.url())
    expect(pathname).toMatch(/^\/console\/days\//)
    expect(decodeURIComponent(page.url())).not.toContain(name.split(' ')[0])
    expect(searchParams.get('visit')).not.toBeNull()
    await page.reload()
    await page.locator('.beside h2', { hasText: name }).waitFor()
    await page.locator('a[data-walk]').first().click()
    await page.waitForURL(/\/console\/visits\//)
  })

  test('is shown beside the calendar, and Escape leads back to where it stands in the table', async () => {
    await aDayWithVisits()
    const day = /\d{4}-\d\d-\d\d/.exec(page.url())?.[0]
    await page.goto(`${server.origin}/console/calendar?day=${day}`)
    await bar()
    const item = page.locator('a.cal-item[data-beside]').first()
    await item.focus()
    await page.keyboard.press('Enter')
    await page.locator('.beside').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('beside')
    await page.keyboard.press('Escape')
    expect(await item.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  test('is opened at once where there is no room beside', async () => {
    await aDayWithVisits()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.locator('a[data-walk]').first().click()
    await page.waitForURL(/\/console\/visits\//)
  })
})

/** Sends a form of the staff without a page of it. */
async function sendUnseen(at: BrowserContext, path: string, form: string, told: Fields = []): Promise<void> {
  const html = await (await at.request.get(server.origin + path)).text()
  const [to, fields] = pressing({ origin: server.origin, path, html }, form, told)
  const answer = await at.request.post(server.origin + to, {
    headers: { Origin: server.origin },
    form: Object.fromEntries(fields),
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
}

describe('a day that changes on another screen', () => {
  test('says so within seconds, and no more once that was taken back; it moves nothing by itself', async () => {
    await aDayWithVisits()
    const day = /\d{4}-\d\d-\d\d/.exec(page.url())?.[0] ?? ''
    await page.goto(`${server.origin}/console/days/${day}?of=all`)
    const shown = await page.locator('main').innerText()
    const calendar = await page.context().newPage()
    await calendar.goto(`${server.origin}/console/calendar?day=${day}`)
    const told: Fields = Object.entries({ day, from: '05:00', to: '05:30' })
    await sendUnseen(desk, '/console/calendar/block', 'action="/console/calendar/block"', told)
    for (const screen of [page, calendar])
      await screen.locator('.day-changed', { hasText: 'Something here has changed' }).waitFor()
    expect(
      (await page.locator('main').innerText()).replace(/Something here has changed\.\s+Show it as it is now\s+/, ''),
    ).toBe(shown)
    await calendar.getByRole('link', { name: 'Show it as it is now' }).click()
    await calendar.getByRole('link', { name: /05:00/ }).first().click()
    await calendar.getByRole('button', { name: 'Open this time again' }).click()
    await page.locator('.day-changed:empty').waitFor({ state: 'attached' })
  })

  test('says that it may be old once nothing has answered for a while, not at the first silence, and takes it back', async () => {
    await aDayWithVisits()
    const unchecked = 'This page cannot be checked now. It may be old.'
    const fails = () => page.waitForEvent('requestfailed', (asked) => asked.url().includes('/day-changed'))
    await page.context().setOffline(true)
    await fails()
    await fails()
    expect(await page.locator('.day-changed').innerText()).toBe('')
    await page.locator('.day-changed', { hasText: unchecked }).waitFor()
    await page.context().setOffline(false)
    await page.locator('.day-changed:empty').waitFor({ state: 'attached' })
  })
})

test('whose sign-in a colleague ends sees nobody any more: the day goes by itself, and what was typed is given back', async () => {
  const as = async (who: string) => {
    const context = await browser.newContext(asDesk)
    page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${server.origin}/console/sign-in`)
    await page.locator('button', { hasText: who }).evaluate((button) => button instanceof HTMLElement && button.click())
    await page.waitForURL(/\/console(?!\/sign-in)/)
    return page
  }
  const day = await as('Tilly Crane')
  const form = await day.context().newPage()
  await form.clock.install()
  await form.goto(`${server.origin}/console/calendar/block`)
  await form.locator('[name="reason"]').fill('The boiler')
  const owner = await as('Ingrid Moss')
  await owner.goto(`${server.origin}/console/clinic/team`)
  await owner.getByRole('link', { name: /Tilly Crane signs in/ }).click()
  await owner.getByRole('button', { name: 'End the sign-in of Tilly Crane' }).click()
  await day.getByRole('heading', { name: 'You are in no clinic' }).waitFor()
  await form.clock.fastForward('01:01')
  await form.locator('[name="reason"]').pressSequentially('!')
  await form.getByRole('heading', { name: 'You are in no clinic' }).waitFor()
  expect(await form.locator('main').innerText()).toContain('The boiler!')
  await day.context().close()
})

describe('the keys', () => {
  test('that the foot names are those of the page: what stands beside it brings its own, and they open what somebody has walked on to', async () => {
    await aDayWithVisits()
    await bar()
    expect((await named()).join()).not.toContain('move')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(
      await page
        .locator('a[data-walk]')
        .nth(1)
        .evaluate((one) => one === document.activeElement),
    ).toBe(true)
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.locator('.beside').waitFor()
    expect((await named()).join()).toContain('move')
    // They open what somebody has walked on to, not what stands beside the list.
    await page.keyboard.press('j')
    const walkedTo = page.locator('a[data-walk]').nth(1)
    expect(await walkedTo.evaluate((one) => one === document.activeElement)).toBe(true)
    const [href, name] = [await walkedTo.getAttribute('href'), (await walkedTo.innerText()).trim()]
    await page.keyboard.press('m')
    await page.keyboard.press('o')
    await page.waitForURL(/\/console\/visits\//)
    expect(new URL(page.url()).pathname).toBe(href)
    expect(await page.locator('h1').innerText()).toContain(name)
  })

  test('come to the search, where they are letters; turned off do nothing, on the next page too, until they are turned on', async () => {
    await page.goto(`${server.origin}/console`)
    await bar()
    await page.keyboard.press('/')
    await page.keyboard.type('2jt')
    expect(await page.locator('#find-name').inputValue()).toBe('2jt')
    await page.getByRole('button', { name: 'Turn keys off' }).click()
    await page.locator('h1').click()
    await page.keyboard.press('2')
    await page.goto(`${server.origin}/console/people`)
    await page.keyboard.press('2')
    expect(await named()).toEqual([])
    expect(page.url()).toContain('/console/people')
    await page.getByRole('button', { name: 'Turn keys on' }).click()
    await page.locator('h1').click()
    await page.keyboard.press('2')
    await page.waitForURL(/\/console\/calendar/)
  })
})

test('on a phone nothing that keys come to lies under the places at its foot', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  // In the short form the longer of the two.
  for (const path of someOf(['clinic/rules', 'calendar/new'], 2)) {
    await page.goto(`${server.origin}/console/${path}`)
    const covered = new Set<string>()
    // There and back: a page is scrolled another way each time.
    for (const key of [...Array(50).fill('Tab'), ...Array(50).fill('Shift+Tab')]) {
      await page.keyboard.press(key)
      covered.add(await page.evaluate(coveredField))
    }
    expect([...covered].join(' ').trim(), path).toBe('')
  }
})

/** In the page: the field that has the focus, if the places cover its middle. */
function coveredField(): string {
  const focused = document.activeElement
  const { left, right, top, bottom } = focused?.getBoundingClientRect() ?? new DOMRect()
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const places = seen?.closest('.side-places')
  return places && !places.contains(focused) ? (focused?.getAttribute('name') ?? focused?.textContent ?? '') : ''
}

test('typing is a touch, told once a minute; a screen that is locked all the same says so while what was typed is there', async () => {
  await ownDesk()
  await page.clock.install()
  await page.goto(`${server.origin}/console/letters/new`)
  await page.waitForLoadState()
  const opening = page.locator('textarea[name="opening"]')
  const asked: number[] = []
  page.on('response', (one) => {
    if (one.url().endsWith('/console/at-work')) asked.push(one.status())
  })
  await opening.pressSequentially('A')
  await page.clock.fastForward('01:01')
  await Promise.all([page.waitForResponse(/at-work$/), opening.pressSequentially('bc')])
  expect(asked).toEqual([204])
  const context = await browser.newContext()
  await context.addCookies(cookies)
  const answer = await context.request.post(`${server.origin}/console/lock`, {
    headers: { Origin: server.origin },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.clock.fastForward('01:01')
  await opening.pressSequentially('d')
  await page.getByRole('alert').filter({ hasText: 'The screen is locked.' }).waitFor()
  expect(await opening.inputValue()).toBe('Abcd')
  // As the note says: signed in again in another tab, the page is taken.
  const [door] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in again in a new tab' }).click(),
  ])
  await door.locator('button', { hasText: /owner/i }).first().click()
  await door.waitForURL(/\/console(?!\/unlock)/)
  await takeCookies()
  await page.locator('input[name="subject"]').fill('Kept')
  await page.locator('main form input[name="topic"]').first().check()
  const [sent] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.locator('main form:has(textarea[name="opening"]) button.go').click(),
  ])
  expect(sent.headers().location ?? '').not.toContain('unlock')
  await context.close()
})

test('a button that would lose what was typed into another form of its page says so once, and its own does not', async () => {
  await page.goto(`${server.origin}/console/clinic/team`)
  await page.locator('a[href^="/console/clinic/team/"]:not([href$="/new"])').first().click()
  await page.waitForLoadState()
  const about = page.locator('main textarea[name="about"]')
  const look = page.locator('form[action$="/look"]')
  await about.fill('Half a sentence')
  const number = await look.locator('[name="number"]').inputValue()
  await look.locator('button').last().click()
  await page.getByRole('alert').filter({ hasText: 'does not keep what you typed in' }).waitFor()
  expect(await about.inputValue()).toBe('Half a sentence')
  // Pressed again it goes on: the page that answers came from the server.
  await look.locator('[name="number"]').fill('')
  await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    look.locator('button').last().click(),
  ])
  await page.waitForLoadState()
  expect(number).not.toBe('')
  expect(await page.locator('main textarea[name="about"]').inputValue()).not.toBe('Half a sentence')
  // What was typed into the form of the button itself is kept by it. The answer is waited for: a page that is closed on its way to
  // another has kept Chromium waiting for ever.
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page
      .locator('main textarea[name="about"]')
      .fill('A whole one.')
      .then(() => page.locator('form:has(textarea[name="about"]) button[type="submit"]').last().click()),
  ])
  await page.waitForLoadState()
  expect(response.request().postData()).toContain('A+whole+one.')
})

describe('without a touch for ten minutes', () => {
  const openVisit = async (): Promise<string> => {
    await aDayWithVisits()
    const href = await page.locator('a[data-walk]').first().getAttribute('href')
    const id = /visit=([\w-]+)/.exec(href ?? '')?.[1] ?? href?.split('/').at(-1)
    await page.goto(`${server.origin}/console/visits/${id}`)
    return `/console/visits/${id}`
  }
  const doorOf = (then: string) => `${server.origin}/console/unlock?${new URLSearchParams({ then })}`

  test('every page gives way to the locked door, which leads back; a touch of one keeps all, and the first touch after it comes too late; Back does not bring the page again as it was', async () => {
    await ownDesk()
    await page.clock.install()
    const path = await openVisit()
    const other = await page.context().newPage()
    await other.goto(`${server.origin}/console/calendar`)
    await page.clock.fastForward('09:00')
    await other.mouse.wheel(0, 50)
    await page.clock.fastForward('09:30')
    expect(new URL(page.url()).pathname).toBe(path)
    await page.clock.fastForward('00:31')
    await page.waitForURL(doorOf(path))
    await other.waitForURL(doorOf('/console/calendar'))
    expect(await page.locator('h1').innerText()).toBe('The screen is locked')
    expect(await page.getByText('What you typed was not sent').count()).toBe(0)
    await page.goBack()
    expect(new URL(page.url()).pathname).not.toBe(path)
    // A first touch comes too late.
    await page.goto(server.origin + path)
    await page.clock.setSystemTime(Date.now() + 3_600_000)
    await page.keyboard.press('Shift')
    await page.waitForURL(doorOf(path))
  })

  test('what was typed is kept at the door, and stands in its form again after it, as does what is sent once the server had locked; a touch takes the word back', async () => {
    await ownDesk()
    await page.clock.install()
    await page.goto(`${server.origin}/console/letters/new`)
    await page.locator('textarea[name="opening"]').pressSequentially('Half a sentence')
    await page.clock.fastForward('09:01')
    const warning = page.getByRole('alert').filter({ hasText: 'This screen locks in one minute.' })
    await warning.waitFor()
    await page.keyboard.press('Shift')
    expect(await warning.count()).toBe(0)
    await page.clock.fastForward('10:01')
    await page.waitForURL(/unlock.*typed=yes/)
    await page.getByText('What you typed is kept').waitFor()
    expect(await page.content()).not.toContain('Half a sentence')
    await page.locator('button', { hasText: /owner/i }).first().click()
    await page.waitForURL(`${server.origin}/console/letters/new`)
    const opening = page.locator('textarea[name="opening"]')
    await expect.poll(() => opening.inputValue()).toBe('Half a sentence')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)

    // What is sent after the server had locked stands there too, and nothing is sent by itself.
    await opening.fill('A whole sentence')
    const headers = { Origin: server.origin, 'Sec-Fetch-Site': 'same-origin' }
    await page.context().request.post(`${server.origin}/console/lock`, { headers, form: {} })
    await page.locator('form:has(textarea[name="opening"]) button[type="submit"]').last().click()
    await page.getByText('What you typed is kept').waitFor()
    await page.locator('button', { hasText: /owner/i }).first().click()
    await page.waitForURL(`${server.origin}/console/letters/new`)
    await page.getByRole('alert').filter({ hasText: 'nothing was done with it' }).waitFor()
    expect(await opening.inputValue()).toBe('A whole sentence')
    await takeCookies()
  })
})

test('in another tab Lock locks at once, and leads back to where it was pressed; Sign out leaves nothing to read', async () => {
  // A way in of its own: Lock and Sign out end it.
  await ownDesk()
  await page.context().clearCookies()
  await signIn(page)
  const own = await page.context().newPage()
  await own.goto(`${server.origin}/console/calendar`)
  await aDayWithVisits()
  await page.locator('a[data-walk]').first().click()
  await page.locator('.beside').waitFor()
  const { pathname, search } = new URL(page.url())
  await page.getByRole('button', { name: 'Lock' }).click()
  await Promise.all([page.waitForURL(/\/unlock/), own.waitForURL(/\/unlock\?then=%2Fconsole%2Fcalendar$/)])
  await page.locator('button', { hasText: /owner/i }).first().click()
  await page.waitForURL(`${server.origin}${pathname}${search}`)
  await own.goto(`${server.origin}/console/calendar`)
  await own.waitForLoadState()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await Promise.all([page.waitForURL(/\/sign-in/), own.waitForURL(`${server.origin}/console/sign-in?`)])
})

test('without scripts the page leads to the locked door by itself after ten minutes', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await context.addCookies(cookies)
  const plain = await context.newPage()
  const text = await (await plain.goto(`${server.origin}/console/calendar?day=2026-11-27`))?.text()
  expect(text).toContain(
    '<noscript><meta http-equiv="refresh" content="600;url=/console/unlock?then=%2Fconsole%2Fcalendar%3Fday%3D2026-11-27"/></noscript>',
  )
  await context.close()
})

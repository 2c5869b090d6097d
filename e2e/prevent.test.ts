/** Prevention in a real browser: reminders as notes and as a calendar file, the walking plan, breaks; offline and without scripts. */
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { complaintsOf, phone, sharedBrowser, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { asPlanned } from './lived.ts'
import { Looks, nothingWrong, openFolds } from './looks.ts'
import { plainPlan, plainStrain, send } from './walk.ts'

const server = { origin: inject('origin') }
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
afterEach(async () => {
  await putAway(context)
})

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({ ...phone, reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(10_000)
  return await context.newPage()
}
/** The same, with the worker in charge. */
async function openReady(options: BrowserContextOptions): Promise<Page> {
  const device = await openDevice({ ...phone, reducedMotion: 'reduce', ...options })
  context = device.context
  context.setDefaultTimeout(10_000)
  return device.page
}
/** On the front page of the device. */
async function onDevice(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openReady(options)
  await visitAndWaitForWorker(page, server.origin)
  return page
}
/** The same after a clear check and the questions of the plan: pain 3. */
async function checked(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openReady(options)
  await asPlanned(page, server.origin, { ...plainStrain, painNow: '2' }, { ...plainPlan, painNow: '2', have: 'chair' })
  return page
}
const to = (page: Page, path: string) => page.goto(`${server.origin}${path}`)

/** Opens the part of one reminder and sets it as it stands. */
async function setReminder(page: Page, name: string): Promise<void> {
  await page.locator('summary', { hasText: name }).click()
  const form = page.locator('details[open] form')
  await Promise.all([page.waitForEvent('domcontentloaded'), form.locator('button[value="set"]').click()])
}
/**
 * Allows notes, as by a person's press. A headless shell has none: there the page gets a stand-in that keeps what it was
 * asked to show, for as long as the page stays.
 */
async function allowNotes(page: Page): Promise<void> {
  await context.grantPermissions(['notifications'], { origin: server.origin })
  if (await page.evaluate(() => Notification.permission === 'granted')) return
  await page.addInitScript(() => {
    const shown: Notification[] = []
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
    ServiceWorkerRegistration.prototype.showNotification = async (title, { body = '', tag = '' } = {}) => {
      shown.push(Object.assign(new EventTarget(), { title, body, tag }) as Notification)
    }
    ServiceWorkerRegistration.prototype.getNotifications = async () => shown
  })
}
const notesShown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }))
  })

describe('notes on the device', () => {
  test('nothing is asked before the button is pressed; once allowed, a note comes at its time and says nothing of a back', async () => {
    const page = await onDevice()
    const complaints = complaintsOf(context)
    await page.clock.install({ time: new Date(2026, 10, 23, 12, 0) })
    await page.addInitScript(() => {
      Notification.requestPermission = async () => {
        document.title = 'asked'
        return 'default'
      }
    })
    await to(page, '/prevent/reminders')
    await setReminder(page, 'Your walk')
    expect(await page.locator('.reminder-on').innerText()).toContain('12:30')
    expect(await page.title()).not.toBe('asked')
    if (await page.locator('[data-ask]').isVisible()) {
      await page.locator('[data-ask]').click()
      expect(await page.title()).toBe('asked')
    }
    await allowNotes(page)
    await page.reload()
    await page.locator('[data-state]', { hasText: 'Notes are on while this page stays open.' }).waitFor()
    expect(await notesShown(page)).toEqual([])
    await page.clock.fastForward('29:00')
    expect(await notesShown(page)).toEqual([])
    await page.clock.fastForward('01:30')
    await expect.poll(() => notesShown(page)).toEqual([{ title: 'Reminder', body: '', tag: '/prevent/walking' }])
    expect(complaints).toEqual([])
  })

  test('“Show one now” shows one', wholeFormOnly, async () => {
    const page = await onDevice()
    await allowNotes(page)
    await to(page, '/prevent/reminders')
    await page.locator('[data-try]').click()
    await expect.poll(() => notesShown(page)).toHaveLength(1)
  })

  test('where the browser says no, the page says so and the calendar file is there instead', async () => {
    const page = await onDevice()
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'denied' })
    })
    await to(page, '/prevent/reminders')
    await setReminder(page, 'Your walk')
    await page.locator('[data-state]', { hasText: 'does not allow notes' }).waitFor()
    expect(await page.locator('[data-ask]').isVisible()).toBe(false)
    expect(await page.locator('a[href="/prevent/reminders/calendar.ics"]').isVisible()).toBe(true)
  })

  test('a browser that cannot show notes is told apart', wholeFormOnly, async () => {
    const page = await onDevice()
    await page.addInitScript(() => {
      delete (window as unknown as Record<string, unknown>).Notification
    })
    await to(page, '/prevent/reminders')
    await page.locator('[data-state]', { hasText: 'cannot show notes' }).waitFor()
  })
})

describe('reminders', () => {
  // In Node: prevent-app.test.tsx and reminders; offline.test.ts saves a file with no network.
  test(
    'the calendar file downloads offline and parses; after one press everything is off, and the second file takes it back',
    wholeFormOnly,
    async () => {
      const page = await onDevice()
      await to(page, '/prevent/reminders')
      await setReminder(page, 'Your walk')
      await setReminder(page, 'A short break')
      await context.setOffline(true)
      const file = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator(`a[href="/prevent/reminders/${name}.ics"]`).click(),
        ])
        const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')))
        return calendar.getAllSubcomponents('vevent').map((part) => part.getFirstPropertyValue('status'))
      }
      // A walk at 12:30, and 17 breaks from 09:00 to 17:00. An entry that stands names no state.
      expect(await file('calendar')).toEqual(Array(18).fill(null))
      await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('button[value="cancelAll"]').click()])
      expect(await page.locator('.reminder-on').count()).toBe(0)
      expect(await page.locator('main').innerText()).toContain('None is set')
      expect(await file('cancel')).toEqual(Array(18).fill('CANCELLED'))
    },
  )

  test('a time that is none gets a message with the focus on it, and what was typed stays', wholeFormOnly, async () => {
    const page = await onDevice()
    await to(page, '/prevent/reminders')
    await page.locator('summary', { hasText: 'Diary entry' }).click()
    await page.locator('details[open] input[name="days"]:checked').evaluateAll((ticks: HTMLInputElement[]) => {
      for (const tick of ticks) tick.checked = false
    })
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      page.locator('details[open] button[value="set"]').click(),
    ])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problems')
    expect(await page.locator('details[open] input[name="time1"]').inputValue()).toBe('20:00')
  })
})

describe('after a clear check', () => {
  test(
    'a walking plan: start, walk of today, note it, and it is there offline and after a reload',
    wholeFormOnly,
    async () => {
      const page = await checked()
      await to(page, '/prevent/walking')
      await page.locator('input[name="minutesNow"]').fill('10')
      await page.locator('input[name="daysNow"]').fill('3')
      await send(page, 'button[value="start"]')
      expect(await page.locator('#today').innerText()).toBe('Today: 10 minutes')
      expect(await page.locator('[data-digits]').innerText()).toBe('10:00')
      await context.setOffline(true)
      await page.locator('label', { hasText: 'Fine: pain 0 to 3' }).click()
      await send(page, 'button[value="note"]')
      await page.reload()
      expect(await page.locator('main').innerText()).toContain('So far: 1 whole day, 10 minutes')
    },
  )

  test('a walk that sent pain down the leg closes every movement until the check', wholeFormOnly, async () => {
    const page = await checked()
    await to(page, '/prevent/walking')
    await page.locator('input[name="minutesNow"]').fill('10')
    await page.locator('input[name="daysNow"]').fill('3')
    await send(page, 'button[value="start"]')
    await page.locator('label', { hasText: 'went further down my leg' }).click()
    await send(page, 'button[value="note"]')
    expect(await page.locator('#today').count()).toBe(0)
    for (const path of ['/prevent/breaks', '/prevent/warm-up', '/prevent/lifting']) {
      await to(page, path)
      expect([path, await page.locator('[data-figure]').count()]).toEqual([path, 0])
    }
  })

  test('a break shows its movements and a timer that counts two minutes down', wholeFormOnly, async () => {
    const page = await checked()
    await page.clock.install()
    await to(page, '/prevent/breaks')
    expect(await page.locator('main [data-figure]').count()).toBeGreaterThanOrEqual(2)
    expect(await page.locator('[data-digits]').innerText()).toBe('2:00')
    await page.locator('[data-go]').click()
    await page.clock.runFor(61_000)
    expect(await page.locator('[data-digits]').innerText()).toBe('59')
  })
})

const pages = [
  '/prevent',
  '/prevent/walking',
  '/prevent/strength',
  '/prevent/breaks',
  '/prevent/desk',
  '/prevent/lifting',
  '/prevent/warm-up',
  '/prevent/reminders',
  '/prevent/lessons/hydration',
]

describe('for everyone', () => {
  test('every page in use: axe in light and dark, 320 pixels, enlarged to 400 %', wholeFormOnly, async () => {
    const page = await checked({ bypassCSP: true })
    await to(page, '/prevent/walking')
    await page.locator('input[name="minutesNow"]').fill('10')
    await page.locator('input[name="daysNow"]').fill('3')
    await send(page, 'button[value="start"]')
    await to(page, '/prevent/reminders')
    await setReminder(page, 'A short break')
    const looks = new Looks()
    for (const path of pages) {
      await to(page, path)
      await openFolds(page)
      await looks.at(page, path)
    }
    expect(looks.wrong).toEqual(nothingWrong)
  })

  test('with the keyboard alone a reminder is set and cancelled', wholeFormOnly, async () => {
    const page = await onDevice()
    await to(page, '/prevent/reminders')
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
      }
      throw new Error(`${selector} cannot be reached`)
    }
    await tabTo('details:nth-of-type(2) > summary')
    await page.keyboard.press('Enter')
    await tabTo('button[value="set"]')
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
    expect(await page.locator('.reminder-on').count()).toBe(1)
    await tabTo('button[value="cancelAll"]')
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
    expect(await page.locator('.reminder-on').count()).toBe(0)
  })

  test('offline, every page opens', wholeFormOnly, async () => {
    const page = await onDevice()
    await context.setOffline(true)
    for (const path of pages) {
      await to(page, path)
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
    }
  })

  test('without scripts, each page says what it can and where the rest is kept', wholeFormOnly, async () => {
    const page = await open({ javaScriptEnabled: false })
    for (const path of pages) {
      await to(page, path)
      const words = await page.locator('main').innerText()
      const plain = ['/prevent', '/prevent/desk', '/prevent/lessons/hydration'].includes(path)
      expect([path, words.includes('kept on your own device')]).toEqual([path, !plain])
      if (path !== '/prevent/reminders') expect(words.toLowerCase()).toMatch(/(no good|weak|moderate) evidence/)
    }
  })
})

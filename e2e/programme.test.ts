/**
 * The programme in a real browser, on the device's own worker: from the check into the first session, the next
 * mornings with their decisions in words, what a danger sign does, days away, checks on their days; every page by axe, at
 * 320 px, by keyboard alone and with no network.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { asEpochMs, dayMs, hourMs } from '../src/care/evidence/time.ts'
import { checkEvent } from '../src/web/care/plan/plan.fixtures.ts'
import { complaintsOf, phone, sharedBrowser, tidyBrowser } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { Looks, nothingWrong } from './looks.ts'
import { plainStrain, send, tapOn, walkToPlan, walkToResult } from './walk.ts'

const server = { origin: inject('origin') }
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
afterEach(async () => {
  await putAway(context)
})

const at = (path: string) => `${server.origin}${path}`
const heading = () => page.locator('h1').first().innerText()
const main = async () => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
const tap = (selector: string) => send(page, selector, tapOn(page))
const choose = (name: string, value: string) => page.locator(`label:has(input[name="${name}"][value="${value}"])`).tap()

/** A device with the worker in charge, and these events in its record. */
async function onDevice(events: readonly object[] = [], options: BrowserContextOptions = {}): Promise<void> {
  ;({ context, page } = await openDevice({ ...phone, timezoneId: 'UTC', ...options }))
  context.setDefaultTimeout(10_000)
  complaints = complaintsOf(context)
  if (events.length === 0) return
  const owner = '7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d'
  const file = JSON.stringify({ unclench: 'record', version: 1, owner, events })
  await page.goto(at('/record'))
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await page.locator('form[action="/record/import"] button').first().click()
  await page.getByText('Added').waitFor()
}

/** Events of a record that began so many days ago, told day by day. Day 0 is the first; times are UTC. */
function story(daysAgo: number) {
  const today = Math.floor(Date.now() / dayMs)
  const first = today - daysAgo
  const date = (day: number) => new Date((first + day) * dayMs).toISOString().slice(0, 10)
  const events: object[] = []
  const uuid = () => `0193000a-0000-7000-8000-${String(events.length).padStart(12, '0')}`
  const write = (day: number, hour: number, what: object) => {
    events.push({ v: 1, id: uuid(), at: (first + day) * dayMs + hour * hourMs, day: date(day), ...what })
    return told
  }
  const told = {
    events,
    write,
    check: (day: number) => {
      const event = checkEvent({}, asEpochMs((first + day) * dayMs + 0.01 * hourMs))
      events.push({ ...event, id: uuid(), check: uuid(), day: date(day) })
      return told
    },
    start: () =>
      write(0, 0.02, {
        kind: 'programmeStarted',
        episodeDay: date(0),
        painDayOne0to10: 6,
        ageYears: 30,
        firstEver: 'no',
      }),
    session: (day: number, hour: number) =>
      write(day, hour, {
        kind: 'sessionDone',
        painBefore0to10: 3,
        effort0to10: 2,
        leg: 'none',
        movements: [{ card: 'M08', movement: 'M08', peak0to10: 2, done: 'all' }],
      }),
    morning: (day: number, pain0to10: number) => write(day, 0.03, { kind: 'morningNoted', pain0to10 }),
  }
  return told
}
/** A good first day, so many days ago. */
const begun = (daysAgo: number) => story(daysAgo).check(0).start().session(0, 9).session(0, 13).session(0, 17)

/** Tells the pain of this morning, with nothing to explain it. */
async function tellMorning(pain: number): Promise<void> {
  await page.goto(at('/programme/morning'))
  await tap(`button[name="pain"][value="${pain}"]`)
  await choose('list.explain', 'none')
  await tap('main form button.go')
}

test('from the check into the first session, tap by tap, and back to one left half-way', wholeFormOnly, async () => {
  await onDevice()
  await page.goto(at('/today'))
  expect(await heading()).toBe('Your day-by-day plan')
  await tap('a.button.go')
  await walkToResult(page, plainStrain)
  await walkToPlan(page)
  await tap('a[href="/programme/start"]')
  await choose('q.began', '1')
  await choose('q.painDayOne', '7')
  await tap('main form button.go')
  expect(await heading()).toBe('Today')
  expect(await main()).toContain('Day 2. Phase 1, Calm.')
  await tap('.next-task a.go')
  await tap('button[name="pain"][value="4"]')
  await choose('list.explain', 'none')
  await tap('main form button.go')
  expect(await main()).toContain('Your movements: 1 of 3 today')
  await tap('.next-task a.go')
  expect(new URL(page.url()).pathname).toBe('/session')
  // The morning told it already.
  expect(await main()).toContain('Pain now: 4 of 10')
  await tap('main form .actions button')
  expect(new URL(page.url()).pathname).toMatch(/^\/session\/[0-9a-f-]{36}$/)
  await page.goto(at('/today'))
  expect(await page.locator('.next-task').innerText()).toContain('Carry on with your session')
  await tap('.next-task a.go')
  expect(new URL(page.url()).pathname).toMatch(/^\/session\/[0-9a-f-]{36}$/)
  await page.goto(at('/'))
  expect(await page.locator('a.go').getAttribute('href')).toBe('/today')
  await page.goto(at('/plan'))
  expect(await page.locator('main a[href="/today"]').count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
})

describe('the next morning', () => {
  const mornings = [
    [3, 'One step more:', 'Why: your last three sessions and mornings went well.'],
    [4, 'Same again: this morning was 4, one more than before.', 'Same again'],
    [5, 'Stepping back: this morning was 5, two more than before.', 'Stepping back'],
  ] as const
  // In `npm test`: programme-app.test.tsx.
  test.each(mornings)('a pain of %i: what it changes and why, in words', wholeFormOnly, async (pain, words, also) => {
    await onDevice(begun(1).events)
    await tellMorning(pain)
    expect(await main()).toContain('Morning: the last part')
    expect(await page.locator('main a[href="/session"]').count()).toBe(0)
    await tap('button[value="none"]')
    expect(await main()).toContain(words)
    expect(await main()).toContain(also)
    expect(await page.locator('main a[href="/session"]').count()).toBe(1)
    await page.goto(at('/programme'))
    expect(await main()).toContain(words)
  })

  test(
    'a jump of three asks for a clear reason; with none, all stops until the full check',
    wholeFormOnly,
    async () => {
      await onDevice(begun(1).events)
      await page.goto(at('/programme/morning'))
      await tap('button[name="pain"][value="7"]')
      expect(await main()).toContain('Is there a clear reason for more pain?')
      await choose('q.plainCause', 'no')
      await choose('list.explain', 'none')
      await tap('main form button.go')
      expect(await main()).toContain('pain went from 3 to 7 with no clear reason')
      expect(await page.locator('.next-task').innerText()).toContain('Do the full check')
      await page.goto(at('/movements/M08'))
      expect(await page.locator('svg.figure').count()).toBe(0)
    },
  )

  test('Back, reload and a second press write one morning', wholeFormOnly, async () => {
    await onDevice(begun(1).events)
    await tellMorning(4)
    await page.goBack()
    await page.goBack()
    expect(await heading()).toBe('How bad is the pain now?')
    await page.goForward()
    await page.goForward()
    expect(await heading()).toBe('Short check: any of these now?')
    await page.reload()
    await page.goto(at('/record'))
    expect((await main()).match(/Morning: pain 4 of 10/g)).toHaveLength(1)
  })
})

describe('a danger sign', () => {
  test('in the short check: 999 without scrolling, movements shut, and the full check begins with it', async () => {
    await onDevice(begun(1).events)
    await page.setViewportSize({ width: 320, height: 568 })
    await page.goto(at('/programme/mini-check'))
    await choose('q.A2', 'yes')
    await tap('main form button.go:not(.unseen)')
    expect(await heading()).toBe('Stop. This may need help now')
    const box = await page.locator('.now a[href="tel:999"]').boundingBox()
    expect(box && box.y >= 0 && box.y + box.height <= 568).toBe(true)
    await page.goto(at('/movements/M08'))
    expect(await page.locator('svg.figure').count()).toBe(0)
    await page.goto(at('/today'))
    expect(await main()).toContain('This may need help now')
    expect(await page.locator('main a[href="/session"]').count()).toBe(0)
    expect(await main()).not.toContain('physio')
    await tap('.next-task button')
    expect(await page.locator('[name="q.A2.kind"]').count()).toBeGreaterThan(0)
    await walkToResult(page, { ...plainStrain, 'A2.kind': 'changed', 'A2.when': 'new' })
    expect(await page.locator('a[href="tel:999"]').first().isVisible()).toBe(true)
    await page.goto(at('/today'))
    expect(await main()).toContain('Be seen first')
  })

  test('is one tap away from Today, and one more says what to do', wholeFormOnly, async () => {
    await onDevice(begun(0).events)
    await page.goto(at('/today'))
    await tap('.new-or-worse a')
    await tap('button[name="sign"][value="chest"]')
    expect(await main()).toContain('heart attack')
    expect(await page.locator('.now a[href="tel:999"]').isVisible()).toBe(true)
    await page.goto(at('/today'))
    expect(await main()).toContain('you may have chest pain or hard breathing')
  })
})

describe('days', () => {
  test('after ten away it welcomes, starts one step lower and blames nobody', wholeFormOnly, async () => {
    await onDevice(begun(10).events)
    await page.goto(at('/today'))
    expect(await main()).toContain('Welcome back. It has been 10 days. That is fine. We start one step lower.')
    expect(await main()).not.toMatch(/missed|streak|should have/i)
  })

  test('in week 2 the full check comes before anything else', wholeFormOnly, async () => {
    await onDevice(begun(14).morning(14, 3).events)
    await page.goto(at('/today'))
    expect(await page.locator('.next-task').innerText()).toContain('It is time for your week 2 check.')
    expect(await page.locator('main a[href="/session"]').count()).toBe(0)
    await tap('.next-task button')
    await walkToResult(page, plainStrain)
    await tap('a[href="/today"]')
    expect(await main()).not.toContain('week 2 check')
  })
})

const pages = [
  '/',
  '/today',
  '/programme',
  '/programme/start',
  '/programme/morning',
  '/programme/mini-check',
  '/programme/check-in',
  '/programme/abilities',
  '/programme/phase',
  '/programme/direction',
  '/programme/feelings',
  '/programme/cleared',
  '/programme/mistaken',
  '/programme/stop',
  '/programme/flare',
]

describe('for everyone', () => {
  test('every page is clean by axe in light and dark, and fits 320 px, errors included', {
    ...wholeFormOnly,
    timeout: 180_000,
  }, async () => {
    await onDevice(begun(3).morning(1, 4).morning(2, 6).morning(3, 3).events, {
      bypassCSP: true,
      reducedMotion: 'reduce',
    })
    const looks = new Looks()
    const look = (name: string) => looks.at(page, name)
    for (const path of pages) {
      await page.goto(at(path))
      await look(path)
      const go = page.locator('main form button.go:not(.unseen)').first()
      if ((await go.count()) > 0 && path !== '/today') {
        await Promise.all([page.waitForEvent('domcontentloaded'), go.click()])
        if ((await page.locator('#problems').count()) > 0) await look(`${path} with errors`)
      }
    }
    await page.goto(at('/programme/mini-check'))
    await send(page, 'button[value="notSure"]')
    await look('one by one')
    await page.goto(at('/programme/morning'))
    await send(page, 'button[value="9"]')
    await look('after a jump')
    await page.goto(at('/programme/stop'))
    await send(page, 'button[value="bladder"]')
    await look('warning')
    await page.goto(at('/today'))
    await look('today after a warning')
    expect(looks.seen).toBeGreaterThan(pages.length + 6)
    expect(looks.wrong).toEqual(nothingWrong)
  })

  test(
    'the keyboard alone tells the morning, does the short check and reaches the session',
    wholeFormOnly,
    async () => {
      await onDevice(begun(1).events, { hasTouch: false, isMobile: false })
      await page.goto(at('/today'))
      const tabTo = async (selector: string) => {
        for (let press = 0; press < 60; press += 1) {
          await page.keyboard.press('Tab')
          const there = await page.evaluate((name) => document.activeElement?.matches(name) ?? false, selector)
          if (there) return
        }
        throw new Error(`The Tab key never came to ${selector}`)
      }
      const enter = () => Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
      await tabTo('.next-task a.go')
      await enter()
      await tabTo('button[value="3"]')
      await enter()
      await tabTo('input[value="none"]')
      await page.keyboard.press('Space')
      await tabTo('button.go')
      await enter()
      await tabTo('button[value="none"]')
      await enter()
      await tabTo('a[href="/session"]')
    },
  )

  test('works whole with no network', wholeFormOnly, async () => {
    await onDevice(begun(1).events)
    await context.setOffline(true)
    await tellMorning(3)
    await tap('button[value="none"]')
    expect(await main()).toContain('One step more:')
    expect(await page.locator('main a[href="/session"]').count()).toBe(1)
    for (const path of pages) {
      await page.goto(at(path))
      expect([path, await heading()]).not.toEqual([path, 'You are offline'])
    }
  })

  test(
    'without a worker or scripts the pages say what they need and keep the check and 999 in reach',
    wholeFormOnly,
    async () => {
      context = await browser.newContext({ ...phone, javaScriptEnabled: false, serviceWorkers: 'block' })
      page = await context.newPage()
      for (const path of pages.filter((one) => one !== '/' && one !== '/programme/flare')) {
        await page.goto(at(path))
        expect([path, await main()]).toEqual([path, expect.stringContaining('kept on your own device')])
        expect([path, await page.locator('main a[href="/check"]').count()]).toEqual([path, 1])
        expect([path, await page.locator('main a[href="/emergency"]').count()]).toEqual([path, 1])
      }
    },
  )
})

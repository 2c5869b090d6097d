/**
 * Finding a therapist and booking, in a real browser against our own PostgreSQL with the demonstration: search, hold, book,
 * move, cancel; with scripts and without, on the narrowest phone and on a desk.
 */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isWhole, someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { complaintsOf, sharedBrowser, tidyBrowser } from './browser.ts'
import { bookedVisit, type Clinic, lastTimeOf, mailTo, sharedClinic, therapistOf } from './clinic.ts'
import { openDevice, putAway } from './device.ts'
import { bringAxe } from './looks.ts'
import { print, unfitForPaper } from './printed.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

/** As long as a form takes, in two words: nothing of it may stick out. */
const name = `Robin ${'Ashdown'.repeat(16)}`
const sizes = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
]

// In the short form on the narrow phone with scripts; without them a course is booked, moved and cancelled (course-later.test.ts).
describe.each(someOf(sizes, 2))('at $width pixels', (viewport) => {
  describe.each(someOf([true, false], 2))('with scripts: %s', (javaScriptEnabled) => {
    let context: BrowserContext
    let page: Page
    let complaints: string[]
    beforeEach(async () => {
      context = await browser.newContext({
        viewport,
        javaScriptEnabled,
        locale: 'en-GB',
        serviceWorkers: 'block',
        bypassCSP: true,
      })
      context.setDefaultTimeout(10_000)
      complaints = complaintsOf(context)
      page = await context.newPage()
    })
    afterEach(async () => {
      await context.close()
      // A form that comes back to be put right is answered with 422, and the worker is kept out on purpose.
      expect(complaints.filter((said) => !/status of (409|422)|registration blocked/.test(said))).toEqual([])
    })

    const heading = () => page.locator('h1').first().innerText()
    /** Presses something that leads to another page, and waits until that page is there. */
    const press = async (what: Locator) => {
      const there = page.waitForEvent('load')
      await what.click()
      await there
    }
    let looks = 0
    /** Nothing sticks out to the side, and axe finds nothing: in the short form it is asked of every fourth page. */
    const looksRight = async () => {
      if (!javaScriptEnabled) return
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      looks += 1
      if (!isWhole && looks % 4 !== 1) return
      await bringAxe(page)
      const found = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      )
      expect(found).toEqual([])
    }

    /** On a phone the list comes first, and the form opens by a line that says what was asked. */
    const searchesAgain = async () => {
      const where = page.getByLabel('Where')
      expect(await where.isVisible()).toBe(viewport.width > 600)
      if (viewport.width > 600) return
      await page.getByRole('link', { name: /^Change the search: E2/ }).click()
      expect(await where.inputValue()).toBe('E2')
      await looksRight()
      await press(page.getByRole('button', { name: 'Search' }))
      expect(await where.isVisible()).toBe(false)
    }

    test('a person finds a time, books it, moves it and cancels it', async () => {
      await page.goto(`${server.origin}/find?place=E2`)
      await looksRight()
      await searchesAgain()
      // The last of them: inside the last day a visit cannot be moved, only cancelled.
      const offered = page.locator(`a[href^="/book/${therapistOf.book}?"]`)
      const starts = await offered.evaluateAll((links) =>
        links.map((link) => Date.parse(new URL((link as HTMLAnchorElement).href).searchParams.get('at') ?? '')),
      )
      await press(offered.nth(starts.indexOf(Math.max(...starts))))
      await looksRight()
      await press(page.getByRole('button', { name: 'Hold it for 5 minutes' }))
      expect(await heading()).toBe('Your details')
      const form = page.url()
      await looksRight()
      if (javaScriptEnabled) expect(await page.locator('.countdown').innerText()).toMatch(/^[45]:\d\d$/)

      // Back leads to the time, which is held by whoever pressed it, and on to the form again.
      await page.goBack()
      expect(await heading()).toBe('That time is held for somebody')
      await looksRight()
      const goOn = page.getByRole('link', { name: 'Go on with your booking' })
      expect(await goOn.isVisible()).toBe(javaScriptEnabled)
      await (javaScriptEnabled ? press(goOn) : page.goForward())
      expect(page.url()).toBe(form)

      // Nothing is lost when something is wrong.
      await page.getByLabel('Your name').fill(name)
      await page.getByRole('button', { name: 'Add 5 minutes' }).click()
      expect(await page.getByLabel('Your name').inputValue()).toBe(name)
      await press(page.getByRole('button', { name: /^Book / }))
      expect(await page.getByLabel('Your name').inputValue()).toBe(name)
      await looksRight()
      await page.getByLabel('Email').fill('robin@example.org')
      await page.getByText(/^I pay/).click()
      await press(page.getByRole('button', { name: /^Book / }))
      expect(await heading()).toBe('Your visit is booked')
      expect(await page.locator('main').innerText()).toContain('This is a demonstration.')
      const visit = page.url()
      const booked = await page.locator('.visit-card').innerText()
      if (javaScriptEnabled) {
        const printed = await print(page)
        expect(await unfitForPaper(page, printed)).toEqual([])
        // Its address is a key: what is left lying about opens nothing.
        expect(printed.text).not.toContain('/visits/')
      }
      await looksRight()

      // The form's address leads to the visit now, not to a second booking.
      await page.goto(form)
      expect(page.url()).toBe(visit)

      await press(page.getByRole('link', { name: 'Move it' }))
      await looksRight()
      await press(page.locator('.move-times a').last())
      expect(await heading()).toMatch(/^Move it to /)
      await press(page.getByRole('button', { name: 'Hold it for 5 minutes' }))
      expect(await heading()).toMatch(/^Move it to /)
      await looksRight()
      if (javaScriptEnabled) expect(await page.locator('.countdown').innerText()).toMatch(/^[45]:\d\d$/)
      await press(page.getByRole('button', { name: 'Move my visit' }))
      expect(page.url()).toBe(visit)
      expect(await page.locator('.visit-card').innerText()).not.toBe(booked)
      expect(await heading()).toBe('Your visit is moved')
      expect(await page.locator('.big-line').innerText()).toMatch(/^You moved it\. It was .+ Now it is /)

      await press(page.getByRole('link', { name: 'Cancel it' }))
      await looksRight()
      await press(page.getByRole('button', { name: 'Cancel my visit' }))
      expect(await heading()).toBe('Your visit is cancelled')
      await looksRight()
    })
  })
})

test('a booking writes its mail as a file, and the link in it opens the visit', wholeFormOnly, async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(`${server.origin}/find?place=E2`)
  await page.locator(`a[href^="/book/${therapistOf.book}?"]`).last().click()
  await page.getByRole('button', { name: 'Hold it for 5 minutes' }).click()
  await page.getByLabel('Your name').fill('Ada Outbox')
  await page.getByLabel('Email').fill('outbox@example.org')
  await page.getByText(/^I pay/).click()
  await page.getByRole('button', { name: /^Book / }).click()
  await page.getByRole('heading', { name: 'Your visit is booked' }).waitFor()
  const visit = new URL(page.url()).pathname
  await context.close()
  const { text = '' } = await mailTo(server.outbox, 'outbox@example.org', /^Booked/)
  expect(/http:\/\/localhost:\d+(\/visits\/[\w-]{64})/.exec(text)?.[1]).toBe(visit)
})

describe('a time that is held, on a device with its worker', () => {
  let context: BrowserContext
  let page: Page
  beforeEach(async () => {
    ;({ context, page } = await openDevice({ locale: 'en-GB' }, server.origin))
    context.setDefaultTimeout(15_000)
  })
  afterEach(() => putAway(context))

  const heading = (at = page) => at.locator('h1:visible').first().innerText()
  /** Holds the last of the times that are shown. Returns the address of that time. */
  const hold = async () => {
    const time = await lastTimeOf(server.origin, therapistOf.book)
    await page.goto(server.origin + time)
    await page.getByRole('button', { name: 'Hold it for 5 minutes' }).click()
    await page.getByLabel('Your name').waitFor()
    await page.waitForLoadState()
    return server.origin + time
  }
  const secondsLeft = async () => Number(await page.locator('[data-countdown]').getAttribute('data-countdown'))
  /** The same, as the server says it by now at the address of a form; 0 once it is not held. It ends by itself (booking.db). */
  const promised = async (form: string) =>
    Number(/data-countdown="(\d+)"/.exec(await (await fetch(form)).text())?.[1] ?? 0)
  /** A time that was left is kept a quarter of a minute. The whole form waits until it is everybody's; `booking.db` holds that too. */
  const isLetGoSoon = async (form: string, time: string) => {
    await expect.poll(() => promised(form), { timeout: 10_000, interval: 200 }).toBeLessThanOrEqual(15)
    if (isWhole)
      await expect.poll(() => others(time), { timeout: 30_000, interval: 1000 }).toBe('Hold it for 5 minutes')
  }
  /** The word that somebody is back is sent: then the time is held as long as before. */
  const backSaid = () => page.waitForRequest((request) => request.postData() === 'do=back')
  const isHeldAsBefore = (form: string) =>
    expect.poll(() => promised(form), { timeout: 10_000, interval: 200 }).toBeGreaterThan(200)
  /** What others read of that time. */
  const others = async (time: string) =>
    /That time is held for somebody|Hold it for 5 minutes/.exec(await (await fetch(time)).text())?.[0]

  test(
    'after Leave quickly nothing that was typed into it comes back, as the page about privacy says',
    wholeFormOnly,
    async () => {
      await page.goto(`${server.origin}/safety`)
      expect(await page.locator('main').innerText()).toContain('what you typed on it and did not send is gone')
      await context.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'Weather' }))
      await hold()
      const form = page.url()
      const note = page.getByLabel(/^Anything the therapist should know/)
      await page.getByLabel('Your name').fill('Robin Gone')
      await note.fill('Sore since the fall')
      await page.locator('a[data-leave]').first().click()
      await page.waitForURL('https://www.bbc.co.uk/**')
      await page.goBack()
      expect(page.url()).not.toBe(form)
      await page.goto(form)
      expect([await page.getByLabel('Your name').inputValue(), await note.inputValue()]).toEqual(['', ''])
    },
  )

  test('gone back to once it is booked, every page says so, and none that the device is offline', async () => {
    const time = await hold()
    await page.getByLabel('Your name').fill('Robin Back')
    // Pasted, and longer than is taken: none of it is cut without a word.
    const note = page.getByLabel(/^Anything the therapist should know/)
    await note.focus()
    await page.keyboard.insertText('long '.repeat(401))
    await page.getByRole('button', { name: 'Add 5 minutes' }).click()
    await page.waitForFunction('!document.querySelector("[value=renew]")')
    expect(await secondsLeft()).toBeGreaterThan(310)
    expect(await page.getByLabel('Your name').inputValue()).toBe('Robin Back')
    await page.getByRole('button', { name: /^Book / }).click()
    await page.getByText('Choose who pays.').first().waitFor()
    await page.getByText('Use 2000 characters or fewer for the note.').first().waitFor()
    expect((await note.inputValue()).length).toBe(2005)
    await note.fill('')
    await page.getByLabel('Email').fill('robin.back@example.org')
    await page.getByText(/^I pay/).click()
    await page.getByRole('button', { name: /^Book / }).click()
    await page.getByRole('heading', { name: 'Your visit is booked' }).waitFor()
    const visit = page.url()
    const seen: string[] = []
    while (page.url() !== time && seen.length < 6) {
      await page.goBack()
      await page.waitForFunction('document.readyState === "complete"')
      if (page.url() !== time) seen.push(await heading())
    }
    expect(new Set(seen)).toEqual(new Set(['Your visit is booked']))
    await page.getByRole('heading', { name: 'You have booked this' }).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/taken|Nothing was booked/)
    await page.getByRole('link', { name: 'See your visit' }).click()
    await page.getByRole('heading', { name: 'Your visit is booked' }).waitFor()
    expect(page.url()).toBe(visit)
  })

  test('is let go soon after its form is left, and by no reload, renewal or mistake in the form; whoever comes back has it as before', async () => {
    await page.addInitScript(() => {
      const send = navigator.sendBeacon.bind(navigator)
      navigator.sendBeacon = (address, word) => {
        localStorage.saidOnLeaving = `${localStorage.saidOnLeaving ?? ''}${word};`
        return send(address, word)
      }
    })
    const time = await hold()
    const form = page.url()
    expect(await secondsLeft()).toBeGreaterThan(200)
    const back = backSaid()
    await page.reload()
    await back
    await isHeldAsBefore(form)
    await page.getByRole('button', { name: 'Add 5 minutes' }).click()
    await page.waitForFunction('!document.querySelector("[value=renew]")')
    await page.getByRole('button', { name: /^Book / }).click()
    await page.getByText('Choose who pays.').first().waitFor()
    // By the reload alone it was said to be left, and that was taken back.
    expect(await page.evaluate('localStorage.saidOnLeaving')).toBe('do=away;')
    expect(await promised(form)).toBeGreaterThan(500)
    expect(await others(time)).toBe('That time is held for somebody')
    await page.goto(`${server.origin}/find`)
    await page.goto(form)
    await expect.poll(secondsLeft, { timeout: 10_000, interval: 300 }).toBeGreaterThan(200)
    await page.goto(`${server.origin}/find?place=E2`)
    expect(await page.evaluate('localStorage.saidOnLeaving')).toBe('do=away;do=away;do=away;')
    await isLetGoSoon(form, time)
  })

  test('that was booked leaves no empty page where the server does not say what became of it', async () => {
    // The worker hides what it asks for from a test that holds an answer back.
    const plain = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' })
    page = await plain.newPage()
    const time = await hold()
    const form = page.url()
    await page.getByLabel('Your name').fill('Robin Slow')
    await page.getByLabel('Email').fill('robin.slow@example.org')
    await page.getByText(/^I pay/).click()
    await page.getByRole('button', { name: /^Book / }).click()
    await page.getByRole('heading', { name: 'Your visit is booked' }).waitFor()
    await page.route(form, () => undefined)
    await page.clock.install()
    const asked = page.waitForRequest(form)
    await page.goto(time)
    await asked
    expect(await page.locator('h1').first().isVisible()).toBe(false)
    await page.clock.fastForward(4000)
    await page.locator('h1').first().waitFor()
    await plain.close()
  })

  test('stays held for one tab when a copy of it is closed, and is let go when its own window is', async () => {
    const time = await hold()
    const form = page.url()
    const [copy] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate((address) => void window.open(address), form),
    ])
    await copy.getByLabel('Your name').waitFor()
    // Its script says that it is left, and is there once all is loaded.
    await copy.waitForLoadState()
    const back = backSaid()
    await copy.close({ runBeforeUnload: true })
    await back
    await isHeldAsBefore(form)
    expect(await others(time)).toBe('That time is held for somebody')
    // Another window stays open, as on most devices: with its last one a browser may end before the word is sent.
    await context.newPage()
    await page.waitForLoadState('networkidle')
    await page.close({ runBeforeUnload: true })
    await isLetGoSoon(form, time)
  })

  describe('for a visit that is moved', () => {
    /** Books a visit and holds the last of the times to which it can go. Returns the visit's address. */
    const holdMove = async () => {
      const { origin } = server
      const visit = origin + (await bookedVisit(origin, therapistOf.book, 'Robin Move', 'robin.move@example.org'))
      await page.goto(visit)
      await page.getByRole('link', { name: 'Move it' }).click()
      await page.locator('.move-times a').last().click()
      await page.getByRole('button', { name: 'Hold it for 5 minutes' }).click()
      await page.getByRole('button', { name: 'Move my visit' }).waitFor()
      return visit
    }
    const when = async () => (await page.locator('.visit-card').innerText()).split('\n')[0]

    test('is held by one tab at a time, let go when it is left, and moved by one press of two; Back leads to the visit', async () => {
      const visit = await holdMove()
      const held = page.url()
      const { pathname, search } = new URL(held)
      const start = new URLSearchParams(search).get('start')
      await page.goto(visit)
      const before = await when()
      // Left: soon it is not held any more (`booking-app.db` holds that it can be held again). Come back to, it is as before.
      await expect.poll(() => promised(held), { timeout: 10_000, interval: 200 }).toBeLessThanOrEqual(15)
      await page.goto(held)
      await isHeldAsBefore(held)
      await page.getByRole('button', { name: 'Move my visit' }).waitFor()
      // A second tab takes another time; the first is not told what is not so, and moves all the same.
      const other = await context.newPage()
      await other.goto(`${server.origin}${pathname}`)
      await other.locator('.move-times a').first().click()
      await other.getByRole('button', { name: 'Hold it for 5 minutes' }).click()
      await other.getByRole('button', { name: 'Move my visit' }).waitFor()
      await page.getByRole('button', { name: 'Move my visit' }).dblclick()
      await page.getByRole('link', { name: 'Cancel it' }).waitFor()
      expect(page.url()).toBe(visit)
      expect(await when()).not.toBe(before)
      const after = await when()
      await page.goBack()
      await page.getByRole('link', { name: 'Cancel it' }).waitFor()
      expect(page.url()).toBe(visit)
      // The old page of the other tab moves nothing back unsaid.
      await other.getByRole('button', { name: 'Move my visit' }).click()
      await other.getByRole('heading', { name: 'Your visit was changed since you opened that page' }).waitFor()
      await page.reload()
      expect(await when()).toBe(after)
      expect(Number(start)).toBeGreaterThan(0)
    })
  })
})

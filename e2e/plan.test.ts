/**
 * The plan, its steps, timers, movements and figures as a person lives them on a phone: on the device, with the network
 * cut, and with scripts off. Time is moved by the page's own clock; the age of a check by its entry in the record.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { complaintsOf, phone, sharedBrowser, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { waitForStore } from './device-store.ts'
import { openDevice, putAway } from './device.ts'
import { layLine } from './line.ts'
import { asChecked, asPlanned } from './lived.ts'
import { plainPlan, plainStrain, send, tapOn, type Told, walkThroughGate, walkToPlan, walkToResult } from './walk.ts'

const server = { origin: inject('origin') }
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
afterEach(async () => {
  await putAway(context)
  expect(complaints).toEqual([])
})

const heading = () => page.locator('h1').first().innerText()
const main = () => page.locator('main').innerText()
const at = (path: string, on = server) => `${on.origin}${path}`

async function open(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ ...phone, ...options })
  complaints = complaintsOf(context)
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
}
/** The same, with the worker in charge. */
async function openReady(options: BrowserContextOptions = {}): Promise<void> {
  ;({ context, page } = await openDevice({ ...phone, ...options }))
  complaints = complaintsOf(context)
  context.setDefaultTimeout(10_000)
}
/** A finished check on the device, kept in its record. */
async function checkedOnDevice(told: Told = plainStrain, options: BrowserContextOptions = {}): Promise<void> {
  await openReady(options)
  await asChecked(page, server.origin, told)
}
/** And its plan. */
async function planOnDevice(told: Told = plainStrain, options: BrowserContextOptions = {}): Promise<void> {
  await openReady(options)
  await asPlanned(page, server.origin, told)
  expect(await heading()).toBe('Your plan')
}
/** Addresses of the plan's steps, in order. */
const stepAddresses = () =>
  page.locator('.step-card').evaluateAll((cards) => cards.map((card) => card.getAttribute('href') ?? ''))
/** The kind of timer of each step that was seen: the same answers give the same plan. */
const kinds = new Map<string, string>()
/** The plan's step with a timer of this kind. Leaves its page open. */
async function openStepWith(kind: string): Promise<string> {
  await page.goto(at('/plan'))
  for (const address of await stepAddresses()) {
    if ((kinds.get(address) ?? kind) !== kind) continue
    await page.goto(at(address))
    const own: string | null = await page.evaluate(
      () => document.querySelector('[data-timer]')?.getAttribute('data-timer') ?? null,
    )
    kinds.set(address, own === null ? 'none' : JSON.parse(own).kind)
    if (kinds.get(address) === kind) return address
  }
  throw new Error(`no step with a ${kind} timer in the plan`)
}
/** What a page that may show no movement must not hold. */
const movementParts = () => page.locator('[data-figure], [data-frames], [data-timer], .step-card').count()
/** Every address that could show a movement or a step, typed by hand. */
const typedAddresses = [
  '/plan',
  '/plan/step/ease-calves-on-chair',
  '/plan/step/ease-easiest-position',
  '/plan/step/warmth-heat-pack',
  '/movements',
  '/movements/M05',
  '/movements/M08',
  '/movements/M17a',
  '/movements/breathing',
]
let typed = 0
/** In the short form every second of them, by turns. */
async function expectNothingToMove(title: string): Promise<void> {
  typed += 1
  for (const address of someOf(typedAddresses, 2, typed)) {
    await page.goto(at(address))
    expect([address, await heading(), await movementParts()]).toEqual([address, title, 0])
  }
}

const timer = () => page.locator('[data-timer]').first()
const digits = async () => (await timer().locator('[data-digits]').innerText()).trim()
/** Can a timer be started on a phone before anything is scrolled? */
async function startIsInSight(): Promise<boolean> {
  await page.setViewportSize({ width: 360, height: 740 })
  await timer().locator('[data-go]').waitFor()
  return page.evaluate(() => {
    const start = document.querySelector('[data-go]')
    const { left = 0, top = 0, width = 0, height = 0 } = start?.getBoundingClientRect() ?? {}
    return window.scrollY === 0 && document.elementFromPoint(left + width / 2, top + height / 2) === start
  })
}
/** Seconds on a timer that counts down in minutes. */
const secondsLeft = async () => {
  const [minutes, seconds] = (await digits()).split(':').map(Number)
  return seconds === undefined ? (minutes ?? Number.NaN) : (minutes ?? Number.NaN) * 60 + seconds
}

describe('on the device', () => {
  test('from the check to the plan, a step done, the next one; home carries on, and a reload keeps all of it', async () => {
    await checkedOnDevice()
    await walkToPlan(page, plainPlan)
    expect([await heading(), new URL(page.url()).pathname]).toEqual(['Your plan', '/plan'])
    expect(await page.locator('.step-list').count()).toBe(4)
    const steps = await stepAddresses()
    expect(steps.length).toBeGreaterThan(12)
    const second = await page.locator('.step-card').nth(1).locator('strong').innerText()
    const first = await page.locator('.step-card').nth(0).locator('strong').innerText()

    await send(page, '.next-bar a', tapOn(page))
    expect([await heading(), new URL(page.url()).pathname]).toEqual([first, steps[0]])
    expect(await startIsInSight()).toBe(true)
    await send(page, 'button[value="done"]', tapOn(page))
    expect([await heading(), new URL(page.url()).pathname]).toEqual([second, steps[1]])

    await page.goto(at('/'))
    await send(page, 'main a[href="/plan"]', tapOn(page))
    expect(await heading()).toBe('Your plan')
    await page.reload()
    expect(await stepAddresses()).toEqual(steps)
    expect(await page.locator('.step-card').nth(0).innerText()).toContain('✓ Done')
    expect(await page.locator('.step-card').nth(1).innerText()).not.toContain('✓ Done')
    expect(await page.locator('.next-bar').innerText()).toMatch(/^Next: /)
    await page.goto(at('/record'))
    expect(await main()).toContain(`Did a step: ${first}.`)
    expect(await main()).not.toContain((steps[0] ?? '').split('/').at(-1))
  })

  test(
    'a timer counts down, stands still when paused, and goes on over a reload and another page without losing time',
    wholeFormOnly,
    async () => {
      await planOnDevice()
      await page.clock.install()
      const address = await openStepWith('hold')
      const [go, stop] = [timer().locator('[data-go]'), timer().locator('[data-stop]')]
      expect(await timer().locator('.timer-clock').isVisible()).toBe(false)
      const whole = await secondsLeft()
      await go.tap()
      await page.clock.fastForward(30_000)
      const running = await secondsLeft()
      expect(whole - running).toBeGreaterThanOrEqual(30)
      expect(whole - running).toBeLessThan(40)
      expect(await page.title()).toContain(await digits())

      expect(await go.innerText()).toBe('Pause')
      await go.tap()
      const paused = await secondsLeft()
      await page.clock.fastForward(60_000)
      expect(await secondsLeft()).toBe(paused)
      await page.reload()
      expect([await secondsLeft(), await go.innerText()]).toEqual([paused, 'Go on'])

      await go.tap()
      await page.clock.fastForward(20_000)
      // Time that passes while another page is open counts too.
      await page.goto(at('/emergency'))
      await page.clock.fastForward(60_000)
      await page.goto(at(address))
      expect(await go.innerText()).toBe('Pause')
      await page.reload()
      await page.clock.fastForward(10_000)
      expect(paused - (await secondsLeft())).toBeGreaterThanOrEqual(90)
      expect(paused - (await secondsLeft())).toBeLessThan(110)

      await page.clock.fastForward(whole * 1000)
      expect([await digits(), await timer().locator('[data-cue]').innerText()]).toEqual([
        '0',
        'Time is up. Move slowly.',
      ])
      await go.tap()
      await stop.tap()
      expect(await secondsLeft()).toBe(whole)
    },
  )

  test('warmth asks to look at the skin every five minutes until answered, and at the end to take it off', async () => {
    await planOnDevice()
    await page.clock.install()
    await openStepWith('heat')
    const [go, fine, alarm] = [
      timer().locator('[data-go]'),
      timer().locator('[data-fine]'),
      timer().locator('[data-alarm]'),
    ]
    await go.tap()
    expect(await go.isVisible()).toBe(false)
    await page.clock.fastForward('04:30')
    expect(await alarm.isVisible()).toBe(false)
    await page.clock.fastForward('00:31')
    expect(await alarm.isVisible()).toBe(true)
    expect(await timer().locator('[data-say]').innerText()).toBe('Look at your skin now.')
    await page.reload()
    expect(await alarm.isVisible()).toBe(true)
    await fine.tap()
    expect(await alarm.isVisible()).toBe(false)
    // Nobody looks for the rest of it: the end still comes on time.
    await page.clock.fastForward('10:00')
    expect(await timer().locator('[data-say]').innerText()).toBe('Time is up. Take the warmth off now.')
    expect(await fine.innerText()).toBe('I have taken it off')
    await fine.tap()
    expect(await timer().locator('[data-cue]').innerText()).toBe('Leave it off for now.')
    expect(await go.isVisible()).toBe(false)
  })

  test('skin that looks wrong stops the warmth at once', wholeFormOnly, async () => {
    await planOnDevice()
    await page.clock.install()
    await openStepWith('heat')
    await timer().locator('[data-go]').tap()
    await page.clock.fastForward('05:01')
    await timer().locator('[data-stop-now]').tap()
    expect(await timer().locator('[data-cue]').innerText()).toBe('Take it off now, and leave it off.')
    await page.clock.fastForward('01:00')
    expect(await timer().locator('[data-alarm]').isVisible()).toBe(false)
    expect(await digits()).toBe('15:00')
  })

  test('a timer of each other kind starts, says what to do and moves on', wholeFormOnly, async () => {
    await planOnDevice()
    await page.clock.install()
    for (const kind of ['breath', 'reps', 'walk', 'relax']) {
      await openStepWith(kind)
      await timer().locator('[data-go]').tap()
      const cue = () => timer().locator('[data-cue]').innerText()
      const before = await cue()
      expect([kind, before]).not.toEqual([kind, ''])
      await page.clock.fastForward(kind === 'walk' ? 61_000 : 5500)
      expect([kind, await cue()]).not.toEqual([kind, before])
      await page.clock.fastForward('30:00')
      expect([kind, await cue()]).toEqual([kind, expect.stringMatching(/Time is up|Well done/)])
    }
  })

  test(
    'where the check asks to be seen first, the plan and the movements hold only the gentle part',
    wholeFormOnly,
    async () => {
      await planOnDevice({ ...plainStrain, F1: 'yes', 'F1.skin': 'no' })
      expect(await main()).toContain('Your check asks you to be seen first')
      const steps = await stepAddresses()
      expect(steps.join(' ')).toContain('/plan/step/warmth-')
      expect(steps.join(' ')).not.toMatch(/step\/(tilt|move|direction|massage|morning)-/)
      for (const address of ['/plan/step/tilt-tilt-floor', '/plan/step/direction-direction-test']) {
        await page.goto(at(address))
        expect([await heading(), await movementParts()]).toEqual(['That step is not in your plan', 0])
        // The browser itself writes a line about each page that is not there.
        expect(complaints.splice(0).join()).toMatch(/^Failed to load resource: .* 404 .*\/plan\/step\/[\w-]+$/)
      }
      for (const address of ['/movements/M05', '/movements/M08']) {
        await page.goto(at(address))
        expect(await heading()).toBe('Not this one for now')
        expect(await page.locator('[data-frames], [data-timer]').count()).toBe(0)
      }
      await page.goto(at('/movements'))
      const kept = await page
        .locator('.step-card')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
      expect(kept.length).toBeGreaterThan(0)
      expect(kept).not.toContain('/movements/M05')
    },
  )

  const shut: readonly [string, Told, string][] = [
    ['urgent', { ...plainStrain, F2: 'yes' }, 'Speak to someone today first'],
    ['an emergency', { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }, 'Get help first'],
  ]
  // What a check closes is shown in Node for each address and danger (what-is-open.test.tsx, plan-app.test.tsx).
  test.each(shut)(
    'at %s there is no plan and no movement, whatever address is typed',
    wholeFormOnly,
    async (_level, told, title) => {
      await checkedOnDevice(told)
      await expectNothingToMove(title)
    },
  )

  // In Node: plan-told.test.tsx.
  test(
    'a pain that has jumped since is asked for a clear reason, and with one the plan stays open',
    wholeFormOnly,
    async () => {
      await planOnDevice()
      await page.goto(at('/diary/entry'))
      await page.locator('label:has(input[name="pain"][value="1"])').tap()
      await send(page, 'form.entry-form button.go')
      await page.goto(at('/plan'))
      await send(page, 'button[name="do"][value="again"]')
      await page.locator('[name="q.painNow"]').fill('5')
      await send(page, 'form[action="/plan"] button.go')
      expect(await heading()).toBe('One question first')
      expect(await main()).toContain('Your answers are not saved yet.')
      await page.locator('label:has(input[name="plainCause"][value="yes"])').tap()
      await send(page, 'form[action="/plan"] button.go')
      await page.goto(at('/diary'))
      expect(await main()).not.toContain('jumped')
      await page.goto(at('/plan'))
      expect(await heading()).toBe('Your plan')
    },
  )

  test('a danger told in another tab closes plan, step and movement that lie open, however young, and says whom to call', async () => {
    await planOnDevice()
    const other = await context.newPage()
    await other.goto(at('/diary/entry'))
    const sign = other.locator('input[name="signs"][value="saddle"]')
    await sign.evaluate((tick: HTMLInputElement) => tick.click())
    await other.locator('label:has(input[name="pain"][value="5"])').click()
    const [step = ''] = await stepAddresses()
    const opened = await Promise.all(
      [step, '/movements/M08'].map(async (path) => {
        const tab = await context.newPage()
        await tab.goto(at(path))
        return tab
      }),
    )
    // A timer that is under way does not keep its step open.
    await opened[0]?.locator('[data-timer] [data-go]').click()
    await page.goto(at('/plan'))
    await send(other, 'form[action="/diary/entry"] button.go')
    for (const tab of [page, ...opened]) {
      await tab.locator('a[href="tel:999"]').first().waitFor()
      expect(await tab.locator('.step-card, [data-timer], [data-figure]').count()).toBe(0)
      expect(await tab.locator('main').innerText()).not.toContain('Safe to start at home')
    }
    for (const tab of opened) await tab.close()
  })

  test('forms that lie open say whom to call as soon as a danger is told in another tab, and lose no word', async () => {
    await planOnDevice()
    const entry = await context.newPage()
    await entry.goto(at('/diary/entry'))
    await entry.locator('details:has(textarea[name="note"]) > summary').click()
    await entry.locator('textarea[name="note"]').pressSequentially('It began when I')
    // The second screen of a form, which no address of its own brings back.
    await page.goto(at('/plan'))
    await send(page, 'button[name="do"][value="again"]')
    await send(page, 'form[action="/plan"] button.go')
    const carried = await page.locator('form[action="/plan"] input[type="hidden"]').count()
    const asked = await heading()
    const other = await context.newPage()
    await other.goto(at('/programme/stop'))
    await send(other, 'button[value="chest"]')
    for (const form of [entry, page]) {
      const said = form.getByRole('alert')
      await said.locator('a[href="tel:999"]').waitFor()
      expect(await form.locator('main > :first-child').getAttribute('role')).toBe('alert')
    }
    await entry.keyboard.type(' got up.')
    expect(await entry.locator('textarea[name="note"]').inputValue()).toBe('It began when I got up.')
    expect(await heading()).toBe(asked)
    expect(await page.locator('form[action="/plan"] input[type="hidden"]').count()).toBe(carried)
    for (const tab of [entry, other]) await tab.close()
  })

  test('a worse second check closes the plan that the first one opened', wholeFormOnly, async () => {
    await planOnDevice()
    await page.goto(at('/check'))
    await walkToResult(page, { ...plainStrain, F2: 'yes' })
    await expectNothingToMove('Speak to someone today first')
  })

  test('a day after the check, plan and movements are closed until the next check', wholeFormOnly, async () => {
    await planOnDevice()
    await agedBy(23)
    await page.goto(at('/plan'))
    expect(await heading()).toBe('Your plan')
    await agedBy(1)
    await expectNothingToMove('Check again first')
    await page.goto(at('/'))
    expect(await main()).toContain('Your last check is more than a day old')
    await page.goto(at('/medicines'))
    expect(await heading()).toBe('Check again first')
    await page.goto(at('/check'))
    await walkToResult(page, plainStrain)
    await walkToPlan(page)
    expect(await heading()).toBe('Your plan')
  })
})

/** Makes everything in the record this many hours older. */
const agedBy = async (hours: number) => {
  await waitForStore(page)
  await page.evaluate(
    (ms) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('unclench')
        opening.onsuccess = () => {
          const tx = opening.result.transaction('events', 'readwrite')
          const reading = tx.objectStore('events').openCursor()
          reading.onsuccess = () => {
            const cursor = reading.result
            if (!cursor) return
            cursor.update({ ...cursor.value, at: cursor.value.at - ms })
            cursor.continue()
          }
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          tx.onerror = () => reject(tx.error)
        }
      }),
    hours * 3_600_000,
  )
}

describe('the figure of a movement', () => {
  const shape = () =>
    page
      .locator('.moving svg.figure > g > path')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join(' '))
  const openMovement = async () => {
    await page.goto(at('/movements'))
    await page.goto(at((await page.locator('a.step-card[href="/movements/M08"]').getAttribute('href')) ?? ''))
  }
  /** Has the drawing changed after half a second? Where it moves, it does within a tenth. */
  const moves = async () => {
    const before = await shape()
    for (let look = 0; look < 6; look += 1) {
      await page.waitForTimeout(100)
      if ((await shape()) !== before) return true
    }
    return false
  }

  test('moves by itself, stands still when paused, and goes on', async () => {
    await planOnDevice()
    await openMovement()
    expect(await page.locator('[data-stills]').isVisible()).toBe(false)
    expect(await moves()).toBe(true)
    await page.locator('.moving button').tap()
    expect(await page.locator('.moving button').innerText()).toBe('Move the picture')
    expect(await moves()).toBe(false)
    await page.locator('.moving button').tap()
    expect(await moves()).toBe(true)
    expect(await page.locator('[data-caption]').innerText()).not.toBe('')
  })

  test('with less motion asked for, shows its stills, and moves only when pressed', wholeFormOnly, async () => {
    await planOnDevice(plainStrain, { reducedMotion: 'reduce' })
    await openMovement()
    expect(await page.locator('[data-stills] svg').first().isVisible()).toBe(true)
    expect(await page.locator('[data-stills] svg').count()).toBeGreaterThan(1)
    expect(await moves()).toBe(false)
    await page.locator('.moving button').tap()
    expect(await moves()).toBe(true)
  })
})

describe('with the network cut after the first visit', () => {
  test('check, plan, a timed step, a movement and the painkillers are all there', wholeFormOnly, async () => {
    const own = await layLine(server.origin)
    await open()
    await visitAndWaitForWorker(page, own.origin)
    await own.stop()
    await context.setOffline(true)
    await page.goto(at('/check', own))
    await walkToResult(page, plainStrain)
    await walkToPlan(page)
    expect(await heading()).toBe('Your plan')
    await send(page, '.step-card')
    await timer().locator('[data-go]').tap()
    const before = await secondsLeft()
    await expect.poll(secondsLeft, { timeout: 20_000, interval: 300 }).toBeLessThan(before)
    await send(page, 'button[value="done"]')
    expect(await main()).toMatch(/Step 2 of \d+/)
    await page.goto(at('/movements/M08', own))
    expect(await page.locator('[data-frames]').isVisible()).toBe(true)
    await page.goto(at('/medicines', own))
    expect(await walkThroughGate(page)).toBe(4)
    expect(await heading()).toBe('Painkillers that may suit you')
    await page.goto(at('/', own))
    await send(page, 'main a[href="/plan"]')
    expect(await main()).toContain('✓ Done')
  })
})

describe('with scripts off', () => {
  test(
    'check, plan, a step, the next one, a movement and the painkillers by forms alone; nothing is kept',
    wholeFormOnly,
    async () => {
      await open({ javaScriptEnabled: false })
      await page.goto(at('/check'))
      await walkToResult(page, plainStrain)
      await walkToPlan(page)
      expect(await heading()).toBe('Your plan')
      expect(await page.locator('.step-list').count()).toBe(4)
      await send(page, '.step-card')
      expect(await main()).toMatch(/Step 1 of \d+/)
      expect(await main()).toMatch(/Use a clock: \d+ minutes/)
      expect(await page.locator('.timer-live').isVisible()).toBe(false)
      await send(page, 'button[value="done"]')
      expect(await main()).toMatch(/Step 2 of \d+/)
      await send(page, 'button[formaction="/plan"]')
      expect(await heading()).toBe('Your plan')
      await send(page, 'button[formaction="/movements"]')
      expect(await heading()).toBe('Movements for you now')
      await send(page, 'button[formaction="/movements/M08"]')
      expect(await page.locator('[data-stills] svg').first().isVisible()).toBe(true)
      expect(await page.locator('.moving').isVisible()).toBe(false)
      await send(page, 'form[action="/plan"] button.go')
      await send(page, 'button[formaction="/medicines"]')
      expect(await walkThroughGate(page)).toBe(4)
      expect(await heading()).toBe('Painkillers that may suit you')
      await page.goto(at('/plan'))
      expect([await heading(), await movementParts()]).toEqual(['Do the whole check first', 0])
      expect(await context.cookies()).toEqual([])
    },
  )

  test.each<[string, Told, string]>([
    ['urgent', { ...plainStrain, F2: 'yes' }, 'Speak to someone today first'],
    ['an emergency', { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }, 'Get help first'],
  ])(
    'a result at %s opens no plan, even when its answers are sent to the plan by hand',
    wholeFormOnly,
    async (_level, told, title) => {
      await open({ javaScriptEnabled: false })
      await page.goto(at('/check'))
      await walkToResult(page, told)
      expect(await page.locator('form[action="/plan"]').count()).toBe(0)
      const carried = await page
        .locator('input[name="trail"], input[name="checkedAt"]')
        .evaluateAll((fields) =>
          fields.map((field): [string, string] => [
            field.getAttribute('name') ?? '',
            field.getAttribute('value') ?? '',
          ]),
        )
      for (const address of ['/plan', '/movements/M08', '/plan/step/ease-easiest-position']) {
        const answer = await context.request.post(at(address), {
          form: { ...Object.fromEntries(carried), profile: '{}' },
          headers: { Origin: server.origin },
        })
        const html = await answer.text()
        expect(html).toContain(title)
        expect(html).not.toMatch(/data-figure|data-timer|step-card/)
      }
    },
  )
})

/** The guided player in a real browser: keyboard, reload, too sore, swap, stop, offline, without its script. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { isWhole, wholeFormOnly } from '../scripts/short-form.ts'
import { complaintsOf, phone, sharedBrowser, tidyBrowser } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { layLine } from './line.ts'
import { breaches } from './looks.ts'
import { beginSession, recordOf, walkToProgramme } from './session.ts'
import { send } from './walk.ts'

let browser: Browser
const server = { origin: inject('origin') }
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
const small = { ...phone, viewport: { width: 320, height: 568 } }
afterEach(async () => {
  await putAway(context)
})

/** A device that has never been here, for a test of another address, of a worker that lacks a file, or of none. */
async function comeAnew(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ ...small, ...options })
  complaints = complaintsOf(context)
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
}
const text = (name: string) => page.locator(`[data-${name}]`).first().innerText()
const done = async () => (await recordOf(page)).find(({ kind }) => kind === 'sessionDone')
const movementsOf = (event: Record<string, unknown> | undefined) =>
  event?.movements as readonly { movement: string; card: string; done: string }[]
/** A device with a programme. */
async function openReady(options: BrowserContextOptions = {}): Promise<void> {
  ;({ context, page } = await openDevice({ ...small, ...options }))
  complaints = complaintsOf(context)
  context.setDefaultTimeout(10_000)
  await walkToProgramme(page, server.origin)
}
/** A session with a clock that the test moves. */
async function playing(options: BrowserContextOptions = {}): Promise<string> {
  await openReady(options)
  await page.clock.install()
  return beginSession(page, server.origin)
}
/** Lets time pass in one step, as a busy device does: at three seconds it is no gap yet (player-clock.ts). */
const step = () => page.clock.fastForward(3000)
/** Lets time pass: in steps of a second, and as a person would feel it in the whole form, where each frame is drawn. */
async function pass(seconds: number): Promise<void> {
  if (isWhole) return await page.clock.runFor(seconds * 1000)
  for (let second = 0; second < seconds; second += 1) await page.clock.fastForward(1000)
}
const press = (key: string) => page.keyboard.press(key)
const heading = () => page.locator('h1').first().innerText()

/** All that is needed stands on the screen, in targets of 64 pixels. */
async function expectAllInReach(): Promise<void> {
  for (const name of [
    '[data-choice="0.0"] svg',
    '[data-number]',
    '[data-caption]',
    '[data-go]',
    '[data-sore]',
    '[data-stop]',
  ]) {
    const box = await page.locator(name).first().boundingBox()
    expect([name, box !== null && box.y >= 0 && box.y + box.height <= 568]).toEqual([name, true])
  }
  for (const box of await page
    .locator('.player-keys button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height)))
    expect(box).toBeGreaterThanOrEqual(64)
}

const none = 'No voice on this device'

describe('a session', () => {
  test('fits a screen of 320 × 568, is done whole by keyboard over a reload, and what was told is in the record', async () => {
    await playing()
    await expectAllInReach()
    expect([await text('title'), await text('number')]).toEqual(['Slow breathing', '5'])
    // Nobody who lies down should have to aim first: the keys work wherever the page was touched last.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await press('Space')
    expect(await text('go')).toBe('Pause')
    await pass(6)
    expect(await text('caption')).toBe('Breathe in.')
    await press('Space')
    expect(await text('go')).toBe('Go on')
    const number = await text('number')
    await page.clock.fastForward(60_000)
    expect(await text('number')).toBe(number)
    // After a reload it is where it was, paused, with its three switches kept and nothing about health.
    await page.locator('[data-switch="chimes"]').click()
    const unit = await text('unit')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.reload()
    expect([await text('go'), await text('number'), await text('unit')]).toEqual(['Go on', number, unit])
    expect(await page.locator('[data-switch="chimes"]').getAttribute('aria-pressed')).toBe('true')
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([
      ['unclench-player', JSON.stringify({ voice: false, chimes: true, buzz: true })],
    ])
    // For whoever asks for less motion the picture stands still.
    const drawn = () => page.locator('[data-choice="0.0"] svg path').first().getAttribute('d')
    await press('Space')
    await pass(1)
    const before = await drawn()
    await pass(3)
    expect(await text('caption')).toBe('Breathe out.')
    expect(await drawn()).toBe(before)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    // On to the next, and back to the one before.
    await press('ArrowRight')
    expect(await text('place')).toBe('2 of 5')
    expect(await text('caption')).toContain('Next: Pelvic tilt')
    await press('ArrowLeft')
    expect(await text('place')).toBe('1 of 5')
    await press('ArrowRight')
    await pass(40)
    expect(await text('unit')).toMatch(/of 8|seconds/)
    for (let item = 2; item <= 5; item += 1) await press('ArrowRight')
    expect(await page.locator('[data-player]').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('How did it go?')
    expect(await page.locator('select[name="done.0"]').inputValue()).toBe('part')
    expect(await page.locator('select[name="done.1"]').inputValue()).toBe('part')
    expect(await page.locator('select[name="done.2"]').inputValue()).toBe('skipped')
    for (const [name, value] of [
      ['worst', '2'],
      ['leg', 'none'],
      ['effort', '2'],
    ]) {
      await page.locator(`input[name="${name}"][value="${value}"]`).focus()
      await press('Space')
    }
    await page.locator('form[data-finish] button.go').focus()
    await Promise.all([page.waitForEvent('domcontentloaded'), press('Enter')])
    expect(await heading()).toBe('Saved')
    expect(await page.locator('main').innerText()).toContain('Same again:')
    expect(await done()).toMatchObject({ leg: 'none', effort0to10: 2, painBefore0to10: 3 })
    expect(complaints).toEqual([])
  })

  test(
    'plays to its end by itself: every movement done, each with its captions, and sound off',
    wholeFormOnly,
    async () => {
      await openReady()
      await page.clock.install()
      await beginSession(page, server.origin, '3', '5')
      await page.locator('[data-go]').click()
      const captions = new Set<string>()
      for (let second = 0; second < 900 && (await page.locator('[data-player]').isVisible()); second += 3) {
        await step()
        captions.add(await page.locator('[data-caption]').first().innerText())
      }
      expect(await page.locator('h2', { hasText: 'How did it go?' }).isVisible()).toBe(true)
      const how = await page
        .locator('select[name^="done."]')
        .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))
      expect(how.length).toBeGreaterThan(0)
      expect(new Set(how)).toEqual(new Set(['all']))
      expect(captions.size).toBeGreaterThan(2)
    },
  )

  test('a gap in time, as of a locked phone, stops it at the place and does not race on', wholeFormOnly, async () => {
    await playing()
    await page.locator('[data-go]').click()
    await pass(20)
    const unit = await text('unit')
    await page.clock.fastForward(120_000)
    await page.clock.runFor(300)
    expect(await text('go')).toBe('Go on')
    expect(await text('unit')).toBe(unit)
    expect(await text('say')).toContain('you were away')
  })
})

describe('too sore', () => {
  test(
    'asks for the leg; fine: another one is offered, and the event says what was too sore',
    wholeFormOnly,
    async () => {
      await playing()
      await page.locator('[data-go]').click()
      await press('ArrowRight')
      await pass(45)
      await press('s')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stop this one. How is your leg?')
      await page.locator('[data-leg="same"]').click()
      expect(await page.locator('[data-swap-title]').innerText()).toBe('Leave that one out today.')
      await page.locator('[data-take]:visible').first().click()
      expect(await text('title')).not.toBe('Pelvic tilt')
      expect(await text('go')).toBe('Pause')
      await pass(60)
      await press('Escape')
      await page.locator('[data-end]').click()
      await page.locator('label:has(input[name="worst"][value="4"])').click()
      await page.locator('label:has(input[name="leg"][value="same"])').click()
      await page.locator('label:has(input[name="effort"][value="2"])').click()
      await send(page, 'form[data-finish] button.go')
      const told = movementsOf(await done()).filter(({ card }) => card === 'M08')
      expect(told).toMatchObject([
        { movement: 'M08', done: 'tooSore' },
        { card: 'M08', done: 'part' },
      ])
      expect(told[1]?.movement).not.toBe('M08')
    },
  )

  test('in the rest after a movement it speaks of the one that is over, not of the next', wholeFormOnly, async () => {
    await playing()
    await page.locator('[data-go]').click()
    await pass(8)
    await press('ArrowRight')
    await pass(3)
    await press('s')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Slow breathing was too sore. How is your leg?',
    )
    await page.locator('[data-leg="none"]').click()
    expect([await text('title'), await text('go')]).toEqual(['Pelvic tilt', 'Go on'])
    await press('Escape')
    await page.locator('[data-end]').click()
    expect(await page.locator('select[name="done.0"]').inputValue()).toBe('tooSore')
    expect(await page.locator('select[name="done.1"]').inputValue()).toBe('skipped')
  })

  test('pain further down the leg ends the session at once and leads to the full check (H-10)', async () => {
    await openReady()
    const address = await beginSession(page, server.origin)
    await page.locator('[data-go]').click()
    expect(await breaches(page)).toEqual([])
    await page.locator('[data-sore]').click()
    expect(await breaches(page, 'dark')).toEqual([])
    await send(page, '[data-leg="further"]')
    await page.waitForURL(/\/done$/)
    expect(await heading()).toBe('Stop here for now')
    expect(await page.locator('form[action="/programme/full-check"]').isVisible()).toBe(true)
    expect(await done()).toMatchObject({ leg: 'further' })
    await page.goto(`${server.origin}/session`)
    expect(await heading()).toBe('No session now')
    expect(await page.locator('svg.figure').count()).toBe(0)
    await page.goto(address)
    expect(await heading()).toBe('Stop here for now')
  })
})

test('swap puts another one in its place', wholeFormOnly, async () => {
  await playing()
  await page.locator('[data-go]').click()
  await press('ArrowRight')
  await pass(2)
  await page.locator('[data-swap]').click()
  expect(await text('go')).not.toBe('Pause')
  const wanted = await page.locator('[data-take]:visible').first().innerText()
  await page.locator('[data-take]:visible').first().click()
  expect(wanted.split('\n')[0]).toBe(await text('title'))
})

test('a danger told in another tab ends the session that plays here, and says why; a walk told there does not', async () => {
  await openReady()
  const address = await beginSession(page, server.origin)
  await page.locator('[data-go]').first().click()
  const other = await context.newPage()
  if (isWhole) {
    await other.goto(`${server.origin}/diary/tasks`)
    await other.locator('input[name="new.1"]').fill('Carry shopping')
    await send(other, 'form[action="/diary/tasks"] button')
    await page.waitForTimeout(700)
  }
  expect(await page.locator('[data-player]').isVisible()).toBe(true)
  // The silence gives it the keys of the lock screen.
  expect(
    await page.evaluate(() => [navigator.mediaSession.playbackState, navigator.mediaSession.metadata?.title]),
  ).toEqual(['playing', 'Slow breathing'])
  await other.goto(`${server.origin}/programme/stop`)
  await other.locator('button[name="sign"][value="fever"]').click()
  await other.waitForLoadState()
  await page.locator('h1', { hasText: 'No session now' }).waitFor()
  expect(page.url()).toBe(address)
  expect(await page.locator('[data-player]').count()).toBe(0)
})

test('stop leads to what is new or worse', wholeFormOnly, async () => {
  await playing()
  await page.locator('[data-go]').click()
  await pass(7)
  await page.locator('[data-stop]').click()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stopped. What is it?')
  await send(page, '[data-panel="stop"] a')
  expect(page.url()).toContain('/programme/stop')
})

test('stop after something was too sore keeps that first, then asks what is new or worse', wholeFormOnly, async () => {
  await playing()
  await page.locator('[data-go]').click()
  await pass(7)
  await page.locator('[data-sore]').click()
  await page.locator('[data-leg="same"]').click()
  await page.locator('[data-none]').click()
  await page.locator('[data-stop]').click()
  await send(page, '[data-worse]')
  expect(page.url()).toContain('/programme/stop')
  const kept = (await recordOf(page)).find(({ kind }) => kind === 'sessionDone') ?? {}
  expect(kept).toMatchObject({ leg: 'same' })
  const [first, ...others] = movementsOf(kept).map(({ done: how }) => how)
  expect(first).toBe('tooSore')
  expect(new Set(others)).toEqual(new Set(['skipped']))
})

test('works with the network cut', wholeFormOnly, async () => {
  await comeAnew()
  const own = await layLine(server.origin)
  try {
    await walkToProgramme(page, own.origin)
    await own.stop()
    await context.setOffline(true)
    await beginSession(page, own.origin)
    await page.locator('[data-go]').click()
    await page.waitForFunction(() => document.querySelector('[data-number]')?.textContent === '3')
    expect(await text('go')).toBe('Pause')
    // The silence that gives it the keys of the lock screen is there too.
    const keys = await page.evaluate(() => [
      navigator.mediaSession.playbackState,
      navigator.mediaSession.metadata?.title,
    ])
    expect(keys).toEqual(['playing', 'Slow breathing'])
    expect(await page.evaluate(async () => (await fetch('/silence.wav')).status)).toBe(200)
  } finally {
    await own.stop()
  }
})

test('without its script the session is there in words, with too sore and the form', wholeFormOnly, async () => {
  await comeAnew()
  await walkToProgramme(page, server.origin)
  const gone = await page.evaluate(async () => {
    let deleted = 0
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const { url } of await cache.keys())
        if (url.includes('/assets/player-') && (await cache.delete(url))) deleted += 1
    }
    return deleted
  })
  expect(gone).toBe(1)
  await context.route(/\/assets\/player-/, (route) => route.abort())
  await beginSession(page, server.origin)
  expect(await page.locator('[data-player]').isVisible()).toBe(false)
  expect(await page.locator('.session-list li svg.figure').count()).toBeGreaterThan(5)
  await send(page, '#m1 button[value="tooSore"]')
  await page.locator('label:has(input[name="leg"][value="none"])').click()
  await send(page, 'form button.go')
  expect(await heading()).toBe('Leave that one out today')
  await send(page, 'form[method="get"] button.go')
  expect(await page.locator('form[data-finish]').isVisible()).toBe(true)
  expect(page.url()).toContain('#m2')
})

test('less motion shows still pictures', async () => {
  await playing({ reducedMotion: 'reduce' })
  await page.locator('[data-go]').click()
  await pass(6)
  const drawn = () => page.locator('[data-choice="0.0"] svg path').first().getAttribute('d')
  const before = await drawn()
  await pass(3)
  expect(await drawn()).toBe(before)
})

// In the short form two of them, in the session above that ends with pain further down the leg; and every-page-device.test.ts.
test('axe finds nothing on any of its screens, in light and dark', wholeFormOnly, async () => {
  const found: string[] = []
  const look = async (where: string) => {
    for (const scheme of ['dark', 'light'] as const)
      found.push(...(await breaches(page, scheme)).map((breach) => `${where}, ${scheme}: ${breach}`))
  }
  await openReady()
  await page.goto(`${server.origin}/session`)
  await look('begin')
  await beginSession(page, server.origin)
  await look('player')
  await page.locator('[data-go]').click()
  await look('playing')
  await page.locator('[data-sore]').click()
  await look('sore')
  await page.locator('[data-leg="none"]').click()
  await look('swap')
  await page.locator('[data-none]').click()
  await page.locator('[data-stop]').click()
  await look('stop')
  await page.locator('[data-end]').click()
  await look('form')
  await send(page, 'form[data-finish] button.go')
  await look('form with problems')
  await page.goto(`${server.origin}/relax`)
  await look('relax')
  await page.goto(`${server.origin}/relax/breathe-5`)
  await look('breathing')
  expect(found).toEqual([])
})

describe('relaxing', () => {
  // In `npm test`: voice.test.ts, and the press of it below.
  test(
    'Voice says where the device has none and is not on there, and is on where there is one',
    wholeFormOnly,
    async () => {
      await comeAnew({ serviceWorkers: 'block' })
      const pressVoice = async (device: () => void) => {
        const tab = await context.newPage()
        await tab.addInitScript(device)
        await tab.goto(`${server.origin}/relax/let-go`)
        const voice = tab.locator('[data-switch="voice"]')
        await voice.click()
        const said = await tab.locator('[data-say]').innerText()
        await tab.locator('[data-go]').click()
        await tab.locator('[data-stop]').click()
        const seen = [await voice.innerText(), await voice.getAttribute('aria-pressed'), said]
        await tab.close()
        return seen
      }
      const hasNone = [none, 'false', none]
      expect(
        await pressVoice(() => Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [] })),
        'no voices',
      ).toEqual(hasNone)
      expect(
        await pressVoice(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined })),
        'no speech',
      ).toEqual(hasNone)
      expect(
        await pressVoice(() => {
          Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [{}] })
          speechSynthesis.speak = () => undefined
        }),
      ).toEqual(['Voice', 'true', expect.any(String)])
      expect(complaints.filter((text) => !text.startsWith('Service Worker registration blocked'))).toEqual([])
    },
  )
  test('plays on the server’s page too, with no record and no worker; Voice is not on where the device has none', async () => {
    await comeAnew({ serviceWorkers: 'block' })
    await page.clock.install()
    await page.addInitScript(() => Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [] }))
    await page.goto(`${server.origin}/relax/let-go`)
    const voice = page.locator('[data-switch="voice"]')
    await voice.click()
    expect([await voice.innerText(), await voice.getAttribute('aria-pressed'), await text('say')]).toEqual([
      none,
      'false',
      none,
    ])
    await page.locator('[data-go]').click()
    await pass(6)
    expect(await text('caption')).toBe('Let your feet grow heavy and soft.')
    // To its end in the whole form; relax.test.ts and timeline.test.ts hold it too.
    if (!isWhole) return
    for (let minute = 0; minute < 11; minute += 1) for (let part = 0; part < 20; part += 1) await step()
    expect(await page.locator('[data-panel="over"] h2').isVisible()).toBe(true)
    await page.locator('[data-again]').click()
    expect(await text('number')).toBe('5')
  })
})

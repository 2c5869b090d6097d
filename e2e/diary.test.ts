/**
 * The diary in a real browser: an entry in two taps, the body map by tap, by drawing and by its list, what a red entry does
 * at once, taking back, two months of chart, on narrow screens, by axe, with no network; and how large its scripts are.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { isWhole, someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { complaintsOf, phone, root, sharedBrowser, tidyBrowser } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { asPlanned } from './lived.ts'
import { answeringInSight, breaches, misfits, openFolds } from './looks.ts'
import { recordOf as eventsKept } from './session.ts'
import { readWholeList } from './walk.ts'

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
const heading = () => page.locator('h1').innerText()
const save = () => page.locator('.save-bar button').tap()
const pain = (score: number) => page.locator(`label:has(input[name="pain"][value="${score}"])`).tap()
const fold = (title: string) => page.locator('summary', { hasText: title }).tap()

async function open(options: BrowserContextOptions = {}): Promise<void> {
  ;({ context, page } = await openDevice({ ...phone, ...options }))
  context.setDefaultTimeout(10_000)
  complaints = complaintsOf(context)
}
/** A device with the worker in charge, and a file brought in when there is one. */
async function onDevice(file?: string, options: BrowserContextOptions = {}): Promise<void> {
  await open(options)
  if (file === undefined) return
  await page.goto(at('/record'))
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await page.locator('form[action="/record/import"] button').first().tap()
  await page.getByText('Added').waitFor()
}

/** A record of so many days up to yesterday: a programme from the first day, pain that comes down, one flare. */
function recordOf(days: number): string {
  const dayMs = 86_400_000
  const today = Math.floor(Date.now() / dayMs)
  const date = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)
  const id = (kind: number, index: number) => `0193000${kind}-0000-7000-8000-${String(index).padStart(12, '0')}`
  const first = today - days
  const base = (kind: number, index: number) => ({
    v: 1,
    id: id(kind, index),
    at: (first + index) * dayMs + 8 * 3_600_000,
    day: date(first + index),
  })
  const started = {
    ...base(1, 0),
    kind: 'programmeStarted',
    episodeDay: date(first),
    painDayOne0to10: 7,
    ageYears: 40,
    firstEver: 'no',
  }
  const made = Array.from({ length: days }, (_, index) => ({
    ...base(2, index),
    kind: 'diaryEntry',
    painNow0to10: index >= 30 && index < 33 ? 8 : Math.max(1, Math.round(7 - index / 10)),
    sleep: index % 3 === 0 ? 'bad' : 'good',
    stress: index % 4 === 0 ? 'lots' : 'none',
  }))
  const owner = '7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d'
  return JSON.stringify({ unclench: 'record', version: 1, owner, events: [started, ...made] })
}

/** What the device keeps, as the file that a person can take with them tells it, oldest first. */
const kept = () => eventsKept(page)
const keptEntries = async () => (await kept()).filter(({ kind }) => kind === 'diaryEntry')

describe('an entry', () => {
  test('takes two taps on the first screen of a phone, with no scrolling: the pain, and Save; Back to its form and Save is the same entry, with the note that was typed; the diary says where the browser may clear it', async () => {
    await onDevice()
    await page.goto(at('/diary/entry'))
    for (const target of [page.locator('.scale-steps label').nth(10), page.locator('.save-bar button')]) {
      const box = await target.boundingBox()
      expect(box && box.y >= 0 && box.y + box.height <= 740).toBe(true)
      expect(box && Math.min(box.width, box.height)).toBeGreaterThanOrEqual(48)
    }
    await pain(4)
    await save()
    await page.waitForURL(/\/diary\/entry\/./)
    expect(await heading()).toBe('Your entry')
    await page.goto(at('/diary/entry'))
    expect(await page.locator('input[name="cameBack"]').count()).toBe(0)
    await pain(3)
    await fold('A note')
    await page.locator('#note').fill('Slept on the sofa')
    await save()
    await page.waitForURL(/\/diary\/entry\/./)
    await page.goBack()
    await page.locator('input[name="cameBack"]').waitFor({ state: 'attached' })
    await save()
    await page.waitForURL(/\/diary\/entry\/./)
    expect(await keptEntries()).toMatchObject([{ painNow0to10: 4 }, { painNow0to10: 3, note: 'Slept on the sofa' }])

    // The diary says that the browser may clear it once the browser has said so itself, and is quiet where it keeps it.
    const line = page.locator('[data-may-be-cleared]')
    await page.goto(at('/diary'))
    await line.waitFor({ state: 'visible' })
    await page.goto(at('/plan'))
    expect(await line.count()).toBe(0)
    await page.addInitScript(() => {
      StorageManager.prototype.persisted = async () => false
      StorageManager.prototype.persist = async () => {
        document.documentElement.dataset.asked = 'yes'
        return true
      }
    })
    await page.goto(at('/diary'))
    await page.locator('html[data-asked]').waitFor()
    expect(await line.isHidden()).toBe(true)
    expect(complaints).toEqual([])
  })

  test('is still there where the worker was removed from under its page, and is kept by one press once it is back', async () => {
    await onDevice()
    await page.goto(at('/diary/entry'))
    await pain(4)
    await fold('A note')
    await page.locator('#note').fill('Slept on the sofa')
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister())
    await save()
    await page.getByText('It is not kept yet, and it is still here.').waitFor()
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.getByRole('button', { name: 'Keep it' }).tap()
    await page.waitForURL(/\/diary\/entry\/./)
    expect(await keptEntries()).toMatchObject([{ painNow0to10: 4, note: 'Slept on the sofa' }])
    // Its worker is another one now: no test after this has it.
    await context.close()
  })

  test('needs no network, and an address never says what was told', wholeFormOnly, async () => {
    await onDevice()
    await page.goto(at('/diary'))
    await context.setOffline(true)
    await page.locator('a[href="/diary/entry"]').first().tap()
    await pain(3)
    await fold('A note')
    await page.locator('#note').fill('Slept on the sofa')
    await save()
    await page.waitForURL(/\/diary\/entry\/[0-9a-f-]{36}$/)
    expect(await page.locator('main').innerText()).toContain('Slept on the sofa')
    for (const path of ['/diary', '/diary/chart', '/diary/triggers', '/diary/tasks']) {
      await page.goto(at(path))
      expect(await page.locator('h1').count()).toBe(1)
    }
    expect(await page.locator('h1').innerText()).toBe('My tasks')
  })

  test('that is taken back no longer counts', wholeFormOnly, async () => {
    await onDevice()
    await page.goto(at('/diary/entry'))
    await pain(2)
    await save()
    await page.locator('button[value="undo"]').tap()
    await page.getByText('You took this entry back').waitFor()
    await page.goto(at('/diary'))
    expect(await page.locator('.entry-link').count()).toBe(0)
    expect((await kept()).map(({ kind }) => kind)).toEqual(['diaryEntry', 'entryWithdrawn'])
  })
})

describe('an entry about an earlier day', () => {
  test('is three taps more, stands on its own day, and is put right in place', wholeFormOnly, async () => {
    await onDevice()
    await page.goto(at('/diary/entry'))
    await pain(7)
    await fold('Another day?')
    await page.locator('label:has(input[name="about"])').nth(2).tap()
    await save()
    await page.getByText('Your pain is 6 or more').waitFor()
    expect(await keptEntries()).toMatchObject([{ painNow0to10: 7, about: expect.any(String) }])
    await page.goto(at('/diary'))
    expect(await page.locator('main').innerText()).toContain('Nothing told today.')
    await page.locator('.entry-link').tap()
    await page.getByRole('link', { name: 'Put this entry right' }).tap()
    expect(await heading()).toBe('Put this entry right')
    const box = await page.locator('.save-bar button').boundingBox()
    expect(box && box.y + box.height <= 740).toBe(true)
    await pain(3)
    await save()
    await page.waitForURL(/\/diary\/entry\/[0-9a-f-]{36}$/)
    await page.goto(at('/diary'))
    expect(await page.locator('.entry-link').allInnerTexts()).toEqual([
      expect.stringMatching(/3\s.*\s.*told later, put right/),
    ])
    expect(complaints).toEqual([])
  })
})

describe('the body map', () => {
  /** Where a point of the picture is on the screen. */
  const spot = async (view: string, x: number, y: number) =>
    await page.evaluate(
      ([name, px, py]) => {
        const svg = [...document.querySelectorAll<SVGSVGElement>(`svg[data-view="${name}"]`)].find(
          (one) => one.getClientRects().length > 0,
        )
        svg?.scrollIntoView({ block: 'center' })
        const matrix = svg?.getScreenCTM()
        const at = new DOMPoint(Number(px), Number(py)).matrixTransform(matrix ?? undefined)
        return { x: at.x, y: at.y }
      },
      [view, x, y] as const,
    )
  const openMap = async () => {
    await page.goto(at('/diary/entry'))
    await pain(3)
    await page.locator('[data-how]').waitFor()
  }
  const wanted = ['backOfHip-left', 'buttock-left', 'lowBack-left']
  test('by tapping, by drawing and by the list gives the same entry; a second tap takes a place off, and a touch beside the body marks nothing', async () => {
    await onDevice()
    await openMap()
    const low = await spot('back', 87, 190)
    await page.touchscreen.tap(low.x, low.y)
    await page.touchscreen.tap(low.x, low.y)
    await page.getByText('All, from behind').tap()
    const beside = await spot('back', 30, 100)
    await page.touchscreen.tap(beside.x, beside.y)
    expect(await page.locator('[data-said]').innerText()).toBe('Nothing marked.')
    await page.getByText('Low back', { exact: true }).tap()
    for (const [x, y] of [
      [87, 190],
      [80, 216],
      [74, 246],
    ] as const) {
      const { x: left, y: top } = await spot('back', x, y)
      await page.touchscreen.tap(left, top)
    }
    expect(await page.locator('[data-said]').innerText()).toBe(
      'Marked: Low back, left; Base of the back, left; Buttock, left.',
    )
    await save()
    await page.waitForURL(/\/diary\/entry\/./)

    await openMap()
    const from = await spot('back', 87, 192)
    const to = await spot('back', 74, 246)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    // Two moves only: a quick finger must not skip what lies between.
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
    await page.mouse.move(to.x, to.y)
    await page.mouse.up()
    await save()
    await page.waitForURL(/\/diary\/entry\/./)

    await openMap()
    await page.locator('summary', { hasText: 'The same as a list' }).focus()
    await page.keyboard.press('Enter')
    for (const id of wanted) {
      await page.locator(`input[value="${id}"]`).focus()
      await page.keyboard.press('Space')
    }
    expect(await page.locator('polygon.on:visible').count()).toBe(wanted.length)
    await page.locator('.save-bar button').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/diary\/entry\/./)
    expect(await page.locator('polygon.on').count()).toBe(wanted.length)
    const told = (await keptEntries()).map(({ places }) => (places as string[]).toSorted())
    expect(told).toEqual([wanted, wanted, wanted])
  })

  test('opens on the low back, each half of it a thumb wide, with a switch to the rest; a finger draws down the spine without moving the page, and beside the body it scrolls', async () => {
    await onDevice()
    await openMap()
    const seen = () => page.locator('svg.body:visible').evaluateAll((all) => all.map((one) => one.dataset.look))
    expect(await seen()).toEqual(['close'])
    for (const id of ['lowBack-left', 'lowBack-right', 'buttock-left']) {
      const box = await page.locator(`svg[data-look="close"] [data-region="${id}"]`).boundingBox()
      expect(box?.width, id).toBeGreaterThanOrEqual(44)
      expect(box?.height, id).toBeGreaterThanOrEqual(44)
    }
    await page.getByText('From the front', { exact: true }).tap()
    expect(await seen()).toEqual(['front'])
    await page.getByText('All, from behind').tap()
    expect(await seen()).toEqual(['back'])
    await openMap()

    const top = await spot('back', 100, 150)
    const foot = await spot('back', 100, 235)
    await drag(top, foot)
    expect(await page.locator('[data-said]').innerText()).toContain('Bones of the low back')
    const scrolled = () => page.evaluate(() => window.scrollY)
    const before = await scrolled()
    expect((await spot('back', 100, 150)).y).toBeCloseTo(top.y, 0)
    await drag({ x: 12, y: foot.y }, { x: 12, y: top.y })
    await expect.poll(scrolled).toBeGreaterThan(before)
  })
  /** One finger from here to there, as the screen reports it. */
  async function drag(from: { x: number; y: number }, to: { x: number; y: number }) {
    const screen = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      screen.send('Input.dispatchTouchEvent', { type, touchPoints })
    await touch('touchStart', [from])
    for (let step = 1; step <= 10; step += 1)
      await touch('touchMove', [
        { x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 },
      ])
    await touch('touchEnd', [])
    await screen.detach()
  }
})

describe('what an entry raises', () => {
  /** Saves an entry with this sign ticked as new or worse. */
  async function saveWithSign(sign: string) {
    await page.goto(at('/diary/entry'))
    await pain(3)
    await page.locator('summary', { hasText: 'Something is new or worse' }).tap()
    await page.locator(`label:has(input[name="signs"][value="${sign}"])`).tap()
    await save()
  }
  /** The check that an entry with a weak leg begins is on the screen. */
  async function tellWeakLeg() {
    await saveWithSign('weak')
    await page.locator('input[name="shown"]').first().waitFor({ state: 'attached' })
  }

  test(
    'a danger sign opens the check at once with the sign ticked, and the programme waits for it',
    wholeFormOnly,
    async () => {
      await onDevice(recordOf(3))
      await saveWithSign('bladder')
      await page.locator('input[name="q.A2"]').first().waitFor()
      expect(await page.locator('main').innerText()).toContain(
        'Leave your movements for now, until this check is clear.',
      )
      expect(await page.locator('input[name="q.A2"][value="yes"]').isChecked()).toBe(true)
      expect((await kept()).map(({ kind }) => kind)).toContain('stopped')
      await page.goto(at('/movements/M05'))
      expect(await page.locator('svg.figure').count()).toBe(0)
    },
  )

  test('after a danger sign a check from Today has the call first, its first answer and its buttons in sight', async () => {
    await open()
    await tellWeakLeg()
    // Begun after what was told, and left half-way: the way back to it stands there too.
    await page.goto(at('/check'))
    await page.locator('label', { hasText: 'I can do both on each foot, even if' }).tap()
    await readWholeList(page)
    await page.getByRole('button', { name: 'Next', exact: true }).last().tap()
    await page.waitForURL(/\/check\/.*\/2$/)
    await page.goto(at('/check'))
    expect(await page.locator('a', { hasText: 'Carry on where you stopped' }).count()).toBe(1)
    const call = await page.locator('.callout a[href="tel:999"]').boundingBox()
    expect(call && call.y + call.height).toBeLessThan((await page.locator('form.screen').boundingBox())?.y ?? 0)
    expect(await page.evaluate(answeringInSight)).toMatchObject({ inSight: true, tick: true, fits: true })
    if (isWhole) for (const scheme of ['dark', 'light'] as const) expect(await breaches(page, scheme)).toEqual([])
    await page.setViewportSize({ width: 320, height: 256 })
    expect(await misfits(page)).toEqual([])
  })

  test('after a danger sign the movements of an earlier check are shut', wholeFormOnly, async () => {
    await open()
    await asPlanned(page, server.origin)
    await page.goto(at('/movements/M05'))
    expect(await page.locator('svg.figure').count()).toBeGreaterThan(0)
    await tellWeakLeg()
    await page.goto(at('/movements/M05'))
    expect(await page.locator('svg.figure').count()).toBe(0)
  })

  test('a cry for help in the note shows who to call before any question', async () => {
    await onDevice()
    await page.goto(at('/diary/entry'))
    await pain(3)
    await fold('A note')
    await page.locator('#note').fill('i just want to end it all')
    await save()
    await page.getByRole('heading', { name: 'Talk to someone now' }).waitFor()
    expect(await page.locator('a[href="tel:116123"]').count()).toBe(1)
    expect(await page.locator('[data-leave]').isVisible()).toBe(true)
    if (isWhole) expect(await breaches(page)).toEqual([])
  })

  test('a jump of 3 points is asked about before it is kept', wholeFormOnly, async () => {
    await onDevice(recordOf(2))
    await page.goto(at('/diary/entry'))
    await pain(10)
    await save()
    await page.getByRole('heading', { name: 'One question first' }).waitFor()
    expect(await page.locator('input[name="pain"][value="10"]').isChecked()).toBe(true)
    expect(await keptEntries()).toHaveLength(2)
    expect(await breaches(page)).toEqual([])
    await page.locator('label:has(input[name="plainCause"][value="no"])').tap()
    await save()
    await page.getByText('Your pain has jumped by 3 points or more').waitFor()
    expect(await keptEntries()).toHaveLength(3)
  })
})

describe('the chart', () => {
  test('of 60 days reads off a day by touch and by the arrow keys, says it all in a table, and stands in forced colours and in print', async () => {
    await onDevice(recordOf(60))
    await page.goto(at('/diary/chart'))
    const said = page.locator('[data-read] output')
    await said.waitFor()
    const last = await said.innerText()
    expect(last).toMatch(/: pain 1\. Most people: /)
    await page.locator('#chart-day').focus()
    await page.keyboard.press('ArrowLeft')
    const before = await said.innerText()
    expect(before).not.toBe(last)
    expect(await page.locator('#chart-day').getAttribute('aria-valuetext')).toBe(before)
    const box = await page.locator('.chart > svg').boundingBox()
    if (!box) throw new Error('no chart')
    await page.touchscreen.tap(box.x + box.width * 0.09, box.y + box.height / 2)
    expect(await said.innerText()).toMatch(/: pain 7\./)
    await page.locator('summary', { hasText: 'The same as a table' }).tap()
    expect(await page.locator('tbody tr').count()).toBe(60)
    expect(await page.locator('main').innerText()).toContain('The line is other people, not a promise.')
    expect(complaints).toEqual([])

    await page.emulateMedia({ forcedColors: 'active' })
    expect(await breaches(page)).toEqual([])
    const colours = await page.evaluate(() => {
      const stroke = (name: string) => getComputedStyle(document.querySelector(name) ?? document.body).stroke
      return [stroke('.chart path.you'), stroke('.chart path.others')]
    })
    expect(colours[0]).not.toBe(colours[1])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('[data-read]').isVisible()).toBe(false)
    expect(await page.locator('.chart > svg').isVisible()).toBe(true)
  })
})

describe('for everyone', () => {
  const last = '/diary/entry/01930002-0000-7000-8000-000000000059'
  const pages = [
    ...['/diary', '/diary/entry', last, `${last}/put-right`],
    ...['/diary/chart', '/diary/triggers', '/diary/tasks'],
  ]

  test(
    'axe finds nothing on any page of the diary, in light and dark, with all of it open',
    wholeFormOnly,
    async () => {
      await onDevice(recordOf(60), { reducedMotion: 'reduce' })
      // In the short form each page in one of them, by turns.
      for (const [nth, path] of pages.entries()) {
        await page.goto(at(path))
        await openFolds(page)
        for (const scheme of someOf(['dark', 'light'] as const, 2, nth))
          expect([path, await breaches(page, scheme)]).toEqual([path, []])
      }
      await page.goto(at('/diary/entry'))
      await save()
      await page.locator('#problems').waitFor()
      expect(await breaches(page)).toEqual([])
    },
  )

  test('nothing scrolls sideways at 320 pixels, and every number keeps its 48', wholeFormOnly, async () => {
    await onDevice(recordOf(60), { viewport: { width: 320, height: 568 } })
    for (const path of pages) {
      await page.goto(at(path))
      await openFolds(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([path, wide]).toEqual([path, 320])
    }
    await page.goto(at('/diary/entry'))
    const sizes = await page
      .locator('.scale-steps label')
      .evaluateAll((all) => all.slice(0, 11).map((one) => Math.min(one.clientWidth, one.clientHeight)))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(48)
  })

  test('without a script the entry page says where the diary is kept, and the list is open on a page that has it', async () => {
    context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    page = await context.newPage()
    await page.goto(at('/diary/entry'))
    expect(await page.locator('main').innerText()).toContain('kept on your own device')
  })
})

test('the scripts of the body map and the chart are at most 15 KB each', () => {
  const assets = join(root, 'dist/client/assets')
  for (const name of ['body-map', 'chart']) {
    const [file] = readdirSync(assets).filter((one) => new RegExp(`^${name}-[\\w-]+\\.js$`).test(one))
    if (!file) throw new Error(`no script ${name}`)
    const source = readFileSync(join(assets, file))
    expect(source.length).toBeGreaterThan(300)
    // Whatever it imports counts too.
    const shared = [...source.toString().matchAll(/from\s*"\.\/([^"]+)"/g)].map(([, name = '']) => join(assets, name))
    expect(shared.length).toBe([...source.toString().matchAll(/\bimport\b/g)].length)
    const whole = [source, ...shared.map((path) => readFileSync(path))]
    expect(whole.reduce((sum, each) => sum + gzipSync(each).length, 0)).toBeLessThan(15_000)
  }
})

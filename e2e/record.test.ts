/**
 * The record in a real browser: killed in the middle, out of room, in two tabs, under an older build, damaged; out and in
 * again byte for byte; the doctor's page as a PDF with no network.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { isWhole, often, someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { asEpochMs, dayMs } from '../src/care/evidence/time.ts'
import type { NotebookEvent } from '../src/care/record/notebook.ts'
import { dayOf } from '../src/web/care/moment.ts'
import { samples } from '../src/web/care/record/record-event.fixtures.ts'
import { writeRecordFile } from '../src/web/care/record/record-file.ts'
import { yearEnds, yearOfUse } from '../src/web/care/record/year-of-use.fixtures.ts'
import { phone, sharedBrowser, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { changeStore } from './device-store.ts'
import { jumpToResult } from './jump.ts'
import { layLine, type Line } from './line.ts'
import { asChecked } from './lived.ts'
import { Looks, nothingWrong } from './looks.ts'
import { beginSession, walkToProgramme } from './session.ts'
import { answerScreen, send } from './walk.ts'

let browser: Browser
let server: Pick<Line, 'origin'>
let line: Line | undefined
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
beforeEach(async () => {
  server = { origin: inject('origin') }
  ;({ context, page } = await openDevice(phone))
  context.setDefaultTimeout(10_000)
})
afterEach(async () => {
  await putAway(context)
  await line?.stop()
  line = undefined
})

/** A device that has never been here, by a line that can be cut. */
async function comeAnew(): Promise<void> {
  await putAway(context)
  line = await layLine(inject('origin'))
  server = line
  context = await browser.newContext(phone)
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
}

const owner = '11111111-1111-4111-8111-111111111111'
const everyKind = Object.values(samples)
const at = (path: string) => `${server.origin}${path}`
const main = (on = page) => on.locator('main').innerText()
/** Gives the record a file, by its own form. */
async function give(events: readonly NotebookEvent[], on = page): Promise<string> {
  const buffer = Buffer.from(writeRecordFile({ owner, events }))
  await on.goto(at('/record'))
  await on.locator('#file').setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer })
  await send(on, 'form[action="/record/import"] button')
  return await main(on)
}
/** What the browser saves when this is pressed. */
async function saved(press: string, on = page): Promise<Buffer> {
  const [download] = await Promise.all([on.waitForEvent('download'), on.locator(press).click()])
  return readFileSync(await download.path())
}
const recordFile = 'a[href="/record/unclench-record.json"]'
/** Runs on the database itself, as a fault or another build would. */
const onStore = (store: string, doing: 'put' | 'delete' | 'clear', key = '', value: unknown = undefined) =>
  changeStore(page, store, doing, key, value)
/** Runs in the page: is there a copy of the record beside it? */
const hasCopy = () =>
  new Promise<boolean>((resolve) => {
    const opening = indexedDB.open('unclench')
    opening.onsuccess = () => {
      const asked = opening.result.transaction('about').objectStore('about').get('tail')
      asked.onsuccess = () => {
        opening.result.close()
        resolve(typeof asked.result === 'string')
      }
    }
  })
/** Stops the worker, as browsers do when it has been idle: its memory is gone. */
async function forgetMemory(): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  await devtools.detach()
}

describe('a record of every kind of entry', () => {
  test(
    'goes out, is erased with a receipt, comes in, and goes out again with the same bytes',
    wholeFormOnly,
    async () => {
      expect(await give(everyKind)).toContain(`Added ${everyKind.length} entries`)
      const first = await saved(recordFile)
      await page.goto(at('/record/erase'))
      await send(page, 'form[action="/record/erase"] button')
      expect(await main()).toContain(`${everyKind.length} entries were erased`)
      expect(await main()).toContain('Steps done: 1')
      await page.goto(at('/record'))
      expect(await main()).toContain('Nothing is kept yet')
      await page.locator('#file').setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: first })
      await send(page, 'form[action="/record/import"] button')
      expect(Buffer.compare(await saved(recordFile), first)).toBe(0)
      await forgetMemory()
      await page.goto(at('/record'))
      expect(Buffer.compare(await saved(recordFile), first)).toBe(0)
    },
  )
  test('erased in one tab, the pages that showed it in others show it no longer, and a form that is begun is told; nothing of it is left in any store of the browser', async () => {
    await give(everyKind)
    await page.evaluate(() => {
      sessionStorage.setItem('timer', 'x')
      localStorage.setItem('player', 'x')
    })
    const open = async (path: string) => {
      const tab = await context.newPage()
      await tab.goto(at(path))
      return tab
    }
    // In the short form two of them: the script is one, and a page of a record that is gone is drawn in Node (every-page.test.tsx).
    const paths = ['/diary/chart', '/', '/today', '/programme', '/diary', '/record', '/report']
    const shown = await Promise.all(someOf(paths, 6).map(async (path) => [path, await open(path)] as const))
    const begun = await open('/report')
    await begun.locator('#who').fill('Robin')
    await page.goto(at('/record/erase'))
    await send(page, 'form[action="/record/erase"] button')
    for (const [path, tab] of shown) {
      const words = async () => (await tab.locator('main').innerText()).replaceAll(/\s+/g, ' ')
      await expect
        .poll(words, { message: path })
        .toMatch(
          /My back has just gone|It begins with the check|Nothing told today|Nothing is kept|no pain yet|Your record is empty/i,
        )
      await tab.close()
    }
    await begun.getByRole('alert').filter({ hasText: 'in another tab' }).waitFor()
    expect(await begun.locator('#who').inputValue()).toBe('Robin')
    await begun.close()
    await page.waitForFunction(() => localStorage.length === 0)
    const left = await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('unclench')
        opening.onsuccess = () => resolve(opening.result)
      })
      const names = [...db.objectStoreNames]
      const tx = db.transaction(names)
      const counts = await Promise.all(
        names.map(
          (name) =>
            new Promise<number>((resolve) => {
              const asked = tx.objectStore(name).count()
              asked.onsuccess = () => resolve(asked.result)
            }),
        ),
      )
      const pages = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
      const kept = pages.flat().map(({ url }) => new URL(url).pathname)
      return { counts, kept, local: localStorage.length, session: sessionStorage.length }
    })
    expect(left).toMatchObject({ local: 0, session: 0 })
    expect(left.counts.every((count) => count === 0)).toBe(true)
    expect(left.kept.length).toBeGreaterThan(3)
    // Files of the pages, the random number that forms carry, and the mark that there is no record: nothing of anybody.
    expect(
      left.kept.filter(
        (path) =>
          !/^\/(assets\/|(icon\.svg|silence\.wav|manifest\.webmanifest|form-token|beside-record\/mark)$)/.test(path),
      ),
    ).toEqual([])
  })
  test(
    'a danger that comes in with a file closes the step, the session and the list of doses that lie open in other tabs',
    wholeFormOnly,
    async () => {
      await walkToProgramme(page, server.origin)
      const open = async (path: string) => {
        const tab = await context.newPage()
        await tab.goto(at(path))
        return tab
      }
      const playing = await context.newPage()
      await beginSession(playing, server.origin)
      await page.goto(at('/plan'))
      const step = await page.locator('a[href^="/plan/step/"]').first().getAttribute('href')
      const tabs = [playing, ...(await Promise.all([step ?? '', '/medicines/tally', '/session'].map(open)))]
      for (const tab of tabs) expect(await main(tab), tab.url()).not.toContain('This may need help now')
      const now = asEpochMs(Date.now())
      await give([
        { v: 1, id: randomUUID(), at: now, day: dayOf(now, { kind: 'device' }), kind: 'stopped', sign: 'chest' },
      ])
      await send(page, 'button[name="mine"]')
      for (const tab of tabs) {
        await expect.poll(() => main(tab), { message: tab.url() }).toContain('This may need help now')
        expect(await tab.locator('.step-card, [data-timer], [data-player], [data-figure]').count()).toBe(0)
        await tab.close()
      }
    },
  )
  // In `npm test`: record-store.test.ts, and the ids in offline.test.ts.
  test(
    'a database that a newer build has changed opens under this one, and nothing is lost; every id made on the device tells its moment',
    wholeFormOnly,
    async () => {
      await page.goto(at('/check'))
      await answerScreen(page, { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' })
      await page.goto(at('/record'))
      const first = await saved(recordFile)
      const { events, owner: own } = JSON.parse(first.toString())
      const v7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
      expect(events.length).toBeGreaterThan(0)
      for (const id of [own, ...events.map((event: NotebookEvent) => event.id)]) expect(id).toMatch(v7)
      await page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('unclench', 7)
            opening.onupgradeneeded = () => opening.result.createObjectStore('fromTheFuture')
            opening.onsuccess = () => {
              opening.result.close()
              resolve()
            }
            opening.onerror = () => reject(opening.error)
          }),
      )
      await page.goto(at('/record'))
      expect(Buffer.compare(await saved(recordFile), first)).toBe(0)
      await page.goto(at('/diary/entry'))
      await page.locator('label:has(input[name="pain"][value="4"])').tap()
      await send(page, '.save-bar button')
      await page.goto(at('/record'))
      expect(JSON.parse((await saved(recordFile)).toString()).events.length).toBe(events.length + 1)
    },
  )
})

/** A browser of its own that can be killed, on a profile that stays. */
interface Killable {
  readonly tab: Page
  /** The whole group of processes at once, as when a phone's battery dies. */
  readonly kill: () => Promise<void>
}

/** Starts one. Without a first window, which a browser just started may still be making when it is spoken to. */
async function openOnce(profile: string): Promise<Killable> {
  const child = spawn(
    process.env.CHROMIUM ?? '/usr/bin/chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--no-startup-window',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const endNow = () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
        if (found) resolve(found)
      })
      void ended.then(() => reject(new Error(`Chromium ended: ${said}`)))
      setTimeout(() => reject(new Error(`Chromium did not say where it is: ${said}`)), 20_000)
    })
    const connected = await chromium.connectOverCDP(address, { timeout: 20_000 })
    const tab = await (connected.contexts()[0] ?? (await connected.newContext())).newPage()
    tab.setDefaultTimeout(15_000)
    return {
      tab,
      kill: async () => {
        endNow()
        await ended
        await connected.close().catch(() => undefined)
      },
    }
  } catch (reason) {
    endNow()
    await ended
    throw reason
  }
}

/** As {@link openOnce}; a browser that hangs while it starts says nothing about our record, so it gets three tries. */
async function openOn(profile: string, tries = 3): Promise<Killable> {
  try {
    return await openOnce(profile)
  } catch (reason) {
    if (tries === 1) throw reason
    return openOn(profile, tries - 1)
  }
}

test('killed while an import is being written, the record holds all of it or nothing, never a part', async () => {
  const profiles = await mkdtemp(join(tmpdir(), 'unclench-killed-'))
  const whole = yearOfUse().slice(0, often(3000, 1500))
  /** Enough for the record to say how many there are. */
  const more = yearOfUse(2).slice(0, 60)
  const held: number[] = []
  /** Has a browser take in a file, and kills it so many milliseconds after the press, or when it says that all was taken. */
  const killWhile = async ({ tab, kill }: Killable, events: readonly NotebookEvent[], wait: number | 'told') => {
    const buffer = Buffer.from(writeRecordFile({ owner, events }))
    await tab.goto(at('/record'))
    await tab.locator('#file').setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer })
    await tab
      .locator('form[action="/record/import"] button')
      .evaluate((button: HTMLElement) => setTimeout(() => button.click()))
    if (wait === 'told') await tab.getByText(`Added ${events.length}`).waitFor({ timeout: 60_000 })
    else await new Promise((resolve) => setTimeout(resolve, wait))
    await kill()
  }
  const heldNow = async (tab: Page) => {
    await tab.goto(at('/record'))
    const words = await main(tab)
    expect(words).not.toContain('cannot be read')
    return Number(/of (\d+), newest first/.exec(words)?.[1] ?? 0)
  }
  try {
    // At once, and soon; in the short form soon alone.
    for (const wait of isWhole ? [0, 200] : [200]) {
      // Each on a device of its own: what the one before had taken in is not added again.
      const profile = join(profiles, String(wait))
      const before = await openOn(profile)
      await visitAndWaitForWorker(before.tab, server.origin)
      await killWhile(before, whole, wait)
      // And when the page says that all of it was taken: what was said is kept.
      const after = await openOn(profile)
      const had = await heldNow(after.tab)
      held.push(had)
      await killWhile(after, more, 'told')
      const last = await openOn(profile)
      expect(await heldNow(last.tab)).toBe(had + more.length)
      await last.kill()
    }
    expect(held.filter((count) => count !== 0 && count !== whole.length)).toEqual([])
    if (isWhole) expect(held[0]).toBe(0)
  } finally {
    await rm(profiles, { recursive: true, force: true, maxRetries: 5 })
  }
}, 240_000)

describe('when the device has no room', () => {
  test('a file that does not fit is refused in plain words, nothing of it is kept, and later it can be taken', async () => {
    await comeAnew()
    await visitAndWaitForWorker(page, server.origin)
    // Before anything is kept: Chromium goes on for a while with the room that it saw at the first entry.
    const devtools = await context.newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 1 })
    expect(await give(everyKind)).toContain('This device could not keep that file')
    await page.goto(at('/record'))
    expect(await main()).toContain('Nothing is kept yet')
    expect(await main()).not.toContain('cannot be read')
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.origin })
    expect(await give(everyKind)).toContain(`Added ${everyKind.length} entries`)
  })
})

test('two tabs that write at once lose nothing', wholeFormOnly, async () => {
  const other = await context.newPage()
  const [mine, theirs] = [yearOfUse(1).slice(0, 400), yearOfUse(2).slice(0, 400)]
  await give([samples.stepDone])
  await Promise.all([give(mine), give(theirs, other)])
  await page.goto(at('/record'))
  expect(await main()).toContain('of 801, newest first')
  const file = JSON.parse((await saved(recordFile)).toString())
  expect(new Set(file.events.map(({ id }: NotebookEvent) => id)).size).toBe(801)
})

describe('the copy that makes pages quick', () => {
  /** Long enough to be worth a copy. */
  const long = [...everyKind, ...yearOfUse().slice(0, 300)]
  /** Text of the copy, once it is made. */
  const copyMade = () => page.waitForFunction(hasCopy)

  test(
    'never hides what an older build adds or erases, with a fresh worker or one at work',
    wholeFormOnly,
    async () => {
      await give(long)
      for (const fresh of [false, true]) {
        const added = { ...samples.stepDone, id: crypto.randomUUID() }
        await page.goto(at('/record'))
        await copyMade()
        if (fresh) await forgetMemory()
        await onStore('events', 'put', added.id, added)
        await page.goto(at('/record'))
        expect((await saved(recordFile)).toString()).toContain(added.id)
      }
      for (const store of ['events', 'about']) await onStore(store, 'clear')
      await page.goto(at('/record'))
      expect(await main()).toContain('Nothing is kept yet')
    },
  )
  test('is made again when it is damaged, and is never taken for more than a copy', wholeFormOnly, async () => {
    await give(long)
    await page.goto(at('/record'))
    const first = await saved(recordFile)
    await copyMade()
    for (const broken of ['', '{"build":', 'null', 17, { events: [] }]) {
      await onStore('about', 'put', 'packed', broken)
      await forgetMemory()
      await page.goto(at('/record'))
      expect(Buffer.compare(await saved(recordFile), first)).toBe(0)
    }
  })
})

test('a stop that cannot be read keeps movements closed until the full check is done again', async () => {
  await asChecked(page, server.origin)
  const today = new Date().toLocaleDateString('en-CA')
  const base = (last: string) =>
    ({ v: 1, id: crypto.randomUUID().replace(/.$/, last), at: Date.now(), day: today }) as const
  const started = {
    ...base('1'),
    kind: 'programmeStarted',
    episodeDay: today,
    painDayOne0to10: 5,
    ageYears: 30,
    firstEver: 'no',
  }
  const morning = { ...base('2'), kind: 'morningNoted', pain0to10: 4 }
  for (const event of [started, morning]) await onStore('events', 'put', event.id, event)
  await page.goto(at('/today'))
  expect(await main()).not.toContain('cannot be read')
  await onStore('events', 'put', 'broken', { ...base('3'), kind: 'stopped', sign: 'fe' })
  await page.goto(at('/today'))
  expect(await main()).toContain('A part of your record cannot be read, so we check again before you move.')
  await page.goto(at('/session'))
  expect(await page.locator('form[action^="/session"] button.go').count()).toBe(0)
  await page.goto(at('/record'))
  expect(await main()).toContain('One entry cannot be read')
  expect((await saved('a[href="/record/set-aside.txt"]')).toString()).toContain('"sign":"fe"')
  await page.goto(at('/check'))
  await jumpToResult(page)
  await page.goto(at('/today'))
  expect(await main()).not.toContain('cannot be read, so we check again')
})

describe('the doctor’s page', () => {
  test('becomes a PDF of one page with no network and no request', wholeFormOnly, async () => {
    await comeAnew()
    await visitAndWaitForWorker(page, server.origin)
    const shift = Math.floor((Date.now() - yearEnds) / dayMs) * dayMs
    await give(yearOfUse().map((event) => ({ ...event, at: (event.at + shift) as typeof event.at })))
    await line?.stop()
    await context.setOffline(true)
    const asked: string[] = []
    await page.goto(at('/report'))
    context.on('request', (request) => {
      if (!/\.pdf$|\/icon\.svg$/.test(request.url())) asked.push(request.url())
    })
    await page.locator('#who').fill('Zoë – O’Neill')
    const bytes = await saved('form[action="/report/unclench-report.pdf"] button.go')
    expect(asked).toEqual([])
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    expect(totalPages).toBe(1)
    expect(text).toContain('About the pain of Zoë – O’Neill')
    expect(text).toContain('Result: SELF-CARE')
    await page.goto(at('/report'))
    expect(await page.locator('#who').inputValue()).toBe('')
    const table = (await saved('a[href="/record/unclench-diary.csv"]')).toString()
    expect(table.split('\r\n').length).toBeGreaterThan(900)
  })
  test('is one sheet of A4 on paper too', async () => {
    await give(yearOfUse(1, often(5000, 600)))
    await page.goto(at('/report'))
    const paper = await page.pdf({ preferCSSPageSize: true })
    const { totalPages } = await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: true })
    expect(totalPages).toBe(1)
  })
  test('and a long record are fit for everyone, in light and dark', wholeFormOnly, async () => {
    await give([...everyKind, ...yearOfUse().slice(0, 300)])
    const looks = new Looks()
    for (const path of ['/report', '/record?page=2', '/record/erase']) {
      await page.goto(at(path))
      await looks.at(page, path)
    }
    expect(looks.wrong).toEqual(nothingWrong)
  })
})

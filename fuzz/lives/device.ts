/**
 * A phone for one life: the app as the worker runs it, over a database whose browser can refuse, fail or never answer, with
 * a clock that anybody may set and a worker that may be ended at any time. The rest is the real thing.
 */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Hono } from 'hono'
import { readClock } from '../../src/care/evidence/time.ts'
import { heldBackEvents, type TextPlace } from '../../src/offline/held-back-events.ts'
import { createDeviceApp } from '../../src/offline/device-app.tsx'
import { openNotebook } from '../../src/offline/record-store.ts'
import { idMaker } from '../../src/care/evidence/ids.ts'
import type { Chance } from '../chance.ts'

/** `refuses`: reads, but no room to write. `fails`: every use of it throws. `hangs`: no answer ever comes. */
export type Browser = 'well' | 'refuses' | 'fails' | 'hangs'

/** What the browser of the phone in hand is like now; one phone is in hand at a time. */
let browser: Browser = 'well'
/** Waits that only end because nothing comes are not waited for in full. */
const shortened = { timers: false, aheadMs: 0 }
const restMs = 11_000

/** The page as it came, redirects followed. */
export interface Seen {
  /** Where it was asked for. */
  readonly asked: string
  /** Where it ended. */
  readonly path: string
  readonly status: number
  /** Where the first answer led to, if it was a redirect. */
  readonly ledTo: string | null
  readonly type: string
  readonly html: string
}
export type Pairs = readonly (readonly [string, string | File])[]
/** How a form says where it comes from: as usual, by its token alone, without a word, or from another site. */
export type Sender = 'usual' | 'token' | 'nothing' | 'foreign'

const origin = 'http://localhost'
const marks: Readonly<Record<Sender, Record<string, string>>> = {
  usual: { 'Sec-Fetch-Site': 'same-origin', Origin: origin },
  token: {},
  nothing: {},
  foreign: { Origin: 'https://elsewhere.example' },
}

export class Phone {
  /** What its clock says: anything that a browser can say. */
  nowMs: number
  /** What a clock that is right says. */
  rightMs: number
  #app!: Hono
  #database = new IDBFactory()
  readonly #texts = new Map<string, string>()
  readonly #chance: Chance

  constructor(chance: Chance, nowMs: number) {
    this.#chance = chance
    this.nowMs = nowMs
    this.rightMs = nowMs
    this.startWorker()
  }

  get browser(): Browser {
    return browser
  }
  set browser(how: Browser) {
    // A database that did not answer is not asked again for ten seconds.
    if (browser === 'hangs') shortened.aheadMs += restMs
    browser = how
    shortened.timers = how === 'hangs'
  }

  /** The browser ended the worker, and starts it anew. What it held in memory is gone. */
  startWorker(): void {
    const place: TextPlace = {
      get: async (name) => this.#texts.get(name) ?? null,
      put: async (name, text) => void this.#texts.set(name, text),
    }
    const now = () => readClock(this.nowMs)
    const newId = idMaker(now, (bytes) => Uint8Array.from({ length: bytes }, () => this.#chance.below(256)))
    const notebook = openNotebook(newId, now, 'fuzz', heldBackEvents(place))
    const assets = { css: '/assets/site.css', islands: { page: '/assets/page.js' } }
    const token = '00000000-0000-4000-8000-000000000000'
    const home = { kind: 'device', notebook, now, newId, assets, buildId: 'fuzz' } as const
    this.#app = createDeviceApp(home, async () => token)
  }

  /** Every address that answers to a look, as patterns. */
  get patterns(): readonly string[] {
    return [...new Set(this.#app.routes.flatMap(({ method, path }) => (method === 'GET' && path !== '/*' ? path : [])))]
  }

  get(path: string): Promise<Seen> {
    return this.#send(path, { method: 'GET' })
  }

  post(path: string, pairs: Pairs, sender: Sender = 'usual'): Promise<Seen> {
    const files = pairs.some(([, value]) => typeof value !== 'string')
    const body = files ? new FormData() : new URLSearchParams()
    for (const [name, value] of pairs)
      if (body instanceof FormData) body.append(name, value)
      else body.append(name, String(value))
    return this.#send(path, { method: 'POST', body, headers: marks[sender] })
  }

  async #send(path: string, how: RequestInit, from?: string, ledTo: string | null = null, turn = 0): Promise<Seen> {
    globalThis.indexedDB = this.#database
    const answer = await this.#app.fetch(new Request(origin + path, how))
    const location = answer.headers.get('Location')
    if (location !== null && turn < 8)
      return await this.#send(location, { method: 'GET' }, from ?? path, ledTo ?? location, turn + 1)
    const type = answer.headers.get('Content-Type') ?? ''
    const html = /^(?:text|application\/json)/.test(type) ? await answer.text() : ''
    return { asked: from ?? path, path, status: turn < 8 ? answer.status : 508, ledTo, type, html }
  }
}

/** Puts the browser's faults in place; gives what takes them out again. Only one may be in place. */
export function withFaultyBrowser(): () => void {
  const store = IDBObjectStore.prototype
  const { put, add, clear } = store
  const usual = { put, add, clear, delete: store.delete, get: store.get, getAll: store.getAll, count: store.count }
  const cursor = store.openCursor
  const silent = { addEventListener: () => undefined, removeEventListener: () => undefined }
  const never = () => Object.setPrototypeOf({ ...silent }, IDBRequest.prototype) as never
  const writes = new Set(['put', 'add', 'clear', 'delete'])
  const faulty = Object.entries({ ...usual, openCursor: cursor }).map(([name, method]) => [
    name,
    function (this: IDBObjectStore, ...told: unknown[]) {
      if (browser === 'hangs') return never()
      if (browser === 'fails') throw new DOMException('the database is broken', 'UnknownError')
      if (browser === 'refuses' && writes.has(name)) throw new DOMException('no room', 'QuotaExceededError')
      return Reflect.apply(method, this, told)
    },
  ])
  Object.assign(store, Object.fromEntries(faulty))
  const { setTimeout: wait } = globalThis
  const now = performance.now.bind(performance)
  const hurried = (done: () => void, ms = 0, ...told: unknown[]) =>
    wait(done, shortened.timers && ms >= 1000 ? 2 : ms, ...(told as []))
  globalThis.setTimeout = Object.assign(hurried, wait) as typeof setTimeout
  performance.now = () => now() + shortened.aheadMs
  return () => {
    Object.assign(store, usual, { openCursor: cursor })
    globalThis.setTimeout = wait
    performance.now = now
    browser = 'well'
    shortened.timers = false
  }
}

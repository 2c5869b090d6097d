/** A device in memory for the tests of this folder: a record, a browser's caches and registration, and a server to ask. */
import { asEpochMs } from '../care/evidence/time.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import { memoryNotebook } from '../web/care/plan/plan.fixtures.ts'
import { type Build, createWorker, type DeviceWorker } from './device-worker.ts'
import type { KeptQuestion } from './kept-question.ts'
import type { DeviceNotebook } from './record-store.ts'
import type { Draft } from './record-database.ts'
import { takeOver } from './worker-update.ts'

export const origin = 'http://localhost'
export const noon = asEpochMs(Date.UTC(2026, 10, 26, 12))

/** The device's record in memory, with what only the worker needs of it. */
export function deviceNotebook(events: NotebookEvent[] = []): DeviceNotebook {
  const memory = memoryNotebook(events)
  const drafts = new Map<string, Draft>()
  let question: KeptQuestion | null = null
  return {
    ...memory,
    drafts: {
      get: async (id) => drafts.get(id)?.trail ?? null,
      put: async (id, trail, finished = false) => void drafts.set(id, { id, trail, begunAt: noon, finished }),
      remove: async (id) => void drafts.delete(id),
    },
    setAside: async () => [],
    allDrafts: async () => [...drafts.values()],
    draft: async (id) => drafts.get(id) ?? null,
    question: {
      get: async () => question,
      put: async (kept) => {
        question = kept
      },
      remove: async () => {
        question = null
      },
    },
  }
}

/** Something that never comes. */
export const never = () => new Promise<never>(() => undefined)

/** A browser's cache storage. */
export class MemoryCaches {
  readonly stores = new Map<string, Map<string, Response>>()

  async open(name: string): Promise<Cache> {
    const store = this.stores.get(name) ?? new Map<string, Response>()
    this.stores.set(name, store)
    const pathOf = (asked: RequestInfo | URL) => new URL(asked instanceof Request ? asked.url : asked, origin).pathname
    const cache: Partial<Cache> = {
      match: async (asked) => store.get(pathOf(asked))?.clone(),
      put: async (asked, answer) => void store.set(pathOf(asked), answer),
      keys: async () => [...store.keys()].map((path) => new Request(origin + path)),
    }
    return cache as Cache
  }
  async match(asked: RequestInfo | URL, how: MultiCacheQueryOptions = {}): Promise<Response | undefined> {
    for (const name of how.cacheName === undefined ? [...this.stores.keys()] : [how.cacheName]) {
      const found = await (await this.open(name)).match(asked)
      if (found) return found
    }
    return undefined
  }
  keys = async () => [...this.stores.keys()]
  delete = async (name: string) => this.stores.delete(name)
}

/** A build as a server has it: its worker's id, and its files. */
export interface ServerBuild extends Build {
  readonly texts: Readonly<Record<string, string>>
}

/** A build whose stylesheet and script have its letter in name and text. */
export async function buildOf(letter: string): Promise<ServerBuild> {
  const css = `/assets/site-${letter}.css`
  const texts = {
    [css]: `.a { content: '${letter}' } /* long enough to be cut off half-way */`,
    [`/assets/page-${letter}.js`]: `document.title = '${letter}' // long enough to be cut off`,
    '/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  }
  const hashed = async ([path, text]: readonly [string, string]) => {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    return [path, btoa(String.fromCharCode(...new Uint8Array(hash)))] as const
  }
  const files = await Promise.all(Object.entries(texts).map(hashed))
  return {
    id: letter.repeat(12),
    assets: { css, islands: { page: `/assets/page-${letter}.js` } },
    files: Object.fromEntries(files),
    texts,
  }
}

/** What the server, or whoever stands between, answers. */
export type Server = (path: string, method: string) => Promise<Response>

/** A server that is well and has this build. */
export const healthy =
  (build: ServerBuild): Server =>
  async (path, method) => {
    const javascript = { 'Content-Type': 'text/javascript', ETag: `"${build.id}"` }
    if (path === '/worker.js') return new Response(method === 'HEAD' ? null : build.id, { headers: javascript })
    const text = build.texts[path]
    return text === undefined ? new Response('no such file', { status: 404 }) : new Response(text)
  }

/**
 * A browser with a worker of ours in charge: looks for a newer script and installs it as browsers do.
 * Its `fetch` is the network of whoever uses it: `vi.stubGlobal('fetch', browser.fetch)`.
 */
export class MemoryBrowser {
  readonly caches = new MemoryCaches()
  readonly notebook = deviceNotebook()
  nowMs: number = noon
  /** What nobody can set; it goes with the clock unless a test says otherwise. */
  steadyMs: number | undefined
  tabs: string[] = []
  server: Server
  worker!: DeviceWorker
  inCharge = ''
  #builds: readonly ServerBuild[]
  #waiting: { readonly build: ServerBuild; readonly worker: DeviceWorker } | null = null
  #installing = false

  /** With the first of these builds to be had from the server. */
  constructor(builds: readonly ServerBuild[]) {
    this.#builds = builds
    this.server = healthy(builds[0] as ServerBuild)
  }

  /** The browser's side of the network. */
  fetch = async (asked: string | URL | Request, how: RequestInit = {}): Promise<Response> => {
    const url = new URL(asked instanceof Request ? asked.url : asked, origin)
    const given = new Promise<never>((_resolve, reject) => {
      how.signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')))
    })
    const answer = await Promise.race([this.server(url.pathname, how.method ?? 'GET'), given])
    if (how.redirect === 'error' && answer.status >= 300 && answer.status < 400) throw new TypeError('redirected')
    return answer
  }

  /** Looks for a newer script, as a visit makes the browser do. The worker in charge stays unless the new one is whole. */
  async update(): Promise<void> {
    const answer = await this.fetch('/worker.js').catch(() => null)
    const type = answer?.headers.get('Content-Type') ?? ''
    if (!answer?.ok || !type.includes('javascript')) return
    const id = await answer.text()
    // A script that is cut off or broken cannot be read: the browser drops it.
    const build = this.#builds.find((one) => one.id === id)
    if (!build || id === this.inCharge) return
    let skips = false
    const worker = this.#start(build, async () => {
      skips = true
    })
    this.#installing = true
    try {
      await worker.install()
      this.#waiting = { build, worker }
      if (skips) await this.takeOver()
    } catch {
      // As the browser does: the install has failed, and the next visit tries again.
    } finally {
      this.#installing = false
    }
  }

  /** The waiting worker takes over. */
  async takeOver(): Promise<void> {
    if (!this.#waiting) return
    this.worker = this.#waiting.worker
    this.inCharge = this.#waiting.build.id
    this.#waiting = null
    await this.worker.activate()
  }

  /** Goes to a page, with redirects, as a person does. */
  async goto(
    path: string,
    how: RequestInit = {},
  ): Promise<{ readonly path: string; readonly answer: Response; readonly html: string }> {
    const request = new Request(origin + path, how)
    const answer = await this.worker.answer({ request, navigates: true, behind: () => undefined })
    if (!answer) throw new Error(`${path} was left to the network`)
    const location = answer.headers.get('Location')
    if (location !== null) return await this.goto(location)
    return { path, answer, html: await answer.text() }
  }

  /** A file that a page asks for. */
  async file(path: string): Promise<Response> {
    const asked = { request: new Request(origin + path), navigates: false, behind: () => undefined }
    const answer = await this.worker.answer(asked)
    if (!answer) throw new Error(`${path} was left to the network`)
    return answer
  }

  #start(build: ServerBuild, skipWaiting: () => Promise<void>): DeviceWorker {
    const state = {
      active: () => (this.inCharge === '' ? null : { scriptURL: `${origin}/worker.js` }),
      waiting: () =>
        this.#waiting && { postMessage: (said: unknown) => (said === takeOver ? void this.takeOver() : undefined) },
      installing: () => (this.#installing ? {} : null),
    }
    const registration = {
      get active() {
        return state.active()
      },
      get waiting() {
        return state.waiting()
      },
      get installing() {
        return state.installing()
      },
    } as ServiceWorkerRegistration
    let made = 0
    const newId = () => {
      made += 1
      return `019abcde-0000-7000-8000-${build.id.slice(0, 1).charCodeAt(0).toString(16)}${String(made).padStart(10, '0')}`
    }
    const now = () => asEpochMs(this.nowMs)
    const { caches, notebook } = this
    return createWorker(build, {
      notebook,
      now,
      newId,
      caches,
      registration,
      tabs: async () => this.tabs,
      claim: async () => undefined,
      skipWaiting,
      steady: () => this.steadyMs ?? this.nowMs,
    })
  }
}

/**
 * Devices whose worker is already in charge, for tests that are not about how it comes there: fetching it and starting it takes
 * a second of the processor's. A device that a test has put away is emptied of all that a person, a page or a test left, and
 * then handed to the next; what could not be emptied is found before that. A test about the first visit, an update or a device
 * without a worker opens a context of its own (`sharedBrowser`).
 */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { outliving, phone, sharedBrowser, visitAndWaitForWorker } from './browser.ts'

/** A device, and the page that is open on it: a picture of ours, without anything to go back to. */
export interface Device {
  readonly context: BrowserContext
  readonly page: Page
}

/** What a page of ours can find on a device that nobody has used: the worker, its files, and nothing else. */
interface Found {
  readonly databases: readonly (string | undefined)[]
  readonly local: number
  readonly session: number
  readonly cookies: string
  /** Files in the browser's caches, by the name of their cache. */
  readonly caches: readonly (readonly [string, readonly string[]])[]
  readonly workers: readonly (readonly [string | undefined, boolean])[]
  readonly notes: number
  /** What a test may not do, or have done, without leave. */
  readonly permissions: readonly (readonly [string, string])[]
  readonly online: boolean
}

/** What Playwright lets a test listen to on a device. */
const heard = [
  'console',
  'dialog',
  'download',
  'page',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
  'weberror',
]

/** A device that is kept, its page where that can be handed out again, and what was on it when it was new. */
interface Kept {
  readonly context: BrowserContext
  readonly origin: string
  readonly options: string
  readonly whenNew: string
  readonly page?: Page | undefined
}

/** Devices of this worker that wait for the next test, the last one put away at the end. */
const waiting: Kept[] = []
/** How many of them wait at most: each may hold a process of its own. */
const most = 2
/** Those that a test has. */
const inUse = new Map<BrowserContext, Kept>()

/** The zone of this machine, and so of a browser that was told of none. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * A device with the worker in charge, on which nobody has done anything. One serves tests that ask for other windows and likes:
 * the page that is open on it has them, a second one that a test opens has the phone's own window and no likes.
 * @param origin of the server whose worker it is: the one that all files share, or the clinic
 */
export async function openDevice(options: BrowserContextOptions = {}, origin = inject('origin')): Promise<Device> {
  const device = await openKind(kindOf(options), origin)
  await ask(device, options)
  return device
}

/** The device on which this can be had, without what a page is asked for once it is open. */
function kindOf(options: BrowserContextOptions): BrowserContextOptions {
  const { reducedMotion: _motion, forcedColors: _forced, colorScheme: _scheme, permissions: _may, ...kind } = options
  if (kind.isMobile && kind.viewport) kind.viewport = phone.viewport ?? null
  if (kind.timezoneId === ownZone) delete kind.timezoneId
  return kind
}

/** Asks an open page for the window and the likes that somebody wants of it. */
async function ask({ context, page }: Device, options: BrowserContextOptions): Promise<void> {
  const { viewport, isMobile, reducedMotion, forcedColors, colorScheme, permissions } = options
  if (isMobile && viewport && JSON.stringify(viewport) !== JSON.stringify(phone.viewport))
    await page.setViewportSize(viewport)
  if (reducedMotion || forcedColors || colorScheme)
    await page.emulateMedia({
      ...(reducedMotion && { reducedMotion }),
      ...(forcedColors && { forcedColors }),
      ...(colorScheme && { colorScheme }),
    })
  if (permissions) await context.grantPermissions(permissions)
}

async function openKind(options: BrowserContextOptions, origin: string): Promise<Device> {
  const wanted = JSON.stringify(options)
  const at = waiting.findLastIndex((kept) => kept.options === wanted && kept.origin === origin)
  const [kept] = at === -1 ? [] : waiting.splice(at, 1)
  if (kept?.context.browser()?.isConnected()) {
    const page = kept.page ?? watched(await kept.context.newPage())
    const found = JSON.stringify(await emptied(page, origin))
    if (found === kept.whenNew) return handOut(kept, page)
    await kept.context.close()
    throw new Error(`The device that was put away last is not as new: ${found}, not ${kept.whenNew}`)
  }
  const context = await (await sharedBrowser()).newContext(options)
  const page = watched(await context.newPage())
  await visitAndWaitForWorker(page, origin)
  const whenNew = await emptied(page, origin)
  if (whenNew.databases.length + whenNew.local + whenNew.session + whenNew.cookies.length > 0)
    throw new Error(`A new device was not empty: ${JSON.stringify(whenNew)}`)
  return handOut({ context, origin, options: wanted, whenNew: JSON.stringify(whenNew) }, page)
}

function handOut(kept: Kept, page: Page): Device {
  outliving.delete(kept.context)
  inUse.set(kept.context, kept)
  return { context: kept.context, page }
}

/** Ends what a test did on its device, and keeps it for the next one. A context that is no device of ours is closed. */
export async function putAway(context: BrowserContext | undefined): Promise<void> {
  const kept = context && inUse.get(context)
  if (!kept) return await context?.close()
  inUse.delete(kept.context)
  const [first] = kept.context.pages()
  if (!first) return await kept.context.close()
  if ((await first.evaluate(clocksMoved)).length > 0 && !(await takeClockOff(kept.context)))
    return await kept.context.close()
  for (const name of heard) kept.context.removeAllListeners(name)
  const page = plain.has(first) && first
  const others = kept.context.pages().filter((one) => one !== page)
  await Promise.all(others.map((one) => one.close()))
  if (page) await forgetAsked(page, kept)
  await kept.context.unrouteAll({ behavior: 'ignoreErrors' })
  await kept.context.setOffline(false)
  await kept.context.clearPermissions()
  waiting.push({ ...kept, page: page || undefined })
  outliving.add(kept.context)
  await Promise.all(waiting.splice(0, Math.max(0, waiting.length - most)).map((old) => old.context.close()))
}

/** Pages that nobody has put anything into which stays in each document to come. */
const plain = new WeakSet<Page>()
const putsIn = ['addInitScript', 'exposeBinding', 'exposeFunction', 'route', 'routeFromHAR', 'routeWebSocket'] as const
/** What Playwright lets a test listen to on a page. */
const heardOnPage = [...heard, 'load', 'domcontentloaded', 'pageerror', 'popup', 'framenavigated', 'worker']

/**
 * A page that is handed out again as long as nobody puts anything into it: a new one costs a tenth of a second of the
 * processor's. What a test overrides by a session of the developer tools ends with that session, which the test detaches.
 */
function watched(page: Page): Page {
  plain.add(page)
  for (const name of putsIn) {
    const own: unknown = page[name]
    if (typeof own !== 'function') throw new Error(`A page has no ${name}.`)
    Reflect.set(page, name, (...all: unknown[]) => {
      plain.delete(page)
      return Reflect.apply(own, page, all)
    })
  }
  return page
}

/** Has a page forget what it was asked for, and who listens to it. */
async function forgetAsked(page: Page, { options }: Kept): Promise<void> {
  for (const name of heardOnPage) page.removeAllListeners(name)
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null })
  const { viewport = { width: 1280, height: 720 } }: BrowserContextOptions = JSON.parse(options)
  const { width, height } = page.viewportSize() ?? {}
  if (viewport && (viewport.width !== width || viewport.height !== height)) await page.setViewportSize(viewport)
}

/** What takes the clock of a test off a context in Playwright, where it gives a context to somebody else itself. */
interface InnerContext {
  readonly clock?: {
    readonly uninstall?: (within: { readonly race: (done: Promise<unknown>) => unknown }) => Promise<void>
  }
}

/**
 * Has Playwright take the clock that a test moved off a device: otherwise it stays in each page to come. It does so when it
 * uses a context again, and says so to nobody; whether it did is looked at before the device is handed out.
 * @returns false where this Playwright has no such way
 */
async function takeClockOff(context: BrowserContext): Promise<boolean> {
  const connection: unknown = Reflect.get(context, '_connection')
  const toInner: unknown = typeof connection === 'object' && connection && Reflect.get(connection, 'toImpl')
  if (typeof toInner !== 'function') return false
  const { clock }: InnerContext = toInner(context)
  if (!clock?.uninstall) return false
  await clock.uninstall({ race: (done) => done })
  return true
}

/** Takes all but the worker and its files off a device, and says what is there then. */
async function emptied(page: Page, origin: string): Promise<Found & { readonly moved: readonly string[] }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('ServiceWorker.enable')
  // What the worker remembers goes with it.
  await devtools.send('ServiceWorker.stopAllWorkers')
  const storageTypes = 'cookies,file_systems,indexeddb,local_storage,shared_storage,storage_buckets,websql'
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes })
  await devtools.detach()
  await page.context().clearCookies()
  return await onBarePage(page, origin, async () => ({
    ...(await page.evaluate(clearAndLook)),
    moved: await page.evaluate(clocksMoved),
  }))
}

/** A page of this server that is only a picture. */
export const barePage = (origin: string): string => `${origin}/icon.svg`

/** Does something on a page of this server that is only a picture, and that no worker answers for. Stays there. */
export async function onBarePage<Done>(page: Page, origin: string, doing: () => Promise<Done>): Promise<Done> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setBypassServiceWorker', { bypass: true })
  await page.goto(barePage(origin))
  const done = await doing()
  await devtools.send('Network.setBypassServiceWorker', { bypass: false })
  await devtools.send('Page.resetNavigationHistory')
  await devtools.detach()
  return done
}

/** In the page: empties what only a page can, and looks at all that a page can see. */
async function clearAndLook(): Promise<Found> {
  const names = await caches.keys()
  // The random number of forms, and what was held back: whatever is not a file of the build.
  await Promise.all(names.filter((name) => !name.startsWith('unclench-files-')).map((name) => caches.delete(name)))
  const registrations = await navigator.serviceWorker.getRegistrations()
  const notes = await Promise.all(registrations.map((one) => one.getNotifications()))
  for (const note of notes.flat()) note.close()
  sessionStorage.clear()
  window.name = ''
  const asked = ['notifications', 'geolocation', 'clipboard-read', 'clipboard-write'] as const
  return {
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    caches: await Promise.all(
      (await caches.keys()).toSorted().map(async (name) => {
        const files = await (await caches.open(name)).keys()
        return [name, files.map(({ url }) => new URL(url).pathname).toSorted()] as const
      }),
    ),
    workers: registrations.map(
      (one) => [one.active?.scriptURL, one.waiting !== null || one.installing !== null] as const,
    ),
    notes: (await Promise.all(registrations.map((one) => one.getNotifications()))).flat().length,
    permissions: await Promise.all(
      // The type knows only what every browser has.
      asked.map(
        async (name) => [name, (await navigator.permissions.query({ name: name as PermissionName })).state] as const,
      ),
    ),
    online: navigator.onLine,
  }
}

/** In the page: the clocks that are not the browser's own. */
const clocksMoved = (): string[] =>
  Object.entries({ Date, setTimeout, setInterval, requestAnimationFrame, now: Date.now, tick: performance.now })
    .filter(([, one]) => !Function.prototype.toString.call(one).includes('[native code]'))
    .map(([name]) => name)

/**
 * What the service worker does, apart from the browser's events: worker.ts hands those over. Everything it needs of the
 * browser is passed in, so that a test can be the browser.
 *
 * Pages and forms of ours: the app. Their files: the cache. Everything else (the API, the gallery, this script, addresses
 * that only a newer server knows): the network, untouched. Sends nothing that a person answers anywhere, but for what they
 * ask for: the check that goes with a booking, the sheet of their plan that becomes a file, and the locked copy.
 */
import type { EpochMs } from '../care/evidence/time.ts'
import type { CareHome } from '../web/care/home.ts'
import { isHeld } from '../web/care/guide/held.ts'
import { searchHtml } from '../web/care/guide/search-page.tsx'
import { paths } from '../web/care/paths.ts'
import { type HelpBeforeBooking, helpBeforeBooking } from '../web/care/report/help-before-booking.tsx'
import { type CheckToShare, checkToShare } from '../web/care/report/check-to-share.ts'
import { assetCache } from './asset-cache.ts'
import { createDeviceApp, lookedPath, newestPath } from './device-app.tsx'
import { senderOf } from './form-guard.tsx'
import { formTokens } from './form-token.ts'
import { checksUnderWay, checkToCarryOn, type DeviceHome, tidy } from './checks-under-way.ts'
import { keptAnswers } from './kept-answers.ts'
import { type QuestionNow, questionNow } from './kept-question.ts'
import { lastResort } from './last-resort-page.ts'
import { isComeBackTo, isTypedForm, sendForm } from './send-form.ts'
import { sendPaper } from './send-paper.ts'
import { sendQuestion } from './send-question.ts'
import type { DeviceNotebook } from './record-store.ts'
import { rulesAreOf } from './rules-date.ts'
import type { ShownAsked } from './shown-messages.ts'
import { type ShownNow, shownNow } from './shown-page.tsx'
import { type ClockJumps, clockJumps } from './clock-jumps.ts'
import { createServerClock, type ServerClock } from './server-clock.ts'
import { within } from './time-limit.ts'
import { askMs, activateWaitingWorker, atCheckMs, type Start, serverHasOther, startDecider } from './worker-update.ts'

/** The build that a worker belongs to (src/built.d.ts). */
export interface Build {
  readonly id: string
  readonly assets: CareHome['assets']
  readonly files: Readonly<Record<string, string>>
}

/** What it needs of the browser and the device. */
export interface Around {
  readonly notebook: DeviceNotebook
  readonly now: () => EpochMs
  readonly newId: () => string
  readonly caches: Pick<CacheStorage, 'open' | 'match' | 'keys' | 'delete'>
  readonly registration: Pick<ServiceWorkerRegistration, 'active' | 'waiting' | 'installing'>
  /** Addresses that tabs of ours show. */
  readonly tabs: () => Promise<readonly string[]>
  /** Answers also for the tabs that were open before. */
  readonly claim: () => Promise<void>
  /** Milliseconds from any moment on, whatever is done to the clock; the browser's own where it is left out. */
  readonly steady?: () => number
  /** Takes over now. */
  readonly skipWaiting: () => Promise<void>
}

/** Something the browser asks a worker for. */
export interface Asked {
  readonly request: Request
  /** Whether a person goes to another page by it. */
  readonly navigates: boolean
  /** Keeps the worker awake for work that the answer does not wait for. */
  readonly behind: (work: Promise<unknown>) => void
}

export interface DeviceWorker {
  /** Fails if a file of the build cannot be had as it was built; the worker before stays in charge then. */
  readonly install: () => Promise<void>
  /** Every page waits for this, so it is next to nothing: a store that never answers would stop them all. */
  readonly activate: () => Promise<void>
  /** The answer, which always comes; `null` leaves it to the network. */
  readonly answer: (asked: Asked) => Promise<Response> | null
  /** Does the page of this address still play? Asked by a player that is on it. */
  readonly playsOn: (path: string) => Promise<boolean>
  /** Is a page that lies open still what the record says? Asked by that page. `writtenAt`: when this worker wrote last. */
  readonly shownNow: (asked: ShownAsked, writtenAt: number) => Promise<ShownNow>
  /** The check that a person may send with a booking. Asked by the form of it, which sends it only when told to. */
  readonly checkToShare: () => Promise<CheckToShare | null>
  /** What the record says to do before any visit. Asked by the pages of booking, which stand behind it. */
  readonly helpBeforeBooking: () => Promise<HelpBeforeBooking | null>
  /** The question to a therapist that was stopped and waits here, its words only after a clear check. Asked by the page that asks. */
  readonly questionNow: () => Promise<QuestionNow | null>
  /** Forgets it. @returns whether it is gone */
  readonly throwQuestionAway: () => Promise<boolean>
  /** What the guide holds for these words, as HTML of ours. Asked by its search while somebody types. */
  readonly searchGuide: (words: string) => Promise<string>
}

/** The worker of one build. */
export function createWorker(built: Build, around: Around): DeviceWorker {
  const running = startRunning(built, around)
  return {
    install: () => install(running),
    activate: () => activate(running),
    answer: (asked) => answer(running, asked),
    playsOn: async (path) => {
      const page = await running.app.request(path)
      return page.ok && (await page.text()).includes('data-player')
    },
    shownNow: (asked, writtenAt) => shownNow(running.home, running.app, asked, writtenAt),
    checkToShare: () => checkToShare(running.home),
    helpBeforeBooking: () => helpBeforeBooking(running.home),
    questionNow: () => questionNow(running.home),
    throwQuestionAway: () =>
      running.home.notebook.question.remove().then(
        () => true,
        () => false,
      ),
    searchGuide: async (words) => {
      const [held, answered] = await Promise.all([isHeld(running.home), running.home.answeredHere?.()])
      return searchHtml(words, held, answered)
    },
  }
}

/** A worker at work: what it was given, and the parts it is made of. */
interface Running {
  readonly around: Around
  readonly buildId: string
  readonly home: DeviceHome
  readonly app: ReturnType<typeof createDeviceApp>
  readonly files: ReturnType<typeof assetCache>
  readonly decideStart: ReturnType<typeof startDecider>
  readonly serverClock: ServerClock
  readonly jumps: ClockJumps
  /** The first part of every address that the app answers: '' is the front page. */
  readonly rooms: ReadonlySet<string>
  /** The last page there is, for when the app itself fails. */
  readonly lastResortPage: () => Response
  /** Said above the questions of a start that could not have the newest ones. */
  readonly setStartNotice: (notice: string | undefined) => void
  /** Somebody is at a check: its pages come and go. */
  readonly notePageOfCheck: () => void
  /** Was one asked for within the last seconds? */
  readonly isAtCheck: () => boolean
}

function startRunning(built: Build, around: Around): Running {
  let startNotice: string | undefined
  let pageOfCheckMs = Number.NEGATIVE_INFINITY
  const { notebook, now, newId, steady = () => performance.now() } = around
  const serverClock = createServerClock(now, steady)
  const jumps = clockJumps({ now, drafts: notebook.drafts, serverClock, steady })
  const { assets, id: buildId } = built
  const home: DeviceHome = {
    ...{ kind: 'device', notebook, now, newId, assets, buildId },
    startNotice: () => startNotice,
    clockBehindMs: serverClock.behindMs,
    clockJumps: jumps.all,
    checkToCarryOn: () => checkToCarryOn(home),
    makePaper: sendPaper,
    answeredHere: keptAnswers(around),
  }
  const app = createDeviceApp(home, formTokens(around.caches, newId))
  const answered = app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path)
  return {
    around,
    buildId,
    home,
    app,
    files: assetCache(buildId, built.files, around),
    decideStart: startDecider(),
    serverClock,
    jumps,
    rooms: new Set([...answered, paths.plan].map(roomOf)),
    lastResortPage: () => lastResort(assets.css),
    setStartNotice: (notice) => {
      startNotice = notice
    },
    notePageOfCheck: () => {
      pageOfCheckMs = steady()
    },
    isAtCheck: () => steady() - pageOfCheckMs < atCheckMs,
  }
}

async function install(running: Running): Promise<void> {
  const { files, around, home } = running
  await files.fill()
  // For searches without a connection. It never fails, and nothing waits for it.
  void home.answeredHere?.()
  // The first worker serves at once, so that already the first check stays on the device. A later one only when no
  // check is under way; else it waits until it is let in.
  if (!around.registration.active || (await mayChangeRules(running))) void around.skipWaiting()
}

async function activate({ files, home, around }: Running): Promise<void> {
  void files.dropOld().catch(() => undefined)
  void tidy(home).catch(() => undefined)
  await within(askMs, around.claim()).catch(() => undefined)
}

function answer(running: Running, asked: Asked): Promise<Response> | null {
  const { files, rooms, app, lastResortPage } = running
  const { request, navigates } = asked
  const url = new URL(request.url)
  if (!navigates && request.method === 'GET' && url.pathname === paths.paperStyle)
    return Promise.resolve(app.fetch(request)).catch(lastResortPage)
  // The word that somebody leaves the form of a held time: from a page that is going away, only the worker surely sends it on.
  if (!navigates && request.method === 'POST' && isFormOfHold(url.pathname))
    return fetch(request).catch(() => Response.error())
  if (!navigates) return request.method === 'GET' && files.holds(url.pathname) ? files.answer(request) : null
  if (url.pathname === paths.ask && request.method === 'POST' && !isComeBackTo(request))
    return sendQuestion(request, running.home).catch(lastResortPage)
  if (rooms.has(roomOf(url.pathname)) && !isOnlyOnServer(url.pathname))
    return answerPage(running, asked, url).catch(lastResortPage)
  // What another site sends goes by itself: from here it would look like ours.
  if (isTypedForm(request) && senderOf(request) === 'ours') return sendForm(request, running.home).catch(lastResortPage)
  if (request.method !== 'GET') return null
  return fetch(request)
    .catch(() => app.request(paths.offline))
    .catch(lastResortPage)
}

/** Where a time is held: for a booking, or for a visit that is to be moved. */
const isFormOfHold = (path: string) => path.startsWith('/book/hold/') || /^\/visits\/[^/]+\/move$/.test(path)

/** Addresses in rooms of ours that the server alone answers. */
const isOnlyOnServer = (path: string) =>
  path === paths.movementSheet || path === paths.guidePdfs || path.startsWith(`${paths.guidePdfs}/`)

/** A page of ours. Looks for newer rules at each start; lets them in only when nobody is in the middle of a check. */
async function answerPage(running: Running, { request, behind }: Asked, url: URL): Promise<Response> {
  const { app, around, jumps } = running
  await jumps.look()
  const isOfCheck = roomOf(url.pathname) === roomOf(paths.check)
  if (request.method === 'GET' && url.pathname === paths.check) {
    if ((await startCheck(running, url)) === 'look') {
      const { waiting } = around.registration
      activateWaitingWorker(around.registration)
      const Location = waiting ? `${newestPath}?ready` : newestPath
      return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'no-store' } })
    }
    // Not where a newer worker is let in, which would wait for it.
    behind(tidyUp(running))
  } else if (isOfCheck) running.notePageOfCheck()
  else if (request.method === 'GET' && around.registration.waiting && !running.isAtCheck()) {
    if (await mayChangeRules(running)) activateWaitingWorker(around.registration)
  }
  return await app.fetch(request)
}

function tidyUp({ home, files }: Running): Promise<unknown> {
  return Promise.all([tidy(home), files.heal(), files.dropOld()])
}

/** Decides what the start of a check does, and says above its questions of when they are if there may be newer ones. */
async function startCheck(running: Running, url: URL): Promise<Start> {
  const { registration, now } = running.around
  const start = await running.decideStart({
    looked: `${url.pathname}${url.search}` === lookedPath,
    ready: registration.waiting !== null,
    coming: registration.installing !== null,
    serverHasOther: () =>
      serverHasOther(registration.active?.scriptURL ?? '/worker.js', running.buildId, running.serverClock.hear),
    checkInSight: () => checkInSight(running),
    nowMs: now(),
  })
  if (start !== 'look') running.setStartNotice(start === 'goWithDate' ? rulesAreOf() : undefined)
  return start
}

/** The addresses that tabs of ours show; none when the browser does not say in time. */
const tabsShown = ({ around }: Running) => within(askMs, around.tabs()).catch((): readonly string[] => [])

/** May the rules change now? Not while a check is under way, nor while a tab shows the first screen of one. */
async function mayChangeRules(running: Running): Promise<boolean> {
  const [underWay, tabs] = await Promise.all([checksUnderWay(running.home, askMs), tabsShown(running)])
  return underWay.size === 0 && !tabs.includes(paths.check)
}

/** Does a tab show a check that is under way? Then its rules may not change, also when somebody starts anew elsewhere. */
async function checkInSight(running: Running): Promise<boolean> {
  const [underWay, tabs] = await Promise.all([checksUnderWay(running.home, askMs), tabsShown(running)])
  return tabs.some((path) => underWay.has(path.split('/')[2] ?? ''))
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? ''
}

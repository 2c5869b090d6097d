/**
 * The care app as it runs on a device: the same pages as on the server, behind three guards of its own. Answers that are
 * too old or were given to other questions are not used; forms from other sites are refused; entries that cannot be read
 * can be saved. Called by worker.ts. Never touches the network.
 */
import { type Context, Hono } from 'hono'
import type { Level } from '../care/check/types.ts'
import { dayMs } from '../care/evidence/time.ts'
import type { NotebookEvent } from '../care/notebook.ts'
import { createCareApp } from '../web/care/app.tsx'
import { show } from '../web/care/care-page.tsx'
import { viewOf } from '../web/care/check/check-flow.ts'
import type { CareHome } from '../web/care/home.ts'
import { paths } from '../web/care/paths.ts'
import { protocolVersion } from '../web/care/check/protocol-in-force.ts'
import { readTrail } from '../web/care/check/trail.ts'
import { type Begun, standingOf, trailHead } from './check-standing.ts'
import type { DeviceNotebook } from './notebook-db.ts'
import type { Draft } from './record-database.ts'
import { NewestPage, NotOurFormPage, StandingPage } from './standing-page.tsx'
import { madeAt } from './time-ordered-id.ts'

/** A home on a device. */
export interface DeviceHome extends CareHome {
  readonly kind: 'device'
  readonly notebook: DeviceNotebook
}

/** How often the start of a check waits for newer questions before it goes on with those it has. */
export const mostWaits = 2
/** How long it waits each time, in seconds; less when a script can tell that they have come. Chromium takes about three. */
const waitSeconds = 6
/** How often this start has waited, as its address says: nothing else is ever put there. */
export const timesWaited = (url: URL): number => Number(/^\?waited=(\d)$/.exec(url.search)?.[1] ?? 0)
/** Says that newer questions are being fetched, and leads back to the start of the check. */
export const waitPath = (times: number) => `/check/newest?waited=${times}`

/** How long a finished check's answers are kept beside the record, so that its summary can be shown to a clinician. */
const summaryKeptMs = 30 * dayMs

/** The app for a device. */
export function createDeviceApp(home: DeviceHome): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    if (c.req.method !== 'POST' || isOurOwn(c.req.raw)) return await next()
    return show(c, <NotOurFormPage home={home} />, 400)
  })
  app.use(async (c, next) => (await refusal(c, home)) ?? (await next()))
  app.get('/check/newest', (c) => {
    const href = `${paths.check}?waited=${timesWaited(new URL(c.req.url))}`
    c.header('Refresh', `${waitSeconds}; url=${href}`)
    return show(c, <NewestPage home={home} href={href} />)
  })
  app.get(paths.recordSetAside, async (c) => {
    const entries = await home.notebook.setAside()
    return c.body(`${entries.join('\n')}\n`, 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="unclench-set-aside.txt"',
      'Cache-Control': 'no-store',
    })
  })
  app.route('/', createCareApp(home))
  return app
}

/** Was this form sent by one of our own pages? Their referrer policy names the page to us, and only to us. */
function isOurOwn(request: Request): boolean {
  try {
    return new URL(request.referrer).origin === new URL(request.url).origin
  } catch {
    return false
  }
}

/** The page to show instead, when the answers of this address or form may not be used. */
async function refusal(c: Context, home: DeviceHome): Promise<Response | undefined> {
  const asked = c.req.method === 'POST' ? await posted(c.req.raw) : await addressed(c.req.path, home)
  if (!asked) return undefined
  const draft = await kept(home, asked.id)
  const begun: Begun = { protocol: asked.protocol, at: madeAt(asked.id) ?? draft?.begunAt ?? null }
  const standing = standingOf(begun, protocolVersion, home.now())
  // A finished check may be shown to a clinician for longer than it may be acted on.
  if (standing === 'good' || (standing === 'old' && c.req.path === paths.checkSummary(asked.id))) return undefined
  const level = await resultOf(home, asked.id)
  if (draft && level === null) await home.notebook.drafts.remove(asked.id).catch(() => undefined)
  return show(c, <StandingPage home={home} why={standing} level={level} />, 409)
}

/** The check that a posted form carries on with, if it carries one. */
async function posted(request: Request): Promise<ReturnType<typeof trailHead>> {
  try {
    const trail = (await request.clone().formData()).get('trail')
    return typeof trail === 'string' ? trailHead(trail) : null
  } catch {
    return null
  }
}

/** The check that an address names, as it is kept here. */
async function addressed(path: string, home: DeviceHome): Promise<{ id: string; protocol: string | null } | null> {
  const id = /^\/check\/([^/]+)\/(?:\d+|summary)$/.exec(path)?.[1]
  if (id === undefined) return null
  const draft = await kept(home, id)
  return { id, protocol: draft ? (trailHead(draft.trail)?.protocol ?? null) : null }
}

/** The draft; nothing when the store fails, so that the check itself goes on. */
const kept = (home: DeviceHome, id: string): Promise<Draft | null> => home.notebook.draft(id).catch(() => null)

/** What this check came to; `null` if it was not finished or the store fails. */
async function resultOf(home: DeviceHome, check: string): Promise<Level | null> {
  return levelIn(await home.notebook.all().catch(() => []), check)
}

function levelIn(events: readonly NotebookEvent[], check: string): Level | null {
  const finished = events.flatMap((event) => (event.kind === 'checkFinished' && event.check === check ? event : []))
  return finished.at(-1)?.level ?? null
}

/** Whether a trail has come to a result, under the rules of this build. */
export function isFinished(trail: string): boolean {
  const read = readTrail(trail, protocolVersion)
  return read.ok && viewOf(read.value).kind === 'result'
}

/** Ids of the checks that somebody may be in the middle of: begun here within a day, under any rules, without a result. */
export async function checksUnderWay(home: DeviceHome): Promise<ReadonlySet<string>> {
  const drafts = await home.notebook.allDrafts().catch(() => [])
  const open = drafts.filter(({ id, begunAt, finished }) => {
    const begun = { protocol: null, at: madeAt(id) ?? begunAt }
    return !finished && standingOf(begun, protocolVersion, home.now()) === 'good'
  })
  return new Set(open.map(({ id }) => id))
}

/** Forgets half-done checks of more than a day ago, and the answers of finished ones after 30 days (the record stays). */
export async function tidy(home: DeviceHome): Promise<void> {
  const events = await home.notebook.all()
  for (const { id, begunAt } of await home.notebook.allDrafts()) {
    const ageMs = home.now() - (madeAt(id) ?? begunAt)
    const keptMs = levelIn(events, id) === null ? dayMs : summaryKeptMs
    if (ageMs >= keptMs) await home.notebook.drafts.remove(id)
  }
}

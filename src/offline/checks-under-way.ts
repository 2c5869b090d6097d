/**
 * The checks that rest on this device: which of them somebody may be in the middle of, what they came to, and when they are
 * forgotten. Every wait for the store has an end; after it the check goes on.
 */
import type { Level } from '../care/check/types.ts'
import { dayMs } from '../care/evidence/time.ts'
import { begunAfterIn, isOlderThanAsked } from '../care/programme/asked.ts'
import type { ProgrammeState } from '../care/programme/state.ts'
import { correctClocks } from '../care/record/notebook-clock.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import { viewOf } from '../web/care/check/check-flow.ts'
import { protocolVersion } from '../web/care/check/protocol-in-force.ts'
import { readTrail } from '../web/care/check/read-trail.ts'
import type { CareHome } from '../web/care/home.ts'
import { momentOf } from '../web/care/moment.ts'
import { paths } from '../web/care/paths.ts'
import { courseAt } from '../web/care/record/record-fold.ts'
import { expiryOf, trailHead } from './check-expiry.ts'
import type { DeviceNotebook } from './record-store.ts'
import type { Draft } from './record-database.ts'
import { madeAt } from '../care/evidence/ids.ts'
import { patienceMs, within } from './time-limit.ts'

/** A home on a device. */
export interface DeviceHome extends CareHome {
  readonly kind: 'device'
  readonly notebook: DeviceNotebook
}

/** How long a finished check's answers are kept beside the record, so that its summary can be shown to a clinician. */
const summaryKeptMs = 30 * dayMs

/** The draft; nothing when the store fails or does not answer, so that the check itself goes on. */
export const draftOf = (home: DeviceHome, id: string): Promise<Draft | null> =>
  within(patienceMs, home.notebook.draft(id)).catch(() => null)

/** What this check came to; `null` if it was not finished or the store fails. */
export async function resultOf(home: DeviceHome, check: string): Promise<Level | null> {
  return levelIn(await within(patienceMs, home.notebook.all()).catch(() => []), check)
}

function levelIn(events: readonly NotebookEvent[], check: string): Level | null {
  const finished = events.flatMap((event) => (event.kind === 'checkFinished' && event.check === check ? event : []))
  return finished.at(-1)?.level ?? null
}

/** Ids of the checks that somebody may be in the middle of: begun here within a day, under any rules, without a result. */
export async function checksUnderWay(home: DeviceHome, limitMs = patienceMs): Promise<ReadonlySet<string>> {
  const drafts = await within(limitMs, home.notebook.allDrafts()).catch(() => [])
  const open = drafts.filter(({ id, begunAt, finished }) => {
    const begun = { protocol: null, at: madeAt(id) ?? begunAt }
    return !finished && expiryOf(begun, protocolVersion, home.now()) === 'good'
  })
  return new Set(open.map(({ id }) => id))
}

/**
 * The address at which the check that was left half-way last goes on: begun here within a day, under these rules, with no
 * result of any check, and nothing told that asks for another, since. Null where there is none, or the store fails.
 * Never: one that has come past the question on safety at home, whatever was said there, so that nobody who opens this
 * device learns anything by what is offered (hazard H-17).
 */
export async function checkToCarryOn(home: DeviceHome): Promise<string | null> {
  const drafts = await within(patienceMs, home.notebook.allDrafts()).catch(() => [])
  const events = await within(patienceMs, home.notebook.all()).catch(() => [])
  const begun = drafts.map((draft) => ({ ...draft, at: madeAt(draft.id) ?? draft.begunAt }))
  for (const { trail: text, at } of begun.sort((one, other) => other.at - one.at)) {
    if (events.some((event) => event.kind === 'checkFinished' && event.at >= at)) return null
    if (expiryOf({ protocol: trailHead(text)?.protocol ?? null, at }, protocolVersion, home.now()) !== 'good') continue
    const read = readTrail(text, protocolVersion)
    if (!read.ok || read.value.steps.length === 0 || read.value.steps.some((step) => step.home)) continue
    if (isOlderThanAsked({ begunAfter: begunAfterIn(events, read.value) }, stateOf(events, home))) continue
    const { id, steps } = read.value
    if (viewOf(read.value).kind !== 'result') return paths.checkScreen(id, steps.length + 1)
  }
  return null
}

/** How the record stands now. */
function stateOf(events: readonly NotebookEvent[], home: DeviceHome): ProgrammeState {
  const now = momentOf(home)
  return courseAt(correctClocks(events, now), now).state
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

/**
 * Where that leads which was told of the pain, in the diary or for the plan: to the whole check at once, to the short one, or
 * nowhere. Joins rules, store and page; decides nothing.
 * Never: waits for what was told to be kept.
 */
import type { Context } from 'hono'
import { mayBeEmergency, opensWholeCheck, type Raised } from '../../../care/diary/entry-dangers.ts'
import type { EntryOutcome } from '../../../care/diary/entry-events.ts'
import { stateAt } from '../../../care/programme/fold.ts'
import type { ProgrammeState } from '../../../care/programme/state.ts'
import type { Moment } from '../../../care/evidence/calendar.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { programmeEvents } from '../../../care/record/person.ts'
import { uk } from '../../../care/region.ts'
import { CallButton } from '../../ui/call-button.tsx'
import { show } from '../care-page.tsx'
import { beginTrailWith } from '../check/begin-trail.ts'
import { viewOf } from '../check/check-flow.ts'
import { CheckScreen } from '../check/check-screen.tsx'
import { type Trail, writeDraft } from '../check/trail.ts'
import type { CareHome, NotebookStore } from '../home.ts'
import { paths } from '../paths.ts'
import { StopHerePage } from '../record/record-not-kept.tsx'
import { helpNowWords } from '../../ui/danger-heard.tsx'
import { stopWords } from './diary-raised.tsx'

/** What was known before it was told. */
interface Known {
  readonly home: CareHome
  readonly events: readonly NotebookEvent[]
  readonly state: ProgrammeState
  readonly now: Moment
}

/** Why the check is begun, and what was raised: whether the call for help stands above its first question. */
interface Lead {
  readonly because: string
  readonly raised: Raised
}

/** Where it leads: `full` to the whole check, and why; `mini` to the short one before the next session. */
export type Way = { readonly trail: Trail } & (
  | { readonly next: 'full'; readonly lead: Lead }
  | { readonly next: 'mini' | 'none' }
)

/** Where what was raised leads, and the check that it would begin, with what was told filled in. */
export async function wayOfRaised(known: Known, outcome: Pick<EntryOutcome, 'raised' | 'events'>): Promise<Way> {
  const { home, state } = known
  const { raised } = outcome
  const trail = await beginTrailWith(home, raised.answers)
  const because = opensWholeCheck(raised, state.started !== null)
    ? raised.raises[0]?.because
    : newFullCheck(known, outcome)
  if (because !== undefined) return { trail, next: 'full', lead: { because, raised } }
  return { trail, next: raised.screen === 'mini' ? 'mini' : 'none' }
}

/** The page that answers at once, kept or not; null where a kept one goes on, or nothing was raised. */
export async function answerRaised(c: Context, home: CareHome, way: Way, kept: boolean, said: SaidBeside) {
  if (way.next === 'full') {
    if (home.notebook) await putDraft(home.notebook, way.trail)
    return checkAtOnce(c, home, way.trail, way.lead, said)
  }
  if (way.next === 'none' || kept) return null
  return show(c, <StopHerePage home={home} why="sore" kept={false} />, 200, 'holdsAnswers')
}

/** Why the programme asks for a full check after this, when it did not before. */
function newFullCheck({ events, state, now }: Known, outcome: Pick<EntryOutcome, 'events'>): string | undefined {
  if (!state.started || state.fullDue) return undefined
  return stateAt(programmeEvents([...events, ...outcome.events]), now).fullDue?.because
}

/** Puts the check aside, so that it has an address of its own. */
export async function putDraft(notebook: NotebookStore, trail: Trail): Promise<void> {
  try {
    await notebook.drafts.put(trail.id, writeDraft(trail))
  } catch {
    // The page itself holds the check.
  }
}

/** What was or was not kept, in words before or after the reason. */
interface SaidBeside {
  readonly before?: string
  readonly after?: string
}

/** The first screen of the check, at once, with what was ticked filled in and the reason above it; and the call, where it may be needed. */
export function checkAtOnce(c: Context, home: CareHome, trail: Trail, lead: Lead, { before, after }: SaidBeside) {
  const view = viewOf(trail)
  if (view.kind !== 'screen') throw new Error('a check that has just begun is a screen')
  const isUrgent = mayBeEmergency(lead.raised)
  const notice = [before, lead.because, isUrgent && helpNowWords, stopWords, after].filter(Boolean).join(' ')
  const call = isUrgent && <CallButton number={uk.emergencyNumber} />
  const action = home.notebook ? paths.checkScreen(trail.id, 1) : paths.check
  return show(c, <CheckScreen {...{ home, trail, view, notice, action }} before={call} />, 200, 'holdsAnswers')
}

/**
 * The programme's state, kept between pages: only what is new since the last page is folded.
 * Same result as folding everything, shown by its test. Never: kept beyond this process, or used for events that are not
 * exactly those it was made from.
 */
import type { PhaseMark } from '../../../care/diary/chart-data.ts'
import type { Moment } from '../../../care/evidence/calendar.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { programmeEvents } from '../../../care/record/person.ts'
import { onceInOrder } from '../../../care/evidence/order.ts'
import type { ProgrammeEvent } from '../../../care/programme/events.ts'
import { nextState, stateAt, stateNow } from '../../../care/programme/fold.ts'
import { phases } from '../../../care/programme/phases.ts'
import { nothingYet, type ProgrammeState } from '../../../care/programme/state.ts'
import { type Standing, withStanding } from '../../../care/prevention/walk-permission.ts'

/** A programme as it went. */
export interface Course {
  readonly state: ProgrammeState
  /** Each phase from the day it began, oldest first. */
  readonly phases: readonly PhaseMark[]
  /** Whether a walk may get longer, by the days on which that changed. */
  readonly standings: readonly Standing[]
}
interface Folded extends Course {
  readonly events: readonly ProgrammeEvent[]
}
const nothingFolded: Folded = { events: [], state: nothingYet, phases: [], standings: [] }

/** The last fold, before time was counted in. */
let last = nothingFolded

/** What `stateAt` gives for these events, and the phases on the way there. */
export function courseAt(events: readonly NotebookEvent[], now: Moment): Course {
  const ordered = onceInOrder(programmeEvents(events))
  // With a wrong clock some count later, or never.
  if (ordered.some(({ at }) => at > now.at)) {
    const { phases, standings } = ordered.reduce(step, nothingFolded)
    return { state: stateAt(ordered, now), phases, standings }
  }
  const begun = startsWith(ordered, last.events) ? last : nothingFolded
  const folded = ordered.slice(begun.events.length).reduce(step, begun)
  last = { ...folded, events: ordered }
  return { state: stateNow(last.state, now), phases: last.phases, standings: last.standings }
}

function step({ state, phases: marks, standings, events }: Folded, event: ProgrammeEvent): Folded {
  const next = nextState(state, event)
  const begins = next.started && (next.phase !== state.phase || next.started !== state.started)
  const mark = { phase: next.phase, name: phases[next.phase].name, from: next.phaseSince ?? event.day }
  return {
    state: next,
    phases: begins ? [...marks, mark] : marks,
    standings: withStanding(standings, next, event.day),
    events,
  }
}

const startsWith = (events: readonly ProgrammeEvent[], first: readonly ProgrammeEvent[]): boolean =>
  first.length <= events.length && first.every((event, index) => isSame(event, events[index]))

/** Events never change, so the same object is the same event. A check, and too much of a medicine, are made anew each time. */
function isSame(one: ProgrammeEvent, other: ProgrammeEvent | undefined): boolean {
  if (one === other) return true
  if (one.kind === 'tooMuchFound' && other?.kind === 'tooMuchFound')
    return (['id', 'at', 'order', 'day', 'level', 'isNew'] as const).every((field) => one[field] === other[field])
  if (one.kind !== 'fullCheckDone' || other?.kind !== 'fullCheckDone') return false
  const fields = ['id', 'at', 'order', 'day', 'level', 'lock', 'protocolVersion', 'unknownAge', 'begunAfter'] as const
  return fields.every((field) => one[field] === other[field])
}

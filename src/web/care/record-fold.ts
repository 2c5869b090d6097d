/**
 * The programme's state, kept between pages: only what is new since the last page is folded. Called by record-now.ts.
 * Same result as folding everything, shown by its test. Never: kept beyond this process, or used for events that are not
 * exactly those it was made from.
 */
import type { Moment } from '../../care/evidence/calendar.ts'
import type { NotebookEvent } from '../../care/notebook.ts'
import { programmeEvents } from '../../care/person.ts'
import { inOrder, type ProgrammeEvent } from '../../care/programme/events.ts'
import { nextState, settle, stateAt } from '../../care/programme/fold.ts'
import { nothingYet, type ProgrammeState } from '../../care/programme/state.ts'

/** The last fold, before time was counted in. */
let last: { readonly events: readonly ProgrammeEvent[]; readonly state: ProgrammeState } | undefined

/** What `stateAt` gives for these events. */
export function programmeStateAt(events: readonly NotebookEvent[], now: Moment): ProgrammeState {
  const ordered = inOrder(programmeEvents(events))
  // A wrong clock: which of them count changes as time goes on.
  if (ordered.some(({ at }) => at > now.at)) return stateAt(ordered, now)
  const begun = last && startsWith(ordered, last.events) ? last : { events: [], state: nothingYet }
  const state = ordered.slice(begun.events.length).reduce(nextState, begun.state)
  last = { events: ordered, state }
  return settle(state, now)
}

const startsWith = (events: readonly ProgrammeEvent[], first: readonly ProgrammeEvent[]): boolean =>
  first.length <= events.length && first.every((event, index) => isSame(event, events[index]))

/** Events never change, so the same object is the same event. A check is made anew from its result each time. */
function isSame(one: ProgrammeEvent, other: ProgrammeEvent | undefined): boolean {
  if (one === other) return true
  if (one.kind !== 'fullCheckDone' || other?.kind !== 'fullCheckDone') return false
  const fields = ['id', 'at', 'day', 'level', 'lock', 'protocolVersion'] as const
  return fields.every((field) => one[field] === other[field])
}

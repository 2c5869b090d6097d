/**
 * A guided session that was begun, as an event of the person's record, with everything the player plays frozen in it: so
 * that it is the same after a reload, a phone call or a closed tab.
 * Written and read by the session pages. Never: plays on after a stop, a check or a lock, or drops what a person told.
 */
import { byOrder, type Made, placeOf } from '../evidence/order.ts'
import { hourMs } from '../evidence/time.ts'
import type { Moment } from '../evidence/calendar.ts'
import type { MovementId } from '../movement/movements.ts'
import type { Score, SessionDone } from '../programme/events.ts'
import type { ProgrammeCard } from '../programme/phases.ts'
import { mayMove } from '../programme/screening.ts'
import type { SessionDose } from '../programme/session-item.ts'
import type { ProgrammeState } from '../programme/state.ts'

/** One movement of the session, as `makeSession` gave it. */
export interface BegunItem {
  readonly card: ProgrammeCard
  readonly movement: MovementId
  readonly dose: SessionDose
  /** How far to go, 0–1, of the movement's whole way. */
  readonly range: number
  readonly headStill: boolean
  /** The dose is halved, and why; null when whole. */
  readonly half: string | null
  /** The programme's own movement, and why it is not this one. */
  readonly insteadOf?: { readonly movement: MovementId; readonly because: string }
}

/** A session was begun. Its `sessionDone` names it. Its id is also the session's address. */
export interface SessionBegun extends Moment, Made {
  readonly v: 1
  readonly kind: 'sessionBegun'
  readonly painNow0to10: Score
  /** Minutes the person had. */
  readonly minutes: number
  readonly items: readonly BegunItem[]
}

/** What these folds need of any event of the record. */
interface Happened extends Made {
  readonly kind: string
}

const isBegun = (event: Happened): event is SessionBegun => event.kind === 'sessionBegun'
const isDone = (event: Happened): event is SessionDone => event.kind === 'sessionDone'

/** A session begun so long ago is over: the pain told at its start says nothing any more. [C] */
const staleHours = 6

/** The session of this id as it was begun; null when the record knows none. */
export const sessionBegun = (events: readonly Happened[], id: string): SessionBegun | null =>
  events.filter(isBegun).find((event) => event.id === id) ?? null

/** What was told of this session at its end; null while it has not ended. An event without a name ends the one before it. */
export function endOf(events: readonly Happened[], begun: SessionBegun): SessionDone | null {
  const next = events.filter((event) => isBegun(event) && placeOf(event) > placeOf(begun)).sort(byOrder)[0]
  return (
    events
      .filter(isDone)
      .find((event) =>
        event.session === undefined
          ? placeOf(event) >= placeOf(begun) && (!next || placeOf(event) < placeOf(next))
          : event.session === begun.id,
      ) ?? null
  )
}

/**
 * The session that is under way: the last one begun, not ended, less than 6 hours old, with no stop and no check since,
 * while the person may still move. Null otherwise, so that nothing plays on past a danger sign (H-04, H-08). One that goes
 * over midnight belongs to the day it began: the short check of the new day comes before the next session, not inside it.
 */
export function sessionUnderWay(events: readonly Happened[], state: ProgrammeState, now: Moment): SessionBegun | null {
  const begun = events.filter(isBegun).sort(byOrder).at(-1)
  if (!begun || endOf(events, begun)) return null
  const ageMs = now.at - begun.at
  if (ageMs < 0 || ageMs >= staleHours * hourMs) return null
  const ended = events.some(
    (event) => placeOf(event) >= placeOf(begun) && (event.kind === 'stopped' || event.kind === 'checkFinished'),
  )
  return ended || !mayMove(state, { at: now.at, day: begun.day }).ok ? null : begun
}

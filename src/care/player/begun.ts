/**
 * A guided session that was begun, as an event of the person's record, with everything the player plays frozen in it: so
 * that it is the same after a reload, a phone call or a closed tab.
 * Written and read by the session pages. Data only. Never: says whether the session may still be played (`mayMove` does).
 */
import type { Moment } from '../evidence/calendar.ts'
import type { MovementId } from '../movement/movements.ts'
import type { Score } from '../programme/events.ts'
import type { ProgrammeCard } from '../programme/phases.ts'
import type { SessionDose } from '../programme/session.ts'

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
}

/** A session was begun. Its `sessionDone` carries the same id in no field: the first one after it ends it. */
export interface SessionBegun extends Moment {
  readonly v: 1
  /** UUID; also the session's address. */
  readonly id: string
  readonly kind: 'sessionBegun'
  readonly painNow0to10: Score
  /** Minutes the person had. */
  readonly minutes: number
  readonly items: readonly BegunItem[]
}

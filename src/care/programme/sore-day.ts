/**
 * A day that is much sorer than the one before, or one in a flare: what eases it now, before anything is trained
 * (evidence.md §3 PT7, §6.2, §7.3). Pure.
 * Never: a movement that the session of the hour would not give, or anything at all while a full check is due.
 */
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import type { MovementProfile } from '../movement/profile.ts'
import { flareDay } from './flare.ts'
import { cardNamed } from './phases.ts'
import { makeSession } from './session.ts'
import type { SessionItem } from './session-item.ts'
import { isOfKnownDay, lockOf, type ProgrammeState } from './state.ts'
import { isOf } from './today.ts'
import { limit } from './thresholds.ts'

/** What a sore day asks for: how sore, since when, and a position of ease. */
export interface SoreDay {
  /** Day of the flare, from 1; null where the pain has only risen since the day before. */
  readonly flareDay: number | null
  /** The pain told this morning, and the last number before today; null where one is not known. */
  readonly pain: { readonly was0to10: number; readonly is0to10: number } | null
  /** The position of ease of today's session; null while the short check is still to do, or where none suits. */
  readonly position: SessionItem | null
}

/**
 * Is today such a day? In a flare; or the morning is 2 points or more above the last number of an earlier day, and high
 * enough that the dose is halved. The second is a design choice [C].
 */
export function soreDay(state: ProgrammeState, profile: MovementProfile, now: Moment): SoreDay | null {
  if (!state.started || state.fullDue || lockOf(state) === 'locked') return null
  const is = state.mornings.filter((one) => isOf(one, now.day)).at(-1)?.pain0to10
  const was = state.readings
    .filter(isOfKnownDay)
    .filter(({ day }) => daysBetween(day, now.day) > 0)
    .at(-1)?.pain
  const rose = is !== undefined && was !== undefined && is - was >= limit('meaningfulPoints') && is >= limit('halfFrom')
  if (!state.flare && !rose) return null
  return {
    flareDay: flareDay(state, now),
    pain: rose ? { was0to10: was, is0to10: is } : null,
    position: positionOf(state, profile, now),
  }
}

function positionOf(state: ProgrammeState, profile: MovementProfile, now: Moment): SessionItem | null {
  const session = makeSession(state, profile, mostMinutes, now)
  if (session.kind === 'none') return null
  return [...session.items, ...session.later].find(({ card }) => card === cardNamed.restPosition) ?? null
}

/** Long enough that nothing of a phase is left out for want of time. */
const mostMinutes = 60

/**
 * May this person be shown a walk or a movement of prevention now, and may anything get harder? One door for the whole room.
 * In the programme it is the programme's own door (`mayMove`). Without a programme a clear full check of less than 24 hours
 * opens it (evidence.md §5.0, §6.3). Pure.
 * Never: opens a lock, or lets an old check count.
 */
import { entriesOf, isKeyOf } from '../evidence/closed-sets.ts'
import type { Moment } from '../evidence/calendar.ts'
import { hourMs } from '../evidence/time.ts'
import type { MovementProfile } from '../movement/profile.ts'
import { mayMove } from '../programme/screening.ts'
import { lockOf, type ProgrammeState } from '../programme/state.ts'
import { limit } from '../programme/thresholds.ts'

/** The answer of the door: open or within the gentle lock, or closed with what comes first, in words. */
export type Gate =
  | { readonly ok: true; readonly lock: 'open' | 'gentle' }
  | {
      readonly ok: false
      /**
       * `locked`: be seen first. `fullCheck`, `miniCheck`: that comes first. `morning`, `entry`: the pain now, told to the
       * programme or, without one, to the diary. `profile`: we know too little of the person to choose.
       */
      readonly why: 'locked' | 'fullCheck' | 'miniCheck' | 'morning' | 'entry' | 'profile'
      readonly because: string
    }
/** The door while it is closed. */
export type Closed = Extract<Gate, { ok: false }>

/** The door, now. Checks come before the pain. */
export function gate(state: ProgrammeState, profile: Pick<MovementProfile, 'painNow0to10'>, now: Moment): Gate {
  const checks = checksDone(state, now)
  if (!checks.ok || profile.painNow0to10 !== 'notSure') return checks
  const because = 'Tell us your pain now. It decides what you do today.'
  return { ok: false, why: state.started ? 'morning' : 'entry', because }
}

/**
 * May a plan of walks or strength be begun? Not while somebody is to be seen or a full check comes first; a short check or
 * the pain of today is asked again before each walk.
 */
export const mayBegin = (door: Gate): boolean => door.ok || (door.why !== 'locked' && door.why !== 'fullCheck')

/**
 * The door where the record itself closes it: somebody is to be seen, or a check comes first. Null: it is open, only the
 * pain of today is missing, or nothing was ever checked, so that a first visitor may look round.
 */
export function closedByRecord(
  state: ProgrammeState,
  profile: Pick<MovementProfile, 'painNow0to10'>,
  now: Moment,
): Closed | null {
  const door = gate(state, profile, now)
  const nothingTold = !state.lastFull && state.locks.length === 0 && !state.fullDue && !state.miniDue
  if (door.ok || nothingTold) return null
  return door.why === 'locked' || door.why === 'fullCheck' || door.why === 'miniCheck' ? door : null
}

/** Said when a person may move but what we do not know of them blocks all of it. */
export const tellUsMore: Closed = {
  ok: false,
  why: 'profile',
  because: 'We know too little about you to choose. Answer the questions of your plan. Not sure? Ask a clinician.',
}

/** The same person if everything that is not known were fine: to tell what blocks them from what we do not know. */
export function assumeUnknownsSafe(profile: MovementProfile): MovementProfile {
  let fine = profile
  for (const [fact, value] of entriesOf<keyof MovementProfile, unknown>(profile))
    if (value === 'notSure' && fact !== 'painNow0to10')
      fine = { ...fine, [fact]: isKeyOf(good, fact) ? good[fact] : 'no' }
  return fine
}

/** What is fine for the facts of which "no" is not. */
const good = {
  pregnancyWeeks: null,
  weeksAfterBirth: null,
  radicularSide: 'none',
  floorTransfer: 'yes',
  canSit: 'yes',
  canStand: 'yes',
  hasChair: 'yes',
  hasBed: 'yes',
} as const satisfies Partial<MovementProfile>

function checksDone(state: ProgrammeState, now: Moment): Gate {
  if (state.started) {
    const may = mayMove(state, now)
    if (may.ok) return may
    return { ok: false, why: may.why === 'notStarted' ? 'fullCheck' : may.why, because: may.because }
  }
  const lock = lockOf(state)
  if (lock === 'locked')
    return { ok: false, why: 'locked', because: 'Your check said to be seen first. Until then we show no movements.' }
  if (!state.lastFull) return { ok: false, why: 'fullCheck', because: 'A check comes before your first movement.' }
  if (state.lastFull.lock === 'locked')
    return { ok: false, why: 'fullCheck', because: 'You have been seen since your last check. Do it once more.' }
  if (state.fullDue) return { ok: false, why: 'fullCheck', because: state.fullDue.because }
  // The short check is a part of the programme; without one the whole check takes its place.
  if (state.miniDue)
    return { ok: false, why: 'fullCheck', because: 'Your last walk or entry was very sore. So a check comes first.' }
  const ageMs = now.at - state.lastFull.at
  if (!(ageMs >= 0 && ageMs < limit('resultHours') * hourMs))
    return { ok: false, why: 'fullCheck', because: 'A check counts for less than 24 hours. Do it once more.' }
  return { ok: true, lock: state.lastFull.lock === 'open' ? lock : 'gentle' }
}

/**
 * May something get harder, as things stand? Not while locked, in a flare, with a check due, or before phase 3: until then
 * the programme's own walks count (§6.1). Null: it may. Otherwise why not.
 */
export function whyNotHarder(state: ProgrammeState): string | null {
  if (lockOf(state) !== 'open' || state.lastFull?.lock !== 'open') return 'Your last check does not allow more yet.'
  if (state.fullDue) return 'A check comes first.'
  if (state.flare) return 'You are in a flare.'
  if (state.easeOnlySince) return 'For now you rest and walk.'
  if (state.started && state.phase < 3) return 'Your day-by-day plan builds your walks up first.'
  return null
}

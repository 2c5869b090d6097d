/**
 * May this person be shown a walk or a movement of prevention now, and may anything get harder? One door for the whole room.
 * In the programme it is the programme's own door (`mayMove`). Without a programme a clear full check of less than 24 hours
 * opens it (evidence.md §5.0, §6.3). Called by every file of this room that shows a movement. Pure.
 * Never: opens a lock, or lets an old check count.
 */
import type { Moment } from '../evidence/calendar.ts'
import { hourMs } from '../evidence/time.ts'
import { mayMove } from '../programme/screening.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { limit } from '../programme/thresholds.ts'

export type Gate =
  | { readonly ok: true; readonly lock: 'open' | 'gentle' }
  | {
      readonly ok: false
      /** `locked`: be seen first. `fullCheck`, `miniCheck`: that comes first. */
      readonly why: 'locked' | 'fullCheck' | 'miniCheck'
      readonly because: string
    }

/** The door, now. */
export function gate(state: ProgrammeState, now: Moment): Gate {
  if (state.started) {
    const may = mayMove(state, now)
    if (may.ok) return may
    return { ok: false, why: may.why === 'notStarted' ? 'fullCheck' : may.why, because: may.because }
  }
  if (state.lock?.lock === 'locked')
    return { ok: false, why: 'locked', because: 'Your check said to be seen first. Until then we show no movements.' }
  if (!state.lastFull) return { ok: false, why: 'fullCheck', because: 'A check comes before your first movement.' }
  if (state.fullDue) return { ok: false, why: 'fullCheck', because: state.fullDue.because }
  const ageMs = now.at - state.lastFull.at
  if (!(ageMs >= 0 && ageMs < limit('resultHours') * hourMs))
    return { ok: false, why: 'fullCheck', because: 'A check counts for less than 24 hours. Do it once more.' }
  return { ok: true, lock: state.lock?.lock === 'gentle' || state.lastFull.lock !== 'open' ? 'gentle' : 'open' }
}

/**
 * May something get harder, as things stand? Not while locked, in a flare, with a check due, or before phase 3: until then
 * the programme's own walks count (§6.1). Null: it may. Otherwise why not.
 */
export function whyNotHarder(state: ProgrammeState): string | null {
  if (state.lock || !state.lastFull || state.lastFull.lock !== 'open') return 'Your last check does not allow more yet.'
  if (state.fullDue) return 'A check comes first.'
  if (state.flare) return 'You are in a flare.'
  if (state.easeOnlySince) return 'For now you rest and walk.'
  if (state.started && state.phase < 3) return 'Your programme builds your walks up first.'
  return null
}

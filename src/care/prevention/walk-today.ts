/**
 * Today's walk: how many minutes, or why none is shown. Pure.
 * Asks the door (`gate.ts`), the block list and the programme's phase each time.
 * Never: a walk for somebody who is locked, who may not walk, or whose pain now is not known; never more than the phase has.
 */
import type { Moment } from '../evidence/calendar.ts'
import { blockedReasons, modifications, substituteFor } from '../movement/block-list.ts'
import { doseFor } from '../movement/doses.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import type { MovementProfile } from '../movement/profile.ts'
import { cardNamed, contentOf } from '../programme/phases.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { limit } from '../programme/thresholds.ts'
import { type Closed, gate, assumeUnknownsSafe, tellUsMore } from './gate.ts'
import type { WalkingPlan } from './walking.ts'

/** Today's walk, or why there is none. */
export type WalkToday =
  /** A check, the pain now or a few questions come first. */
  | { readonly kind: 'first'; readonly why: Closed['why']; readonly because: string }
  /** Not to walk now. */
  | { readonly kind: 'none'; readonly because: readonly string[] }
  /** Off or done for today. */
  | { readonly kind: 'rest'; readonly because: string }
  /** The programme's own short walks count for now. */
  | { readonly kind: 'programme'; readonly text: string; readonly because: string }
  | {
      readonly kind: 'walk'
      readonly movement: MovementId
      readonly minutes: number
      /** Less than the plan's step, and why. */
      readonly less: string | null
      /** What this person does differently. */
      readonly changes: readonly string[]
    }

/** From 6 of 10 a walk is 2 minutes, as the block list and the sessions have it (§5.0). */
const soreMinutes = 2

/** The walk of today. */
export function walkToday(plan: WalkingPlan, state: ProgrammeState, profile: MovementProfile, now: Moment): WalkToday {
  const door = gate(state, profile, now)
  if (!door.ok) return { kind: 'first', why: door.why, because: door.because }
  if (plan.offToday) return { kind: 'rest', because: 'A walk was too sore today. Rest from long walks until tomorrow.' }
  const movement = walkFor(profile, door.lock)
  if (!movement) {
    if (walkFor(assumeUnknownsSafe(profile), door.lock))
      return { kind: 'first', why: tellUsMore.why, because: tellUsMore.because }
    return { kind: 'none', because: blockedReasons(cardNamed.walking, profile).map(({ because }) => because) }
  }
  const calm = doseFor(movement, 'calm', profile)
  if (calm && (state.easeOnlySince || (state.started && state.phase === 1)))
    return { kind: 'programme', text: calm.text, because: 'You are in the calm phase, so short walks are enough.' }
  const { minutes, less } = howFar(plan, state, Number(profile.painNow0to10), door.lock)
  return { kind: 'walk', movement, minutes, less, changes: modifications(movement, profile).map(({ text }) => text) }
}

/** Walking, or the first stand-in for it that is a walk too and is allowed. */
function walkFor(profile: MovementProfile, lock: 'open' | 'gentle'): MovementId | undefined {
  return substituteFor(cardNamed.walking, profile, lock, (id) => movements[id].kind === 'walk')
}

/** The plan's step, or less: the first reason that holds. */
function howFar(
  plan: WalkingPlan,
  state: ProgrammeState,
  pain: number,
  lock: 'open' | 'gentle',
): { minutes: number; less: string | null } {
  const full = plan.step.minutes
  const half = Math.ceil(full / 2)
  if (pain >= limit('soreStart'))
    return { minutes: Math.min(soreMinutes, full), less: 'You are sore now, so go short.' }
  const usual = Math.max(1, Math.min(full, plan.started.minutesNow))
  if (lock === 'gentle' && usual < full)
    return { minutes: usual, less: 'Your check allows your usual gentle walk for now.' }
  const most = state.started ? (contentOf(state.phase, cardNamed.walking)?.minutes?.[1] ?? full) : full
  const capped = Math.min(half, most)
  if (state.flare) return { minutes: capped, less: 'You are in a flare, so this is half.' }
  if (plan.half) return { minutes: capped, less: 'Your last walk was too sore, so this is half.' }
  if (pain >= limit('halfFrom')) return { minutes: capped, less: 'You start sore, so this is half.' }
  if (most < full) return { minutes: most, less: 'Your phase has walks of this length.' }
  return { minutes: full, less: null }
}

/**
 * The two small sets of prevention: two minutes for a break, and the warm-up before strength. Chosen for this person through
 * the door, the block list and the phase's dose. Pure.
 * Never: a blocked movement, a dose that the card does not give, or a movement while a check is due.
 */
import type { Moment } from '../evidence/calendar.ts'
import { drawnFor, modifications, sidesFor, substituteFor } from '../movement/block-list.ts'
import { doseFor, type Phase } from '../movement/doses.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import type { MovementProfile } from '../movement/profile.ts'
import type { Dose } from '../movement/types.ts'
import { directionOf, directionSet, goes } from '../programme/direction.ts'
import { movementAt, phases } from '../programme/phases.ts'
import { secondsOf } from '../programme/session-item.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { limit } from '../programme/thresholds.ts'
import { type Closed, gate, assumeUnknownsSafe, tellUsMore } from './gate.ts'

/** One movement of a set as this person does it. */
export interface SmallItem {
  readonly movement: MovementId
  readonly reps: number
  readonly holdSeconds: number
  /** Once on each of these. Empty: both sides move together, or it has none. */
  readonly sides: readonly ('left' | 'right')[]
  readonly seconds: number
  /** How far the figure goes, 0–1, and whether its head stays still. */
  readonly drawn: { readonly range: number; readonly headStill: boolean }
  readonly changes: readonly string[]
  readonly insteadOf?: MovementId
}
/** A few minutes of movement for a break, or what comes first. */
export type SmallSet =
  | { readonly kind: 'first'; readonly why: Closed['why']; readonly because: string }
  | {
      readonly kind: 'set'
      /** Empty where only walking about is left. */
      readonly items: readonly SmallItem[]
      /** Half the number, and why. */
      readonly half: string | null
      /** The most times a day that every movement of the set allows. */
      readonly timesADay: number
    }

/** Length of a break's set, seconds. */
export const breakSeconds = 120
/** For a break, best first: stand and arch, loosen, turn, stand up and sit down (evidence.md §5.3, chair and standing sets). */
const breakMovements = ['M18', 'M05-sitting', 'M06-small', 'M19'] as const satisfies readonly MovementId[]
/** Where a dose names no number of times a day. */
const onceADay = 1

/** The break set: as many as fit two minutes, at the least dose of the calm phase, which suits a desk. */
export function breakSet(state: ProgrammeState, profile: MovementProfile, now: Moment): SmallSet {
  return smallSet(breakMovements, 'calm', breakSeconds, state, profile, now)
}

/** The warm-up lines of the phase (§6.1). Without a programme those of the strength phases: their cards say "to warm up". */
export function warmUpSet(state: ProgrammeState, profile: MovementProfile, now: Moment): SmallSet {
  const phase = state.started ? state.phase : 4
  const warm = phases[4].content.flatMap(({ card, role }) => (role === 'warm' ? movementAt(card, 1) : []))
  return smallSet(warm, phases[phase].dose, Number.POSITIVE_INFINITY, state, profile, now)
}

function smallSet(
  wanted: readonly MovementId[],
  phase: Phase,
  mostSeconds: number,
  state: ProgrammeState,
  profile: MovementProfile,
  now: Moment,
): SmallSet {
  const door = gate(state, profile, now)
  if (!door.ok) return { kind: 'first', why: door.why, because: door.because }
  const set = fitted(wanted, phase, mostSeconds, state, profile, now, door.lock)
  if (set.items.length > 0) return set
  const unknown =
    fitted(wanted, phase, mostSeconds, state, assumeUnknownsSafe(profile), now, door.lock).items.length > 0
  return unknown ? { kind: 'first', why: tellUsMore.why, because: tellUsMore.because } : set
}

function fitted(
  wanted: readonly MovementId[],
  phase: Phase,
  mostSeconds: number,
  state: ProgrammeState,
  profile: MovementProfile,
  now: Moment,
  lock: 'open' | 'gentle',
): Extract<SmallSet, { kind: 'set' }> {
  // Walks and breathing last longer than a place in such a set: those are said in words.
  const fits = (id: MovementId) => {
    const dose = doseFor(id, phase, profile)
    const bothSidesSore = dose?.eachSide === true && sidesFor(id, profile).length === 0
    return (
      movements[id].kind === 'move' &&
      dose?.reps !== undefined &&
      !bothSidesSore &&
      !isExcludedToday(id, state, profile, now)
    )
  }
  const half = whyHalf(state, profile)
  const items: SmallItem[] = []
  const timesADay: number[] = []
  let left = mostSeconds
  for (const place of wanted) {
    const id = substituteFor(place, profile, lock, fits)
    const dose = id && doseFor(id, phase, profile)
    if (!id || !dose || items.some(({ movement }) => movement === id)) continue
    const item = itemOf(id, dose, place, profile, half !== null)
    if (item.seconds > left) continue
    left -= item.seconds
    items.push(item)
    timesADay.push(dose.timesADay?.[1] ?? onceADay)
  }
  return { kind: 'set', items, half, timesADay: Math.min(...(timesADay.length > 0 ? timesADay : [onceADay])) }
}

/** What the programme has taken out for now: a way that sent pain down the leg, a card that was too sore today, or all moves. */
function isExcludedToday(id: MovementId, state: ProgrammeState, profile: MovementProfile, now: Moment): boolean {
  const movement = movements[id]
  const { leaveOut, easeOnly } = directionSet(directionOf(state), profile.pattern)
  if ((state.easeOnlySince || easeOnly) && movement.kind === 'move') return true
  const off = Object.entries(state.cards).some(([card, one]) => card === movement.card && one?.offOn === now.day)
  return off || leaveOut.some((way) => goes(movement, way))
}

function whyHalf(state: ProgrammeState, { painNow0to10: pain }: MovementProfile): string | null {
  if (state.flare) return 'You are in a flare, so this is half.'
  return pain === 'notSure' || pain >= limit('halfFrom') ? 'You may be sore now, so this is half.' : null
}

/** The least of a dose, as numbers. */
function itemOf(
  movement: MovementId,
  dose: Dose,
  place: MovementId,
  profile: MovementProfile,
  half: boolean,
): SmallItem {
  const least = dose.reps?.[0] ?? 1
  const reps = half ? Math.ceil(least / 2) : least
  const holdSeconds = dose.holdSeconds?.[0] ?? 0
  const sides = dose.eachSide ? sidesFor(movement, profile) : []
  return {
    movement,
    reps,
    holdSeconds,
    sides,
    seconds: secondsOf({ reps, holdSeconds, sets: 1, sides, restSeconds: 0, loadKg: 0 }),
    drawn: drawnFor(movement, profile),
    changes: modifications(movement, profile).map(({ text }) => text),
    ...(movement !== place && { insteadOf: place }),
  }
}

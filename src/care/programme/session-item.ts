/**
 * One movement of a session with its dose in numbers, for this person now. Pure.
 * Never: more than the dose of the phase, or a side or a range that the block list takes away.
 */
import { drawnFor, type Modification, modifications, sidesFor } from '../movement/block-list.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import type { MovementProfile } from '../movement/profile.ts'
import type { Moment } from '../evidence/calendar.ts'
import { amountsOf, type Rung } from './ladder.ts'
import { type Content, type PhaseNumber, type ProgrammeCard, phases, type Role } from './phases.ts'
import type { ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'
import type { SessionSort } from './session-lines.ts'

/** The dose in numbers. A number that is missing does not apply: 8 reps without hold, 5 minutes without reps. */
export interface SessionDose {
  readonly reps?: number
  readonly holdSeconds?: number
  readonly minutes?: number
  readonly sets: number
  /** All of it once on each of these sides. Empty: both sides move together, or it has none. */
  readonly sides: readonly ('left' | 'right')[]
  readonly restSeconds: number
  readonly loadKg: number
}

/** One movement of a session, with its dose for today. */
export interface SessionItem {
  readonly card: ProgrammeCard
  readonly movement: MovementId
  readonly title: string
  readonly role: Role
  readonly dose: SessionDose
  /** How far to go, 0–1, of the movement's whole way. */
  readonly range: number
  readonly headStill: boolean
  /** The dose is halved, and why. */
  readonly half: string | null
  /** The programme's own movement, and why it is not this one. */
  readonly insteadOf: { readonly movement: MovementId; readonly because: string } | null
  /** How this person does it differently. */
  readonly changes: readonly Modification[]
  readonly seconds: number
}

/** Rests and the time of one slow repetition, seconds. Ours [C]: they shape the clock, not the dose. */
const secondsPerRep = 6
const restBetweenSets = 30
const changeOver = 10

/** Whom a session is for, and what of it is settled: its kind, the lock, and the movements that it has. */
export interface SessionContext {
  readonly state: ProgrammeState
  readonly profile: MovementProfile
  readonly now: Moment
  readonly lock: 'open' | 'gentle'
  readonly sort: SessionSort
  readonly taken: Set<MovementId>
}

/** The stand-in's own dose, as far along as the programme's movement is. */
export function doseAtRung(
  movement: MovementId,
  rung: Rung,
  rungs: readonly Rung[],
  phase: PhaseNumber,
  content: Content,
): Rung | null {
  const own = movements[movement].dose[phases[phase].dose]
  if (!own) return null
  const walk = movements[movement].kind === 'walk'
  const amounts = amountsOf(walk && content.minutes ? { ...own, minutes: content.minutes } : own)
  const sameLevel = rungs.filter(({ level }) => level === rung.level)
  const opening = sameLevel.filter(({ range }) => range !== content.range[1]).length
  const place = Math.max(0, rungs.indexOf(rung) - rungs.indexOf(sameLevel[0] ?? rung) - opening)
  const amount = amounts[Math.min(place, amounts.length - 1)]
  return amount ? { level: rung.level, range: rung.range, loadKg: 0, ...amount } : null
}

/** A movement as an item of the session: its dose here, on the sides and as far as this person may. */
export function itemOf(
  content: Content,
  id: MovementId,
  rung: Rung,
  insteadOf: SessionItem['insteadOf'],
  context: SessionContext,
): SessionItem {
  const { state, profile, sort } = context
  const movement = movements[id]
  const pain = profile.painNow0to10
  const half = halfBecause(content.card, movement.kind, context)
  const halve = (value: number) => (half ? Math.ceil(value / 2) : value)
  const eachSide = movement.dose[phases[state.phase].dose]?.eachSide === true
  const sore = pain === 'notSure' || pain >= limit('soreStart')
  const own = rung.minutes === undefined ? undefined : halve(rung.minutes)
  // As the block list says.
  const minutes = own !== undefined && movement.kind === 'walk' && sore ? Math.min(own, limit('soreWalkMinutes')) : own
  const dose: SessionDose = {
    ...(rung.reps !== undefined && { reps: halve(rung.reps) }),
    ...(rung.holdSeconds !== undefined && { holdSeconds: rung.holdSeconds }),
    ...(minutes !== undefined && { minutes }),
    sets: rung.sets,
    sides: eachSide ? sidesFor(id, profile) : [],
    restSeconds: rung.sets > 1 ? restBetweenSets : changeOver,
    loadKg: half ? 0 : rung.loadKg,
  }
  const drawn = drawnFor(id, profile)
  const back = state.cards[content.card]?.half === true && sort !== 'flare'
  return {
    card: content.card,
    movement: id,
    title: movement.title,
    role: content.role,
    dose,
    range: Math.min(back ? rung.range / 2 : rung.range, drawn.range),
    headStill: drawn.headStill,
    half,
    insteadOf,
    changes: modifications(id, profile),
    seconds: secondsOf(dose),
  }
}

function halfBecause(card: ProgrammeCard, kind: string, { state, profile }: SessionContext): string | null {
  if (kind === 'breathing' || kind === 'ease') return null
  if (state.flare) return 'You are in a flare, so this is half.'
  if (state.cards[card]?.half) return 'It was too sore last time, so this is half.'
  const pain = profile.painNow0to10
  if (pain === 'notSure') return 'We do not know how sore you are now, so this is half.'
  return pain >= limit('halfFrom') ? 'You start sore, so this is half.' : null
}

/** Work, holds, sides and rests, in seconds. */
export function secondsOf({ reps, holdSeconds, minutes, sets, sides, restSeconds }: SessionDose): number {
  const once = reps === undefined ? (holdSeconds ?? 0) : reps * (secondsPerRep + (holdSeconds ?? 0))
  return sets * Math.max(1, sides.length) * once + (minutes ?? 0) * 60 + sets * restSeconds
}

/** How it is done differently, in words. Where the dose is halved already, the words must not halve it again. */
export const changesIn = (
  changes: readonly Pick<Modification, 'rule' | 'text'>[],
  isHalf: boolean,
): readonly string[] => changes.map(({ rule, text }) => (rule === 'pain-4' && isHalf ? 'Go smaller and slower.' : text))

/** The dose in words: "8 times, hold 5 seconds, each side, 2 rounds". */
export function sessionDoseWords({
  reps,
  holdSeconds,
  minutes,
  sets,
  sides,
}: Omit<SessionDose, 'restSeconds' | 'loadKg'>): string {
  const parts = [
    ...(reps === undefined ? [] : [reps === 1 ? 'once' : `${reps} times`]),
    ...(holdSeconds === undefined ? [] : [`hold ${holdSeconds} seconds`]),
    ...(minutes === undefined ? [] : [minutes === 1 ? '1 minute' : `${minutes} minutes`]),
    ...(sides.length === 2 ? ['each side'] : sides.length === 1 ? [`${sides[0]} side only`] : []),
    ...(sets > 1 ? [`${sets} rounds`] : []),
  ]
  const words = parts.length > 0 ? parts.join(', ') : 'as long as it eases you'
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

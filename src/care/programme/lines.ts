/**
 * Where each line of the present phase stands, in words: the movement of its level, its dose, how many steps are behind and
 * ahead, and what holds it (evidence.md §6.1, §6.2). Pure.
 * Never: says that a movement is allowed now; session.ts does, after the block list.
 */
import type { IsoDate, Moment } from '../evidence/calendar.ts'
import { withinLock } from '../movement/block-list.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import { ladder, type Rung } from './ladder.ts'
import { movementAt, type ProgrammeCard, phases } from './phases.ts'
import { mayMove } from './screening.ts'
import { lockOf, type ProgrammeState } from './state.ts'

/** One line of the programme as it stands today: its movement, its dose and its place on its ladder. */
export interface LineNow {
  readonly card: ProgrammeCard
  readonly movement: MovementId
  readonly title: string
  readonly dose: string
  /** From 1; null while it has not joined. */
  readonly step: number | null
  readonly steps: number
  readonly note: string | null
}

/** Every line of the phase within the lock, in its order; none while movements are closed until a full check or a clinician. */
export function linesNow(state: ProgrammeState, today: IsoDate): readonly LineNow[] {
  // What waits for a check or a clinician is not laid out as something to do (evidence.md §2.1).
  const lock = lockOf(state)
  if (lock === 'locked' || state.fullDue) return []
  return phases[state.phase].content.flatMap(({ card }) => {
    const rungs = ladder(state.phase, card)
    const progress = state.cards[card]
    const at = Math.max(0, progress?.rung ?? 0)
    const rung = rungs[at]
    if (!rung) return []
    const movement = movementAt(card, rung.level)
    if (!withinLock(movement, lock)) return []
    const joined = (progress?.rung ?? 0) >= 0
    return {
      card,
      movement,
      title: movements[movement].title,
      dose: doseWords(rung),
      step: joined ? Math.min(at + 1, rungs.length) : null,
      steps: rungs.length,
      note: !joined
        ? 'Joins when the first ones go well.'
        : progress?.offOn === today
          ? 'Out for today: it was too sore.'
          : progress?.half || state.flare
            ? 'At half for now.'
            : null,
    }
  })
}

/** Is the page of this movement open now? As a session is: nothing while a check comes first, and only within the lock. */
export function mayLookAt(movement: MovementId, state: ProgrammeState, now: Moment): boolean {
  const allowed = mayMove(state, now)
  return allowed.ok && withinLock(movement, allowed.lock)
}

/** "8 times, hold for 5 seconds, 2 rounds, half the way". */
export function doseWords({ reps, holdSeconds, minutes, sets, loadKg, range }: Rung): string {
  const parts = [
    reps !== undefined && (reps === 1 ? 'once' : `${reps} times`),
    holdSeconds !== undefined && (reps === undefined ? `${holdSeconds} seconds` : `hold for ${holdSeconds} seconds`),
    minutes !== undefined && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    sets > 1 && `${sets} rounds`,
    loadKg > 0 && `with ${loadKg} kg`,
    range === 0.5 ? 'half the way' : range === 0.75 ? 'most of the way' : false,
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(', ') : 'as long as it eases'
}

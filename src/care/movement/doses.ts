/**
 * How much of a movement somebody does in a phase, and about how long that takes.
 * Pure; reads the cards.
 * Never: decides whether the movement is allowed (block-list.ts), or makes up a dose the card does not give.
 */
import type { Motion } from './motion.ts'
import { loopSeconds } from './motion.ts'
import { movements } from './movements.ts'
import type { MovementProfile } from './profile.ts'
import type { Dose, MovementId } from './types.ts'

/** Dose letters A, R and S of evidence.md §6.1; phases 3 and 4 share `strength`. */
export const phases = ['calm', 'restore', 'strength'] as const
/** The dose letter of a phase. */
export type Phase = (typeof phases)[number]

/**
 * The dose of this phase for this person, or null: the card gives none, it is for another pattern, or pain now is above
 * what the card asks. Pain not known counts as too high.
 */
export function doseFor(
  id: MovementId,
  phase: Phase,
  profile: Pick<MovementProfile, 'pattern' | 'painNow0to10'>,
): Dose | null {
  const dose = movements[id].dose[phase]
  if (dose === null) return null
  if (dose.onlyFor && !dose.onlyFor.includes(profile.pattern)) return null
  if (dose.painAtMost0to10 !== undefined && !(Number(profile.painNow0to10) <= dose.painAtMost0to10)) return null
  return dose
}

/** Rest between rounds, seconds. [C] */
const restSeconds = 30
/** A position of ease with no time on its card: the longest before changing position (evidence.md §4.1). */
const easeMinutes = 20

/**
 * About how long one session of this dose takes, in whole minutes, at least 1, at the upper end of the dose. null: the
 * card gives no dose in this phase. A repeat without a hold lasts as long as the drawn one.
 */
export function minutesOf(id: MovementId, phase: Phase): number | null {
  const { dose, motion, kind } = movements[id]
  const now = dose[phase]
  if (now === null) return null
  if (now.minutes) return now.minutes[1]
  if (now.reps === undefined) return kind === 'ease' ? easeMinutes : 1
  const hold = now.holdSeconds?.[1]
  const oneSeconds = hold === undefined ? repeatSeconds(motion, now) : hold + movingSeconds(motion)
  const round = now.reps[1] * oneSeconds * (now.eachSide ? 2 : 1)
  const rounds = now.sets?.[1] ?? 1
  return Math.max(1, Math.round((rounds * round + (rounds - 1) * restSeconds) / 60))
}

/** One drawn loop is one repeat, or one to each side. */
const repeatSeconds = (motion: Motion, { eachSide }: Dose) =>
  loopSeconds(motion) / (eachSide && bothWays(motion) ? 2 : 1)
/** Getting there and back, without the hold; a loop of two sides has it twice. */
const movingSeconds = (motion: Motion) =>
  motion.loop.reduce((sum, step) => sum + step.seconds, 0) / (bothWays(motion) ? 2 : 1)
const bothWays = ({ poses }: Motion) => 'far' in poses || 'otherWay' in poses

/**
 * From a movement with its dose to an item that can be timed, in step with the drawn figure.
 * Pure.
 * Never: changes a dose, or says who may do it.
 */
import type { Motion } from '../movement/motion.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import { limbWords, nearSideOf } from '../movement/projection.ts'
import type { SessionDose } from '../programme/session-item.ts'
import type { Side, TimedItem, Work } from './timed-item.ts'

/** In about 4 seconds, out about 6 (evidence.md §4.1). */
const breath = { inMs: 4000, outMs: 6000 } as const
/** A position of ease whose card names no time: the shorter time of calves on a chair (evidence.md §4.1). [C] */
const easeMinutes = 5
/** A drawn hold of this many seconds is a posture to stay in; a shorter one is only a turning point. */
const stayingSeconds = 3

/** The item to be timed. */
export function timedItem(id: MovementId, dose: SessionDose): TimedItem {
  const { title, start, breathe, place, motion } = movements[id]
  return {
    title,
    start,
    breathe,
    place,
    sets: Math.max(1, dose.sets),
    restMs: dose.restSeconds * 1000,
    sides: dose.sides,
    mirroredFor: mirroredFor(motion, dose.sides),
    ...(dose.sides.length > 0 && { limbs: { left: limbsFor(motion, 'left'), right: limbsFor(motion, 'right') } }),
    work: workOf(id, dose),
    captions: captionsOf(motion),
  }
}

/** Paced breathing of so many minutes. */
export const breathing = (minutes: number): Work => ({
  kind: 'breath',
  rounds: Math.max(1, Math.round((minutes * 60_000) / (breath.inMs + breath.outMs))),
  ...breath,
})

function workOf(id: MovementId, { reps, holdSeconds, minutes, sides }: SessionDose): Work {
  const { kind, motion } = movements[id]
  if (reps !== undefined) return repsOf(motion, reps, (holdSeconds ?? 0) * 1000, sides)
  const peak = peakOf(motion, 0, motion.loop.length)
  if (holdSeconds !== undefined && minutes === undefined)
    return { kind: 'hold', ms: holdSeconds * 1000, fromMs: peak.atMs }
  const whole = minutes ?? easeMinutes
  if (kind === 'breathing') return breathing(whole)
  return { kind: 'time', ms: whole * 60_000, fromMs: peak.holdMs >= stayingSeconds * 1000 ? peak.atMs : null }
}

/** Does the loop go both ways, so that each side has a half of it? */
const goesBothWays = ({ poses }: Motion) => 'far' in poses || 'otherWay' in poses

/**
 * Where the drawn figure shows the other side than the one that is told. A loop that goes both ways begins with the near
 * limbs, or to the right; the others move a near limb.
 */
function mirroredFor(motion: Motion, sides: readonly Side[]): readonly Side[] {
  const drawn = 'otherWay' in motion.poses ? 'right' : nearSideOf(motion)
  if (goesBothWays(motion)) return sides[0] !== undefined && sides[0] !== drawn ? ['left', 'right'] : []
  return sides.length === 0 ? [] : [drawn === 'left' ? 'right' : 'left']
}

/** "Left leg", "Right leg, left arm": what moves when this side is told. Empty for a turn to a side. */
function limbsFor(motion: Motion, side: Side): string {
  if ('otherWay' in motion.poses) return ''
  const pose = 'near' in motion.poses ? 'near' : (motion.stills.at(-1)?.pose ?? '')
  return limbWords(motion, pose, nearSideOf(motion) !== side)
}

/** One drawn loop is one repeat; a loop that goes both ways is one repeat to each side, when the sides are apart. */
function repsOf(motion: Motion, count: number, holdMs: number, sides: readonly Side[]): Work {
  const { loop } = motion
  const ways = sides.length > 0 && goesBothWays(motion) ? 2 : 1
  const length = loop.length / ways
  const startOf = (step: number) => msOf(motion, 0, step)
  const peak = peakOf(motion, 0, length)
  const wholeMs = startOf(length)
  const fromMs = sides.length > 1 && ways === 2 ? sides.map((_, at) => startOf(at * length)) : [0]
  if (holdMs === 0) return { kind: 'reps', count, outMs: wholeMs, holdMs: 0, backMs: 0, fromMs, drawnHoldMs: 0 }
  const outMs = peak.atMs
  const drawnHoldMs = peak.holdMs
  return { kind: 'reps', count, outMs, holdMs, backMs: wholeMs - outMs - drawnHoldMs, fromMs, drawnHoldMs }
}

/** The longest drawn hold among some steps of the loop: when it begins and how long it is. */
function peakOf(motion: Motion, from: number, to: number): { readonly atMs: number; readonly holdMs: number } {
  let best = { atMs: 0, holdMs: -1 }
  for (let step = from; step < to; step += 1) {
    const holdMs = (motion.loop[step]?.holdSeconds ?? 0) * 1000
    if (holdMs > best.holdMs)
      best = { atMs: msOf(motion, from, step) + (motion.loop[step]?.seconds ?? 0) * 1000, holdMs }
  }
  return best
}

/** Milliseconds of the loop's steps from one (inclusive) to another (exclusive). */
const msOf = (motion: Motion, from: number, to: number): number =>
  Math.round(
    motion.loop.slice(from, to).reduce((sum, { seconds, holdSeconds = 0 }) => sum + (seconds + holdSeconds) * 1000, 0),
  )

/** Which caption holds from which millisecond of the loop: that of the posture the figure is going to. */
function captionsOf(motion: Motion): readonly (readonly [number, string])[] {
  let atMs = 0
  return motion.loop.flatMap(({ to, seconds, holdSeconds = 0 }) => {
    const from = Math.round(atMs)
    atMs += (seconds + holdSeconds) * 1000
    const still = motion.stills.find(({ pose }) => pose === to)
    return still ? [[from, still.caption] as const] : []
  })
}

/**
 * What a timer shows and says at each moment of its course. Pure: elapsed time in, words and numbers out.
 * The times themselves come from care (TimerSpec).
 * Never: makes heat or cold longer than its step says.
 */
import type { TimerSpec } from '../../../care/relief/step-types.ts'

/** One moment. */
export interface Moment {
  /** The big number. */
  readonly digits: string
  /** Changes only when something is to be said or felt; the island speaks and vibrates at each change. */
  readonly cue: string
  /** The circle of paced breathing: which way, and for how long, in seconds. */
  readonly breath?: { readonly way: 'in' | 'out'; readonly seconds: number }
  /** Skin looks due so far: each must be answered. The last one is the end. */
  readonly skinLooks: number
  readonly done: boolean
}

/** Length of the whole course in seconds. */
export function courseSeconds(spec: TimerSpec): number {
  return spec.kind === 'reps' ? readySeconds + spec.reps * spec.secondsEach * spec.sides : spec.seconds
}

/** Time to get into place before the first repeat. */
export const readySeconds = 5

/** The moment after so many seconds. */
export function momentAt(spec: TimerSpec, elapsedSeconds: number): Moment {
  const total = courseSeconds(spec)
  const at = Math.max(0, Math.min(total, elapsedSeconds))
  const done = at >= total
  const left = clock(Math.ceil(total - at))
  const plain = { digits: left, skinLooks: 0, done }
  switch (spec.kind) {
    case 'hold':
      return { ...plain, cue: done ? ended : atParts(at, total, ['Settle in. Breathe.', 'Half way.', 'Nearly there.']) }
    case 'walk':
      return {
        ...plain,
        cue: done ? ended : atParts(at, total, ['Walk at your own pace.', 'Half way. Turn back.', 'Nearly there.']),
      }
    case 'heat':
    case 'cold': {
      const looks = Math.floor(at / spec.skinCheckEverySeconds)
      const what = spec.kind === 'heat' ? 'warmth' : 'cold'
      return {
        ...plain,
        skinLooks: done ? Math.ceil(total / spec.skinCheckEverySeconds) : looks,
        cue: done ? `Time is up. Take the ${what} off now.` : looks > 0 ? 'Look at your skin now.' : 'Stay awake.',
      }
    }
    case 'breath': {
      const round = spec.inhaleSeconds + spec.exhaleSeconds
      const place = at % round
      const way = place < spec.inhaleSeconds ? 'in' : 'out'
      const seconds = way === 'in' ? spec.inhaleSeconds : spec.exhaleSeconds
      const since = way === 'in' ? place : place - spec.inhaleSeconds
      if (done) return { ...plain, cue: 'Time is up. Breathe as you like.' }
      return {
        ...plain,
        digits: String(Math.ceil(seconds - since) || 1),
        cue: way === 'in' ? 'Breathe in' : 'Breathe out',
        breath: { way, seconds },
      }
    }
    case 'relax': {
      const { parts, tenseSeconds, restSeconds } = spec
      const each = tenseSeconds + restSeconds
      const part = parts[Math.floor(at / each) % parts.length] ?? ''
      const tense = at % each < tenseSeconds
      return { ...plain, cue: done ? ended : tense ? `Tense your ${part} gently` : `Let your ${part} go soft` }
    }
    case 'reps': {
      if (done) return { ...plain, digits: String(spec.reps), cue: 'Well done. Rest.' }
      if (at < readySeconds)
        return { ...plain, digits: String(Math.ceil(readySeconds - at)), cue: 'Get ready. Go slowly.' }
      const repeat = Math.floor((at - readySeconds) / spec.secondsEach)
      const side = Math.floor(repeat / spec.reps)
      const count = (repeat % spec.reps) + 1
      const other = side > 0 ? 'Other side. ' : ''
      return { ...plain, digits: String(count), cue: `${other}${count} of ${spec.reps}` }
    }
    default:
      throw new Error(`unhandled timer ${spec satisfies never}`)
  }
}

const ended = 'Time is up. Move slowly.'

/** The first words, those from half way, and those for the last minute of anything long. */
function atParts(at: number, total: number, [first, half, last]: readonly [string, string, string]): string {
  if (total >= 120 && total - at <= 60) return last
  return total >= 60 && at >= total / 2 ? half : first
}

/** 9:05, or seconds alone under a minute. */
export function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes > 0 ? `${minutes}:${String(seconds % 60).padStart(2, '0')}` : String(seconds)
}

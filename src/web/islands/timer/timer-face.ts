/**
 * What the face of a timer shows and says now: from what it times and how much has elapsed. Pure.
 * Never: lets a skin look pass unanswered, or a second round of warmth or cold follow at once.
 */
import type { TimerSpec } from '../../../care/relief/step-types.ts'
import { type Moment, momentAt } from './timer-moments.ts'
import { type Clocks, elapsedMs, paused, stopped, type Watch } from './stopwatch.ts'

/** A button: what it says, and whether it is there. */
interface Key {
  readonly says: string
  readonly hidden: boolean
}
export interface Face {
  readonly moment: Moment
  readonly seconds: number
  /** Not begun. */
  readonly fresh: boolean
  /** The skin is to be looked at, and nobody has answered yet. */
  readonly looking: boolean
  readonly go: Key
  readonly stop: Key
  /** "My skin looks fine", or at the end "I have taken it off". */
  readonly fine: string
  /** What is said now, if anything; `loud`: whoever is half asleep must hear it. */
  readonly say: { readonly words: string; readonly loud: boolean } | null
}

/** Warmth and cold: they go on working while a timer stands still. */
export const isOnSkin = ({ kind }: TimerSpec): boolean => kind === 'heat' || kind === 'cold'

/** The watch as it stands now: at the end of its course it does not run on. */
export function restedAtEnd(spec: TimerSpec, watch: Watch, now: Clocks): Watch {
  const { done } = momentAt(spec, elapsedMs(watch, now) / 1000)
  return done && watch.since ? paused(watch, now) : watch
}

/** Taken off and the page opened anew: the next round may start. */
export function freshIfAnswered(spec: TimerSpec, watch: Watch, now: Clocks): Watch {
  const { done, skinLooks } = momentAt(spec, elapsedMs(watch, now) / 1000)
  const over = isOnSkin(spec) && done && watch.since === null && watch.looked > 0
  return over && watch.looked >= skinLooks ? stopped : watch
}

/** @param watch as it stands now: see `restedAtEnd` */
export function faceOf(spec: TimerSpec, watch: Watch, now: Clocks): Face {
  const seconds = elapsedMs(watch, now) / 1000
  const moment = momentAt(spec, seconds)
  const skin = isOnSkin(spec)
  const runs = watch.since !== null
  const looking = skin && moment.skinLooks > watch.looked && (runs || moment.done)
  const fresh = seconds === 0 && !runs
  const goSays = runs ? 'Pause' : moment.done ? 'Start again' : seconds > 0 ? 'Go on' : 'Start'
  return {
    ...{ moment, seconds, fresh, looking },
    // Warmth cannot be paused; nor does a second round follow at once.
    go: { says: goSays, hidden: skin && !fresh },
    stop: { says: skin ? 'I have taken it off' : 'Stop', hidden: fresh || moment.done },
    fine: moment.done ? 'I have taken it off' : 'My skin looks fine',
    say: looking
      ? { words: moment.cue, loud: true }
      : !fresh && (runs || moment.done)
        ? { words: wordsOf(moment, skin), loud: moment.done }
        : null,
  }
}

function wordsOf({ cue, done, skinLooks }: Moment, skin: boolean): string {
  if (skin && done) return 'Leave it off for now.'
  return skin && skinLooks > 0 ? 'Going on. Stay awake.' : cue
}

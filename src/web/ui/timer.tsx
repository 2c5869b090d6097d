/**
 * The place of a timer on a page. Without a script it says how to use a clock; the `timer` island brings it to life.
 * Plain markup; the course of each kind of timer is in islands/timer/timer-moments.ts.
 */
import type { TimerSpec } from '../../care/relief/step-types.ts'

export interface TimerProps {
  /** Keeps the timer running across a reload: the step it belongs to. */
  readonly name: string
  /** What it is called where a page has several: "Timer" alone otherwise. */
  readonly label?: string
  readonly spec: TimerSpec
}

/** A timer. */
export function Timer({ name, label = 'Timer', spec }: TimerProps) {
  const warm = spec.kind === 'heat' || spec.kind === 'cold'
  return (
    <section class="timer no-print" aria-label={label} data-timer={JSON.stringify(spec)} data-name={name}>
      <p class="callout timer-clock">{withAClock(spec)}</p>
      <div class="timer-live" hidden>
        {spec.kind === 'breath' && <div class="breath-circle" data-circle aria-hidden="true" />}
        <p class="timer-digits" data-digits role="timer" aria-live="off" />
        <p class="timer-cue" data-cue aria-hidden="true" />
        {warm && (
          <p class="small">
            It rings only while this page is open and the screen is on. Set an alarm on your phone too.
          </p>
        )}
        <p class="unseen" data-say role={warm ? 'alert' : 'status'} />
        <div class="timer-alarm" data-alarm hidden>
          <button type="button" class="button go" data-fine />
          <button type="button" class="button" data-stop-now>
            No: it is sore, very red, white or numb
          </button>
        </div>
        <div class="timer-buttons" data-buttons>
          <button type="button" class="button go" data-go>
            Start
          </button>
          <button type="button" class="button" data-stop hidden>
            Stop
          </button>
          <button type="button" class="button" data-voice aria-pressed="false">
            Voice
          </button>
        </div>
      </div>
    </section>
  )
}

/** Minutes in words, or seconds under a minute. */
const length = (seconds: number) =>
  seconds < 60 ? `${seconds} seconds` : seconds % 60 === 0 ? plural(seconds / 60, 'minute') : `${seconds} seconds`
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** What to do with any clock. */
function withAClock(spec: TimerSpec): string {
  switch (spec.kind) {
    case 'hold':
    case 'walk':
      return `Use a clock: ${length(spec.seconds)}.`
    case 'heat':
    case 'cold':
      return `Use a clock: ${length(spec.seconds)}. Look at your skin every ${length(spec.skinCheckEverySeconds)}. Set an alarm if you can.`
    case 'breath':
      return `Use a clock: ${length(spec.seconds)}. Count ${spec.inhaleSeconds} as you breathe in and ${spec.exhaleSeconds} as you breathe out.`
    case 'relax':
      return `Use a clock: ${length(spec.seconds)}. Go through ${spec.parts.join(', ')}. Give each about ${length(spec.tenseSeconds + spec.restSeconds)}.`
    case 'reps':
      return `Count: ${plural(spec.reps, 'time')}${spec.sides === 2 ? ' on each side' : ''}, about ${length(spec.secondsEach)} each.`
    default:
      throw new Error(`unhandled timer ${spec satisfies never}`)
  }
}

/** What a change would leave of the times that people can book, shown before it is kept. */
import { ByEnter } from '../../ui/by-enter.tsx'
import { daysLookedAt, type TimesLeft } from '../../../clinic/setup/times-left.ts'

/** The field that says which change is meant. */
export const meantField = 'meantFewer'

interface FewerTimesProps {
  readonly times: TimesLeft
  /** Stamp of what was typed: what is typed anew after this is looked at anew. */
  readonly meant: string
}

/** How many there are, and would be. */
export const TimesLeftWords = ({ times: { now, then } }: { readonly times: TimesLeft }) => (
  <>
    Free times of the next {daysLookedAt} days: now <strong>{now}</strong>, then <strong>{then}</strong>.
  </>
)

/** Stands in the form itself, so that all that was typed goes with its button. */
export const FewerTimes = ({ times, meant }: FewerTimesProps) => (
  <div class="problems" role="alert" id="fewer">
    <h2>People would have fewer times to choose from</h2>
    <p>
      <TimesLeftWords times={times} /> Visits that are booked stand. Nothing is saved yet.
    </p>
    <ByEnter>Save</ByEnter>
    <button class="button" type="submit" name={meantField} value={meant}>
      Save it and leave {times.then === 1 ? '1 time' : `${times.then} times`}
    </button>
  </div>
)

/**
 * A whole number on a short scale as big buttons in two rows: 0 to 10, or −5 to +5. Plain radios: works without a script,
 * with the arrow keys, and with one thumb.
 * Never: colours a number as good or bad, or chooses one that the person has not told within the hour.
 */

export interface PainScaleProps {
  /** Field name in the post, and id of the part on the page. */
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly error?: string | undefined
  /** What was chosen; it may be anything that was posted. */
  readonly chosen?: string | undefined
  /** A number told a short time ago: marked, so that one press says "still so". */
  readonly told?: number | undefined
  /** Words for the two ends: "no pain", "the worst". */
  readonly ends: readonly [least: string, most: string]
  /** First number: 0, or −5 for a change. There are always eleven. */
  readonly from?: number
  /** Offers a twelfth button that leaves the question out again. */
  readonly canLeaveOut?: boolean
  /** Offers a twelfth button for whoever cannot say. */
  readonly canBeUnsure?: boolean
}

const steps = 11

/** The scale. */
export function PainScale(props: PainScaleProps) {
  const { name, legend, hint, error, chosen, ends, from = 0, canLeaveOut, canBeUnsure, told } = props
  const notes = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
  const [least, most] = ends
  return (
    <fieldset id={name} class={error ? 'scale wrong' : 'scale'} aria-describedby={notes}>
      <legend>{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} class="error">
          {error}
        </p>
      )}
      <div class="scale-steps">
        {Array.from({ length: steps }, (_, index) => {
          const value = String(from + index)
          const end = index === 0 ? least : index === steps - 1 ? most : undefined
          return (
            <label key={value} class={told === from + index ? 'told' : undefined}>
              <input type="radio" name={name} value={value} checked={value === chosen} />
              <span>
                {signed(from + index, from)}
                {end && <span class="unseen">: {end}</span>}
              </span>
            </label>
          )
        })}
        {canLeaveOut && (
          <label class="leave-out">
            <input type="radio" name={name} value="" checked={chosen === ''} />
            <span>Skip</span>
          </label>
        )}
        {canBeUnsure && (
          <label class="leave-out">
            <input type="radio" name={name} value="notSure" checked={chosen === 'notSure'} />
            <span>Not sure</span>
          </label>
        )}
      </div>
      <p class="scale-ends small quiet" aria-hidden="true">
        <span>
          {signed(from, from)} {least}
        </span>
        <span>
          {signed(from + steps - 1, from)} {most}
        </span>
      </p>
    </fieldset>
  )
}

/** "+3" and "−3" where the scale goes both ways. */
const signed = (value: number, from: number): string =>
  value < 0 ? `−${-value}` : from < 0 && value > 0 ? `+${value}` : String(value)

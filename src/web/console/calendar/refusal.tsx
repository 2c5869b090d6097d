/** Why a time cannot be had: the rule, who has it, and what is free near it. Shown before anything is done. */
import type { Slot } from '../../../clinic/availability/input.ts'
import type { Choices } from '../../../clinic/calendar/choices.ts'
import type { StaffRefused } from '../../../clinic/calendar/staff-booking.ts'
import { inTheWayWords, momentAt, refusalWords } from './calendar-words.ts'
import { longestReason } from './read.ts'

interface RefusalProps {
  readonly refused: StaffRefused
  readonly therapist: string
  readonly choices: Choices
  readonly zone: string
  readonly now: number
  /** Where a free time leads; or, where something is typed that must go along, the form that its button sends. */
  readonly to: { readonly hrefOf: (slot: Slot) => string } | { readonly form: string }
}

export function Refusal({ refused, therapist, choices, zone, now, to }: RefusalProps) {
  const name = choices.therapists.find(({ id }) => id === therapist)?.name ?? 'This therapist'
  return (
    <div class="callout cal-clash" role="alert">
      <p>
        <strong>{refusalWords(refused.why, name, refused.ofClass)}</strong>
      </p>
      {refused.inTheWay.length > 0 && (
        <ul>
          {refused.inTheWay.map((one) => (
            <li key={one.id}>{inTheWayWords(one, zone, now)}</li>
          ))}
        </ul>
      )}
      {refused.near.length > 0 && <p>Free near it:</p>}
      <FreeTimes slots={refused.near} {...{ choices, now, to }} />
    </div>
  )
}

interface FreeTimesProps extends Pick<RefusalProps, 'choices' | 'now' | 'to'> {
  readonly slots: readonly Slot[]
}

/** How a free time stands in a form: its start, therapist and place. */
const slotValue = ({ start, therapist, location }: Slot): string => [start, therapist, location].join(' ')

/** Free times as links or buttons. */
export function FreeTimes({ slots, choices, now, to }: FreeTimesProps) {
  if (slots.length === 0) return null
  const nameOf = (id: string) => choices.therapists.find((one) => one.id === id)?.name ?? ''
  const placeOf = (id: string) => (choices.places.length > 1 ? choices.places.find((one) => one.id === id)?.name : '')
  const zoneOf = (id: string) => choices.places.find((one) => one.id === id)?.zone ?? choices.zone
  return (
    <ul class="near-times">
      {slots.map((slot) => {
        const words = (
          <>
            {momentAt(slot.start, zoneOf(slot.location), now)}{' '}
            <small>{[nameOf(slot.therapist), placeOf(slot.location)].filter(Boolean).join(', ')}</small>
          </>
        )
        return (
          <li key={slotValue(slot)}>
            {'form' in to ? (
              <button type="submit" class="time" form={to.form} name="at" value={slotValue(slot)}>
                {words}
              </button>
            ) : (
              <a class="time" href={to.hrefOf(slot)}>
                {words}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Rules of booking alone need no thought; the reason is typed already. */
const plainReasons: Readonly<Record<string, string>> = {
  insideNotice: 'Agreed by phone.',
  beyondWindow: 'Agreed by phone.',
}

/** What stood there for another rule, and was not typed, is no reason for this one. */
const typedFor = (why: string, typed: string) =>
  Object.values(plainReasons).includes(typed) ? plainReasons[why] : typed || plainReasons[why]

/** The field for why a rule is bent, with the rule that it is asked about. */
export function ReasonField({
  why,
  typed,
  error,
}: {
  readonly why: string
  readonly typed: string
  readonly error?: string | undefined
}) {
  return (
    <div class={error ? 'question wrong' : 'question'}>
      <label class="ask" for="reason">
        Why all the same?
      </label>
      <p class="hint" id="reason-hint">
        It is kept with the visit and in the list of bent rules. The person does not see it. Up to {longestReason}{' '}
        characters.
      </p>
      {error && (
        <p class="error" id="reason-error">
          {error}
        </p>
      )}
      <input type="hidden" name="bends" value={why} />
      <input
        class="field"
        id="reason"
        name="reason"
        autocomplete="off"
        value={typedFor(why, typed) ?? ''}
        aria-describedby={error ? 'reason-hint reason-error' : 'reason-hint'}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
}

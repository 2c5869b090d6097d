/** Why a time cannot be had: the rule, who has it, and what is free near it. Shown before anything is done. */
import type { Slot } from '../../../clinic/availability/input.ts'
import type { Choices } from '../../../clinic/calendar/choices.ts'
import type { StaffRefused } from '../../../clinic/calendar/staff-booking.ts'
import { inTheWayWords, momentAt, refusalWords } from './calendar-words.ts'

interface RefusalProps {
  readonly refused: StaffRefused
  readonly therapist: string
  readonly choices: Choices
  readonly zone: string
  readonly now: number
  readonly hrefOf: (slot: Slot) => string
}

export function Refusal({ refused, therapist, choices, zone, now, hrefOf }: RefusalProps) {
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
      <FreeTimes slots={refused.near} {...{ choices, now, hrefOf }} />
    </div>
  )
}

interface FreeTimesProps extends Pick<RefusalProps, 'choices' | 'now' | 'hrefOf'> {
  readonly slots: readonly Slot[]
}

/** Free times as links. */
export function FreeTimes({ slots, choices, now, hrefOf }: FreeTimesProps) {
  if (slots.length === 0) return null
  const nameOf = (id: string) => choices.therapists.find((one) => one.id === id)?.name ?? ''
  const placeOf = (id: string) => (choices.places.length > 1 ? choices.places.find((one) => one.id === id)?.name : '')
  const zoneOf = (id: string) => choices.places.find((one) => one.id === id)?.zone ?? choices.zone
  return (
    <ul class="near-times">
      {slots.map((slot) => (
        <li key={`${slot.therapist} ${slot.location} ${slot.start}`}>
          <a class="time" href={hrefOf(slot)}>
            {momentAt(slot.start, zoneOf(slot.location), now)}{' '}
            <small>{[nameOf(slot.therapist), placeOf(slot.location)].filter(Boolean).join(', ')}</small>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Rules of booking alone need no thought; the reason is typed already. */
const plainReasons: Readonly<Record<string, string>> = {
  insideNotice: 'Agreed by phone.',
  beyondWindow: 'Agreed by phone.',
}

/** The field for why a rule is bent. */
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
        It is kept with the visit and in the list of bent rules. The person does not see it.
      </p>
      {error && (
        <p class="error" id="reason-error">
          {error}
        </p>
      )}
      <input
        class="field"
        id="reason"
        name="reason"
        maxlength={500}
        autocomplete="off"
        value={typed || plainReasons[why] || ''}
        aria-describedby={error ? 'reason-hint reason-error' : 'reason-hint'}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
}

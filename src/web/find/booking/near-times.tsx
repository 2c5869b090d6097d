/** Free times near one that is gone: each to be taken, the nearest first, then the same time with somebody else. */
import type { ComponentChildren } from 'preact'
import type { Slot } from '../../../clinic/availability/input.ts'
import type { TypedBooking } from './booking-form.ts'
import { bookingPaths } from './booking-paths.ts'
import { momentWords } from './booking-words.ts'

/** The names that a list of times needs. */
export interface NearNames {
  readonly zoneOf: (locationId: string) => string
  /** Where one goes; empty where there is one place only, or none to go to. */
  readonly placeOf: (slot: Pick<Slot, 'service' | 'location'>) => string
  readonly therapistOf: (therapistId: string) => { readonly name: string; readonly slug: string }
}

interface NearTimesProps {
  readonly near: readonly Slot[]
  readonly names: NearNames
  readonly now: number
  /** Where one is looked at before it is taken: an address for each, which changes nothing. */
  readonly hrefOf: (slot: Slot, slug: string) => string
  /** A form that was filled already goes along: then each time is a button that holds it. */
  readonly typed?: TypedBooking
}

export function NearTimes({ near, names, now, hrefOf, typed }: NearTimesProps) {
  if (near.length === 0) return <p>Nothing is free within a week of it. Another therapist may have time.</p>
  return (
    <ul class="near-times">
      {near.map((slot) => (
        <li key={`${slot.therapist} ${slot.start} ${slot.location}`}>
          <NearTime {...{ slot, names, now, hrefOf }} {...(typed && { typed })} />
        </li>
      ))}
    </ul>
  )
}

function NearTime({ slot, names, now, hrefOf, typed }: Omit<NearTimesProps, 'near'> & { readonly slot: Slot }) {
  const { name, slug } = names.therapistOf(slot.therapist)
  const words = (
    <>
      {momentWords(slot.start, names.zoneOf(slot.location), now)}{' '}
      <small>{[name, names.placeOf(slot)].filter(Boolean).join(', ')}</small>
    </>
  )
  if (typed) return <HoldForm {...{ slot, slug, typed }}>{words}</HoldForm>
  return (
    <a class="time" href={hrefOf(slot, slug)}>
      {words}
    </a>
  )
}

interface HoldFormProps {
  readonly slot: Slot
  readonly slug: string
  readonly typed: TypedBooking
  readonly children: ComponentChildren
}

function HoldForm({ slot, slug, typed, children }: HoldFormProps) {
  // That a second visit is meant was said of another time.
  const fields = {
    ...typed,
    secondIsMeant: undefined,
    service: slot.service,
    start: String(slot.start),
    press: crypto.randomUUID(),
  }
  return (
    <form method="post" action={bookingPaths.timePattern.replace(':slug', slug)}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="time">
        {children}
      </button>
    </form>
  )
}

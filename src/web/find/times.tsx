/** Free times as they can be taken: big, one tap, each said in full to a screen reader. */
import type { Slot } from '../../clinic/availability/input.ts'
import { findPaths } from './paths.ts'
import { dayHeading, timeWords } from './words.ts'

interface TimesProps {
  readonly slug: string
  readonly times: readonly Slot[]
  readonly zoneOf: (slot: Slot) => string
  readonly now: Temporal.Instant
}

/** Where a time with this therapist is looked at. */
export const bookHref = (slug: string) => (slot: Slot) => findPaths.book(slug, slot.service, slot.start)

/** Times in a row, each with its day. `soonest`: the first is the first of the whole page. */
export function TimeRow({ slug, times, zoneOf, now, soonest = false }: TimesProps & { readonly soonest?: boolean }) {
  return (
    <>
      {times.map((slot, index) => {
        const { day, time, full } = timeWords(slot.start, zoneOf(slot), now)
        return (
          <li key={slot.start}>
            <a
              class={soonest && index === 0 ? 'time go' : 'time'}
              href={findPaths.book(slug, slot.service, slot.start)}
              aria-label={`${day} ${time}${leftWords(slot)}: ${full}`}
            >
              <small>{day}</small> {time}
              <PlacesLeft slot={slot} />
            </a>
          </li>
        )
      })}
    </>
  )
}

/** Of a class: how many can still come. */
function PlacesLeft({ slot }: { readonly slot: Slot }) {
  return slot.inClass ? <small>{leftWords(slot)}</small> : null
}

/** As it is seen, so that who says what they see to their device is understood. */
const leftWords = ({ inClass }: Slot): string => (inClass ? ` ${inClass.placesLeft} left` : '')

interface DayTimesProps extends Omit<TimesProps, 'slug'> {
  /** Where one is looked at before it is taken. */
  readonly hrefOf: (slot: Slot) => string
  /** Where, or with whom; empty where it needs no saying. */
  readonly placeOf: (slot: Slot) => string
}

/** The times of one day, whose heading stands above them. */
export function DayTimes({ times, zoneOf, now, hrefOf, placeOf }: DayTimesProps) {
  return (
    <ul class="times">
      {times.map((slot) => {
        const { time, full } = timeWords(slot.start, zoneOf(slot), now)
        const place = placeOf(slot)
        return (
          <li key={`${slot.start} ${slot.location} ${slot.therapist}`}>
            <a
              class="time"
              href={hrefOf(slot)}
              aria-label={`${time}${place ? ` ${place}` : ''}${leftWords(slot)}: ${full}`}
            >
              {time}
              {place && <small> {place}</small>}
              <PlacesLeft slot={slot} />
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** Times under the heading of their day. */
export function TimesByDay({ times, ...rest }: DayTimesProps) {
  const days = [...Map.groupBy(times, (slot) => dayHeading(slot.start, rest.zoneOf(slot), rest.now))]
  return (
    <div class="by-day">
      {days.map(([day, those]) => (
        <section key={day}>
          <h3>{day}</h3>
          <DayTimes times={those} {...rest} />
        </section>
      ))}
    </div>
  )
}

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

interface TimesByDayProps extends TimesProps {
  readonly placeOf: (slot: Slot) => string
  /** Days to jump to above the times, and a way back below each: nobody has to walk past a hundred times by keys. */
  readonly jumps?: boolean
}

/** Times under the heading of their day. */
export function TimesByDay({ slug, times, zoneOf, now, placeOf, jumps = false }: TimesByDayProps) {
  const days = [...Map.groupBy(times, (slot) => dayHeading(slot.start, zoneOf(slot), now))]
  const idOf = (index: number) => (jumps ? { id: `day-${index + 1}`, tabindex: -1 } : {})
  return (
    <div class="by-day">
      {jumps && (
        <nav class="week-links" aria-label="Days" id="days" tabindex={-1}>
          {days.map(([day], index) => (
            <a key={day} href={`#day-${index + 1}`}>
              {day}
            </a>
          ))}
        </nav>
      )}
      {days.map(([day, those], index) => (
        <section key={day}>
          <h3 {...idOf(index)}>{day}</h3>
          <ul class="times">
            {those.map((slot) => {
              const { time, full } = timeWords(slot.start, zoneOf(slot), now)
              const place = placeOf(slot)
              return (
                <li key={`${slot.start} ${slot.location}`}>
                  <a
                    class="time"
                    href={findPaths.book(slug, slot.service, slot.start)}
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
          {jumps && (
            <p class="week-links">
              <a href="#days">Back to the days</a>
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

/** When the door of a place is open: the week, the days that differ, and whose hours lie outside. */
import { spansWords } from '../../../clinic/availability/opening.ts'
import { weekdayNames } from '../../../clinic/availability/wall-clock.ts'
import { daysSeen, ownDaysOf, placeOutsideDoor, weekOf } from '../../../clinic/setup/opening.ts'
import { type Picture, type PlaceRow, stampOf } from '../../../clinic/setup/picture.ts'
import { dayWords } from '../../find/words.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import type { Fields } from './clinic-fields.ts'
import { ClinicPage, fieldsFrom, type FormState, Line, type PageBase } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { OutsideDoorLines } from './hours-page.tsx'

/** The week of a place as fields, a line for each day. */
export const weekFields = (picture: Picture, placeId: string): Fields =>
  fieldsFrom(
    Object.fromEntries(
      weekdayNames.map((_, at) => {
        const spans = weekOf(picture, placeId).filter(({ weekday }) => weekday === at + 1)
        return [`day${at + 1}`, spans.length === 0 ? '' : spansWords(spans)]
      }),
    ),
  )

interface OpeningPageProps extends PageBase {
  readonly place: PlaceRow
  readonly week: FormState
  readonly day: FormState
}

/** The page. */
export function OpeningPage(props: OpeningPageProps) {
  const { picture, place, week, day } = props
  return (
    <ClinicPage
      {...props}
      title={`When the door is open: ${place.name}`}
      problems={[...week.problems, ...day.problems]}
    >
      <p>
        People read these hours on your page and in the mail about their visit. They offer no times and take none away:
        what can be booked are the <a href={clinicPaths.hours}>hours of each therapist</a>.
      </p>
      <OutsideDoorLines lines={placeOutsideDoor(picture, place.id)} />
      <form method="post" action={clinicPaths.opening(place.id)} novalidate id="form">
        <CarriedFields fields={{ seenWeek: stampOf(weekOf(picture, place.id)) }} />
        <fieldset class="setup-part">
          <legend>Each week</legend>
          <p class="hint">
            Such as 8:00–18:00, or 8:00–13:00 and 14:00–18:00. Leave a day empty when it is shut. Leave all days empty
            to say nothing about it.
          </p>
          {weekdayNames.map((name, at) => (
            <Line key={name} {...{ state: week, name: `day${at + 1}`, legend: name }} />
          ))}
        </fieldset>
        <div class="actions">
          <button class="button go" type="submit">
            Save
          </button>
        </div>
      </form>
      {weekOf(picture, place.id).length > 0 && <OwnDays {...{ picture, place, day }} />}
      <p>
        <a href={clinicPaths.place}>Back to name and place</a>
      </p>
    </ClinicPage>
  )
}

function OwnDays({ picture, place, day }: Pick<OpeningPageProps, 'picture' | 'place' | 'day'>) {
  const own = ownDaysOf(picture, place.id)
  return (
    <section>
      <h2>Days that differ</h2>
      {own.length > 0 && (
        <ul class="setup-list">
          {own.map((one) => (
            <li key={one.day}>
              <span>
                {dayWords(one.day)}: {spansWords(one.spans)}
                {spansWords(one.told) !== spansWords(one.spans) &&
                  `. The clinic has time off then, so people read: ${spansWords(one.told)}.`}
              </span>
              <form method="post" action={clinicPaths.openingDay(place.id)}>
                <CarriedFields fields={{ day: one.day, away: 'yes', seenDays: daysSeen(picture, place.id) }} />
                <button class="button" type="submit">
                  Take away
                  <span class="unseen"> the hours of {dayWords(one.day)}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={clinicPaths.openingDay(place.id)} novalidate>
        <CarriedFields fields={{ seenDays: daysSeen(picture, place.id) }} />
        <Line {...{ state: day, name: 'day', legend: 'Day', hint: 'Such as 24/12/2026.' }} />
        <Line
          {...{
            state: day,
            name: 'spans',
            legend: 'Open',
            hint: 'Such as 8:00–12:00. It stands in place of the week.',
          }}
        />
        <div class="actions">
          <button class="button" type="submit">
            Keep this day
          </button>
        </div>
      </form>
      <p>
        A day on which it is shut is <a href={calendarPaths.closures}>a day off of the clinic</a>. That also stops
        bookings, and first lists the visits that it would hit.
      </p>
    </section>
  )
}

/** A course of visits: each date with its own answer, single ones swapped or left out, all held together or none. */
import type { CourseDate, CourseVisit } from '../../../clinic/booking/courses.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { Button } from '../../ui/button.tsx'
import { FieldNotes } from '../../ui/form-parts.tsx'
import { FindPage } from '../frame.tsx'
import type { BookingHome } from '../find-home.ts'
import { findPaths } from '../paths.ts'
import { bookingPaths } from './booking-paths.ts'
import { momentWords } from './booking-words.ts'
import { TimeCard } from './time-card.tsx'
import type { OfferedTime } from './time-page.tsx'

interface CoursePageProps {
  readonly home: BookingHome
  readonly path: string
  readonly time: OfferedTime
  readonly location: string
  readonly dates: readonly CourseDate[]
  /** Nothing was held, and why in a sentence. */
  readonly problem?: string | undefined
  readonly now: number
}

export function CoursePage({ home, path, time, location, dates, problem, now }: CoursePageProps) {
  const { therapist, service, clinic, place, slug } = time
  const missing = dates.filter(({ why }) => why !== null).length
  return (
    <FindPage frame={home.frame} title="Several visits" path={path}>
      <h1 tabindex={-1} data-focus>
        Several visits
      </h1>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <TimeCard {...{ therapist, service, clinic, place }} each />
      <p class="big-line">{missing === 0 ? 'Every date is free.' : missingWords(missing, dates.length)}</p>
      <p>You get all the dates below, or none. Later you can move or cancel each of them by itself.</p>
      <form method="post" action={bookingPaths.course(slug)}>
        <input type="hidden" name="service" value={service.id} />
        <input type="hidden" name="location" value={location} />
        <input type="hidden" name="press" value={crypto.randomUUID()} />
        {dates.map((date, index) => (
          <DateChoice key={`${index} ${date.start}`} {...{ date, index, now }} zone={time.zone} />
        ))}
        <div class="actions">
          <Button look="go">Hold these for 5 minutes</Button>
        </div>
      </form>
      <p class="quiet">
        You then fill in your name and email once. Or see <a href={findPaths.times(slug, service.id)}>all free times</a>
        .
      </p>
    </FindPage>
  )
}

const missingWords = (missing: number, all: number) =>
  missing === 1
    ? `One of the ${all} dates is not free. Times near it are offered instead.`
    : `${missing} of the ${all} dates are not free. Times near them are offered instead.`

/** Why a date cannot be had, after the date itself. */
export const whyWords: Readonly<Record<NonNullable<CourseDate['why']> | 'grantOver' | 'hasPlace', string>> = {
  hasPlace: 'is a class in which the same person has a place already',
  grantOver: 'is after the last day of the number that pays for it',
  taken: 'is taken',
  noRoom: 'has no free room',
  past: 'is past',
  insideNotice: 'is too soon to book here',
  beyondWindow: 'is too far ahead to book yet',
  outsideHours: 'is outside the hours',
  closed: 'is a day on which the clinic is closed',
  away: 'is a time at which the therapist is away',
  notAStart: 'is not offered',
  notLoaded: 'is not offered',
  unknown: 'is not offered',
}

interface DateChoiceProps {
  readonly date: CourseDate
  readonly index: number
  readonly zone: string
  readonly now: number
}

function DateChoice({ date, index, zone, now }: DateChoiceProps) {
  const { start, why, near } = date
  const name = `date${index + 1}`
  const when = momentWords(start, zone, now)
  const hint = why ? `${when} ${whyWords[why]}.${near.length === 0 ? ' Nothing near it is free.' : ''}` : undefined
  return (
    <div class="question">
      <label class="ask" for={name}>
        Visit {index + 1}
      </label>
      <FieldNotes name={name} hint={hint} />
      <select class="field" id={name} name="start" aria-describedby={hint && `${name}-hint`}>
        {!why && <option value={start}>{when}</option>}
        {near.map((time) => (
          <option key={time} value={time}>
            {momentWords(time, zone, now)}
          </option>
        ))}
        <option value="">Leave this one out</option>
      </select>
    </div>
  )
}

interface CourseListProps {
  readonly course: readonly (CourseVisit & { readonly href?: string })[]
  readonly visit: VisitView
  readonly now: number
  /** Where this one and those after it are cancelled together. */
  readonly cancelLaterHref?: string
}

/** The visits of a course; nothing where there is none. */
export function CourseList({ course, visit, now, cancelLaterHref }: CourseListProps) {
  if (course.length === 0) return null
  const later = course.filter(({ state, startsAt }) => state === 'confirmed' && startsAt > visit.startsAt).length
  const hasLater = later > 0 && visit.state === 'confirmed' && visit.startsAt > now
  return (
    <section class="card" aria-labelledby="course">
      <h2 id="course">All {course.length} visits</h2>
      <ol>
        {course.map(({ appointmentId, startsAt, state, href }) => {
          const words = momentWords(startsAt, visit.place.zone, now)
          return (
            <li key={appointmentId}>
              {href && appointmentId !== visit.appointmentId ? <a href={href}>{words}</a> : words}
              {state.endsWith('cancelled') && ' (cancelled)'}
            </li>
          )
        })}
      </ol>
      {hasLater && cancelLaterHref && (
        <p>
          <a href={cancelLaterHref}>Cancel this and {laterWords(later)}</a>. To move them together, choose a new time
          for this one.
        </p>
      )}
    </section>
  )
}

/** "the later one", "the 3 later ones". */
export const laterWords = (count: number): string => (count === 1 ? 'the later one' : `the ${count} later ones`)

/** All free times of one therapist, a week at a time, with links back and forward: by keyboard, without a script. */
import type { Slot } from '../../clinic/availability/input.ts'
import type { OfferedService, TherapistProfile } from '../../clinic/directory/read-profiles.ts'
import { bookingPaths } from './booking/booking-paths.ts'
import { FindPage, type Frame } from './frame.tsx'
import { findPaths } from './paths.ts'
import { placesOf, PolicyWords, ServiceChoice } from './therapist-page.tsx'
import { TimesByDay } from './times.tsx'
import { dayWords } from './words.ts'

/** A week to look at: ISO days, and where the links lead; absent where there is nothing to look at. */
export interface Week {
  readonly firstDay: string
  readonly lastDay: string
  readonly before: string | undefined
  readonly after: string | undefined
}

interface TimesPageProps {
  readonly frame: Frame
  readonly isDemonstration: boolean
  readonly profile: TherapistProfile
  readonly service: OfferedService
  readonly week: Week
  readonly times: readonly Slot[]
  readonly now: Temporal.Instant
}

/** The page of a week. */
export function TimesPage({ frame, isDemonstration, profile, service, week, times, now }: TimesPageProps) {
  const { slug, name } = profile
  const { firstDay, lastDay, before, after } = week
  return (
    <FindPage {...{ frame, isDemonstration }} path={findPaths.therapist(slug)} title={`Free times of ${name}`}>
      <p>
        <a href={findPaths.therapist(slug)}>Back to {name}</a>
      </p>
      <h1 tabindex={-1} data-focus>
        Free times
      </h1>
      <p>
        {dayWords(firstDay)} to {dayWords(lastDay)}
      </p>
      <ServiceChoice {...{ profile, service }} action={`${findPaths.therapist(slug)}/times`} from={firstDay} />
      <nav class="week-links" aria-label="Weeks">
        {before && <a href={findPaths.times(slug, service.id, before)}>The week before</a>}
        {after && <a href={findPaths.times(slug, service.id, after)}>The week after</a>}
      </nav>
      {times.length === 0 ? (
        <p>There is no free time in this week.</p>
      ) : (
        <>
          <h2 class="unseen">Times, day by day</h2>
          <TimesByDay {...{ slug, times, now }} {...placesOf(profile, service)} jumps />
        </>
      )}
      <PolicyWords service={service} />
      <p>
        Nothing soon enough? <a href={bookingPaths.join(slug, service.id)}>Join the waiting list</a>. When a time comes
        free we ask the people on it first, one after the other.
      </p>
    </FindPage>
  )
}

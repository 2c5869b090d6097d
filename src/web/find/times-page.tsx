/** All free times of one therapist, a week at a time, with links back and forward: by keyboard, without a script. */
import type { Slot } from '../../clinic/availability/input.ts'
import type { OfferedService, TherapistProfile } from '../../clinic/directory/read-profiles.ts'
import { bookingPaths } from './booking/booking-paths.ts'
import { honestWords, TreatmentGrade } from './directory-words.tsx'
import { FindPage, type Frame } from './frame.tsx'
import { findPaths } from './paths.ts'
import { placesOf, PolicyWords, ServiceChoice } from './therapist-page.tsx'
import { bookHref } from './times.tsx'
import type { Week } from './week.ts'
import { BookableUntil, FirstFree, WeekHead, WeekOrNone } from './week-times.tsx'
import { initialsOf, moneyWords } from './words.ts'

interface TimesPageProps {
  readonly frame: Frame
  readonly isDemonstration: boolean
  readonly profile: TherapistProfile
  readonly service: OfferedService
  readonly week: Week
  readonly times: readonly Slot[]
  /** The first that is free after an empty week, as far as was looked. */
  readonly later: Slot | undefined
  /** Nothing later than was looked at can be booked yet. */
  readonly isAll: boolean
  readonly now: Temporal.Instant
  /** ISO day of the place. */
  readonly today: string
}

/** The page of a week. */
export function TimesPage(props: TimesPageProps) {
  const { frame, isDemonstration, profile, service, week, today } = props
  const { slug, name } = profile
  return (
    <FindPage
      {...{ frame, isDemonstration }}
      path={`${findPaths.therapist(slug)}/times`}
      title={`Free times of ${name}`}
      about={`When ${name}, ${profile.clinicName}, is free, week by week.`}
    >
      <div class="choose-time">
        <header>
          <h1 tabindex={-1} data-focus>
            Choose a time
          </h1>
          <Who {...{ profile, service }} />
        </header>
        <div class="choose-week">
          <FirstFree {...props} hrefOf={bookHref(slug)} zoneOf={placesOf(profile, service).zoneOf} />
          <WeekHead {...{ week, today }} hrefOf={(day) => findPaths.times(slug, service.id, day)} />
          <BookableUntil {...{ week, today }} />
          <WeekOrNone
            {...props}
            {...placesOf(profile, service)}
            hrefOf={bookHref(slug)}
            firstHref={findPaths.times(slug, service.id)}
            phone={profile.clinicPhone}
          />
        </div>
        <aside aria-label="Before you choose">
          <TreatmentGrade treatment={service.treatment} full />
          <p class="small">{honestWords(service.treatment)}</p>
          <PolicyWords service={service} />
          <p class="small">
            <strong>Nothing soon enough?</strong>{' '}
            <a href={bookingPaths.join(slug, service.id)}>Join the waiting list</a>. When a time comes free we ask the
            people on it first, one after the other.
          </p>
          <p class="small">
            <a href={findPaths.clinicTimes(profile.clinicSlug, service.id)}>Times with anyone there</a>, or{' '}
            <a href={findPaths.clinic(profile.clinicSlug)}>see who else works there</a>
          </p>
          <ServiceChoice {...{ profile, service }} action={`${findPaths.therapist(slug)}/times`} from={week.firstDay} />
        </aside>
      </div>
    </FindPage>
  )
}

/** Whose times they are, and of what. */
function Who({ profile, service }: Pick<TimesPageProps, 'profile' | 'service'>) {
  const { slug, name, places, clinicName } = profile
  const [only] = places
  return (
    <div class="profile">
      <span class="face" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <p>
        <a href={findPaths.therapist(slug)}>
          <strong>{name}</strong>
        </a>
        <br />
        <span class="small">
          {service.name}, {service.minutes} min, <b>{moneyWords(service.pricePence)}</b>
        </span>
        <br />
        <span class="small quiet">
          {clinicName}
          {service.byVideo ? ', by video' : places.length === 1 && only && `, ${only.name}`}
        </span>
      </p>
    </div>
  )
}

/** The free times of a clinic, whoever gives the visit: each once, with whom it would be. By keyboard, without a script. */
import type { OfferedTime } from '../../clinic/availability/any-therapist.ts'
import type { Slot } from '../../clinic/availability/input.ts'
import type { ClinicProfile, OfferedService } from '../../clinic/directory/read-profiles.ts'
import { honestWords, TreatmentGrade } from './directory-words.tsx'
import { FindPage, type Frame } from './frame.tsx'
import { findPaths } from './paths.ts'
import { PolicyWords, ServiceChoice } from './therapist-page.tsx'
import type { Week } from './week.ts'
import { BookableUntil, FirstFree, WeekHead, WeekOrNone } from './week-times.tsx'
import { moneyWords } from './words.ts'

interface ClinicTimesProps {
  readonly frame: Frame
  readonly isDemonstration: boolean
  readonly profile: ClinicProfile
  readonly service: OfferedService
  readonly week: Week
  readonly offers: readonly OfferedTime[]
  /** The first that is free after an empty week, as far as was looked. */
  readonly later: OfferedTime | undefined
  /** Nothing later than was looked at can be booked yet. */
  readonly isAll: boolean
  readonly now: Temporal.Instant
  /** ISO day of the place. */
  readonly today: string
}

/** The page of a week. */
export function ClinicTimesPage(props: ClinicTimesProps) {
  const { frame, isDemonstration, profile, service, week, offers, later, isAll, now, today } = props
  const { slug, name } = profile
  const times = offers.map(({ slot }) => slot)
  return (
    <FindPage
      {...{ frame, isDemonstration }}
      path={`${findPaths.clinic(slug)}/times`}
      title={`Free times at ${name}`}
      about={`When anyone at ${name} is free, week by week.`}
    >
      <div class="choose-time">
        <header>
          <h1 tabindex={-1} data-focus>
            Choose a time
          </h1>
          <p>
            With anyone at{' '}
            <a href={findPaths.clinic(slug)}>
              <strong>{name}</strong>
            </a>
            <br />
            <span class="small">
              {service.name}, {service.minutes} min, <b>{moneyWords(service.pricePence)}</b>
              {service.byVideo && ', by video'}
            </span>
          </p>
        </header>
        <div class="choose-week">
          <FirstFree {...{ week, times, now, today }} later={later?.slot} {...whereOf(props)} />
          <WeekHead {...{ week, today }} hrefOf={(day) => findPaths.clinicTimes(slug, service.id, day)} />
          <BookableUntil {...{ week, today }} />
          <WeekOrNone
            {...{ week, times, isAll, now, today }}
            {...whereOf(props)}
            later={later?.slot}
            firstHref={findPaths.clinicTimes(slug, service.id)}
            phone={profile.phone}
          />
        </div>
        <aside aria-label="Before you choose">
          <TreatmentGrade treatment={service.treatment} full />
          <p class="small">{honestWords(service.treatment)}</p>
          <PolicyWords service={service} />
          <Who {...props} />
          <ServiceChoice {...{ profile, service }} action={`${findPaths.clinic(slug)}/times`} from={week.firstDay} />
        </aside>
      </div>
    </FindPage>
  )
}

/** How the person of a time is found, and the way to choose one. */
function Who({ profile: { therapists }, offers }: ClinicTimesProps) {
  const areShared = offers.some(({ more }) => more > 0)
  return (
    <>
      <p class="small">
        Each time says who it is with.
        {areShared && ' Where several are free, that is whoever has most time left in this week.'}
      </p>
      {therapists.length > 1 && (
        <p class="small">
          To choose the person:{' '}
          {therapists.map(({ id, slug, name }, at) => (
            <>
              {at > 0 && ', '}
              <a key={id} href={findPaths.therapist(slug)}>
                {name}
              </a>
            </>
          ))}
          .
        </p>
      )}
    </>
  )
}

/** The zone of a time, with whom and where it is, and where it is looked at before it is taken. */
function whereOf({ profile, service }: Pick<ClinicTimesProps, 'profile' | 'service'>) {
  const places = new Map(profile.places.map((place) => [place.id, place]))
  const people = new Map(profile.therapists.map((one) => [one.id, one]))
  const isNamed = places.size > 1 && !service.byVideo
  return {
    zoneOf: ({ location }: Slot) => places.get(location)?.zone ?? 'Europe/London',
    placeOf: ({ therapist, location }: Slot) =>
      [people.get(therapist)?.name, isNamed && places.get(location)?.name].filter(Boolean).join(', '),
    hrefOf: ({ therapist, service: id, start }: Slot) => findPaths.book(people.get(therapist)?.slug ?? '', id, start),
  }
}

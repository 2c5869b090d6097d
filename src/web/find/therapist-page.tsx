/** A therapist: the registration first, then what they give and what it costs, and when they are free. */
import type { Slot } from '../../clinic/availability/input.ts'
import type { Opening } from '../../clinic/availability/opening.ts'
import { conditions, isCondition } from '../../clinic/directory/conditions.ts'
import { registers } from '../../clinic/directory/professions.ts'
import type { OfferedService, TherapistProfile, VisitPlace } from '../../clinic/directory/read-profiles.ts'
import type { Rating } from '../../clinic/directory/ratings.ts'
import type { ShownReview } from '../../clinic/directory/read-reviews.ts'
import { honestWords, insurersWords, professionWords, TreatmentGrade } from './directory-words.tsx'
import { FindPage, type Frame } from './frame.tsx'
import { bookingPaths } from './booking/booking-paths.ts'
import { servicePolicyWords } from './booking/booking-words.ts'
import { findPaths } from './paths.ts'
import { PlaceWords } from './place-words.tsx'
import { reviewPaths } from './reviews/review-paths.ts'
import { RatingLine, ReviewSection } from './reviews/shown-reviews.tsx'
import { bookHref, TimesByDay } from './times.tsx'
import { isoDayOf } from './week.ts'
import { dayWords, initialsOf, languagesWords, moneyWords } from './words.ts'
import { exactly } from '../ui/said-exactly.ts'

interface TherapistProps {
  readonly frame: Frame
  readonly isDemonstration: boolean
  readonly profile: TherapistProfile
  /** The one whose times are shown; absent when nothing is given. */
  readonly service: OfferedService | undefined
  /** The one place whose times are shown, where not those of all are. */
  readonly place: VisitPlace | undefined
  /** The service that was asked for is not offered any more. */
  readonly isGone: boolean
  readonly now: Temporal.Instant
  /** When the doors of the clinic's places are open, where it has said so. */
  readonly openings: ReadonlyMap<string, Opening>
}

/** What people said: the marks, and the newest few. */
interface SaidProps {
  readonly rating: Rating
  readonly reviews: readonly ShownReview[]
}

/** How many days with a free time stand on the therapist's own page. */
const daysShown = 3
const timesADay = 6

/** The page of a therapist. @param times of `service`, for as long as was looked */
export function TherapistPage(props: TherapistProps & SaidProps & { times: readonly Slot[] }) {
  const { frame, isDemonstration, profile, service, place: only, isGone, now, times, rating, reviews, openings } = props
  const { slug, name, about } = profile
  return (
    <FindPage
      {...{ frame, isDemonstration }}
      path={findPaths.therapist(slug)}
      title={name}
      about={`${name}, ${profile.clinicName}: what they offer, what it costs and when they are free.`}
    >
      <div class="therapist">
        <div>
          <Heading {...{ profile, rating }} />
          <RegistrationWords profile={profile} />
        </div>
        <aside class="card book-card" aria-labelledby="next-times">
          <h2 id="next-times">Next free times</h2>
          <ServiceChoice {...{ profile, service }} action={findPaths.therapist(slug)} />
          <NextTimes {...{ profile, service, place: only, isGone, times, now }} />
          <h2>Where</h2>
          {profile.places.map((place) => (
            <PlaceWords key={place.id} {...{ place, now }} opening={openings.get(place.id)} />
          ))}
        </aside>
        <div>
          <Facts profile={profile} />
          {about && <p>{about}</p>}
          <Services services={profile.services} />
          <AskForTalk profile={profile} />
          <ReviewSection {...{ profile, rating, reviews }} />
        </div>
      </div>
    </FindPage>
  )
}

/** Where a free talk is given, it can be asked for without a time. */
function AskForTalk({ profile: { slug, services } }: { profile: TherapistProfile }) {
  const talk = services.find(({ treatment }) => treatment === 'free-assessment')
  if (!talk) return null
  return (
    <p>
      Not sure yet? <a href={bookingPaths.assessment(slug, talk.id)}>Ask for a free talk</a>. The clinic answers with a
      time.
    </p>
  )
}

function Heading({ profile, rating }: { profile: TherapistProfile; rating: Rating }) {
  const { name, profession, clinicName, clinicSlug, slug } = profile
  return (
    <header class="profile">
      <span class="face big" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div>
        <h1>{name}</h1>
        <p>
          {professionWords(profession)}, <a href={findPaths.clinic(clinicSlug)}>{clinicName}</a>
        </p>
        <RatingLine rating={rating} href={reviewPaths.all(slug)} />
      </div>
    </header>
  )
}

/** A number that holds this is of nobody: it belongs to the demonstration. */
const isInvented = (number: string) => number.includes('DEMO')

function RegistrationWords({ profile: { body, number, lookedUpOn } }: { profile: TherapistProfile }) {
  const known = Object.entries(registers).find(([id]) => id === body)?.[1]
  return (
    <p class="registered">
      <strong>Registration checked</strong> by the clinic with the {known ? `${known.name} (${body})` : body} on{' '}
      {dayWords(lookedUpOn)}. Number <bdi {...exactly}>{number}</bdi>.{' '}
      {isInvented(number)
        ? 'This number is invented, for the demonstration: no register has it.'
        : known && <a href={known.lookUpAt}>Look it up yourself</a>}
    </p>
  )
}

function Facts({ profile }: { profile: TherapistProfile }) {
  const helps = profile.conditions.filter(isCondition).map((id) => conditions[id])
  const listed = insurersWords([...new Set(profile.services.flatMap(({ insurers }) => insurers))])
  return (
    <dl class="facts">
      <div>
        <dt>Says they help with</dt>
        <dd>{helps.join(', ') || 'Not said'}</dd>
      </div>
      <div>
        <dt>Languages</dt>
        <dd>{languagesWords(profile.languages)}</dd>
      </div>
      <div>
        <dt>Insurers</dt>
        <dd>{listed ? `${listed}. You can always pay yourself.` : 'You pay yourself'}</dd>
      </div>
    </dl>
  )
}

interface ServicesProps {
  readonly services: readonly OfferedService[]
  /** Where the free times of one are looked at, where its line leads there. */
  readonly timesOf?: (service: OfferedService) => string
}

/** What is given, with minutes, price and the guide's grade. */
export function Services({ services, timesOf }: ServicesProps) {
  return (
    <section>
      <h2>Services, prices and evidence</h2>
      <ul class="services">
        {services.map((service) => (
          <li key={service.id}>
            <div>
              <strong>{service.name}</strong>
              <p class="small quiet">
                {service.minutes} minutes{service.byVideo && ', by video'}
              </p>
              {timesOf && (
                <p class="small">
                  <a href={timesOf(service)}>
                    Free times<span class="unseen"> for {service.name}</span>
                  </a>
                </p>
              )}
            </div>
            <b>{moneyWords(service.pricePence)}</b>
            <div class="grade">
              <TreatmentGrade treatment={service.treatment} full />
              <p class="small quiet">{honestWords(service.treatment)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which service the times are for: a list and a button, so that no script is needed. */
export function ServiceChoice(props: {
  profile: { readonly services: readonly OfferedService[] }
  service: OfferedService | undefined
  action: string
  from?: string
}) {
  const { profile, service, action, from } = props
  if (profile.services.length < 2) return null
  return (
    <form method="get" action={action} class="choose-service">
      <label class="ask" for="service">
        What for
      </label>
      <select class="field" id="service" name="service">
        {profile.services.map(({ id, name, minutes, pricePence }) => (
          <option key={id} value={id} selected={id === service?.id}>
            {/* A narrow list cuts the end, and the price must be read. */}
            {name}, {moneyWords(pricePence)}, {minutes} min
          </option>
        ))}
      </select>
      {from && <input type="hidden" name="from" value={from} />}
      <button class="button slim" type="submit">
        Show times
      </button>
    </form>
  )
}

/** The zone and, where there are several, the name of the place of a time. */
export function placesOf({ places }: TherapistProfile, service: OfferedService | undefined) {
  const byId = new Map(places.map((place) => [place.id, place]))
  return {
    zoneOf: ({ location }: Slot) => byId.get(location)?.zone ?? 'Europe/London',
    placeOf: ({ location }: Slot) => (places.length > 1 && !service?.byVideo ? (byId.get(location)?.name ?? '') : ''),
  }
}

function NextTimes({
  profile,
  service,
  place,
  isGone,
  times,
  now,
}: Omit<TherapistProps, 'frame' | 'isDemonstration' | 'openings'> & { times: readonly Slot[] }) {
  if (!service) return <p>Nothing can be booked here at the moment.</p>
  const where = placesOf(profile, service)
  const days = Map.groupBy(times, (slot) => isoDayOf(slot, where.zoneOf(slot)))
  const shown = [...days.values()].slice(0, daysShown).flatMap((day) => day.slice(0, timesADay))
  return (
    <>
      {isGone && (
        <p>
          What you asked for cannot be booked online any more. Ring {profile.clinicPhone}, or take something else here.
        </p>
      )}
      {place && (
        <p>
          Only at {place.name}. <a href={findPaths.times(profile.slug, service.id)}>See the times at every place</a>
        </p>
      )}
      {shown.length === 0 ? (
        <p>No free time in the next weeks. Look further, or ring {profile.clinicPhone}.</p>
      ) : (
        <TimesByDay hrefOf={bookHref(profile.slug)} times={shown} now={now} {...where} />
      )}
      <a class="button" href={findPaths.times(profile.slug, service.id)}>
        All days and times
      </a>
      <PolicyWords service={service} />
    </>
  )
}

/** Until when a visit can be moved or cancelled for nothing, in hours and money; after that it is moved by telephone. */
export const PolicyWords = ({ service }: { service: OfferedService }) => (
  <p class="small quiet">{servicePolicyWords(service)}</p>
)

/** A clinic: where it is, who works there, what it offers at what price. */
import type { Opening } from '../../clinic/availability/opening.ts'
import type { ClinicProfile } from '../../clinic/directory/read-profiles.ts'
import { clinicData } from './clinic-data.ts'
import { insurersWords, professionWords } from './directory-words.tsx'
import { FindPage, type Frame } from './frame.tsx'
import { findPaths } from './paths.ts'
import { PlaceWords } from './place-words.tsx'
import { Services } from './therapist-page.tsx'
import { initialsOf } from './words.ts'
import { exactly } from '../ui/said-exactly.ts'

interface ClinicPageProps {
  readonly frame: Frame
  readonly isDemonstration: boolean
  readonly profile: ClinicProfile
  /** When the doors of its places are open, where it has said so. */
  readonly openings: ReadonlyMap<string, Opening>
  readonly now: Temporal.Instant
}

/** The page of a clinic. */
export function ClinicPage(props: ClinicPageProps) {
  const { frame, isDemonstration, profile, openings, now } = props
  const { slug, name, phone, email, places, therapists, services } = profile
  const listed = insurersWords([...new Set(services.flatMap(({ insurers }) => insurers))])
  return (
    <FindPage
      {...{ frame, isDemonstration }}
      path={findPaths.clinic(slug)}
      title={name}
      about={`${name}: where it is, who works there, what it offers and at what price.`}
      // What is made up is told to no search engine.
      {...(!isDemonstration && { data: clinicData(profile, openings, now) })}
    >
      <h1>{name}</h1>
      <div class="side-by-side">
        <div>
          <h2>Who works here</h2>
          {therapists.length === 0 && <p>Nobody can be booked here at the moment.</p>}
          <ul class="people">
            {therapists.map((therapist) => (
              <li key={therapist.slug}>
                <span class="face" aria-hidden="true">
                  {initialsOf(therapist.name)}
                </span>
                <span>
                  <a href={findPaths.therapist(therapist.slug)}>{therapist.name}</a>
                  <br />
                  <span class="quiet small">{professionWords(therapist.profession)}, registered</span>
                </span>
              </li>
            ))}
          </ul>
          <Services
            services={services}
            {...(therapists.length > 0 && { timesOf: ({ id }: { id: string }) => findPaths.clinicTimes(slug, id) })}
          />
        </div>
        <aside class="card">
          <h2>Where</h2>
          {places.map((place) => (
            <PlaceWords key={place.id} {...{ place, now }} opening={openings.get(place.id)} />
          ))}
          <h2>How to ask</h2>
          <p class="small">
            Ring <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> or write to{' '}
            <bdi {...exactly}>{email}</bdi>.
          </p>
          <h2>Insurers</h2>
          <p class="small">{listed ? `${listed}. You can always pay yourself.` : 'You pay yourself.'}</p>
        </aside>
      </div>
    </FindPage>
  )
}

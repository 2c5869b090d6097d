/** Up to three therapists side by side, each with the same lines in the same order. */
import { ButtonLink } from '../ui/button.tsx'
import type { Slot } from '../../clinic/availability/input.ts'
import { conditions, isCondition } from '../../clinic/directory/conditions.ts'
import type { OfferedService, TherapistProfile } from '../../clinic/directory/read-profiles.ts'
import { insurersWords, professionWords, TreatmentGrade } from './directory-words.tsx'
import { FindPage, type Frame } from './frame.tsx'
import { findPaths } from './paths.ts'
import { placesOf } from './therapist-page.tsx'
import { languagesWords, moneyWords, timeWords } from './words.ts'

/** The most that stand side by side. */
export const mostCompared = 3

export interface Compared {
  readonly profile: TherapistProfile
  /** The one that is compared; absent when they do not give it. */
  readonly service: OfferedService | undefined
  readonly first: Slot | undefined
}

interface ComparePageProps {
  readonly frame: Frame
  readonly isDemonstration: boolean
  readonly compared: readonly Compared[]
  /** More were asked for, or some are not there any more. */
  readonly note: string | undefined
  readonly now: Temporal.Instant
}

/** The page of a comparison. */
export function ComparePage({ frame, isDemonstration, compared, note, now }: ComparePageProps) {
  return (
    <FindPage
      {...{ frame, isDemonstration }}
      path={findPaths.compare}
      title="Compare therapists"
      about="Two or three therapists side by side, and when each is free next."
    >
      <h1>Side by side</h1>
      {note && <p class="callout">{note}</p>}
      {compared.length === 0 ? (
        <>
          <p>Nobody is chosen yet. Search, then tick two or three.</p>
          <div class="actions">
            <ButtonLink href={findPaths.find} look="go">
              Search
            </ButtonLink>
          </div>
        </>
      ) : (
        // The area scrolls where it is too wide, so it can be reached by keyboard.
        <section class="compared" aria-label="The comparison" tabindex={0}>
          <table>
            <thead>
              <tr>
                <td />
                {compared.map(({ profile }) => (
                  <th key={profile.slug} scope="col">
                    <a href={findPaths.therapist(profile.slug)}>{profile.name}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines(now).map(({ name, of }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {compared.map((each) => (
                    <td key={each.profile.slug}>{of(each)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {compared.length > 0 && (
        <p>
          <a href={findPaths.find}>New search</a>
        </p>
      )}
    </FindPage>
  )
}

const notGiven = 'Does not give it'

const lines = (now: Temporal.Instant) => [
  { name: 'Profession', of: ({ profile }: Compared) => professionWords(profile.profession) },
  { name: 'Registered', of: ({ profile }: Compared) => `${profile.body}, checked by the clinic` },
  { name: 'Clinic', of: ({ profile }: Compared) => profile.clinicName },
  { name: 'Service', of: ({ service }: Compared) => (service ? `${service.name}, ${service.minutes} min` : notGiven) },
  { name: 'Price', of: ({ service }: Compared) => (service ? moneyWords(service.pricePence) : '–') },
  {
    name: 'Evidence',
    of: ({ service }: Compared) => (service ? <TreatmentGrade treatment={service.treatment} /> : '–'),
  },
  {
    name: 'First free time',
    of: ({ profile, service, first }: Compared) =>
      first && service ? (
        <a href={findPaths.book(profile.slug, service.id, first.start)}>
          {timeWords(first.start, placesOf(profile, service).zoneOf(first), now).full}
        </a>
      ) : (
        'None in the next two weeks'
      ),
  },
  {
    name: 'Where',
    of: ({ profile }: Compared) => profile.places.map(({ name, postcode }) => `${name}, ${postcode}`).join('; '),
  },
  {
    name: 'Step-free',
    of: ({ profile }: Compared) => {
      const free = profile.places.filter(({ stepFree }) => stepFree).length
      return free === 0 ? 'No' : free === profile.places.length ? 'Yes' : 'Some of the places'
    },
  },
  { name: 'Languages', of: ({ profile }: Compared) => languagesWords(profile.languages) },
  {
    name: 'Says they help with',
    of: ({ profile }: Compared) =>
      profile.conditions
        .filter(isCondition)
        .map((id) => conditions[id])
        .join(', '),
  },
  {
    name: 'Insurers',
    of: ({ service }: Compared) => (service && insurersWords(service.insurers)) || 'You pay yourself',
  },
]

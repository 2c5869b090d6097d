/** The clinic at a glance: what is missing before it opens; once it is open, who cannot be booked and why. */
import { isRegistered, whatIsMissing, whyNotBookable } from '../../../clinic/setup/missing.ts'
import type { VisitAhead } from '../../../clinic/setup/visits-ahead.ts'
import { findPaths } from '../../find/paths.ts'
import { timeWords } from '../../find/words.ts'
import { consolePaths } from '../console-paths.ts'
import { Carried, ClinicPage, type PageBase } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import type { Problem } from '../../ui/error-summary.tsx'

interface HomePageProps extends PageBase {
  readonly outside: readonly VisitAhead[]
  readonly now: Temporal.Instant
  readonly problems?: readonly Problem[]
}

export function HomePage(props: HomePageProps) {
  const { picture, outside, now, problems = [] } = props
  return (
    <ClinicPage {...props} title={picture.isOpen ? picture.name : 'Set up your clinic'} problems={problems}>
      {picture.isOpen ? <Open picture={picture} /> : <Closed picture={picture} />}
      <NotBookable picture={picture} />
      <Outside {...{ picture, outside, now }} />
    </ClinicPage>
  )
}

type Of = Pick<PageBase, 'picture'>

function Open({ picture }: Of) {
  return (
    <p>
      People can find you. <a href={findPaths.clinic(picture.slug)}>See your public page</a>.
    </p>
  )
}

const stepWords = {
  place: ['Name and place', clinicPaths.place],
  team: ['Team', clinicPaths.team],
  services: ['Services', clinicPaths.services],
  hours: ['Hours', clinicPaths.hours],
} as const

function Closed({ picture }: Of) {
  const missing = whatIsMissing(picture)
  return (
    <>
      <p>
        Four steps, about ten minutes. Each is saved when you press <em>Save</em>, so you can stop and come back. Nobody
        can find or book you before you open.
      </p>
      <ol class="setup-steps">
        {Object.entries(stepWords).map(([step, [text, href]]) => {
          const lacks = missing.filter((one) => one.step === step)
          return (
            <li key={step}>
              <a href={href}>{text}</a>
              {lacks.length === 0 ? (
                <span class="quiet">Done</span>
              ) : (
                lacks.map(({ says }) => <span key={says}>{says}</span>)
              )}
            </li>
          )
        })}
      </ol>
      {missing.length === 0 ? (
        <form method="post" action={clinicPaths.open}>
          <Carried values={{ open: 'yes' }} />
          <p>All is there. Once you open, people find the clinic in the search and can book.</p>
          <button class="button go" type="submit">
            Open the clinic
          </button>
        </form>
      ) : (
        <p class="quiet">The button to open comes when nothing is missing.</p>
      )}
    </>
  )
}

/** Who cannot be booked, and whose registration ends soon: said where the clinic is looked after. */
function NotBookable({ picture }: Of) {
  const told = picture.therapists.flatMap((therapist) => {
    const says = whyNotBookable(therapist, picture) ?? (isRegistered(therapist) ? therapist.standing.says : null)
    return says === null ? [] : [{ therapist, says }]
  })
  if (told.length === 0) return null
  return (
    <section class="callout warn">
      <h2>Look at these people</h2>
      <ul>
        {told.map(({ therapist, says }) => (
          <li key={therapist.id}>
            <a href={clinicPaths.person(therapist.id)}>{therapist.name}</a>: {says}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Outside({ picture, outside, now }: Of & Pick<HomePageProps, 'outside' | 'now'>) {
  if (outside.length === 0) return null
  return (
    <section class="callout warn">
      <h2>{outside.length === 1 ? 'One visit lies' : `${outside.length} visits lie`} outside the hours</h2>
      <p>They stand as they were booked. Move them, or leave them if somebody comes in for them.</p>
      <VisitTimes {...{ picture, visits: outside, now }} />
    </section>
  )
}

/** Visits as times, each a link to it. At most fifty; the rest are counted. */
export function VisitTimes({
  picture,
  visits,
  now,
}: Of & { readonly visits: readonly VisitAhead[]; readonly now: Temporal.Instant }) {
  const shown = visits.slice(0, 50)
  return (
    <ul>
      {shown.map(({ id, therapistId, from, zone }) => (
        <li key={id}>
          <a href={consolePaths.visit(id)}>{timeWords(from, zone, now).full}</a>,{' '}
          {picture.therapists.find((each) => each.id === therapistId)?.name}
        </li>
      ))}
      {visits.length > shown.length && <li>And {visits.length - shown.length} more.</li>}
    </ul>
  )
}

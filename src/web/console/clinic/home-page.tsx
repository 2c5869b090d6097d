/** The clinic at a glance: what is missing before it opens; once it is open, who cannot be booked and why. */
import { weekdayNames } from '../../../clinic/availability/wall-clock.ts'
import { isRegistered, whatIsMissing, whyNotBookable } from '../../../clinic/setup/missing.ts'
import type { Picture } from '../../../clinic/setup/picture.ts'
import type { VisitAhead } from '../../../clinic/setup/visits-ahead.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import { findPaths } from '../../find/paths.ts'
import { moneyWords, timeWords } from '../../find/words.ts'
import { consolePaths } from '../console-paths.ts'
import { Sign, type SignName } from '../console-signs.tsx'
import { ClinicPage, type PageBase } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'

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
      {picture.isOpen && <Glance picture={picture} />}
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

/** What the clinic says of itself, a card for each part of it: read here, changed behind the card. */
function Glance({ picture }: Of) {
  const cards: readonly (readonly [SignName, string, string, readonly string[]])[] = [
    ['pin', 'Name and place', clinicPaths.place, picture.places.map(({ name, postcode }) => `${name}, ${postcode}`)],
    ['people', 'Team', clinicPaths.team, teamWords(picture)],
    ['tick', 'Services', clinicPaths.services, serviceWords(picture)],
    ['calendar', 'Hours', clinicPaths.hours, hoursWords(picture)],
    ['room', 'Rooms', clinicPaths.rooms, [roomWords(picture)]],
    ['sliders', 'Booking rules', clinicPaths.rules, ruleWords(picture)],
  ]
  return (
    <ul class="glance">
      {cards.map(([sign, title, href, lines]) => (
        <li key={title} class="panel">
          <Sign name={sign} size={28} />
          <div>
            <h2>
              <a href={href}>{title}</a>
            </h2>
            {lines.slice(0, 4).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** "1 room", "5 rooms". */
const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

function teamWords({ members, therapists }: Picture): readonly string[] {
  const invited = members.filter(({ hasJoined }) => !hasJoined).length
  return [
    `${counted(members.length, 'person', 'people')}, ${therapists.length} of them ${therapists.length === 1 ? 'treats' : 'treat'}`,
    ...(invited > 0 ? [`${counted(invited, 'invitation')} not taken up yet`] : []),
  ]
}

function serviceWords({ services }: Picture): readonly string[] {
  if (services.length === 0) return ['None yet']
  const prices = services.map(({ pricePence }) => pricePence)
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  const price = least === most ? moneyWords(least) : `${moneyWords(least)} to ${moneyWords(most)}`
  return [counted(services.length, 'service'), price]
}

/** The days on which anybody works. */
function hoursWords({ hours, therapists }: Picture): readonly string[] {
  if (hours.length === 0) return ['None yet']
  const worked = weekdayNames.filter((_, at) => hours.some(({ weekday }) => weekday === at + 1))
  const first = hours.map(({ from }) => from).toSorted()[0] ?? ''
  const last =
    hours
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? ''
  const idle = therapists.filter(({ id }) => !hours.some(({ therapistId }) => therapistId === id))
  return [
    worked.map((day) => day.slice(0, 3)).join(', '),
    `${first} at the earliest, ${last} at the latest`,
    ...idle.map(({ name }) => `${name} has no hours`),
  ]
}

function roomWords({ things }: Picture): string {
  const machines = things.filter(({ what }) => what === 'machine').length
  const rooms = counted(things.length - machines, 'room')
  return machines === 0 ? rooms : `${rooms}, ${counted(machines, 'machine')}`
}

function ruleWords({ services }: Picture): readonly string[] {
  const [first] = services
  if (!first) return ['None yet']
  const { noticeMinutes, windowDays, freeUntilHours } = first
  const alike = services.every(
    (other) =>
      other.noticeMinutes === noticeMinutes &&
      other.windowDays === windowDays &&
      other.freeUntilHours === freeUntilHours,
  )
  if (!alike) return ['Not the same for each service']
  return [
    `Booked ${counted(noticeMinutes / 60, 'hour')} to ${counted(windowDays, 'day')} ahead`,
    `Free to cancel until ${counted(freeUntilHours, 'hour')} before`,
  ]
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
          <CarriedFields fields={{ open: 'yes' }} />
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

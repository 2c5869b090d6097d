/** Finding somebody by name, and all visits of one person. */
import { type findPeople, mostVisits, type PersonVisits } from '../../../clinic/booking/find-people.ts'
import type { ListedVisit } from '../../../clinic/booking/staff-day.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import type { WhomToErase } from '../../../clinic/people/whom-to-erase.ts'
import { initialsOf } from '../../find/words.ts'
import { Button } from '../../ui/button.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { Phone, PostButton, StateChip } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { dayOf, momentOf, timeOf } from '../console-words.ts'
import { walkKeys } from '../key-bar.tsx'
import { ChangeLine } from './change-line.tsx'

interface PeoplePageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly query?: string
  readonly result?: Awaited<ReturnType<typeof findPeople>>
  /** How many pairs of records may be one person. */
  readonly same?: number
  /** Who comes today, for whoever has not looked for anybody yet. */
  readonly today?: readonly ListedVisit[]
}

/** The most that are shown of a day. */
const mostOfToday = 12

export function PeoplePage({ home, here, query = '', result, same = 0, today = [] }: PeoplePageProps) {
  return (
    <ConsolePage home={home} here={here} title="People" keys={[walkKeys]}>
      <h1 tabindex={-1} data-focus>
        People
      </h1>
      <form method="post" action={consolePaths.people} class="find-person">
        <label for="name">Name or how it begins, or a whole email or phone number</label>
        <input class="field" id="name" name="name" value={query} autocomplete="off" aria-keyshortcuts="/" />
        <Button look="go">Find</Button>
      </form>
      {result && <Found result={result} />}
      {today.length > 0 && <ComeToday visits={today} />}
      {same > 0 && (
        <section class="notice" aria-label="May be the same">
          <p>
            <a href={consolePaths.same}>
              {same === 1 ? 'Two records may be one person' : `${same} pairs of records may be one person each`}
            </a>
          </p>
        </section>
      )}
      <p>
        <a href={consolePaths.grants}>Visits granted or paid ahead</a>
      </p>
    </ConsolePage>
  )
}

function ComeToday({ visits }: { readonly visits: readonly ListedVisit[] }) {
  const people = [...new Map(visits.map((visit) => [visit.personId, visit])).values()]
  return (
    <section aria-labelledby="come-today">
      <h2 id="come-today">Booked today</h2>
      <ul class="people people-cards">
        {people.slice(0, mostOfToday).map(({ personId, person, startsAt, zone, service }) => (
          <li key={personId}>
            <span class="face" aria-hidden="true">
              {initialsOf(person)}
            </span>
            <span>
              <a href={consolePaths.person(personId)} data-walk>
                <bdi>{person}</bdi>
              </a>
              <span class="quiet">
                {timeOf(startsAt, zone)}, {service}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Found({ result: { found, isNear, more, now } }: { readonly result: NonNullable<PeoplePageProps['result']> }) {
  if (found.length === 0)
    return (
      <p>Nobody of this name, email or phone has a visit here. Try fewer letters of the name: “nun” finds Núñez.</p>
    )
  return (
    <>
      {isNear && <p>Nobody is named quite so. One letter away:</p>}
      <ul class="people">
        {found.map((person) => (
          <li key={person.personId}>
            <a href={consolePaths.person(person.personId)} data-walk>
              <bdi>{person.name}</bdi>
            </a>
            <span class="quiet">
              {' '}
              Latest visit: {dayOf(person.lastVisit, person.zone, now)}. <bdi>{person.email ?? ''}</bdi>
              {person.records > 1 && ` ${recordsWords(person.records)}`}
            </span>{' '}
            {person.phone && <Phone phone={person.phone} />}
          </li>
        ))}
      </ul>
      {more && <p>There are more. Type more of the name.</p>}
    </>
  )
}

/** Why one line, or one page, stands for several records. */
const recordsWords = (records: number) =>
  `${records} records with this name and email, shown as one. Each visit keeps what was typed for it.`

interface PersonPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly personId: string
  readonly person: PersonVisits
  /** They were forgotten; what the law keeps of them still stands here. */
  readonly erased: WhomToErase['erased']
}

export function PersonPage({ home, here, personId, person, erased }: PersonPageProps) {
  const { name, visits, maybeSame, merge, now } = person
  const zone = visits[0]?.zone ?? 'Europe/London'
  return (
    <ConsolePage home={home} here={here} title="Person">
      <p>
        <a href={consolePaths.people}>People</a>
      </p>
      <h1 tabindex={-1} data-focus>
        <bdi>{name}</bdi>
      </h1>
      {merge && (
        <section class="notice" aria-label="One record">
          <p>
            {merge.by} made this one record of two: {momentOf(merge.at, zone, now)}. It can be undone until{' '}
            {dayOf(merge.undoUntil, zone, now)}.
          </p>
          <PostButton action={consolePaths.unmerge(personId)} fields={{ merge: merge.mergeId }}>
            Make them two again
          </PostButton>
        </section>
      )}
      {visits.length < mostVisits && <p class="quiet">{visits.length === 1 ? '1 visit' : `${visits.length} visits`}</p>}
      {person.records > 1 && <p class="quiet">{recordsWords(person.records)}</p>}
      <ul class="people">
        {visits.map((visit) => (
          <li key={visit.appointmentId}>
            <a href={consolePaths.visit(visit.appointmentId)}>{momentOf(visit.startsAt, visit.zone, now)}</a>{' '}
            <StateChip state={visit.state} />
            <span class="quiet">
              {' '}
              {visit.service} with {visit.therapist}
            </span>
          </li>
        ))}
      </ul>
      <MaybeSame {...{ personId, maybeSame }} />
      <Changes {...{ person, zone }} />
      {!erased && mayDo(here.member, 'change-visits') && (
        <p>
          <a href={consolePaths.changePerson(personId)}>Change name, email or phone</a>
        </p>
      )}
      {erased && (
        <p>
          They were forgotten: {erased.by ?? 'whoever runs the installation'} did it, {momentOf(erased.at, zone, now)}.
          {erased.isBack && ' They have booked again since.'}
        </p>
      )}
      {(!erased || erased.isBack) && mayDo(here.member, 'change-team') && (
        <p>
          <a href={consolePaths.erase(personId)}>They want to be forgotten{erased && ' again'}</a>
        </p>
      )}
      <p class="quiet">That you opened this page was written down. The person can see it too.</p>
    </ConsolePage>
  )
}

/** Records of which a colleague may say that they are one person's. */
function MaybeSame({ personId, maybeSame }: Pick<PersonVisits, 'maybeSame'> & { readonly personId: string }) {
  if (maybeSame.length === 0) return null
  return (
    <>
      <h2>May be the same person</h2>
      <p class="quiet">Alike in name, with the same birth date, email or telephone.</p>
      <ul class="people">
        {maybeSame.map((other) => (
          <li key={other.personId}>
            <a href={consolePaths.compare(personId, other.personId)}>
              Compare with <bdi>{other.name}</bdi>
            </a>{' '}
            <span class="quiet">
              {other.visits} {other.visits === 1 ? 'visit' : 'visits'}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was changed of how they are called and reached, by whom and when. */
function Changes({ person: { changes, now }, zone }: { readonly person: PersonVisits; readonly zone: string }) {
  if (changes.length === 0) return null
  return (
    <>
      <h2>What staff changed</h2>
      <ul class="plain-list">
        {changes.map((change) => (
          <li key={change.id}>
            <ChangeLine {...change} /> <bdi>{change.by}</bdi> did it, {momentOf(change.at, zone, now)}.
          </li>
        ))}
      </ul>
    </>
  )
}

/** One class: who comes, and calling it off. */
import type { CalledOff } from '../../../clinic/booking/call-off-class.ts'
import { mayChangeTimesOf } from '../../../clinic/calendar/blocks.ts'
import type { InClass, ListedClass } from '../../../clinic/calendar/class-list.ts'
import type { OffThen } from '../../../clinic/calendar/classes-while-off.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { AskFirst } from '../ask-first.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { calendarPaths } from './calendar-paths.ts'
import { fullWords, momentAt, stateWords, whenWords } from './calendar-words.ts'
import { offThenWords } from './classes-hit.tsx'
import { CalendarMessage } from './message.tsx'

type Found = ListedClass & { readonly people: readonly InClass[] }

interface ClassPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly found: Found
  /** What keeps people from joining it. */
  readonly off: OffThen | undefined
  readonly now: number
  readonly problems: readonly Problem[]
  readonly reason: string
}

export function ClassPage({ home, here, found, off, now, problems, reason }: ClassPageProps) {
  const { service, therapist, place, startsAt, endsAt, zone, isCalledOff, people, therapistId } = found
  const mayCallOff = !isCalledOff && startsAt > now && mayChangeTimesOf(here.member, therapistId)
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: Class' : 'Class'}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        {service}
      </h1>
      <p>
        {whenWords(startsAt, endsAt, zone, now)}, with {therapist}, {place}.{' '}
        <strong>{isCalledOff ? calledOffWords(found, now) : `${capital(fullWords(found))}.`}</strong>
      </p>
      {off && <p class="callout cal-clash">{offThenWords(off, found)} It stays planned until you call it off.</p>}
      {people.length === 0 ? <p>Nobody has booked yet.</p> : <People people={people} />}
      {mayCallOff && (
        <section>
          <h2>Call it off</h2>
          <p>
            Those who have booked pay nothing and get a mail at once. Ring whoever gave no email. This cannot be taken
            back.
          </p>
          <form class="cal-form" method="post" action={calendarPaths.class(found.classId)} novalidate>
            <AskFirst />
            <LineField
              name="reason"
              legend="Why? For your own notes"
              hint="The mail says that the class is called off, not why. Write nothing about anybody’s health."
              autocomplete="off"
              typed={reason}
              error={errorOf('reason', problems)}
            />
            <Button>Call it off</Button>
          </form>
        </section>
      )}
      <p class="link-alone">
        <a href={calendarPaths.classes}>All classes</a>
      </p>
    </ConsolePage>
  )
}

function People({ people }: { readonly people: readonly InClass[] }) {
  return (
    <ul class="cal-lines">
      {people.map(({ appointmentId, person, phone, state }) => (
        <li key={appointmentId}>
          <a href={consolePaths.visit(appointmentId)}>
            <bdi>{person}</bdi>
          </a>{' '}
          <span>
            {phone && <bdi>{phone}</bdi>} <small>{stateWords(state)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** By whom and when, as far as it is known. */
function calledOffWords({ calledOffAt, calledOffBy, zone }: Found, now: number): string {
  if (calledOffAt === null) return 'Called off.'
  return `Called off${calledOffBy === null ? '' : ` by ${calledOffBy}`}, ${momentAt(calledOffAt, zone, now)}.`
}

/** Somebody else had called it off. */
export function CalledOffBeforePage({ home, here, found, now }: Omit<ClassPageProps, 'off' | 'problems' | 'reason'>) {
  return (
    <CalendarMessage {...{ home, here }} title="This class was called off already">
      <p>{calledOffWords(found, now)} Nothing was done now, what you wrote is not kept, and nobody is told twice.</p>
      <p>
        <a href={calendarPaths.class(found.classId)}>See who was coming</a>
      </p>
    </CalendarMessage>
  )
}

interface CalledOffPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  /** As it stands now. */
  readonly found: Found
  /** The visits that stood until then. */
  readonly wereComing: ReadonlySet<string>
  readonly off: CalledOff
}

/** What came of it: who is told, and who must be rung. */
export function CalledOffPage({ home, here, found, wereComing, off }: CalledOffPageProps) {
  if (!off.ok)
    return (
      <CalendarMessage {...{ home, here }} title="It was not called off">
        <p>
          {off.why === 'over' ? 'The class has begun.' : 'There is no such class any more.'} Nobody was told anything.
        </p>
      </CalendarMessage>
    )
  const told =
    off.cancelled === 0
      ? 'Nobody had booked.'
      : `${off.cancelled === 1 ? '1 visit was' : `${off.cancelled} visits were`} cancelled free of charge. Their mails are on the way to whoever gave an email.`
  return (
    <CalendarMessage {...{ home, here }} title="The class is called off">
      <p>{told}</p>
      {off.cancelled > 0 && (
        <>
          <p>Look here whether each mail arrives, and ring whoever gave no email:</p>
          <People people={found.people.filter(({ appointmentId }) => wereComing.has(appointmentId))} />
        </>
      )}
    </CalendarMessage>
  )
}

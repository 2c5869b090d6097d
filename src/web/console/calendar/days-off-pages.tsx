/** Away and shut: each asks for days, shows whom they hit, and only then has a button that writes them. */
import type { Choices, Named } from '../../../clinic/calendar/choices.ts'
import type { ListedClass } from '../../../clinic/calendar/class-list.ts'
import type { AbsenceRow, ClosureRow } from '../../../clinic/calendar/days-off.ts'
import type { ProposedHoliday } from '../../../clinic/calendar/holiday-answers.ts'
import type { StandingVisit } from '../../../clinic/calendar/standing-visits.ts'
import { Button } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { calendarPaths } from './calendar-paths.ts'
import { dayWords, whenWords } from './calendar-words.ts'
import { ClassesHit } from './classes-hit.tsx'
import { SelectField, WhenField } from './time-fields.tsx'

/** Days as they were typed. */
export interface TypedDays {
  readonly whose: string
  readonly first: string
  readonly last: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

interface PageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly choices: Choices
  readonly now: number
  readonly typed: TypedDays
  readonly problems: readonly Problem[]
  /** The visits that it would hit; not given while nothing has been asked. */
  readonly hit: readonly StandingVisit[] | undefined
  /** The classes that it would hit, empty ones too. */
  readonly classesHit: readonly ListedClass[]
}

/** A therapist is away. @param mayMark whose absence this member may mark */
export function AwayPage(
  props: PageProps & {
    readonly mayMark: readonly Named[]
    readonly absences: readonly AbsenceRow[]
    /** The day and hour from which somebody is away who is marked today; empty where none was put there. */
    readonly proposed: string
  },
) {
  const { home, here, now, typed, problems, hit, mayMark, absences, proposed } = props
  const name = mayMark.find(({ id }) => id === typed.whose)?.name
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: Away' : 'Somebody is away'}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        {hit && name ? `${name} is away: look first` : 'Somebody is away'}
      </h1>
      {hit && <p>{offWords(typed, now)}</p>}
      {hit && <Hit {...props} hit={hit} />}
      {hit && <ClassesHit classes={props.classesHit} now={now} />}
      {hit && (
        <form method="post" action={calendarPaths.away}>
          <CarriedFields fields={Object.entries(typed)} />
          <Button look="go">Mark as away{hit.length > 0 && ', and find other times'}</Button>
        </form>
      )}
      {mayMark.length === 0 ? (
        <p>Only those who treat may mark themselves away, and those who plan may mark anybody.</p>
      ) : (
        <form class="cal-form" method="get" action={calendarPaths.away}>
          <SelectField name="whose" legend="Who" options={mayMark} chosen={typed.whose} />
          {proposed !== '' && <CarriedFields fields={{ proposed }} />}
          <DayFields {...props} />
          <Button {...(!hit && { look: 'go' })}>See whom it would hit</Button>
        </form>
      )}
      {absences.length > 0 && <h2>Away from now on</h2>}
      <ul class="cal-lines">
        {absences.map((one) => (
          <li key={one.id}>
            <span>
              {one.therapist}: {spanWords(one, now)}
            </span>
            <a
              href={calendarPaths.rescueOf({
                ...{ therapist: one.therapistId, first: one.firstDay, last: one.lastDay },
                from: one.fromTime ? minuteOf(one.fromTime) : undefined,
              })}
            >
              Visits in it
            </a>
            {mayMark.some(({ id }) => id === one.therapistId) && (
              <form method="post" action={calendarPaths.absence(one.id)}>
                <Button look="plain">
                  Back again<span class="unseen">: {one.therapist}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </ConsolePage>
  )
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** "Friday 27 November to Monday 30 November, 09:00 to 12:00". */
function spanWords(row: Omit<AbsenceRow, 'therapistId' | 'therapist'>, now: number): string {
  const { firstDay, lastDay, fromTime, toTime } = row
  const days =
    firstDay === lastDay ? dayWords(firstDay, now) : `${dayWords(firstDay, now)} to ${dayWords(lastDay, now)}`
  return fromTime && toTime ? `${days}, ${fromTime.slice(0, 5)} to ${toTime.slice(0, 5)}` : days
}

/** "From 09:15 on Friday 27 November to the end of Monday 30 November." The whole of days needs no hour. */
function offWords({ first, last, from }: TypedDays, now: number): string {
  const [begins, ends] = [dayWords(first, now), dayWords(last || first, now)]
  if (from !== '') return `From ${from} on ${begins} to the end of ${begins === ends ? 'that day' : ends}.`
  return begins === ends ? `The whole of ${begins}.` : `Whole days, from ${begins} to ${ends}.`
}

function DayFields({ typed, problems }: Pick<PageProps, 'typed' | 'problems'>) {
  return (
    <>
      <WhenField name="first" legend="First day" kind="date" value={typed.first} error={errorOf('first', problems)} />
      <WhenField name="last" legend="Last day" kind="date" value={typed.last} error={errorOf('last', problems)} />
      <WhenField
        name="from"
        legend="From, on the first day"
        hint="Leave it empty for whole days."
        kind="time"
        value={typed.from}
        error={errorOf('from', problems)}
      />
    </>
  )
}

function Hit({ hit, now }: { readonly hit: readonly StandingVisit[]; readonly now: number }) {
  if (hit.length === 0) return <p class="callout cal-fits">No visit stands in that time.</p>
  return (
    <div class="callout cal-clash">
      <p>
        <strong>{hit.length === 1 ? 'One visit stands in it.' : `${hit.length} visits stand in it.`}</strong> They stay
        until you move or cancel each.
      </p>
      <ul>
        {hit.map(({ appointmentId, person, therapist, from, to, zone }) => (
          <li key={appointmentId}>
            {whenWords(from, to, zone, now)}: {person}, with {therapist}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Days on which a place or the clinic is shut, and the bank holidays that nobody has decided about. */
export function ClosuresPage(
  props: PageProps & {
    readonly closures: readonly ClosureRow[]
    readonly proposed: readonly ProposedHoliday[]
    readonly mayClose: boolean
  },
) {
  const { home, here, now, choices, typed, problems, hit, closures, mayClose } = props
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: Days we are shut' : 'Days we are shut'}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        {hit ? 'Shut these days? Look first' : 'Days we are shut'}
      </h1>
      {hit && <p>{offWords(typed, now)}</p>}
      {hit && <Hit hit={hit} now={now} />}
      {hit && <ClassesHit classes={props.classesHit} now={now} />}
      {hit && (
        <form method="post" action={calendarPaths.closures}>
          <CarriedFields fields={Object.entries(typed)} />
          <Button look="go">Shut these days</Button>
        </form>
      )}
      {closures.length === 0 && <p>No day ahead is shut.</p>}
      <ul class="cal-lines" id="closed-days">
        {closures.map((one) => (
          <li key={one.id}>
            <span>
              {spanWords(one, now)}: {one.reason}, {one.place ?? 'every place'}
            </span>
            {mayClose && (
              <form method="post" action={calendarPaths.closure(one.id)}>
                <Button look="plain">
                  Open again<span class="unseen">: {spanWords(one, now)}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayClose && (
        <>
          <h2>Shut other days</h2>
          <form class="cal-form" method="get" action={calendarPaths.closures}>
            <SelectField
              name="whose"
              legend="Where"
              options={[{ id: 'all', name: 'Every place' }, ...choices.places]}
              chosen={typed.whose}
            />
            <DayFields {...props} />
            <LineField
              name="reason"
              legend="Why"
              autocomplete="off"
              typed={typed.reason}
              error={errorOf('reason', problems)}
            />
            <Button {...(!hit && { look: 'go' })}>See whom it would hit</Button>
          </form>
        </>
      )}
      <Holidays {...props} />
    </ConsolePage>
  )
}

function Holidays(props: {
  readonly proposed: readonly ProposedHoliday[]
  readonly mayClose: boolean
  readonly now: number
}) {
  const { proposed, mayClose, now } = props
  if (proposed.length === 0) return null
  return (
    <>
      <h2>Bank holidays in the year ahead</h2>
      <p>Nothing is shut until you say so.</p>
      <ul class="cal-lines">
        {proposed.map(({ day, name, isSubstitute, nation, hit }) => (
          <li key={`${nation} ${day}`}>
            <span>
              {dayWords(day, now)}: {name}
              {isSubstitute && ', moved to this day'}
              {nation !== 'england-and-wales' && `, ${nation === 'scotland' ? 'Scotland' : 'Northern Ireland'}`}
              {hit.length > 0 && (
                <em> {hit.length === 1 ? 'One visit stands' : `${hit.length} visits stand`} on it.</em>
              )}
            </span>
            {mayClose && (
              <form class="cal-answer" method="post" action={calendarPaths.holidays}>
                <input type="hidden" name="nation" value={nation} />
                <input type="hidden" name="day" value={day} />
                <Button name="do" value="shut">
                  Shut<span class="unseen"> on {name}</span>
                </Button>
                <Button name="do" value="open" look="plain">
                  Stay open<span class="unseen"> on {name}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The calendar as a plain list: the same as the table, read from top to bottom. Free time is a row. */
import type { VNode } from 'preact'
import { dayLines, type ListLine, startInGap } from '../../../clinic/calendar/day-grid.ts'
import type { Calendar, CalendarClass, CalendarTherapist } from '../../../clinic/calendar/load-calendar.ts'
import { consolePaths } from '../console-paths.ts'
import { calendarPaths } from './calendar-paths.ts'
import {
  askedWords,
  bentWords,
  dayWords,
  fullWords,
  heldWords,
  minutesWords,
  stateWords,
  timesWords,
} from './calendar-words.ts'

/** Each day, and in it each therapist. */
export function CalendarList({ calendar, days }: { readonly calendar: Calendar; readonly days: readonly string[] }) {
  return (
    <>
      {days.map((day) => (
        <section key={day}>
          {days.length > 1 && <h2>{dayWords(day, calendar.now)}</h2>}
          {calendar.therapists.map((therapist) => (
            <TherapistDay key={therapist.id} {...{ calendar, therapist, day }} isDeep={days.length > 1} />
          ))}
        </section>
      ))}
    </>
  )
}

interface TherapistDayProps {
  readonly calendar: Calendar
  readonly therapist: CalendarTherapist
  readonly day: string
  readonly isDeep: boolean
}

function TherapistDay({ calendar, therapist, day, isDeep }: TherapistDayProps) {
  const lines = dayLines(calendar, therapist, day)
  const name = (
    <>
      {therapist.name}{' '}
      <a class="cal-away" href={calendarPaths.awayOf(therapist.id, day)}>
        Away
        <span class="unseen">
          {' '}
          on {dayWords(day, calendar.now)}: {therapist.name}
        </span>
      </a>
    </>
  )
  return (
    <>
      {isDeep ? <h3 class="cal-who">{name}</h3> : <h2 class="cal-who">{name}</h2>}
      {!therapist.isRegistered && <p class="quiet">Cannot be booked until somebody has looked at the register.</p>}
      {lines.length === 0 ? (
        <p class="quiet">Does not work this day.</p>
      ) : (
        <ol class="cal-lines">
          {lines.map((line) => (
            <li key={`${line.kind} ${line.from}`} class={classOf(line)}>
              <Line {...{ line, therapist }} zone={calendar.zone} now={calendar.now} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

const classOf = (line: ListLine) =>
  line.kind === 'visit' ? [line.state, line.bent && 'bent'].filter(Boolean).join(' ') : line.kind

interface LineProps {
  readonly line: ListLine
  readonly therapist: CalendarTherapist
  readonly zone: string
  readonly now: number
}

function Line({ line, therapist, zone, now }: LineProps) {
  const time = <b>{timesWords(line.from, line.to, zone)}</b>
  if (line.kind === 'off')
    return (
      <>
        {time} <span>{line.why === 'away' ? 'Away' : 'Shut'}</span>
      </>
    )
  if (line.kind === 'block')
    return (
      <>
        {time}{' '}
        <span>
          <bdi>{line.reason ?? 'Blocked'}</bdi>
        </span>{' '}
        <a href={calendarPaths.block(line.id)}>Open it</a>
      </>
    )
  if (line.kind === 'class') return <ClassLine time={time} line={line} />
  if (line.kind === 'free') {
    if (line.to <= now)
      return (
        <>
          {time} <span class="quiet">Was free</span>
        </>
      )
    const at = { start: startInGap(line.from, now), therapist: therapist.id }
    return (
      <>
        {time} <span>{minutesWords(line.to - line.from)} free</span> <a href={calendarPaths.newVisitAt(at)}>Book</a>{' '}
        <a href={calendarPaths.blockAt(at)}>Block</a>
      </>
    )
  }
  if (line.state === 'held')
    return (
      <>
        {time} <span>{heldWords(line)}</span>
      </>
    )
  return (
    <>
      {time}{' '}
      <span>
        <a href={consolePaths.visit(line.id)}>
          <bdi>{line.person}</bdi>
        </a>{' '}
        <small>{line.service}</small>
        {line.state !== 'confirmed' && <small>, {stateWords(line.state)}</small>}
        {line.isAsked && <small>, {askedWords}</small>}
        {line.bent && (
          <em>
            {' '}
            {bentWords(line.bent.rule)}: {line.bent.reason}
          </em>
        )}
      </span>{' '}
      {line.state === 'confirmed' && (
        <a href={calendarPaths.move(line.id)}>
          Move<span class="unseen"> {line.person}</span>
        </a>
      )}
    </>
  )
}

function ClassLine({ time, line }: { readonly time: VNode; readonly line: CalendarClass }) {
  return (
    <>
      {time}{' '}
      <span>
        <a href={calendarPaths.class(line.id)}>
          <bdi>{line.service}</bdi>
        </a>{' '}
        <small>{fullWords(line)}</small>
      </span>
    </>
  )
}

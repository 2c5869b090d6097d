/** A day: who comes next, large; everybody in order with the gaps between; and at the head what somebody must look after. */
import type { AskedPerson } from '../../../clinic/booking/choose-again/asked-people.ts'
import type { ListedVisit, StaffDay } from '../../../clinic/booking/staff-day.ts'
import type { Sealed } from '../../../clinic/booking/sealed-words.ts'
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import type { WhileAway } from '../../../clinic/calendar/visits-while-away.ts'
import { type Act, mayDo } from '../../../clinic/people/members.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { DayChanged, type ShownDays } from '../day-changed.tsx'
import { Sign, type SignName } from '../console-signs.tsx'
import { isoDayWords, timeOf } from '../console-words.ts'
import { type KeySaid, walkKeys } from '../key-bar.tsx'
import { VisitBeside } from '../visit/visit-beside.tsx'
import { DayList, isOff } from './day-list.tsx'
import { AskedNotice, AwayNotice, DangerNotice, type DangerTold, NotOpenNotice, Notices } from './day-notices.tsx'
import { Next, NobodyElse } from './next-visit.tsx'

interface TodayPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly day: StaffDay
  /** A therapist's id, or "all". */
  readonly of: string
  readonly next: ListedVisit | undefined
  /** What may tell of danger and nobody has read yet. */
  readonly danger: DangerTold
  /** Everybody who was asked to choose another time. */
  readonly asked: readonly AskedPerson[]
  /** Visits that stand while their therapist is away. */
  readonly away: readonly WhileAway[]
  /** Visits of other days that the clinic changed, and nobody has told the person. */
  readonly untold: readonly ListedVisit[]
  /** What the next person shared of their check. */
  readonly check: Sealed | undefined
  /** The visit that comes next on another day, where nobody else comes today. */
  readonly later: ListedVisit | undefined
  /** The visit that was chosen, to be shown beside the day. */
  readonly chosen: StaffVisit | undefined
  /** The day as it stood when it was asked for. */
  readonly days: ShownDays
}

/** Whoever is here and waits, or comes next; nobody on another day. */
export function nextOf({ visits, day, today, now }: StaffDay): ListedVisit | undefined {
  if (day !== today) return undefined
  return visits.find((visit) => {
    const { state, endsAt } = visit
    if (endsAt > now) return state === 'arrived' || state === 'confirmed'
    return state === 'arrived' && !visits.some((other) => isFollowing(other, visit, now))
  })
}

/** Another of the same therapist has come, or had their time, since: whoever was not said to be done then is. */
const isFollowing = (other: ListedVisit, { therapistId, startsAt }: ListedVisit, now: number): boolean =>
  other.therapistId === therapistId &&
  other.startsAt > startsAt &&
  (other.state === 'arrived' || other.state === 'finished' || (other.state === 'confirmed' && other.startsAt <= now))

export function TodayPage(props: TodayPageProps) {
  const { home, here, day, of, next, danger, asked, away, untold, chosen, days } = props
  const isToday = day.day === day.today
  const title = isToday ? 'Today' : isoDayWords(day.day, day.zone, day.now)
  return (
    <ConsolePage home={home} here={here} title={title} islands={['beside', 'day-changed']} keys={keys}>
      <DayChanged days={days} />
      <DayHead day={day} of={of} isFocus={!chosen} />
      <DangerNotice told={danger} />
      {!here.clinicIsOpen && <NotOpenNotice member={here.member} />}
      <Notices day={day} untold={untold} />
      {isToday && <AskedNotice asked={asked} now={day.now} />}
      {isToday && <AwayNotice away={away} day={day} />}
      <div class={isToday ? 'day-grid with-waits' : 'day-grid'}>
        <DayList day={day} of={of} next={next} chosen={chosen?.appointmentId} />
        <Beside {...props} />
        {isToday && <Waits here={here} />}
      </div>
    </ConsolePage>
  )
}

const keys: readonly KeySaid[] = [
  walkKeys,
  { keys: ['o'], text: 'open' },
  { keys: ['m'], text: 'move' },
  { keys: ['t'], text: 'today' },
  { keys: ['[', ']'], text: 'before, after' },
  { keys: ['p'], text: 'print' },
]

/** The visit that was chosen; otherwise whoever comes next, today or later. */
function Beside({ day, of, next, check, later, chosen }: TodayPageProps) {
  return (
    <div class="day-side" data-beside-place>
      {chosen ? (
        <VisitBeside
          visit={chosen}
          back={consolePaths.dayWith(day.day, of, chosen.appointmentId)}
          close={consolePaths.dayOf(day.day, of)}
        />
      ) : next ? (
        <Next visit={next} check={check} now={day.now} withTherapist={of === 'all'} />
      ) : day.day === day.today ? (
        <NobodyElse day={day} of={of} later={later} />
      ) : (
        <p class="panel quiet beside-hint" data-beside-hint hidden>
          Press a name to see the visit here. Press it again to open it.
        </p>
      )}
    </div>
  )
}

/** "6 people, 2 done". */
function countWords({ visits }: StaffDay): string {
  const come = visits.filter((visit) => !isOff(visit))
  if (come.length === 0) return 'Nobody is booked.'
  const done = come.filter(({ state }) => state === 'finished').length
  return `${come.length} ${come.length === 1 ? 'visit' : 'visits'}${done > 0 ? `, ${done} done` : ''}`
}

function DayHead({ day, of, isFocus }: Pick<TodayPageProps, 'day' | 'of'> & { readonly isFocus: boolean }) {
  const other = (days: number) => Temporal.PlainDate.from(day.day).add({ days }).toString()
  const isToday = day.day === day.today
  return (
    <header class="day-head">
      <div>
        <h1 tabindex={-1} {...(isFocus && { 'data-focus': true })}>
          {isToday && <span class="quiet day-today">Today, </span>}
          {isoDayWords(day.day, day.zone, day.now)}
        </h1>
        <p class="quiet">
          {countWords(day)}
          {isToday && ` · now ${timeOf(day.now, day.zone)}`}
        </p>
      </div>
      <div class="day-bar">
        <nav class="day-ways" aria-label="Days">
          <a class="button small" href={consolePaths.dayOf(other(-1), of)} aria-keyshortcuts="[">
            <span aria-hidden="true">‹</span>
            <span class="unseen">Day before</span>
          </a>
          {!isToday && (
            <a class="button small" href={consolePaths.dayOf(day.today, of)} aria-keyshortcuts="t">
              Today
            </a>
          )}
          <a class="button small" href={consolePaths.dayOf(other(1), of)} aria-keyshortcuts="]">
            <span aria-hidden="true">›</span>
            <span class="unseen">Day after</span>
          </a>
          <a class="button small" href={consolePaths.printDay(day.day, of)} aria-keyshortcuts="p">
            Print
          </a>
          <a class="button small" href={consolePaths.requests}>
            Free talks<span class="unseen"> asked for</span>
          </a>
          <a class="button small" href={consolePaths.waiting}>
            Waiting<span class="unseen"> list</span>
          </a>
        </nav>
        <form class="day-whose" method="get" action={consolePaths.day(day.day)}>
          <label for="of">Whose day</label>
          <select class="field" id="of" name="of">
            <option value="all" selected={of === 'all'}>
              Everybody
            </option>
            {day.therapists.map(({ id, name }) => (
              <option key={id} value={id} selected={of === id}>
                {name}
              </option>
            ))}
          </select>
          <button class="button small" type="submit">
            Show
          </button>
        </form>
      </div>
    </header>
  )
}

/** What waits for an answer beside the day, for whoever may give it. */
function Waits({ here }: Pick<TodayPageProps, 'here'>) {
  const { member, questionsWaiting, reviewsWaiting, commentsWaiting } = here
  const all: readonly (readonly [Act, SignName, string, string, number])[] = [
    ['see-clinical', 'inbox', 'Questions', consolePaths.inbox, questionsWaiting],
    ['moderate', 'star', 'Reviews', consolePaths.reviews, reviewsWaiting],
    ['moderate', 'star', 'Comments', consolePaths.moderation, commentsWaiting],
  ]
  const mine = all.filter(([act]) => mayDo(member, act))
  if (mine.length === 0) return null
  return (
    <section class="panel day-waits" aria-labelledby="waits">
      <h2 id="waits">Waits for an answer</h2>
      <ul>
        {mine.map(([, sign, text, href, count]) => (
          <li key={text}>
            <Sign name={sign} />
            <a href={href}>{text}</a>
            {count > 0 ? <b class="side-count">{count}</b> : <span class="quiet">none</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

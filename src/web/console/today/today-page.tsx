/** A day: who comes next, large; everybody in order with the gaps between; and at the head what somebody must look after. */
import type { ComponentChildren } from 'preact'
import type { AskedPerson } from '../../../clinic/booking/choose-again/asked-people.ts'
import type { ListedVisit, StaffDay } from '../../../clinic/booking/staff-day.ts'
import type { Sealed } from '../../../clinic/booking/sealed-words.ts'
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import { startInGap } from '../../../clinic/calendar/day-grid.ts'
import type { WhileAway } from '../../../clinic/calendar/visits-while-away.ts'
import { type Act, mayDo } from '../../../clinic/people/members.ts'
import { dayWords } from '../../find/words.ts'
import { AskedLine } from '../calendar/asked-page.tsx'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { Phone, PostButton, StateChip } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { Sign, type SignName } from '../console-signs.tsx'
import { dayOf, gapWords, isoDayWords, momentOf, timeOf, whenWords } from '../console-words.ts'
import { type KeySaid, walkKeys } from '../key-bar.tsx'
import { chooses, type Choosing } from '../visit/choosing.ts'
import { CheckHead } from '../visit/check-head.tsx'
import { VisitBeside } from '../visit/visit-beside.tsx'

interface TodayPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly day: StaffDay
  /** A therapist's id, or "all". */
  readonly of: string
  readonly next: ListedVisit | undefined
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
}

const isOff = ({ state }: ListedVisit) => state === 'cancelled' || state === 'late-cancelled'

/** Whoever is here and waits, or comes next; nobody on another day. */
export function nextOf({ visits, day, today, now }: StaffDay): ListedVisit | undefined {
  if (day !== today) return undefined
  const open = visits.filter(({ state, endsAt }) => state === 'arrived' || (state === 'confirmed' && endsAt > now))
  return open[0]
}

export function TodayPage(props: TodayPageProps) {
  const { home, here, day, of, next, asked, away, untold, chosen } = props
  const isToday = day.day === day.today
  const title = isToday ? 'Today' : isoDayWords(day.day, day.zone, day.now)
  return (
    <ConsolePage home={home} here={here} title={title} islands={['beside']} keys={keys}>
      <DayHead day={day} of={of} isFocus={!chosen} />
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

/** Whoever must be rung about another time, since the clinic cannot keep theirs; and how many have not answered. */
function AskedNotice({ asked, now }: Pick<TodayPageProps, 'asked'> & { readonly now: number }) {
  const toRing = asked.filter(({ ring }) => ring !== null)
  const open = asked.filter(({ fate, ring }) => ring === null && (fate === 'asked' || fate === 'opened')).length
  if (toRing.length + open === 0) return null
  return (
    <section class="notice" aria-labelledby="asked-to-choose">
      <h2 id="asked-to-choose">Another time must be found</h2>
      <ul class="cal-lines">
        {toRing.map((one) => (
          <AskedLine key={one.askId} one={one} now={now} />
        ))}
      </ul>
      <p>
        <a href={calendarPaths.asked}>Everybody who was asked</a>
        {open > 0 && `: ${open} ${open === 1 ? 'has' : 'have'} not answered yet`}.
      </p>
    </section>
  )
}

/** Visits that nobody would be there for. */
function AwayNotice({ away, day }: Pick<TodayPageProps, 'away' | 'day'>) {
  if (away.length === 0) return null
  return (
    <section class="notice" aria-labelledby="while-away">
      <h2 id="while-away">Visits while somebody is away</h2>
      <ul>
        {away.map(({ therapistId, therapist, visits, first, last }) => (
          <li key={`${therapistId} ${first}`}>
            <a href={calendarPaths.rescueOf({ therapist: therapistId, first, last })}>
              {visits === 1 ? '1 visit stands' : `${visits} visits stand`} while {therapist} is away
            </a>
            : {isoDayWords(first, day.zone, day.now)}
            {last !== first && ` to ${isoDayWords(last, day.zone, day.now)}`}.
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ToRingProps {
  readonly visit: ListedVisit
  readonly when: string
  readonly children?: ComponentChildren
}

/** Whom to ring, with what happened where the day's list does not show it. */
function ToRing({ visit, when, children }: ToRingProps) {
  return (
    <li>
      <a href={consolePaths.visit(visit.appointmentId)}>
        {when} <bdi>{visit.person}</bdi>
      </a>{' '}
      {visit.phone ? <Phone phone={visit.phone} /> : 'gave no telephone.'}
      <span class="quiet">
        {' '}
        {children} {visit.notReached}
      </span>
    </li>
  )
}

/** What somebody must look after before anything else. */
function Notices({ day, untold }: Pick<TodayPageProps, 'day' | 'untold'>) {
  const toRing = day.visits.filter(({ notReached }) => notReached !== null)
  return (
    <>
      {day.isMailHeld && (
        <section class="notice" aria-label="Mail is held">
          <p>
            <strong>No mail goes out.</strong> A backup was restored, and nobody has released the mail yet. Nobody hears
            of new visits until then.
          </p>
        </section>
      )}
      {toRing.length + untold.length > 0 && (
        <section class="notice" aria-labelledby="to-ring">
          <h2 id="to-ring">Not reached: phone</h2>
          <ul>
            {toRing.map((visit) => (
              <ToRing key={visit.appointmentId} visit={visit} when={timeOf(visit.startsAt, visit.zone)} />
            ))}
            {untold.map((visit) => (
              <ToRing key={visit.appointmentId} visit={visit} when={momentOf(visit.startsAt, visit.zone, day.now)}>
                You {visit.state === 'cancelled' ? 'cancelled it' : 'moved it to then'}.
              </ToRing>
            ))}
          </ul>
        </section>
      )}
      {day.registrations.length > 0 && (
        <section class="notice" aria-labelledby="registrations">
          <h2 id="registrations">Registrations to look up</h2>
          <ul>
            {day.registrations.map(({ therapist, validUntil, hasEnded, visitsAfter }) => (
              <li key={therapist}>
                <strong>{therapist}</strong>: {registrationWords(validUntil, hasEnded)}
                {visitsAfter > 0 && ` ${standingWords(visitsAfter, validUntil)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Booked before: nothing takes them away by itself. */
function standingWords(visits: number, validUntil: string | null): string {
  const many = visits === 1 ? '1 visit with them is booked' : `${visits} visits with them are booked`
  return `${many}${validUntil === null ? '' : ' for later days'}: look in the register, or give ${visits === 1 ? 'it' : 'them'} to somebody else.`
}

function registrationWords(validUntil: string | null, hasEnded: boolean): string {
  if (validUntil === null) return 'nobody has looked at the register. Cannot be booked until then.'
  return hasEnded
    ? `ended on ${dayWords(validUntil)}. Cannot be booked.`
    : `ends on ${dayWords(validUntil)}. Cannot be booked for later days.`
}

type Item =
  | { readonly at: number; readonly visit: ListedVisit }
  | { readonly at: number; readonly gap: StaffDay['gaps'][number] }

interface DayListProps extends Pick<TodayPageProps, 'day' | 'of' | 'next'> {
  readonly chosen: string | undefined
}

function DayList({ day, of, next, chosen }: DayListProps) {
  const choosing: Choosing = { addressOf: (visit) => consolePaths.dayWith(day.day, of, visit), chosen }
  const come = day.visits.filter((visit) => !isOff(visit))
  const off = day.visits.filter(isOff)
  const items: readonly Item[] = [
    ...come.map((visit) => ({ at: visit.startsAt, visit })),
    ...day.gaps.map((gap) => ({ at: gap.from, gap })),
  ].toSorted((one, other) => one.at - other.at)
  return (
    <section class="day-list" aria-label="The day in order">
      {items.length === 0 && off.length === 0 && <p class="panel quiet">No visits, and no hours to book in.</p>}
      {items.length > 0 && (
        <ol>
          {items.map((item) =>
            'visit' in item ? (
              <VisitRow
                key={item.visit.appointmentId}
                visit={item.visit}
                of={of}
                day={day}
                isNext={item.visit === next}
                choosing={choosing}
              />
            ) : (
              <GapRow key={item.at} gap={item.gap} day={day} therapist={of} />
            ),
          )}
        </ol>
      )}
      {off.length > 0 && (
        <>
          <h2>Cancelled</h2>
          <ol>
            {off.map((visit) => (
              <VisitRow key={visit.appointmentId} {...{ visit, of, day, choosing }} isNext={false} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

interface GapRowProps {
  readonly gap: StaffDay['gaps'][number]
  readonly day: StaffDay
  readonly therapist: string
}

function GapRow({ gap: { from, to }, day: { zone, now }, therapist }: GapRowProps) {
  const start = startInGap(from, now)
  return (
    <li class="gap">
      <span class="row-time">{timeOf(from, zone)}</span>
      <span>
        {gapWords(from, to)}
        <span class="quiet"> to {timeOf(to, zone)}</span>
      </span>
      {start < to && (
        <a class="gap-book" href={calendarPaths.newVisitAt({ start, therapist })}>
          Book<span class="unseen"> from {timeOf(start, zone)}</span>
        </a>
      )}
    </li>
  )
}

interface VisitRowProps {
  readonly visit: ListedVisit
  readonly of: string
  readonly day: StaffDay
  readonly isNext: boolean
  readonly choosing: Choosing
}

function VisitRow({ visit, of, day, isNext, choosing }: VisitRowProps) {
  return (
    <li class={`row row-${visit.state}`} aria-current={isNext ? 'true' : undefined}>
      <span class="row-time">{timeOf(visit.startsAt, visit.zone)}</span>
      <div class="row-words">
        <a href={consolePaths.visit(visit.appointmentId)} data-walk {...chooses(choosing, visit.appointmentId)}>
          <bdi>{visit.person}</bdi>
        </a>
        <span class="quiet">
          {visit.service}, {visit.minutes} min
          {of === 'all' && `, ${visit.therapist}`}
        </span>
        <span class="chips">
          {visit.state !== 'confirmed' && <StateChip state={visit.state} />}
          {visit.byVideo && <span class="chip">video</span>}
          {visit.hasCheck && <span class="chip">check shared</span>}
          {visit.notReached !== null && <span class="chip chip-warn">phone</span>}
          {visit.bentReason !== null && <span class="chip chip-warn">rule bent</span>}
        </span>
      </div>
      {visit.mayArrive && (
        <PostButton
          action={consolePaths.step(visit.appointmentId)}
          fields={{ step: 'arrived', seen: visit.seen, back: consolePaths.dayOf(day.day, of) }}
          look="small"
          about={visit.person}
        >
          Arrived
        </PostButton>
      )}
    </li>
  )
}

interface NextProps {
  readonly visit: ListedVisit
  readonly check: Sealed | undefined
  readonly now: number
  readonly withTherapist: boolean
}

/** Whoever comes next, to be read from where one stands. */
function Next({ visit, check, now, withTherapist }: NextProps) {
  return (
    <section class="next" aria-labelledby="next">
      <p class="next-when">
        {whenWords(visit.startsAt, visit.zone, now)} <StateChip state={visit.state} />
      </p>
      <WhoComes visit={visit} withTherapist={withTherapist}>
        <h2 id="next">
          <bdi>{visit.person}</bdi>
        </h2>
      </WhoComes>
      {visit.phone && (
        <p>
          <Phone phone={visit.phone} />
        </p>
      )}
      {visit.hasCheck && check && <CheckHead check={check} />}
      <OpenVisit visit={visit} />
    </section>
  )
}

interface WhoComesProps extends Pick<NextProps, 'visit' | 'withTherapist'> {
  /** The name, as a heading. */
  readonly children: ComponentChildren
}

function WhoComes({ visit, withTherapist, children }: WhoComesProps) {
  return (
    <div class="next-who">
      <span class="next-time">{timeOf(visit.startsAt, visit.zone)}</span>
      <div>
        {children}
        <p class="quiet">
          {visit.service}, {visit.minutes} min · {visit.byVideo ? 'by video' : visit.place}
          {withTherapist && ` · ${visit.therapist}`}
        </p>
      </div>
    </div>
  )
}

const OpenVisit = ({ visit }: { readonly visit: ListedVisit }) => (
  <a class="button go" href={consolePaths.visit(visit.appointmentId)} aria-keyshortcuts="o">
    Open the visit
  </a>
)

/** The day is over, or was empty: said where the next person would stand. */
function NobodyElse({ day, of, later }: Pick<TodayPageProps, 'day' | 'of' | 'later'>) {
  const tomorrow = Temporal.PlainDate.from(day.day).add({ days: 1 }).toString()
  return (
    <section class={later ? 'next' : 'panel'} aria-labelledby="next">
      <h2 id="next">Nobody else comes today</h2>
      {later && <Later visit={later} now={day.now} withTherapist={of === 'all'} />}
      <p class="day-links">
        <a href={consolePaths.dayOf(tomorrow, of)}>Look at tomorrow</a>
        <a href={consolePaths.calendar}>Open the calendar</a>
      </p>
    </section>
  )
}

/** Whoever comes next on another day. */
function Later({ visit, now, withTherapist }: Omit<NextProps, 'check'>) {
  return (
    <>
      <p class="next-when">Next visit: {dayOf(visit.startsAt, visit.zone, now)}</p>
      <WhoComes visit={visit} withTherapist={withTherapist}>
        <h3>
          <bdi>{visit.person}</bdi>
        </h3>
      </WhoComes>
      {visit.hasCheck && <p class="quiet">A check is shared: it is on the visit’s page.</p>}
      <OpenVisit visit={visit} />
    </>
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

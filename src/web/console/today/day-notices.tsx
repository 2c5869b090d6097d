/** What somebody must look after before anything else, at the head of a day: who must be rung, and what is about to end. */
import type { ComponentChildren } from 'preact'
import type { AskedPerson } from '../../../clinic/booking/choose-again/asked-people.ts'
import type { ListedVisit, StaffDay } from '../../../clinic/booking/staff-day.ts'
import type { WhileAway } from '../../../clinic/calendar/visits-while-away.ts'
import { dayWords } from '../../find/words.ts'
import { type Member, mayDo } from '../../../clinic/people/members.ts'
import { AskedLine } from '../calendar/asked-page.tsx'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { clinicPaths } from '../clinic/clinic-paths.ts'
import { Phone } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { isoDayWords, momentOf, timeOf } from '../console-words.ts'

/** Whoever has just been invited stands here first: what comes next is setting up, or somebody else must do it. */
export function NotOpenNotice({ member }: { readonly member: Member }) {
  return (
    <section class="notice" aria-labelledby="not-open">
      <h2 id="not-open">The clinic is not open yet</h2>
      {mayDo(member, 'change-clinic') ? (
        <>
          <p>Nobody can find it or book. Setting up is four steps, about ten minutes in all.</p>
          <p>
            <a class="button go" href={clinicPaths.home}>
              Set up the clinic
            </a>
          </p>
        </>
      ) : (
        <p>Nobody can find it or book before an owner or manager has set it up and opened it.</p>
      )}
    </section>
  )
}

/** Whoever must be rung about another time, since the clinic cannot keep theirs; and how many have not answered. */
export function AskedNotice({ asked, now }: { readonly asked: readonly AskedPerson[]; readonly now: number }) {
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
export function AwayNotice({ away, day }: { readonly away: readonly WhileAway[]; readonly day: StaffDay }) {
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

/** How many of each may tell of danger, and nobody has looked yet; 0 of what this member may not read. */
export interface DangerTold {
  readonly questions: number
  readonly reviews: number
  readonly comments: number
}

/** Words that may tell of danger: whoever wrote them may need help now. */
export function DangerNotice({ told }: { readonly told: DangerTold }) {
  const lines = [
    { count: told.questions, one: 'A question', many: 'questions', to: consolePaths.inbox },
    { count: told.reviews, one: 'A review', many: 'reviews', to: consolePaths.reviews },
    { count: told.comments, one: 'A comment', many: 'comments', to: consolePaths.moderation },
  ].filter(({ count }) => count > 0)
  if (lines.length === 0) return null
  return (
    <section class="notice" aria-label="Words that may tell of danger">
      {lines.map(({ count, one, many, to }) => (
        <p key={to}>
          <a href={to}>{count === 1 ? one : `${count} ${many}`} may tell of danger</a>: read{' '}
          {count === 1 ? 'it' : 'them'} first.
        </p>
      ))}
    </section>
  )
}

/** What somebody must look after before anything else. */
export function Notices({ day, untold }: { readonly day: StaffDay; readonly untold: readonly ListedVisit[] }) {
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

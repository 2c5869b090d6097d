/** Whoever comes next, large, to be read from where one stands; or that nobody else comes today, and who comes after. */
import type { ComponentChildren } from 'preact'
import type { Sealed } from '../../../clinic/booking/sealed-words.ts'
import type { ListedVisit, StaffDay } from '../../../clinic/booking/staff-day.ts'
import { Phone, StateChip } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { dayOf, timeOf, whenWords } from '../console-words.ts'
import { CheckHead } from '../visit/check-head.tsx'
import { isOff, offChip } from './day-list.tsx'

interface NextProps {
  readonly visit: ListedVisit
  readonly check: Sealed | undefined
  readonly now: number
  readonly withTherapist: boolean
}

/** Whoever comes next, to be read from where one stands. */
export function Next({ visit, check, now, withTherapist }: NextProps) {
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
        {visit.isAsked && <p class="chip chip-warn">They were asked to choose another time, and not to come then.</p>}
        {visit.off && !visit.isAsked && <p class="chip chip-warn">{offChip[visit.off]}</p>}
      </div>
    </div>
  )
}

const OpenVisit = ({ visit }: { readonly visit: ListedVisit }) => (
  <a class="button go" href={consolePaths.visit(visit.appointmentId)} aria-keyshortcuts="o">
    Open the visit
  </a>
)

interface NobodyElseProps {
  readonly day: StaffDay
  /** A therapist's id, or "all". */
  readonly of: string
  readonly later: ListedVisit | undefined
}

/** The day is over, or nobody was booked on it: said where the next person would stand. */
export function NobodyElse({ day, of, later }: NobodyElseProps) {
  const isEmpty = day.visits.every(isOff)
  const tomorrow = Temporal.PlainDate.from(day.day).add({ days: 1 }).toString()
  return (
    <section class={later ? 'next' : 'panel'} aria-labelledby="next">
      <h2 id="next">{isEmpty ? 'Nobody comes today' : 'Nobody else comes today'}</h2>
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

/** A day in order: visits, the gaps between them that can be booked, and what was cancelled. */
import { askedWords } from '../calendar/calendar-words.ts'
import type { ListedVisit, StaffDay } from '../../../clinic/booking/staff-day.ts'
import { startInGap } from '../../../clinic/calendar/day-grid.ts'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { PostButton, StateChip } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { gapWords, timeOf } from '../console-words.ts'
import { chooses, type Choosing } from '../visit/choosing.ts'

/** Does nobody come to it any more? */
export const isOff = ({ state }: ListedVisit) => state === 'cancelled' || state === 'late-cancelled'

/** Nobody is there then, and nobody has said so yet. */
export const offChip = { away: 'therapist away then', closed: 'place shut then' } as const

type Item =
  | { readonly at: number; readonly visit: ListedVisit }
  | { readonly at: number; readonly gap: StaffDay['gaps'][number] }

interface DayListProps {
  readonly day: StaffDay
  /** A therapist's id, or "all". */
  readonly of: string
  readonly next: ListedVisit | undefined
  /** The id of the visit that is shown beside the day. */
  readonly chosen: string | undefined
}

/** Everybody of the day in order, with the gaps between them; the cancelled below. */
export function DayList({ day, of, next, chosen }: DayListProps) {
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
          {visit.isAsked && <span class="chip chip-warn">{askedWords}</span>}
          {visit.off && !visit.isAsked && <span class="chip chip-warn">{offChip[visit.off]}</span>}
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

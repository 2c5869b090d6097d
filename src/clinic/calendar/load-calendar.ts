/** Reads what the staff's calendar shows of some days: who works when, visits, holds, blocks, what is shut and who is away. */
import { sql } from 'kysely'
import { dayNumber } from '../availability/calendar-days.ts'
import type { AvailabilityInput } from '../availability/input.ts'
import { loadAvailability } from '../availability/load-availability.ts'
import { offRanges, openingsOf } from '../availability/open-times.ts'
import { type Ranges, rangesOf, without } from '../availability/ranges.ts'
import { type ZoneDays, zoneDays } from '../availability/zone-days.ts'
import { askedAmong } from '../booking/choose-again/asked-people.ts'
import { databaseNow } from '../booking/slot-claims.ts'
import { asVisitState } from '../booking/visit-row.ts'
import type { VisitState } from '../booking/visit-steps.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import type { Member } from '../people/members.ts'
import { recordLooks } from '../people/reads.ts'
import { type Filled, howFilled } from './class-list.ts'

/** A visit or a hold. Moments are milliseconds since 1970. */
export interface CalendarVisit {
  readonly kind: 'visit'
  readonly id: string
  readonly state: VisitState
  readonly version: number
  readonly therapistId: string
  readonly locationId: string
  readonly place: string
  readonly service: string
  /** Null for a hold: nobody has said yet who comes. */
  readonly person: string | null
  /** A hold for hours and not for minutes: the time is kept for somebody on the waiting list. */
  readonly isOffered: boolean
  /** They were asked to choose another time, and not to come then: nothing is chosen yet. */
  readonly isAsked: boolean
  readonly personId: string | null
  readonly from: number
  readonly to: number
  /** With the pauses before and after it. */
  readonly claimFrom: number
  readonly claimTo: number
  /** The rule that staff bent for it, and why. */
  readonly bent: { readonly rule: string; readonly reason: string } | null
}

/** A meeting of a class, and how full it is. Those who come to it are on its own page, not in the calendar. */
export interface CalendarClass extends Filled {
  readonly kind: 'class'
  readonly id: string
  readonly therapistId: string
  readonly service: string
  readonly place: string
  readonly from: number
  readonly to: number
  /** With the pauses before and after it. */
  readonly claimFrom: number
  readonly claimTo: number
}

/** Time that cannot be booked, of a therapist, a room or a machine. */
export interface CalendarBlock {
  readonly kind: 'block'
  readonly id: string
  readonly resourceId: string
  readonly reason: string | null
  readonly from: number
  readonly to: number
}

/** A stretch of a therapist's hours in which they are away, or the place is shut. */
export interface CalendarOff {
  readonly kind: 'off'
  readonly why: 'away' | 'closed'
  readonly from: number
  readonly to: number
}

/** One therapist's column, over all days that were asked for. */
export interface CalendarTherapist {
  readonly id: string
  readonly name: string
  /** Nobody may book them until somebody has looked at the register. */
  readonly isRegistered: boolean
  /** When they work, less what is in `off`. */
  readonly open: Ranges
  readonly off: readonly CalendarOff[]
  readonly visits: readonly CalendarVisit[]
  readonly classes: readonly CalendarClass[]
  readonly blocks: readonly CalendarBlock[]
}

/** What the pages draw. */
export interface Calendar {
  /** The zone of the clinic's first place: the clock that the calendar shows. */
  readonly zone: string
  readonly now: number
  readonly firstDay: string
  readonly lastDay: string
  readonly therapists: readonly CalendarTherapist[]
}

/** The clock of the calendar, and the database's time. */
export async function calendarClock(trx: ClinicTransaction): Promise<{ readonly zone: string; readonly now: number }> {
  const place = await trx.selectFrom('locations').select('zone').orderBy('location_id').executeTakeFirst()
  return { zone: place?.zone ?? 'Europe/London', now: await databaseNow(trx) }
}

/**
 * Whose calendar is shown.
 * @param who a therapist's id; `first` for the first by name; `all`
 * @returns an id, or `all`: also for somebody who does not work here
 */
export async function whoIsThere(trx: ClinicTransaction, who: string): Promise<string> {
  const rows = await trx
    .selectFrom('therapists')
    .select('therapist_id')
    .where('left_at', 'is', null)
    .orderBy('name')
    .orderBy('therapist_id')
    .execute()
  const ids = rows.map(({ therapist_id: id }) => id)
  return (who === 'first' ? ids[0] : ids.find((id) => id === who)) ?? 'all'
}

/**
 * Loads some days. That this member sees the names in it is written down, once in a quarter of an hour for each visit.
 * @param firstDay ISO days of the calendar's clock, both included; a week at most
 */
export async function loadCalendar(
  trx: ClinicTransaction,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
): Promise<Calendar> {
  const { zone, now } = await calendarClock(trx)
  const days = zoneDays(zone, dayNumber(firstDay), dayNumber(lastDay))
  const [from, to] = [days.startOf(days.first), days.startOf(days.last + 1)]
  const input = await loadAvailability(trx, { now: Temporal.Instant.fromEpochMilliseconds(now), firstDay, lastDay })
  const people = await trx
    .selectFrom('therapists')
    .select(['therapist_id', 'name'])
    .where('left_at', 'is', null)
    .orderBy('name')
    .orderBy('therapist_id')
    .execute()
  const visits = await visitsBetween(trx, from, to)
  const classes = await classesBetween(trx, from, to)
  const blocks = await blocksBetween(trx, from, to)
  await recordLooks(
    trx,
    member,
    'day-list',
    visits.flatMap(({ id, personId }) => (personId === null ? [] : [{ personId, appointmentId: id }])),
  )
  const therapists = people.map(({ therapist_id: id, name }): CalendarTherapist => {
    const known = input.therapists.find((one) => one.id === id)
    return {
      ...{ id, name, isRegistered: known !== undefined },
      ...(known ? workOf(input, known, days) : { open: [], off: [] }),
      visits: visits.filter(({ therapistId }) => therapistId === id),
      classes: classes.filter(({ therapistId }) => therapistId === id),
      blocks: blocks.filter(({ resourceId }) => resourceId === id),
    }
  })
  return { zone, now, firstDay, lastDay, therapists }
}

/** When a therapist works, at whatever place, and what of it falls away. */
function workOf(
  input: AvailabilityInput,
  therapist: AvailabilityInput['therapists'][number],
  days: ZoneDays,
): Pick<CalendarTherapist, 'open' | 'off'> {
  const open: (readonly [number, number])[] = []
  const off: CalendarOff[] = []
  for (const { id } of input.locations) {
    const hours = therapist.hours.filter(({ location }) => location === id)
    const closed = offRanges(
      input.closures.filter(({ location }) => location === undefined || location === id),
      days,
    )
    const away = offRanges(therapist.absences, days)
    for (const { from, to } of openingsOf(hours, days, days.first, days.last)) {
      for (const [a, b] of pairs(without(from, to, closed)))
        for (const pair of pairs(without(a, b, away))) open.push(pair)
      for (const why of ['closed', 'away'] as const)
        for (const [a, b] of pairs(within({ closed, away }[why], from, to)))
          off.push({ kind: 'off', why, from: a, to: b })
    }
  }
  return { open: rangesOf(open), off }
}

const pairs = (ranges: Ranges): readonly (readonly [number, number])[] =>
  ranges.flatMap((from, at) => (at % 2 === 0 ? [[from, ranges[at + 1] ?? from] as const] : []))

/** What of a set lies in [from, to). */
const within = (ranges: Ranges, from: number, to: number): Ranges =>
  rangesOf(pairs(ranges).map(([a, b]) => [Math.max(a, from), Math.min(b, to)]))

async function visitsBetween(trx: ClinicTransaction, from: number, to: number): Promise<readonly CalendarVisit[]> {
  const { rows } = await sql<VisitRow>`
    select a.appointment_id, a.state, a.version, a.therapist_id, a.location_id, l.name as place, s.name as service,
      p.name as person, a.person_id, a.starts_at, a.ends_at, a.pause_before, a.pause_after, a.bent_rule, a.bent_reason,
      exists (select from offer_times t join offers o using (clinic_id, offer_id)
        where t.clinic_id = a.clinic_id and t.hold_id = a.appointment_id and o.state = 'open') as is_offered
    from appointments a
    join services s using (clinic_id, service_id) join locations l using (clinic_id, location_id)
    left join persons p using (clinic_id, person_id)
    where a.starts_at < ${new Date(to)} and a.ends_at > ${new Date(from)}
      and a.state not in ('cancelled', 'late-cancelled', 'class') and (a.state <> 'held' or a.hold_ends_at > now())
      and a.class_id is null
    order by a.starts_at, a.appointment_id`.execute(trx)
  const visits = rows.map(({ appointment_id: appointmentId }) => ({ appointmentId }))
  const asked = await askedAmong(trx, visits, await databaseNow(trx))
  return rows.map((row) => ({
    ...{ kind: 'visit', id: row.appointment_id, state: asVisitState(row.state), version: row.version },
    ...{ therapistId: row.therapist_id, locationId: row.location_id, place: row.place, service: row.service },
    ...{
      person: row.person,
      personId: row.person_id,
      isOffered: row.is_offered,
      isAsked: asked.has(row.appointment_id),
      from: row.starts_at.getTime(),
      to: row.ends_at.getTime(),
    },
    claimFrom: row.starts_at.getTime() - row.pause_before * minuteMs,
    claimTo: row.ends_at.getTime() + row.pause_after * minuteMs,
    bent: row.bent_rule !== null && row.bent_reason !== null ? { rule: row.bent_rule, reason: row.bent_reason } : null,
  }))
}
const minuteMs = 60_000

interface VisitRow {
  readonly appointment_id: string
  readonly state: string
  readonly version: number
  readonly therapist_id: string
  readonly location_id: string
  readonly place: string
  readonly service: string
  readonly person: string | null
  readonly person_id: string | null
  readonly is_offered: boolean
  readonly starts_at: Date
  readonly ends_at: Date
  readonly pause_before: number
  readonly pause_after: number
  readonly bent_rule: string | null
  readonly bent_reason: string | null
}

async function classesBetween(trx: ClinicTransaction, from: number, to: number): Promise<readonly CalendarClass[]> {
  const { rows } = await sql<Omit<CalendarClass, 'kind' | 'from' | 'to' | 'claimFrom' | 'claimTo'> & ClassTimes>`
    select a.appointment_id as id, a.therapist_id as "therapistId", s.name as service, l.name as place,
      a.starts_at, a.ends_at, a.pause_before, a.pause_after,
      filled.*
    from appointments a cross join lateral ${howFilled} filled
    join services s using (clinic_id, service_id) join locations l using (clinic_id, location_id)
    where a.state = 'class' and a.called_off_at is null
      and a.starts_at < ${new Date(to)} and a.ends_at > ${new Date(from)}
    order by a.starts_at, a.appointment_id`.execute(trx)
  return rows.map(({ starts_at, ends_at, pause_before, pause_after, ...row }) => ({
    ...{ kind: 'class', ...row, from: starts_at.getTime(), to: ends_at.getTime() },
    claimFrom: starts_at.getTime() - pause_before * minuteMs,
    claimTo: ends_at.getTime() + pause_after * minuteMs,
  }))
}

interface ClassTimes {
  readonly starts_at: Date
  readonly ends_at: Date
  readonly pause_before: number
  readonly pause_after: number
}

async function blocksBetween(trx: ClinicTransaction, from: number, to: number): Promise<readonly CalendarBlock[]> {
  const rows = await trx
    .selectFrom('blocks')
    .select(['block_id', 'resource_id', 'reason', 'starts_at', 'ends_at'])
    .where('starts_at', '<', new Date(to))
    .where('ends_at', '>', new Date(from))
    .orderBy('starts_at')
    .execute()
  return rows.map(({ block_id, resource_id, reason, starts_at, ends_at }) => ({
    ...{ kind: 'block', id: block_id, resourceId: resource_id, reason },
    ...{ from: starts_at.getTime(), to: ends_at.getTime() },
  }))
}

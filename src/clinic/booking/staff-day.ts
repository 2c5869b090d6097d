/** A day of a clinic as its staff see it: who comes to whom, where they stand, what is free, and what somebody must look after. */
import { sql } from 'kysely'
import { type Gap, gapsOf } from '../availability/day-gaps.ts'
import { loadAvailability } from '../availability/load-availability.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { loadMailTruths } from '../mail/mail-truth.ts'
import type { Member } from '../people/members.ts'
import { recordLooks } from '../people/reads.ts'
import { isAnybodyOff, type OffThen, standingButOff } from '../availability/called-off.ts'
import { askedAmong } from './choose-again/asked-people.ts'
import { databaseNow } from './slot-claims.ts'
import { asVisitState } from './visit-row.ts'
import { doorSteps, type VisitState } from './visit-steps.ts'

/** Said of whoever gave no email, so that nothing is sent to them. */
export const noEmail = 'Has no email: phone.'

/** A visit in a list. Moments are milliseconds since 1970. */
export interface ListedVisit {
  readonly appointmentId: string
  readonly personId: string
  readonly person: string
  readonly phone: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
  readonly state: VisitState
  readonly therapistId: string
  readonly therapist: string
  readonly service: string
  readonly minutes: number
  readonly byVideo: boolean
  readonly place: string
  /** What the person shared of their check is there to be read. */
  readonly hasCheck: boolean
  /** Staff bent a rule for it: their reason. */
  readonly bentReason: string | null
  /** They were asked to choose another time, and not to come then: nothing is chosen yet. */
  readonly isAsked: boolean
  /** It stands, and the clinic cannot keep it; known of the visits of a day alone. */
  readonly off: OffThen | undefined
  /** Id of the last thing that happened to it, for what is posted from the list; '' for nothing. */
  readonly seen: string
  /** "Arrived" can be said of it now. */
  readonly mayArrive: boolean
  /** Staff cancelled it, at no cost; not somebody who did it by themselves or asked for it, or who was charged for being late. */
  readonly endedByStaff: boolean
  /** Why somebody should ring: no mail has reached them, and it matters to them how the visit stands. */
  readonly notReached: string | null
}

/** A registration that has ended, or ends within three weeks. */
export interface EndingRegistration {
  readonly therapist: string
  /** ISO day: the last on which it is valid; null where nobody ever looked at the register. */
  readonly validUntil: string | null
  readonly hasEnded: boolean
  /** How many visits with them are booked that begin after it. */
  readonly visitsAfter: number
}

/** Everything of one day. */
export interface StaffDay {
  /** ISO day. */
  readonly day: string
  /** The ISO day now, on the clock of the clinic's first location. */
  readonly today: string
  readonly zone: string
  /** The database's time, milliseconds since 1970. */
  readonly now: number
  /** In the order of the day, cancelled ones too. */
  readonly visits: readonly ListedVisit[]
  /** Of the one therapist that was asked for; empty for more than one. */
  readonly gaps: readonly Gap[]
  /** Who can be asked for. */
  readonly therapists: readonly { readonly id: string; readonly name: string }[]
  readonly registrations: readonly EndingRegistration[]
  /** All mail waits, since a backup was restored and nobody has released it. */
  readonly isMailHeld: boolean
}

/** How many days before its end a registration is told of. */
const registrationDays = 21

interface Question {
  readonly member: Pick<Member, 'clinicId' | 'memberId'>
  /** ISO day; left out: today. */
  readonly day?: string | undefined
  /** One therapist; left out: all. */
  readonly therapistId?: string | undefined
}

/** Reads a day, and writes down that this member looked at these people. */
export async function staffDay(app: Database, { member, day: asked, therapistId }: Question): Promise<StaffDay> {
  const read = await inClinic(app, member.clinicId, async (trx) => {
    const now = await databaseNow(trx)
    const zone = await zoneOf(trx)
    const today = dayAt(now, zone)
    const day = asked ?? today
    const visits = await visitsOf(trx, now, day, therapistId)
    await recordLooks(trx, member, 'day-list', visits)
    return {
      ...{ day, today, zone, now, visits },
      gaps: therapistId === undefined ? [] : await gapsOn(trx, day, therapistId, now),
      therapists: await therapistsOf(trx),
      registrations: await endingRegistrations(trx, today),
      isMailHeld: await isMailHeld(trx),
    }
  })
  const ids = read.visits.map(({ appointmentId }) => appointmentId)
  const mails = await loadMailTruths(app, member.clinicId, ids, read.now)
  const reached = (visit: ListedVisit) =>
    isToBeTold(visit, read.now) ? (mails.get(visit.appointmentId)?.notReached ?? visit.notReached) : null
  return { ...read, visits: read.visits.map((visit) => ({ ...visit, notReached: reached(visit) })) }
}

const dayAt = (ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()

async function zoneOf(trx: ClinicTransaction): Promise<string> {
  const first = await trx.selectFrom('locations').select('zone').orderBy('location_id').limit(1).executeTakeFirst()
  return first?.zone ?? 'Europe/London'
}

/**
 * Whether somebody must be told how a visit stands: it is to come, or staff called it off and the person may come all the same.
 * Whoever cancelled by themselves, stayed away or is here knows.
 */
export const isToBeTold = (
  { state, startsAt, endedByStaff }: Pick<ListedVisit, 'state' | 'startsAt' | 'endedByStaff'>,
  now: number,
): boolean => state === 'confirmed' || (state === 'cancelled' && endedByStaff && startsAt > now)

/** A row of `listedVisits`. */
export interface ListedRow {
  readonly appointment_id: string
  readonly person_id: string
  readonly person: string
  readonly email: string | null
  readonly phone: string | null
  readonly starts_at: Date
  readonly ends_at: Date
  readonly zone: string
  readonly state: string
  readonly therapist_id: string
  readonly therapist: string
  readonly service: string
  readonly minutes: number
  readonly by_video: boolean
  readonly place: string
  readonly has_check: boolean
  readonly bent_reason: string | null
  readonly seen: string | null
  readonly ended_by_staff: boolean
  readonly heard_it: boolean
}

/**
 * Staff booked the visit `a`, and nothing has happened to its time since: whoever has no email was told as it was booked, on the
 * telephone or at the desk, and nobody has to ring them about it.
 */
export const heardIt = sql<boolean>`coalesce((select e.what = 'confirmed' and e.by_whom = 'staff' and not e.undoes
  from appointment_events e where e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id
    and e.what in ('confirmed', 'moved', 'cancelled', 'late-cancelled') order by e.event_id desc limit 1), false)`

/** Staff cancelled the visit `a`, at no cost and not because the person asked for it. */
export const endedByStaff = sql<boolean>`(a.state = 'cancelled' and coalesce((select e.by_whom = 'staff' from appointment_events e
  where e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id and e.what = 'cancelled'
  order by e.event_id desc limit 1), false))`

/** What every list of visits reads; the caller adds which ones. */
export const listedVisits = sql`
  select a.appointment_id, a.person_id, p.name as person, c.email, c.phone, a.starts_at, a.ends_at, l.zone, a.state, a.therapist_id,
    t.name as therapist, s.name as service, (extract(epoch from a.ends_at - a.starts_at) / 60)::int as minutes, s.by_video, l.name as place, a.bent_reason,
    exists (select from shared_checks h where h.clinic_id = a.clinic_id and h.appointment_id = a.appointment_id) as has_check,
    (select e.event_id from appointment_events e where e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id
     order by e.event_id desc limit 1) as seen,
    ${endedByStaff} as ended_by_staff, ${heardIt} as heard_it
  from appointments a
  join therapists t using (clinic_id, therapist_id)
  join services s using (clinic_id, service_id)
  join locations l using (clinic_id, location_id)
  join persons p using (clinic_id, person_id)
  join contacts c using (clinic_id, contact_id)`

/** A row of `listedVisits` as a visit; what its mail says is not known yet, nor who was asked to choose another time (`askedAmong`), but whoever has no email cannot be reached by it. */
export const asListed = (row: ListedRow, now: number): ListedVisit => ({
  appointmentId: row.appointment_id,
  personId: row.person_id,
  person: row.person,
  phone: row.phone,
  startsAt: row.starts_at.getTime(),
  endsAt: row.ends_at.getTime(),
  zone: row.zone,
  state: asVisitState(row.state),
  therapistId: row.therapist_id,
  therapist: row.therapist,
  service: row.service,
  minutes: row.minutes,
  byVideo: row.by_video,
  place: row.place,
  hasCheck: row.has_check,
  bentReason: row.bent_reason,
  isAsked: false,
  off: undefined,
  seen: row.seen ?? '',
  endedByStaff: row.ended_by_staff,
  mayArrive: mayArrive(row, now),
  notReached: row.email === null && !row.heard_it ? noEmail : null,
})

function mayArrive({ state, starts_at, zone }: ListedRow, now: number): boolean {
  const visit = { state: asVisitState(state), startsAt: starts_at.getTime() }
  return visit.state === 'confirmed' && doorSteps(visit, zone, now).includes('arrived')
}

async function visitsOf(
  trx: ClinicTransaction,
  now: number,
  day: string,
  therapistId: string | undefined,
): Promise<readonly ListedVisit[]> {
  const whose = therapistId === undefined ? sql`true` : sql`a.therapist_id = ${therapistId}::uuid`
  const { rows } = await sql<ListedRow>`${listedVisits}
    where a.clinic_id = clinic.current_clinic() and a.state <> 'held' and ${whose}
      and a.starts_at > ${day}::date - interval '1 day' and a.starts_at < ${day}::date + interval '2 days'
      and (a.starts_at at time zone l.zone)::date = ${day}::date
    order by a.starts_at, t.name, a.appointment_id`.execute(trx)
  const visits = rows.map((row) => asListed(row, now))
  const asked = await askedAmong(trx, visits, now)
  const off = await offAmong(trx, day, visits)
  return visits.map((visit) => {
    const { appointmentId: id } = visit
    return { ...visit, isAsked: asked.has(id), off: off.get(id) }
  })
}

/** Of those that stand, which the clinic cannot keep, and why. On most days nobody is away and nothing is shut. */
async function offAmong(
  trx: ClinicTransaction,
  day: string,
  visits: readonly { readonly appointmentId: string; readonly state: string }[],
): Promise<ReadonlyMap<string, OffThen>> {
  const off = new Map<string, OffThen>()
  if (!(await isAnybodyOff(trx, day))) return off
  for (const { appointmentId, state } of visits) {
    const why = await standingButOff(trx, { appointmentId, state })
    if (why) off.set(appointmentId, why)
  }
  return off
}

async function gapsOn(trx: ClinicTransaction, day: string, therapist: string, now: number): Promise<readonly Gap[]> {
  const input = await loadAvailability(trx, {
    now: Temporal.Instant.fromEpochMilliseconds(now),
    firstDay: day,
    lastDay: day,
    therapists: [therapist],
  })
  return gapsOf(input, therapist)
}

async function therapistsOf(trx: ClinicTransaction): Promise<StaffDay['therapists']> {
  return trx
    .selectFrom('therapists')
    .select(['therapist_id as id', 'name'])
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute()
}

async function endingRegistrations(trx: ClinicTransaction, today: string): Promise<readonly EndingRegistration[]> {
  const { rows } = await sql<{ therapist: string; valid_until: string | null; visits_after: number }>`
    select t.name as therapist, r.valid_until, (
      select count(*)::int from appointments a join locations l using (clinic_id, location_id)
      where a.clinic_id = t.clinic_id and a.therapist_id = t.therapist_id and a.state = 'confirmed' and a.starts_at > now()
        and (r.valid_until is null or (a.starts_at at time zone l.zone)::date > r.valid_until)) as visits_after
    from therapists t
    left join lateral (
      select valid_until from registrations r
      where r.clinic_id = t.clinic_id and r.therapist_id = t.therapist_id
      order by looked_up_on desc, registration_id desc limit 1
    ) r on true
    where t.clinic_id = clinic.current_clinic() and t.left_at is null
      and (r.valid_until is null or r.valid_until <= ${today}::date + ${registrationDays}::int)
    order by r.valid_until nulls first, t.name`.execute(trx)
  return rows.map(({ therapist, valid_until: validUntil, visits_after: visitsAfter }) => ({
    therapist,
    validUntil,
    visitsAfter,
    hasEnded: validUntil === null || validUntil < today,
  }))
}

async function isMailHeld(trx: ClinicTransaction): Promise<boolean> {
  const { mail_held_since } = await trx.selectFrom('installation').select('mail_held_since').executeTakeFirstOrThrow()
  return mail_held_since !== null
}

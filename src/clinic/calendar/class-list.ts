/** Classes as staff see them: which are to come, how full, and who is in one. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { asVisitState } from '../booking/visit-row.ts'
import type { VisitState } from '../booking/visit-steps.ts'
import type { Member } from '../people/members.ts'
import { recordReads } from '../people/reads.ts'

/** How full a class is. Places that were held until now and not taken count for nothing. */
export interface Filled {
  readonly places: number
  /** Places that somebody has; one that is only held is one. */
  readonly taken: number
  /** Of those, held for somebody on the waiting list who has not answered. */
  readonly kept: number
  /** Of those, held for minutes: somebody is booking it. */
  readonly held: number
}

/** One meeting of a class. Moments are milliseconds since 1970. */
export interface ListedClass extends Filled {
  readonly classId: string
  readonly service: string
  readonly locationId: string
  readonly therapistId: string
  readonly therapist: string
  readonly place: string
  readonly zone: string
  readonly startsAt: number
  readonly endsAt: number
  readonly isCalledOff: boolean
  /** When, and by whom; the second is not known of one called off by an older program. */
  readonly calledOffAt: number | null
  readonly calledOffBy: string | null
  readonly calledOffById: string | null
}

/** The most that the list of classes shows, the soonest first. */
const mostListed = 100

interface Row extends Omit<ListedClass, 'startsAt' | 'endsAt' | 'calledOffAt'> {
  readonly starts_at: Date
  readonly ends_at: Date
  readonly called_off_at: Date | null
}

/** `Filled` of the class that is row `a` of appointments. */
export const howFilled = sql`(
  select (select count(*)::integer from class_places p where p.clinic_id = a.clinic_id and p.class_id = a.appointment_id) as places,
    count(*)::integer as taken, count(*) filter (where v.state = 'held' and is_offered)::integer as kept,
    count(*) filter (where v.state = 'held' and not is_offered)::integer as held
  from appointments v cross join lateral (
    select exists (select from offer_times t join offers o using (clinic_id, offer_id)
      where t.clinic_id = v.clinic_id and t.hold_id = v.appointment_id and o.state = 'open') as is_offered) kept_for
  where v.clinic_id = a.clinic_id and v.class_id = a.appointment_id
    and v.class_place is not null and (v.state <> 'held' or v.hold_ends_at > now())
)`

const listed = sql`
  select a.appointment_id as "classId", s.name as service, a.location_id as "locationId", a.therapist_id as "therapistId", t.name as therapist,
    l.name as place, l.zone, a.starts_at, a.ends_at, a.called_off_at is not null as "isCalledOff",
    a.called_off_at, a.called_off_by as "calledOffById", m.name as "calledOffBy",
    filled.*
  from appointments a cross join lateral ${howFilled} filled
  join services s using (clinic_id, service_id) join therapists t using (clinic_id, therapist_id)
  join locations l using (clinic_id, location_id)
  left join members m on m.clinic_id = a.clinic_id and m.member_id = a.called_off_by
  where a.clinic_id = clinic.current_clinic() and a.state = 'class'`

const ofRow = ({ starts_at, ends_at, called_off_at, ...row }: Row): ListedClass => ({
  ...row,
  startsAt: starts_at.getTime(),
  endsAt: ends_at.getTime(),
  calledOffAt: called_off_at?.getTime() ?? null,
})

/** Classes that are not over, in order. */
export async function classesToCome(trx: ClinicTransaction): Promise<readonly ListedClass[]> {
  const { rows } = await sql<Row>`${listed} and a.ends_at > now() and a.called_off_at is null
    order by a.starts_at, a.appointment_id limit ${mostListed}`.execute(trx)
  return rows.map(ofRow)
}

/**
 * Classes that are not over nor called off and may touch some days, whoever is in them.
 * @param of whose: one therapist's, one location's, or the whole clinic's @param firstDay ISO day @param lastDay itself included
 */
export async function classesOnDays(
  trx: ClinicTransaction,
  of: { readonly therapistId?: string | undefined; readonly locationId?: string | undefined },
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
): Promise<readonly ListedClass[]> {
  const { rows } = await sql<Row>`${listed} and a.ends_at > now() and a.called_off_at is null
    and a.starts_at < (${lastDay}::date + 2)::timestamptz and a.ends_at > (${firstDay}::date - 1)::timestamptz
    and (${of.therapistId ?? null}::uuid is null or a.therapist_id = ${of.therapistId ?? null})
    and (${of.locationId ?? null}::uuid is null or a.location_id = ${of.locationId ?? null})
    order by a.starts_at, a.appointment_id limit ${mostListed}`.execute(trx)
  return rows.map(ofRow)
}

/** Somebody who comes, came or had cancelled. */
export interface InClass {
  readonly appointmentId: string
  readonly personId: string
  readonly person: string
  readonly phone: string | null
  readonly state: VisitState
}

/** One class with who is in it; that this member saw their names is written down. `undefined`: there is none. */
export async function findClass(
  trx: ClinicTransaction,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  classId: string,
): Promise<(ListedClass & { readonly people: readonly InClass[] }) | undefined> {
  const { rows } = await sql<Row>`${listed} and a.appointment_id = ${classId}`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const people = await sql<Omit<InClass, 'state'> & { readonly state: string }>`
    select a.appointment_id as "appointmentId", p.person_id as "personId", p.name as person, c.phone, a.state
    from appointments a
    join persons p using (clinic_id, person_id) join contacts c using (clinic_id, contact_id)
    where a.clinic_id = clinic.current_clinic() and a.class_id = ${classId}
    order by a.class_place nulls last, a.created_at, a.appointment_id`.execute(trx)
  await recordReads(trx, member, 'day-list', people.rows)
  return { ...ofRow(row), people: people.rows.map((one) => ({ ...one, state: asVisitState(one.state) })) }
}

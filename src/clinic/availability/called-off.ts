/**
 * Can the clinic keep a visit? Not while its therapist is away then, or its place is shut. Visits stay in both until somebody
 * moves or cancels them, and one that is put back may come to lie there.
 * Never: refuses anything.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { isAskedToChoose } from './asked-to-choose.ts'
import { timeOffOf } from './availability-rows.ts'
import { visitsHit } from './hit-visits.ts'
import type { TimeOff } from './input.ts'

/** When, where and with whom. Moments are milliseconds since 1970. */
export interface VisitTime {
  readonly therapistId: string
  readonly locationId: string
  /** IANA zone of the place. */
  readonly zone: string
  readonly from: number
  readonly to: number
}

/** Who is not there: the therapist, or nobody of the place. */
export type OffThen = 'away' | 'closed'

/** What lies over this time: an absence of its therapist, or a closure of its place. */
export async function offThen(trx: ClinicTransaction, time: VisitTime): Promise<OffThen | undefined> {
  const { therapistId, locationId, zone, from, to } = time
  const day = (ms: number, more: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().add({ days: more }).toString()
  const [firstDay, lastDay] = [day(from, -1), day(to, 1)]
  const { absences, closures } = await timeOffOf(trx, therapistId, firstDay, lastDay)
  const hits = (off: TimeOff) => visitsHit(off, [{ from, to }], zone).length > 0
  if (absences.some(hits)) return 'away'
  const here = closures.filter(({ location }) => (location ?? locationId) === locationId)
  return here.some(hits) ? 'closed' : undefined
}

/** Does anything of the kind lie over it? */
export const isCalledOff = async (trx: ClinicTransaction, time: VisitTime): Promise<boolean> =>
  (await offThen(trx, time)) !== undefined

/**
 * Why the clinic cannot keep a visit at the time that it has, whether its person was asked to choose another or not. Not of one
 * for which staff bent that very rule: whoever comes on a day off for somebody keeps it, until another time is asked for.
 * Of one that is cancelled: whether it could.
 * @returns `undefined` where it can, and where there is no such visit
 */
export async function cannotKeep(trx: ClinicTransaction, appointmentId: string): Promise<OffThen | undefined> {
  const { rows } = await sql<{
    therapistId: string
    locationId: string
    zone: string
    starts_at: Date
    ends_at: Date
    is_kept: boolean
  }>`
    select a.therapist_id as "therapistId", a.location_id as "locationId", l.zone, a.starts_at, a.ends_at,
      coalesce(a.bent_rule, '') in ('away', 'closed') and not ${isAskedToChoose} as is_kept
    from appointments a join locations l using (clinic_id, location_id)
    where a.clinic_id = clinic.current_clinic() and a.appointment_id = ${appointmentId}`.execute(trx)
  const [row] = rows
  if (!row || row.is_kept) return undefined
  return offThen(trx, { ...row, from: row.starts_at.getTime(), to: row.ends_at.getTime() })
}

/** The same of a visit that stands; `undefined` of every other. */
export const standingButOff = async (
  trx: ClinicTransaction,
  { appointmentId, state }: { readonly appointmentId: string; readonly state: string },
): Promise<OffThen | undefined> => (state === 'confirmed' ? await cannotKeep(trx, appointmentId) : undefined)

/** May anything of the kind lie over a visit of this day, wherever its place is? @param day ISO day */
export async function isAnybodyOff(trx: ClinicTransaction, day: string): Promise<boolean> {
  const near = sql`first_day <= ${day}::date + 1 and last_day >= ${day}::date - 1`
  const { rows } =
    await sql`select where exists (select from absences where clinic_id = clinic.current_clinic() and ${near})
    or exists (select from closures where clinic_id = clinic.current_clinic() and ${near})`.execute(trx)
  return rows.length > 0
}

/** What lies over a visit that stands, by its id. */
export const visitOffThen = (db: Database, clinicId: string, appointmentId: string): Promise<OffThen | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('appointments as a')
      .innerJoin('locations as l', 'l.location_id', 'a.location_id')
      .select(['a.therapist_id as therapistId', 'a.location_id as locationId', 'l.zone', 'a.starts_at', 'a.ends_at'])
      .where('a.appointment_id', '=', appointmentId)
      .where('a.state', '=', 'confirmed')
      .executeTakeFirst()
    return row && offThen(trx, { ...row, from: row.starts_at.getTime(), to: row.ends_at.getTime() })
  })

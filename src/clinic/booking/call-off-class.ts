/** Calling a class off: everybody who had booked is cancelled free of charge and told, in one transaction. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import type { Member } from '../people/members.ts'
import { endVisit } from './cancel.ts'
import { bookInClinic, databaseNow, lockTherapists, removeClaims, removeHolds } from './slot-claims.ts'
import { lockVisit } from './visit-row.ts'
import { type FreedTime, noteFreedTime } from './waiting/freed-times.ts'

/**
 * `already`: it was called off before, and nobody is told twice. `cancelled`: how many visits were. `over`: it has begun.
 * `gone`: there is no such class.
 */
export type CalledOff =
  | { readonly ok: true; readonly already: boolean; readonly cancelled: number }
  | { readonly ok: false; readonly why: 'over' | 'gone' }

/** @param reason the clinic's own: kept in each visit's history, told to nobody by mail */
export function callOffClass(
  db: Database,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  classId: string,
  reason: string,
): Promise<CalledOff> {
  const work = (trx: ClinicTransaction) => callOffIn(trx, { clinicId, memberId, classId, reason })
  return bookInClinic(db, clinicId, work, () => inClinic(db, clinicId, work))
}

interface CallingOff {
  readonly clinicId: string
  readonly memberId: string
  readonly classId: string
  readonly reason: string
}

async function callOffIn(trx: ClinicTransaction, calling: CallingOff): Promise<CalledOff> {
  const { classId, memberId } = calling
  const seen = await trx
    .selectFrom('appointments')
    .select(['therapist_id', 'starts_at', 'called_off_at'])
    .where('appointment_id', '=', classId)
    .where('state', '=', 'class')
    .executeTakeFirst()
  if (!seen) return { ok: false, why: 'gone' }
  await lockTherapists(trx, [seen.therapist_id])
  const called = await trx
    .updateTable('appointments')
    .set({ called_off_at: sql<Date>`now()`, called_off_by: memberId, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', classId)
    .where('called_off_at', 'is', null)
    .where('starts_at', '>', new Date(await databaseNow(trx)))
    .returning('appointment_id')
    .executeTakeFirst()
  if (!called) {
    const again = await trx
      .selectFrom('appointments')
      .select('called_off_at')
      .where('appointment_id', '=', classId)
      .executeTakeFirst()
    return again?.called_off_at ? { ok: true, already: true, cancelled: 0 } : { ok: false, why: 'over' }
  }
  const cancelled = await endVisitsOf(trx, calling)
  const freed = await removeClaims(trx, classId)
  if (freed) await noteFreedTime(trx, freed)
  return { ok: true, already: false, cancelled }
}

/** Those who are coming are told; a place that is only held goes without a word, and its form says so. */
async function endVisitsOf(trx: ClinicTransaction, calling: CallingOff): Promise<number> {
  const { clinicId, memberId, classId, reason } = calling
  const rows = await trx
    .selectFrom('appointments')
    .select(['appointment_id', 'state'])
    .where('class_id', '=', classId)
    .where('class_place', 'is not', null)
    .orderBy('appointment_id')
    .execute()
  const idsOf = (state: string) => rows.flatMap((row) => (row.state === state ? [row.appointment_id] : []))
  await removeHolds(trx, idsOf('held'))
  const coming = idsOf('confirmed')
  for (const appointmentId of coming) {
    const visit = await lockVisit(trx, appointmentId)
    const told = { clinicId, appointmentId, memberId, what: 'cancelled', byWhom: 'staff', reason } as const
    if (visit) await endVisit(trx, { ...told, visit }, nobodyWaits)
  }
  return coming.length
}

/** The whole class is gone: no place of it is offered to anybody. */
const nobodyWaits = async (_trx: ClinicTransaction, _freed: FreedTime): Promise<void> => {}

/** Why a meeting of a class is not to be had any more: it was called off. Never: calls one off (call-off-class.ts). */
import { type Database, inClinic } from '../db/connection.ts'
import type { NotBooked, WantedTime } from './slot-claims.ts'

/** The refusal, with that the class was called off which began then, where it was. */
export async function orCalledOff<T extends NotBooked>(
  db: Database,
  { clinicId, service, therapist, start }: Omit<WantedTime, 'location'>,
  refused: T,
): Promise<T> {
  if (refused.why !== 'notAStart') return refused
  const row = await inClinic(db, clinicId, (trx) =>
    trx
      .selectFrom('appointments')
      .select('appointment_id')
      .where('state', '=', 'class')
      .where('called_off_at', 'is not', null)
      .where('service_id', '=', service)
      .where('therapist_id', '=', therapist)
      .where('starts_at', '=', new Date(start))
      .limit(1)
      .executeTakeFirst(),
  )
  return row ? { ...refused, isCalledOff: true } : refused
}

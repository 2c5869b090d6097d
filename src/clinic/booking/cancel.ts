/** Cancelling a visit by the person: the time is free again at once, and people are told, in one transaction. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { bookInClinic, databaseNow, lockTherapists, removeClaims } from './slot-claims.ts'
import { tellOfChange } from './visit-changes.ts'
import { lockVisit } from './visit-row.ts'
import { cancelTerms, takesTime } from './visit-steps.ts'
import { type FreedTime, noteFreedTime, offerFreedTime } from './waiting/freed-times.ts'

/**
 * `already`: it was cancelled before, and nobody is told twice. `late`: the fee of the terms at booking applies.
 * `over`: it has begun; the clinic must be rung. `gone`: there is no such visit.
 */
export type Cancelled =
  | { readonly ok: true; readonly already: boolean; readonly late: boolean; readonly feePence: number }
  | { readonly ok: false; readonly why: 'over' | 'gone' }

/**
 * Cancels a visit. Never refuses to hear it before it begins: late is recorded as late.
 * What the person shared of their check for this visit is deleted.
 * @param reason in the person's words, for the clinic; may be left out
 */
export function cancelVisit(db: Database, cancelling: Cancelling): Promise<Cancelled> {
  return bookInClinic(
    db,
    cancelling.clinicId,
    (trx) => cancelIn(trx, cancelling, offerFreedTime),
    // Overtaken each time: it is cancelled all the same, and the sweep asks whoever waits.
    () => inClinic(db, cancelling.clinicId, (trx) => cancelIn(trx, cancelling, noteFreedTime)),
  )
}

interface Cancelling {
  readonly clinicId: string
  readonly appointmentId: string
  readonly reason?: string | undefined
}

async function cancelIn(
  trx: ClinicTransaction,
  { clinicId, appointmentId, reason }: Cancelling,
  passOn: (trx: ClinicTransaction, freed: FreedTime) => Promise<unknown>,
): Promise<Cancelled> {
  const seen = await trx
    .selectFrom('appointments')
    .select('therapist_id')
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
  if (seen) await lockTherapists(trx, [seen.therapist_id])
  const visit = await lockVisit(trx, appointmentId)
  if (!visit) return { ok: false, why: 'gone' }
  if (!takesTime(visit.state)) {
    const late = visit.state === 'late-cancelled'
    return { ok: true, already: true, late, feePence: late ? visit.lateFeePence : 0 }
  }
  const terms = cancelTerms(visit, await databaseNow(trx))
  if (terms.kind === 'over') return { ok: false, why: 'over' }
  const what = terms.kind === 'late' ? 'late-cancelled' : 'cancelled'
  const freed = await removeClaims(trx, appointmentId)
  await trx.deleteFrom('shared_checks').where('appointment_id', '=', appointmentId).execute()
  await trx
    .updateTable('appointments')
    .set({ state: what, version: visit.version + 1, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', appointmentId)
    .execute()
  await tellOfChange(trx, {
    clinicId,
    appointmentId,
    version: visit.version + 1,
    what,
    byWhom: 'person',
    startsAt: new Date(visit.startsAt),
    address: visit.address,
    reason,
  })
  if (freed) await passOn(trx, freed)
  return {
    ok: true,
    already: false,
    late: what === 'late-cancelled',
    feePence: terms.kind === 'late' ? terms.feePence : 0,
  }
}

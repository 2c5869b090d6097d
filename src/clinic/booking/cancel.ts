/** Cancelling a visit by the person: the time is free again at once, and people are told, in one transaction. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import { databaseNow } from './slot-claims.ts'
import { tellOfChange } from './visit-changes.ts'
import { lockVisit } from './visit-row.ts'
import { cancelTerms, takesTime } from './visit-steps.ts'

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
export function cancelVisit(
  db: Database,
  {
    clinicId,
    appointmentId,
    reason,
  }: { readonly clinicId: string; readonly appointmentId: string; readonly reason?: string | undefined },
): Promise<Cancelled> {
  return inClinic(db, clinicId, async (trx) => {
    const visit = await lockVisit(trx, appointmentId)
    if (!visit) return { ok: false, why: 'gone' } as const
    if (!takesTime(visit.state)) {
      const late = visit.state === 'late-cancelled'
      return { ok: true, already: true, late, feePence: late ? visit.lateFeePence : 0 } as const
    }
    const terms = cancelTerms(visit, await databaseNow(trx))
    if (terms.kind === 'over') return { ok: false, why: 'over' } as const
    const what = terms.kind === 'late' ? 'late-cancelled' : 'cancelled'
    await trx.deleteFrom('claims').where('appointment_id', '=', appointmentId).execute()
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
    return {
      ok: true,
      already: false,
      late: what === 'late-cancelled',
      feePence: terms.kind === 'late' ? terms.feePence : 0,
    } as const
  })
}

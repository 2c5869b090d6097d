/** Cancelling a visit by staff: what it takes to put it back is kept for a while. */
import { cannotKeep } from '../availability/called-off.ts'
import { isLate } from '../availability/terms-now.ts'
import { endVisit, freeing, lockTherapistOf } from '../booking/cancel.ts'
import { lateUsesOne } from '../booking/grants.ts'
import { databaseNow } from '../booking/slot-claims.ts'
import { type Acted, lockSeen, type StaffAct } from '../booking/staff-act.ts'
import { isStep, takesTime } from '../booking/visit-steps.ts'
import type { Database } from '../db/connection.ts'
import { rememberVisit, writeCommand } from './commands.ts'
import { undoBeforeMailMs } from './staff-slot.ts'

/**
 * Staff cancel a visit. `clinic`: it is the clinic’s own doing, and costs nothing whatever the terms. `person`: the person asked
 * for it, as on the phone, and it costs what was agreed; nothing where the clinic cannot keep it. `waived`: they asked, and nothing is taken this time.
 */
export interface StaffCancel extends StaffAct {
  readonly reason: string
  readonly who: 'clinic' | 'person' | 'waived'
  /** The page said that it costs the person nothing: then it is not cancelled at a fee. */
  readonly isShownFree?: boolean
}

/** `fee`: it would cost the person something, and the page said that it does not; nothing was cancelled. */
export type StaffCancelled = Acted | { readonly ok: false; readonly why: 'fee' }

/** Cancels a visit that stands, at any time. The person is told by mail if it was still ahead. */
export function cancelByStaff(db: Database, act: StaffCancel): Promise<StaffCancelled> {
  return freeing(
    db,
    act.clinicId,
    async (trx, passOn) => {
      await lockTherapistOf(trx, act.appointmentId)
      const seen = await lockSeen(trx, act)
      if (!seen.ok) return seen
      const { visit, isStale, isOwnTap } = seen
      const now = await databaseNow(trx)
      const off = await cannotKeep(trx, act.appointmentId)
      const late = act.who === 'person' && isLate(visit.freeUntil, off, now)
      const what = late ? 'late-cancelled' : 'cancelled'
      // Whoever comes second is not told that it costs what they said, where it costs something else.
      if (!takesTime(visit.state))
        return visit.state === what && (isOwnTap || !isStale)
          ? { ok: true, already: true }
          : { ok: false, why: 'changed' }
      if (isStale) return { ok: false, why: 'changed' }
      if (!isStep(visit.state, 'cancelled')) return { ok: false, why: 'notNow' }
      const costs = late && (visit.lateFeePence > 0 || (await lateUsesOne(trx, act.appointmentId)))
      if (costs && act.isShownFree) return { ok: false, why: 'fee' }
      const before = await rememberVisit(trx, act.appointmentId)
      await endVisit(trx, { ...act, visit, what, byWhom: act.who === 'clinic' ? 'staff' : 'person' }, passOn)
      await writeCommand(trx, act, { what: 'cancel', subjectId: act.appointmentId, version: visit.version + 1, before })
      return { ok: true, already: false }
    },
    undoBeforeMailMs,
  )
}

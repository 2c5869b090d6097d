/** Staff change a course from one visit on: what it takes to put each visit back is kept, as of any other. */
import { type ChangedBy, cancelLater, type LaterCancel, type LaterMove, moveLater } from '../booking/course-later.ts'
import type { Database } from '../db/connection.ts'
import { type Doer, rememberVisit, writeCommand } from './commands.ts'
import { undoBeforeMailMs } from './staff-slot.ts'

type Staff = Pick<Doer, 'clinicId' | 'memberId'>

const changedBy = (doer: Staff, what: 'cancel' | 'move'): ChangedBy => ({
  by: { byWhom: 'staff', memberId: doer.memberId, ...(what === 'move' && { waitMs: undoBeforeMailMs }) },
  keep: async (trx, subjectId) => {
    const before = await rememberVisit(trx, subjectId)
    return (version) => writeCommand(trx, doer, { what, subjectId, version, before })
  },
})

/** @param cancelling its sum, where they asked for it and pay what was agreed; otherwise the clinic cancels, and it costs nothing */
export function cancelLaterByStaff(db: Database, doer: Staff, cancelling: Omit<LaterCancel, keyof ChangedBy>) {
  const { by, keep } = changedBy(doer, 'cancel')
  const byWhom = cancelling.agreed ? 'person' : 'staff'
  return cancelLater(db, { ...cancelling, by: { ...by, byWhom }, ...(keep && { keep }) })
}

/** Keeps all rules of the public but the hours before a visit in which people must ring: one by one, staff may bend them. */
export const moveLaterByStaff = (db: Database, doer: Staff, moving: Omit<LaterMove, keyof ChangedBy>) =>
  moveLater(db, { ...moving, ...changedBy(doer, 'move') })

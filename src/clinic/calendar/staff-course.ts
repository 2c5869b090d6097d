/** Staff change a course from one visit on: what it takes to put each visit back is kept, as of any other. */
import { type ChangedBy, cancelLater, type LaterCancel, type LaterCost } from '../booking/course-later.ts'
import { type LaterMove, moveLater } from '../booking/move-course.ts'
import type { Database } from '../db/connection.ts'
import { type Doer, rememberVisit, writeCommand } from './commands.ts'
import type { StaffCancel } from './staff-cancel.ts'
import { undoBeforeMailMs } from './staff-slot.ts'

type Staff = Pick<Doer, 'clinicId' | 'memberId'>

const changedBy = (doer: Staff, what: 'cancel' | 'move'): ChangedBy => ({
  by: { byWhom: 'staff', memberId: doer.memberId, ...(what === 'move' && { waitMs: undoBeforeMailMs }) },
  keep: async (trx, subjectId) => {
    const before = await rememberVisit(trx, subjectId)
    return (version) => writeCommand(trx, doer, { what, subjectId, version, before })
  },
})

/** Cancelling from one visit on by staff: who wants it decides what it costs, as of one visit (staff-cancel.ts). */
export interface StaffLaterCancel extends Omit<LaterCancel, keyof ChangedBy | 'agreed'> {
  readonly who: StaffCancel['who']
  /** What the page said that it costs; only a person who asked for it and is let off nothing is held to it. */
  readonly shown: LaterCost
}

/** Cancels them all, or none. */
export function cancelLaterByStaff(db: Database, doer: Staff, { who, shown, ...cancelling }: StaffLaterCancel) {
  const { by, keep } = changedBy(doer, 'cancel')
  const byWhom = who === 'clinic' ? 'staff' : 'person'
  const agreed = who === 'person' ? { agreed: shown } : {}
  return cancelLater(db, { ...cancelling, ...agreed, by: { ...by, byWhom }, ...(keep && { keep }) })
}

/** Keeps all rules of the public but the hours before a visit in which people must ring: one by one, staff may bend them. */
export const moveLaterByStaff = (db: Database, doer: Staff, moving: Omit<LaterMove, keyof ChangedBy>) =>
  moveLater(db, { ...moving, ...changedBy(doer, 'move') })

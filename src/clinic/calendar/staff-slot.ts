/** What a visit's row says of the time that staff took for it, and its claims. */
import type { Slot } from '../availability/input.ts'
import { insertClaims, termsOf } from '../booking/slot-claims.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import type { Bent } from './accept-as-staff.ts'

/** Mail about what staff did waits so long, so that a slip of the hand can be undone before anybody hears of it. [C] */
export const undoBeforeMailMs = 30_000

/** The columns that follow from a slot, with the rule that was bent for it. */
export const staffTermsOf = async (trx: ClinicTransaction, slot: Slot, bent: Bent | null) => ({
  ...(await termsOf(trx, slot)),
  bent_rule: bent?.rule ?? null,
  bent_reason: bent?.reason ?? null,
})

/** Claims what the slot names. A visit that overlaps another in everything claims nothing. */
export async function claimSlot(trx: ClinicTransaction, clinicId: string, appointmentId: string, slot: Slot) {
  if (slot.resources.length > 0) await insertClaims(trx, clinicId, appointmentId, slot)
}

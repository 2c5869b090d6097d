/** What every act of staff on a visit begins with: the visit locked, and whether it is still as the page showed it. */
import type { ClinicTransaction } from '../db/connection.ts'
import { isLetterEvent } from './letter-events.ts'
import { lockVisit, type VisitRow } from './visit-row.ts'
import type { StateEvent } from './visit-steps.ts'

/** For so long something that staff did can be taken back; later it is a new deed. [C] */
export const undoHours = 1

/** Who does something to which visit, having seen what of it. */
export interface StaffAct {
  readonly clinicId: string
  readonly memberId: string
  readonly appointmentId: string
  /** Id of the last event that the page showed; '' where nothing had happened yet. */
  readonly seen: string
}

/**
 * `already`: it stood so before, or a second tap of one press. `changed`: something happened since the page was shown, be it
 * that a colleague did the same, and nothing was done. `notNow`: no such step from here, or not at this time. `gone`: no such visit.
 */
export type Acted =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly why: 'changed' | 'notNow' | 'gone' }

interface Seen {
  readonly ok: true
  readonly visit: VisitRow
  readonly events: readonly (StateEvent & { readonly id: string })[]
  /** Something happened since the page was shown. */
  readonly isStale: boolean
  /** It was one thing, and this member did it: the second tap of one press finds its own work. */
  readonly isOwnTap: boolean
}

/** Locks the visit until the transaction ends and reads what happened to it, oldest first, but for its letter of referral. */
export async function lockSeen(
  trx: ClinicTransaction,
  { appointmentId, memberId, seen }: StaffAct,
): Promise<Seen | { readonly ok: false; readonly why: 'gone' }> {
  const visit = await lockVisit(trx, appointmentId)
  if (!visit) return { ok: false, why: 'gone' }
  const events = await trx
    .selectFrom('appointment_events')
    .select(['event_id as id', 'what', 'undoes', 'member_id'])
    .where('appointment_id', '=', appointmentId)
    // The ids rise with the moment of writing; `at` is when a transaction began, and one may have waited here.
    .orderBy('event_id')
    .execute()
  const shown = events.findIndex(({ id }) => id === seen)
  // A letter that a colleague marked meanwhile changes nothing of what the page says can be done.
  const since = events.slice(shown + 1).filter((event) => !isLetterEvent(event))
  const isKnown = shown >= 0 || seen === ''
  return {
    ...{ ok: true, visit, events: events.filter((event) => !isLetterEvent(event)) },
    isStale: !isKnown || since.length > 0,
    isOwnTap: isKnown && since.length === 1 && since[0]?.member_id === memberId,
  }
}

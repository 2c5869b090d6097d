/** What staff say of a visit at the door: arrived, finished, did not come; and taking the last of these back. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { dropInvitation, inviteToReview } from '../mail/review-mails.ts'
import { databaseNow } from './slot-claims.ts'
import { type Acted, lockSeen, type StaffAct } from './staff-act.ts'
import type { VisitRow } from './visit-row.ts'
import { type DoorStep, doorSteps, isStep, stateBefore, type VisitState } from './visit-steps.ts'

/** Takes the step, if it is in the table and its time has come. */
export function stepVisit(db: Database, act: StaffAct, to: DoorStep): Promise<Acted> {
  return inClinic(db, act.clinicId, async (trx) => {
    const seen = await lockSeen(trx, act)
    if (!seen.ok) return seen
    const { visit, isStale, isOwnTap } = seen
    if (visit.state === to && (isOwnTap || !isStale)) return { ok: true, already: true }
    if (isStale) return { ok: false, why: 'changed' }
    const { zone } = await trx
      .selectFrom('locations')
      .select('zone')
      .where('location_id', '=', visit.locationId)
      .executeTakeFirstOrThrow()
    if (!doorSteps(visit, zone, await databaseNow(trx)).includes(to)) return { ok: false, why: 'notNow' }
    await writeStep(trx, act, visit, to, false)
    return { ok: true, already: false }
  })
}

/** Takes the last step at the door back. The event stays and a further one says that it was a mistake. */
export function undoStep(db: Database, act: StaffAct): Promise<Acted> {
  return inClinic(db, act.clinicId, async (trx) => {
    const seen = await lockSeen(trx, act)
    if (!seen.ok) return seen
    const { visit, events, isStale, isOwnTap } = seen
    if (isOwnTap && events.at(-1)?.undoes) return { ok: true, already: true }
    if (isStale) return { ok: false, why: 'changed' }
    const before = stateBefore(events)
    if (!before || !isStep(visit.state, before)) return { ok: false, why: 'notNow' }
    await writeStep(trx, act, visit, before, true)
    return { ok: true, already: false }
  })
}

/** The version stays: it counts the changes that people are told of. */
async function writeStep(
  trx: ClinicTransaction,
  { clinicId, memberId, appointmentId }: StaffAct,
  visit: VisitRow,
  state: VisitState,
  undoes: boolean,
): Promise<void> {
  await trx
    .updateTable('appointments')
    .set({ state, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', appointmentId)
    .execute()
  await trx
    .insertInto('appointment_events')
    .values({
      clinic_id: clinicId,
      appointment_id: appointmentId,
      version: visit.version,
      what: state,
      by_whom: 'staff',
      member_id: memberId,
      starts_at: new Date(visit.startsAt),
      undoes,
    })
    .execute()
  // Asked how it was, once the visit is over; not where that was a mistake.
  const key = { clinicId, appointmentId }
  if (state === 'finished') await inviteToReview(trx, key)
  else if (undoes) await dropInvitation(trx, appointmentId, 'The visit does not count as finished any more.')
}

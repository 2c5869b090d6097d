/** Sharing a check with a visit, and taking it back. Sealed before it is kept; taken back, it is gone. */
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { toldDayOf } from '../../care/record/shared-check.ts'
import { pauseLetters } from '../letters/pause.ts'
import { seal, unseal } from '../people/seal.ts'

interface VisitKey {
  readonly clinicId: string
  readonly appointmentId: string
}

/**
 * Keeps it for a visit that stands and has not begun; one that was shared before gives way to it.
 * For a week from then the person gets no letters, whatever the check says.
 * @param text what the person saw and chose to send
 * @returns false where the visit is not one to share with any more
 */
export function shareCheck(db: Database, secret: Uint8Array, key: VisitKey, text: string): Promise<boolean> {
  const { clinicId, appointmentId } = key
  return inClinic(db, clinicId, async (trx) => {
    const visit = await trx
      .selectFrom('appointments')
      .select('state')
      .where('appointment_id', '=', appointmentId)
      .where('state', '=', 'confirmed')
      // Cancelling takes the check away; it must not come in behind it.
      .forUpdate()
      .executeTakeFirst()
    if (!visit) return false
    await keepSharedCheck(trx, secret, key, text)
    return true
  })
}

/**
 * Keeps a check with its visit, sealed, in the transaction that books or shares: each way of sharing comes through here, so
 * that none forgets the week without letters. The visit has its contact already.
 */
export async function keepSharedCheck(
  trx: ClinicTransaction,
  secret: Uint8Array,
  { clinicId, appointmentId }: VisitKey,
  text: string,
): Promise<void> {
  const sealed = seal(secret, { kind: 'shared-check', clinicId, appointmentId }, text)
  await trx
    .insertInto('shared_checks')
    .values({ clinic_id: clinicId, appointment_id: appointmentId, sealed })
    .onConflict((at) =>
      at
        .columns(['clinic_id', 'appointment_id'])
        .doUpdateSet((eb) => ({ sealed: eb.ref('excluded.sealed'), shared_at: eb.fn<Date>('now', []) })),
    )
    .execute()
  await pauseLetters(trx, clinicId, appointmentId)
}

/** The day on which the check that is shared was made, and nothing else of it; `undefined` where it cannot be opened. */
export async function sharedCheckDay(
  db: Database,
  secret: Uint8Array,
  { clinicId, appointmentId }: VisitKey,
): Promise<string | undefined> {
  const row = await inClinic(db, clinicId, (trx) =>
    trx.selectFrom('shared_checks').select('sealed').where('appointment_id', '=', appointmentId).executeTakeFirst(),
  )
  const text = row && unseal(secret, { kind: 'shared-check', clinicId, appointmentId }, row.sealed)
  return text === undefined ? undefined : toldDayOf(text)
}

/** Takes it back, before or after the visit. What is not there is as good as taken back. */
export function takeCheckBack(db: Database, { clinicId, appointmentId }: VisitKey): Promise<void> {
  return inClinic(db, clinicId, async (trx) => {
    await trx.deleteFrom('shared_checks').where('appointment_id', '=', appointmentId).execute()
  })
}

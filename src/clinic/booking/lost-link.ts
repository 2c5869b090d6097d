/** Links that this installation made, under which there is nothing: the database may have been put back from an older copy. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import type { LinkKind, LinkSubject } from './private-link.ts'
import type { RingAbout } from './visit-view.ts'

/** Where that which a link opens is kept, and under which id. */
const kept = {
  visit: ['appointments', 'appointment_id'],
  offer: ['offers', 'offer_id'],
  waiting: ['waiting_entries', 'waiting_entry_id'],
  request: ['assessment_requests', 'request_id'],
  question: ['questions', 'question_id'],
  comment: ['comments', 'comment_id'],
  'choose-again': ['choose_again', 'choose_again_id'],
} as const satisfies Partial<Record<LinkKind, readonly [string, string]>>

/** What may be lost so. */
export type MayBeLost = keyof typeof kept

/**
 * The clinic of a link that this installation made, where it has nothing under it.
 * @returns `undefined` where there is something all the same, or no such clinic
 */
export function clinicOfLost(
  db: Database,
  kind: MayBeLost,
  { clinicId, appointmentId }: LinkSubject,
): Promise<RingAbout | undefined> {
  const [table, id] = kept[kind]
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<RingAbout>`select name, phone from clinics where clinic_id = ${clinicId}
      and not exists (select from ${sql.table(table)} where clinic_id = ${clinicId} and ${sql.ref(id)} = ${appointmentId})`.execute(
      trx,
    )
    return rows[0]
  })
}

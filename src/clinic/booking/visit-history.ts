/** What happened to one visit, as staff read it. */
import type { ClinicTransaction } from '../db/connection.ts'
import { type Kept, keptBy } from '../mail/kept-of-visit.ts'

/** Something that happened to a visit. Moments are milliseconds since 1970. */
export interface VisitEvent {
  readonly id: string
  readonly what: string
  /** A mistake was taken back: it stands at `what` again. */
  readonly undoes: boolean
  readonly byWhom: 'person' | 'staff'
  /** The member of staff; of what the person did, whom they asked to write it down. Null where nobody was, or is known. */
  readonly member: string | null
  readonly reason: string | null
  readonly startsAt: number
  /** What it cost from then on; null where that is not known. */
  readonly pricePence: number | null
  /** What of the visit a change kept. */
  readonly keeps: Kept
  readonly at: number
}

/** All that happened to a visit, oldest first. */
export async function historyOf(trx: ClinicTransaction, appointmentId: string): Promise<readonly VisitEvent[]> {
  const rows = await trx
    .selectFrom('appointment_events as e')
    .leftJoin('members as m', (on) =>
      on.onRef('m.clinic_id', '=', 'e.clinic_id').onRef('m.member_id', '=', 'e.member_id'),
    )
    .select([
      'e.event_id',
      'e.what',
      'e.undoes',
      'e.by_whom',
      'e.reason',
      'e.starts_at',
      'e.at',
      'e.price_pence',
      'm.name',
    ])
    .select(keptBy.as('keeps'))
    .where('e.appointment_id', '=', appointmentId)
    .orderBy('e.event_id')
    .execute()
  return rows.map((row) => ({
    id: row.event_id,
    what: row.what,
    undoes: row.undoes,
    byWhom: row.by_whom === 'staff' ? 'staff' : 'person',
    member: row.name,
    reason: row.reason,
    startsAt: row.starts_at.getTime(),
    pricePence: row.price_pence,
    keeps: row.keeps,
    at: row.at.getTime(),
  }))
}

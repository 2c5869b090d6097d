/** The visit that comes next, on whatever day: for a day on which nobody else comes. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import type { Member } from '../people/members.ts'
import { recordLooks } from '../people/reads.ts'
import { askedAmong } from './choose-again/asked-people.ts'
import { databaseNow } from './slot-claims.ts'
import { asListed, type ListedRow, listedVisits, type ListedVisit } from './staff-day.ts'

/**
 * Reads it, and writes down that this member looked at whoever has it.
 * @param therapistId whose visits; left out: anybody's
 */
export function nextVisit(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  therapistId: string | undefined,
): Promise<ListedVisit | undefined> {
  return inClinic(app, member.clinicId, async (trx) => {
    const whose = therapistId === undefined ? sql`true` : sql`a.therapist_id = ${therapistId}::uuid`
    const { rows } = await sql<ListedRow>`${listedVisits}
      where a.clinic_id = clinic.current_clinic() and a.state = 'confirmed' and a.starts_at > now() and ${whose}
      order by a.starts_at, a.appointment_id limit 1`.execute(trx)
    const [row] = rows
    if (!row) return undefined
    const now = await databaseNow(trx)
    const visit = asListed(row, now)
    await recordLooks(trx, member, 'day-list', [visit])
    return { ...visit, isAsked: (await askedAmong(trx, [visit], now)).has(visit.appointmentId) }
  })
}

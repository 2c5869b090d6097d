/**
 * Visits of other days that the clinic moved or called off, and of whose new state no mail has told the person: they may come at
 * the old time, on a day whose list does not have the visit any more.
 */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import { tooLate } from '../mail/due-mails.ts'
import { loadMailTruths } from '../mail/mail-truth.ts'
import type { Member } from '../people/members.ts'
import { recordLooks } from '../people/reads.ts'
import { asListed, type ListedRow, listedVisits, type ListedVisit, type StaffDay } from './staff-day.ts'

/**
 * Those that are ahead, the next first; that this member looked at them is written down. Whoever was told by telephone has no
 * mail about the change, and is not among them.
 * @param today its own visits are left out: its list says the same of them
 * @param therapistId one therapist; left out: all
 */
export async function untoldChanges(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  { today, now }: Pick<StaffDay, 'today' | 'now'>,
  therapistId?: string | undefined,
): Promise<readonly ListedVisit[]> {
  const whose = therapistId === undefined ? sql`true` : sql`a.therapist_id = ${therapistId}::uuid`
  const changed = await inClinic(app, member.clinicId, async (trx) => {
    const { rows } = await sql<ListedRow>`${listedVisits}
      where a.clinic_id = clinic.current_clinic() and a.state in ('confirmed', 'cancelled') and a.starts_at > now()
        and (a.starts_at at time zone l.zone)::date <> ${today}::date and ${whose}
        and (select e.by_whom = 'staff' and e.what in ('moved', 'cancelled') from appointment_events e
          where e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id
            and e.what in ('confirmed', 'moved', 'cancelled') order by e.event_id desc limit 1)
        and exists (select from mails m where m.clinic_id = a.clinic_id and m.appointment_id = a.appointment_id
          and m.version = a.version and m.kind in ('confirmation', 'moved', 'cancelled')
          and (m.state in ('bounced', 'given-up') or (m.state = 'dropped' and m.why = ${tooLate})
            or exists (select from mail_stops s where s.clinic_id = m.clinic_id and s.purpose = 'letters'
              and s.why = 'bounced' and s.address = lower(m.address))))
      order by a.starts_at, a.appointment_id`.execute(trx)
    return rows.map((row) => asListed(row, now))
  })
  const ids = changed.map(({ appointmentId }) => appointmentId)
  const mails = await loadMailTruths(app, member.clinicId, ids, now)
  const untold = changed.flatMap((visit) => {
    const notReached = mails.get(visit.appointmentId)?.notReached ?? null
    return notReached === null ? [] : [{ ...visit, notReached }]
  })
  await inClinic(app, member.clinicId, (trx) => recordLooks(trx, member, 'day-list', untold))
  return untold
}

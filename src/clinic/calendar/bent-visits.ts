/** The list of visits for which staff bent a rule: which, who, when and why. Kept though the visit is moved or cancelled. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import type { Member } from '../people/members.ts'
import { recordReads } from '../people/reads.ts'

/** One time that a rule was bent. Moments are milliseconds since 1970. */
export interface BentVisit {
  readonly appointmentId: string
  readonly personId: string
  readonly person: string
  readonly rule: string
  readonly reason: string
  /** The member of staff. */
  readonly by: string
  readonly startsAt: number
  readonly zone: string
  readonly at: number
  /** The visit still stands with the bent rule. */
  readonly stands: boolean
}

/** The newest hundred. That this member saw the names is written down. */
export function bentVisits(db: Database, member: Pick<Member, 'clinicId' | 'memberId'>): Promise<readonly BentVisit[]> {
  return inClinic(db, member.clinicId, async (trx) => {
    const { rows } = await sql<Omit<BentVisit, 'startsAt' | 'at'> & { starts_at: Date; at: Date }>`
      select e.appointment_id as "appointmentId", p.person_id as "personId", p.name as person, e.bent_rule as rule,
        e.reason, coalesce(m.name, '') as by, e.starts_at, l.zone, e.at,
        a.bent_rule is not null and a.version = e.version and a.state not in ('cancelled', 'late-cancelled') as stands
      from appointment_events e
      join appointments a using (clinic_id, appointment_id)
      join persons p using (clinic_id, person_id) join locations l using (clinic_id, location_id)
      left join members m on m.clinic_id = e.clinic_id and m.member_id = e.member_id
      where e.bent_rule is not null order by e.at desc, e.event_id limit 100`.execute(trx)
    await recordReads(trx, member, 'visit', rows)
    return rows.map(({ starts_at, at, ...row }) => ({ ...row, startsAt: starts_at.getTime(), at: at.getTime() }))
  })
}

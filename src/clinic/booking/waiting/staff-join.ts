/** Putting somebody on the waiting list by staff: whom they know from a visit, whose look is written down as of every visit. */
import { type Database, inClinic } from '../../db/connection.ts'
import type { Member } from '../../people/members.ts'
import { recordVisitLook } from '../../people/reads.ts'

/** Who comes, how they are reached, and what they had: as of one of their visits. */
export interface KnownFromVisit {
  readonly person: string
  readonly contact: string
  readonly email: string | null
  readonly phone: string | null
  readonly service: string
  readonly therapist: string
}

/** @returns `undefined` for another clinic's visit, a hold, and nothing at all alike */
export function knownFromVisit(
  db: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  appointmentId: string,
): Promise<KnownFromVisit | undefined> {
  return inClinic(db, member.clinicId, async (trx) => {
    const row = await trx
      .selectFrom('appointments as a')
      .innerJoin('persons as p', (on) =>
        on.onRef('p.clinic_id', '=', 'a.clinic_id').onRef('p.person_id', '=', 'a.person_id'),
      )
      .innerJoin('contacts as c', (on) =>
        on.onRef('c.clinic_id', '=', 'a.clinic_id').onRef('c.contact_id', '=', 'a.contact_id'),
      )
      .select(['p.name as person', 'c.name as contact', 'c.email', 'c.phone'])
      .select(['a.service_id as service', 'a.therapist_id as therapist'])
      .where('a.appointment_id', '=', appointmentId)
      .executeTakeFirst()
    if (row) await recordVisitLook(trx, member, appointmentId)
    return row
  })
}

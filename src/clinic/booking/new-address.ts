/** A place has another address: whoever has a visit there is written to, with a calendar file that names the new one. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { addressOf } from '../mail/mail-texts.ts'
import type { Member } from '../people/members.ts'
import { tellOfChange } from './visit-changes.ts'
import { lockVisit } from './visit-row.ts'

/** What became of it. `mailed`: a mail about the visit waits to be sent; `toRing`: they gave no email. */
export interface ToldOfAddress {
  readonly mailed: number
  readonly toRing: number
}

/**
 * Tells of the address as it is now. Each visit is told of one address once, however often this is asked. Left out are visits
 * by video, and those whose people are asked to choose another time.
 * @param until milliseconds since 1970: what was booked or changed after it was told of the new address then
 * @returns undefined where there is no such place
 */
export const tellNewAddress = (
  db: Database,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  locationId: string,
  until: number,
): Promise<ToldOfAddress | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const place = await trx
      .selectFrom('locations')
      .select(['street', 'town', 'postcode'])
      .where('location_id', '=', locationId)
      .executeTakeFirst()
    if (!place) return undefined
    const reason = `The place has another address: ${addressOf(place)}`
    let [mailed, toRing] = [0, 0]
    for (const appointmentId of await untoldVisits(trx, { locationId, until, reason })) {
      const visit = await lockVisit(trx, appointmentId)
      if (visit?.state !== 'confirmed' || visit.locationId !== locationId) continue
      const { startsAt, address } = visit
      const version = visit.version + 1
      await trx
        .updateTable('appointments')
        .set({ version, changed_at: sql<Date>`now()` })
        .where('appointment_id', '=', appointmentId)
        .execute()
      const told = { what: 'moved', byWhom: 'staff', startsAt: new Date(startsAt), address, reason } as const
      await tellOfChange(trx, { ...told, clinicId, memberId, appointmentId, version })
      if (address === null) toRing += 1
      else mailed += 1
    }
    // Heard twice, the press says whom to ring as it did before: the page of its first answer may never have been seen.
    return { mailed, toRing: mailed + toRing > 0 ? toRing : await toldByNobody(trx, locationId, reason) }
  })

/** How many who come there gave no email, and were noted down to be rung about this address. */
async function toldByNobody(trx: ClinicTransaction, locationId: string, reason: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct a.appointment_id)::int as count from appointments a
    join appointment_events e on e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id and e.reason = ${reason}
    join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
    where a.clinic_id = clinic.current_clinic() and a.location_id = ${locationId} and a.state = 'confirmed'
      and a.starts_at > now() and c.email is null`.execute(trx)
  return rows[0]?.count ?? 0
}

async function untoldVisits(
  trx: ClinicTransaction,
  { locationId, until, reason }: { readonly locationId: string; readonly until: number; readonly reason: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ appointment_id: string }>`
    select a.appointment_id from appointments a
    join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
    where a.clinic_id = clinic.current_clinic() and a.location_id = ${locationId} and a.state = 'confirmed'
      and a.starts_at > now() and a.changed_at <= ${new Date(until).toISOString()}::timestamptz and not s.by_video
      and not exists (select from appointment_events e where e.clinic_id = a.clinic_id
        and e.appointment_id = a.appointment_id and e.reason = ${reason})
      and not exists (select from choose_again q where q.clinic_id = a.clinic_id
        and q.appointment_id = a.appointment_id and q.closed_at is null)
    order by a.starts_at, a.appointment_id`.execute(trx)
  return rows.map(({ appointment_id }) => appointment_id)
}

/**
 * The visits that were booked with an address, across clinics, for whoever has proved that it is theirs. Several people may
 * share an address, so it tells when and where and nothing else: not who, not with whom, not what for.
 */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'

/** One of them. Moments are milliseconds since 1970. */
export interface VisitOfAddress {
  readonly clinicName: string
  readonly clinicPhone: string
  readonly place: string
  readonly zone: string
  readonly country: string
  readonly startsAt: number
  readonly endsAt: number
  readonly state: string
}

const mostOfOneClinic = 100

/** Those to come, the soonest first; then those that are over, the latest first. @param email in any letters; proved by whoever asks */
export async function visitsOfAddress(app: Database, email: string): Promise<readonly VisitOfAddress[]> {
  const clinics = await app.selectFrom('slugs').select('clinic_id').where('kind', '=', 'clinic').distinct().execute()
  const visits: VisitOfAddress[] = []
  for (const { clinic_id } of clinics) visits.push(...(await visitsIn(app, clinic_id, email)))
  const now = Temporal.Now.instant().epochMilliseconds
  const isToCome = ({ endsAt }: VisitOfAddress) => endsAt > now
  const later = (a: VisitOfAddress, b: VisitOfAddress) => b.startsAt - a.startsAt
  return [
    ...visits.filter(isToCome).toSorted((a, b) => later(b, a)),
    ...visits.filter((visit) => !isToCome(visit)).toSorted(later),
  ]
}

const visitsIn = (app: Database, clinicId: string, email: string): Promise<readonly VisitOfAddress[]> =>
  inClinic(app, clinicId, async (trx) => {
    const { rows } = await sql<Omit<VisitOfAddress, 'startsAt' | 'endsAt'> & { starts: Date; ends: Date }>`
      select c.name as "clinicName", c.phone as "clinicPhone", l.name as place, l.zone, l.country,
        a.starts_at as starts, a.ends_at as ends, a.state
      from contacts k
      join appointments a on a.clinic_id = k.clinic_id and a.contact_id = k.contact_id
      join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
      join clinics c on c.clinic_id = a.clinic_id
      where k.clinic_id = ${clinicId} and lower(k.email) = lower(${email}) and a.state <> 'held'
      order by a.starts_at desc limit ${mostOfOneClinic}`.execute(trx)
    return rows.map(({ starts, ends, ...visit }) => ({ ...visit, startsAt: starts.getTime(), endsAt: ends.getTime() }))
  })

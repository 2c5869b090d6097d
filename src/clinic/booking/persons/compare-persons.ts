/** Two records laid side by side, as whoever decides whether they are one person sees them. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'
import type { Member } from '../../people/members.ts'
import { recordLooks } from '../../people/reads.ts'
import { databaseNow } from '../slot-claims.ts'

/** One of the two. Moments are milliseconds since 1970. */
export interface Side {
  readonly personId: string
  readonly name: string
  /** ISO day. */
  readonly bornOn: string | null
  /** Who is written to, and how they are reached: as with their latest visit. */
  readonly contactName: string
  readonly email: string | null
  readonly phone: string | null
  readonly visits: number
  /** The latest that began, and the first that is ahead and stands. */
  readonly lastAt: number | null
  readonly nextAt: number | null
  /** Who booked the first of them. */
  readonly madeBy: 'person' | 'staff'
  readonly zone: string
}

/** Both, the older record first. `seen` changes with anything that a choice between them rests on. */
export interface Comparison {
  readonly sides: readonly [Side, Side]
  /** Somebody answered that they are two people: who, and when in milliseconds since 1970. */
  readonly different: { readonly by: string; readonly at: number } | undefined
  readonly seen: string
  readonly now: number
}

/** Reads both and writes down that they were looked at. @returns undefined unless both are persons of this clinic with visits */
export function comparePersons(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  one: string,
  other: string,
): Promise<Comparison | undefined> {
  return inClinic(app, member.clinicId, async (trx) => {
    const compared = await compareIn(trx, one, other)
    if (compared) await recordLooks(trx, member, 'compare', compared.sides)
    return compared
  })
}

/** The same inside a transaction that is under way; nothing is written down. */
export async function compareIn(trx: ClinicTransaction, one: string, other: string): Promise<Comparison | undefined> {
  const ids = [one, other].toSorted()
  const { rows } = await sql<Omit<Side, 'lastAt' | 'nextAt'> & { last: Date | null; next: Date | null }>`
    select p.person_id as "personId", p.name, p.born_on as "bornOn", latest."contactName", latest.email, latest.phone,
      latest.zone, counted.visits, counted.last, counted.next,
      coalesce((select e.by_whom from appointments a join appointment_events e
        on e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id
        where a.clinic_id = p.clinic_id and a.person_id = p.person_id order by e.event_id limit 1), 'staff') as "madeBy"
    from persons p
    join lateral (select c.name as "contactName", c.email, c.phone, l.zone from appointments a
      join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
      join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
      where a.clinic_id = p.clinic_id and a.person_id = p.person_id
      order by a.starts_at desc, a.appointment_id limit 1) latest on true
    join lateral (select count(*)::int as visits,
      max(a.starts_at) filter (where a.starts_at <= now() and a.state not in ('cancelled', 'late-cancelled')) as last,
      min(a.starts_at) filter (where a.starts_at > now() and a.state = 'confirmed') as next from appointments a
      where a.clinic_id = p.clinic_id and a.person_id = p.person_id) counted on true
    where p.clinic_id = clinic.current_clinic() and p.person_id in (${ids[0]}, ${ids[1]})
    order by p.person_id`.execute(trx)
  const [first, second] = rows.map(
    ({ last, next, ...row }): Side => ({ ...row, lastAt: last?.getTime() ?? null, nextAt: next?.getTime() ?? null }),
  )
  if (!first || !second) return undefined
  const sides = [first, second] as const
  const different = await saidDifferent(trx, sides)
  return { sides, different, seen: seenOf(sides, different), now: await databaseNow(trx) }
}

async function saidDifferent(
  trx: ClinicTransaction,
  [older, newer]: Comparison['sides'],
): Promise<Comparison['different']> {
  const row = await trx
    .selectFrom('different_persons as d')
    .innerJoin('members as m', (on) =>
      on.onRef('m.clinic_id', '=', 'd.clinic_id').onRef('m.member_id', '=', 'd.member_id'),
    )
    .select(['m.name', 'd.at'])
    .where('d.one_person_id', '=', older.personId)
    .where('d.other_person_id', '=', newer.personId)
    .executeTakeFirst()
  return row && { by: row.name, at: row.at.getTime() }
}

/** A visit that ends meanwhile changes nothing of the choice. */
function seenOf(sides: readonly Side[], different: Comparison['different']): string {
  const facts = sides.map(({ personId, name, bornOn, contactName, email, phone, visits }) => [
    ...[personId, name, bornOn, contactName, email, phone, visits],
  ])
  return createHash('sha256')
    .update(JSON.stringify([facts, different?.at ?? null]))
    .digest('base64url')
}

/** Addresses are one in any letters. */
export const sameAddress = (one: string | null, other: string | null): boolean =>
  (one?.toLowerCase() ?? null) === (other?.toLowerCase() ?? null)

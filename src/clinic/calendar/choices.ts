/** What the forms of the calendar offer to choose from: who treats, what, where; and people whom the clinic knows. */
import { rowsOfOne } from '../booking/persons/may-be-same.ts'
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { Member } from '../people/members.ts'
import { recordReads } from '../people/reads.ts'

/** A name behind an id. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** Everything that can be chosen in one clinic. */
export interface Choices {
  readonly zone: string
  readonly therapists: readonly Named[]
  /** With who gives each. */
  readonly services: readonly (Named & {
    readonly minutes: number
    readonly pricePence: number
    readonly therapists: readonly string[]
    /** So many at once; null for a visit of one. */
    readonly places: number | null
    /** It is given with a letter of referral alone. */
    readonly needsReferral: boolean
  })[]
  readonly places: readonly (Named & { readonly zone: string })[]
  /** Rooms and machines. */
  readonly things: readonly Named[]
}

/** Those of the clinic of the transaction. */
export async function loadChoices(trx: ClinicTransaction): Promise<Choices> {
  const therapists = await trx
    .selectFrom('therapists')
    .select(['therapist_id', 'name'])
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute()
  const { rows: services } = await sql<{
    id: string
    name: string
    minutes: number
    pricePence: number
    places: number | null
    needsReferral: boolean
    therapists: string[]
  }>`
    select s.service_id as id, s.name, s.minutes, s.price_pence as "pricePence", s.places, s.needs_referral as "needsReferral",
      array_agg(st.therapist_id::text) as therapists
    from services s join service_therapists st using (clinic_id, service_id)
    where s.withdrawn_at is null group by s.service_id, s.name, s.minutes, s.price_pence, s.places, s.needs_referral order by s.name`.execute(
    trx,
  )
  const places = await trx
    .selectFrom('locations')
    .select(['location_id', 'name', 'zone'])
    .orderBy('location_id')
    .execute()
  const { rows: things } = await sql<Named>`
    select room_id as id, name from rooms union all select machine_id, name from machines order by 2`.execute(trx)
  return {
    zone: places[0]?.zone ?? 'Europe/London',
    therapists: therapists.map(({ therapist_id: id, name }) => ({ id, name })),
    services,
    places: places.map(({ location_id: id, name, zone }) => ({ id, name, zone })),
    things,
  }
}

/** Somebody whom the clinic knows, with what tells them from others of the name. */
export interface KnownPerson extends Named {
  readonly phone: string | null
  readonly bornOn: string | null
  /** Their latest visit, in milliseconds since 1970. */
  readonly lastVisit: number
}

const mostPeople = 10

/** People with a visit here whose name holds this text, each once, the latest visit first. That they were looked at is written down. */
export async function peopleNamed(
  trx: ClinicTransaction,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  text: string,
): Promise<readonly KnownPerson[]> {
  if (text.length < 2) return []
  const { rows } = await sql<{ id: string; name: string; phone: string | null; born_on: string | null; last: Date }>`
    select distinct on (p.person_id) p.person_id as id, p.name, c.phone, p.born_on, a.starts_at as last
    from persons p
    join appointments a using (clinic_id, person_id) join contacts c using (clinic_id, contact_id)
    where position(lower(${text}) in lower(p.name)) > 0
    order by p.person_id, a.starts_at desc`.execute(trx)
  const people = (await rowsOfOne(trx, rows, ({ id }) => id))
    .map((group) => ({ group, last: Math.max(...group.map(({ last }) => last.getTime())) }))
    .toSorted((one, other) => other.last - one.last)
    .slice(0, mostPeople)
  const read = people.flatMap(({ group }) => group.map(({ id }) => ({ personId: id })))
  await recordReads(trx, member, 'person', read)
  return people.map(({ group: [{ id, name, phone, born_on }], last }) => ({
    ...{ id, name, phone, bornOn: born_on, lastVisit: last },
  }))
}

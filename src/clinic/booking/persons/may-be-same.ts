/** Which records of a clinic may be one person, each told once; and that somebody looked and they are not. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'
import { squeezed } from '../../directory/folded.ts'
import type { Member } from '../../people/members.ts'
import { recordLooks } from '../../people/reads.ts'
import { allPersons, type KnownPerson, mayBeOne, personsNear } from './known-persons.ts'
import { groupsOfOne } from './one-person.ts'

/** Two records that may be one person; the first is the older. */
export type Pair = readonly [KnownPerson, KnownPerson]

/** The most pairs that one page shows. */
const mostPairs = 50
/** Of people who share one telephone (some desk's own) each is compared with so many. */
const mostNeighbours = 200

/**
 * Each record beside the oldest that it may be one with, so that three of one person are two pairs and no pair stands here
 * twice. That each was looked at is written down.
 */
export function mayBeSame(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
): Promise<{ readonly pairs: readonly Pair[]; readonly more: boolean }> {
  return inClinic(app, member.clinicId, async (trx) => {
    const all = await pairsIn(trx)
    const pairs = all.slice(0, mostPairs)
    const seen = new Set(pairs.flatMap((pair) => pair.map(({ personId }) => personId)))
    await recordLooks(
      trx,
      member,
      'person',
      [...seen].map((personId) => ({ personId })),
    )
    return { pairs, more: all.length > pairs.length }
  })
}

/** How many pairs there are. Shows nobody, so nothing is written down. */
export const countMayBeSame = (app: Database, clinicId: string): Promise<number> =>
  inClinic(app, clinicId, async (trx) => (await pairsIn(trx)).length)

async function pairsIn(trx: ClinicTransaction): Promise<readonly Pair[]> {
  const all = await allPersons(trx)
  const different = await differentPairs(trx)
  const oldest = new Map<string, Pair>()
  for (const neighbours of byWayToKnow(all).values())
    for (const [at, person] of neighbours.entries()) {
      const before = oldest.get(person.personId)?.[0].personId
      const found = neighbours
        .slice(0, Math.min(at, mostNeighbours))
        .find((other) => mayBeOne(other, person) && !different.has(pairKey(other.personId, person.personId)))
      if (found && (before === undefined || found.personId < before)) oldest.set(person.personId, [found, person])
    }
  return [...oldest.values()].toSorted(([, one], [, other]) => (one.personId < other.personId ? 1 : -1))
}

/** Those who have something in common, by what that is, the oldest record first. */
function byWayToKnow(all: readonly KnownPerson[]): ReadonlyMap<string, readonly KnownPerson[]> {
  const found = new Map<string, KnownPerson[]>()
  for (const person of all) {
    const { emails, phones, bornOn } = person
    for (const way of [...emails, ...phones, ...(bornOn === null ? [] : [bornOn])]) {
      const known = found.get(way)
      if (known) known.push(person)
      else found.set(way, [person])
    }
  }
  return found
}

/** Who may be one with this record, the oldest first, but for those of whom it is known that they are not. */
export async function mayBeSameAs(trx: ClinicTransaction, personId: string): Promise<readonly KnownPerson[]> {
  const near = await personsNear(trx, personId)
  const different = await differentPairs(trx)
  const own = near.find((person) => person.personId === personId)
  return near.filter(
    (other) => own && other !== own && mayBeOne(own, other) && !different.has(pairKey(other.personId, personId)),
  )
}

/** Which records stand for the same person as this one, itself among them, the oldest first. */
export async function recordsOf(trx: ClinicTransaction, personId: string): Promise<readonly string[]> {
  const all = await allPersons(trx)
  const own = all.find((person) => person.personId === personId)
  const alike = all.filter(({ name }) => own && squeezed(name) === squeezed(own.name))
  const group = (await oneOf(trx, alike)).find((one) => one.some((person) => person.personId === personId))
  return group?.map((person) => person.personId) ?? [personId]
}

/**
 * Who would be shown as one with a person that is called and reached otherwise from now on; the records that are one with them
 * already are left out.
 * @param records those that stand for the person now
 * @param was the email that goes
 */
export async function wouldBeOneWith(
  trx: ClinicTransaction,
  records: readonly string[],
  was: string | null,
  to: { readonly name: string; readonly email: string | null },
): Promise<readonly KnownPerson[]> {
  const isTheirs = ({ personId }: KnownPerson) => records.includes(personId)
  const changed = (await allPersons(trx)).map((person) => {
    if (!isTheirs(person)) return person
    const emails = person.emails.filter((email) => email !== was?.toLowerCase())
    return { ...person, name: to.name, emails: to.email === null ? emails : [...emails, to.email.toLowerCase()] }
  })
  const groups = await oneOf(trx, changed)
  return groups.filter((group) => group.some(isTheirs)).flatMap((group) => group.filter((one) => !isTheirs(one)))
}

/**
 * Rows of records, those of one person together, the oldest record first. A record that is kept though forgotten stands alone.
 * @param idOf the id of its record; each record once
 */
export async function rowsOfOne<Row extends object>(
  trx: ClinicTransaction,
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Promise<readonly (readonly [Row, ...Row[]])[]> {
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  const groups = await oneOf(
    trx,
    (await allPersons(trx)).filter(({ personId }) => byId.has(personId)),
  )
  const together = groups.flatMap((group) => {
    const [first, ...more] = group.flatMap(({ personId }) => byId.get(personId) ?? [])
    return first ? [[first, ...more] as const] : []
  })
  const grouped = new Set<Row>(together.flat())
  return [...together, ...rows.filter((row) => !grouped.has(row)).map((row) => [row] as const)]
}

/** The groups of records that are shown as one person each. @param persons the oldest first */
async function oneOf(trx: ClinicTransaction, persons: readonly KnownPerson[]) {
  const different = await differentPairs(trx)
  return groupsOfOne(persons, (one, other) => different.has(pairKey(one, other)))
}

const pairKey = (one: string, other: string) => [one, other].toSorted().join(' ')

async function differentPairs(trx: ClinicTransaction): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('different_persons').select(['one_person_id', 'other_person_id']).execute()
  return new Set(rows.map(({ one_person_id, other_person_id }) => pairKey(one_person_id, other_person_id)))
}

/**
 * Remembers that these are two people, so that nobody is asked again. Said twice, it is said once.
 * @returns false where one of them is no person of this clinic
 */
export function sayDifferent(
  app: Database,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  one: string,
  other: string,
): Promise<boolean> {
  return inClinic(app, clinicId, async (trx) => {
    const [lower = '', higher = ''] = [one, other].toSorted()
    const { rows } = await sql`select from persons where clinic_id = clinic.current_clinic()
      and person_id in (${lower}, ${higher}) for key share`.execute(trx)
    if (rows.length < 2) return false
    await trx
      .insertInto('different_persons')
      .values({ clinic_id: clinicId, one_person_id: lower, other_person_id: higher, member_id: memberId })
      .onConflict((at) => at.doNothing())
      .execute()
    return true
  })
}

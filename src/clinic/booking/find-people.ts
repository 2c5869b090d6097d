/** Finding somebody of a clinic by name, however it was typed, and the visits of one person. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { folded } from '../directory/folded.ts'
import { digitsOf, digitsTyped } from '../people/find-person.ts'
import type { Member } from '../people/members.ts'
import { recordLooks } from '../people/reads.ts'
import { isOneSlipApart } from '../town/one-slip.ts'
import type { KnownPerson } from './persons/known-persons.ts'
import { mayBeSameAs, recordsOf, rowsOfOne } from './persons/may-be-same.ts'
import { changesOf, type PersonChange } from './persons/person-changes.ts'
import { lastMerge, mergedInto, type StandingMerge } from './persons/undo-merge.ts'
import { databaseNow } from './slot-claims.ts'
import { asListed, type ListedRow, type ListedVisit, listedVisits } from './staff-day.ts'

/** Somebody who was found: the oldest of their records, with how they were reached for its visits. */
export interface FoundPerson {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  /** Their latest visit: milliseconds since 1970, and the zone of its place. */
  readonly lastVisit: number
  readonly zone: string
  /** How many records stand for them: every booking by the public writes its own (persons/one-person.ts). */
  readonly records: number
}

/** The most that are shown. */
const mostFound = 40

/** `isNear`: nobody is named so, and these are one slip of a key away. `more`: there are others; a longer query finds them. */
export interface FoundPeople {
  readonly found: readonly FoundPerson[]
  readonly isNear: boolean
  readonly more: boolean
  readonly now: number
}

/**
 * Everybody in whose name each word of the query begins a word, however it is joined, the latest visit first: "jose nun" finds
 * José Núñez, "o hara" and "ohara" find O’Hara. Where there is nobody, whoever is reached at that email or telephone; then those
 * whose name is one slip of a key away.
 */
export function findPeople(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  query: string,
): Promise<FoundPeople> {
  const words = folded(query).split(' ').filter(Boolean)
  return inClinic(app, member.clinicId, async (trx) => {
    const now = await databaseNow(trx)
    if (words.length === 0) return { found: [], isNear: false, more: false, now }
    const all = (await trx.selectFrom('persons').select(['person_id', 'name']).execute()).map((person) => ({
      ...person,
      parts: folded(person.name).split(' '),
    }))
    const named = all.filter(({ parts }) => isNamed(parts, words))
    const isNear = named.length === 0
    const reached = isNear ? await reachedAt(trx, query.trim()) : []
    const fits = isNear ? all.filter(({ parts }) => isNearlyNamed(parts, words)) : named
    const { found, seen, more } = await withLatestVisit(
      trx,
      reached.length > 0 ? reached : fits.map(({ person_id }) => person_id),
    )
    await recordLooks(trx, member, 'person', seen)
    return { found, isNear: isNear && reached.length === 0, more, now }
  })
}

/** Whose visits are looked after at this email, or at this telephone in any habit of writing it: whole, since parts are many people's. */
async function reachedAt(trx: ClinicTransaction, typed: string): Promise<readonly string[]> {
  const digits = /[a-z@]/i.test(typed) ? null : digitsTyped(typed)
  const { rows } = await sql<{ person_id: string }>`
    select distinct a.person_id from contacts c join appointments a using (clinic_id, contact_id)
    where c.clinic_id = clinic.current_clinic() and a.person_id is not null
      and (lower(c.email) = lower(${typed}) or ${digitsOf(sql.ref('c.phone'))} = ${digits})`.execute(trx)
  return rows.map(({ person_id }) => person_id)
}

/** Those of them who have a visit, each person once with the latest; the latest of all first. `seen`: every record of theirs. */
async function withLatestVisit(trx: ClinicTransaction, ids: readonly string[]) {
  const { rows } = await sql<{
    person_id: string
    name: string
    email: string | null
    phone: string | null
    last: Date
    zone: string
  }>`
    select distinct on (p.person_id) p.person_id, p.name, c.email, c.phone, a.starts_at as last, l.zone
      from persons p
      join appointments a on a.clinic_id = p.clinic_id and a.person_id = p.person_id and a.state <> 'held'
      join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
      join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
      where p.clinic_id = clinic.current_clinic() and p.person_id = any(${ids}::uuid[])
      order by p.person_id, a.starts_at desc`.execute(trx)
  const people = await rowsOfOne(trx, rows, ({ person_id }) => person_id)
  const shown = people.toSorted((one, other) => lastOf(other) - lastOf(one)).slice(0, mostFound)
  const found = shown.map((group) => {
    const [{ person_id: personId, name, email, phone, zone }] = group
    return { ...{ personId, name, email, phone, zone }, lastVisit: lastOf(group), records: group.length }
  })
  const seen = shown.flatMap((group) => group.map(({ person_id: personId }) => ({ personId })))
  return { found, seen, more: people.length > found.length }
}

const lastOf = (group: readonly { readonly last: Date }[]) => Math.max(...group.map(({ last }) => last.getTime()))

/** Each word begins a word of the name, or all of them together do: "o hara", "smithjones". */
function isNamed(parts: readonly string[], words: readonly string[]): boolean {
  const together = words.join('')
  return (
    words.every((word) => parts.some((part) => part.startsWith(word))) ||
    parts.some((_, from) => parts.slice(from).join('').startsWith(together))
  )
}

/** In a word of so few letters one slip makes another name. */
const shortestWithSlip = 4

/** Each word is a word of the name, but for one slip of a key; or all together are neighbours in it, but for one. */
function isNearlyNamed(parts: readonly string[], words: readonly string[]): boolean {
  const isNear = (word: string, part: string) =>
    word.length >= shortestWithSlip ? isOneSlipApart(word, part) || part.startsWith(word) : part.startsWith(word)
  const together = words.join('')
  return (
    words.every((word) => parts.some((part) => isNear(word, part))) ||
    (together.length >= shortestWithSlip &&
      parts.some((_, from) =>
        parts.slice(from).some((__, many) => isOneSlipApart(together, parts.slice(from, from + many + 1).join(''))),
      ))
  )
}

/** The most visits of one person that are read. */
export const mostVisits = 200

/** A person's visits, those of all their records, the newest first, and who may be the same person. */
export interface PersonVisits {
  readonly name: string
  readonly visits: readonly ListedVisit[]
  /** How many records stand for them. */
  readonly records: number
  /** Alike in name, with the same birth date, email or phone; not those of whom somebody said that they are another. */
  readonly maybeSame: readonly KnownPerson[]
  /** The last record that was made one with this, while that can be undone. */
  readonly merge: StandingMerge | undefined
  /** What staff changed of how they are called and reached, the newest first. */
  readonly changes: readonly PersonChange[]
  readonly now: number
}

/** @returns undefined for another clinic's person and nobody at all alike */
export function personVisits(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  personId: string,
): Promise<PersonVisits | undefined> {
  return inClinic(app, member.clinicId, async (trx) => {
    const records = await recordsOf(trx, personId)
    const { rows } = await sql<ListedRow>`${listedVisits}
      where a.clinic_id = clinic.current_clinic() and a.state <> 'held' and a.person_id = any(${[...records]}::uuid[])
      order by a.starts_at desc, a.appointment_id limit ${mostVisits}`.execute(trx)
    const now = await databaseNow(trx)
    const visits = rows.map((row) => asListed(row, now))
    const [latest] = visits
    if (!latest) return undefined
    const maybeSame = await mayBeSameAs(trx, personId)
    await recordLooks(
      trx,
      member,
      'person',
      records.map((id) => ({ personId: id })),
    )
    const own = visits.find((visit) => visit.personId === personId) ?? latest
    const [merge, changes] = [await lastMerge(trx, personId), await changesOf(trx, records)]
    return { name: own.person, visits, records: records.length, maybeSame, merge, changes, now }
  })
}

/** The record that this one was made part of; undefined for one that stands, and for another clinic's. */
export const recordThatHas = (app: Database, clinicId: string, personId: string): Promise<string | undefined> =>
  inClinic(app, clinicId, (trx) => mergedInto(trx, personId))

/** Finding somebody of a clinic by name, however it was typed, and the visits of one person. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import { folded } from '../directory/folded.ts'
import type { Member } from '../people/members.ts'
import { recordLooks } from '../people/reads.ts'
import type { KnownPerson } from './persons/known-persons.ts'
import { mayBeSameAs } from './persons/may-be-same.ts'
import { lastMerge, mergedInto, type StandingMerge } from './persons/undo-merge.ts'
import { databaseNow } from './slot-claims.ts'
import { asListed, type ListedRow, type ListedVisit, listedVisits } from './staff-day.ts'

/** Somebody who was found. Every booking writes its own person, so one human being may stand here more than once. */
export interface FoundPerson {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  /** Their latest visit: milliseconds since 1970, and the zone of its place. */
  readonly lastVisit: number
  readonly zone: string
}

/** The most that are shown. */
const mostFound = 40

/**
 * Everybody in whose name each word of the query begins a word, the latest visit first. "jose nun" finds José Núñez.
 * @returns `more`: there are others; a longer query finds them
 */
export function findPeople(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  query: string,
): Promise<{ readonly found: readonly FoundPerson[]; readonly more: boolean; readonly now: number }> {
  const words = folded(query).split(' ').filter(Boolean)
  return inClinic(app, member.clinicId, async (trx) => {
    const now = await databaseNow(trx)
    if (words.length === 0) return { found: [], more: false, now }
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
      where p.clinic_id = clinic.current_clinic()
      order by p.person_id, a.starts_at desc`.execute(trx)
    const fits = rows
      .filter(({ name }) => isNamed(name, words))
      .sort((one, other) => other.last.getTime() - one.last.getTime())
    const found = fits.slice(0, mostFound).map((row) => ({
      ...{ personId: row.person_id, name: row.name, email: row.email, phone: row.phone, zone: row.zone },
      lastVisit: row.last.getTime(),
    }))
    await recordLooks(trx, member, 'person', found)
    return { found, more: fits.length > found.length, now }
  })
}

const isNamed = (name: string, words: readonly string[]): boolean => {
  const parts = folded(name).split(' ')
  return words.every((word) => parts.some((part) => part.startsWith(word)))
}

/** The most visits of one person that are read. */
export const mostVisits = 200

/** A person's visits, the newest first, and who may be the same person. */
export interface PersonVisits {
  readonly name: string
  readonly visits: readonly ListedVisit[]
  /** Alike in name, with the same birth date, email or phone; not those of whom somebody said that they are another. */
  readonly maybeSame: readonly KnownPerson[]
  /** The last record that was made one with this, while that can be undone. */
  readonly merge: StandingMerge | undefined
  readonly now: number
}

/** @returns undefined for another clinic's person and nobody at all alike */
export function personVisits(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  personId: string,
): Promise<PersonVisits | undefined> {
  return inClinic(app, member.clinicId, async (trx) => {
    const { rows } = await sql<ListedRow>`${listedVisits}
      where a.clinic_id = clinic.current_clinic() and a.state <> 'held' and a.person_id = ${personId}::uuid
      order by a.starts_at desc, a.appointment_id limit ${mostVisits}`.execute(trx)
    const now = await databaseNow(trx)
    const visits = rows.map((row) => asListed(row, now))
    const [latest] = visits
    if (!latest) return undefined
    const maybeSame = await mayBeSameAs(trx, personId)
    await recordLooks(trx, member, 'person', [{ personId }])
    return { name: latest.person, visits, maybeSame, merge: await lastMerge(trx, personId), now }
  })
}

/** The record that this one was made part of; undefined for one that stands, and for another clinic's. */
export const recordThatHas = (app: Database, clinicId: string, personId: string): Promise<string | undefined> =>
  inClinic(app, clinicId, (trx) => mergedInto(trx, personId))

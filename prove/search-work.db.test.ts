/** What a search of the directory costs, in rows that the database reads: it may grow with the directory, not with its square. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeTown } from '../bench/booking/town.ts'
import { makeTestClinic } from '../src/clinic/booking/test-clinic.ts'
import { bookedVisit } from '../src/clinic/booking/test-staff.ts'
import { loadAvailability } from '../src/clinic/availability/load-availability.ts'
import { inClinic } from '../src/clinic/db/connection.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { takeDueMails } from '../src/clinic/mail/due-mails.ts'
import { findCandidates } from '../src/clinic/directory/find-candidates.ts'
import { readLanguages } from '../src/clinic/directory/spoken-languages.ts'

const db = testDatabase({
  withoutNeighbours: 'counts the rows that a search reads',
  plannedByValues: 'how many rows are read hangs on it',
})
const now = Temporal.Now.instant()
const search = { treatment: 'physiotherapy-first', from: { latitude: 51.527, longitude: -0.055 } } as const

/** Rows of the clinic's tables that any statement has read so far, with the last of whoever reads. */
async function rowsRead(reader = db.directory): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(reader)
  const { rows } = await db.admin.query<{ read: string }>(
    "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as read from pg_stat_user_tables where schemaname = 'clinic'",
  )
  return Number(rows[0]?.read)
}

/** Claims that a look at the free times of the clinic reads, in the table or in an index that answers by itself. */
async function claimsRead(clinic: string): Promise<number> {
  const read = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(db.app)
    const { rows } = await db.admin.query<{ read: string }>(
      `select seq_tup_read + (select sum(idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid) as read
       from pg_stat_user_tables t where relid = 'clinic.claims'::regclass`,
    )
    return Number(rows[0]?.read)
  }
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const span = { firstDay: today.toString(), lastDay: today.add({ days: 14 }).toString() }
  const before = await read()
  await inClinic(db.app, clinic, (trx) => loadAvailability(trx, { now, ...span }))
  return (await read()) - before
}

/** Rows read by one search, with how many therapists it found. */
async function workOfASearch() {
  const before = await rowsRead()
  const { length: found } = await findCandidates(db.directory, search, now)
  return { found, read: (await rowsRead()) - before }
}

describe('the work of a search', () => {
  test('grows with the number of therapists, and is a small multiple of it', async () => {
    await writeTown(db.admin, { from: 1, clinics: 4, therapistsEach: 12, busyDays: 0 })
    const small = await workOfASearch()
    await writeTown(db.admin, { from: 5, clinics: 12, therapistsEach: 12, busyDays: 0 })
    const large = await workOfASearch()
    expect(small.found).toBe(48)
    expect(large.found).toBe(192)
    // Of each therapist five rows of hours, a name, a registration, and what is given; in a small table nearly all is read again.
    expect(large.read).toBeGreaterThan(192 * 5)
    expect(large.read).toBeLessThan(192 * 40)
  })

  test('grows with who is near and not with the directory, once there are more places than are looked at', async () => {
    await writeTown(db.admin, { from: 17, clinics: 84, therapistsEach: 12, busyDays: 0 })
    const small = await workOfASearch()
    await writeTown(db.admin, { from: 101, clinics: 300, therapistsEach: 12, busyDays: 0 })
    const large = await workOfASearch()
    // Four times the directory. What still grows are the lists of clinics and of names.
    expect([small.found, large.found]).toEqual([200, 200])
    expect(large.read).toBeLessThan(small.read * 2.5)
  })
})

describe('the list of languages', () => {
  const inSeconds = (seconds: number) => readLanguages(db.directory, now.add({ seconds }))
  const spokenByOne = () =>
    db.admin.query(
      `update clinic.therapists set languages = '{en,cy}' where therapist_id = (select min(therapist_id::text)::uuid from clinic.therapists)`,
    )

  beforeAll(() => writeTown(db.admin, { from: 500, clinics: 1, therapistsEach: 2, busyDays: 0 }))

  test('is made once a minute, however many ask, and knows a new language a minute later', async () => {
    expect(inSeconds(0)).toBe(inSeconds(59))
    expect(await inSeconds(0)).toEqual(['en'])
    await spokenByOne()
    expect(await inSeconds(59)).toEqual(['en'])
    expect(await inSeconds(60)).toEqual(['cy', 'en'])
  })

  test('is asked anew where the clock was put back, and where it could not be read', async () => {
    await db.admin.query('revoke select on directory.therapists from unclench_directory')
    await expect(inSeconds(-3600)).rejects.toThrow('permission denied')
    await db.admin.query('grant select on directory.therapists to unclench_directory')
    expect(await inSeconds(-3600)).toEqual(['cy', 'en'])
  })
})

describe('the work of a mail', () => {
  test('is that of one visit, however many clinics there are', async () => {
    const clinic = await makeTestClinic(db)
    await bookedVisit(db, clinic, '10:00', { personName: 'Robin Ashdown' })
    await writeTown(db.admin, { from: 600, clinics: 50, therapistsEach: 12, busyDays: 0 })
    // Nobody counts the rows of a table that has one and is never written: in the product none is known of it.
    await db.admin.query(`select pg_clear_relation_stats('clinic', 'installation')`)
    const before = await rowsRead(db.app)
    expect(await takeDueMails(db.app, clinic.clinicId, { most: 1, leaseMs: 60_000 })).toHaveLength(1)
    const read = (await rowsRead(db.app)) - before
    expect(read).toBeGreaterThan(10)
    expect(read).toBeLessThan(600)
  })
})

describe('the work of a look at free times', () => {
  test('does not grow with the visits that are over', async () => {
    await writeTown(db.admin, { from: 1000, clinics: 1, therapistsEach: 12, busyDays: 40 })
    const { rows } = await db.admin.query<{ id: string }>(
      "select clinic_id as id from clinic.clinics where name = 'Clinic 1000'",
    )
    const clinic = rows[0]?.id ?? ''
    expect(await claimsRead(clinic)).toBeGreaterThan(1000)
    // All of them two months ago.
    await db.admin.query(
      "update clinic.claims set during = tstzrange(lower(during) - interval '60 days', upper(during) - interval '60 days') where clinic_id = $1",
      [clinic],
    )
    // What they were before is in the indexes until they are cleared.
    await db.admin.query('vacuum (analyze)')
    expect(await claimsRead(clinic)).toBeLessThan(100)
  })
})

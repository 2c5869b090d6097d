/** What was kept of somebody who asked to be forgotten goes by itself once its day is past, over a real PostgreSQL. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bookedVisit } from '../clinic/booking/test-staff.ts'
import { makeTestClinic } from '../clinic/booking/test-clinic.ts'
import { connectAsOwner, type Database } from '../clinic/db/connection.ts'
import { testDatabase } from '../clinic/db/test-database.ts'
import { eraseAllDue, eraseDueBeside, goneWords } from './erase-due.ts'

const db = testDatabase()
const settings = () => ({ ...db.address, user: 'postgres', password: '' })
const owners: Database[] = []
const owner = (at: number): Database => owners[at] ?? expect.fail('no connection')
beforeAll(() => {
  owners.push(connectAsOwner(settings()), connectAsOwner(settings()))
})
afterAll(() => Promise.all(owners.map((each) => each.destroy())))

/** Somebody of a clinic who asked to be forgotten, and was last treated so long ago. */
async function forgotten(lastVisit: string): Promise<void> {
  const clinic = await makeTestClinic(db)
  const visit = await bookedVisit(db, clinic, '10:00', { personName: `Kept ${randomUUID()}` })
  await db.admin.query(
    `update clinic.appointments set state = 'finished', starts_at = now() - $2::interval,
       ends_at = now() - $2::interval + interval '45 minutes' where appointment_id = $1`,
    [visit, lastVisit],
  )
  await db.admin.query(
    `insert into clinic.erasures (clinic_id, person_id, kept_until)
     select clinic_id, person_id, current_date from clinic.appointments where appointment_id = $1`,
    [visit],
  )
}
const named = async () =>
  Number((await db.admin.query(`select count(*) from clinic.persons where name like 'Kept %'`)).rows[0]?.count)
beforeEach(async () => {
  await db.admin.query(`delete from clinic.erasures`)
  await db.admin.query(`update clinic.persons set name = 'x'`)
})

test('what is past its day goes in every clinic, and what must still be kept stays', async () => {
  await forgotten('9 years')
  await forgotten('9 years')
  await forgotten('7 years')
  expect(await eraseAllDue(owner(0))).toMatchObject({ persons: 2 })
  expect(await named()).toBe(1)
  expect(await eraseAllDue(owner(0))).toMatchObject({ persons: 0 })
})

test('of two servers that begin at once one does it, and the next round of either can', async () => {
  await forgotten('9 years')
  const both = await Promise.all([eraseAllDue(owner(0)), eraseAllDue(owner(1))])
  expect(both.map(({ persons }) => persons).toSorted()).toEqual([0, 1])
  await forgotten('9 years')
  expect(await eraseAllDue(owner(1))).toMatchObject({ persons: 1 })
})

test('a running server does it by itself, and says so without a name', async () => {
  await forgotten('9 years')
  const said: string[] = []
  const running = eraseDueBeside((line) => said.push(line))({ ...db, isDemonstration: false }, settings())
  for (let tries = 0; tries < 200 && said.length === 0; tries += 1) await new Promise((next) => setTimeout(next, 25))
  await running.stop()
  expect(said).toEqual(['Let go what was kept of 1 person: its day had come.'])
  expect(await named()).toBe(0)
})

describe('a wish for letters that nobody said yes to', () => {
  /** A wish of so long ago, with the question that was mailed; confirmed, where `isYes`. */
  const wished = async (address: string, ago: string, isYes = false) => {
    const { clinicId } = await makeTestClinic(db)
    await db.admin.query(
      `insert into clinic.letter_subscribers (clinic_id, address, topics, asked_topics, asked_at, confirmed_at)
       values ($1, $2, '{}', '{keep-away}', now() - $3::interval, case when $4 then now() - $3::interval end)`,
      [clinicId, address, ago, isYes],
    )
    await db.admin.query(
      `insert into clinic.letter_consents (clinic_id, subscriber_id, what, topics, shown)
       select clinic_id, subscriber_id, 'asked', asked_topics, 'x' from clinic.letter_subscribers where clinic_id = $1`,
      [clinicId],
    )
    await db.admin.query(
      `insert into clinic.letter_mails (clinic_id, kind, subscriber_id, address, useless_after, state)
       select clinic_id, 'was-it-you', subscriber_id, address, now(), 'bounced' from clinic.letter_subscribers where clinic_id = $1`,
      [clinicId],
    )
    await db.admin.query(
      `insert into clinic.mail_stops (clinic_id, purpose, address, why) values ($1, 'letters', $2, 'bounced')`,
      [clinicId, address],
    )
    return clinicId
  }
  /** In which tables an address still stands. */
  const standsIn = async (address: string) => {
    const found: string[] = []
    for (const table of ['letter_subscribers', 'letter_mails', 'letter_consents', 'mail_stops']) {
      const where =
        table === 'letter_consents'
          ? 'subscriber_id in (select subscriber_id from clinic.letter_subscribers where address = $1)'
          : 'address = $1'
      const { rows } = await db.admin.query(`select from clinic.${table} where ${where}`, [address])
      if (rows.length > 0) found.push(table)
    }
    return found
  }

  test('goes whole after two weeks, and not before; who said yes stays', async () => {
    await wished('old@example.org', '14 days 1 minute')
    await wished('fresh@example.org', '13 days 23 hours')
    await wished('reader@example.org', '2 years', true)
    expect(await eraseAllDue(owner(0))).toMatchObject({ wishes: 1 })
    expect(await standsIn('old@example.org')).toEqual([])
    for (const address of ['fresh@example.org', 'reader@example.org'])
      expect(await standsIn(address)).toEqual(['letter_subscribers', 'letter_mails', 'letter_consents', 'mail_stops'])
    expect(await eraseAllDue(owner(0))).toMatchObject({ wishes: 0 })
    expect(goneWords({ persons: 0, wishes: 1 }).join()).not.toContain('@')
  })

  test('"It was not me" goes after three months, a week without letters when it is over, and no other stop with them', async () => {
    const clinicId = await wished('reader@example.org', '1 day', true)
    await db.admin.query(
      `insert into clinic.mail_stops (clinic_id, purpose, address, why, stopped_at) values
       ($1, 'was-it-you', 'old@example.org', 'not-me', now() - interval '90 days 1 minute'),
       ($1, 'was-it-you', 'new@example.org', 'not-me', now() - interval '89 days')`,
      [clinicId],
    )
    await db.admin.query(
      `insert into clinic.letter_pauses values ($1, 'over@example.org', now()), ($1, 'week@example.org', now() + interval '1 hour')`,
      [clinicId],
    )
    await eraseAllDue(owner(0))
    const of = async (table: string) =>
      (
        await db.admin.query<{ address: string }>(
          `select address from clinic.${table} where clinic_id = $1 order by address`,
          [clinicId],
        )
      ).rows.map(({ address }) => address)
    expect(await of('mail_stops')).toEqual(['new@example.org', 'reader@example.org'])
    expect(await of('letter_pauses')).toEqual(['week@example.org'])
  })
})

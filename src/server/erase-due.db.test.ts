/** What was kept of somebody who asked to be forgotten goes by itself once its day is past, over a real PostgreSQL. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bookedVisit } from '../clinic/booking/test-staff.ts'
import { makeTestClinic } from '../clinic/booking/test-clinic.ts'
import { connectAsOwner, type Database } from '../clinic/db/connection.ts'
import { testDatabase } from '../clinic/db/test-database.ts'
import { eraseAllDue, eraseDueBeside } from './erase-due.ts'

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
  expect(await eraseAllDue(owner(0))).toBe(2)
  expect(await named()).toBe(1)
  expect(await eraseAllDue(owner(0))).toBe(0)
})

test('of two servers that begin at once one does it, and the next round of either can', async () => {
  await forgotten('9 years')
  const both = await Promise.all([eraseAllDue(owner(0)), eraseAllDue(owner(1))])
  expect(both.toSorted()).toEqual([0, 1])
  await forgotten('9 years')
  expect(await eraseAllDue(owner(1))).toBe(1)
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

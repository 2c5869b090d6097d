/** Connections to the database that break at any moment, as when it is restarted, while people book through HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { makeTestClinic } from '../src/clinic/booking/test-clinic.ts'
import { pause } from './installation.ts'
import { type OwnServer, startInProcess } from './in-process.ts'
import { book, type FilledForm, hold, type Outcome, type Person, personOf } from './person.ts'
import { faultsOfBookings } from './what-must-hold.ts'

const db = testDatabase({ withoutNeighbours: 'a clock runs while its connections break' })
let server: OwnServer
const uncaught: unknown[] = []
const hear = (error: unknown) => uncaught.push(error)
beforeAll(async () => {
  server = await startInProcess(db)
  process.on('uncaughtException', hear)
})
afterAll(async () => {
  process.off('uncaughtException', hear)
  await server.stop()
})

/** Ends some of the server's connections, whatever they are doing. */
const breakSome = () =>
  db.admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = $1 and usename in ('unclench_app', 'unclench_directory') and random() < 0.25`,
    [db.address.database],
  )

test('people are told that the database is away or that they have a visit, the same form may be sent again, and nobody has two', async () => {
  const clinic = await makeTestClinic(db, { therapists: 2, minutes: 30 })
  const start = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 3 }).withPlainTime('08:00').epochMilliseconds
  const said: Outcome[] = []
  const again: { readonly person: Person; readonly form: FilledForm }[] = []
  const goes = async (person: Person, number: number) => {
    const slug = `therapist-${clinic.therapists[number % 2]}`
    const time = { slug, service: clinic.serviceId, start: start + (number >> 1) * 30 * 60_000 }
    for (let tries = 0; tries < 20; tries += 1) {
      const held = await hold(person, server.origin, time)
      if (held.what !== 'held') {
        said.push(held)
        // A hold whose answer was lost keeps the time for five minutes.
        if (held.what === 'lost') return
        continue
      }
      const booked = await book(person, server.origin, held.form)
      said.push(booked)
      if (booked.what !== 'booked') again.push({ person, form: held.form })
      return
    }
  }
  const everybody = Promise.all(Array.from({ length: 20 }, (_, number) => goes(personOf(number), number)))
  const isOver = { yes: false }
  void everybody.then(() => (isOver.yes = true))
  while (!isOver.yes) {
    await breakSome()
    await pause(60)
  }
  await everybody
  for (const { person, form } of again) said.push(await book(person, server.origin, form))

  const kinds = new Set(said.map((outcome) => (outcome.what === 'fault' ? outcome.said.slice(0, 3) : outcome.what)))
  expect([...kinds].filter((kind) => !['booked', 'lost', 'away'].includes(kind))).toEqual([])
  expect(kinds).toContain('away')
  expect(kinds).toContain('booked')
  expect(uncaught).toEqual([])
  const { rows } = await db.admin.query<{ email: string }>(
    `select k.email from clinic.appointments join clinic.contacts k using (clinic_id, contact_id)`,
  )
  expect(new Set(rows.map(({ email }) => email)).size).toBe(rows.length)
  expect(rows).toHaveLength(said.filter(({ what }) => what === 'booked').length)
  expect(await faultsOfBookings(db.admin)).toEqual([])
})

/**
 * Confirmed bookings a second: a time held, then booked, by the functions of the pages, against `pgbench`, which sends the
 * statements of one such booking, recorded here, to the same PostgreSQL with durability on, and decides nothing.
 */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { withServers } from '../../prove/two-servers.ts'
import { confirmBooking } from '../../src/clinic/booking/confirm.ts'
import { holdSlot } from '../../src/clinic/booking/holds.ts'
import { dayAfterTomorrow, makeTestClinic } from '../../src/clinic/booking/test-clinic.ts'
import { type Address, connect, type Database } from '../../src/clinic/db/connection.ts'
import { rolePassword } from '../../src/clinic/db/roles.ts'
import type { DB } from '../../src/clinic/db/schema.ts'
import { count, type Report, type Row, times } from '../table.ts'
import { addressOf } from './address.ts'
import { findPgbench, type Recorded, runPgbench, scriptOf } from './pgbench.ts'

/** So many people book at once, each with a therapist of their own, for so long. */
const [people, seconds] = [4, 10]
const aim = 0.5
const dayMs = 24 * 60 * 60_000
const visitMs = 45 * 60_000
const visitsADay = 16

export function bookings(): Promise<Report> {
  return withServers(1, async ({ databaseUrl, secret, admin }) => {
    const clinic = await makeTestClinic({ admin }, { therapists: 1 + 2 * people, rooms: 1 + 2 * people })
    const rooms = await admin.query<{ id: string }>('select room_id as id from clinic.rooms order by room_id')
    const key = Buffer.from(secret)
    const address = addressOf(databaseUrl)
    const password = rolePassword(key, 'unclench_app')
    const book = (app: Database, therapist: number, number: number) =>
      bookOnce(app, key, { ...clinic, therapist: clinic.therapists[therapist] ?? '', number })

    const recorded = await record(address, password, (app) => book(app, 0, 0))
    const app = connect(address, 'unclench_app', password)
    const ours = await perSecond((person, number) => book(app, 1 + person, number))
    await app.destroy()

    const pgbench = findPgbench()
    const script = scriptOf(recorded, {
      start: dayAfterTomorrow('08:00'),
      visitMs,
      therapist: clinic.therapists[0] ?? '',
      ...personOf(0, clinic.therapists[0] ?? ''),
      therapists: clinic.therapists.slice(1 + people),
      room: rooms.rows[0]?.id ?? '',
      rooms: rooms.rows.slice(1 + people).map(({ id }) => id),
    })
    const limit = async (mode: 'extended' | 'prepared', from: number) =>
      pgbench === undefined
        ? undefined
        : runPgbench(pgbench, { address, password, script, mode, clients: people, seconds, from })
    const [asSent, prepared] = [await limit('extended', 0), await limit('prepared', 100_000)]
    const row = (what: string, theirs: number | undefined, isAim: boolean): Row => ({
      what,
      ours: count(ours),
      against: theirs === undefined ? 'no pgbench on this machine' : `${count(theirs)}${isAim ? ` (aim ${aim}×)` : ''}`,
      ...(theirs !== undefined && { ratio: times(ours, theirs), ...(isAim && { met: ours / theirs >= aim }) }),
    })
    return {
      wrong: await faults(admin),
      rows: [
        row(`Confirmed bookings a second, ${people} at once, against pgbench`, asSent, true),
        row('… against pgbench with every statement prepared', prepared, false),
      ],
    }
  })
}

interface OneBooking {
  readonly clinicId: string
  readonly locationId: string
  readonly serviceId: string
  readonly therapist: string
  /** The first is at eight on the day after tomorrow, the next 45 minutes later, sixteen a day. */
  readonly number: number
}

/** Another person for each booking. */
const personOf = (number: number, therapist: string) => ({
  name: `Person ${number} of ${therapist}`,
  email: `p${number}.${therapist}@example.org`,
})

async function bookOnce(app: Database, secret: Uint8Array, { number, ...at }: OneBooking): Promise<void> {
  const start = dayAfterTomorrow('08:00') + Math.floor(number / visitsADay) * dayMs + (number % visitsADay) * visitMs
  const { clinicId, therapist } = at
  const wanted = { clinicId, service: at.serviceId, therapist, location: at.locationId, start }
  const held = await holdSlot(app, wanted, null)
  if (!held.ok) throw new Error(`time ${number} was not held: ${held.why}`)
  const { name, email } = personOf(number, therapist)
  const booked = await confirmBooking(app, secret, held.hold.appointmentId, wanted, {
    ...{ personName: name, contactName: name, email, payer: 'self' },
  })
  if (!booked.ok) throw new Error(`time ${number} was not booked: ${booked.why}`)
}

/** How many a second, all people together, each going on as soon as their last is booked. The first five of each do not count. */
async function perSecond(book: (person: number, number: number) => Promise<void>): Promise<number> {
  const everybody = Array.from({ length: people }, (_, person) => person)
  await Promise.all(
    everybody.map(async (person) => {
      for (let number = 0; number < 5; number += 1) await book(person, number)
    }),
  )
  const began = performance.now()
  let booked = 0
  await Promise.all(
    everybody.map(async (person) => {
      for (let number = 5; performance.now() - began < seconds * 1000; number += 1) {
        await book(person, number)
        booked += 1
      }
    }),
  )
  return booked / ((performance.now() - began) / 1000)
}

/** What one booking sends, with what was asked and what came back, as the product's own role. */
async function record(
  address: Address,
  password: string,
  work: (app: Database) => Promise<void>,
): Promise<readonly Recorded[]> {
  const sent: Recorded[] = []
  const pool = new pg.Pool({
    ...address,
    user: 'unclench_app',
    password,
    max: 1,
    options: '-c search_path=clinic,public',
  })
  const client = await pool.connect()
  const query = client.query.bind(client)
  const listening = {
    query: async (text: string, values: readonly unknown[]) => {
      const reply = await query(text, [...values])
      sent.push({ text, values, rows: reply.rows })
      return reply
    },
    release: () => undefined,
  }
  // Kysely asks no more of a pool than these, and nothing here reads with a cursor.
  const dialect = new PostgresDialect({
    pool: { connect: () => Promise.resolve(listening), end: () => Promise.resolve() } as never,
  })
  try {
    await work(new Kysely<DB>({ dialect }))
  } finally {
    client.release()
    await pool.end()
  }
  return sent
}

/** Every visit that was booked has its claims, a person and one confirmation; nothing is still held. */
async function faults(admin: pg.Pool): Promise<readonly string[]> {
  const { rows } = await admin.query<{ wrong: string }>(
    `select count(*) as wrong from clinic.appointments a where a.state <> 'confirmed' or a.person_id is null
       or (select count(*) from clinic.claims c where c.appointment_id = a.appointment_id) <> 2
       or (select count(*) from clinic.mails m where m.appointment_id = a.appointment_id and m.kind = 'confirmation') <> 1`,
  )
  return rows[0]?.wrong === '0' ? [] : [`${rows[0]?.wrong} bookings are not whole.`]
}

/** The short form of the faults, in this process: a real mail server that misbehaves, lost answers, a clock that steps. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestClinic } from '../src/clinic/booking/test-clinic.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { smtpDelivery } from '../src/clinic/mail/deliver.ts'
import { mailerBeside } from '../src/server/mailer.ts'
import { type BreakableWay, breakableWay } from './breakable-way.ts'
import { allFaults, type FaultGround, suffer } from './faults.ts'
import { startInProcess } from './in-process.ts'
import { type MailSink, openMailSink } from './mail-sink.ts'

const db = testDatabase({ withoutNeighbours: 'every mail is compared with what arrived' })
const closing: (() => Promise<unknown>)[] = []
let ground: FaultGround
const ownClock = { now: Date.now, instant: Temporal.Now.instant }

/** Sets the clock that this process is given, which is the one of its server. */
function stepClock(ms: number): void {
  Date.now = () => ownClock.now() + ms
  Temporal.Now.instant = () => ownClock.instant().add({ milliseconds: ms })
}

beforeAll(async () => {
  const way: BreakableWay = await breakableWay(db.address)
  const address = { host: '127.0.0.1', port: way.port, database: db.address.database }
  const server = await startInProcess({ address, secret: db.secret, auth: db.auth })
  const sink: MailSink = await openMailSink(20)
  const limits = { connect: 500, silence: 300, whole: 1000 }
  const settings = { from: 'bookings@unclench.test', outbox: null, deliver: smtpDelivery(sink.url, limits) }
  const mailer = mailerBeside(
    settings,
    () => server.origin,
    () => undefined,
    50,
  )
  const running = mailer(server.ready, { ...address, user: 'postgres', password: '' })
  closing.push(
    () => running.stop(),
    () => server.stop(),
    () => sink.close(),
    () => way.stop(),
  )
  const clinic = await makeTestClinic(db, { therapists: 1 })
  ground = { origin: () => server.origin, admin: db.admin, clinic, sink, way, stepClock, inHandMs: 1500 }
})
afterAll(async () => {
  for (const close of closing) await close()
})

test.each(allFaults())('$name: every acknowledged visit is there, once, with its mail', async (fault) => {
  const { wrong, acknowledged, harm } = await suffer(ground, fault, 4)
  expect(wrong).toEqual([])
  expect(acknowledged).toBe(4)
  expect(harm).toBeGreaterThan(0)
})

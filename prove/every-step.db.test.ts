/**
 * The connection to the database cut at every single step of booking, moving, cancelling and booking a course: before the
 * statement is heard, and after it was done but before the answer comes back, as when a server or its database is killed then.
 * Whoever sends the same form again has one visit, and every confirmation belongs to a visit that stands.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { often } from '../scripts/short-form.ts'
import { privateToken } from '../src/clinic/booking/private-link.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { type BreakableWay, breakableWay } from './breakable-way.ts'
import { type OwnServer, startInProcess } from './in-process.ts'
import { book, type FilledForm, hold, type Person, personOf } from './person.ts'
import { faultsOfBookings } from './what-must-hold.ts'

const db = testDatabase({ withoutNeighbours: 'cuts a step at each statement in turn' })
let way: BreakableWay
let server: OwnServer
let clinic: TestClinic
let people = 900
/** Somebody who has not booked before. */
const nobodyYet = () => {
  people += 1
  return personOf(people)
}
let cuts = 0
beforeAll(async () => {
  way = await breakableWay(db.address)
  const address = { host: '127.0.0.1', port: way.port, database: db.address.database }
  server = await startInProcess({ address, secret: db.secret, auth: db.auth })
})
afterAll(async () => {
  await server.stop()
  await way.stop()
})
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 1, rooms: 1 })
})

const post = async (path: string, fields: Readonly<Record<string, string>> | URLSearchParams) => {
  const response = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  })
  await response.text()
  return response
}
const rowsOf = async <T extends object>(text: string) => (await db.admin.query<T>(text, [clinic.clinicId])).rows
/** The states of every visit, and the kind and version of every mail about one. */
const told = async () => ({
  visits: (
    await rowsOf<{ said: string }>(
      `select state || ' ' || version as said from clinic.appointments where clinic_id = $1 and state <> 'held' order by 1`,
    )
  ).map(({ said }) => said),
  mails: (
    await rowsOf<{ said: string }>(
      `select kind || ' ' || version as said from clinic.mails where clinic_id = $1 and kind in ('confirmation', 'moved', 'cancelled')
     and state <> 'dropped' order by mail_id`,
    )
  ).map(({ said }) => said),
})
const startOf = (nth: number) =>
  dayAfterTomorrow('08:00') + (nth % 12) * 60 * 60_000 + Math.floor(nth / 12) * 86_400_000
const held = async (person: Person, start: number): Promise<FilledForm> => {
  const time = { slug: `therapist-${clinic.therapists[0]}`, service: clinic.serviceId, start }
  const answer = await hold(person, server.origin, time)
  if (answer.what !== 'held') throw new Error(JSON.stringify(answer))
  return answer.form
}
async function booked(start: number): Promise<string> {
  const person = nobodyYet()
  const answer = await book(person, server.origin, await held(person, start))
  if (answer.what !== 'booked') throw new Error(JSON.stringify(answer))
  return answer.visit
}

/**
 * Does something once for each step that it takes, cut at that step in both ways, and then sends the same again over a way
 * that holds. In the short form at each eleventh step, beginning at another one for each thing that is done.
 * @param first the first of the steps in the short form @returns how many steps there were, or a little fewer
 */
async function atEveryStep(
  prepare: (round: number) => Promise<() => Promise<Response | { readonly what: string }>>,
  look: (round: number) => Promise<void>,
  first = 1,
  stride = often(1, 11),
): Promise<number> {
  let round = 0
  for (let nth = often(1, first); nth < 500; nth += stride) {
    let wasCut = false
    for (const cut of ['before', 'after'] as const) {
      const act = await prepare(round)
      const broke = way.breakAt(nth, cut)
      await act()
      wasCut ||= broke()
      way.mend()
      if (broke()) cuts += 1
      // Whatever became of it: nothing half done, and no mail about a visit that is not there.
      expect(await faultsOfBookings(db.admin), `cut ${cut} step ${nth}`).toEqual([])
      await act()
      expect(await faultsOfBookings(db.admin), `after step ${nth}, sent again`).toEqual([])
      await look(round)
      round += 1
    }
    if (!wasCut) return nth - 1
  }
  throw new Error('it never came to an end')
}

test('booking: one visit and one confirmation, that opens, whatever was cut', async () => {
  const steps = await atEveryStep(
    async (round) => {
      clinic = await makeTestClinic(db, { therapists: 1, rooms: 1 })
      const person = nobodyYet()
      const form = await held(person, startOf(round % 40))
      return () => book(person, server.origin, form)
    },
    async () => {
      expect(await told()).toEqual({ visits: ['confirmed 0'], mails: ['confirmation 0'] })
      const [visit] = await rowsOf<{ id: string }>(
        'select appointment_id as id from clinic.appointments where clinic_id = $1',
      )
      const token = privateToken(db.secret, 'visit', { clinicId: clinic.clinicId, appointmentId: visit?.id ?? '' })
      expect(await (await fetch(`${server.origin}/visits/${token}`)).text()).toContain('Your visit is booked')
    },
  )
  expect(steps).toBeGreaterThan(10)
})

test('holding a time: one hold for one press, whatever was cut', async () => {
  await atEveryStep(
    async (round) => {
      clinic = await makeTestClinic(db, { therapists: 1, rooms: 1 })
      const press = crypto.randomUUID()
      const fields = { service: clinic.serviceId, start: String(startOf(round % 40)), press }
      return () => post(`/book/therapist-${clinic.therapists[0]}`, fields)
    },
    async () => {
      expect(await rowsOf(`select from clinic.appointments where clinic_id = $1 and state = 'held'`)).toHaveLength(1)
    },
    2,
  )
})

test('moving: moved once and told once, whatever was cut', async () => {
  await atEveryStep(
    async () => {
      clinic = await makeTestClinic(db, { therapists: 1, rooms: 1 })
      const visit = await booked(dayAfterTomorrow('10:00'))
      const to = { therapist: clinic.therapists[0] ?? '', location: clinic.locationId }
      return () => post(`${visit}/move`, { ...to, start: String(dayAfterTomorrow('15:00')) })
    },
    async () => {
      // The confirmation that waited is dropped for the mail that says the new time.
      expect((await told()).visits).toEqual(['confirmed 1'])
      expect((await told()).mails.filter((mail) => mail === 'moved 1')).toHaveLength(1)
    },
    3,
  )
})

test('cancelling: cancelled once and told once, whatever was cut', async () => {
  await atEveryStep(
    async () => {
      clinic = await makeTestClinic(db, { therapists: 1, rooms: 1 })
      const visit = await booked(dayAfterTomorrow('10:00'))
      return () => post(`${visit}/cancel`, { reason: 'Away that day.' })
    },
    async () => {
      expect((await told()).visits).toEqual(['cancelled 1'])
      expect((await told()).mails.filter((mail) => mail.startsWith('cancelled'))).toHaveLength(1)
    },
    2,
  )
})

test('a course of three: all its visits with their confirmations or nothing at all, whatever was cut', async () => {
  await atEveryStep(
    async () => {
      clinic = await makeTestClinic(db, { therapists: 1, rooms: 1 })
      const fields = new URLSearchParams({ service: clinic.serviceId, location: clinic.locationId })
      for (const week of [0, 1, 2]) fields.append('start', String(dayAfterTomorrow('10:00') + week * 7 * 86_400_000))
      const path = (await post(`/book/therapist-${clinic.therapists[0]}/course`, fields)).headers.get('Location') ?? ''
      const person = nobodyYet()
      const html = await (await fetch(`${server.origin}${path}`)).text()
      const hidden = Object.fromEntries(
        [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      )
      const { name, email } = person
      const form = { path, fields: { ...hidden, do: 'book', name, email, payer: 'self' } }
      return async () => {
        const answer = await book(person, server.origin, form)
        const { visits, mails } = await told()
        expect([`${visits.length} ${mails.length}`]).toEqual([visits.length === 0 ? '0 0' : '3 3'])
        return answer
      }
    },
    async () => {
      expect((await told()).visits).toEqual(['confirmed 0', 'confirmed 0', 'confirmed 0'])
      expect((await told()).mails).toHaveLength(3)
    },
    1,
    often(3, 13),
  )
  expect(cuts).toBeGreaterThan(often(100, 9))
})

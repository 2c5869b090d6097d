/** Many people at once, over two servers' connections: one winner for each time, and everybody else is told what is free. */
import { describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { testDatabase, twoServers } from '../db/test-database.ts'
import { cancelVisit } from './cancel.ts'
import { confirmBooking } from './confirm.ts'
import { holdSlot, releaseHold } from './holds.ts'
import { moveVisit } from './move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from './test-clinic.ts'

const db = testDatabase()
const server = twoServers(db)
const rounds = Number(process.env.ROUNDS ?? often(20, 5))

const quarter = 15 * 60_000

/** One person: holds, then confirms, as the pages do. */
async function book(clinic: TestClinic, person: number, therapist: number, start: number) {
  const wanted = {
    clinicId: clinic.clinicId,
    service: clinic.serviceId,
    therapist: clinic.therapists[therapist] ?? '',
    location: clinic.locationId,
    start,
  }
  const held = await holdSlot(server(person), wanted, null)
  if (!held.ok) return held
  const details = {
    personName: `P${person}`,
    contactName: `P${person}`,
    email: `p${person}@example.org`,
    payer: 'self',
  } as const
  // The form goes to the other server than the hold did.
  return confirmBooking(server(person + 1), db.secret, held.hold.appointmentId, wanted, details)
}

/** What must hold whatever happened, as sentences of what does not. */
async function faults(clinicId: string): Promise<readonly string[]> {
  const { rows } = await db.admin.query<{ fault: string }>(
    `select 'a visit without its claims' as fault from clinic.appointments a join clinic.services s using (clinic_id, service_id)
       where a.clinic_id = $1 and a.state in ('held', 'confirmed') and (select count(*) from clinic.claims c
         where c.clinic_id = a.clinic_id and c.appointment_id = a.appointment_id)
         <> 1 + (s.room_kind is not null)::int + (s.machine_kind is not null)::int
     union all select 'a claim of no standing visit' from clinic.claims c join clinic.appointments a using (clinic_id, appointment_id)
       where c.clinic_id = $1 and a.state not in ('held', 'confirmed')
     union all select 'a hold that nobody has' from clinic.appointments where clinic_id = $1 and state = 'held'
     union all select 'a visit without exactly one confirmation' from clinic.appointments a
       where a.clinic_id = $1 and a.state <> 'held' and (select count(*) from clinic.mails m
         where m.clinic_id = a.clinic_id and m.appointment_id = a.appointment_id and m.kind = 'confirmation') <> 1
     union all select 'two claims overlap' from clinic.claims c join clinic.claims d using (clinic_id, resource_id)
       where c.clinic_id = $1 and c.appointment_id <> d.appointment_id and c.during && d.during
     union all select 'a person without a visit' from clinic.persons p where p.clinic_id = $1 and not exists
       (select from clinic.appointments a where a.clinic_id = p.clinic_id and a.person_id = p.person_id)`,
    [clinicId],
  )
  return rows.map(({ fault }) => fault)
}

describe('one time, and people who all want it', () => {
  test.each([2, 4, 16])('%i at once: one has it each round, the others are told what is near', async (people) => {
    const clinic = await makeTestClinic(db)
    for (let round = 0; round < rounds; round += 1) {
      const start =
        dayAfterTomorrow('08:00') + (round % 12) * 4 * quarter + Math.floor(round / 12) * 24 * 4 * 4 * quarter
      const outcomes = await Promise.all(Array.from({ length: people }, (_, person) => book(clinic, person, 0, start)))
      const winners = outcomes.filter(({ ok }) => ok)
      expect(winners).toHaveLength(1)
      for (const outcome of outcomes)
        if (!outcome.ok)
          expect(outcome).toMatchObject({ why: 'taken', near: expect.arrayContaining([expect.anything()]) })
    }
    expect(await faults(clinic.clinicId)).toEqual([])
  })

  test('three therapists and one room: never two in the room', async () => {
    const clinic = await makeTestClinic(db, { therapists: 3, rooms: 1 })
    const start = dayAfterTomorrow('10:00')
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, (_, person) => book(clinic, person, person % 3, start)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await faults(clinic.clinicId)).toEqual([])
  })

  test('sixty-four over overlapping times, rooms and machines: as many visits as there are winners, and none overlaps', async () => {
    const clinic = await makeTestClinic(db, { therapists: 4, rooms: 2, machines: 3, pauseAfter: 10 })
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, (_, person) =>
        book(clinic, person, person % 4, dayAfterTomorrow('10:00') + Math.floor(person / 4) * quarter),
      ),
    )
    const winners = outcomes.filter(({ ok }) => ok).length
    expect(winners).toBeGreaterThan(3)
    const { rows } = await db.admin.query(`select from clinic.appointments where clinic_id = $1`, [clinic.clinicId])
    expect(rows).toHaveLength(winners)
    expect(await faults(clinic.clinicId)).toEqual([])
  })
})

describe('one therapist', () => {
  test('at two places is never booked at both with less than the way between them, whoever comes first', async () => {
    const clinic = await makeTestClinic(db)
    const [therapist = ''] = clinic.therapists
    // Five kilometres north: 35 minutes by our guess.
    const made = await db.admin.query<{ id: string }>(
      `insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
       values ($1, 'Tottenham', '2 Row', 'London', 'N15', 51.572, -0.055, 'Europe/London', 'england') returning location_id as id`,
      [clinic.clinicId],
    )
    const there = { ...clinic, locationId: made.rows[0]?.id ?? '' }
    await db.admin.query(
      `insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
       select $1, $2, $3, day, '08:00', '20:00', '2020-01-01' from generate_series(1, 7) day`,
      [clinic.clinicId, therapist, there.locationId],
    )
    for (let round = 0; round < rounds; round += 1) {
      const start = dayAfterTomorrow('10:00') + round * 24 * 4 * quarter
      // A visit of 45 minutes here; there at once after it, half an hour after it, and when the way has been gone.
      const outcomes = await Promise.all([
        book(clinic, 0, 0, start),
        book(there, 1, 0, start + 3 * quarter),
        book(there, 2, 0, start + 5 * quarter),
        book(there, 3, 0, start + 6 * quarter),
      ])
      expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(0)
      const { rows } = await db.admin.query<{ gap: number }>(
        `select extract(epoch from b.starts_at - a.ends_at)::int / 60 as gap from clinic.appointments a
         join clinic.appointments b using (clinic_id, therapist_id) where a.clinic_id = $1 and a.state = 'confirmed'
         and b.state = 'confirmed' and a.location_id <> b.location_id and b.starts_at >= a.starts_at
         and b.starts_at < a.ends_at + interval '6 hours'`,
        [clinic.clinicId],
      )
      for (const { gap } of rows) expect(gap).toBeGreaterThanOrEqual(35)
    }
    expect(await faults(clinic.clinicId)).toEqual([])
  })

  test.each([2, 16])('by video has one visit at a time, of %i who want it at once', async (people) => {
    const clinic = await makeTestClinic(db)
    await db.admin.query('update clinic.services set by_video = true where clinic_id = $1', [clinic.clinicId])
    for (let round = 0; round < rounds; round += 1) {
      const start = dayAfterTomorrow('08:00') + round * 24 * 4 * quarter
      const outcomes = await Promise.all(
        Array.from({ length: people }, (_, person) => book(clinic, person, 0, start + (person % 3) * quarter)),
      )
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    }
    expect(await faults(clinic.clinicId)).toEqual([])
  })
})

describe('one form', () => {
  test('sent sixteen times at once to two servers is one visit, and every answer names it', async () => {
    const clinic = await makeTestClinic(db, { rooms: 1 })
    const wanted = {
      clinicId: clinic.clinicId,
      service: clinic.serviceId,
      therapist: clinic.therapists[0] ?? '',
      location: clinic.locationId,
      start: dayAfterTomorrow('10:00'),
    }
    const held = await holdSlot(server(0), wanted, null)
    if (!held.ok) throw new Error('not held')
    const details = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        confirmBooking(server(at), db.secret, held.hold.appointmentId, wanted, details),
      ),
    )
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.appointmentId))).toEqual(
      new Set([held.hold.appointmentId]),
    )
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.already)).toHaveLength(1)
    expect(await faults(clinic.clinicId)).toEqual([])
  })
})

describe('one person', () => {
  const details = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const
  const wantedOf = (clinic: TestClinic, therapist: number) => ({
    clinicId: clinic.clinicId,
    service: clinic.serviceId,
    therapist: clinic.therapists[therapist] ?? '',
    location: clinic.locationId,
    start: dayAfterTomorrow('10:00'),
  })

  test('who presses Book for two therapists at one moment has one visit, and is asked whether the other is meant', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const clinic = await makeTestClinic(db, { therapists: 2 })
      const holds = await Promise.all([0, 1].map((at) => holdSlot(server(at), wantedOf(clinic, at), null)))
      const outcomes = await Promise.all(
        holds.map((held, at) =>
          confirmBooking(
            server(at),
            db.secret,
            held.ok ? held.hold.appointmentId : '',
            wantedOf(clinic, at),
            at === 0 ? details : { ...details, email: 'ROBIN@example.org' },
          ),
        ),
      )
      expect(outcomes.map((outcome) => (outcome.ok ? 'booked' : outcome.why)).toSorted()).toEqual([
        'booked',
        'overlaps',
      ])
    }
  })

  test('whose ended form is sent at one moment with another therapist in it, as only a changed form is, has one visit', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const clinic = await makeTestClinic(db, { therapists: 4 })
      const held = await holdSlot(server(0), wantedOf(clinic, 0), null)
      if (!held.ok) throw new Error('not held')
      await releaseHold(server(0), held.hold)
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          confirmBooking(server(at), db.secret, held.hold.appointmentId, wantedOf(clinic, at % 4), {
            ...details,
            secondIsMeant: true,
          }),
        ),
      )
      expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.appointmentId)).size).toBe(1)
      expect(await faults(clinic.clinicId)).toEqual([])
    }
  })
})

describe('one visit', () => {
  test('cancelled sixteen times at once is cancelled once, and told once', async () => {
    const clinic = await makeTestClinic(db)
    const visit = await book(clinic, 0, 0, dayAfterTomorrow('10:00'))
    const appointmentId = visit.ok ? visit.appointmentId : ''
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, (_, at) => cancelVisit(server(at), { clinicId: clinic.clinicId, appointmentId })),
    )
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.already)).toHaveLength(1)
    const { rows } = await db.admin.query(
      `select from clinic.appointment_events where appointment_id = $1 and what = 'cancelled'`,
      [appointmentId],
    )
    expect(rows).toHaveLength(1)
    expect(await faults(clinic.clinicId)).toEqual([])
  })

  test('moved and cancelled at once ends cancelled, with no time taken and no version told twice', async () => {
    const clinic = await makeTestClinic(db)
    for (let round = 0; round < rounds; round += 1) {
      const visit = await book(clinic, 0, 0, dayAfterTomorrow('10:00'))
      const own = { clinicId: clinic.clinicId, appointmentId: visit.ok ? visit.appointmentId : '' }
      const to = {
        therapist: clinic.therapists[0] ?? '',
        location: clinic.locationId,
        start: dayAfterTomorrow('15:00'),
      }
      await Promise.all([moveVisit(server(0), { ...own, ...to }), cancelVisit(server(1), own)])
      const { rows } = await db.admin.query<{ state: string; told: number; versions: number; claims: number }>(
        `select state, (select count(*)::int from clinic.appointment_events e where e.appointment_id = a.appointment_id) as told,
           (select count(distinct version)::int from clinic.appointment_events e where e.appointment_id = a.appointment_id) as versions,
           (select count(*)::int from clinic.claims c where c.appointment_id = a.appointment_id) as claims
         from clinic.appointments a where appointment_id = $1`,
        [own.appointmentId],
      )
      expect(rows[0]).toMatchObject({ state: 'cancelled', claims: 0, versions: rows[0]?.told })
    }
  })

  test('booked at the moment its hold is let go is had all the same', async () => {
    const clinic = await makeTestClinic(db)
    for (let round = 0; round < rounds; round += 1) {
      const wanted = {
        clinicId: clinic.clinicId,
        service: clinic.serviceId,
        therapist: clinic.therapists[0] ?? '',
        location: clinic.locationId,
        start: dayAfterTomorrow('10:00'),
      }
      const held = await holdSlot(server(0), wanted, null)
      if (!held.ok) throw new Error('not held')
      const details = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const
      const [booked] = await Promise.all([
        confirmBooking(server(1), db.secret, held.hold.appointmentId, wanted, details),
        releaseHold(server(0), held.hold),
      ])
      if (!booked.ok) throw new Error(`not booked: ${booked.why}`)
      await cancelVisit(server(0), { clinicId: clinic.clinicId, appointmentId: booked.appointmentId })
    }
    expect(await faults(clinic.clinicId)).toEqual([])
  })
})

describe('two visits that change places, and a third that leaves', () => {
  test('never deadlock, lose a visit or put two in one time', async () => {
    const clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
    const base = dayAfterTomorrow('10:00')
    const visits = await Promise.all([0, 1].map((at) => book(clinic, at, at, base)))
    const ids = visits.map((visit) => (visit.ok ? visit.appointmentId : ''))
    const move = (visit: number, therapist: number, start: number) =>
      moveVisit(server(visit), {
        clinicId: clinic.clinicId,
        appointmentId: ids[visit] ?? '',
        therapist: clinic.therapists[therapist] ?? '',
        location: clinic.locationId,
        start,
      })
    const comeAndGo = async (round: number) => {
      const third = await book(clinic, 10 + round, round % 2, base + 4 * quarter)
      if (third.ok) await cancelVisit(server(round), { clinicId: clinic.clinicId, appointmentId: third.appointmentId })
    }
    for (let round = 0; round < rounds; round += 1)
      await Promise.all([
        move(0, round % 2, base + (round % 3) * quarter),
        move(1, (round + 1) % 2, base + (round % 2) * quarter),
        comeAndGo(round),
      ])
    expect(await faults(clinic.clinicId)).toEqual([])
    const { rows } = await db.admin.query(
      `select from clinic.appointments where clinic_id = $1 and state = 'confirmed'`,
      [clinic.clinicId],
    )
    expect(rows).toHaveLength(2)
  })
})

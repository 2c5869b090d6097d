/** The waiting list over a real PostgreSQL, with two servers: who is asked, in which order, and that nobody slips in. */
import { beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { inClinic } from '../../db/connection.ts'
import { testDatabase, twoServers } from '../../db/test-database.ts'
import { cancelVisit } from '../cancel.ts'
import { confirmBooking } from '../confirm.ts'
import { holdSlot } from '../holds.ts'
import { moveVisit } from '../move.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { bookedVisit } from '../test-staff.ts'
import { noteFreedTime } from './freed-times.ts'
import { passOffer, takeOffer } from './answer-offer.ts'
import { findOffer } from './offer-view.ts'
import { sweepOffers } from './sweep-offers.ts'
import { findWaitingPlace, type Joining, joinWaitingList, leaveWaitingList, mostPlaces } from './waiting-list.ts'

const db = testDatabase()
const server = twoServers(db)
const alone = testDatabase({ withoutNeighbours: 'a clinic where nobody waits at all' })
const rounds = Number(process.env.ROUNDS ?? often(5, 2))

let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db)
})

const at = (wall: string, therapist = 0) => ({
  clinicId: clinic.clinicId,
  service: clinic.serviceId,
  therapist: clinic.therapists[therapist] ?? '',
  location: clinic.locationId,
  start: dayAfterTomorrow(wall),
})
const detailsOf = (name: string) => ({
  personName: name,
  contactName: name,
  email: `${name.toLowerCase()}@example.org`,
  payer: 'self' as const,
})
async function book(name: string, wall = '10:00', therapist = 0): Promise<string> {
  const held = await holdSlot(server(0), at(wall, therapist), null)
  if (!held.ok) throw new Error(`not held: ${held.why}`)
  const booked = await confirmBooking(
    server(1),
    db.secret,
    held.hold.appointmentId,
    at(wall, therapist),
    detailsOf(name),
  )
  if (!booked.ok) throw new Error(`not booked: ${booked.why}`)
  return booked.appointmentId
}
const cancel = (appointmentId: string) => cancelVisit(server(0), { clinicId: clinic.clinicId, appointmentId })

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const today = () => Temporal.Now.plainDateISO('Europe/London')
async function wait(name: string, more: Partial<Joining> = {}): Promise<string> {
  const joined = await joinWaitingList(server(0), {
    clinicId: clinic.clinicId,
    joinKey: crypto.randomUUID(),
    service: clinic.serviceId,
    therapist: null,
    wish: {
      location: null,
      weekdays: everyDay,
      fromMinute: 0,
      toMinute: 1440,
      firstDay: today().toString(),
      lastDay: today().add({ days: 30 }).toString(),
    },
    ...(!more.movesVisit && { details: detailsOf(name) }),
    ...more,
  })
  if (!joined.ok) throw new Error(`not on the list: ${joined.why}`)
  return joined.entryId
}
interface Offered {
  readonly id: string
  readonly state: string
  readonly name: string
}
async function offers(): Promise<readonly Offered[]> {
  const { rows } = await db.admin.query<Offered>(
    `select offer_id as id, o.state, coalesce(person_name, 'mover') as name from clinic.offers o
     join clinic.waiting_entries e using (clinic_id, waiting_entry_id) where o.clinic_id = $1 order by o.made_at`,
    [clinic.clinicId],
  )
  return rows
}
const asked = async () => (await offers()).map(({ name, state }) => `${name} ${state}`)
const openOffer = async () => {
  const open = (await offers()).find(({ state }) => state === 'open')
  if (!open) throw new Error('nobody is asked')
  return { clinicId: clinic.clinicId, offerId: open.id }
}
const letTimePass = () =>
  db.admin.query(
    `update clinic.offers set asked_at = now() - interval '3 h', answer_until = now() - interval '1 s'
     where clinic_id = $1 and state = 'open'`,
    [clinic.clinicId],
  )
const endHolds = () =>
  db.admin.query(
    `update clinic.appointments set hold_ends_at = now() - interval '1 s' where state = 'held' and clinic_id = $1`,
    [clinic.clinicId],
  )
/** What must hold whatever happened, as sentences of what does not. */
async function faults(): Promise<readonly string[]> {
  const { rows } = await db.admin.query<{ fault: string }>(
    `select 'two open offers of one time' as fault from clinic.offers o join clinic.offer_times t using (clinic_id, offer_id)
       join clinic.offers p on p.clinic_id = o.clinic_id and p.offer_id <> o.offer_id and p.state = 'open'
       join clinic.offer_times u on u.clinic_id = p.clinic_id and u.offer_id = p.offer_id
       where o.clinic_id = $1 and o.state = 'open' and t.therapist_id = u.therapist_id
       and tstzrange(t.starts_at, t.ends_at) && tstzrange(u.starts_at, u.ends_at)
     union all select 'an open offer without its hold' from clinic.offers o join clinic.offer_times t using (clinic_id, offer_id)
       where o.clinic_id = $1 and o.state = 'open' and not exists (select from clinic.appointments a
         where a.clinic_id = o.clinic_id and a.appointment_id = t.hold_id and a.state = 'held')
     union all select 'a hold of a closed offer' from clinic.offers o join clinic.offer_times t using (clinic_id, offer_id)
       join clinic.appointments a on a.clinic_id = o.clinic_id and a.appointment_id = t.hold_id
       where o.clinic_id = $1 and o.state <> 'open' and a.state = 'held'
     union all select 'an offer without one mail' from clinic.offers o where o.clinic_id = $1
       and (select count(*) from clinic.mails m where m.clinic_id = o.clinic_id and m.offer_id = o.offer_id) <> 1
     union all select 'taken without a visit' from clinic.waiting_entries e where e.clinic_id = $1 and e.state = 'booked'
       and not exists (select from clinic.offers o where o.clinic_id = e.clinic_id
         and o.waiting_entry_id = e.waiting_entry_id and o.state = 'taken')
     union all select 'a claim of no standing visit' from clinic.claims c join clinic.appointments a using (clinic_id, appointment_id)
       where c.clinic_id = $1 and a.state not in ('held', 'confirmed')
     union all select 'nobody is asked, and it is not settled' from clinic.freed_times f where f.clinic_id = $1
       and settled_at is null and not exists (select from clinic.offers o where o.clinic_id = f.clinic_id
         and o.freed_time_id = f.freed_time_id and o.state = 'open')`,
    [clinic.clinicId],
  )
  return rows.map(({ fault }) => fault)
}

describe('a time that is cancelled', () => {
  test('is held for whoever has waited longest, before anybody else can have it', async () => {
    const visit = await book('Robin')
    await wait('Ash')
    await wait('Bo')
    await cancel(visit)
    expect(await asked()).toEqual(['Ash open'])
    expect(await holdSlot(server(1), at('10:00'), null)).toMatchObject({ ok: false, why: 'taken' })
    expect(await faults()).toEqual([])
  })

  test('is offered to nobody while all mail is held after a backup was put back, and once it leaves again', async () => {
    const visit = await book('Robin')
    await wait('Ash')
    await db.admin.query('update clinic.installation set mail_held_since = now()')
    try {
      await cancel(visit)
      await sweepOffers(server(0))
      expect(await asked()).toEqual([])
    } finally {
      await db.admin.query('update clinic.installation set mail_held_since = null')
    }
    await sweepOffers(server(0))
    expect(await asked()).toEqual(['Ash open'])
  })

  test('goes to the next when it is passed on, and is public when nobody is left', async () => {
    const visit = await book('Robin')
    await wait('Ash')
    await wait('Bo')
    await cancel(visit)
    await passOffer(server(0), await openOffer())
    expect(await asked()).toEqual(['Ash passed', 'Bo open'])
    await passOffer(server(1), await openOffer())
    expect(await asked()).toEqual(['Ash passed', 'Bo passed'])
    expect((await holdSlot(server(0), at('10:00'), null)).ok).toBe(true)
    expect(await faults()).toEqual([])
  })

  test.each(['passed', 'ended'])(
    'of which somebody wanted none is asked of the next as it is, and they of nothing beside it: %s',
    async (how) => {
      // With a pause, what ends just before the freed time needs a part of it.
      clinic = await makeTestClinic(db, { pauseAfter: 15 })
      const id = await book('Ann')
      await wait('Bea')
      await wait('Cas')
      await cancel(id)
      const first = await openOffer()
      if (how === 'passed') await passOffer(server(0), first)
      else await letTimePass()
      await sweepOffers(server(0))
      expect(await asked()).toEqual([`Bea ${how}`, 'Cas open'])
      const started = async (offer: { offerId: string }) =>
        (await db.admin.query('select starts_at from clinic.offer_times where offer_id = $1', [offer.offerId])).rows
      expect(await started(await openOffer())).toEqual(await started(first))
      await passOffer(server(0), await openOffer())
      expect(await asked()).toEqual([`Bea ${how}`, 'Cas passed'])
      // Another time that becomes free is another matter.
      await cancel(await book('Dot', '14:00'))
      expect(await asked()).toEqual([`Bea ${how}`, 'Cas passed', 'Bea open'])
    },
  )
  test('goes to the next when its end comes, once, though two servers sweep', async () => {
    const visit = await book('Robin')
    await wait('Ash')
    await wait('Bo')
    await wait('Cleo')
    await cancel(visit)
    await letTimePass()
    // Between the end and the sweep nobody slips in, and who comes late is told so.
    expect(await holdSlot(server(1), at('10:00'), null)).toMatchObject({ ok: false, why: 'taken' })
    expect(await takeOffer(server(0), db.secret, await openOffer())).toEqual({ ok: false, why: 'over' })
    await Promise.all([0, 1, 2, 3].map((number) => sweepOffers(server(number))))
    expect(await asked()).toEqual(['Ash ended', 'Bo open'])
    expect(await faults()).toEqual([])
  })

  test('is public by itself when no server sweeps any more', async () => {
    const visit = await book('Robin')
    await wait('Ash')
    await cancel(visit)
    await letTimePass()
    await endHolds()
    expect((await holdSlot(server(1), at('10:00'), null)).ok).toBe(true)
    await sweepOffers(server(0))
    expect(await asked()).toEqual(['Ash ended'])
  })

  test('is not offered to somebody whom it does not suit', async () => {
    const visit = await book('Robin')
    const start = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00')).toZonedDateTimeISO('Europe/London')
    const wish = {
      location: null,
      weekdays: everyDay,
      fromMinute: 0,
      toMinute: 1440,
      firstDay: today().toString(),
      lastDay: today().add({ days: 30 }).toString(),
    }
    await wait('Early', { wish: { ...wish, toMinute: 10 * 60 + 44 } })
    await wait('Late', { wish: { ...wish, fromMinute: 10 * 60 + 46 } })
    await wait('Weekday', { wish: { ...wish, weekdays: everyDay.filter((day) => day !== start.dayOfWeek) } })
    await wait('Before', { wish: { ...wish, lastDay: start.toPlainDate().subtract({ days: 1 }).toString() } })
    await wait('After', { wish: { ...wish, firstDay: start.toPlainDate().add({ days: 1 }).toString() } })
    // Its edges suit: from ten sharp to a quarter to eleven.
    await wait('Fits', {
      wish: {
        ...wish,
        fromMinute: 600,
        toMinute: 645,
        weekdays: [start.dayOfWeek],
        firstDay: start.toPlainDate().toString(),
        lastDay: start.toPlainDate().toString(),
      },
    })
    // The hours round it are taken, so that only this time is free.
    await book('One', '09:15')
    await book('Two', '10:45')
    await cancel(visit)
    expect(await asked()).toEqual(['Fits open'])
  })

  test('is not offered to those who want another therapist', async () => {
    clinic = await makeTestClinic(db, { therapists: 2 })
    const visit = await book('Robin', '10:00', 0)
    await wait('Other', { therapist: clinic.therapists[1] ?? '' })
    await wait('Same', { therapist: clinic.therapists[0] ?? '' })
    await cancel(visit)
    expect(await asked()).toEqual(['Same open'])
  })

  test('is nobody’s business where nobody waits', async () => {
    const quiet = await makeTestClinic(alone)
    const appointmentId = await bookedVisit(alone, quiet, '10:00', { personName: 'Robin' })
    expect(await cancelVisit(alone.app, { clinicId: quiet.clinicId, appointmentId })).toMatchObject({ ok: true })
    expect((await alone.admin.query('select from clinic.freed_times')).rows).toEqual([])
  })
})

describe('an offer', () => {
  test('that is taken is a visit with its confirmation; the place is closed, and a later cancel asks the next', async () => {
    const visit = await book('Robin')
    const entry = await wait('Ash')
    await wait('Bo')
    await cancel(visit)
    const taken = await takeOffer(server(0), db.secret, await openOffer())
    if (!taken.ok) throw new Error(taken.why)
    expect(await findWaitingPlace(db.app, { clinicId: clinic.clinicId, entryId: entry })).toMatchObject({
      state: 'booked',
    })
    const { rows } = await db.admin.query(
      `select a.state, p.name, m.kind from clinic.appointments a join clinic.persons p using (clinic_id, person_id)
       join clinic.mails m using (clinic_id, appointment_id) where a.appointment_id = $1 and m.kind = 'confirmation'`,
      [taken.appointmentId],
    )
    expect(rows).toEqual([{ state: 'confirmed', name: 'Ash', kind: 'confirmation' }])
    await cancel(taken.appointmentId)
    expect(await asked()).toEqual(['Ash taken', 'Bo open'])
    expect(await faults()).toEqual([])
  })

  test('that is taken keeps with the visit who wrote the letter of referral, as it was said on the list', async () => {
    const visit = await book('Robin')
    await wait('Ash', { details: { ...detailsOf('Ash'), referredBy: 'Dr Sorrel Ney' } })
    await cancel(visit)
    const taken = await takeOffer(server(0), db.secret, await openOffer())
    if (!taken.ok) throw new Error(taken.why)
    const { rows } = await db.admin.query('select referred_by from clinic.appointments where appointment_id = $1', [
      taken.appointmentId,
    ])
    expect(rows).toEqual([{ referred_by: 'Dr Sorrel Ney' }])
  })

  test.each([2, 4, 16])('taken %i times at once on two servers is one visit', async (people) => {
    for (let round = 0; round < rounds; round += 1) {
      clinic = await makeTestClinic(db)
      const visit = await book('Robin')
      await wait('Ash')
      await wait('Bo')
      await cancel(visit)
      const offer = await openOffer()
      const outcomes = await Promise.all(
        Array.from({ length: people }, (_, at) => takeOffer(server(at), db.secret, offer)),
      )
      expect(outcomes.filter((outcome) => outcome.ok && !outcome.already)).toHaveLength(1)
      expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.appointmentId)).size).toBe(1)
      expect(await asked()).toEqual(['Ash taken'])
      expect(await faults()).toEqual([])
    }
  })

  test('taken, passed, left, ended and wanted by strangers all at once has one fate', async () => {
    for (let round = 0; round < rounds; round += 1) {
      clinic = await makeTestClinic(db)
      const visit = await book('Robin')
      const entryId = await wait('Ash')
      await wait('Bo')
      await cancel(visit)
      const offer = await openOffer()
      const [taken] = await Promise.all([
        takeOffer(server(0), db.secret, offer),
        passOffer(server(1), offer),
        leaveWaitingList(server(0), { clinicId: clinic.clinicId, entryId }),
        sweepOffers(server(1)),
        holdSlot(server(0), at('10:00'), null),
        holdSlot(server(1), at('10:15'), null),
      ])
      const [first] = await offers()
      expect(first?.state).toBe(taken.ok ? 'taken' : 'passed')
      expect(await faults()).toEqual([])
    }
  })

  test('is not made twice for one time to one person, and not again after it was passed on', async () => {
    const visit = await book('Robin')
    await wait('Ash')
    await cancel(visit)
    await passOffer(server(0), await openOffer())
    await cancel(await book('Kit'))
    // The very time is not offered again; one near it that became free with it may be.
    const starts = await db.admin.query<{ starts_at: Date }>(
      `select starts_at from clinic.offer_times where clinic_id = $1`,
      [clinic.clinicId],
    )
    expect(new Set(starts.rows.map(({ starts_at }) => starts_at.getTime())).size).toBe(starts.rows.length)
  })

  test('to somebody who left the list goes to the next', async () => {
    const visit = await book('Robin')
    const entryId = await wait('Ash')
    await wait('Bo')
    await cancel(visit)
    await leaveWaitingList(server(0), { clinicId: clinic.clinicId, entryId })
    await leaveWaitingList(server(1), { clinicId: clinic.clinicId, entryId })
    expect(await asked()).toEqual(['Ash passed', 'Bo open'])
    expect(await faults()).toEqual([])
  })

  test('whose mail comes back goes to the next', async () => {
    const visit = await book('Robin')
    await wait('Ash')
    await wait('Bo')
    await cancel(visit)
    const offer = await openOffer()
    await db.admin.query(`update clinic.mails set state = 'bounced' where offer_id = $1`, [offer.offerId])
    await sweepOffers(server(0))
    expect(await findOffer(db.app, offer)).toMatchObject({ state: 'gone', endedWhy: 'unreached' })
    expect(await asked()).toEqual(['Ash ended', 'Bo open'])
  })

  test('is made to one person for one time only while it is open: a second freed time goes to the next', async () => {
    const [one, two] = [await book('Robin', '10:00'), await book('Kit', '15:00')]
    await wait('Ash')
    await wait('Bo')
    await Promise.all([cancel(one), cancel(two)])
    expect((await asked()).toSorted()).toEqual(['Ash open', 'Bo open'])
    expect(await faults()).toEqual([])
  })
})

describe('two who come together', () => {
  const pair = () => wait('Parent', { details: { ...detailsOf('Parent'), secondPerson: 'Child' } })

  test('are not asked while only one time is free', async () => {
    const visit = await book('Robin')
    await book('One', '09:15')
    await book('Two', '10:45')
    await pair()
    await cancel(visit)
    expect(await asked()).toEqual([])
  })

  test('are asked for two times one after the other, and get both or none', async () => {
    const visit = await book('Robin')
    await book('One', '09:15')
    await book('Two', '11:30')
    await pair()
    await cancel(visit)
    const offer = await openOffer()
    expect(await findOffer(db.app, offer)).toMatchObject({
      startsAt: dayAfterTomorrow('10:00'),
      secondStartsAt: dayAfterTomorrow('10:45'),
    })
    const outcomes = await Promise.all([0, 1, 2, 3].map((number) => takeOffer(server(number), db.secret, offer)))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    const { rows } = await db.admin.query<{ name: string }>(
      `select p.name from clinic.appointments a join clinic.persons p using (clinic_id, person_id)
       where a.clinic_id = $1 and p.name in ('Parent', 'Child') and a.state = 'confirmed' order by a.starts_at`,
      [clinic.clinicId],
    )
    expect(rows.map(({ name }) => name)).toEqual(['Parent', 'Child'])
    expect(await faults()).toEqual([])
  })
})

describe('a visit that waits for an earlier time', () => {
  test('waits anew, with a place of its own, for whoever left the list and comes back', async () => {
    const mine = await book('Ash', '16:00')
    const left = await wait('mover', { movesVisit: mine })
    await leaveWaitingList(db.app, { clinicId: clinic.clinicId, entryId: left })
    const back = await wait('mover', { movesVisit: mine })
    expect(back).not.toBe(left)
    expect(await findWaitingPlace(db.app, { clinicId: clinic.clinicId, entryId: back })).toMatchObject({
      state: 'waiting',
    })
  })

  test('moves when the offer is taken, and its own time is offered to the next', async () => {
    const early = await book('Robin', '10:00')
    const mine = await book('Ash', '16:00')
    await wait('mover', { movesVisit: mine })
    await wait('Bo', {
      wish: {
        location: null,
        weekdays: everyDay,
        fromMinute: 15 * 60,
        toMinute: 1440,
        firstDay: today().toString(),
        lastDay: today().add({ days: 30 }).toString(),
      },
    })
    await cancel(early)
    const taken = await takeOffer(server(0), db.secret, await openOffer())
    expect(taken).toMatchObject({ ok: true, appointmentId: mine })
    const { rows } = await db.admin.query<{ starts_at: Date }>(
      'select starts_at from clinic.appointments where appointment_id = $1',
      [mine],
    )
    expect(rows[0]?.starts_at.getTime()).toBe(dayAfterTomorrow('10:00'))
    expect(await asked()).toEqual(['mover taken', 'Bo open'])
    expect(await faults()).toEqual([])
  })

  test('to a time that the clinic gives no more since its form was opened is told so, and the offer has ended', async () => {
    const [first, own] = [await book('Robin', '10:00'), await book('Ash', '15:00')]
    await wait('mover', { movesVisit: own })
    await cancel(first)
    const answer = await openOffer()
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day) select $1, $2, current_date, current_date + 5`,
      [clinic.clinicId, clinic.therapists[0]],
    )
    expect(await takeOffer(server(0), db.secret, answer)).toMatchObject({ ok: false, why: 'away' })
    expect(await takeOffer(server(0), db.secret, answer)).toEqual({ ok: false, why: 'over' })
    expect(await asked()).toEqual(['mover ended'])
  })

  test('is asked only while it can still be moved, and the next is asked where it cannot: nobody could have taken it', async () => {
    const early = await book('Robin', '10:00')
    const mine = await book('Ash', '16:00')
    await wait('mover', { movesVisit: mine })
    await wait('Bo')
    const until = async () =>
      (
        await db.admin.query(`select answer_until from clinic.offers where clinic_id = $1 and state = 'open'`, [
          clinic.clinicId,
        ])
      ).rows[0].answer_until
    const freeUntil = (when: Date) =>
      db.admin.query('update clinic.appointments set free_until = $2 where appointment_id = $1', [mine, when])
    await freeUntil(new Date(Date.now() - 60_000))
    await cancel(early)
    expect(await asked()).toEqual(['Bo open'])
    // An answer is waited for no longer than a move is heard.
    const sooner = new Date((await until()).getTime() - 30 * 60_000)
    await takeOffer(server(0), db.secret, await openOffer())
    await freeUntil(sooner)
    await cancel(await book('Kit', '11:00'))
    expect(await asked()).toEqual(['Bo taken', 'mover open'])
    expect(await until()).toEqual(sooner)
  })

  test('is not offered a later time, nor asked once it is cancelled', async () => {
    const late = await book('Robin', '17:00')
    const mine = await book('Ash', '12:00')
    await wait('mover', { movesVisit: mine })
    await cancel(late)
    expect(await asked()).toEqual([])
    await cancel(mine)
    await cancel(await book('Kit', '09:00'))
    expect(await asked()).toEqual([])
  })
})

describe('what frees a time', () => {
  test('a visit that moves away frees its old time for those who wait', async () => {
    const visit = await book('Robin')
    await wait('Ash')
    await moveVisit(server(0), {
      clinicId: clinic.clinicId,
      appointmentId: visit,
      therapist: clinic.therapists[0] ?? '',
      location: clinic.locationId,
      start: dayAfterTomorrow('16:00'),
    })
    expect(await asked()).toEqual(['Ash open'])
    expect(await faults()).toEqual([])
  })

  test('an absence that is lifted is offered to each who waits, one time for each', async () => {
    const therapistId = clinic.therapists[0] ?? ''
    await wait('Ash')
    await wait('Bo')
    const freed = {
      clinicId: clinic.clinicId,
      therapistId,
      from: dayAfterTomorrow('09:00'),
      to: dayAfterTomorrow('12:00'),
    }
    await inClinic(db.app, clinic.clinicId, (trx) => noteFreedTime(trx, freed))
    await Promise.all([sweepOffers(server(0)), sweepOffers(server(1))])
    expect(await asked()).toEqual(['Ash open', 'Bo open'])
    expect(await faults()).toEqual([])
  })
})

describe('the list', () => {
  test('one press of the button that arrives sixteen times is one place and one mail', async () => {
    const joinKey = crypto.randomUUID()
    const ids = await Promise.all(Array.from({ length: 16 }, () => wait('Ash', { joinKey })))
    expect(new Set(ids).size).toBe(1)
    const { rows } = await db.admin.query(`select from clinic.mails where waiting_entry_id = $1`, [ids[0]])
    expect(rows).toHaveLength(1)
  })

  test('has so many places for one address and no more, counted in any case of its letters', async () => {
    for (let place = 0; place < mostPlaces; place += 1) await wait('Ash')
    const upper = { ...detailsOf('Ash'), email: 'ASH@example.org' }
    await expect(wait('Ash', { details: upper })).rejects.toThrow('tooMany')
    expect(await wait('Bo')).toBeTruthy()
  })

  test('counts no place of an address that was left, or whose days are over', async () => {
    const all: string[] = []
    for (let place = 0; place < mostPlaces; place += 1) all.push(await wait('Ash'))
    await expect(wait('Ash')).rejects.toThrow('tooMany')
    await leaveWaitingList(server(0), { clinicId: clinic.clinicId, entryId: all[0] ?? '' })
    all.push(await wait('Ash'))
    await expect(wait('Ash')).rejects.toThrow('tooMany')
    await db.admin.query(
      `update clinic.waiting_entries set first_day = current_date - 9, last_day = current_date - 3
       where waiting_entry_id = $1`,
      [all[1]],
    )
    expect(await wait('Ash')).toBeTruthy()
  })

  test('changes the wish of the visit that asks again, and of nobody else', async () => {
    const mine = await book('Ash', '16:00')
    const entryId = await wait('mover', { movesVisit: mine })
    const other = await wait('Bo')
    const wishOf = async (id: string) =>
      (await findWaitingPlace(db.app, { clinicId: clinic.clinicId, entryId: id }))?.wish.weekdays
    const days = { firstDay: today().toString(), lastDay: today().add({ days: 30 }).toString() }
    const wish = { location: null, weekdays: [3], fromMinute: 0, toMinute: 720, ...days }
    expect(await wait('mover', { movesVisit: mine, wish })).toBe(entryId)
    expect([await wishOf(entryId), await wishOf(other)]).toEqual([[3], everyDay])
  })

  test('offers one time to somebody who would take either therapist, though one of them has a whole day free', async () => {
    clinic = await makeTestClinic(db, { therapists: 2 })
    await wait('Ash')
    const [clinicId, therapistId] = [clinic.clinicId, clinic.therapists[0] ?? '']
    const freed = { clinicId, therapistId, from: dayAfterTomorrow('08:00'), to: dayAfterTomorrow('20:00') }
    await inClinic(db.app, clinicId, (trx) => noteFreedTime(trx, freed))
    await sweepOffers(server(0))
    expect(await asked()).toEqual(['Ash open'])
  })

  test('takes nobody for a service that is withdrawn, or with a visit that stands no more', async () => {
    const visit = await book('Ash')
    await cancel(visit)
    await expect(wait('mover', { movesVisit: visit })).rejects.toThrow('unknown')
    await db.admin.query('update clinic.services set withdrawn_at = now() where service_id = $1', [clinic.serviceId])
    await expect(wait('Bo')).rejects.toThrow('unknown')
  })

  test('asks nobody who has left it; and who leaves after an offer that was passed on gives back the one that is open', async () => {
    const gone = await wait('Gone')
    await leaveWaitingList(server(0), { clinicId: clinic.clinicId, entryId: gone })
    const [first, second] = [await book('Robin', '10:00'), await book('Kit', '15:00')]
    const entryId = await wait('Ash')
    await cancel(first)
    await passOffer(server(0), await openOffer())
    await cancel(second)
    const open = await openOffer()
    const place = { clinicId: clinic.clinicId, entryId }
    expect(await findWaitingPlace(db.app, place)).toMatchObject({ openOffer: open.offerId })
    await wait('Bo')
    await leaveWaitingList(server(0), place)
    const all = await asked()
    expect(all.filter((one) => one.startsWith('Ash'))).toEqual(['Ash passed', 'Ash passed'])
    expect(all).toContain('Bo open')
    expect(all.some((one) => one.startsWith('Gone'))).toBe(false)
    expect(await faults()).toEqual([])
  })

  test('knows no service, therapist or place of another clinic', async () => {
    const other = await makeTestClinic(db)
    await expect(wait('Ash', { service: other.serviceId })).rejects.toThrow('unknown')
    await expect(wait('Ash', { therapist: other.therapists[0] ?? '' })).rejects.toThrow('unknown')
    await expect(leaveWaitingList(db.app, { clinicId: other.clinicId, entryId: await wait('Ash') })).resolves.toBe(
      false,
    )
    const { rows } = await db.admin.query<{ state: string }>(
      'select state from clinic.waiting_entries where clinic_id = $1',
      [clinic.clinicId],
    )
    expect(rows).toEqual([{ state: 'waiting' }])
  })
})

/** Somebody is called and reached otherwise from now on, over a real PostgreSQL: what goes along, what ends, and what stays. */
import { beforeEach, describe, expect, test } from 'vitest'
import { bookByStaff } from '../../calendar/staff-booking.ts'
import { joinClinic, wantedAt } from '../../calendar/test-calendar.ts'
import { connectAsOwner, inClinic } from '../../db/connection.ts'
import { testDatabase } from '../../db/test-database.ts'
import { takeDueMails } from '../../mail/due-mails.ts'
import { erasePerson } from '../../people/erase-person.ts'
import { exportPerson } from '../../people/export-person.ts'
import type { Member } from '../../people/members.ts'
import { visitsOfAddress } from '../../people/visits-of-address.ts'
import { makeFeed } from '../calendar-feeds.ts'
import { cancelVisit } from '../cancel.ts'
import { personVisits } from '../find-people.ts'
import { makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { bookedVisit } from '../test-staff.ts'
import { changePerson } from './change-person.ts'
import { comparePersons } from './compare-persons.ts'
import { sayDifferent } from './may-be-same.ts'
import { mergePersons } from './merge-persons.ts'
import { type Called, oneWithThen, reachedPerson } from './reached-person.ts'
import { lastMerge, undoMerge } from './undo-merge.ts'

const db = testDatabase()
let clinic: TestClinic
let doer: Member
/** Two bookings of Nadia's own, each a record of its own, shown as one. */
let first: string
let second: string
let nadia: string
/** An account sees the visits of every clinic, so each test has addresses of its own. */
let was: string
let to: string

const rows = async (text: string, values: readonly unknown[] = []) =>
  (await db.admin.query<Record<string, unknown>>(text, [...values])).rows
const one = async (text: string, values: readonly unknown[] = []) => (await rows(text, values))[0] ?? {}
const personOf = async (visit: string) =>
  String((await one('select person_id from clinic.appointments where appointment_id = $1', [visit])).person_id)
const contactOf = (visit: string) =>
  one(
    `select c.contact_id, c.name, c.email, c.phone, c.link_round from clinic.contacts c
     join clinic.appointments a using (clinic_id, contact_id) where a.appointment_id = $1`,
    [visit],
  )

beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  doer = await joinClinic(db, clinic.clinicId)
  const mark = crypto.randomUUID().slice(0, 8)
  was = `nadia-${mark}@example.org`
  to = `new-${mark}@example.org`
  const details = { personName: 'Nadia Fleet', email: was, phone: '020 7946 0152' }
  first = await bookedVisit(db, clinic, '10:00', details)
  second = await bookedVisit(db, clinic, '12:00', details)
  nadia = await personOf(first)
})

const found = async (person = nadia) => {
  const reached = await reachedPerson(db.app, doer, person)
  if (!reached) throw new Error('nobody')
  return reached
}
const calledNow = async (person = nadia): Promise<Called> => {
  const { name, contactName, email, phone } = await found(person)
  return { name, contactName, email, phone }
}
const change = async (wish: Partial<Called>, person = nadia, who = doer) =>
  changePerson(db.app, who, {
    ...{ personId: person, seen: (await found(person)).seen, to: { ...(await calledNow(person)), ...wish } },
  })
/** Where what waits of a visit goes to. */
const waits = async (visit: string) =>
  (
    await rows(
      `select m.kind, m.address from clinic.mails m join clinic.appointments a using (clinic_id, appointment_id)
       where m.appointment_id = $1 and m.state = 'queued' order by m.due_at`,
      [visit],
    )
  ).map(({ kind, address }) => `${kind} to ${address}`)
/** To whom what is due of a visit goes, half a minute on. */
const takenFor = async (visit: string) => {
  await db.admin.query(
    `update clinic.mails set next_try_at = now() where appointment_id = $1 and kind = 'confirmation' and state in ('queued', 'sending')`,
    [visit],
  )
  const taken = await takeDueMails(db.app, clinic.clinicId, { most: 50, leaseMs: 1000 })
  return taken.filter((mail) => mail.visit.appointmentId === visit).map(({ address }) => address)
}
const changes = (person = nadia) =>
  rows(
    `select h.what, h.was, h.becomes, m.name as by from clinic.person_changes h join clinic.members m using (clinic_id, member_id)
     where h.person_id = $1 order by h.change_id`,
    [person],
  )
/** A visit of Nadia's child, whose mails go to the very contact of her first visit. */
const childOfHers = async () => {
  const visit = await bookedVisit(db, clinic, '15:00', { personName: 'Sami Fleet', email: 'x@example.org' })
  await db.admin.query(
    `update clinic.appointments set contact_id = (select contact_id from clinic.appointments where appointment_id = $2)
     where appointment_id = $1`,
    [visit, first],
  )
  return visit
}

describe('a new name, email and phone', () => {
  const wish = () => ({ name: 'Nadia Brook', email: to, phone: '020 7946 0999' })

  test('stand on every record and contact of the person, and what was before is written down with who did it', async () => {
    expect(await change(wish())).toEqual({ ok: true, already: false })
    for (const visit of [first, second])
      expect(await contactOf(visit)).toMatchObject({ name: 'Nadia Brook', email: to, phone: '020 7946 0999' })
    expect(await calledNow(await personOf(second))).toMatchObject({ name: 'Nadia Brook', email: to })
    expect((await found()).records).toHaveLength(2)
    expect(await changes()).toEqual([
      { what: 'name', was: 'Nadia Fleet', becomes: 'Nadia Brook', by: 'Sol Maple' },
      { what: 'email', was, becomes: to, by: 'Sol Maple' },
      { what: 'phone', was: '020 7946 0152', becomes: '020 7946 0999', by: 'Sol Maple' },
    ])
    const page = await personVisits(db.app, doer, await personOf(second))
    expect(page?.changes.map(({ what, by }) => [what, by])).toEqual([
      ['phone', 'Sol Maple'],
      ['email', 'Sol Maple'],
      ['name', 'Sol Maple'],
    ])
  })

  test('send what waits to the new address and nothing to the old one, once', async () => {
    const waiting = () => Promise.all([first, second].map(waits))
    const before = await waiting()
    // A confirmation and the second reminder of each; the first, two days before, is over at some hours of the day.
    for (const mails of before) expect(mails.length).toBeGreaterThanOrEqual(2)
    await change(wish())
    expect(await waiting()).toEqual(before.map((mails) => mails.map((mail) => mail.replace(was, to))))
    // It waits half a minute, in which it can be put back.
    expect(await takeDueMails(db.app, clinic.clinicId, { most: 50, leaseMs: 1000 })).toEqual([])
    await change({ email: was })
    expect(await waiting()).toEqual(before)
    expect(await rows('select from clinic.mails where address = $1 and state = $2', [to, 'queued'])).toEqual([])
  })

  test('end the links and calendars that went to the old address, and what it sees when it signs in', async () => {
    for (const visit of [first, second])
      await makeFeed(
        db.app,
        db.secret,
        { clinicId: clinic.clinicId, personId: await personOf(visit) },
        { isNew: true, withInitials: false },
      )
    await change({ phone: '020 7946 0999' })
    expect(await rows('select from clinic.calendar_feeds where clinic_id = $1', [clinic.clinicId])).toHaveLength(2)
    expect(await contactOf(first)).toMatchObject({ link_round: 0 })
    await change(wish())
    expect(await rows('select from clinic.calendar_feeds where clinic_id = $1', [clinic.clinicId])).toEqual([])
    for (const visit of [first, second]) expect(await contactOf(visit)).toMatchObject({ link_round: 1 })
    expect(await visitsOfAddress(db.app, was)).toEqual([])
    expect(await visitsOfAddress(db.app, to)).toHaveLength(2)
    // A link never counts down: one that went to the old address opens nothing when that comes back.
    await change({ email: was })
    expect(await contactOf(first)).toMatchObject({ email: was, link_round: 2 })
  })

  test('take nothing along that was given to an address: letters, and the wish for no more mails', async () => {
    await db.admin.query(
      `insert into clinic.mail_stops (clinic_id, purpose, address) values ($1, 'review-invitation', $2)`,
      [clinic.clinicId, was],
    )
    await db.admin.query(
      `insert into clinic.letter_subscribers (clinic_id, address, topics, asked_topics, asked_at, confirmed_at)
       values ($1, $2, '{guide-news}', '{guide-news}', now(), now())`,
      [clinic.clinicId, was],
    )
    await change(wish())
    expect(await rows('select address from clinic.mail_stops where clinic_id = $1', [clinic.clinicId])).toEqual([
      { address: was },
    ])
    expect(await rows('select address from clinic.letter_subscribers where clinic_id = $1', [clinic.clinicId])).toEqual(
      [{ address: was }],
    )
  })

  test('are one change however often it is pressed; in other letters the address is the same one', async () => {
    const { seen } = await found()
    const wanted = { ...(await calledNow()), ...wish() }
    const all = await Promise.all(
      [1, 2, 3].map(() => changePerson(db.app, doer, { personId: nadia, seen, to: wanted })),
    )
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(all.filter((done) => done.ok && !done.already)).toHaveLength(1)
    expect(await changes()).toHaveLength(3)
    expect(await change({ email: to.toUpperCase() })).toEqual({ ok: true, already: true })
  })

  test('are refused on a page that is out of date, whatever changed', async () => {
    const { seen } = await found()
    const wanted = { ...(await calledNow()), name: 'Nadia Brook' }
    await db.admin.query(`update clinic.contacts set phone = '020 7946 0111' where email = $1 and clinic_id = $2`, [
      was,
      clinic.clinicId,
    ])
    expect(await changePerson(db.app, doer, { personId: nadia, seen, to: wanted })).toEqual({
      ok: false,
      why: 'changed',
    })
    expect(await changes()).toEqual([])
  })

  test('of two at once only one is done, and the other is told', async () => {
    const { seen } = await found()
    const now = await calledNow()
    const both = await Promise.all(
      ['a@example.org', 'b@example.org'].map((email) =>
        changePerson(db.app, doer, { personId: nadia, seen, to: { ...now, email } }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter((done) => !done.ok && done.why === 'changed')).toHaveLength(1)
    expect(await changes()).toHaveLength(1)
  })

  test('a visit booked for them at that moment is reached as the others are', async () => {
    const [changed, booked] = await Promise.all([
      change(wish()),
      bookByStaff(db.app, doer, {
        ...{ key: crypto.randomUUID(), wanted: wantedAt(clinic, '17:00', 1), whom: { personId: nadia } },
      }),
    ])
    if (!booked.ok) throw new Error(booked.why)
    expect(changed).toMatchObject({ ok: true })
    expect(await contactOf(booked.appointmentId)).toMatchObject({ email: to })
    expect((await waits(booked.appointmentId)).every((mail) => mail.endsWith(to))).toBe(true)
  })
})

describe('what is not theirs alone', () => {
  test('a contact that a child’s visits have too stays the child’s, and these visits get one of their own', async () => {
    const child = await childOfHers()
    const before = await contactOf(child)
    expect((await found()).alsoThere).toEqual([{ personId: await personOf(child), name: 'Sami Fleet' }])
    await change({ email: to, phone: '020 7946 0999' })
    expect(await contactOf(child)).toEqual(before)
    expect(await contactOf(first)).toMatchObject({ email: to, link_round: 1 })
    expect(await changes(await personOf(child))).toEqual([])
    expect((await waits(first)).every((mail) => mail.endsWith(to))).toBe(true)
    // The other way round: the child is written to elsewhere, and its mother's own visits stay.
    await change({ email: 'dad@example.org', contactName: 'Dad Fleet' }, await personOf(child))
    expect(await contactOf(child)).toMatchObject({ name: 'Dad Fleet', email: 'dad@example.org' })
    expect(await contactOf(first)).toMatchObject({ name: 'Nadia Fleet', email: to })
    expect((await one('select name from clinic.persons where person_id = $1', [await personOf(child)])).name).toBe(
      'Sami Fleet',
    )
  })

  test('another way in which they are reached for some visits stays as it is', async () => {
    const booked = await bookByStaff(db.app, doer, {
      ...{ key: crypto.randomUUID(), wanted: wantedAt(clinic, '16:00', 1), whom: { personId: nadia } },
    })
    if (!booked.ok) throw new Error(booked.why)
    await db.admin.query(
      `with k as (insert into clinic.contacts (clinic_id, name, email, phone)
         values ($1, 'Her work', 'work@example.org', '020 7946 0152') returning contact_id)
       update clinic.appointments set contact_id = k.contact_id from k where appointment_id = $2`,
      [clinic.clinicId, first],
    )
    const work = await contactOf(first)
    await change({ email: to, phone: '020 7946 0999' })
    expect(await contactOf(first)).toEqual(work)
    expect(await contactOf(booked.appointmentId)).toMatchObject({ name: 'Nadia Fleet', email: to })
  })

  test('visits granted ahead go on under the new name; a namesake’s do not', async () => {
    const grant = (reference: string, name: string) =>
      db.admin.query(
        `insert into clinic.grants (clinic_id, payer, insurer, reference, folded_reference, person_name, folded_name, visits, used, entered_by)
         values ($1, 'insurer', 'bupa', $2, $2, $3, lower($3), 5, 0, $4)`,
        [clinic.clinicId, reference, name, doer.memberId],
      )
    const names = () =>
      rows('select reference, person_name, folded_name from clinic.grants where clinic_id = $1 order by 1', [
        clinic.clinicId,
      ])
    await grant('AA1', 'Nadia Fleet')
    await grant('BB2', 'Kit Elm')
    await change({ name: 'Nadia Brook' })
    expect(await names()).toEqual([
      { reference: 'AA1', person_name: 'Nadia Brook', folded_name: 'nadia brook' },
      { reference: 'BB2', person_name: 'Kit Elm', folded_name: 'kit elm' },
    ])
    await bookedVisit(db, clinic, '15:00', { personName: 'Nadia Brook', email: 'another@example.org' })
    await change({ name: 'Nadia Fleet' })
    expect((await names())[0]).toMatchObject({ reference: 'AA1', person_name: 'Nadia Brook' })
  })

  test('whoever would be shown as one with them is named before, unless somebody said that they are two', async () => {
    const son = await personOf(
      await bookedVisit(db, clinic, '15:00', { personName: 'Nadia Fleet', email: 'junior@example.org' }),
    )
    const wouldBe = async (wish: Partial<Called>) => {
      const now = await found()
      return (await oneWithThen(db.app, clinic.clinicId, now, { name: now.name, email: now.email, ...wish })).map(
        ({ personId }) => personId,
      )
    }
    expect(await wouldBe({ email: 'Junior@example.org' })).toEqual([son])
    expect(await wouldBe({ email: to })).toEqual([])
    expect(await wouldBe({ email: 'junior@example.org', name: 'Nadia Brook' })).toEqual([])
    for (const record of (await found()).records) await sayDifferent(db.app, doer, record, son)
    expect(await wouldBe({ email: 'junior@example.org' })).toEqual([])
  })
})

describe('no email any more', () => {
  test('stops their mails; given again, they are told again with their reminders', async () => {
    const before = await waits(first)
    await change({ email: null })
    expect(await waits(first)).toEqual([])
    expect(await contactOf(first)).toMatchObject({ email: null, phone: '020 7946 0152', link_round: 1 })
    await change({ email: was })
    expect(await waits(first)).toEqual(before)
  })

  test('is never all: of a visit that had only the one that goes, the other one is taken', async () => {
    await db.admin.query(
      `with k as (insert into clinic.contacts (clinic_id, name, email) values ($1, 'Nadia Fleet', $3) returning contact_id)
       update clinic.appointments set contact_id = k.contact_id from k where appointment_id = $2`,
      [clinic.clinicId, first, was],
    )
    await change({ email: null })
    expect(await contactOf(first)).toMatchObject({ email: null, phone: '020 7946 0152' })
  })
})

describe('mails that are about no visit ahead', () => {
  test('word of a cancel that has not gone goes to the new address', async () => {
    await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: first })
    expect(await waits(first)).toEqual([`cancelled to ${was}`])
    await change({ email: to })
    expect(await waits(first)).toEqual([`cancelled to ${to}`])
  })

  test('the question how it was goes along, but not to an address that wants none', async () => {
    const ask = () =>
      db.admin.query(
        `insert into clinic.mails (clinic_id, appointment_id, version, kind, address, state, useless_after)
         select clinic_id, appointment_id, version, 'review-invitation', $2, 'queued', now() + interval '9 days'
         from clinic.appointments where appointment_id = $1`,
        [first, was],
      )
    const invited = async () =>
      (
        await rows(`select address, state from clinic.mails where kind = 'review-invitation' and appointment_id = $1`, [
          first,
        ])
      )[0]
    await ask()
    await change({ email: to })
    expect(await invited()).toEqual({ address: to, state: 'queued' })
    await db.admin.query(
      `insert into clinic.mail_stops (clinic_id, purpose, address) values ($1, 'review-invitation', 'none@example.org')`,
      [clinic.clinicId],
    )
    await change({ email: 'none@example.org' })
    expect(await invited()).toEqual({ address: to, state: 'dropped' })
  })
})

describe('it is not for', () => {
  test('another clinic’s person, or nobody', async () => {
    const { seen } = await found()
    const wanted = { ...(await calledNow()), name: 'Changed' }
    const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId)
    expect(await reachedPerson(db.app, stranger, nadia)).toBeUndefined()
    expect(await changePerson(db.app, stranger, { personId: nadia, seen, to: wanted })).toEqual({
      ok: false,
      why: 'gone',
    })
    expect(await changePerson(db.app, doer, { personId: crypto.randomUUID(), seen, to: wanted })).toEqual({
      ...{ ok: false, why: 'gone' },
    })
    expect(await calledNow()).toMatchObject({ name: 'Nadia Fleet' })
  })

  test('somebody who asked to be forgotten; a record beside it, of the same person come back, is changed alone', async () => {
    await db.admin.query(
      `insert into clinic.erasures (clinic_id, person_id, kept_until) values ($1, $2, '2040-01-01')`,
      [clinic.clinicId, nadia],
    )
    expect(await change({ name: 'Changed' })).toEqual({ ok: false, why: 'forgotten' })
    const back = await personOf(second)
    expect(await change({ name: 'Nadia Brook' }, back)).toMatchObject({ ok: true })
    expect((await one('select name from clinic.persons where person_id = $1', [nadia])).name).toBe('Nadia Fleet')
  })

  test('a record that was made one with another meanwhile', async () => {
    const lost = await personOf(second)
    const { seen } = await found(lost)
    const wanted = { ...(await calledNow(lost)), name: 'Changed' }
    await merged(nadia, lost)
    expect(await changePerson(db.app, doer, { personId: lost, seen, to: wanted })).toEqual({ ok: false, why: 'gone' })
    expect(await calledNow()).toMatchObject({ name: 'Nadia Fleet' })
  })
})

async function merged(one: string, other: string) {
  const seen = (await comparePersons(db.app, doer, one, other))?.seen ?? ''
  const choice = { name: one, contact: one, phone: one, bornOn: one }
  const done = await mergePersons(db.app, doer, { one, other, seen, choice }, () => Promise.resolve())
  expect(done).toMatchObject({ ok: true })
}
const unmerged = async (kept: string) => {
  const merge = await inClinic(db.app, clinic.clinicId, (trx) => lastMerge(trx, kept))
  expect(await undoMerge(db.app, doer, kept, merge?.mergeId ?? '')).toMatchObject({ ok: true })
}

describe('with a merge', () => {
  test('what was changed goes to the record that stays, and back', async () => {
    const lost = await personOf(second)
    await change({ phone: '020 7946 0999' }, lost)
    await merged(nadia, lost)
    expect(await changes()).toHaveLength(1)
    await unmerged(nadia)
    expect([(await changes()).length, (await changes(lost)).length]).toEqual([0, 1])
  })

  test('a name and an address that were changed since stay when it is undone, also of a contact that was parted from a child’s', async () => {
    const other = await bookedVisit(db, clinic, '16:00', { personName: 'Nadia Fleet', email: 'old@example.org' })
    const [child, lost] = [await childOfHers(), await personOf(other)]
    await merged(lost, nadia)
    const kept = [lost, nadia].toSorted()[0] ?? ''
    expect(await contactOf(first)).toMatchObject({ email: 'old@example.org' })
    await change({ name: 'Nadia Brook', email: to }, kept)
    await unmerged(kept)
    expect(await calledNow(kept)).toMatchObject({ name: 'Nadia Brook', email: to })
    expect(await contactOf(first)).toMatchObject({ email: to })
    expect(await contactOf(child)).toMatchObject({ email: was })
  })

  test('that tells an address once more leaves the other its reminders when it is undone', async () => {
    const other = await bookedVisit(db, clinic, '16:00', { personName: 'Nadia Fleet', email: was })
    await db.admin.query(
      `update clinic.mails set state = 'handed-over', handed_over_at = now() where appointment_id = $1 and kind = 'confirmation'`,
      [other],
    )
    const lone = await personOf(other)
    for (const record of [nadia, await personOf(second)]) await sayDifferent(db.app, doer, record, lone)
    await change({ email: to }, lone)
    const before = await waits(other)
    expect(before.length).toBeGreaterThanOrEqual(2)
    await merged(nadia, lone)
    expect(await waits(other)).toEqual(before.map((mail) => mail.replace(to, was)))
    await unmerged(nadia)
    expect(await waits(other)).toEqual(before)
    expect(await takenFor(other)).toEqual([to])
  })
})

describe('being forgotten', () => {
  test('takes what was changed along, and an export holds it', async () => {
    await change({ name: 'Nadia Brook', email: to })
    const owner = connectAsOwner({ ...db.address, user: 'postgres', password: '' })
    try {
      const who = { name: 'Nadia Brook', reach: to }
      const taken = await exportPerson(owner, db.secret, clinic.clinicId, who)
      expect(taken?.tables.person_changes).toMatchObject([
        { what: 'name', was: 'Nadia Fleet', becomes: 'Nadia Brook' },
        { what: 'email', was, becomes: to },
      ])
      for (const appointmentId of [first, second])
        await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId })
      expect(await erasePerson(owner, clinic.clinicId, who, { wasAdult: true })).toMatchObject({ ok: true })
      expect(await changes()).toEqual([])
    } finally {
      await owner.destroy()
    }
  })

  test('takes somebody out of what was changed of a child, where they were written to for it; what stands still stays', async () => {
    const child = await personOf(
      await bookedVisit(db, clinic, '15:00', {
        ...{ personName: 'Kit Fleet', contactName: 'Nadia Fleet', email: was, phone: '020 7946 0152' },
      }),
    )
    await change({ phone: '+44 20 7946 0555' }, child)
    await change({ contactName: 'Dee Fleet', email: to }, child)
    // Of this one they are the contact now, and stay so.
    const looked = await personOf(
      await bookedVisit(db, clinic, '16:00', { personName: 'Mia Fleet', contactName: 'Dee Fleet', email: to }),
    )
    await change({ contactName: 'Nadia Fleet', email: was }, looked)
    for (const appointmentId of [first, second]) await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId })
    const owner = connectAsOwner({ ...db.address, user: 'postgres', password: '' })
    try {
      const who = { name: 'Nadia Fleet', reach: was.toUpperCase() }
      expect(await erasePerson(owner, clinic.clinicId, who, { wasAdult: true })).toMatchObject({ ok: true })
    } finally {
      await owner.destroy()
    }
    expect(await changes(child)).toEqual([
      { what: 'phone', was: '(erased)', becomes: '+44 20 7946 0555', by: 'Sol Maple' },
      { what: 'contact', was: '(erased)', becomes: 'Dee Fleet', by: 'Sol Maple' },
      { what: 'email', was: '(erased)', becomes: to, by: 'Sol Maple' },
    ])
    expect(await changes(looked)).toMatchObject([
      { what: 'contact', was: 'Dee Fleet', becomes: 'Nadia Fleet' },
      { what: 'email', was: to, becomes: was },
    ])
  })
})

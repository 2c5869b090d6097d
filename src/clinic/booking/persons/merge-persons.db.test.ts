/** Two records of one person, over a real PostgreSQL: made one, told only then, and put back exactly. */
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { joinClinic, wantedAt } from '../../calendar/test-calendar.ts'
import { bookByStaff } from '../../calendar/staff-booking.ts'
import { testDatabase } from '../../db/test-database.ts'
import { eraseWhatIsDue } from '../../people/erase-person.ts'
import type { Member } from '../../people/members.ts'
import { recordReads } from '../../people/reads.ts'
import { visitsOfAddress } from '../../people/visits-of-address.ts'
import { makeOffer } from '../../letters/offers.ts'
import { cancelVisit } from '../cancel.ts'
import { connectAsOwner, inClinic } from '../../db/connection.ts'
import { makeFeed } from '../calendar-feeds.ts'
import { personVisits } from '../find-people.ts'
import { makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { bookedVisit } from '../test-staff.ts'
import { compareIn, comparePersons } from './compare-persons.ts'
import { countMayBeSame, mayBeSame, sayDifferent } from './may-be-same.ts'
import { anotherRound } from './merge-contacts.ts'
import { mergeKeys } from './merge-keys.ts'
import { type MergeChoice, mergePersons, undoDays } from './merge-persons.ts'
import { lastMerge, undoMerge } from './undo-merge.ts'

const db = testDatabase()
let clinic: TestClinic
let doer: Member
/** Made at the desk with a telephone alone, and minutes later by the person, with an email. */
let atDesk: string
let online: string
let deskVisit: string
let onlineVisit: string
const ended: string[] = []
const endSignIn = (address: string) => {
  ended.push(address)
  return Promise.resolve()
}

const rows = async (text: string, values: readonly unknown[] = []) =>
  (await db.admin.query<Record<string, unknown>>(text, [...values])).rows
const one = async (text: string, values: readonly unknown[] = []) => (await rows(text, values))[0] ?? {}
const personOf = async (visit: string) =>
  String((await one('select person_id from clinic.appointments where appointment_id = $1', [visit])).person_id)

const bookAtDesk = async (wall: string, whom: { name: string; phone?: string; email?: string }) => {
  const booked = await bookByStaff(db.app, doer, { key: crypto.randomUUID(), wanted: wantedAt(clinic, wall), whom })
  if (!booked.ok) throw new Error(booked.why)
  return booked.appointmentId
}

beforeEach(async () => {
  ended.length = 0
  clinic = await makeTestClinic(db, { therapists: 2 })
  doer = await joinClinic(db, clinic.clinicId)
  deskVisit = await bookAtDesk('10:00', { name: 'Nadia Fleet', phone: '+44 20 7946 0152' })
  onlineVisit = await bookedVisit(db, clinic, '12:00', {
    ...{ personName: 'Nadia Fleet', email: 'nadia@example.org', phone: '020 7946 0152' },
  })
  atDesk = await personOf(deskVisit)
  online = await personOf(onlineVisit)
})

const seenOf = async (a = atDesk, b = online) => (await comparePersons(db.app, doer, a, b))?.seen ?? ''
const merge = async (choice: Partial<MergeChoice> = {}, pair = [atDesk, online] as const) => {
  const [a, b] = pair
  const whole = { name: a, contact: b, phone: a, bornOn: a, ...choice }
  return mergePersons(db.app, doer, { one: a, other: b, seen: await seenOf(a, b), choice: whole }, endSignIn)
}
const mergeId = async (kept = atDesk) =>
  (await inClinic(db.app, clinic.clinicId, (trx) => lastMerge(trx, kept)))?.mergeId ?? ''
const undo = async (kept = atDesk) => undoMerge(db.app, doer, kept, await mergeId(kept))

/** All that names a person, or says how one is reached, but for what is only added to. */
const everything = async () => ({
  persons: await rows('select * from clinic.persons where clinic_id = $1 order by person_id', [clinic.clinicId]),
  contacts: await rows('select * from clinic.contacts where clinic_id = $1 order by contact_id', [clinic.clinicId]),
  visits: await rows('select * from clinic.appointments where clinic_id = $1 order by appointment_id', [
    clinic.clinicId,
  ]),
  feeds: await rows('select * from clinic.calendar_feeds where clinic_id = $1 order by feed_id', [clinic.clinicId]),
  different: await rows('select * from clinic.different_persons where clinic_id = $1 order by 2, 3', [clinic.clinicId]),
  looks: await rows(
    `select person_id, read_id from clinic.reads where clinic_id = $1 and what = 'day-list' order by read_id`,
    [clinic.clinicId],
  ),
  waiting: await rows(
    `select mail_id, address from clinic.mails where clinic_id = $1 and state = 'queued' order by mail_id`,
    [clinic.clinicId],
  ),
})

describe('the catalogue', () => {
  test('has no column that names a person of which a merge does not know what becomes', async () => {
    const named = await rows(
      `select c.conrelid::regclass::text || '.' || a.attname as column from pg_constraint c
       join unnest(c.conkey) with ordinality k (number, at) on true
       join unnest(c.confkey) with ordinality f (number, at) on f.at = k.at
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
       join pg_attribute p on p.attrelid = c.confrelid and p.attnum = f.number
       where c.contype = 'f' and c.confrelid = 'clinic.persons'::regclass and p.attname = 'person_id' order by 1`,
    )
    expect(named.map(({ column }) => String(column).replace('clinic.', ''))).toEqual(Object.keys(mergeKeys).toSorted())
    // And none that names one without a key that the database watches.
    const loose = await rows(
      `select table_name || '.' || column_name as column from information_schema.columns
       where table_schema = 'clinic' and column_name like '%person_id' order by 1`,
    )
    const known = [...Object.keys(mergeKeys), 'persons.person_id', 'person_merges.lost_person_id']
    expect(loose.map(({ column }) => column)).toEqual(known.toSorted())
  })

  test('lets nothing of a table that was forgotten be lost: the merge is refused by the database and all stays', async () => {
    await db.admin.query(`create table clinic.shoes (clinic_id uuid, person_id uuid,
      foreign key (clinic_id, person_id) references clinic.persons (clinic_id, person_id))`)
    try {
      await db.admin.query('insert into clinic.shoes values ($1, $2)', [clinic.clinicId, online])
      const before = await everything()
      await expect(merge()).rejects.toThrow('shoes')
      expect(await everything()).toEqual(before)
    } finally {
      await db.admin.query('drop table clinic.shoes')
    }
  })
})

describe('two records made one', () => {
  test('leave no row with the one that went, and the visits are the sum', async () => {
    await bookedVisit(db, clinic, '14:00', { personName: 'Somebody Else', email: 'else@example.org' })
    expect(await merge()).toEqual({ ok: true, keptId: atDesk, already: false })
    for (const column of Object.keys(mergeKeys)) {
      const [table, name] = column.split('.')
      expect([column, await rows(`select 1 from clinic.${table} where ${name} = $1`, [online])]).toEqual([column, []])
    }
    expect(await rows('select 1 from clinic.persons where person_id = $1', [online])).toEqual([])
    const found = await personVisits(db.app, doer, atDesk)
    expect(found?.visits.map(({ appointmentId }) => appointmentId)).toEqual([onlineVisit, deskVisit])
    expect(found?.merge).toMatchObject({ by: 'Sol Maple' })
    expect(found?.maybeSame).toEqual([])
  })

  test('take who is written to and the telephone as chosen, and never nothing where there is something', async () => {
    // The desk had no email: choosing its contact cannot lose the one that there is.
    await merge({ contact: atDesk })
    const contacts = await rows(
      `select c.email, c.phone from clinic.contacts c join clinic.appointments a using (clinic_id, contact_id)
       where a.person_id = $1 order by a.starts_at`,
      [atDesk],
    )
    expect(contacts).toEqual([
      { email: 'nadia@example.org', phone: '+44 20 7946 0152' },
      { email: 'nadia@example.org', phone: '+44 20 7946 0152' },
    ])
    // The visit from the desk, of which nobody could be written to, is told with its reminders.
    const told = await rows('select kind, address from clinic.mails where appointment_id = $1', [deskVisit])
    expect(told[0]).toEqual({ kind: 'confirmation', address: 'nadia@example.org' })
  })

  test('end the sign-in and the links of the address that does not stay, and keep those of the other', async () => {
    const other = await bookedVisit(db, clinic, '15:00', { personName: 'Nadia Fleet', email: 'old@example.org' })
    const old = await personOf(other)
    const roundOf = async (visit: string) =>
      await one(
        'select c.link_round, c.email from clinic.contacts c join clinic.appointments a using (clinic_id, contact_id) where a.appointment_id = $1',
        [visit],
      )
    await merge({ contact: online, name: online }, [online, old])
    expect(ended).toEqual(['old@example.org'])
    expect(await roundOf(onlineVisit)).toEqual({ link_round: 0, email: 'nadia@example.org' })
    const now = await roundOf(other)
    expect(now.email).toBe('nadia@example.org')
    expect(Number(now.link_round)).toBeGreaterThan(1)
    expect(Number(now.link_round)).toBeLessThan(2 ** 24)
    const waiting = await rows(
      `select distinct address from clinic.mails where state = 'queued' and appointment_id = $1`,
      [other],
    )
    expect(waiting).toEqual([{ address: 'nadia@example.org' }])
  })

  test('keep the code that each visit was booked with; whoever has one address now can use it once, and not after an undo', async () => {
    const who = { clinicId: clinic.clinicId, memberId: doer.memberId }
    const day = (days: number) => Temporal.Now.plainDateISO('Europe/London').add({ days }).toString()
    const made = await makeOffer(db.app, who, crypto.randomUUID(), {
      ...{ code: 'SPRING10', words: 'A visit in spring', takes: { kind: 'percent', off: 10 }, mostUses: 9 },
      ...{ services: [clinic.serviceId], firstDay: day(0), lastDay: day(30) },
    })
    expect(made).toEqual({ ok: true })
    const withCode = (wall: string, email: string) =>
      bookedVisit(db, clinic, wall, { personName: 'Nadia Fleet', email, offerCode: 'SPRING10' })
    const [first, second] = [await withCode('15:00', 'old@example.org'), await withCode('16:00', 'new@example.org')]
    const [old, young] = [await personOf(first), await personOf(second)]
    const uses = () =>
      rows(
        `select u.*, a.price_pence from clinic.price_offer_uses u join clinic.appointments a using (clinic_id, appointment_id)
         where u.clinic_id = $1 order by u.appointment_id`,
        [clinic.clinicId],
      )
    const stood = await uses()
    expect(stood).toHaveLength(2)
    await merge({ name: old, contact: old, phone: old, bornOn: old }, [old, young])
    // Both prices were agreed, and both stand.
    expect(await uses()).toEqual(stood)
    await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: first })
    // The other visit of this one person is written to the same address and has the code still.
    await expect(withCode('17:00', 'old@example.org')).rejects.toThrow('noOffer')
    await undo([old, young].toSorted()[0])
    expect(await withCode('18:00', 'old@example.org')).not.toBe(first)
    expect((await uses()).map(({ price_pence }) => price_pence)).toEqual([5580, 5580])
    expect(await one('select used from clinic.price_offers where clinic_id = $1', [clinic.clinicId])).toEqual({
      used: 2,
    })
  })

  test('leave an address that opens nothing any more with no visit, however it proves itself, until it is undone', async () => {
    const other = await bookedVisit(db, clinic, '15:00', { personName: 'Nadia Fleet', email: 'old@example.org' })
    const old = await personOf(other)
    const opens = async (address: string) => (await visitsOfAddress(db.app, address)).length
    const stood = [await opens('old@example.org'), await opens('nadia@example.org')]
    await merge({ contact: online, name: online }, [online, old])
    // A passkey proves the address that it was made with, as a mail does: neither finds the visits under it.
    expect(await opens('old@example.org')).toBe((stood[0] ?? 0) - 1)
    expect(await opens('nadia@example.org')).toBe((stood[1] ?? 0) + 1)
    await undo([online, old].toSorted()[0])
    expect([await opens('old@example.org'), await opens('nadia@example.org')]).toEqual(stood)
  })

  test('give the links a round that the database takes, and can count up from, whatever chance says', async () => {
    await inClinic(db.app, clinic.clinicId, async (trx) => {
      // Of ten thousand seeds the one whose first number is the greatest: over 0.999.
      const { rows: tried } = await sql<{ seed: number }>`select seed from (
        select i / 10000.0 as seed, setseed(i / 10000.0)::text, random() as chance from generate_series(0, 9999) i
      ) as tried order by chance desc limit 1`.execute(trx)
      await sql`select setseed(${tried[0]?.seed})`.execute(trx)
      const round = await anotherRound(trx)
      expect(round).toBeGreaterThan(15_900_000)
      expect(round).toBeLessThan(16_000_000)
    })
  })

  test('are not made one where the other’s sessions could not be ended', async () => {
    const other = await personOf(
      await bookedVisit(db, clinic, '15:00', { personName: 'Nadia Fleet', email: 'old@example.org' }),
    )
    const before = await everything()
    const choice = { name: online, contact: online, phone: online, bornOn: online }
    const wish = { one: online, other, seen: await seenOf(online, other), choice }
    await expect(mergePersons(db.app, doer, wish, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await everything()).toEqual(before)
  })

  test('leave the contact of a mother as it is, whose other child’s visits go to it too', async () => {
    const other = await bookedVisit(db, clinic, '15:00', { personName: 'Sami Fleet', email: 'x@example.org' })
    await db.admin.query(
      `update clinic.appointments set contact_id = (select contact_id from clinic.appointments where appointment_id = $2)
       where appointment_id = $1`,
      [other, onlineVisit],
    )
    const before = await everything()
    await db.admin.query(`update clinic.contacts set email = 'desk@example.org' where phone = '+44 20 7946 0152'`)
    await merge({ contact: atDesk })
    const reached = async (visit: string) =>
      (
        await one(
          'select c.email from clinic.contacts c join clinic.appointments a using (clinic_id, contact_id) where a.appointment_id = $1',
          [visit],
        )
      ).email
    expect(await reached(other)).toBe('nadia@example.org')
    expect(await reached(onlineVisit)).toBe('desk@example.org')
    expect(await undo()).toMatchObject({ ok: true })
    expect((await everything()).visits).toEqual(before.visits)
    expect((await everything()).contacts.length).toBe(before.contacts.length)
  })

  test('are one merge however often and by how many it is pressed', async () => {
    const wish = {
      one: atDesk,
      other: online,
      seen: await seenOf(),
      choice: { name: atDesk, contact: online, phone: atDesk, bornOn: atDesk },
    }
    const all = await Promise.all([1, 2, 3, 4].map(() => mergePersons(db.app, doer, wish, endSignIn)))
    expect(all.filter((merged) => merged.ok && !merged.already)).toHaveLength(1)
    expect(all.every((merged) => merged.ok)).toBe(true)
    expect(await rows('select 1 from clinic.person_merges where clinic_id = $1', [clinic.clinicId])).toHaveLength(1)
  })

  test('are not made one on a page that is out of date', async () => {
    const seen = await seenOf()
    await db.admin.query(`update clinic.contacts set phone = '020 7946 0999' where phone = '020 7946 0152'`)
    const choice = { name: atDesk, contact: online, phone: online, bornOn: atDesk }
    expect(await mergePersons(db.app, doer, { one: atDesk, other: online, seen, choice }, endSignIn)).toEqual({
      ...{ ok: false, why: 'changed' },
    })
  })

  test('are never of two clinics, nor somebody who asked to be forgotten', async () => {
    const here = clinic
    clinic = await makeTestClinic(db)
    const there = await joinClinic(db, clinic.clinicId)
    const seen = await seenOf()
    const choice = { name: atDesk, contact: online, phone: atDesk, bornOn: atDesk }
    const wish = { one: atDesk, other: online, seen, choice }
    expect(await mergePersons(db.app, there, wish, endSignIn)).toEqual({ ok: false, why: 'gone' })
    expect(await comparePersons(db.app, there, atDesk, online)).toBeUndefined()
    expect(await sayDifferent(db.app, there, atDesk, online)).toBe(false)
    clinic = here
    await db.admin.query(
      `insert into clinic.erasures (clinic_id, person_id, kept_until) values ($1, $2, '2040-01-01')`,
      [clinic.clinicId, online],
    )
    expect(await mergePersons(db.app, doer, wish, endSignIn)).toEqual({ ok: false, why: 'forgotten' })
    expect(await countMayBeSame(db.app, clinic.clinicId)).toBe(0)
  })

  test('let a visit that is booked for either at that moment go through, or say that nobody is there', async () => {
    const booking = (personId: string, wall: string) =>
      bookByStaff(db.app, doer, {
        ...{ key: crypto.randomUUID(), wanted: wantedAt(clinic, wall, 1), whom: { personId } },
      })
    for (const wall of ['13:00', '14:00', '15:00', '16:00', '17:00', '18:00']) {
      const [merged, booked] = await Promise.all([merge(), booking(online, wall)])
      if (!booked.ok) expect(booked.why).toBe('nobody')
      else {
        const holder = merged.ok ? atDesk : online
        expect(await personOf(booked.appointmentId)).toBe(holder)
      }
      if (!merged.ok) expect(merged.why).toBe('changed')
      if (merged.ok) await undo()
    }
  })
})

describe('undoing it', () => {
  test('puts both back exactly, with links, feeds, looks and waiting mails', async () => {
    await makeFeed(
      db.app,
      db.secret,
      { clinicId: clinic.clinicId, personId: atDesk },
      { isNew: true, withInitials: false },
    )
    await makeFeed(
      db.app,
      db.secret,
      { clinicId: clinic.clinicId, personId: online },
      { isNew: true, withInitials: true },
    )
    const stranger = await personOf(await bookedVisit(db, clinic, '15:00', { personName: 'Kit Elm' }))
    await sayDifferent(db.app, doer, online, stranger)
    await inClinic(db.app, clinic.clinicId, (trx) =>
      trx
        .insertInto('reads')
        .values(
          [atDesk, online].map((person_id) => ({
            clinic_id: clinic.clinicId,
            member_id: doer.memberId,
            person_id,
            what: 'day-list',
          })),
        )
        .execute(),
    )
    const before = await everything()
    await merge()
    const between = await everything()
    expect(between.feeds).toHaveLength(1)
    expect(between.different).toEqual([expect.objectContaining({ one_person_id: atDesk, other_person_id: stranger })])
    expect(between.looks.every(({ person_id }) => person_id === atDesk)).toBe(true)
    expect(await undo()).toEqual({ ok: true, lostId: online, already: false })
    expect(await everything()).toEqual(before)
  })

  test('drops the other’s feed with the address that it was made through, and brings it back', async () => {
    const other = await personOf(
      await bookedVisit(db, clinic, '15:00', { personName: 'Nadia Fleet', email: 'old@example.org' }),
    )
    await makeFeed(
      db.app,
      db.secret,
      { clinicId: clinic.clinicId, personId: other },
      { isNew: true, withInitials: false },
    )
    const before = await everything()
    await merge({ name: online, contact: online }, [online, other])
    expect((await everything()).feeds).toEqual([])
    await undo(online)
    expect(await everything()).toEqual(before)
  })

  test('happens once, and not after its week', async () => {
    await merge()
    const id = await mergeId()
    await db.admin.query(`update clinic.person_merges set undo_until = now() where merge_id = $1`, [id])
    expect(await undoMerge(db.app, doer, atDesk, id)).toEqual({ ok: false, why: 'over' })
    await db.admin.query(
      `update clinic.person_merges set undo_until = now() + interval '1 second' where merge_id = $1`,
      [id],
    )
    expect(await undoMerge(db.app, doer, atDesk, id)).toMatchObject({ ok: true, already: false })
    expect(await undoMerge(db.app, doer, atDesk, id)).toMatchObject({ ok: true, already: true })
    expect(undoDays).toBe(7)
  })

  test('goes the newest first, and then the one before', async () => {
    const third = await personOf(await bookAtDesk('16:00', { name: 'N Fleet', phone: '020 7946 0152' }))
    const before = await everything()
    await merge()
    const first = await mergeId()
    await merge({}, [atDesk, third])
    expect(await undoMerge(db.app, doer, atDesk, first)).toEqual({ ok: false, why: 'over' })
    expect(await undo()).toMatchObject({ ok: true, lostId: third })
    expect(await undo()).toMatchObject({ ok: true, lostId: online })
    expect((await everything()).visits).toEqual(before.visits)
    expect((await everything()).persons).toEqual(before.persons)
  })

  test('leaves with the kept record what was booked since, and its mails where they went', async () => {
    await merge()
    const booked = await bookByStaff(db.app, doer, {
      ...{ key: crypto.randomUUID(), wanted: wantedAt(clinic, '17:00'), whom: { personId: atDesk } },
    })
    if (!booked.ok) throw new Error(booked.why)
    await undo()
    const now = await one(
      `select a.person_id, c.email from clinic.appointments a join clinic.contacts c using (clinic_id, contact_id)
       where a.appointment_id = $1`,
      [booked.appointmentId],
    )
    expect(now).toEqual({ person_id: atDesk, email: 'nadia@example.org' })
  })

  test('is forgotten when its week is over, with the name and the address that it remembered', async () => {
    await merge()
    const owner = connectAsOwner({ ...db.address, user: 'postgres', password: '' })
    try {
      const remembered = async () =>
        JSON.stringify(
          (await one('select before from clinic.person_merges where clinic_id = $1', [clinic.clinicId])).before,
        )
      await eraseWhatIsDue(owner, clinic.clinicId)
      expect(await remembered()).toContain('Nadia')
      await db.admin.query('update clinic.person_merges set undo_until = now() where clinic_id = $1', [clinic.clinicId])
      await eraseWhatIsDue(owner, clinic.clinicId)
      expect(await remembered()).toBe('null')
    } finally {
      await owner.destroy()
    }
  })
})

describe('“may be the same”', () => {
  test('is said once for a record of the desk and one of the person’s own', async () => {
    const { pairs } = await mayBeSame(db.app, doer)
    expect(pairs.map((pair) => pair.map(({ personId }) => personId))).toEqual([[atDesk, online]])
    expect(await countMayBeSame(db.app, clinic.clinicId)).toBe(1)
  })

  test('is said twice for three of one person, not three times', async () => {
    await bookAtDesk('16:00', { name: 'Fleet Nadia', phone: '020 7946 0152' })
    expect(await countMayBeSame(db.app, clinic.clinicId)).toBe(2)
  })

  test('is not said again of two of whom somebody said that they are not', async () => {
    expect(await sayDifferent(db.app, doer, online, atDesk)).toBe(true)
    expect(await sayDifferent(db.app, doer, atDesk, online)).toBe(true)
    expect(await countMayBeSame(db.app, clinic.clinicId)).toBe(0)
    expect((await personVisits(db.app, doer, atDesk))?.maybeSame).toEqual([])
  })

  test('stands in the book of who looked, as do the comparing, the merge and the undoing', async () => {
    await merge()
    await undo()
    const looks = await rows('select what, person_id from clinic.reads where clinic_id = $1 order by read_id', [
      clinic.clinicId,
    ])
    expect(looks).toEqual([
      ...[
        { what: 'compare', person_id: atDesk },
        { what: 'compare', person_id: online },
      ],
      ...[{ what: 'merge', person_id: atDesk }],
      ...[
        { what: 'unmerge', person_id: atDesk },
        { what: 'unmerge', person_id: online },
      ],
    ])
  })

  test('is found among a desk’s own telephone that hundreds share', async () => {
    await db.admin.query(
      `insert into clinic.persons (clinic_id, name) select $1, 'Person ' || n || ' Of ' || md5(n::text) from generate_series(1, 600) n`,
      [clinic.clinicId],
    )
    await db.admin.query(
      `with contact as (insert into clinic.contacts (clinic_id, name, phone) values ($1, 'Desk', '020 7946 0152') returning contact_id)
       insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, price_pence,
         free_until, late_fee_pence, person_id, contact_id, payer, booking_key, pause_before, pause_after)
       select $1, 'cancelled', $2, $3, $4, now(), now() + interval '1 hour', 0, now(), 0, p.person_id, contact.contact_id, 'self',
         gen_random_uuid(), 0, 0 from clinic.persons p, contact where p.clinic_id = $1 and p.name like 'Person %'`,
      [clinic.clinicId, clinic.serviceId, clinic.therapists[0], clinic.locationId],
    )
    expect(await countMayBeSame(db.app, clinic.clinicId)).toBe(1)
  })
})

describe('a look at a record that is made one with another meanwhile', () => {
  const look = (persons: readonly string[], between: () => Promise<unknown>) =>
    inClinic(db.app, clinic.clinicId, async (trx) => {
      await compareIn(trx, atDesk, online)
      await between()
      await recordReads(
        trx,
        doer,
        'compare',
        persons.map((personId) => ({ personId })),
      )
    })
  const compares = () =>
    rows(`select person_id from clinic.reads where clinic_id = $1 and what = 'compare' order by read_id`, [
      clinic.clinicId,
    ])

  test('is written down with the record that stays, once', async () => {
    const seen = await seenOf()
    await db.admin.query('delete from clinic.reads')
    const choice = { name: atDesk, contact: online, phone: atDesk, bornOn: atDesk }
    await look([atDesk, online], () =>
      mergePersons(db.app, doer, { one: atDesk, other: online, seen, choice }, endSignIn),
    )
    expect(await compares()).toEqual([{ person_id: atDesk }])
  })

  test('and that one with a third leads to the third; nobody at all is nobody’s look', async () => {
    const first = await personOf(
      await bookedVisit(db, clinic, '14:00', { personName: 'Nadia Fleet', email: 'nadia@example.org' }),
    )
    await merge({}, [online, first])
    await merge()
    await db.admin.query('delete from clinic.reads')
    await look([first, clinic.clinicId], () => Promise.resolve())
    expect(await compares()).toEqual([{ person_id: atDesk }])
  })

  test('is answered by one press of many of the same button, and the rest say the same', async () => {
    const seen = await seenOf()
    const choice = { name: atDesk, contact: online, phone: atDesk, bornOn: atDesk }
    const press = async () => {
      await comparePersons(db.app, doer, atDesk, online)
      return mergePersons(db.app, doer, { one: atDesk, other: online, seen, choice }, endSignIn)
    }
    const pressed = await Promise.all([press(), press(), press(), press()])
    expect(pressed).toEqual(pressed.map(() => expect.objectContaining({ ok: true, keptId: atDesk })))
    expect(pressed.filter((merged) => merged.ok && !merged.already)).toHaveLength(1)
  })
})

/** Which mails and calendars an address that staff put right is written into, and which stay as they are. */
import { beforeEach, expect, test } from 'vitest'
import { bookedByStaff, joinClinic, wantedAt } from '../calendar/test-calendar.ts'
import { sharedDatabase } from '../db/test-database.ts'
import { takeDueMails } from '../mail/due-mails.ts'
import { mendAddress } from './mend-address.ts'
import { makeTestClinic, type TestClinic } from './test-clinic.ts'

const db = sharedDatabase()
let clinic: TestClinic
let memberId = ''
let visits: readonly string[] = []
const right = 'right@example.org'

/** Seven visits of one contact, and one of another. */
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2 })
  const sol = await joinClinic(db, clinic.clinicId)
  memberId = sol.memberId
  const made: string[] = []
  for (const therapist of [0, 1])
    for (const wall of ['09:00', '11:00', '13:00', '15:00'])
      made.push(await bookedByStaff(db, sol, wantedAt(clinic, wall, therapist)))
  visits = made
  await db.admin.query(
    `update clinic.appointments a set contact_id = b.contact_id from clinic.appointments b
     where b.appointment_id = $1 and a.appointment_id = any($2) and a.clinic_id = b.clinic_id`,
    [visits[0], visits.slice(0, 7)],
  )
})

const mend = async (address = right) => {
  const { rows } = await db.admin.query<{ id: string }>(
    'select event_id as id from clinic.appointment_events where appointment_id = $1 order by at desc, event_id desc limit 1',
    [visits[0]],
  )
  const act = { clinicId: clinic.clinicId, memberId, appointmentId: visits[0] ?? '', seen: rows[0]?.id ?? '' }
  expect(await mendAddress(db.app, { ...act, address })).toEqual({ ok: true, already: false })
}
const one = async (text: string, values: readonly unknown[]) =>
  (await db.admin.query<{ id: string }>(text, [...values])).rows[0]?.id ?? ''
/** Where a mail goes, and what has become of it. */
const goes = async (mailId: string) => {
  const { rows } = await db.admin.query<{ is: string }>(
    `select address || ', ' || state as is from clinic.mails where mail_id = $1`,
    [mailId],
  )
  return rows[0]?.is
}

test('a question to choose again goes there if it is open, about the time that stands, and in nobody’s hands', async () => {
  const asked = async (nth: number, question = '', mail: { state?: string; kind?: string } = {}) => {
    const id = await one(
      `insert into clinic.choose_again (clinic_id, appointment_id, therapist_id, location_id, starts_at, asked_by)
       select clinic_id, appointment_id, therapist_id, location_id, starts_at, $2 from clinic.appointments
       where appointment_id = $1 returning choose_again_id as id`,
      [visits[nth], memberId],
    )
    if (question) await db.admin.query(`update clinic.choose_again set ${question} where choose_again_id = $1`, [id])
    return one(
      `insert into clinic.mails (clinic_id, kind, version, address, state, useless_after, choose_again_id, next_try_at)
       values ($1, $2, 0, 'wrong@example.org', $3, now() + interval '9 days', $4, now() + interval '1 day') returning mail_id as id`,
      [clinic.clinicId, mail.kind ?? 'choose-again', mail.state ?? 'bounced', id],
    )
  }
  const open = await asked(0)
  const closed = await asked(1, `closed_at = now(), outcome = 'kept'`)
  const ofOldTime = await asked(2, `starts_at = starts_at - interval '1 day'`)
  const inHand = await asked(3, '', { state: 'sending' })
  const thatItStands = await asked(4, '', { kind: 'stands-again' })
  const begun = await asked(5, `starts_at = now() - interval '1 minute'`)
  await db.admin.query(
    `update clinic.appointments a set starts_at = q.starts_at, ends_at = q.starts_at + interval '45 minutes'
     from clinic.choose_again q where a.appointment_id = $1 and q.appointment_id = a.appointment_id`,
    [visits[5]],
  )
  const ofAnother = await asked(7)
  await mend()
  expect(await goes(open)).toBe(`${right}, queued`)
  for (const [name, mail] of Object.entries({ closed, ofOldTime, thatItStands, begun, ofAnother }))
    expect(await goes(mail), name).toBe('wrong@example.org, bounced')
  expect(await goes(inHand)).toBe('wrong@example.org, sending')
})

test('what waits of the list goes there, and nothing that has gone, or is about somebody else', async () => {
  const waiting = async (nth: number, state: string) => {
    const id = await one(
      `insert into clinic.waiting_entries (clinic_id, join_key, service_id, weekdays, from_time, to_time, first_day, last_day, moves_appointment_id)
       select clinic_id, gen_random_uuid(), service_id, '{1}', '09:00', '12:00', '2090-01-01', '2090-01-02', appointment_id
       from clinic.appointments where appointment_id = $1 returning waiting_entry_id as id`,
      [visits[nth]],
    )
    return one(
      `insert into clinic.mails (clinic_id, kind, version, address, state, useless_after, waiting_entry_id, handed_over_at)
       values ($1, 'waiting', 0, 'wrong@example.org', $2, now() + interval '9 days', $3, now()) returning mail_id as id`,
      [clinic.clinicId, state, id],
    )
  }
  const [waits, gone, inHand, ofAnother] = [
    await waiting(0, 'queued'),
    await waiting(1, 'handed-over'),
    await waiting(2, 'sending'),
    await waiting(7, 'queued'),
  ]
  await mend()
  expect(await goes(waits)).toBe(`${right}, queued`)
  expect(await goes(gone)).toBe('wrong@example.org, handed-over')
  expect(await goes(inHand)).toBe('wrong@example.org, sending')
  expect(await goes(ofAnother)).toBe('wrong@example.org, queued')
})

test('an earlier time that is kept for them is offered there anew, and one that is over, in hand or somebody else’s is not', async () => {
  const offered = async (nth: number, { until = '2 hours', state = 'handed-over', closed = false } = {}) => {
    const entry = await one(
      `insert into clinic.waiting_entries (clinic_id, join_key, service_id, weekdays, from_time, to_time, first_day, last_day, moves_appointment_id)
       select clinic_id, gen_random_uuid(), service_id, '{1}', '09:00', '12:00', '2090-01-01', '2090-01-02', appointment_id
       from clinic.appointments where appointment_id = $1 returning waiting_entry_id as id`,
      [visits[nth]],
    )
    const freed = await one(
      `insert into clinic.freed_times (clinic_id, therapist_id, during)
       select clinic_id, therapist_id, tstzrange(starts_at - interval '90 days', ends_at - interval '90 days')
       from clinic.appointments where appointment_id = $1 returning freed_time_id as id`,
      [visits[nth]],
    )
    const offer = await one(
      `insert into clinic.offers (clinic_id, waiting_entry_id, freed_time_id, asked_at, answer_until, state, closed_at)
       values ($1, $2, $3, now() - interval '1 day', now() + $4::interval, $5, case when $5 = 'open' then null else now() end)
       returning offer_id as id`,
      [clinic.clinicId, entry, freed, until, closed ? 'passed' : 'open'],
    )
    return one(
      `insert into clinic.mails (clinic_id, kind, version, address, state, useless_after, offer_id, handed_over_at)
       values ($1, 'offer', 0, 'wrong@example.org', $2, now() + interval '2 hours', $3, now()) returning mail_id as id`,
      [clinic.clinicId, state, offer],
    )
  }
  const open = await offered(0)
  const over = await offered(1, { until: '-1 minute' })
  const passed = await offered(2, { closed: true })
  const inHand = await offered(3, { state: 'sending' })
  const ofAnother = await offered(7)
  await mend()
  expect(await goes(open)).toBe(`${right}, queued`)
  for (const [name, mail] of Object.entries({ over, passed, ofAnother }))
    expect(await goes(mail), name).toBe('wrong@example.org, handed-over')
  expect(await goes(inHand)).toBe('wrong@example.org, sending')
})

test('the calendars of everybody whom the contact looks after end, and no other', async () => {
  await db.admin.query(
    `insert into clinic.calendar_feeds (clinic_id, person_id, token_hash)
     select clinic_id, person_id, sha256(convert_to(person_id::text, 'utf8')) from clinic.appointments where appointment_id = any($1)`,
    [visits],
  )
  await mend()
  const { rows } = await db.admin.query<{ visit: string }>(
    `select appointment_id as visit from clinic.calendar_feeds join clinic.appointments using (clinic_id, person_id)
     where clinic_id = $1`,
    [clinic.clinicId],
  )
  expect(rows.map(({ visit }) => visit)).toEqual([visits[7]])
})

test('an address that was the visit’s before is told again, with its reminders, and what waited for the one between is not sent', async () => {
  const waiting = async () => {
    const { rows } = await db.admin.query<{ kind: string; address: string }>(
      `select m.kind, m.address from clinic.mails m join clinic.appointments a using (clinic_id, appointment_id)
       where m.appointment_id = $1 and m.state = 'queued' and m.version = a.version order by m.due_at`,
      [visits[0]],
    )
    return rows
  }
  const kinds = (await waiting()).map(({ kind }) => kind)
  // The reminder of two days before is over at some hours of the day.
  expect(kinds).toEqual(expect.arrayContaining(['confirmation', 'reminder-2h']))
  await db.admin.query(
    `update clinic.mails set state = 'handed-over', handed_over_at = now() where appointment_id = $1 and kind = 'confirmation'`,
    [visits[0]],
  )
  await mend()
  expect(await waiting()).toEqual(kinds.map((kind) => ({ kind, address: right })))
  await mend('robin@example.org')
  expect(await waiting()).toEqual(kinds.map((kind) => ({ kind, address: 'robin@example.org' })))
  const { rows } = await db.admin.query(
    `select from clinic.mails where appointment_id = $1 and state = 'queued' and address <> 'robin@example.org'`,
    [visits[0]],
  )
  expect(rows).toEqual([])
  // The calendar keeps one visit, of a later version; nothing but the version is another.
  const taken = await takeDueMails(db.app, clinic.clinicId, { most: 50, leaseMs: 1000 })
  const own = taken.filter(({ visit }) => visit.appointmentId === visits[0])
  expect(own.map(({ kind, address }) => [kind, address])).toEqual([['confirmation', 'robin@example.org']])
})

test('word of a cancel that has not gone yet goes there too; one that has gone is not sent twice', async () => {
  const cancelled = async (nth: number, state: string) => {
    await db.admin.query(
      `update clinic.appointments set state = 'cancelled', version = version + 1 where appointment_id = $1`,
      [visits[nth]],
    )
    return one(
      `insert into clinic.mails (clinic_id, appointment_id, kind, version, address, state, useless_after, handed_over_at)
       select clinic_id, appointment_id, 'cancelled', version, 'wrong@example.org', $2, now() + interval '9 days', now()
       from clinic.appointments where appointment_id = $1 returning mail_id as id`,
      [visits[nth], state],
    )
  }
  const [waits, gone, ofAnother] = [
    await cancelled(1, 'queued'),
    await cancelled(2, 'handed-over'),
    await cancelled(7, 'queued'),
  ]
  await mend()
  expect(await goes(waits)).toBe(`${right}, queued`)
  expect(await goes(gone)).toBe('wrong@example.org, handed-over')
  expect(await goes(ofAnother)).toBe('wrong@example.org, queued')
})

test('what became of the address is written down for each person whom it reaches, once', async () => {
  await mend()
  const { rows } = await db.admin.query(
    `select h.what, h.was, h.becomes, count(*)::int as persons from clinic.person_changes h where clinic_id = $1 group by 1, 2, 3`,
    [clinic.clinicId],
  )
  expect(rows).toEqual([{ what: 'email', was: 'robin@example.org', becomes: right, persons: 7 }])
})

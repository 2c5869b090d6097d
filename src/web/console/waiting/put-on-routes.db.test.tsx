/** Staff put somebody on the waiting list in a browser without scripts, over a real PostgreSQL. */
import { beforeEach, expect, test } from 'vitest'
import { bookedVisit, makeMember } from '../../../clinic/booking/test-staff.ts'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { type Joining, joinWaitingList } from '../../../clinic/booking/waiting/waiting-list.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import type { Role } from '../../../clinic/people/members.ts'
import { browser } from '../clinic/clinic.fixtures.ts'

const db = sharedDatabase()
let clinic: TestClinic
let memberId: string
beforeEach(async () => {
  clinic = await makeTestClinic(db)
  memberId = await makeMember(db, clinic.clinicId, 'reception')
})
const form = '/console/waiting/new'
const at = (role: Role = 'reception') => {
  const member = { clinicId: clinic.clinicId, memberId, accountId: crypto.randomUUID(), therapistId: null, role }
  return browser(db, { ...member, name: 'Amara Larch', email: 'amara@lantern.example' }, Temporal.Now.instant())
}
const caller = () => ({
  ...{ service: clinic.serviceId, comes: 'Kit Orme', email: 'kit@example.org', payer: 'self' },
})
/** As the public form has it. */
const joiningOf = (name: string, email: string): Joining => ({
  ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service: clinic.serviceId, therapist: null },
  wish: {
    ...{ location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 },
    ...{ firstDay: '2026-01-01', lastDay: '2099-01-01' },
  },
  details: { contactName: name, personName: name, email, payer: 'self' },
})
const rows = async () =>
  (
    await db.admin.query(
      `select person_name as comes, contact_name as contact, second_person_name as second, email, phone, payer, insurer,
         excess_pence as excess, therapist_id as therapist, cardinality(weekdays) as days, joined_by as by
       from clinic.waiting_entries where clinic_id = $1 and email like '%example.org' order by created_at`,
      [clinic.clinicId],
    )
  ).rows

test('a caller is put on it with the fields of the public form, who did it is written down and shown, and a mail tells them', async () => {
  const put = await at().send(form, { ...caller(), phone: '020 7946 0111' }, form)
  expect(put.status).toBe(303)
  expect(await rows()).toEqual([
    {
      ...{ comes: 'Kit Orme', contact: 'Kit Orme', second: null, email: 'kit@example.org', phone: '020 7946 0111' },
      ...{ payer: 'self', insurer: null, excess: null, therapist: null, days: 7, by: memberId },
    },
  ])
  const { text } = await at().get(put.location ?? '')
  expect(text).toContain('Put on the list by Amara Larch.')
  expect((await at().get('/console/waiting')).text).toContain('Put on the list by Amara Larch.')
  const { rows: mails } = await db.admin.query(
    `select kind, address from clinic.mails where clinic_id = $1 and kind = 'waiting' and address like '%example.org'`,
    [clinic.clinicId],
  )
  expect(mails).toEqual([{ kind: 'waiting', address: 'kit@example.org' }])
})

test('the same press twice is one place; a form with something changed in it is asked about', async () => {
  const page = await at().get(form)
  for (let times = 0; times < 2; times += 1) expect((await at().resend(page, caller(), form)).status).toBe(303)
  const other = await at().resend(page, { ...caller(), comes: 'Wren Orme' }, form)
  expect([other.status, other.text.includes('They are on the list already')]).toEqual([422, true])
  expect(await rows()).toHaveLength(1)
  expect((await at().resend(other, {}, form)).status).toBe(303)
  expect((await rows()).map(({ comes }) => comes)).toEqual(['Kit Orme', 'Wren Orme'])
})

test('two staff who put one caller on it at once make one place, and the second is told who waits already, since when, by whom', async () => {
  const sent = await Promise.all(
    ['Kit Orme', 'KIT ORMÉ'].map((comes) => at().send(form, { ...caller(), comes, email: 'Kit@example.org' }, form)),
  )
  expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 422])
  expect(await rows()).toHaveLength(1)
  const [stands, told] = sent.toSorted((one, other) => one.status - other.status)
  const who = await at().get(stands?.location ?? '')
  const [, since = '?'] = / Waits since ([^.]*)\./.exec(who.text) ?? []
  expect(told?.text).toContain('waits for this already, since')
  expect(told?.text).toContain(`${since}, put on the list by Amara Larch.`)
  expect(told?.html).toContain(`href="${stands?.location}"`)
})

test('whoever joined by themselves is not put on it again, nor whoever waits with a visit for an earlier time', async () => {
  const self = await joinWaitingList(db.app, { ...joiningOf('Kit Orme', 'kit@example.org') })
  expect(self.ok).toBe(true)
  const again = await at().send(form, caller(), form)
  expect([again.status, /waits for this already, since [^.]*\d\d:\d\d[^.]*\./.test(again.text)]).toEqual([422, true])
  const email = 'ash@example.org'
  const movesVisit = await bookedVisit(db, clinic, '11:00', { personName: 'Ash', email })
  const { details: _, ...earlier } = joiningOf('Ash', email)
  expect((await joinWaitingList(db.app, { ...earlier, movesVisit })).ok).toBe(true)
  const ash = await at().send(form, { ...caller(), comes: 'Ash', email }, form)
  expect([ash.status, ash.text.includes('Ash waits for this already')]).toEqual([422, true])
})

test('once they are off it, or for somebody else with the same address, another place is given', async () => {
  const first = await at().send(form, caller(), form)
  expect((await at().send(form, { ...caller(), comes: 'Wren Orme' }, form)).status).toBe(303)
  const off = await at().send(first.location ?? '', { reason: 'Rang' }, `${first.location}/off`)
  expect(off.status).toBe(303)
  expect((await at().send(form, caller(), form)).status).toBe(303)
  expect(await rows()).toHaveLength(3)
})

test('the database itself refuses a second place, however it is asked', async () => {
  await at().send(form, caller(), form)
  await expect(
    db.admin.query(
      `insert into clinic.waiting_entries (clinic_id, join_key, service_id, weekdays, from_time, to_time, first_day, last_day,
         person_name, contact_name, email, payer, joined_by, put_on_once)
       select clinic_id, uuidv7(), service_id, weekdays, from_time, to_time, last_day, last_day + 7,
         upper(person_name), contact_name, upper(email), payer, joined_by, put_on_once
       from clinic.waiting_entries where clinic_id = $1 and email = 'kit@example.org'`,
      [clinic.clinicId],
    ),
  ).rejects.toMatchObject({ code: '23P01', constraint: 'waiting_entries_never_twice' })
})

test('somebody who is known from a visit is filled in, which is written down as a look', async () => {
  const visit = await bookedVisit(db, clinic, '11:00', {
    personName: 'Ash',
    contactName: 'Noor',
    email: 'ash@example.org',
  })
  expect((await at().get(`/console/visits/${visit}`)).html).toContain(`href="${form}?visit=${visit}"`)
  await db.admin.query('delete from clinic.reads where appointment_id = $1', [visit])
  const page = await at().get(`${form}?visit=${visit}`)
  for (const value of ['Ash', 'Noor', 'ash@example.org']) expect(page.html).toContain(`value="${value}"`)
  expect((await db.admin.query('select what from clinic.reads where appointment_id = $1', [visit])).rows).toEqual([
    { what: 'visit' },
  ])
  expect((await at().resend(page, { payer: 'self' }, form)).status).toBe(303)
  expect(await rows()).toMatchObject([{ comes: 'Ash', contact: 'Noor', therapist: clinic.therapists[0], by: memberId }])
})

test.each([
  ['no name', { comes: '' }, 'Enter their name.'],
  ['no email', { email: '' }, 'Enter'],
  ['an email that is probably a slip', { email: 'kit@gmial.com' }, 'Did you mean'],
  ['nobody who pays', { payer: null }, 'Choose who pays.'],
  ['no insurer', { payer: 'insurer' }, 'Enter their insurer, or choose that they pay.'],
  ['an insurer that is not listed', { payer: 'insurer', insurer: 'Aviva' }, 'They can always pay themselves.'],
  ['no day', Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`day${day}`, null])), 'Tick at least one day'],
  ['another clinic’s service', { service: '00000000-0000-7000-8000-000000000000' }, 'Choose what they wait for.'],
  ['somebody who does not give it', { therapist: '00000000-0000-7000-8000-000000000000' }, 'They do not give this.'],
])('with %s nobody is put on it, and what was typed stays', async (_, typed, says) => {
  const page = await at().send(form, { ...caller(), phone: '020 7946 0111', ...typed }, form)
  expect(page.status).toBe(422)
  expect(page.text).toContain(says)
  expect(page.html).toContain('value="020 7946 0111"')
  expect(await rows()).toEqual([])
})

test('what they know of their insurance is kept with the place', async () => {
  const insured = { payer: 'insurer', insurer: 'AXA Health', insurerIsMeant: 'AXA Health', excess: '£62.50' }
  expect((await at().send(form, { ...caller(), ...insured }, form)).status).toBe(303)
  expect(await rows()).toMatchObject([{ payer: 'insurer', insurer: 'AXA Health', excess: 6250 }])
})

test('who wrote their letter of referral is asked where something needs one, kept with the place, and goes along to the visit', async () => {
  expect((await at().get(form)).html).not.toContain('name="referredBy"')
  await db.admin.query('update clinic.services set needs_referral = true where service_id = $1', [clinic.serviceId])
  expect((await at().send(form, { ...caller(), referredBy: 'Dr Sorrel Ney' }, form)).status).toBe(303)
  const kept = 'select referred_by as by from clinic.waiting_entries where clinic_id = $1 and email = $2'
  expect((await db.admin.query(kept, [clinic.clinicId, 'kit@example.org'])).rows).toEqual([{ by: 'Dr Sorrel Ney' }])
  // It is not needed to wait: they may have no letter yet.
  expect((await at().send(form, { ...caller(), comes: 'Wren', referredBy: '' }, form)).status).toBe(303)
})

test('what stands in the fields of an insurer is not read where they pay', async () => {
  expect((await at().send(form, { ...caller(), insurer: 'AXA Health', excess: 'abc' }, form)).status).toBe(303)
  expect(await rows()).toMatchObject([{ payer: 'self', insurer: null, excess: null }])
})

test('one address waits five times and no more, by staff too', async () => {
  for (const comes of ['Ash', 'Bo', 'Cy', 'Di', 'Ed'])
    expect((await at().send(form, { ...caller(), comes }, form)).status).toBe(303)
  const sixth = await at().send(form, caller(), form)
  expect([sixth.status, sixth.text.includes('on the list five times already')]).toEqual([422, true])
})

test('two come together, but not to a class: there each has a place of their own', async () => {
  expect((await at().send(form, { ...caller(), secondPerson: 'Wren Orme' }, form)).status).toBe(303)
  expect(await rows()).toMatchObject([{ second: 'Wren Orme' }])
  await db.admin.query('update clinic.services set places = 6 where service_id = $1', [clinic.serviceId])
  const pair = await at().send(form, { ...caller(), secondPerson: 'Wren Orme' }, form)
  expect([pair.status, pair.text.includes('put each of them on the list')]).toEqual([422, true])
})

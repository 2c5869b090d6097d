/** What undoing a merge puts back, and what it leaves as it has become since: one condition of its statements after another. */
import { beforeEach, expect, test } from 'vitest'
import { joinClinic } from '../../calendar/test-calendar.ts'
import { inClinic } from '../../db/connection.ts'
import { sharedDatabase } from '../../db/test-database.ts'
import type { Member } from '../../people/members.ts'
import { makeTestClinic, type TestClinic } from '../test-clinic.ts'
import { bookedVisit } from '../test-staff.ts'
import { comparePersons } from './compare-persons.ts'
import { mergePersons } from './merge-persons.ts'
import { lastMerge, undoMerge } from './undo-merge.ts'

const db = sharedDatabase()
let clinic: TestClinic
let doer: Member
/** Of the record that stays, whose address stays, and of the one that goes, whose address goes. */
let keptVisit = ''
let lostVisit = ''
let keptId = ''
let lostId = ''

const rows = async (text: string, values: readonly unknown[] = []) =>
  (await db.admin.query<Record<string, unknown>>(text, [...values])).rows
const is = async (text: string, values: readonly unknown[]) => (await rows(`select (${text}) as is`, values))[0]?.is
const personOf = async (visit: string) =>
  String(await is('select person_id from clinic.appointments where appointment_id = $1', [visit]))
const contactOf = async (visit: string) =>
  String(await is('select contact_id from clinic.appointments where appointment_id = $1', [visit]))
const reached = (visit: string) =>
  is(
    `select c.email from clinic.contacts c join clinic.appointments a using (clinic_id, contact_id)
     where a.appointment_id = $1`,
    [visit],
  )
/** The mails of a visit: to whom, what, and what has become of each. */
const mailsOf = async (visit: string) =>
  (
    await rows(
      `select kind || ' ' || version || ' to ' || address || ': ' || state as is from clinic.mails
       where appointment_id = $1 order by 1`,
      [visit],
    )
  ).map((row) => row.is)
const book = (wall: string, personName: string, email: string) =>
  bookedVisit(db, clinic, wall, { personName, email, phone: '020 7946 0152' })

beforeEach(async () => {
  clinic = await makeTestClinic(db)
  doer = await joinClinic(db, clinic.clinicId)
  keptVisit = await book('10:00', 'Nadia Fleet', 'nadia@example.org')
  lostVisit = await book('12:00', 'Nadia Fleet', 'old@example.org')
  keptId = await personOf(keptVisit)
  lostId = await personOf(lostVisit)
})

const merge = async () => {
  const seen = (await comparePersons(db.app, doer, keptId, lostId))?.seen ?? ''
  const choice = { name: keptId, contact: keptId, phone: keptId, bornOn: keptId }
  const merged = await mergePersons(db.app, doer, { one: keptId, other: lostId, seen, choice }, () => Promise.resolve())
  expect(merged).toEqual({ ok: true, keptId, already: false })
}
const undo = async () => {
  const last = await inClinic(db.app, clinic.clinicId, (trx) => lastMerge(trx, keptId))
  expect(await undoMerge(db.app, doer, keptId, last?.mergeId ?? '')).toMatchObject({ ok: true, already: false })
}
const setMails = (what: string, where: string, values: readonly unknown[]) =>
  db.admin.query(`update clinic.mails set ${what} where ${where}`, [...values])

test('of the mails that the merge dropped those wait again that still tell what is so', async () => {
  const before = await mailsOf(lostVisit)
  expect(before).toContain('reminder-2h 0 to old@example.org: queued')
  await merge()
  expect(await mailsOf(lostVisit)).toContain('reminder-2h 0 to old@example.org: dropped')
  await undo()
  expect((await mailsOf(lostVisit)).filter((mail) => String(mail).includes('old@'))).toEqual(before)
})

test('a mail that was dropped before the merge stays dropped', async () => {
  await setMails(`state = 'dropped', why = 'They know.'`, `appointment_id = $1 and kind = 'confirmation'`, [lostVisit])
  await merge()
  await undo()
  expect(await mailsOf(lostVisit)).toContain('confirmation 0 to old@example.org: dropped')
  expect(await mailsOf(lostVisit)).toContain('reminder-2h 0 to old@example.org: queued')
})

test('one that waited at the merge and has gone out since is not sent again', async () => {
  await merge()
  await setMails(`state = 'handed-over', handed_over_at = now()`, `appointment_id = $1`, [keptVisit])
  await undo()
  expect(new Set((await mailsOf(keptVisit)).map((mail) => String(mail).split(': ')[1]))).toEqual(
    new Set(['handed-over']),
  )
})

test('one that would only confuse by now stays dropped', async () => {
  await merge()
  await setMails('useless_after = now()', `appointment_id = $1 and kind = 'confirmation'`, [lostVisit])
  await undo()
  expect(await mailsOf(lostVisit)).toContain('confirmation 0 to old@example.org: dropped')
  expect(await mailsOf(lostVisit)).toContain('reminder-2h 0 to old@example.org: queued')
})

test('none of an earlier version waits again once the visit was moved', async () => {
  await merge()
  await db.admin.query('update clinic.appointments set version = 1 where appointment_id = $1', [lostVisit])
  await undo()
  expect((await mailsOf(lostVisit)).filter((mail) => String(mail).endsWith('old@example.org: queued'))).toEqual([])
})

test('none waits for an address that was put right since, and what waited for that of the merge is dropped', async () => {
  await merge()
  await db.admin.query(`update clinic.contacts set email = 'right@example.org' where contact_id = $1`, [
    await contactOf(lostVisit),
  ])
  await undo()
  expect(await reached(lostVisit)).toBe('right@example.org')
  expect((await mailsOf(lostVisit)).filter((mail) => String(mail).endsWith('queued'))).toEqual([])
})

test('what went to the address of the merge already is left as sent, and what the sender has in hand is the sender’s', async () => {
  await merge()
  const toNew = `appointment_id = $1 and address = 'nadia@example.org' and kind = $2`
  await setMails(`state = 'handed-over', handed_over_at = now()`, toNew, [lostVisit, 'confirmation'])
  await setMails(`state = 'sending'`, toNew, [lostVisit, 'reminder-2h'])
  await undo()
  const toMerged = (await mailsOf(lostVisit)).filter((mail) => String(mail).includes('nadia@'))
  expect(toMerged).toContain('confirmation 0 to nadia@example.org: handed-over')
  expect(toMerged).toContain('reminder-2h 0 to nadia@example.org: sending')
})

test('mails of somebody else’s visit are not looked at, whatever address they wait for', async () => {
  const strange = await book('14:00', 'Kit Elm', 'kit@example.org')
  await merge()
  await db.admin.query(`update clinic.contacts set email = 'kit.elm@example.org' where contact_id = $1`, [
    await contactOf(strange),
  ])
  const before = await mailsOf(strange)
  expect(before.some((mail) => String(mail).endsWith('queued'))).toBe(true)
  await undo()
  expect(await mailsOf(strange)).toEqual(before)
})

test('a visit that was given to a third record since stays with it', async () => {
  const strange = await book('14:00', 'Kit Elm', 'kit@example.org')
  await merge()
  await db.admin.query('update clinic.appointments set person_id = $2 where appointment_id = $1', [
    lostVisit,
    await personOf(strange),
  ])
  await undo()
  expect(await personOf(lostVisit)).toBe(await personOf(strange))
})

test('a visit whose contact was shared, and that has another since, keeps that one', async () => {
  const brother = await book('14:00', 'Sami Fleet', 'sami@example.org')
  await db.admin.query('update clinic.appointments set contact_id = $2 where appointment_id = $1', [
    brother,
    await contactOf(lostVisit),
  ])
  const own = await contactOf(await book('16:00', 'Kit Elm', 'kit@example.org'))
  const shared = await contactOf(brother)
  await merge()
  expect(await contactOf(lostVisit)).not.toBe(shared)
  await db.admin.query('update clinic.appointments set contact_id = $2 where appointment_id = $1', [lostVisit, own])
  await undo()
  expect(await contactOf(lostVisit)).toBe(own)
  expect(await contactOf(brother)).toBe(shared)
})

test('what was booked since keeps its own contact, and the contact of the merge stays for nobody else', async () => {
  await merge()
  const contact = await contactOf(lostVisit)
  const since = await book('14:00', 'Nadia Fleet', 'since@example.org')
  const strange = await book('16:00', 'Kit Elm', 'kit@example.org')
  await db.admin.query('update clinic.appointments set person_id = $2 where appointment_id = $1', [since, keptId])
  await db.admin.query('update clinic.appointments set contact_id = $2 where appointment_id = $1', [strange, contact])
  const own = await contactOf(since)
  await undo()
  expect(await contactOf(since)).toBe(own)
  // Their visit goes on with the very contact that it was given, which is the lost record's again.
  expect(await contactOf(strange)).toBe(contact)
})

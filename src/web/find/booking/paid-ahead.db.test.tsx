/** Visits that were paid ahead, as a person sees them on the pages, over a real PostgreSQL. */
import { beforeEach, expect, test } from 'vitest'
import { enterGrant } from '../../../clinic/booking/grants.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { browserOf, carriedBy, homeOver, robin } from './test-pages.ts'

const db = testDatabase()
const { ask: send } = browserOf(homeOver(db))

let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db)
})

/** Books with the number of two visits paid ahead. @param validUntil ISO day, the last for one */
async function bookedAhead(lateCancelUses: boolean, validUntil: string | null = null): Promise<string> {
  const memberId = await makeMember(db, clinic.clinicId, 'reception')
  const who = { name: 'Amara', email: 'a@clinic.example', role: 'reception', therapistId: null } as const
  const member = { clinicId: clinic.clinicId, memberId, accountId: crypto.randomUUID(), ...who }
  const two = { payer: 'package', insurer: null, reference: 'PACK 12', visits: 2, validUntil } as const
  await enterGrant(db.app, member, { ...two, personName: 'Robin Ashdown', lateCancelUses })
  const [therapist = ''] = clinic.therapists
  const carried = carriedBy(clinic)
  const form = (await send(`/book/therapist-${therapist}`, carried)).to
  return (await send(form, { ...robin, payer: 'package', package: 'PACK 12', ...carried })).to
}

/** The same; the time in which cancelling is free is over. */
async function bookedLate(lateCancelUses: boolean): Promise<string> {
  const to = await bookedAhead(lateCancelUses)
  await db.admin.query('update clinic.appointments set free_until = now() where clinic_id = $1', [clinic.clinicId])
  return to
}

test('a late cancel that uses one up says so before the button, and after it', async () => {
  const visit = await bookedLate(true)
  const words = 'A late cancel also uses up one of the visits paid for ahead.'
  expect((await send(visit)).body).toContain(words)
  expect((await send(`${visit}/cancel`)).body).toContain(words)
  await send(`${visit}/cancel`, {})
  const after = (await send(visit)).body
  expect(after).toContain('Your visit is cancelled')
  expect(after).toContain('It counts as one of the visits that were paid for ahead.')
})

test('a move past the last day of the number is refused in words, before the button and by it', async () => {
  const start = dayAfterTomorrow('10:00')
  const lastDay = new Date(start).toISOString().slice(0, 10)
  const visit = await bookedAhead(true, lastDay)
  const [therapist = ''] = clinic.therapists
  const to = { therapist, location: clinic.locationId, start: String(start + 24 * 3_600_000) }
  for (const { body } of [await send(`${visit}/move?${new URLSearchParams(to)}`), await send(`${visit}/move`, to)]) {
    expect(body).toContain('The number that pays for this visit ends before that day')
    expect(body).toContain('Your visit stands as it was')
  }
  expect(
    (await send(`${visit}/move?${new URLSearchParams({ ...to, start: String(start + 3_600_000) })}`)).body,
  ).toContain('Hold it for 5 minutes')
})

test('one that gives it back says nothing of the kind', async () => {
  const visit = await bookedLate(false)
  for (const path of [visit, `${visit}/cancel`]) expect((await send(path)).body).not.toContain('uses up')
  await send(`${visit}/cancel`, {})
  expect((await send(visit)).body).not.toContain('It counts as one')
})

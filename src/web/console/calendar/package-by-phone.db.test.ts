/** Somebody who has paid ahead rings, and staff book them: the visit counts on their package, and nobody is asked for money. */
import { beforeEach, expect, test } from 'vitest'
import { enterGrant, listGrants } from '../../../clinic/booking/grants.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { joinClinic } from '../../../clinic/calendar/test-calendar.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { browser, type Typed } from '../clinic/clinic.fixtures.ts'
import { calendarPaths } from './calendar-paths.ts'

const db = testDatabase({ withoutNeighbours: 'begins with a clinic that has no package' })
let clinic: TestClinic
let sol: Member
const kit = { name: 'Kit Orme', phone: '020 7946 0152', email: 'kit@example.org' }
const paid = { payer: 'package', insurer: null, reference: 'PAK-100', personName: 'Kit Orme' } as const
const enter = (visits: number) => enterGrant(db.app, sol, { ...paid, visits, validUntil: null, lateCancelUses: true })
const left = async () =>
  (await listGrants(db.app, clinic.clinicId))
    .filter(({ personName }) => personName === 'Kit Orme')
    .map((one) => one.left)
const hand = () => browser(db, sol, Temporal.Now.instant())
const pageAt = (wall: string) =>
  hand().get(
    calendarPaths.newVisitAt({
      ...{ start: dayAfterTomorrow(wall), therapist: clinic.therapists[0] ?? '', service: clinic.serviceId },
    }),
  )
const book = async (wall: string, typed: Typed) =>
  hand().resend(await pageAt(wall), { ...kit, do: 'book', ...typed }, calendarPaths.newVisit)
const visits = async () =>
  (
    await db.admin.query(
      `select a.payer, a.authorisation_number as number from clinic.appointments a join clinic.persons p using (clinic_id, person_id)
       where a.clinic_id = $1 and p.name = 'Kit Orme' order by a.starts_at`,
      [clinic.clinicId],
    )
  ).rows

beforeEach(async () => {
  clinic = await makeTestClinic(db)
  sol = await joinClinic(db, clinic.clinicId)
})

test('is asked for where the clinic has packages, and counts', async () => {
  await enter(2)
  expect((await pageAt('10:00')).text).toContain('Number of their package, if they have paid ahead')
  expect((await book('10:00', { package: 'pak 100' })).status).toBe(303)
  expect(await visits()).toEqual([{ payer: 'package', number: 'pak 100' }])
  expect(await left()).toEqual([1])
})

test('pays for no visit more than there are, also of two booked at once, and it is said beside the number', async () => {
  await enter(1)
  const both = await Promise.all([book('10:00', { package: 'PAK-100' }), book('12:00', { package: 'PAK-100' })])
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
  const refused = both.find(({ status }) => status === 409)
  expect(refused?.text).toContain('This number has not enough visits left.')
  expect(refused?.html).toMatch(/name="package"[^>]*aria-invalid="true"/)
  expect([await left(), (await visits()).length]).toEqual([[0], 1])
  const unknown = await book('14:00', { package: 'PAK-999' })
  expect(unknown.text).toContain('There is no package with this number for this name.')
  expect(await visits()).toHaveLength(1)
})

test.each([
  ['an insurer', { insurer: 'Bupa', insurerIsMeant: 'Bupa' }],
  ['a code', { offer: 'SPRING10' }],
])('is not taken beside %s', async (_, more) => {
  await enter(2)
  const answer = await book('10:00', { package: 'PAK-100', ...more })
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('They have paid ahead: take out')])
  expect([await visits(), await left()]).toEqual([[], [2]])
})

test('is not asked for where nobody has paid ahead, and is kept while another time is looked at', async () => {
  expect((await pageAt('10:00')).html).not.toContain('name="package"')
  await enter(2)
  const looked = await hand().resend(
    await pageAt('10:00'),
    {
      ...kit,
      package: 'PAK-100',
      do: 'when',
      day: new Date(dayAfterTomorrow('12:00')).toISOString().slice(0, 10),
      time: '12:00',
    },
    calendarPaths.newVisit,
  )
  expect(looked.html).toMatch(/name="package"[^>]*value="PAK-100"/)
})

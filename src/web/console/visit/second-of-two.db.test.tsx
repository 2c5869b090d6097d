/** Two of the staff do one thing to one visit from two pages that were opened at once: the second is told who was first, and when. */
import { beforeEach, expect, test } from 'vitest'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { bookedVisit, makeMember, visitIsAt } from '../../../clinic/booking/test-staff.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { browser, type Typed } from '../clinic/clinic.fixtures.ts'
import { consolePaths } from '../console-paths.ts'

const db = sharedDatabase()
let clinic: TestClinic
let visit: string
let staff: Readonly<Record<'first' | 'second', ReturnType<typeof browser>>>

beforeEach(async () => {
  clinic = await makeTestClinic(db)
  visit = await bookedVisit(db, clinic, '11:00', { personName: 'Kit Orme' })
  const at = async (name: string) => {
    const memberId = await makeMember(db, clinic.clinicId, 'reception', { name })
    const member = { clinicId: clinic.clinicId, memberId, accountId: crypto.randomUUID(), therapistId: null }
    return browser(
      db,
      { ...member, name, role: 'reception', email: `${memberId}@clinic.example` },
      Temporal.Now.instant(),
    )
  }
  staff = { first: await at('Ruth Falcon'), second: await at('Sol Finch') }
})

const isBegun = (): Promise<void> => visitIsAt(db, visit, '-5 minutes')
const arrive = async (): Promise<void> => {
  await isBegun()
  const page = await staff.first.get(consolePaths.visit(visit))
  await staff.first.resend(page, { step: 'arrived' }, consolePaths.step(visit))
}
const cancelled = { reason: 'Ill', who: 'clinic' }

type Press = readonly [
  what: string,
  before: () => Promise<void>,
  pathOf: (id: string) => string,
  actionOf: (id: string) => string,
  typed: Typed,
  said: string,
]
const presses: readonly Press[] = [
  ['arrived', isBegun, consolePaths.visit, consolePaths.step, { step: 'arrived' }, 'Arrived'],
  ['finished', arrive, consolePaths.visit, consolePaths.step, { step: 'finished' }, 'Done'],
  ['no-show', isBegun, consolePaths.visit, consolePaths.step, { step: 'no-show' }, 'Did not come'],
  ['undone', arrive, consolePaths.visit, consolePaths.undo, {}, 'A mistake was taken back'],
  ['cancelled', () => Promise.resolve(), consolePaths.cancel, consolePaths.cancel, cancelled, 'Cancelled'],
]

test.each(presses)('%s', async (_, before, pathOf, actionOf, typed, said) => {
  await before()
  const page = await staff.first.get(pathOf(visit))
  const press = (who: 'first' | 'second') => staff[who].resend(page, typed, actionOf(visit))
  const done = await press('first')
  expect(done.status).toBe(303)
  // The same page sent once more by the same hand is one press.
  expect((await press('first')).location).toBe(done.location)
  const told = await press('second')
  expect(told.status).toBe(409)
  expect(told.text).toMatch(
    new RegExp(`Nothing of yours was done\\..* ${said}[^,]* by Ruth Falcon ?, [A-Z][^,]+, \\d\\d:\\d\\d`),
  )
})

test('moved to the same time', async () => {
  const start = dayAfterTomorrow('14:00')
  const page = await staff.first.get(calendarPaths.moveTo(visit, { start, therapist: clinic.therapists[0] ?? '' }))
  const press = (who: 'first' | 'second') => staff[who].resend(page, {}, calendarPaths.move(visit))
  const done = await press('first')
  expect(done.status).toBe(303)
  expect((await press('first')).location).toBe(done.location)
  const told = await press('second')
  expect([told.status, told.text.includes('Ruth Falcon: Moved')]).toEqual([409, true])
})

test('blocked: the second reads whose block has the time', async () => {
  const path = calendarPaths.newBlock
  const day = new Date(dayAfterTomorrow('14:00')).toISOString().slice(0, 10)
  const typed = { resource: clinic.therapists[0] ?? '', day, from: '14:00', to: '15:00', reason: 'Staff meeting' }
  const [one, other] = [await staff.first.get(path), await staff.second.get(path)]
  expect((await staff.first.resend(one, typed, path)).status).toBe(303)
  const told = await staff.second.resend(other, typed, path)
  expect(told.status).toBe(409)
  expect(told.text).toContain('Staff meeting, blocked by Ruth Falcon')
})

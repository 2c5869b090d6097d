/** A change that hides free times says first how many it leaves, by the function that lists them to people, and keeps nothing. */
import { beforeEach, describe, expect, test } from 'vitest'
import { loadAvailability } from '../../../clinic/availability/load-availability.ts'
import { listSlots } from '../../../clinic/availability/slots.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { bookedVisit } from '../../../clinic/booking/test-staff.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { browser, type Page } from './clinic.fixtures.ts'
import { sentAtReturn } from '../../ui/at-return.fixtures.ts'

const db = testDatabase({
  withoutNeighbours: 'the times of a whole clinic are counted, and its rules are those of every service',
})
let clinic: TestClinic
/** One moment for the whole of a test, so that no time passes by while it runs. */
let now: Temporal.Instant
beforeEach(async () => {
  clinic = await makeTestClinic(db)
  now = Temporal.Now.instant()
})

const member = () => ({
  ...{ clinicId: clinic.clinicId, memberId: crypto.randomUUID(), accountId: crypto.randomUUID() },
  ...{ name: 'Wren Holly', email: 'wren@lantern.example', role: 'owner' as const, therapistId: null },
})
const at = () => browser(db, member(), now)
const rules = '/console/clinic/rules'
/** As people are shown them. */
const listed = () =>
  inClinic(db.app, clinic.clinicId, async (trx) => {
    const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
    const days = { firstDay: today.toString(), lastDay: today.add({ days: 13 }).toString() }
    const input = await loadAvailability(trx, { now, ...days, service: clinic.serviceId })
    return listSlots(input, { service: clinic.serviceId }).slots.length
  })
/** "now 212, then 180" of a page. */
function shown({ text }: Page): readonly [number, number] {
  const [, before = '', after = ''] = /next 14 days: now\s+(\d+)\s*, then\s+(\d+)/.exec(text) ?? []
  return [Number(before), Number(after)]
}
const meant = ({ html }: Page) => /name="meantFewer" value="([^"]+)"/.exec(html)?.[1] ?? ''
const kept = async () => {
  const { rows } = await db.admin.query(
    `select (select json_agg(s order by service_id) from clinic.services s where clinic_id = $1) as services,
       (select json_agg(h order by hours_id) from clinic.hours h where clinic_id = $1) as hours,
       (select json_agg(t order by therapist_id) from clinic.therapists t where clinic_id = $1) as therapists`,
    [clinic.clinicId],
  )
  return rows
}

describe('the booking rules', () => {
  test.each([
    ['a longer notice', { notice: '72' }],
    ['a shorter window', { windowDays: '5' }],
  ])('with %s say how many are left, keep nothing, and are kept once that is meant', async (_, typed) => {
    const [before, stood] = [await listed(), await kept()]
    const page = await at().send(rules, { notice: '0', windowDays: '60', ...typed })
    expect(page.status).toBe(409)
    expect(await kept()).toEqual(stood)
    const [has, leaves] = shown(page)
    expect(has).toBe(before)
    expect(sentAtReturn(page.html, 'name="meantFewer"')).toBe('')
    const saved = await at().resend(page, { meantFewer: meant(page) })
    expect(saved).toMatchObject({ status: 303, location: rules })
    // What was said is what people are shown then: both are asked of one function.
    expect(await listed()).toBe(leaves)
    expect(leaves).toBeLessThan(before)
  })

  test('changed after they were looked at are looked at anew', async () => {
    const page = await at().send(rules, { notice: '24', windowDays: '60' })
    const other = await at().resend(page, { notice: '96', meantFewer: meant(page) })
    expect(other.status).toBe(409)
    expect(shown(other)[1]).toBeLessThan(shown(page)[1])
    expect((await at().resend(other, { notice: '24', meantFewer: meant(page) })).status).toBe(303)
  })

  test('that leave as many times are kept at once, and so are those that give more', async () => {
    expect((await at().send(rules, { notice: '0', windowDays: '40' })).status).toBe(303)
    const shorter = await at().send(rules, { notice: '48', windowDays: '40' })
    expect((await at().resend(shorter, { meantFewer: meant(shorter) })).status).toBe(303)
    expect((await at().send(rules, { notice: '0', windowDays: '40' })).status).toBe(303)
  })

  test('that cannot be read are refused before anything is counted', async () => {
    const page = await at().send(rules, { notice: 'soon', windowDays: '5' })
    expect(page.status).toBe(422)
    expect(page.text).not.toContain('fewer times')
  })
})

describe('hours', () => {
  const path = () => `/console/clinic/hours/${clinic.therapists[0]}`
  const rota = () => `${path()}?rota=${clinic.locationId}.1.2020-01-01.`
  const shorter = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`to-${day}-a`, '12:00']))

  test('that are shorter say how many are left, and are kept once that is meant', async () => {
    const stood = await kept()
    const page = await at().send(rota(), shorter)
    expect(page.status).toBe(409)
    const [has, leaves] = shown(page)
    expect(leaves).toBeLessThan(has)
    expect(await kept()).toEqual(stood)
    const before = await listed()
    expect((await at().resend(page, { meantFewer: meant(page) })).status).toBe(303)
    expect([before, await listed()]).toEqual([has, leaves])
  })

  test('that leave a visit outside say both at once, and are kept by one press', async () => {
    await bookedVisit(db, clinic, '15:00', { personName: 'Ash' })
    const page = await at().send(rota(), shorter)
    expect(page.status).toBe(409)
    expect(page.text).toContain('One visit would lie outside these hours')
    const [has, leaves] = shown(page)
    expect(leaves).toBeLessThan(has)
    expect((await at().resend(page, { meant: 'yes' })).status).toBe(303)
  })
})

test('hiding useless gaps says how many it hides', async () => {
  await bookedVisit(db, clinic, '10:00', { personName: 'Ash' })
  expect(dayAfterTomorrow('10:00')).toBeGreaterThan(now.epochMilliseconds)
  const path = `/console/clinic/team/${clinic.therapists[0]}`
  const typed = { hideGaps: 'yes', languages: 'en' }
  const page = await at().send(path, typed, path)
  expect(page.text.split('There is a problem')[1]?.slice(0, 200)).toBeUndefined()
  expect(page.status).toBe(409)
  const [has, leaves] = shown(page)
  expect(leaves).toBeLessThan(has)
  const before = await listed()
  expect((await at().resend(page, { ...typed, meantFewer: meant(page) }, path)).status).toBe(303)
  expect([before, await listed()]).toEqual([has, leaves])
})

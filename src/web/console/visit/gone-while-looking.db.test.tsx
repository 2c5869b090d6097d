/**
 * What staff look at is held by nobody. Two of them race for it from pages that both said it was free: whoever comes second is
 * told what has the time, and of their visit, or of all of a course, nothing is changed. Over a real PostgreSQL.
 */
import { beforeEach, describe, expect, test } from 'vitest'
import { confirmBooking } from '../../../clinic/booking/confirm.ts'
import { courseDates, holdCourse } from '../../../clinic/booking/courses.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { bookedVisit, makeMember } from '../../../clinic/booking/test-staff.ts'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { browser, type Page } from '../clinic/clinic.fixtures.ts'
import { consolePaths } from '../console-paths.ts'

const db = sharedDatabase()
let clinic: TestClinic
let ruth: ReturnType<typeof browser>
let sol: ReturnType<typeof browser>

beforeEach(async () => {
  clinic = await makeTestClinic(db)
  const at = async (name: string) => {
    const memberId = await makeMember(db, clinic.clinicId, 'reception', { name })
    const member = { clinicId: clinic.clinicId, memberId, accountId: crypto.randomUUID(), therapistId: null }
    const email = `${memberId}@clinic.example`
    return browser(db, { ...member, name, role: 'reception', email }, Temporal.Now.instant())
  }
  ruth = await at('Ruth Falcon')
  sol = await at('Sol Finch')
})

const therapist = () => clinic.therapists[0] ?? ''
/** All that stands of these visits: where they are, what they claim, what happened, and what people are told. */
async function standing(visits: readonly string[]): Promise<string> {
  const { rows } = await db.admin.query(
    `select a.appointment_id, a.state, a.version, a.starts_at, a.therapist_id, a.price_pence,
       (select json_agg(c order by c.resource_id) from clinic.claims c where c.appointment_id = a.appointment_id) as claims,
       (select json_agg(e order by e.event_id) from clinic.appointment_events e where e.appointment_id = a.appointment_id) as events,
       (select json_agg(m.kind || m.state || m.version order by m.mail_id) from clinic.mails m
         where m.appointment_id = a.appointment_id) as mails
     from clinic.appointments a where a.appointment_id = any ($1) order by a.appointment_id`,
    [visits],
  )
  return JSON.stringify(rows)
}
const lookToMove = (who: typeof ruth, visit: string, wall: string, days = 0) =>
  who.get(calendarPaths.moveTo(visit, { start: dayAfterTomorrow(wall) + days * 86_400_000, therapist: therapist() }))
const moveIt = (who: typeof ruth, page: Page, visit: string) => who.resend(page, {}, calendarPaths.move(visit))

describe('one visit', () => {
  test.each([1, 2, 3])('of two that are moved to one time one goes there, round %i', async () => {
    const visits = [
      await bookedVisit(db, clinic, '10:00', { personName: 'Kit Orme' }),
      await bookedVisit(db, clinic, '11:00', { personName: 'Ash Moor' }),
    ] as const
    const [kit, ash] = visits
    const pages = [await lookToMove(ruth, kit, '14:00'), await lookToMove(sol, ash, '14:00')] as const
    for (const { text } of pages) expect(text).toContain('That time is free')
    const before = [await standing([kit]), await standing([ash])]
    const sent = await Promise.all([moveIt(ruth, pages[0], kit), moveIt(sol, pages[1], ash)])
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const lost = sent[0].status === 409 ? 0 : 1
    expect(sent[lost].text).toMatch(new RegExp(`is not free then.*${lost === 0 ? 'Ash Moor' : 'Kit Orme'}`))
    expect(sent[lost].text).toContain('Free near it')
    expect(await standing([visits[lost]])).toBe(before[lost])
    expect(await standing([visits[1 - lost] ?? ''])).not.toBe(before[1 - lost])
  })
})

describe('a course', () => {
  test.each([1, 2, 3])('goes to all its new dates or to none, round %i', async () => {
    const starts = courseDates(dayAfterTomorrow('10:00'), 'Europe/London', 3, 7)
    const wanted = {
      ...{ clinicId: clinic.clinicId, service: clinic.serviceId, location: clinic.locationId },
      ...{ therapist: therapist(), start: starts[0] ?? 0 },
    }
    const held = await holdCourse(db.app, { ...wanted, starts }, null)
    if (!held.ok) throw new Error(held.why)
    const details = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const
    const booked = await confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted, details)
    if (!booked.ok) throw new Error(booked.why)
    const first = booked.appointmentId
    const { rows } = await db.admin.query<{ id: string }>(
      `select appointment_id as id from clinic.appointments where clinic_id = $1 and state = 'confirmed'`,
      [clinic.clinicId],
    )
    const course = rows.map(({ id }) => id)
    const kit = await bookedVisit(db, clinic, '16:00', { personName: 'Kit Orme' })
    const day = Temporal.Instant.fromEpochMilliseconds(starts[0] ?? 0)
      .toZonedDateTimeISO('Europe/London')
      .add({ days: 1 })
    const asked = new URLSearchParams({ day: day.toPlainDate().toString(), time: '11:00' })
    const page = await ruth.get(`${consolePaths.moveLater(first)}?${asked}`)
    expect(page.text).toContain('Every new date is free.')
    // The second of the new dates is eight days after the first of the old ones.
    const other = await lookToMove(sol, kit, '11:00', 8)
    expect(other.text).toContain('That time is free')
    const before = [await standing(course), await standing([kit])]
    const [moved, taken] = await Promise.all([
      ruth.resend(page, {}, consolePaths.moveLater(first)),
      moveIt(sol, other, kit),
    ])
    expect([moved.status, taken.status].toSorted()).toEqual([303, 409])
    const lost = moved.status === 409 ? 0 : 1
    if (lost === 0) expect(moved.text).toContain('1 of the 3 new dates is not free')
    else expect(taken.text).toMatch(/is not free then.*Robin/)
    expect(await standing(lost === 0 ? course : [kit])).toBe(before[lost])
    expect(await standing(lost === 0 ? [kit] : course)).not.toBe(before[1 - lost])
  })
})

/** For tests: each press of the calendar and on the page of a visit. */
import { confirmBooking } from '../../clinic/booking/confirm.ts'
import { courseDates, holdCourse } from '../../clinic/booking/courses.ts'
import { dayAfterTomorrow } from '../../clinic/booking/test-clinic.ts'
import { bookedVisit, visitIsAt } from '../../clinic/booking/test-staff.ts'
import { calendarPaths } from './calendar/calendar-paths.ts'
import { consolePaths } from './console-paths.ts'
import type { PressRow, Stage } from './test-press.ts'

async function classService(at: Stage): Promise<string> {
  const id = await at.one(
    `insert into clinic.services (clinic_id, treatment, name, minutes, price_pence, room_kind, notice_minutes, places)
     values ($1, 'strength-class', 'Strength class', 60, 1800, 'treatment', 0, 3) returning service_id as id`,
  )
  await at.db.admin.query('insert into clinic.service_therapists values ($1, $2, $3)', [
    at.clinic.clinicId,
    id,
    at.therapist(),
  ])
  return id
}

async function begun(at: Stage): Promise<string> {
  const id = await at.visitOf()
  await visitIsAt(at.db, id, '-5 minutes')
  return id
}

async function courseOf(at: Stage): Promise<string> {
  const starts = courseDates(dayAfterTomorrow('10:00'), 'Europe/London', 3, 7)
  const { clinicId, serviceId: service, locationId: location } = at.clinic
  const wanted = { clinicId, service, location, therapist: at.therapist(), start: starts[0] ?? 0 }
  const held = await holdCourse(at.db.app, { ...wanted, starts }, null)
  if (!held.ok) throw new Error(held.why)
  const details = { personName: 'Robin', contactName: 'Robin', email: 'robin@example.org', payer: 'self' } as const
  const booked = await confirmBooking(at.db.app, at.db.secret, held.hold.appointmentId, wanted, details)
  if (!booked.ok) throw new Error(booked.why)
  return booked.appointmentId
}

/** Those. */
export const pressesOfVisits: readonly PressRow[] = [
  [
    calendarPaths.classes,
    'a class',
    async (at) => ({
      page: calendarPaths.classes,
      typed: {
        ...{ service: await classService(at), therapist: at.therapist(), place: at.clinic.locationId },
        ...{ day: at.inTwoDays(), time: '18:00', meetings: '2', every: '7' },
      },
    }),
    { appointments: 2, claims: 4, class_places: 6 },
  ],
  [
    calendarPaths.away,
    'an absence',
    async (at) => ({
      page: `${calendarPaths.away}?whose=${at.therapist()}&first=${at.inTwoDays()}&last=${at.nowDay(3)}&from=10:00`,
      action: calendarPaths.away,
      fields: { whose: at.therapist(), first: at.inTwoDays(), last: at.nowDay(3), from: '10:00' },
    }),
    { absences: 2, commands: 2 },
  ],
  [
    calendarPaths.closures,
    'a closure',
    async (at) => ({
      page: calendarPaths.closures,
      action: calendarPaths.closures,
      fields: { whose: 'all', first: at.inTwoDays(), last: at.inTwoDays(), reason: 'Painting' },
    }),
    { closures: 1, commands: 1 },
  ],
  [
    calendarPaths.newBlock,
    'a block',
    async (at) => ({
      page: calendarPaths.newBlock,
      typed: { resource: at.therapist(), day: at.inTwoDays(), from: '14:00', to: '15:00', reason: 'Meeting' },
      action: calendarPaths.newBlock,
    }),
    { blocks: 1, claims: 1, commands: 1 },
  ],
  [
    calendarPaths.newVisit,
    'a visit',
    async (at) => ({
      page: calendarPaths.newVisitAt({
        start: dayAfterTomorrow('11:00'),
        therapist: at.therapist(),
        service: at.clinic.serviceId,
      }),
      typed: { do: 'book', name: 'Nadia Fleet', phone: '020 7946 8152', email: 'nadia@example.org' },
      action: calendarPaths.newVisit,
    }),
    { appointments: 1, persons: 1, contacts: 1, claims: 2, appointment_events: 1, commands: 1, mails: 1 },
  ],
  ...(['arrived', 'finished', 'no-show'] as const).map(
    (step): PressRow => [
      consolePaths.stepPattern,
      `a step: ${step}`,
      async (at) => {
        const id = await begun(at)
        if (step === 'finished') await at.hand.send(consolePaths.visit(id), { step: 'arrived' }, consolePaths.step(id))
        return { page: consolePaths.visit(id), typed: { step }, action: consolePaths.step(id) }
      },
      step === 'finished' ? { appointment_events: 1, mails: 1 } : { appointment_events: 1 },
    ],
  ),
  [
    consolePaths.undoPattern,
    'a step taken back',
    async (at) => {
      const id = await begun(at)
      await at.hand.send(consolePaths.visit(id), { step: 'arrived' }, consolePaths.step(id))
      return { page: consolePaths.visit(id), action: consolePaths.undo(id) }
    },
    { appointment_events: 1 },
  ],
  [
    consolePaths.cancelPattern,
    'a cancel',
    async (at) => {
      const id = await at.visitOf()
      return { page: consolePaths.cancel(id), typed: { reason: 'Ill', who: 'clinic' }, action: consolePaths.cancel(id) }
    },
    { appointment_events: 1, claims: -2, commands: 1, mails: 1 },
  ],
  [
    consolePaths.putBackPattern,
    'a cancel taken back',
    async (at) => {
      const id = await at.visitOf()
      await at.hand.send(consolePaths.cancel(id), { reason: 'Ill', who: 'clinic' }, consolePaths.cancel(id))
      return { page: consolePaths.visit(id), action: consolePaths.putBack(id) }
    },
    { appointment_events: 1, claims: 2, mails: 1 },
  ],
  [
    consolePaths.addressPattern,
    'an address put right',
    async (at) => {
      const id = await at.visitOf()
      await at.db.admin.query(
        `update clinic.mails set state = 'bounced', why = 'No such address.' where appointment_id = $1`,
        [id],
      )
      return { page: consolePaths.visit(id), typed: { email: 'kit@example.org' }, action: consolePaths.address(id) }
    },
    { appointment_events: 1, person_changes: 1, mails: 1 },
  ],
  [
    consolePaths.referralPattern,
    'a letter of referral seen',
    async (at) => {
      await at.db.admin.query('update clinic.services set needs_referral = true where clinic_id = $1', [
        at.clinic.clinicId,
      ])
      const id = await bookedVisit(at.db, at.clinic, '10:00', { personName: 'Kit Orme', referredBy: 'Dr Ash' })
      return { page: consolePaths.visit(id), action: consolePaths.referral(id) }
    },
    { appointment_events: 1 },
  ],
  [
    consolePaths.cancelLaterPattern,
    'the rest of a course cancelled',
    async (at) => {
      const id = await courseOf(at)
      return {
        page: consolePaths.later(id),
        typed: { reason: 'Ill', who: 'clinic' },
        action: consolePaths.cancelLater(id),
      }
    },
    { appointment_events: 3, claims: -6, commands: 3, mails: 3 },
  ],
  [
    consolePaths.moveLaterPattern,
    'the rest of a course moved',
    async (at) => {
      const id = await courseOf(at)
      return {
        page: `${consolePaths.moveLater(id)}?day=${at.nowDay(3)}&time=11:00`,
        action: consolePaths.moveLater(id),
      }
    },
    { appointment_events: 3, commands: 3, mails: 3 },
  ],
  [
    calendarPaths.movePattern,
    'a move',
    async (at) => {
      const id = await at.visitOf()
      const to = { start: dayAfterTomorrow('14:00'), therapist: at.therapist() }
      return { page: calendarPaths.moveTo(id, to), action: calendarPaths.move(id) }
    },
    { appointment_events: 1, commands: 1, mails: 1 },
  ],
  [
    calendarPaths.lengthPattern,
    'another length',
    async (at) => {
      const id = await at.visitOf()
      return { page: calendarPaths.length(id, 60), action: calendarPaths.length(id), typed: { minutes: '60' } }
    },
    { appointment_events: 1, commands: 1, mails: 1 },
  ],
  [
    calendarPaths.blockPattern,
    'a block opened',
    async (at) => {
      await at.hand.send(
        calendarPaths.newBlock,
        { resource: at.therapist(), day: at.inTwoDays(), from: '14:00', to: '15:00' },
        calendarPaths.newBlock,
      )
      const id = await at.one('select block_id as id from clinic.blocks where clinic_id = $1')
      return { page: calendarPaths.block(id), action: calendarPaths.block(id) }
    },
    { blocks: -1, claims: -1, commands: 1 },
  ],
  [
    calendarPaths.absencePattern,
    'an absence ended',
    async (at) => {
      await at.does(calendarPaths.away, { whose: at.therapist(), first: at.inTwoDays(), last: at.inTwoDays() })
      const id = await at.one('select absence_id as id from clinic.absences where clinic_id = $1')
      return { page: calendarPaths.away, action: calendarPaths.absence(id) }
    },
    { absences: -1 },
  ],
  [
    calendarPaths.closurePattern,
    'a closure ended',
    async (at) => {
      await at.does(calendarPaths.closures, {
        whose: 'all',
        first: at.inTwoDays(),
        last: at.inTwoDays(),
        reason: 'Painting',
      })
      const id = await at.one('select closure_id as id from clinic.closures where clinic_id = $1')
      return { page: calendarPaths.closures, action: calendarPaths.closure(id) }
    },
    { closures: -1 },
  ],
  ...(['shut', 'open'] as const).map(
    (what): PressRow => [
      calendarPaths.holidays,
      `a bank holiday: ${what}`,
      async (at) => {
        const [, nation = '', day = ''] =
          /name="nation" value="([^"]+)"\/?><input type="hidden" name="day" value="([^"]+)"/.exec(
            (await at.hand.get(calendarPaths.closures)).html,
          ) ?? []
        const ten = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' })
        const visit = await at.visitOf()
        await at.db.admin.query(
          'update clinic.appointments set starts_at = to_timestamp($2), ends_at = to_timestamp($2 + 2700) where appointment_id = $1',
          [visit, ten.epochMilliseconds / 1000],
        )
        return { page: calendarPaths.closures, action: calendarPaths.holidays, fields: { nation, day, do: what } }
      },
      what === 'shut' ? { holiday_answers: 1, closures: 1, commands: 1 } : { holiday_answers: 1 },
    ],
  ),
  [
    calendarPaths.rescue,
    'days rescued',
    async (at) => {
      const id = await at.visitOf()
      await at.does(calendarPaths.away, { whose: at.therapist(), first: at.inTwoDays(), last: at.inTwoDays() })
      const page = calendarPaths.rescueOf({ therapist: at.therapist(), first: at.inTwoDays(), last: at.inTwoDays() })
      return { page, action: page, typed: { [`to-${id}`]: 'ask 0' } }
    },
    { choose_again: 1, mails: 1 },
  ],
  [
    calendarPaths.undo,
    'the last thing taken back',
    async (at) => {
      await at.does(calendarPaths.away, { whose: at.therapist(), first: at.inTwoDays(), last: at.inTwoDays() })
      const command = await at.one('select command_id as id from clinic.commands where clinic_id = $1')
      return { page: calendarPaths.calendar, action: calendarPaths.undo, fields: { command } }
    },
    { absences: -1 },
  ],
]

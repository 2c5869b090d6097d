/** Several visits at one rhythm: looked at, and held together. Looking holds nothing. */
import { type Context, Hono } from 'hono'
import {
  type CourseTimes,
  courseDates,
  courseVisits,
  holdCourse,
  proposeCourse,
} from '../../../clinic/booking/courses.ts'
import {
  clinicNamesOf,
  findOfferedService,
  lookAtTime,
  type OfferedService,
} from '../../../clinic/booking/offered-time.ts'
import { privateToken } from '../../../clinic/booking/private-link.ts'
import type { BookingHome, FindData } from '../find-home.ts'
import { idOrNobody } from '../posted-ids.ts'
import { answer, fieldOf, readForm, readMoment, withData } from './answer.tsx'
import { bookingPaths } from './booking-paths.ts'
import { CoursePage } from './course-page.tsx'
import { rhythms } from './rhythm-fields.tsx'
import { heldBy, lost, momentOf, noSuchTime, pressOf } from './hold-routes.tsx'
import { TooManyPage } from './message-pages.tsx'

/** The routes of a course. */
export function courseRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(bookingPaths.coursePattern, (c) => withData(home, c, (data) => look(home, c, data)))
  app.post(bookingPaths.coursePattern, (c) => withData(home, c, (data) => hold(home, c, data)))
  return app
}

async function look(home: BookingHome, c: Context, data: FindData) {
  const offered = await findOfferedService(data.directory, c.req.param('slug') ?? '', c.req.query('service') ?? '')
  const first = momentOf(c.req.query('at') ?? '')
  if (!offered || first === 0) return noSuchTime(home, c)
  const looked = await lookAtTime(data.app, offered, first)
  if (!looked.ok) return lost(home, c, data, offered, looked, first)
  const asked = Number(c.req.query('visits'))
  const visits = Number.isInteger(asked) ? Math.min(Math.max(asked, courseVisits.least), courseVisits.most) : 6
  const rhythm = rhythms.find(({ days }) => String(days) === c.req.query('every')) ?? { days: 7 }
  const zone = looked.names.locations.get(looked.wanted.location)?.zone ?? 'UTC'
  const starts = courseDates(first, zone, visits, rhythm.days)
  return show(home, c, data, { offered, course: { ...looked.wanted, starts } })
}

interface Shown {
  readonly offered: OfferedService
  readonly course: CourseTimes
  readonly problem?: string
}

async function show(home: BookingHome, c: Context, data: FindData, { offered, course, problem }: Shown) {
  const { names, now } = await clinicNamesOf(data.app, course.clinicId)
  const dates = await proposeCourse(data.app, course)
  const { slug, therapist, service, clinic } = offered
  const place = names.locations.get(course.location)
  const start = course.starts[0] ?? now
  const time = { start, slug, therapist, service, clinic, place: place?.name ?? '', zone: place?.zone ?? 'UTC' }
  const page = { home, time, dates, problem, now, location: course.location, path: c.req.path }
  return answer(c, <CoursePage {...page} />, problem === undefined ? 200 : 409)
}

async function hold(home: BookingHome, c: Context, data: FindData) {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const offered = await findOfferedService(data.directory, c.req.param('slug') ?? '', fieldOf(form, 'service'))
  const starts = form
    .getAll('start')
    .slice(0, courseVisits.most)
    .map((start) => (typeof start === 'string' ? readMoment(start) : 0))
    .filter((start) => start > 0 && start < 8e15)
    .sort((one, other) => one - other)
  if (!offered || starts.length === 0) return noSuchTime(home, c)
  const { clinicId, service, therapistId } = offered
  const location = idOrNobody(fieldOf(form, 'location'))
  const course = { clinicId, service: service.id, therapist: therapistId, location, starts }
  const tooFew = 'Choose at least two dates. For one visit, go back to all free times.'
  if (starts.length < courseVisits.least) return show(home, c, data, { offered, course, problem: tooFew })
  const held = await holdCourse(data.app, course, heldBy(home, c, data), pressOf(form))
  if (held.ok) return c.redirect(bookingPaths.hold(privateToken(data.secret, 'hold', held.hold)), 303)
  if (held.why === 'tooMany') return answer(c, <TooManyPage home={home} path={c.req.path} />, 429)
  const problem = 'A date is no longer free. Nothing was held. Look at the dates again.'
  return show(home, c, data, { offered, course, problem })
}

/** A course of visits, for machines: each date looked at, then all held or none. Booked like any other hold. */
import { courseDates, type CourseDate, holdCourse, proposeCourse } from '../../clinic/booking/courses.ts'
import { holderOf } from '../../clinic/booking/holds.ts'
import {
  clinicNamesOf,
  findOfferedService,
  lookAtTime,
  type OfferedService,
} from '../../clinic/booking/offered-time.ts'
import { findHeldOrBooked } from '../../clinic/booking/visit-view.ts'
import { problem } from '../problem.ts'
import { type AnswerClinic, type Call, readBody, reply } from './call.ts'
import { gone, tellHold, tooMany } from './hold-calls.ts'
import { notToBeHad } from './not-to-be-had.ts'
import { CourseCall, CourseQuoteCall } from './shapes.ts'
import { tellTime } from './told.ts'

const msOf = (moment: string) => Temporal.Instant.from(moment).epochMilliseconds
const notGiven = () => problem(422, 'This therapist does not give that service.')

interface Told {
  readonly offered: OfferedService
  readonly location: string
  readonly zone: string
}

function tellDate({ now }: Call, { offered, location, zone }: Told, { start, why, near }: CourseDate) {
  const { service, slug: therapist } = offered
  const time = (ms: number) =>
    tellTime({ service: service.id, location, start: ms, end: ms + service.minutes * 60_000 }, { therapist, zone, now })
  return { time: time(start), why, near: near.map(time) }
}

/** Looks at each date of a rhythm. Holds nothing. */
export const quoteCall: AnswerClinic = async (call) => {
  const read = await readBody(call.c, CourseQuoteCall)
  if (!read.ok) return read.reply
  const { therapist, service, start, visits, everyDays } = read.value
  const { app, directory } = call.data
  const offered = await findOfferedService(directory, therapist, service)
  if (!offered) return notGiven()
  const looked = await lookAtTime(app, offered, msOf(start))
  if (!looked.ok) return notToBeHad(call, looked, looked.names)
  const { location } = looked.wanted
  const zone = looked.names.locations.get(location)?.zone ?? 'UTC'
  const starts = courseDates(msOf(start), zone, visits, everyDays)
  const dates = await proposeCourse(app, { ...looked.wanted, starts })
  const told = dates.map((date) => tellDate(call, { offered, location, zone }, date))
  return reply({ location, pricePence: offered.service.pricePence, dates: told })
}

/** Holds every date, or none. */
export const holdCourseCall: AnswerClinic = async (call) => {
  const { c, data, home } = call
  const read = await readBody(c, CourseCall)
  if (!read.ok) return read.reply
  const { therapist, service, location, starts } = read.value
  const offered = await findOfferedService(data.directory, therapist, service)
  if (!offered) return notGiven()
  const { clinicId, therapistId } = offered
  const inOrder = starts.map(msOf).toSorted((one, other) => one - other)
  const course = { clinicId, service, therapist: therapistId, location, starts: inOrder }
  const address = home.addressOf(c)
  const held = await holdCourse(data.app, course, address ? holderOf(data.secret, address) : null)
  if (held.ok) {
    const view = await findHeldOrBooked(data.app, held.hold)
    return view ? tellHold(call, view, 201) : gone()
  }
  return held.why === 'tooMany' ? tooMany() : notToBeHad(call, held, (await clinicNamesOf(data.app, clinicId)).names)
}

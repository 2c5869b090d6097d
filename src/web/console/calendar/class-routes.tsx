/** Classes: which are to come, planning them, who is in one, and calling one off. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { callOffClass } from '../../../clinic/booking/call-off-class.ts'
import { courseDates } from '../../../clinic/booking/courses.ts'
import { clockOf } from '../../../clinic/booking/offered-time.ts'
import { mayChangeTimesOf } from '../../../clinic/calendar/blocks.ts'
import { type Choices, loadChoices } from '../../../clinic/calendar/choices.ts'
import { classesToCome, findClass, type ListedClass } from '../../../clinic/calendar/class-list.ts'
import { whatIsOff } from '../../../clinic/calendar/classes-while-off.ts'
import { mostMeetings, type Planned, planClasses } from '../../../clinic/calendar/plan-classes.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import { isByReturn } from '../ask-first.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { calendarPaths } from './calendar-paths.ts'
import { momentAt, refusalWords } from './calendar-words.ts'
import { ClassesPage, type TypedClass } from './classes-page.tsx'
import { CalledOffBeforePage, CalledOffPage, ClassPage } from './class-page.tsx'
import { Clock, Day, formOf, Id, Line, readTyped, tooLong, type TypedMoment } from './read.ts'

/** The routes of classes. */
export function classRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(calendarPaths.classes, async (c) => answer(c, await classesPage(home, c, nothingTyped, [])))
  app.post(calendarPaths.classes, (c) => plan(home, c))
  app.get(calendarPaths.classPattern, (c) => showClass(home, c))
  app.post(calendarPaths.classPattern, (c) => callOff(home, c))
  return app
}

const nothingTyped: TypedClass = {
  ...{ service: undefined, therapist: undefined, place: undefined, day: '', time: '', meetings: '8', every: '7' },
}

async function classesPage(home: ConsoleHome, c: Context<ConsoleEnv>, typed: TypedClass, problems: readonly Problem[]) {
  const { member, data } = c.var
  const { choices, classes, off } = await inClinic(data.app, member.clinicId, async (trx) => {
    const toCome = await classesToCome(trx)
    return { choices: await loadChoices(trx), classes: toCome, off: await whatIsOff(trx, toCome) }
  })
  const now = await clockOf(data.app, member.clinicId)
  const mayPlan = choices.therapists.filter(({ id }) => mayChangeTimesOf(member, id))
  return <ClassesPage {...{ home, choices, classes, off, now, typed, problems, mayPlan }} here={hereOf(c)} />
}

const Posted = z.object({
  ...{ service: Id, therapist: Id, place: Id, day: Day, time: Clock },
  meetings: z.coerce.number().int().min(1).max(mostMeetings).catch(1),
  every: z.coerce.number().int().min(1).max(28).catch(7),
})

async function plan(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const { member, data } = c.var
  const fields = await formOf(c)
  const read = Posted.parse(fields)
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const first = firstOf(read, fields, choices)
  const wish = wishOf(read, first)
  const planned = wish && (await planClasses(data.app, member, wish))
  if (planned?.ok) return c.redirect(calendarPaths.classes, 303)
  const typed: TypedClass = {
    ...{ service: read.service, therapist: read.therapist, place: read.place },
    ...{ day: fields.day ?? '', time: fields.time ?? '' },
    ...{ meetings: String(read.meetings), every: String(read.every) },
  }
  const now = await clockOf(data.app, member.clinicId)
  const name = choices.therapists.find(({ id }) => id === read.therapist)?.name ?? 'The therapist'
  const problems = planned
    ? problemsOf(planned, (start) => momentAt(start, choices.zone, now), name)
    : missing(read, first)
  return answer(c, await classesPage(home, c, typed, problems), planned ? 409 : 422)
}

type Read = z.infer<typeof Posted>

/** What was asked for, where all of it was; the dates on the clock of the place. */
function wishOf({ service, therapist, place, meetings, every }: Read, first: First) {
  if (!service || !therapist || !place || first?.typed.kind !== 'moment') return undefined
  const starts = courseDates(first.typed.at, first.zone, meetings, every)
  return { service, therapist, location: place, starts }
}

/** The first meeting as it was typed, on the clock of the place; nothing without one. */
type First = { readonly zone: string; readonly typed: TypedMoment } | undefined

function firstOf({ place }: Read, fields: Readonly<Record<string, string>>, { places }: Choices): First {
  const zone = places.find(({ id }) => id === place)?.zone
  return zone === undefined ? undefined : { zone, typed: readTyped(fields.day, fields.time, zone) }
}

const missing = ({ service, therapist, place, day, time }: Read, first: First): readonly Problem[] => [
  ...(service ? [] : [{ field: 'service', text: 'Choose the class.' }]),
  ...(therapist ? [] : [{ field: 'therapist', text: 'Choose who gives it.' }]),
  ...(place ? [] : [{ field: 'place', text: 'Choose the place.' }]),
  ...(day === undefined ? [{ field: 'day', text: 'Enter the day of the first.' }] : []),
  ...(time === undefined ? [{ field: 'time', text: 'Enter when it begins, such as 18:00.' }] : []),
  ...(day !== undefined && time !== undefined && first?.typed.kind === 'wrong' ? [first.typed] : []),
]

function problemsOf(
  planned: Exclude<Planned, { readonly ok: true }>,
  whenOf: (start: number) => string,
  name: string,
): readonly Problem[] {
  if (planned.why === 'notFree') {
    const said = planned.refused.map(({ start, why }) => `${whenOf(start)}: ${refusalWords(why, name)}`)
    return [{ field: 'day', text: `Nothing was planned. ${said.join(' ')}` }]
  }
  return [notPlanned[planned.why]]
}

const notPlanned = {
  notYours: { field: 'therapist', text: 'You may plan your own classes only.' },
  notAClass: {
    field: 'service',
    text: 'That service is for one person at a time. Its places are set with the service.',
  },
  wrong: { field: 'meetings', text: `Choose from 1 to ${mostMeetings}.` },
} as const

async function showClass(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const found = await classOf(c)
  if (!found) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const { member, data } = c.var
  const now = await clockOf(data.app, member.clinicId)
  const off = await offOf(c, found)
  return answer(c, <ClassPage {...{ home, now, off }} here={hereOf(c)} found={found} problems={[]} reason="" />)
}

/** What keeps people from joining a class that stands. */
async function offOf(c: Context<ConsoleEnv>, found: ListedClass) {
  const { member, data } = c.var
  if (found.isCalledOff) return undefined
  return (await inClinic(data.app, member.clinicId, (trx) => whatIsOff(trx, [found]))).get(found.classId)
}

function classOf(c: Context<ConsoleEnv>) {
  const { member, data } = c.var
  const id = Id.parse(c.req.param('class'))
  return id ? inClinic(data.app, member.clinicId, (trx) => findClass(trx, member, id)) : undefined
}

async function callOff(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const { member, data } = c.var
  const found = await classOf(c)
  if (!found) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const fields = await formOf(c)
  const reason = Line.parse(fields.reason)
  const problems: readonly Problem[] = isByReturn(fields)
    ? [{ field: 'reason', text: 'Nothing was called off yet. Press “Call it off” for that.' }]
    : reason
      ? tooLong('reason', reason, 300)
      : [{ field: 'reason', text: 'Say why, in a few words.' }]
  const now = await clockOf(data.app, member.clinicId)
  if (problems.length > 0)
    return answer(
      c,
      <ClassPage {...{ home, now, problems, reason, found }} off={await offOf(c, found)} here={hereOf(c)} />,
      422,
    )
  if (!mayChangeTimesOf(member, found.therapistId)) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const off = await callOffClass(data.app, member, found.classId, reason)
  const wereComing = new Set(found.people.flatMap((one) => (one.state === 'confirmed' ? [one.appointmentId] : [])))
  // Looked at again, so that nobody is said to be booked whose visit has just been cancelled.
  const stands = (await classOf(c)) ?? found
  if (off.ok && off.already) {
    // Their own press heard twice; whoever else is told that it was done.
    if (stands.calledOffById === member.memberId) return c.redirect(calendarPaths.class(found.classId), 303)
    return answer(c, <CalledOffBeforePage {...{ home, now }} found={stands} here={hereOf(c)} />, 409)
  }
  return answer(c, <CalledOffPage {...{ home, wereComing, off }} found={stands} here={hereOf(c)} />, off.ok ? 200 : 409)
}

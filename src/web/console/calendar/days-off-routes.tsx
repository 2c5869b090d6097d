/** Absences, closures and bank holidays: the visits that they hit are shown by GET, before anything is written by POST. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { clockOf } from '../../../clinic/booking/offered-time.ts'
import { mayChangeTimesOf } from '../../../clinic/calendar/blocks.ts'
import { type Choices, loadChoices } from '../../../clinic/calendar/choices.ts'
import {
  absencesAhead,
  addAbsence,
  addClosure,
  closuresAhead,
  type DaysOff,
  classesHitByDaysOff,
  hitByAbsence,
  hitByClosure,
  mostDaysOff,
  removeAbsence,
  removeClosure,
} from '../../../clinic/calendar/days-off.ts'
import { answerHoliday, proposedHolidays } from '../../../clinic/calendar/holiday-answers.ts'
import type { StandingVisit } from '../../../clinic/calendar/standing-visits.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { calendarPaths } from './calendar-paths.ts'
import { dayOf, timeWords } from './calendar-words.ts'
import { AwayPage, ClosuresPage, type TypedDays } from './days-off-pages.tsx'
import { Clock, Day, dayWanted, formOf, Id, Line, queryOf, tooLong } from './read.ts'

/** The routes of days off. */
export function daysOffRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(calendarPaths.away, (c) => askAway(home, c))
  app.post(calendarPaths.away, (c) => markAway(home, c))
  app.post(calendarPaths.absencePattern, (c) => back(home, c))
  app.get(calendarPaths.closures, (c) => askClosure(home, c))
  app.post(calendarPaths.closures, (c) => close(home, c))
  app.post(calendarPaths.closurePattern, (c) => open(home, c))
  app.post(calendarPaths.holidays, (c) => holiday(home, c))
  return app
}

type Fields = Readonly<Record<string, string>>
type Ctx = Context<ConsoleEnv>

/** Longest reason for a closed day, in characters. */
const longestReason = 200

const Days = z.object({ first: Day, last: Day, from: Clock, reason: Line })

/** The days that are meant, or what is wrong with how they were typed. Nothing typed yet is neither. */
function daysOf(typed: Fields): {
  readonly off?: DaysOff & { readonly from?: number }
  readonly problems: readonly Problem[]
} {
  if (typed.first === undefined) return { problems: [] }
  const fields: Fields = { ...typed, from: hourMeant(typed) }
  const { first, last: lastRead, from } = Days.parse(fields)
  const last = fields.last ? lastRead : first
  const problems: Problem[] = []
  if (!first) problems.push({ field: 'first', text: fields.first ? dayWanted : 'Enter the first day.' })
  // A day beyond all others must not become the first one alone.
  if (first && (!last || isLongerThanAYear(first, last)))
    problems.push({ field: 'last', text: 'Enter a last day within a year of the first.' })
  if (first && last && last < first)
    problems.push({ field: 'last', text: 'The last day must not be before the first.' })
  if (fields.from && from === undefined)
    problems.push({ field: 'from', text: 'Enter a time like 09:30, or leave it empty.' })
  // The end of a day is nothing of that day: read as its start, it would be the whole of the next.
  if (from === endOfDay)
    problems.push({ field: 'from', text: 'Enter a time before midnight, or choose the next day as the first.' })
  if (!first || !last || problems.length > 0) return { problems }
  return { off: { firstDay: first, lastDay: last, ...(from !== undefined && { from }) }, problems: [] }
}

const endOfDay = 1440

/** The hour that was put there is meant for today: with another first day the whole of that day is meant. */
const hourMeant = ({ first, from = '', proposed = '' }: Fields) =>
  proposed.endsWith(`T${from}`) && !proposed.startsWith(`${first}T`) ? '' : from

const isLongerThanAYear = (first: string, last: string) =>
  Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last)).days >= mostDaysOff

/** From an hour of the first day on, then whole days: what cannot be said in one row is said in two. */
function rowsOf({ firstDay, lastDay, from }: DaysOff & { readonly from?: number }): readonly DaysOff[] {
  if (from === undefined || from === 0) return [{ firstDay, lastDay }]
  const first = { firstDay, lastDay: firstDay, part: { from, to: 1440 } }
  if (firstDay === lastDay) return [first]
  return [first, { firstDay: Temporal.PlainDate.from(firstDay).add({ days: 1 }).toString(), lastDay }]
}

/** Who is marked away today is away from this quarter of an hour on, unless somebody says otherwise. */
const fromNow = (
  fields: Fields,
  { now, today, choices }: { readonly now: number; readonly today: string; readonly choices: Choices },
) =>
  fields.first === undefined && (fields.day ?? today) === today ? timeWords(now - (now % quarterMs), choices.zone) : ''
const quarterMs = 15 * 60_000

const typedOf = (fields: Fields, today: string, whose: string): TypedDays => ({
  whose: fields.whose ?? fields.therapist ?? whose,
  first: fields.first ?? fields.day ?? today,
  last: fields.last ?? fields.day ?? today,
  from: hourMeant(fields),
  to: '',
  reason: Days.shape.reason.parse(fields.reason),
})

async function partsOf(c: Ctx) {
  const { member, data } = c.var
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const now = await clockOf(data.app, member.clinicId)
  return { here: hereOf(c), choices, now, today: dayOf(now, choices.zone) }
}

const inOrder = (hit: readonly (readonly StandingVisit[])[]) => {
  const each = new Map(hit.flat().map((visit) => [visit.appointmentId, visit]))
  return [...each.values()].toSorted((one, other) => one.from - other.from)
}

async function askAway(home: ConsoleHome, c: Ctx, fields: Fields = queryOf(c)): Promise<Response> {
  const { member, data } = c.var
  const { today, ...parts } = await partsOf(c)
  const mayMark = parts.choices.therapists.filter(({ id }) => mayChangeTimesOf(member, id))
  const hour = fromNow(fields, { ...parts, today })
  const proposed = fields.proposed ?? (hour && `${today}T${hour}`)
  const read = typedOf(fields, today, member.therapistId ?? mayMark[0]?.id ?? '')
  const typed = { ...read, from: fields.from === undefined ? hour : read.from }
  const asked = daysOf(fields)
  const whose = mayMark.find(({ id }) => id === typed.whose)?.id
  const hit =
    asked.off && whose
      ? inOrder(
          await Promise.all(
            rowsOf(asked.off).map((row) => hitByAbsence(data.app, member.clinicId, { ...row, therapistId: whose })),
          ),
        )
      : undefined
  const classesHit =
    asked.off && whose
      ? await classesHitByDaysOff(data.app, member.clinicId, rowsOf(asked.off), { therapistId: whose })
      : []
  const all = asked.problems
  const absences = await absencesAhead(data.app, member.clinicId)
  return answer(
    c,
    <AwayPage {...{ home, typed, mayMark, hit, classesHit, absences, proposed }} {...parts} problems={all} />,
    all.length > 0 ? 422 : 200,
  )
}

async function markAway(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const fields = await formOf(c)
  const { off } = daysOf(fields)
  const therapistId = Id.parse(fields.whose)
  if (!off) return askAway(home, c, { ...fields, first: fields.first ?? '' })
  if (!therapistId) return c.redirect(calendarPaths.away, 303)
  for (const row of rowsOf(off)) {
    const marked = await addAbsence(data.app, member, { ...row, therapistId })
    if (!marked.ok) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  }
  const { firstDay: first, lastDay: last, from } = off
  return c.redirect(calendarPaths.rescueOf({ therapist: therapistId, first, last, from }), 303)
}

async function back(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const id = Id.parse(c.req.param('absence'))
  const removed = id ? await removeAbsence(data.app, member, id) : undefined
  if (!removed?.ok) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  return c.redirect(calendarPaths.away, 303)
}

const placeOf = (whose: string | undefined, choices: Choices): string | null | undefined =>
  whose === 'all' ? null : choices.places.find(({ id }) => id === whose)?.id

async function askClosure(
  home: ConsoleHome,
  c: Ctx,
  fields: Fields = queryOf(c),
  notDone: readonly Problem[] = [],
): Promise<Response> {
  const { member, data } = c.var
  const { today, ...parts } = await partsOf(c)
  const typed = typedOf(fields, today, 'all')
  const asked = daysOf(fields)
  const reasonless = asked.off && typed.reason === '' ? [{ field: 'reason', text: 'Say why, in a few words.' }] : []
  const all = [...notDone, ...asked.problems, ...reasonless, ...tooLong('reason', typed.reason, longestReason)]
  const locationId = placeOf(typed.whose, parts.choices)
  const hit =
    asked.off && locationId !== undefined && all.length === 0
      ? inOrder(
          await Promise.all(
            rowsOf(asked.off).map((row) => hitByClosure(data.app, member.clinicId, { ...row, locationId })),
          ),
        )
      : undefined
  return answer(
    c,
    <ClosuresPage
      {...{ home, typed, hit }}
      classesHit={
        hit && asked.off && locationId !== undefined
          ? await classesHitByDaysOff(data.app, member.clinicId, rowsOf(asked.off), { locationId })
          : []
      }
      {...parts}
      problems={all}
      closures={await closuresAhead(data.app, member.clinicId)}
      proposed={await proposedHolidays(data.app, member.clinicId)}
      mayClose={mayDo(member, 'change-times')}
    />,
    notDone.length > 0 ? 409 : all.length > 0 ? 422 : 200,
  )
}

const answeredBefore: Problem = {
  field: 'closed-days',
  text: 'That bank holiday was answered before, and not like this. Nothing was changed now. Look at the list of days that are shut: open it there, or shut the day below.',
}

async function close(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const fields = await formOf(c)
  const { off } = daysOf(fields)
  const reason = Days.shape.reason.parse(fields.reason)
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const locationId = placeOf(fields.whose, choices)
  if (!off || reason === '' || tooLong('reason', reason, longestReason).length > 0)
    return askClosure(home, c, { ...fields, first: fields.first ?? '' })
  if (locationId === undefined) return c.redirect(calendarPaths.closures, 303)
  const hit: (readonly StandingVisit[])[] = []
  for (const row of rowsOf(off)) {
    const closed = await addClosure(data.app, member, { ...row, locationId, reason })
    if (!closed.ok) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
    hit.push(closed.hit)
  }
  const classes = await classesHitByDaysOff(data.app, member.clinicId, rowsOf(off), { locationId })
  if (hit.flat().length + classes.length === 0) return c.redirect(calendarPaths.closures, 303)
  const { firstDay: first, lastDay: last, from } = off
  return c.redirect(calendarPaths.rescueOf({ location: locationId ?? 'all', first, last, from }), 303)
}

async function open(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const id = Id.parse(c.req.param('closure'))
  const removed = id ? await removeClosure(data.app, member, id) : undefined
  if (!removed?.ok) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  return c.redirect(calendarPaths.closures, 303)
}

const Answer = z.object({
  nation: z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
  day: Day,
  do: z.enum(['shut', 'open']),
})

async function holiday(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const read = Answer.safeParse(await formOf(c))
  if (!read.success || !read.data.day) return c.redirect(calendarPaths.closures, 303)
  const { nation, day } = read.data
  const answered = await answerHoliday(data.app, member, { nation, day, isClosed: read.data.do === 'shut' })
  if (!answered.ok && answered.why === 'answered') return askClosure(home, c, {}, [answeredBefore])
  if (!answered.ok) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  if (answered.hit.length === 0) return c.redirect(calendarPaths.closures, 303)
  return c.redirect(calendarPaths.rescueOf({ location: 'all', first: day, last: day }), 303)
}

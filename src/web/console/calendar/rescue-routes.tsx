/** Finding other times for everybody whom some days off hit, and moving all that were chosen. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { clockOf } from '../../../clinic/booking/offered-time.ts'
import { askedPeople } from '../../../clinic/booking/choose-again/asked-people.ts'
import { type Asked, type AskedVisit, askToChoose } from '../../../clinic/booking/choose-again/ask-to-choose.ts'
import { loadChoices } from '../../../clinic/calendar/choices.ts'
import { classesHitByDaysOff, hitByAbsence, hitByClosure } from '../../../clinic/calendar/days-off.ts'
import { recordLooks } from '../../../clinic/people/reads.ts'
import { findRescues, rescuedLately, type RescueChoice, rescueVisits } from '../../../clinic/calendar/rescue.ts'
import type { StaffMoved } from '../../../clinic/calendar/staff-move.ts'
import type { StandingVisit } from '../../../clinic/calendar/standing-visits.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { answer } from '../../find/booking/answer.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { calendarPaths } from './calendar-paths.ts'
import { refusalWords } from './calendar-words.ts'
import { Day, formOf, Id, queryOf } from './read.ts'
import { AskedPage } from './asked-page.tsx'
import { RescuePage } from './rescue-page.tsx'

/** The routes of a rescue. */
export function rescueRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(calendarPaths.rescue, (c) => show(home, c, new Map()))
  app.post(calendarPaths.rescue, (c) => moveAll(home, c))
  app.get(calendarPaths.asked, (c) => showAsked(home, c))
  return app
}

type Ctx = Context<ConsoleEnv>

const Query = z.object({
  therapist: Id,
  location: z.union([z.literal('all'), Id]).catch(undefined),
  first: Day,
  last: Day,
  from: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((minute) => minute < 1440)
    .optional()
    .catch(undefined),
})

/** The visits that still stand in these days off, and what was moved out of them. */
async function hitOf(c: Ctx) {
  const { member, data } = c.var
  const { therapist, location, first, last = first, from } = Query.parse(queryOf(c))
  if (!first || !last || last < first || (!therapist && !location)) return undefined
  const locationId = location === 'all' || !location ? null : location
  const whole = { firstDay: first, lastDay: last }
  const rows = from
    ? [
        { firstDay: first, lastDay: first, part: { from, to: 1440 } },
        ...(last > first
          ? [{ firstDay: Temporal.PlainDate.from(first).add({ days: 1 }).toString(), lastDay: last }]
          : []),
      ]
    : [whole]
  const hit: StandingVisit[] = []
  for (const row of rows)
    hit.push(
      ...(therapist
        ? await hitByAbsence(data.app, member.clinicId, { ...row, therapistId: therapist })
        : await hitByClosure(data.app, member.clinicId, { ...row, locationId })),
    )
  const of = therapist ? { therapistId: therapist } : { locationId }
  const classes = await classesHitByDaysOff(data.app, member.clinicId, rows, of)
  const whose = { therapistId: therapist, locationId: therapist ? undefined : (locationId ?? undefined) }
  const now = await clockOf(data.app, member.clinicId)
  const asked = await inClinic(data.app, member.clinicId, (trx) => askedPeople(trx, now, { ...whose, ...whole }))
  return { hit, classes, asked, now, done: await rescuedLately(data.app, member.clinicId, whose, whole) }
}

async function show(home: ConsoleHome, c: Ctx, failed: ReadonlyMap<string, string>): Promise<Response> {
  const { member, data } = c.var
  const found = await hitOf(c)
  if (!found) return c.redirect(calendarPaths.away, 303)
  const { hit, classes, done, asked, now } = found
  await inClinic(data.app, member.clinicId, (trx) => recordLooks(trx, member, 'day-list', hit))
  return answer(
    c,
    <RescuePage
      {...{ home, classes, done, failed, asked, now }}
      here={hereOf(c)}
      choices={await inClinic(data.app, member.clinicId, loadChoices)}
      path={`${calendarPaths.rescue}${new URL(c.req.url).search}`}
      rescues={await findRescues(data.app, member.clinicId, hit)}
    />,
    failed.size > 0 ? 409 : 200,
  )
}

/** At most so many are moved by one press. */
const mostChoices = 200

/** "version start therapist location" of each visit for which a time was chosen. */
function choicesOf(fields: Readonly<Record<string, string>>): readonly RescueChoice[] {
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      const appointmentId = Id.parse(/^to-(.+)$/.exec(name)?.[1])
      const [, version, start, one, other] = /^(\d{1,9}) (\d{12,13}) (\S+) (\S+)$/.exec(value) ?? []
      const [therapist, location] = [Id.parse(one), Id.parse(other)]
      if (!appointmentId || !therapist || !location) return []
      return { appointmentId, version: Number(version), start: Number(start), therapist, location }
    })
    .slice(0, mostChoices)
}

/** "ask version" of each visit whose person is to choose. */
function asksOf(fields: Readonly<Record<string, string>>): readonly AskedVisit[] {
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      const appointmentId = Id.parse(/^to-(.+)$/.exec(name)?.[1])
      const [, version] = /^ask (\d{1,9})$/.exec(value) ?? []
      return appointmentId && version !== undefined ? { appointmentId, version: Number(version) } : []
    })
    .slice(0, mostChoices)
}

const notAskedWords: Readonly<Record<Extract<Asked, { readonly ok: false }>['why'], string>> = {
  stale: 'Somebody has changed it meanwhile. This is how it stands now.',
  over: 'They have arrived, or it is over or cancelled.',
  stands: 'Nothing speaks against this visit any more.',
  noEmail: 'They have no email: phone.',
  gone: 'There is no such visit.',
}

async function showAsked(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const now = await clockOf(data.app, member.clinicId)
  const people = await inClinic(data.app, member.clinicId, async (trx) => {
    const found = await askedPeople(trx, now)
    await recordLooks(trx, member, 'day-list', found)
    return found
  })
  return answer(c, <AskedPage {...{ home, people, now }} here={hereOf(c)} />)
}

async function moveAll(home: ConsoleHome, c: Ctx): Promise<Response> {
  const { member, data } = c.var
  const fields = await formOf(c)
  const choices = choicesOf(fields)
  const results = await rescueVisits(data.app, member, choices)
  const asked = await askToChoose(data.app, member, asksOf(fields))
  const failed = new Map([
    ...[...results].flatMap(([id, moved]) => (moved.ok ? [] : [[id, failedWords(moved)] as const])),
    ...[...asked].flatMap(([id, one]) => (one.ok ? [] : [[id, notAskedWords[one.why]] as const])),
  ])
  if (failed.size === 0) return c.redirect(`${calendarPaths.rescue}${new URL(c.req.url).search}`, 303)
  return show(home, c, failed)
}

function failedWords(moved: Exclude<StaffMoved, { readonly ok: true }>): string {
  if ('near' in moved) return `${refusalWords(moved.why, 'The therapist', moved.ofClass)} Choose another time below.`
  if (moved.why === 'stale') return 'Somebody has changed it meanwhile. This is how it stands now.'
  return 'They have arrived, or it is over or cancelled.'
}

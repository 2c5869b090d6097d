/** A visit made longer or shorter by staff: look by GET as often as one likes, change by POST. */
import { Hono } from 'hono'
import { z } from 'zod'
import { loadChoices } from '../../../clinic/calendar/choices.ts'
import { lookAtMove, moveByStaff, type StaffMove } from '../../../clinic/calendar/staff-move.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { answer } from '../../find/booking/answer.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { calendarPaths } from './calendar-paths.ts'
import { LengthPage, lengthLimits } from './length-page.tsx'
import { CalendarMessage } from './message.tsx'
import { notMoved, PostedChange, type Seen, withVisit } from './move-routes.tsx'
import { formOf, keptReason, queryOf, reasonProblems } from './read.ts'

/** The routes of a visit's length. */
export function lengthRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(calendarPaths.lengthPattern, (c) => withVisit(home, c, look))
  app.post(calendarPaths.lengthPattern, (c) => withVisit(home, c, change))
  return app
}

const { least, most } = lengthLimits
const Minutes = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().min(least).max(most))

const problem = { field: 'minutes', text: `Enter whole minutes, from ${least} to ${most}.` }

const pageOf = async ({ home, c, visit, now }: Seen) => ({
  ...{ home, here: hereOf(c), visit, now },
  choices: await inClinic(c.var.data.app, c.var.member.clinicId, loadChoices),
})

/** The same time, therapist and place, and another length. */
const wishOf = ({ visit }: Seen, minutes: number, version: number): StaffMove => ({
  ...{ appointmentId: visit.appointmentId, version, minutes, start: visit.startsAt },
  ...{ therapist: visit.therapist.id, location: visit.place.id },
})

async function look(seen: Seen): Promise<Response> {
  const { c, visit, now } = seen
  if (visit.state !== 'confirmed' || visit.startsAt <= now) return over(seen)
  const typed = queryOf(c).minutes
  const page = await pageOf(seen)
  if (typed === undefined) return answer(c, <LengthPage {...page} minutes={String(visit.service.minutes)} />)
  const read = Minutes.safeParse(typed)
  if (!read.success) return answer(c, <LengthPage {...page} minutes={typed.slice(0, 5)} problems={[problem]} />, 422)
  const looked = await lookAtMove(c.var.data.app, c.var.member, wishOf(seen, read.data, visit.version))
  if (!looked.ok && !('near' in looked))
    return looked.why === 'stale' ? notMoved(seen, looked, calendarPaths.length) : over(seen)
  return answer(c, <LengthPage {...page} {...{ looked }} minutes={String(read.data)} />)
}

async function change(seen: Seen): Promise<Response> {
  const { c, visit } = seen
  const fields = await formOf(c)
  const { version, reason, bends, tell } = PostedChange.parse(fields)
  const read = Minutes.safeParse(fields.minutes)
  if (!read.success) {
    const page = await pageOf(seen)
    return answer(c, <LengthPage {...page} minutes={(fields.minutes ?? '').slice(0, 5)} problems={[problem]} />, 422)
  }
  const wish = { ...wishOf(seen, read.data, version), isTold: tell === 'told', reason: keptReason(reason), bends }
  const changed = await moveByStaff(c.var.data.app, c.var.member, wish)
  if (changed.ok) return c.redirect(consolePaths.visit(visit.appointmentId), 303)
  if (!('near' in changed)) return changed.why === 'stale' ? notMoved(seen, changed, calendarPaths.length) : over(seen)
  const page = { ...(await pageOf(seen)), looked: changed, typed: { reason, tell }, minutes: String(read.data) }
  const problems = changed.canBend ? reasonProblems(fields, changed.why, 'changed') : []
  return answer(c, <LengthPage {...page} {...{ problems }} />, 409)
}

const over = ({ home, c }: Seen) =>
  answer(
    c,
    <CalendarMessage {...{ home }} here={hereOf(c)} title="Its length cannot be changed">
      <p>
        They have arrived, or the visit has begun, is over or cancelled. A place in a class takes as long as its class.
      </p>
    </CalendarMessage>,
    409,
  )

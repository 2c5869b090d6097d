/** The calendar's addresses: reads, one call into src/clinic, a page. A GET changes nothing but who has read what. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { clockOf } from '../../../clinic/booking/offered-time.ts'
import { visitOffThen } from '../../../clinic/availability/called-off.ts'
import { staffVisit } from '../../../clinic/booking/staff-visit.ts'
import { bentVisits } from '../../../clinic/calendar/bent-visits.ts'
import { type Calendar, calendarClock, loadCalendar, whoIsThere } from '../../../clinic/calendar/load-calendar.ts'
import { stampOfDays } from '../../../clinic/calendar/stamp-of-days.ts'
import { lastCommand, undoCommand, visitOfCommand } from '../../../clinic/calendar/undo.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { BentPage } from './bent-page.tsx'
import { blockRoutes } from './block-routes.tsx'
import { classRoutes } from './class-routes.tsx'
import { CalendarPage } from './calendar-page.tsx'
import { calendarPaths, type CalendarView } from './calendar-paths.ts'
import { dayOfVisit } from '../console-words.ts'
import { dayOf, notUndoneWords } from './calendar-words.ts'
import { CalendarMessage } from './message.tsx'
import { daysOffRoutes } from './days-off-routes.tsx'
import { lengthRoutes } from './length-routes.tsx'
import { moveRoutes } from './move-routes.tsx'
import { newVisitRoutes } from './new-visit-routes.tsx'
import { rescueRoutes } from './rescue-routes.tsx'
import { Day, formOf, Id, queryOf } from './read.ts'

/** All of them, to be mounted behind the gate. */
export function calendarRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.use(`${calendarPaths.calendar}/*`, async (c, next) => {
    const act = c.req.method === 'GET' ? 'see-day' : 'change-visits'
    // Whose times may be changed is asked by each command.
    if (!mayDo(c.var.member, act)) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
    return next()
  })
  app.get(calendarPaths.calendar, (c) => showCalendar(home, c))
  app.post(calendarPaths.undo, (c) => undo(home, c))
  app.get(calendarPaths.bent, (c) => showBent(home, c))
  for (const routes of [
    moveRoutes,
    lengthRoutes,
    newVisitRoutes,
    blockRoutes,
    classRoutes,
    daysOffRoutes,
    rescueRoutes,
  ])
    app.route('/', routes(home))
  return app
}

const Query = z.object({
  day: Day,
  view: z.enum(['day', 'week', 'list']).catch('day'),
  who: z.union([z.literal('all'), Id]).catch(undefined),
  visit: Id,
})

async function showCalendar(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const { member, data } = c.var
  const asked = Query.parse(queryOf(c))
  const { calendar, view, today, days } = await inClinic(data.app, member.clinicId, async (trx) => {
    const { zone, now } = await calendarClock(trx)
    const today = dayOf(now, zone)
    const own = asked.view === 'week' ? (member.therapistId ?? 'first') : 'all'
    const who = await whoIsThere(trx, asked.who ?? own)
    const view: CalendarView = { day: asked.day ?? today, view: asked.view, who }
    const shown = { ...spanOf(view), therapistId: who === 'all' ? undefined : who }
    // Before what is shown, so that no change falls between.
    const days = { ...shown, stamp: await stampOfDays(trx, shown) }
    return { calendar: await loadCalendar(trx, member, spanOf(view)), view, today, days }
  })
  const everybody = calendar.therapists.map(({ id, name }) => ({ id, name }))
  const last = await lastCommand(data.app, member)
  const chosen = asked.visit === undefined ? undefined : await staffVisit(data.app, data.secret, member, asked.visit)
  const itsDay = chosen && dayOfVisit(chosen)
  const span = spanOf(view)
  if (chosen && itsDay && (itsDay < span.firstDay || itsDay > span.lastDay))
    return c.redirect(calendarPaths.beside({ ...view, day: itsDay }, chosen.appointmentId), 303)
  return answer(
    c,
    <CalendarPage
      {...{ home, everybody, last, today, chosen, view, days }}
      here={hereOf(c)}
      calendar={onlyOf(calendar, view.who)}
    />,
  )
}

/** One day, or the week from Monday that it lies in. */
function spanOf({ day, view }: CalendarView): { readonly firstDay: string; readonly lastDay: string } {
  if (view !== 'week') return { firstDay: day, lastDay: day }
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  return { firstDay: monday.toString(), lastDay: monday.add({ days: 6 }).toString() }
}

const onlyOf = (calendar: Calendar, who: string): Calendar =>
  who === 'all' ? calendar : { ...calendar, therapists: calendar.therapists.filter(({ id }) => id === who) }

async function showBent(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const { member, data } = c.var
  const visits = await bentVisits(data.app, member)
  const now = await clockOf(data.app, member.clinicId)
  return answer(c, <BentPage {...{ home, visits, now }} here={hereOf(c)} />)
}

async function undo(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const { member, data } = c.var
  const command = Id.parse((await formOf(c)).command)
  const undone = command
    ? await undoCommand(data.app, data.secret, member, command)
    : ({ ok: false, why: 'nothing' } as const)
  const off = undone.ok ? await visitOffThen(data.app, member.clinicId, undone.subjectId) : undefined
  if (undone.ok && !undone.wereTold && !off) return c.redirect(calendarPaths.calendar, 303)
  const visit = !undone.ok && command ? await visitOfCommand(data.app, member, command) : undefined
  const title = undone.ok ? 'Taken back' : 'That cannot be taken back'
  const { zone, now } = await inClinic(data.app, member.clinicId, calendarClock)
  return answer(
    c,
    <CalendarMessage {...{ home, title }} here={hereOf(c)}>
      {!undone.ok && (
        <p>
          {notUndoneWords(undone, zone, now)} {visit && <a href={consolePaths.visit(visit)}>See the visit</a>}
        </p>
      )}
      {undone.ok && undone.wereTold && (
        <p>They had been written to already, so another mail tells them how it is now.</p>
      )}
      {undone.ok && off && (
        <p>
          {off === 'away' ? 'Its therapist is away then.' : 'The place is shut then.'} The visit stands until you move
          or cancel it. <a href={consolePaths.visit(undone.subjectId)}>See the visit</a>
        </p>
      )}
    </CalendarMessage>,
    undone.ok ? 200 : 409,
  )
}

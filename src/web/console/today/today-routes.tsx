/** The routes of a day: today, any other day, and the day on paper. */
import { type Context, Hono } from 'hono'
import { askedPeople } from '../../../clinic/booking/choose-again/asked-people.ts'
import { sharedCheckOf } from '../../../clinic/booking/sealed-words.ts'
import { staffVisit } from '../../../clinic/booking/staff-visit.ts'
import { nextVisit } from '../../../clinic/booking/next-visit.ts'
import { staffDay } from '../../../clinic/booking/staff-day.ts'
import { untoldChanges } from '../../../clinic/booking/untold-changes.ts'
import { recordLooks } from '../../../clinic/people/reads.ts'
import { calendarClock } from '../../../clinic/calendar/load-calendar.ts'
import { visitsWhileAway } from '../../../clinic/calendar/visits-while-away.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { type Member, mayDo } from '../../../clinic/people/members.ts'
import { countDangerReviews } from '../../../clinic/reviews/moderate-reviews.ts'
import { countDangerQuestions } from '../../../clinic/talk/inbox.ts'
import { countDangerComments } from '../../../clinic/talk/moderate-comments.ts'
import { answer } from '../../find/booking/answer.tsx'
import { dayOf } from '../calendar/calendar-words.ts'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { dayOfVisit } from '../console-words.ts'
import { stampFor } from '../day-changed.tsx'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { readDay } from '../read-posted.ts'
import { PrintPage } from './print-page.tsx'
import { nextOf, TodayPage } from './today-page.tsx'

/** The address of everybody's day. */
const all = 'all'

/** The routes under /console and /console/days. */
export function todayRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.today, (c) => showDay(home, c, undefined))
  app.get(consolePaths.dayPattern, (c) => withDay(home, c, (day) => showDay(home, c, day)))
  app.get(consolePaths.printDayPattern, (c) => withDay(home, c, (day) => printDay(home, c, day)))
  return app
}

function withDay(home: ConsoleHome, c: Context<ConsoleEnv>, work: (day: string) => Promise<Response>) {
  const day = readDay(c.req.param('day'))
  return day === undefined ? answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404) : work(day)
}

/** Whose day: as the address says; otherwise one's own, for those who treat; otherwise everybody's. */
function whose(c: Context<ConsoleEnv>, { therapistId }: Member): string {
  const asked = c.req.query('of')
  if (asked === all) return all
  return readId(asked) ?? therapistId ?? all
}

const ask = (c: Context<ConsoleEnv>, day: string | undefined, of: string) =>
  staffDay(c.get('data').app, { member: c.get('member'), day, therapistId: of === all ? undefined : of })

/** The day with its stamp. Where midnight falls between this and the page, the page says soon that it has changed. */
async function stamped(c: Context<ConsoleEnv>, day: string | undefined, therapistId: string | undefined) {
  const asked = day ?? (await todayIn(c))
  const days = { firstDay: asked, lastDay: asked, therapistId }
  return { ...days, stamp: await stampFor(c, days) }
}

async function todayIn(c: Context<ConsoleEnv>): Promise<string> {
  const { zone, now } = await inClinic(c.get('data').app, c.get('member').clinicId, calendarClock)
  return dayOf(now, zone)
}

async function showDay(home: ConsoleHome, c: Context<ConsoleEnv>, day: string | undefined): Promise<Response> {
  const member = c.get('member')
  if (!mayDo(member, 'see-day')) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const of = whose(c, member)
  const therapist = of === all ? undefined : of
  const days = await stamped(c, day, therapist)
  const shown = await ask(c, day, of)
  const next = nextOf(shown)
  const { app, secret } = c.get('data')
  const check = next?.hasCheck ? await sharedCheckOf(app, secret, member, next) : undefined
  const asked = await inClinic(app, member.clinicId, async (trx) => {
    const people = await askedPeople(trx, shown.now, therapist === undefined ? undefined : { therapistId: therapist })
    const named = people.filter(({ ring }) => ring !== null)
    await recordLooks(trx, member, 'day-list', named)
    return people
  })
  const danger = await inClinic(app, member.clinicId, async (trx) => ({
    questions: await countDangerQuestions(trx, member),
    reviews: await countDangerReviews(trx, member),
    comments: await countDangerComments(trx, member),
  }))
  const away = await inClinic(app, member.clinicId, (trx) => visitsWhileAway(trx, shown.today, therapist))
  const untold = shown.day === shown.today ? await untoldChanges(app, member, shown, therapist) : []
  const isOver = shown.day === shown.today && !next
  const later = isOver ? await nextVisit(app, member, therapist) : undefined
  const wanted = readId(c.req.query('visit'))
  const chosen = wanted === undefined ? undefined : await staffVisit(app, secret, member, wanted)
  // An address that was changed, or is old: the visit may have been moved since. It stands beside its own day alone.
  const itsDay = chosen && dayOfVisit(chosen)
  if (chosen && itsDay && itsDay !== shown.day)
    return c.redirect(consolePaths.dayWith(itsDay, of, chosen.appointmentId), 303)
  const page = { of, next, check, danger, asked, away, untold, later, chosen, days }
  return answer(c, <TodayPage home={home} here={hereOf(c)} day={shown} {...page} />)
}

async function printDay(home: ConsoleHome, c: Context<ConsoleEnv>, day: string): Promise<Response> {
  const member = c.get('member')
  if (!mayDo(member, 'see-day')) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const of = whose(c, member)
  return answer(c, <PrintPage home={home} here={hereOf(c)} day={await ask(c, day, of)} of={of} />)
}

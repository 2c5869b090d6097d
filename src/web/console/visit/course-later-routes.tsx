/** A visit of a course and those after it, cancelled or moved together by staff. */
import { type Context, Hono } from 'hono'
import { costOf, type LaterVisit, laterVisits } from '../../../clinic/booking/course-later.ts'
import { type CheckedDate, lookAtLater, shiftedDates } from '../../../clinic/booking/move-course.ts'
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import { cancelLaterByStaff, moveLaterByStaff } from '../../../clinic/calendar/staff-course.ts'
import { answer } from '../../find/booking/answer.tsx'
import { costIn } from '../../find/booking/cost-fields.tsx'
import { datesOf, isOtherPrice, otherPrice, seenOf } from '../../find/booking/course-later-form.ts'
import { typedForm } from '../../find/typed-form.ts'
import { readTyped } from '../calendar/read.ts'
import type { Here } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { isWho, longestReason } from './cancel-page.tsx'
import { LaterMessagePage, LaterMovePage, LaterPage, lostDate } from './course-later-page.tsx'
import { withVisit } from './visit-routes.tsx'

/** The routes under /console/visits/:visit/later. */
export function courseLaterRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.laterPattern, (c) =>
    withLater(home, c, ({ visit, here, later }) => answer(c, <LaterPage {...{ home, here, visit, later }} />)),
  )
  // Pressed twice, none is left when the second press comes: it is told what the first did.
  app.post(consolePaths.cancelLaterPattern, (c) => withSeen(home, c, (seen) => cancel(home, c, seen)))
  app.get(consolePaths.moveLaterPattern, (c) => withLater(home, c, (seen) => lookToMove(home, c, seen)))
  app.post(consolePaths.moveLaterPattern, (c) => withLater(home, c, (seen) => move(home, c, seen)))
  return app
}

interface Seen {
  readonly visit: StaffVisit
  readonly here: Here
  readonly later: readonly LaterVisit[]
}

type Work = (seen: Seen) => Response | Promise<Response>

const withSeen = (home: ConsoleHome, c: Context<ConsoleEnv>, work: Work) =>
  withVisit(home, c, 'change-visits', async (visit, here) => {
    const { clinicId } = c.get('member')
    const later = await laterVisits(c.get('data').app, { clinicId, appointmentId: visit.appointmentId })
    return work({ visit, here, later })
  })

const withLater = (home: ConsoleHome, c: Context<ConsoleEnv>, work: Work) =>
  withSeen(home, c, (seen) => (seen.later.length === 0 ? goneAnswer(home, c, seen) : work(seen)))

const goneAnswer = (home: ConsoleHome, c: Context<ConsoleEnv>, { visit, here }: Seen) =>
  answer(c, <LaterMessagePage {...{ home, here, visit }} why="gone" />, 409)

const fromOf = (c: Context<ConsoleEnv>, { visit }: Seen) => ({
  clinicId: c.get('member').clinicId,
  appointmentId: visit.appointmentId,
})

const posted = (c: Context<ConsoleEnv>): Promise<FormData> => typedForm(c.req.raw).catch(() => new FormData())
const textOf = (form: FormData, name: string): string => String(form.getAll(name).at(-1) ?? '')

/** Who cancels decides what it costs; the sum that stood on the page is held to. */
async function cancel(home: ConsoleHome, c: Context<ConsoleEnv>, seen: Seen): Promise<Response> {
  const { visit, here, later } = seen
  const form = await posted(c)
  const reason = textOf(form, 'reason').trim()
  const who = textOf(form, 'who')
  const tooLong = [...reason].length > longestReason
  const typed = { reason, who, tooLong }
  if (!reason || tooLong || !isWho(who))
    return later.length === 0
      ? goneAnswer(home, c, seen)
      : answer(c, <LaterPage {...{ home, here, visit, later, typed }} />, 422)
  const wish = { ...fromOf(c, seen), seen: seenOf(form), reason, who, shown: costIn(form) }
  const cancelled = await cancelLaterByStaff(c.get('data').app, c.get('member'), wish)
  if (cancelled.ok) return c.redirect(consolePaths.visit(visit.appointmentId), 303)
  return answer(c, <LaterMessagePage {...{ home, here, visit }} why={cancelled.why} cost={costOf(later)} />, 409)
}

async function lookToMove(home: ConsoleHome, c: Context<ConsoleEnv>, seen: Seen): Promise<Response> {
  const { visit, here, later } = seen
  const typed = readTyped(c.req.query('day'), c.req.query('time'), visit.place.zone)
  if (typed.kind !== 'moment') {
    const wrong = typed.kind === 'wrong' ? typed : ({ field: 'day', text: 'Give a day and a time.' } as const)
    return answer(c, <LaterPage {...{ home, here, visit, later, wrong }} />, 422)
  }
  const dates = shiftedDates(later, typed.at)
  const looked = await lookAtLater(c.get('data').app, { ...fromOf(c, seen), dates, by: { byWhom: 'staff' } })
  return looked.ok
    ? answer(c, <LaterMovePage {...{ home, here, visit, later }} dates={looked.dates} />)
    : answer(c, <LaterMessagePage {...{ home, here, visit }} why={looked.why} />, 409)
}

async function move(home: ConsoleHome, c: Context<ConsoleEnv>, seen: Seen): Promise<Response> {
  const { visit, here, later } = seen
  const form = await posted(c)
  const dates = datesOf(form)
  const by = { byWhom: 'staff' } as const
  const looked = isOtherPrice(form, later)
    ? await lookAtLater(c.get('data').app, { ...fromOf(c, seen), dates, by })
    : undefined
  if (looked?.ok)
    return answer(c, <LaterMovePage {...{ home, here, visit, later }} dates={looked.dates} problem={otherPrice} />, 409)
  const moved = await moveLaterByStaff(c.get('data').app, c.get('member'), { ...fromOf(c, seen), dates })
  if (moved.ok) return c.redirect(consolePaths.visit(visit.appointmentId), 303)
  if (moved.why !== 'dates') return answer(c, <LaterMessagePage {...{ home, here, visit }} why={moved.why} />, 409)
  const checked: readonly CheckedDate[] = moved.dates
  return answer(c, <LaterMovePage {...{ home, here, visit, later }} dates={checked} problem={lostDate} />, 409)
}

/** One visit of a course and those after it, cancelled or moved together from its private link. Looking changes nothing. */
import { Hono } from 'hono'
import { cancelLater, type LaterVisit, laterVisits } from '../../../clinic/booking/course-later.ts'
import { type CheckedDate, lookAtLater, moveLater, shiftedDates } from '../../../clinic/booking/move-course.ts'
import type { BookingHome } from '../find-home.ts'
import { answer, readForm, readMoment } from './answer.tsx'
import { bookingPaths } from './booking-paths.ts'
import { costIn } from './cost-fields.tsx'
import { datesOf, isOtherPrice, otherPrice, seenOf } from './course-later-form.ts'
import { LaterCancelPage, LaterChangedPage, LaterMovePage, NoLaterPage } from './course-later-page.tsx'
import { RingToMovePage } from './move-page.tsx'
import { againHrefOf, asItStands, type Seen, withVisit } from './visit-routes.tsx'

/** The routes under /visits/:token/later. */
export function courseLaterRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(bookingPaths.cancelLaterPattern, (c) => withVisit(home, c, (seen) => withLater(seen, lookToCancel)))
  app.post(bookingPaths.cancelLaterPattern, (c) => withVisit(home, c, cancel))
  app.get(bookingPaths.moveLaterPattern, (c) => withVisit(home, c, (seen) => withLater(seen, lookToMove)))
  app.post(bookingPaths.moveLaterPattern, (c) => withVisit(home, c, move))
  return app
}

const byPerson = { by: { byWhom: 'person' } } as const

/** With the visits that can be changed. What the clinic cannot keep has a page of its own, where it costs nothing. */
async function withLater(seen: Seen, work: (seen: Seen, later: readonly LaterVisit[]) => Response | Promise<Response>) {
  const { c, data, visit } = seen
  const later = await laterVisits(data.app, visit)
  if (later.length === 0) return answer(c, <NoLaterPage {...seen} />, 409)
  for (const { appointmentId } of later) {
    const againHref = await againHrefOf(data, { ...visit, appointmentId })
    if (againHref) return c.redirect(againHref, 303)
  }
  return work(seen, later)
}

const lookToCancel = (seen: Seen, later: readonly LaterVisit[]) =>
  answer(seen.c, <LaterCancelPage {...seen} later={later} />)

async function cancel(seen: Seen) {
  const { home, c, data, visit, token } = seen
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const { clinicId, appointmentId } = visit
  const wish = { clinicId, appointmentId, seen: seenOf(form), agreed: costIn(form), ...byPerson }
  // Pressed twice, none is left when the second press comes: it is told what the first did.
  const isDone = (await laterVisits(data.app, visit)).length === 0 && (await cancelLater(data.app, wish)).ok
  if (isDone) return c.redirect(bookingPaths.visit(token), 303)
  return withLater(seen, async () => {
    const cancelled = await cancelLater(data.app, wish)
    if (cancelled.ok) return c.redirect(bookingPaths.visit(token), 303)
    if (cancelled.why === 'fee') {
      const later = await laterVisits(data.app, visit)
      const page = { later, problem: 'The cost has changed. Nothing was cancelled.' }
      return answer(c, <LaterCancelPage {...seen} {...page} />, 409)
    }
    return answer(c, <LaterChangedPage {...(await asItStands(seen))} />, 409)
  })
}

async function lookToMove(seen: Seen, later: readonly LaterVisit[]) {
  const { c, data, visit, token } = seen
  const start = readMoment(c.req.query('start') ?? '')
  if (start === 0 || start > 8e15) return c.redirect(bookingPaths.move(token), 303)
  const dates = shiftedDates(later, start)
  const { clinicId, appointmentId } = visit
  const looked = await lookAtLater(data.app, { clinicId, appointmentId, dates, ...byPerson })
  if (looked.ok) return answer(c, <LaterMovePage {...seen} later={later} dates={looked.dates} />)
  return looked.why === 'late'
    ? answer(c, <RingToMovePage {...(await asItStands(seen))} />, 409)
    : answer(c, <LaterChangedPage {...(await asItStands(seen))} />, 409)
}

async function move(seen: Seen) {
  const { home, c, data, visit, token } = seen
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  return withLater(seen, async (_, later) => {
    const { clinicId, appointmentId } = visit
    const wish = { clinicId, appointmentId, dates: datesOf(form), ...byPerson }
    const looked = isOtherPrice(form, later) ? await lookAtLater(data.app, wish) : undefined
    if (looked?.ok)
      return answer(c, <LaterMovePage {...seen} later={later} dates={looked.dates} problem={otherPrice} />, 409)
    const moved = await moveLater(data.app, wish)
    if (moved.ok) return c.redirect(bookingPaths.visit(token), 303)
    if (moved.why === 'late') return answer(c, <RingToMovePage {...(await asItStands(seen))} />, 409)
    if (moved.why !== 'dates') return answer(c, <LaterChangedPage {...(await asItStands(seen))} />, 409)
    const dates: readonly CheckedDate[] = moved.dates
    return answer(
      c,
      <LaterMovePage {...seen} {...{ later, dates }} problem="A date is not free. Nothing was moved." />,
      409,
    )
  })
}

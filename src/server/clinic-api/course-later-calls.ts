/** One visit of a course and those after it, for machines: looked at, cancelled or moved together, by the rules of the pages. */
import { cancelLater, costOf, type LaterVisit, laterVisits, type SeenVisit } from '../../clinic/booking/course-later.ts'
import { type CheckedDate, lookAtLater, moveLater, shiftedDates } from '../../clinic/booking/move-course.ts'
import { privateToken, readPrivateToken } from '../../clinic/booking/private-link.ts'
import { findLinked, findVisit, type VisitView } from '../../clinic/booking/visit-view.ts'
import { onceMoved } from '../../web/find/booking/course-later-form.ts'
import { idOrNobody } from '../../web/find/posted-ids.ts'
import { againHrefOf } from '../../web/find/booking/visit-routes.tsx'
import { problem, type Reply } from '../problem.ts'
import { type AnswerClinic, type Call, notHere, readBody, reply } from './call.ts'
import { CancelLaterCall, LaterQuoteCall, MoveLaterCall } from './course-later-shapes.ts'
import { tellTime } from './told.ts'
import { changedMeanwhile, otherCost, ring, visitReply, withVisit } from './visit-calls.ts'

const byPerson = { by: { byWhom: 'person' } } as const

interface Seen {
  readonly call: Call
  /** The visit from which on the course is changed. */
  readonly visit: VisitView
  readonly later: readonly LaterVisit[]
  /** Each of these as its person sees it, by its id: with its own therapist and length. */
  readonly views: ReadonlyMap<string, VisitView>
}

const nothingLater = () =>
  problem(409, 'There is nothing to change here: these visits are over, are cancelled, or stand alone.', undefined, {
    why: 'gone',
  })

/** With the visits that can be changed. What the clinic cannot keep has a page of its own, where it costs nothing. */
function withLater(call: Call, work: (seen: Seen) => Promise<Reply> | Reply): Promise<Reply> {
  return withVisit(call, async (visit) => {
    const later = await laterVisits(call.data.app, visit)
    const views = new Map<string, VisitView>()
    for (const { appointmentId } of later) {
      const view = await findVisit(call.data.app, { ...visit, appointmentId })
      if (view) views.set(appointmentId, view)
      const chooseAgain = await againHrefOf(call.data, { ...visit, appointmentId })
      if (chooseAgain)
        return problem(409, 'The clinic cannot keep one of them. Choose another time for that one first.', undefined, {
          ...{ why: 'cannotBeKept', chooseAgain },
        })
    }
    return later.length === 0 ? nothingLater() : work({ call, visit, later, views })
  })
}

const tokenOf = ({ call, visit }: Seen, appointmentId: string) =>
  privateToken(call.data.secret, 'visit', { ...visit, appointmentId })

/** A visit that a caller named, as its clinic knows it; one of nobody is none of those that can be changed. */
const named = (
  { data }: Call,
  { visit, version }: { readonly visit: string; readonly version: number },
): SeenVisit => ({
  appointmentId: idOrNobody(readPrivateToken(data.secret, 'visit', visit)?.appointmentId ?? ''),
  version,
})

function timeAt({ call, visit, views }: Seen, { appointmentId, location, zone }: LaterVisit, start: number) {
  const { service, therapist, startsAt, endsAt } = views.get(appointmentId) ?? visit
  const slot = { service: service.id, location, start, end: start + (endsAt - startsAt) }
  return tellTime(slot, { therapist: therapist.slug ?? '', zone, now: call.now })
}

function tellLater(seen: Seen): Reply {
  const { later } = seen
  const visits = later.map((one) => ({
    ...{ visit: tokenOf(seen, one.appointmentId), version: one.version, time: timeAt(seen, one, one.startsAt) },
    ...{ pricePence: one.pricePence, onceMovedPence: one.onceMovedPence, cancelling: costOf([one]) },
  }))
  return reply({ visits, cancelling: costOf(later), onceMovedPence: onceMoved(later) })
}

/** The visits that would be changed, and what that costs. Changes nothing. */
export const laterCall: AnswerClinic = (call) => withLater(call, tellLater)

/** The visit as it stands after the change. */
async function asItStands({ call, visit }: Pick<Seen, 'call' | 'visit'>): Promise<Reply> {
  const now = await findLinked(call.data.app, visit)
  return now ? visitReply(call, now) : notHere()
}

/** Cancels them all, or none, at the cost that the caller was told. */
export const cancelLaterCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, CancelLaterCall)
  if (!body.ok) return body.reply
  const { cancelling } = body.value
  const visits = body.value.visits.map((one) => named(call, one))
  const { app } = call.data
  const wishOf = ({ clinicId, appointmentId }: VisitView) => ({
    ...{ clinicId, appointmentId, seen: visits, agreed: cancelling },
    ...byPerson,
  })
  return withVisit(call, async (visit) => {
    // Heard twice, none is left when the second comes: it is told what the first did.
    const isDone = (await laterVisits(app, visit)).length === 0 && (await cancelLater(app, wishOf(visit))).ok
    if (isDone) return asItStands({ call, visit })
    return withLater(call, async (seen) => {
      const cancelled = await cancelLater(app, wishOf(seen.visit))
      if (cancelled.ok) return asItStands(seen)
      return cancelled.why === 'fee' ? otherCost(cancelled.cost) : notChanged(seen, cancelled.why)
    })
  })
}

/** Why no date was looked at or moved. */
const notChanged = ({ visit }: Seen, why: 'stale' | 'gone' | 'late'): Reply => {
  if (why === 'late') return ring(visit, 'moved', { why })
  return why === 'gone' ? nothingLater() : changedMeanwhile()
}

const tellDates = (seen: Seen, dates: readonly CheckedDate[]) =>
  dates.flatMap(({ appointmentId, start, why, near }) => {
    const own = seen.later.find((one) => one.appointmentId === appointmentId)
    if (!own) return []
    const time = (at: number) => timeAt(seen, own, at)
    const which = { visit: tokenOf(seen, appointmentId), version: own.version }
    return [{ ...which, time: time(start), why, near: near.map(time) }]
  })

const msOf = (moment: string) => Temporal.Instant.from(moment).epochMilliseconds

/** Looks at where each of them would go if this one went there. Changes nothing. */
export const quoteLaterCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, LaterQuoteCall)
  if (!body.ok) return body.reply
  return withLater(call, async (seen) => {
    const { clinicId, appointmentId } = seen.visit
    const dates = shiftedDates(seen.later, msOf(body.value.start))
    const looked = await lookAtLater(call.data.app, { clinicId, appointmentId, dates, ...byPerson })
    if (!looked.ok) return notChanged(seen, looked.why)
    return reply({ dates: tellDates(seen, looked.dates), onceMovedPence: onceMoved(seen.later) })
  })
}

/** Moves them all, or none, at the price that the caller was told. */
export const moveLaterCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, MoveLaterCall)
  if (!body.ok) return body.reply
  return withLater(call, async (seen) => {
    const { clinicId, appointmentId } = seen.visit
    const onceMovedPence = onceMoved(seen.later)
    if (body.value.onceMovedPence !== onceMovedPence)
      return problem(409, 'The price has changed. Nothing was moved.', undefined, { why: 'price', onceMovedPence })
    const dates = body.value.dates.map((one) => ({ ...named(call, one), start: msOf(one.start) }))
    const moved = await moveLater(call.data.app, { clinicId, appointmentId, dates, ...byPerson })
    if (moved.ok) return asItStands(seen)
    if (moved.why !== 'dates') return notChanged(seen, moved.why)
    return problem(409, 'A date is not free. Nothing was moved.', undefined, {
      ...{ why: 'dates', dates: tellDates(seen, moved.dates) },
    })
  })
}

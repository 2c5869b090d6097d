/** Looking after a visit by its private token, for machines: see it, cancel it (moving: move-calls.ts). */
import { doorOfVisit } from '../../clinic/availability/read-openings.ts'
import { cancelVisit } from '../../clinic/booking/cancel.ts'
import type { CancelCost } from '../../clinic/booking/cancel-terms.ts'
import { cancelInstead, openAskOf } from '../../clinic/booking/choose-again/choice.ts'
import { visitsOfCourse } from '../../clinic/booking/courses.ts'
import { type LastChange, lastChangeOf } from '../../clinic/booking/last-change.ts'
import { freeTimesToMove } from '../../clinic/booking/offered-time.ts'
import { privateToken, readPrivateToken } from '../../clinic/booking/private-link.ts'
import { waitingWith } from '../../clinic/booking/waiting/waiting-list.ts'
import { inClinic } from '../../clinic/db/connection.ts'
import { findLinked, type VisitView } from '../../clinic/booking/visit-view.ts'
import { offWords } from '../../web/find/booking/booking-words.ts'
import { dangersInReason } from '../../web/find/booking/reason-heard.ts'
import { againHrefOf } from '../../web/find/booking/visit-routes.tsx'
import { problem, type Reply } from '../problem.ts'
import { type AnswerClinic, type Call, notHere, opensNothing, readBody, reply } from './call.ts'
import { dangerIn } from './danger-told.ts'
import { CancelCall } from './shapes.ts'
import { iso, tellTerms, tellTime, tellVisitTime } from './told.ts'

/** How many times to move to are listed, and how much of a reason is kept, in characters. */
const mostTimes = 30
const longestReason = 500

/** A visit as its person sees it, with the links of the others of its course. */
async function tellVisit({ data, now }: Call, visit: VisitView) {
  const { id, name, street, town, postcode, zone, stepFree } = visit.place
  const { clinicId, linkRound } = visit
  const course = (await visitsOfCourse(data.app, visit)).map(({ appointmentId, startsAt, state }) => ({
    visit: privateToken(data.secret, 'visit', { clinicId, appointmentId, linkRound }),
    ...{ start: iso(startsAt), state },
  }))
  const entryId = await waitingWith(data.app, visit)
  const chooseAgain = await againHrefOf(data, visit)
  const change = await lastChangeOf(data.app, visit)
  const open = await inClinic(data.app, clinicId, (trx) => doorOfVisit(trx, visit))
  return {
    visit: privateToken(data.secret, 'visit', visit),
    state: visit.state,
    version: visit.version,
    time: tellVisitTime(visit, now),
    clinic: visit.clinic,
    location: { id, name, street, town, postcode, zone, stepFree, ...(open && { open }) },
    person: visit.person,
    excessPence: visit.excessPence,
    referral: visit.referral && { ...visit.referral, seenAt: visit.referral.seenAt && iso(visit.referral.seenAt) },
    ...(change && { lastChange: tellChange(change) }),
    ...tellTerms(visit),
    ...(visit.state === 'finished' && { review: privateToken(data.secret, 'review', visit) }),
    ...(entryId && { waiting: privateToken(data.secret, 'waiting', { clinicId, appointmentId: entryId, linkRound }) }),
    ...(course.length > 0 && { course }),
    ...(chooseAgain && { cannotBeKept: { say: cannotBeKept, chooseAgain } }),
    ...(visit.off && !chooseAgain && { cannotBeKept: { say: offWords(visit) } }),
  }
}

const tellChange = ({ what, byWhom, at, was, visits }: LastChange) => ({
  ...{ what, byWhom, at: iso(at), visits },
  ...(was !== null && { was: iso(was) }),
})

const cannotBeKept =
  'The clinic cannot keep this visit: do not come then. Another time is chosen on this page. Cancelling costs nothing.'

/** The same as a reply. */
export const visitReply = async (call: Call, visit: VisitView, status: 200 | 201 = 200): Promise<Reply> =>
  reply(await tellVisit(call, visit), status)

/** The visit of the address; a hold's token and a changed one find nothing, in the same words. */
export async function withVisit(call: Call, answer: (visit: VisitView) => Promise<Reply> | Reply): Promise<Reply> {
  const token = call.c.req.param('visit')
  const subject = readPrivateToken(call.data.secret, 'visit', token ?? '')
  const visit = subject && (await findLinked(call.data.app, subject))
  return visit && visit.state !== 'held' ? answer(visit) : opensNothing(call, 'visit', token)
}

export const lookAtVisit: AnswerClinic = (call) => withVisit(call, (visit) => visitReply(call, visit))

/** Free times with the same therapist, to move to. */
export const timesToMove: AnswerClinic = (call) =>
  withVisit(call, async ({ clinicId, appointmentId, service, therapist }) => {
    const wish = { clinicId, appointmentId, service: service.id, minutes: service.minutes, therapist: therapist.id }
    const { free, names } = await freeTimesToMove(call.data.app, wish, mostTimes)
    const times = free.map((slot) =>
      tellTime(slot, {
        therapist: therapist.slug ?? '',
        zone: names.locations.get(slot.location)?.zone ?? 'UTC',
        now: call.now,
      }),
    )
    return reply({ times })
  })

/** Only the clinic can do it now. */
export const ring = ({ clinic }: VisitView, what: string, more?: Readonly<Record<string, unknown>>) =>
  problem(
    409,
    `This visit can no longer be ${what} here. Please ring ${clinic.name}: ${clinic.phone}.`,
    undefined,
    more,
  )

/** It was changed since the caller read it. */
export const changedMeanwhile = (more?: Readonly<Record<string, unknown>>) =>
  problem(409, 'This visit was changed since you read it, and was left as it is. Read it again.', undefined, {
    ...more,
    why: 'stale',
  })

/** It would cost another sum than the caller was told. */
export const otherCost = (cancelling: CancelCost, more?: Readonly<Record<string, unknown>>) =>
  problem(409, 'The cost has changed. Nothing was cancelled.', undefined, { ...more, why: 'cost', cancelling })

/** Cancels a visit. A reason that may mean danger is answered with the check, whatever became of the cancelling. */
export const cancelCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, CancelCall)
  if (!body.ok) return body.reply
  const { reason = '', version, cancelling } = body.value
  return withVisit(call, async (visit) => {
    const kept = reason.trim() || undefined
    if ([...(kept ?? '')].length > longestReason)
      return problem(
        422,
        `A reason has at most ${longestReason} characters. Nothing was cancelled.`,
        undefined,
        dangerIn(reason, dangersInReason(reason)),
      )
    // What the clinic cannot keep costs nothing to cancel, however late.
    const askId = await openAskOf(call.data.app, visit)
    const cancelled = askId
      ? await cancelInstead(call.data.app, { clinicId: visit.clinicId, askId }, kept)
      : await cancelVisit(call.data.app, { ...visit, reason: kept, seen: version, agreed: cancelling })
    const danger = dangerIn(reason, dangersInReason(reason))
    if (!cancelled.ok && cancelled.why === 'stale') return changedMeanwhile(danger)
    if (!cancelled.ok && cancelled.why === 'fee') return otherCost(cancelled.cost, danger)
    if (!cancelled.ok) return ring(visit, 'cancelled', danger)
    const now = await findLinked(call.data.app, visit)
    return now ? reply({ ...danger, ...(await tellVisit(call, now)) }) : notHere()
  })
}

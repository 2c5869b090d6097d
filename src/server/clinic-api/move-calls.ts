/** Moving a visit by its private token, for machines: hold another time for it, and take it, by the rules of the pages. */
import { holdMove, moveHoldNow } from '../../clinic/booking/hold-move.ts'
import { holderOf, releaseHold, renewHold } from '../../clinic/booking/holds.ts'
import { moveVisit } from '../../clinic/booking/move.ts'
import { movedTerms, priceIfMoved } from '../../clinic/booking/moved-price.ts'
import { type ClinicNames, clinicNamesOf } from '../../clinic/booking/offered-time.ts'
import type { NotBooked } from '../../clinic/booking/slot-claims.ts'
import type { MoveWish, NotToMove } from '../../clinic/booking/visit-to-move.ts'
import { findLinked, findVisit, type VisitView } from '../../clinic/booking/visit-view.ts'
import { problem, type Reply } from '../problem.ts'
import { type AnswerClinic, type Call, notHere, readBody, reply } from './call.ts'
import { tooMany } from './hold-calls.ts'
import { notToBeHad } from './not-to-be-had.ts'
import { MoveCall } from './shapes.ts'
import { iso, tellTerms, tellVisitTime } from './told.ts'
import { changedMeanwhile, ring, visitReply, withVisit } from './visit-calls.ts'

/** Where a visit is to go, as the call says it. */
async function withMove(call: Call, work: (moving: Moving) => Promise<Reply>): Promise<Reply> {
  const body = await readBody(call.c, MoveCall)
  if (!body.ok) return body.reply
  return withVisit(call, async (visit) => {
    const { names } = await clinicNamesOf(call.data.app, visit.clinicId)
    const { therapist: slug, location = visit.place.id, start, version } = body.value
    const named = [...names.therapists].find(([, { slug: known }]) => known === slug)?.[0]
    const therapist = slug === undefined ? visit.therapist.id : named
    if (!therapist || !names.locations.has(location)) return problem(422, 'There is no such therapist or place here.')
    const { clinicId, appointmentId } = visit
    const at = Temporal.Instant.from(start).epochMilliseconds
    return work({ visit, names, wish: { clinicId, appointmentId, therapist, location, start: at, version } })
  })
}

interface Moving {
  readonly visit: VisitView
  readonly names: ClinicNames
  readonly wish: MoveWish
}

function notMoved(call: Call, { visit, names }: Moving, refused: NotBooked | NotToMove): Reply {
  if ('near' in refused) return notToBeHad(call, refused, names)
  if (refused.why === 'stale') return changedMeanwhile()
  if (refused.why === 'grantOver')
    return problem(409, `What pays for this visit ends on ${refused.lastDay}. It was left as it is.`, undefined, {
      why: refused.why,
      lastDay: refused.lastDay,
    })
  if (refused.why === 'hasPlace')
    return problem(409, 'The same person has a place in that class already. The visit was left as it is.', undefined, {
      why: refused.why,
    })
  return ring(visit, 'moved')
}

/** Moves a visit, all or nothing; to a time that is held for it on the terms of that hold. */
export const moveCall: AnswerClinic = (call) =>
  withMove(call, async (moving) => {
    const { app } = call.data
    const moved = await moveVisit(app, moving.wish)
    if (!moved.ok) return notMoved(call, moving, moved)
    const now = await findLinked(app, moving.visit)
    return now ? visitReply(call, now) : notHere()
  })

/** Holds a new time for a visit, which keeps its own. */
export const holdMoveCall: AnswerClinic = (call) =>
  withMove(call, async (moving) => {
    const { app, secret } = call.data
    const address = call.home.addressOf(call.c)
    const held = await holdMove(app, moving.wish, address ? holderOf(secret, address) : null)
    if (held.ok)
      return held.already ? problem(409, 'The visit is at that time already.') : tellMoveHold(call, moving.visit)
    return held.why === 'tooMany' ? tooMany() : notMoved(call, moving, held)
  })

/** What is held for a visit, with the terms of its move. */
async function tellMoveHold({ data, now }: Call, visit: VisitView): Promise<Reply> {
  const found = await moveHoldNow(data.app, visit)
  const hold = found && (await findVisit(data.app, { ...visit, appointmentId: found.appointmentId }))
  if (!hold) return problem(410, 'No time is held for this visit. It stands as it was.')
  const { freeUntil, lateFeePence } = tellTerms(movedTerms(visit, hold))
  const pricePence = (await priceIfMoved(data.app, visit, hold.pricePence)) ?? hold.pricePence
  const until = iso(hold.holdEndsAt ?? 0)
  return reply({
    until,
    renewable: !hold.holdRenewed,
    time: tellVisitTime(hold, now),
    pricePence,
    freeUntil,
    lateFeePence,
  })
}

export const lookAtMoveHold: AnswerClinic = (call) => withVisit(call, (visit) => tellMoveHold(call, visit))

/** Another five minutes, once. */
export const renewMoveHold: AnswerClinic = (call) =>
  withVisit(call, async (visit) => {
    const hold = await moveHoldNow(call.data.app, visit)
    const renewed = hold && (await renewHold(call.data.app, { ...visit, appointmentId: hold.appointmentId }))
    return hold && !renewed?.ok ? problem(409, 'It was renewed before, and can be once.') : tellMoveHold(call, visit)
  })

/** Lets the new time go. The visit stands as it was. */
export const releaseMoveHold: AnswerClinic = (call) =>
  withVisit(call, async (visit) => {
    const hold = await moveHoldNow(call.data.app, visit)
    if (hold) await releaseHold(call.data.app, { ...visit, appointmentId: hold.appointmentId })
    return reply({ let: 'go' })
  })

/**
 * Moving a visit from its private link: a new time is chosen, looked at, held while its terms are read, and taken. Looking
 * changes nothing; the old time is the person's until the new one is.
 */
import { Hono } from 'hono'
import { cancelTerms } from '../../../clinic/booking/cancel-terms.ts'
import { orCalledOff } from '../../../clinic/booking/class-called-off.ts'
import { laterVisits } from '../../../clinic/booking/course-later.ts'
import { lookAtGrant } from '../../../clinic/booking/grants.ts'
import { findMoveHold, type HeldMove, holdMove } from '../../../clinic/booking/hold-move.ts'
import { keepHold, leaveHold, releaseHold, renewHold } from '../../../clinic/booking/holds.ts'
import { type Moved, moveVisit } from '../../../clinic/booking/move.ts'
import { movedTerms, priceIfMoved } from '../../../clinic/booking/moved-price.ts'
import { clinicNamesOf, freeTimesToMove, lookToMoveTo } from '../../../clinic/booking/offered-time.ts'
import type { NotBooked } from '../../../clinic/booking/slot-claims.ts'
import { findVisit } from '../../../clinic/booking/visit-view.ts'
import type { NotToMove } from '../../../clinic/booking/visit-to-move.ts'
import type { BookingHome } from '../find-home.ts'
import { idOrNobody } from '../posted-ids.ts'
import { isFirstDay, weekFrom } from '../week.ts'
import { answer, fieldOf, namesOf, readForm, readMoment } from './answer.tsx'
import { bookingPaths } from './booking-paths.ts'
import { heldBy } from './hold-routes.tsx'
import { TooManyPage } from './message-pages.tsx'
import {
  ChooseMovePage,
  GrantOverMovePage,
  HasPlacePage,
  HeldMovePage,
  LookMovePage,
  NotMovedPage,
  RingToMovePage,
  StaleMovePage,
} from './move-page.tsx'
import { againHrefOf, asItStands, type Seen, versionIn, withVisit } from './visit-routes.tsx'

/** How many times to move to are shown. */
const mostTimes = 30
/** Of a week, all: one for each five minutes of it is more than there can be. */
const mostOfWeek = (7 * 24 * 60) / 5

/** The routes under /visits/:token/move. */
export function moveRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(bookingPaths.movePattern, (c) => withVisit(home, c, look))
  app.post(bookingPaths.movePattern, (c) => withVisit(home, c, act))
  return app
}

const wishOf = (read: (name: string) => string) => ({
  therapist: idOrNobody(read('therapist')),
  location: idOrNobody(read('location')),
  start: readMoment(read('start')),
})

/** A time to which a visit would go. */
type MoveTo = ReturnType<typeof wishOf>

const isThere = ({ visit }: Seen, to: MoveTo) =>
  to.start === visit.startsAt && to.therapist === visit.therapist.id && to.location === visit.place.id

/** With a time in the address that one is shown beside what stands; otherwise those to choose from. */
async function look(seen: Seen) {
  const { c, data, visit, token, now } = seen
  const to = wishOf((name) => c.req.query(name) ?? '')
  // Gone back to once it was moved.
  if (isThere(seen, to)) return c.redirect(bookingPaths.visit(token), 303)
  const againHref = await againHrefOf(data, visit)
  if (againHref) return c.redirect(againHref, 303)
  const held = to.start > 0 ? await heldPage(seen, to) : undefined
  if (held) return held
  if (cancelTerms(visit, now).kind !== 'free') return answer(c, <RingToMovePage {...seen} />)
  const { names } = await clinicNamesOf(data.app, visit.clinicId)
  const isKnown = names.therapists.has(to.therapist) && names.locations.has(to.location)
  return isKnown && to.start > 0 ? lookAtNew(seen, to) : choose(seen)
}

async function choose(seen: Seen) {
  const { c, data, visit, now } = seen
  const { clinicId, appointmentId, service, therapist } = visit
  const asNow = { clinicId, appointmentId, service: service.id, minutes: service.minutes, therapist: therapist.id }
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(visit.place.zone).toPlainDate()
  const from = c.req.query('from')
  const asked = isFirstDay(from) ? weekFrom(today, from) : undefined
  const found = await freeTimesToMove(data.app, asNow, asked ? mostOfWeek : mostTimes, asked)
  const { free, windowDays } = found
  const week = asked && weekFrom(today, from, windowDays)
  const page = { names: namesOf(found.names), week, free, today: today.toString(), isOffered: windowDays !== undefined }
  return answer(c, <ChooseMovePage {...seen} {...page} />)
}

async function lookAtNew(seen: Seen, to: MoveTo) {
  const { c, data, visit } = seen
  const { clinicId, appointmentId } = visit
  const lastDay = await lookAtGrant(data.app, clinicId, { ...to, appointmentId })
  if (lastDay) return answer(c, <GrantOverMovePage {...seen} lastDay={lastDay} />, 409)
  const looked = await lookToMoveTo(data.app, visit, to)
  const names = await namesFor(seen)
  if (!looked.ok) return notMoved(seen, to, looked, names)
  const price = await priceIfMoved(data.app, visit)
  return answer(c, <LookMovePage {...seen} {...{ to, names, price }} later={await laterThan(seen, to)} />)
}

async function notMoved(seen: Seen, to: MoveTo, refused: NotBooked, names: ReturnType<typeof namesOf>) {
  const { c, data, visit } = seen
  const lost = await orCalledOff(data.app, { clinicId: visit.clinicId, service: visit.service.id, ...to }, refused)
  return answer(c, <NotMovedPage {...seen} {...{ lost, names }} />, 409)
}

/** The page of a time that is held for this visit; `undefined` where it is not. */
async function heldPage(seen: Seen, to: MoveTo, problem?: string) {
  const { c, data, visit } = seen
  const found = await findMoveHold(data.app, { ...visit, ...to })
  const hold = found && (await findVisit(data.app, { ...visit, appointmentId: found.appointmentId }))
  if (!hold) return undefined
  const names = await namesFor(seen)
  const price = await priceIfMoved(data.app, visit, hold.pricePence)
  const page = { to, names, hold: movedTerms(visit, hold), price, problem, later: await laterThan(seen, to) }
  return answer(c, <HeldMovePage {...seen} {...page} />, problem ? 409 : 200)
}

const namesFor = async ({ data, visit }: Seen) => namesOf((await clinicNamesOf(data.app, visit.clinicId)).names)

/** How many visits of its course come after it, where they could be moved as far. */
async function laterThan({ data, visit }: Seen, to: MoveTo): Promise<number> {
  const staysWith = to.therapist === visit.therapist.id && to.location === visit.place.id
  return staysWith ? (await laterVisits(data.app, visit)).slice(1).length : 0
}

/** A button of these pages, or the word of a script that the page of a held time was left or came back. */
async function act(seen: Seen) {
  const { home, c, data, visit, token } = seen
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const to = wishOf((name) => fieldOf(form, name) || (c.req.query(name) ?? ''))
  const what = fieldOf(form, 'do')
  if (what === 'away' || what === 'back' || what === 'leave' || what === 'renew') {
    // Another tab may hold another time for the visit by now: that one is left alone.
    const held = await findMoveHold(data.app, { ...visit, ...to })
    const hold = held && { ...visit, appointmentId: held.appointmentId }
    if (hold) await { away: leaveHold, back: keepHold, leave: releaseHold, renew: renewHold }[what](data.app, hold)
    if (what === 'away' || what === 'back') return c.body(null, 204)
    return c.redirect(what === 'renew' ? bookingPaths.moveTo(token, to) : bookingPaths.move(token), 303)
  }
  const wish = { ...to, version: versionIn(form), clinicId: visit.clinicId, appointmentId: visit.appointmentId }
  // A time that is held no more is held again, if it is free: then its terms are those that were read, or they are said anew.
  const held = await holdMove(data.app, wish, heldBy(home, c, data))
  if (!held.ok) return refused(seen, to, held)
  if (what === 'hold' && !held.already) return c.redirect(bookingPaths.moveTo(token, to), 303)
  return held.already ? c.redirect(bookingPaths.visit(token), 303) : move(seen, form, wish)
}

async function move(seen: Seen, form: FormData, wish: MoveTo & { readonly version: number | undefined }) {
  const { c, data, visit, token } = seen
  const { therapist, location, start } = wish
  const to = { therapist, location, start }
  if (form.has('price') && visit.payer !== 'package') {
    const hold = await findMoveHold(data.app, { ...visit, ...to })
    const price = hold && (await priceIfMoved(data.app, visit, hold.terms.price_pence))
    const text = 'The price has changed since you opened that page. Your visit is not moved yet.'
    if (price !== undefined && String(price) !== fieldOf(form, 'price'))
      return (await heldPage(seen, to, text)) ?? lookAtNew(seen, to)
  }
  const moved: Moved = await moveVisit(data.app, { ...visit, ...wish })
  return moved.ok ? c.redirect(bookingPaths.visit(token), 303) : refused(seen, to, moved)
}

type Refused = NotBooked | NotToMove | Extract<HeldMove, { readonly why: 'tooMany' }>

/** Says why not, of the visit as it stands now: another press may have won, so that what this one saw first is not true any more. */
async function refused(overtaken: Seen, to: MoveTo, refusal: Refused) {
  const seen = await asItStands(overtaken)
  const { home, c, data, visit, path } = seen
  const { names } = await clinicNamesOf(data.app, visit.clinicId)
  if (visit.state !== 'confirmed') return answer(c, <RingToMovePage {...seen} />, 409)
  if ('near' in refusal) return notMoved(seen, to, refusal, namesOf(names))
  if (refusal.why === 'tooMany') return answer(c, <TooManyPage {...{ home, path }} />, 429)
  if (refusal.why === 'grantOver') return answer(c, <GrantOverMovePage {...seen} lastDay={refusal.lastDay} />, 409)
  if (refusal.why === 'hasPlace') return answer(c, <HasPlacePage {...seen} />, 409)
  const isKnown = names.therapists.has(to.therapist) && names.locations.has(to.location)
  if (refusal.why === 'stale' && isKnown)
    return answer(c, <StaleMovePage {...seen} to={to} names={namesOf(names)} />, 409)
  return answer(c, <RingToMovePage {...seen} />, 409)
}

/** The waiting list, for machines: joining it, one's place, leaving it, and answering an offer. */
import { wallClockSentence } from '../../clinic/availability/wall-clock.ts'
import { cancelTerms } from '../../clinic/booking/cancel-terms.ts'
import { clinicNamesOf, clockOf, findOfferedService, insurersOf } from '../../clinic/booking/offered-time.ts'
import { isCurrentLink, privateToken, readPrivateToken } from '../../clinic/booking/private-link.ts'
import { passOffer, takeOffer } from '../../clinic/booking/waiting/answer-offer.ts'
import { termsIfTaken } from '../../clinic/booking/waiting/offer-terms.ts'
import { findOffer, type OfferView } from '../../clinic/booking/waiting/offer-view.ts'
import {
  findWaitingPlace,
  isForClasses,
  joinWaitingList,
  leaveWaitingList,
  type WaitingPlace,
} from '../../clinic/booking/waiting/waiting-list.ts'
import { insurerProblem } from '../../web/find/booking/booking-form.ts'
import { grantWords } from '../../web/find/booking/grant-words.ts'
import { againHrefOf } from '../../web/find/booking/visit-routes.tsx'
import { notOfTheBackIn } from '../../web/find/danger-first.tsx'
import { readEarlier, readJoin, toldInJoin, typedWish } from '../../web/find/waiting/waiting-form.ts'
import { todayAt } from '../../web/find/waiting/waiting-routes.tsx'
import { problem, type Reply } from '../problem.ts'
import { type AnswerClinic, type Call, notHere, opensNothing, readBody, reply } from './call.ts'
import { askAboutNote, checkFirst, otherFirst } from './danger-told.ts'
import { meant, notListed } from './hold-calls.ts'
import { notToBeHad } from './not-to-be-had.ts'
import { EarlierCall, JoinCall, TakeCall } from './shapes.ts'
import { iso } from './told.ts'
import { ring, withVisit } from './visit-calls.ts'

/** The body as the form of the page carries it, so that one reader reads both. */
function asForm({ days, weeks, ...fields }: { readonly days: readonly number[]; readonly weeks: number }): FormData {
  const form = new FormData()
  for (const day of days) form.set(`day${day}`, 'yes')
  form.set('weeks', String(weeks))
  for (const [name, value] of Object.entries(fields)) if (typeof value === 'string') form.set(name, value)
  return form
}

/** What its lines may tell of danger, before all else. */
function dangerFirst(form: FormData, aboutNote: Readonly<Record<string, string>> = {}): Reply | undefined {
  for (const [question, said] of Object.entries(aboutNote)) form.set(`danger-${question}`, said)
  const { heard, isDanger, isUnanswered, other, words } = toldInJoin(form)
  const outcome = 'Nobody was put on the list.'
  if (isDanger) return checkFirst(outcome)
  const what = other ? notOfTheBackIn(words) : undefined
  if (what) return otherFirst(what, outcome)
  return isUnanswered ? askAboutNote(heard) : undefined
}

/** Puts somebody at the end of the list. However often the same key is sent, there is one place. */
export const joinCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, JoinCall)
  if (!body.ok) return body.reply
  const { therapist: slug, service, aboutNote, ...typed } = body.value
  const { data } = call
  const form = asForm(typed)
  const danger = dangerFirst(form, aboutNote)
  if (danger) return danger
  const offered = await findOfferedService(data.directory, slug, service)
  if (!offered) return problem(422, 'This therapist does not give that service.')
  const { clinicId, therapistId } = offered
  const isClass = await isForClasses(data.app, clinicId, service)
  const wish = { ...typedWish(form), ...(isClass && { second: '' }) }
  const { read, typed: who } = readJoin(form, wish, await todayAt(data, clinicId))
  if (!read.ok) {
    const errors = read.problems.map(({ field, text }) => ({ pointer: `/${field}`, detail: text }))
    return problem(422, errors[0]?.detail ?? '', errors)
  }
  const unlisted = insurerProblem(await insurersOf(data.app, clinicId, service), meant(who))
  if (unlisted) return notListed(unlisted)
  const therapist = wish.who === 'one' ? therapistId : null
  const joined = await joinWaitingList(data.app, { ...read.value, clinicId, service, therapist })
  if (joined.ok && joined.isOther)
    return problem(
      409,
      'This key was used for another wish, which stands. Nothing was changed: send a new key.',
      undefined,
      {
        why: 'keyUsed',
      },
    )
  if (joined.ok) {
    const place = await findWaitingPlace(data.app, { clinicId, entryId: joined.entryId })
    return place ? tellPlace(call, place, 201) : notHere()
  }
  return joined.why === 'tooMany'
    ? problem(409, 'This address waits here as often as it may already.', undefined, { why: 'tooMany' })
    : notHere()
}

/** Waits for an earlier time than that of a visit, which stands until an offer is taken. */
export const earlierCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, EarlierCall)
  if (!body.ok) return body.reply
  return withVisit(call, async (visit) => {
    const { app } = call.data
    const chooseAgain = await againHrefOf(call.data, visit)
    if (chooseAgain)
      return problem(409, 'The clinic cannot keep this visit. Choose another time for it first.', undefined, {
        ...{ why: 'cannotBeKept', chooseAgain },
      })
    if (visit.off)
      return problem(409, 'The clinic cannot keep this visit. Move it to another time first.', undefined, {
        why: 'cannotBeKept',
      })
    if (cancelTerms(visit, await clockOf(app, visit.clinicId)).kind !== 'free') return ring(visit, 'moved')
    const wish = { ...typedWish(asForm({ ...body.value, weeks: 0 })), key: crypto.randomUUID() }
    const read = readEarlier(visit, wish, await todayAt(call.data, visit.clinicId))
    if (!read.ok) {
      const errors = read.problems.map(({ field, text }) => ({ pointer: `/${field}`, detail: text }))
      return problem(422, errors[0]?.detail ?? '', errors)
    }
    const joined = await joinWaitingList(app, read.value)
    const place = joined.ok && (await findWaitingPlace(app, { ...visit, entryId: joined.entryId }))
    return place ? tellPlace(call, place, 201) : notHere()
  })
}

function tellPlace({ data: { secret } }: Call, place: WaitingPlace, status: 200 | 201 = 200): Reply {
  const { clinicId, entryId, linkRound, openOffer, state, clinic, service, therapist, wish } = place
  const token = (kind: 'waiting' | 'offer', id: string) =>
    privateToken(secret, kind, { clinicId, appointmentId: id, linkRound })
  return reply(
    {
      waiting: token('waiting', entryId),
      ...{ state, clinic, service, therapist },
      ...{ firstDay: wish.firstDay, lastDay: wish.lastDay },
      offer: openOffer && token('offer', openOffer),
    },
    status,
  )
}

async function withPlace(call: Call, answer: (place: WaitingPlace) => Promise<Reply> | Reply): Promise<Reply> {
  const { app, secret } = call.data
  const link = readPrivateToken(secret, 'waiting', call.c.req.param('waiting') ?? '')
  const place = link && (await findWaitingPlace(app, { clinicId: link.clinicId, entryId: link.appointmentId }))
  return place && isCurrentLink(link, place)
    ? answer(place)
    : opensNothing(call, 'waiting', call.c.req.param('waiting'))
}

export const lookAtPlace: AnswerClinic = (call) => withPlace(call, (place) => tellPlace(call, place))

/** Takes them off the list; what is offered to them goes to the next. */
export const leaveCall: AnswerClinic = (call) =>
  withPlace(call, async (place) => {
    await leaveWaitingList(call.data.app, place)
    const now = await findWaitingPlace(call.data.app, place)
    return now ? tellPlace(call, now) : notHere()
  })

async function tellOffer({ data: { app, secret }, now }: Call, offer: OfferView): Promise<Reply> {
  const { clinicId, offerId, linkRound, state, endedWhy, answerUntil, startsAt, secondStartsAt, visits } = offer
  const { clinic, service, therapist, place } = offer
  const { pricePence, lateFeePence, freeUntil, grant } = await termsIfTaken(app, offer)
  const token = (kind: 'offer' | 'visit', id: string) =>
    privateToken(secret, kind, { clinicId, appointmentId: id, linkRound })
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
  const starts = secondStartsAt === null ? [startsAt] : [startsAt, secondStartsAt]
  return reply({
    offer: token('offer', offerId),
    ...{ state, endedWhy, answerUntil: iso(answerUntil), clinic, therapist },
    service: { ...service, pricePence },
    ...{ freeUntil: iso(freeUntil), lateFeePence, usedUp: grant?.lateCancelUses ? 1 : 0 },
    times: starts.map((start) => ({ start: iso(start), says: wallClockSentence(at(start), place.zone, now) })),
    visits: state === 'taken' ? visits.map((id) => token('visit', id)) : [],
  })
}

async function withOffer(call: Call, answer: (offer: OfferView) => Promise<Reply> | Reply): Promise<Reply> {
  const { app, secret } = call.data
  const link = readPrivateToken(secret, 'offer', call.c.req.param('offer') ?? '')
  const offer = link && (await findOffer(app, { clinicId: link.clinicId, offerId: link.appointmentId }))
  return offer && isCurrentLink(link, offer) ? answer(offer) : opensNothing(call, 'offer', call.c.req.param('offer'))
}

export const lookAtOfferCall: AnswerClinic = (call) => withOffer(call, (offer) => tellOffer(call, offer))

/** The offer as it is after something was done with it. */
async function offerNow(call: Call, { clinicId, offerId }: OfferView): Promise<Reply> {
  const offer = await findOffer(call.data.app, { clinicId, offerId })
  return offer ? tellOffer(call, offer) : notHere()
}

/** Takes it: books its time, or moves the visit there. However often it is sent, once. */
export const takeCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, TakeCall)
  if (!body.ok) return body.reply
  return withOffer(call, async (offer) => {
    const { app, secret } = call.data
    const taken = await takeOffer(app, secret, { ...offer, secondIsMeant: body.value.secondIsMeant === 'yes' })
    if (taken.ok) return offerNow(call, offer)
    if (taken.why === 'over') return problem(410, 'This offer is over. Nothing was booked.', undefined, { why: 'over' })
    if (taken.why === 'overlaps')
      return problem(409, 'This person has a visit at this clinic then. Send "secondIsMeant": "yes" if it is meant.', [
        { pointer: '/secondIsMeant', detail: `There is one at ${iso(taken.startsAt)}.` },
      ])
    if (taken.why === 'notGranted') return problem(409, grantWords[taken.because], undefined, { why: 'notGranted' })
    if ('near' in taken) return notToBeHad(call, taken, (await clinicNamesOf(app, offer.clinicId)).names)
    const { name, phone } = offer.clinic
    return problem(409, `It cannot be taken here. Please ring ${name}: ${phone}.`, undefined, { why: taken.why })
  })
}

/** Passes it on: whoever is next is asked. Nothing happens to one that is closed already; what was taken stands. */
export const declineCall: AnswerClinic = (call) =>
  withOffer(call, async (offer) => {
    await passOffer(call.data.app, offer)
    const now = await findOffer(call.data.app, offer)
    if (now?.state === 'taken') return problem(409, 'It was taken, and the visit stands.', undefined, { why: 'taken' })
    return now ? tellOffer(call, now) : notHere()
  })

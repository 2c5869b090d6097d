/** Holding a time and booking it, for machines: the same rules, the same words and the same one booking as by the pages. */
import { offerRefusalWords } from '../../web/find/booking/offer-refusal-words.ts'
import { grantWords } from '../../web/find/booking/grant-words.ts'
import { confirmBooking } from '../../clinic/booking/confirm.ts'
import { visitsOfCourse } from '../../clinic/booking/courses.ts'
import { holderOf, holdSlot, releaseHold, renewHold } from '../../clinic/booking/holds.ts'
import { clinicNamesOf, findOfferedService, insurersOf, lookAtTime } from '../../clinic/booking/offered-time.ts'
import { type NotTaken, otherThanBooked } from '../../clinic/booking/other-than-booked.ts'
import { type LinkSubject, privateToken, readPrivateToken } from '../../clinic/booking/private-link.ts'
import { findHeldOrBooked, type VisitView } from '../../clinic/booking/visit-view.ts'
import { lookAtOffer } from '../../clinic/letters/price-offers.ts'
import { notOfTheBackIn } from '../../web/find/danger-first.tsx'
import {
  insurerProblem,
  referralProblem,
  type ReadBooking,
  readBooking,
  type TypedBooking,
  wordsIn,
} from '../../web/find/booking/booking-form.ts'
import { problem, type Reply } from '../problem.ts'
import { type AnswerClinic, type Call, notHere, readBody, reply } from './call.ts'
import { BookingCall, CodeCall, HoldCall } from './shapes.ts'
import { notToBeHad } from './not-to-be-had.ts'
import { askAboutNote, checkFirst, otherFirst } from './danger-told.ts'
import { iso, tellTerms, tellVisitTime } from './told.ts'
import { visitReply } from './visit-calls.ts'

/** Holds a time for five minutes. */
export const holdCall: AnswerClinic = async (call) => {
  const { c, data, home } = call
  const read = await readBody(c, HoldCall)
  if (!read.ok) return read.reply
  const { therapist, service, start } = read.value
  const offered = await findOfferedService(data.directory, therapist, service)
  if (!offered) return problem(422, 'This therapist does not give that service.')
  const looked = await lookAtTime(data.app, offered, Temporal.Instant.from(start).epochMilliseconds)
  if (!looked.ok) return notToBeHad(call, looked, looked.names)
  const address = home.addressOf(c)
  const held = await holdSlot(data.app, looked.wanted, address ? holderOf(data.secret, address) : null)
  if (held.ok) {
    const view = await findHeldOrBooked(data.app, held.hold)
    return view ? tellHold(call, view, 201) : gone()
  }
  if (held.why !== 'tooMany') return notToBeHad(call, held, looked.names)
  return tooMany()
}

/** One place holds no more than so many times. */
export const tooMany = () => problem(429, 'You hold as many times as one place may. Let one go, or wait until it ends.')

export const gone = () => problem(410, 'This time is not held any more. Nothing was booked.')

/** A hold with its time and terms, and the dates of its course where it holds one. */
export async function tellHold({ data, now }: Call, hold: VisitView, status: 200 | 201 = 200): Promise<Reply> {
  const course = (await visitsOfCourse(data.app, hold)).map(({ startsAt }) => iso(startsAt))
  return reply(
    {
      hold: privateToken(data.secret, 'hold', hold),
      until: iso(hold.holdEndsAt ?? 0),
      renewable: !hold.holdRenewed,
      time: tellVisitTime(hold, now),
      ...tellTerms(hold),
      ...(course.length > 0 && { course }),
    },
    status,
  )
}

/** The hold of the address, or what to answer instead. */
async function withHold(
  call: Call,
  answer: (subject: LinkSubject, hold: VisitView | undefined) => Promise<Reply> | Reply,
): Promise<Reply> {
  const subject = readPrivateToken(call.data.secret, 'hold', call.c.req.param('hold') ?? '')
  return subject ? answer(subject, await findHeldOrBooked(call.data.app, subject)) : notHere()
}

/** The hold as it is now; the visit, where it was booked. */
export const lookAtHold: AnswerClinic = (call) =>
  withHold(call, (_subject, hold) => {
    if (!hold) return gone()
    return hold.state === 'held' ? tellHold(call, hold) : visitReply(call, hold)
  })

/** Another five minutes, once. */
export const renewCall: AnswerClinic = (call) =>
  withHold(call, async (subject) => {
    const renewed = await renewHold(call.data.app, subject)
    const hold = await findHeldOrBooked(call.data.app, subject)
    if (renewed.ok && hold) return tellHold(call, hold)
    return hold?.state === 'held' ? problem(409, 'It was renewed before, and can be once.') : gone()
  })

/** Lets the time go. What was booked with it stands. */
export const releaseCall: AnswerClinic = (call) =>
  withHold(call, async (subject) => {
    await releaseHold(call.data.app, subject)
    const booked = await findHeldOrBooked(call.data.app, subject)
    return booked ? problem(409, 'It was booked meanwhile, and the visit stands.') : reply({ let: 'go' })
  })

/** Books the held time. However often it is sent, there is one visit. */
export const bookCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, BookingCall)
  if (!body.ok) return body.reply
  const { aboutNote = {}, ...typed } = body.value
  return withHold(call, async (subject, hold) => {
    const read = readBooking(typed)
    const answers = read.heard.map(({ question }) =>
      Object.hasOwn(aboutNote, question) ? aboutNote[question] : undefined,
    )
    // Danger is answered first, whatever else is wrong and whatever became of the hold.
    if (answers.some((one) => one === 'yes' || one === 'notSure')) return checkFirst(outcomeOf(hold))
    const told = body.value.told === 'yes' ? undefined : notOfTheBackIn(wordsIn(typed))
    if (told) return otherFirst(told, outcomeOf(hold))
    if (hold && hold.state !== 'held') return bookedBefore(call, hold, read)
    if (answers.includes(undefined)) return askAboutNote(read.heard)
    if (!read.ok) {
      const errors = read.problems.map(({ field, text }) => ({ pointer: `/${field}`, detail: text }))
      return problem(422, errors[0]?.detail ?? '', errors)
    }
    if (!hold) return gone()
    const unlisted = insurerProblem(await insurersOf(call.data.app, hold.clinicId, hold.service.id), meant(typed))
    const unreferred = referralProblem(hold, read.details)
    if (unreferred) return problem(422, unreferred.text, [{ pointer: '/referredBy', detail: unreferred.text }])
    return unlisted ? notListed(unlisted) : confirm(call, subject, hold, read.details)
  })
}

/** What became of the booking that was sent with words of danger. */
const outcomeOf = (hold: VisitView | undefined): string =>
  hold && hold.state !== 'held' ? 'The visit stands, but do not wait for it.' : 'Nothing was booked.'

/** A call names its insurer beside the word that it is meant, so the word is for that one. */
export const meant = <Typed extends Pick<TypedBooking, 'insurer' | 'insurerIsMeant'>>(typed: Typed): Typed =>
  typed.insurerIsMeant === 'yes' ? { ...typed, insurerIsMeant: typed.insurer ?? '' } : typed

/** The clinic does not list the insurer: said before anything is booked. */
export const notListed = ({ text }: { readonly text: string }): Reply =>
  problem(409, 'The clinic does not list this insurer. Send "insurerIsMeant": "yes" once they were told.', [
    { pointer: '/insurer', detail: text },
  ])

/** The call that booked it, sent again, has the visit; another is told that the first stands. */
async function bookedBefore(call: Call, visit: VisitView, read: ReadBooking): Promise<Reply> {
  const notTaken = read.ok ? await otherThanBooked(call.data.app, call.data.secret, visit, read.details) : undefined
  if (notTaken?.length === 0) return visitReply(call, visit)
  return problem(
    409,
    'This hold was booked before, with another call: that visit stands, and what is other here was not taken. Send the first call again to have the visit.',
    notTaken?.map((what) => ({ pointer: `/${pointerOf[what]}`, detail: 'Not taken.' })),
  )
}

const pointerOf: Readonly<Record<NotTaken, keyof typeof BookingCall.shape>> = {
  contactName: 'name',
  personName: 'personName',
  email: 'email',
  phone: 'phone',
  payment: 'payer',
  referredBy: 'referredBy',
  note: 'note',
  sharedCheck: 'note',
}

async function confirm(
  call: Call,
  { clinicId, appointmentId }: LinkSubject,
  { service, therapist, place, startsAt }: VisitView,
  details: Parameters<typeof confirmBooking>[4],
): Promise<Reply> {
  const { app, secret } = call.data
  const wanted = { clinicId, service: service.id, therapist: therapist.id, location: place.id, start: startsAt }
  const confirmed = await confirmBooking(app, secret, appointmentId, wanted, details)
  if (confirmed.ok) {
    const visit = await findHeldOrBooked(app, { clinicId, appointmentId })
    if (visit && confirmed.already) return bookedBefore(call, visit, { ok: true, details, heard: [] })
    return visit ? visitReply(call, visit, 201) : gone()
  }
  if (confirmed.why === 'overlaps')
    return problem(409, 'This person has a visit at this clinic then. Send "secondIsMeant": "yes" if it is meant.', [
      { pointer: '/secondIsMeant', detail: `There is one at ${iso(confirmed.startsAt)}.` },
    ])
  if (confirmed.why === 'notGranted')
    return problem(409, grantWords[confirmed.because], [
      { pointer: details.payer === 'package' ? '/package' : '/authorisation', detail: 'Nothing was booked.' },
    ])
  if (confirmed.why === 'noOffer')
    return problem(409, offerRefusalWords[confirmed.because], [{ pointer: '/offer', detail: 'Nothing was booked.' }])
  // Whoever sends no terms is asked about none.
  if (confirmed.why === 'otherTerms') return gone()
  return notToBeHad(call, confirmed, (await clinicNamesOf(app, clinicId)).names)
}

/** What a code would do to the price of a hold. Uses nothing. */
export const codeCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, CodeCall)
  if (!body.ok) return body.reply
  return withHold(call, async ({ clinicId, appointmentId }, hold) => {
    if (hold?.state !== 'held') return hold ? problem(409, 'It was booked, and its price stands.') : gone()
    const { app, secret } = call.data
    const looked = await lookAtOffer(app, secret, { clinicId, appointmentId, code: body.value.offer })
    if (!looked.ok)
      return problem(409, offerRefusalWords[looked.why], [{ pointer: '/offer', detail: 'It takes nothing off.' }])
    return reply({ usualPence: looked.usualPence, pricePence: looked.pricePence })
  })
}

/**
 * What is posted from the form of a held time: book it, hold it five minutes more, look up a code, or let it go. What the
 * form tells of danger is answered before any of these, whatever else is wrong with it.
 */
import type { Context } from 'hono'
import { orCalledOff } from '../../../clinic/booking/class-called-off.ts'
import { type Confirmed, confirmBooking } from '../../../clinic/booking/confirm.ts'
import { findHeldOrBooked, findVisit, type VisitView } from '../../../clinic/booking/visit-view.ts'
import { keepHold, leaveHold, releaseHold, renewHold } from '../../../clinic/booking/holds.ts'
import { clinicNamesOf, clockOf, insurersOf } from '../../../clinic/booking/offered-time.ts'
import { otherThanBooked } from '../../../clinic/booking/other-than-booked.ts'
import { type LinkSubject, privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import type { NotBooked, WantedTime } from '../../../clinic/booking/slot-claims.ts'
import { lookAtOffer } from '../../../clinic/letters/price-offers.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import {
  CheckFirstPage,
  DangerFirstPage,
  isOtherUntold,
  type NoteAnswer,
  noteProblem,
  readNoteAnswers,
} from '../danger-first.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { idOrNobody } from '../posted-ids.ts'
import { answer, fieldOf, namesOf, readForm, readMoment, withData } from './answer.tsx'
import { BookedBeforePage } from './booked-before-page.tsx'
import {
  carriedCheck,
  insurerProblem,
  referralProblem,
  onlySelf,
  type ReadBooking,
  readBooking,
  type TypedBooking,
  typedBooking,
  wordsIn,
} from './booking-form.ts'
import { moneyWords } from '../words.ts'
import { bookingPaths } from './booking-paths.ts'
import { grantWords } from './grant-words.ts'
import { gone, LetGoPage, showForm, visitPath } from './hold-form.tsx'
import { NoVisitPage } from './message-pages.tsx'
import { offerRefusalWords } from './offer-refusal-words.ts'
import { LostPage } from './time-page.tsx'

/** All that a posted form says, read once. */
interface Posted {
  readonly form: FormData
  readonly typed: TypedBooking
  readonly read: ReadBooking
  readonly answers: readonly NoteAnswer[]
  /** The result of the check that came with it cannot wait. */
  readonly cannotWait: boolean
  /** It tells of something that a visit must not wait for. */
  readonly isDanger: boolean
  /** The note may tell of danger, and its question is not answered. */
  readonly isUnanswered: boolean
  /** The note may tell of an emergency that is not of the back, and that was not said yet. */
  readonly other: boolean
}

function readPosted(form: FormData): Posted {
  const typed = typedBooking(form)
  const check = carriedCheck(form)
  const read = readBooking(typed, check)
  const answers = readNoteAnswers(form, read.heard)
  const cannotWait = check.kind === 'check' && check.cannotWait
  const isDanger = cannotWait || answers.some((one) => one === 'yes' || one === 'notSure')
  return {
    form,
    typed,
    read,
    answers,
    cannotWait,
    isDanger,
    isUnanswered: answers.includes(undefined),
    other: isOtherUntold(wordsIn(typed), typed.told),
  }
}

/** Answers a posted form. What is written of danger is answered while the database is away, too. */
export async function bookRoute(home: BookingHome, c: Context) {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const posted = readPosted(form)
  const away = isTold(posted) ? () => tellFirst(home, c, posted) : undefined
  return withData(home, c, (data) => actOn(home, c, data, posted), away)
}

/** There is something to say of what was written, before all else. */
const isTold = ({ isDanger, isUnanswered, other }: Posted) => isDanger || isUnanswered || other

/**
 * Says it on a page of its own, where there is no form any more to say it above.
 * @param visit as the form's time is now: held, booked, or gone
 */
function tellFirst(home: BookingHome, c: Context, posted: Posted, visit?: VisitView) {
  const { typed, read, isDanger, isUnanswered, cannotWait } = posted
  const page = { home, path: c.req.path, words: wordsIn(typed) }
  if (isDanger || isUnanswered)
    return answer(c, <CheckFirstPage {...page} visit={visit} {...(!cannotWait && { heard: read.heard })} />)
  const outcome = visit?.state === 'confirmed' ? 'Your visit stands.' : 'Nothing was booked.'
  return answer(c, <DangerFirstPage {...page} outcome={outcome} heard={[]} />)
}

async function actOn(home: BookingHome, c: Context, data: FindData, posted: Posted) {
  const subject = readPrivateToken(data.secret, 'hold', c.req.param('token') ?? '')
  if (!subject) return answer(c, <NoVisitPage home={home} path={c.req.path} />, 404)
  const act = fieldOf(posted.form, 'do')
  // Said by the script of the page, which shows no answer.
  if (act === 'away' || act === 'back') {
    await (act === 'away' ? leaveHold : keepHold)(data.app, subject)
    return c.body(null, 204)
  }
  if (act === 'leave') await releaseHold(data.app, subject)
  if (act === 'renew') await renewHold(data.app, subject)
  // Even if the database went away just now.
  if (posted.isDanger)
    return tellFirst(home, c, posted, await findHeldOrBooked(data.app, subject).catch(() => undefined))
  const hold = await findHeldOrBooked(data.app, subject)
  if (hold?.state !== 'held' && isTold(posted)) return tellFirst(home, c, posted, hold)
  if (act !== 'leave' && act !== 'renew' && act !== 'look') return book(home, c, data, posted, { subject, hold })
  // From a page left open: what was booked with it meanwhile stands, and is shown.
  if (hold && hold.state !== 'held') return c.redirect(visitPath(data, hold), 303)
  if (act === 'leave') return answer(c, <LetGoPage home={home} path={c.req.path} />)
  if (!hold) return gone(home, c)
  return act === 'renew' ? renewed(home, c, data, posted, hold) : lookAtCode(home, c, data, posted, hold)
}

/** Five minutes more, once. What was typed stays, and what it may tell of danger is asked. */
function renewed(home: BookingHome, c: Context, data: FindData, posted: Posted, hold: VisitView) {
  if (Object.keys(posted.typed).length === 0) return c.redirect(c.req.path, 303)
  return showForm(home, c, data, { ...posted, hold, problems: noteProblems(posted) })
}

const noteProblems = ({ isUnanswered }: Posted): readonly Problem[] => (isUnanswered ? [noteProblem] : [])

/** Says what the code does to the price. Books nothing, uses nothing, and loses nothing that was typed. */
async function lookAtCode(home: BookingHome, c: Context, data: FindData, posted: Posted, hold: VisitView) {
  const { typed } = posted
  const { clinicId, appointmentId } = hold
  const code = (typed.offer ?? '').trim()
  const form = { ...posted, hold }
  const refused = (text: string) => [...noteProblems(posted), { field: 'offer', text }]
  if (code === '') return showForm(home, c, data, { ...form, problems: refused('Enter a code.') })
  if (typed.payer && typed.payer !== 'self') return showForm(home, c, data, { ...form, problems: refused(onlySelf) })
  const looked = await lookAtOffer(data.app, data.secret, { clinicId, appointmentId, code })
  if (looked.ok) return showForm(home, c, data, { ...form, problems: noteProblems(posted), offered: looked })
  const problems = refused(offerRefusalWords[looked.why])
  return showForm(home, c, data, { ...form, problems, offerRefused: true })
}

/** The time that is booked: held for this form, or what became of it. */
interface Held {
  readonly subject: LinkSubject
  readonly hold: VisitView | undefined
}

async function book(home: BookingHome, c: Context, data: FindData, posted: Posted, { subject, hold }: Held) {
  const { read, form } = posted
  if (hold && hold.state !== 'held') return bookedBefore(home, c, data, { hold, read })
  if (!read.ok || posted.isUnanswered) {
    if (!hold) return gone(home, c)
    const problems = [...noteProblems(posted), ...(read.ok ? [] : read.problems)]
    return showForm(home, c, data, { ...posted, hold, problems })
  }
  const unlisted = hold && insurerProblem(await insurersOf(data.app, hold.clinicId, hold.service.id), posted.typed)
  if (unlisted) return showForm(home, c, data, { ...posted, hold, problems: [unlisted] })
  const unreferred = hold && referralProblem(hold, read.details)
  if (unreferred) return showForm(home, c, data, { ...posted, hold, problems: [unreferred] })
  if (posted.other && hold) return showForm(home, c, data, { ...posted, hold, problems: [] })
  const wanted = { ...wantedOf(subject, form), terms: fieldOf(form, 'terms') || undefined }
  const confirmed = await confirmBooking(data.app, data.secret, subject.appointmentId, wanted, read.details)
  return afterConfirm(home, c, data, { ...posted, confirmed, wanted, shown: hold })
}

/** The form of a visit that is booked already: the same again leads to it, another is told that the first stands. */
async function bookedBefore(
  home: BookingHome,
  c: Context,
  data: FindData,
  { hold: visit, read }: { readonly hold: VisitView; readonly read: ReadBooking },
) {
  const notTaken = read.ok ? await otherThanBooked(data.app, data.secret, visit, read.details) : undefined
  const visitHref = visitPath(data, visit)
  if (notTaken?.length === 0) return c.redirect(visitHref, 303)
  const now = await clockOf(data.app, visit.clinicId)
  return answer(c, <BookedBeforePage {...{ home, visit, visitHref, now, notTaken }} path={c.req.path} />, 409)
}

/** The time that the form carries; the rules look at it again. */
function wantedOf({ clinicId }: LinkSubject, form: FormData): WantedTime {
  return {
    clinicId,
    service: idOrNobody(fieldOf(form, 'service')),
    therapist: idOrNobody(fieldOf(form, 'therapist')),
    location: idOrNobody(fieldOf(form, 'location')),
    start: readMoment(fieldOf(form, 'start')),
  }
}

interface AfterConfirm extends Posted {
  readonly confirmed: Confirmed
  readonly wanted: WantedTime
  readonly shown: VisitView | undefined
}

async function afterConfirm(home: BookingHome, c: Context, data: FindData, after: AfterConfirm) {
  const { confirmed, wanted, shown, typed, read } = after
  if (confirmed.ok) {
    const booked = { ...wanted, appointmentId: confirmed.appointmentId }
    const before = confirmed.already ? await findVisit(data.app, booked) : undefined
    return before ? bookedBefore(home, c, data, { hold: before, read }) : c.redirect(visitPath(data, booked), 303)
  }
  if (confirmed.why === 'otherTerms') return otherTerms(home, c, data, after, confirmed)
  if ('near' in confirmed) return lostTo(home, c, data, { lost: confirmed, wanted, typed })
  if (!shown) return gone(home, c)
  const asked = { ...after, hold: shown, problems: [toPutRight(confirmed, typed)] }
  return showForm(home, c, data, { ...asked, overlaps: confirmed.why === 'overlaps', ...offerOut(confirmed) })
}

type OtherTerms = Extract<Confirmed, { readonly why: 'otherTerms' }>

/** Its hold had ended, and the clinic has changed the visit since: held once more, and said before anything is booked. */
async function otherTerms(
  home: BookingHome,
  c: Context,
  data: FindData,
  after: AfterConfirm,
  { heldAnew, ofCourse }: OtherTerms,
) {
  const { clinicId } = after.wanted
  const hold = await findVisit(data.app, { clinicId, appointmentId: heldAnew })
  if (!hold) return gone(home, c)
  // A course keeps the address that it was held under.
  const path = ofCourse
    ? c.req.path
    : bookingPaths.hold(privateToken(data.secret, 'hold', { clinicId, appointmentId: heldAnew }))
  const { service, pricePence } = hold
  const text = `The clinic has changed this visit since: ${service.minutes} minutes, ${moneyWords(pricePence)}. Nothing was booked yet. Look at it again, and book it if it suits you.`
  return showForm(home, c, data, { ...after, hold, path, problems: [{ field: 'details', text }] })
}

/** A refusal that the form can mend. */
type Mendable = Exclude<Confirmed, NotBooked | OtherTerms | { readonly ok: true }>

/** Without a code that does not count, the form offers to book at the full price. */
const offerOut = ({ why }: Mendable) => (why === 'noOffer' ? { offerRefused: true } : {})

/** What is to be put right on the form before the time can be booked. */
function toPutRight(refused: Mendable, { payer }: TypedBooking): Problem {
  switch (refused.why) {
    case 'overlaps': {
      // Whoever types somebody's name and address may not be that person, so no more of the other visit is said.
      const text =
        'You have a visit at this clinic then: your mail says which. Tick the box if this one is meant as well.'
      return { field: 'secondIsMeant', text }
    }
    case 'notGranted':
      return { field: payer === 'package' ? 'package' : 'authorisation', text: grantWords[refused.because] }
    case 'noOffer':
      return { field: 'offer', text: `Nothing was booked yet. ${offerRefusalWords[refused.because]}` }
  }
}

interface LostTime {
  readonly lost: NotBooked
  readonly wanted: WantedTime
  readonly typed: TypedBooking
}

/** Somebody else has the time: what is free near it, and nothing typed is lost. */
async function lostTo(home: BookingHome, c: Context, data: FindData, { lost, wanted, typed }: LostTime) {
  const { names, now } = await clinicNamesOf(data.app, wanted.clinicId)
  const refused = await orCalledOff(data.app, wanted, lost)
  const page = { home, now, lost: refused, names: namesOf(names), service: wanted.service, path: c.req.path }
  return answer(c, <LostPage {...page} typed={typed} />, 409)
}

/** Looking at a time, holding it, and booking it. Looking changes nothing; only a pressed button does. */
import { type Context, Hono } from 'hono'
import { type Confirmed, confirmBooking } from '../../../clinic/booking/confirm.ts'
import { visitsOfCourse } from '../../../clinic/booking/courses.ts'
import { hasPackages } from '../../../clinic/booking/grants.ts'
import { hasOffers, lookAtOffer, type OfferedPrice } from '../../../clinic/letters/price-offers.ts'
import { findHoldOfKey, holderOf, holdSlot, releaseHold, renewHold } from '../../../clinic/booking/holds.ts'
import {
  clinicNamesOf,
  clockOf,
  findOfferedService,
  insurersOf,
  type LookedAt,
  lookAtTime,
  type OfferedService,
} from '../../../clinic/booking/offered-time.ts'
import { type LinkSubject, privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { insurers } from '../../../clinic/directory/insurers.ts'
import { otherThanBooked } from '../../../clinic/booking/other-than-booked.ts'
import type { NotBooked, WantedTime } from '../../../clinic/booking/slot-claims.ts'
import { findHeldOrBooked, findVisit, type VisitView } from '../../../clinic/booking/visit-view.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { answer, fieldOf, namesOf, readForm, readId, readMoment, withData } from './answer.tsx'
import {
  type CarriedCheck,
  carriedCheck,
  type ReadBooking,
  readBooking,
  type TypedBooking,
  typedBooking,
  onlySelf,
} from './booking-form.ts'
import { BookedBeforePage } from './booked-before-page.tsx'
import { BookingFormPage } from './booking-form-page.tsx'
import { findPaths } from '../paths.ts'
import { bookingPaths } from './booking-paths.ts'
import { offerRefusalWords } from './offer-refusal-words.ts'
import { grantWords } from './grant-words.ts'
import { MessagePage, NoVisitPage, TooManyPage } from './message-pages.tsx'
import {
  CheckFirstPage,
  DangerFirstPage,
  IfItIsSo,
  type NoteAnswer,
  noteProblem,
  NoteQuestions,
  isOtherUntold,
  readNoteAnswers,
} from '../danger-first.tsx'
import { LostPage, TimePage } from './time-page.tsx'

/** The routes from a chosen time to a booked visit. */
export function holdRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(bookingPaths.timePattern, (c) => withData(home, c, (data) => lookRoute(home, c, data)))
  app.post(bookingPaths.timePattern, (c) => withData(home, c, (data) => holdRoute(home, c, data)))
  app.get(bookingPaths.holdPattern, (c) => withData(home, c, (data) => formRoute(home, c, data)))
  app.post(bookingPaths.holdPattern, (c) => postRoute(home, c))
  return app
}

async function lookRoute(home: BookingHome, c: Context, data: FindData) {
  const offered = await findOfferedService(data.directory, c.req.param('slug') ?? '', c.req.query('service') ?? '')
  const start = momentOf(c.req.query('at') ?? '')
  if (!offered || start === 0) return noSuchTime(home, c)
  const looked = await lookAtTime(data.app, offered, start)
  if (!looked.ok) return lost(home, c, offered, looked)
  const { now, names, wanted, placesLeft } = looked
  const place = names.locations.get(wanted.location)
  const { slug, therapist, service, clinic } = offered
  const where = { place: place?.name ?? '', zone: place?.zone ?? 'UTC' }
  const time = { start, slug, therapist, service, clinic, placesLeft, ...where }
  return answer(c, <TimePage {...{ home, time, now }} path={c.req.path} />)
}

/** "2026-12-01T08:20:00Z" in milliseconds; 0 for anything else. */
export function momentOf(text: string): number {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text) ? Date.parse(text) : 0
  return ms > 0 ? ms : 0
}

/** The address names no time. */
export function noSuchTime(home: BookingHome, c: Context) {
  return answer(
    c,
    <MessagePage home={home} path={c.req.path} title="That time is not offered">
      <p>
        The address may be old or cut short. Nothing was booked. <a href="/find">Find a physio</a> shows what is free.
      </p>
    </MessagePage>,
    404,
  )
}

/** What is said of a time that cannot be had. */
export function lost(home: BookingHome, c: Context, offered: OfferedService, looked: LookedAt & NotBooked) {
  const { service, slug, therapist } = offered
  const { now, names } = looked
  const page = { home, now, lost: looked, names: namesOf(names), service: service.id, path: c.req.path }
  const all = { href: findPaths.times(slug, service.id), name: therapist }
  return answer(c, <LostPage {...page} {...{ all }} waitHref={bookingPaths.join(slug, service.id)} />, 409)
}

async function holdRoute(home: BookingHome, c: Context, data: FindData) {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const offered = await findOfferedService(data.directory, c.req.param('slug') ?? '', fieldOf(form, 'service'))
  const start = readMoment(fieldOf(form, 'start'))
  if (!offered || start === 0) return noSuchTime(home, c)
  const key = pressOf(form)
  const looked = await lookAtTime(data.app, offered, start)
  if (!looked.ok) {
    // The same button pressed again finds its time taken, by its own hold.
    const own = key === null ? undefined : await findHoldOfKey(data.app, offered.clinicId, key)
    return own ? afterHold(home, c, data, { hold: own, typed: typedBooking(form) }) : lost(home, c, offered, looked)
  }
  const held = await holdSlot(data.app, looked.wanted, heldBy(home, c, data), key)
  if (held.ok) return afterHold(home, c, data, { hold: held.hold, typed: typedBooking(form) })
  if (held.why === 'tooMany') return answer(c, <TooManyPage home={home} path={c.req.path} />, 429)
  return lost(home, c, offered, { ...held, now: looked.now, names: looked.names })
}

/** The key of the page whose button was pressed; null where the form carries none. */
const pressOf = (form: FormData): string | null => {
  const id = fieldOf(form, 'press')
  return readId(id) === id ? id : null
}

/** Who lost a time after filling the form has it again as it was; everybody else starts with an empty one. */
async function afterHold(
  home: BookingHome,
  c: Context,
  data: FindData,
  after: { hold: LinkSubject; typed: TypedBooking },
) {
  const path = bookingPaths.hold(privateToken(data.secret, 'hold', after.hold))
  const hold = Object.keys(after.typed).length > 0 ? await findVisit(data.app, after.hold) : undefined
  if (hold?.state !== 'held') return c.redirect(path, 303)
  return showForm(home, c, data, { hold, typed: after.typed, problems: [], path })
}

/** Whose hold it is: a keyed hash of the network address. */
export function heldBy(home: BookingHome, c: Context, { secret }: FindData): Uint8Array | null {
  const address = home.addressOf(c)
  return address ? holderOf(secret, address) : null
}

async function formRoute(home: BookingHome, c: Context, data: FindData) {
  const subject = readPrivateToken(data.secret, 'hold', c.req.param('token') ?? '')
  const hold = subject && (await findHeldOrBooked(data.app, subject))
  if (!subject) return answer(c, <NoVisitPage home={home} path={c.req.path} />, 404)
  // Gone without a trace: its end was said, and its time is free for all.
  if (!hold) return answer(c, <LetGoPage home={home} path={c.req.path} />, 410)
  if (hold.state !== 'held') return c.redirect(visitPath(data, hold), 303)
  return showForm(home, c, data, { hold, typed: {}, problems: [] })
}

interface FormState {
  /** Where the form is posted to; this address where it is not said. */
  readonly path?: string
  readonly hold: VisitView
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
  readonly read?: ReadBooking
  /** To the questions about the note, as posted. */
  readonly answers?: readonly NoteAnswer[]
  /** The note may tell of an emergency that is not of the back, and that was not said yet. */
  readonly other?: boolean
  readonly overlaps?: boolean
  readonly offered?: OfferedPrice
  readonly offerRefused?: boolean
}

async function showForm(home: BookingHome, c: Context, data: FindData, state: FormState) {
  const {
    hold,
    typed,
    problems,
    read,
    answers = [],
    overlaps = false,
    other = false,
    path = c.req.path,
    offered,
    offerRefused,
  } = state
  const { heard = [], hint } = read ?? {}
  const page = (
    <BookingFormPage
      {...{ home, hold, typed, problems, overlaps, other, path, hint }}
      course={await visitsOfCourse(data.app, hold)}
      {...(offered && { offered })}
      {...(offerRefused !== undefined && { offerRefused })}
      hasOffers={await hasOffers(data.app, hold.clinicId)}
      hasPackages={await hasPackages(data.app, hold.clinicId)}
      now={await clockOf(data.app, hold.clinicId)}
      insurers={(await insurersOf(data.app, hold.clinicId, hold.service.id)).map(insurerName)}
      asked={heard.length > 0 && <NoteQuestions heard={heard} answers={answers} />}
      first={answers.includes(undefined) && <IfItIsSo heard={heard} checkHref={home.frame.checkHref} />}
    />
  )
  return answer(c, page, problems.length > 0 ? 422 : 200)
}

/** The name of an insurer that we know; what a clinic wrote down itself stays as it is. */
const insurerName = (id: string): string => Object.entries(insurers).find(([known]) => known === id)?.[1].name ?? id

const visitPath = (data: FindData, subject: LinkSubject) =>
  bookingPaths.visit(privateToken(data.secret, 'visit', subject))

/** What is written of danger is answered while the database is away, too. */
async function postRoute(home: BookingHome, c: Context) {
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const typed = typedBooking(form)
  const { heard } = readBooking(typed)
  const isClear = readNoteAnswers(form, heard).every((one) => one === 'no') && !cannotWait(carriedCheck(form))
  const first = () => answer(c, <OtherFirstPage {...{ home, typed }} path={c.req.path} outcome="Nothing was booked." />)
  const away = isClear
    ? isOtherUntold(typed)
      ? first
      : undefined
    : () => answer(c, <CheckFirstPage {...{ home, words: typed.note }} path={c.req.path} visit={undefined} />)
  return withData(home, c, (data) => actOn(home, c, data, form), away)
}

async function actOn(home: BookingHome, c: Context, data: FindData, form: FormData) {
  const subject = readPrivateToken(data.secret, 'hold', c.req.param('token') ?? '')
  if (!subject) return answer(c, <NoVisitPage home={home} path={c.req.path} />, 404)
  if (fieldOf(form, 'do') === 'leave') {
    await releaseHold(data.app, subject)
    // From a page left open: what was booked with it meanwhile stands, and is shown.
    const booked = await findHeldOrBooked(data.app, subject)
    if (booked) return c.redirect(visitPath(data, booked), 303)
    return answer(c, <LetGoPage home={home} path={c.req.path} />)
  }
  if (fieldOf(form, 'do') === 'renew') return renewRoute(home, c, data, { subject, form })
  if (fieldOf(form, 'do') === 'look') return lookAtCode(home, c, data, { subject, form })
  return bookRoute(home, c, data, { subject, form })
}

/** Five minutes more, once. What was typed stays, and what it tells of danger is answered first. */
async function renewRoute(home: BookingHome, c: Context, data: FindData, { subject, form }: Posted) {
  await renewHold(data.app, subject)
  const typed = typedBooking(form)
  if (Object.keys(typed).length === 0) return c.redirect(c.req.path, 303)
  const hold = await findHeldOrBooked(data.app, subject)
  const check = carriedCheck(form)
  const read = readBooking(typed, check)
  const answers = readNoteAnswers(form, read.heard)
  if (answers.some((one) => one === 'yes' || one === 'notSure') || cannotWait(check))
    return answer(c, <CheckFirstPage {...{ home, visit: hold, words: typed.note }} path={c.req.path} />)
  if (!hold) return gone(home, c)
  if (hold.state !== 'held') return c.redirect(visitPath(data, hold), 303)
  const problems = answers.includes(undefined) ? [noteProblem] : []
  return showForm(home, c, data, { hold, typed, problems, read, answers, other: isOtherUntold(typed) })
}

/** Says what the code does to the price. Books nothing, uses nothing, and loses nothing that was typed. */
async function lookAtCode(home: BookingHome, c: Context, data: FindData, { subject, form }: Posted) {
  const hold = await findHeldOrBooked(data.app, subject)
  if (!hold) return gone(home, c)
  if (hold.state !== 'held') return c.redirect(visitPath(data, hold), 303)
  const typed = typedBooking(form)
  const { clinicId, appointmentId } = hold
  const code = (typed.offer ?? '').trim()
  if (code === '')
    return showForm(home, c, data, { hold, typed, problems: [{ field: 'offer', text: 'Enter a code.' }] })
  if (typed.payer && typed.payer !== 'self')
    return showForm(home, c, data, { hold, typed, problems: [{ field: 'offer', text: onlySelf }] })
  const looked = await lookAtOffer(data.app, data.secret, { clinicId, appointmentId, code })
  if (looked.ok) return showForm(home, c, data, { hold, typed, problems: [], offered: looked })
  const problems = [{ field: 'offer', text: offerRefusalWords[looked.why] }]
  return showForm(home, c, data, { hold, typed, problems, offerRefused: true })
}

const cannotWait = (check: CarriedCheck) => check.kind === 'check' && check.cannotWait

/** That is said where there is no form any more to say it above. */
function OtherFirstPage({ home, path, typed, outcome }: OtherFirstProps) {
  return <DangerFirstPage {...{ home, path, outcome }} heard={[]} words={typed.note ?? ''} />
}

interface OtherFirstProps {
  readonly home: BookingHome
  readonly path: string
  readonly typed: TypedBooking
  /** What became of the booking. */
  readonly outcome: string
}

interface Posted {
  readonly subject: LinkSubject
  readonly form: FormData
}

async function bookRoute(home: BookingHome, c: Context, data: FindData, { subject, form }: Posted) {
  const typed = typedBooking(form)
  const check = carriedCheck(form)
  const read = readBooking(typed, check)
  const answers = readNoteAnswers(form, read.heard)
  const checkFirst = (visit: VisitView | undefined) =>
    answer(c, <CheckFirstPage {...{ home, visit, words: typed.note }} path={c.req.path} />)
  // Danger is answered first: whatever else is wrong with the form, whether the time is held, gone or booked, and even if
  // the database went away just now.
  if (answers.some((one) => one === 'yes' || one === 'notSure') || cannotWait(check))
    return checkFirst(await findHeldOrBooked(data.app, subject).catch(() => undefined))
  const hold = await findHeldOrBooked(data.app, subject)
  const unanswered = answers.includes(undefined)
  if (unanswered && hold?.state !== 'held') return checkFirst(hold)
  const other = isOtherUntold(typed)
  if (other && hold?.state !== 'held') {
    const outcome =
      hold?.state === 'confirmed' ? 'Your visit stands.' : 'This time is not held any more. Nothing was booked.'
    return answer(c, <OtherFirstPage {...{ home, typed, outcome }} path={c.req.path} />)
  }
  if (hold && hold.state !== 'held') return bookedBefore(home, c, data, { hold, read })
  if (!read.ok || unanswered) {
    if (!hold) return gone(home, c)
    const problems = [...(unanswered ? [noteProblem] : []), ...(read.ok ? [] : read.problems)]
    return showForm(home, c, data, { hold, typed, problems, read, answers, other })
  }
  if (other && hold) return showForm(home, c, data, { hold, typed, problems: [], read, answers, other })
  const wanted = wantedOf(subject, form)
  const confirmed = await confirmBooking(data.app, data.secret, subject.appointmentId, wanted, read.details)
  return afterConfirm(home, c, data, { confirmed, wanted, shown: hold, typed, read, answers })
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
    service: readId(fieldOf(form, 'service')),
    therapist: readId(fieldOf(form, 'therapist')),
    location: readId(fieldOf(form, 'location')),
    start: readMoment(fieldOf(form, 'start')),
  }
}

interface AfterConfirm {
  readonly confirmed: Confirmed
  readonly wanted: WantedTime
  readonly shown: VisitView | undefined
  readonly typed: TypedBooking
  readonly read: ReadBooking
  readonly answers: readonly NoteAnswer[]
}

async function afterConfirm(home: BookingHome, c: Context, data: FindData, after: AfterConfirm) {
  const { confirmed, wanted, shown, typed, read, answers } = after
  if (confirmed.ok) {
    const booked = { ...wanted, appointmentId: confirmed.appointmentId }
    const before = confirmed.already ? await findVisit(data.app, booked) : undefined
    return before ? bookedBefore(home, c, data, { hold: before, read }) : c.redirect(visitPath(data, booked), 303)
  }
  if (confirmed.why === 'overlaps') {
    if (!shown) return gone(home, c)
    // Whoever types somebody's name and address may not be that person, so no more of the other visit is said.
    const text =
      'You have a visit at this clinic then: your mail says which. Tick the box if this one is meant as well.'
    const problems = [{ field: 'secondIsMeant', text }]
    return showForm(home, c, data, { hold: shown, typed, read, answers, overlaps: true, problems })
  }
  if (confirmed.why === 'notGranted') {
    if (!shown) return gone(home, c)
    const field = typed.payer === 'package' ? 'package' : 'authorisation'
    const problems = [{ field, text: grantWords[confirmed.because] }]
    return showForm(home, c, data, { hold: shown, typed, read, answers, problems })
  }
  if (confirmed.why === 'noOffer') {
    if (!shown) return gone(home, c)
    const problems = [{ field: 'offer', text: `Nothing was booked yet. ${offerRefusalWords[confirmed.because]}` }]
    return showForm(home, c, data, { hold: shown, typed, read, answers, problems, offerRefused: true })
  }
  const { names, now } = await clinicNamesOf(data.app, wanted.clinicId)
  const page = { home, now, lost: confirmed, names: namesOf(names), service: wanted.service, path: c.req.path }
  return answer(c, <LostPage {...page} typed={typed} />, 409)
}

const gone = (home: BookingHome, c: Context) => answer(c, <LetGoPage home={home} path={c.req.path} />, 410)

/** The time is not held any more: let go by the person, or ended. */
function LetGoPage({ home, path }: { readonly home: BookingHome; readonly path: string }) {
  return (
    <MessagePage home={home} path={path} title="This time is not held any more">
      <p>
        Nothing was booked. It may still be free: <a href="/find">find a physio</a> shows what is.
      </p>
    </MessagePage>
  )
}

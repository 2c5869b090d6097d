/** Looking after a visit from its private link: see it, take it into a calendar, cancel it (moving: move-routes.tsx). Looking changes nothing. */
import { uuidIn } from '../../../care/evidence/ids.ts'
import { type Context, Hono } from 'hono'
import { mostHeard } from '../../../care/check/free-text/danger-phrases.ts'
import { doorOfVisit } from '../../../clinic/availability/read-openings.ts'
import { cancelInstead, openAskOf } from '../../../clinic/booking/choose-again/choice.ts'
import { cancelTerms } from '../../../clinic/booking/cancel-terms.ts'
import { cancelVisit } from '../../../clinic/booking/cancel.ts'
import { visitsOfCourse } from '../../../clinic/booking/courses.ts'
import { offerOfVisit } from '../../../clinic/letters/price-offers.ts'
import { grantOfVisit } from '../../../clinic/booking/grants.ts'
import { loadMailTruths } from '../../../clinic/mail/mail-truth.ts'
import { lastChangeOf } from '../../../clinic/booking/last-change.ts'
import { clinicNamesOf } from '../../../clinic/booking/offered-time.ts'
import { privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { shareCheck, sharedCheckDay, takeCheckBack } from '../../../clinic/booking/shared-check.ts'
import { waitingWith } from '../../../clinic/booking/waiting/waiting-list.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { looksAt } from '../../../clinic/people/reads.ts'
import { findLinked, findVisit, type VisitView } from '../../../clinic/booking/visit-view.ts'
import { addressOf } from '../../../clinic/mail/mail-texts.ts'
import { mailsToPerson } from '../../../clinic/mail/mail-truth.ts'
import { safeName } from '../../../clinic/mail/safe-name.ts'
import { visitCalendar } from '../../../interop/visit-calendar.ts'
import type { BookingHome, FindData } from '../find-home.ts'
import { opensNothing } from '../lost-link.tsx'
import { reviewPaths } from '../reviews/review-paths.ts'
import { answer, fieldOf, readForm, withData } from './answer.tsx'
import { carriedCheck, checkNotThere } from './booking-form.ts'
import { bookingPaths } from './booking-paths.ts'
import { momentWords } from './booking-words.ts'
import { costIn } from './cost-fields.tsx'
import { CancelPage, longestReason, StaleCancelPage, TooLateToCancelPage } from './cancel-page.tsx'
import { hasMailPage, MailsPage } from './mails-page.tsx'
import { MessagePage, NoVisitPage } from './message-pages.tsx'
import { CheckFirstPage, DangerFirstPage, notOfTheBackIn } from '../danger-first.tsx'
import { dangersInReason } from './reason-heard.ts'
import { VisitPage } from './visit-page.tsx'
import { mostLooks } from './who-looked.tsx'

/** What a route is given: the visit of the private link, and the clock of the database. */
export interface Seen {
  readonly home: BookingHome
  readonly c: Context
  readonly data: FindData
  readonly token: string
  readonly visit: VisitView
  readonly now: number
  readonly path: string
}

/** The routes of a person's visit. */
export function visitRoutes(home: BookingHome): Hono {
  const app = new Hono()
  const seen = (c: Context, work: (seen: Seen) => Response | Promise<Response>) => withVisit(home, c, work)
  app.get(bookingPaths.visitPattern, (c) => seen(c, showVisit))
  app.get(bookingPaths.calendarPattern, (c) => seen(c, calendarFile))
  app.get(bookingPaths.cancelPattern, (c) => seen(c, lookToCancel))
  app.post(bookingPaths.cancelPattern, (c) => seen(c, cancel))
  app.post(bookingPaths.checkPattern, (c) => seen(c, changeCheck))
  app.get(bookingPaths.mailsPattern, (c) => seen(c, showMails))
  return app
}

async function showVisit({ c, data, ...page }: Seen) {
  const { clinicId, appointmentId: own, linkRound } = page.visit
  const looks = await inClinic(data.app, clinicId, (trx) => looksAt(trx, own, mostLooks))
  const course = (await visitsOfCourse(data.app, page.visit)).map((visit) => ({
    ...visit,
    href: bookingPaths.visit(
      privateToken(data.secret, 'visit', { clinicId, appointmentId: visit.appointmentId, linkRound }),
    ),
  }))
  const grant = await grantOfVisit(data.app, page.visit)
  const offer = await offerOfVisit(data.app, page.visit)
  const againHref = await againHrefOf(data, page.visit)
  const reviewHref = reviewPaths.write(privateToken(data.secret, 'review', page.visit))
  const waitingHref = await waitingHrefOf(data, page.visit)
  const change = await lastChangeOf(data.app, page.visit)
  const open = await inClinic(data.app, clinicId, (trx) => doorOfVisit(trx, page.visit))
  const mails = await loadMailTruths(data.app, clinicId, [own], page.now)
  const cameBack = mails.get(own)?.cameBack === true
  const checkDay = page.visit.sharedAt === null ? undefined : await sharedCheckDay(data.app, data.secret, page.visit)
  return answer(
    c,
    <VisitPage
      {...page}
      {...{ course, reviewHref, looks, grant, offer, againHref, waitingHref, change, open, cameBack, checkDay }}
    />,
  )
}

/** Where somebody sees or leaves the list on which they wait for an earlier time; `undefined` where they do not. */
async function waitingHrefOf({ app, secret }: FindData, visit: VisitView): Promise<string | undefined> {
  const { clinicId, linkRound } = visit
  const entryId = await waitingWith(app, visit)
  return (
    entryId && bookingPaths.waiting(privateToken(secret, 'waiting', { clinicId, appointmentId: entryId, linkRound }))
  )
}

/** Where another time is chosen for a visit that the clinic cannot keep; `undefined` for every other. */
export async function againHrefOf({ app, secret }: FindData, visit: VisitView): Promise<string | undefined> {
  const { clinicId, linkRound } = visit
  const askId = await openAskOf(app, visit)
  return (
    askId && bookingPaths.again(privateToken(secret, 'choose-again', { clinicId, appointmentId: askId, linkRound }))
  )
}

/** What the clinic cannot keep costs nothing to cancel: that is done where another time is chosen. */
async function lookToCancel({ c, data, ...page }: Seen) {
  const againHref = await againHrefOf(data, page.visit)
  if (againHref) return c.redirect(againHref, 303)
  const change = await lastChangeOf(data.app, page.visit)
  return answer(c, <CancelPage {...page} change={change} grant={await grantOfVisit(data.app, page.visit)} />)
}

/** Whatever link this installation did not make is answered in the same words, and so is a hold's. */
export function withVisit(home: BookingHome, c: Context, work: (seen: Seen) => Response | Promise<Response>) {
  return withData(home, c, async (data) => {
    const token = c.req.param('token') ?? ''
    const subject = readPrivateToken(data.secret, 'visit', token)
    const visit = subject && (await findLinked(data.app, subject))
    if (!subject || !visit || visit.state === 'held')
      return opensNothing({ home, c, data }, 'visit', () => answer(c, <NoVisitPage home={home} path="/visits" />, 404))
    const { now } = await clinicNamesOf(data.app, subject.clinicId)
    return work({ home, c, data, token, visit, now, path: c.req.path })
  })
}

/** The same with the visit and the clock read anew: for what is said after an act that lost to another. */
export async function asItStands(seen: Seen): Promise<Seen> {
  const { data, visit } = seen
  const now = (await clinicNamesOf(data.app, visit.clinicId)).now
  return { ...seen, visit: (await findVisit(data.app, visit)) ?? visit, now }
}

async function calendarFile({ home, c, data, visit, now }: Seen) {
  const { clinic } = visit
  const method = visit.state === 'cancelled' || visit.state === 'late-cancelled' ? 'CANCEL' : 'PUBLISH'
  const file = visitCalendar(method, {
    appointmentId: visit.appointmentId,
    version: visit.version,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    at: now,
    // As in its mails: a calendar heeds a change of a visit only from whoever invited to it.
    clinic: { name: clinic.name, address: visit.organizer ?? home.mailFrom ?? clinic.email },
    person: { name: safeName(visit.contact ?? '') ?? visit.email ?? '', address: visit.email ?? '' },
    location: visit.service.byVideo ? 'By video' : addressOf(visit.place),
    isAskedToChoose: (await openAskOf(data.app, visit)) !== undefined,
    isOff: visit.off !== undefined,
    description: `${momentWords(visit.startsAt, visit.place.zone, now)}. ${clinic.name}: ${clinic.phone}`,
  })
  c.header('Content-Type', `text/calendar; charset=utf-8; method=${method}`)
  c.header('Content-Disposition', 'attachment; filename="visit.ics"')
  c.header('Cache-Control', 'no-store')
  return c.body(file)
}

async function cancel(seen: Seen) {
  const { home, c, data, visit, path } = seen
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  const typed = fieldOf(form, 'reason').trim().slice(0, mostHeard)
  const tooLong = [...fieldOf(form, 'reason').trim()].length > longestReason
  if (tooLong) return reasonTooLong(seen, fieldOf(form, 'reason'))
  const reason = typed || undefined
  const press = uuidIn(fieldOf(form, 'key')) ?? crypto.randomUUID()
  const askId = await openAskOf(data.app, visit)
  const cancelled = askId
    ? await cancelInstead(data.app, { clinicId: visit.clinicId, askId }, reason, press)
    : await cancelVisit(data.app, { ...visit, reason, press, seen: versionIn(form), agreed: agreedIn(form) })
  const heard = dangersInReason(typed)
  if (heard.length > 0 || notOfTheBackIn(typed)) {
    const outcome = outcomeOf(cancelled, visit)
    return answer(c, <DangerFirstPage {...{ home, path, heard, outcome }} words={typed} />)
  }
  return cancelled.ok ? doneAnswer(seen, press) : notCancelled(seen, cancelled.why, typed)
}

type NotCancelled = Exclude<Awaited<ReturnType<typeof cancelVisit | typeof cancelInstead>>, { readonly ok: true }>

/** Answered: another time was chosen meanwhile, or the clinic keeps it after all. */
const isStale = (why: NotCancelled['why']) => why === 'stale' || why === 'answered'

/** What became of it, beside what is said of danger first. */
function outcomeOf(cancelled: { readonly ok: true } | NotCancelled, { clinic }: VisitView): string {
  if (cancelled.ok) return 'Your visit is cancelled.'
  if (isStale(cancelled.why)) return 'Your visit is not cancelled: it was changed since you opened that page.'
  if (cancelled.why === 'fee') return 'Your visit is not cancelled: what that costs has changed.'
  return `Your visit could not be cancelled here any more. Please ring ${clinic.name}: ${clinic.phone}.`
}

/** The same press heard twice is one; whoever else has the link is told that it was done, by whom and when. */
async function doneAnswer(seen: Seen, press: string) {
  const { c, data, visit, token } = seen
  const change = await lastChangeOf(data.app, visit)
  if (change?.press === press) return c.redirect(bookingPaths.visit(token), 303)
  return answer(c, <TooLateToCancelPage {...(await asItStands(seen))} change={change} />, 409)
}

async function notCancelled(seen: Seen, why: NotCancelled['why'], typed: string) {
  const { c, data, visit } = seen
  const standing = await asItStands(seen)
  const change = await lastChangeOf(data.app, visit)
  const grant = await grantOfVisit(data.app, visit)
  if (why === 'fee') return answer(c, <CancelPage {...standing} {...{ change, grant }} dearer={typed} />, 409)
  const stands = cancelTerms(standing.visit, standing.now).kind !== 'over'
  if (isStale(why) && stands) return answer(c, <StaleCancelPage {...standing} />, 409)
  return answer(c, <TooLateToCancelPage {...standing} change={change} />, 409)
}

/** What the page said that it costs; one of before said nothing to be held to. */
const agreedIn = (form: FormData) => (form.has('fee') ? costIn(form) : undefined)

/** Nothing is cancelled, and nothing of what was typed is cut. What it tells of danger is answered first. */
async function reasonTooLong({ c, data, ...page }: Seen, typed: string) {
  const heard = dangersInReason(typed.slice(0, mostHeard))
  const outcome = `Your visit is not cancelled yet: what you wrote is longer than ${longestReason} characters.`
  if (heard.length > 0 || notOfTheBackIn(typed.slice(0, mostHeard)))
    return answer(c, <DangerFirstPage {...page} {...{ heard, outcome }} words={typed} />)
  return answer(c, <CancelPage {...page} tooLong={typed} grant={await grantOfVisit(data.app, page.visit)} />, 422)
}

/** In the demonstration alone: elsewhere there is no such page. */
async function showMails({ home, c, data, visit, token, path }: Seen) {
  const { readMail } = home
  if (!readMail || !hasMailPage(home)) return answer(c, <NoVisitPage home={home} path="/visits" />, 404)
  const { ids, isMoreToCome } = await mailsToPerson(data.app, visit)
  const texts = await Promise.all(ids.map(readMail))
  const read = texts.filter((text) => text !== undefined)
  return answer(c, <MailsPage {...{ home, path, token, isMoreToCome }} texts={read} />)
}

/** Shares the check that the form carries, or takes back what was shared. */
async function changeCheck(seen: Seen) {
  const { home, c, data, visit, token, path } = seen
  const form = await readForm(home, c)
  if (form instanceof Response) return form
  if (fieldOf(form, 'do') === 'take-back') {
    await takeCheckBack(data.app, visit)
    return c.redirect(bookingPaths.visit(token), 303)
  }
  const check = carriedCheck(form)
  if (check.kind === 'check' && check.cannotWait)
    return answer(c, <CheckFirstPage {...{ home, path, visit }} outcome="Nothing was shared." />)
  const isShared = check.kind === 'check' && (await shareCheck(data.app, data.secret, visit, check.text))
  if (check.kind === 'none' || isShared) return c.redirect(bookingPaths.visit(token), 303)
  return answer(
    c,
    <MessagePage home={home} path={path} title="Your check was not shared">
      <p>{check.kind === 'check' ? 'This visit has begun, or does not stand any more.' : checkNotThere}</p>
      <p>
        <a href={bookingPaths.visit(token)}>Back to your visit</a>
      </p>
    </MessagePage>,
    check.kind === 'check' ? 409 : 422,
  )
}

/** No visit has it. */
const noVersion = -1

/** The version of the visit on the page that was posted; a page that carried none is heard as it always was. */
export function versionIn(form: FormData): number | undefined {
  if (!form.has('version')) return undefined
  const text = fieldOf(form, 'version')
  return /^\d{1,9}$/.test(text) ? Number(text) : noVersion
}

/** Asking for a free talk without choosing a time. Looking changes nothing; one press of the button writes once. */
import { type Context, Hono } from 'hono'
import { findRequest, type Requested, requestAssessment } from '../../../clinic/booking/assessment-requests.ts'
import { findOfferedService, type OfferedService } from '../../../clinic/booking/offered-time.ts'
import { privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { answer, fieldOf, readForm, withData } from '../booking/answer.tsx'
import { readBooking, type TypedBooking, typedBooking } from '../booking/booking-form.ts'
import { bookingPaths } from '../booking/booking-paths.ts'
import { NoVisitPage } from '../booking/message-pages.tsx'
import { CheckFirstPage, IfItIsSo, noteProblem, NoteQuestions, readNoteAnswers } from '../booking/note-danger.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { AssessmentPage, type AssessmentState, partsOfDay, RequestPage } from './assessment-pages.tsx'
import { sendersBounded } from './senders.ts'

/** The routes under /therapists/…/assessment and /requests. */
export function assessmentRoutes(home: BookingHome): Hono {
  const app = new Hono()
  const mayAsk = sendersBounded()
  app.get(bookingPaths.assessmentPattern, (c) => withData(home, c, (data) => showForm(home, c, data)))
  app.post(bookingPaths.assessmentPattern, (c) => withData(home, c, (data) => ask(home, c, data, mayAsk)))
  app.get(bookingPaths.requestPattern, (c) => withData(home, c, (data) => showRequest(home, c, data)))
  return app
}

const noLink = (home: BookingHome, c: Context) => answer(c, <NoVisitPage home={home} path="/visits" />, 404)

const offeredOf = (c: Context, { directory }: FindData, service: string) =>
  findOfferedService(directory, c.req.param('slug') ?? '', service)

const form = (
  home: BookingHome,
  c: Context,
  offered: OfferedService,
  state: AssessmentState,
  status: 200 | 422 | 429 = 200,
) => answer(c, <AssessmentPage {...{ home, offered, state }} path={c.req.path} />, status)

async function showForm(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const offered = await offeredOf(c, data, c.req.query('service') ?? '')
  if (!offered) return noLink(home, c)
  return form(home, c, offered, { key: crypto.randomUUID(), suits: '', typed: {}, problems: [] })
}

/** One that is not ours is nobody's: two people must never share a request. */
const keyOf = (text: string): string =>
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : crypto.randomUUID()

const isPart = (text: string): text is keyof typeof partsOfDay => Object.hasOwn(partsOfDay, text)

async function ask(
  home: BookingHome,
  c: Context,
  data: FindData,
  mayAsk: (sender: string | undefined, now: number) => boolean,
): Promise<Response> {
  const posted = await readForm(home, c)
  if (posted instanceof Response) return posted
  const typed: TypedBooking = { ...typedBooking(posted), forWhom: 'me', payer: 'self' }
  const read = readBooking(typed)
  const answers = readNoteAnswers(posted, read.heard)
  // Danger is answered first, whatever else is wrong with the form.
  if (answers.some((one) => one === 'yes' || one === 'notSure'))
    return answer(c, <CheckFirstPage home={home} path={c.req.path} visit={undefined} />)
  const offered = await offeredOf(c, data, fieldOf(posted, 'service'))
  if (!offered) return noLink(home, c)
  const [key, suits] = [keyOf(fieldOf(posted, 'key')), fieldOf(posted, 'suits')]
  const unanswered = answers.includes(undefined)
  const problems = [
    ...(unanswered ? [noteProblem] : []),
    ...(read.ok ? [] : read.problems),
    ...(isPart(suits) ? [] : [{ field: 'suits', text: 'Choose when it suits you.' }]),
  ]
  const asked = read.heard.length > 0 && <NoteQuestions heard={read.heard} answers={answers} before="before you send" />
  const first = unanswered && <IfItIsSo heard={read.heard} checkHref={home.frame.checkHref} />
  const state = { key, suits, typed, asked, first, hint: read.hint }
  if (!read.ok || !isPart(suits) || problems.length > 0) return form(home, c, offered, { ...state, problems }, 422)
  const tooMany = { field: 'email', text: `You have asked often enough. Ring ${offered.clinic}, or ask again later.` }
  if (!mayAsk(home.addressOf(c), Date.now())) return form(home, c, offered, { ...state, problems: [tooMany] }, 429)
  const { contactName: name, email, phone, note } = read.details
  const request = { name, email, phone, note, requestKey: key, suits: partsOfDay[suits] }
  const { clinicId, service } = offered
  const done: Requested = await requestAssessment(data.app, data.secret, { ...request, clinicId, service: service.id })
  if (done.ok) {
    const subject = { clinicId, appointmentId: done.requestId }
    return c.redirect(bookingPaths.request(privateToken(data.secret, 'request', subject)), 303)
  }
  return done.why === 'unknown' ? noLink(home, c) : form(home, c, offered, { ...state, problems: [tooMany] }, 429)
}

async function showRequest(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const subject = readPrivateToken(data.secret, 'request', c.req.param('token') ?? '')
  const request = subject && (await findRequest(data.app, subject.clinicId, subject.appointmentId))
  if (!request) return noLink(home, c)
  return answer(c, <RequestPage home={home} request={request} path={c.req.path} />)
}

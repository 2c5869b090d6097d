/** Asking for a free talk without choosing a time. Looking changes nothing; one press of the button writes once. */
import { uuidIn } from '../../../care/evidence/ids.ts'
import { type Context, Hono } from 'hono'
import { askerOf, findRequest, requestAssessment } from '../../../clinic/booking/assessment-requests.ts'
import { findOfferedService, type OfferedService } from '../../../clinic/booking/offered-time.ts'
import { privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { answer, fieldOf, readForm, withData } from '../booking/answer.tsx'
import { type ReadBooking, readBooking, type TypedBooking, typedBooking, wordsIn } from '../booking/booking-form.ts'
import { bookingPaths } from '../booking/booking-paths.ts'
import { MessagePage, NoVisitPage } from '../booking/message-pages.tsx'
import {
  CheckFirstPage,
  DangerFirstPage,
  isOtherUntold,
  IfItIsSo,
  type NoteAnswer,
  noteProblem,
  NoteQuestions,
  readNoteAnswers,
} from '../danger-first.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { opensNothing } from '../lost-link.tsx'
import { findPaths } from '../paths.ts'
import { AssessmentPage, type AssessmentState, partsOfDay, RequestPage } from './assessment-pages.tsx'

/** The routes under /therapists/…/assessment and /requests. */
export function assessmentRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(bookingPaths.assessmentPattern, (c) => withData(home, c, (data) => showForm(home, c, data)))
  app.post(bookingPaths.assessmentPattern, (c) => ask(home, c))
  app.get(bookingPaths.requestPattern, (c) => withData(home, c, (data) => showRequest(home, c, data)))
  return app
}

const noLink = (home: BookingHome, c: Context) => answer(c, <NoVisitPage home={home} path="/visits" />, 404)

/** The talk is withdrawn, or was never of this therapist. */
const notOffered = (home: BookingHome, c: Context) =>
  answer(
    c,
    <MessagePage home={home} path={c.req.path} title="This talk is not offered">
      <p>
        The address may be old or cut short. Nothing was sent. <a href={findPaths.find}>Find a physio</a> shows who
        offers one.
      </p>
    </MessagePage>,
    404,
  )

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
  if (!offered) return notOffered(home, c)
  // What costs money is booked, not asked for.
  if (!offered.service.isFreeTalk) return c.redirect(findPaths.times(offered.slug, offered.service.id), 303)
  return form(home, c, offered, { key: crypto.randomUUID(), suits: '', typed: {}, problems: [] })
}

/** One that is not ours is nobody's: two people must never share a request. */
const keyOf = (text: string): string => uuidIn(text) ?? crypto.randomUUID()

const isPart = (text: string): text is keyof typeof partsOfDay => Object.hasOwn(partsOfDay, text)

interface Posted {
  readonly fields: FormData
  readonly typed: TypedBooking
  readonly read: ReadBooking
  /** To the questions about the note. */
  readonly answers: readonly NoteAnswer[]
}

/** Danger is answered first: whatever else is wrong with the form, be the talk withdrawn meanwhile or the database away. */
async function ask(home: BookingHome, c: Context): Promise<Response> {
  const fields = await readForm(home, c)
  if (fields instanceof Response) return fields
  const typed: TypedBooking = { ...typedBooking(fields), forWhom: 'me', payer: 'self' }
  const read = readBooking(typed)
  const answers = readNoteAnswers(fields, read.heard)
  const checkFirst = () =>
    answer(
      c,
      <CheckFirstPage
        {...{ home, words: wordsIn(typed), heard: read.heard }}
        path={c.req.path}
        visit={undefined}
        outcome="Nothing was sent."
      />,
    )
  if (answers.some((one) => one === 'yes' || one === 'notSure')) return checkFirst()
  const other = () =>
    answer(
      c,
      <DangerFirstPage {...{ home, heard: [], words: wordsIn(typed) }} path={c.req.path} outcome="Nothing was sent." />,
    )
  const cannotAsk = answers.includes(undefined)
    ? checkFirst
    : isOtherUntold(wordsIn(typed), typed.told)
      ? other
      : undefined
  return withData(
    home,
    c,
    async (data) => {
      const offered = await offeredOf(c, data, fieldOf(fields, 'service'))
      if (!offered?.service.isFreeTalk) return cannotAsk?.() ?? notOffered(home, c)
      return askOf(home, c, data, { offered, fields, typed, read, answers })
    },
    cannotAsk,
  )
}

async function askOf(
  home: BookingHome,
  c: Context,
  data: FindData,
  { offered, fields, typed, read, answers }: Posted & { readonly offered: OfferedService },
): Promise<Response> {
  const [key, suits] = [keyOf(fieldOf(fields, 'key')), fieldOf(fields, 'suits')]
  const unanswered = answers.includes(undefined)
  const problems = [
    ...(unanswered ? [noteProblem] : []),
    ...(read.ok ? [] : read.problems),
    ...(isPart(suits) ? [] : [{ field: 'suits', text: 'Choose when it suits you.' }]),
  ]
  const asked = read.heard.length > 0 && <NoteQuestions heard={read.heard} answers={answers} before="before you send" />
  const first = unanswered && <IfItIsSo heard={read.heard} checkHref={home.frame.checkHref} />
  const other = isOtherUntold(wordsIn(typed), typed.told)
  const state = { key, suits, typed, asked, first, other, hint: read.hint }
  if (!read.ok || !isPart(suits) || problems.length > 0) return form(home, c, offered, { ...state, problems }, 422)
  if (other) return form(home, c, offered, { ...state, problems: [] })
  const { contactName: name, email, phone, note } = read.details
  const request = { name, email, phone, note, requestKey: key, suits: partsOfDay[suits] }
  const { clinicId, service, clinic } = offered
  const address = home.addressOf(c)
  const askedBy = address ? askerOf(data.secret, address) : null
  const done = await requestAssessment(data.app, data.secret, { ...request, askedBy, clinicId, service: service.id })
  if (done.ok && done.isOther) {
    const text = `${clinic} has what you sent before. Send this to ask a second time.`
    return form(home, c, offered, { ...state, key: crypto.randomUUID(), problems: [{ field: 'name', text }] }, 422)
  }
  if (done.ok) {
    const subject = { clinicId, appointmentId: done.requestId }
    return c.redirect(bookingPaths.request(privateToken(data.secret, 'request', subject)), 303)
  }
  if (done.why === 'unknown') return notOffered(home, c)
  const tooMany = { field: 'email', text: `You have asked often enough. Ring ${clinic}, or ask again later.` }
  return form(home, c, offered, { ...state, problems: [tooMany] }, 429)
}

async function showRequest(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const subject = readPrivateToken(data.secret, 'request', c.req.param('token') ?? '')
  const request = subject && (await findRequest(data.app, subject.clinicId, subject.appointmentId))
  if (!request) return opensNothing({ home, c, data }, 'request', () => noLink(home, c))
  return answer(c, <RequestPage home={home} request={request} path={c.req.path} />)
}

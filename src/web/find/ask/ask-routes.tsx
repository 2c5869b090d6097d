/**
 * Asking a therapist. What is written is held against the danger phrases before anything else is done with it; what may be
 * danger and is not denied is neither kept nor logged. Looking changes nothing; one press of the button writes once.
 */
import { type Context, Hono } from 'hono'
import type { OtherEmergency as OtherEmergencyTold } from '../../../care/check/other-emergencies.ts'
import { privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { publishedAnswer, publishedAnswers } from '../../../clinic/talk/answered.ts'
import { alsoAsked } from '../../../clinic/talk/also-asked.ts'
import { eraseOwnQuestion, findOwnQuestion, type QuestionKey } from '../../../clinic/talk/ask-question.ts'
import { medianAnswerTime, talkClinics } from '../../../clinic/talk/take-on.ts'
import { OtherEmergency } from '../../ui/other-emergency.tsx'
import { answer, fieldOf, readForm, withData } from '../booking/answer.tsx'
import { MessagePage } from '../booking/message-pages.tsx'
import { CheckFirstPage, IfItIsSo, NoteQuestions, noteProblem, readNoteAnswers } from '../danger-first.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { opensNothing } from '../lost-link.tsx'
import { idOrNobody } from '../posted-ids.ts'
import { AnsweredPage, OneAnswerPage, onAnsweredPage } from './answered-page.tsx'
import { emptyQuestion, heardIn, keyOf, otherEmergency, readQuestion, typedQuestion } from './ask-form.ts'
import { AskPage, type AskState, mostNamed } from './ask-page.tsx'
import { askPaths } from './ask-paths.ts'
import { knownAnswers, offeredFor } from './known-answers.ts'
import { OwnQuestionPage } from './own-question-page.tsx'
import { sendQuestion, whyNotSent } from './send-question.ts'
import { pageAsked } from '../page-asked.ts'

/** How many of the newest stand beside the form. */
const mostLately = 3

/** The routes under /ask. */
export function askRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(askPaths.ask, (c) => withData(home, c, (data) => showForm(home, c, data), away(home, c)))
  app.post(askPaths.ask, (c) => hear(home, c))
  app.get(askPaths.known, (c) => withData(home, c, (data) => listKnown(c, data)))
  app.get(askPaths.answeredPattern, (c) => withData(home, c, (data) => showAnswered(home, c, data), away(home, c)))
  app.get(askPaths.answerPattern, (c) => withData(home, c, (data) => showAnswer(home, c, data), away(home, c)))
  app.get(askPaths.ownPattern, (c) => withOwn(home, c, showOwn))
  app.post(askPaths.erasePattern, (c) => withOwn(home, c, eraseOwn))
  return app
}

async function form(home: BookingHome, c: Context, data: FindData, state: AskState, status: 200 | 422 | 429 = 200) {
  const [clinics, median, known] = await Promise.all([
    talkClinics(data.directory),
    medianAnswerTime(data.directory),
    knownAnswers(data),
  ])
  const lately = known.filter(({ href }) => href.startsWith(askPaths.answer(''))).slice(0, mostLately)
  return answer(c, <AskPage {...{ home, clinics, median, lately, state }} />, status)
}

const showForm = (home: BookingHome, c: Context, data: FindData) =>
  form(home, c, data, { key: crypto.randomUUID(), typed: emptyQuestion, problems: [], offered: [] })

/** The database cannot be reached: nothing is claimed but that. */
const away = (home: BookingHome, c: Context, other?: OtherEmergencyTold) => () =>
  answer(
    c,
    <MessagePage home={home} path={askPaths.ask} title="Questions cannot be sent just now">
      {other && <OtherEmergency told={other} checkHref={home.frame.checkHref} />}
      <p>
        We cannot reach the place where questions are kept.{' '}
        {c.req.method === 'POST'
          ? 'If you had just sent one, go back, where your words still are, and press the button again in a minute: it cannot be sent twice.'
          : 'Go back and try again in a minute.'}{' '}
        The <a href={home.frame.checkHref}>check</a> and the guide work without it.
      </p>
    </MessagePage>,
    503,
  )

/** What is written of danger is answered while the database is away, too. */
async function hear(home: BookingHome, c: Context): Promise<Response> {
  const posted = await readForm(home, c)
  if (posted instanceof Response) return posted
  const typed = typedQuestion(posted)
  const isClear = readNoteAnswers(posted, heardIn(typed.words)).every((one) => one === 'no')
  const first = () => answer(c, <QuestionStops {...{ home, words: typed.words }} />)
  const other = otherEmergency(posted, typed.words)
  return withData(home, c, (data) => ask(home, c, data, posted), isClear ? away(home, c, other) : first)
}

const QuestionStops = ({ home, words }: { readonly home: BookingHome; readonly words: string }) => (
  <CheckFirstPage
    {...{ home, words, heard: heardIn(words) }}
    path={askPaths.ask}
    visit={undefined}
    outcome="Your question is not sent. It is not kept either, by us or on your device. The Back button of your browser may still show your words."
  />
)

async function ask(home: BookingHome, c: Context, data: FindData, posted: FormData): Promise<Response> {
  const typed = typedQuestion(posted)
  const heard = heardIn(typed.words)
  const answers = readNoteAnswers(posted, heard)
  // Danger is answered first, whatever else is wrong with the form; nothing of it is kept.
  if (answers.some((one) => one === 'yes' || one === 'notSure'))
    return answer(c, <QuestionStops {...{ home, words: typed.words }} />)
  const questions = heard.length > 0 && <NoteQuestions heard={heard} answers={answers} before="before you send" />
  const other = otherEmergency(posted, typed.words)
  const unanswered = answers.includes(undefined)
  const first = unanswered && <IfItIsSo heard={heard} checkHref={home.frame.checkHref} waitingFor="an answer" />
  const state = { key: keyOf(fieldOf(posted, 'key')), typed, asked: questions, first, other }
  const read = readQuestion(typed)
  const problems = [...(unanswered ? [noteProblem] : []), ...(read.ok ? [] : read.problems)]
  if (!read.ok || problems.length > 0) return form(home, c, data, { ...state, problems, offered: [] }, 422)
  const offered = fieldOf(posted, 'looked') === 'yes' ? [] : offeredFor(typed.words, await knownAnswers(data))
  if (offered.length > 0 || other) return form(home, c, data, { ...state, problems: [], offered })
  const done = await sendQuestion(data, { typed, read, key: state.key, address: home.addressOf(c) })
  if (done.ok) {
    const { clinicId, questionId } = done.sent
    const token = privateToken(data.secret, 'question', { clinicId, appointmentId: questionId })
    return c.redirect(askPaths.own(token), 303)
  }
  const problem = { field: done.why === 'notTaking' ? 'clinic' : 'words', text: whyNotSent[done.why] }
  return form(home, c, data, { ...state, problems: [problem], offered: [] }, done.why === 'notTaking' ? 422 : 429)
}

/** What there is to read, for looking through on the device: the same for everybody, so nothing that is typed comes here. */
async function listKnown(c: Context, data: FindData): Promise<Response> {
  c.header('Cache-Control', 'public, max-age=300')
  return c.json(await knownAnswers(data))
}

async function showAnswered(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const { count } = await publishedAnswers(data.directory, { most: 0 })
  const page = pageAsked(c.req.query('page'), { count, onPage: onAnsweredPage })
  const found = await publishedAnswers(data.directory, { most: onAnsweredPage, skip: (page - 1) * onAnsweredPage })
  return answer(c, <AnsweredPage home={home} {...found} page={page} />)
}

async function showAnswer(home: BookingHome, c: Context, data: FindData): Promise<Response> {
  const found = await publishedAnswer(data.directory, idOrNobody(c.req.param('id') ?? ''))
  if (!found) return notHere(home, c)
  return answer(c, <OneAnswerPage home={home} answer={found} />)
}

const notHere = (home: BookingHome, c: Context) =>
  answer(
    c,
    <MessagePage home={home} path={askPaths.ask} title="There is nothing under this address">
      <p>The link may be cut short, or what it opened is not shown any more.</p>
      <p>
        <a href={askPaths.ask}>Ask a therapist</a>, or read <a href={askPaths.answered()}>questions with answers</a>.
      </p>
    </MessagePage>,
    404,
  )

interface Own {
  readonly home: BookingHome
  readonly c: Context
  readonly data: FindData
  readonly token: string
  readonly key: QuestionKey
}

/** Whatever link this installation did not make is answered in the same words. */
function withOwn(home: BookingHome, c: Context, work: (own: Own) => Promise<Response>) {
  const find = (data: FindData) => {
    const token = c.req.param('token') ?? ''
    const subject = readPrivateToken(data.secret, 'question', token)
    if (!subject) return notHere(home, c)
    return work({ home, c, data, token, key: { clinicId: subject.clinicId, questionId: subject.appointmentId } })
  }
  return withData(home, c, find, away(home, c))
}

async function showOwn({ home, c, data, token, key }: Own): Promise<Response> {
  const question = await findOwnQuestion(data.app, data.secret, key)
  if (!question) return opensNothing({ home, c, data }, 'question', () => notHere(home, c))
  const also = await alsoAsked(data.app, data.secret, key, await whereChosen(data, key.clinicId))
  const others = also.shown.map(({ clinicId, questionId, words }) => ({
    words,
    token: privateToken(data.secret, 'question', { clinicId, appointmentId: questionId }),
  }))
  return answer(c, <OwnQuestionPage {...{ home, token, question, others }} toAnother={also.toAnother} />)
}

/** Other clinics that somebody could have chosen; where there are too many to choose from, one form goes to one. */
async function whereChosen({ directory }: FindData, clinicId: string): Promise<readonly string[]> {
  const answering = (await talkClinics(directory)).filter(({ answersQuestions }) => answersQuestions)
  return answering.length > mostNamed ? [] : answering.map((one) => one.clinicId).filter((id) => id !== clinicId)
}

async function eraseOwn({ c, data, token, key }: Own): Promise<Response> {
  await eraseOwnQuestion(data.app, key)
  return c.redirect(askPaths.own(token), 303)
}

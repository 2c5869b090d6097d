/** Asking a therapist, for machines: a question, what became of it, and what everybody may read. Danger is answered first. */
import { privateToken, readPrivateToken } from '../../clinic/booking/private-link.ts'
import { publishedAnswers } from '../../clinic/talk/answered.ts'
import { eraseOwnQuestion, findOwnQuestion, type QuestionKey } from '../../clinic/talk/ask-question.ts'
import { onAnsweredPage } from '../../web/find/ask/answered-page.tsx'
import { heardIn, otherEmergency, readQuestion, typedQuestion } from '../../web/find/ask/ask-form.ts'
import { sendQuestion } from '../../web/find/ask/send-question.ts'
import { readNoteAnswers } from '../../web/find/danger-first.tsx'
import { pageAsked } from '../../web/find/page-asked.ts'
import { problem, type Reply } from '../problem.ts'
import { type AnswerClinic, type Call, notHere, opensNothing, readBody, reply } from './call.ts'
import { askAboutNote, checkFirst, otherFirst } from './danger-told.ts'
import { QuestionCall } from './talk-shapes.ts'
import { iso } from './told.ts'

const notSent = 'Your question was not sent.'

/** The body as the form of the page carries it, so that one reader reads both. */
function asForm(aboutNote: Readonly<Record<string, string>>, fields: Readonly<Record<string, string | undefined>>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value)
  for (const [question, said] of Object.entries(aboutNote)) form.set(`danger-${question}`, said)
  return form
}

/** What the words may tell of danger, before all else. */
function dangerFirst(form: FormData, words: string): Reply | undefined {
  const heard = heardIn(words)
  const answers = readNoteAnswers(form, heard)
  if (answers.some((one) => one === 'yes' || one === 'notSure')) return checkFirst(notSent)
  const other = otherEmergency(form, words)
  if (other) return otherFirst(other, notSent)
  return answers.includes(undefined) ? askAboutNote(heard) : undefined
}

const whyNot = {
  tooMany: [429, 'You have asked as often as we can answer for now. Try again tomorrow.'],
  full: [429, 'More questions are waiting than can be answered. Try again tomorrow.'],
  notTaking: [409, 'They are not taking questions at the moment.'],
} as const

/** Sends a question. However often the same key is sent with the same words, there is one. */
export const questionCall: AnswerClinic = async (call) => {
  const body = await readBody(call.c, QuestionCall)
  if (!body.ok) return body.reply
  const { key, aboutNote = {}, ...fields } = body.value
  const form = asForm(aboutNote, fields)
  const typed = typedQuestion(form)
  const danger = dangerFirst(form, typed.words)
  if (danger) return danger
  const read = readQuestion(typed)
  if (!read.ok) {
    const errors = read.problems.map(({ field, text }) => ({ pointer: `/${field}`, detail: text }))
    return problem(422, errors[0]?.detail ?? '', errors)
  }
  const sent = await sendQuestion(call.data, { typed, read, key, address: call.home.addressOf(call.c) })
  if (sent.ok) return tellQuestion(call, sent.sent, 201)
  const [status, why] = whyNot[sent.why]
  return problem(status, `${why} ${notSent}`, undefined, { why: sent.why })
}

async function tellQuestion(call: Call, key: QuestionKey, status: 200 | 201 = 200): Promise<Reply> {
  const { data } = call
  const question = await findOwnQuestion(data.app, data.secret, key)
  if (!question) return opensNothing(call, 'question', call.c.req.param('question'))
  const { words = null, askedAt, answer, closed = null, ...told } = question
  const subject = { clinicId: key.clinicId, appointmentId: key.questionId }
  return reply(
    {
      question: privateToken(data.secret, 'question', subject),
      ...told,
      ...{ words, askedAt: iso(askedAt), closed },
      answer: answer ? { ...answer, at: iso(answer.at) } : null,
    },
    status,
  )
}

function withQuestion(call: Call, answer: (key: QuestionKey) => Promise<Reply>): Promise<Reply> | Reply {
  const subject = readPrivateToken(call.data.secret, 'question', call.c.req.param('question') ?? '')
  return subject ? answer({ clinicId: subject.clinicId, questionId: subject.appointmentId }) : notHere()
}

export const lookAtQuestion: AnswerClinic = async (call) => withQuestion(call, (key) => tellQuestion(call, key))

/** Erases it: its words, its answer and where that was to go. */
export const eraseQuestionCall: AnswerClinic = async (call) =>
  withQuestion(call, async (key) => {
    await eraseOwnQuestion(call.data.app, key)
    return tellQuestion(call, key)
  })

/** What staff put before everybody, newest first. */
export const answersCall: AnswerClinic = async ({ c, data: { directory } }) => {
  const { count } = await publishedAnswers(directory, { most: 0 })
  const page = pageAsked(c.req.query('page'), { count, onPage: onAnsweredPage })
  const { answers } = await publishedAnswers(directory, { most: onAnsweredPage, skip: (page - 1) * onAnsweredPage })
  const told = answers.map(({ id, question, answer, guidePages, clinic, at, ...who }) => ({
    ...{ id, question, answer, guidePages, clinic, therapist: who.therapistSlug, at: iso(at) },
    signed: { name: who.therapist, profession: who.profession, body: who.body, number: who.number },
  }))
  return reply({ count, page, answers: told })
}

/** The inbox of those who treat. Looking writes down who looked, and changes nothing else; each button is one act with its member. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { articleOf } from '../../../care/guide/articles.ts'
import { findClinicWords } from '../../../clinic/directory/clinic-words.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import {
  dealWithQuestion,
  dueChoices,
  longestAnswer,
  longestPublished,
  mostGuidePages,
  type QuestionDeed,
} from '../../../clinic/talk/answer-question.ts'
import { listInbox, openQuestion } from '../../../clinic/talk/inbox.ts'
import { answerTakenBack } from '../../../clinic/talk/kept-answers.ts'
import { medianAnswerTime, readTakenOn } from '../../../clinic/talk/take-on.ts'
import { closeReasons, dangerOutcomes } from '../../../clinic/talk/talk-words.ts'
import { isKeyOf } from '../../../care/evidence/closed-sets.ts'
import { answer, fieldOf } from '../../find/booking/answer.tsx'
import { typedForm } from '../../find/typed-form.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { InboxPage, readInboxList } from './inbox-page.tsx'
import { refusedWords, saidOf } from './inbox-words.ts'
import type { TypedAnswer } from './answer-form.tsx'
import { QuestionPage } from './question-page.tsx'

/** The routes under /console/inbox. */
export function inboxRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.inbox, (c) => list(home, c))
  app.get(consolePaths.questionPattern, (c) => look(home, c))
  app.post(consolePaths.questionPattern, (c) => act(home, c))
  return app
}

const notYours = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

async function list(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const member = c.get('member')
  if (!mayDo(member, 'see-clinical')) return notYours(home, c)
  const { app, directory, secret } = c.get('data')
  const wanted = readInboxList(c.req.query('list'))
  const [found, median, taken] = await Promise.all([
    listInbox(app, secret, member, wanted),
    medianAnswerTime(directory),
    readTakenOn(app, member.clinicId),
  ])
  const page = { found, median, takesQuestions: taken.answersQuestions, list: wanted }
  return answer(c, <InboxPage home={home} here={hereOf(c)} {...page} />)
}

const look = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  show(home, c, { done: c.req.query('done') ?? '', problems: [] })

interface Shown {
  /** What the last press did. */
  readonly done?: string
  /** Why it did nothing. */
  readonly refused?: string
  readonly typed?: TypedAnswer | undefined
  readonly problems: readonly Problem[]
}

async function show(home: ConsoleHome, c: Context<ConsoleEnv>, shown: Shown, status: 200 | 409 | 422 = 200) {
  const member = c.get('member')
  const id = readId(c.req.param('question'))
  if (!mayDo(member, 'see-clinical') || id === undefined) return notYours(home, c)
  const { app, secret } = c.get('data')
  const question = await openQuestion(app, secret, member, id)
  if (!question) return notYours(home, c)
  const others = await listInbox(app, secret, member, 'team')
  const { done, refused, typed, problems } = shown
  const said = refused ?? (done === undefined ? undefined : saidOf(question, done))
  const page = { question, others, said, typed, problems }
  return answer(c, <QuestionPage home={home} here={hereOf(c)} {...page} />, status)
}

async function act(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const member = c.get('member')
  const id = readId(c.req.param('question'))
  if (!mayDo(member, 'see-clinical') || id === undefined) return notYours(home, c)
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const typed = typedAnswer(form)
  const read = readDeed(form, typed)
  if (!read.ok) return show(home, c, { typed, problems: read.problems }, 422)
  const { app, secret } = c.get('data')
  const { what } = read.deed
  const done = await dealWithQuestion(app, secret, member, id, read.deed)
  const back = done.ok && what === 'taken-back' ? await answerOf(c, id) : undefined
  // What is half written belongs in no address, so it stands on the page that answers.
  const kept = back ?? ((what === 'assigned' || what === 'due') && form.has('words') ? typed : undefined)
  if (done.ok && kept) return show(home, c, { typed: kept, done: what, problems: [] })
  if (done.ok) return c.redirect(`${consolePaths.question(id)}?done=${what}`, 303)
  if (done.why === 'noQuestion') return notYours(home, c)
  return show(home, c, { typed, refused: refusedWords[done.why], problems: [] }, 409)
}

/** The answer that they have taken back, to be written on. */
async function answerOf(c: Context<ConsoleEnv>, id: string): Promise<TypedAnswer | undefined> {
  const { app, secret } = c.get('data')
  const taken = await answerTakenBack(app, secret, c.get('member'), id)
  const question = taken && (await openQuestion(app, secret, c.get('member'), id))
  if (!question) return undefined
  const { words, guidePages, publishAs } = taken
  const asked = [...question.words].slice(0, longestPublished).join('')
  return { words, pages: guidePages, publish: publishAs !== undefined, publishAs: publishAs ?? asked }
}

const typedAnswer = (form: FormData): TypedAnswer => ({
  words: fieldOf(form, 'words').normalize('NFC').trim(),
  pages: form.getAll('page').flatMap((page) => (typeof page === 'string' ? page : [])),
  publish: fieldOf(form, 'publish') === 'yes',
  publishAs: fieldOf(form, 'publishAs').normalize('NFC').trim(),
})

type ReadDeed =
  | { readonly ok: true; readonly deed: QuestionDeed }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const wrong = (field: string, text: string): ReadDeed => ({ ok: false, problems: [{ field, text }] })

function readDeed(form: FormData, typed: TypedAnswer): ReadDeed {
  const what = fieldOf(form, 'do')
  switch (what) {
    case 'assigned': {
      const to = fieldOf(form, 'to')
      const id = readId(to)
      if (to !== '' && id === undefined) return wrong('to', 'Choose who answers.')
      return { ok: true, deed: { what, to: id ?? null } }
    }
    case 'due': {
      const hours = dueChoices.find((choice) => String(choice) === fieldOf(form, 'hours'))
      return hours ? { ok: true, deed: { what, hours } } : wrong('hours', 'Choose when it is due.')
    }
    case 'danger-seen': {
      const outcome = fieldOf(form, 'outcome')
      if (!isKeyOf(dangerOutcomes, outcome)) return wrong('danger-title', 'Choose what happened.')
      return { ok: true, deed: { what, outcome } }
    }
    case 'closed': {
      const why = fieldOf(form, 'why')
      return isKeyOf(closeReasons, why) ? { ok: true, deed: { what, why } } : wrong('main', 'Choose why you close it.')
    }
    case 'answered':
      return readAnswer(typed)
    case 'taken-back':
    case 'withdrawn':
    case 'reopened':
      return { ok: true, deed: { what } }
    default:
      return wrong('main', 'Nothing was changed.')
  }
}

const answerForm = z.object({
  words: z
    .string()
    .min(1, 'Write your answer.')
    .refine((text) => [...text].length <= longestAnswer, `Use ${longestAnswer} characters or fewer.`),
  pages: z.array(z.string()).max(mostGuidePages, `Choose at most ${mostGuidePages} pages.`),
  publishAs: z
    .string()
    .refine((text) => [...text].length <= longestPublished, `Use ${longestPublished} characters or fewer.`),
})

/** The asker's own words may hold any of them, a cure in a question too: what we say back may promise nothing (clinic-words.ts). */
function readAnswer(typed: TypedAnswer): ReadDeed {
  const { words, publish, publishAs } = typed
  const pages = [...new Set(typed.pages)].filter((slug) => articleOf(slug) !== undefined)
  const read = answerForm.safeParse({ words, pages, publishAs: publish ? publishAs : '' })
  const problems = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ field: String(path[0]), text: message }))
  const [word] = findClinicWords(words)
  if (word) problems.push({ field: 'words', text: `“${word.written}”: ${word.why}` })
  if (publish && publishAs === '') problems.push({ field: 'publishAs', text: 'Write the question as anyone reads it.' })
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, deed: { what: 'answered', words, guidePages: pages, publishAs: publish ? publishAs : undefined } }
}

/**
 * Comments under pages of the guide. What may tell of danger is answered first and at once, kept or not, and staff are told.
 * Looking changes nothing; one press of the button writes once.
 */
import { type Context, Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { articleOf } from '../../../care/guide/articles.ts'
import { takesComments } from '../../../care/guide/takes-comments.ts'
import type { Article } from '../../../care/guide/types.ts'
import { privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { countedComments, shownComments } from '../../../clinic/talk/shown-comments.ts'
import { type TalkClinic, talkClinics, whoReads } from '../../../clinic/talk/take-on.ts'
import {
  type CommentKey,
  clinicThatHasComment,
  editOwnComment,
  eraseOwnComment,
  findOwnComment,
  type OwnComment,
  writeComment,
} from '../../../clinic/talk/write-comment.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { answer, answerAway, fieldOf, readForm, withData } from '../booking/answer.tsx'
import { MessagePage } from '../booking/message-pages.tsx'
import { DangerAbove, DangerFirstPage, notOfTheBackIn } from '../danger-first.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { heardIn, keyOf } from './ask-form.ts'
import { askPaths, guideLinks } from './ask-paths.ts'
import { emptyComment, isLikeAMachine, readComment, type TypedComment, typedComment } from './comment-form.ts'
import { CommentsPage, OwnCommentPage, onCommentsPage } from './comments-page.tsx'
import { opensNothing } from '../lost-link.tsx'
import { pageAsked } from '../page-asked.ts'

/** The routes under /comments. */
export function commentRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(askPaths.ownCommentPattern, (c) => withOwn(home, c, showOwn))
  app.post(askPaths.ownCommentPattern, (c) => withOwn(home, c, editOwn))
  app.post(askPaths.eraseCommentPattern, (c) => withOwn(home, c, eraseOwn))
  app.get(askPaths.commentsPattern, (c) => withArticle(home, c, (of) => show(of, {})))
  app.post(askPaths.commentsPattern, (c) => withArticle(home, c, write))
  return app
}

interface OfArticle {
  readonly home: BookingHome
  readonly c: Context
  readonly data: FindData
  readonly article: Article
}

function withArticle(home: BookingHome, c: Context, work: (of: OfArticle) => Promise<Response>) {
  const find = (data: FindData) => {
    const article = articleOf(c.req.param('page') ?? '')
    if (!article || !takesComments(article)) return notHere(home, c)
    return work({ home, c, data, article })
  }
  return withData(home, c, find, () => answerAway(home, c, <CommentsAway home={home} path={c.req.path} />))
}

/** The database cannot be reached: nothing is claimed but that. */
const CommentsAway = ({ home, path }: { readonly home: BookingHome; readonly path: string }) => (
  <MessagePage home={home} path={path} title="Comments are not here just now">
    <p>
      We cannot reach the place where comments are kept. If you had just sent one, go back, where your words still are,
      and press the button again in a minute: it cannot be sent twice. The <a href={home.frame.checkHref}>check</a> and
      the guide work without it.
    </p>
  </MessagePage>
)

const notHere = (home: BookingHome, c: Context) =>
  answer(
    c,
    <MessagePage home={home} path={guideLinks.guide} title="There is nothing under this address">
      <p>
        The link may be cut short, or this page takes no comments. <a href={guideLinks.guide}>To the guide</a>
      </p>
    </MessagePage>,
    404,
  )

interface Shown {
  readonly typed?: TypedComment
  readonly key?: string
  readonly problems?: readonly Problem[]
  /** What cannot wait, above what is wrong with the form. */
  readonly first?: ComponentChildren
  readonly status?: 200 | 422 | 429
}

async function show(
  { home, c, data: { directory }, article }: OfArticle,
  { typed = emptyComment, key = crypto.randomUUID(), problems = [], first, status = 200 }: Shown,
): Promise<Response> {
  const counts = await countedComments(directory, { page: article.slug })
  const page = pageAsked(c.req.query('page'), { count: counts.shown, onPage: onCommentsPage })
  const [comments, clinics] = await Promise.all([
    shownComments(directory, article.slug, { most: onCommentsPage, skip: (page - 1) * onCommentsPage }),
    talkClinics(directory),
  ])
  const isOpen = whoReads(clinics) !== undefined
  const props = { home, article, comments, counts, page, isOpen, typed, problems, first, pressKey: key }
  return answer(c, <CommentsPage {...props} />, status)
}

async function write(of: OfArticle): Promise<Response> {
  const { home, c, data, article } = of
  const posted = await readForm(home, c)
  if (posted instanceof Response) return posted
  const typed = typedComment(posted)
  const key = keyOf(fieldOf(posted, 'key'))
  const heard = heardIn(typed.words)
  const isHeard = heard.length > 0 || notOfTheBackIn(typed.words) !== undefined
  const read = readComment(typed, isLikeAMachine(posted))
  const press = { writeKey: key, page: article.slug, words: typed.words }
  const clinics = read.ok ? await talkClinics(data.directory) : []
  const clinic = await clinicFor(data, clinics, press)
  const written =
    read.ok && clinic
      ? await writeComment(data.app, data.secret, {
          ...{ clinicId: clinic.clinicId, ...press },
          ...{ name: read.name, email: read.email, address: home.addressOf(c), isDanger: isHeard },
          alsoAt: clinics.map(({ clinicId }) => clinicId),
        })
      : undefined
  const own =
    written?.ok && clinic
      ? askPaths.ownComment(
          privateToken(data.secret, 'comment', { clinicId: clinic.clinicId, appointmentId: written.commentId }),
        )
      : undefined
  // Answered first, whatever became of the comment.
  if (own && isHeard) {
    const page = { home, heard, words: typed.words, path: askPaths.comments(article.slug) }
    return answer(c, <DangerFirstPage {...page} outcome={<Kept own={own} />} />)
  }
  if (own) return c.redirect(own, 303)
  const first = isHeard && (
    <DangerAbove {...{ home, heard }} words={typed.words} outcome="Your comment is not sent. It is still below." />
  )
  if (!read.ok) return show(of, { typed, key, first, problems: read.problems, status: 422 })
  const why = written?.ok === false ? whyNotSent[written.why] : 'Nobody is there to read comments at the moment.'
  const text = `${why} Your words are still here.`
  return show(of, { typed, key, first, problems: [{ field: 'words', text }], status: 429 })
}

/** Who reads it. The clinic with least to read may be another by now: what comes from one form goes where the first went. */
async function clinicFor(
  data: FindData,
  clinics: readonly TalkClinic[],
  press: Parameters<typeof clinicThatHasComment>[2],
) {
  const reading = clinics.filter(({ readsComments }) => readsComments)
  const ids = reading.map(({ clinicId }) => clinicId)
  const had = await clinicThatHasComment(data.app, ids, press)
  return reading.find(({ clinicId }) => clinicId === had) ?? whoReads(reading)
}

const Kept = ({ own }: { readonly own: string }) => (
  <>
    Your comment is kept. The clinic reads it before anybody else can. <a href={own}>See, change or erase it</a>
  </>
)

const whyNotSent = {
  tooMany: 'You have written as often as we can read for now. Try again tomorrow.',
  full: 'More comments come at this moment than can be taken. Press the button again in a minute.',
} as const

interface Own {
  readonly home: BookingHome
  readonly c: Context
  readonly data: FindData
  readonly token: string
  readonly key: CommentKey
  readonly comment: OwnComment
}

/** Whatever link this installation did not make is answered in the same words. */
function withOwn(home: BookingHome, c: Context, work: (own: Own) => Response | Promise<Response>) {
  const find = async (data: FindData) => {
    const token = c.req.param('token') ?? ''
    const subject = readPrivateToken(data.secret, 'comment', token)
    const key = subject && { clinicId: subject.clinicId, commentId: subject.appointmentId }
    const comment = key && (await findOwnComment(data.app, key))
    if (!key || !comment) return opensNothing({ home, c, data }, 'comment', () => notHere(home, c))
    return work({ home, c, data, token, key, comment })
  }
  return withData(home, c, find, () => answerAway(home, c, <CommentsAway home={home} path={c.req.path} />))
}

/** Others of the same form, each with what its private link opens. */
const othersOf = ({ data, key, comment }: Own) =>
  comment.alsoSent.map(({ commentId, words }) => ({
    words,
    token: privateToken(data.secret, 'comment', { clinicId: key.clinicId, appointmentId: commentId }),
  }))

const typedOf = ({ words, name }: OwnComment): TypedComment => ({ words, name: name ?? '', email: '' })

const showOwn = (own: Own) => {
  const { home, c, token, comment } = own
  const page = { home, token, comment, others: othersOf(own) }
  return answer(c, <OwnCommentPage {...page} typed={typedOf(comment)} problems={[]} />)
}

async function editOwn(of: Own): Promise<Response> {
  const { home, c, data, token, key, comment } = of
  const posted = await readForm(home, c)
  if (posted instanceof Response) return posted
  const typed = typedComment(posted)
  const heard = heardIn(typed.words)
  const isHeard = heard.length > 0 || notOfTheBackIn(typed.words) !== undefined
  const read = readComment(typed, isLikeAMachine(posted))
  const change = { words: typed.words, isDanger: isHeard }
  const edited = read.ok ? await editOwnComment(data.app, key, { ...change, name: read.name }) : undefined
  const own = askPaths.ownComment(token)
  if (isHeard && edited && (edited.ok || edited.why === 'gone')) {
    const outcome = edited.ok ? <Kept own={own} /> : 'Your change is not sent: the comment was erased.'
    return answer(c, <DangerFirstPage {...{ home, heard, outcome }} words={typed.words} path={own} />)
  }
  // What was erased says so itself.
  if (edited?.ok || (edited && edited.why === 'gone')) return c.redirect(own, 303)
  const tooOften = { field: 'words', text: 'It has been changed too often. It stays as it was. You can erase it.' }
  const problems = read.ok ? [tooOften] : read.problems
  const first = isHeard && (
    <DangerAbove {...{ home, heard }} words={typed.words} outcome="Your change is not sent. It is still below." />
  )
  return answer(
    c,
    <OwnCommentPage {...{ home, token, comment, typed, problems, first }} others={othersOf(of)} />,
    read.ok ? 429 : 422,
  )
}

async function eraseOwn({ c, data, token, key }: Own): Promise<Response> {
  await eraseOwnComment(data.app, key)
  return c.redirect(askPaths.ownComment(token), 303)
}

/** Moderating comments: look, show, keep back with a reason, undo. Each button is one act, written down with its member. */
import { type Context, Hono } from 'hono'
import { isKeyOf } from '../../../care/evidence/closed-sets.ts'
import { isHideReason } from '../../../clinic/directory/ratings.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import {
  type CommentDeed,
  type CommentDone,
  type CommentList,
  listComments,
  moderateComment,
} from '../../../clinic/talk/moderate-comments.ts'
import { countedComments } from '../../../clinic/talk/shown-comments.ts'
import { readTakenOn } from '../../../clinic/talk/take-on.ts'
import { dangerOutcomes } from '../../../clinic/talk/talk-words.ts'
import { answer, fieldOf } from '../../find/booking/answer.tsx'
import { typedForm } from '../../find/typed-form.ts'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { ModerationPage, readCommentList } from './moderation-page.tsx'

/** The routes under /console/moderation. */
export function moderationRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.moderation, (c) => look(home, c))
  app.post(consolePaths.commentPattern, (c) => act(home, c))
  return app
}

const notYours = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

function look(home: ConsoleHome, c: Context<ConsoleEnv>) {
  if (!mayDo(c.get('member'), 'moderate')) return notYours(home, c)
  const said = saidWords[c.req.query('done') ?? '']
  return show(home, c, { list: readCommentList(c.req.query('list')), said, undo: readId(c.req.query('undo')) })
}

interface Shown {
  readonly list: CommentList
  readonly said: string | undefined
  readonly undo?: string | undefined
}

async function show(home: ConsoleHome, c: Context<ConsoleEnv>, shown: Shown, status: 200 | 409 | 422 = 200) {
  const { app, directory } = c.get('data')
  const { clinicId } = c.get('member')
  const [found, counts, { readsComments }] = await Promise.all([
    listComments(app, clinicId, shown.list),
    countedComments(directory, { clinicId }),
    readTakenOn(app, clinicId),
  ])
  const page = { found, counts, readsComments, ...shown }
  return answer(c, <ModerationPage home={home} here={hereOf(c)} {...page} />, status)
}

/** What a button did, as the page after it says. Keys stand in the address, so they say nothing of a comment. */
const saidWords: Readonly<Record<string, string | undefined>> = {
  shown: 'It is shown.',
  'kept-back': 'Kept back. The writer is told why.',
  'danger-seen': 'Written down that you have looked.',
  undone: 'It stands as it did before.',
}

const refusedWords: Readonly<Record<Extract<CommentDone, { ok: false }>['why'], string>> = {
  noComment: 'It is not there any more.',
  dangerFirst: 'Nothing was changed. First write down what you made of what may be danger.',
  changed: 'Nothing was changed: its writer changed the words meanwhile. Read them again.',
  tooLate: 'Nothing was changed: it is too late to undo, or somebody did something else since.',
  tooOften: 'Nothing was changed: too much was done with this comment already.',
}

async function act(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const member = c.get('member')
  const id = readId(c.req.param('comment'))
  if (!mayDo(member, 'moderate') || id === undefined) return notYours(home, c)
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const list = readCommentList(fieldOf(form, 'list'))
  const read = deedOf(form)
  if (!read.ok) return show(home, c, { list, said: read.says }, 422)
  const done = await moderateComment(c.get('data').app, member, id, read.deed)
  if (!done.ok && done.why === 'noComment') return notYours(home, c)
  if (!done.ok) return show(home, c, { list, said: refusedWords[done.why] }, 409)
  const { what } = read.deed
  const isUndoable = what === 'shown' || what === 'kept-back'
  const query = new URLSearchParams({ list, done: what, ...(isUndoable && { undo: id }) })
  return c.redirect(`${consolePaths.moderation}?${query}`, 303)
}

type ReadDeed = { readonly ok: true; readonly deed: CommentDeed } | { readonly ok: false; readonly says: string }

function deedOf(form: FormData): ReadDeed {
  const what = fieldOf(form, 'do')
  const seen = fieldOf(form, 'seen')
  switch (what) {
    case 'shown':
      return { ok: true, deed: { what, seen } }
    case 'kept-back': {
      const why = fieldOf(form, 'why')
      return isHideReason(why)
        ? { ok: true, deed: { what, why, seen } }
        : { ok: false, says: 'Nothing was changed. Choose a reason, then press the button again.' }
    }
    case 'danger-seen': {
      const outcome = fieldOf(form, 'outcome')
      return isKeyOf(dangerOutcomes, outcome)
        ? { ok: true, deed: { what, outcome, seen } }
        : { ok: false, says: 'Nothing was changed. Choose what happened, then press the button again.' }
    }
    case 'undone':
      return { ok: true, deed: { what } }
    default:
      return { ok: false, says: 'Nothing was changed.' }
  }
}

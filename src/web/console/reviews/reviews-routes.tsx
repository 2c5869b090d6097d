/** Moderating reviews: look, keep back with a reason, put back, answer. Each button is one act, written down with its member. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { mayDo } from '../../../clinic/people/members.ts'
import { findClinicWords } from '../../../clinic/directory/clinic-words.ts'
import { isHideReason } from '../../../clinic/directory/ratings.ts'
import {
  listReviews,
  longestReply,
  type Moderated,
  moderateReview,
  type ReviewDeed,
} from '../../../clinic/reviews/moderate-reviews.ts'
import { answer, fieldOf } from '../../find/booking/answer.tsx'
import { idOrNobody } from '../../find/posted-ids.ts'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { listPath, readList, ReviewsPage, type TypedReply } from './reviews-page.tsx'
import { typedForm } from '../../find/typed-form.ts'

/** The routes of reviews, for the console to mount behind its gate. */
export function reviewsRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.reviews, (c) => look(home, c))
  app.post(`${consolePaths.reviews}/:review`, (c) => act(home, c))
  return app
}

const notYours = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

async function look(home: ConsoleHome, c: Context<ConsoleEnv>) {
  if (!mayDo(c.get('member'), 'moderate')) return notYours(home, c)
  return show(home, c, readList(c.req.query('list')), saidWords[c.req.query('done') ?? ''])
}

async function show(
  home: ConsoleHome,
  c: Context<ConsoleEnv>,
  list: ReturnType<typeof readList>,
  said: string | undefined,
  status: 200 | 409 | 422 = 200,
  typed?: TypedReply,
) {
  const { app } = c.get('data')
  const found = await listReviews(app, c.get('member').clinicId, list)
  return answer(c, <ReviewsPage home={home} here={hereOf(c)} {...{ list, found, said, typed }} />, status)
}

/** What a button did, as the page after it says. Keys stand in the address, so they say nothing of a review. */
const saidWords: Readonly<Record<string, string | undefined>> = {
  hidden: 'Kept back. The writer is told why.',
  'put-back': 'Shown again.',
  replied: 'Your answer is shown.',
  'reply-taken-back': 'Your answer is not shown any more.',
  'danger-seen': 'Written down that you have looked.',
  'reports-settled': 'It stays as it is.',
}

const changedWords =
  'Nothing was changed. Its writer or a colleague changed this review since you opened the page: look at it as it stands now.'

async function act(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const member = c.get('member')
  if (!mayDo(member, 'moderate')) return notYours(home, c)
  const id = idOrNobody(c.req.param('review') ?? '')
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const list = readList(fieldOf(form, 'list'))
  const read = deedOf(form, id)
  const typed = { review: id, words: fieldOf(form, `words-${id}`) }
  if (!read.ok) return show(home, c, list, read.says, 422, fieldOf(form, 'do') === 'replied' ? typed : undefined)
  const seen = form.has('seen') ? fieldOf(form, 'seen') : undefined
  const done: Moderated = await moderateReview(c.get('data').app, member, id, read.deed, seen)
  if (done.ok) {
    const path = listPath(list)
    return c.redirect(`${path}${path.includes('?') ? '&' : '?'}done=${read.deed.what}`, 303)
  }
  if (done.why === 'noReview') return notYours(home, c)
  if (done.why === 'changed')
    return show(home, c, list, changedWords, 409, read.deed.what === 'replied' ? typed : undefined)
  return show(home, c, list, 'Nothing was changed: too much was done with this review already.', 409)
}

const replyText = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => text !== '')
  .refine((text) => [...text].length <= longestReply)

type ReadDeed = { readonly ok: true; readonly deed: ReviewDeed } | { readonly ok: false; readonly says: string }

function deedOf(form: FormData, id: string): ReadDeed {
  const what = fieldOf(form, 'do')
  switch (what) {
    case 'hidden': {
      const why = fieldOf(form, 'why')
      return isHideReason(why)
        ? { ok: true, deed: { what, why } }
        : { ok: false, says: 'Nothing was changed. Choose a reason, then press the button again.' }
    }
    case 'replied': {
      const words = replyText.safeParse(fieldOf(form, `words-${id}`))
      if (!words.success)
        return { ok: false, says: `Nothing was sent. An answer has between 1 and ${longestReply} characters.` }
      const [promise] = findClinicWords(words.data)
      return promise
        ? { ok: false, says: `Nothing was sent. “${promise.written}”: ${promise.why}` }
        : { ok: true, deed: { what, words: words.data } }
    }
    case 'put-back':
    case 'reply-taken-back':
    case 'danger-seen':
    case 'reports-settled':
      return { ok: true, deed: { what } }
    default:
      return { ok: false, says: 'Nothing was changed.' }
  }
}

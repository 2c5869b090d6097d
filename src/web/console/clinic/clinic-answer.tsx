/** How every page about a clinic is answered: who may, what stands, and what became of a change. */
import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { ClinicTransaction } from '../../../clinic/db/connection.ts'
import { type Act, mayDo } from '../../../clinic/people/members.ts'
import type { Saved } from '../../../clinic/setup/outcome.ts'
import { changeClinic, lookAtClinic, type Picture } from '../../../clinic/setup/picture.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { type Fewer, keepTimes, type TimesLeft } from '../../../clinic/setup/times-left.ts'
import { meantField } from './fewer-times.tsx'
import { type Fields, fieldsOf, typedIn } from './clinic-fields.ts'
import { changedProblem, type PageBase } from './clinic-parts.tsx'
import { typedForm } from '../../find/typed-form.ts'

/** One request about the clinic, by somebody who may. */
export interface Ask extends PageBase {
  readonly c: Context<ConsoleEnv>
  readonly now: Temporal.Instant
}

/** What a post brings besides. */
export interface Post extends Ask {
  readonly fields: Fields
}

/** Nothing for them, whether or not it is there. */
export const notYours = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

/** Shows a page to who may do one of these. */
export const shown =
  (home: ConsoleHome, acts: readonly Act[], show: (ask: Ask) => Response | Promise<Response>) =>
  async (c: Context<ConsoleEnv>): Promise<Response> => {
    const member = c.get('member')
    if (!acts.some((act) => mayDo(member, act))) return notYours(home, c)
    const now = home.now()
    const picture = await lookAtClinic(c.get('data').app, member.clinicId, now)
    return show({ home, here: hereOf(c), picture, c, now })
  }

/** Takes a form from who may do one of these. */
export const posted = (home: ConsoleHome, acts: readonly Act[], take: (post: Post) => Response | Promise<Response>) =>
  shown(home, acts, async (ask) => {
    const form = await typedForm(ask.c.req.raw).catch(() => new FormData())
    return take({ ...ask, fields: fieldsOf(form) })
  })

/** Changes the clinic in one transaction. Between reading the page and this, others may have changed it: `work` looks again. */
export const change = <T extends { readonly ok: boolean }>(
  { c, here, now }: Ask,
  work: (trx: ClinicTransaction, picture: Picture) => Promise<T>,
): Promise<T> => changeClinic(c.get('data').app, here.member.clinicId, now, work)

type Work<T> = (trx: ClinicTransaction, picture: Picture) => Promise<T>

/** The same of a change that may hide times: where it leaves fewer, it is kept only once they have seen how many. @param meant stamp of what is typed */
export const changeSeen = <T extends { readonly ok: boolean }>(
  post: Post,
  meant: string,
  work: Work<T>,
): Promise<T | Fewer> => {
  const isMeant = typedIn(post.fields, meantField) === meant
  const { now } = post
  return change<T | Fewer>(post, (trx, picture) => keepTimes(trx, { picture, now, isMeant }, () => work(trx, picture)))
}

/** What a change would leave of the free times, where that is fewer. Nothing is kept. */
export async function timesAfter(post: Post, work: Work<{ readonly ok: boolean }>): Promise<TimesLeft | undefined> {
  const { now } = post
  const looked = await change(post, async (trx, picture) => {
    const kept = await keepTimes(trx, { picture, now, isMeant: false }, () => work(trx, picture))
    return { ok: false as const, times: 'times' in kept ? kept.times : undefined }
  })
  return looked.times
}

/**
 * What became of it: kept, and on to the next page; or the form again with everything typed, and what is wrong.
 * @param again the page with what now stands
 */
export async function answerSaved(
  ask: Ask,
  outcome: Saved,
  to: string,
  again: (now: Ask, problems: readonly Problem[]) => VNode,
): Promise<Response> {
  const { c, home } = ask
  if (outcome.ok) return c.redirect(to, 303)
  if (outcome.why === 'unknown') return notYours(home, c)
  const picture = await lookAtClinic(c.get('data').app, ask.here.member.clinicId, ask.now)
  const stands = { ...ask, picture }
  if (outcome.why === 'changed') return answer(c, again(stands, [changedProblem]), 409)
  return answer(c, again(stands, outcome.refusals), 422)
}

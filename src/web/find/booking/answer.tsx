/** What all routes of booking share: how a page is answered, how a form is read, what stands when the database is away. */
import { listenedTo } from './booking-form.ts'
import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { ClinicNames } from '../../../clinic/booking/offered-time.ts'
import { renderPage } from '../../ui/render.ts'
import { dangerPhrases, type HeardSign, mostHeard } from '../../../care/check/free-text/danger-phrases.ts'
import { DangerFirstPage, notOfTheBackIn } from '../danger-first.tsx'
import { dangersInReason } from './reason-heard.ts'
import { isDatabaseAway } from '../database-away.ts'
import type { BookingHome, FindData } from '../find-home.ts'
import { AwayPage, NotOurFormPage } from './message-pages.tsx'
import type { NearNames } from './near-times.tsx'
import { typedForm } from '../typed-form.ts'

type Status = 200 | 404 | 409 | 410 | 413 | 422 | 429 | 503

/** Answers with a page that no cache may keep: what is free changes, and whose visit it is concerns nobody else. */
export function answer(c: Context, page: VNode, status: Status = 200): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store')
  return c.html(renderPage(page), status)
}

/**
 * Runs `work` with the database, and says so plainly where there is none. A fault of ours throws.
 * @param away what to answer then, where something has to be said before that
 */
export async function withData(
  home: BookingHome,
  c: Context,
  work: (data: FindData) => Response | Promise<Response>,
  away = (): Response | Promise<Response> => answerAway(home, c),
): Promise<Response> {
  const data = home.data()
  if (!data) return away()
  try {
    return await work(data)
  } catch (error) {
    if (isDatabaseAway(error)) return away()
    throw error
  }
}

/**
 * The database is away. What was written of danger is answered first all the same.
 * @param page what to say else
 */
export async function answerAway(
  home: BookingHome,
  c: Context,
  page: VNode = <AwayPage home={home} path={c.req.path} isPressed={c.req.method === 'POST'} />,
): Promise<Response> {
  const { words, heard } = c.req.method === 'POST' ? await heardIn(c) : { words: '', heard: [] }
  if (heard.length === 0 && notOfTheBackIn(words) === undefined) return answer(c, page, 503)
  const outcome = 'We cannot reach the place where this is kept. Go back later, where your words still are.'
  return answer(c, <DangerFirstPage {...{ home, heard, words, outcome }} path={c.req.path} />, 503)
}

/** The fields of our forms in which people write what they like, but for the reason of a cancel. */
const freeText = ['words', ...listenedTo] as const

/** What was written, and the danger in it: in a reason to cancel "I can't come" is of the visit. */
async function heardIn(c: Context): Promise<{ readonly words: string; readonly heard: readonly HeardSign[] }> {
  const form: FormData = c.get(posted) ?? (await typedForm(c.req.raw).catch(() => new FormData()))
  const written = (name: string) => fieldOf(form, name).slice(0, mostHeard).normalize('NFC').trim()
  const reason = written('reason')
  const rest = freeText.map(written).join('\n').trim()
  const heard = [...dangersInReason(reason), ...dangerPhrases(rest)]
  return { words: [reason, rest].filter(Boolean).join('\n'), heard: heard.filter(isFirstOfItsQuestion) }
}

const isFirstOfItsQuestion = ({ question }: HeardSign, at: number, all: readonly HeardSign[]): boolean =>
  all.findIndex((sign) => sign.question === question) === at

/** Under this name a request keeps the form that was read of it: it can be read but once. */
const posted = 'posted'

/** A posted form, or the answer to what is none. */
export async function readForm(home: BookingHome, c: Context): Promise<FormData | Response> {
  try {
    const form = await typedForm(c.req.raw)
    c.set(posted, form)
    return form
  } catch {
    return answer(c, <NotOurFormPage home={home} path={c.req.path} />, 422)
  }
}

/** The last value of a field, if it is text. */
export function fieldOf(form: FormData, name: string): string {
  const last = form.getAll(name).at(-1)
  return typeof last === 'string' ? last : ''
}

/** A moment in milliseconds since 1970, as our own forms carry it. What is none is 1970 itself, which nobody can book. */
export const readMoment = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0)

/** Names for a list of times; what is in no list is not named. */
export const namesOf = ({ therapists, locations, videoServices }: ClinicNames): NearNames => ({
  placeOf: ({ service, location }) =>
    locations.size < 2 || videoServices.has(service) ? '' : (locations.get(location)?.name ?? ''),
  therapistOf: (id) => therapists.get(id) ?? { name: '', slug: '' },
  zoneOf: (id) => locations.get(id)?.zone ?? 'UTC',
})

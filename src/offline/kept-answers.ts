/**
 * What therapists answered for everybody, on a device: the whole list is asked for, so no word of a search goes with it, and it
 * is kept for when there is no connection. Public words of theirs, and nothing of whoever uses the device.
 * Never: keeps one for longer than `keptMs` after the server last said that it stands.
 */
import * as z from 'zod/mini'
import { asEpochMs, dayMs, type EpochMs } from '../care/evidence/time.ts'
import type { AnsweredNow } from '../web/care/guide/answered-here.ts'
import { paths } from '../web/care/paths.ts'
import { fetchWithin, patienceMs, within } from './time-limit.ts'

/** Where it is kept. */
const cacheName = 'unclench-answered'
/** So long after the server was last asked: an answer may be taken back. [C] */
const keptMs = 7 * dayMs
/** Not asked again for so long after an answer, and after none: somebody who types looks many times. */
const freshMs = 5 * 60_000
const tryAgainMs = 30_000

const shape = z.array(
  z.object({
    id: z.string(),
    question: z.string(),
    answer: z.string(),
    signed: z.string(),
    note: z.optional(z.string()),
  }),
)
const keptShape = z.object({ at: z.number(), answers: shape })

/** What this needs of the browser. */
interface Around {
  readonly caches: Pick<CacheStorage, 'open'>
  readonly now: () => EpochMs
}

/** Asks for them, or finds them where they are kept. Never fails, and never keeps a page waiting for long. */
export function keptAnswers({ caches, now }: Around): () => Promise<AnsweredNow | undefined> {
  let last: { readonly at: number; readonly forMs: number; readonly found: AnsweredNow | undefined } | undefined
  const keep = async (answers: AnsweredNow['answers']) =>
    await (await caches.open(cacheName)).put(paths.answeredList, new Response(JSON.stringify({ at: now(), answers })))
  const look = async (): Promise<AnsweredNow | undefined> => {
    const text = await (await (await caches.open(cacheName)).match(paths.answeredList))?.text()
    const kept = keptShape.safeParse(JSON.parse(text ?? 'null'))
    if (!kept.success) return undefined
    const { at, answers } = kept.data
    const age = now() - at
    return age >= 0 && age <= keptMs ? { answers: answers.map(whole), keptAt: asEpochMs(at) } : undefined
  }
  let asking: Promise<AnsweredNow | undefined> | undefined
  const find = async () => {
    const fresh = await ask().catch(() => undefined)
    if (fresh) await within(patienceMs, keep(fresh.answers)).catch(() => undefined)
    const found = fresh ?? (await within(patienceMs, look()).catch(() => undefined))
    last = { at: now(), forMs: fresh ? freshMs : tryAgainMs, found }
    return found
  }
  return async () => {
    const age = last && now() - last.at
    if (last && age !== undefined && age >= 0 && age < last.forMs) return last.found
    asking ??= find().finally(() => {
      asking = undefined
    })
    return await asking
  }
}

/** The list as it stands now. @throws if it cannot be had, or is no such list */
async function ask(): Promise<AnsweredNow> {
  const how: RequestInit = { cache: 'no-cache', redirect: 'error' }
  return await fetchWithin(patienceMs, paths.answeredList, how, async (response) => {
    if (!response.ok) throw new Error(`answered with ${response.status}`)
    return { answers: shape.parse(await response.json()).map(whole) }
  })
}

/** A note that is not there is there as none. */
const whole = <Read extends z.infer<typeof shape>[number]>({ note, ...rest }: Read) => ({ ...rest, note })

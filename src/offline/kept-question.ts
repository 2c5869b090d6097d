/**
 * A question to a therapist that was stopped for what may be danger: kept on this device until it was sent, thrown away by hand
 * or the record is erased, and given back once a check done after it is clear: it closes nothing, and
 * nothing that was told comes first.
 * It rests in the store `about` of the record's database, which every build empties when it erases; it is in no event, so in no
 * file, no summary and no locked copy. One at a time: a newer one takes its place.
 * Never: keeps words for the person alone (check/private.ts), gives one back before such a check, or sends anything.
 */
import * as z from 'zod/mini'
import { levels } from '../care/check/types.ts'
import { isForThemAlone } from '../care/check/private.ts'
import { uuidIn } from '../care/evidence/ids.ts'
import { dayMs } from '../care/evidence/time.ts'
import { lastCheckOf } from '../care/record/shared-check.ts'
import { isHelpFirst } from '../web/care/programme/today-warnings.tsx'
import { recordNow } from '../web/care/record/record-now.ts'
import type { CareHome, NotebookStore } from '../web/care/home.ts'
import type { RecordConnection } from './record-connection.ts'

/** The question as it rests here. */
export interface KeptQuestion {
  /** The id of its form, so that it is one question however often it is sent; empty where the form had none of ours. */
  readonly key: string
  readonly words: string
  /** When it was stopped, by this device's clock. */
  readonly at: number
}

export interface QuestionKept {
  readonly question: {
    readonly get: () => Promise<KeptQuestion | null>
    readonly put: (question: KeptQuestion) => Promise<void>
    readonly remove: () => Promise<void>
  }
}

/** The home of a device, as far as this needs it. */
type Home = CareHome & { readonly notebook: NotebookStore & QuestionKept }

/** What the page that asks a therapist is told: the words, or only that they wait for a check. */
export type QuestionNow =
  | { readonly state: 'clear'; readonly key: string; readonly words: string }
  | { readonly state: 'waiting'; readonly key: string }

/** Where it rests. */
const place = 'question'
/** So long it is kept, as the answers of a finished check are. [C] */
const keptMs = 30 * dayMs
/** A longer text than this is kept by nobody, in characters: what any form of ours reads at most. */
const mostKept = 100_000

const shape = z.object({ key: z.string(), words: z.string(), at: z.number() })

/** The place of this device. What cannot be read there is no question. */
export function openQuestion(connection: RecordConnection): QuestionKept {
  const db = () => connection.db()
  return {
    question: {
      get: async () => {
        const text = await connection.answered((await db()).get('about', place))
        const read = shape.safeParse(parsed(text ?? 'null'))
        return read.success ? read.data : null
      },
      put: async (question) => {
        await connection.answered((await db()).put('about', JSON.stringify(question), place))
      },
      remove: async () => await connection.answered((await db()).delete('about', place)),
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What is kept of a form that was stopped. @returns whether it is; false where nothing may or can be. Never fails. */
export async function keepQuestion({ notebook, now }: Home, form: FormData): Promise<boolean> {
  const { key, words } = questionIn(form)
  if (words === '' || words.length > mostKept || isForThemAlone(words)) return false
  return await notebook.question.put({ key, words, at: now() }).then(
    () => true,
    () => false,
  )
}

/** The question of this form went: it waits no longer. Another one that waits stays. Never fails. */
export async function forgetSent({ notebook }: Home, form: FormData): Promise<void> {
  const { key, words } = questionIn(form)
  const kept = await notebook.question.get().catch(() => null)
  if (kept && ((kept.key !== '' && kept.key === key) || kept.words === words))
    await notebook.question.remove().catch(() => undefined)
}

const questionIn = (form: FormData) => ({ key: uuidIn(last(form, 'key')) ?? '', words: last(form, 'words').trim() })

function last(form: FormData, name: string): string {
  const value = form.getAll(name).at(-1)
  return typeof value === 'string' ? value : ''
}

/** The question that waits here, as far as it may be shown now. @returns `null` where there is none, or the store fails */
export async function questionNow(home: Home): Promise<QuestionNow | null> {
  const kept = await home.notebook.question.get().catch(() => null)
  if (!kept) return null
  if (home.now() - kept.at >= keptMs) {
    await home.notebook.question.remove().catch(() => undefined)
    return null
  }
  const { key, words, at } = kept
  return (await isClearSince(home, at)) ? { state: 'clear', key, words } : { state: 'waiting', key }
}

const cannotWait = levels.indexOf('urgent')

/** Was a check done since that closes nothing, and was nothing told before or after it that comes first? */
async function isClearSince(home: Home, at: number): Promise<boolean> {
  const record = await recordNow(home).catch(() => null)
  const check = record && lastCheckOf(record.events)
  if (!record || !check || check.unknownAge || check.at <= at || levels.indexOf(check.level) >= cannotWait) return false
  return record.state.fullDue === null && !record.state.miniDue && !isHelpFirst(record)
}

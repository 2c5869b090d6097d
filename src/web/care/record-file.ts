/**
 * A person's record as one JSON file: written for them to keep, read back with care. An edge: a file may be older, cut
 * off, somebody else's or hostile. Called by the record pages; the device store reads its own entries with `readEvent`.
 */
import * as z from 'zod/mini'
import { levels } from '../../care/check/types.ts'
import { asEpochMs } from '../../care/evidence/time.ts'
import { inOrder, type NotebookEvent } from '../../care/notebook.ts'
import { AnswerShape, AnswersShape, questionId } from './trail.ts'

/** What a file holds. */
export interface RecordFile {
  /** Random id of the record it came from. */
  readonly owner: string
  readonly events: readonly NotebookEvent[]
}

/** Why a file was refused. `newer`: made by a later Unclench. `events`: some entries are damaged. */
export type FileTrouble = 'notJson' | 'notOurs' | 'newer' | 'events'
export type FileRead =
  | { readonly ok: true; readonly value: RecordFile }
  | { readonly ok: false; readonly why: FileTrouble; readonly damaged: number }

/** Version of the file's shape that this build writes. */
const fileVersion = 1

/** The file's text, indented so that a person can read it. */
export function writeRecordFile(file: RecordFile): string {
  const { owner, events } = file
  return `${JSON.stringify({ unclench: 'record', version: fileVersion, owner, events: inOrder(events) }, null, 2)}\n`
}

/** Reads a file's text. Never throws; takes all of it or nothing. */
export function readRecordFile(text: string): FileRead {
  const failed = (why: FileTrouble, damaged = 0): FileRead => ({ ok: false, why, damaged })
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return failed('notJson')
  }
  const envelope = Envelope.safeParse(data)
  if (!envelope.success) return failed('notOurs')
  if (envelope.data.version > fileVersion) return failed('newer')
  const events = envelope.data.events.map(readEvent)
  const whole = events.filter((event) => event !== null)
  if (whole.length < events.length) return failed('events', events.length - whole.length)
  return { ok: true, value: { owner: envelope.data.owner, events: whole } }
}

/** One stored or imported event, or `null` if it is damaged or of a kind this build does not know. */
export function readEvent(data: unknown): NotebookEvent | null {
  const parsed = EventShape.safeParse(data)
  return parsed.success ? parsed.data : null
}

const Envelope = z.object({
  unclench: z.literal('record'),
  version: z.int().check(z.gte(1)),
  owner: z.uuid(),
  events: z.array(z.unknown()).check(z.maxLength(50_000)),
})

/** From 2020 to 2100: outside, the file is damaged. A wrong clock within it is dealt with by the folds. */
const Moment = z.pipe(
  z.int().check(z.gte(1_577_836_800_000), z.lte(4_102_444_800_000)),
  z.transform((milliseconds: number) => asEpochMs(milliseconds)),
)
const words = z.string().check(z.minLength(1), z.maxLength(200))
const base = { v: z.literal(1), id: z.uuid(), at: Moment }
const ProfileValue = z.union([
  z.string().check(z.maxLength(500)),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
])
const EventShape = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('checkFinished'),
    check: z.uuid(),
    answers: AnswersShape,
    level: z.enum(levels),
    protocolVersion: words,
    changed: z.array(z.object({ question: questionId, from: AnswerShape, to: AnswerShape })).check(z.maxLength(400)),
  }),
  z.object({
    ...base,
    kind: z.literal('planMade'),
    check: z.uuid(),
    profile: z.record(z.string().check(z.maxLength(60)), ProfileValue),
  }),
  z.object({
    ...base,
    kind: z.literal('doseTaken'),
    ingredient: words,
    milligrams: z.number().check(z.gt(0), z.lte(100_000)),
    product: words,
    takenAt: Moment,
    amountKnown: z.optional(z.literal(false)),
  }),
  z.object({ ...base, kind: z.literal('doseWithdrawn'), dose: z.uuid() }),
  z.object({ ...base, kind: z.literal('stepDone'), step: words }),
])

/**
 * One event of a person's record, as it was stored or comes in from a file: parsed into a type that cannot be wrong, older
 * versions brought up to date.
 * Never throws; what it cannot read is `null`, and whoever asked keeps the entry aside.
 */
import * as z from 'zod/mini'
import { levels } from '../../../care/check/types.ts'
import { upToDate } from '../../../care/record/notebook-versions.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { DiaryShapes } from './record-event-diary.ts'
import { base, ClockTime, Day, MomentInTime, Place, words } from './record-event-parts.ts'
import { PreventionShapes } from './record-event-prevention.ts'
import { ProgrammeShapes } from './record-event-programme.ts'
import { AnswerShape, AnswersShape, questionId } from '../check/trail.ts'

/** One stored or imported event, or `null` if it is damaged or of a kind or version this build does not know. */
export function readEvent(data: unknown): NotebookEvent | null {
  const parsed = EventShape.safeParse(upToDate(data))
  // Parsed by the schema of its kind; the schemas call their answers and replies plain texts.
  return parsed.success ? (parsed.data as NotebookEvent) : null
}

/** Is this a kind that this build does not know, or a version of it later than its own? */
export function isNewer(kind: string, version: number): boolean {
  const known = latest.get(kind)
  return known === undefined || version > known
}

const ProfileValue = z.union([
  z.string().check(z.maxLength(500)),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
])
export const EventShape = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    v: z.literal(2),
    kind: z.literal('checkFinished'),
    day: Day,
    movement: z.enum(['open', 'gentle', 'locked']),
    check: z.uuid(),
    answers: AnswersShape,
    level: z.enum(levels),
    protocolVersion: words,
    changed: z.array(z.object({ question: questionId, from: AnswerShape, to: AnswerShape })).check(z.maxLength(400)),
    begunAfter: z.optional(Place),
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
    takenAt: MomentInTime,
    amountKnown: z.optional(z.literal(false)),
    typed: z.optional(ClockTime),
  }),
  z.object({ ...base, kind: z.literal('doseWithdrawn'), dose: z.uuid() }),
  z.object({ ...base, kind: z.literal('stepDone'), step: words }),
  ...ProgrammeShapes,
  ...DiaryShapes,
  ...PreventionShapes,
])

/** The latest version of each kind. */
const latest: ReadonlyMap<string, number> = new Map(
  EventShape.def.options.map(({ shape }) => [shape.kind.def.values[0] ?? '', shape.v.def.values[0] ?? 1]),
)

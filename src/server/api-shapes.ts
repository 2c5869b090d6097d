/**
 * What goes in and out of the check for machines, as schemas: api.ts describes the API with them, and check-call.ts reads
 * with them the calls that are out of the ordinary. Nothing is decided here.
 */
import { z } from '@hono/zod-openapi'
import { levels } from '../care/check/types.ts'

const Level = z.enum(levels).openapi('Level', { description: 'How urgent, least to most.' })
const Answer = z
  .union([z.string().max(4000), z.array(z.string().max(60)).max(60), z.number()], {
    error: 'Send a text, a list of texts or a number, such as "yes", ["diabetes"] or 35.',
  })
  .openapi('Answer', {
    description:
      'An option value, the values ticked ([] is "none of these"), a number, or text. "notSure" fits nearly all.',
  })
export const CheckCall = z
  .strictObject({
    answers: z.record(z.string().max(60), Answer),
    options: z
      .strictObject({
        nhsListStrict: z
          .boolean()
          .optional()
          .openapi({ description: 'Follow the NHS public list to the letter (evidence.md §1.J).' }),
      })
      .optional(),
  })
  .openapi('CheckCall', { example: { answers: { A1: 'no', A2: 'yes', 'A2.kind': 'changed' } } })
const isFields = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
/** The part of a call that is read by its shape; each answer is then read by its own question, so none is looked at here. */
export const Envelope = z.strictObject({
  answers: z.custom<Readonly<Record<string, unknown>>>(isFields, 'Send an object of answers by question id.'),
  options: CheckCall.shape.options,
})
export const QuestionShape = z
  .looseObject({
    id: z.string(),
    kind: z.enum(['yesNo', 'choice', 'ticks', 'number', 'text']),
    ask: z.string(),
    short: z.string(),
    sources: z.array(z.string()),
    tag: z.enum(['V', 'V2', 'K', 'C']),
    values: z.array(z.string()).openapi({ description: 'What may be answered; empty for a number or text.' }),
    answer: z.string().openapi({ description: 'How to answer, in words.' }),
  })
  .openapi('Question')
const otherEmergency = z
  .object({ say: z.string(), what: z.enum(['notOurs', 'injury']) })
  .optional()
  .openapi({
    description: 'Where free text may tell of an emergency that is not of the back: say this before all else.',
  })
export const Result = z
  .looseObject({
    complete: z.literal(true),
    otherEmergency,
    level: Level,
    actWithin: z.string(),
    routes: z.array(z.string()),
    reasons: z.array(z.looseObject({ id: z.string(), level: Level, because: z.string() })),
    nearMisses: z.array(z.looseObject({ question: z.string(), ifAnswered: z.string(), level: Level })),
    movement: z.enum(['open', 'gentle', 'locked']),
    summary: z.looseObject({ say: z.string() }).openapi({
      description: 'For the clinician: flags, important noes, timeline. Never what was said of safety at home.',
    }),
    safetyNet: z.looseObject({ closing: z.string() }).openapi({ description: 'What to watch for.' }),
    protocolVersion: z.string(),
  })
  .openapi('CheckResult')
export const Next = z
  .object({
    complete: z.literal(false),
    otherEmergency,
    atLeast: Level,
    atMost: Level,
    screen: z.object({ id: z.string(), title: z.string() }),
    questions: z.array(QuestionShape),
    heard: z
      .array(z.object({ question: z.string(), quote: z.string(), says: z.string() }))
      .optional()
      .openapi({ description: 'Where free text is asked about again: show the quote with its question.' }),
    protocolVersion: z.string(),
  })
  .openapi('CheckInProgress')
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'RFC 9457 problem details.' })

/** The options of a call. */
export type CallOptions = z.infer<typeof CheckCall>['options']

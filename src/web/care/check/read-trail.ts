/**
 * Reads a trail that came from outside: a hidden field of a form, or the draft store. Parsed once here; past this file
 * nobody checks it again, and no answer in it is milder than one that was told before it and never taken back.
 */
import * as z from 'zod/mini'
import { lengthUnits } from '../../../care/check/questions/how-long.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { Answer, Answers } from '../../../care/check/types.ts'
import type { FormFields } from '../form-fields.ts'
import { heldToWorst, hasTooManyChanges } from './held-answers.ts'
import { protocolVersion, questionById } from './protocol-in-force.ts'
import { AnswerShape, AnswersShape, fits, questionId, type Trail } from './trail.ts'

/** Why a trail could not be read as it came. */
export type TrailTrouble = 'tooLong' | 'notJson' | 'wrongShape' | 'unknownAnswer'
export type TrailRead =
  | { readonly ok: true; readonly value: Trail; readonly forgotten: readonly string[] }
  | { readonly ok: false; readonly why: TrailTrouble; readonly readable: Trail | null; readonly detail: string }

/** Longest trail taken, in characters: ten times what the longest honest check needs. */
const trailLimit = 100_000

/**
 * Reads a trail that came from outside. Never throws.
 *
 * An answer this build does not know is an error with `readable` (the trail without it), so that the person can carry
 * on. If the trail was begun under other rules, such answers are dropped and listed in `forgotten` (question ids):
 * they will be asked again. Dropping never lowers a level, since an unanswered question is asked.
 *
 * What was lowered is found in the answers themselves, whatever the trail says of it: it waits for a second word.
 *
 * @param protocol the protocol version of this build
 */
export function readTrail(text: string, protocol: string): TrailRead {
  const failed = (why: TrailTrouble, detail = '', readable: Trail | null = null): TrailRead => ({
    ok: false,
    why,
    detail,
    readable,
  })
  if (text.length > trailLimit) return failed('tooLong')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return failed('notJson')
  }
  const parsed = TrailShape.safeParse(data)
  if (!parsed.success) return failed('wrongShape', parsed.error.issues[0]?.path.join('.') ?? '')
  const { lengths, begunAfter, begunWith, apart, unsaid, ...rest } = parsed.data
  const trail: Trail = {
    ...rest,
    // One that does not say it may have been begun before anything.
    begunAfter: asEpochMs(begunAfter ?? 0),
    ...(begunWith !== undefined && { begunWith }),
    ...(lengths && { lengths }),
    ...(apart && { apart }),
    ...(unsaid && { unsaid }),
    steps: parsed.data.steps.map(({ answers, single, home }) => ({ answers, single, ...(home && { home }) })),
  }
  const unknown: string[] = []
  const keep = (answers: Answers): Answers => {
    const kept: Record<string, Answer> = {}
    for (const [id, answer] of Object.entries(answers)) {
      const question = questionById.get(id)
      if (question && fits(question, answer)) kept[id] = answer
      else unknown.push(id)
    }
    return kept
  }
  const known: Trail = {
    ...trail,
    protocol,
    steps: trail.steps.map((step) => ({ ...step, answers: keep(step.answers) })),
    was: keep(trail.was),
    pending: keep(trail.pending),
    changed: trail.changed.filter(({ question: id, from, to }) => {
      const question = questionById.get(id)
      return question && fits(question, from) && fits(question, to)
    }),
  }
  if (hasTooManyChanges(known)) return failed('wrongShape', 'steps')
  const held = heldToWorst(known)
  if (unknown.length === 0 || trail.protocol !== protocol) return { ok: true, value: held, forgotten: unknown }
  return failed('unknownAnswer', unknown[0], held)
}

/**
 * The trail that a form brings. Two that differ are read as damage: nobody can tell which of them the person saw.
 * @param protocol the protocol version of this build
 */
export function readPostedTrail(fields: FormFields, protocol: string): TrailRead {
  const [text = '', ...others] = new Set(fields.get('trail'))
  if (others.length > 0) return { ok: false, why: 'wrongShape', detail: 'trail', readable: null }
  return readTrail(text, protocol)
}

/** Is it of a check about somebody whose record is not on this device? */
export function isApart(fields: FormFields): boolean {
  const read = readPostedTrail(fields, protocolVersion)
  return (read.ok ? read.value : read.readable)?.apart === true
}

const TrailShape = z.object({
  v: z.literal(1),
  id: z.uuid(),
  protocol: z.string().check(z.maxLength(100)),
  apart: z.optional(z.literal(true)),
  unsaid: z.optional(z.literal(true)),
  begunAfter: z.optional(z.int().check(z.gte(0))),
  begunWith: z.optional(z.string().check(z.maxLength(60))),
  steps: z
    .array(
      z.object({
        answers: AnswersShape,
        single: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(20)),
        home: z.optional(z.literal(true)),
      }),
    )
    .check(z.maxLength(120)),
  was: AnswersShape,
  pending: AnswersShape,
  changed: z.array(z.object({ question: questionId, from: AnswerShape, to: AnswerShape })).check(z.maxLength(400)),
  lengths: z.optional(
    z.record(questionId, z.object({ amount: z.number().check(z.gte(0)), unit: z.enum(lengthUnits) })),
  ),
})

/**
 * The trail: everything a person has said in one check, step by step, as it travels in a hidden field of the form
 * (and, on a device, as it rests in the draft store). read-trail.ts reads it back. Never goes into an address or a log.
 * Holds no decisions about levels: those are in src/care/check.
 */
import * as z from 'zod/mini'
import { holdsPrivate, homeTold, isPrivate, saidOfBody, withoutPrivate } from '../../../care/check/private.ts'
import { freeTexts, reconcileFreeText } from '../../../care/check/reconcile-free-text.ts'
import type { Answer, Answers, Question } from '../../../care/check/types.ts'
import { notSure } from '../../../care/check/types.ts'
import { type BegunMark, beginMark } from '../../../care/programme/asked.ts'
import type { ChangedAnswer } from '../../../care/record/notebook.ts'
import type { TypedLength } from '../../../care/check/questions/how-long.ts'

/** One screen that was answered. */
export interface TrailStep {
  readonly answers: Answers
  /** Tick-lists answered "Not sure" as a whole: their items are asked one by one from here on. */
  readonly single: readonly string[]
  /** Safety at home was asked here. What was answered is not held: it counts as "no" from here on (private.ts). */
  readonly home?: true
}

/** A check under way. */
export interface Trail extends BegunMark {
  readonly v: 1
  /** UUID of this check. */
  readonly id: string
  /** Rules it was begun under; a newer build asks again what it does not know. */
  readonly protocol: string
  readonly steps: readonly TrailStep[]
  /** What was answered before going back: fills the form in, and is held against softer answers. */
  readonly was: Answers
  /** Softer answers that wait for a second "yes, change it". The worse answer counts until then. */
  readonly pending: Answers
  readonly changed: readonly ChangedAnswer[]
  /** Lengths of time as they were typed, by question id. Only fills the form in on Back: the band is the answer. */
  readonly lengths?: Readonly<Record<string, TypedLength>>
  /** About somebody else than the person of this device's record: nothing of it is kept there, and nothing of the record counts for it. */
  readonly apart?: true
  /** Begun beside a record of somebody who was answered for, and nobody has said yet whom it is about. */
  readonly unsaid?: true
}

/**
 * A new, empty trail.
 * @param mark how far the record has come; left out where nothing is kept or nothing can be read
 */
export function newTrail(id: string, protocol: string, mark: BegunMark = beginMark([])): Trail {
  return { v: 1, id, protocol, ...mark, steps: [], was: {}, pending: {}, changed: [] }
}

/** Everything answered so far; of a question answered twice, the later answer. */
export function answersOf(trail: Pick<Trail, 'steps'>): Answers {
  const told: Record<string, Answer> = {}
  for (const { home, answers } of trail.steps) Object.assign(told, home && { I4: 'no' }, answers)
  return told
}

/** Keys of the tick-lists that are asked one by one. */
export function singlesOf(trail: Pick<Trail, 'steps'>): ReadonlySet<string> {
  return new Set(trail.steps.flatMap((step) => step.single))
}

/** The trail as text for the hidden field. */
export const writeTrail = (trail: Trail): string => JSON.stringify(forCarrying(trail))

/** The trail as text for the draft store: nothing in it of safety at home, whatever waits. */
export const writeDraft = (trail: Trail): string => JSON.stringify(forKeeping(trail))

/**
 * The trail as the next page carries it: nothing of safety at home, except words that the very next screen asks about.
 */
export function forCarrying(trail: Trail): Trail {
  const answers = answersOf(trail)
  return reconcileFreeText(answers).ask.length > 0 && homeTold(answers) === null ? trail : forKeeping(trail)
}

/** The trail as it may be kept and gone back to. */
export function forKeeping(trail: Trail): Trail {
  const answers = answersOf(trail)
  const kept = withoutPrivate(answers)
  const steps = trail.steps.map((step): TrailStep => {
    const home = step.home || step.answers.I4 !== undefined
    const still = Object.keys(step.answers).flatMap((id): [string, Answer][] => {
      const answer = step.answers[id] === answers[id] ? kept[id] : withoutPrivate(step.answers)[id]
      return answer === undefined ? [] : [[id, answer]]
    })
    return { answers: Object.fromEntries(still), single: step.single, ...(home && { home }) }
  })
  return {
    ...trail,
    steps,
    was: { ...saidOfBody({ ...trail.was, ...answers }), ...withoutPrivate(trail.was) },
    pending: withoutPrivate(trail.pending),
    changed: trail.changed.filter((change) => !isPrivateChange(change, answers)),
  }
}

/** Words that were changed are as private as words that stand: by themselves, or by what was told beside them. */
const isPrivateChange = ({ question, from, to }: ChangedAnswer, answers: Answers): boolean =>
  isPrivate(question) ||
  [from, to].some((answer) => holdsPrivate({ [question]: answer })) ||
  (freeTexts.includes(question) && homeTold(answers) !== null)

/** Is this a possible answer to this question? "Not sure" fits every question but a `certain` choice and free text. */
export function fits(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case 'yesNo':
      return (
        typeof answer === 'string' &&
        (['yes', 'no', notSure].includes(answer) || !!question.extra?.some((option) => option.value === answer))
      )
    case 'choice':
      return (
        typeof answer === 'string' &&
        (question.options.some((option) => option.value === answer) || (answer === notSure && !question.certain))
      )
    case 'ticks':
      return (
        Array.isArray(answer) &&
        new Set(answer).size === answer.length &&
        ((answer.length === 1 && answer[0] === notSure) ||
          answer.every((value) => question.options.some((option) => option.value === value)))
      )
    case 'number':
      return (
        answer === notSure ||
        (typeof answer === 'number' && Number.isInteger(answer) && answer >= question.min && answer <= question.max)
      )
    case 'text':
      return typeof answer === 'string' && answer.length <= question.maxLength
    default:
      throw new Error(`unhandled question kind ${question satisfies never}`)
  }
}

const shortText = z.string().check(z.maxLength(4000))
/** An id of a question as it may stand in a form or a file. */
export const questionId = z.string().check(z.minLength(1), z.maxLength(60), z.regex(/^[A-Za-z][A-Za-z0-9.]*$/))
/** One answer of any kind. */
export const AnswerShape = z.union([
  shortText,
  z.array(z.string().check(z.maxLength(60))).check(z.maxLength(60)),
  z.number(),
])
/** Answers by question id, before anybody looked whether the questions exist. */
export const AnswersShape = z.record(questionId, AnswerShape)

/**
 * Answers held against softer ones: which changes of an answer need a second word, which answer is in force until then, and
 * what the person's second word does. Pure. Decides nothing about levels: it asks the rules which answer says more.
 * Never: takes a trail's own word for it that nothing was lowered.
 */
import { dangerPhrases } from '../../../care/check/free-text/danger-phrases.ts'
import { holdsPrivate, withoutPrivate } from '../../../care/check/private.ts'
import { textsTogether } from '../../../care/check/free-text/texts-together.ts'
import { type Answer, type Answers, notSure, type Question } from '../../../care/check/types.ts'
import { saysMore } from '../../../care/check/answer-severity.ts'
import { questionById } from './protocol-in-force.ts'
import { answersOf, type Trail, type TrailStep } from './trail.ts'

/** An earlier answer that a softer one wants to replace. */
export interface Contradiction {
  readonly question: Question
  readonly told: Answer
  readonly now: Answer
}

/** The softer answers of a trail that wait for a second word; those of questions that have no other answer are none. */
export function contradictionsIn(trail: Trail): readonly Contradiction[] {
  const answers = answersOf(trail)
  return Object.entries(trail.pending).flatMap(([id, now]): Contradiction | [] => {
    const question = questionById.get(id)
    const told = answers[id]
    return question && told !== undefined ? { question, told, now } : []
  })
}

/**
 * The trail with the worst that was told of each question in force, and what is softer waiting: for a trail that was changed
 * by hand, is of an older page, or lost what waited. Of an honest trail it changes nothing.
 */
export function heldToWorst(trail: Trail): Trail {
  const told = [trail.was, ...trail.steps.map(({ answers }) => answers)].map(withoutPrivate)
  let held = holdContradictions(
    trail,
    told.reduce((before, later) => worstOf(before, later)),
  )
  // Whether one answer says more than another may hang on answers that came later. Each turn raises what is in force.
  for (let turn = 0; turn <= mostAltered; turn += 1) {
    const inForce = answersOf(held)
    const worse = told
      .flatMap((answers) => Object.entries(answers))
      .find(
        ([id, answer]) =>
          inForce[id] !== undefined &&
          !sameAnswer(inForce[id], answer) &&
          saysMore({ ...inForce, [id]: answer }, inForce),
      )
    if (!worse) break
    held = holdContradictions(held, { ...inForce, [worse[0]]: worse[1] })
  }
  return held
}

/** Most answers that a trail may give otherwise than before, so that no form keeps the server busy. Honest ones hold none. */
const mostAltered = 40

/** Does a trail give more answers otherwise than before than anybody does? */
export function hasTooManyChanges({ was, steps }: Trail): boolean {
  const last = new Map<string, string>()
  let altered = 0
  for (const [id, answer] of [was, ...steps.map(({ answers }) => answers)].flatMap((one) => Object.entries(one))) {
    const text = JSON.stringify(answer)
    if ((last.get(id) ?? text) !== text) altered += 1
    last.set(id, text)
  }
  return altered > mostAltered
}

/**
 * The trail held against what this check was told elsewhere: in another tab, or after this page was made. What it has not
 * answered yet fills its forms in and is held against what will be.
 */
export function heldAgainst(trail: Trail, told: Answers): Trail {
  const answers = answersOf(trail)
  const unlike = Object.entries(told).filter(([id, answer]) => !sameAnswer(answers[id], answer))
  if (unlike.length === 0) return trail
  return holdContradictions({ ...trail, was: worstOf(trail.was, Object.fromEntries(unlike)) }, told)
}

/** What was told, with later answers in its place, save those that say less of their question. */
export function worstOf(told: Answers, later: Answers): Answers {
  const softer = softerAnswers(later, told).map(({ id, before, now }) => [id, both(id, before, now)])
  return { ...told, ...later, ...Object.fromEntries(softer) }
}

const sameAnswer = (one: Answer | undefined, other: Answer | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** The person's word on the pending contradictions: `change` takes the softer answers and logs them, `keep` drops them. */
export function settle(trail: Trail, decision: 'change' | 'keep'): Trail {
  const last = trail.steps.at(-1)
  if (decision === 'keep' || !last) return { ...trail, pending: {} }
  const changed = contradictionsIn(trail).map(({ question, told, now }) => ({
    question: question.id,
    from: told,
    to: now,
  }))
  const now: Answers = Object.fromEntries(changed.map(({ question, to }) => [question, to]))
  // Wherever it was answered, so that no earlier step speaks against it.
  const settled = trail.steps.map((step): TrailStep => {
    const mine = Object.entries(now).filter(([id]) => step.answers[id] !== undefined)
    return mine.length > 0 ? { ...step, answers: { ...step.answers, ...Object.fromEntries(mine) } } : step
  })
  return {
    ...trail,
    steps: [...settled.slice(0, -1), { ...last, answers: { ...withoutClarifiers(last.answers, now), ...now } }],
    was: { ...trail.was, ...now },
    pending: {},
    changed: [...trail.changed, ...changed],
  }
}

/** Answers without those that explained an answer which is now "no". */
const withoutClarifiers = (answers: Answers, now: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => now[questionById.get(id)?.under ?? ''] !== 'no'))

/** Puts worse earlier answers back in force and keeps the softer ones waiting for a second confirmation. */
export function holdContradictions(trail: Trail, told: Answers): Trail {
  const last = trail.steps.at(-1)
  if (!last) return trail
  const pending: Record<string, Answer> = {}
  const worse: Record<string, Answer> = {}
  for (const { id, before, now } of softerAnswers(answersOf(trail), told)) {
    pending[id] = now
    worse[id] = both(id, before, now)
    // What explained the worse answer comes back with it, so that keeping it asks nothing twice.
    for (const [other, answer] of Object.entries(told))
      if (questionById.get(other)?.under === id && last.answers[other] === undefined) worse[other] = answer
  }
  const inForce = { ...last, answers: { ...last.answers, ...worse } }
  return {
    ...trail,
    steps: [...trail.steps.slice(0, -1), inForce],
    // What is held follows what is in force, so that an answer is held against once.
    was: { ...trail.was, ...known(inForce.answers, trail.was) },
    pending: { ...pending, ...trail.pending },
  }
}

/**
 * What counts until the person says which of two answers is right. Words and ticked lists have room for both: whoever keeps
 * what they told first has still told what they tell now.
 */
function both(id: string, before: Answer, now: Answer): Answer {
  const question = questionById.get(id)
  if (question?.kind === 'text')
    // Words about safety at home are kept nowhere; what they stood beside would go with them.
    return holdsPrivate({ [id]: now }) ? before : textsTogether([String(now), String(before)], question.maxLength)
  if (question?.kind !== 'ticks' || !Array.isArray(before) || !Array.isArray(now)) return before
  const ticked = [...new Set([...before, ...now])]
  // "Not sure" stands alone in a list, and is held against nothing that says more.
  return ticked.includes(notSure) ? before : ticked
}

/** Those of the answers whose questions are among `ids`. */
const known = (answers: Answers, ids: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => ids[id] !== undefined))

interface Changed {
  readonly id: string
  readonly before: Answer
  readonly now: Answer
}

/**
 * The changes that must be confirmed: what makes the rules say less, whichever word is the safe one of its question, alone or
 * with the other changes; and any that does not plainly say more.
 */
function softerAnswers(answers: Answers, told: Answers): readonly Changed[] {
  const changed = Object.entries(answers).flatMap(([id, now]): readonly Changed[] => {
    const before = told[id]
    return before === undefined || sameAnswer(before, now) ? [] : [{ id, before, now }]
  })
  // Most forms change nothing, and asking the rules is the dear part.
  if (changed.length === 0) return changed
  const after = { ...told, ...answers }
  const softer = changed.filter(({ id, before, now }) => {
    const question = questionById.get(id)
    const asBefore = { ...after, [id]: before }
    if (!question || saysMore(after, asBefore)) return false
    return saysMore(asBefore, after) || needsConfirming(question, before, now)
  })
  const allBefore = { ...after, ...Object.fromEntries(changed.map(({ id, before }) => [id, before])) }
  return softer.length === 0 && saysMore(allBefore, after) ? changed : softer
}

/**
 * Must this change of an answer be confirmed, though the rules say the same of both? Every change is, unless it plainly says
 * more: no to yes or not sure, not sure to yes, or further items ticked. Free text is when a danger it told of is no longer
 * in it.
 */
function needsConfirming(question: Question, before: Answer, now: Answer): boolean {
  switch (question.kind) {
    case 'text':
      return saysLess(before, now)
    case 'yesNo':
      return !(before === 'no' || now === 'yes')
    case 'ticks':
      return !(Array.isArray(before) && Array.isArray(now) && before.every((value) => now.includes(value)))
    case 'choice':
    case 'number':
      return true
    default:
      throw new Error(`unhandled question kind ${question satisfies never}`)
  }
}

/** Is a danger heard in the earlier text that is not heard in the later one, or heard more plainly? */
function saysLess(before: Answer, now: Answer): boolean {
  const heard = (text: Answer) => dangerPhrases(String(text)).map(({ question, means }) => `${question} ${means ?? ''}`)
  const still = new Set(heard(now))
  return heard(before).some((sign) => !still.has(sign))
}

/**
 * The walk through the check: what to show for a trail, what a posted screen adds to it, going back, and the second
 * confirmation when a later answer is softer than an earlier one. Pure.
 * Decides nothing about levels: it only asks the engine.
 */
import { checkState } from '../../../care/check/check.ts'
import { questions } from '../../../care/check/questions/all.ts'
import { ladder, meaningOf } from '../../../care/check/questions/ladder.ts'
import type { Answer, Answers, CheckInProgress, CheckResult, Question } from '../../../care/check/types.ts'
import { notSure } from '../../../care/check/types.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { type FormFields, lengthTyped, readAnswer } from '../form-fields.ts'
import { type Contradiction, contradictionsIn, heldAgainst, holdContradictions, worstOf } from './held-answers.ts'
import { questionById } from './protocol-in-force.ts'
import { layOut, offersUnsaid, type ListPart, type ScreenPart, withWholePage } from './screen-layout.ts'
import { answersOf, singlesOf, type Trail, type TrailStep } from './trail.ts'

/** What a trail shows: a screen, the question "is that right?", or the result. */
export type CheckView =
  | {
      readonly kind: 'screen'
      /** From 1. */
      readonly number: number
      readonly state: CheckInProgress
      readonly parts: readonly ScreenPart[]
      /** What was answered here before going back. */
      readonly filled: Answers
    }
  | { readonly kind: 'confirm'; readonly contradictions: readonly Contradiction[] }
  | { readonly kind: 'result'; readonly result: CheckResult; readonly answers: Answers }

/** Is this step a screen that was answered? Saying whom the check is for is not. */
const answersSomething = ({ answers }: TrailStep): boolean => Object.keys(answers).some((id) => id !== 'who')

/**
 * The trail of somebody who says, on the first screen, that they answer for another (`other`), or for themselves after
 * all (`me`). What was ticked on the form stays ticked.
 */
export function answerFor(trail: Trail, who: 'me' | 'other', fields: FormFields): Trail {
  const ticked = [...fields].flatMap(([name, [value]]) =>
    questionById.has(name.slice(2)) && value === 'yes' ? [name] : [],
  )
  const said: readonly TrailStep[] = who === 'me' ? [] : [{ answers: { who }, single: [] }]
  return {
    ...trail,
    was: { ...trail.was, ...Object.fromEntries(ticked.map((name) => [name.slice(2), 'yes'])) },
    steps: [...said, ...trail.steps.filter(answersSomething)],
  }
}

/** What to show for this trail. Same trail and same protocol, same view. */
export function viewOf(trail: Trail): CheckView {
  const answers = answersOf(trail)
  const contradictions = contradictionsIn(trail)
  if (contradictions.length > 0) return { kind: 'confirm', contradictions }
  const state = checkState(answers)
  if (state.complete) return { kind: 'result', result: state, answers }
  return {
    kind: 'screen',
    number: trail.steps.filter(answersSomething).length + 1,
    state,
    parts: layOut(state, answers, singlesOf(trail)),
    filled: trail.was,
  }
}

/** What a post led to: a longer trail, or the same screen with problems and everything that was typed. */
export type Answered =
  | { readonly ok: true; readonly value: Trail }
  | { readonly ok: false; readonly why: 'problems'; readonly problems: readonly Problem[]; readonly canSkip: boolean }

/**
 * Adds a posted screen to the trail.
 *
 * Only questions that the posted form really showed (its `shown` field) are answered by it: after an update, an item
 * that the old form did not hold stays unanswered and is asked. A blank list or question is a problem, unless `skip`:
 * then it counts as not sure. "Not sure" for a whole list leaves its unticked items to be asked one by one.
 *
 * @param told what this check was told elsewhere (another tab); softer answers need a second confirmation
 */
export function answerScreen(trail: Trail, fields: FormFields, skip: boolean, told: Answers = {}): Answered {
  // The worse answers are in force, so what waits does not stand in the way of what is told now.
  const view = viewOf({ ...trail, pending: {} })
  if (view.kind !== 'screen') return { ok: true, value: heldAgainst(trail, told) }
  const shown = new Set((fields.get('shown')?.[0] ?? '').split(' '))
  const reading = new Reading(withWholePage(view.parts, fields), shown, skip)
  for (const part of view.parts) {
    if (part.kind === 'list') reading.list(part)
    else for (const asked of part.questions) reading.single(asked.question, asked.clarifiers)
  }
  noteOddForm(reading, fields)
  if (reading.problems.length > 0)
    return { ok: false, why: 'problems', problems: reading.problems, canSkip: reading.problems.every((p) => p.blank) }
  const longer: Trail = {
    ...trail,
    ...lengthsWith(trail, fields),
    steps: [...trail.steps, { answers: reading.answers, single: reading.singles }],
  }
  return { ok: true, value: heldAgainst(holdContradictions(longer, worstOf(trail.was, told)), told) }
}

/** A form that no page of ours sends: with a question that does not exist, or with nothing in it. */
function noteOddForm(reading: Reading, fields: FormFields): void {
  for (const name of fields.keys()) {
    const id = name.startsWith('q.') ? name.slice(2) : null
    if (id !== null && id !== ladder.id && !questionById.get(id))
      reading.problems.push({ field: 'main', text: 'The form held a question we do not know. Please answer again.' })
  }
  if (reading.problems.length === 0 && reading.singles.length === 0 && Object.keys(reading.answers).length === 0)
    reading.problems.push({ field: 'main', text: 'The form came back empty. Please answer again.' })
}

/** The lengths of time typed so far and now, for the form that Back shows. */
function lengthsWith({ lengths = {} }: Trail, fields: FormFields): Pick<Trail, 'lengths'> {
  const typed = questions.flatMap((question) => {
    const length = question.kind === 'choice' && question.typedAs ? lengthTyped(question.id, fields) : undefined
    return length ? [[question.id, length] as const] : []
  })
  return typed.length > 0 ? { lengths: { ...lengths, ...Object.fromEntries(typed) } } : {}
}

/**
 * The trail with what a screen told, where that alone is an emergency already: it is answered at once, whatever else was
 * left blank or could not be read. Undefined where it is not.
 */
export function alreadyEmergency(
  trail: Trail,
  fields: FormFields,
  told: Answers = {},
): Extract<Answered, { ok: true }> | undefined {
  const view = viewOf({ ...trail, pending: {} })
  if (view.kind !== 'screen') return undefined
  const { answers } = readTold(view.parts, fields)
  const state = checkState({ ...answersOf(trail), ...answers })
  if (!state.complete || state.level !== 'emergency') return undefined
  const longer: Trail = { ...trail, pending: {}, steps: [...trail.steps, { answers, single: [] }] }
  // A worse answer given before stays in force; nothing is asked first.
  return { ok: true, value: { ...holdContradictions(longer, worstOf(trail.was, told)), pending: {} } }
}

/**
 * What a form told of its own accord ("Add more for the doctor or nurse"): only what was filled in. A blank question or list is no answer; of
 * a list with a tick, what was left unticked is a no.
 */
export function readTold(
  parts: readonly ScreenPart[],
  fields: FormFields,
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  const shown = new Set((fields.get('shown')?.[0] ?? '').split(' '))
  const reading = new Reading(withWholePage(parts, fields), shown, false)
  const filled = (id: string) => [`q.${id}`, `list.${id}`].some((name) => fields.get(name)?.some((text) => text.trim()))
  for (const part of parts) {
    if (part.kind === 'list') reading.list(part)
    else
      for (const { question, clarifiers } of part.questions)
        if (filled(question.id)) reading.single(question, clarifiers)
  }
  return { answers: reading.answers, problems: reading.problems.filter(({ blank }) => !blank) }
}

/** One step back. What was answered there fills the form in and is held against softer answers. */
export function goBack(trail: Trail): Trail {
  const last = trail.steps.at(-1)
  if (!last) return { ...trail, pending: {} }
  return { ...trail, steps: trail.steps.slice(0, -1), was: { ...trail.was, ...last.answers }, pending: {} }
}

/** Reads one posted screen, part by part. */
class Reading {
  readonly answers: Record<string, Answer> = {}
  readonly singles: string[] = []
  readonly problems: (Problem & { blank?: true })[] = []
  readonly #fields: FormFields
  readonly #shown: ReadonlySet<string>
  readonly #skip: boolean

  constructor(fields: FormFields, shown: ReadonlySet<string>, skip: boolean) {
    this.#fields = fields
    // What holds an answer was on the form, whatever the form says of it.
    const answered = [...fields].flatMap(([name, texts]) =>
      name.startsWith('q.') && texts.some((text) => text.trim()) ? [name.slice(2)] : [],
    )
    this.#shown = new Set([...shown, ...answered])
    this.#skip = skip
  }

  list(part: ListPart): void {
    const items = part.items.filter((item) => this.#shown.has(item.question.id))
    const has = (item: ListPart['items'][number], value: string) =>
      !!this.#fields.get(`q.${item.question.id}`)?.includes(value)
    const ticked = new Set(items.filter((item) => has(item, 'yes')))
    const unsaid = new Set(
      items.filter((item) => !ticked.has(item) && offersUnsaid(item.question) && has(item, 'preferNot')),
    )
    const whole = new Set(this.#fields.get(part.field) ?? [])
    if ([...whole].some((value) => value !== 'none' && value !== notSure)) {
      this.problems.push({ field: part.field, text: 'The form held an answer we do not know. Please answer again.' })
      return
    }
    if (whole.has('none') && (ticked.size > 0 || whole.has(notSure))) {
      const also = ticked.size > 0 ? 'You ticked an answer and also' : 'You chose “Not sure” and also'
      this.problems.push({ field: part.field, text: `${also} “None”. Choose one or the other.` })
      return
    }
    const blank = ticked.size === 0 && unsaid.size === 0 && whole.size === 0
    if (blank && !this.#skip) {
      this.problems.push({
        field: part.field,
        text: 'Tick any that fit, or choose None or Not sure',
        blank: true,
      })
      return
    }
    const unsure = blank || whole.has(notSure)
    if (unsure) this.singles.push(part.key)
    for (const item of items) {
      const isTicked = ticked.has(item)
      if (unsaid.has(item)) this.answers[item.question.id] = 'preferNot'
      else if (isTicked || !unsure) this.answers[item.question.id] = isTicked ? 'yes' : 'no'
      if (isTicked) this.clarifiers('yes', item.clarifiers)
    }
  }

  single(question: Question, clarifiers: ListPart['items'][number]['clarifiers']): void {
    if (!this.#shown.has(question.id)) return
    const read = readAnswer(question, this.#fields)
    if (read.ok) {
      Object.assign(this.answers, meaningOf(question, read.value))
      for (const value of Array.isArray(read.value) ? read.value : [read.value]) this.clarifiers(value, clarifiers)
      return
    }
    const field = `q.${question.id}`
    const certain = question.kind === 'choice' && question.certain
    if (read.why !== 'blank' || certain) this.problems.push({ field, text: read.text })
    else if (this.#skip)
      Object.assign(this.answers, meaningOf(question, question.kind === 'ticks' ? [notSure] : notSure))
    else this.problems.push({ field, text: read.text, blank: true })
  }

  /** Clarifiers under an answer. A blank one is not a problem: it is asked alone on the next screen. */
  clarifiers(value: Answer, clarifiers: ListPart['items'][number]['clarifiers']): void {
    for (const { question, opensAt } of clarifiers) {
      if (!this.#shown.has(question.id) || !opensAt.includes(String(value))) continue
      const read = readAnswer(question, this.#fields)
      if (read.ok) this.answers[question.id] = read.value
      else if (read.why !== 'blank') this.problems.push({ field: `q.${question.id}`, text: read.text })
    }
  }
}

/**
 * How one screen of the check is laid out: which questions stand in a tick-list, which alone, which open under another.
 */
import { dependentsOf } from '../../../care/check/dependents.ts'
import { isTrue } from '../../../care/check/truth.ts'
import { questions, valuesOf } from '../../../care/check/questions/all.ts'
import { ladder, ladderQuestions, meaningOf } from '../../../care/check/questions/ladder.ts'
import { screens } from '../../../care/check/questions/screens.ts'
import type { Answers, CheckInProgress, Question, YesNoQuestion } from '../../../care/check/types.ts'
import type { FormFields } from '../form-fields.ts'
import { engine, questionById } from './protocol-in-force.ts'

/** A clarifier that opens under its parent when the parent has one of these answers. */
export interface Clarifier {
  readonly question: Question
  readonly opensAt: readonly string[]
}
/** A question with the clarifiers that may open under it. */
export interface Asked<Q extends Question = Question> {
  readonly question: Q
  readonly clarifiers: readonly Clarifier[]
}
/** Yes/no questions as one list to tick. `field` is the name of its "None of these" and "Not sure". */
export interface ListPart {
  readonly kind: 'list'
  readonly key: string
  readonly field: string
  readonly heading: string
  readonly items: readonly Asked<YesNoQuestion>[]
}
/** Questions one under another, each with its own answers. */
export interface SinglesPart {
  readonly kind: 'singles'
  readonly heading?: string
  /** The title of the screen asks it already (see `ScreenGroup`). */
  readonly asksWithTitle?: boolean
  readonly questions: readonly Asked[]
}
export type ScreenPart = ListPart | SinglesPart

/**
 * The parts of a screen, in order.
 *
 * A clarifier is shown under its parent only if an answer to the parent alone is enough to ask it; so is a question of
 * this screen that one answer here would call for. The others come on the next screen. A list that was answered "Not sure" (its key is in `singles`), or has one item left, is asked singly.
 */
export function layOut(state: CheckInProgress, answers: Answers, singles: ReadonlySet<string>): readonly ScreenPart[] {
  const asked = new Set(state.ask)
  const isClarifier = (question: Question) => question.under !== undefined && asked.has(question.under)
  const listed = new Set(screens.find(({ id }) => id === state.screen.id)?.groups.flatMap((group) => group.questions))
  const shown = new Set(asked)
  const now = engine.start(answers)
  const unasked = questions.filter(({ id }) => answers[id] === undefined)
  const notYet = new Set(unasked.filter(({ id }) => listed.has(id) && engine.applies(id, now) !== isTrue))
  const mayOpen = (other: Question, parent: Question) =>
    belongsTo(other, parent) || (notYet.has(other) && !shown.has(other.id) && hangsOn(other, parent))
  const withClarifiers = <Q extends Question>(question: Q): Asked<Q> => ({
    question,
    clarifiers: unasked
      .filter((other) => mayOpen(other, question))
      .map((other) => ({ question: other, opensAt: openingAnswers(question, other, answers) }))
      .filter(({ question: { id, under }, opensAt }) => {
        const depends = opensAt.length > 0 && (under !== undefined || opensAt.length < singleAnswers(question).length)
        return depends && shown.add(id)
      }),
  })
  const grouped = new Set(state.screen.groups.flatMap((group) => group.questions))
  const loose = state.ask.filter((id) => !grouped.has(id))
  const groups = loose.length > 0 ? [{ questions: loose }, ...state.screen.groups] : state.screen.groups
  return groups.flatMap((group, index): ScreenPart | [] => {
    const questions = group.questions
      .filter((id) => asked.has(id))
      .map(known)
      .filter((question) => !isClarifier(question))
    if (questions.length === 0) return []
    const heading = 'heading' in group ? group.heading : undefined
    const key = `${state.screen.id}/${heading}`
    if (heading === undefined) {
      const asksWithTitle = 'asksWithTitle' in group && group.asksWithTitle === true
      return { kind: 'singles', asksWithTitle, questions: asLadder(questions).map(withClarifiers) }
    }
    if (questions.length === 1 || singles.has(key) || !questions.every(isYesNo))
      return { kind: 'singles', heading, questions: questions.map(withClarifiers) }
    return { kind: 'list', key, field: `list.${index}`, heading, items: questions.map(withClarifiers).map(onTicking) }
  })
}

/** Standing, walking and reaching as one question, where all three are asked. */
function asLadder(asked: readonly Question[]): readonly Question[] {
  const ids = asked.map(({ id }) => id)
  if (!ladderQuestions.every((id) => ids.includes(id))) return asked
  return asked.flatMap((question) =>
    question.id === ladderQuestions[0] ? [ladder] : ladderQuestions.includes(question.id) ? [] : [question],
  )
}

/** Is it a clarifier of this question, or of one that the ladder stands for? */
const belongsTo = (clarifier: Question, { id }: Question): boolean =>
  clarifier.under === id || (id === ladder.id && ladderQuestions.includes(clarifier.under ?? ''))

/** May an answer to this question, or to one that the ladder stands for, decide whether the other is asked? */
const hangsOn = (other: Question, { id }: Question): boolean =>
  (id === ladder.id ? ladderQuestions : [id]).some((one) => decidedBy.get(one)?.has(other.id))

/** For each question those whose being asked hangs on it. */
const decidedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  dependentsOf(engine.definition).map(({ remembered }, place) => [
    engine.definition.questions[place]?.id ?? '',
    new Set(remembered.flatMap((other) => engine.definition.questions[other]?.id ?? [])),
  ]),
)

/** In a list an item can only be ticked: what opens at other answers is asked on the next screen. */
const onTicking = (item: Asked<YesNoQuestion>): Asked<YesNoQuestion> => ({
  ...item,
  clarifiers: item.clarifiers.filter(({ opensAt }) => opensAt.includes('yes')),
})

/** The question with this id, which the engine named: a missing one is a fault in the protocol. */
function known(id: string): Question {
  const question = questionById.get(id)
  if (!question) throw new Error(`The engine asks a question that does not exist: ${id}`)
  return question
}

const isYesNo = (question: Question): question is YesNoQuestion => question.kind === 'yesNo'

/** Do these answers alone make it sure that the question is asked? */
const applies = (question: Question, answers: Answers) => engine.applies(question.id, engine.start(answers)) === isTrue

/** The answers to `parent` that are enough to ask `clarifier`, with what is answered already. */
function openingAnswers(parent: Question, clarifier: Question, answers: Answers): readonly string[] {
  return singleAnswers(parent)
    .filter((answer) =>
      applies(clarifier, { ...answers, ...meaningOf(parent, parent.kind === 'ticks' ? [`${answer}`] : answer) }),
    )
    .map(String)
}

/** Every answer of one value: numbers of the whole range too. */
function singleAnswers(question: Question): readonly (string | number)[] {
  if (question.kind !== 'number') return valuesOf(question)
  return Array.from({ length: question.max - question.min + 1 }, (_, index) => question.min + index)
}

/** The field of the page's own "None of these" and "Not sure" where it holds several lists. */
const everyList = 'lists'

/**
 * The field by which one button answers the whole page, if the page holds lists and nothing else: the list's own for a
 * page with one, `lists` for a page with more.
 */
export function wholePage(parts: readonly ScreenPart[]): string | undefined {
  const fields = parts.flatMap((part): readonly (string | undefined)[] =>
    part.kind === 'list'
      ? [part.field]
      : part.questions.map(({ question }) => (question.kind === 'ticks' ? `list.${question.id}` : undefined)),
  )
  const [only] = parts
  if (fields.length === 1) return only?.kind === 'list' ? fields[0] : undefined
  return fields.length === 0 || fields.includes(undefined) ? undefined : everyList
}

/**
 * The posted fields with the page's own "None of these" or "Not sure" put where it belongs: into every list of the page
 * in which nothing was ticked. What was ticked stays and counts.
 */
export function withWholePage(parts: readonly ScreenPart[], fields: FormFields): FormFields {
  const [said] = wholePage(parts) === everyList ? (fields.get(everyList) ?? []) : []
  if (said === undefined) return fields
  const spread = new Map(fields)
  const put = (field: string, items: readonly string[]) => {
    if (!spread.has(field) && !items.some((item) => fields.has(item))) spread.set(field, [said])
  }
  for (const part of parts) {
    if (part.kind === 'list')
      put(
        part.field,
        part.items.map(({ question }) => `q.${question.id}`),
      )
    else for (const { question } of part.questions) put(`list.${question.id}`, [`q.${question.id}`])
  }
  return spread
}

/** Ids of every question that the form of these parts holds. */
export function shownIn(parts: readonly ScreenPart[]): readonly string[] {
  return parts.flatMap((part) =>
    (part.kind === 'list' ? part.items : part.questions).flatMap(({ question, clarifiers }) => [
      question.id,
      ...clarifiers.map((clarifier) => clarifier.question.id),
    ]),
  )
}

/** Is something here asked that was not answered before somebody went back to it? */
export const isAskedAnew = (parts: readonly ScreenPart[], answered: Answers): boolean =>
  parts.some((part) =>
    (part.kind === 'list' ? part.items : part.questions).some(({ question: { id } }) => answered[id] === undefined),
  )

/** May this question of a tick-list be left unsaid, which is not the same as no? */
export const offersUnsaid = ({ extra = [] }: YesNoQuestion): boolean => extra.some(({ value }) => value === 'preferNot')

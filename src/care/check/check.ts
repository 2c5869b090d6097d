/**
 * The check: answers in, and either a result or the next screen to ask. The one door of this room.
 * Pure: same answers and same protocol give the same state for ever.
 * Never: shows a plan for an unfinished check, or treats "not sure" or a skipped danger question as "no".
 */
import {
  decidingQuestions,
  type Engine,
  type Interval,
  interval,
  isAbove,
  openQuestions,
  undecidedRules,
} from './engine.ts'
import { type Evaluation, isTrue } from './truth.ts'
import { answerText } from './answer-text.ts'
import { atWorst } from './at-worst.ts'
import { reconcileFreeText } from './reconcile-free-text.ts'
import { nearMisses } from './near-misses.ts'
import { allQuestions, type Protocol, type ProtocolOptions, protocol } from './protocol.ts'
import { screens } from './questions/screens.ts'
import { inOwnWords } from './own-words.ts'
import { byUrgency, reasonText } from './reasons.ts'
import { actWithinWords, levelRoutes } from './rules/levels.ts'
import { causeOf } from './rules/cause.ts'
import { notes } from './rules/notes.ts'
import { switches } from './switches.ts'
import type {
  Answers,
  CheckInProgress,
  CheckResult,
  CheckState,
  FiredRule,
  HeardAgain,
  Level,
  MovementLock,
  Note,
  Question,
  RouteId,
  Rule,
  Screen,
} from './types.ts'

const questionById: ReadonlyMap<string, Question> = new Map(allQuestions.map((question) => [question.id, question]))

/** Asked along with their screen though they change no level. */
const companions: ReadonlySet<string> = new Set(['worry'])

/**
 * The state of a check.
 *
 * @param answers by question id; a skipped question is answered `'notSure'` (`['notSure']` in a tick-list)
 * @returns a result as soon as it is certain: at the first sure emergency, or when no open question can change it
 */
export function checkState(answers: Answers, options: ProtocolOptions = switches): CheckState {
  const inForce = protocol(options)
  const heard = reconcileFreeText(answers, options)
  const evaluation = inForce.engine.start(heard.answers)
  const found = interval(inForce.engine, evaluation)
  if (found.atLeast === 'emergency') return result(inForce, heard.answers, evaluation, found)
  if (heard.ask.length > 0) return askAgain(inForce, found, heard.ask)
  const next = nextScreen(inForce.engine, evaluation, found)
  if (next) return inProgress(inForce, found, next.screen, next.ask)
  if (heard.late.length > 0) return askAgain(inForce, found, heard.late)
  return result(inForce, heard.answers, evaluation, found)
}

function inProgress(
  inForce: Protocol,
  { atLeast, atMost }: Interval,
  screen: Screen,
  ask: readonly string[],
): CheckInProgress {
  return { complete: false, atLeast, atMost, screen, ask, protocolVersion: inForce.version }
}

/** What was written holds the result until it is settled. It may end higher than any rule that is open now. */
function askAgain(inForce: Protocol, found: Interval, heard: readonly HeardAgain[]): CheckInProgress {
  const ask = heard.map(({ question }) => question)
  const screen: Screen = { id: 'said', title: 'You wrote something important', groups: [{ questions: ask }] }
  return { ...inProgress(inForce, { ...found, atMost: 'emergency' }, screen, ask), heard }
}

/** A screen, and all that it may ask: the questions on it, and the clarifiers of these that are on no screen of their own. */
const plans = screens.map((screen) => {
  const listed = screen.groups.flatMap((group) => group.questions)
  return { screen, listed, companions: listed.filter((id) => companions.has(id)) }
})
type Plan = (typeof plans)[number]
/** The screen that each question is asked on: its own, or that of the question it belongs to. */
const planOf: ReadonlyMap<string, Plan> = new Map(
  allQuestions.flatMap(({ id, under }) => {
    const plan = plans.find(({ listed }) => listed.includes(id) || (under !== undefined && listed.includes(under)))
    return plan ? [[id, plan]] : []
  }),
)

/** A screen's questions that rules hang on, by their places in an engine, and these rules. */
interface Asking {
  readonly plan: Plan
  readonly asked: readonly number[]
  readonly rules: ReadonlySet<number>
}

const askingByEngine = new WeakMap<Engine, readonly Asking[]>()

function askingOf(engine: Engine): readonly Asking[] {
  const known = askingByEngine.get(engine)
  if (known) return known
  const { questions } = engine.definition
  const made = plans.map((plan): Asking => {
    const rulesOn = (place: number) => engine.dependents[place]?.rules ?? []
    const asked = questions.flatMap(({ id }, place) =>
      planOf.get(id) === plan && rulesOn(place).length > 0 ? [place] : [],
    )
    return { plan, asked, rules: new Set(asked.flatMap(rulesOn)) }
  })
  askingByEngine.set(engine, made)
  return made
}

/** The first screen with a question that can still matter. Groups hold only what is asked now. */
function nextScreen(
  engine: Engine,
  evaluation: Evaluation,
  found: Interval,
): { readonly screen: Screen; readonly ask: readonly string[] } | undefined {
  const undecided = undecidedRules(engine, found)
  if (undecided.length === 0) return undefined
  const idsOf = (places: readonly number[]) => places.flatMap((place) => engine.definition.questions[place]?.id ?? [])
  for (const { plan, asked, rules } of askingOf(engine)) {
    if (!asked.some((place) => engine.isLeft(place, evaluation))) continue
    // Only the rules that hang on a screen can need its questions.
    const hanging = undecided.filter((rule) => rules.has(rule))
    const open = openQuestions(engine, evaluation, hanging, asked)
    if (open.length > 0) return screenOf(plan, idsOf(open), evaluation)
  }
  const open = openQuestions(engine, evaluation, undecided)
  if (open.length > 0) throw new Error(`questions on no screen: ${idsOf(open).join(', ')}`)
  return undefined
}

/** What a screen asks now, of which these questions can still matter. */
function screenOf(
  { screen, listed, companions: beside }: Plan,
  open: readonly string[],
  { answers }: Evaluation,
): { readonly screen: Screen; readonly ask: readonly string[] } {
  // Clarifiers left blank with their question come first and alone: they may end the check.
  const clarifiers = open.filter((id) => !listed.includes(id))
  if (clarifiers.length > 0) return { screen: { ...screen, groups: [{ questions: clarifiers }] }, ask: clarifiers }
  const asked = [...open, ...beside.filter((id) => answers[id] === undefined)]
  const groups = screen.groups
    .map((group) => ({ ...group, questions: group.questions.filter((id) => asked.includes(id)) }))
    .filter((group) => group.questions.length > 0)
  return { screen: { ...screen, groups }, ask: groups.flatMap((group) => group.questions) }
}

function result(inForce: Protocol, answers: Answers, evaluation: Evaluation, found: Interval): CheckResult {
  const { engine, version } = inForce
  const holding = engine.definition.rules.filter((_, index) => found.truths[index] === isTrue)
  const counted = found.atLeast === 'emergency' ? atWorst(engine, evaluation) : evaluation
  const beside = counted === evaluation ? [] : emergenciesBeside(engine, counted, holding)
  const inTurn = [...holding, ...beside].sort(byUrgency)
  const deciding = inTurn.filter((rule) => rule.level === found.atLeast)
  const reasons = inTurn.map((rule) => explain(engine, rule, answers, beside.includes(rule) ? counted : evaluation))
  const waits = isAbove('urgent', found.atLeast)
  const remarks = notes.filter(({ when, review }) => (waits || !review) && engine.truth(when, evaluation) === isTrue)
  return {
    complete: true,
    level: found.atLeast,
    actWithin: actWithin(found.atLeast, deciding, remarks),
    routes: routesOf(found.atLeast, deciding, inTurn),
    reasons,
    notes: remarks.map(({ id, text }) => ({ id, text: inOwnWords(text, evaluation.answers) })),
    nearMisses: nearMisses(engine, evaluation, found.atLeast),
    movement: lockOf(found.atLeast, deciding),
    protocolVersion: version,
  }
}

/** The emergencies that a certain one left open, and that hold where each sign counts at its worst. */
const emergenciesBeside = (engine: Engine, counted: Evaluation, holding: readonly Rule[]): readonly Rule[] =>
  engine.definition.rules.filter(
    (rule) => rule.level === 'emergency' && !holding.includes(rule) && engine.truth(rule.when, counted) === isTrue,
  )

function actWithin(level: Level, deciding: readonly Rule[], remarks: readonly Note[]): string {
  if (level === 'urgent' && deciding.some(({ within }) => within === 'now')) {
    return 'Ring now. If you cannot get through, go to A&E'
  }
  if (level === 'soon' && deciding.some(({ within }) => within === 'twoDays')) return 'In 1 to 2 days'
  if (level === 'soon' && deciding.some(({ within }) => within === 'days')) return 'In 2 to 3 working days'
  const soonAgain = level === 'self-care' && remarks.some(({ id }) => id === 'recheck-24h-steady')
  return soonAgain ? actWithinWords[level].replace('24 to 48 hours', '24 hours') : actWithinWords[level]
}

function routesOf(level: Level, deciding: readonly Rule[], holding: readonly Rule[]): readonly RouteId[] {
  // Whoever is pregnant or has just given birth: the maternity unit should know too, after the way to help.
  const maternity: readonly RouteId[] =
    level === 'emergency' && holding.some(({ routes }) => routes?.includes('maternity')) ? ['maternity'] : []
  const named = deciding.flatMap(({ routes, level: own }) => routes ?? levelRoutes[own])
  const all = [...new Set([...(named.length > 0 ? named : levelRoutes[level]), ...maternity])]
  // 999 first when any deciding rule puts it first: the person may not be safe to travel.
  return deciding.some(({ routes }) => routes?.[0] === '999') ? ['999', ...all.filter((route) => route !== '999')] : all
}

/** EMERGENCY and URGENT lock everything; SOON with a rule about fracture, cancer or infection leaves the gentle part. */
function lockOf(level: Level, deciding: readonly Rule[]): MovementLock {
  if (level === 'emergency' || level === 'urgent') return 'locked'
  return deciding.some(({ locks }) => locks !== undefined) ? 'gentle' : 'open'
}

function explain(engine: Engine, rule: Rule, answers: Answers, evaluation: Evaluation): FiredRule {
  const { id, level, advice, within, locks, sources, tag } = rule
  const because = reasonText(engine, rule, evaluation)
  const cause = causeOf(rule)
  const couldMean = cause && inOwnWords(cause, evaluation.answers)
  return {
    id,
    level,
    because,
    ...(couldMean !== undefined && { couldMean }),
    ...(advice !== undefined && { advice }),
    ...(within !== undefined && { within }),
    ...(locks !== undefined && { locks }),
    deciding: decidingQuestions(engine, rule.when, evaluation).flatMap((question) => {
      const asked = questionById.get(question)
      const answer = answers[question]
      return asked && answer !== undefined ? [{ question, asked: asked.ask, answered: answerText(asked, answer) }] : []
    }),
    sources,
    tag,
  }
}

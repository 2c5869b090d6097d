/**
 * What a person says at the desk, and the one-screen summary for the clinician: flags, the important noes and the
 * timeline. Never holds what was said about safety at home.
 */
import { isOneOf } from '../evidence/closed-sets.ts'
import { answerText } from './answer-text.ts'
import { inOwnWords, painTold } from './own-words.ts'
import { isTrue } from './truth.ts'
import { reconcileFreeText } from './reconcile-free-text.ts'
import { isPrivate, withoutPrivate } from './private.ts'
import { allQuestions, protocol } from './protocol.ts'
import { moreQuestions } from './questions/more-screens.ts'
import { personOf } from './questions/third-person.ts'
import { asTold } from './rules/sign-short-words.ts'
import { asNew } from './rules/terms.ts'
import { switches } from './switches.ts'
import type { Answer, Answers, CheckResult, Question } from './types.ts'

const questionById: ReadonlyMap<string, Question> = new Map(allQuestions.map((question) => [question.id, question]))

/** A line of the summary: what was asked, in few words, and the answer. */
export interface SummaryLine {
  readonly question: string
  readonly label: string
  readonly answer: string
}

/** What a clinician needs to know of a check, on one page. */
export interface ClinicianSummary {
  /** What the person can say aloud at the desk or on the phone. */
  readonly say: string
  /** What else whoever sees them next should hear: each in few words, none of it in `say`. */
  readonly alsoSay: readonly string[]
  /** Answers of yes or not sure to danger questions, with their clarifiers. */
  readonly flags: readonly SummaryLine[]
  /** Danger questions answered no: those a clinician asks first. */
  readonly importantNoes: readonly string[]
  readonly timeline: readonly SummaryLine[]
  readonly background: readonly SummaryLine[]
  readonly couldMean: readonly string[]
  readonly ownWords?: string
}

const timelineIds = [
  'duration',
  'startHow',
  'startAfter',
  'injuryWhen',
  'history',
  'trend',
  'sinceDay1',
  'painNow',
  'painEasiest',
  'stand10',
  'changes',
  'walk',
  'place',
  'centre',
  'F3',
]
const backgroundIds = [
  ...['who', 'age', 'sex', 'pregnancy', 'weeks', 'steroids', 'infRisk', 'fxRisk', 'clotRisk', 'I2'],
  ...['medicines', 'alone'],
]
const noesFirst = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'B1',
  'B2',
  'C1',
  'C3',
  'C5.collapse',
  'C5.known',
  'D2',
  'E1',
  'E5',
  'F1',
  'F2',
  'I1',
  'B5',
  'I9',
]

/** The questions of these ids, in their order. */
const named = (ids: readonly string[]): readonly Question[] => ids.flatMap((id) => questionById.get(id) ?? [])
const timeline = named(timelineIds)
const background = named(backgroundIds)
const noes = named(noesFirst)

/** Questions that may be flags: not private, not shown elsewhere in the summary, and no clarifiers. */
const maybeFlags: ReadonlyMap<string, Question> = new Map(
  allQuestions.flatMap((question) => {
    const { id, under } = question
    const elsewhere = timelineIds.includes(id) || backgroundIds.includes(id) || id === 'worry'
    return elsewhere || under !== undefined || isPrivate(id) ? [] : [[id, question]]
  }),
)

/** Builds the summary of a finished check. */
export function clinicianSummary(given: Answers, result: CheckResult): ClinicianSummary {
  // As they count: what free text told against a tick is told to the clinician too.
  const answers = reconcileFreeText(withoutPrivate(given)).answers
  const asked = Object.keys(answers)
  const raised = asked.filter((id) => {
    const question = maybeFlags.get(id)
    return question !== undefined && raises(question, answers[id])
  })
  // Of a sign that is told, the question that was asked again after a note says nothing new.
  const told = raised.filter((id) => !isUnsure(answers[id]))
  const flagged = raised.filter((id) => !told.some((sign) => isAskedAgain(id, sign)))
  const withClarifiers = flagged.flatMap((id) => [
    id,
    ...asked.filter((other) => questionById.get(other)?.under === id && answers[other] !== undefined),
  ])
  const couldMean = causesOf(result)
  const { worry } = answers
  const risks = risksOf(result)
  const aloud = [...signsFirst(result, flagged), ...risks]
  return {
    say: whatToSay(answers, result, aloud, couldMean),
    alsoSay: [
      ...flagged
        .filter((id) => !aloud.includes(id) && !moreQuestions.includes(id))
        .flatMap((id) => besides(answers, id)),
      ...moreQuestions.filter((id) => !aloud.includes(id)).flatMap((id) => toldAs(answers, id)),
    ],
    flags: lines(named(withClarifiers), answers),
    importantNoes: noes.filter(({ id }) => answers[id] === 'no').map(({ short }) => inOwnWords(short, answers)),
    timeline: lines(timeline, answers),
    background: lines(background, answers),
    couldMean,
    ...(typeof worry === 'string' && worry !== '' && { ownWords: worry }),
  }
}

/** The reasons that others may see. */
const openReasons = ({ reasons }: CheckResult): CheckResult['reasons'] => reasons.filter(({ id }) => !isPrivate(id))

/** What the reasons of the level could mean: what kills first comes first, and what is told later takes none of it away. */
const causesOf = (result: CheckResult): readonly string[] => [
  ...new Set(
    openReasons(result).flatMap(({ level, couldMean }) =>
      level === result.level && couldMean !== undefined ? [couldMean] : [],
    ),
  ),
]

/** The summary as plain text, to copy, read out or send. */
export function summaryText(summary: ClinicianSummary, result: CheckResult, writtenAt: string): string {
  const list = (title: string, rows: readonly SummaryLine[]): readonly string[] =>
    rows.length === 0 ? [] : ['', title, ...rows.map(({ label, answer }) => `- ${label}: ${answer}`)]
  return [
    `Back pain check, ${writtenAt}`,
    `Result: ${result.level.toUpperCase()} (${result.actWithin})`,
    summary.say,
    ...list('Flags', summary.flags),
    '',
    'Answered no',
    summary.importantNoes.length > 0 ? summary.importantNoes.join('; ') : 'nothing asked was answered no',
    ...list('Timeline', summary.timeline),
    ...list('Background', summary.background),
    ...(summary.ownWords === undefined ? [] : ['', `In their own words: ${summary.ownWords}`]),
    '',
    `Rules: ${
      openReasons(result)
        .map(({ id }) => id)
        .join(', ') || 'none'
    }`,
    `Protocol ${result.protocolVersion}. Self-reported answers, not examined. Not a diagnosis.`,
  ].join('\n')
}

/** How many signs are said aloud: those that decided first. */
const signsSaid = 3

function signsFirst(result: CheckResult, flagged: readonly string[]): readonly string[] {
  const decided = openReasons(result).flatMap(({ deciding }) => deciding.map(({ question }) => question))
  const place = (id: string) => (decided.includes(id) ? decided.indexOf(id) : decided.length)
  return [...flagged].sort((one, other) => place(one) - place(other)).slice(0, signsSaid)
}

/** What somebody has or takes that can make an emergency of a sign: "HRT tablets" of a sharp pain on breathing in. */
const riskIds = ['clotRisk', 'infRisk', 'fxRisk', 'steroids', 'pregnancy']

/** Those that the level hangs on: whoever takes the call must hear them. */
function risksOf(result: CheckResult): readonly string[] {
  const decided = openReasons(result).filter(({ level }) => level === result.level)
  return riskIds.filter((id) => decided.some(({ deciding }) => deciding.some(({ question }) => question === id)))
}

/** A sign that is not among the first: in the words of those that are. */
const besides = (answers: Answers, id: string): readonly string[] =>
  isUnsure(answers[id])
    ? signOf(answers, id).flatMap((words) => (isSettled(answers, id) ? [] : [`not sure about: ${words}`]))
    : signOf(answers, id)

/** What was told of one of these questions, if it says something: never a "no", and age and sex go without saying. */
function toldAs(answers: Answers, id: string): readonly string[] {
  const question = questionById.get(id)
  const answer = answers[id]
  if (!question || answer === undefined || answer === '' || ['age', 'sex'].includes(id)) return []
  if (isOneOf(['no', 'within'], answer) || (typeof answer === 'object' && answer.length === 0)) return []
  if (isUnsure(answer)) return [`not sure about: ${lowerFirst(question.short)}`]
  const told = toldWords(answers, id)
  if (told !== undefined) return [told]
  if (question.kind === 'yesNo') return [lowerFirst(question.short)]
  if (question.kind === 'text' || question.kind === 'number') return [`${lowerFirst(question.short)}: ${answer}`]
  return [answerText(question, answer, 'short')]
}

/**
 * One or two sentences to say aloud. Claims only what was told: what somebody was not sure about is said as that, and what
 * they would rather not say is not said.
 */
function whatToSay(answers: Answers, result: CheckResult, first: readonly string[], causes: readonly string[]): string {
  const duration = answers.duration
  const lasted = typeof duration === 'string' && duration !== 'notSure' ? ` (${shortOf('duration', duration)})` : ''
  const forOther = personOf(answers) === 'they'
  const sure = first.filter((id) => !isUnsure(answers[id])).flatMap((id) => signOf(answers, id))
  const unsure = first
    .filter((id) => isUnsure(answers[id]) && !isSettled(answers, id))
    .flatMap((id) => signOf(answers, id))
  return [
    `${forOther ? 'I am asking for someone who has' : 'I have'} ${painTold(answers)}${lasted}.`,
    ...(sure.length > 0 ? [`Also: ${sure.join('; ')}.`] : []),
    ...(unsure.length > 0 ? [`Not sure about: ${unsure.join('; ')}.`] : []),
    ...(causes.length > 0 && result.level !== 'self-care'
      ? [`${forOther ? 'We were' : 'I was'} told to ask for a check for: ${eachOnce(causes).join('; ')}.`]
      : []),
  ].join(' ')
}

/** Without what one before it says already: "shingles" after "shingles with higher risk". */
const eachOnce = (causes: readonly string[]): readonly string[] =>
  causes.filter((cause, place) => !causes.slice(0, place).some((before) => before.includes(cause)))

/** Is this the question that asks again, after the person's own words, about that one? */
const isAskedAgain = (id: string, about: string): boolean => id === `said.${about}` || id.startsWith(`said.${about}.`)

/** Was a "not sure" settled by a yes, when the person's own words were asked about again? */
const isSettled = (answers: Answers, id: string): boolean =>
  Object.entries(answers).some(([other, answer]) => answer === 'yes' && isAskedAgain(other, id))

const isUnsure = (answer: Answer | undefined): boolean =>
  answer === 'notSure' || (typeof answer === 'object' && answer.includes('notSure'))

/** A sign in few words: with what was ticked or chosen of it, and when it began. Nothing for what they would rather not say. */
function signOf(answers: Answers, id: string): readonly string[] {
  const question = questionById.get(id)
  const answer = answers[id]
  if (!question || answer === undefined || answer === 'preferNot') return []
  if (riskIds.includes(id) && (answer === 'no' || (typeof answer === 'object' && answer.length === 0))) return []
  const told = toldWords(answers, id)
  if (told !== undefined) return [`${told}${since(answers, id)}`]
  if (question.kind === 'yesNo' || isUnsure(answer))
    return [`${lowerFirst(inOwnWords(question.short, answers))}${since(answers, id)}`]
  return [answerText(question, answer, 'short')]
}

const { engine } = protocol(switches)

/** The words of a sign that was explained, as what it was. */
function toldWords(answers: Answers, id: string): string | undefined {
  const told = asTold[id]?.find(({ when }) => engine.truth(when, engine.start(answers)) === isTrue)
  return told && inOwnWords(told.words, answers)
}

/** As it stands inside a sentence; names and short forms such as TB keep their capital. */
const lowerFirst = (text: string): string =>
  /^(?:Marfan|.[A-Z])/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** When a sign of block A began, in brackets. */
function since(answers: Answers, id: string): string {
  const when = answers[`${id}.when`]
  return typeof when === 'string' && when !== 'notSure' ? ` (${whenWords(answers, id, when)})` : ''
}

/** "Earlier and unchanged" is not said of a sign that is getting worse, or may be. */
function whenWords(answers: Answers, id: string, when: string): string {
  const worse = asNew[id]
  const isWorse = when === 'old' && worse !== undefined && engine.truth(worse, engine.start(answers)) === isTrue
  return isWorse ? 'earlier, and may be getting worse' : shortOf(`${id}.when`, when)
}

const shortOf = (id: string, value: string): string => {
  const question = questionById.get(id)
  return question ? answerText(question, value, 'short') : value
}

function lines(asked: readonly Question[], answers: Answers): readonly SummaryLine[] {
  const written: SummaryLine[] = []
  for (const question of asked) {
    const answer = answers[question.id]
    if (answer === undefined) continue
    const began = question.id.endsWith('.when') && question.under !== undefined && typeof answer === 'string'
    const text = began ? whenWords(answers, question.under, answer) : answerText(question, answer, 'short')
    written.push({ question: question.id, label: inOwnWords(question.short, answers), answer: text })
  }
  return written
}

/** Yes, not sure, or a ticked item; "can you …?" questions count when answered no. */
function raises(question: Question, answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  if (question.id === 'I5') return answer !== 'yes'
  if (question.kind === 'yesNo') return answer === 'yes' || answer === 'notSure' || answer === 'preferNot'
  if (question.kind === 'ticks') return typeof answer === 'object' && answer.length > 0
  return (
    question.kind === 'choice' &&
    (question.id === 'I3' || question.id === 'H2') &&
    answer !== 'no' &&
    answer !== 'discussedSame'
  )
}

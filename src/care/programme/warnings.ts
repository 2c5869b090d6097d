/**
 * What a danger sign asks for at once, before the full check: told in the short check, or to "Something is new or worse"
 * (evidence.md §2.1, §5.0, §6.2, §6.3). The words and the ways to help are those of the check's own rules.
 * Pure. Never: a level. The full check alone decides that, and nothing here takes its place.
 */
import { questionById } from '../check/questions/all.ts'
import { rules } from '../check/rules/all.ts'
import type { Answers, RouteId } from '../check/types.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import { findLast } from '../evidence/lists.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { Moment } from '../evidence/calendar.ts'
import type { MiniCheckDone, MiniQuestion, ProgrammeEvent, Stopped, StopQuestion, StopSign } from './events.ts'
import { miniIsClear, miniQuestions } from './screening.ts'
import type { ProgrammeState } from './state.ts'

/** Why a sign matters: a rule of the check in its own words. */
export interface WarningReason {
  readonly words: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** `now`: 999 or A&E come first. `today`: 111 comes first. `check`: the full check comes first, with all signs shown. */
export interface Warning {
  readonly how: 'now' | 'today' | 'check'
  readonly reasons: readonly WarningReason[]
  readonly routes: readonly RouteId[]
  /** The full check starts with these: what was told already is not asked again. */
  readonly answers: Answers
}

/** The rule of the check that a plain "yes" to a question can lead to, at its most urgent. */
const ruleOf = {
  A1: 'A1-emergency',
  A2: 'A2-emergency',
  A3: 'A3-emergency',
  A5: 'A5-emergency',
  A6: 'A6-emergency',
  A7: null,
  A8: 'A8-urgent',
  B2: 'B2-urgent',
  C1: 'C1-emergency',
} as const satisfies Record<StopQuestion, string | null>
/** One thing that can be new or worse: the button on the page, what it stops, and the question that it answers. */
export interface NewSign {
  readonly id: string
  /** On the button. */
  readonly text: string
  readonly stop: StopSign
  readonly question: StopQuestion | null
  readonly how: Warning['how']
  /** More questions of the check whose rules give the first words; not answered by it. */
  readonly routes: readonly RouteId[]
}

const hospital = ['ae', '999'] as const
const sameDay = ['111', 'gp-urgent', 'ae'] as const

/** The stop signs as buttons, most pressing first (evidence.md §5.0, §6.2). */
export const newSigns: readonly NewSign[] = [
  { id: 'chest', text: 'Chest pain, or hard to breathe', stop: 'chest', question: 'C1', how: 'now', routes: ['999'] },
  {
    id: 'saddle',
    text: 'Numb or odd between my legs',
    stop: 'dangerSign',
    question: 'A1',
    how: 'now',
    routes: hospital,
  },
  { id: 'bladder', text: 'Peeing has changed', stop: 'dangerSign', question: 'A2', how: 'now', routes: hospital },
  {
    id: 'bowel',
    text: 'I leak poo, or cannot feel it',
    stop: 'dangerSign',
    question: 'A3',
    how: 'now',
    routes: hospital,
  },
  {
    id: 'bothLegs',
    text: 'Pain, numb or weak in both legs',
    stop: 'dangerSign',
    question: 'A5',
    how: 'now',
    routes: hospital,
  },
  { id: 'weak', text: 'A weak leg or foot', stop: 'weaknessOrNumbness', question: 'A6', how: 'now', routes: hospital },
  {
    id: 'numb',
    text: 'The numb part of my leg grows',
    stop: 'legNumbnessSpreads',
    question: 'A8',
    how: 'today',
    routes: sameDay,
  },
  { id: 'fever', text: 'Hot, shivery, or 38 °C or more', stop: 'fever', question: 'B2', how: 'today', routes: sameDay },
  {
    id: 'bone',
    text: 'Sudden sharp pain on the bone',
    stop: 'sharpBonePain',
    question: null,
    how: 'today',
    routes: sameDay,
  },
  { id: 'fall', text: 'I fell, or had a knock', stop: 'fall', question: null, how: 'check', routes: [] },
  { id: 'dizzy', text: 'I feel dizzy', stop: 'dizziness', question: null, how: 'check', routes: [] },
  { id: 'other', text: 'Something else is new or worse', stop: 'newSymptom', question: null, how: 'check', routes: [] },
]

function reasonOf(flag: StopQuestion): readonly WarningReason[] {
  const rule = rules.find(({ id }) => id === ruleOf[flag])
  return rule ? [{ words: rule.because, sources: rule.sources, tag: rule.tag }] : []
}

/** What the button that was pressed asks for. */
export const warningOfSign = ({ question, how, routes }: NewSign): Warning => ({
  how,
  reasons: question ? reasonOf(question) : [],
  routes,
  answers: question ? { [question]: 'yes' } : {},
})

/** The event that a pressed button writes. */
export const stoppedBy = ({ stop, question }: NewSign) =>
  ({ kind: 'stopped', sign: stop, ...(question && { questions: [question] }) }) as const

/** What a stop sign asks for when only the record is left: the most pressing button that writes it. */
export function warningOfStop({ sign }: Pick<Stopped, 'sign'>): Warning {
  const [first, ...others] = newSigns.filter(({ stop }) => stop === sign)
  if (!first) throw new Error(`no button for ${sign}`)
  // More than one button writes this sign, so which question it answers is not known.
  return others.length === 0 ? warningOfSign(first) : { ...warningOfSign(first), reasons: [], answers: {} }
}

/** What a short check asks for; null when it was clear. A missing answer counts as not sure. */
export function warningOfMini({ answers }: Pick<MiniCheckDone, 'answers'>): Warning | null {
  if (miniIsClear({ answers })) return null
  const flags = miniQuestions.filter((question) => question !== 'anythingNew')
  const yes = flags.filter((question) => answers[question] === 'yes')
  const told = flags.filter((question) => answers[question] !== 'no')
  const now = yes.some((question) => isNerve(question))
  return {
    how: now ? 'now' : yes.length > 0 ? 'today' : 'check',
    reasons: yes.flatMap(reasonOf),
    routes: now ? hospital : yes.length > 0 ? sameDay : [],
    answers: Object.fromEntries(told.map((question) => [question, answers[question] ?? 'notSure'])),
  }
}

const isNerve = (question: Exclude<MiniQuestion, 'anythingNew'>): boolean => question !== 'B2'

/**
 * The same with every sign that the answers tell of, where its own is named: a page that names one says no less than all. The
 * most pressing decides whom to call, and what kills first is named first.
 */
export function withAllSigns(warning: Warning, told: Answers): Warning {
  if (warning.how === 'check') return warning
  const signs = newSigns.filter(({ question }) => question && told[question] === 'yes')
  const [first] = signs.filter(({ how }) => how === 'now')
  const { how, routes } = first && (warning.how !== 'now' || first.routes[0] === '999') ? first : warning
  const named = signs.flatMap((sign) => (sign.how === how ? reasonsOf(sign) : reasonsOf(sign).map(alsoSaid(sign))))
  const words = new Set(signs.flatMap(reasonsOf).map((reason) => reason.words))
  const reasons = [...named, ...warning.reasons.filter((reason) => !words.has(reason.words))]
  return { ...warning, how, routes, reasons: warning.reasons.length > 0 ? reasons : [] }
}

const reasonsOf = ({ question }: NewSign): readonly WarningReason[] => (question ? reasonOf(question) : [])

/** A sign that can wait longer, named as its question is, without its own "when". */
const alsoSaid =
  ({ question }: NewSign) =>
  (reason: WarningReason): WarningReason => ({
    ...reason,
    words: `You told us of this too: ${questionById.get(question ?? '')?.short ?? 'something more'}.`,
  })

/** What was told since the last full check and still waits for one: the most pressing of it; null when nothing does. */
export function openWarning(events: readonly ProgrammeEvent[], state: ProgrammeState, now: Moment): Warning | null {
  if (!state.fullDue) return null
  const since = state.lastFull?.at ?? 0
  const told = events
    .filter(({ at }) => at >= since && at <= now.at)
    .flatMap((event): readonly Warning[] => {
      if (event.kind === 'stopped') return [warningOfStop(event)]
      const warning = event.kind === 'miniCheckDone' ? warningOfMini(event) : null
      return warning ? [warning] : []
    })
  const pressing = (['now', 'today', 'check'] as const).flatMap((how) => findLast(told, (one) => one.how === how) ?? [])
  const [first] = pressing
  // Every question that was answered starts the check, not only those of the most pressing.
  return first ? { ...first, answers: Object.assign({}, ...told.map(({ answers }) => answers)) } : null
}

/**
 * What a person told of their pain anew while they answered for the plan: as a diary entry of the same would tell it, so
 * that it is counted, and raises and closes what that entry would.
 * Pure. Never: tells anew what only repeats the check or the number told last, or takes "not sure" for a number.
 */
import { checkState } from '../check/check.ts'
import { type Answers, levels, notSure } from '../check/types.ts'
import type { EntryFields } from '../diary/entry.ts'
import type { Raise } from '../diary/entry-dangers.ts'
import { type EntryContext, entryEvents, type EntryOutcome } from '../diary/entry-events.ts'
import type { IsoDate } from '../evidence/calendar.ts'
import type { PartialProfile } from '../relief/profile.ts'

/** One screen of the plan's questions, answered. */
export interface AnsweredForPlan {
  /** What was said for the plan before; empty at the first plan of a check. */
  readonly before: PartialProfile
  /** The same with this screen's answers. */
  readonly told: PartialProfile
  /** The answers of the check that the plan stands on. */
  readonly answers: Answers
  /** The last number told anywhere; null where there is none, or no record. */
  readonly last: { readonly day: IsoDate | undefined; readonly pain0to10: number } | null
  readonly today: IsoDate
}

/** What was told anew. */
export interface ToldForPlan {
  /** As a diary entry says it. */
  readonly fields: EntryFields
  /** False: the number was left at "not sure", so there is no entry to count. */
  readonly isNumber: boolean
  /** What asks for a check beside it, and the answer that does. */
  readonly also: readonly Raise[]
  readonly walk?: NonNullable<PartialProfile['walk']>
  /** Only the check's own number made milder, at the first plan after it: the check has looked at the worse one. */
  readonly isMilder: boolean
}

/** What this screen told anew; null where it only repeats. */
export function toldForPlan(answered: AnsweredForPlan): ToldForPlan | null {
  const { before, told } = answered
  const pain = typeof told.painNow === 'number' ? told.painNow : null
  const leg = legMoved(before.legPain, told.legPain)
  const bothLegs = isInBothAnew(answered)
  const also = worseByCheck(answered) ? [walkRaise(told.walk)] : []
  const isAnew = pain !== null && !repeats(pain, answered)
  if (!isAnew && leg !== 'further' && leg !== notSure && !bothLegs && also.length === 0) return null
  const fields: EntryFields = {
    painNow0to10: pain ?? 0,
    ...(leg && { leg }),
    ...(bothLegs && { signs: ['bothLegs'] }),
  }
  const { walk } = told
  const base = { fields, isNumber: pain !== null, also, isMilder: isMilder(pain, answered) }
  return also.length > 0 && walk !== undefined ? { ...base, walk } : base
}

/** What becomes of it: what it raises, and the events to write, as of a diary entry. */
export function planToldEvents(told: ToldForPlan, context: EntryContext): EntryOutcome {
  const { fields, isNumber, also, walk, isMilder } = told
  const outcome = entryEvents(fields, { ...context, also })
  const { raised } = outcome
  // The whole check has just looked at a worse number: neither that it is high nor that it is above yesterday's is news.
  const isOnlyMilder = isMilder && raised.raises.every(({ id }) => id === 'red' || id === 'jump')
  const leftOut = (kind: EntryOutcome['events'][number]['kind']) =>
    (isOnlyMilder && (kind === 'miniAsked' || kind === 'stopped')) ||
    (!isNumber && (kind === 'diaryEntry' || kind === 'morningNoted'))
  return {
    ...outcome,
    raised: {
      ...raised,
      ...(isOnlyMilder && { screen: null, locksMovement: false, stop: null, raises: [] }),
      answers: { ...raised.answers, ...(walk !== undefined && { walk }) },
    },
    events: outcome.events.filter(({ kind }) => !leftOut(kind)),
  }
}

const isFirst = ({ before }: AnsweredForPlan): boolean => before.painNow === undefined

/** The number of today that was told last is not told again by the form that offers it; nor is the check's. */
function repeats(pain: number, answered: AnsweredForPlan): boolean {
  const { answers, before, last, today } = answered
  if (isFirst(answered) && pain === answers.painNow) return true
  if (last) return pain === last.pain0to10 && last.day === today
  return pain === (before.painNow ?? answers.painNow)
}

function isMilder(pain: number | null, answered: AnsweredForPlan): boolean {
  const { painNow } = answered.answers
  return isFirst(answered) && pain !== null && typeof painNow === 'number' && pain <= painNow
}

/** How far down a leg. What nobody was sure of counts as far already. */
const down = { none: 0, aboveKnee: 1, belowKnee: 2, notSure: 2 } as const

/** What the leg pain has done since it was asked for the last plan; undefined where that was never asked. */
function legMoved(was: PartialProfile['legPain'], is: PartialProfile['legPain']): EntryFields['leg'] {
  if (was === undefined || is === undefined) return undefined
  if (is === notSure) return was === notSure ? undefined : notSure
  if (is === 'none') return 'none'
  if (down[is] === down[was]) return 'same'
  return down[is] > down[was] ? 'further' : 'nearer'
}

/** Both legs now, where the plan before said that it was not so; or the check, where that plan did not know. */
function isInBothAnew({ before, told, answers }: AnsweredForPlan): boolean {
  if (told.legSide !== 'both' || told.legPain === 'none') return false
  if (before.legPain === 'none') return true
  return before.legPain === undefined || before.legSide === notSure ? answers.A5 === 'no' : before.legSide !== 'both'
}

const walkRaise = (walk: PartialProfile['walk']): Raise => ({
  id: 'sign',
  screen: 'full',
  because:
    walk === 'cannot'
      ? 'You told us that you cannot stand and take a few steps.'
      : 'You told us that standing and taking a few steps has become harder.',
  questions: ['walk'],
  stop: 'newSymptom',
  sources: ['unclench-design'],
  tag: 'C',
})

/** Would the check, asked of walking now, find more, or have more to ask? */
function worseByCheck({ before, told, answers }: AnsweredForPlan): boolean {
  const { walk } = told
  if (walk === undefined || walk === (before.walk ?? answers.walk)) return false
  const kept: Answers = { I4: 'no', ...answers }
  const [was, is] = [checkState(kept), checkState({ ...kept, walk })]
  if (!was.complete || !is.complete) return was.complete
  return levels.indexOf(is.level) > levels.indexOf(was.level)
}

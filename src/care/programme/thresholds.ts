/**
 * The numbers by which the programme goes on, holds, steps back, stops or sends somebody for help, with where each comes
 * from. One table, so that a clinician can read it. Data only, and each row is read by a rule (thresholds.test.ts).
 * How much a phase asks for is in phases.ts, which movements a pain rules out in movement/block-rules.ts.
 * Never: a figure that is not in evidence.md. `C` marks our own design choice (source `unclench-design`).
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'

/** One number and its origin. `where`: section of the clinical brief. */
export interface Threshold {
  readonly value: number
  readonly unit:
    | 'of 10'
    | 'points'
    | 'days'
    | 'hours'
    | 'minutes'
    | 'sessions'
    | 'percent'
    | 'share'
    | 'years'
    | 'entries'
    | 'weeks'
  readonly where: string
  readonly means: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const ours = { sources: ['unclench-design'], tag: 'C' } as const
const change = { sources: ['professional'], tag: 'K' } as const

/** The numbers by name. Read one with `limit`. */
export const thresholds = {
  // Traffic lights, §5.0 and §6.2: made for tendon and knee pain, used here as a reasonable rule
  greenPeak: { value: 3, unit: 'of 10', where: '§5.0', means: 'Peak pain up to this is green', ...ours },
  redPeak: { value: 6, unit: 'of 10', where: '§5.0', means: 'Peak pain from this on is red', ...ours },
  redRise: { value: 2, unit: 'points', where: '§5.0', means: 'A rise of this much above the start is red', ...ours },
  soreStart: {
    value: 6,
    unit: 'of 10',
    where: '§5.0',
    means: 'Starting from this on: quiet things; any rise is red',
    ...ours,
  },
  halfFrom: { value: 4, unit: 'of 10', where: '§5.0', means: 'Pain from this on is amber: half the number', ...ours },
  // Effort, §5.0
  effortCalm: { value: 3, unit: 'of 10', where: '§5.0', means: 'Most effort in phase 1', ...ours },
  effortRestore: {
    value: 5,
    unit: 'of 10',
    where: '§5.0',
    means: 'Most effort in phase 2, and for phase 2 to 3',
    ...ours,
  },
  effortStrength: { value: 7, unit: 'of 10', where: '§5.0', means: 'Most effort in phases 3 and 4', ...ours },
  effortPlankLevel: { value: 6, unit: 'of 10', where: '§5.1 M11', means: 'Most effort for a harder plank', ...ours },
  // Advance, hold, regress, §6.2
  sessionsToAdvance: {
    value: 3,
    unit: 'sessions',
    where: '§6.2',
    means: 'Good sessions in a row before a step',
    ...ours,
  },
  plannedShare: { value: 0.6, unit: 'share', where: '§6.2', means: 'Share of planned sessions done', ...ours },
  morningHold: { value: 1, unit: 'points', where: '§6.2', means: 'Next morning worse by this: hold', ...ours },
  morningRegress: { value: 2, unit: 'points', where: '§6.2', means: 'Next morning worse by this: step back', ...ours },
  painJump: {
    value: 3,
    unit: 'points',
    where: '§6.2',
    means: 'A jump of this without cause: stop, check again',
    ...ours,
  },
  window: {
    value: 7,
    unit: 'days',
    where: '§6.2',
    means: 'Days in which step-backs and sessions are counted',
    ...ours,
  },
  levelDownDays: {
    value: 2,
    unit: 'days',
    where: '§6.2',
    means: 'Step-back days in the window: all down a level',
    ...ours,
  },
  phaseDownDays: {
    value: 3,
    unit: 'days',
    where: '§6.2',
    means: 'Step-back days in the window: previous phase',
    ...ours,
  },
  missedDays: {
    value: 7,
    unit: 'days',
    where: '§6.2',
    means: 'More days than this without a session: one step lower',
    ...ours,
  },
  // Phase changes, §6.2
  calmUsualPain: { value: 5, unit: 'of 10', where: '§6.2', means: 'Usual pain at most this for phase 1 to 2', ...ours },
  walkMinutes: { value: 5, unit: 'minutes', where: '§6.2', means: 'Can walk so long for phase 1 to 2', ...ours },
  sitMinutes: { value: 15, unit: 'minutes', where: '§6.2', means: 'Can sit so long for phase 1 to 2', ...ours },
  restoreUsualPain: {
    value: 3,
    unit: 'of 10',
    where: '§6.2',
    means: 'Usual pain at most this for phase 2 to 3',
    ...ours,
  },
  buildUsualPain: {
    value: 2,
    unit: 'of 10',
    where: '§6.2',
    means: 'Usual pain at most this for phase 3 to 4',
    ...ours,
  },
  taskScore: {
    value: 7,
    unit: 'of 10',
    where: '§6.2',
    means: 'Each chosen task at least this for phase 3 to 4',
    ...ours,
  },
  buildDays: { value: 14, unit: 'days', where: '§6.2', means: 'Days at strength dose for phase 3 to 4', ...ours },
  // Screening, §6.3
  resultHours: { value: 24, unit: 'hours', where: '§6.3', means: 'A clear result lasts less than this', ...ours },
  firstFullCheck: { value: 2, unit: 'weeks', where: '§6.3', means: 'A full check is due', ...ours },
  secondFullCheck: { value: 4, unit: 'weeks', where: '§6.3', means: 'A full check is due', ...ours },
  thirdFullCheck: { value: 6, unit: 'weeks', where: '§6.3', means: 'A full check is due', ...ours },
  fourthFullCheck: { value: 12, unit: 'weeks', where: '§6.3', means: 'A full check is due', ...ours },
  entriesForMean: {
    value: 3,
    unit: 'entries',
    where: '§6.2',
    means: 'So many entries of the last week make a mean to compare a jump with',
    ...ours,
  },
  soreWalkMinutes: {
    value: 2,
    unit: 'minutes',
    where: '§5.0',
    means: 'From a start of 6 on a walk is no longer than this',
    ...ours,
  },
  // Slow progress, §6.4
  painNotEasing: {
    value: 8,
    unit: 'of 10',
    where: '§6.4',
    means: 'Pain from this on, not easing: call today',
    ...ours,
  },
  notEasingHours: { value: 24, unit: 'hours', where: '§6.4', means: 'Hours with a safe medicine and no ease', ...ours },
  severe: { value: 7, unit: 'of 10', where: '§1.0', means: 'SEVERE: pain now from this on', ...ours },
  worseFromDay: {
    value: 3,
    unit: 'days',
    where: '§6.4',
    means: 'From this day on, worse and SEVERE: call today',
    ...ours,
  },
  fewDaysFrom: { value: 3, unit: 'days', where: '§6.4', means: 'First day of the "few days" check-in', ...ours },
  fewDaysTo: {
    value: 5,
    unit: 'days',
    where: '§6.4',
    means: 'Last day that we name for the "few days" check-in; it stays due until it is answered',
    ...ours,
  },
  twoWeeks: { value: 14, unit: 'days', where: '§6.4', means: 'Slow starters get help', ...ours },
  twoWeeksPain: { value: 3, unit: 'of 10', where: '§6.4', means: 'Pain still at least this at 2 weeks', ...ours },
  meaningfulPoints: { value: 2, unit: 'points', where: '§7.4', means: 'A change that people notice', ...change },
  neverMeaningful: {
    value: 1,
    unit: 'points',
    where: '§7.4',
    means: 'A change of this or less is never one that people notice',
    ...change,
  },
  meaningfulPercent: { value: 30, unit: 'percent', where: '§7.4', means: 'A change that people notice', ...change },
  youngFrom: {
    value: 16,
    unit: 'years',
    where: '§6.4',
    means: 'From this age: help at 2 weeks if not normal',
    ...ours,
  },
  youngTo: { value: 19, unit: 'years', where: '§6.4', means: 'Up to this age: help at 2 weeks if not normal', ...ours },
  fourWeeks: {
    value: 28,
    unit: 'days',
    where: '§6.4',
    means: 'Help by age; first day for a low global change',
    ...ours,
  },
  firstEverAge: {
    value: 50,
    unit: 'years',
    where: '§6.4',
    means: 'First-ever episode from this age: GP at 4 weeks',
    ...ours,
  },
  olderAge: { value: 60, unit: 'years', where: '§6.4', means: 'Any episode from this age: GP at 4 weeks', ...ours },
  sixWeeks: {
    value: 42,
    unit: 'days',
    where: '§6.4',
    means: 'Outer limit for a first visit when not settled',
    ...ours,
  },
  globalChange: {
    value: 2,
    unit: 'points',
    where: '§7.4',
    means: 'Global change from this on counts as better',
    ...ours,
  },
  twelveWeeks: { value: 84, unit: 'days', where: '§6.4', means: 'Persistent-pain pathway', ...ours },
  settledPain: {
    value: 1,
    unit: 'of 10',
    where: '§7.2',
    means: 'A week of pain up to this counts as settled, as in a large trial',
    sources: ['pace-2014'],
    tag: 'V',
  },
  settledDays: {
    value: 2,
    unit: 'days',
    where: '§7.2',
    means: 'A week is known from at least this many days on which pain was told',
    ...ours,
  },
  // Direction, §3.1
  askDirectionDays: { value: 3, unit: 'days', where: '§3.1', means: 'Ask for the direction again after this', ...ours },
  // Activity, §6.1
  weeklyMinutes: { value: 150, unit: 'minutes', where: '§6.1', means: 'Brisk activity a week in phase 4', ...ours },
} as const satisfies Record<string, Threshold>

/** The number itself. */
export const limit = (name: keyof typeof thresholds): number => thresholds[name].value

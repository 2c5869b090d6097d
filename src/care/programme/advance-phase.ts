/**
 * When a person may go from one phase to the next, and what is still missing, in words (evidence.md §6.2).
 * Pure.
 * Never: jumps a phase, changes phase in a flare or after a step-back, or without a full check of the last 24 hours.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import { type PhaseNumber, phases } from './phases.ts'
import { freshFullCheck } from './screening.ts'
import { isOfKnownDay, lockOf, type ProgrammeState, type SessionRecord, usualPain } from './state.ts'
import { limit } from './thresholds.ts'

/** One condition for the next phase, in words, and whether it is met (evidence.md §6.1). */
export interface Criterion {
  readonly id: string
  readonly words: string
  readonly met: boolean
  /** What the page can do about one that is not met. */
  readonly stillToTell?: 'abilities' | 'morning' | 'fullCheck'
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}
/** How far the person is from the next phase. */
export interface PhaseReadiness {
  /** The phase that comes next; null in phase 4. */
  readonly next: PhaseNumber | null
  readonly ready: boolean
  readonly criteria: readonly Criterion[]
  /** Everything but the full check is met: the moment to offer it. */
  readonly onlyCheckMissing: boolean
}

const ours = { sources: ['unclench-design'], tag: 'C' } as const

/** The phase after each. */
const nextPhase = { 1: 2, 2: 3, 3: 4, 4: null } as const satisfies Record<PhaseNumber, PhaseNumber | null>
const previousPhase = { 1: 1, 2: 1, 3: 2, 4: 3 } as const satisfies Record<PhaseNumber, PhaseNumber>
/** The phase before this one; phase 1 has none and is given back. */
export const phaseBefore = (phase: PhaseNumber): PhaseNumber => previousPhase[phase]

/** Ready for the next phase? */
export function phaseReadiness(state: ProgrammeState, now: Moment): PhaseReadiness {
  const next = nextPhase[state.phase]
  if (next === null || !state.started) return { next: null, ready: false, criteria: [], onlyCheckMissing: false }
  const own = [...steady(state, now), ...ownCriteria(state, now)]
  const check: Criterion = {
    id: 'check',
    words: 'A full check in the last 24 hours found nothing.',
    met: freshFullCheck(state, now),
    stillToTell: 'fullCheck',
    ...ours,
  }
  const others = own.every(({ met }) => met)
  return { next, ready: others && check.met, criteria: [...own, check], onlyCheckMissing: others && !check.met }
}

/** Nothing that says "not now". Amber pain alone is no bar: phase 2 may begin at a usual pain of 5. */
function steady(state: ProgrammeState, now: Moment): readonly Criterion[] {
  const last = state.sessions.slice(-limit('sessionsToAdvance'))
  const today = state.decisions.filter(({ day }) => day === now.day)
  const heldBy = today.flatMap((decision) => (decision.kind === 'hold' ? decision.reasons.map(({ id }) => id) : []))
  const bars = ['morning-1', 'sleep', 'ill', 'flare', 'effort', 'ease']
  return [
    {
      id: 'no-flare',
      words: 'No flare now.',
      met: state.flare === null && state.easeOnlySince === null && lockOf(state) === 'open',
      ...ours,
    },
    {
      id: 'no-step-back',
      words: 'No step back in your last three sessions, and none today.',
      met:
        last.length === limit('sessionsToAdvance') &&
        last.every((session) => isOfKnownDay(session) && session.light !== 'red' && calmMorning(session)) &&
        !today.some(
          ({ kind }) => kind === 'regress' || kind === 'stop' || kind === 'restart' || kind === 'phaseBack',
        ) &&
        !Object.values(state.cards).some((card) => card?.half || card?.offOn === now.day),
      ...ours,
    },
    {
      id: 'good-day',
      words: 'This morning was no worse, and nothing else held you back.',
      met: !heldBy.some((id) => bars.includes(id)),
      stillToTell: 'morning',
      ...ours,
    },
  ]
}

const calmMorning = ({ painBefore, nextMorning }: SessionRecord): boolean =>
  nextMorning === null || painBefore === 'notSure' || nextMorning - painBefore < limit('morningRegress')

function painAtMost(state: ProgrammeState, now: Moment, most: number): Criterion {
  const usual = usualPain(state, now)
  return {
    id: 'usual-pain',
    words: `Your usual pain in the last day is ${most} or less.`,
    met: usual !== null && usual <= most,
    stillToTell: 'morning',
    ...ours,
  }
}

function ownCriteria(state: ProgrammeState, now: Moment): readonly Criterion[] {
  switch (state.phase) {
    case 1:
      return calmCriteria(state, now)
    case 2:
      return restoreCriteria(state, now)
    case 3:
      return buildCriteria(state, now)
    case 4:
      return []
    default:
      throw new Error(`unhandled ${state.phase satisfies never}`)
  }
}

function calmCriteria(state: ProgrammeState, now: Moment): readonly Criterion[] {
  const abilities = recentAbilities(state, now)
  return [
    painAtMost(state, now, limit('calmUsualPain')),
    {
      id: 'walk',
      words: `You can walk for ${limit('walkMinutes')} minutes.`,
      met: abilities?.canWalk5Minutes === 'yes',
      stillToTell: 'abilities',
      ...ours,
    },
    {
      id: 'sit',
      words: `You can sit for ${limit('sitMinutes')} minutes.`,
      met: abilities?.canSit15Minutes === 'yes',
      stillToTell: 'abilities',
      ...ours,
    },
  ]
}

function restoreCriteria(state: ProgrammeState, now: Moment): readonly Criterion[] {
  const abilities = recentAbilities(state, now)
  return [
    painAtMost(state, now, limit('restoreUsualPain')),
    {
      id: 'whole-dose',
      words: `Your last three sessions were whole, at ${limit('effortRestore')} out of 10 effort or less.`,
      met: lastThree(state, (one) => one.phase === 2 && one.wholeDose && atMost(one.effort, limit('effortRestore'))),
      ...ours,
    },
    {
      id: 'tasks',
      words: 'You do most or all of your normal tasks.',
      met: abilities?.normalTasks === 'most' || abilities?.normalTasks === 'all',
      stillToTell: 'abilities',
      ...ours,
    },
  ]
}

function buildCriteria(state: ProgrammeState, now: Moment): readonly Criterion[] {
  const scores = recentAbilities(state, now)?.taskScores0to10 ?? []
  return [
    painAtMost(state, now, limit('buildUsualPain')),
    {
      id: 'task-scores',
      words: `Each task that you chose is ${limit('taskScore')} out of 10 or more.`,
      met: scores.length > 0 && scores.every((score) => score >= limit('taskScore')),
      stillToTell: 'abilities',
      ...ours,
    },
    {
      id: 'two-weeks',
      words: 'You have done this phase for 2 weeks or more.',
      met: twoWeeksOfStrength(state, now),
      ...ours,
    },
  ]
}

/** What the person could do, told in the last 7 days. */
function recentAbilities(state: ProgrammeState, now: Moment) {
  const told = state.abilities
  return told && daysBetween(told.day, now.day) <= limit('window') && told.at <= now.at ? told : null
}

const atMost = (score: SessionRecord['effort'], most: number): boolean => score !== 'notSure' && score <= most

const lastThree = (state: ProgrammeState, good: (session: SessionRecord) => boolean): boolean => {
  const last = state.sessions.slice(-limit('sessionsToAdvance'))
  return last.length === limit('sessionsToAdvance') && last.every(good)
}

/** 14 days or more in the phase, and 60 % of the sessions planned for the last 14 days done. */
function twoWeeksOfStrength(state: ProgrammeState, now: Moment): boolean {
  if (!state.phaseSince || daysBetween(state.phaseSince, now.day) < limit('buildDays')) return false
  const planned = (phases[3].sessionsPerWeek * limit('buildDays')) / 7
  const done = state.sessions.filter(
    (session) =>
      session.phase === 3 && isOfKnownDay(session) && daysBetween(session.day, now.day) <= limit('buildDays'),
  ).length
  return done >= limit('plannedShare') * planned
}

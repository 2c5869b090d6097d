/**
 * The plan for right now: from a finished check, a profile and the time, to ordered steps; or why there is no plan.
 * Pure: the moment and the local hour are passed in.
 * Never: steps at EMERGENCY or URGENT, after an unfinished or old check, or a dose of a medicine.
 */
import type { Answers, Level, MovementLock } from '../check/types.ts'
import { dayMs, type EpochMs } from '../evidence/time.ts'
import { type Filled, fillSlot, type LeftOut, meets, type Situation, tables } from './choose.ts'
import { directionTestFor, type DirectionTestOffer } from './direction-test.ts'
import { type LockedPlan, lockedPlan } from './locked.ts'
import { patternOf } from './pattern.ts'
import type { ReliefProfile } from './profile-questions.ts'
import { fullProfile, type PartialProfile } from './profile.ts'
import { bookACheckIf, type Review, reviewsFor, stopEverything, tingleGrows, whatToExpect } from './reviews.ts'
import type { SectionId } from './slots.ts'
import type { Instead, Line, PlanStep, TimerSpec } from './step-types.ts'

/** What the plan needs of a finished check. */
export interface CheckForPlan {
  readonly complete: boolean
  readonly level: Level
  readonly movement: MovementLock
  readonly protocolVersion: string
  readonly answers: Answers
  /** When it came to its result, by the device's clock. */
  readonly finishedAt: EpochMs
}
/** The moment, and the hour on the person's own clock (0 to 23). */
export interface PlanClock {
  readonly now: EpochMs
  readonly hour: number
}

/** One part of the day in a plan. */
export interface PlanSection {
  readonly id: SectionId
  readonly title: string
  /** At least one step, in the safe order. A step that fills two slots stands once, where it first comes. */
  readonly steps: readonly PlanStep[]
}
/** The pattern in words: "Your pain behaves like …". Not a diagnosis. */
export interface PlanPattern {
  readonly id: string
  readonly behavesLike: string
  readonly choose: readonly string[]
  readonly goSlow: readonly string[]
  readonly evidence: string
}
/** A plan for today: what to do in which order, what was left out for this person and why (evidence.md §4.1). */
export interface Plan {
  readonly kind: 'plan'
  /** `gentle`: a SOON result locks movement; only breathing, rest positions, heat and usual gentle walking are left. */
  readonly movement: 'open' | 'gentle'
  /** Which part of the day comes next: at night the person rests first. */
  readonly time: 'day' | 'night'
  readonly protocolVersion: string
  readonly profile: ReliefProfile
  /** Nothing at `gentle`: working patterns are only for people whose danger check is clear. */
  readonly pattern: PlanPattern | null
  readonly sections: readonly PlanSection[]
  readonly directionTest: DirectionTestOffer
  /** "Stop all of it and check again if …" */
  readonly stopEverything: readonly string[]
  readonly expect: readonly string[]
  readonly reviews: readonly Review[]
  readonly bookACheckIf: readonly string[]
}

/**
 * The plan, or why there is none.
 * @param check  the latest check, or null when there is none. A check still going on has `complete: false`
 * @param given  what the person answered of the profile; missing fields stay on the careful side
 * @param clock  exactly 24 hours after the check it no longer counts; nor does a check from the future (a wrong clock)
 */
export function makePlan(check: CheckForPlan | null, given: PartialProfile, clock: PlanClock): Plan | LockedPlan {
  if (!check?.complete) return lockedPlan('unfinished')
  const locked = lockOf(check, clock.now)
  if (locked) return lockedPlan(locked)
  const profile = fullProfile(given, check.answers)
  const situation: Situation = { ...profile, hour: clock.hour, level: check.level }
  const gentle = check.movement !== 'open' || tooYoung(profile)
  const time = meets({ term: 'NIGHT' }, situation) ? 'night' : 'day'
  return {
    kind: 'plan',
    movement: gentle ? 'gentle' : 'open',
    time,
    protocolVersion: check.protocolVersion,
    profile,
    pattern: gentle ? null : patternInWords(profile),
    sections: sectionsFor(situation, time, gentle),
    directionTest: gentle
      ? { offered: false, because: 'Your check asks you to be seen first.' }
      : directionTestFor(situation),
    stopEverything: profile.legTingle === 'no' ? stopEverything : [...stopEverything, tingleGrows],
    expect: whatToExpect,
    reviews: reviewsFor(profile, check.answers),
    bookACheckIf: [...bookACheckIf, ...bookExtra(profile, gentle)],
  }
}

/** Why a finished check opens no plan; `null` where it does. */
function lockOf({ level, finishedAt, movement }: CheckForPlan, now: EpochMs) {
  if (level === 'emergency' || level === 'urgent') return level
  const ageMs = now - finishedAt
  if (!(ageMs >= 0 && ageMs < dayMs)) return 'expired'
  return movement === 'locked' ? 'urgent' : null
}

/** Under 16 the plan never goes past rest, breathing, heat and walking. An age not known counts as under 16. */
const tooYoung = ({ age }: ReliefProfile) => age === 'notSure' || age < 16

/** The step of a plan with this id, or nothing. */
export function stepOf(plan: Plan, id: string): PlanStep | undefined {
  return plan.sections.flatMap(({ steps }) => steps).find((step) => step.id === id)
}

/** Titles by day. At night the person rests next, and "today" begins when they get up. */
export const sectionTitles = {
  day: { firstHour: 'The first hour', restOfToday: 'The rest of today', tonight: 'Tonight', tomorrow: 'Tomorrow' },
  night: {
    firstHour: 'The next hour',
    tonight: 'The rest of the night',
    restOfToday: 'When you are up',
    tomorrow: 'The next day',
  },
} as const satisfies Record<string, Record<SectionId, string>>
/** The parts of a plan by day and at night. */
export const sectionOrder = {
  day: ['firstHour', 'restOfToday', 'tonight', 'tomorrow'],
  night: ['firstHour', 'tonight', 'restOfToday', 'tomorrow'],
} as const satisfies Record<string, readonly SectionId[]>

function sectionsFor(situation: Situation, time: Plan['time'], gentle: boolean): readonly PlanSection[] {
  return sectionOrder[time].map((id) => {
    const filled = tables.slots
      .filter((slot) => slot.section === id && (slot.gentle || !gentle))
      .map((slot) => fillSlot(slot, situation, gentle))
    return { id, title: sectionTitles[time][id], steps: withoutRepeats(filled).map((one) => planStep(one, situation)) }
  })
}

/** One step stands once in a section: where it comes first, with all the things it stands in for. */
function withoutRepeats(filled: readonly Filled[]): readonly Filled[] {
  const first = new Map<string, Filled>()
  for (const one of filled) {
    const before = first.get(one.step.id)
    first.set(one.step.id, before ? { ...before, leftOut: [...before.leftOut, ...one.leftOut] } : one)
  }
  return [...first.values()]
}

function planStep({ slot, step, leftOut }: Filled, situation: Situation): PlanStep {
  const { id, how, stop, timer, traits: _traits, offeredWhen: _offered, short: _short, ...rest } = step
  return {
    ...rest,
    id: `${slot.id}-${id}`,
    slot: slot.id,
    card: id,
    how: linesFor(how, situation),
    stop: linesFor(stop, situation),
    ...(timer && { timer: timerFor(timer, situation) }),
    insteadOf: byReason(leftOut),
  }
}

/** From 4 of 10 half the number is enough (evidence.md §5.0, amber), so the counter counts half. */
function timerFor(timer: TimerSpec, situation: Situation): TimerSpec {
  if (timer.kind !== 'reps' || !meets({ q: 'painNow', atLeast: 4 }, situation)) return timer
  return { ...timer, reps: Math.ceil(timer.reps / 2) }
}

/** Each reason once, with all that it rules out. */
function byReason(leftOut: readonly LeftOut[]): readonly Instead[] {
  const reasons = new Map(leftOut.map(({ limit }) => [limit.because, limit]))
  return [...reasons.values()].map(({ id, because }) => ({
    limit: id,
    because,
    of: [...new Set(leftOut.filter(({ limit }) => limit.because === because).map(({ step }) => step.short))],
  }))
}

const linesFor = (lines: readonly Line[], situation: Situation): readonly string[] =>
  lines.flatMap((line) => (typeof line === 'string' ? line : meets(line.when, situation) ? line.line : []))

function patternInWords(profile: ReliefProfile): PlanPattern {
  const { id, behavesLike, choose, goSlow, evidence } = patternOf(profile)
  return { id, behavesLike, choose, goSlow, evidence }
}

/** One more reason to book a visit, after the direction test. */
export const bothWaysWorse = 'Book with a physio or GP: both directions sent the pain down your leg.'

/** More reasons to book a visit, from this person's answers. */
function bookExtra(profile: ReliefProfile, gentle: boolean): readonly string[] {
  const first = gentle ? undefined : patternOf(profile).bookFirstTime
  const both = profile.direction === 'stopBoth' ? bothWaysWorse : undefined
  return [first, both].filter((line): line is string => line !== undefined)
}

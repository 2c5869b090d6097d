/**
 * The flare plan: when pain is well above the person's own usual, what to do, half the dose, and the way back.
 * evidence.md §3 (PT7), §6.2, §7.3, §7.4. Pure.
 * Never: starts a person again from bed rest, or from the beginning; never calls a flare damage.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import { restsOn } from '../evidence/rests-on.ts'
import type { SourceId } from '../evidence/sources.ts'
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import type { MorningNoted } from './events.ts'
import { type Flare, isOfKnownDay, mean, type ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** Mornings needed before "usual" means anything. A design choice [C]. */
const morningsNeeded = 3

/** The person's own usual: the average of the mornings of the last 7 days before this one; null when fewer than three. */
function usualOfWeek(state: ProgrammeState, morning: Moment): number | null {
  const [all, sure] = [usualIn(state.mornings, morning), usualIn(state.mornings.filter(isOfKnownDay), morning)]
  // A high number of an unknown day hides no flare.
  return all === null || sure === null ? (sure ?? all) : Math.min(all, sure)
}

function usualIn(mornings: ProgrammeState['mornings'], morning: Moment): number | null {
  const before = mornings.filter(({ day }) => {
    const ago = daysBetween(day, morning.day)
    return ago >= 1 && ago <= limit('window')
  })
  return before.length < morningsNeeded ? null : mean(before.map(({ pain0to10 }) => pain0to10))
}

/**
 * The flare after this morning: begins 2 points or more above the usual of the week before, and is over when less than
 * 2 points above it again (2 points is a change that people notice, §7.4).
 */
export function flareAfter(state: ProgrammeState, morning: MorningNoted): Flare | null {
  const rise = limit('meaningfulPoints')
  const usual = usualOfWeek(state, morning)
  if (state.flare) {
    // After a whole week the week itself is the usual: nobody stays at half dose for good.
    const long = daysBetween(state.flare.since, morning.day) >= limit('window')
    const compare = long && usual !== null ? usual : state.flare.usualBefore
    return morning.pain0to10 - compare < rise ? null : state.flare
  }
  if (usual === null || morning.pain0to10 - usual < rise) return null
  return { since: morning.day, usualBefore: usual }
}

/** One line of the plan, with how it is known. */
export interface FlareStep {
  readonly id: string
  readonly text: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}
const ours = { sources: ['unclench-design'], tag: 'C' } as const
const guidelines = restsOn('long-pain-guidelines')

/** The flare plan as people read it (evidence.md §6.2, §7.3). */
export const flarePlan = {
  title: 'Your flare plan',
  /** What counts as one. */
  means: 'A flare is pain 2 points or more above your usual week, with no danger sign.',
  kind: 'A flare is common. It is most often not a sign of harm. This plan helps you through it.',
  steps: [
    { id: 'check', text: 'Do the full check first.', ...ours },
    { id: 'half', text: 'Do your usual movements at half the dose.', ...ours },
    { id: 'heat', text: 'Use heat if it is safe for you.', sources: ['cochrane-heat'], tag: 'V' },
    { id: 'relax', text: 'Breathe slowly, or let your muscles go one by one.', ...ours },
    { id: 'pace', text: 'Spread your jobs over the day.', ...ours },
    { id: 'walk', text: 'Keep walking, little and often. Do not stay in bed.', ...guidelines },
  ],
  back: 'When pain is near your usual again, you go back to the step you were on. You do not start from zero.',
  helpIf: 'No easing by day 3 to 5 of the flare? Check again and book to be seen.',
} as const satisfies {
  title: string
  means: string
  kind: string
  steps: readonly FlareStep[]
  back: string
  helpIf: string
}

/** Day of the flare, 1 on the day it began; null when there is none. */
export const flareDay = (state: ProgrammeState, now: Moment): number | null =>
  state.flare ? daysBetween(state.flare.since, now.day) + 1 : null

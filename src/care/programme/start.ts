/**
 * What the check already knows for the start of a programme, so that nothing is asked twice (evidence.md §6.4).
 * Pure. Never: reads "not sure" as no.
 */
import type { Answers } from '../check/types.ts'
import type { ProgrammeStarted } from './events.ts'

/** What the check and the diary know already of what a start asks. */
export interface KnownForStart {
  readonly ageYears: ProgrammeStarted['ageYears']
  /** Missing: ask. */
  readonly firstEver?: 'yes' | 'no'
  /** Value of the question "when did it begin" that the check's answer points to; missing: it points to none. */
  readonly began?: '2' | 'longer'
}

/** From the answers of the last check. "Today or yesterday" is one answer there, so the day is asked again. */
export function knownForStart({ age, history, duration }: Answers): KnownForStart {
  const before = history === 'same' || history === 'checked' || history === 'different'
  return {
    ageYears: typeof age === 'number' ? age : 'notSure',
    ...(history === 'first' ? { firstEver: 'yes' } : before ? { firstEver: 'no' } : {}),
    ...(duration === 'days2'
      ? { began: '2' }
      : typeof duration === 'string' && /^(weeks|months)/.test(duration)
        ? { began: 'longer' }
        : {}),
  }
}

/**
 * Undoes a step up when a later entry shows that the morning it was based on, or an earlier one, was worse than first said.
 * Pure. Never: makes anything harder, or takes back a step that has been tried.
 */
import type { IsoDate } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import { ladder } from './ladder.ts'
import type { Decision, ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** Does a second morning of a day still bear a step up that the first one gave? Then only the step itself is in the way. */
export const bearsStep = ({ kind, reasons }: Pick<Decision, 'kind' | 'reasons'>): boolean =>
  kind === 'advance' || (kind === 'hold' && reasons.every(({ id }) => id === 'new-step'))

/** Was the morning after one of the last sessions, as far as it is known, worse than before that session? */
export const hasWorseMorning = ({ sessions }: Pick<ProgrammeState, 'sessions'>): boolean =>
  sessions
    .slice(-limit('sessionsToAdvance'))
    .some(({ painBefore, nextMorning }) => nextMorning !== null && painBefore !== 'notSure' && nextMorning > painBefore)

/** The state without the step up of this day; the same where there was none, or where a session came after it. */
export function withoutStepOf(state: ProgrammeState, day: IsoDate): ProgrammeState {
  const step = findLast(state.decisions, ({ kind }) => kind === 'advance')
  if (!step?.change || step.day !== day || state.sessions.some(({ at }) => at > step.at)) return state
  const { card, from, to } = step.change
  const progress = state.cards[card]
  if (progress?.rung !== to) return state
  const level = ladder(state.phase, card)[Math.max(0, from)]?.level ?? 1
  return {
    ...state,
    cards: { ...state.cards, [card]: { ...progress, rung: from } },
    levels: { ...state.levels, [card]: level },
    decisions: state.decisions.filter((one) => one !== step),
  }
}

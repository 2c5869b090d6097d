/**
 * What a decision does to the programme: steps, levels and phases, and what time alone does.
 * Pure. Never: decides (decide.ts, advance-phase.ts), or opens a lock.
 */
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import { entriesOf } from '../evidence/closed-sets.ts'
import { findLast } from '../evidence/lists.ts'
import { phaseBefore } from './advance-phase.ts'
import { ladder, levelBelow } from './ladder.ts'
import { cardNamed, type PhaseNumber, type ProgrammeCard, phases } from './phases.ts'
import { type CardProgress, type Decision, isOfKnownDay, type ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'
import { days } from './words.ts'

/** Every line of a phase at its first step; the extra ones of phase 1 have not joined. Levels reached before are kept. */
export function cardsFor(phase: PhaseNumber, reached: ProgrammeState['levels']): ProgrammeState['cards'] {
  return Object.fromEntries(
    phases[phase].content.map(({ card, extra }): [ProgrammeCard, CardProgress] => [
      card,
      { rung: extra ? -1 : firstRung(phase, card, reached[card] ?? 1), offOn: null, half: false },
    ]),
  )
}

/** The first step of the highest level that the person has reached; the very first where there is none so low. */
function firstRung(phase: PhaseNumber, card: ProgrammeCard, reached: number): number {
  const level = ladder(phase, card)
    .filter((step) => step.level <= reached)
    .at(-1)?.level
  return level === undefined ? 0 : ladder(phase, card).findIndex((step) => step.level === level)
}

/** The state at the start of another phase. Up, the levels that were reached are kept; back, each line starts anew. */
export function inPhase(state: ProgrammeState, phase: PhaseNumber, when: Moment): ProgrammeState {
  const up = phase > state.phase
  const reached = up ? state.levels : {}
  const same = state.phase === 3 && phase === 4
  const cards = cardsFor(phase, reached)
  return {
    ...state,
    phase,
    phaseSince: when.day,
    // Phase 4 goes on where phase 3 ended; only the walk starts afresh.
    cards: same
      ? mapCards(cards, (card, progress) => (card === cardNamed.walking ? progress : (state.cards[card] ?? progress)))
      : cards,
    levels: reached,
    lastAdvance: up ? { at: when.at, day: when.day } : state.lastAdvance,
    easeOnlySince: up ? null : state.easeOnlySince,
  }
}

type NewDecision = Pick<Decision, 'kind' | 'after' | 'words' | 'reasons'>
/** The state with a decision written down that has changed nothing else yet. */
export const recorded = (state: ProgrammeState, decision: NewDecision, { at, day }: Moment): ProgrammeState => ({
  ...state,
  decisions: [...state.decisions, { ...decision, at, day }],
})

/** The state once a decision is carried out and written down. */
export function carriedOut(state: ProgrammeState, decision: Decision): ProgrammeState {
  let next: ProgrammeState = { ...state, decisions: [...state.decisions, decision] }
  if (decision.fullCheckBecause !== undefined)
    next = { ...next, fullDue: { because: decision.fullCheckBecause, since: decision.at } }
  if (decision.offerBooking)
    next = { ...next, bookingOffered: { because: 'You stepped back three times in 7 days.', day: decision.day } }
  if (decision.change) {
    const { card, to } = decision.change
    const level = ladder(next.phase, card)[to]?.level ?? 1
    next = {
      ...next,
      cards: { ...next.cards, [card]: { rung: to, offOn: null, half: false } },
      levels: { ...next.levels, [card]: Math.max(level, next.levels[card] ?? 1) },
      lastAdvance: { at: decision.at, day: decision.day },
    }
  }
  return decision.stepBack ? steppedBack(next, decision, decision.stepBack) : next
}

function steppedBack(
  state: ProgrammeState,
  decision: Decision,
  back: NonNullable<Decision['stepBack']>,
): ProgrammeState {
  const stepBackDays = state.stepBackDays.includes(back.countsFor)
    ? state.stepBackDays
    : [...state.stepBackDays, back.countsFor]
  const off = new Set(back.off)
  const halved = mapCards(state.cards, (card, progress) =>
    off.has(card) ? { ...progress, offOn: decision.day, half: true } : progress,
  )
  const known = { ...state, stepBackDays, cards: halved }
  if (back.size === 'once') return known
  if (back.size === 'level') return withLevels(lowered(known, (steps, rung) => levelBelow(steps, rung)))
  if (state.phase === 1) return { ...lowered(known, () => 0), easeOnlySince: { at: decision.at, day: decision.day } }
  return inPhase(known, phaseBefore(state.phase), decision)
}

/** Every line that has joined, moved to another of its steps. */
function lowered(
  state: ProgrammeState,
  to: (steps: ReturnType<typeof ladder>, rung: number) => number,
): ProgrammeState {
  return {
    ...state,
    cards: mapCards(state.cards, (card, progress) =>
      progress.rung < 0 ? progress : { ...progress, rung: to(ladder(state.phase, card), progress.rung) },
    ),
  }
}

/** Levels as they now stand, so that the next phase does not start above them. */
function withLevels(state: ProgrammeState): ProgrammeState {
  const now = Object.fromEntries(
    entriesOf(state.cards).map(([card, { rung }]) => [card, ladder(state.phase, card)[Math.max(0, rung)]?.level ?? 1]),
  )
  return { ...state, levels: { ...state.levels, ...now } }
}

/**
 * What time alone does: after more than 7 days without a session everything starts one step lower, once. A session of which nobody
 * knows the day may have been at the beginning of them, so it ends none.
 */
export function settle(state: ProgrammeState, now: Moment): ProgrammeState {
  const newest = state.sessions.at(-1)
  if (!newest || !state.started || newest.at < state.started.at) return state
  const known = findLast(state.sessions, isOfKnownDay)
  const last = known && known.at >= state.started.at ? known : state.started
  const away = daysBetween(last.day, now.day)
  // Asked at every event of years: the quick question first.
  if (away <= limit('missedDays')) return state
  if (state.decisions.some(({ kind, at }) => kind === 'restart' && at > last.at)) return state
  const isSure = last === newest
  const been = isSure ? `It has been ${days(away)}.` : 'It may have been more than a week.'
  const words = `Welcome back. ${been} That is fine. We start one step lower.`
  const because = isSure ? 'it has been more than 7 days.' : 'it may have been more than 7 days.'
  const why = { id: 'away', words: because, sources: ['unclench-design'], tag: 'C' } as const
  return withLevels(
    recorded(
      lowered(state, (_, rung) => Math.max(0, rung - 1)),
      { kind: 'restart', after: 'pause', words, reasons: [why] },
      now,
    ),
  )
}

/** The lines that there are, each changed. */
export const mapCards = (
  cards: ProgrammeState['cards'],
  to: (card: ProgrammeCard, progress: CardProgress) => CardProgress,
): ProgrammeState['cards'] => Object.fromEntries(entriesOf(cards).map(([card, progress]) => [card, to(card, progress)]))

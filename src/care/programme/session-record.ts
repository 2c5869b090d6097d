/**
 * A session as the record keeps it: each movement with its light, and the worst of them (evidence.md §5.0, §6.2). Pure.
 * Never: lets a number that nobody told count as good.
 */
import type { SessionDone } from './events.ts'
import { ladder } from './ladder.ts'
import { type Light, lightOf } from './pain-lights.ts'
import { contentOf, type ProgrammeCard } from './phases.ts'
import type { ProgrammeState, SessionRecord } from './state.ts'
import { limit } from './thresholds.ts'

/** A session as the record keeps it: with its lights. Next morning not known yet. */
export function recordOf(state: ProgrammeState, session: SessionDone): SessionRecord {
  const movements = session.movements
    .filter(({ done }) => done !== 'skipped')
    .map((one) => {
      const light = lightOf(session.painBefore0to10, one.peak0to10, session.leg)
      if (one.done !== 'tooSore') return { ...one, light }
      // Stopped for pain: never good; and with no number to say how bad, as bad as it may have been.
      return { ...one, light: isKnown(one.peak0to10) ? (light === 'green' ? 'amber' : light) : 'red' } as const
    })
  const peaks = movements.map(({ peak0to10 }) => peak0to10)
  const known = peaks.filter((peak) => peak !== 'notSure')
  return {
    id: session.id,
    at: session.at,
    day: session.day,
    phase: state.phase,
    painBefore: session.painBefore0to10,
    peak: known.length < peaks.length || known.length === 0 ? 'notSure' : Math.max(...known),
    effort: session.effort0to10,
    leg: session.leg,
    light: worst(
      [...movements.map(({ light }) => light), lightOf(session.painBefore0to10, 'notSure', session.leg)],
      movements.length,
    ),
    movements,
    wholeDose:
      state.flare === null &&
      state.easeOnlySince === null &&
      movements.length > 0 &&
      session.painBefore0to10 !== 'notSure' &&
      session.painBefore0to10 < limit('halfFrom') &&
      movements.every(({ card, done }) => done === 'all' && isWhole(state, card)) &&
      Object.values(state.cards).every((card) => card === undefined || (!card.half && card.offOn !== session.day)),
    nextMorning: null,
    ...(session.dayNotKnown && { dayNotKnown: true }),
  }
}

const isKnown = (score: SessionDone['effort0to10']): score is number => score !== 'notSure' && !Number.isNaN(score)

/** The leg answer alone can make a session red; without any movement it is amber, never green. */
function worst(lights: readonly Light[], movements: number): Light {
  if (lights.includes('red')) return 'red'
  return movements === 0 || lights.slice(0, -1).includes('amber') ? 'amber' : 'green'
}

/** At the phase's own dose and at its whole range. */
function isWhole(state: ProgrammeState, card: ProgrammeCard): boolean {
  const step = ladder(state.phase, card)[state.cards[card]?.rung ?? 0]
  return step === undefined || step.range === (contentOf(state.phase, card)?.range[1] ?? 1)
}

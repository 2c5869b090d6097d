/**
 * Which lines of the phase are in the session of today, in which order, and why the others are not. Pure.
 * The block list is not asked here: each line that is in may still get another movement, or none.
 */
import type { MovementProfile } from '../movement/profile.ts'
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import { backHelps, directionOf, directionSet } from './direction.ts'
import {
  cardNamed,
  type Content,
  type PhaseNumber,
  type ProgrammeCard,
  phases,
  quietCards,
  type Role,
} from './phases.ts'
import type { ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** `whole`: the phase's set. `strengthRest`: a day between strength days. `quiet`: rest positions and walking only. */
export type SessionSort = 'whole' | 'strengthRest' | 'quiet' | 'flare'

const roleOrder: readonly Role[] = ['settle', 'warm', 'core', 'strength', 'walk', 'cool']

/** Which kind of session it is now: a direction that only eases comes first, then a flare, then the days of rest. */
export function sortOf(state: ProgrammeState, profile: MovementProfile, now: Moment): SessionSort {
  if (state.easeOnlySince || directionSet(directionOf(state), profile.pattern).easeOnly) return 'quiet'
  if (state.flare) return 'flare'
  return strengthAllowed(state, now) ? 'whole' : 'strengthRest'
}

/** Why it is this kind, said to the person. */
export function sortWords(sort: SessionSort, phase: PhaseNumber): string {
  switch (sort) {
    case 'quiet':
      return 'For now you rest, breathe and walk.'
    case 'flare':
      return 'You are in a flare, so all of it is at half.'
    case 'strengthRest':
      return 'Muscles need a day off in between. So today: walk and move gently.'
    case 'whole':
      return `Phase ${phase}, ${phases[phase].name}. ${phases[phase].aim}`
    default:
      throw new Error(`unhandled ${sort satisfies never}`)
  }
}

/** Strength days are never next to each other, and no more in 7 days than the phase has. True in phases 1 and 2. */
export function strengthAllowed(state: ProgrammeState, now: Moment): boolean {
  const days = phases[state.phase].strengthDays
  if (!days) return true
  const window = limit('window')
  const earlier = new Set<number>()
  for (const { day, movements: list } of state.sessions) {
    const ago = daysBetween(day, now.day)
    // A record grows for months, and few of its sessions are of the last days: the days are looked at first.
    if (ago > 0 && ago < window && list.some(({ card }) => isStrength(state.phase, card))) earlier.add(ago)
  }
  return !earlier.has(1) && earlier.size < days[1]
}

const isStrength = (phase: PhaseNumber, card: ProgrammeCard): boolean =>
  phases[phase].content.some((line) => line.card === card && line.role === 'strength')

/** The lines of today in their order: the role first, then what was done longest ago, then as in the phase. */
export function linesOf(
  state: ProgrammeState,
  profile: MovementProfile,
  now: Moment,
  sort: SessionSort,
): readonly Content[] {
  const { content } = phases[state.phase]
  const lastDone = (card: ProgrammeCard) =>
    state.sessions.filter(({ movements: list }) => list.some((one) => one.card === card)).at(-1)?.at ?? 0
  const rotates = (role: Role) => role === 'core' || role === 'strength'
  return content
    .filter((line) => whyOut(line, state, profile, now, sort) === null)
    .sort(
      (a, b) =>
        roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) ||
        (state.phase > 1 && rotates(a.role) ? lastDone(a.card) - lastDone(b.card) : 0),
    )
}

/** The lines of the phase that are not in the session, each with its reason. */
export const outOfPhase = (state: ProgrammeState, profile: MovementProfile, now: Moment, sort: SessionSort) =>
  phases[state.phase].content.flatMap((line) => {
    const because = whyOut(line, state, profile, now, sort)
    return because ? [{ card: line.card, because }] : []
  })

/** Why a line of the phase is not in today's set, before the block list is asked; null when it is in. */
function whyOut(
  { card, role, direction }: Content,
  state: ProgrammeState,
  profile: MovementProfile,
  now: Moment,
  sort: SessionSort,
): string | null {
  if (sort === 'quiet' && !quietCards.has(card)) return 'Only rest positions and walking for now.'
  if (role === 'strength' && !strengthAllowed(state, now)) return 'Muscles need a day off in between.'
  const progress = state.cards[card]
  if (progress?.offOn === now.day) return 'It was too sore, so it is out for today.'
  if (progress && progress.rung < 0) return 'It joins later, when the first ones go well.'
  const set = directionSet(directionOf(state), profile.pattern)
  if (direction && set.leaveOut.includes(direction)) return set.words
  // One direction at a time in the calm phase: the one that suits; forward bends when neither is known.
  const first = set.first === 'either' ? (set.leaveOut.includes('forward') ? 'back' : 'forward') : set.first
  const core = card === cardNamed.kneeToChest || card === cardNamed.proneOnElbows
  if (state.phase === 1 && core && direction !== first) return 'We try one direction at a time.'
  if (state.phase === 1 && card === cardNamed.pressUp && !backHelps(directionOf(state)))
    return 'Only if leaning back helps you.'
  return null
}

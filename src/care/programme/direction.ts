/**
 * Which way to move first: the working pattern and the direction test decide the set (evidence.md §3, §3.1).
 * Pure. The test itself is relief/direction-test.ts.
 * Never: serves a direction that sent pain further down a leg.
 */
import type { Pattern } from '../movement/profile.ts'
import { type Movement, movementNamed } from '../movement/types.ts'
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import type { DirectionWord } from './events.ts'
import { cardNamed } from './phases.ts'
import { lockOf, type ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** `first`: the set to start with. `leaveOut`: directions that made the leg worse. */
export interface DirectionSet {
  readonly first: 'back' | 'forward' | 'either'
  readonly leaveOut: readonly ('back' | 'forward')[]
  /** Both made it worse: positions of ease and walking only, and book to be seen. */
  readonly easeOnly: boolean
  readonly words: string
}

const set = (first: DirectionSet['first'], leaveOut: DirectionSet['leaveOut'], words: string): DirectionSet => ({
  first,
  leaveOut,
  easeOnly: leaveOut.length === 2,
  words,
})
const fromTest: Readonly<Record<Exclude<DirectionWord, 'notDone' | 'notSure'>, DirectionSet>> = {
  back: set('back', [], 'Leaning back helped you, so we start with that.'),
  forward: set('forward', [], 'Leaning forward helped you, so we start with that.'),
  either: set('either', [], 'Either way is fine for you. Comfort decides.'),
  backOnly: set('back', ['forward'], 'Leaning back helped. Leaning forward sent pain down your leg, so it stays out.'),
  forwardOnly: set(
    'forward',
    ['back'],
    'Leaning forward helped. Leaning back sent pain down your leg, so it stays out.',
  ),
  stopBack: set('forward', ['back'], 'Leaning back sent pain down your leg, so it stays out.'),
  stopForward: set('back', ['forward'], 'Leaning forward sent pain down your leg, so it stays out.'),
  stopBoth: set(
    'either',
    ['back', 'forward'],
    'Both ways sent pain down your leg. So rest and walk, and book a visit.',
  ),
}
const backFirst = set('back', [], 'Pain like yours often likes leaning back, so we start with that.')
const forwardFirst = set('forward', [], 'Pain like yours often likes leaning forward, so we start with that.')
const fromPattern: Readonly<Record<Pattern, DirectionSet>> = {
  PT0: fromTest.either,
  PT1: backFirst,
  PT2: forwardFirst,
  PT3: backFirst,
  PT4: forwardFirst,
  PT5: fromTest.either,
  PT6: fromTest.either,
  PT7: fromTest.either,
}

/** The set of a person: what the test said, else what their pattern usually likes. */
export function directionSet(direction: DirectionWord, pattern: Pattern): DirectionSet {
  return direction === 'notDone' || direction === 'notSure' ? fromPattern[pattern] : fromTest[direction]
}

/** The last answer about direction; `notDone` when there is none. */
export const directionOf = (state: ProgrammeState): DirectionWord => state.direction?.direction ?? 'notDone'

/** Moving this way brought the pain out of the leg or eased it (§5.1, M03 in the calm phase). */
export const backHelps = (direction: DirectionWord): boolean => direction === 'back' || direction === 'backOnly'

/** May a way to lean be tried, or told as what helps? Not before a full check that is due, or a visit (evidence.md §2.1, §3, §3.1). */
export const isForDirections = (state: ProgrammeState): boolean => lockOf(state) === 'open' && !state.fullDue

/** Ask again: every 3 days while neither way was better (§3.1). */
export function askDirectionAgain(state: ProgrammeState, now: Moment): boolean {
  if (!state.direction || !isForDirections(state)) return false
  const open = state.direction.direction === 'either' || state.direction.direction === 'notSure'
  return (
    open &&
    (state.direction.dayNotKnown === true || daysBetween(state.direction.day, now.day) >= limit('askDirectionDays'))
  )
}

/** Does a movement go this way? By what it asks of the back, so that stand-ins count too. */
export function goes(movement: Movement, way: 'back' | 'forward'): boolean {
  const traits: readonly string[] =
    way === 'back' ? ['arches', 'restsOnFront', 'onFront'] : ['roundsDeep', 'leansForward', 'slumps']
  const cards: readonly string[] =
    way === 'back'
      ? [cardNamed.proneOnElbows, cardNamed.pressUp, movementNamed.easeOnFront, movementNamed.standingBackBend]
      : [cardNamed.kneeToChest, cardNamed.childsPose, movementNamed.leanOnTable]
  return cards.includes(movement.card) || movement.traits.some((trait) => traits.includes(trait))
}

/**
 * One session as a list of movements with their dose in numbers, for this person now. The player plays it as it is.
 * Pure; asks `mayMove` first, and the block list for each movement
 * (hazards H-04, H-08, H-09). Never: a movement that is blocked, locked, off today or sends pain down the leg.
 */
import { blockedReasons, sidesFor, substituteFor, substitutesFor, withinLock } from '../movement/block-list.ts'
import { easierThan } from '../movement/ladders.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import type { MovementProfile } from '../movement/profile.ts'
import type { Moment } from '../evidence/calendar.ts'
import { directionOf, directionSet, goes } from './direction.ts'
import { ladder, type Rung } from './ladder.ts'
import { type Content, contentOf, movementAt, type PhaseNumber, type ProgrammeCard, phases } from './phases.ts'
import { mayMove } from './screening.ts'
import type { ProgrammeState } from './state.ts'
import { type SessionSort, sortOf, sortWords, linesOf, outOfPhase } from './session-lines.ts'
import { type SessionItem, type SessionContext, doseAtRung, itemOf } from './session-item.ts'

/** Today's session: its movements in the order in which they are done. */
export interface Session {
  readonly kind: 'session'
  readonly phase: PhaseNumber
  readonly lock: 'open' | 'gentle'
  readonly sort: SessionSort
  readonly because: string
  readonly items: readonly SessionItem[]
  /** Would not fit into the minutes. The walk may well be later in the day. */
  readonly later: readonly SessionItem[]
  /** Lines of the phase that are out now, and why. */
  readonly leftOut: readonly { readonly card: ProgrammeCard; readonly because: string }[]
  readonly minutes: number
}

/** Why there is no session now. The reasons are those of `mayMove`. */
export interface NoSession {
  readonly kind: 'none'
  readonly why: Extract<ReturnType<typeof mayMove>, { ok: false }>['why']
  readonly because: string
}

/**
 * The session for now.
 * @param profile how this person is today; `painNow0to10` must be the number they have just given
 * @param minutes how long it may take; at least one item is always given
 */
export function makeSession(
  state: ProgrammeState,
  profile: MovementProfile,
  minutes: number,
  now: Moment,
): Session | NoSession {
  const allowed = mayMove(state, now)
  if (!allowed.ok) return { kind: 'none', why: allowed.why, because: allowed.because }
  const sort = sortOf(state, profile, now)
  const context: SessionContext = { state, profile, now, lock: allowed.lock, sort, taken: new Set() }
  const leftOut: { card: ProgrammeCard; because: string }[] = []
  const found: SessionItem[] = []
  for (const content of linesOf(state, profile, now, sort)) {
    const item = itemFor(content, context)
    if ('because' in item) leftOut.push(item)
    else {
      context.taken.add(item.movement)
      found.push(item)
    }
  }
  const { items, later } = fitted(found.length > 0 ? found : [breathingOnly(context)], minutes)
  return {
    kind: 'session',
    phase: state.phase,
    lock: allowed.lock,
    sort,
    because: sortWords(sort, state.phase),
    items,
    later,
    leftOut: [...leftOut, ...outOfPhase(state, profile, now, sort)],
    minutes: Math.ceil(items.reduce((sum, { seconds }) => sum + seconds, 0) / 60),
  }
}

/**
 * What may take the place of an item that is too sore or not wanted: its easier level first, then the block list's own
 * stand-ins, each at the least dose of its phase. The same rules as for the session itself, so never a blocked one, and
 * nothing while `mayMove` refuses.
 * @param taken movements that the session has already
 */
export function standInsFor(
  { card, movement }: Pick<SessionItem, 'card' | 'movement'>,
  state: ProgrammeState,
  profile: MovementProfile,
  now: Moment,
  taken: ReadonlySet<MovementId>,
): readonly SessionItem[] {
  const allowed = mayMove(state, now)
  if (!allowed.ok) return []
  const context: SessionContext = {
    state,
    profile,
    now,
    lock: allowed.lock,
    sort: sortOf(state, profile, now),
    taken: new Set(),
  }
  const content = contentOf(state.phase, card) ?? { card, role: 'core', levels: [1], range: [1, 1] }
  const least: Rung = { level: 1, range: content.range[0], sets: 1, loadKg: 0 }
  const easier = easierThan(movement)
  const chain = substitutesFor(movement, profile, allowed.lock, easier ? [easier] : [])
  return [...chain].flatMap((id) => {
    if (id === movement || taken.has(id) || whyNot(id, context) !== null) return []
    const rung = doseAtRung(id, least, [], state.phase, content)
    const instead = { movement, because: 'You asked for another one.' }
    return rung ? [itemOf(content, id, rung, instead, context)] : []
  })
}

function itemFor(content: Content, context: SessionContext): SessionItem | { card: ProgrammeCard; because: string } {
  const { state, taken } = context
  const { card } = content
  const rungs = ladder(state.phase, card)
  const rung = rungs[state.cards[card]?.rung ?? 0] ?? rungs[0]
  const wanted = rung ? movementAt(card, rung.level) : movementAt(card, content.levels[0] ?? 1)
  if (!wanted || !rung) return { card, because: 'It has no dose in this phase.' }
  const fits = (id: MovementId) => !taken.has(id) && whyNot(id, context) === null
  const movement = substituteFor(wanted, context.profile, context.lock, fits)
  if (!movement) return { card, because: whyNot(wanted, context) ?? 'Another movement stands in for it.' }
  if (movement === wanted) return itemOf(content, movement, rung, null, context)
  const because = whyNot(wanted, context) ?? 'It is in the set already.'
  const standIn = doseAtRung(movement, rung, rungs, state.phase, content)
  return standIn ? itemOf(content, movement, standIn, { movement: wanted, because }, context) : { card, because }
}

/** Why this person does not get this movement now; null when they may. */
function whyNot(id: MovementId, context: SessionContext): string | null {
  const { state, profile, lock, sort } = context
  const movement = movements[id]
  if (!withinLock(id, lock)) return 'Your check asks you to be seen first.'
  const [blocked] = blockedReasons(id, profile)
  if (blocked) return blocked.because
  // A variant is the same movement by another name: what was too sore does not come back standing.
  if (isOffToday(id, context)) return 'It was too sore, so it is out for today.'
  const dose = movement.dose[phases[state.phase].dose]
  if (dose === null) return 'It is not for this phase.'
  if (dose.eachSide && sidesFor(id, profile).length === 0) return 'Both sides are too sore for it.'
  if (dose.onlyFor && !dose.onlyFor.includes(profile.pattern)) return 'It suits another kind of pain.'
  const pain = profile.painNow0to10 === 'notSure' ? 10 : profile.painNow0to10
  if (dose.painAtMost0to10 !== undefined && pain > dose.painAtMost0to10) return 'It is for less sore days.'
  if (sort === 'quiet' && movement.kind === 'move') return 'Only rest positions and walking for now.'
  const set = directionSet(directionOf(state), profile.pattern)
  return set.leaveOut.some((way) => goes(movement, way)) ? set.words : null
}

/** Is this, or the movement that it is a variant of, left out today? "M08-standing" is a variant of "M08". */
function isOffToday(id: MovementId, { state, now }: Pick<SessionContext, 'state' | 'now'>): boolean {
  const [base = id] = id.split('-')
  return Object.entries(state.cards).some(([card, progress]) => progress?.offOn === now.day && base === card)
}

/** As many as fit, in order; a long one that does not fit gives way to the next. Never none. */
function fitted(
  all: readonly SessionItem[],
  minutes: number,
): { items: readonly SessionItem[]; later: readonly SessionItem[] } {
  const items: SessionItem[] = []
  const later: SessionItem[] = []
  let left = minutes * 60
  for (const item of all) {
    if (item.seconds <= left) {
      items.push(item)
      left -= item.seconds
    } else later.push(item)
  }
  const [first, ...rest] = later
  return items.length === 0 && first ? { items: [first], later: rest } : { items, later }
}

/** When nothing else is left: breathing in an easy position, which nothing blocks. */
function breathingOnly(context: SessionContext): SessionItem {
  const content: Content = { card: 'breathing', role: 'settle', levels: [1], range: [1, 1] }
  return itemOf(content, 'breathing', { level: 1, range: 1, minutes: 5, sets: 1, loadKg: 0 }, null, context)
}

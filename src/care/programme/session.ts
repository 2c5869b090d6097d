/**
 * One session as a list of movements with their dose in numbers, for this person now. The player plays it as it is.
 * Pure; asks `mayMove` first, and the block list for each movement
 * (hazards H-04, H-08, H-09). Never: a movement that is blocked, locked, off today or sends pain down the leg.
 */
import {
  blockedReasons,
  drawnFor,
  type Modification,
  modifications,
  sidesFor,
  substituteFor,
  substitutesFor,
  withinLock,
} from '../movement/block-list.ts'
import { easierThan } from '../movement/ladders.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import type { MovementProfile } from '../movement/profile.ts'
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import { backHelps, directionOf, directionSet, goes } from './direction.ts'
import { amountsOf, ladder, type Rung } from './ladder.ts'
import {
  type Content,
  contentOf,
  movementAt,
  type PhaseNumber,
  type ProgrammeCard,
  phases,
  type Role,
} from './phases.ts'
import { mayMove } from './screening.ts'
import type { ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** The dose in numbers. A number that is missing does not apply: 8 reps without hold, 5 minutes without reps. */
export interface SessionDose {
  readonly reps?: number
  readonly holdSeconds?: number
  readonly minutes?: number
  readonly sets: number
  /** All of it once on each of these sides. Empty: both sides move together, or it has none. */
  readonly sides: readonly ('left' | 'right')[]
  readonly restSeconds: number
  readonly loadKg: number
}

/** One movement of a session, with its dose for today. */
export interface SessionItem {
  readonly card: ProgrammeCard
  readonly movement: MovementId
  readonly title: string
  readonly role: Role
  readonly dose: SessionDose
  /** How far to go, 0–1, of the movement's whole way. */
  readonly range: number
  readonly headStill: boolean
  /** The dose is halved, and why. */
  readonly half: string | null
  /** The programme's own movement, and why it is not this one. */
  readonly insteadOf: { readonly movement: MovementId; readonly because: string } | null
  /** How this person does it differently. */
  readonly changes: readonly Modification[]
  readonly seconds: number
}

/** Today's session: its movements in the order in which they are done. */
export interface Session {
  readonly kind: 'session'
  readonly phase: PhaseNumber
  readonly lock: 'open' | 'gentle'
  /** `whole`: the phase's set. `strengthRest`: a day between strength days. `quiet`: rest positions and walking only. */
  readonly sort: 'whole' | 'strengthRest' | 'quiet' | 'flare'
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

/** Rests and the time of one slow repetition, seconds. Ours [C]: they shape the clock, not the dose. */
const secondsPerRep = 6
const restBetweenSets = 30
const changeOver = 10

/** On a quiet day: breathing, a position of ease, a walk. */
const quietCards: ReadonlySet<ProgrammeCard> = new Set(['breathing', 'M17', 'M15'])
const roleOrder: readonly Role[] = ['settle', 'warm', 'core', 'strength', 'walk', 'cool']

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
  const context: Context = { state, profile, now, lock: allowed.lock, sort, taken: new Set() }
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
  const context: Context = {
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
    return rung ? [build(content, id, rung, instead, context)] : []
  })
}

interface Context {
  readonly state: ProgrammeState
  readonly profile: MovementProfile
  readonly now: Moment
  readonly lock: 'open' | 'gentle'
  readonly sort: Session['sort']
  readonly taken: Set<MovementId>
}

function sortOf(state: ProgrammeState, profile: MovementProfile, now: Moment): Session['sort'] {
  if (state.easeOnlySince || directionSet(directionOf(state), profile.pattern).easeOnly) return 'quiet'
  if (state.flare) return 'flare'
  return strengthAllowed(state, now) ? 'whole' : 'strengthRest'
}

function sortWords(sort: Session['sort'], phase: PhaseNumber): string {
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
  const done = new Set(
    state.sessions
      .filter(({ movements: list }) => list.some(({ card }) => isStrength(state.phase, card)))
      .map(({ day }) => daysBetween(day, now.day)),
  )
  const earlier = [...done].filter((ago) => ago > 0 && ago < limit('window'))
  return !done.has(1) && earlier.length < days[1]
}

const isStrength = (phase: PhaseNumber, card: ProgrammeCard): boolean =>
  phases[phase].content.some((line) => line.card === card && line.role === 'strength')

/** The lines of today in their order: the role first, then what was done longest ago, then as in the phase. */
function linesOf(
  state: ProgrammeState,
  profile: MovementProfile,
  now: Moment,
  sort: Session['sort'],
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

const outOfPhase = (state: ProgrammeState, profile: MovementProfile, now: Moment, sort: Session['sort']) =>
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
  sort: Session['sort'],
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
  const core = card === 'M01' || card === 'M02'
  if (state.phase === 1 && core && direction !== first) return 'We try one direction at a time.'
  if (state.phase === 1 && card === 'M03' && !backHelps(directionOf(state))) return 'Only if leaning back helps you.'
  return null
}

function itemFor(content: Content, context: Context): SessionItem | { card: ProgrammeCard; because: string } {
  const { state, taken } = context
  const { card } = content
  const rungs = ladder(state.phase, card)
  const rung = rungs[state.cards[card]?.rung ?? 0] ?? rungs[0]
  const wanted = rung ? movementAt(card, rung.level) : movementAt(card, content.levels[0] ?? 1)
  if (!wanted || !rung) return { card, because: 'It has no dose in this phase.' }
  const fits = (id: MovementId) => !taken.has(id) && whyNot(id, context) === null
  const movement = substituteFor(wanted, context.profile, context.lock, fits)
  if (!movement) return { card, because: whyNot(wanted, context) ?? 'Another movement stands in for it.' }
  if (movement === wanted) return build(content, movement, rung, null, context)
  const because = whyNot(wanted, context) ?? 'It is in the set already.'
  const standIn = doseAtRung(movement, rung, rungs, state.phase, content)
  return standIn ? build(content, movement, standIn, { movement: wanted, because }, context) : { card, because }
}

/** Why this person does not get this movement now; null when they may. */
function whyNot(id: MovementId, context: Context): string | null {
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
function isOffToday(id: MovementId, { state, now }: Pick<Context, 'state' | 'now'>): boolean {
  const [base = id] = id.split('-')
  return Object.entries(state.cards).some(([card, progress]) => progress?.offOn === now.day && base === card)
}

/** The stand-in's own dose, as far along as the programme's movement is. */
function doseAtRung(
  movement: MovementId,
  rung: Rung,
  rungs: readonly Rung[],
  phase: PhaseNumber,
  content: Content,
): Rung | null {
  const own = movements[movement].dose[phases[phase].dose]
  if (!own) return null
  const walk = movements[movement].kind === 'walk'
  const amounts = amountsOf(walk && content.minutes ? { ...own, minutes: content.minutes } : own)
  const sameLevel = rungs.filter(({ level }) => level === rung.level)
  const opening = sameLevel.filter(({ range }) => range !== content.range[1]).length
  const place = Math.max(0, rungs.indexOf(rung) - rungs.indexOf(sameLevel[0] ?? rung) - opening)
  const amount = amounts[Math.min(place, amounts.length - 1)]
  return amount ? { level: rung.level, range: rung.range, loadKg: 0, ...amount } : null
}

function build(
  content: Content,
  id: MovementId,
  rung: Rung,
  insteadOf: SessionItem['insteadOf'],
  context: Context,
): SessionItem {
  const { state, profile, sort } = context
  const movement = movements[id]
  const pain = profile.painNow0to10
  const half = halfBecause(content.card, movement.kind, context)
  const halve = (value: number) => (half ? Math.ceil(value / 2) : value)
  const eachSide = movement.dose[phases[state.phase].dose]?.eachSide === true
  const sore = pain === 'notSure' || pain >= limit('soreStart')
  const own = rung.minutes === undefined ? undefined : halve(rung.minutes)
  // As the block list says.
  const minutes = own !== undefined && movement.kind === 'walk' && sore ? Math.min(own, limit('soreWalkMinutes')) : own
  const dose: SessionDose = {
    ...(rung.reps !== undefined && { reps: halve(rung.reps) }),
    ...(rung.holdSeconds !== undefined && { holdSeconds: rung.holdSeconds }),
    ...(minutes !== undefined && { minutes }),
    sets: rung.sets,
    sides: eachSide ? sidesFor(id, profile) : [],
    restSeconds: rung.sets > 1 ? restBetweenSets : changeOver,
    loadKg: half ? 0 : rung.loadKg,
  }
  const drawn = drawnFor(id, profile)
  const back = state.cards[content.card]?.half === true && sort !== 'flare'
  return {
    card: content.card,
    movement: id,
    title: movement.title,
    role: content.role,
    dose,
    range: Math.min(back ? rung.range / 2 : rung.range, drawn.range),
    headStill: drawn.headStill,
    half,
    insteadOf,
    changes: modifications(id, profile),
    seconds: secondsOf(dose),
  }
}

function halfBecause(card: ProgrammeCard, kind: string, { state, profile }: Context): string | null {
  if (kind === 'breathing' || kind === 'ease') return null
  if (state.flare) return 'You are in a flare, so this is half.'
  if (state.cards[card]?.half) return 'It was too sore last time, so this is half.'
  const pain = profile.painNow0to10
  return pain === 'notSure' || pain >= limit('halfFrom') ? 'You start sore, so this is half.' : null
}

/** Work, holds, sides and rests, in seconds. */
export function secondsOf({ reps, holdSeconds, minutes, sets, sides, restSeconds }: SessionDose): number {
  const once = reps === undefined ? (holdSeconds ?? 0) : reps * (secondsPerRep + (holdSeconds ?? 0))
  return sets * Math.max(1, sides.length) * once + (minutes ?? 0) * 60 + sets * restSeconds
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
function breathingOnly(context: Context): SessionItem {
  const content: Content = { card: 'breathing', role: 'settle', levels: [1], range: [1, 1] }
  return build(content, 'breathing', { level: 1, range: 1, minutes: 5, sets: 1, loadKg: 0 }, null, context)
}

/**
 * What is open to this person now: the plan and its steps, the movements, relaxing, and the level that the medicine pages
 * stand on. From the whole record, whether a programme runs or not (evidence.md §2.1, §2.4 ruling 14; hazards H-04, H-08).
 * Sessions and prevention ask the same locks through `mayMove` and `gate`. Pure.
 * Never: opens what one check of the record has closed and nobody has opened since.
 */
import { type Level, levels, type MovementLock } from '../check/types.ts'
import type { Moment } from '../evidence/calendar.ts'
import { dayMs, type EpochMs } from '../evidence/time.ts'
import { isOlderThanAsked, olderBecause } from '../programme/asked.ts'
import type { BegunAfter } from '../programme/events.ts'
import { closedBy, type DangerLock, highest, tightest } from '../programme/locks.ts'
import { mayMove } from '../programme/screening.ts'
import type { ProgrammeState } from '../programme/state.ts'
import type { LockedWhy } from '../relief/locked.ts'

/** The check that a page stands on: posted with the page, or the last one of the record. */
export interface CheckAtHand extends BegunAfter {
  /** Id of its event in the record; null when the record does not hold it. */
  readonly event: string | null
  readonly level: Level
  readonly movement: MovementLock
  /** Null: not known, which counts as too old. */
  readonly finishedAt: EpochMs | null
}

type Found = Pick<CheckAtHand, 'level' | 'movement'>

/** What a check allows while the record's locks stand: the highest level and the tightest lock of them all. */
export function withRecord(check: Found, { locks }: Pick<ProgrammeState, 'locks'>): Found {
  const level = levels.indexOf(highest(locks)) > levels.indexOf(check.level) ? highest(locks) : check.level
  const own = closedBy({ level: check.level, lock: check.movement })
  const both = own === 'open' ? locks : [...locks, { lock: own }]
  return { level, movement: tightest(both) }
}

/**
 * Why there is no plan. `due`: a check is due, for the reason that the state gives. `tooMuch`: it is too much of a medicine
 * that makes it so urgent, and no check.
 */
export type PlanClosed =
  | { readonly why: Exclude<LockedWhy, 'due' | 'unread'>; readonly tooMuch?: true }
  | { readonly why: 'due' | 'unread'; readonly because: string }

/** Movements as pages of their own: closed, waiting for something, or open and how far. */
export type MovementsOpen =
  | { readonly kind: 'closed' }
  | { readonly kind: 'due'; readonly what: 'fullCheck' | 'miniCheck' | 'cleared'; readonly because: string }
  /** As far as the plan goes. */
  | { readonly kind: 'plan' }
  | { readonly kind: 'programme'; readonly lock: Exclude<MovementLock, 'locked'> }

/** What the person's record leaves open at this moment. */
export interface OpenNow {
  /** Null: the plan and its steps are open. */
  readonly plan: PlanClosed | null
  readonly movements: MovementsOpen
  /** `plan`: what the plan allows. `everybody`: only what suits everybody, with the check put first. */
  readonly relax: 'closed' | 'everybody' | 'plan'
  /** Where painkillers are led to. `doses`: the medicine room says only why it is closed, so to the list of doses. */
  readonly medicines: 'room' | 'doses'
  /** `held`: something that they told has closed the movements, so the guide leads to none, and to no step of a plan. */
  readonly guide: 'leads' | 'held'
  /** Checks that found danger and that nobody has cleared the person of, oldest first. */
  readonly heldBy: readonly DangerLock[]
}

/**
 * What is open.
 * @param check the check at hand as it found, before `withRecord`; null: none, or one that is not finished
 * @param state the record's state at this moment; `nothingYet` where nothing is kept
 * @param record `unread`: there is a record that did not open, so nobody knows what else it closes
 */
export function openNow(
  check: CheckAtHand | null,
  state: ProgrammeState,
  now: Moment,
  record: 'read' | 'unread' = 'read',
): OpenNow {
  const plan = planClosed(check, state, now, record)
  return {
    plan,
    movements: movementsOpen(plan, state, now),
    relax: relaxOpen(plan, state),
    medicines: medicinesOpen(check, state, now, record),
    guide: isHeldByWhatWasTold(plan, state, record) ? 'held' : 'leads',
    heldBy: state.locks,
  }
}

function planClosed(
  check: CheckAtHand | null,
  state: ProgrammeState,
  now: Moment,
  record: 'read' | 'unread',
): PlanClosed | null {
  const shut = check !== null && closesAll(check)
  const closes = shut && !isSeen(check, state) ? [check] : []
  // What the record holds comes before what is wrong with the check at hand, but is no calmer than what that one found.
  if (tightest(state.locks) === 'locked') return heldFor([...state.locks.filter(isShut), ...closes])
  if (record === 'unread' && !shut) return { why: 'unread', because: state.fullDue?.because ?? '' }
  if (!check) return { why: 'unfinished' }
  if (closes.length > 0) return { why: urgencyOf(check.level) }
  // What was told since comes before a visit or the age of the check: it may be new.
  if (state.fullDue) return { why: 'due', because: state.fullDue.because }
  if (state.miniDue) return { why: 'red' }
  if (shut) return { why: 'seen' }
  if (isOlderThanAsked(check, state)) return { why: 'due', because: olderBecause }
  return isFresh(check, now) ? null : { why: 'expired' }
}

function isFresh({ finishedAt }: CheckAtHand, now: Moment): boolean {
  const ageMs = finishedAt === null ? dayMs : now.at - finishedAt
  return ageMs >= 0 && ageMs < dayMs
}

function heldFor(locks: readonly Pick<DangerLock, 'level' | 'tooMuch'>[]): PlanClosed {
  const why = urgencyOf(highest(locks))
  const byCheck = locks.some(({ level, tooMuch }) => !tooMuch && urgencyOf(level) === why)
  return byCheck ? { why } : { why, tooMuch: true }
}

const closesAll = ({ level, movement }: Found): boolean => closedBy({ level, lock: movement }) === 'locked'
/** Has somebody seen the person since this check? */
const isSeen = ({ event }: CheckAtHand, { clearedOf }: ProgrammeState): boolean =>
  event !== null && clearedOf.includes(event)
const isShut = ({ lock }: Pick<DangerLock, 'lock'>): boolean => lock === 'locked'
const urgencyOf = (level: Level) => (level === 'emergency' ? 'emergency' : 'urgent')

/** While a programme runs its own door decides, but no further than the check at hand. */
function movementsOpen(plan: PlanClosed | null, state: ProgrammeState, now: Moment): MovementsOpen {
  if (plan?.why === 'emergency' || plan?.why === 'urgent') return { kind: 'closed' }
  if (state.started) {
    const may = mayMove(state, now)
    if (may.ok) return { kind: 'programme', lock: may.lock }
    const what = may.why === 'miniCheck' ? 'miniCheck' : may.why === 'locked' ? 'cleared' : 'fullCheck'
    return { kind: 'due', what, because: may.because }
  }
  return { kind: plan ? 'closed' : 'plan' }
}

/**
 * A call for today leaves the medicine room open: it decides on each medicine. With no check and nothing told since, the
 * room itself says that the check comes first.
 */
function medicinesOpen(
  check: CheckAtHand | null,
  state: ProgrammeState,
  now: Moment,
  record: 'read' | 'unread',
): OpenNow['medicines'] {
  if (highest(state.locks) === 'emergency' || state.fullDue || record === 'unread') return 'doses'
  if (!check) return 'room'
  if (closesAll(check) ? isSeen(check, state) : isOlderThanAsked(check, state)) return 'doses'
  return check.level === 'emergency' || !isFresh(check, now) ? 'doses' : 'room'
}

/**
 * Being seen comes before everything. A check that is missing, unfinished or old leaves what suits everybody, unless
 * something was told since that only a check can answer: a fall, a fever, something new.
 */
function relaxOpen(plan: PlanClosed | null, { fullDue }: ProgrammeState): OpenNow['relax'] {
  if (plan === null) return 'plan'
  if (fullDue) return 'closed'
  return plan.why === 'unfinished' || plan.why === 'expired' || plan.why === 'seen' ? 'everybody' : 'closed'
}

/** What was told closes the plan: a check's danger, a stop, a red short check, or a record that nobody could read. */
const toldWhy: readonly PlanClosed['why'][] = ['emergency', 'urgent', 'due', 'red', 'unread']

/** Whoever never did a check has no plan for that reason first; what they told closes all the same. */
function isHeldByWhatWasTold(plan: PlanClosed | null, state: ProgrammeState, record: 'read' | 'unread'): boolean {
  if (record === 'unread' || state.locks.length > 0 || state.fullDue || state.miniDue) return true
  return plan !== null && toldWhy.includes(plan.why)
}

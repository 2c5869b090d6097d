/**
 * What a check must be begun after to count: a check that was begun before a stop and finished after it, on an old page,
 * gives answers that are older than the stop (hazard H-04). By places in the record's order, never by a clock.
 * Pure.
 */
import { byOrder, type Made, placeOf } from '../evidence/order.ts'
import { asEpochMs, type EpochMs } from '../evidence/time.ts'
import type { BegunAfter, ProgrammeEvent } from './events.ts'
import { closedBy } from './locks.ts'
import type { ProgrammeState } from './state.ts'

/** How far the record had come when a check was begun, as its pages carry it. */
export interface BegunMark {
  /** The last place of the record then; 0: nothing was in it, or it could not be read. */
  readonly begunAfter: EpochMs
  /** Id of the event at that place, by which the record is known again. Missing: there was none. */
  readonly begunWith?: string
}

/** The mark of a check that begins now. */
export function beginMark(events: readonly Made[]): BegunMark {
  const last = events.reduce<Made | null>((later, event) => (later && byOrder(later, event) > 0 ? later : event), null)
  return last ? { begunAfter: placeOf(last), begunWith: last.id } : { begunAfter: asEpochMs(0) }
}

/**
 * What a check with this mark was begun after, in the record as it is now. The places of a record that was erased since, or
 * is another device's, say nothing here: such a check may have been begun before all that this record holds.
 */
export const begunAfterIn = (events: readonly Made[], { begunAfter, begunWith }: BegunMark): EpochMs =>
  events.some(({ id }) => id === begunWith) ? begunAfter : asEpochMs(0)

/** The `asked` of the state after this event: its place, where it asks for a check; else what stood before. */
export function askedBy(before: ProgrammeState, next: ProgrammeState, event: ProgrammeEvent): EpochMs | null {
  return asks(before, next, event) ? placeOf(event) : next.asked
}

function asks(before: ProgrammeState, next: ProgrammeState, event: ProgrammeEvent): boolean {
  switch (event.kind) {
    // A new plan asks because the last check is old: any later one will do.
    case 'programmeStarted':
      return false
    // Another check that found danger: what this one was told before it is older.
    case 'fullCheckDone':
      return closedBy(event) === 'locked'
    case 'tooMuchFound':
      return event.level !== null
    default:
      return (next.fullDue !== null && next.fullDue !== before.fullDue) || asksShort(before, next, event)
  }
}

/** A number told, or a red entry, while the short check is due may be one that it has not asked about. */
const asksShort = (before: ProgrammeState, next: ProgrammeState, { kind }: ProgrammeEvent): boolean =>
  next.miniDue &&
  (!before.miniDue ||
    kind === 'miniAsked' ||
    kind === 'morningNoted' ||
    kind === 'sessionDone' ||
    kind === 'checkInDone')

/**
 * Was this check, full or short, begun before what was told last that asks for one? Then it settles nothing. Of one that
 * closed everything itself nobody need ask.
 */
export const isOlderThanAsked = ({ begunAfter }: BegunAfter, { asked }: Pick<ProgrammeState, 'asked'>): boolean =>
  asked !== null && isBegunBefore({ begunAfter }, asked)

/** Was this check begun before the record held what has this place? */
export const isBegunBefore = ({ begunAfter }: BegunAfter, place: EpochMs): boolean =>
  begunAfter !== undefined && begunAfter < place

/**
 * The latest moment at which the first answers of a check can have been given: just before the first thing that was told
 * in its midst.
 */
export function answeredBy(check: BegunAfter & Made, events: readonly Made[]): EpochMs {
  const last = placeOf(check)
  const meanwhile = events.filter((event) => isBegunBefore(check, placeOf(event)) && placeOf(event) < last)
  return asEpochMs(meanwhile.reduce((least, { at }) => Math.min(least, at - 1), Number(check.at)))
}

/** Why a check comes first where only such a one was done. */
export const olderBecause = 'You told us something after you began your last check.'

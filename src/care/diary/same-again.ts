/**
 * What "Same as last time" may fill in on the form of a diary entry: where it hurts, and that the leg is as it was.
 * Pure. Never: a danger sign, a pain number, or a place that calls for a check; those are told by the person each time.
 */
import type { IsoDate, Moment } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import type { RegionId } from './body-map.ts'
import { type CountedEntry, inLivedOrder } from './entry.ts'
import { raisedBy } from './entry-dangers.ts'

/** What was told last time and may be told again with one tap. */
export interface SameAgain {
  /** Which day it was told of. */
  readonly day: IsoDate
  readonly places: readonly RegionId[]
  /** Whatever the leg did then, now it is none or the same. Left out: it was not said, or the person was not sure. */
  readonly leg?: 'none' | 'same'
}

/**
 * The last entry that says where it hurts; null without one, and where its places alone call for a check, so that nobody
 * taps a danger away as "the same".
 * @param counting the entries that count
 */
export function sameAgain(counting: readonly CountedEntry[], now: Moment): SameAgain | null {
  const last = findLast(inLivedOrder(counting), ({ places = [] }) => places.length > 0)
  if (!last?.places) return null
  const { places, leg, day } = last
  if (raisedBy({ painNow0to10: 0, places, ...now }, []).raises.length > 0) return null
  if (leg === undefined || leg === 'notSure') return { day, places }
  return { day, places, leg: leg === 'none' ? leg : 'same' }
}

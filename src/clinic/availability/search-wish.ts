/** What a search of the directory asks for. */
import type { CandidateFilter } from '../directory/find-candidates.ts'
import type { TimeWish } from './times-of-candidates.ts'

/** Who is meant, how far away, when, and in which order. */
export interface Search extends CandidateFilter, TimeWish {
  /** Miles from `from`; by video nobody is far. */
  readonly radiusMiles: number
  readonly sort: 'soonest' | 'nearest' | 'rating'
}

/**
 * The search of the directory: who gives the treatment near a place and when they are free. Filters and distance come from
 * the views, times from the one function that lists and accepts. The order is by the first free time, by distance or by the
 * reviews, and by nothing else.
 */
import type { Database } from '../db/connection.ts'
import { distanceKm, milesOf, radiiMiles } from '../directory/distance.ts'
import { type Candidate, findCandidates, mostCandidates } from '../directory/find-candidates.ts'
import { lowestLikely, noRating, type Rating } from '../directory/ratings.ts'
import { readRatings } from '../directory/read-reviews.ts'
import { type Looser, looserSearches } from './looser-searches.ts'
import type { Search } from './search-wish.ts'
import { asksTimes, type FreeTimes, freeTimes, type WishedFrom } from './times-of-candidates.ts'

export type { Search } from './search-wish.ts'

/** Somebody who was found, and when they are free. */
export interface Found extends Candidate, FreeTimes {
  /** From the place of the search; absent without one. */
  readonly km?: number
  readonly rating: Rating
}

export interface SearchResult {
  readonly found: readonly Found[]
  /** The radius that holds them: larger than asked where there was nobody. */
  readonly radiusMiles: number
  readonly grew: boolean
  /** There may be more, further away: only the nearest were looked at. */
  readonly isCut: boolean
  /** Where nobody is in the radius that was asked for: what a looser search would give in it. Best first, none of nobody. */
  readonly loosen: readonly Looser[]
}

/** The database as two of its roles: what anybody may read, and inside one clinic, where free times are worked out. */
export interface Databases {
  readonly directory: Database
  readonly app: Database
}

/** So many who have a time that was asked for are enough; how often the next of the nearest are looked at for them. [C] */
const enough = 50
const mostLooks = 10

/**
 * Searches. Looks at the `mostCandidates` nearest and `daysLookedAt` days; where certain times are asked for, and few of these
 * have one, at the next and the next. At those who are too far away only where nobody near is found.
 */
export async function searchTherapists(db: Databases, search: Search, now: Temporal.Instant): Promise<SearchResult> {
  const { radiusMiles } = search
  const { inside, beyond, isCut } = await lookAround(db, search, now)
  if (inside.length > 0) return { found: inOrder(inside, search.sort), radiusMiles, grew: false, isCut, loosen: [] }
  const grown = grownRadius(search, beyond)
  const found = inOrder(beyond.filter(isWithin(search, grown)), search.sort)
  const isNear = isWithin(search, radiusMiles)
  const asking = {
    candidates: async (wish: Search) => (await findCandidates(db.directory, wish, now)).filter(isNear),
    times: (wishes: readonly WishedFrom[]) => freeTimes(db.app, wishes, now),
  }
  const loosen = await looserSearches(asking, search, found.length === 0)
  return { found, radiusMiles: grown, grew: grown > radiusMiles, isCut, loosen }
}

interface LookedAround {
  /** In the radius that was asked for. */
  readonly inside: readonly Found[]
  /** Further away, where nobody is inside. */
  readonly beyond: readonly Found[]
  /** Not everybody was looked at. */
  readonly isCut: boolean
}

async function lookAround(db: Databases, search: Search, now: Temporal.Instant): Promise<LookedAround> {
  const isNear = isWithin(search, search.radiusMiles)
  const [inside, beyond]: [Found[], Found[]] = [[], []]
  for (let look = 0; look < mostLooks; look += 1) {
    const candidates = await findCandidates(db.directory, search, now, look * mostCandidates)
    const far = candidates.filter((candidate) => !isNear(candidate))
    inside.push(...(await withTimes(db, candidates.filter(isNear), search, now)))
    if (inside.length === 0) beyond.push(...(await withTimes(db, far, search, now)))
    const isLast = candidates.length < mostCandidates
    // The nearest come first: behind somebody who is too far away there is nobody near.
    const isAround = far.length > 0 && inside.length + beyond.length > 0
    if (isLast || isAround || inside.length >= enough || !asksTimes(search))
      return { inside, beyond, isCut: !isLast && far.length === 0 }
  }
  return { inside, beyond, isCut: true }
}

/** Those who have a time that fits, each with the first few; all of them where no time was asked for. In the order given. */
async function withTimes(
  db: Databases,
  candidates: readonly Candidate[],
  search: Search,
  now: Temporal.Instant,
): Promise<readonly Found[]> {
  const [timesOf, ratings] = await Promise.all([
    freeTimes(db.app, [{ wish: search, candidates }], now),
    readRatings(db.directory, candidates),
  ])
  return candidates.flatMap((candidate): Found[] => {
    const times = timesOf.get(candidate) ?? noTimes
    if (asksTimes(search) && !times.first) return []
    const km = kmFrom(search, candidate)
    const rating = ratings.get(candidate.therapistId) ?? noRating
    return [{ ...candidate, ...(km !== undefined && { km }), rating, ...times }]
  })
}

const noTimes: FreeTimes = { list: () => ({ times: [], more: 0 }) }

const kmFrom = ({ from }: Search, candidate: Candidate): number | undefined => from && distanceKm(from, candidate)

const isWithin = (search: Search, radiusMiles: number) => (candidate: Candidate) =>
  !search.from || candidate.byVideo || milesOf(kmFrom(search, candidate) ?? 0) <= radiusMiles

function grownRadius({ radiusMiles }: Search, all: readonly Found[]): number {
  const nearest = Math.min(...all.map(({ km }) => milesOf(km ?? 0)))
  if (!Number.isFinite(nearest)) return radiusMiles
  return radiiMiles.find((miles) => miles > radiusMiles && nearest <= miles) ?? radiusMiles
}

/**
 * Best reviewed: by the least that is still likely, so that who has many reviews is not overtaken by the luck of one.
 * Soonest: who has no free time comes last; equals keep the order of distance, then of name.
 */
function inOrder(found: readonly Found[], sort: Search['sort']): readonly Found[] {
  if (sort === 'nearest') return found
  if (sort === 'rating') return found.toSorted((one, other) => lowestLikely(other.rating) - lowestLikely(one.rating))
  const start = ({ first }: Found) => first?.start ?? Infinity
  // Two infinities have no difference.
  return found.toSorted((one, other) => (start(one) === start(other) ? 0 : start(one) - start(other)))
}

/**
 * The search of the directory: who gives the treatment near a place and when they are free. Filters and distance come from
 * the views, times from the one function that lists and accepts. The order is by the first free time, by distance or by the
 * reviews, and by nothing else.
 */
import { type ClinicTransaction, type Database, readInEachClinic } from '../db/connection.ts'
import { distanceKm, milesOf, radiiMiles } from '../directory/distance.ts'
import { type Candidate, type CandidateFilter, findCandidates, mostCandidates } from '../directory/find-candidates.ts'
import { lowestLikely, noRating, type Rating } from '../directory/ratings.ts'
import { readRatings } from '../directory/read-reviews.ts'
import type { AvailabilityInput, Slot } from './input.ts'
import { loadAvailability } from './load-availability.ts'
import { evening } from './part-of-day.ts'
import { listSlots } from './slots.ts'

/** How far ahead a search looks for free times, in days. A therapist's own page looks further. */
export const daysLookedAt = 14

export interface Search extends CandidateFilter {
  /** Miles from `from`; by video nobody is far. */
  readonly radiusMiles: number
  /** Only times that start at 17:00 or later, or on Saturday or Sunday, of the place's clock. Both: either will do. */
  readonly evenings?: boolean | undefined
  readonly weekends?: boolean | undefined
  /** The first free time within so many days, today counted as none. */
  readonly withinDays?: number | undefined
  readonly sort: 'soonest' | 'nearest' | 'rating'
}

export interface Found extends Candidate {
  /** From the place of the search; absent without one. */
  readonly km?: number
  /** The first that fit, at most three. */
  readonly times: readonly Slot[]
  /** How many more there are in the days looked at. */
  readonly more: number
  readonly rating: Rating
}

/** A filter that a search can be loosened by. */
export type Loosening =
  | 'insurer'
  | 'language'
  | 'gender'
  | 'need'
  | 'video'
  | 'stepFree'
  | 'evenings'
  | 'weekends'
  | 'withinDays'

export interface SearchResult {
  readonly found: readonly Found[]
  /** The radius that holds them: larger than asked where there was nobody. */
  readonly radiusMiles: number
  readonly grew: boolean
  /** There may be more, further away: only the nearest were looked at. */
  readonly isCut: boolean
  /** Where nobody is in the radius that was asked for: what one filter less would give in it. Best first, none of nobody. */
  readonly loosen: readonly { readonly filter: Loosening; readonly count: number }[]
}

const loosenings: readonly Loosening[] = [
  ...(['insurer', 'language', 'gender', 'need', 'video', 'stepFree'] as const),
  ...(['evenings', 'weekends', 'withinDays'] as const),
]

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
  return { found, radiusMiles: grown, grew: grown > radiusMiles, isCut, loosen: await loosened(db, search, now) }
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

const asksTimes = ({ evenings, weekends, withinDays }: Search): boolean =>
  Boolean(evenings || weekends || withinDays !== undefined)

/** Without each filter in turn: how many that would be. */
async function loosened(db: Databases, search: Search, now: Temporal.Instant) {
  const active = loosenings.filter((filter) => search[filter] !== undefined && search[filter] !== false)
  const counts = await Promise.all(
    active.map(async (filter) => {
      const looser = { ...search, [filter]: undefined }
      const candidates = await findCandidates(db.directory, looser, now)
      const near = await withTimes(db, candidates.filter(isWithin(looser, search.radiusMiles)), looser, now)
      return { filter, count: near.length }
    }),
  )
  return counts.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count)
}

/** Those who have a time that fits, each with the first few; all of them where no time was asked for. In the order given. */
async function withTimes(
  db: Databases,
  candidates: readonly Candidate[],
  search: Search,
  now: Temporal.Instant,
): Promise<readonly Found[]> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const day = (days: number) => today.add({ days }).toString()
  const question = { firstDay: day(-1), lastDay: day(daysLookedAt), now }
  const [timesOf, ratings] = await Promise.all([
    freeTimes(db.app, candidates, question, fitting(search, now)),
    readRatings(db.directory, candidates),
  ])
  return candidates.flatMap((candidate): Found[] => {
    const times = timesOf.get(candidate) ?? { times: [], more: 0 }
    if (asksTimes(search) && times.times.length === 0) return []
    const km = kmFrom(search, candidate)
    const rating = ratings.get(candidate.therapistId) ?? noRating
    return [{ ...candidate, ...(km !== undefined && { km }), rating, ...times }]
  })
}

type Times = Pick<Found, 'times' | 'more'>
type Fits = (slot: Slot, zone: string) => boolean

/** So many connections share the clinics of a search: to begin and end a transaction for each costs more than its reading. */
const lanes = 4

/**
 * The times of each candidate that fit. What decides about them is read clinic by clinic, the same that a booking is held
 * against. Each clinic's times are worked out as soon as it is read, while the database reads the next, and only what is
 * shown of them is kept: with the thousands of times of all clinics at once, a search kept tidying memory.
 */
async function freeTimes(
  app: Database,
  candidates: readonly Candidate[],
  question: Parameters<typeof loadAvailability>[1],
  fits: Fits,
): Promise<ReadonlyMap<Candidate, Times>> {
  const byClinic = Map.groupBy(candidates, ({ clinicId }) => clinicId)
  const load = async (trx: ClinicTransaction, clinic: string) =>
    timesIn(await loadAvailability(trx, question), byClinic.get(clinic) ?? [], fits)
  const laneOf = Map.groupBy([...byClinic.keys()].entries(), ([at]) => at % lanes)
  const read = [...laneOf.values()].map((lane) =>
    readInEachClinic(
      app,
      lane.map(([, clinic]) => clinic),
      load,
    ),
  )
  return new Map((await Promise.all(read)).flat(2))
}

/** The times of one clinic's candidates, and of nobody else. Those who give one service in one place are listed together, once. */
function timesIn(
  input: AvailabilityInput,
  candidates: readonly Candidate[],
  fits: Fits,
): readonly (readonly [Candidate, Times])[] {
  const ids = new Set(candidates.map(({ therapistId }) => therapistId))
  const meant = { ...input, therapists: input.therapists.filter(({ id }) => ids.has(id)) }
  const alike = Map.groupBy(candidates, ({ serviceId, locationId, byVideo }) =>
    byVideo ? serviceId : `${serviceId} ${locationId}`,
  )
  return [...alike.values()].flatMap((together) => {
    const [first] = together
    if (!first) return []
    const { serviceId: service, locationId: location, byVideo } = first
    const { slots } = listSlots(meant, byVideo ? { service } : { service, location })
    const byTherapist = Map.groupBy(slots, ({ therapist }) => therapist)
    return together.map((candidate) => {
      const free = (byTherapist.get(candidate.therapistId) ?? []).filter((slot) => fits(slot, candidate.zone))
      return [candidate, { times: free.slice(0, 3), more: Math.max(0, free.length - 3) }] as const
    })
  })
}

/**
 * Whether a time fits the wish. Many therapists are free at the same moments, and to ask a clock of the place is dear: each
 * moment is asked once for each zone.
 */
function fitting(search: Search, now: Temporal.Instant): Fits {
  if (!asksTimes(search)) return () => true
  const known = new Map<string, Map<number, boolean>>()
  return ({ start }, zone) => {
    const inZone = known.get(zone) ?? new Map<number, boolean>()
    known.set(zone, inZone)
    const fits = inZone.get(start) ?? fitsAt(start, zone, search, now)
    inZone.set(start, fits)
    return fits
  }
}

function fitsAt(start: number, zone: string, search: Search, now: Temporal.Instant): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  if (search.withinDays !== undefined) {
    const last = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: search.withinDays })
    if (Temporal.PlainDate.compare(local.toPlainDate(), last) > 0) return false
  }
  if (!search.evenings && !search.weekends) return true
  return Boolean((search.evenings && local.hour >= evening) || (search.weekends && local.dayOfWeek >= 6))
}

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
  const first = ({ times }: Found) => times[0]?.start ?? Infinity
  // Two infinities have no difference.
  return found.toSorted((one, other) => (first(one) === first(other) ? 0 : first(one) - first(other)))
}

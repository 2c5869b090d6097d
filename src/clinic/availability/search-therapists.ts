/**
 * The search of the directory: who gives the treatment near a place and when they are free. Filters and distance come from
 * the views, times from the one function that lists and accepts. The order is by the first free time, by distance or by the
 * reviews, and by nothing else.
 */
import { type Database, inClinic } from '../db/connection.ts'
import { distanceKm, milesOf, radiiMiles } from '../directory/distance.ts'
import { type Candidate, type CandidateFilter, findCandidates, mostCandidates } from '../directory/find-candidates.ts'
import { lowestLikely, noRating, type Rating } from '../directory/ratings.ts'
import { readRatings } from '../directory/read-reviews.ts'
import type { AvailabilityInput, Slot } from './input.ts'
import { loadAvailability } from './load-availability.ts'
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

/** Searches. Looks at `mostCandidates` therapists and `daysLookedAt` days at most. */
export async function searchTherapists(db: Databases, search: Search, now: Temporal.Instant): Promise<SearchResult> {
  const { all, isCut } = await matches(db, search, now)
  const inside = all.filter(isWithin(search, search.radiusMiles))
  const radiusMiles = inside.length > 0 ? search.radiusMiles : grownRadius(search, all)
  const found = inside.length > 0 ? inside : all.filter(isWithin(search, radiusMiles))
  const loosen = inside.length > 0 ? [] : await loosened(db, search, now)
  return { found: inOrder(found, search.sort), radiusMiles, grew: radiusMiles > search.radiusMiles, isCut, loosen }
}

/** Without each filter in turn: how many that would be. */
async function loosened(db: Databases, search: Search, now: Temporal.Instant) {
  const active = loosenings.filter((filter) => search[filter] !== undefined && search[filter] !== false)
  const counts = await Promise.all(
    active.map(async (filter) => {
      const { all } = await matches(db, { ...search, [filter]: undefined }, now)
      return { filter, count: all.filter(isWithin(search, search.radiusMiles)).length }
    }),
  )
  return counts.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count)
}

async function matches(db: Databases, search: Search, now: Temporal.Instant) {
  const candidates = await findCandidates(db.directory, search, now)
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const span = {
    firstDay: today.subtract({ days: 1 }).toString(),
    lastDay: today.add({ days: daysLookedAt }).toString(),
  }
  const [inputs, ratings] = await Promise.all([
    inputsOf(db.app, new Set(candidates.map(({ clinicId }) => clinicId)), { ...span, now }),
    readRatings(db.directory, candidates),
  ])
  const asksTimes = Boolean(search.evenings || search.weekends || search.withinDays !== undefined)
  const all = candidates.flatMap((candidate): Found[] => {
    const input = inputs.get(candidate.clinicId)
    const wish = { service: candidate.serviceId, therapist: candidate.therapistId }
    const { slots } = input
      ? listSlots(input, candidate.byVideo ? wish : { ...wish, location: candidate.locationId })
      : none
    const fitting = slots.filter((slot) => fits(slot, candidate.zone, search, now))
    if (asksTimes && fitting.length === 0) return []
    const km = search.from && { km: distanceKm(search.from, candidate) }
    const rating = ratings.get(candidate.therapistId) ?? noRating
    return [{ ...candidate, ...km, rating, times: fitting.slice(0, 3), more: Math.max(0, fitting.length - 3) }]
  })
  return { all, isCut: candidates.length === mostCandidates }
}

/** What decides about free times, of each clinic: the same that a booking is held against. */
async function inputsOf(app: Database, clinics: ReadonlySet<string>, question: Parameters<typeof loadAvailability>[1]) {
  const load = async (clinic: string): Promise<readonly [string, AvailabilityInput]> => [
    clinic,
    await inClinic(app, clinic, (trx) => loadAvailability(trx, question)),
  ]
  return new Map(await Promise.all([...clinics].map(load)))
}

const none: { readonly slots: readonly Slot[] } = { slots: [] }
const evening = 17

function fits({ start }: Slot, zone: string, search: Search, now: Temporal.Instant): boolean {
  if (!search.evenings && !search.weekends && search.withinDays === undefined) return true
  const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  if (search.withinDays !== undefined) {
    const last = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: search.withinDays })
    if (Temporal.PlainDate.compare(local.toPlainDate(), last) > 0) return false
  }
  if (!search.evenings && !search.weekends) return true
  return Boolean((search.evenings && local.hour >= evening) || (search.weekends && local.dayOfWeek >= 6))
}

const isWithin =
  ({ from }: Search, radiusMiles: number) =>
  ({ km, byVideo }: Found) =>
    !from || byVideo || milesOf(km ?? 0) <= radiusMiles

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

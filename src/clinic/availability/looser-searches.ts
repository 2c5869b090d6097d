/**
 * Where nobody fits a search: what to loosen, and how many would be there then. One choice less, or the next longer time until
 * the first free one; two choices together where none alone helps. Bounded: what is asked of the database grows with the choices
 * that were made, never with who is found.
 */
import type { Candidate } from '../directory/find-candidates.ts'
import { asksTimes, type FreeTimes, type WishedFrom } from './times-of-candidates.ts'
import type { Search } from './search-wish.ts'

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

/** Days until the first free time, as they can be chosen. */
export const withinOffered = [0, 2, 7] as const

/** The search without a filter, or without two of them; `withinDays`: with so many days instead. */
export interface Looser {
  readonly filter: Loosening
  readonly and?: Loosening
  readonly withinDays?: number
  readonly count: number
}

const loosenings: readonly Loosening[] = [
  ...(['insurer', 'language', 'gender', 'need', 'video', 'stepFree'] as const),
  ...(['evenings', 'weekends', 'withinDays'] as const),
]

/** So many pairs of choices are looked at, and so many named. */
const [mostPairs, mostNamed] = [15, 3]

/** What it asks: who could be meant by a search, near enough, and which of them have a time that fits. */
export interface Asking {
  readonly candidates: (search: Search) => Promise<readonly Candidate[]>
  readonly times: (wishes: readonly WishedFrom[]) => Promise<ReadonlyMap<Candidate, FreeTimes>>
}

/** Best first; none of nobody. @param isNobody nobody is found further away either */
export async function looserSearches(asking: Asking, search: Search, isNobody: boolean): Promise<readonly Looser[]> {
  const active = loosenings.filter((filter) => search[filter] !== undefined && search[filter] !== false)
  const single = await counted(
    asking,
    active.flatMap((filter) => [{ filter }, ...(filter === 'withinDays' ? longer(search) : [])]),
    search,
  )
  const named = [
    ...single.filter(({ filter }) => filter !== 'withinDays'),
    // The next longer time that has somebody, or any time at all.
    ...single
      .filter(({ filter }) => filter === 'withinDays')
      .toSorted((one, other) => days(one) - days(other))
      .slice(0, 1),
  ]
  if (named.length > 0 || !isNobody) return named.toSorted(byCount)
  const pairs = active.flatMap((filter, at) => active.slice(at + 1).map((and) => ({ filter, and })))
  return (await counted(asking, pairs.slice(0, mostPairs), search)).toSorted(byCount).slice(0, mostNamed)
}

const days = ({ withinDays }: Looser) => withinDays ?? Infinity
const byCount = (one: Looser, other: Looser) => other.count - one.count

const longer = ({ withinDays = Infinity }: Search) =>
  withinOffered.filter((step) => step > withinDays).map((step) => ({ filter: 'withinDays' as const, withinDays: step }))

/** Each with how many that would be; without those of nobody. Most are in the same clinics, so all are looked at together. */
async function counted(asking: Asking, ways: readonly Omit<Looser, 'count'>[], search: Search) {
  const looser = await Promise.all(
    ways.map(async (way) => {
      const wish = { ...search, [way.filter]: way.withinDays, ...(way.and && { [way.and]: undefined }) }
      return { way, wish, candidates: await asking.candidates(wish) }
    }),
  )
  const times = await asking.times(looser.filter(({ wish }) => asksTimes(wish)))
  const fits = (candidate: Candidate) => times.get(candidate)?.first !== undefined
  return looser
    .map(
      ({ way, wish, candidates }): Looser => ({
        ...way,
        count: candidates.filter((one) => !asksTimes(wish) || fits(one)).length,
      }),
    )
    .filter(({ count }) => count > 0)
}

/** Sets of time as flat lists: from, to, from, to … in order, half open, neither overlapping nor touching. Flat, for speed. */

export type Ranges = readonly number[]

/** Any ranges, in any order, as one set. Empty and turned ones vanish. */
export function rangesOf(pairs: readonly (readonly [from: number, to: number])[]): Ranges {
  const sorted = pairs.filter(([from, to]) => from < to).sort((one, other) => one[0] - other[0])
  const joined: number[] = []
  for (const [from, to] of sorted) {
    const last = joined.length - 1
    if (last > 0 && from <= (joined[last] ?? 0)) joined[last] = Math.max(joined[last] ?? to, to)
    else joined.push(from, to)
  }
  return joined
}

/** What is busy as one set, each with what is added before and after it. Quick where it comes in order, as from the database. */
export function busyRanges<Claim extends { readonly from: number; readonly to: number }>(
  busy: readonly Claim[],
  before: (claim: Claim) => number,
  after: (claim: Claim) => number,
): Ranges {
  const joined: number[] = []
  let last = -1
  for (const claim of busy) {
    const [from, to] = [claim.from - before(claim), claim.to + after(claim)]
    if (from >= to) continue
    if (from < (joined[last - 1] ?? -Infinity))
      return rangesOf(busy.map((one) => [one.from - before(one), one.to + after(one)]))
    if (from <= (joined[last] ?? -Infinity)) joined[last] = Math.max(joined[last] ?? to, to)
    else last = joined.push(from, to) - 1
  }
  return joined
}

/** Where the first range that ends after a moment begins in the list; the list's length when there is none. */
export function indexAfter(ranges: Ranges, ms: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle * 2 + 1] ?? 0) > ms) high = middle
    else low = middle + 1
  }
  return low * 2
}

/** Does nothing of the set lie in [from, to)? */
export function isFree(ranges: Ranges, from: number, to: number): boolean {
  return (ranges[indexAfter(ranges, from)] ?? Infinity) >= to
}

/** What is left of [from, to) outside the set. */
export function without(from: number, to: number, taken: Ranges): Ranges {
  const left: number[] = []
  let at = from
  for (let i = indexAfter(taken, from); i < taken.length && (taken[i] ?? to) < to; i += 2) {
    const start = taken[i] ?? to
    if (at < start) left.push(at, start)
    at = Math.max(at, taken[i + 1] ?? at)
  }
  if (at < to) left.push(at, to)
  return left
}

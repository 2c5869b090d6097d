/**
 * Is one text the other with at most one slip: a letter too many, too few, wrong, or two neighbours swapped?
 * Walks both once: as much work as the shorter is long. Pure.
 */
export function isOneSlipApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1
  const [a, b] = [one.slice(start), other.slice(start)]
  if (a === b) return true
  if (a.length !== b.length) return a.length > b.length ? a.slice(1) === b : a === b.slice(1)
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}

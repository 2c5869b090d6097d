/**
 * How many slips one text is from another: letters too many, too few, wrong, or two neighbours swapped.
 * Pure. Stops counting above `most`, so that a text which is nothing like the other costs little.
 */

/** The slips between two texts; `most` + 1 where there are more than that. */
export function slipsApart(one: string, other: string, most: number): number {
  const tooMany = most + 1
  if (Math.abs(one.length - other.length) > most) return tooMany
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = rowOf(one, other, { row, last, before })
    if (Math.min(...next) > most) return tooMany
    before = last
    last = next
  }
  return Math.min(last[other.length] ?? tooMany, tooMany)
}

interface Rows {
  readonly row: number
  readonly last: readonly number[]
  readonly before: readonly number[]
}

/** The least slips from the first `row` letters of the one to each beginning of the other. */
function rowOf(one: string, other: string, { row, last, before }: Rows): readonly number[] {
  const next = [row]
  for (let at = 1; at <= other.length; at += 1) {
    const wrong = (last[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1)
    const isSwap = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
    const swapped = isSwap ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
    next.push(Math.min(wrong, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, swapped))
  }
  return next
}

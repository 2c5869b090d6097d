/**
 * What the marks of reviews come to: how many of each, their middle, and the one number that a list may be ordered by. Pure.
 * A mark is 1 to 5. Who has few reviews is not put above who has many for the luck of the first.
 */

/** Why a clinic may keep a review back. A low mark is no reason. */
export type HideReason = 'harm' | 'private-person' | 'advert' | 'hate' | 'off-topic'

/** The reasons in the words that everybody reads: staff, the writer, and whoever reads what is shown. */
export const hideReasons: Readonly<Record<HideReason, string>> = {
  harm: 'It could hurt a reader',
  'private-person': 'It names or shows a private person',
  advert: 'It sells something, or is spam',
  hate: 'Hate, threats or insults',
  'off-topic': 'It is not about a visit',
}

/** A reason that a form carries. */
export const isHideReason = (text: string): text is HideReason => Object.hasOwn(hideReasons, text)

/** How many reviews stand at each mark, 1 first; and how many are not shown, by why. `waits`: nobody has looked at it yet. */
export interface Rating {
  readonly marks: readonly [number, number, number, number, number]
  readonly notShown: Readonly<Partial<Record<HideReason | 'waits', number>>>
}

/** Nobody has said anything yet. */
export const noRating: Rating = { marks: [0, 0, 0, 0, 0], notShown: {} }

/** How many reviews are shown. */
export const reviewCount = ({ marks }: Rating): number => marks.reduce((sum, count) => sum + count, 0)

/** The mean of the marks that are shown, 1 to 5; `undefined` without any. */
export function meanMark(rating: Rating): number | undefined {
  const count = reviewCount(rating)
  return count === 0 ? undefined : rating.marks.reduce((sum, of, index) => sum + of * (index + 1), 0) / count
}

/** Two sides of 95 in a hundred, in standard deviations. */
const z = 1.96

/**
 * Wilson's lower bound of the mean, from 0 to 1: a mark of 5 counts as one whole, 1 as nothing. The least that is still
 * likely, given how many have spoken. (Wilson 1927; for parts of a whole it is on the safe side.)
 * @returns 0 without reviews
 */
export function lowestLikely(rating: Rating): number {
  const count = reviewCount(rating)
  if (count === 0) return 0
  const share = ((meanMark(rating) ?? 1) - 1) / 4
  const square = z * z
  const middle = share + square / (2 * count)
  const spread = z * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count))
  return Math.max(0, (middle - spread) / (1 + square / count))
}

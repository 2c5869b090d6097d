/** Chance that can be had again: every case of the fuzz is made from one seed, so that what was found can be seen anew. */
import { seededRandom } from '../src/care/diary/seeded-random.ts'

export interface Chance {
  /** A whole number from 0 to below `most`. */
  readonly below: (most: number) => number
  /** True in so many of 1 cases: 0 never, 1 always. */
  readonly is: (share: number) => boolean
  /** One of these, each as likely. @throws for an empty list */
  readonly one: <Item>(of: readonly Item[]) => Item
  /** Some of these, in their order; each as likely as the share says. */
  readonly some: <Item>(of: readonly Item[], share: number) => Item[]
}

/** @param seed any whole number; the same seed gives the same case on every machine */
export function chanceOf(seed: number): Chance {
  const next = seededRandom(seed)
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    is: (share) => next() < share,
    one: <Item>(of: readonly Item[]): Item => {
      if (of.length === 0) throw new Error('one of nothing')
      return of[below(of.length)] as Item
    },
    some: (of, share) => of.filter(() => next() < share),
  }
}

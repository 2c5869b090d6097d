/**
 * Finds names by what people half remember: whole, by their beginning, by one of their words, or with one slip.
 * Pure. Two sorted lists, one of the names and one of the names backwards: a slip spoils the first half of a word or the
 * last, never both, so one of the two still leads there. A database does the same with two plain indexes.
 * Never: looks at every name; what a search looks at is counted and told.
 */
import { isOneSlipApart } from '../town/one-slip.ts'
import { folded, squeezed } from './folded.ts'

/** How a name was found, the surest first. */
export type Likeness = 'whole' | 'beginning' | 'word' | 'slip' | 'slipInWord'

/** What a search found. */
export interface Found<Item> {
  readonly item: Item
  readonly how: Likeness
}

/** What a search found, each item once, the surest first; and how many names it looked at. */
export interface Search<Item> {
  readonly found: readonly Found<Item>[]
  readonly looked: number
}

/** An index of names. */
export interface NameIndex<Item> {
  /** The items whose name is like this text: at most `most`, and of those alike in the order in which they were given. */
  find(text: string, most: number): Search<Item>
}

/** Shortest text, in letters, in which a slip is forgiven: below that nearly every name is one slip away. */
const leastForSlip = 4
/** Most names that one search looks at for each of its three questions. */
const mostLooked = 20_000

interface Key<Item> {
  readonly key: string
  readonly item: Item
  readonly place: number
  /** Does the key begin where the name does? */
  readonly whole: boolean
}

/**
 * Makes an index. Each item may have several names; each is found by all of itself and from each of its words on.
 * Cost: sorts the words of all names once.
 */
export function indexNames<Item>(items: readonly { item: Item; names: readonly string[] }[]): NameIndex<Item> {
  const keys = items.flatMap(({ item, names }, place) => names.flatMap((name) => keysOf(name, item, place)))
  const forward = keys.toSorted(byKey)
  const backward = keys.map((key) => ({ ...key, key: reversed(key.key) })).toSorted(byKey)
  return {
    find(text, most) {
      const wanted = squeezed(text)
      if (wanted === '') return { found: [], looked: 0 }
      const beginning = within(forward, wanted)
      const slips = wanted.length < leastForSlip ? [] : slipsOf(wanted, forward, backward)
      const near = slips.filter(({ key }) => isOneSlipApart(key, wanted))
      const found = [...beginning.map((key) => [key, likenessOf(key, wanted)] as const), ...near.map(asSlip)]
      return { found: best(found, most), looked: beginning.length + slips.length }
    },
  }
}

function keysOf<Item>(name: string, item: Item, place: number): readonly Key<Item>[] {
  const words = folded(name).split(' ')
  return words.map((_, from) => ({ key: words.slice(from).join(''), item, place, whole: from === 0 }))
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
const reversed = (text: string) => [...text].toReversed().join('')
const asSlip = <Item>(key: Key<Item>) => [key, key.whole ? 'slip' : 'slipInWord'] as const

function likenessOf<Item>({ key, whole }: Key<Item>, wanted: string): Likeness {
  if (!whole) return 'word'
  return key === wanted ? 'whole' : 'beginning'
}

/** The keys that begin so. */
function within<Item>(sorted: readonly Key<Item>[], beginning: string): readonly Key<Item>[] {
  const from = firstNotBefore(sorted, beginning)
  let to = from
  while (to < sorted.length && to - from < mostLooked && sorted[to]?.key.startsWith(beginning)) to += 1
  return sorted.slice(from, to)
}

function firstNotBefore(sorted: readonly { key: string }[], wanted: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.key ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** All that could be one slip away. The halves leave a letter between them, so that no swap of neighbours spoils both. */
function slipsOf<Item>(wanted: string, forward: readonly Key<Item>[], backward: readonly Key<Item>[]) {
  const letters = [...wanted]
  const half = Math.floor((letters.length - 1) / 2)
  const ends = within(backward, reversed(letters.slice(letters.length - half).join('')))
  return [
    ...within(forward, letters.slice(0, half).join('')),
    ...ends.map((key) => ({ ...key, key: reversed(key.key) })),
  ]
}

const order: readonly Likeness[] = ['whole', 'beginning', 'word', 'slip', 'slipInWord']

function best<Item>(found: readonly (readonly [Key<Item>, Likeness])[], most: number): readonly Found<Item>[] {
  const surest = new Map<number, Found<Item>>()
  for (const how of order) {
    if (surest.size >= most) break
    const alike = found.filter(([{ place }, likeness]) => likeness === how && !surest.has(place)).map(([key]) => key)
    for (const { item, place } of alike.toSorted((a, b) => a.place - b.place)) surest.set(place, { item, how })
  }
  return [...surest.values()].slice(0, most)
}

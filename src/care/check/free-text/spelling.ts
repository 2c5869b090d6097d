/**
 * Words as they were meant. A word that nobody knows is read as the nearest word of the lexicon, as two or three words
 * run together, or stays unknown. How near is bounded by the length of the word; ordinary words are never changed.
 */

import { areKeysSide, vitalSlips } from './vital-words.ts'

/** Every word the net knows. Only `telling` words are guessed at: a slip in a glue word costs nothing. */
export interface Vocabulary {
  readonly known: ReadonlySet<string>
  /** Words that mean something alone ("numb", "warfarin"). */
  readonly telling: ReadonlySet<string>
  /** The telling words by first letter and length: the only ones that one typed word is compared with. */
  readonly byStart: ReadonlyMap<string, readonly string[]>
}

/** Longer runs of letters are no words. */
const longestWord = 24

/** Sorts the words for guessing. */
export function vocabularyOf(known: ReadonlySet<string>, telling: ReadonlySet<string>): Vocabulary {
  const byStart = new Map<string, string[]>()
  for (const word of telling) {
    if (word.length < 4) continue
    const key = keyOf(word[0] ?? '', word.length)
    const list = byStart.get(key)
    if (list) list.push(word)
    else byStart.set(key, [word])
  }
  return { known, telling, byStart }
}

const keyOf = (letter: string, length: number): string => `${letter}${length}`

/** How many slips a word of this length may hold: short words none, long ones two. */
export const slipsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** The words that the typed one stands for: itself when known, a near one, several run together, or itself unknown. */
export function wordsMeant(typed: string, vocabulary: Vocabulary): readonly string[] {
  if (vocabulary.known.has(typed)) return [typed]
  const squeezed = squeeze(typed)
  if (squeezed !== typed && vocabulary.known.has(squeezed)) return [squeezed]
  const ended = withEndingPutRight(squeezed, vocabulary)
  if (ended !== null) return [ended]
  const vital = vitalSlips.get(typed)
  if (vital !== undefined && vocabulary.known.has(vital)) return [vital]
  if (typed.length < 4 || typed.length > longestWord) return [typed]
  const near = nearest(squeezed, vocabulary, 1)
  if (near !== null) return [near]
  const parts = runTogether(squeezed, vocabulary)
  if (parts !== null) return parts
  return [nearest(squeezed, vocabulary, 2) ?? typed]
}

/** "givin" is "giving", "theree" is "there". */
function withEndingPutRight(word: string, { known }: Vocabulary): string | null {
  if (word.length > 3 && word.endsWith('in') && known.has(`${word}g`)) return `${word}g`
  const doubled = word.length > 2 && word.at(-1) === word.at(-2)
  return doubled && known.has(word.slice(0, -1)) ? word.slice(0, -1) : null
}

/** "soooo" is "soo": no English word has three of a letter in a row. */
const squeeze = (word: string): string => word.replace(/(.)\1{2,}/g, '$1$1')

/** The nearest word of the lexicon within this many slips, and within what its own length allows; null if none. */
function nearest(typed: string, { byStart }: Vocabulary, slips: number): string | null {
  let best: string | null = null
  let least = slips + 1
  const starts = new Set([typed[0] ?? '', typed[1] ?? ''])
  for (const letter of starts) {
    for (let length = typed.length - slips; length <= typed.length + slips; length++) {
      for (const word of byStart.get(keyOf(letter, length)) ?? []) {
        if (letter !== typed[0] && !swappedStart(typed, word)) continue
        const allowed = Math.min(least === slips + 1 ? slips : least, slipsIn(word.length), slipsIn(typed.length + 1))
        if (allowed < 1) continue
        const distance = slipsBetween(typed, word, allowed)
        if (word.length < 6 && word.length === typed.length && !isLikelySlip(typed, word)) continue
        if (distance <= allowed && (distance < least || bonesOf(word) === bonesOf(typed))) {
          best = word
          least = distance
        }
      }
    }
  }
  return best
}

const vowels = 'aeiouy'
/** In a short word a changed letter is a slip only between vowels, or between keys side by side; a swap always is. */
function isLikelySlip(typed: string, word: string): boolean {
  const wrong = [...word].flatMap((letter, at) => (letter === typed[at] ? [] : [at]))
  if (wrong.length !== 1) return true
  const one = typed[wrong[0] ?? 0] ?? ''
  const other = word[wrong[0] ?? 0] ?? ''
  return (vowels.includes(one) && vowels.includes(other)) || areKeysSide(one, other)
}

/** The consonants of a word: vowels are what people drop ("chst"). */
const bonesOf = (word: string): string => word.replace(/[aeiou]/g, '')

const swappedStart = (typed: string, word: string): boolean => typed[0] === word[1] && typed[1] === word[0]

/** Letters missed, added, changed, or two neighbours swapped (Damerau, optimal alignment); above `most` it stops counting. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  // What both begin and end with costs nothing: most words of the lexicon are told apart here.
  let from = 0
  while (from < one.length && from < other.length && one[from] === other[from]) from++
  let [oneEnd, otherEnd] = [one.length, other.length]
  while (oneEnd > from && otherEnd > from && one[oneEnd - 1] === other[otherEnd - 1]) {
    oneEnd--
    otherEnd--
  }
  const [left, right] = [oneEnd - from, otherEnd - from]
  if (left === 0 || right === 0) return left + right
  if (most === 1) {
    const isSwap = left === 2 && right === 2 && one[from] === other[from + 1] && one[from + 1] === other[from]
    return (left === 1 && right === 1) || isSwap ? 1 : 2
  }
  return alignment(one.slice(from, oneEnd), other.slice(from, otherEnd), most)
}

/** The table of least costs, row by row; a row that is all too dear ends it. */
function alignment(one: string, other: string, most: number): number {
  let before: number[] = []
  let last: number[] = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[other.length] ?? most + 1
}

/** "cantpee", "downbelow": two or three known words, one of them telling; none shorter than three letters but the middle, and "my". */
function runTogether(typed: string, { known, telling }: Vocabulary): readonly string[] | null {
  if (typed.length < 6) return null
  for (let cut = typed.startsWith('my') ? 2 : 3; cut <= typed.length - 3; cut++) {
    const head = typed.slice(0, cut)
    if (!known.has(head)) continue
    const tail = typed.slice(cut)
    if (known.has(tail)) {
      if (telling.has(head) || telling.has(tail)) return [head, tail]
      continue
    }
    for (let next = 2; next <= tail.length - 3; next++) {
      const middle = tail.slice(0, next)
      const end = tail.slice(next)
      if (telling.has(end) && known.has(middle)) return [head, middle, end]
    }
  }
  return null
}

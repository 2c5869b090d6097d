/**
 * Words that somebody wrote letter by letter, put together: "n u m b", "S.U.I.C.I.D.E". People do so to be seen, or to slip
 * past a machine that reads along.
 * Looks at each letter a fixed number of times, however long the row is.
 */
import { type Token, wordToken } from './tokens.ts'
import { type Vocabulary, wordsMeant } from './spelling.ts'

/** Every pause is read as a comma. */
const dots: ReadonlySet<string> = new Set(['.', ','])
/** Letters further apart than this, in places of the text, are no row. */
const widestGap = 3
/** No word of the lexicon is longer. */
const longestWord = 24

/** The tokens with each row of single letters read as the words it spells; a row that spells none stays as it is. */
export function spelledOut(text: string, tokens: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const out: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const { row, to } = rowAt(tokens, at)
    // One by one: a row may be longer than what a call takes.
    for (const token of row.length > 1 ? wordsOf(text, row).flatMap((letters) => read(letters, vocabulary)) : row)
      out.push(token)
    at = to
  }
  return out
}

/** The single letters in a row from here on, without the dots between them, and where it ends. */
function rowAt(tokens: readonly Token[], from: number): { readonly row: readonly Token[]; readonly to: number } {
  const row = tokens.slice(from, from + 1)
  let to = from + 1
  while (isLetter(row.at(-1))) {
    const next = isDotBetween(tokens, to) ? to + 1 : to
    const letter = tokens[next]
    if (!letter || !isLetter(letter) || letter.start - (row.at(-1)?.end ?? 0) > widestGap) break
    row.push(letter)
    to = next + 1
  }
  return { row, to }
}

/** A dot or a comma that touches a letter on both sides ends no thought. */
const isDotBetween = (tokens: readonly Token[], at: number): boolean =>
  dots.has(tokens[at]?.word ?? '') &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  tokens[at]?.end === tokens[at + 1]?.start
const isLetter = (token: Token | undefined): boolean => token?.kind === 'word' && token.word.length === 1

/** A row parted where letters stand further apart than the nearest do: "n u m b   l e g", "N.U.M.B L.E.G". */
function wordsOf(text: string, row: readonly Token[]): readonly (readonly Token[])[] {
  // A space parts more than a dot or a dash does.
  const apart = (at: number): number => {
    const between = text.slice(row[at - 1]?.end, row[at]?.start)
    return 2 * between.length + (between.trim() === '' ? 1 : 0)
  }
  let least = Number.POSITIVE_INFINITY
  for (let at = 1; at < row.length; at++) least = Math.min(least, apart(at))
  const words: Token[][] = []
  for (const [at, letter] of row.entries()) {
    if (at === 0 || apart(at) > least) words.push([letter])
    else words.at(-1)?.push(letter)
  }
  return words
}

/**
 * One word as it was meant, or several with nothing between them: from the left, the longest that is known. Words of two
 * letters alone are chance: "u r a star" has no "RA" in it.
 */
function read(letters: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  if (letters.length === 1) return letters
  const whole = joined(letters)
  if (letters.length <= longestWord && wordsMeant(whole.word, vocabulary).every((word) => vocabulary.known.has(word)))
    return [whole]
  const words: Token[] = []
  for (let at = 0; at < letters.length; ) {
    const to = at + longestKnown(letters, at, vocabulary)
    words.push(joined(letters.slice(at, to)))
    at = to
  }
  return words.some(({ word }) => word.length > 2) ? words : letters
}

/** How many letters from here make the longest known word; 1 when none do. */
function longestKnown(letters: readonly Token[], from: number, { known }: Vocabulary): number {
  let word = ''
  let longest = 1
  for (let to = from; to < letters.length && word.length < longestWord; to++) {
    word += letters[to]?.word ?? ''
    if (word.length > 1 && known.has(word)) longest = word.length
  }
  return longest
}

function joined(letters: readonly Token[]): Token {
  const word = letters.map((letter) => letter.word).join('')
  return wordToken(word, letters[0]?.start ?? 0, letters.at(-1)?.end ?? 0)
}

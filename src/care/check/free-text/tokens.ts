/**
 * Free text as tokens: words, numbers and stops, each with its place in what was typed.
 * One walk over the text, each character looked at once; so the work grows as the text does, whatever is written.
 */

/**
 * A stop ends a sentence; a pause (comma, colon, bracket) ends a thought. `value` is that of a number. A break of line and
 * a row of dots are neither: frightened people breathe in the middle of a phrase (`isBreath`).
 */
export interface Token {
  readonly word: string
  readonly kind: 'word' | 'number' | 'pause' | 'stop'
  readonly value: number
  /** Where it begins and ends in the text as typed, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

const stops: ReadonlySet<string> = new Set(['.', '!', '?', ';', '。'])
/** Break a line, trail off, or begin an item of a list that was pasted in. */
const breaths: ReadonlySet<string> = new Set([
  ...['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '…', '⋯'],
  ...['•', '·', '‣', '◦', '▪', '●'],
])
/** Nobody sees these: what stands on both sides is one word. */
const unseen: ReadonlySet<string> = new Set(['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'])
const pauses: ReadonlySet<string> = new Set([...[',', ':', '(', ')', '[', ']', '–', '—', '"', '“', '”']])
/** Between the cells of a table that was pasted in: a pause for a "no" ("fever | no"), and nothing inside a way of saying. */
export const cells: ReadonlySet<string> = new Set(['|', '→'])
/** Apostrophes stand inside a word and are dropped: "can’t" is "cant". */
const apostrophes: ReadonlySet<string> = new Set(["'", '’', '‘', '`', '´', 'ʼ'])
const marks = /[\u0300-\u036f]/g

/** The letters and digits of one character, small and without accents; '' for anything else. */
function plainOf(char: string): string {
  if (char >= 'a' && char <= 'z') return char
  const folded = char.normalize('NFKD').replace(marks, '').toLowerCase()
  return /^[a-z0-9]+$/.test(folded) ? folded : ''
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9'

/** What was typed, as tokens in their order. Total: any text gives a list. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let run = ''
  let start = 0
  const close = (end: number) => {
    if (run !== '') tokens.push(...partsOf(isOverdosed(text.slice(start, end)) ? 'overdosed' : run, start, end))
    run = ''
  }
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const next = at + char.length
    const plain = plainOf(char)
    if (plain !== '') {
      if (run === '') start = at
      run += plain
    } else if (staysInside(char, run, text[next])) {
      // "38.9" keeps its point, "1,000" loses its comma, "o/d" and "can't" are one word.
      if (char === '.') run += '.'
    } else {
      close(at)
      const stop = isDots(text, at) || isCarriedOn(text, at) ? null : stopOf(char, text[at - 1], text[next])
      if (stop !== null) tokens.push({ word: stop.word, kind: stop.kind, value: 0, start: at, end: next })
    }
    at = next
  }
  close(text.length)
  return withoutLoneStops(tokens)
}

/** One word alone is a sentence when it is one of these: an answer, a cry. */
const sentences = new Set('no none nope nil never not yes yep yeah ok okay help please thanks hi hello'.split(' '))

/** "I want to. die", "I. want. to. die.": a stop beside one word alone ends nothing. */
function withoutLoneStops(tokens: readonly Token[]): readonly Token[] {
  const isStop = (at: number) => (tokens[at]?.kind ?? 'stop') === 'stop'
  const isLone = (at: number) =>
    tokens[at]?.kind === 'word' && isStop(at - 1) && isStop(at + 1) && !sentences.has(tokens[at]?.word ?? '')
  return tokens.filter(({ word }, at) => word !== '.' || !(isLone(at - 1) || isLone(at + 1)))
}

/** One of several dots: "I can't.. feel it", "I want to . . . die". */
const isDots = (text: string, at: number): boolean =>
  text[at] === '.' && [at - 2, at - 1, at + 1, at + 2].some((near) => text[near] === '.' && isOneRow(text, at, near))

/** Nothing but a space stands between the two. */
const isOneRow = (text: string, one: number, other: number): boolean =>
  /^[. ]*$/.test(text.slice(Math.min(one, other), Math.max(one, other)))

/** "No numbness. Except when I wipe": an exception is no new sentence, whatever the stop before it says. */
const isCarriedOn = (text: string, at: number): boolean =>
  stops.has(text[at] ?? '') &&
  /^\s{0,3}(?:except|apart from|aside from|other than|until|unless|but only|only when)\b/i.test(
    text.slice(at + 1, at + 20),
  )

/** Does the line break, or the writer trail off or stop, between these two places? A stop that ends a sentence is a token itself. */
export function isBreath(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (breaths.has(text[at] ?? '') || stops.has(text[at] ?? '') || isBetweenItems(text, at)) return true
  return false
}

/** Between the items of a list that was pasted in; beside a word a star leans on it, and a wave is "about". */
const isBetweenItems = (text: string, at: number): boolean =>
  (text[at] === '*' || text[at] === '~') && text[at - 1] === ' ' && text[at + 1] === ' '

function staysInside(char: string, run: string, after: string | undefined): boolean {
  if (run === '') return false
  if (apostrophes.has(char) || unseen.has(char)) return true
  if ((char === '.' || char === ',') && isDigit(run.at(-1)) && isDigit(after)) return true
  return char === '/' && run.length === 1 && !isDigit(run) && after !== undefined && plainOf(after) !== ''
}

/** `word` for what speaks ("/" is "or", "&" is "and"); a dash between spaces is a pause, inside a word nothing. */
function stopOf(
  char: string,
  before: string | undefined,
  after: string | undefined,
): { readonly word: string; readonly kind: 'word' | 'pause' | 'stop' } | null {
  if (stops.has(char)) return { word: char, kind: 'stop' }
  if (pauses.has(char)) return { word: ',', kind: 'pause' }
  if (cells.has(char)) return { word: char, kind: 'pause' }
  if (char === '/') return { word: 'or', kind: 'word' }
  if (char === '&' || char === '+') return { word: 'and', kind: 'word' }
  if (char === '-' && (before === ' ' || after === ' ')) return { word: ',', kind: 'pause' }
  return null
}

/** "ODd", "OD'd": the capitals, or the mark, part it from "odd". */
const isOverdosed = (typed: string): boolean => /^(?:OD(?:['’]?d|ed)|od['’]d)$/.test(typed)

/** Words written with a digit in them. */
const withDigits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '2day': 'today',
    '2nite': 'tonight',
    '2night': 'tonight',
    '2moro': 'tomorrow',
    '2morrow': 'tomorrow',
    b4: 'before',
    m8: 'mate',
    l8: 'late',
    gr8: 'great',
    any1: 'anyone',
    sum1: 'someone',
    some1: 'someone',
    no1: 'nobody',
    '4ever': 'forever',
    w8: 'weight',
  }),
)

/** "3wks" is 3 and "wks"; "1st" is no number; "2day" is a word. */
function partsOf(run: string, start: number, end: number): readonly Token[] {
  const word = withDigits.get(run)
  if (word !== undefined) return [wordToken(word, start, end)]
  if (/^\d*1(?:st)$|^\d*2nd$|^\d*3rd$|^\d+th$/.test(run)) return [wordToken('nth', start, end)]
  const parts = run.match(/[a-z]+|\d+(?:\.\d+)?/g) ?? []
  return parts.map((part) =>
    isDigit(part[0]) ? { word: part, kind: 'number', value: Number(part), start, end } : wordToken(part, start, end),
  )
}

/** A word at a place of the text. */
export const wordToken = (word: string, start: number, end: number): Token => ({
  word,
  kind: 'word',
  value: 0,
  start,
  end,
})

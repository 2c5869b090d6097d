/**
 * A text as it is read: its words put right, what each may mean, which words are small, and where thoughts and sentences
 * end. Every step looks a fixed number of words ahead, so the work grows as the text does.
 */
import { formsOf } from './endings.ts'
import { withFigures } from './figures.ts'
import { withNumbers } from './number-words.ts'
import { withPlainCants } from './plain-cants.ts'
import { behindT, bodyParts, doing, goesOn, noCount, noCountBehind, whose } from './reading-words.ts'
import { joinedNots, scotsNot, shortForms } from './short-forms.ts'
import { smallWords } from './small-words.ts'
import { spelledOut } from './spelled-out.ts'
import { type Vocabulary, wordsMeant } from './spelling.ts'
import { cells, isBreath, type Token, tokensOf, wordToken } from './tokens.ts'

/** A meaning found at a place: from where it stands to the token behind its last one. */
export interface Span {
  readonly meaning: string
  readonly to: number
}

/** A text as it is read: its words, what each may mean, and where it pauses. */
export interface Reading {
  readonly tokens: readonly Token[]
  /** The meanings that begin at each token. */
  readonly spans: readonly (readonly Span[])[]
  /** How many words that count stand before each token; pauses count two. One longer than the tokens. */
  readonly weight: readonly number[]
  /** The number of the sentence of each token. A way of saying, and what turns its denial round, stay in one. */
  readonly sentence: readonly number[]
  /**
   * The number of the line of each token: a breath (a break of line, a row of dots) begins a new one too. A way of saying may
   * go over a breath ("I can't / pee"); a denial, or what explains a danger away, may not, since a list has one thing a line.
   */
  readonly line: readonly number[]
}

/** Ways of saying as a tree of words: what may follow, and what ends here. */
interface Branch {
  readonly next: Map<string, Branch>
  readonly ends: string[]
}
const branch = (): Branch => ({ next: new Map(), ends: [] })

/** Everything needed to read: made once from the tables. */
export interface Dictionary {
  readonly ways: Branch
  readonly others: Branch
  readonly vocabulary: Vocabulary
}

/** "not working" is "isn't working" too. */
const plainNots: readonly string[] = ['not', 'isnt', 'arent', 'wasnt', 'aint']

/** Adds one way of saying: words parted by spaces, a star for the usual endings. Gives every word it is made of. */
export function addWay(root: Branch, way: string, meaning: string): readonly string[] {
  let ends: readonly Branch[] = [root]
  const words: string[] = []
  for (const [at, word] of way.split(' ').entries()) {
    const forms = at === 0 && word === 'not' ? plainNots : formsOf(word)
    words.push(...forms)
    ends = ends.flatMap((end) => forms.map((form) => childOf(end, form)))
  }
  for (const end of ends) if (!end.ends.includes(meaning)) end.ends.push(meaning)
  return words
}

function childOf(at: Branch, word: string): Branch {
  const found = at.next.get(word)
  if (found) return found
  const made = branch()
  at.next.set(word, made)
  return made
}

/** An empty tree. */
export const emptyWays = branch

/** Small words that may stand inside one way of saying: "lost all of my control". */
const mostSmallWords = 4

/** Reads a text. Total: any text gives a reading. */
export function read(text: string, dictionary: Dictionary): Reading {
  const letters = spelledOut(text, withFigures(tokensOf(text)), dictionary.vocabulary)
  const tokens = withNumbers(withPlainCants(meantTokens(letters, dictionary.vocabulary)))
  const line = linesOf(text, tokens)
  const masked = otherSensesIn(tokens, line, dictionary.others)
  const spans = tokens.map((token, at) => (token.kind === 'stop' ? [] : spansAt(tokens, at, dictionary.ways, masked)))
  const weight = [0]
  const sentence: number[] = []
  let sentences = 0
  for (const [at, token] of tokens.entries()) {
    sentence.push(sentences)
    if (token.kind === 'stop') sentences++
    // "tripping over me toes": said for "my", and as light.
    const isMy = token.word === 'me' && spans[at + 1]?.some(({ meaning }) => bodyParts.has(meaning))
    weight.push((weight.at(-1) ?? 0) + (isMy ? 0 : weightOf(token)))
  }
  return { tokens, spans, weight, sentence, line }
}

function linesOf(text: string, tokens: readonly Token[]): readonly number[] {
  const line: number[] = []
  let lines = 0
  let before: Token | undefined
  for (const token of tokens) {
    if (before && token.start > before.end && isBreath(text, before.end, token.start) && !isUnfinished(before, token))
      lines++
    line.push(lines)
    if (token.kind === 'stop') lines++
    before = token
  }
  return line
}

const isUnfinished = (before: Token, next: Token): boolean =>
  (before.kind === 'word' && goesOn.has(before.word)) || ['or', 'nor'].includes(next.word)

const weightOf = ({ kind, word }: Token): number =>
  cells.has(word) ? 0 : kind === 'pause' || word === 'but' ? 2 : kind === 'word' && smallWords.has(word) ? 0 : 1

/** Short forms written out, parted "not"s joined, misspelt words put right, words run together parted. */
function meantTokens(tokens: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const out: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind !== 'word') {
      out.push(token)
      continue
    }
    const { word, start, end } = token
    const next = tokens[at + 1]
    const apart = next?.word === 't' && behindT.has(tokens[at + 2]?.word ?? '')
    const joined =
      next?.kind === 'word' && !apart && !isAsked(word, out) ? joinedWith(word, next.word, vocabulary) : null
    if (next && joined !== null) {
      out.push(wordToken(joined, start, next.end))
      at++
      continue
    }
    const not = scotsNot(word)
    const meant =
      shortForms.get(word) ??
      (not === undefined ? null : [not]) ??
      wordsMeant(word, vocabulary).flatMap((one) => shortForms.get(one) ?? [one])
    for (const one of meant) out.push(wordToken(one, start, end))
  }
  return out
}

/** "what to do, not had a pee", "what should I do not had a pee": this "do" is asked, and the "not" behind it is told. */
const isAsked = (word: string, before: readonly Token[]): boolean =>
  word === 'do' &&
  (before.at(-1)?.word === 'to' || (before.at(-1)?.word === 'i' && doing.has(before.at(-2)?.word ?? '')))

/** "his self" is "himself". */
const selves: ReadonlyMap<string, string> = new Map([
  ['my', 'myself'],
  ['me', 'myself'],
  ['his', 'himself'],
  ['her', 'herself'],
])

/** "can not" is "cant"; "in continent" is one word where neither half alone would do. */
function joinedWith(word: string, next: string, vocabulary: Vocabulary): string | null {
  if (next === 'not' || next === 't' || next === 'nt') {
    const joined = joinedNots.get(word) ?? (next === 't' && vocabulary.known.has(`${word}t`) ? `${word}t` : undefined)
    if (joined !== undefined) return joined
  }
  if (next === 'self' && selves.has(word)) return selves.get(word) ?? null
  const both = word + next
  const strange = !vocabulary.known.has(word) || !vocabulary.known.has(next)
  return strange && both.length >= 7 && word.length > 1 && vocabulary.telling.has(both) ? both : null
}

/** Adds a way of speaking in another sense; what stands behind a bar must be there, but keeps its meaning. */
export function addOtherSense(root: Branch, way: string): readonly string[] {
  const [taken = '', kept] = way.split(' | ')
  if (kept === undefined) return addWay(root, taken, 'whole')
  return addWay(root, `${taken} ${kept}`, String(taken.split(' ').length))
}

/** Belongs this token to a way of speaking in another sense, and is all of that way meant so ("faint ache" is an ache)? */
type Mask = 'whole' | 'part' | undefined

/** The tokens that belong to a way of speaking in another sense ("pissed off"). */
function otherSensesIn(tokens: readonly Token[], line: readonly number[], others: Branch): readonly Mask[] {
  const masked = tokens.map((): Mask => undefined)
  for (let at = 0; at < tokens.length; at++) {
    let here: Branch | undefined = others
    for (let to = at; here !== undefined && to < tokens.length && line[to] === line[at]; to++) {
      here = here.next.get(tokens[to]?.word ?? '')
      for (const taken of here?.ends ?? [])
        if (taken === 'whole') masked.fill('whole', at, to + 1)
        else masked.fill('part', at, at + Number(taken))
    }
  }
  return masked
}

/** Skipped inside a way of saying: a small word, a lone letter that is left of one ("between m legs"), and "me" said for "my" ("me legs"). */
const isGlue = (word: string): boolean => smallWords.has(word) || whose.has(word) || word.length === 1
/** A stop or a pause, but for the edge of a cell: "can't | pee". */
const endsWay = ({ kind, word }: Token): boolean => kind === 'stop' || (kind === 'pause' && !cells.has(word))
/** One is read as the other too: "my" in dialect, "myself" of somebody else. */
const saidFor: ReadonlyMap<string, readonly string[]> = new Map([
  ['me', ['me', 'my']],
  ['himself', ['himself', 'myself']],
  ['herself', ['herself', 'myself']],
  ['themselves', ['themselves', 'myself']],
])

/** What begins at this token. A longer way of saying does not hide a shorter one. */
function spansAt(tokens: readonly Token[], at: number, ways: Branch, masked: readonly Mask[]): readonly Span[] {
  const found: Span[] = numberMeanings(tokens, at).map((meaning) => ({ meaning, to: at + 1 }))
  if (masked[at]) return [...found, ...wholeOtherSense(tokens, at, ways, masked)]
  const step = (here: Branch, word: string, to: number, small: number): void => {
    for (const said of saidFor.get(word) ?? [word]) {
      const child = here.next.get(said)
      if (child) grow(child, to + 1, small)
    }
  }
  const grow = (here: Branch, to: number, small: number): void => {
    const token = tokens[to]
    for (const meaning of here.ends) found.push({ meaning, to })
    if (!token || endsWay(token) || masked[to]) return
    step(here, token.word, to, small)
    if (to > at && small < mostSmallWords && isGlue(token.word)) skip(here, to + 1, small + 1)
  }
  // A way of saying never ends in words it skipped.
  const skip = (here: Branch, to: number, small: number): void => {
    const token = tokens[to]
    if (!token || token.kind === 'number' || endsWay(token) || masked[to]) return
    step(here, token.word, to, small)
    if (small < mostSmallWords && isGlue(token.word)) skip(here, to + 1, small + 1)
  }
  grow(ways, at, 0)
  // "I couldn't go on": a line that says "can't" itself is meant too, and no meaning, which names its own words.
  const cant = tokens[at]?.word === 'couldnt' ? ways.next.get('cant') : undefined
  const plain = found.length
  if (cant) grow(cant, at + 1, 0)
  return found.filter(({ meaning }, place) => place < plain || (meaning !== 'cant' && !/[A-Z]/.test(meaning)))
}

/**
 * A line of the signs may name a way of speaking in another sense itself ("hit by a cricket ball", "numb as on a golf ball"):
 * the whole of it, and never a meaning of the lexicon, which the other sense is there to hide.
 */
function wholeOtherSense(tokens: readonly Token[], at: number, ways: Branch, masked: readonly Mask[]): readonly Span[] {
  if (masked[at - 1]) return []
  let here: Branch | undefined = ways
  let to = at
  for (; masked[to] === 'whole'; to++) here = here?.next.get(tokens[to]?.word ?? '')
  if (masked[to]) return []
  return (here?.ends ?? []).filter((meaning) => !/[A-Z]/.test(meaning)).map((meaning) => ({ meaning, to }))
}

function isCount(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (next?.kind === 'word' && noCount.has(next.word)) return false
  if (next?.word === 'or' && tokens[at + 2]?.kind === 'number' && (tokens[at + 2]?.value ?? 0) >= 200) return false
  return !noCountBehind.has(tokens[at - 1]?.word ?? '')
}

/** "Chest pain in 2019" is long past; there is no clock here, so the years after this one count as now. */
const lastPastYear = 2023

/** "power 3/5", "4-/5", "4+/5": as a clinician writes how strong a muscle is. */
function isOfFive(tokens: readonly Token[], at: number): boolean {
  const or = [',', 'and'].includes(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1
  return tokens[or]?.word === 'or' && tokens[or + 1]?.value === 5
}

/** The meanings of a number, as `danger-signs/` names them. */
function numberMeanings(tokens: readonly Token[], at: number): readonly string[] {
  const token = tokens[at]
  if (token?.kind !== 'number') return []
  const { value, word } = token
  const counts = isCount(tokens, at)
  const isYear = ['in', 'around'].includes(tokens[at - 1]?.word ?? '') && Number.isInteger(value)
  const has: readonly (readonly [string, boolean])[] = [
    ['n2', value >= 2],
    ['n5', value >= 5 && value < 1000],
    ['n7', counts && value >= 7 && value < 200],
    ['n4', value >= 4 && value < 100],
    ['n8', counts && value >= 8 && value < 200],
    ['n9', counts && value >= 9 && value < 200],
    ['nle3', value <= 3],
    ['nC', value >= 38 && value < 43],
    ['nCd', value >= 38 && value < 43 && word.includes('.')],
    ['nF', value >= 100.4 && value <= 110],
    ['n65', value >= 65 && value <= 110],
    ['nOk', value >= 34 && value < 38],
    ['nMg', value > 4000 && value < 100_000],
    // A year before these tables were written; later ones may be this year.
    ['YEARSAGO', isYear && value >= 1930 && value <= lastPastYear],
    ['nEarly', value >= 1 && value <= 13],
    ['nLate', value >= 14 && value <= 42],
    ['nPower', value < 5 && isOfFive(tokens, at)],
  ]
  return has.filter(([, is]) => is).map(([name]) => name)
}

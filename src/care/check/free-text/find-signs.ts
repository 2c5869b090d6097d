/** Looks for every pattern in one reading. Total, pure, and linear in the tokens: each look goes a fixed number of words. */
import { isDenied } from './denial.ts'
import { cannots, feltSigns, listable, noFeelings } from './denial-meanings.ts'
import { beforeIs, beforePet, knownTurns, ofPet, onMe, petOf, turning } from './denial-words.ts'
import { isAboutSomeoneElse, isSomeoneElses, isTheirsNow } from './somebody-else.ts'
import { likenedAt } from './likeness.ts'
import { isLongPast } from './long-past.ts'
import { isToldInStory } from './told-stories.ts'
import { isOnlyFeared } from './fear.ts'
import { aboutAnswers } from './danger-signs/about-answers.ts'
import { dangerSigns } from './danger-signs/all.ts'
import type { DangerSign } from './danger-signs/sign.ts'
import { lexicon, turns } from './lexicon.ts'
import { ordinaryWords } from './ordinary-words.ts'
import { otherSenses } from './other-senses.ts'
import { hasMeaning, kindAt, wordAt } from './reading-at.ts'
import { type Part, type Pattern, patternOf } from './pattern.ts'
import { addOtherSense, addWay, type Dictionary, emptyWays, type Reading, read, type Span } from './reading.ts'
import { bodyParts, whose } from './reading-words.ts'
import { articles, knownSmallWords, noWords, notWords } from './small-words.ts'
import { vocabularyOf, wordsMeant } from './spelling.ts'

/** One sign found: where its words stand in the text, in UTF-16 units. */
export interface Found {
  readonly sign: DangerSign
  readonly means: readonly string[]
  readonly start: number
  readonly end: number
}

interface Net {
  readonly dictionary: Dictionary
  /** The patterns by each meaning that their first part may have. */
  readonly byFirst: ReadonlyMap<string, readonly { readonly sign: DangerSign; readonly pattern: Pattern }[]>
}

/** Between a "can't" and what cannot be done this means that it is moving that is hard. */
const moving = 'MOVEWORD'
/** That it is over. */
const gone = 'GONENOW'

/** What only answers make dangerous comes last, and teaches the spelling nothing. */
const listened: readonly DangerSign[] = [...dangerSigns, ...aboutAnswers]
const byItself: ReadonlySet<DangerSign> = new Set(dangerSigns)

/** Made from the tables on first use: the tables never change. */
let made: Net | undefined
const net = (): Net => {
  made ??= build()
  return made
}

function build(): Net {
  const ways = emptyWays()
  const others = emptyWays()
  const known = new Set([...ordinaryWords, ...knownSmallWords, ...knownTurns, ...whose])
  const telling = new Set<string>()
  const learn = (way: string, meaning: string, tells: boolean) => {
    const words = addWay(ways, withoutArticles(way), meaning)
    for (const word of words) {
      known.add(word)
      if (tells && word.length > 2 && (!way.includes(' ') || word.length > 4)) telling.add(word)
    }
  }
  for (const [meaning, row] of Object.entries(lexicon))
    for (const way of row.split(',')) learn(way.trim().replace(/\s+/g, ' '), meaning, !(meaning in turns))
  const byFirst = new Map<string, { sign: DangerSign; pattern: Pattern }[]>()
  for (const sign of listened) {
    for (const line of sign.lines.split('\n').filter((one) => one.trim() !== '')) {
      const pattern = patternOf(line)
      for (const { meanings } of pattern.parts)
        for (const name of meanings)
          if (isLiteral(name)) learn(name.replaceAll('_', ' '), name, byItself.has(sign) && name.length > 4)
      for (const name of pattern.unless) if (isLiteral(name)) learn(name.replaceAll('_', ' '), name, false)
      for (const name of pattern.parts[0]?.meanings ?? []) {
        const list = byFirst.get(name)
        if (list) list.push({ sign, pattern })
        else byFirst.set(name, [{ sign, pattern }])
      }
    }
  }
  for (const way of otherSenses) for (const word of addOtherSense(others, way)) known.add(word)
  for (const word of knownSmallWords) telling.delete(word)
  for (const word of ordinaryWords) telling.delete(word)
  return {
    dictionary: { ways, others, vocabulary: vocabularyOf(known, telling) },
    byFirst,
  }
}

const numbers: ReadonlySet<string> = new Set(
  'n2 n4 n5 n7 n8 n9 n65 nle3 nC nCd nF nMg nOk nEarly nLate nPower'.split(' '),
)

/** "see a future" is read in "see no future" and "see any future" too: small words in the middle of a text are skipped anyway. */
const withoutArticles = (way: string): string => {
  const words = way.split(' ')
  return words.filter((word, at) => at === 0 || at === words.length - 1 || !articles.has(word)).join(' ')
}

/**
 * A word that stands for itself. Names in capitals must be in the lexicon, and a text is read with a number and the letters
 * behind it apart ("3 am"): a wrong one throws, the table is ours.
 */
function isLiteral(name: string): boolean {
  if (name in lexicon || numbers.has(name)) return false
  if (/[A-Z]/.test(name)) throw new Error(`no meaning in the lexicon is called ${name}`)
  if (/\d[a-z]/.test(name)) throw new Error(`no text is read as ${name}: part the number from the letters`)
  return true
}

/** One line of one sign that is heard, and where its words stand, from the first token to the one behind the last. */
interface Hit {
  readonly sign: DangerSign
  readonly pattern: Pattern
  readonly first: number
  readonly to: number
}

/** Every line heard in a reading, as often as it stands there, but for those that nobody asks for. */
function* hitsIn(
  reading: Reading,
  counter: { looks: number },
  isAskedFor: (sign: DangerSign, pattern: Pattern) => boolean,
): Generator<Hit, void> {
  const { byFirst } = net()
  const isSign = (at: number): boolean => reading.spans[at]?.some(({ meaning }) => listable.has(meaning)) ?? false
  for (const [at, spans] of reading.spans.entries()) {
    for (const { meaning, to } of spans) {
      if (noFeelings.has(meaning) && isFeltSignBehind(reading, at, to)) continue
      for (const { sign, pattern } of byFirst.get(meaning) ?? []) {
        if (!isAskedFor(sign, pattern)) continue
        const match = matchFrom(reading, pattern, { first: at, last: at, to, meaning }, 1, isSign, counter)
        if (match === null || isQuiet(reading, sign, pattern, match, isSign)) continue
        // "peeing fine, no accidents": what the pattern begins with may stand behind the rest, and be denied there.
        if (at > match.first && isDenied(reading, { at, from: match.first + 1, to }, isSign)) continue
        yield { sign, pattern, first: match.first, to: match.to }
      }
    }
  }
}

/**
 * Every sign heard in the text, in the order of the table, each once, and how many tokens were looked at.
 * @returns `looks` grows with the length of the text and with nothing else: each token is met a bounded number of times
 */
export function findSigns(text: string): { readonly found: readonly Found[]; readonly looks: number } {
  if (text.trim() === '') return { found: [], looks: 0 }
  const reading = read(text, net().dictionary)
  const counter = { looks: reading.tokens.length }
  const heard = new Map<DangerSign, { means: Set<string>; start: number; end: number }>()
  const tellsMore = (sign: DangerSign, { means }: Pattern): boolean => {
    const before = heard.get(sign)
    return before === undefined || (means !== null && !before.means.has(means))
  }
  for (const { sign, pattern, first, to } of hitsIn(reading, counter, tellsMore)) {
    const start = reading.tokens[first]?.start ?? 0
    const end = reading.tokens[to - 1]?.end ?? start
    const kept = heard.get(sign) ?? { means: new Set<string>(), start, end }
    if (pattern.means !== null) kept.means.add(pattern.means)
    heard.set(sign, kept)
  }
  return {
    found: listened.flatMap((sign) => {
      const hit = heard.get(sign)
      return hit ? [{ sign, means: [...hit.means], start: hit.start, end: hit.end }] : []
    }),
    looks: counter.looks,
  }
}

/** Every line that hears the text, each once: with one alone, nothing is heard without it. */
export function linesThatHear(text: string): readonly Pick<Hit, 'sign' | 'pattern'>[] {
  const heard = new Map<Pattern, DangerSign>()
  const isNew = (_: DangerSign, pattern: Pattern): boolean => !heard.has(pattern)
  for (const { sign, pattern } of hitsIn(read(text, net().dictionary), { looks: 0 }, isNew)) heard.set(pattern, sign)
  return [...heard].map(([pattern, sign]) => ({ sign, pattern }))
}

/** What a word would be read as if nobody knew it: itself where no slip of it is near. */
export function guessed(word: string): string {
  const { vocabulary } = net().dictionary
  const known = new Set(vocabulary.known)
  known.delete(word)
  return wordsMeant(word, { ...vocabulary, known }).join(' ')
}

/** What has been matched so far: the first and last token of the whole, and where the last part begins and ends. */
interface Match {
  readonly first: number
  readonly last: number
  readonly to: number
  readonly meaning: string
}

function isFeltSignBehind(reading: Reading, at: number, to: number): boolean {
  const word = reading.tokens[at]?.word ?? ''
  if (!noWords.has(word) && !notWords.has(word) && word !== 'cant') return false
  for (let here = to; here < to + 4; here++) {
    if (reading.tokens[here]?.kind !== 'word') return false
    if (reading.spans[here]?.some(({ meaning }) => feltSigns.has(meaning))) return true
  }
  return false
}

/** The rest of the pattern behind (or around) what is matched; null when it is not there. */
function matchFrom(
  reading: Reading,
  pattern: Pattern,
  so: Match,
  next: number,
  isSign: (at: number) => boolean,
  counter: { looks: number },
): Match | null {
  const part = pattern.parts[next]
  if (!part) return so
  for (const at of placesFor(reading, part, so, counter)) {
    for (const { meaning, to } of reading.spans[at] ?? []) {
      if (!part.meanings.has(meaning)) continue
      if (at >= so.to ? !mayFollow(reading, so, at, to, isSign) : to > so.first) continue
      if (noFeelings.has(meaning) && isFeltSignBehind(reading, at, to)) continue
      const whole: Match = { first: Math.min(so.first, at), last: at, to: Math.max(so.to, to), meaning }
      const found = matchFrom(reading, pattern, whole, next + 1, isSign, counter)
      if (found) return found
    }
  }
  return null
}

/** Where the next part may stand: behind, or before and behind, nearest first, within its gap and its sentence. */
function placesFor(reading: Reading, { join }: Part, so: Match, counter: { looks: number }): readonly number[] {
  const { gap = 0, eitherOrder = false } = join ?? {}
  const places: number[] = []
  const furthest = gap * 2 + 8
  for (let at = so.to; at < Math.min(reading.tokens.length, so.to + furthest); at++) {
    counter.looks++
    if (reading.sentence[at] !== reading.sentence[so.last]) break
    if ((reading.weight[at] ?? 0) - (reading.weight[so.to] ?? 0) > gap) break
    places.push(at)
  }
  if (!eitherOrder) return places
  for (let at = so.first - 1; at >= Math.max(0, so.first - furthest); at--) {
    counter.looks++
    if (reading.sentence[at] !== reading.sentence[so.first]) break
    if ((reading.weight[so.first] ?? 0) - (reading.weight[at + 1] ?? 0) > gap) break
    places.push(at)
  }
  return places
}

/** A later part counts unless it is denied there, or only moving is what cannot be done. */
function mayFollow(reading: Reading, so: Match, at: number, to: number, isSign: (at: number) => boolean): boolean {
  if (cannots.has(so.meaning))
    for (let here = so.last + 1; here < at; here++)
      if (reading.spans[here]?.some(({ meaning }) => meaning === moving)) return false
  return !isDenied(reading, { at, from: so.to, to }, isSign)
}

/** Names an illness of this question what cannot wait, so that a carer asks about it at once? Not shingles, nor cystitis. */
const isEmergency = ({ question }: DangerSign): boolean => /^(?:A|B1|C[123])/.test(question)

/** Do these words speak of no danger after all? */
function isQuiet(
  reading: Reading,
  sign: DangerSign,
  pattern: Pattern,
  { first, to }: Match,
  isSign: (at: number) => boolean,
): boolean {
  if (pattern.unless.size > 0 && isNear(reading, pattern.unless, first, to)) return true
  if (isDenied(reading, { at: first, from: 0, to }, isSign)) return true
  if (sign.kind === 'plea') return false
  if (isToldInStory(reading, first)) return true
  if (sign.kind === 'medicine') return isSomeoneElses(reading, first, to)
  if (sign.kind === 'history') return isAboutSomeoneElse(reading, first, to)
  if (
    pattern.illness &&
    !(isEmergency(sign) && isTheirsNow(reading, first, to)) &&
    isAboutSomeoneElse(reading, first, to)
  )
    return true
  if (pattern.illness) return isLongPast(reading, first, to)
  // The questions of A are of the nerves: to bladder, bowel, legs and head.
  const ofNerves = sign.question.startsWith('A')
  return (
    isOnlyFeared(reading, { from: first, to, ofNerves }) || isLongPast(reading, first, to) || isPets(reading, first)
  )
}

/** Words that explain a sign away count only in its own thought, and not when denied: "not on a diet" explains nothing. */
function isNear(reading: Reading, meanings: ReadonlySet<string>, first: number, to: number): boolean {
  // "went over like flies" says of itself what it is like; "leaking, like from a tap" only likens.
  const isLikened = (at: number): boolean => {
    const like = likenedAt(reading, at)
    return like !== undefined && (like < first || like >= to)
  }
  const isExplained = (at: number) =>
    (reading.spans[at]?.some((span) => meanings.has(span.meaning) && isOneThought(reading, at, span)) ?? false) &&
    !isNoJustBefore(reading, at) &&
    !isLikened(at)
  let end = first
  for (; end < Math.min(reading.tokens.length, to + 8) && !(end >= to && endsThought(reading, end, to - 1)); end++)
    if (isExplained(end)) return true
  // "from the cinema seats yesterday, gone now": that it is over may stand behind a pause.
  if (meanings.has(gone) && kindAt(reading, end) === 'pause' && hasMeaning(reading, end + 1, gone)) return true
  for (let at = first - 1; at >= Math.max(0, first - 7) && !endsThought(reading, at, first); at--)
    if (isExplained(at)) return true
  return false
}

/** "a temperature, is this normal": what is asked explains nothing. */
const isAskedAt = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'is' && beforeIs.has(wordAt(reading, at + 1))

/**
 * Nor does what goes over into a question, into another line, over a likeness ("red like wine" is no red wine), or over an "and"
 * that is not its own: "burning and my back".
 */
function isOneThought(reading: Reading, from: number, { meaning, to }: Span): boolean {
  const own = new Set(meaning.split('_'))
  for (let at = from; at < to; at++) {
    if (isAskedAt(reading, at) || reading.line[at] !== reading.line[from]) return false
    const word = wordAt(reading, at)
    if (!(meaning in lexicon) && (turning.has(word) || word === 'like') && !own.has(word)) return false
  }
  return true
}

function endsThought(reading: Reading, at: number, match: number): boolean {
  const { tokens, line } = reading
  const { kind, word } = tokens[at] ?? { kind: 'stop', word: '' }
  return line[at] !== line[match] || kind === 'stop' || kind === 'pause' || turning.has(word) || isAskedAt(reading, at)
}

const isNoJustBefore = ({ tokens }: Reading, at: number): boolean =>
  [at - 1, at - 2, at - 3].some((before) => {
    const { kind, word } = tokens[before] ?? { kind: 'stop', word: '' }
    return kind === 'word' && (noWords.has(word) || notWords.has(word))
  })

/** "my dog collapsed", "when my dog collapsed"; but "walking my dog collapsed" tells of the one who walks it. */
const isHead = (reading: Reading, at: number): boolean =>
  reading.line[at - 1] !== reading.line[at] ||
  kindAt(reading, at - 1) !== 'word' ||
  beforePet.has(wordAt(reading, at - 1))

/** "knocked me", "landed on my back": it fell upon the one who writes. */
const isDoneToMe = (reading: Reading, first: number): boolean =>
  [first, first + 1, first + 2, first + 3, first + 4].some(
    (at) => reading.line[at] === reading.line[first] && (onMe.has(wordAt(reading, at)) || isMyBody(reading, at)),
  )

const isMyBody = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'my' &&
  (reading.spans[at + 1]?.some(({ meaning }) => meaning === 'BACKBONE' || bodyParts.has(meaning)) ?? false)

/** "my dog collapsed", "my late husband had trouble"; not "my dog knocked me down". */
function isPets(reading: Reading, first: number): boolean {
  if (isDoneToMe(reading, first)) return false
  for (let at = first - 1; at >= Math.max(0, first - 3) && reading.line[at] === reading.line[first]; at--) {
    const before = reading.tokens[at - 1]?.word
    if (reading.spans[at]?.some(({ meaning }) => meaning === 'RELATIVE') && before === 'late')
      return ['my', 'our'].includes(reading.tokens[at - 2]?.word ?? '')
    if (hasMeaning(reading, at, 'PET')) return petOf.has(before ?? '') && isHead(reading, at - 1)
    // "My horse spooked, numb legs": it did something, and what follows is not its own.
    if (!ofPet.has(reading.tokens[at]?.word ?? '')) return false
  }
  return false
}

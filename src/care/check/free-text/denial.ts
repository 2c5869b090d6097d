/**
 * When words of danger are denied ("no fever or chills") and not taken back behind it. In doubt they count: hearing costs a
 * question, silence may cost more. Beside it: fear.ts, long-past.ts and somebody-else.ts.
 */
import { isAnsweredNo } from './asked.ts'
import {
  aloneBehind,
  answersNo,
  asNow,
  beforeAnswer,
  beforeNot,
  goesOnWith,
  isBad,
  cants,
  harming,
  isNotSo,
  itIs,
  lightly,
  listLinks,
  myself,
  nevers,
  noOneLinks,
  nowIs,
  nowWell,
  ruledBehind,
  sayingSo,
  thoughtOf,
  troubles,
  unwell,
  vague,
  warnings,
  wasNots,
} from './denial-words.ts'
import { listedParts } from './denial-meanings.ts'
import type { Reading } from './reading.ts'
import {
  afterAll,
  contrasts,
  exceptions,
  noDenial,
  notWords,
  nowYes,
  noWords,
  pastNots,
  prepositions,
  subjects,
  thenWords,
  transparent,
} from './small-words.ts'
import { lookBack, wordAt, kindAt, hasMeaning } from './reading-at.ts'
import { endsListOfNoes } from './slash-lists.ts'
import { cells } from './tokens.ts'

/** How far ahead is looked for what takes a "no" back; in tokens. */
const lookAhead = 10

/**
 * Is what begins at `at` denied by a "no" before it, and not taken back behind it?
 * @param from  tokens before this one are not looked at (the match itself may hold a "not")
 * @param to    the token behind the match
 * @param signs whether a token begins a sign of danger: these may stand in one list of noes
 */
export function isDenied(
  reading: Reading,
  { at, from, to }: { readonly at: number; readonly from: number; readonly to: number },
  isSign: (at: number) => boolean,
): boolean {
  if (noWords.has(wordAt(reading, at)) && isTroubleBehind(reading, to)) return true
  const no = denierOf(reading, isSecondHalf(reading, at) ? at - 2 : at, from, isSign)
  if (no === null)
    return (
      isDeniedBehind(reading, to) || isAnsweredNo(reading, at, to) || isRuledOut(reading, to) || isNotThat(reading, to)
    )
  return !isTakenBack(reading, no, at, to)
}

/** "no erection problems": here the "no" that belongs to the match denies what follows. */
const isTroubleBehind = (reading: Reading, to: number): boolean =>
  [to, to + 1].some((at) => troubles.has(wordAt(reading, at)))

/** The "needles" of "pins and needles", which are one thing. */
const isSecondHalf = (reading: Reading, at: number): boolean =>
  ['pins', 'and', 'needles'].every((word, place) => wordAt(reading, at - 2 + place) === word)

/** The "no" whose reach holds the token, or null. */
function denierOf(reading: Reading, at: number, from: number, isSign: (at: number) => boolean): number | null {
  let unknown = 0
  let needsOr = false
  // "no face drooping or slurred speech": an "or" just before keeps the list together over a part of the body.
  const closed = listLinks.has(wordAt(reading, at - 1))
  const last = Math.max(from, at - lookBack)
  for (let here = at - 1; here >= last; here--) {
    const word = wordAt(reading, here)
    const kind = kindAt(reading, here)
    if (kind === 'stop' || reading.line[here] !== reading.line[at]) return null
    if (kind === 'pause') {
      if (!isInList(reading, here, at)) return null
      needsOr = true
      continue
    }
    if (noWords.has(word) || notWords.has(word)) {
      const next = here + 1
      if (kindAt(reading, next) !== 'word' && kindAt(reading, next) !== 'number') return null
      if (next < at && noDenial.has(wordAt(reading, next)) && !isNoOneWho(reading, here, at)) return null
      if (deniesNothing(reading, here) || isSaidOut(reading, here, at)) return null
      if (isUnsaid(reading, here) || saysNeverAsNow(reading, here, at)) return null
      if (unknown > 0 && !needsOr) return null
      if ([next, next + 1, next + 2].some((near) => near < at && unwell.has(wordAt(reading, near)))) return null
      return here
    }
    if (contrasts.has(word) || endsListOfNoes(reading, here, at)) return null
    if (word === 'and' && !joinsLike(reading, here, at)) return null
    if (subjects.has(word) && endsReach(reading, here)) return null
    if (closed && hasPart(reading, here)) continue
    if (!transparent.has(word) && !isSign(here) && word !== 'and' && !subjects.has(word) && !prepositions.has(word))
      unknown += isNotThought(reading, here) ? 0 : 1
    if (unknown > 4) return null
  }
  return null
}

/** "no one hurts me", "no one has ever hit me": not "no one helps when he hits me", nor "weak? no one leg is numb". */
function isNoOneWho(reading: Reading, no: number, at: number): boolean {
  if (wordAt(reading, no + 1) !== 'one' || !harming.has(wordAt(reading, at))) return false
  for (let here = no + 2; here < at; here++) if (!noOneLinks.has(wordAt(reading, here))) return false
  return true
}

/** "went from nothing to the worst pain": there was none, and now there is. */
const isFromNone = (reading: Reading, no: number): boolean =>
  noWords.has(wordAt(reading, no)) && wordAt(reading, no - 1) === 'from'

/** "without warning legs went numb", "no warning": and not "no warning signs". */
const isUnwarned = (reading: Reading, no: number): boolean =>
  wordAt(reading, no + 1) === 'warning' && !warnings.has(wordAt(reading, no + 2))

/** A "no" that stands for itself, as in "no worries if not". */
const deniesNothing = (reading: Reading, no: number): boolean =>
  isAlone(reading, no) ||
  isFromNone(reading, no) ||
  isMadeLightOf(reading, no) ||
  isUnwarned(reading, no) ||
  beforeNot.has(wordAt(reading, no - 1))

/** "never known anything like it numb down below", "don't think it's anything numb down below", "not in danger numb": all that is denied stands before. */
function isSaidOut(reading: Reading, no: number, at: number): boolean {
  const isNever = nevers.has(wordAt(reading, no))
  for (let here = no + 1; here < at; here++) {
    const before = wordAt(reading, here - 1)
    if (isNever && before === 'like' && wordAt(reading, here) === 'it') return true
    if (here === no + 2 && before === 'in' && wordAt(reading, here) === 'danger') return true
    const isAnything = wordAt(reading, here) === 'anything' && isBad.has(before)
    if (isAnything && !goesOnWith.has(wordAt(reading, here + 1))) return true
  }
  return false
}

/** "might be nothing, chest feels tight", "probably nothing": made light of, and told. */
const isMadeLightOf = (reading: Reading, no: number): boolean =>
  wordAt(reading, no) === 'nothing' && lightly.has(wordAt(reading, no - 1)) && !goesOnWith.has(wordAt(reading, no + 1))

/** "not thinking of ending it"; but "no pain, just thinking of ending it" thinks of it. */
const isNotThought = (reading: Reading, at: number): boolean =>
  thoughtOf.has(wordAt(reading, at)) && notWords.has(wordAt(reading, at - 1))

/** "nobody around chest pain", "nobody with me chest pain": nobody is there, and the pain is. */
const isAlone = (reading: Reading, no: number): boolean =>
  wordAt(reading, no) === 'nobody' &&
  (aloneBehind.has(wordAt(reading, no + 1)) ||
    (wordAt(reading, no + 1) === 'with' && myself.has(wordAt(reading, no + 2))))

const hasPart = (reading: Reading, at: number): boolean =>
  reading.spans[at]?.some(({ meaning }) => listedParts.has(meaning)) ?? false

/** "I can't say I have no trouble", "it's not true that there is no": a denial that is itself denied. */
function isUnsaid(reading: Reading, no: number): boolean {
  for (let at = no - 1; at >= Math.max(1, no - 5) && reading.line[at] === reading.line[no]; at--)
    if (sayingSo.has(wordAt(reading, at))) return isNot(wordAt(reading, at - 1))
  return false
}

const isNot = (word: string): boolean => notWords.has(word) || cants.has(word)

/** "never been this breathless", "never had such pain": it is so now, as never before. */
const saysNeverAsNow = (reading: Reading, no: number, at: number): boolean =>
  nevers.has(wordAt(reading, no)) && [at - 1, at - 2].some((near) => near > no && asNow.has(wordAt(reading, near)))

/** A pause inside one list of noes: an "or" or "nor" closes the list, and what is asked about stands in it. */
function isInList({ tokens, line }: Reading, pause: number, at: number): boolean {
  let pausesBehindOr = 0
  let or = false
  for (let here = pause + 1; here < Math.min(tokens.length, pause + lookBack); here++) {
    const token = tokens[here]
    if (!token || token.kind === 'stop' || line[here] !== line[pause] || contrasts.has(token.word)) break
    if (listLinks.has(token.word)) {
      if (here > at) return true
      or = true
      pausesBehindOr = 0
    }
    if (token.kind === 'pause' && or && here < at) pausesBehindOr++
    if (subjects.has(token.word) && here < at && !or) break
  }
  return or && pausesBehindOr === 0
}

/** "numbness and tingling" is one thing; "no fever and numb" is two. */
function joinsLike(reading: Reading, and: number, at: number): boolean {
  const before = reading.spans[and - 1] ?? []
  return reading.spans[at]?.some(({ meaning }) => before.some((span) => span.meaning === meaning)) ?? false
}

/** "my" ends the reach of a "no" unless it stands behind "in", "of", or "think". */
const endsReach = (reading: Reading, here: number): boolean => {
  const before = wordAt(reading, here - 1)
  return !prepositions.has(before) && !transparent.has(before) && !notWords.has(before)
}

/** "fever: no", "chest pain - none". Behind a question mark it is asked: "any fever? no" may go on. */
function isDeniedBehind(reading: Reading, to: number): boolean {
  if (isNormalReading(reading, to)) return true
  const answer = [to, to + 1, to + 2, to + 3].find((at) => answersNo.has(wordAt(reading, at)))
  if (answer === undefined || reading.line[answer] !== reading.line[to - 1]) return false
  for (let at = to; at < answer; at++) {
    const { kind, word } = reading.tokens[at] ?? { kind: 'stop', word: '' }
    if (kind === 'word' ? !beforeAnswer.has(word) : word !== ',' && word !== '?' && !cells.has(word)) return false
  }
  return kindAt(reading, answer + 1) !== 'word' && kindAt(reading, answer + 1) !== 'number'
}

/** "temp? no, it's 36.6": asked, denied, and the reading is no fever. */
function isNormalReading(reading: Reading, to: number): boolean {
  if (kindAt(reading, to) !== 'stop' || !answersNo.has(wordAt(reading, to + 1))) return false
  const said = [to + 2, to + 3, to + 4].find((at) => kindAt(reading, at) === 'number')
  return said !== undefined && hasMeaning(reading, said, 'nOk')
}

/** "cancer has been ruled out", and not "has not been"; "warfarin is not something I take". */
function isRuledOut(reading: Reading, to: number): boolean {
  let at = to
  while (at < to + 5 && ruledBehind.has(wordAt(reading, at))) at++
  const behind = wordAt(reading, at + 1)
  return wordAt(reading, at) === 'ruled'
    ? behind === 'out'
    : notWords.has(wordAt(reading, at)) && behind === 'something'
}

/** "checked for cauda equina and it isn't", "… and it's not that": nothing more is said of it. */
function isNotThat(reading: Reading, to: number): boolean {
  let at = to
  while (at < to + 3 && ruledBehind.has(wordAt(reading, at))) at++
  if (!['and', 'but'].includes(wordAt(reading, at)) || !itIs.has(wordAt(reading, at + 1))) return false
  if (!isNotSo.has(wordAt(reading, at + 2)) || reading.line[at + 2] !== reading.line[to - 1]) return false
  const end = wordAt(reading, at + 3) === 'that' ? at + 4 : at + 3
  return kindAt(reading, end) !== 'word' && kindAt(reading, end) !== 'number'
}

/** "no pain like this before", "wasn't numb yesterday", "didn't … but now is". */
function isTakenBack(reading: Reading, no: number, from: number, to: number): boolean {
  const past = pastNots.has(wordAt(reading, no)) || noWords.has(wordAt(reading, no))
  const wasNot = wasNots.has(wordAt(reading, no))
  for (let at = from + 1; at < Math.min(reading.tokens.length, to + lookAhead); at++) {
    const word = wordAt(reading, at)
    // "no numbness anywhere except my private parts": what is denied is only what stands before the exception.
    if (at < to && (exceptions.has(word) || (word === 'than' && wordAt(reading, at - 1) === 'other'))) return true
    if (wasNot && at < to && thenWords.has(word)) return true
    if (at < to) continue
    if (reading.sentence[at] === reading.sentence[to - 1]) {
      if (
        !vague.has(wordAt(reading, at - 1)) &&
        afterAll.some((way) => way.every((one, ahead) => wordAt(reading, at + ahead) === one))
      )
        return true
      if (wasNot && thenWords.has(word)) return true
    }
    if (past && (word === 'now' || word === 'today') && isShortYes(reading, at, to)) return true
    if (wasNot && word === 'now' && saysNowBad(reading, at)) return true
  }
  return false
}

/** "now its massive", "now I cant": and not "now it is fine". */
function saysNowBad(reading: Reading, now: number): boolean {
  if (!nowIs.has(wordAt(reading, now + 1))) return false
  return ![now + 2, now + 3, now + 4].some((at) => nowWell.has(wordAt(reading, at)))
}

/** "… but now is": nothing but small verbs around "now" to the end of the thought. */
function isShortYes(reading: Reading, now: number, to: number): boolean {
  let verbs = 0
  for (let at = now + 1; at < now + 6; at++) {
    if (kindAt(reading, at) !== 'word' || contrasts.has(wordAt(reading, at))) break
    if (!nowYes.has(wordAt(reading, at))) return false
    verbs++
  }
  for (let at = now - 1; at >= Math.max(to, now - 4); at--) {
    const word = wordAt(reading, at)
    if (word === 'but' || word === 'and') return verbs > 0 || at < now - 1
    if (nowYes.has(word)) verbs++
  }
  return false
}

/**
 * When words of danger say no danger: denied ("no fever or chills"), somebody else's illness ("my nan had cancer"), a
 * fear or a question ("is it cancer?"), long past. In doubt they count: hearing costs a question, silence may cost more.
 */
import {
  answersNo,
  askedAbout,
  askers,
  asNow,
  beforeAnswer,
  beforeIf,
  beforeQuestion,
  closedAskers,
  closedSubjects,
  doubtMays,
  doubts,
  doubtsBehind,
  fearLinks,
  findings,
  firstSubjects,
  firstVerbs,
  lasting,
  myself,
  notYet,
  nowIs,
  nowWell,
  openAskers,
  openVerbs,
  reporting,
  reports,
  sayings,
  sayingSo,
  theirOwn,
  troubles,
  unwell,
  vague,
  wasNots,
  whoseVerbs,
} from './denial-words.ts'
import type { Reading } from './reading.ts'
import {
  afterAll,
  contrasts,
  exceptions,
  fears,
  mays,
  noDenial,
  notWords,
  nowYes,
  noWords,
  pastNots,
  prepositions,
  subjects,
  thenWords,
  thinking,
  transparent,
} from './small-words.ts'

/** How far behind a "no" is looked for, and how far ahead what takes it back; in tokens. */
const lookBack = 16
const lookAhead = 10

const wordAt = ({ tokens }: Reading, at: number): string => tokens[at]?.word ?? ''
const kindAt = ({ tokens }: Reading, at: number): string => tokens[at]?.kind ?? 'stop'
const hasMeaning = ({ spans }: Reading, at: number, meaning: string): boolean =>
  spans[at]?.some((span) => span.meaning === meaning) ?? false

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
  const no = denierOf(reading, at, from, isSign)
  if (no === null) return isDeniedBehind(reading, to)
  return !isTakenBack(reading, no, at, to)
}

/** "no erection problems": here the "no" that belongs to the match denies what follows. */
const isTroubleBehind = (reading: Reading, to: number): boolean =>
  [to, to + 1].some((at) => troubles.has(wordAt(reading, at)))

/** The "no" whose reach holds the token, or null. */
function denierOf(reading: Reading, at: number, from: number, isSign: (at: number) => boolean): number | null {
  let unknown = 0
  let needsOr = false
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
      if (next < at && noDenial.has(wordAt(reading, next))) return null
      if (isUnsaid(reading, here) || saysNeverAsNow(reading, here, at)) return null
      if (unknown > 0 && !needsOr) return null
      if ([next, next + 1, next + 2].some((near) => near < at && unwell.has(wordAt(reading, near)))) return null
      return here
    }
    if (contrasts.has(word)) return null
    if (word === 'and' && !joinsLike(reading, here, at)) return null
    if (subjects.has(word) && endsReach(reading, here)) return null
    if (!transparent.has(word) && !isSign(here) && word !== 'and' && !subjects.has(word) && !prepositions.has(word))
      unknown++
    if (unknown > 4) return null
  }
  return null
}

/** "I can't say I have no trouble", "it's not true that there is no": a denial that is itself denied. */
function isUnsaid(reading: Reading, no: number): boolean {
  for (let at = no - 1; at >= Math.max(1, no - 5) && reading.line[at] === reading.line[no]; at--)
    if (sayingSo.has(wordAt(reading, at))) return isNot(wordAt(reading, at - 1))
  return false
}

const isNot = (word: string): boolean => notWords.has(word) || word === 'cant' || word === 'couldnt'

/** "never been this breathless", "never had such pain": it is so now, as never before. */
const saysNeverAsNow = (reading: Reading, no: number, at: number): boolean =>
  ['never', 'neva', 'nvr'].includes(wordAt(reading, no)) &&
  [at - 1, at - 2].some((near) => near > no && asNow.has(wordAt(reading, near)))

/** A pause inside one list of noes: an "or" or "nor" closes the list, and what is asked about stands in it. */
function isInList({ tokens, line }: Reading, pause: number, at: number): boolean {
  let pausesBehindOr = 0
  let or = false
  for (let here = pause + 1; here < Math.min(tokens.length, pause + lookBack); here++) {
    const token = tokens[here]
    if (!token || token.kind === 'stop' || line[here] !== line[pause] || contrasts.has(token.word)) break
    if (token.word === 'or' || token.word === 'nor') {
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
  return !prepositions.has(before) && !thinking.has(before) && !transparent.has(before) && !notWords.has(before)
}

/** "fever: no", "any fever? no", "chest pain - none". */
function isDeniedBehind(reading: Reading, to: number): boolean {
  const answer = [to, to + 1, to + 2, to + 3].find((at) => answersNo.has(wordAt(reading, at)))
  if (answer === undefined || reading.line[answer] !== reading.line[to - 1]) return false
  for (let at = to; at < answer; at++) {
    const { kind, word } = reading.tokens[at] ?? { kind: 'stop', word: '' }
    if (kind === 'word' ? !beforeAnswer.has(word) : word !== ',' && word !== '?') return false
  }
  return kindAt(reading, answer + 1) !== 'word' && kindAt(reading, answer + 1) !== 'number'
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

/** "what are the signs of", "worried it might", "what if": nothing has happened. */
export function isOnlyFeared(reading: Reading, from: number): boolean {
  const first = Math.max(0, from - 9)
  let may = false
  for (let at = from - 1; at >= first; at--) {
    if (reading.line[at] !== reading.line[from]) return false
    const word = wordAt(reading, at)
    const before = wordAt(reading, at - 1)
    if (word === 'but' || kindAt(reading, at) === 'pause') return false
    if ((mays.has(word) && isLinked(reading, at, from)) || isAboutDoing(reading, at)) may = true
    if (word === 'ill' && fears.has(before)) return true
    if (fears.has(word) && may) return true
    if (isReported(reading, at, from)) continue
    if (word === 'if' && beforeIf.has(before)) return true
    if (word === 'case' && before === 'in') return true
    if (word === 'that' && (before === 'read' || before === 'heard')) return true
    if (word === 'will' && wordAt(reading, at + 1) === 'i') return true
    if (word === 'am' && wordAt(reading, at + 1) === 'i' && wordAt(reading, at + 2) === 'going') return true
    if (askedAbout.has(word) && isAsked(reading, at)) return true
    if (word === 'when' && wordAt(reading, at + 1) === 'should') return true
    if (word === 'should' && wordAt(reading, at + 2) === 'worry') return true
    if (word === 'should' && wordAt(reading, at + 2) === 'be' && fears.has(wordAt(reading, at + 3))) return true
  }
  return false
}

/** "might [lose]": nothing but the words of that fear up to what is feared. */
function isLinked(reading: Reading, may: number, from: number): boolean {
  for (let at = may + 1; at < from; at++)
    if (!fearLinks.has(wordAt(reading, at)) && !mays.has(wordAt(reading, at))) return false
  return true
}

/** "what should I worry about my leg is numb": behind the question a report begins, some words further on. */
function isReported(reading: Reading, cue: number, from: number): boolean {
  for (let at = cue + 3; at < from; at++) if (reporting.has(wordAt(reading, at))) return true
  return reporting.has(wordAt(reading, from)) && from > cue + 4
}

/** "scared of losing", "worried about going": not yet. */
const isAboutDoing = (reading: Reading, at: number): boolean =>
  ['about', 'of'].includes(wordAt(reading, at)) && notYet.has(wordAt(reading, at + 1))

function isAsked(reading: Reading, at: number): boolean {
  for (let here = at - 1; here >= Math.max(0, at - 6); here--)
    if (reading.line[here] === reading.line[at] && askers.has(wordAt(reading, here))) return true
  return false
}

/** The name of an illness that nobody says they have: a fear, a question, somebody else's, a job. */
export function isAboutSomeoneElse(reading: Reading, from: number, to: number): boolean {
  return isSomeoneElses(reading, from, to) || isFearOrQuestion(reading, from, to) || isJob(reading, from, to)
}

/** Behind a relative ("my nan had"), in a family, or killed somebody else; never when the carer fills this in. */
export function isSomeoneElses(reading: Reading, from: number, to: number): boolean {
  for (let at = Math.max(0, from - lookBack); at < to + lookBack; at++)
    if (hasMeaning(reading, at, 'ANSWERFOR')) return false
  let own = [reading.sentence, reading.line].some((parts) => theirOwn.has(firstWord(reading, parts, from)))
  for (let at = from - 1; at >= Math.max(0, from - 9) && reading.line[at] === reading.line[from]; at--) {
    const word = wordAt(reading, at)
    const theirs = myself.has(word) || (word === 'and' && theirOwn.has(wordAt(reading, at + 1)))
    if (theirs) own = true
    if (theirs || kindAt(reading, at) === 'pause') break
    if ((hasMeaning(reading, at, 'RELATIVE') || hasMeaning(reading, at, 'PET')) && !isSaying(reading, at))
      return !saysMeToo(reading, to)
  }
  return isNamedBehind(reading, from, to, own)
}

/** The word that the sentence, or the line, of this place begins with. */
function firstWord(reading: Reading, parts: readonly number[], at: number): string {
  let first = at
  while (first > 0 && at - first < lookBack && parts[first - 1] === parts[at]) first--
  return wordAt(reading, first)
}

/** "cancer in our family", "cancer killed my aunt"; "I had it, it runs in my family" is both. */
function isNamedBehind(reading: Reading, from: number, to: number, own: boolean): boolean {
  for (let at = Math.max(0, from - 6); at < to + 7; at++) {
    if (reading.line[at] !== reading.line[at < to ? from : to - 1]) continue
    if (at >= to && kindAt(reading, at) === 'pause') return false
    if (hasMeaning(reading, at, 'FAMILY') && !own) return true
    if (at < to || at > to + 4) continue
    const isWho = hasMeaning(reading, at, 'RELATIVE') || hasMeaning(reading, at, 'PET')
    if (isWho && !own && (whoseVerbs.has(wordAt(reading, at - 1)) || whoseVerbs.has(wordAt(reading, at - 2))))
      return true
  }
  return false
}

/** "my husband says", "mum thinks": they speak of the person. */
const isSaying = (reading: Reading, at: number): boolean =>
  sayings.has(wordAt(reading, at + 1)) || sayings.has(wordAt(reading, at + 2))

const saysMeToo = (reading: Reading, to: number): boolean =>
  Array.from({ length: 7 }, (_, ahead) => to + ahead).some(
    (at) =>
      (wordAt(reading, at) === 'so' && ['have', 'did', 'do', 'am'].includes(wordAt(reading, at + 1))) ||
      (wordAt(reading, at) === 'me' && wordAt(reading, at + 1) === 'too'),
  )

/** "Is it cancer?", "could it be", "worried about": but "I think I'm having", "worried my cancer is back" are reports. */
function isFearOrQuestion(reading: Reading, from: number, to: number): boolean {
  let doubt = false
  for (let at = from - 1; at >= Math.max(0, from - 9); at--) {
    if (reading.line[at] !== reading.line[from]) break
    const word = wordAt(reading, at)
    const before = wordAt(reading, at - 1)
    if (reports.has(word) && !doubt && !isPlainQuestion(reading, at)) return false
    if (doubts.has(word)) doubt = true
    if (doubtMays.has(word)) doubt = true
    if (word === 'it' && before === 'is') doubt = true
    if (word === 'this' && before === 'is') doubt = true
    if (isPlainQuestion(reading, at)) doubt = true
  }
  for (let at = to; at < to + 6; at++)
    if (reading.line[at] === reading.line[to - 1] && doubtsBehind.has(wordAt(reading, at))) doubt = true
  if (doubt) return true
  return (
    reading.tokens[to]?.word === '?' &&
    from > 0 &&
    reading.line[from - 1] === reading.line[from] &&
    ['is', 'it', 'a'].includes(wordAt(reading, from - 1))
  )
}

/** "what does", "could it" at the head of a thought, "is it" at the head of all. */
function isPlainQuestion(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at)
  const next = wordAt(reading, at + 1)
  if (openAskers.has(word) && openVerbs.has(next)) return true
  if (at === 0 && firstVerbs.has(word) && firstSubjects.has(next)) return true
  const heads = at === 0 || kindAt(reading, at - 1) !== 'word' || beforeQuestion.has(wordAt(reading, at - 1))
  return closedAskers.has(word) && closedSubjects.has(next) && heads
}

/** "cancer nurse", "work in a cancer ward"; not "my cancer nurse", "the doctor said my tumour", "had cancer and work in a shop". */
function isJob(reading: Reading, from: number, to: number): boolean {
  if (hasMeaning(reading, to, 'JOB')) return wordAt(reading, from - 1) !== 'my'
  for (let at = from - 1; at >= Math.max(0, from - 8); at--) {
    if (reading.line[at] !== reading.line[from] || theirOwn.has(wordAt(reading, at))) return false
    if (hasMeaning(reading, at, 'JOB')) return !isSaying(reading, at) && !findings.has(wordAt(reading, at + 1))
  }
  return false
}

/** Long past and not said to last: "years ago", "as a child", behind it in the same thought, or at the head of it. */
export function isLongPast(reading: Reading, from: number, to: number): boolean {
  let past = false
  for (let at = Math.max(0, from - 4); at < to + 7; at++) {
    if (reading.sentence[at] !== reading.sentence[from]) continue
    if (lasting.has(wordAt(reading, at)) && !notWords.has(wordAt(reading, at - 1)) && !isYearsBack(reading, at))
      return false
    if (!hasMeaning(reading, at, 'YEARSAGO') || reading.line[at] !== reading.line[at < from ? from : to - 1]) continue
    // "sciatica years ago and my leg is numb": the past before it is of something else, unless it heads the thought.
    if (at < from ? at === 0 || kindAt(reading, at - 1) !== 'word' : !endsBetween(reading, to, at)) past = true
  }
  return past
}

/** "ten years back": this "back" tells of then, not of now. */
const isYearsBack = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'back' && hasMeaning(reading, at - 1, 'YEARSAGO')

const endsBetween = (reading: Reading, to: number, at: number): boolean =>
  reading.tokens.slice(to, at).some(({ kind, word }) => kind === 'pause' || word === 'and' || contrasts.has(word))

/**
 * When an illness is named that nobody says they have: a relative has it, it is asked about, or it is a job. In doubt it
 * counts.
 */
import {
  beforeAsked,
  beforeQuestion,
  closedAskers,
  closedSubjects,
  died,
  doubtMays,
  doubts,
  doubtsBehind,
  findings,
  firstSubjects,
  firstVerbs,
  greetings,
  listsWhat,
  meToo,
  myself,
  notAbout,
  openAskers,
  openVerbs,
  ownBefore,
  ownBegins,
  petOf,
  pleading,
  reports,
  sayings,
  spokenTo,
  theirBut,
  theirOwn,
  theirsNow,
  toldOf,
  toldTo,
  whoseVerbs,
  yourself,
} from './denial-words.ts'
import type { Reading } from './reading.ts'
import { articles } from './small-words.ts'
import { lookBack, wordAt, kindAt, hasMeaning } from './reading-at.ts'

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
    // "At my mum's my melanoma was cut out": right before it, "my" is mine.
    const isMine = word === 'my' && at >= from - 2
    const theirs = myself.has(word) || isMine || (word === 'and' && theirOwn.has(wordAt(reading, at + 1)))
    if (theirs) own = true
    if (theirs || kindAt(reading, at) === 'pause') break
    if (word === 'but' && !theirBut.has(wordAt(reading, at + 1))) break
    if (isWhose(reading, at) && !isSaying(reading, at)) return !saysMeToo(reading, to) && !isBesideMe(reading, at)
  }
  return isNamedBehind(reading, from, to, own) || isOfTheDead(reading, from, to)
}

/** A relative or a pet; not one that somebody is told of: "don't tell my wife". */
const isWhose = (reading: Reading, at: number): boolean =>
  (hasMeaning(reading, at, 'RELATIVE') || hasMeaning(reading, at, 'PET')) && !toldTo.has(wordAt(reading, at - 2))

/** "my nan, cancer, she died", "my dad died, cancer", "lost my mum - cancer", and no more is said. */
function isOfTheDead(reading: Reading, from: number, to: number): boolean {
  if (kindAt(reading, from - 1) !== 'pause' || ['word', 'number'].includes(kindAt(reading, to))) return false
  const diedBehind = kindAt(reading, to) === 'pause' && died.has(wordAt(reading, to + 2))
  if (hasMeaning(reading, from - 2, 'RELATIVE'))
    return diedBehind || (kindAt(reading, to) === 'stop' && wordAt(reading, from - 4) === 'lost')
  const who = [from - 3, from - 4].find((at) => hasMeaning(reading, at, 'RELATIVE'))
  if (who === undefined || kindAt(reading, to) !== 'stop') return false
  return died.has(wordAt(reading, who + 1))
}

/** "my husband is having a stroke", "mum sepsis": now, and of one in one's care; not "had a stroke", "died of sepsis". */
export function isTheirsNow(reading: Reading, from: number, to: number): boolean {
  if (hasMeaning(reading, to, 'JOB')) return false
  let at = from - 1
  while (at > from - 5 && theirsNow.has(wordAt(reading, at))) at--
  if (reading.line[at] !== reading.line[from] || !hasMeaning(reading, at, 'RELATIVE')) return false
  return kindAt(reading, at - 1) !== 'word' || at === 0 || petOf.has(wordAt(reading, at - 1))
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

/** "my husband says", "mum thinks": they speak of the person; "my partner is asleep", and all is said of them. */
const isSaying = (reading: Reading, at: number): boolean =>
  sayings.has(wordAt(reading, at + 1)) || sayings.has(wordAt(reading, at + 2)) || notAbout.has(wordAt(reading, at + 2))

/** "me and my mum had it": both. */
const isBesideMe = (reading: Reading, relative: number): boolean => {
  const and = wordAt(reading, relative - 1) === 'my' ? relative - 2 : relative - 1
  return wordAt(reading, and) === 'and' && myself.has(wordAt(reading, and - 1))
}

const saysMeToo = (reading: Reading, to: number): boolean =>
  Array.from({ length: 7 }, (_, ahead) => to + ahead).some(
    (at) =>
      (wordAt(reading, at) === 'so' && meToo.has(wordAt(reading, at + 1))) ||
      (wordAt(reading, at) === 'me' && wordAt(reading, at + 1) === 'too'),
  )

/** "Is it cancer?", "could it be", "worried about": but "I think I'm having", "worried my cancer is back" are reports. */
function isFearOrQuestion(reading: Reading, from: number, to: number): boolean {
  let doubt = false
  if (speaksOfMe(reading, from)) return false
  for (let at = from - 1; at >= Math.max(0, from - 9); at--) {
    if (reading.line[at] !== reading.line[from]) break
    const word = wordAt(reading, at)
    const before = wordAt(reading, at - 1)
    if (!doubt && (word === 'because' || word === 'but' || speaksOfMe(reading, at) || isMadeSo(reading, at)))
      return false
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
    beforeAsked.has(wordAt(reading, from - 1))
  )
}

/** "… but im diabetic", "is it normal i am", "i was". */
const speaksOfMe = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'im' || (wordAt(reading, at) === 'i' && theirOwn.has(wordAt(reading, at + 1)))

/** "can a spasm make you incontinent": asked of oneself (decision 048). */
const isMadeSo = (reading: Reading, at: number): boolean =>
  yourself.has(wordAt(reading, at)) && wordAt(reading, at - 1) === 'make'

/** "what does", "could it" at the head of a thought, "is it" at the head of all. */
function isPlainQuestion(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at)
  const next = wordAt(reading, at + 1)
  if (openAskers.has(word) && openVerbs.has(next)) return true
  if (at === 0 && firstVerbs.has(word) && firstSubjects.has(next)) return true
  const heads = at === 0 || kindAt(reading, at - 1) !== 'word' || beforeQuestion.has(wordAt(reading, at - 1))
  return closedAskers.has(word) && closedSubjects.has(next) && heads
}

/** "Doctor please, shingles", "dear nurse, dementia": somebody is spoken to, and nobody's job is told. */
const isAddressed = (reading: Reading, at: number): boolean =>
  kindAt(reading, at) === 'pause' && (at <= 3 || wordAt(reading, at - 1) === 'please')

/** "I am a nurse, cancer", "I work in a shop, cancer 2010": the job ends with the pause; not "I work with stroke, dementia, cancer". */
function isToldApart(reading: Reading, pause: number): boolean {
  if (kindAt(reading, pause) !== 'pause') return false
  for (let at = pause - 1; at >= Math.max(0, pause - 5) && kindAt(reading, at) === 'word'; at--) {
    if (listsWhat.has(wordAt(reading, at))) return false
    if (hasMeaning(reading, at, 'JOB')) return true
  }
  return false
}

/** "a nurse with cancer", and no more: hers; not "a nurse with cancer patients", "I work with cancer". */
const isTheirIllness = (reading: Reading, at: number, from: number, to: number): boolean =>
  wordAt(reading, at) === 'with' &&
  from - at <= 3 &&
  [at + 1, at + 2].every((between) => between >= from || kindAt(reading, between) === 'word') &&
  hasMeaning(reading, at - 1, 'JOB') &&
  !wordAt(reading, at - 1).startsWith('work') &&
  kindAt(reading, to) !== 'word'

/** "the doctor found", "the doctor has just found": what is found stands right behind. */
const isFinding = (reading: Reading, job: number, from: number): boolean =>
  [job + 1, job + 2, job + 3].some((at) => at < from && findings.has(wordAt(reading, at)))

/** "had cancer and work in a shop", "the doctor is treating me for cancer", "the doctor called it an aneurysm". */
const isOfMe = (reading: Reading, at: number): boolean =>
  theirOwn.has(wordAt(reading, at)) || toldOf.has(wordAt(reading, at))

/** The two short ones are no entries of the list, so that no other short word is read as one of them. */
const isGreeting = (word: string): boolean => greetings.has(word) || word === 'hi' || word === 'hey'

/** "doctor i have a pe", "hello nurse my bones are crumbly": spoken to, with no pause behind; not "a doctor", "nurse on a ward". */
function isSpokenTo(reading: Reading, job: number): boolean {
  let behind = job + 1
  while (pleading.has(wordAt(reading, behind))) behind++
  const next = wordAt(reading, behind)
  if (!myself.has(next) && !theirOwn.has(next) && !ownBegins.has(next)) return false
  let before = job - 1
  while (isGreeting(wordAt(reading, before))) before--
  return kindAt(reading, before) !== 'word'
}

/** "have cancer doctor", "used a dirty needle nurse": spoken to behind it; not "a cancer doctor", "was a cancer nurse". */
function isSpokenToBehind(reading: Reading, from: number, to: number): boolean {
  if (!spokenTo.has(wordAt(reading, to))) return false
  if (kindAt(reading, to + 1) === 'word' && !pleading.has(wordAt(reading, to + 1))) return false
  let before = from - 1
  while (articles.has(wordAt(reading, before))) before--
  return ownBefore.has(wordAt(reading, before)) || ownBefore.has(wordAt(reading, from))
}

/** "told the receptionist I am on warfarin", "the doctor was kind when I said cancer": told to whoever has that job. */
function isToldTo(reading: Reading, job: number, from: number): boolean {
  const whom = wordAt(reading, job - 1) === 'the' ? job - 2 : job - 1
  if (toldTo.has(wordAt(reading, whom))) return true
  for (let at = job + 2; at < from; at++)
    if (wordAt(reading, at) === 'said' && ['i', 'and'].includes(wordAt(reading, at - 1))) return true
  return false
}

/** "cancer nurse", "work in a cancer ward"; not "my cancer nurse", "the doctor said my tumour", "had cancer and work in a shop". */
function isJob(reading: Reading, from: number, to: number): boolean {
  if (hasMeaning(reading, to, 'JOB')) return wordAt(reading, from - 1) !== 'my' && !isSpokenToBehind(reading, from, to)
  for (let at = from - 1; at >= Math.max(0, from - 8); at--) {
    if (reading.line[at] !== reading.line[from] || isOfMe(reading, at) || isAddressed(reading, at)) return false
    if (isToldApart(reading, at) || isTheirIllness(reading, at, from, to)) return false
    if (hasMeaning(reading, at, 'JOB'))
      return ![
        isSaying(reading, at),
        isFinding(reading, at, from),
        isSpokenTo(reading, at),
        isToldTo(reading, at, from),
      ].includes(true)
  }
  return false
}

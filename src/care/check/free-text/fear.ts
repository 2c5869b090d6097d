/**
 * When words of danger are only feared or asked about: "what if", "scared of losing". In doubt they count, and who asks of
 * the own body may have it already: "what if my leg goes dead" is told (decision 048).
 */
import {
  asBad,
  askedAbout,
  askers,
  beforeIf,
  fearLinks,
  isBad,
  myself,
  notYet,
  leadsTo,
  reporting,
  worryOf,
  yourself,
} from './denial-words.ts'
import type { Reading } from './reading.ts'
import { fears, mays } from './small-words.ts'
import { wordAt, kindAt } from './reading-at.ts'

/** What is looked at: where its words begin and end, and whether it is a sign of the nerves. */
interface Asked {
  readonly from: number
  readonly to: number
  readonly ofNerves: boolean
}

/** "what are the signs of", "worried it might", "what if": nothing has happened. */
export function isOnlyFeared(reading: Reading, asked: Asked): boolean {
  const { from } = asked
  const first = Math.max(0, from - 9)
  let may = false
  for (let at = from - 1; at >= first; at--) {
    if (reading.line[at] !== reading.line[from]) return false
    const word = wordAt(reading, at)
    const before = wordAt(reading, at - 1)
    if (word === 'because' && !may) return false
    if (word === 'but' || kindAt(reading, at) === 'pause') return false
    if ((word === 'if' || leadsTo.has(word)) && isOfOneself(reading, at + 1, asked)) continue
    if ((mays.has(word) && isLinked(reading, at, from)) || isAboutDoing(reading, at))
      may ||= !isToldBecause(reading, at)
    if (word === 'ill' && fears.has(before)) return true
    if (fears.has(word) && may) return true
    if (isReported(reading, at, from)) continue
    if (word === 'if' && beforeIf.has(before)) return true
    if (word === 'case' && before === 'in') return true
    if (word === 'that' && (before === 'read' || before === 'heard')) return true
    if (word === 'will' && wordAt(reading, at + 1) === 'i') return true
    if (word === 'am' && wordAt(reading, at + 1) === 'i' && wordAt(reading, at + 2) === 'going') return true
    if (askedAbout.has(word) && isAsked(reading, at)) return true
    if (isAskedWhetherBad(reading, at, asked)) return true
  }
  return false
}

/** "should I worry about numbness", "when should I"; not "should I worry numb between the legs", nor about "my numb leg". */
function isAskedWhetherBad(reading: Reading, at: number, asked: Asked): boolean {
  if (wordAt(reading, at) === 'when' && wordAt(reading, at + 1) === 'should')
    return !isOfOneself(reading, at + 3, asked)
  if (wordAt(reading, at) !== 'should') return false
  const asks =
    (wordAt(reading, at + 2) === 'worry' && worryOf.has(wordAt(reading, at + 3))) ||
    (wordAt(reading, at + 2) === 'be' && fears.has(wordAt(reading, at + 3)))
  return asks && !isOfOneself(reading, at + 3, asked)
}

/** "if my leg goes dead", "make you wet yourself" of the nerves; not "if I end up", "if it might", which has not come. */
function isOfOneself(reading: Reading, start: number, { from, to, ofNerves }: Asked): boolean {
  let own = false
  for (let at = start; at < to; at++) {
    const word = wordAt(reading, at)
    if (at < from && word !== 'if' && mays.has(word)) return false
    own ||= myself.has(word) || reporting.has(word) || (ofNerves && yourself.has(word))
  }
  return own
}

/** "scared because being": felt, and told as the reason. */
const isToldBecause = (reading: Reading, may: number): boolean =>
  wordAt(reading, may) === 'being' && [may - 1, may - 2].some((at) => wordAt(reading, at) === 'because')

/** "might [lose]": nothing but the words of that fear up to what is feared. */
function isLinked(reading: Reading, may: number, from: number): boolean {
  for (let at = may + 1; at < from; at++)
    if (!fearLinks.has(wordAt(reading, at)) && !mays.has(wordAt(reading, at))) return false
  return true
}

/** "what should I worry about my leg is numb": behind the question a report begins, some words further on. */
function isReported(reading: Reading, cue: number, from: number): boolean {
  for (let at = cue + 3; at < from; at++)
    if (reporting.has(wordAt(reading, at)) || closesQuestion(reading, at)) return true
  return reporting.has(wordAt(reading, from)) && from > cue + 4
}

/** "how do I know if it's serious numb down below": the question has its end, and what follows is told. */
const closesQuestion = (reading: Reading, at: number): boolean =>
  asBad.has(wordAt(reading, at)) && isBad.has(wordAt(reading, at - 1))

/** "scared of losing", "worried about going": not yet. */
const isAboutDoing = (reading: Reading, at: number): boolean =>
  ['about', 'of'].includes(wordAt(reading, at)) && notYet.has(wordAt(reading, at + 1))

function isAsked(reading: Reading, at: number): boolean {
  for (let here = at - 1; here >= Math.max(0, at - 6); here--)
    if (reading.line[here] === reading.line[at] && askers.has(wordAt(reading, here))) return true
  return false
}

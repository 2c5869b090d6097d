/** When words of danger are about years ago. In doubt they count. */
import { lasting, sameAgain, wellSince } from './denial-words.ts'
import type { Reading } from './reading.ts'
import { contrasts, notWords } from './small-words.ts'
import { wordAt, kindAt, hasMeaning } from './reading-at.ts'

/** Long past and not said to last: "years ago", "as a child", behind it in the same thought, or at the head of it. */
export function isLongPast(reading: Reading, from: number, to: number): boolean {
  let past = false
  for (let at = Math.max(0, from - 4); at < to + 7; at++) {
    if (reading.sentence[at] !== reading.sentence[from]) continue
    if (lasting.has(wordAt(reading, at)) && !notWords.has(wordAt(reading, at - 1)) && !isOver(reading, at)) return false
    if (
      !(hasMeaning(reading, at, 'YEARSAGO') || isChildhood(reading, at)) ||
      reading.line[at] !== reading.line[at < from ? from : to - 1]
    )
      continue
    // "sciatica years ago and my leg is numb": the past before it is of something else, unless it heads the thought.
    if (at < from ? at === 0 || kindAt(reading, at - 1) !== 'word' : !endsBetween(reading, to, at)) past = true
  }
  return past && !saysItIsBack(reading, from, to)
}

/** "when I was 12": not "12 feet up", and no temperature. */
function isChildhood(reading: Reading, when: number): boolean {
  const age = reading.tokens[when + 3]
  if (age?.kind !== 'number' || age.value < 3 || age.value > 30) return false
  if (kindAt(reading, when + 4) === 'word' && wordAt(reading, when + 4) !== 'and') return false
  return ['when', 'i', 'was'].every((word, place) => wordAt(reading, when + place) === word)
}

/** "… years ago. It is back": the next sentence speaks of the same. */
function saysItIsBack(reading: Reading, from: number, to: number): boolean {
  let next = to
  while (next < to + 7 && reading.sentence[next] === reading.sentence[from]) next++
  if (!sameAgain.has(wordAt(reading, next))) return false
  for (let at = next; at < next + 5 && reading.sentence[at] === reading.sentence[next]; at++) {
    if (notWords.has(wordAt(reading, at))) return false
    if (lasting.has(wordAt(reading, at))) return true
  }
  return false
}

/** "ten years back", "nothing since": these tell of then. */
const isOver = (reading: Reading, at: number): boolean =>
  isYearsBack(reading, at) || (wordAt(reading, at) === 'since' && wellSince.has(wordAt(reading, at - 1)))

/** "ten years back": this "back" tells of then, not of now. */
const isYearsBack = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'back' && hasMeaning(reading, at - 1, 'YEARSAGO')

const endsBetween = (reading: Reading, to: number, at: number): boolean =>
  reading.tokens.slice(to, at).some(({ kind, word }) => kind === 'pause' || word === 'and' || contrasts.has(word))

/**
 * When a danger is only asked about and a "no" answers: "any fever? no", "he asked if I was numb, I said no". Nothing but words
 * that ask may stand before what is named, and nothing behind the "no": in doubt it counts.
 */
import { afterNo, answersNo, askedOf, asking, beforeAnswer, plainlyAsked, saidNo, whoAnswers } from './denial-words.ts'
import type { Reading } from './reading.ts'
import { kindAt, lookBack, wordAt } from './reading-at.ts'

/** Is what stands from `at` to the token before `to` asked, and answered by no? */
export const isAnsweredNo = (reading: Reading, at: number, to: number): boolean =>
  isQuestion(reading, at, to) || isReportedQuestion(reading, at, to)

/** "fever? no", "have you got any fever? no. Any numbness? no". */
function isQuestion(reading: Reading, at: number, to: number): boolean {
  let answer = to
  while (beforeAnswer.has(wordAt(reading, answer))) answer++
  if (wordAt(reading, answer) !== '?') return false
  while (wordAt(reading, answer) === '?') answer++
  if (!answersNo.has(wordAt(reading, answer)) || !endsAnswer(reading, answer + 1)) return false
  let first = at
  while (kindAt(reading, first - 1) === 'word' && plainlyAsked.has(wordAt(reading, first - 1))) first--
  return kindAt(reading, first - 1) !== 'word'
}

/** A stop that nothing takes back, the end, or a pause with another question behind: "no, more like a pressure" is no plain no. */
function endsAnswer(reading: Reading, at: number): boolean {
  if (kindAt(reading, at) === 'stop') return wordAt(reading, at) !== '?' && !takesBack(reading, at + 1)
  if (kindAt(reading, at) !== 'pause') return false
  let end = at + 1
  while (end < at + lookBack && kindAt(reading, end) !== 'stop') end++
  return end === at + 1 || wordAt(reading, end) === '?'
}

/** "no. More like a tightness", "no. It's like a band", "no. Only sometimes": the next sentence goes on about the same. */
const takesBack = (reading: Reading, next: number): boolean =>
  [next, next + 1, next + 2].some((at) => afterNo.has(wordAt(reading, at)))

/** "he asked is it numb down there I said no"; not "he asked to drive me in, my legs are numb, I said no". */
function isReportedQuestion(reading: Reading, at: number, to: number): boolean {
  let answer = to
  while (answer < to + 4 && (kindAt(reading, answer) === 'pause' || beforeAnswer.has(wordAt(reading, answer)))) answer++
  if (wordAt(reading, answer) === 'and') answer++
  if (!whoAnswers.has(wordAt(reading, answer)) || !saidNo.has(wordAt(reading, answer + 1))) return false
  if (!answersNo.has(wordAt(reading, answer + 2)) || kindAt(reading, answer + 3) === 'word') return false
  let before = at - 1
  while (askedOf.has(wordAt(reading, before)) || plainlyAsked.has(wordAt(reading, before))) before--
  return asking.has(wordAt(reading, before))
}

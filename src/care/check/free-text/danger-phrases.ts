/**
 * The net for free text (evidence.md §2.3, H-03): what a person's own words may mean, and which question asks it again.
 * The words, spellings and patterns are tables in `free-text/`. It never lowers anything and decides nothing by itself.
 */
import { type AnswerSign, aboutAnswers } from './danger-signs/about-answers.ts'
import { dangerSigns } from './danger-signs/all.ts'
import type { DangerSign } from './danger-signs/sign.ts'
import { isOtherLanguage } from './english.ts'
import { type Found, findSigns } from './find-signs.ts'
import { questionById } from '../questions/all.ts'
import type { Answer } from '../types.ts'

/**
 * As many characters as are listened to where anybody may post a text of any length: ten times what a form of ours takes, so that
 * a text which is far too long is answered before it is shortened.
 */
export const mostHeard = 20_000

/** One question that a free text asks again. */
export interface HeardSign {
  /** Id of the question. */
  readonly question: string
  /** Few words for "You wrote something that may mean: …". */
  readonly says: string
  /** The person's own words around the hit, as typed, cut between words; at most 80 characters. */
  readonly quote: string
  /**
   * The answer to the question that the words state plainly: `plan` for I3, `overParacetamol` for I2, the options named
   * for a tick-list. Absent where they only raise the question.
   */
  readonly means?: Answer
}

/** The questions that a free text asks again, each once, in the order of the check. Empty when nothing dangerous is written. Never throws. */
export const dangerPhrases = (text: string): readonly HeardSign[] => phrasesAbout(text, () => false)

/**
 * As `dangerPhrases`, and what the text says of answers that were given: "it gets weaker by the hour".
 * @param isSo do the answers make this sign one to listen for?
 */
export function phrasesAbout(text: string, isSo: (sign: AnswerSign) => boolean): readonly HeardSign[] {
  return findSigns(text).found.flatMap((found) => {
    const { sign } = found
    if (isAboutAnswers(sign) && !isSo(sign)) return []
    const { question, says } = sign
    const means = meaningOf(found)
    return [{ question, says, quote: quoteOf(text, found), ...(means !== undefined && { means }) }]
  })
}

/** Only the signs about answers say when they are listened for. */
const isAboutAnswers = (sign: DangerSign): sign is AnswerSign => 'when' in sign

/** Is this text in another language, so that nothing in it was heard? In doubt no: see `english.ts`. */
export const cannotRead = (text: string): boolean => isOtherLanguage(text) && findSigns(text).found.length === 0

/** Every question that free text can raise. */
export const raisable: readonly string[] = dangerSigns.map(({ question }) => question)
/** Every question that free text can ask again: those, and the ones whose answers it may make worse. */
export const askable: readonly string[] = [...new Set([...raisable, ...aboutAnswers.map(({ question }) => question)])]

/** Of a list, all options named; of one answer, the last in the order of the question: the worst. */
function meaningOf({ sign, means }: Found): Answer | undefined {
  const question = questionById.get(sign.question)
  if (means.length === 0 || question === undefined) return undefined
  if (question.kind === 'ticks') return means
  if (question.kind !== 'choice') return undefined
  return question.options
    .map(({ value }) => value)
    .filter((value) => means.includes(value))
    .at(-1)
}

const longestQuote = 80

/** The hit with as many whole words of its line around it as fit; a hit that is longer itself is cut between words. */
function quoteOf(text: string, { start, end }: Found): string {
  // Texts told apart stand one under the other: nobody wrote them as one.
  const lineStart = text.lastIndexOf('\n', start) + 1
  const lineEnd = text.includes('\n', end) ? text.indexOf('\n', end) : text.length
  let from = start
  let to = Math.min(end, start + longestQuote)
  if (to < end) to = lastBreak(text, start, to)
  // A word behind, a word before, and so on: each turn adds one at least or ends.
  for (let grown = true; grown; ) {
    grown = false
    const after = breakAfter(text, to)
    if (after > to && after <= lineEnd && after - from <= longestQuote) [to, grown] = [after, true]
    const before = breakBefore(text, from)
    if (before < from && before >= lineStart && to - before <= longestQuote) [from, grown] = [before, true]
  }
  return text.slice(from, to).trim()
}

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char)

/** Where the word before this place begins; the places looked at are bounded by the longest quote. */
function breakBefore(text: string, at: number): number {
  let here = at
  while (here > 0 && isSpace(text[here - 1]) && at - here <= longestQuote) here--
  while (here > 0 && !isSpace(text[here - 1]) && at - here <= longestQuote) here--
  return here
}

function breakAfter(text: string, at: number): number {
  let here = at
  while (here < text.length && isSpace(text[here]) && here - at <= longestQuote) here++
  while (here < text.length && !isSpace(text[here]) && here - at <= longestQuote) here++
  return here
}

/** The last end of a word up to here; the place itself when the text is one word. */
function lastBreak(text: string, from: number, to: number): number {
  for (let here = to; here > from; here--) if (isSpace(text[here])) return here
  return to
}

/** What a letter may say, read once where staff send it. Pure. */
import { dangerPhrases } from '../../care/check/free-text/danger-phrases.ts'
import { findClinicWords } from '../directory/clinic-words.ts'
import { oneLine } from '../mail/safe-name.ts'
import { type Piece, piecesOf } from './guide-pages.ts'
import { type Topic, topicsOf } from './topics.ts'

/** Longest subject and opening, in characters, and the most pages. */
export const longestSubject = 120
export const longestOpening = 1000
export const mostPages = 6

/** A letter as staff typed it. */
export interface TypedLetter {
  readonly subject: string
  readonly opening: string
  readonly topic: string
  /** The id of an offer; empty or not there for none. */
  readonly offer?: string
  readonly pages: readonly string[]
}

/** A letter that can be kept. */
export interface LetterDraft {
  readonly subject: string
  readonly opening: string
  readonly topic: Topic
  /** The id of the offer that it carries. */
  readonly offerId: string | null
  readonly pages: readonly string[]
}

/** One thing to put right. `field` is its place in the form. */
export interface LetterProblem {
  readonly field: 'subject' | 'opening' | 'topic' | 'offer' | 'pages'
  readonly text: string
}

/** A letter that can be kept, or every reason why not. */
export type ReadLetter =
  | { readonly ok: true; readonly draft: LetterDraft }
  | { readonly ok: false; readonly problems: readonly LetterProblem[] }

/**
 * Reads what was typed. Claims of treatments stand in the guide; what a clinic adds may promise nothing (clinic-words.ts).
 * @param offers ids of the offers that can be chosen
 */
export function readLetterForm(typed: TypedLetter, offers: readonly string[] = []): ReadLetter {
  const subject = oneLine(typed.subject.slice(0, longestSubject * 10).normalize('NFC'))
  const opening = oneLine(typed.opening.slice(0, longestOpening * 10).normalize('NFC'))
  const [topic] = topicsOf([typed.topic])
  const pages: readonly string[] = piecesOf([...new Set(typed.pages.slice(0, mostPages * 10))]).map(({ page }) => page)
  const offerId = offers.find((id) => id === typed.offer) ?? null
  const problems: LetterProblem[] = [
    ...lengthProblem('subject', 'A subject', subject, longestSubject),
    ...lengthProblem('opening', 'The words at the beginning', opening, longestOpening, 0),
    ...[promise('subject', subject), promise('opening', opening)].flat(),
    ...[advice('subject', subject), advice('opening', opening)].flat(),
    ...(topic ? [] : [{ field: 'topic' as const, text: 'Choose what it is about.' }]),
    ...offerProblems(typed.offer ?? '', offerId, topic),
    ...(pages.length <= mostPages ? [] : [{ field: 'pages' as const, text: `Choose ${mostPages} pages at most.` }]),
    ...(pages.length > 0 || opening !== '' || offerId !== null
      ? []
      : [{ field: 'pages' as const, text: 'Choose a page of the guide, or write something.' }]),
  ]
  if (problems.length > 0 || !topic) return { ok: false, problems }
  return { ok: true, draft: { subject, opening, topic, offerId, pages } }
}

/** Offers go to whoever said yes to them: readers of the clinic's own news. */
function offerProblems(typed: string, offerId: string | null, topic: Topic | undefined): readonly LetterProblem[] {
  if (typed === '') return []
  if (offerId === null) return [{ field: 'offer', text: 'This offer has ended. Choose another, or none.' }]
  if (topic === undefined || topic === 'clinic-news') return []
  return [
    { field: 'offer', text: 'Only readers of the clinic’s news said yes to offers. Choose that topic, or no offer.' },
  ]
}

function lengthProblem(field: 'subject' | 'opening', what: string, text: string, most: number, least = 1) {
  const length = [...text].length
  const says = least > 0 ? `between ${least} and ${most}` : `at most ${most}`
  return length >= least && length <= most ? [] : [{ field, text: `${what} must have ${says} characters.` }]
}

function promise(field: 'subject' | 'opening', text: string): readonly LetterProblem[] {
  const [word] = findClinicWords(text.slice(0, longestOpening))
  return word ? [{ field, text: `“${word.written}”: ${word.why}` }] : []
}

const amountOfMedicine = /\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|ml|g|grams?|milligrams?|tablets?|pills?|capsules?)\b/i

/** What only checked words may say: danger signs stand in each letter already, and doses are the medicine page's. */
function advice(field: 'subject' | 'opening', text: string): readonly LetterProblem[] {
  const [sign] = dangerPhrases(text.slice(0, longestOpening))
  if (sign) {
    const why = 'what cannot wait stands in each letter already, in words that were checked. Leave it out here.'
    return [{ field, text: `“${sign.quote}” may tell of a danger sign: ${why}` }]
  }
  if (!amountOfMedicine.test(text)) return []
  return [{ field, text: 'Name no amount of a medicine. Choose the page of the guide on painkillers instead.' }]
}

/** Pages of a letter that the guide does not hold any more. */
export const goneFrom = (pages: readonly string[], pieces: readonly Piece[]): readonly string[] =>
  pages.filter((page) => !pieces.some((piece) => piece.page === page))

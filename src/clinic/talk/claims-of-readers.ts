/**
 * Where somebody who comments tells of a medicine, an amount of one, or of a cure: words that another reader could follow. Such
 * a comment shows only with our note beside it. Pure, and bounded by the longest comment. In doubt the note stands.
 */
import { medicinesTold } from './medicines-told.ts'

/** What a comment tells of that is not for everybody. */
export type ReaderClaim = 'medicine' | 'amount' | 'cure'

/** As many characters as are looked at; a comment is shorter. */
const mostRead = 4000

/** Kinds of medicine in two words; names and single words are medicines-told.ts. */
const medicine = /\b(?:anti[- ]?inflammator(?:y|ies)|muscle relaxants?|pain ?killers?)\b/i
const amount =
  /\b\d+(?:[.,]\d+)?\s*(?:mg|mcg|ml|g|grams?|milligrams?|tablets?|pills?|capsules?|times a day|x a day|a day)\b|\b(?:doubl|tripl|halv)(?:e|ed|ing)\b|\b(?:one|two|three|four|five|six|eight|ten|twice|couple of)\s+(?:more\s+)?(?:tablets?|pills?|capsules?|doses?|times a day|at once)\b/i
const cure =
  /\b(?:cure[ds]?|curing|heal(?:s|ed)?|fix(?:es|ed)?|miracle|guarantee[ds]?|never came back|gone for good|put (?:it|my \w+|(?:a|the) \w+) back|slipped back|out of place|popped back|re-?align(?:s|ed)?|completely (?:gone|better)|works? for (?:everyone|everybody|anyone)|you (?:should|must|need to)|everyone should|stop taking|don'?t (?:need|see|bother with) (?:a |the |your )?(?:doctor|gp|scan|physio))\b/i

/** What is told of, each once. Empty where nothing was found. */
export function claimsOfReader(words: string): readonly ReaderClaim[] {
  const text = words.slice(0, mostRead).normalize('NFKC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ')
  const found: ReaderClaim[] = []
  const told = medicinesTold(text)
  if (told.named || medicine.test(text)) found.push('medicine')
  if (told.counted || amount.test(text)) found.push('amount')
  if (cure.test(text)) found.push('cure')
  return found
}

/** The note beside such a comment, for whoever reads it. Our own words; never anything of the comment. */
export const noteOf = (claims: readonly ReaderClaim[]): string | undefined => {
  if (claims.includes('medicine') || claims.includes('amount'))
    return 'Our note: this is what one person did. It is no advice. Which medicine is safe, and how much, is another matter for each of us. Look at the medicine page, or ask a pharmacist.'
  return claims.includes('cure')
    ? 'Our note: this is how it went for one person. It does not tell if it works for others. The guide says what is known.'
    : undefined
}

/** The note beside what a therapist answered somebody, where it names a medicine or an amount: for everybody else who reads it. */
export const noteOfAnswer = (words: string): string | undefined =>
  claimsOfReader(words).some((claim) => claim !== 'cure')
    ? 'Our note: this was said to one person. Which medicine is safe, and how much, is another matter for each of us. Look at the medicine page, or ask a pharmacist.'
    : undefined

/** How many links, or things that look like one, a text holds. Counted up to 50. */
export const linksIn = (words: string): number =>
  (
    words
      .slice(0, mostRead)
      .normalize('NFKC')
      .match(
        /\b(?:https?:\/\/|www\.)|\b[\p{L}\p{N}-]{2,63}(?:\.| dot )(?:com|co\.uk|org|net|info|shop|store|biz|ru|xyz|top|site|online|io|me)\b/giu,
      ) ?? []
  ).slice(0, 50).length

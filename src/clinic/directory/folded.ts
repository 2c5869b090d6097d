/**
 * One way to compare what people type with what is written: names of places, therapists and insurers.
 * Pure. Names are shown as they were written; only the comparing is folded.
 */

/** The most of a text that is read, in UTF-16 units. Nobody types a longer name; the rest changes nothing. */
export const mostRead = 200

/** Letters that stay whole when accents are taken away, and how people without that key type them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{
    ß: 'ss',
    ς: 'σ',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ȷ: 'j',
    ħ: 'h',
    ŋ: 'n',
    ŧ: 't',
  },
  ...{ ĸ: 'k', ƒ: 'f', ɓ: 'b', ɗ: 'd', ɛ: 'e', ə: 'e', ɔ: 'o', ƙ: 'k', ŀ: 'l', ƶ: 'z', ȼ: 'c', ɨ: 'i', ʉ: 'u', ɫ: 'l' },
}

/** Marks that stand for an apostrophe, also those that a keyboard or a phone puts there by itself. */
const apostrophes = /['’‘‛ʼʻʽˈ′‵`´＇ˊˋ]/gu

/**
 * The text without case, accents, apostrophes and marks, its words apart by one space: "O’Hara" → "ohara",
 * "Smith-Jones" → "smith jones", "Łódź" → "lodz", "İSTANBUL" → "istanbul". Folding what is folded changes nothing.
 * Reads at most `mostRead` units. "" when there is no letter or number in it, in any script.
 */
export function folded(text: string): string {
  const plain = text
    .slice(0, mostRead)
    .toWellFormed()
    .replace(apostrophes, '')
    .normalize('NFKD')
    // Again, since some letters come apart into a letter and an apostrophe.
    .replace(apostrophes, '')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  return (
    [...plain]
      .map((letter) => plainLetters[letter] ?? letter)
      .join('')
      // Some letters come apart into eighteen; and a letter cut in two is none.
      .slice(0, mostRead)
      .toWellFormed()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .normalize('NFC')
      .trim()
  )
}

/** The folded text without its spaces, so that "Smith-Jones", "smith jones" and "Smithjones" are one. */
export const squeezed = (text: string): string => folded(text).replaceAll(' ', '')

/** Cyrillic and Greek letters that look like Latin ones, and signs that stand for a letter. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', ԁ: 'd', ɡ: 'g', т: 't', г: 'r' },
  ...{
    α: 'a',
    ε: 'e',
    ι: 'i',
    ο: 'o',
    υ: 'u',
    ν: 'v',
    ρ: 'p',
    τ: 't',
    κ: 'k',
    б: 'b',
    в: 'b',
    н: 'h',
    м: 'm',
    '@': 'a',
    $: 's',
  },
}

/**
 * One sign of a text as small plain letters: "É" → "e", "ﬁ" → "fi", a mark or a sign without width → "", all else → " ".
 * Unlike `folded` it also reads letters of other scripts that look like ours, since here somebody may wish to hide a word.
 */
export function plainLetter(sign: string): string {
  if (/^[\p{M}\p{Cf}]$/u.test(sign)) return ''
  if (/^['’‘‛ʼ′＇]$/u.test(sign)) return ''
  const plain = [
    ...sign
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, ''),
  ]
  return plain
    .map((letter) => lookAlikes[letter] ?? plainLetters[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]/g, ' ')
}

/**
 * Any text as a Typst string: the only way in which words of ours or of anybody reach a Typst source.
 * Inside a string Typst knows no markup and no code, so nothing that is written can become either. Pure and total.
 */

/** What may stand in a string as it is: letters, numbers and spaces of ASCII, and harmless signs. */
const plain = /^[A-Za-z0-9 .,;:!?()'/&%+=-]$/

/**
 * The text as a Typst string literal, quotes included. Every other character is written as its number; half a surrogate
 * pair, which no font and no file can hold, as the sign for what cannot be read.
 */
export const typstString = (text: string): string => `"${[...text].map(escaped).join('')}"`

const unreadable = 0xfffd

function escaped(letter: string): string {
  if (plain.test(letter)) return letter
  const code = letter.codePointAt(0) ?? unreadable
  const isHalf = code >= 0xd800 && code <= 0xdfff
  return `\\u{${(isHalf ? unreadable : code).toString(16)}}`
}

/** Several texts as a Typst array. */
export const typstStrings = (texts: readonly string[]): string =>
  `(${texts.map((text) => `${typstString(text)},`).join('')})`

/**
 * Text that somebody typed, made fit to be kept and shown to somebody else. One rule for all forms, staff's and the public's:
 * what nobody can see can turn the order of what stands beside it, or hide a word from whoever listens for danger.
 */

/**
 * Without marks that turn the direction of what follows, marks of no width, and control characters but tabs and line ends.
 * The two that join letters of many scripts stay (U+200C, U+200D).
 */
export const withoutHidden = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, '')

/** One line: line ends and every other format mark as spaces, spaces once. */
export const oneLine = (text: string): string =>
  withoutHidden(text)
    .normalize('NFC')
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Every text in a value as JSON has them, the names of its fields but not. */
export function allWithoutHidden(value: unknown): unknown {
  if (typeof value === 'string') return withoutHidden(value)
  if (Array.isArray(value)) return value.map(allWithoutHidden)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, allWithoutHidden(inside)]))
}

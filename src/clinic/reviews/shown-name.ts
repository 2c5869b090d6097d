/** How somebody who writes a review may be called in public. Pure. */
import { safeName } from '../mail/safe-name.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const firstOf = (word: string) => [...graphemes.segment(word)][0]?.segment ?? ''
/** Scripts that write a whole name without a space: its first sign stands for it. */
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/**
 * "Robin A." of "Robin Ashdown", "Robin" of "Robin".
 * @returns `null` where the name cannot be shortened so that it is safe to show: then only "a patient" is on offer
 */
export function shortName(name: string): string | null {
  const words = (safeName(name.normalize('NFC')) ?? '').split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return null
  const last = words.length > 1 ? words.at(-1) : undefined
  const given = withoutSpaces.test(first) && last === undefined ? `${firstOf(first)}.` : first
  const short = last === undefined ? given : `${given} ${firstOf(last).toLocaleUpperCase('en-GB')}.`
  return [...short].length > 40 ? null : short
}

/** What stands under a review. */
export const writerWords = (name: string | null): string => name ?? 'A patient'

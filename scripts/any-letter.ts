/**
 * For random texts in tests: any letter of Unicode, in the same turn as fast-check's own `unit: 'binary'` gives them. That one
 * makes a table of all 1.1 million with the first text, which takes each worker a second of the processor's, and which every
 * look for memory that is free goes through from then on.
 */
import fc from 'fast-check'

/** Halves of letters, which are none by themselves, lie between the letters. */
const firstHalf = 0xd8_00
const halves = 0x8_00

const letterAt = (place: number) => String.fromCodePoint(place < firstHalf ? place : place + halves)

/** @throws what is not one letter, as fast-check asks */
function placeOf(letter: unknown): number {
  const code = typeof letter === 'string' ? (letter.codePointAt(0) ?? firstHalf) : firstHalf
  const place = code < firstHalf ? code : code - halves
  if (letterAt(place) !== letter) throw new Error('This is not one letter.')
  return place
}

/** Any one letter: `fc.string({ unit: anyLetter })`. */
export const anyLetter: fc.Arbitrary<string> = fc.nat({ max: 0x10_ff_ff - halves }).map(letterAt, placeOf)

/**
 * Postcodes as people type them: "le52el", "sw1a-1aa", "SW1A 1AA", "SW1A", with O for 0; whole ones with I or L for 1 too.
 * Pure. The same reading serves the search and the import of the national list, so that both mean the same by a code.
 * Says what has the form of a postcode, not which exist.
 */
import { folded } from './folded.ts'

/** A postcode, or its first part alone. */
export interface Postcode {
  /** "SW1A" */
  readonly outward: string
  /** "SW1A 1AA" with a space, as it is written; `null` when only the first part was given. */
  readonly full: string | null
}

/** Outward: A9, A99, A9A, AA9, AA99, AA9A. Inward: 9AA. O is read as 0 where only a digit can stand. */
const form = /^[a-z]{1,2}[0-9o][a-z0-9]?$/
const whole = /^([a-z]{1,2}[0-9o][a-z0-9]?)([0-9o])([a-z]{2})$/
/** Of what would be a whole postcode alone, and is none as it stands: an "i" of a name is one, and BL1 1AA is not B11. */
const outerOne = /^([a-z]{1,2})[il](?=[a-z0-9]? ?[0-9oil][a-z]{2}$)/
const innerOne = /(?<=^[a-z]{1,2}[0-9o][a-z0-9]? ?)[il](?=[a-z]{2}$)/

/**
 * Reads a postcode, whole or its first part ("E2", "E 2"); a half-typed second part ("E2 9", "E29D") is left out.
 * `null` when the text has not that form. Never looks at more than ten letters.
 */
export function readPostcode(text: string): Postcode | null {
  // "E 2", "EC 1 A": the letters of an area stand apart from its number, and what follows that as one likes.
  const words = onesRead(folded(text))
    .replace(/^([a-z]{1,2}) (?=[0-9o])/, '$1')
    .replace(/^([a-z]{1,2}[0-9]{1,2}) (?=[a-z]$)/, '$1')
  const plain = words.replaceAll(' ', '')
  if (plain.length < 2 || plain.length > 7 || !/[0-9]/.test(plain)) return null
  const [, area = '', digit = '', inward = ''] = whole.exec(plain) ?? []
  if (inward) {
    const outward = outwardOf(area)
    return { outward, full: `${outward} ${digit.replace('o', '0')}${inward.toUpperCase()}` }
  }
  const [first = '', second] = words.split(' ')
  const outward = second && /^[0-9o][a-z]?$/.test(second) ? first : plain.replace(/(?<=[a-z][0-9]{1,2})[0-9][a-z]$/, '')
  return form.test(outward) ? { outward: outwardOf(outward), full: null } : null
}

/** The second part before the first: one that is right with it says nothing of the other. */
function onesRead(typed: string): string {
  const isWhole = (text: string) => whole.test(text.replaceAll(' ', ''))
  if (!/[0-9]/.test(typed) || isWhole(typed)) return typed
  const inner = typed.replace(innerOne, '1')
  return isWhole(inner) ? inner : typed.replace(outerOne, (_, area: string) => `${area}1`).replace(innerOne, '1')
}

const outwardOf = (code: string) =>
  code
    .replace(/^([a-z]{1,2})o/, '$10')
    .replace(/(?<=[0-9])o$/, '0')
    .toUpperCase()

/** "SW1A" lies in "SW1": the outward code without the letter that parts the districts of the middle; else itself. */
export const districtAbove = (outward: string): string => outward.replace(/(?<=[0-9])[A-Z]$/, '')

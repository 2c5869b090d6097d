/** The names of places, taken out of a line before it is listened to for danger. Pure. */
import { places } from '../../clinic/directory/places.ts'

const names = [...new Set(places.flatMap(({ label }) => label.split(/, | and | station/)))]
  .filter((name) => /^[A-Z][A-Za-z’' ]+$/.test(name))
  // "East Ham" before "Ham".
  .toSorted((one, other) => other.length - one.length)
const anyName = new RegExp(`\\b(?:${names.join('|')})\\b`, 'gi')

/**
 * A surgery is called by its place, and somebody looks for a place by its name; to the net for free text "Brixton" sounds like a
 * sign of labour. Only for a line that asks for such a name: a note is listened to as it is.
 */
export const withoutPlaces = (line: string): string => line.replaceAll(anyName, '')

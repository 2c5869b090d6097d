/** The name of a clinic or therapist as it stands in an address. */
import { folded } from './folded.ts'

/**
 * "ines-quillfeather" of "Ines Quillfeather", "sian-o-hara" of "Siân O’Hara". Never empty: a name with no letter that folds
 * to a to z or 0 to 9 is `otherwise`. Whether somebody has it already is the table's to say.
 */
export function slugOf(name: string, otherwise = 'unnamed'): string {
  const words = folded(name.slice(0, 200)).match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 80).replace(/-$/, '') || otherwise
}

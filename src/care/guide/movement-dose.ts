/** The dose of a movement in the words of its own card, so that an article cannot give another. Pure. */
import type { Phase } from '../movement/doses.ts'
import { type MovementId, movements } from '../movement/movements.ts'

/**
 * How much of this movement the card gives in this phase.
 * @throws when the card gives none: a mistake in an article, seen by the first test that loads it
 */
export function doseWords(id: MovementId, phase: Phase): string {
  const dose = movements[id].dose[phase]
  if (dose === null) throw new Error(`${id} has no dose in the phase ${phase}`)
  return dose.text
}

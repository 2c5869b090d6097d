/**
 * Green, amber, red: what the pain of one movement means, and what to do at once (evidence.md §5.0).
 * Pure.
 * Never: reads "not sure" about the leg as "fine" (H-10).
 */
import type { LegAnswer, Score } from './events.ts'
import { limit } from './thresholds.ts'

/** The traffic light of one movement (evidence.md §5.0, §6.2). */
export type Light = 'green' | 'amber' | 'red'

/** Leg pain that went further down or stayed after stopping. Not sure counts, for safety. */
export const legSpread = (leg: LegAnswer): boolean => leg === 'further' || leg === 'lasting' || leg === 'notSure'

/**
 * The light of one movement.
 * @param start pain just before the session, 0–10
 * @param peak  worst pain during the movement, 0–10. Not known is amber: it never counts as good
 */
export function lightOf(start: Score, peak: Score, leg: LegAnswer): Light {
  if (legSpread(leg)) return 'red'
  if (peak === 'notSure' || Number.isNaN(peak)) return 'amber'
  if (start !== 'notSure' && start >= limit('soreStart')) return peak > start ? 'red' : 'amber'
  if (peak >= limit('redPeak')) return 'red'
  if (start !== 'notSure' && peak - start >= limit('redRise')) return 'red'
  // With a start that nobody knows this may be a rise that is red: it never counts as good.
  if (start === 'notSure' && peak >= limit('redRise')) return 'amber'
  return peak <= limit('greenPeak') ? 'green' : 'amber'
}

/** Pain that is red whenever it is told (§6.3): the border of a red movement. */
export const isRedPain = (pain0to10: number): boolean => pain0to10 >= limit('redPeak')

/** What to do at once, for the player. */
export const lightWords: Readonly<Record<Light, string>> = {
  green: 'Carry on.',
  amber: 'Go smaller and slower. Do half the number.',
  red: 'Stop this one for today.',
}

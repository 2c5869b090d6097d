/**
 * Is this change of pain one that people notice? The one rule for the programme, the diary and the chart (evidence.md §7.4).
 * Pure.
 * Never: speaks of a change of 1 point or less, however large a share of the start it is.
 */
import { limit } from './thresholds.ts'

/** A hair below the border counts as on it: 5 − 3.5 is not quite 1.5 to a computer. */
const hair = 1e-9

/**
 * Pain then and now, 0–10, up or down. Noticed: 2 points; or 30 % of the start and more than 1 point, so that 3 to 2,
 * which is a third less, is still no change we speak of.
 */
export function isNoticeable(then0to10: number, now0to10: number): boolean {
  const size = Math.abs(now0to10 - then0to10)
  if (size >= limit('meaningfulPoints') - hair) return true
  const share = then0to10 > 0 && size * 100 >= then0to10 * limit('meaningfulPercent') - hair
  return share && size > limit('neverMeaningful') + hair
}

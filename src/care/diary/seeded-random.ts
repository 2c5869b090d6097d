/**
 * Numbers that look random and are always the same for the same seed, on every machine: the shuffles of `triggers`, and the
 * cases of bench, fuzz and prove. Pure: care has no randomness of its own, so that the same diary gives the same answer on
 * every device.
 * Never: for ids or secrets.
 */

/** Next number, 0 or more and below 1. */
export type Chance = () => number

/**
 * A new run of numbers for a seed (any whole number; its low 32 bits count). Mulberry32, Tommy Ettinger, public domain.
 */
export function seededRandom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * How much of a painkiller was taken within a time: looked at from each dose backwards. Pure.
 * Never: loses a dose whose time is broken. Comparisons are written as "not before", so that it counts.
 */
import { dayMs, type EpochMs, hourMs } from '../evidence/time.ts'
import { type CountedIngredient, countedIngredients, limits } from './limits.ts'
import { type Dose, holds, mgOf } from './products.ts'

/** The 24 hours that end with one dose. */
export interface Window {
  readonly firstAt: number
  readonly endsAt: number
  readonly mg: number
  readonly unknown: boolean
}

/** A window for each dose after `since`: the 24 elapsed hours that end with it. */
export function windowsOf(doses: readonly Dose[], ingredient: CountedIngredient, since: number): readonly Window[] {
  const held = doses.filter((dose) => holds(dose, ingredient))
  // Written as "not before", so that a broken time in a record counts instead of vanishing.
  return held
    .filter(({ takenAt }) => !(takenAt <= since))
    .map(({ takenAt: endsAt }) => {
      const inside = held.filter(({ takenAt }) => !(takenAt <= endsAt - dayMs) && !(takenAt > endsAt))
      return {
        firstAt: Math.min(...inside.map(({ takenAt }) => takenAt)),
        endsAt,
        mg: inside.reduce((sum, dose) => sum + mgOf(dose, ingredient), 0),
        unknown: inside.some(({ units }) => units === undefined),
      }
    })
}

/** The most of one ingredient that falls within so many milliseconds, counted back from each dose after `since`, mg. */
export function mostWithin(
  doses: readonly Dose[],
  ingredient: CountedIngredient,
  spanMs: number,
  since: number,
): number {
  const held = doses.filter((dose) => holds(dose, ingredient))
  const sums = held
    .filter(({ takenAt }) => !(takenAt <= since))
    .map(({ takenAt: endsAt }) =>
      held
        .filter(({ takenAt }) => !(takenAt <= endsAt - spanMs) && !(takenAt > endsAt))
        .reduce((sum, dose) => sum + mgOf(dose, ingredient), 0),
    )
  return Math.max(0, ...sums)
}

/**
 * What was taken in the last 24 hours above the packet: more at one time than its largest dose, or the next dose before the
 * gap was over (evidence.md §4.2).
 */
export const abovePacket = (doses: readonly Dose[], now: EpochMs, since: number): readonly CountedIngredient[] =>
  countedIngredients.filter((ingredient) => {
    const { singleMaxMg, gapHours } = limits[ingredient]
    return mostWithin(doses, ingredient, gapHours * hourMs, Math.max(since, now - dayMs)) > singleMaxMg
  })

/** The most that one of the windows holds, mg; 0 for none. */
export const highest = (windows: readonly Window[]) => windows.reduce((most, { mg }) => Math.max(most, mg), 0)

/** From the first dose of the first window that is over to the last dose of the last: 24 hours or more? */
export function spansMoreThanOneDay(windows: readonly Window[]): boolean {
  const first = Math.min(...windows.map(({ firstAt }) => firstAt))
  const last = Math.max(...windows.map(({ endsAt }) => endsAt))
  return !(last - first < dayMs)
}

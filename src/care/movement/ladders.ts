/**
 * Levels of one movement, easiest first, and the steps between them: evidence.md §5.1.
 * Data and two lookups. Never: says who may climb (block-list.ts and
 * the programme's advance rules do).
 */
import type { MovementId } from './types.ts'

/** Each movement stands on at most one ladder. Sitting, standing and bed versions stand in; they are no levels. */
export const ladders: readonly (readonly MovementId[])[] = [
  ['M01', 'M01-double'],
  ['M02-prone', 'M02', 'M03-small', 'M03'],
  ['M04-half', 'M04'],
  ['M06-small', 'M06'],
  ['M09', 'M09-wide'],
  ['M09-bed', 'M09-wide-bed'],
  ['M10-half', 'M10', 'M10-near', 'M10-single', 'M10-march'],
  ['M11-wall', 'M11-worktop', 'M11-knees', 'M11'],
  ['M12-slide', 'M12-leg', 'M12-arm', 'M12'],
  ['M13-wall', 'M13-knees', 'M13'],
  ['M14-heel-slide', 'M14-taps', 'M14-leg', 'M14'],
  ['M15-sitting', 'M15-march', 'M15'],
  ['M16-sitting', 'M16-held', 'M16', 'M16-loaded'],
  ['M19-high', 'M19'],
]

/** The ladder this movement stands on and its place from 0; undefined when it has no levels. */
export function levelOf(id: MovementId): { ladder: readonly MovementId[]; level: number } | undefined {
  const ladder = ladders.find((one) => one.includes(id))
  return ladder && { ladder, level: ladder.indexOf(id) }
}

/** The next easier level; undefined at the bottom or without a ladder. */
export const easierThan = (id: MovementId): MovementId | undefined => besides(id, -1)

/** The next harder level; undefined at the top or without a ladder. */
export const harderThan = (id: MovementId): MovementId | undefined => besides(id, 1)

function besides(id: MovementId, by: 1 | -1): MovementId | undefined {
  const found = levelOf(id)
  return found?.ladder[found.level + by]
}

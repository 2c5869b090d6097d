/**
 * All movements by id, and the frames that the figure of each goes through.
 * Never: says whether somebody may do one (ask block-list.ts first, always).
 */
import { isOneOf, recordOf } from '../evidence/closed-sets.ts'
import { dailyMovements } from './cards-daily.ts'
import { lyingMovements } from './cards-lying.ts'
import { strengthMovements } from './cards-strength.ts'
import { stretchMovements } from './cards-stretch.ts'
import { uprightMovements } from './cards-upright.ts'
import { framesOf } from './figure-data.ts'
import type { FigureFrames } from './figure-frames.ts'
import type { MotionOptions } from './motion.ts'
import type { Movement, MovementId } from './types.ts'
import { movementIds } from './types.ts'

export type { Movement, MovementId } from './types.ts'
// biome-ignore lint/performance/noBarrelFile: the list of ids belongs beside the map, but its type is needed below it
export { movementIds } from './types.ts'

const all = [...lyingMovements, ...uprightMovements, ...stretchMovements, ...strengthMovements, ...dailyMovements]

/** Every movement, in the order of `movementIds`. Building it throws if an id has no card or two. */
export const movements: Readonly<Record<MovementId, Movement>> = recordOf(movementIds, (id) => {
  const [found, second] = all.filter((movement) => movement.id === id)
  if (!found || second) throw new Error(`movement ${id} is defined ${second ? 'twice' : 'nowhere'}`)
  return found
})

/** Is this text the id of a movement? For addresses and saved records. */
export const isMovementId = (text: string): text is MovementId => isOneOf(movementIds, text)

/** They never change, and some 30 postures are solved for each: a page of a session would do it for each of its movements. */
const known = new Map<string, FigureFrames>()

/** The numbers an island needs to animate this movement; see `FigureFrames`. */
export function framesFor(id: MovementId, options: MotionOptions = {}): FigureFrames {
  const key = `${id} ${options.range ?? 1} ${options.headStill ?? false}`
  const found = known.get(key) ?? framesOf(movements[id].motion, options)
  known.set(key, found)
  return found
}

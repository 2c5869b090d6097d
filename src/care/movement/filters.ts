/**
 * Narrows the library down: position, what is at hand, phase, minutes, no kneeling.
 * Pure. Never: a safety check. Ask block-list.ts first; filter what it allows.
 */
import type { Phase } from './doses.ts'
import { minutesOf } from './doses.ts'
import { movements } from './movements.ts'
import type { Position, Thing } from './equipment.ts'
import { needsOf, positionsOf } from './equipment.ts'
import type { MovementId } from './types.ts'
import { movementIds } from './types.ts'

/** Each filter that is left out lets everything through. */
export interface MovementFilter {
  readonly position?: Position
  /** All that is at hand: nothing else may be needed. */
  readonly equipment?: readonly Thing[]
  readonly phase?: Phase
  /** The most time there is. Without a phase, the shortest of the movement's phases counts. */
  readonly minutes?: number
  /** false: nothing on the knees. */
  readonly kneeling?: boolean
}

/** The movements that pass every filter, in the order they were given. */
export function filterMovements(
  { position, equipment, phase, minutes, kneeling }: MovementFilter,
  from: readonly MovementId[] = movementIds,
): MovementId[] {
  const tests: ((id: MovementId) => boolean)[] = []
  if (position !== undefined) tests.push((id) => positionsOf(id).includes(position))
  if (equipment !== undefined) tests.push((id) => needsOf(id).every((thing) => equipment.includes(thing)))
  if (phase !== undefined) tests.push((id) => movements[id].dose[phase] !== null)
  if (minutes !== undefined) tests.push((id) => shortestMinutes(id, phase) <= minutes)
  if (kneeling === false) tests.push((id) => !movements[id].traits.includes('onKnees'))
  return from.filter((id) => tests.every((test) => test(id)))
}

const shortestMinutes = (id: MovementId, phase: Phase | undefined): number =>
  Math.min(
    ...(phase ? [phase] : (['calm', 'restore', 'strength'] as const)).map((one) => minutesOf(id, one) ?? Infinity),
  )

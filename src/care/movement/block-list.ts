/**
 * Who may do which movement, how it changes for them, and what they do instead.
 * Pure; reads block-rules.ts.
 * Never: returns a blocked movement, and never leaves anybody without something they can do (unless the check has
 * locked everything until a clinician has seen them).
 */
import { holds } from '../check/condition-met.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { Selector } from './block-rules.ts'
import { blockRules, changeRules } from './block-rules.ts'
import { movements } from './movements.ts'
import type { MovementProfile } from './profile.ts'
import type { Movement, MovementId } from './types.ts'
import { movementIds, movementNamed } from './types.ts'

/**
 * What the check allows (evidence.md §2.1): `open` everything not blocked; `gentle` only breathing, positions of ease
 * and usual gentle walking; `locked` nothing until a clinician has cleared the person.
 */
export type Lock = 'open' | 'gentle' | 'locked'

/** Why a movement is not for this person: the rule, and what to say. */
export interface BlockedReason {
  readonly rule: string
  readonly because: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}
/** What changes about a movement for this person: `range` is the share of the full way, 0 to 1. */
export interface Modification {
  readonly rule: string
  readonly text: string
  readonly range?: number
  readonly headStill?: true
  readonly onlySide?: 'left' | 'right'
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** Does a rule's selector speak of this movement? Depends on the movement alone, so rules × movements is a finite table. */
export function selects(selector: Selector, movement: Movement): boolean {
  const matches = ({ cards, movements: ids, kinds, places, traits }: Omit<Selector, 'except' | 'everything'>) =>
    Boolean(
      cards?.includes(movement.card) ||
        ids?.includes(movement.id) ||
        kinds?.includes(movement.kind) ||
        places?.includes(movement.place) ||
        traits?.some((trait) => movement.traits.includes(trait)),
    )
  return (selector.everything === true || matches(selector)) && !(selector.except && matches(selector.except))
}

/** The rules that speak of each movement: that finite table, read once. */
const blocksOf = ofEachMovement((movement) => blockRules.filter(({ blocks }) => selects(blocks, movement)))
const changesOf = ofEachMovement((movement) => changeRules.filter(({ changes }) => selects(changes, movement)))

function ofEachMovement<T>(read: (movement: Movement) => T): Readonly<Record<MovementId, T>> {
  // Every id is among `movementIds`; only the compiler cannot see it.
  return Object.fromEntries(movementIds.map((id) => [id, read(movements[id])])) as Record<MovementId, T>
}

/** Why this person should not do it now. Empty: it is allowed. */
export const blockedReasons = (id: MovementId, profile: MovementProfile): BlockedReason[] =>
  blocksOf[id]
    .filter(({ when }) => holds(when, profile))
    .map(({ id: rule, because, sources, tag }) => ({ rule, because, sources, tag }))

/** How this person does it differently. For a movement that is blocked the list means nothing; ask `blockedReasons` first. */
export const modifications = (id: MovementId, profile: MovementProfile): Modification[] =>
  changesOf[id]
    .filter(({ when }) => holds(when, profile))
    .map(({ id: rule, when: _, changes: __, ...rest }) => ({ rule, ...rest }))

/** How the figure is drawn for this person: the smallest range of all modifications. */
export function drawnFor(id: MovementId, profile: MovementProfile): { range: number; headStill: boolean } {
  const changes = modifications(id, profile)
  return {
    range: Math.min(1, ...changes.map(({ range }) => range ?? 1)),
    headStill: changes.some(({ headStill }) => headStill),
  }
}

/** The sides on which this person does it: usually both; the sore side may be left out. */
export function sidesFor(id: MovementId, profile: MovementProfile): readonly ('left' | 'right')[] {
  const only = modifications(id, profile).flatMap(({ onlySide }) => onlySide ?? [])
  return (['left', 'right'] as const).filter((side) => only.every((one) => one === side))
}

/** Is this movement within what the check allows, whoever the person is? */
export function withinLock(id: MovementId, lock: Lock): boolean {
  if (lock === 'open') return true
  return (
    lock === 'gentle' &&
    (movements[id].kind === 'ease' || movements[id].kind === 'breathing' || id === movementNamed.walking)
  )
}

/** All that this person may do now, in the order of `movementIds`. `locked` gives none. */
export const allowedMovements = (profile: MovementProfile, lock: Lock): MovementId[] =>
  movementIds.filter((id) => withinLock(id, lock) && blockedReasons(id, profile).length === 0)

/** After a card's own stand-ins: pelvic tilt, walking, and breathing, which nothing blocks (evidence.md §5.3). */
const lastResorts = [
  movementNamed.seatedPelvicRock,
  movementNamed.standingPelvicTilt,
  movementNamed.walking,
  movementNamed.marchOnSpot,
  movementNamed.seatedMarch,
  movementNamed.seatedBreathing,
] as const satisfies readonly MovementId[]

/** Everything to try in place of a movement, best first: itself, its stand-ins, then the last resorts. */
export const substituteChain = (id: MovementId): MovementId[] => [
  ...new Set([id, ...movements[id].instead, ...lastResorts]),
]

/**
 * What this person may do in place of a movement, best first: itself if allowed, then each stand-in that is. Nothing when
 * the check has locked everything. Made one by one, since most ask for the first that fits.
 * @param before tried even before the movement itself
 */
export function* substitutesFor(
  id: MovementId,
  profile: MovementProfile,
  lock: Lock,
  before: readonly MovementId[] = [],
): Generator<MovementId> {
  for (const candidate of new Set([...before, ...substituteChain(id)]))
    if (withinLock(candidate, lock) && blockedReasons(candidate, profile).length === 0) yield candidate
}

/**
 * What this person does when a movement is asked for: the movement itself if allowed, else the first stand-in that is.
 * Always answers: the chain ends in breathing in an easy position. Not to be asked when the check has locked everything;
 * then there is no movement to show at all.
 * @param fits what else it must be, such as a walk, or not in the set already; then there may be none
 */
export function substituteFor(id: MovementId, profile: MovementProfile, lock?: Exclude<Lock, 'locked'>): MovementId
export function substituteFor(
  id: MovementId,
  profile: MovementProfile,
  lock: Lock,
  fits: (candidate: MovementId) => boolean,
): MovementId | undefined
export function substituteFor(
  id: MovementId,
  profile: MovementProfile,
  lock: Lock = 'open',
  fits?: (candidate: MovementId) => boolean,
): MovementId | undefined {
  for (const candidate of substitutesFor(id, profile, lock)) if (!fits || fits(candidate)) return candidate
  if (!fits) throw new Error('a rule blocks breathing')
  return undefined
}

/**
 * The session that was begun, as the player plays it: each movement with its figure and times, and what may stand in for it.
 * Pure. Never: a movement that the block list rules out now, though it was allowed at the start.
 */
import type { BegunItem, SessionBegun } from '../../../care/player/session-begun.ts'
import { timedItem } from '../../../care/player/timed.ts'
import { movementProfileAt } from '../../../care/record/person.ts'
import { blockedReasons, modifications, withinLock } from '../../../care/movement/block-list.ts'
import type { MovementProfile } from '../../../care/movement/profile.ts'
import { framesFor, movements } from '../../../care/movement/movements.ts'
import { changesIn } from '../../../care/programme/session-item.ts'
import { mayMove } from '../../../care/programme/screening.ts'
import { standInsFor } from '../../../care/programme/session.ts'
import type { PlayerChoice } from '../../ui/player.tsx'
import type { RecordNow } from '../record/record-now.ts'

export interface SessionSlot {
  readonly item: BegunItem
  /** The movement itself unless it is blocked by now, then at most two that may stand in for it. */
  readonly choices: readonly PlayerChoice[]
  /** How this person does it differently, and why it is half or another one. */
  readonly notes: readonly string[]
}

/** Stand-ins offered for each movement: enough to choose from, few enough to read. */
const mostStandIns = 2

export function slotsOf(begun: SessionBegun, { events, now, state }: RecordNow): readonly SessionSlot[] {
  const profile = movementProfileAt(events, now, begun.painNow0to10)
  const allowed = mayMove(state, now)
  const lock = allowed.ok ? allowed.lock : 'locked'
  const taken = new Set(begun.items.map(({ movement }) => movement))
  return begun.items.map((item) => {
    const { card, movement, half, insteadOf } = item
    const mine = withinLock(movement, lock) && blockedReasons(movement, profile).length === 0
    const standIns = standInsFor({ card, movement }, state, profile, now, taken).slice(0, mostStandIns)
    const own = mine ? [item] : []
    return {
      item,
      choices: [...own, ...standIns].map((one) => choiceOf(one, profile)),
      notes: [
        ...(half === null ? [] : [half]),
        ...(insteadOf ? [`In place of ${small(movements[insteadOf.movement].title)}. ${insteadOf.because}`] : []),
        ...(item.dose.loadKg > 0 ? [`With ${item.dose.loadKg} kg.`] : []),
        ...changesIn(modifications(movement, profile), half !== null),
      ],
    }
  })
}

function choiceOf(item: Omit<BegunItem, 'insteadOf'>, profile: MovementProfile): PlayerChoice {
  const { movement, dose, range, headStill, half } = item
  const options = { range, headStill }
  return {
    movement,
    note: changesIn(modifications(movement, profile), half !== null).join(' '),
    title: movements[movement].title,
    timed: timedItem(movement, dose),
    frames: framesFor(movement, options),
    options,
  }
}

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

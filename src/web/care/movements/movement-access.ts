/**
 * How this person stands with a movement: may do it now, may look at it because it comes in a later phase, or not for them.
 * Pure. In the programme it asks what a session asks: the lock, the block list, the phase.
 * Without one, the plan of the first hours decides, and every limit of its steps must agree too.
 * Never: shows the steps of a movement that the lock or the block list keeps from this person.
 */
import {
  blockedReasons,
  drawnFor,
  modifications,
  sidesFor,
  substituteFor,
  withinLock,
} from '../../../care/movement/block-list.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import type { Lock } from '../../../care/movement/block-list.ts'
import { doseFor, type Phase } from '../../../care/movement/doses.ts'
import type { MotionOptions } from '../../../care/movement/motion.ts'
import { type MovementId, movements } from '../../../care/movement/movements.ts'
import type { MovementProfile } from '../../../care/movement/profile.ts'
import type { Dose } from '../../../care/movement/types.ts'
import { type PhaseNumber, phases } from '../../../care/programme/phases.ts'
import { limitsOn, type Situation } from '../../../care/relief/choose.ts'
import type { StepCard } from '../../../care/relief/step-types.ts'
import { steps } from '../../../care/relief/steps.ts'

/** Who asks. */
export interface Standpoint {
  readonly lock: Lock
  readonly profile: MovementProfile
  /** The phase of the running programme; 1 without one. */
  readonly phase: PhaseNumber
  /** What the limits of the first hours look at; null in the programme, where a session does not ask them either. */
  readonly situation: Situation | null
  /** Three steps back in a week: only rest, breathing and walking for now. */
  readonly easeOnly: boolean
}

/** What a person who may see a movement needs to know about it. */
export interface Seen {
  /** How they do it differently. */
  readonly changes: readonly string[]
  readonly options: MotionOptions
  readonly sides: readonly ('left' | 'right')[]
  /** Where it has a dose for them: `now` the phase they are to use, else the first to come. */
  readonly phase: PhaseNumber
  readonly dose: Dose
}
export type MovementStanding =
  | ({ readonly kind: 'now' } & Seen)
  | ({ readonly kind: 'later'; readonly because: string } & Seen)
  | { readonly kind: 'blocked'; readonly because: readonly string[]; readonly instead: MovementId | undefined }

const all: readonly StepCard[] = steps
export const phaseNumbers = [1, 2, 3, 4] as const satisfies readonly PhaseNumber[]
/** The dose letter of a phase; 3 and 4 share one. */
export const doseOfPhase = (phase: PhaseNumber): Phase => phases[phase].dose

/** How this person stands with this movement. */
export function movementStanding(id: MovementId, who: Standpoint): MovementStanding {
  const because = whyNot(id, who)
  if (because.length > 0) {
    const may = (other: MovementId) => other !== id && whyNot(other, who).length === 0 && phaseFor(other, who).now
    return { kind: 'blocked', because: [...new Set(because)], instead: substituteFor(id, who.profile, who.lock, may) }
  }
  const { phase, dose, now, words } = phaseFor(id, who)
  const seen = {
    changes: modifications(id, who.profile).map(({ text }) => text),
    options: drawnFor(id, who.profile),
    sides: sidesFor(id, who.profile),
    phase,
    dose,
  }
  return now ? { kind: 'now', ...seen } : { kind: 'later', because: words, ...seen }
}

function whyNot(id: MovementId, { lock, profile, situation, easeOnly }: Standpoint): readonly string[] {
  if (!withinLock(id, lock)) return ['Your check asks you to be seen before you move more.']
  const { kind } = movements[id]
  if (easeOnly && kind === 'move') return ['For now you rest, breathe and walk.']
  const reasons = blockedReasons(id, profile).map(({ because }) => because)
  const limits = situation === null ? [] : cardsOf(id).flatMap((card) => limitsOn(card, situation))
  if (sidesFor(id, profile).length === 0) reasons.push('Both sides are sore.')
  if (!phaseNumbers.some((phase) => doseFor(id, doseOfPhase(phase), profile)))
    reasons.push('There is no amount of it that fits you now.')
  return [...reasons, ...limits.map(({ because }) => because)]
}

const cardsOf = (id: MovementId) => all.filter(({ movement }) => movement === id)

/** The phase whose dose counts for this person, and whether that is now. Asked only of what has a dose for them. */
function phaseFor(id: MovementId, { phase, profile, situation }: Standpoint) {
  const having = phaseNumbers.flatMap((number) => {
    const dose = doseFor(id, doseOfPhase(number), profile)
    return dose ? [{ phase: number, dose }] : []
  })
  const open = findLast(having, (one) => one.phase <= phase)
  // Outside the programme a movement that no step of the plan uses has no limits of its own there, so it waits.
  const waits = situation !== null && movements[id].kind === 'move' && cardsOf(id).length === 0
  const found = open ?? having[0]
  if (!found) throw new Error(`${id} has no dose at all`)
  const { number, name } = phases[found.phase]
  return {
    ...found,
    now: open !== undefined && !waits,
    words: waits
      ? `It is not part of the first days. It comes in the programme, in phase ${number}: ${name}.`
      : `It comes in phase ${number}: ${name}. You are in phase ${phase}.`,
  }
}

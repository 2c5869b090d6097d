/**
 * Movements put together: the yoga and Pilates sets that people ask for, and the sets for people who cannot get to the
 * floor (evidence.md §5.3, §8). Data, and one function that fits a set
 * to a person. Never: serves a blocked movement; every place is filled through the block list.
 */
import type { Grade, VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { Lock } from './block-list.ts'
import { substituteFor } from './block-list.ts'
import type { Phase } from './doses.ts'
import { doseFor } from './doses.ts'
import type { MovementProfile } from './profile.ts'
import type { Dose, MovementId } from './types.ts'

/** The id of one set, as in its address. */
export type SequenceId = 'yoga' | 'yoga-chair' | 'pilates' | 'bed' | 'chair' | 'standing'

/** Movements done one after another (evidence.md §5.3, §8). */
export interface Sequence {
  readonly id: SequenceId
  readonly title: string
  readonly about: string
  /** What the trials say, in words that go with `grade`. */
  readonly proof: string
  readonly grade: Grade
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
  /** The phase whose doses it uses. */
  readonly phase: Phase
  readonly movements: readonly MovementId[]
}

const yogaProof: Pick<Sequence, 'proof' | 'grade' | 'sources' | 'tag'> = {
  proof: 'For a new spasm there is no good evidence. For long-term back pain the gain is small. Good if you enjoy it.',
  grade: 'weak',
  sources: ['professional'],
  tag: 'K',
}
const setProof: Pick<Sequence, 'proof' | 'grade' | 'sources' | 'tag'> = {
  proof: 'No good trial shows that one set beats another. It keeps you going where you are.',
  grade: 'none',
  sources: ['ijzelenberg-2023', 'cashin-2025', 'unclench-design'],
  tag: 'C',
}

/** Every set. */
export const sequences: readonly Sequence[] = [
  {
    id: 'yoga',
    title: 'Gentle yoga',
    about: 'Cat-cow, child’s pose, cobra and a twist, with slow breathing.',
    ...yogaProof,
    phase: 'restore',
    movements: ['breathing', 'M05', 'M04', 'M03', 'M09', 'M06'],
  },
  {
    id: 'yoga-chair',
    title: 'Chair yoga',
    about: 'The same shapes on a chair.',
    ...yogaProof,
    phase: 'restore',
    movements: ['breathing', 'M05-sitting', 'M04-sitting', 'M06', 'M07-sitting'],
  },
  {
    id: 'pilates',
    title: 'First Pilates set',
    about: 'Pelvic tilt, bridge, heel taps, bird dog and a short plank.',
    proof:
      'For a new spasm there is no good evidence. For long-term back pain it helps for a while. It is no better than other movement you like.',
    grade: 'weak',
    sources: ['professional'],
    tag: 'K',
    phase: 'restore',
    movements: ['M08', 'M10', 'M14-taps', 'M12-leg', 'M11-worktop'],
  },
  {
    id: 'bed',
    title: 'In bed',
    about:
      'For days when the floor is too far. End by rolling like a log to get up: knees together, on to your side in one piece, legs over the edge as you push up.',
    ...setProof,
    phase: 'calm',
    movements: ['M17b-bed', 'M22-bed', 'M08-bed', 'M09-bed', 'M01-bed', 'M14-heel-slide-bed'],
  },
  {
    id: 'chair',
    title: 'On a chair',
    about: 'For people who cannot get to the floor.',
    ...setProof,
    phase: 'calm',
    movements: ['breathing', 'M08-sitting', 'M05-sitting', 'M06-small', 'M01-sitting', 'M15-sitting', 'M19'],
  },
  {
    id: 'standing',
    title: 'Standing',
    about: 'For people who cannot get to the floor.',
    ...setProof,
    phase: 'restore',
    movements: ['M18', 'M11-wall', 'M13-wall', 'M12-standing', 'M20-back', 'M20-side', 'M16', 'M15'],
  },
]

/** One place of a set as this person does it. `insteadOf`: what stood there in the set. */
export interface SequenceStep {
  readonly id: MovementId
  readonly dose: Dose
  readonly insteadOf?: MovementId
}

/**
 * The set as this person does it: each movement, or the first stand-in that is allowed and has a dose in the phase. What
 * would come twice comes once. Empty only if the check has locked everything.
 */
export function sequenceFor(sequence: Sequence, profile: MovementProfile, lock: Lock): SequenceStep[] {
  const steps: SequenceStep[] = []
  for (const wanted of sequence.movements) {
    const id = substituteFor(wanted, profile, lock, (one) => doseFor(one, sequence.phase, profile) !== null)
    const dose = id && doseFor(id, sequence.phase, profile)
    if (!id || !dose || steps.some((step) => step.id === id)) continue
    steps.push({ id, dose, ...(id !== wanted && { insteadOf: wanted }) })
  }
  return steps
}

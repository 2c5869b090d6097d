/**
 * The kinds of service that a clinic can offer, and how sure the guide is of each: the grade that stands beside its price.
 * Which profession may give which is here too. The grade and its sources are the guide's own claims. Where there is none for
 * the kind itself, the words say what the grade is of. Never: a grade of its own.
 */
import type { Grade, VerificationTag } from '../../care/evidence/grade.ts'
import { gradedBy } from '../../care/evidence/rests-on.ts'
import type { SourceId } from '../../care/evidence/sources.ts'
import type { ProfessionId } from './professions.ts'

/** How sure we are of a kind of service, or why there is nothing to be sure of. */
export type Proof =
  | {
      readonly is: 'graded'
      readonly grade: Grade
      /** What the grade is of, after its words: "weak evidence that it eases pain for a while". */
      readonly about: string
      /** What to say beside it (§8, "honest words"). */
      readonly honest: string
      readonly sources: readonly SourceId[]
      readonly tag: VerificationTag
    }
  | { readonly is: 'notATreatment'; readonly honest: string }

/** One kind of service. */
export interface Treatment {
  readonly name: string
  readonly proof: Proof
  /** Who may give it. */
  readonly givenBy: readonly ProfessionId[]
  /** May several people come at once? */
  readonly inGroups: boolean
}

const physiotherapy: Proof = {
  is: 'graded',
  ...gradedBy('physio-package', 'nice-physio'),
  about: 'as a whole, for a new spasm',
  honest: 'A physio checks you, rules things out and builds a plan. Most people need a few visits or none.',
}
const massage: Proof = {
  is: 'graded',
  ...gradedBy('massage-eases', 'nice-hands-with-exercise', 'massage-acp', 'massage-who'),
  about: 'that it eases pain for a short time',
  honest: 'It may feel good for a day or two. It does not prevent the next one.',
}
const handsOn: Proof = {
  is: 'graded',
  ...gradedBy('spine-by-hand', 'nice-hands-with-exercise', 'spine-by-hand-acp'),
  about: 'that moving the spine by hand eases pain for a few weeks',
  honest: 'Osteopathy has no grade of its own in our guide. This one is for moving the spine by hand, a part of it.',
}

/** The kinds by id, which is what a clinic's service keeps. */
export const treatments = {
  'physiotherapy-first': {
    ...{ name: 'Physiotherapy, first visit', proof: physiotherapy, givenBy: ['physiotherapist'], inGroups: false },
  },
  'physiotherapy-follow-up': {
    ...{ name: 'Physiotherapy, follow-up', proof: physiotherapy, givenBy: ['physiotherapist'], inGroups: false },
  },
  'sports-massage': {
    ...{ name: 'Sports massage', proof: massage, givenBy: ['massage-therapist', 'physiotherapist'], inGroups: false },
  },
  'deep-tissue-massage': {
    ...{
      name: 'Deep-tissue massage',
      proof: massage,
      givenBy: ['massage-therapist', 'physiotherapist'],
      inGroups: false,
    },
  },
  acupuncture: {
    name: 'Acupuncture',
    proof: {
      is: 'graded',
      ...gradedBy('acupuncture-sham', 'acupuncture-acp', 'acupuncture-who'),
      about: 'in UK guidance for backs',
      honest:
        'Studies find that it does little more than sham needles. UK guidance does not recommend it. If you choose it, pick a regulated person.',
    },
    givenBy: ['acupuncturist', 'physiotherapist'],
    inGroups: false,
  },
  osteopathy: { name: 'Osteopathy', proof: handsOn, givenBy: ['osteopath'], inGroups: false },
  chiropractic: {
    name: 'Chiropractic',
    proof: {
      is: 'graded',
      ...gradedBy('spine-by-hand', 'nice-hands-with-exercise', 'spine-by-hand-acp'),
      about: 'that it eases pain for a few weeks',
      honest: 'Bones are not out of place. It may ease pain a little for some.',
    },
    givenBy: ['chiropractor'],
    inGroups: false,
  },
  pilates: {
    name: 'Pilates',
    proof: {
      is: 'graded',
      ...gradedBy('pilates-long-term', 'pilates-no-better'),
      about: 'that it helps pain that has lasted for months, for a while',
      honest: 'It is not better than other exercise. Choose it if you enjoy it.',
    },
    givenBy: ['instructor', 'physiotherapist'],
    inGroups: true,
  },
  'strength-class': {
    name: 'Strength class',
    proof: {
      is: 'graded',
      ...gradedBy('exercise-prevents', 'exercise-new-spasm'),
      about: 'for later: exercise may help to keep pain from coming back',
      honest: 'It is for later. For a new spasm, exercise did no better than sham.',
    },
    givenBy: ['instructor', 'physiotherapist'],
    inGroups: true,
  },
  'free-assessment': {
    name: 'Free talk, 15 minutes',
    proof: { is: 'notATreatment', honest: 'A talk to see if this therapist suits you. It is not a treatment.' },
    givenBy: ['physiotherapist', 'osteopath', 'chiropractor', 'massage-therapist', 'acupuncturist', 'instructor'],
    inGroups: false,
  },
  'video-call': {
    name: 'Video call',
    proof: { is: 'notATreatment', honest: 'A way to meet, for advice and a plan. It is not a treatment by itself.' },
    givenBy: ['physiotherapist', 'osteopath', 'chiropractor'],
    inGroups: false,
  },
} as const satisfies Record<string, Treatment>

/** The id of a kind of service. */
export type TreatmentId = keyof typeof treatments

/** Is this a kind of service that we know? */
export const isTreatmentId = (id: string): id is TreatmentId => Object.hasOwn(treatments, id)

/** May somebody of this profession give it? */
export function mayGive(profession: ProfessionId, treatment: TreatmentId): boolean {
  const who: readonly ProfessionId[] = treatments[treatment].givenBy
  return who.includes(profession)
}

/**
 * The kinds of service that a clinic can offer, and how sure the guide is of each: the grade that stands beside its price.
 * Data only. Where evidence.md §8 gives a range, the lower grade is shown; where it gives none for the kind itself, the
 * words say what the grade is of. Never: a grade that the evidence brief does not give.
 */
import type { Grade, VerificationTag } from '../../care/evidence/grade.ts'
import type { SourceId } from '../../care/evidence/sources.ts'
import { topics } from '../../care/prevention/topics.ts'
import type { ProfessionId } from './professions.ts'

/** The row of evidence.md §8 that a grade comes from, under the name that the guide will have for it. */
export type ClaimId =
  | 'physiotherapy'
  | 'massage'
  | 'acupuncture'
  | 'chiropractic'
  | 'spinal-manipulation'
  | 'pilates'
  | 'strength'

/** How sure we are of a kind of service, or why there is nothing to be sure of. */
export type Proof =
  | {
      readonly is: 'graded'
      readonly grade: Grade
      readonly claim: ClaimId
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
  ...{ is: 'graded', grade: 'weak', claim: 'physiotherapy', sources: ['nice-ng59'], tag: 'V' },
  about: 'as a whole, for a new spasm',
  honest: 'A physio checks you, rules things out and builds a plan. Most people need a few visits or none.',
}
const massage: Proof = {
  ...{ is: 'graded', grade: 'weak', claim: 'massage', sources: ['nice-ng59', 'acp-2017', 'who-2023'], tag: 'K' },
  about: 'that it eases pain for a short time',
  honest: 'It may feel good for a day or two. It does not prevent the next one.',
}
const handsOn: Proof = {
  ...{ is: 'graded', grade: 'weak', claim: 'spinal-manipulation', sources: ['nice-ng59', 'acp-2017'], tag: 'C' },
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
      // NICE says not to offer it; others call it an option of low quality. The lower one is shown.
      ...{
        is: 'graded',
        grade: 'against',
        claim: 'acupuncture',
        sources: ['nice-ng59', 'acp-2017', 'who-2023'],
        tag: 'K',
      },
      about: 'in UK guidance',
      honest:
        'Studies find little beyond sham needles. UK guidance does not recommend it. If you choose it, pick a regulated person.',
    },
    givenBy: ['acupuncturist', 'physiotherapist'],
    inGroups: false,
  },
  osteopathy: { name: 'Osteopathy', proof: handsOn, givenBy: ['osteopath'], inGroups: false },
  chiropractic: {
    name: 'Chiropractic',
    proof: {
      ...{ is: 'graded', grade: 'weak', claim: 'chiropractic', sources: ['nice-ng59', 'acp-2017'], tag: 'K' },
      about: 'that it eases pain for a few weeks',
      honest: 'Bones are not out of place. It may ease pain a little for some.',
    },
    givenBy: ['chiropractor'],
    inGroups: false,
  },
  pilates: {
    name: 'Pilates',
    proof: {
      ...{ is: 'graded', grade: 'weak', claim: 'pilates', sources: ['professional'], tag: 'K' },
      about: 'that it helps pain that has lasted for months, for a while',
      honest: 'It is not better than other exercise. Choose it if you enjoy it.',
    },
    givenBy: ['instructor', 'physiotherapist'],
    inGroups: true,
  },
  'strength-class': {
    name: 'Strength class',
    proof: {
      ...{
        is: 'graded',
        grade: topics.strength.grade,
        claim: 'strength',
        sources: topics.strength.sources,
        tag: topics.strength.tag,
      },
      about: 'that exercise, with learning about backs, keeps pain from coming back',
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

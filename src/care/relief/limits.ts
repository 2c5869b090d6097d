/**
 * Who must not have what: every contraindication of evidence.md §4.1 and §5.0, and the "avoid" column of §3, as data.
 * Read by `choose.ts`; printed on the plan as "instead of … because …"; proved over every profile in relief.proof.test.ts.
 * Never: a limit that lives only in code, and never one that reads "not sure" as "no".
 */
import { all, any, atLeast, is, maybe, ticked } from '../check/condition.ts'
import { type Condition, notSure } from '../check/types.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { selects } from '../movement/block-list.ts'
import { blockRules } from '../movement/block-rules.ts'
import { type MovementId, movementIds, movements } from '../movement/movements.ts'
import { inOurTerms } from './movement-facts.ts'

/** What a step asks of a body. A step lists all that are true of it; a limit names those it rules out. */
export type Trait =
  | 'flatOnBack'
  | 'onFront'
  | 'onSide'
  | 'bendsForward'
  | 'arches'
  | 'movement'
  | 'getsInBath'
  | 'shower'
  | 'heat'
  | 'cold'
  | 'massage'
  | 'massageLowBack'
  | 'standsToPress'
  | 'tensing'
  | 'pacedBreath'
  | 'directionTest'

/** One limit: for whom, and what it rules out. */
export interface Limit {
  readonly id: string
  readonly who: Condition
  readonly rulesOut: readonly Trait[]
  /** Movements that it rules out, by their own id (only limits that come from the movement room's block list). */
  readonly movements?: readonly MovementId[]
  /** A whole sentence: shown after "Instead of …". */
  readonly because: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const usual = { sources: ['professional'], tag: 'K' } as const
const ours = { sources: ['unclench-design'], tag: 'C' } as const

/** Ticked, or the list is not known: the careful side. */
const tickedOrNotSure = (list: string, ...items: string[]): Condition => ticked(list, ...items, notSure)
const maybePregnant = is('pregnancy', 'pregnant', 'maybe', notSure)

const ownLimits = [
  // Comfort: a direction that hurts is left out for now (§3)
  {
    id: 'worse-bending',
    who: ticked('worsens', 'bending'),
    rulesOut: ['bendsForward'],
    ...ours,
    because: 'Bending forward makes your pain worse for now.',
  },
  {
    id: 'worse-arching',
    who: ticked('worsens', 'arching'),
    rulesOut: ['arches', 'onFront'],
    ...ours,
    because: 'Arching makes your pain worse for now.',
  },
  {
    id: 'worse-on-front',
    who: ticked('worsens', 'lyingFront'),
    rulesOut: ['onFront'],
    ...ours,
    because: 'Lying on your front makes it worse.',
  },
  {
    id: 'worse-on-back',
    who: ticked('worsens', 'lyingBack'),
    rulesOut: ['flatOnBack'],
    ...ours,
    because: 'Lying on your back makes it worse.',
  },
  {
    id: 'worse-on-side',
    who: ticked('worsens', 'lyingSide'),
    rulesOut: ['onSide'],
    ...ours,
    because: 'Lying on your side makes it worse.',
  },
  // What the direction test showed (§3.1)
  {
    id: 'direction-back-stop',
    who: is('direction', 'stopBack', 'forwardOnly', 'stopBoth'),
    rulesOut: ['arches', 'onFront'],
    ...ours,
    because: 'Leaning back sent your pain further down the leg.',
  },
  {
    id: 'direction-forward-stop',
    who: is('direction', 'stopForward', 'backOnly', 'stopBoth'),
    rulesOut: ['bendsForward'],
    ...ours,
    because: 'Leaning forward sent your pain further down the leg.',
  },
  {
    id: 'direction-both-stop',
    who: is('direction', 'stopBoth'),
    rulesOut: ['movement'],
    ...ours,
    because: 'Both directions sent your pain further down the leg. So rest positions and a walk are enough.',
  },
  {
    id: 'pregnant-16-weeks',
    who: all(maybePregnant, atLeast('weeks', 16)),
    rulesOut: ['flatOnBack'],
    ...usual,
    because: 'From 16 weeks of pregnancy it is best not to lie flat on your back.',
  },
  {
    id: 'tensing',
    who: tickedOrNotSure('health', 'pressure', 'heart', 'eyes', 'surgery', 'hernia'),
    rulesOut: ['tensing'],
    ...usual,
    because:
      'Keep tensing very light with high blood pressure, or heart or eye trouble. The same goes after surgery, or if you have a hernia.',
  },
  {
    id: 'lungs',
    who: tickedOrNotSure('health', 'lungs'),
    rulesOut: ['pacedBreath'],
    ...usual,
    because: 'With breathing trouble, your own pace is best.',
  },
  // §4.1: heat
  {
    id: 'heat-numb',
    who: tickedOrNotSure('skin', 'numb'),
    rulesOut: ['heat'],
    ...usual,
    because: 'Skin that has less feeling can burn without you noticing.',
  },
  {
    id: 'heat-broken',
    who: tickedOrNotSure('skin', 'broken'),
    rulesOut: ['heat'],
    ...usual,
    because: 'Skin that is broken or treated burns easily. So does skin with an infection.',
  },
  {
    id: 'heat-bruise',
    who: tickedOrNotSure('skin', 'newBruise'),
    rulesOut: ['heat'],
    ...usual,
    because: 'Heat is best kept off a knock in its first 48 hours.',
  },
  {
    id: 'heat-circulation',
    who: tickedOrNotSure('skin', 'circulation'),
    rulesOut: ['heat'],
    ...usual,
    because: 'With poor blood flow, skin burns easily.',
  },
  {
    id: 'heat-rub',
    who: tickedOrNotSure('skin', 'rub'),
    rulesOut: ['heat'],
    ...usual,
    because: 'Heat on top of a heat rub can burn.',
  },
  {
    id: 'heat-diabetes',
    who: tickedOrNotSure('skin', 'diabeticNerves'),
    rulesOut: ['heat'],
    ...usual,
    because: 'With nerve damage from diabetes, ask a pharmacist or nurse before you use heat.',
  },
  {
    id: 'heat-drowsy',
    who: maybe('drowsy'),
    rulesOut: ['heat'],
    ...usual,
    because: 'You may have had alcohol or a medicine that makes you sleepy. Then you may not feel a burn.',
  },
  {
    id: 'bath',
    who: is('floor', 'no', notSure),
    rulesOut: ['getsInBath'],
    ...ours,
    because: 'Getting out of a bath may be hard for you now.',
  },
  {
    id: 'unsteady',
    ...ours,
    rulesOut: ['shower', 'getsInBath', 'standsToPress'],
    who: any(tickedOrNotSure('health', 'falls', 'vertigo'), atLeast('age', 76), is('walk', 'help', 'cannot', notSure)),
    because: 'You need something firm to hold when you stand.',
  },
  {
    id: 'wet-wound',
    who: tickedOrNotSure('health', 'surgery'),
    rulesOut: ['getsInBath'],
    ...ours,
    because: 'A healing wound is best kept out of the bath.',
  },
  // §4.1: cold
  {
    id: 'cold-numb',
    who: tickedOrNotSure('skin', 'numb', 'diabeticNerves'),
    rulesOut: ['cold'],
    ...usual,
    because: 'Skin that has less feeling can be burned by cold without you noticing.',
  },
  {
    id: 'cold-broken',
    who: tickedOrNotSure('skin', 'broken'),
    rulesOut: ['cold'],
    ...usual,
    because: 'Cold is best kept off broken skin.',
  },
  {
    id: 'cold-circulation',
    who: tickedOrNotSure('skin', 'circulation', 'coldAllergy'),
    rulesOut: ['cold'],
    ...usual,
    because: 'With poor blood flow, Raynaud’s or an allergy to cold, cold can do harm.',
  },
  {
    id: 'cold-sickle',
    who: tickedOrNotSure('illness', 'sickle'),
    rulesOut: ['cold'],
    ...usual,
    because: 'With sickle cell disease, cold can do harm.',
  },
  {
    id: 'cold-drowsy',
    who: maybe('drowsy'),
    rulesOut: ['cold'],
    ...ours,
    because: 'You may have had alcohol or a medicine that makes you sleepy. Then you may not feel a cold burn.',
  },
  // §4.1: self-massage
  {
    id: 'massage-bleeding',
    who: any(maybe('bloodThinner'), tickedOrNotSure('skin', 'bruiseEasily')),
    ...usual,
    rulesOut: ['massage'],
    because: 'Pressing can make you bleed or bruise.',
  },
  {
    id: 'massage-illness',
    who: tickedOrNotSure('illness', 'boneCancer', 'fever', 'rash', 'newInjury', 'legClot'),
    ...usual,
    rulesOut: ['massage'],
    because: 'Do not press with a fever, a rash, a fresh injury or a clot. Do not press if cancer may be in a bone.',
  },
  {
    id: 'massage-pregnancy',
    who: maybePregnant,
    rulesOut: ['massageLowBack'],
    ...usual,
    because: 'In pregnancy, pressing on the low back is best left out.',
  },
  {
    id: 'massage-skin',
    who: tickedOrNotSure('skin', 'numb', 'broken', 'newBruise'),
    rulesOut: ['massage'],
    ...ours,
    because: 'Pressing is best kept off numb, broken or bruised skin.',
  },
  {
    id: 'massage-sore',
    who: tickedOrNotSure('skin', 'sore'),
    rulesOut: ['massage'],
    ...usual,
    because: 'It is too sore to press.',
  },
  {
    id: 'massage-bones',
    who: any(maybe('thinBones'), tickedOrNotSure('health', 'fusion', 'surgery')),
    rulesOut: ['massage'],
    ...usual,
    because:
      'Do not press with thin bones, long use of steroids, or a stiff or once broken spine. Do not press after fresh surgery.',
  },
  {
    id: 'massage-pain-8',
    who: atLeast('painNow', 8),
    rulesOut: ['massage'],
    ...ours,
    because: 'At 8 out of 10 or more, it is too sore to press.',
  },
  // §3.1: the direction test
  {
    id: 'test-flagged',
    who: is('level', 'soon', 'urgent', 'emergency'),
    rulesOut: ['directionTest'],
    ...ours,
    because: 'Your check asks you to be seen first.',
  },
  {
    id: 'test-bones',
    who: maybe('thinBones'),
    rulesOut: ['directionTest'],
    ...ours,
    because: 'With thin bones or long steroid use, repeated bending is best left out.',
  },
  {
    id: 'test-pregnant',
    who: all(maybePregnant, atLeast('weeks', 16)),
    rulesOut: ['directionTest'],
    ...ours,
    because: 'The test is not for pregnancy from 16 weeks.',
  },
  {
    id: 'test-pain',
    who: atLeast('painNow', 6),
    rulesOut: ['directionTest'],
    ...ours,
    because: 'At 6 out of 10 or more, it is too sore for the test.',
  },
  {
    id: 'test-others',
    ...ours,
    rulesOut: ['directionTest'],
    who: any(
      tickedOrNotSure('health', 'surgery', 'hernia', 'slip', 'stenosis', 'fusion', 'hip', 'vertigo', 'falls'),
      maybe('heavyLegs'),
      is('pregnancy', 'birth6w'),
      atLeast('age', 76),
      is('walk', 'help', 'cannot', notSure),
    ),
    because: 'Leaning far back or forward is not right for you now.',
  },
] as const satisfies readonly Limit[]

/** The movement room's block list, in our terms: which steps it rules out, by movement. */
const fromBlockList: readonly Limit[] = blockRules.map(({ id, when, blocks, because, sources, tag }) => ({
  id: `movement-${id}`,
  who: inOurTerms(when),
  rulesOut: [],
  movements: movementIds.filter((movement) => selects(blocks, movements[movement])),
  because,
  sources,
  tag,
}))

/** Every limit there is. */
export const limits: readonly Limit[] = [...ownLimits, ...fromBlockList]

/**
 * What decides how dangerous too much of a painkiller is, and the questions that ask for it. Pure.
 * Never: turns what was not answered into a "no".
 */
import type { EpochMs } from '../evidence/time.ts'
import { givenReply, type MedicineProfile } from './assess.ts'
import type { ConditionId, Reply } from './conditions.ts'
import { knownWeightKg } from './limits.ts'
import type { ToldTooMuch } from './too-much-told.ts'

/** What decides how dangerous too much is. All may be missing; missing counts as "not sure". */
export interface OverdoseFacts {
  readonly weightKg?: number | 'notSure'
  /** Counts if the weight is not known. A yes beside a weight of 50 or more makes the weight not known. */
  readonly underFiftyKg?: Reply
  readonly liverDisease?: Reply
  readonly heavyDrinking?: Reply
  readonly eatingDisorder?: Reply
  readonly pregnant?: Reply
  /** Carbamazepine, phenobarbital, phenytoin, rifampicin, isoniazid, St John's wort. */
  readonly liverMedicine?: Reply
  readonly sickOrTummyPain?: Reply
  readonly drowsyOrSlowBreathing?: Reply
  /** Too much was taken on more than one day. The record can show it too. */
  readonly moreThanOneDay?: Reply
  /** For a dose of unknown size: could the paracetamol of 24 hours be more than 4 g (8 tablets)? */
  readonly mayBeOver?: Reply
  /** More ibuprofen or codeine than the packet says, as the person knows it. Missing: not asked, so not counted. */
  readonly overPacketLimit?: Reply
  /** Too much of any medicine on purpose. A yes, or "not sure", is an emergency whatever the record shows. */
  readonly onPurpose?: Reply
  /** A clinician has seen the person about it then; windows that end before are settled, and so is what was told. */
  readonly seenByClinicianAt?: EpochMs
  /** What checks were told of too much. */
  readonly told?: readonly ToldTooMuch[]
  /** Something was told that makes it an emergency by itself. The record does not say what, for privacy. */
  readonly emergencyTold?: true
}

/** The facts of an overdose that are asked as yes, no or not sure. */
export type OverdoseFact = Exclude<keyof OverdoseFacts, 'seenByClinicianAt' | 'told' | 'emergencyTold'>

/** The facts that are answered yes, no or not sure. */
export const replyFacts = [
  'underFiftyKg',
  'liverDisease',
  'heavyDrinking',
  'eatingDisorder',
  'pregnant',
  'liverMedicine',
  'sickOrTummyPain',
  'drowsyOrSlowBreathing',
  'moreThanOneDay',
  'mayBeOver',
  'overPacketLimit',
  'onPurpose',
] as const satisfies readonly OverdoseFact[]

/** Facts of one occasion: a "no" that was told of an earlier one says nothing of the next. */
export const factsOfOneTime = [
  'onPurpose',
  'drowsyOrSlowBreathing',
  'sickOrTummyPain',
  'moreThanOneDay',
  'mayBeOver',
  'overPacketLimit',
] as const satisfies readonly OverdoseFact[]

/** The questions behind the facts, in the order to ask. */
export const overdoseQuestions = {
  onPurpose: 'Did you take too much on purpose?',
  drowsyOrSlowBreathing: 'Are you drowsy, or is your breathing slow?',
  sickOrTummyPain: 'Do you feel sick, or have you been sick, or does your tummy hurt?',
  weightKg: 'How much do you weigh, in kilograms?',
  underFiftyKg: 'Do you weigh less than 50 kg (about 7 stone 12)?',
  moreThanOneDay: 'Did you take too much on more than one day?',
  liverDisease: 'Do you have liver disease?',
  heavyDrinking: 'Do you drink more than 14 units of alcohol most weeks, binge, or find it hard to stop?',
  eatingDisorder: 'Do you have an eating disorder, or do not get enough food?',
  pregnant: 'Are you, or could you be, pregnant?',
  liverMedicine: "Do you take carbamazepine, phenobarbital, phenytoin, rifampicin, isoniazid or St John's wort?",
  mayBeOver: 'Could it be more than 4 g of paracetamol (8 tablets of 500 mg) in 24 hours?',
  overPacketLimit: 'Did you take more ibuprofen or codeine than the packet says?',
} as const satisfies Record<OverdoseFact, string>

/**
 * The facts that the gate and the check already hold, so that nobody is asked twice: the worse of the two.
 * What was not answered stays missing.
 */
export function factsFromProfile(profile: MedicineProfile): OverdoseFacts {
  const reply = (...ids: readonly ConditionId[]) => {
    const told = (profile.told ?? []).filter(({ id }) => ids.some((one) => one === id))
    const given = ids.map((id) => givenReply(id, profile))
    // A "no" of the gate does not take back what the check heard; its silence leaves the question open.
    return worst([...given, ...told.map(({ same, reply: heard }): Reply => (same ? heard : 'notSure'))])
  }
  const weighed = knownWeightKg(profile.weightKg) !== undefined
  const low = (profile.told ?? []).some(({ id, same }) => id === 'lowWeight' && same)
  const facts = {
    weightKg: profile.weightKg,
    // "Very low body weight" is not "less than 50 kg": a weight in kg says more than that. A told "less than 50 kg" stands.
    underFiftyKg: weighed && !low ? givenReply('lowWeight', profile) : reply('lowWeight'),
    liverDisease: reply('liver', 'liverSevere'),
    heavyDrinking: reply('alcohol'),
    eatingDisorder: reply('eatingDisorder'),
    pregnant: reply('pregnant'),
    liverMedicine: reply('liverMedicines', 'phenytoin'),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
}

function worst(replies: readonly (Reply | undefined)[]): Reply | undefined {
  if (replies.includes('yes')) return 'yes'
  if (replies.includes('notSure')) return 'notSure'
  return replies.includes(undefined) ? undefined : 'no'
}

/**
 * Too much of a medicine, told to the check (I2 of evidence.md §1.I): what makes it an emergency, and what it leaves of
 * the tally. Pure. Read by `overdose.ts` and `tally.ts`; made by `told-in-check.ts`.
 * Never: lets a later answer lower what was told; only a clinician's visit settles it, or 7 days.
 */
import type { EpochMs } from '../evidence/time.ts'
import type { Reply } from './conditions.ts'
import { countedWeightKg, limits, lowWeightKg } from './limits.ts'
import type { Dose } from './products.ts'

interface ToldBase {
  /** When the check was finished: the latest time at which it can have been taken. */
  readonly at: EpochMs
  readonly drowsy: Reply
  /** Somebody has cleared the person of it since: no advice any more. It still fills the tally of its 24 hours. */
  readonly settled?: true
}
/** More paracetamol than is safe, and what the check asked about it. */
interface ToldParacetamol extends ToldBase {
  readonly what: 'paracetamol'
  /** 75 mg or more for each kg. */
  readonly perKg: Reply
  readonly days: Reply
  /** Liver disease, an eating disorder, heavy drinking or a pregnancy: asked as one. */
  readonly liver: Reply
  readonly light: Reply
  readonly medicines: Reply
  readonly unwell: Reply
}
/** More ibuprofen or codeine than the packet says, or too much of anything on purpose. */
interface ToldOther extends ToldBase {
  readonly what: 'other' | 'onPurpose'
}
/** Not sure how much; `mayBeOver` says whether it can have been too much. */
interface ToldUnknown extends ToldBase {
  readonly what: 'unknown'
  readonly mayBeOver: Reply
}
/** Too much of a painkiller as the check was told of it: of what, and how much is known. */
export type ToldTooMuch = ToldParacetamol | ToldOther | ToldUnknown

/** The facts of the gate and of later answers that can make what was told worse. */
export interface WorseFacts {
  readonly weightKg?: number | 'notSure'
  readonly underFiftyKg?: Reply
  readonly liverDisease?: Reply
  readonly heavyDrinking?: Reply
  readonly eatingDisorder?: Reply
  readonly pregnant?: Reply
  readonly liverMedicine?: Reply
  readonly sickOrTummyPain?: Reply
  readonly drowsyOrSlowBreathing?: Reply
  readonly moreThanOneDay?: Reply
}

/** Is it, or may it be, too much? Only "not sure how much, but it cannot have been too much" is not. */
export const isTooMuch = (told: ToldTooMuch): boolean => told.what !== 'unknown' || told.mayBeOver !== 'no'

/** One reason for an emergency, as `overdose-grounds.ts` has them. Every one of them has been asked. */
interface ToldGround {
  readonly reply: Reply
  readonly text: string
}

/** What makes an emergency of it: the worse of what was told and of what is known since. */
export function toldGrounds(told: ToldTooMuch, facts: WorseFacts): readonly ToldGround[] {
  const drowsy = {
    reply: worst(told.drowsy, facts.drowsyOrSlowBreathing),
    text: 'You are, or may be, drowsy or breathing slowly.',
  }
  switch (told.what) {
    case 'onPurpose':
      return [{ reply: 'yes', text: 'You told the check that it was on purpose.' }]
    case 'unknown':
      return [{ reply: told.mayBeOver, text: 'You told the check that you may have taken too much.' }, drowsy]
    case 'other':
      return [drowsy]
    case 'paracetamol': {
      const { liverDisease, heavyDrinking, eatingDisorder, pregnant } = facts
      return [
        drowsy,
        { reply: told.perKg, text: 'For your weight it is, or may be, a dangerous amount of paracetamol.' },
        {
          reply: worst(told.days, facts.moreThanOneDay),
          text: 'It was, or may have been, on more than one day.',
        },
        { reply: worst(told.light, lightNow(facts)), text: 'You weigh, or may weigh, less than 50 kg.' },
        {
          reply: worst(told.liver, liverDisease, heavyDrinking, eatingDisorder, pregnant),
          text: 'You told us about your liver, drink, too little food or being pregnant. So it can do more harm.',
        },
        {
          reply: worst(told.medicines, facts.liverMedicine),
          text: 'A medicine you take, or may take, can make paracetamol more harmful.',
        },
        {
          reply: worst(told.unwell, facts.sickOrTummyPain),
          text: 'You feel, or may feel, sick, or your tummy hurts.',
        },
      ]
    }
    default:
      throw new Error(`unhandled ${told satisfies never}`)
  }
}

/** A weight counts as it does everywhere; one that is not known says nothing beyond what the check asked. */
function lightNow(facts: WorseFacts): Reply | undefined {
  const weight = countedWeightKg(facts)
  return weight === undefined ? facts.underFiftyKg : weight < lowWeightKg ? 'yes' : 'no'
}

/** What was told, as the first reason on the page. */
export const toldWords = {
  paracetamol: 'You told the check that you took more paracetamol than is safe.',
  other: 'You told the check that you took more ibuprofen or codeine than the packet says.',
  onPurpose: 'You told the check that you took too much of a medicine.',
  unknown: 'You told the check that you are not sure how much you took.',
} as const satisfies Record<ToldTooMuch['what'], string>

/**
 * What was told as doses of unknown size, for the tally: nobody knows how much is left, so it counts as all of it.
 * Tablets with codeine hold paracetamol or ibuprofen too, so "other" fills both.
 */
export const toldDoses = (told: readonly ToldTooMuch[]): readonly Dose[] =>
  told.map(({ what, at }) => ({
    product: 'told',
    milligrams: {
      paracetamol: limits.paracetamol.mostIn24hMg,
      ...(what !== 'paracetamol' && { ibuprofen: limits.ibuprofen.mostIn24hMg }),
    },
    takenAt: at,
  }))

function worst(...replies: readonly (Reply | undefined)[]): Reply {
  if (replies.includes('yes')) return 'yes'
  return replies.includes('notSure') ? 'notSure' : 'no'
}

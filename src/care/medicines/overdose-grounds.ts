/**
 * The reasons that make too much of a painkiller an emergency (evidence.md §1.I, §4.2). Pure.
 * Never: drops a reason whose question was not answered; it stays open and counts.
 */
import type { Reply } from './conditions.ts'
import { countedWeightKg, dangerousMgPerKg, lowWeightKg } from './limits.ts'
import type { OverdoseFacts, OverdoseFact } from './overdose-facts.ts'
import { type Window, spansMoreThanOneDay } from './overdose-amounts.ts'

/** One reason for an emergency. `open`: the question still to ask. No reply and no question: it holds for sure. */
export interface Ground {
  readonly reply: Reply | undefined
  readonly open?: OverdoseFact
  readonly text: string
}

const asked = (facts: OverdoseFacts, fact: Exclude<OverdoseFact, 'weightKg'>) => {
  const reply = facts[fact]
  return reply === undefined ? { reply, open: fact } : { reply }
}

/** What makes an emergency of too much of anything. */
export const generalGrounds = (facts: OverdoseFacts): readonly Ground[] => [
  ...(facts.emergencyTold
    ? [{ reply: 'yes', text: 'You told us about something that makes it an emergency.' } as const]
    : []),
  { ...asked(facts, 'onPurpose'), text: 'It was, or may have been, on purpose.' },
  { ...asked(facts, 'drowsyOrSlowBreathing'), text: 'You are, or may be, drowsy or breathing slowly.' },
]

/** Paracetamol whose amount was not written down, so it may be too much. */
export const sizeGround = (facts: OverdoseFacts): Ground => ({
  ...asked(facts, 'mayBeOver'),
  text: 'We do not know how much paracetamol you took. It may be too much.',
})

/** What makes an emergency of too much paracetamol, beside the general grounds. */
export function paracetamolGrounds(
  facts: OverdoseFacts,
  overWindows: readonly Window[],
  mostMg: number,
): readonly Ground[] {
  const inRecord = overWindows.length > 0 && spansMoreThanOneDay(overWindows)
  return [
    inRecord
      ? { reply: 'yes', text: 'Your record shows too much paracetamol over more than one day.' }
      : { ...asked(facts, 'moreThanOneDay'), text: 'It was, or may have been, on more than one day.' },
    weightGround(facts, mostMg),
    { ...underFifty(facts), text: 'You weigh, or may weigh, less than 50 kg.' },
    { ...asked(facts, 'sickOrTummyPain'), text: 'You feel, or may feel, sick, or your tummy hurts.' },
    { ...asked(facts, 'liverDisease'), text: 'You have, or may have, liver disease.' },
    { ...asked(facts, 'heavyDrinking'), text: 'Heavy drinking can make paracetamol more harmful.' },
    { ...asked(facts, 'eatingDisorder'), text: 'Too little food can make paracetamol more harmful.' },
    { ...asked(facts, 'pregnant'), text: 'You are, or may be, pregnant.' },
    { ...asked(facts, 'liverMedicine'), text: 'A medicine you take, or may take, can make paracetamol more harmful.' },
  ]
}

/** 75 mg or more per kg; a weight that is not known counts as yes. */
function weightGround(facts: OverdoseFacts, mostMg: number): Ground {
  const weight = countedWeightKg(facts)
  if (weight === undefined) {
    const text = 'We do not know your weight, so it may be a dangerous amount.'
    return facts.weightKg === undefined ? { reply: undefined, open: 'weightKg', text } : { reply: 'notSure', text }
  }
  const dangerous = !(mostMg < dangerousMgPerKg * weight)
  return { reply: dangerous ? 'yes' : 'no', text: 'For your weight it is a dangerous amount of paracetamol.' }
}

function underFifty(facts: OverdoseFacts): Pick<Ground, 'reply' | 'open'> {
  const weight = countedWeightKg(facts)
  if (weight !== undefined) return { reply: weight < lowWeightKg ? 'yes' : 'no' }
  return asked(facts, 'underFiftyKg')
}

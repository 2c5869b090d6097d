/**
 * What to do when more was taken than is safe: rule I2 of the check, as advice beside the tally (evidence.md §1.I).
 * Pure.
 * Never: lets "I feel well" or a missing answer lower the advice. Once something is over, a fact that was not asked counts
 * as "not sure", and "not sure" as yes; `stillToAsk` names the facts whose answer could still lower it, so that the page
 * can ask them. (Up to 4 g, a weight that nobody asked for does not make it over: the tally asks for it first.)
 *
 * The words "over" and "dangerous" follow the brief: over 4 g of paracetamol in any 24 hours, or under 50 kg and over
 * 75 mg per kg; dangerous from 75 mg per kg.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { dayMs, type EpochMs, hourMs } from '../evidence/time.ts'
import { givenReply, type MedicineProfile } from './assess.ts'
import type { ConditionId, Reply } from './conditions.ts'
import {
  type CountedIngredient,
  countedIngredients,
  countedWeightKg,
  dangerousMgPerKg,
  knownWeightKg,
  limits,
  lowWeightKg,
} from './limits.ts'
import { type Dose, holds, mgOf } from './products.ts'
import { isTooMuch, toldGrounds, type ToldTooMuch, toldWords } from './too-much-told.ts'

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

/** What to do about too much of a painkiller (evidence.md §4.2, §4.4). */
export interface OverdoseAdvice {
  /**
   * `urgent` is always "now": ring at once; if nobody answers, go to A&E. `packet`: more at one time, or sooner, than the
   * packet says, but not too much in 24 hours; nothing more may be taken until two questions are answered.
   */
  readonly level: 'emergency' | 'urgent' | 'packet'
  readonly within: 'now'
  /** What is, or may be, too much. Empty if only the person's own words tell. */
  readonly over: readonly CountedIngredient[]
  /** The most in any 24 hours that the record shows, mg. */
  readonly mostIn24hMg: Readonly<Record<CountedIngredient, number>>
  readonly heading: string
  /** Steps to do, in order. */
  readonly steps: readonly string[]
  /** Why this level, in plain words. */
  readonly because: readonly string[]
  /** Facts not answered yet whose answer could lower the level. Show the advice first, then ask. */
  readonly stillToAsk: readonly OverdoseFact[]
  readonly routes: readonly ('999' | 'ae' | '111' | 'samaritans')[]
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** How far back too much is looked for: 7 days of elapsed time, in milliseconds. Our choice [C]: waiting settles nothing. */
const lookBackMs = 7 * dayMs

/**
 * Doses that fall within this time of each other count as taken at one time, ms. Our choice [C]: a dose is sometimes written
 * down one tablet after another.
 */
const atOnceMs = hourMs

/** The questions that a dose above the packet asks; a plain "no" to both leaves the rest to the tally. */
const packetFacts = ['onPurpose', 'drowsyOrSlowBreathing'] as const satisfies readonly OverdoseFact[]

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
 * The advice the record and the facts call for now, or undefined if nothing shows too much.
 * Looks at every window of 24 elapsed hours that ends with a dose of the last 7 days, not only at the last 24 hours.
 * Doses in the future (a wrong device clock) count.
 */
export function overdoseAdvice(doses: readonly Dose[], now: EpochMs, facts: OverdoseFacts): OverdoseAdvice | undefined {
  // A visit that seems to lie in the future (a wrong clock) settles nothing.
  const seenAt = facts.seenByClinicianAt ?? Number.POSITIVE_INFINITY
  const since = Math.max(now - lookBackMs, seenAt <= now ? seenAt : Number.NEGATIVE_INFINITY)
  const paracetamol = windowsOf(doses, 'paracetamol', since)
  const ibuprofen = windowsOf(doses, 'ibuprofen', since)
  const most = { paracetamol: highest(paracetamol), ibuprofen: highest(ibuprofen) }

  const overMg = paracetamolOverMg(facts)
  const overWindows = paracetamol.filter(({ mg }) => !(mg <= overMg))
  const sizeUnknown = paracetamol.some(({ unknown }) => unknown) && facts.mayBeOver !== 'no'
  const weightUnclear = overWindows.length === 0 && mayBeOverForWeight(facts, most.paracetamol)
  const isOver = overWindows.length > 0 || sizeUnknown
  const ibuprofenSizeUnknown = ibuprofen.some(({ unknown }) => unknown) && facts.overPacketLimit !== 'no'
  // More ibuprofen at one time than a packet dose is over the packet limit, however little it is in 24 hours.
  const ibuprofenAtOnce = mostWithin(doses, 'ibuprofen', atOnceMs, since) > limits.ibuprofen.singleMaxMg
  const overIbuprofen = !(most.ibuprofen <= limits.ibuprofen.mostIn24hMg) || ibuprofenSizeUnknown || ibuprofenAtOnce
  const overPacket = facts.overPacketLimit === 'yes' || facts.overPacketLimit === 'notSure'
  const onPurposeSaid = facts.onPurpose === 'yes' || facts.onPurpose === 'notSure' || facts.emergencyTold === true
  const told = unsettled(facts, since)
  const tooMuch = isOver || weightUnclear || overIbuprofen || overPacket || onPurposeSaid || told.length > 0
  const packet = tooMuch ? [] : abovePacket(doses, now, since)
  if (!tooMuch && (packet.length === 0 || packetFacts.every((fact) => facts[fact] === 'no'))) return undefined

  // With nothing but an open weight question, what was not asked is not turned into an emergency.
  const grounds = [
    ...generalGrounds(facts).filter(({ reply }) => isOver || overIbuprofen || overPacket || reply !== undefined),
    ...(sizeUnknown ? [sizeGround(facts)] : []),
    ...(isOver ? paracetamolGrounds(facts, overWindows, most.paracetamol) : []),
    ...told.flatMap((one): readonly Ground[] => toldGrounds(one, facts)),
  ]
  const holding = grounds.filter(({ reply }) => reply !== 'no')
  const settled = holding.filter(({ reply, open }) => reply !== undefined || open === undefined)
  if (holding.length === 0 && !tooMuch) return packetAdvice(packet, most, facts)
  const level = holding.length > 0 ? 'emergency' : 'urgent'
  const stillToAsk = settled.length > 0 ? [] : holding.flatMap(({ open }) => open ?? [])
  // A weight that contradicts "under 50 kg" is counted on the careful side; asking for it again would not help.
  if (settled.length === 0 && weightUnclear && typeof facts.weightKg !== 'number') stillToAsk.push('weightKg')
  if (settled.length === 0 && ibuprofenSizeUnknown && !facts.overPacketLimit) stillToAsk.push('overPacketLimit')

  const over: CountedIngredient[] = []
  if (isOver || weightUnclear || told.some(({ what }) => what === 'paracetamol')) over.push('paracetamol')
  if (overIbuprofen) over.push('ibuprofen')
  const purpose = facts.onPurpose === 'yes' || told.some(({ what }) => what === 'onPurpose')
  return {
    level,
    within: 'now',
    over,
    mostIn24hMg: most,
    heading: level === 'emergency' ? 'Get help now' : 'Ring 111 now',
    steps: level === 'emergency' ? emergencySteps(purpose) : urgentSteps,
    because: [
      ...new Set(told.map(({ what }) => toldWords[what])),
      ...whatIsOver(most, { isOver, weightUnclear, overIbuprofen, ibuprofenAtOnce, overPacket, sizeUnknown }),
      ...packet.map((ingredient) => packetWords[ingredient]),
      ...(settled.length > 0 ? new Set(settled.map(({ text }) => text)) : holding.length > 0 ? [unansweredText] : []),
    ],
    stillToAsk: [...new Set(stillToAsk)],
    routes: level === 'emergency' ? (purpose ? ['999', 'ae', 'samaritans'] : ['ae', '999']) : ['111', 'ae'],
    sources: ['toxbase'],
    tag: 'K',
  }
}

/** What checks told of too much after this moment, and what nobody has seen to. A time that is broken counts. */
const unsettled = ({ told = [] }: OverdoseFacts, since: number): readonly ToldTooMuch[] =>
  told.filter((one) => isTooMuch(one) && !one.settled && !(one.at <= since))

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

/** One reason for an emergency. `open`: the question still to ask. No reply and no question: it holds for sure. */
interface Ground {
  readonly reply: Reply | undefined
  readonly open?: OverdoseFact
  readonly text: string
}

const asked = (facts: OverdoseFacts, fact: Exclude<OverdoseFact, 'weightKg'>) => {
  const reply = facts[fact]
  return reply === undefined ? { reply, open: fact } : { reply }
}

/** What makes an emergency of too much of anything. */
const generalGrounds = (facts: OverdoseFacts): readonly Ground[] => [
  ...(facts.emergencyTold
    ? [{ reply: 'yes', text: 'You told us about something that makes it an emergency.' } as const]
    : []),
  { ...asked(facts, 'onPurpose'), text: 'It was, or may have been, on purpose.' },
  { ...asked(facts, 'drowsyOrSlowBreathing'), text: 'You are, or may be, drowsy or breathing slowly.' },
]

const sizeGround = (facts: OverdoseFacts): Ground => ({
  ...asked(facts, 'mayBeOver'),
  text: 'We do not know how much paracetamol you took. It may be too much.',
})

/** What makes an emergency of too much paracetamol, beside the general grounds. */
function paracetamolGrounds(facts: OverdoseFacts, overWindows: readonly Window[], mostMg: number): readonly Ground[] {
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

/** From which amount, not included, paracetamol counts as over for this person, mg in 24 hours. */
function paracetamolOverMg(facts: OverdoseFacts): number {
  const most = limits.paracetamol.mostIn24hMg
  const weight = countedWeightKg(facts)
  if (weight !== undefined) return weight < lowWeightKg ? Math.min(most, dangerousMgPerKg * weight) : most
  // Weight not known: 75 mg per kg is under 3,750 for everyone below 50 kg, so past that it is over for sure.
  return maybeUnderFifty(facts) ? Math.min(most, dangerousMgPerKg * lowWeightKg) : most
}

/** Under 50 kg, weight not known, more than one full dose: it may be over, depending on the weight. */
function mayBeOverForWeight(facts: OverdoseFacts, mostMg: number): boolean {
  return countedWeightKg(facts) === undefined && maybeUnderFifty(facts) && mostMg > limits.paracetamol.singleMaxMg
}

const maybeUnderFifty = ({ underFiftyKg }: OverdoseFacts) => underFiftyKg === 'yes' || underFiftyKg === 'notSure'

/** The 24 hours that end with one dose. */
interface Window {
  readonly firstAt: number
  readonly endsAt: number
  readonly mg: number
  readonly unknown: boolean
}

function windowsOf(doses: readonly Dose[], ingredient: CountedIngredient, since: number): readonly Window[] {
  const held = doses.filter((dose) => holds(dose, ingredient))
  // Written as "not before", so that a broken time in a record counts instead of vanishing.
  return held
    .filter(({ takenAt }) => !(takenAt <= since))
    .map(({ takenAt: endsAt }) => {
      const inside = held.filter(({ takenAt }) => !(takenAt <= endsAt - dayMs) && !(takenAt > endsAt))
      return {
        firstAt: Math.min(...inside.map(({ takenAt }) => takenAt)),
        endsAt,
        mg: inside.reduce((sum, dose) => sum + mgOf(dose, ingredient), 0),
        unknown: inside.some(({ units }) => units === undefined),
      }
    })
}

/** The most of one ingredient that falls within so many milliseconds, counted back from each dose after `since`, mg. */
function mostWithin(doses: readonly Dose[], ingredient: CountedIngredient, spanMs: number, since: number): number {
  const held = doses.filter((dose) => holds(dose, ingredient))
  const sums = held
    .filter(({ takenAt }) => !(takenAt <= since))
    .map(({ takenAt: endsAt }) =>
      held
        .filter(({ takenAt }) => !(takenAt <= endsAt - spanMs) && !(takenAt > endsAt))
        .reduce((sum, dose) => sum + mgOf(dose, ingredient), 0),
    )
  return Math.max(0, ...sums)
}

/**
 * What was taken in the last 24 hours above the packet: more at one time than its largest dose, or the next dose before the
 * gap was over (evidence.md §4.2).
 */
const abovePacket = (doses: readonly Dose[], now: EpochMs, since: number): readonly CountedIngredient[] =>
  countedIngredients.filter((ingredient) => {
    const { singleMaxMg, gapHours } = limits[ingredient]
    return mostWithin(doses, ingredient, gapHours * hourMs, Math.max(since, now - dayMs)) > singleMaxMg
  })

const packetWords: Readonly<Record<CountedIngredient, string>> = {
  ibuprofen: packetLine('ibuprofen'),
  paracetamol: packetLine('paracetamol'),
}

function packetLine(ingredient: CountedIngredient): string {
  const { singleMaxMg, gapHours } = limits[ingredient]
  return `You took more ${ingredient} than the packet says: at most ${grouped(singleMaxMg)} at one time. Then wait ${gapHours} hours.`
}

/** Above the packet, and nothing that the 24 hours or the person say makes it worse. */
function packetAdvice(
  packet: readonly CountedIngredient[],
  mostIn24hMg: OverdoseAdvice['mostIn24hMg'],
  facts: OverdoseFacts,
): OverdoseAdvice {
  return {
    level: 'packet',
    within: 'now',
    over: packet,
    mostIn24hMg,
    heading: 'Take no more for now',
    steps: packetSteps,
    because: packet.map((ingredient) => packetWords[ingredient]),
    stillToAsk: packetFacts.filter((fact) => facts[fact] === undefined),
    routes: ['111', 'ae'],
    sources: ['nhs-paracetamol', 'nhs-ibuprofen', 'unclench-design'],
    tag: 'C',
  }
}

const packetSteps = [
  'Take no more painkillers yet. First answer the questions below.',
  'Do you feel ill, or are you worried? Ring 111 now. Say what you took, how much and when.',
  'Drowsy, or breathing slowly? Go to A&E now, or call 999.',
] as const

const highest = (windows: readonly Window[]) => windows.reduce((most, { mg }) => Math.max(most, mg), 0)

/** From the first dose of the first window that is over to the last dose of the last: 24 hours or more? */
function spansMoreThanOneDay(windows: readonly Window[]): boolean {
  const first = Math.min(...windows.map(({ firstAt }) => firstAt))
  const last = Math.max(...windows.map(({ endsAt }) => endsAt))
  return !(last - first < dayMs)
}

function worst(replies: readonly (Reply | undefined)[]): Reply | undefined {
  if (replies.includes('yes')) return 'yes'
  if (replies.includes('notSure')) return 'notSure'
  return replies.includes(undefined) ? undefined : 'no'
}

/** Thousands with a comma, and the unit: "1,000 mg". */
function grouped(amount: number): string {
  return `${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',')} mg`
}

const unansweredText = 'Some questions are still open. Until they are answered we treat them as yes.'

const urgentSteps = [
  'Ring 111 now, and say what you took, how much and when.',
  'If you cannot get through, go to A&E.',
  'Take no more painkillers until they tell you.',
] as const

function emergencySteps(onPurpose: boolean): readonly string[] {
  return [
    onPurpose ? 'Call 999 or go to A&E now.' : 'Go to A&E now. Call 999 if you are alone, drowsy or breathing slowly.',
    'Go even if you feel well.',
    'Say what you took, how much and when.',
    'Take no more painkillers.',
    ...(onPurpose ? ['If you want to talk to someone on the way, Samaritans answer at any hour: 116 123.'] : []),
  ]
}

function whatIsOver(
  most: Readonly<Record<CountedIngredient, number>>,
  is: Readonly<
    Record<'isOver' | 'weightUnclear' | 'overIbuprofen' | 'ibuprofenAtOnce' | 'overPacket' | 'sizeUnknown', boolean>
  >,
): readonly string[] {
  const mg = grouped
  return [
    ...(is.isOver && !is.sizeUnknown ? [`Your record shows ${mg(most.paracetamol)} of paracetamol in 24 hours.`] : []),
    ...(is.weightUnclear
      ? [`${mg(most.paracetamol)} of paracetamol in 24 hours may be too much for your weight.`]
      : []),
    ...(is.ibuprofenAtOnce ? [packetWords.ibuprofen] : []),
    ...(is.overIbuprofen && !is.ibuprofenAtOnce
      ? [`Your record shows ${mg(most.ibuprofen)} or more of ibuprofen in 24 hours.`]
      : []),
    ...(is.overPacket ? ['You took, or may have taken, more than the packet says.'] : []),
  ]
}

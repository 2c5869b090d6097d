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
import { type CountedIngredient, countedWeightKg, dangerousMgPerKg, limits, lowWeightKg } from './limits.ts'
import type { Dose } from './products.ts'
import { isTooMuch, toldGrounds, type ToldTooMuch, toldWords } from './too-much-told.ts'
import type { OverdoseFacts, OverdoseFact } from './overdose-facts.ts'
import { windowsOf, mostWithin, abovePacket, highest } from './overdose-amounts.ts'
import { type Ground, generalGrounds, sizeGround, paracetamolGrounds } from './overdose-grounds.ts'

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

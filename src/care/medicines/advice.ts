/**
 * The words that go with each medicine: dose, honest effect, when to look again, when to stop, what to avoid.
 * Pure data from evidence.md §4.2 and §4.4; figures come from `limits.ts`. Read by `assess.ts` and the medicine pages.
 * Never: decides who may take what. Codeine has no dose words here, and must never get any.
 */
import type { Grade, VerificationTag } from '../evidence/grade.ts'
import { gradedBy, restsOn } from '../evidence/rests-on.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { IngredientLimit } from './limits.ts'
import { limits } from './limits.ts'
import type { Medicine, Verdict } from './table.ts'

/** One sentence or two that a person reads, with where it comes from. */
export interface Statement {
  readonly text: string
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}
/** A statement about how well something works. */
export interface GradedStatement extends Statement {
  readonly grade: Grade
}

/** How to take a medicine that is OK for this person. */
export interface DoseAdvice {
  readonly howMuch: Statement
  readonly howOften: Statement
  readonly mostIn24h: Statement
  readonly how: readonly Statement[]
  readonly review: readonly Statement[]
  readonly stop: readonly Statement[]
  /** The figures behind the words; absent for the gel, which goes by its packet. */
  readonly limit?: IngredientLimit
}

/** What each medicine is called, and the products people know. */
export const medicineNames = {
  ibuprofen: { name: 'Ibuprofen tablets', knownAs: 'Nurofen, Brufen and many shop brands' },
  nsaidGel: { name: 'Ibuprofen or diclofenac gel', knownAs: 'Nurofen gel, Voltarol gel and many shop brands' },
  paracetamol: { name: 'Paracetamol tablets', knownAs: 'Panadol and many shop brands' },
  codeine: { name: 'Tablets with codeine', knownAs: 'co-codamol, Solpadeine, Paramol, Nurofen Plus' },
} as const satisfies Record<Medicine, { readonly name: string; readonly knownAs: string }>

/** The verdict as a heading. */
export const verdictWords = {
  ok: 'You can take this if you want to',
  ask: 'Ask a pharmacist before you take this',
  no: 'Do not take this unless a prescriber says you can',
  notOffered: 'Not shown for you now',
} as const satisfies Record<Verdict, string>

/** How well each one works for a new back spasm, told honestly. */
export const effects = {
  ibuprofen: {
    text: 'It eases pain a little. On a scale of 0 to 100, about 7 points more than a dummy tablet.',
    ...gradedBy('ibuprofen-eases', 'ibuprofen-nice'),
  },
  nsaidGel: {
    text: 'Little is known about gels for back pain.',
    ...gradedBy('gel-unknown'),
  },
  paracetamol: {
    text: 'It may not help much. In a large trial people got well no faster than with a dummy pill.',
    ...gradedBy('paracetamol-alone'),
  },
  codeine: {
    text: 'Not suggested for back pain. It can be thought about only if ibuprofen cannot be used or has not helped.',
    ...gradedBy('opioids-against', 'weak-opioid-nice'),
  },
} as const satisfies Record<Medicine, GradedStatement>

const nhsIbuprofen = restsOn('ibuprofen-dose')
const nhsParacetamol = restsOn('paracetamol-dose', 'paracetamol-most', 'paracetamol-twice')
const shop = restsOn('ibuprofen-most', 'ibuprofen-days', 'gel-dose')

/** Signs of harm: stop and get help. Shown with every medicine, before and after taking it. */
export const stopAtOnce = [
  { level: 'emergency', text: 'Black poo, or being sick with blood: stop, and call 999 or go to A&E now.', ...shop },
  { level: 'emergency', text: 'Wheeze, or swelling of the face or tongue: stop, and call 999 now.', ...shop },
  { level: 'urgent', text: 'A rash, or much less pee than usual: stop, and ring 111 today.', ...shop },
] as const satisfies readonly (Statement & { readonly level: 'emergency' | 'urgent' })[]

const ibuprofenStop = {
  text: 'Give it 3 days, taken as it should be. If the pain is not clearly better then, stop taking it.',
  ...shop,
} as const

/** Dose words for adults of 18 and over. */
export const doses = {
  ibuprofen: {
    howMuch: {
      text: 'Take 200 mg to 400 mg (1 or 2 tablets of 200 mg). Start with the lowest that helps.',
      ...nhsIbuprofen,
    },
    howOften: { text: 'Up to 3 times a day. Leave at least 6 hours between doses.', ...nhsIbuprofen },
    mostIn24h: { text: 'Never more than 1,200 mg (6 tablets of 200 mg) in any 24 hours.', ...shop },
    how: [
      { text: 'Take it with food or after food.', ...nhsIbuprofen },
      { text: 'Take it for the shortest time you can.', sources: ['nice-ng59'], tag: 'V' },
    ],
    review: [
      { text: 'Look again on day 3 to 5: do you still need it?', ...shop },
      { text: 'Do not go on past 10 days without advice.', ...shop },
    ],
    stop: [ibuprofenStop, ...stopAtOnce],
    limit: limits.ibuprofen,
  },
  nsaidGel: {
    howMuch: { text: 'Use as much as the packet says.', ...shop },
    howOften: { text: 'Use it as often as the packet says.', ...shop },
    mostIn24h: { text: 'Never more in 24 hours than the packet says.', ...shop },
    how: [
      { text: 'Rub it only on skin that is whole: no cuts, no rash.', ...shop },
      { text: 'Wash your hands afterwards.', ...shop },
      { text: 'Do not add a gel to ibuprofen tablets without asking a pharmacist.', ...shop },
    ],
    review: [],
    stop: stopAtOnce,
  },
  paracetamol: {
    howMuch: { text: 'Take 500 mg to 1,000 mg (1 or 2 tablets of 500 mg).', ...nhsParacetamol },
    howOften: { text: 'Up to 4 times a day. Leave at least 4 hours between doses.', ...nhsParacetamol },
    mostIn24h: { text: 'Never more than 4,000 mg (8 tablets of 500 mg) in any 24 hours.', ...nhsParacetamol },
    how: [
      {
        text: 'Never take two products with paracetamol. Check cold and flu remedies: many hold it.',
        ...nhsParacetamol,
      },
    ],
    review: [],
    stop: stopAtOnce,
    limit: limits.paracetamol,
  },
} as const satisfies Record<Exclude<Medicine, 'codeine'>, DoseAdvice>

/** Ibuprofen at 16 and 17: the packet's dose, 3 days. The tally keeps the same limits. */
export const ibuprofenFrom16To17: DoseAdvice = {
  ...doses.ibuprofen,
  howMuch: { text: 'Follow the dose on the packet for your age. Start with the lowest that helps.', ...shop },
  review: [{ text: 'Take it for at most 3 days without advice.', ...shop }],
}

/** For adults to whom both are OK. */
export const together = {
  text: 'Adults who can take both may take ibuprofen and paracetamol together. Count each one on its own.',
  sources: ['nhs-ibuprofen', 'nhs-paracetamol'],
  tag: 'K',
} as const satisfies Statement

/** At the urgent level paracetamol comes with this, first. */
export const temperatureFirst = {
  text: 'Take your temperature first, and write it down. Painkillers can hide a fever.',
  sources: ['unclench-design'],
  tag: 'C',
} as const satisfies Statement

/** Ibuprofen comes first where both are OK; paracetamol stands behind it. */
export const paracetamolIsFallback = {
  text: 'It may not help much. It is here as a second choice.',
  sources: ['pace-2014', 'nice-ng59'],
  tag: 'V',
} as const satisfies Statement

/** Week 28 of pregnancy and after: the stronger wording. Also used when the week is not known. */
export const pregnantFrom28 = {
  text: 'After week 28 ibuprofen must not be used at all.',
  sources: ['mhra-2023-nsaid'],
  tag: 'V',
} as const satisfies Statement

/** Shown with codeine whatever its verdict, unless nothing is shown. Information, never a suggestion. */
export const codeineFacts = [
  {
    text: 'Unclench never suggests codeine. Only a pharmacist or prescriber can say if it fits you.',
    sources: ['nice-ng59', 'unclench-design'],
    tag: 'C',
  },
  { text: 'If you have it from a pharmacy: at most 3 days. It can be habit-forming.', ...shop },
  { text: 'Do not drive if it makes you drowsy. That is against the law.', ...shop },
  {
    text: 'It can cause constipation and slow peeing. That can hide a warning sign, so we ask about it every day.',
    sources: ['professional'],
    tag: 'K',
  },
] as const satisfies readonly Statement[]

/** What to avoid, for everyone, in screen order. */
export const whatToAvoid = [
  { text: 'Two products with the same medicine in them. Read every packet, cold and flu remedies too.', ...shop },
  { text: 'Two anti-inflammatories at once, such as ibuprofen with naproxen, or a gel on top of tablets.', ...shop },
  { text: 'Aspirin for back pain. We do not advise it, and it is never for under 16.', ...shop },
  { text: 'Naproxen bought for period pain. In the UK it is not sold for backs without a prescriber.', ...shop },
  { text: 'More than the packet says, or doses closer together than it says.', ...shop },
  {
    text: 'Stopping or changing what a doctor gave you to take. Talk to your doctor or prescriber first.',
    sources: ['unclench-design'],
    tag: 'C',
  },
] as const satisfies readonly Statement[]

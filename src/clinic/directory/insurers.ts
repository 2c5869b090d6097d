/**
 * The insurers that people name, what else they are called, and what has to be given for a visit that they pay.
 * Data and pure functions. That two names belong to one group is told so that a search finds more, never to promise cover:
 * only the insurer can say what a policy pays.
 * Never: leaves a clinic out because of the way a name was written, or refuses a name that is not listed.
 */
import { folded, mostRead } from './folded.ts'
import { indexNames, type Likeness } from './name-index.ts'

/** How it pays. `cover` as a rule asks to be rung first; `cashPlan` as a rule pays the person back from a receipt. */
export type InsurerKind = 'cover' | 'cashPlan'

/** One insurer of the list. */
export interface Insurer {
  readonly name: string
  /** Companies of one group: somebody insured by one may find that a clinic of another takes them. */
  readonly group: string
  readonly kind: InsurerKind
  readonly otherNames: readonly string[]
}

/** The insurers by id, which is what a clinic's service keeps. Former names are other names. */
export const insurers = {
  'axa-ppp': {
    ...{ name: 'AXA PPP', group: 'axa', kind: 'cover' },
    otherNames: ['AXA', 'AXA Health', 'AXA PPP Healthcare', 'PPP', 'PPP Healthcare'],
  },
  'axa-ppp-international': {
    ...{ name: 'AXA PPP International', group: 'axa', kind: 'cover' },
    otherNames: ['AXA International', 'AXA Global Healthcare', 'AXA Global'],
  },
  bupa: { name: 'Bupa', group: 'bupa', kind: 'cover', otherNames: ['Bupa UK', 'Bupa Health Insurance', 'Bupa By You'] },
  'bupa-international': {
    ...{ name: 'Bupa International', group: 'bupa', kind: 'cover', otherNames: ['Bupa Global'] },
  },
  vitality: {
    ...{ name: 'Vitality', group: 'vitality', kind: 'cover' },
    otherNames: ['VitalityHealth', 'Vitality Health', 'PruHealth', 'Pru Health', 'Prudential Health'],
  },
  'vitality-health-international': {
    ...{ name: 'Vitality Health International', group: 'vitality', kind: 'cover' },
    otherNames: ['Vitality International', 'VitalityHealth International'],
  },
  'nuffield-health': { name: 'Nuffield Health', group: 'nuffield', kind: 'cover', otherNames: ['Nuffield'] },
  aviva: {
    name: 'Aviva',
    group: 'aviva',
    kind: 'cover',
    otherNames: ['Aviva Health', 'Norwich Union', 'Norwich Union Healthcare'],
  },
  cigna: { name: 'Cigna', group: 'cigna', kind: 'cover', otherNames: ['Cigna Healthcare', 'Cigna UK'] },
  'cigna-international': {
    ...{ name: 'Cigna International', group: 'cigna', kind: 'cover' },
    otherNames: ['Cigna Global', 'Cigna Global Health'],
  },
  wpa: {
    name: 'WPA',
    group: 'wpa',
    kind: 'cover',
    otherNames: ['Western Provident', 'Western Provident Association', 'W.P.A.'],
  },
  aetna: { name: 'Aetna', group: 'aetna', kind: 'cover', otherNames: ['Aetna UK'] },
  'aetna-international': {
    ...{
      name: 'Aetna International',
      group: 'aetna',
      kind: 'cover',
      otherNames: ['Aetna Global Benefits', 'Aetna Global'],
    },
  },
  allianz: { name: 'Allianz', group: 'allianz', kind: 'cover', otherNames: ['Allianz Health'] },
  'allianz-worldwide-care': {
    ...{ name: 'Allianz Worldwide Care', group: 'allianz', kind: 'cover' },
    otherNames: ['Allianz Care', 'Allianz Partners', 'AWC'],
  },
  'allianz-international': {
    ...{ name: 'Allianz International', group: 'allianz', kind: 'cover', otherNames: ['Allianz Global'] },
  },
  healix: { name: 'Healix', group: 'healix', kind: 'cover', otherNames: ['Healix Health', 'Healix Health Services'] },
  'healix-global': {
    ...{ name: 'Healix Global', group: 'healix', kind: 'cover', otherNames: ['Healix International'] },
  },
  'health-shield': { name: 'Health Shield', group: 'health-shield', kind: 'cashPlan', otherNames: ['Healthshield'] },
  simplyhealth: {
    ...{ name: 'Simplyhealth', group: 'simplyhealth', kind: 'cashPlan', otherNames: ['Simply Health', 'HSA'] },
  },
  paycare: { name: 'Paycare', group: 'paycare', kind: 'cashPlan', otherNames: ['Pay Care'] },
  bhsf: { name: 'BHSF', group: 'bhsf', kind: 'cashPlan', otherNames: ['Birmingham Hospital Saturday Fund'] },
  'the-phc': {
    ...{
      name: 'The PHC',
      group: 'phc',
      kind: 'cover',
      otherNames: ['PHC', 'Permanent Health Company', 'The Permanent Health Company'],
    },
  },
  saga: { name: 'Saga', group: 'saga', kind: 'cover', otherNames: ['Saga Health', 'Saga Health Insurance'] },
  'the-exeter': {
    ...{
      name: 'The Exeter',
      group: 'exeter',
      kind: 'cover',
      otherNames: ['Exeter', 'Exeter Friendly', 'Exeter Friendly Society'],
    },
  },
  'freedom-healthcare': {
    ...{ name: 'Freedom Healthcare', group: 'freedom', kind: 'cover' },
    otherNames: ['Freedom', 'Freedom Health', 'Freedom Health Insurance'],
  },
} as const satisfies Readonly<Record<string, Insurer>>

/** The id of an insurer of the list. */
export type InsurerId = keyof typeof insurers

/** The ids, in the order of the list. */
// The keys of a record that we wrote ourselves.
export const insurerIds = Object.keys(insurers) as readonly InsurerId[]

/** What to know before a visit, by how the insurer pays. Every insurer has its own rules: ask it. */
const kindAdvice = {
  cover: [
    'Ring them before the visit: most want to be asked first, and give you an authorisation number.',
    'Ask if you pay a part yourself (the excess), and how much of it is left.',
    'If they do not pay, the clinic may ask you to.',
  ],
  cashPlan: ['With most cash plans you pay the clinic, and send the receipt to the plan. Ask yours what it pays back.'],
} as const satisfies Record<InsurerKind, readonly string[]>

/** Who is to pay. An insurer that is not in the list is kept as it was typed. */
export type Payer =
  | { readonly kind: 'self' }
  | { readonly kind: 'insurer'; readonly id: InsurerId }
  | { readonly kind: 'otherInsurer'; readonly typed: string }

/** What was meant by a name. Whatever is typed can be kept; an empty text is nobody. */
export type InsurerAnswer =
  | { readonly ok: true; readonly payer: Payer; readonly choices: readonly InsurerId[] }
  | { readonly ok: false; readonly why: 'empty' }

const byName = indexNames(
  insurerIds.map((id) => ({ item: id, names: [insurers[id].name, ...insurers[id].otherNames] })),
)
const selfWords =
  /^(?:self ?pay(?:ing)?|self funded|i pay(?: myself)?|myself|none|no insurance|no insurer|cash|private)$/

/** Most of a name that is kept, as the database keeps it. */
export const longestInsurer = 120

/**
 * Finds an insurer by its name, former name or arm, in any case and with one slip; "I pay" is no insurer.
 * A name that could be several, or is not listed, is kept as typed, with `choices` to offer.
 */
export function findInsurer(text: string): InsurerAnswer {
  const words = folded(text)
  if (words === '') return { ok: false, why: 'empty' }
  if (selfWords.test(words)) return { ok: true, payer: { kind: 'self' }, choices: [] }
  const { found } = byName.find(words, 6)
  const [surest, next] = found
  const choices = found.map(({ item }) => item)
  if (surest && isSure(surest.how, next?.how)) return { ok: true, payer: { kind: 'insurer', id: surest.item }, choices }
  return {
    ok: true,
    payer: { kind: 'otherInsurer', typed: text.slice(0, mostRead).trim().slice(0, longestInsurer) },
    choices,
  }
}

/** A whole name stands beside longer ones; its beginning must be the beginning of one name only, and a word of none other. */
function isSure(how: Likeness, next: Likeness | undefined): boolean {
  if (how === 'whole') return true
  if (how === 'slip') return next !== 'slip'
  return how === 'beginning' && next !== 'beginning' && next !== 'word'
}

/** Does a clinic take who is to pay, by what it lists? */
export type Takes =
  /** It lists this insurer, or you pay yourself. */
  | 'yes'
  /** It lists another company of the same group, or a name that we cannot tell apart from it. */
  | 'askTheClinic'
  | 'no'

/**
 * Does a service take this payer? Paying oneself is always possible. In doubt the answer is to ask, never no: for another
 * company of the group, for an insurer that we do not know, and for a clinic that has listed a name that we do not know.
 * @param listed what the clinic lists: ids, or names as somebody typed them
 */
export function takesPayer(listed: readonly string[], payer: Payer): Takes {
  if (payer.kind === 'self') return 'yes'
  const read = listed.map(payerOf)
  if (payer.kind === 'otherInsurer') {
    const same = read.some((each) => each.kind === 'otherInsurer' && folded(each.typed) === folded(payer.typed))
    return same ? 'yes' : 'askTheClinic'
  }
  if (read.some((each) => each.kind === 'insurer' && each.id === payer.id)) return 'yes'
  const group: string = insurers[payer.id].group
  const near = read.some(
    (each) => each.kind === 'otherInsurer' || (each.kind === 'insurer' && insurers[each.id].group === group),
  )
  return near ? 'askTheClinic' : 'no'
}

function payerOf(listed: string): Payer {
  const known = insurerIds.find((id) => id === listed)
  if (known) return { kind: 'insurer', id: known }
  const answer = findInsurer(listed)
  return answer.ok && answer.payer.kind !== 'self' ? answer.payer : { kind: 'otherInsurer', typed: listed }
}

/** What somebody should know of their insurer before a visit, for one kind of insurer. */
export interface InsurerAdvice {
  /** Which insurers it is for. */
  readonly of: string
  readonly says: readonly string[]
}

/** What to know of an insurer by its name; of each kind, where nothing or a name that we do not know is typed. */
export function insurerAdvice(text: string): readonly InsurerAdvice[] {
  const answer = findInsurer(text)
  if (answer.ok && answer.payer.kind === 'self') return []
  if (answer.ok && answer.payer.kind === 'insurer') {
    const { name, kind } = insurers[answer.payer.id]
    return [{ of: name, says: kindAdvice[kind] }]
  }
  const plans = insurerIds.filter((id) => insurers[id].kind === 'cashPlan').map((id) => insurers[id].name)
  return [
    { of: 'Health insurance', says: kindAdvice.cover },
    { of: `Cash plan, such as ${plans.join(', ')}`, says: kindAdvice.cashPlan },
  ]
}

/** Does this insurer, as a rule, pay the person back from a receipt? A name that we do not know does not. */
export function paysBack(name: string): boolean {
  const answer = findInsurer(name)
  return answer.ok && answer.payer.kind === 'insurer' && insurers[answer.payer.id].kind === 'cashPlan'
}

/**
 * What to say before a visit is booked on an insurer that the clinic does not list for it; nothing where it does.
 * @param listed what the clinic lists: ids, or names as somebody typed them
 */
export function notListedWords(listed: readonly string[], name: string): string | undefined {
  const answer = findInsurer(name)
  if (!answer.ok || takesPayer(listed, answer.payer) === 'yes') return undefined
  const { payer, choices } = answer
  if (payer.kind === 'insurer')
    return `The clinic does not list ${insurers[payer.id].name} for this visit, and may not take it.`
  const [meant] = choices
  const slip = meant ? ` Did you mean ${insurers[meant].name}?` : ''
  return `We do not know this insurer, and the clinic does not list it: it may not take it.${slip}`
}

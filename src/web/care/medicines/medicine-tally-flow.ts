/**
 * What the tally works out and reads: the view for the page, and posted portions, times and facts. Pure.
 * All limits and refusals come from the medicine room.
 */
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { type Assessment, assessMedicines } from '../../../care/medicines/assess.ts'
import { type CountedIngredient, countedIngredients, limits } from '../../../care/medicines/limits.ts'
import { type OverdoseAdvice, overdoseAdvice } from '../../../care/medicines/overdose.ts'
import { type OverdoseFact, overdoseQuestions } from '../../../care/medicines/overdose-facts.ts'
import { type Ingredient, otherProduct, type Product, products } from '../../../care/medicines/products.ts'
import {
  codeineForTooLong,
  isAmountUnknown,
  limitMg,
  milligramsLeft,
  milligramsTaken,
  mustReaskA1ToA3,
  nextAllowedAt,
  type Portion,
  planDose,
  type TallyPerson,
  type WhyNotNow,
} from '../../../care/medicines/tally.ts'
import type { Reply } from '../../../care/medicines/conditions.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import { type Medicine, type Verdict, verdicts } from '../../../care/medicines/table.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { type FormFields, readNumber } from '../form-fields.ts'
import { contextOf, gateIsAnswered, profileOf, type Stands, tallyPerson } from './medicine-person.ts'
import { type DoseEntry, type DoseLine, doseLines, type MedicineState, tallyDoses } from './medicine-state.ts'

/** One ingredient on the page. */
export interface IngredientView {
  readonly ingredient: CountedIngredient
  readonly takenMg: number
  /** Most in 24 hours. Nothing: it hangs on a weight that is not known. */
  readonly mostMg: number | undefined
  readonly leftMg: number
  /** When the smallest dose fits again: now or later. Nothing: it never does, or cannot be told. */
  readonly nextAt: EpochMs | undefined
  /** The person's verdict; nothing while the gate is not answered. */
  readonly verdict: Verdict | undefined
  /** A dose of unknown size counts. */
  readonly amountUnknown: boolean
  /** It is the check that told of it: then no number says how much it was. */
  readonly told: boolean
}

export interface TallyView {
  readonly lines: readonly DoseLine[]
  readonly ingredients: readonly IngredientView[]
  readonly advice: OverdoseAdvice | undefined
  /** Nothing while the gate is not answered. */
  readonly assessment: Assessment | undefined
  readonly person: TallyPerson
  /** A1–A3 are to be asked again: codeine was taken. */
  readonly reask: boolean
  readonly warnings: readonly string[]
  /** Something is closed until somebody has seen the person, and only the record can say that they were. */
  readonly held: boolean
  /** Why a new check comes before any dose: something was told that none has settled. Null: nothing was, or an emergency says more. */
  readonly due: string | null
  readonly now: EpochMs
}

/**
 * Everything the pages show, from what is known now.
 * @param entries every dose that counts
 * @param shown   those that are on the list: without those that were taken out and still hold something closed
 */
export function tallyView(
  state: MedicineState,
  stands: Stands,
  entries: readonly DoseEntry[],
  now: EpochMs,
  shown: readonly DoseEntry[] = entries,
): TallyView {
  const { standing, level } = stands
  const doses = tallyDoses(entries)
  const profile = profileOf(state, stands, doses, now)
  const person = tallyPerson(profile, state, stands)
  const advice = overdoseAdvice(doses, now, person)
  // At an emergency nothing that the gate asks could open anything.
  const decided = gateIsAnswered(state, standing) || level === 'emergency'
  const assessment = decided ? assessMedicines(profile, contextOf(stands, advice !== undefined)) : undefined
  const view = (ingredient: CountedIngredient): IngredientView => ({
    ingredient,
    takenMg: milligramsTaken(doses, ingredient, now, person),
    mostMg: limitMg(ingredient, person),
    leftMg: milligramsLeft(doses, ingredient, now, person),
    nextAt: nextAllowedAt(doses, { [ingredient]: limits[ingredient].singleMinMg }, now, person),
    verdict: assessment?.medicines[ingredient].verdict,
    amountUnknown: isAmountUnknown(doses, ingredient, now, person),
    told: isAmountUnknown([], ingredient, now, person),
  })
  return {
    lines: doseLines(shown),
    ingredients: countedIngredients.map(view),
    advice,
    assessment,
    person,
    reask: mustReaskA1ToA3(doses, stands.signsAskedAt, now),
    warnings: codeineForTooLong(doses, now) ? [codeineWords] : [],
    held: stands.held,
    due: level === 'emergency' ? null : stands.due,
    now,
  }
}

const codeineWords = 'You have taken codeine or a strong painkiller for more than 3 days. Ask a pharmacist before more.'

/**
 * May this be taken now? `tooMuch`: too much was taken already; `due`: a check comes first; `gate`: the questions come first; `medicine`: the person's
 * own verdict is against it, and anything but OK is; `tally`: the limits are.
 */
export type MayI =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'tooMuch' | 'due' | 'gate' }
  | { readonly ok: false; readonly why: 'medicine'; readonly medicine: Medicine; readonly verdict: Verdict }
  | { readonly ok: false; readonly why: 'tally'; readonly refusal: WhyNotNow; readonly from?: EpochMs }

/** Too much first, then what no check has settled, then the person's verdict, then the limits. All must agree. */
export function mayTake(portion: NamedPortion, view: TallyView, entries: readonly DoseEntry[]): MayI {
  if (view.advice) return { ok: false, why: 'tooMuch' }
  if (view.due !== null) return { ok: false, why: 'due' }
  const { assessment } = view
  if (!assessment) return { ok: false, why: 'gate' }
  const [worst] = medicinesIn(portion)
    .map((medicine) => ({ medicine, verdict: assessment.medicines[medicine].verdict }))
    .sort((one, other) => verdicts.indexOf(other.verdict) - verdicts.indexOf(one.verdict))
  if (worst && worst.verdict !== 'ok') return { ok: false, why: 'medicine', ...worst }
  const planned = planDose(tallyDoses(entries), portion.portion, view.now, view.person)
  if (planned.ok) return { ok: true }
  const { why, nextAllowedAt: from } = planned
  return { ok: false, why: 'tally', refusal: why, ...(from !== undefined && { from }) }
}

/** The column of the safety table that speaks of each ingredient: aspirin is an anti-inflammatory, tramadol an opioid. */
const columnOf = {
  ibuprofen: 'ibuprofen',
  aspirin: 'ibuprofen',
  paracetamol: 'paracetamol',
  codeine: 'codeine',
  dihydrocodeine: 'codeine',
  tramadol: 'codeine',
} as const satisfies Record<Ingredient, Medicine>

const medicinesIn = ({ milligrams }: NamedPortion): readonly Medicine[] => [
  ...new Set(typedIngredients.filter((ingredient) => milligrams[ingredient]).map((ingredient) => columnOf[ingredient])),
]

/** What was asked for, with words for it. */
export interface NamedPortion {
  readonly portion: Portion
  /** "2 × Ibuprofen 200 mg tablet" */
  readonly words: string
  /** The product's name alone. */
  readonly name: string
  /** In one unit. */
  readonly milligrams: Readonly<Partial<Record<Ingredient, number>>>
}

/** The two that most people have are offered first. */
export const commonProducts = ['ibuprofen200', 'paracetamol500'] as const satisfies readonly Product['id'][]

/** Ingredients that can be typed from a packet. */
export const typedIngredients = [
  'ibuprofen',
  'paracetamol',
  'codeine',
  'dihydrocodeine',
  'tramadol',
  'aspirin',
] as const satisfies readonly Ingredient[]

export type PortionRead =
  | { readonly ok: true; readonly value: NamedPortion }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads "which one" and "how many". */
export function readPortion(fields: FormFields): PortionRead {
  const problems: Problem[] = []
  const one = (name: string) => (fields.get(name)?.at(-1) ?? '').trim()
  const units = readUnits(one('units'), one('unitsTyped'), problems)
  const picked = one('product')
  const id = picked === 'list' ? one('listed') : picked
  const product = products.find((candidate) => candidate.id === id)
  if (id !== otherProduct.id && !product)
    problems.unshift({
      field: picked === 'list' ? 'listed' : 'product',
      text: picked === 'list' ? 'Choose a product from the list' : 'Choose what it is',
    })
  const typed = id === otherProduct.id ? readTyped(fields, problems) : {}
  if (problems.length > 0 || units === undefined) return { ok: false, problems }
  const milligrams = product?.milligrams ?? typed
  const name = product?.name ?? nameOf(typed)
  const words = units === 'notSure' ? `${name}, not sure how many` : `${units} × ${name}`
  const portion: Portion = product ? { product: product.id, units } : { product: 'other', milligrams: typed, units }
  return { ok: true, value: { portion, words, name, milligrams } }
}

function readUnits(picked: string, typed: string, problems: Problem[]): number | 'notSure' | undefined {
  if (picked === 'notSure') return 'notSure'
  if (picked === '1' || picked === '2') return Number(picked)
  if (picked !== 'more') {
    problems.push({ field: 'units', text: 'Choose how many' })
    return undefined
  }
  const amount = readNumber(typed, { decimals: 2 })
  if (amount !== undefined && amount > 0 && amount < 1000) return amount
  problems.push({ field: 'unitsTyped', text: 'Type how many, such as 3 or 0.5' })
  return undefined
}

/** No painkiller of the list holds less in one, in mg [C]: a smaller number was read off a packet in grams. */
const leastMg = 5

function readTyped(fields: FormFields, problems: Problem[]): Partial<Record<Ingredient, number>> {
  const typed: Partial<Record<Ingredient, number>> = {}
  for (const ingredient of typedIngredients) {
    const text = (fields.get(`mg.${ingredient}`)?.at(-1) ?? '').trim()
    const amount = readNumber(text, { decimals: 2 })
    if (text === '' || amount === 0) continue
    if (amount !== undefined && amount < leastMg)
      problems.push({ field: `mg.${ingredient}`, text: 'Type it in mg. If the packet says g: 1 g is 1000 mg' })
    else if (amount !== undefined) typed[ingredient] = amount
    else problems.push({ field: `mg.${ingredient}`, text: `Type the mg of ${ingredient} in one, such as 200` })
  }
  if (problems.length === 0 && Object.keys(typed).length === 0)
    problems.push({ field: 'mg.ibuprofen', text: 'Type the mg of at least one medicine. Look on the packet' })
  return typed
}

const nameOf = (typed: Partial<Record<Ingredient, number>>) =>
  Object.entries(typed)
    .map(([ingredient, mg]) => `${ingredient} ${mg} mg`)
    .join(' with ')

interface FactsRead {
  readonly state: MedicineState
  /** Those of this form alone. */
  readonly given: MedicineState['facts']
  readonly problems: readonly Problem[]
}

/** The facts a person answered about too much. Blank ones stay unanswered, and so count as not sure. */
export function readFacts(fields: FormFields, state: MedicineState): FactsRead {
  const facts: Partial<Record<Exclude<OverdoseFact, 'weightKg'>, Reply>> = {}
  for (const fact of keysOf(overdoseQuestions)) {
    const value = fields.get(`fact.${fact}`)?.at(-1)
    if (fact !== 'weightKg' && (value === 'yes' || value === 'no' || value === 'notSure')) facts[fact] = value
  }
  const next = { ...state, facts: { ...state.facts, ...facts } }
  const typed = (fields.get('fact.weightKg')?.at(-1) ?? '').trim()
  if (typed === '') {
    if (!fields.get('unsure.weightKg')) return { state: next, given: facts, problems: [] }
    return { state: { ...next, weightKg: 'notSure' }, given: facts, problems: [] }
  }
  const weight = readNumber(typed, { decimals: 1 }) ?? 0
  if (weight < 10 || weight > 400)
    return {
      state: next,
      given: facts,
      problems: [{ field: 'fact.weightKg', text: 'Enter a number of kg from 10 to 400' }],
    }
  return { state: { ...next, weightKg: weight }, given: facts, problems: [] }
}

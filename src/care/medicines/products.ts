/**
 * Painkillers and cold remedies sold in the UK that a person may write down, with what is in one unit.
 * Pure data. Read by the tally and the medicine pages. All strengths are professional knowledge [K], to be checked
 * against the packets by a pharmacist. A product is here only if its strength is well known; for any other there is
 * `otherProduct`, where the person types what the packet says.
 * Never: a list of what to buy. Nothing here says that a product is right for anyone.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { EpochMs } from '../evidence/time.ts'

/** What can be in a product and matters here. The first two are counted; the last four are only noticed. */
export type Ingredient = 'ibuprofen' | 'paracetamol' | 'codeine' | 'dihydrocodeine' | 'tramadol' | 'aspirin'

/** Milligrams of each ingredient. */
export type Milligrams = Readonly<Partial<Record<Ingredient, number>>>

/** One product, with the milligrams in one unit of it. */
export interface Product {
  readonly id: string
  /** As on the packet. */
  readonly name: string
  /** Other products with the same contents. */
  readonly alsoSoldAs?: readonly string[]
  readonly unit: 'tablet' | 'capsule' | 'sachet' | '5 ml spoon' | '20 ml dose'
  /** In one unit. */
  readonly milligrams: Milligrams
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const packet = { sources: ['product-licences'], tag: 'K' } as const

/** The products, by what is in them [K]. */
export const products = [
  {
    id: 'ibuprofen200',
    name: 'Ibuprofen 200 mg tablet',
    unit: 'tablet',
    milligrams: { ibuprofen: 200 },
    ...packet,
    alsoSoldAs: ['Nurofen 200 mg', 'Nurofen Express 200 mg', 'Anadin Ibuprofen', 'Cuprofen'],
  },
  {
    id: 'ibuprofen400',
    name: 'Ibuprofen 400 mg tablet',
    unit: 'tablet',
    milligrams: { ibuprofen: 400 },
    ...packet,
    alsoSoldAs: ['Nurofen Express 400 mg', 'Cuprofen Maximum Strength'],
  },
  { id: 'nurofenColdAndFlu', name: 'Nurofen Cold & Flu', unit: 'tablet', milligrams: { ibuprofen: 200 }, ...packet },
  {
    id: 'nurofenForChildren',
    name: 'Nurofen for Children 100 mg in 5 ml',
    unit: '5 ml spoon',
    milligrams: { ibuprofen: 100 },
    ...packet,
  },
  { id: 'nurofenPlus', name: 'Nurofen Plus', unit: 'tablet', milligrams: { ibuprofen: 200, codeine: 12.8 }, ...packet },
  { id: 'nuromol', name: 'Nuromol', unit: 'tablet', milligrams: { ibuprofen: 200, paracetamol: 500 }, ...packet },
  { id: 'combogesic', name: 'Combogesic', unit: 'tablet', milligrams: { ibuprofen: 150, paracetamol: 500 }, ...packet },
  {
    id: 'paracetamol500',
    name: 'Paracetamol 500 mg tablet',
    unit: 'tablet',
    milligrams: { paracetamol: 500 },
    ...packet,
    alsoSoldAs: [
      'Panadol',
      'Panadol Advance',
      'Panadol ActiFast',
      'Panadol Extra',
      'Anadin Paracetamol',
      'Hedex',
      'Solpadeine Headache',
      'soluble or fizzy paracetamol 500 mg',
    ],
  },
  {
    id: 'anadinExtra',
    name: 'Anadin Extra',
    unit: 'tablet',
    milligrams: { paracetamol: 200, aspirin: 300 },
    ...packet,
  },
  {
    id: 'calpolInfant',
    name: 'Calpol Infant 120 mg in 5 ml',
    unit: '5 ml spoon',
    milligrams: { paracetamol: 120 },
    ...packet,
  },
  {
    id: 'calpolSixPlus',
    name: 'Calpol Six Plus 250 mg in 5 ml',
    unit: '5 ml spoon',
    milligrams: { paracetamol: 250 },
    ...packet,
  },
  { id: 'lemsipMaxSachet', name: 'Lemsip Max sachet', unit: 'sachet', milligrams: { paracetamol: 1000 }, ...packet },
  {
    id: 'lemsipSachet',
    name: 'Lemsip Cold & Flu sachet (not Max)',
    unit: 'sachet',
    milligrams: { paracetamol: 650 },
    ...packet,
  },
  { id: 'lemsipMaxCapsule', name: 'Lemsip Max capsule', unit: 'capsule', milligrams: { paracetamol: 500 }, ...packet },
  {
    id: 'beechamsAllInOne',
    name: 'Beechams All-In-One liquid',
    unit: '20 ml dose',
    milligrams: { paracetamol: 500 },
    ...packet,
  },
  {
    id: 'nightNurseLiquid',
    name: 'Night Nurse or Day Nurse liquid',
    unit: '20 ml dose',
    milligrams: { paracetamol: 1000 },
    ...packet,
  },
  {
    id: 'nightNurseCapsule',
    name: 'Night Nurse or Day Nurse capsule',
    unit: 'capsule',
    milligrams: { paracetamol: 500 },
    ...packet,
  },
  {
    id: 'coCodamol8',
    name: 'Co-codamol 8/500',
    unit: 'tablet',
    milligrams: { paracetamol: 500, codeine: 8 },
    ...packet,
    alsoSoldAs: ['Solpadeine Plus', 'Migraleve'],
  },
  {
    id: 'solpadeineMax',
    name: 'Solpadeine Max',
    unit: 'tablet',
    milligrams: { paracetamol: 500, codeine: 12.8 },
    ...packet,
  },
  {
    id: 'coCodamol15',
    name: 'Co-codamol 15/500',
    unit: 'tablet',
    milligrams: { paracetamol: 500, codeine: 15 },
    ...packet,
  },
  {
    id: 'coCodamol30',
    name: 'Co-codamol 30/500',
    unit: 'tablet',
    milligrams: { paracetamol: 500, codeine: 30 },
    ...packet,
    alsoSoldAs: ['Zapain', 'Solpadol', 'Kapake'],
  },
  { id: 'paramol', name: 'Paramol', unit: 'tablet', milligrams: { paracetamol: 500, dihydrocodeine: 7.46 }, ...packet },
  {
    id: 'coDydramol10',
    name: 'Co-dydramol 10/500',
    unit: 'tablet',
    milligrams: { paracetamol: 500, dihydrocodeine: 10 },
    ...packet,
  },
  {
    id: 'tramacet',
    name: 'Tramadol with paracetamol 37.5/325',
    unit: 'tablet',
    milligrams: { paracetamol: 325, tramadol: 37.5 },
    alsoSoldAs: ['Tramacet'],
    ...packet,
  },
] as const satisfies readonly Product[]

/** The id of one listed product. */
export type ProductId = (typeof products)[number]['id']

/** The choice for anything not listed: the person types the milligrams in one unit, as the packet says. */
export const otherProduct = {
  id: 'other',
  name: 'Another product',
  ask: 'How many mg of each are in one tablet, capsule or sachet? Look on the packet.',
} as const

/** What was taken: a listed product, or milligrams typed in for one unit of another. */
export type TakenProduct =
  | { readonly product: ProductId }
  | { readonly product: 'other'; readonly milligrams: Milligrams }

/** One dose as it is kept in the person's record. */
export interface Dose {
  /** Id from this list, or `other`. */
  readonly product: string
  /** Tablets, capsules, sachets or spoons. Undefined: the person does not know how many. */
  readonly units?: number
  /** In the whole dose. If `units` is not known, in one unit: the least it can have been. */
  readonly milligrams: Milligrams
  readonly takenAt: EpochMs
}

/** Milligrams in one unit. Typed amounts that are not above 0 are left out. Undefined if nothing is known of it. */
export function milligramsPerUnit(taken: TakenProduct): Milligrams | undefined {
  if (taken.product !== 'other') return products.find(({ id }) => id === taken.product)?.milligrams
  const typed = Object.entries(taken.milligrams).filter(([, mg]) => Number.isFinite(mg) && mg > 0)
  return typed.length > 0 ? Object.fromEntries(typed) : undefined
}

/** Does this dose hold the ingredient? A broken amount counts as holding it. */
export const holds = ({ milligrams }: Dose, ingredient: Ingredient): boolean => (milligrams[ingredient] ?? 0) !== 0

/** Milligrams of the ingredient in this dose, 0 or more. */
export const mgOf = ({ milligrams }: Dose, ingredient: Ingredient): number => Math.max(0, milligrams[ingredient] ?? 0)

/**
 * The figures for shop-bought painkillers: single dose, gap, most in 24 hours, days (evidence.md §4.2).
 * Pure data, in one place. Read by the dose words (`advice.ts`), the tally and the overdose advice.
 * Never: says who may take what (that is `table.ts`).
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'

/** The two ingredients that are counted. */
export type CountedIngredient = 'ibuprofen' | 'paracetamol'

/** In the order in which they are shown. */
export const countedIngredients = ['ibuprofen', 'paracetamol'] as const satisfies readonly CountedIngredient[]

/** What one ingredient may not go past, for an adult to whom no row of the table applies. */
export interface IngredientLimit {
  /** Smallest and largest single dose, mg. */
  readonly singleMinMg: number
  readonly singleMaxMg: number
  /** Least time between two doses, hours elapsed. */
  readonly gapHours: number
  /** Most doses in 24 elapsed hours. */
  readonly timesIn24h: number
  /** Most in 24 elapsed hours, mg. */
  readonly mostIn24hMg: number
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** The figures by ingredient, in milligrams, hours and days (evidence.md §4.2). */
export const limits = {
  // The NHS page gives dose and gap [V2]; the 1,200 mg shop limit is professional knowledge [K].
  ibuprofen: {
    singleMinMg: 200,
    singleMaxMg: 400,
    gapHours: 6,
    timesIn24h: 3,
    mostIn24hMg: 1200,
    sources: ['nhs-ibuprofen', 'product-licences'],
    tag: 'K',
  },
  paracetamol: {
    singleMinMg: 500,
    singleMaxMg: 1000,
    gapHours: 4,
    timesIn24h: 4,
    mostIn24hMg: 4000,
    sources: ['nhs-paracetamol'],
    tag: 'K',
  },
} as const satisfies Record<CountedIngredient, IngredientLimit>

/** Longest run of ibuprofen without advice, days: 10 for adults, 3 at 16 and 17 [K]. */
export const ibuprofenMostDays = { adult: 10, from16To17: 3 } as const

/** Longest run of a codeine or dihydrocodeine product, days. */
export const codeineMostDays = 3

/** Warfarin and paracetamol on more days in a row than this: ask, because the blood test (INR) can change. */
export const warfarinParacetamolDays = 3

/** Paracetamol per kg of body weight from which I2 counts an overdose as dangerous, mg in 24 hours (evidence.md I2, K). */
export const dangerousMgPerKg = 75

/** Under this weight, in kg, the paracetamol limit is lower and the table says ask. */
export const lowWeightKg = 50

/** Below `from` the app gives no dose; below `codeineFrom` codeine is NO. Years. */
export const ages = { from: 16, codeineFrom: 18, older: 65, oldest: 75, highest: 120 } as const

/** Weeks of pregnancy: from `second` the MHRA warning holds, after `last` the medicine is contraindicated. */
export const pregnancy = { second: 20, last: 28, longest: 45 } as const

/** A weight in kg that can be one (above 0, at most 500), or undefined. */
export function knownWeightKg(weightKg: number | 'notSure' | undefined): number | undefined {
  return typeof weightKg === 'number' && weightKg > 0 && weightKg <= 500 ? weightKg : undefined
}

/**
 * The weight in kg that counts. A tick "less than 50 kg" beside a number of 50 or more is a contradiction: then the
 * weight counts as not known, which is the careful side everywhere.
 */
export function countedWeightKg(person: {
  readonly weightKg?: number | 'notSure'
  readonly underFiftyKg?: 'yes' | 'no' | 'notSure'
}): number | undefined {
  const weight = knownWeightKg(person.weightKg)
  return weight !== undefined && weight >= lowWeightKg && person.underFiftyKg === 'yes' ? undefined : weight
}

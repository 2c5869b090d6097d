/** Treatments side by side: which of them, and in which order. Pure; what is asked for says nothing of anybody's health. */
import { keysOf } from '../evidence/closed-sets.ts'
import { claimOf } from '../evidence/claims.ts'
import type { Grade } from '../evidence/grade.ts'
import type { Treatment, TreatmentGroup, Verdict } from './types.ts'

/** The orders on offer, with their words. */
export const treatmentOrders = {
  sure: 'How sure: strongest first',
  name: 'Name: A to Z',
  nice: 'What NICE says: yes first',
} as const
/** One of them. */
export type TreatmentOrder = keyof typeof treatmentOrders

/** What somebody asked to see. Without a group: all of them. */
export interface Comparison {
  readonly group?: TreatmentGroup
  readonly by: TreatmentOrder
}

const sureness: readonly (Grade | undefined)[] = ['strong', 'moderate', 'weak', 'none', 'against', undefined]
const verdicts: readonly (Verdict['says'] | undefined)[] = [
  ...(['yes', 'may', 'only-with-exercise', 'not-routinely', 'do-not', 'nothing'] as const),
  undefined,
]
const orders: Readonly<Record<TreatmentOrder, (one: Treatment, other: Treatment) => number>> = {
  sure: (one, other) => sureness.indexOf(gradeOf(one)) - sureness.indexOf(gradeOf(other)),
  name: (one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1),
  nice: (one, other) =>
    verdicts.indexOf(one.guidelines.nice?.says) - verdicts.indexOf(other.guidelines.nice?.says) ||
    orders.sure(one, other),
}

/** How sure we are of a treatment; nothing where nothing was tested. */
export const gradeOf = ({ claim }: Pick<Treatment, 'claim'>): Grade | undefined => claimOf(claim).grade

/** The treatments as asked for; those that are alike keep the order in which they came. */
export function compared(all: readonly Treatment[], { group, by }: Comparison): readonly Treatment[] {
  return all.filter((one) => group === undefined || one.group === group).sort(orders[by])
}

/** The orders as a list. */
export const orderIds = keysOf(treatmentOrders)

/**
 * Short words for building conditions, so that a rule reads like the line of the clinical brief it copies.
 * They return plain data (see Condition in types.ts): no function hides inside a rule.
 */
import type { Condition } from './types.ts'

/** The answer is one of these values. */
export const is = (q: string, ...values: string[]): Condition => ({ q, is: values })
/** A clear yes. */
export const yes = (q: string): Condition => ({ q, is: ['yes'] })
/** A clear no. */
export const no = (q: string): Condition => ({ q, is: ['no'] })
/** Yes or not sure: how a danger question counts (evidence.md §2.3). */
export const maybe = (q: string): Condition => ({ q, is: ['yes', 'notSure'] })
/** At least one of these items is ticked. */
export const ticked = (q: string, ...values: string[]): Condition => ({ q, ticked: values })
/** The number is n or more; "not sure" counts as met. */
export const atLeast = (q: string, n: number): Condition => ({ q, atLeast: n })
/** The number is below n; "not sure" counts as met. */
export const below = (q: string, n: number): Condition => ({ q, below: n })
/** Every part holds. */
export const all = (...parts: Condition[]): Condition => ({ all: parts })
/** At least one part holds. */
export const any = (...parts: Condition[]): Condition => ({ any: parts })
/** The part does not hold. Open stays open. */
export const not = (part: Condition): Condition => ({ not: part })
/** At least `n` of the parts hold. */
export const count = (n: number, ...parts: Condition[]): Condition => ({ count: n, of: parts })
/** A defined group or term of the brief, by name (see terms.ts). */
export const term = (name: string): Condition => ({ term: name })

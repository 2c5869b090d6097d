/**
 * Boolean formulas over named variables, each built once: equal formulas are one object, so that a question's answer can
 * be fixed cheaply and the solver is given a small shared graph.
 * Never: decides anything by search; that is the solver's work.
 */

/** A formula. Build it with the functions below, never by hand: equality is identity. */
export type Formula =
  | { readonly id: number; readonly kind: 'constant'; readonly value: boolean }
  | { readonly id: number; readonly kind: 'variable'; readonly name: string }
  | { readonly id: number; readonly kind: 'not'; readonly part: Formula }
  | { readonly id: number; readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }

type Unnumbered<F> = F extends Formula ? Omit<F, 'id'> : never

const known = new Map<string, Formula>()

function once(key: string, formula: Unnumbered<Formula>): Formula {
  const found = known.get(key)
  if (found) return found
  const made = { ...formula, id: known.size } as Formula
  known.set(key, made)
  return made
}

export const yesAlways = once('true', { kind: 'constant', value: true })
export const never = once('false', { kind: 'constant', value: false })
export const constant = (value: boolean): Formula => (value ? yesAlways : never)

/** The variable of this name. */
export const variable = (name: string): Formula => once(`v ${name}`, { kind: 'variable', name })

export function not(part: Formula): Formula {
  if (part.kind === 'constant') return constant(!part.value)
  return part.kind === 'not' ? part.part : once(`! ${part.id}`, { kind: 'not', part })
}

export const and = (...parts: readonly Formula[]): Formula => join('and', parts)
export const or = (...parts: readonly Formula[]): Formula => join('or', parts)
export const implies = (one: Formula, other: Formula): Formula => or(not(one), other)
export const differ = (one: Formula, other: Formula): Formula => or(and(one, not(other)), and(not(one), other))

function join(kind: 'and' | 'or', given: readonly Formula[]): Formula {
  const [neutral, decisive] = kind === 'and' ? [yesAlways, never] : [never, yesAlways]
  const parts = new Set<Formula>()
  for (const part of given) for (const inner of part.kind === kind ? part.parts : [part]) parts.add(inner)
  parts.delete(neutral)
  if (parts.has(decisive)) return decisive
  for (const part of parts) if (part.kind === 'not' && parts.has(part.part)) return decisive
  const [only, ...others] = [...parts].sort((one, other) => one.id - other.id)
  if (!only) return neutral
  if (others.length === 0) return only
  return once(`${kind} ${[only, ...others].map(({ id }) => id).join(' ')}`, { kind, parts: [only, ...others] })
}

/**
 * The one formula holds, and the other does not. What both say alike is left out on the side where it is decided already: one
 * answer changes a few rules of many, and the solver is asked about those alone.
 */
export function onlyIn(one: Formula, other: Formula): Formula {
  if (one === other) return never
  if (one.kind === 'or' && other.kind === 'or') return and(or(...withoutShared(one.parts, other.parts)), not(other))
  if (one.kind === 'and' && other.kind === 'and') return and(one, not(and(...withoutShared(other.parts, one.parts))))
  return and(one, not(other))
}

function withoutShared(parts: readonly Formula[], others: readonly Formula[]): readonly Formula[] {
  const shared = new Set(others)
  return parts.filter((part) => !shared.has(part))
}

/** At least `needed` of the parts hold. */
export function atLeastOf(needed: number, parts: readonly Formula[]): Formula {
  if (needed <= 0) return yesAlways
  const [first, ...others] = parts
  if (!first || parts.length < needed) return never
  return or(and(first, atLeastOf(needed - 1, others)), atLeastOf(needed, others))
}

export function exactlyOne(parts: readonly Formula[]): Formula {
  return and(
    or(...parts),
    ...parts.flatMap((one, index) => parts.slice(index + 1).map((other) => not(and(one, other)))),
  )
}

/** The formula with some variables fixed. A variable that `values` does not hold stays free. */
export function fix(formula: Formula, values: ReadonlyMap<string, boolean>): Formula {
  const done = new Map<Formula, Formula>()
  const visit = (part: Formula): Formula => {
    const before = done.get(part)
    if (before) return before
    const after = visitNew(part)
    done.set(part, after)
    return after
  }
  const visitNew = (part: Formula): Formula => {
    if (part.kind === 'constant') return part
    if (part.kind === 'variable') {
      const value = values.get(part.name)
      return value === undefined ? part : constant(value)
    }
    if (part.kind === 'not') return not(visit(part.part))
    const parts = part.parts.map(visit)
    return parts.every((inner, index) => inner === part.parts[index]) ? part : join(part.kind, parts)
  }
  return visit(formula)
}

/** Is the formula true under these values? A variable that is missing counts as false. */
export function holdsUnder(formula: Formula, values: ReadonlyMap<string, boolean>): boolean {
  const done = new Map<Formula, boolean>()
  const visit = (part: Formula): boolean => {
    if (part.kind === 'constant') return part.value
    if (part.kind === 'variable') return values.get(part.name) ?? false
    const before = done.get(part)
    if (before !== undefined) return before
    const value =
      part.kind === 'not' ? !visit(part.part) : part.kind === 'and' ? part.parts.every(visit) : part.parts.some(visit)
    done.set(part, value)
    return value
  }
  return visit(formula)
}

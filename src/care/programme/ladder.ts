/**
 * The steps of one line within a phase, from easiest to hardest. From one step to the next exactly one thing gets harder:
 * range, or the dose by one number, or the level, or the load (evidence.md §6.2, "one step").
 * Pure. Never: knows how the person is doing.
 */
import { movements } from '../movement/movements.ts'
import type { Dose } from '../movement/types.ts'
import {
  type Content,
  contentOf,
  movementAt,
  type PhaseNumber,
  type ProgrammeCard,
  phases,
  type Range,
} from './phases.ts'

/** One step: what to do, in numbers. A number that is missing does not apply. */
export interface Rung {
  readonly level: number
  readonly range: Range
  readonly reps?: number
  readonly holdSeconds?: number
  readonly minutes?: number
  readonly sets: number
  readonly loadKg: number
}
/** What differs between two steps. */
export type Dimension = 'level' | 'range' | 'reps' | 'holdSeconds' | 'minutes' | 'sets' | 'loadKg'

/** Holds grow by this many seconds. The doses of §5.1 are written in fives. */
const holdStepSeconds = 5
const ranges = [0.5, 0.75, 1] as const satisfies readonly Range[]

/** Steps of a line in a phase; empty when the phase does not use it or its card has no such dose ("none", "not used"). */
export function ladder(phase: PhaseNumber, card: ProgrammeCard): readonly Rung[] {
  const key = `${phase} ${card}`
  const built = ladders.get(key) ?? build(phase, card)
  ladders.set(key, built)
  return built
}

/** Built once: the data never changes while the program runs. */
const ladders = new Map<string, readonly Rung[]>()

function build(phase: PhaseNumber, card: ProgrammeCard): readonly Rung[] {
  const content = contentOf(phase, card)
  if (!content) return []
  const levels = content.levels.flatMap((level, index) => levelRungs(phase, content, level, index === 0))
  return [...levels, ...loadRungs(phase, content)]
}

/** The dose of a movement in a phase, with the phase's own minutes; null when it is not used then. */
function doseIn(phase: PhaseNumber, content: Content, level: number): Dose | null {
  const dose = movements[movementAt(content.card, level)].dose[phases[phase].dose]
  return dose && content.minutes ? { ...dose, minutes: content.minutes } : dose
}

/** Range grows first, at the least dose; a higher level starts at its full range and its least dose. */
function levelRungs(phase: PhaseNumber, content: Content, level: number, first: boolean): readonly Rung[] {
  const dose = doseIn(phase, content, level)
  if (!dose) return []
  const [from, to] = content.range
  const amounts = amountsOf(dose)
  const [least] = amounts
  if (!least) throw new Error(`${content.card} has a dose without amounts`)
  // The level with weights begins with the least of them.
  const loadKg = content.loadKg && level === content.levels.at(-1) ? 1 : 0
  const opening = first ? ranges.filter((range) => range >= from && range < to) : []
  return [
    ...opening.map((range) => ({ level, range, loadKg, ...least })),
    ...amounts.map((amount) => ({ level, range: to, loadKg, ...amount })),
  ]
}

function loadRungs(phase: PhaseNumber, content: Content): readonly Rung[] {
  const level = content.levels.at(-1)
  const dose = level === undefined ? null : doseIn(phase, content, level)
  if (level === undefined || !dose || !content.loadKg) return []
  const most = amountsOf(dose).at(-1)
  if (!most) return []
  return Array.from({ length: content.loadKg - 1 }, (_, index) => ({
    level,
    range: content.range[1],
    ...most,
    loadKg: index + 2,
  }))
}

type Amount = Pick<Rung, 'reps' | 'holdSeconds' | 'minutes' | 'sets'>

/** From the least of a dose to the most of it, one number at a time: repetitions, then hold, then minutes, then sets. */
export function amountsOf(dose: Dose): readonly Amount[] {
  const [sets, mostSets] = dose.sets ?? [1, 1]
  const amounts: Amount[] = [
    {
      ...(dose.reps && { reps: dose.reps[0] }),
      ...(dose.holdSeconds && { holdSeconds: dose.holdSeconds[0] }),
      ...(dose.minutes && { minutes: dose.minutes[0] }),
      sets,
    },
  ]
  const grow = (key: keyof Amount, most: number | undefined, by: number) => {
    for (;;) {
      const last = amounts.at(-1)
      const now = last?.[key]
      if (!last || now === undefined || most === undefined || now >= most) return
      amounts.push({ ...last, [key]: Math.min(most, now + by) })
    }
  }
  grow('reps', dose.reps?.[1], 1)
  grow('holdSeconds', dose.holdSeconds?.[1], holdStepSeconds)
  grow('minutes', dose.minutes?.[1], 1)
  grow('sets', mostSets, 1)
  return amounts
}

const dimensions = ['level', 'range', 'reps', 'holdSeconds', 'minutes', 'sets', 'loadKg'] as const

/** What is harder in `to` than in `from`. After a rise of level the amounts start afresh, so only the level counts. */
export function harderIn(from: Rung, to: Rung): readonly Dimension[] {
  const risen = dimensions.filter((key) => (to[key] ?? 0) > (from[key] ?? 0))
  return risen.includes('level') ? ['level'] : risen
}

/**
 * The step after this one. Usually two at once where both add the same small number (a repetition or a minute);
 * one at a time for a person who was promised smaller steps (§3.2). The same step when it is the last.
 */
export function nextRung(steps: readonly Rung[], at: number, smaller: boolean): number {
  const [now, next, second] = [steps[at], steps[at + 1], steps[at + 2]]
  if (!now || !next) return at
  const [kind] = harderIn(now, next)
  const same = second && (kind === 'reps' || kind === 'minutes') && harderIn(next, second)[0] === kind
  return same && !smaller ? at + 2 : at + 1
}

/** Down one level: the first step of the level below, or the very first step when there is none. */
export function levelBelow(steps: readonly Rung[], at: number): number {
  const level = steps[at]?.level ?? 1
  const below = steps.filter((step) => step.level < level).at(-1)?.level
  return below === undefined ? 0 : steps.findIndex((step) => step.level === below)
}

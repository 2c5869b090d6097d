/**
 * What the doses of a record, and what was told of them, come to: the doses that count, the facts that stand, and each
 * moment at which it was, or may have been, too much (rule I2 of evidence.md §1.I; hazards H-08, H-12). From the record
 * alone, so that an imported, merged or hand-made one cannot do what a page refuses. Pure.
 * Never: lets a dose that closed something be taken out before the person has said twice that it was a mistake.
 */
import { entriesOf } from '../evidence/closed-sets.ts'
import { addDays, type IsoDate } from '../evidence/calendar.ts'
import { dayMs, type EpochMs, hourMs } from '../evidence/time.ts'
import { type OverdoseAdvice, overdoseAdvice } from '../medicines/overdose.ts'
import { factsOfOneTime, type OverdoseFacts } from '../medicines/overdose-facts.ts'
import type { Dose, Ingredient } from '../medicines/products.ts'
import { type DoseTaken, type DoseWithdrawn, inOrder, merged, type NotebookEvent } from './notebook.ts'
import type { TooMuchFound, TooMuchTold } from '../programme/events.ts'
import { clearedFrom, type DangerLock, mistakenIn, tooMuchIn } from '../programme/locks.ts'

/** What a record says of doses and of too much. */
export interface DoseRecord {
  /** Every dose that counts: those that closed something too, though they were taken out. Oldest first. */
  readonly doses: readonly DoseTaken[]
  /** What was told about too much and still stands: the worse of two answers. */
  readonly facts: OverdoseFacts
  /** When somebody last cleared the person of too much; undefined: never, or something stands that nobody has seen to. */
  readonly seenAt: EpochMs | undefined
  /** Ids of doses that closed something: taking one out needs what a danger told by mistake needs. */
  readonly held: ReadonlySet<string>
  /** Each moment at which something changed, with the id of the dose or the telling that it is found by. */
  readonly found: readonly TooMuchFound[]
}

/** While the walk through the record goes on. */
interface Walk extends DoseRecord {
  /** Ids of doses that were taken out while they held something closed. */
  readonly out: ReadonlySet<string>
  /** Those of too much; one for each check beside them, so that a visit can be told to have come after it. */
  readonly locks: readonly DangerLock[]
}

const nothing: Walk = { doses: [], facts: {}, seenAt: undefined, held: new Set(), found: [], out: new Set(), locks: [] }

/** The record, read from its beginning. */
export function doseRecord(events: readonly NotebookEvent[]): DoseRecord {
  const known = read.get(events)
  // A list that has grown is another one.
  if (known?.length === events.length) return known.said
  const said = inOrder(merged(events, [])).reduce(after, nothing)
  read.set(events, { length: events.length, said })
  return said
}

/** One page asks for the same list several times, and years of doses take a while. */
const read = new WeakMap<readonly NotebookEvent[], { readonly length: number; readonly said: DoseRecord }>()

function after(walk: Walk, event: NotebookEvent): Walk {
  switch (event.kind) {
    case 'doseTaken':
      return evaluated({ ...walk, doses: [...walk.doses, event], facts: ofNextTime(walk.facts) }, event, true)
    case 'doseWithdrawn':
      return withdrawn(walk, event)
    case 'tooMuchTold': {
      const isNew = event.emergency === true || (event.facts.overPacketLimit ?? 'no') !== 'no'
      return evaluated({ ...walk, facts: worse(walk.facts, event) }, event, isNew)
    }
    case 'checkFinished': {
      const { id, at, day, level } = event
      return { ...walk, locks: [...walk.locks, { event: id, lock: 'locked', level, at, day, mistaken: false }] }
    }
    case 'dangerMistaken':
      return settled({ ...walk, locks: mistakenIn(walk.locks, event) })
    case 'clinicianCleared': {
      const stood = walk.locks.some(isTooMuch)
      const locks = clearedFrom(walk.locks, event)
      if (locks.some(isTooMuch)) return { ...walk, locks }
      return settled({ ...walk, locks, ...(stood && { facts: {}, seenAt: event.at }) })
    }
    default:
      return walk
  }
}

const isTooMuch = ({ tooMuch }: DangerLock): boolean => tooMuch === true
const stands = (lock: DangerLock): boolean => isTooMuch(lock) && !lock.mistaken

/** What it comes to with this event: a lock, another level of it, or, by its own questions, none. */
function evaluated(walk: Walk, event: DoseTaken | TooMuchTold | DoseWithdrawn, isNew: boolean): Walk {
  const { doses, facts, seenAt } = walk
  // Asked at each dose of years; the advice looks back over 7 days and the 24 hours before each of them.
  const recent = doses.filter(({ takenAt }) => !(takenAt <= event.at - lookBackMs)).flatMap(doseOf)
  const level = closing(overdoseAdvice(recent, event.at, { ...facts, ...seen(seenAt) }))
  if (level === null && (isNew || !walk.locks.some(stands))) return walk
  const { id, at, order, offsetMinutes } = event
  const day = 'day' in event ? event.day : dayOf(at, offsetMinutes)
  const one: TooMuchFound = { v: 1, kind: 'tooMuchFound', id, at, order, day, level, isNew }
  const locks = tooMuchIn(walk.locks, one)
  const held = locks.some(stands) ? new Set([...walk.held, ...doses.map((dose) => dose.id)]) : walk.held
  return settled({ ...walk, locks, held, found: [...walk.found, one] })
}

/** Somewhat longer than the advice looks back, ms. */
const lookBackMs = 9 * dayMs

const closing = (advice: OverdoseAdvice | undefined): TooMuchFound['level'] =>
  advice === undefined || advice.level === 'packet' ? null : advice.level

const seen = (at: EpochMs | undefined) => (at === undefined ? {} : { seenByClinicianAt: at })

/** Once nothing stands that the doses hold closed, those that were taken out are out. */
function settled(walk: Walk): Walk {
  if (walk.locks.some(stands) || walk.held.size === 0) return walk
  return { ...walk, held: new Set(), out: new Set(), doses: walk.doses.filter(({ id }) => !walk.out.has(id)) }
}

/** A dose is taken out at once, unless it holds something closed. One that only moves to the time that was meant moves. */
function withdrawn(walk: Walk, event: DoseWithdrawn): Walk {
  const dose = walk.doses.find(({ id }) => id === event.dose)
  if (!dose) return walk
  const rest = { ...walk, doses: walk.doses.filter((one) => one !== dose) }
  if (!walk.held.has(dose.id)) return rest
  if (isMove(walk, dose, event)) return evaluated(rest, event, false)
  return { ...walk, out: new Set([...walk.out, dose.id]) }
}

/** Was the same dose written down again with it, at the earlier of the two times that its clock time can mean? */
function isMove({ doses }: Walk, dose: DoseTaken, { at }: DoseWithdrawn): boolean {
  if (at - dose.at > hourMs) return false
  return doses.some(
    (other) =>
      other.id !== dose.id &&
      other.at === at &&
      other.ingredient === dose.ingredient &&
      other.product === dose.product &&
      other.milligrams === dose.milligrams &&
      other.takenAt < dose.takenAt &&
      other.takenAt >= dose.takenAt - dayMs - hourMs,
  )
}

/** A dose as the tally counts it. One of a medicine that this build does not know counts for nothing. */
export function doseOf(dose: Omit<DoseTaken, 'v' | 'kind' | 'at'>): Dose | [] {
  const { ingredient, milligrams, product, takenAt, amountKnown } = dose
  if (!ingredients.includes(ingredient)) return []
  return {
    product,
    milligrams: { [ingredient]: milligrams },
    takenAt,
    ...(amountKnown !== false && { units: 1 }),
  }
}
const ingredients: readonly string[] = [
  'ibuprofen',
  'paracetamol',
  'codeine',
  'dihydrocodeine',
  'tramadol',
  'aspirin',
] satisfies readonly Ingredient[]

/** What a further dose leaves of the facts: a "no" about one occasion says nothing of the next. */
function ofNextTime(facts: OverdoseFacts): OverdoseFacts {
  const dropped = new Set<string>(factsOfOneTime.filter((fact) => facts[fact] === 'no'))
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !dropped.has(fact)))
}

/** Mildest first. */
const badness = ['no', 'notSure', 'yes'] as const

/** Each fact with the worse of the two answers. Two weights that differ are none that is known. */
function worse(facts: OverdoseFacts, { facts: told, weightKg, emergency }: TooMuchTold): OverdoseFacts {
  const merge = entriesOf(told).map(([fact, reply]) => {
    const before = facts[fact]
    return [fact, before !== undefined && badness.indexOf(before) > badness.indexOf(reply) ? before : reply]
  })
  return {
    ...facts,
    ...Object.fromEntries(merge),
    ...(weightKg !== undefined && { weightKg: lighter(facts.weightKg, weightKg) }),
    ...(emergency && { emergencyTold: true as const }),
  }
}

/** The lighter of two weights is the careful one. A number counts before "not sure". */
function lighter(one: OverdoseFacts['weightKg'], other: number | 'notSure'): number | 'notSure' {
  if (typeof one !== 'number') return other
  return typeof other === 'number' ? Math.min(one, other) : one
}

/** Which day it was for the person. Where their clock is not known: an hour ahead of UTC, as in a British summer. */
function dayOf(at: EpochMs, offsetMinutes = 60): IsoDate {
  return addDays('1970-01-01', Math.floor((at + offsetMinutes * 60_000) / dayMs))
}

/**
 * What the medicine pages know of a person: replies to the ask-first gate, facts about too much, and, where nothing is
 * kept, the doses. Travels in a hidden field; on a device the gate also rests in the draft store, and doses in the record.
 * An edge: parsed here, trusted after. Never goes into an address. Decides nothing about medicines.
 */
import { actOf, idBeside } from '../../../care/evidence/ids.ts'
import * as z from 'zod/mini'
import {
  type ConditionId,
  gateItems,
  gateNumbers,
  type Replies,
  type Reply,
} from '../../../care/medicines/conditions.ts'
import { type OverdoseFact, replyFacts } from '../../../care/medicines/overdose-facts.ts'
import type { Dose } from '../../../care/medicines/products.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import type { DoseTaken } from '../../../care/record/notebook.ts'
import { doseOf } from '../../../care/record/too-much.ts'
import { ClockTime, MomentInTime } from '../record/record-event-parts.ts'

/** The screens of the gate, in order. */
export const gateScreenIds = ['history', 'body', 'medicines', 'you'] as const
export type GateScreenId = (typeof gateScreenIds)[number]

/** One ingredient of one dose: what the record's `doseTaken` says, without the frame of an event. */
export type DoseEntry = Pick<
  DoseTaken,
  'id' | 'ingredient' | 'milligrams' | 'product' | 'takenAt' | 'amountKnown' | 'typed' | 'clockSaid'
>

export interface MedicineState {
  readonly v: 1
  /** The check that the replies belong to. With another check they only fill the form in. */
  readonly check: string | null
  readonly replies: Replies
  readonly ageYears?: number | 'notSure'
  readonly weightKg?: number | 'notSure'
  readonly pregnancyWeeks?: number | 'notSure'
  /** Screens answered for this check. */
  readonly answered: readonly GateScreenId[]
  /** When a clinician last saw the person about too much of a medicine. */
  readonly seenByClinicianAt?: EpochMs
  /** Answers about too much. Never kept on a device: a shared phone may show them to the wrong person. */
  readonly facts: Readonly<Partial<Record<Exclude<OverdoseFact, 'weightKg'>, Reply>>>
  /** Id of the record's event that told of `facts`; missing: no record did. */
  readonly toldBy?: string
  /** Acts of doses of which it was said which of two times was meant: the later one, at which they count. Of the last ones only. */
  readonly meantNow?: readonly string[]
  /** Doses, where no record keeps them. */
  readonly doses: readonly DoseEntry[]
}

/** Nothing known yet. */
export const emptyState: MedicineState = { v: 1, check: null, replies: {}, answered: [], facts: {}, doses: [] }

/** The state as text. `kept`: for the draft store, without facts and doses. */
export function writeState(state: MedicineState, kept: 'kept' | '' = ''): string {
  return JSON.stringify(kept ? { ...state, facts: {}, doses: [] } : state)
}

/** Longest text taken, in characters: thousands of doses. */
const stateLimit = 200_000

/** Reads a state that came from outside, or `null` if it is damaged. Never throws; never reads half a list of doses. */
export function readState(text: string): MedicineState | null {
  if (text.length > stateLimit) return null
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = StateShape.safeParse(data)
  if (!parsed.success) return null
  const { replies, ...rest } = parsed.data
  // An item of an older build is dropped; a missing one counts as not sure.
  const known = Object.entries(replies).filter(([id]) => itemIds.has(id))
  // What was parsed, without the keys that hold nothing.
  return withoutUndefined({ ...rest, replies: Object.fromEntries(known) }) as MedicineState
}

/** The doses of the record or the form as the tally counts them: one for each ingredient. */
export const tallyDoses = (entries: readonly DoseEntry[]): readonly Dose[] => entries.flatMap(doseOf)

/** One act of taking: a product with two ingredients is one line on the page and two entries. */
export interface DoseLine {
  /** Id of its first entry. */
  readonly id: string
  readonly product: string
  readonly takenAt: EpochMs
  readonly amountKnown: boolean
  /** As it was typed, where that may mean another moment. */
  readonly typed: string | undefined
  /** As a clock had it that was behind; it counts as later. */
  readonly clockSaid: EpochMs | undefined
  readonly parts: readonly DoseEntry[]
}

/** Entries as lines, newest first. */
export function doseLines(entries: readonly DoseEntry[]): readonly DoseLine[] {
  const lines = new Map<string, DoseEntry[]>()
  for (const entry of entries) {
    const key = actOf(entry.id)
    lines.set(key, [...(lines.get(key) ?? []), entry])
  }
  return [...lines.values()]
    .flatMap((parts): DoseLine | [] => {
      const [first] = parts
      if (!first) return []
      const { id, product, takenAt, typed, clockSaid } = first
      return {
        id,
        product,
        takenAt,
        typed,
        clockSaid,
        amountKnown: parts.every((part) => part.amountKnown !== false),
        parts,
      }
    })
    .sort((one, other) => other.takenAt - one.takenAt)
}

/** A dose as entries. `act`: a UUID; each ingredient gets it with another last digit, so that a repeat adds nothing. `typed`: the time as typed, where it is not sure. */
export function entriesOf(dose: Dose, act: string, name: string, typed?: string): readonly DoseEntry[] {
  return Object.entries(dose.milligrams).map(([ingredient, milligrams], index) => ({
    id: idBeside(act, 'part', index),
    ingredient,
    milligrams,
    product: name,
    takenAt: dose.takenAt,
    ...(dose.units === undefined && { amountKnown: false as const }),
    ...(typed !== undefined && { typed }),
  }))
}

const itemIds: ReadonlySet<string> = new Set<ConditionId>(gateItems.map(({ id }) => id))

const withoutUndefined = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))

const ReplyShape = z.enum(['yes', 'no', 'notSure']) satisfies z.ZodMiniType<Reply>
const numberOf = ({ min, max }: { min: number; max: number }) =>
  z.optional(z.union([z.number().check(z.gte(min), z.lte(max)), z.literal('notSure')]))
const words = z.string().check(z.minLength(1), z.maxLength(200))
/** So many answers are remembered. */
export const mostMeant = 40
const StateShape = z.object({
  v: z.literal(1),
  check: z.nullable(z.uuid()),
  replies: z.record(z.string().check(z.maxLength(60)), ReplyShape),
  ageYears: numberOf(gateNumbers.ageYears),
  weightKg: numberOf(gateNumbers.weightKg),
  pregnancyWeeks: numberOf(gateNumbers.pregnancyWeeks),
  answered: z.array(z.enum(gateScreenIds)).check(z.maxLength(gateScreenIds.length)),
  seenByClinicianAt: z.optional(MomentInTime),
  facts: z.partialRecord(z.enum(replyFacts), ReplyShape),
  toldBy: z.optional(z.uuid()),
  meantNow: z.optional(z.array(z.uuid()).check(z.maxLength(mostMeant))),
  doses: z
    .array(
      z.object({
        id: z.uuid(),
        ingredient: words,
        milligrams: z.number().check(z.gt(0), z.lte(100_000)),
        product: words,
        takenAt: MomentInTime,
        amountKnown: z.optional(z.literal(false)),
        typed: z.optional(ClockTime),
      }),
    )
    .check(z.maxLength(1000)),
})

/**
 * The rolling 24-hour tally of ibuprofen and paracetamol, over every product (evidence.md §4.2, §4.4).
 * Pure. Knows limits and gaps, not who may take what (that is `assess.ts`).
 * Never: counts per calendar day, plans a dose past a limit, or refuses to write down what was truly taken.
 *
 * Two different acts. `planDose`: "may I take this now?", refused when it would go past a limit. `recordDose`: "I have
 * taken this", always written down, and answered with the overdose advice of `overdose.ts` when it is too much.
 */
import { asEpochMs, dayMs, type EpochMs, hourMs } from '../evidence/time.ts'
import {
  ages,
  codeineMostDays,
  type CountedIngredient,
  countedIngredients,
  countedWeightKg,
  dangerousMgPerKg,
  limits,
  lowWeightKg,
} from './limits.ts'
import { type OverdoseAdvice, overdoseAdvice } from './overdose.ts'
import type { OverdoseFacts } from './overdose-facts.ts'
import { type Dose, holds, mgOf, type Milligrams, milligramsPerUnit, type TakenProduct } from './products.ts'
import { toldDoses } from './too-much-told.ts'

/** What the tally needs to know of a person. A missing or impossible value is "not known". */
export interface TallyPerson extends OverdoseFacts {
  readonly ageYears?: number | 'notSure'
}

/** An expected failure is a value. */
export type Outcome<Value, Why> = { readonly ok: true; readonly value: Value } | ({ readonly ok: false } & Why)

/** What is asked for: a product and how many units of it. */
export type Portion = TakenProduct & { readonly units: number | 'notSure' }

/**
 * Why a planned dose is refused.
 * `unknownProduct`, `notAnAmount`: the portion makes no sense. `ageNotKnown`, `under16`: no doses then.
 * `askFirst`: it holds codeine or another opioid, or nothing that is counted, so a pharmacist decides.
 * `weightNeeded`: under 50 kg the limit hangs on the weight. `tooMuchAtOnce`: more than one dose in one go.
 * `overLimit`: past the most in 24 hours. `amountUnknown`: a dose of unknown size in the last 24 hours.
 * `tooManyTimes`, `tooSoon`: wait. `laterThanNow`: the record holds a dose later than this clock shows.
 * `tooMuchAlready`: it would fit, but too much was taken in the last days and nobody has seen to it.
 */
export type WhyNotNow =
  | 'unknownProduct'
  | 'notAnAmount'
  | 'ageNotKnown'
  | 'under16'
  | 'askFirst'
  | 'weightNeeded'
  | 'tooMuchAtOnce'
  | 'overLimit'
  | 'amountUnknown'
  | 'tooManyTimes'
  | 'tooSoon'
  | 'laterThanNow'
  | 'tooMuchAlready'

/** Why a portion may not be taken now, and when it may. */
export interface PlanRefused {
  readonly why: WhyNotNow
  /** The earliest time at which the same portion fits all limits; absent if it never does or it cannot be told. */
  readonly nextAllowedAt?: EpochMs
  /** Present if what is already recorded is too much. */
  readonly advice?: OverdoseAdvice
}

/** The refusals in plain words. The page adds "Already taken it? Write it down." to each. */
export const refusalWords = {
  unknownProduct: 'We do not know this product. Type the mg from the packet.',
  notAnAmount: 'Type how many you want to take, such as 1 or 2.',
  ageNotKnown: 'Tell us your age first. Unclench gives no doses without it.',
  under16: 'Unclench gives no doses under 16. Ask a pharmacist or a doctor, with a parent.',
  askFirst: 'Ask a pharmacist about this product. We cannot plan it for you.',
  weightNeeded: 'Tell us your weight first. Under 50 kg, less paracetamol is safe.',
  tooMuchAtOnce: 'That is too much at one time.',
  overLimit: 'That would go past the most in 24 hours. Take no more now.',
  amountUnknown: 'We do not know how much you took in the last 24 hours. Take no more. Ask a pharmacist or ring 111.',
  tooManyTimes: 'You have taken it as many times as is safe in 24 hours. Wait.',
  tooSoon: 'It is too soon after the last dose. Wait.',
  laterThanNow: 'Your record holds a dose later than the clock shows now. Check the clock, or put that dose right.',
  tooMuchAlready: 'You may have taken too much already. Take no more, and get help first.',
} as const satisfies Record<WhyNotNow, string>

/**
 * May this be taken now? On yes the value is the dose to write down once it has been taken.
 * Checks the single dose, the gap, the number of times and the 24-hour limit of each counted ingredient.
 *
 * @param doses all recorded doses, any order, any product
 */
export function planDose(
  doses: readonly Dose[],
  portion: Portion,
  now: EpochMs,
  person: TallyPerson,
): Outcome<Dose, PlanRefused> {
  const over = overdoseAdvice(doses, now, person)
  const refuse = (why: WhyNotNow, nextAllowedAt?: EpochMs) => ({
    ok: false as const,
    why,
    ...(nextAllowedAt === undefined ? {} : { nextAllowedAt }),
    ...(over ? { advice: over } : {}),
  })

  const made = doseOf(portion, now)
  if (!made.ok) return refuse(made.why)
  const dose = made.value
  if (dose.units === undefined) return refuse('notAnAmount')
  const age = person.ageYears
  if (typeof age !== 'number' || !(age >= 0 && age <= ages.highest)) return refuse('ageNotKnown')
  if (age < ages.from) return refuse('under16')
  const { ibuprofen, paracetamol, ...notCounted } = dose.milligrams
  if (Object.keys(notCounted).length > 0) return refuse('askFirst')

  const why = firstProblem({ doses, milligrams: dose.milligrams, at: now, person })
  // While too much stands, no time is named from which more would be right.
  if (over) return refuse(why ?? 'tooMuchAlready')
  if (why) return refuse(why, nextAllowedAt(doses, dose.milligrams, now, person))
  return { ok: true, value: dose }
}

/** What `recordDose` gives back: the longer record, and advice if it shows too much of anything. */
export interface Recorded {
  readonly doses: readonly Dose[]
  readonly dose: Dose
  /** Ask for the weight: without it we cannot say how much paracetamol is left. */
  readonly weightNeeded: boolean
  readonly advice?: OverdoseAdvice
}
/** Why nothing was written down. `inFuture`: nothing can have been taken later than now; ask for the time again. */
export interface NotRecorded {
  readonly why: 'unknownProduct' | 'notAnAmount' | 'inFuture'
  /** The advice as if it had been recorded: a refusal hides no danger. */
  readonly advice?: OverdoseAdvice
}

/**
 * Writes down what was taken, whoever took it and however much it was; "not sure how many" is allowed.
 * With too much of a medicine the value carries the overdose advice, which the page must show at once.
 */
export function recordDose(
  doses: readonly Dose[],
  portion: Portion,
  takenAt: EpochMs,
  now: EpochMs,
  person: TallyPerson,
): Outcome<Recorded, NotRecorded> {
  const made = doseOf(portion, takenAt)
  if (!made.ok) return { ok: false, why: made.why, ...withAdvice(overdoseAdvice(doses, now, person)) }
  const longer = [...doses, made.value]
  const advice = withAdvice(overdoseAdvice(longer, now, person))
  if (takenAt > now || !Number.isFinite(takenAt)) return { ok: false, why: 'inFuture', ...advice }
  const weightNeeded = holds(made.value, 'paracetamol') && limitMg('paracetamol', person) === undefined
  return { ok: true, value: { doses: longer, dose: made.value, weightNeeded, ...advice } }
}

/**
 * How much of one ingredient may still be taken now, in milligrams (0 or more).
 *
 * Looks back 24 elapsed hours, not "since midnight", so a clock change opens no gap.
 * A dose exactly 24 hours old no longer counts. Doses in the future (a wrong device clock) count.
 * 0 if a dose of unknown size counts, or if the limit hangs on a weight that is not known. What the check was told of too
 * much is such a dose.
 */
export function milligramsLeft(
  doses: readonly Dose[],
  ingredient: CountedIngredient,
  now: EpochMs,
  person: TallyPerson,
): number {
  const limit = limitMg(ingredient, person)
  if (limit === undefined || isAmountUnknown(doses, ingredient, now, person)) return 0
  return Math.max(0, limit - milligramsTaken(doses, ingredient, now, person))
}

/** Milligrams of one ingredient in the 24 hours before now, future doses included; what was told counts as all of it. */
export function milligramsTaken(
  doses: readonly Dose[],
  ingredient: CountedIngredient,
  now: EpochMs,
  person: Pick<TallyPerson, 'told'>,
): number {
  return counted(doses, ingredient, now, person).reduce((sum, dose) => sum + mgOf(dose, ingredient), 0)
}

/** Does a dose count of which nobody knows the size? Then the milligrams taken are the least it can have been. */
export function isAmountUnknown(
  doses: readonly Dose[],
  ingredient: CountedIngredient,
  now: EpochMs,
  person: Pick<TallyPerson, 'told'>,
): boolean {
  return counted(doses, ingredient, now, person).some(({ units }) => units === undefined)
}

/**
 * The earliest moment, now or later, at which this many milligrams fit every limit.
 * Undefined: they never fit (too much at once), or a size or a weight is not known.
 */
export function nextAllowedAt(
  doses: readonly Dose[],
  milligrams: Milligrams,
  now: EpochMs,
  person: TallyPerson,
): EpochMs | undefined {
  // The answer can change only when a gap ends or a dose turns 24 hours old.
  const moments = [...doses, ...toldDoses(person.told ?? [])].flatMap(({ takenAt }) => [
    takenAt + limits.ibuprofen.gapHours * hourMs,
    takenAt + limits.paracetamol.gapHours * hourMs,
    takenAt + dayMs,
  ])
  return [now, ...moments.filter((moment) => moment > now).map(asEpochMs)]
    .sort((one, other) => one - other)
    .find((at) => firstProblem({ doses, milligrams, at, person }) === undefined)
}

/**
 * The most of one ingredient in 24 hours for this person, mg. Paracetamol under 50 kg: 75 mg per kg, at most 4,000.
 * Undefined: the weight is not known and the person has not said that it is 50 kg or more.
 */
export function limitMg(ingredient: CountedIngredient, person: TallyPerson): number | undefined {
  const most = limits[ingredient].mostIn24hMg
  if (ingredient === 'ibuprofen') return most
  const weight = countedWeightKg(person)
  if (weight !== undefined) return weight < lowWeightKg ? Math.min(most, dangerousMgPerKg * weight) : most
  return person.underFiftyKg === 'no' ? most : undefined
}

/**
 * For how many days in a row an ingredient has been taken, today included; 0 if none in the last 48 hours.
 * A day is 24 elapsed hours from the first dose of the run. A run ends when 48 hours pass without a dose [C].
 */
export function daysInARow(doses: readonly Dose[], ingredient: CountedIngredient, now: EpochMs): number {
  const times = doses.filter((dose) => holds(dose, ingredient)).map(({ takenAt }) => takenAt)
  return runDays(times, now)
}

/**
 * Must A1–A3 (saddle, bladder, bowel) be asked again today? True once a codeine or other opioid dose is recorded and
 * they have not been asked in the 24 hours before now; the last time is asked 24 hours after the last dose.
 *
 * @param lastAskedAt when they were last answered, undefined for never; a time later than now counts as never
 */
export function mustReaskA1ToA3(doses: readonly Dose[], lastAskedAt: EpochMs | undefined, now: EpochMs): boolean {
  const opioids = doses.filter(holdsOpioid)
  if (lastAskedAt === undefined || lastAskedAt > now) return opioids.length > 0
  return now - lastAskedAt >= dayMs && opioids.some(({ takenAt }) => takenAt > lastAskedAt - dayMs)
}

/** Has codeine or another opioid been taken for more than 3 days in a row? Then the page says: ask a pharmacist. */
export function codeineForTooLong(doses: readonly Dose[], now: EpochMs): boolean {
  const times = doses.filter(holdsOpioid).map(({ takenAt }) => takenAt)
  return runDays(times, now) > codeineMostDays
}

const holdsOpioid = (dose: Dose): boolean =>
  holds(dose, 'codeine') || holds(dose, 'dihydrocodeine') || holds(dose, 'tramadol')

function runDays(times: readonly EpochMs[], now: EpochMs): number {
  let first: number = now
  for (const time of [...times].sort((one, other) => other - one)) {
    if (first - time >= 2 * dayMs) break
    first = Math.min(first, time)
  }
  return times.some((time) => time > now - 2 * dayMs) ? Math.floor((now - first) / dayMs) + 1 : 0
}

/** The doses of one ingredient that are less than 24 hours old, or in the future; those the check was told of too. */
function counted(
  doses: readonly Dose[],
  ingredient: CountedIngredient,
  now: EpochMs,
  { told = [] }: Pick<TallyPerson, 'told'>,
): readonly Dose[] {
  // "Not 24 hours old or older", so that a broken time in a record counts instead of vanishing.
  return [...doses, ...toldDoses(told)].filter((dose) => holds(dose, ingredient) && !(dose.takenAt <= now - dayMs))
}

/** What is asked of one moment: may these milligrams be taken then, beside these doses? */
interface Asked {
  readonly doses: readonly Dose[]
  readonly milligrams: Milligrams
  readonly at: EpochMs
  readonly person: TallyPerson
}

/** One ingredient of what is asked. `taken`: its doses that count at that moment. */
interface AskedOne extends Pick<Asked, 'at' | 'person'> {
  readonly ingredient: CountedIngredient
  readonly mg: number
  readonly taken: readonly Dose[]
  readonly leftMg: number
}

/** The first reason why these milligrams may not be taken at this moment, most lasting reason first. */
function firstProblem({ doses, milligrams, at, person }: Asked): WhyNotNow | undefined {
  const asked = countedIngredients
    .filter((ingredient) => milligrams[ingredient])
    .map((ingredient): AskedOne => {
      const taken = counted(doses, ingredient, at, person)
      const leftMg = milligramsLeft(doses, ingredient, at, person)
      return { ingredient, mg: milligrams[ingredient] ?? 0, at, person, taken, leftMg }
    })
  if (asked.length === 0) return 'askFirst'
  return problems.find(({ holds: isSo }) => asked.some(isSo))?.id
}

interface Problem {
  readonly id: WhyNotNow
  readonly holds: (asked: AskedOne) => boolean
}
// Limits are asked as "not within", so that a broken number never opens a gap.
const problems: readonly Problem[] = [
  { id: 'weightNeeded', holds: ({ ingredient, person }) => limitMg(ingredient, person) === undefined },
  { id: 'tooMuchAtOnce', holds: ({ ingredient, mg }) => !(mg <= limits[ingredient].singleMaxMg) },
  { id: 'laterThanNow', holds: ({ taken, at }) => taken.some(({ takenAt }) => takenAt > at) },
  { id: 'amountUnknown', holds: ({ taken }) => taken.some(({ units }) => units === undefined) },
  { id: 'overLimit', holds: ({ mg, leftMg }) => !(mg <= leftMg) },
  { id: 'tooManyTimes', holds: ({ ingredient, taken }) => taken.length >= limits[ingredient].timesIn24h },
  {
    id: 'tooSoon',
    holds: ({ ingredient, taken, at }) =>
      taken.some(({ takenAt }) => !(takenAt <= at - limits[ingredient].gapHours * hourMs)),
  },
]

function doseOf(portion: Portion, takenAt: EpochMs): Outcome<Dose, { readonly why: 'unknownProduct' | 'notAnAmount' }> {
  const perUnit = milligramsPerUnit(portion)
  if (!perUnit) return { ok: false, why: 'unknownProduct' }
  if (portion.units === 'notSure')
    return { ok: true, value: { product: portion.product, milligrams: perUnit, takenAt } }
  const { units } = portion
  if (!Number.isFinite(units) || units <= 0) return { ok: false, why: 'notAnAmount' }
  const milligrams = Object.fromEntries(Object.entries(perUnit).map(([ingredient, mg]) => [ingredient, mg * units]))
  return { ok: true, value: { product: portion.product, units, milligrams, takenAt } }
}

const withAdvice = (advice: OverdoseAdvice | undefined) => (advice ? { advice } : {})

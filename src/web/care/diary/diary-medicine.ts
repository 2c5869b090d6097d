/**
 * Doses that were picked in a diary entry, as entries of the tally. Pure.
 * What was truly taken is always written down; whether it is too much the medicine room says.
 */
import { formOf, idBeside } from '../../../care/evidence/ids.ts'
import { recordDose, type TallyPerson } from '../../../care/medicines/tally.ts'
import { products } from '../../../care/medicines/products.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import type { DosePick } from './diary-form.ts'
import { type DoseEntry, entriesOf, tallyDoses } from '../medicines/medicine-state.ts'

export interface PickedDoses {
  readonly fresh: readonly DoseEntry[]
  /** Ids for the diary entry, those that were written down before included. */
  readonly ids: readonly string[]
  /** With these doses the record shows too much of something. */
  readonly tooMuch: boolean
  /** This form was sent before with more, or with something else, which stays in the list: only the person knows whether it was taken. */
  readonly others: boolean
}

/**
 * @param form  UUID of the form: sending it again writes nothing twice. Sent again with more of something, the rest is written;
 *   with less, or with something else, what was written stays: what was taken is never taken out by a form
 * @param known every dose of the record
 */
export function pickedDoses(
  picks: readonly DosePick[],
  form: string,
  known: readonly DoseEntry[],
  now: EpochMs,
  person: TallyPerson,
): PickedDoses {
  const before = known.filter(({ id }) => formOf(id) === formOf(form))
  const rests = picks.map(
    ({ product, units }): Rest => ({ product, units: Math.max(0, units - unitsOf(before, product)) }),
  )
  const fresh = rests.flatMap(({ product, units }, index): readonly DoseEntry[] => {
    const recorded = units > 0 ? recordDose([], { product, units }, now, now, person) : undefined
    if (!recorded?.ok) return []
    const made = (act: string) => entriesOf(recorded.value.dose, act, nameOf(product))
    return inFreePlace(idBeside(form, 'dose', 1 + index), made, before)
  })
  const tooMuch = fresh.length > 0 && isTooMuchWith(rests, known, now, person)
  const names = new Set(picks.map(({ product }) => nameOf(product)))
  const ids = [...before.filter((dose) => names.has(dose.product)), ...fresh].map(({ id }) => id)
  return { fresh, ids, tooMuch, others: !areAll(before, picks) }
}

/** What of a pick this form has not written yet. */
interface Rest {
  readonly product: DosePick['product']
  readonly units: number
}

const nameOf = (product: string) => products.find(({ id }) => id === product)?.name ?? product

/** How many of this product these doses are. */
function unitsOf(doses: readonly DoseEntry[], product: string): number {
  const [first] = Object.entries(products.find(({ id }) => id === product)?.milligrams ?? {})
  if (!first) return 0
  const [ingredient, milligrams] = first
  const mine = doses.filter((dose) => dose.product === nameOf(product) && dose.ingredient === ingredient)
  return mine.reduce((sum, dose) => sum + dose.milligrams / milligrams, 0)
}

/** Is what was written before no more than what is picked now? */
const areAll = (before: readonly DoseEntry[], picks: readonly DosePick[]): boolean =>
  before.every((dose) =>
    picks.some(({ product, units }) => nameOf(product) === dose.product && unitsOf(before, product) <= units),
  )

/** The dose under the id of its place in the form, or, where another of this form has that, under the next one that is free. */
function inFreePlace(
  act: string,
  made: (act: string) => readonly DoseEntry[],
  before: readonly DoseEntry[],
): readonly DoseEntry[] {
  const taken = new Set(before.map(({ id }) => id))
  const versions = Array.from({ length: 16 }, (_, version) => made(idBeside(act, 'version', version)))
  return versions.find((doses) => doses.every(({ id }) => !taken.has(id))) ?? made(act)
}

/** One pick after another through the tally's own door, so that its advice sees them all. */
function isTooMuchWith(picks: readonly Rest[], known: readonly DoseEntry[], now: EpochMs, person: TallyPerson) {
  let doses = tallyDoses(known)
  let tooMuch = false
  for (const { product, units } of picks.filter((pick) => pick.units > 0)) {
    const recorded = recordDose(doses, { product, units }, now, now, person)
    if (!recorded.ok) continue
    doses = recorded.value.doses
    tooMuch = recorded.value.advice !== undefined
  }
  return tooMuch
}

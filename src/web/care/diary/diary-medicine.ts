/**
 * Doses that were picked in a diary entry, as entries of the tally. Pure.
 * What was truly taken is always written down; whether it is too much the medicine room says.
 */
import { idBeside } from '../../../care/evidence/ids.ts'
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
}

/**
 * @param form  UUID of the form: sending it again writes nothing twice
 * @param known every dose of the record
 */
export function pickedDoses(
  picks: readonly DosePick[],
  form: string,
  known: readonly DoseEntry[],
  now: EpochMs,
  person: TallyPerson,
): PickedDoses {
  const all = picks.flatMap(({ product, units }, index): readonly DoseEntry[] => {
    const recorded = recordDose([], { product, units }, now, now, person)
    if (!recorded.ok) return []
    const name = products.find(({ id }) => id === product)?.name ?? product
    return entriesOf(recorded.value.dose, idBeside(form, 'dose', 1 + index), name)
  })
  const before = new Set(known.map(({ id }) => id))
  const fresh = all.filter(({ id }) => !before.has(id))
  const tooMuch = fresh.length > 0 && isTooMuchWith(picks, known, now, person)
  return { fresh, ids: all.map(({ id }) => id), tooMuch }
}

/** One pick after another through the tally's own door, so that its advice sees them all. */
function isTooMuchWith(picks: readonly DosePick[], known: readonly DoseEntry[], now: EpochMs, person: TallyPerson) {
  let doses = tallyDoses(known)
  let tooMuch = false
  for (const { product, units } of picks) {
    const recorded = recordDose(doses, { product, units }, now, now, person)
    if (!recorded.ok) continue
    doses = recorded.value.doses
    tooMuch = recorded.value.advice !== undefined
  }
  return tooMuch
}

/**
 * What was told of too much of a medicine, on its way into the record: by the answers of this form, and by those that a form
 * carries from a page that could keep nothing, as the server's. Decides nothing.
 * Never: tells the same twice, or leaves out what only the form holds.
 */
import { idBeside, isUuid } from '../../../care/evidence/ids.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import type { TooMuchTold } from '../../../care/programme/events.ts'
import type { FormFields } from '../form-fields.ts'
import { keep } from '../record/record-keep.ts'
import { asWritten, type MedicinesNow, toldEvent } from './medicine-now.tsx'

/**
 * The request once the record holds what its form carries of too much, so that every page stands on it and not this one
 * alone. `unwritten` where the device did not take it.
 */
export async function withCarriedTold(now: MedicinesNow): Promise<MedicinesNow> {
  const { home, kept, untold, state } = now
  if (kept !== 'yes' || Object.keys(untold).length === 0) return now
  const unwritten = await isUnwritten(now, toldEvent(home, untold, state.weightKg))
  return unwritten ? { ...stillUntold(now), unwritten } : await asWritten(now)
}

/** The request whose answers the record did not take: its form says no more that they are told. */
export function stillUntold(now: MedicinesNow): MedicinesNow {
  const { toldBy: _earlier, ...state } = now.state
  return { ...now, state }
}

/** Writes down what was told of too much. True where a record is kept and did not take it: the page must say so. */
export async function isUnwritten(now: MedicinesNow, event: TooMuchTold): Promise<boolean> {
  if (now.kept === 'no') return false
  const told = await notYetTold(now, event)
  return told !== null && !(await keep(now.home, [told])).ok
}

/**
 * The telling under the id of its form. Null: the record holds it already, the form told nothing else since, and nobody has
 * seen to it since; the same said after a visit is told anew.
 */
async function notYetTold({ home, fields }: MedicinesNow, event: TooMuchTold): Promise<TooMuchTold | null> {
  const form = actFrom(fields)
  if (form === undefined) return event
  const events = (await home.notebook?.all().catch(() => null)) ?? []
  const ids = Array.from({ length: 16 }, (_, version) => idBeside(form, 'version', version))
  const last = findLast(events, ({ kind }) => kind === 'tooMuchTold' || kind === 'clinicianCleared')
  if (last?.kind === 'tooMuchTold' && ids.includes(last.id) && saidIn(last) === saidIn(event)) return null
  const free = ids.find((id) => !events.some((one) => one.id === id))
  return { ...event, ...(free !== undefined && { id: free }) }
}
const saidIn = ({ facts, weightKg, emergency }: TooMuchTold): string => JSON.stringify([facts, weightKg, emergency])

/** The act's UUID, if the form brought one. */
export function actFrom(fields: FormFields): string | undefined {
  const act = fields.get('act')?.[0] ?? ''
  return isUuid(act) ? act : undefined
}

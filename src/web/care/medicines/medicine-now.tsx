/**
 * Everything that a request of the medicine pages knows: the check, what was told, the gate, and every dose of the record
 * and of the form. Reads and keeps; decides nothing.
 */
import { dayMs } from '../../../care/evidence/time.ts'
import { doses as countedDoses, type NotebookEvent } from '../../../care/notebook.ts'
import type { FormFields } from '../form-fields.ts'
import type { CareHome, NotebookStore } from '../home.ts'
import { CarryCheck, standingIn } from '../plan/plan-check.tsx'
import { type RecordTrouble, recordOrDoubt } from '../record/record-now.ts'
import { keep } from '../record/record-keep.ts'
import { standsOn, type Stands } from './medicine-person.ts'
import { type DoseEntry, emptyState, type MedicineState, readState, writeState } from './medicine-state.ts'
import { type TallyView, tallyView } from './medicine-tally-flow.ts'

/** Where the gate rests among the drafts of a device. A fixed UUID, so that any draft store takes it. */
const draftId = '5f0d2c6e-8a61-4c5b-9a57-6d6564696369'

/** Everything a request knows. */
export interface MedicinesNow {
  readonly home: CareHome
  readonly stands: Stands
  readonly state: MedicineState
  readonly entries: readonly DoseEntry[]
  /** Is there a record, and could it be opened? */
  readonly kept: 'yes' | 'no' | 'failed'
  /** Entries were found in the last 24 hours that cannot be read: one of them may be a dose (H-12). */
  readonly doubt?: boolean
  readonly fields: FormFields
  readonly trouble?: RecordTrouble
}

/** Reads check, replies and doses from wherever this home has them. */
export async function medicinesNow(home: CareHome, fields: FormFields): Promise<MedicinesNow | 'damaged'> {
  const record = await recordOrDoubt(home)
  const standing = standingIn(record, fields, home.now())
  const text = fields.get('medicines')?.[0]
  const posted = text ? readState(text) : emptyState
  if (!posted) return 'damaged'
  if (!record) {
    const stands = standsOn(standing, null, home.now())
    return { home, fields, state: posted, entries: posted.doses, stands, kept: 'no' }
  }
  const { events, trouble } = record
  const stored = record.opened ? await keptReplies(record.notebook) : null
  const state = stored ? { ...stored, facts: posted.facts } : posted
  const recorded = countedDoses(events).map(entryOf)
  const doubt = events.some(({ kind, at }) => kind === 'unreadable' && home.now() - at < dayMs)
  // Doses carried in the form count too: the server made the page, or the device could not write them down.
  const known = new Set(events.map(({ id }) => id))
  const carried = posted.doses.filter(({ id }) => !known.has(id))
  const stands = standsOn(standing, record, home.now())
  const entries = [...recorded, ...carried]
  const kept = record.opened ? 'yes' : 'failed'
  return { home, fields, stands, state: { ...state, doses: carried }, entries, kept, doubt, trouble }
}

/** The gate as it rests on this device; null if there is none, or it cannot be read: then it is asked. */
async function keptReplies({ drafts }: NotebookStore): Promise<MedicineState | null> {
  try {
    const draft = await drafts.get(draftId)
    return draft ? readState(draft) : null
  } catch {
    return null
  }
}

const entryOf = ({ id, ingredient, milligrams, product, takenAt, amountKnown }: DoseEntry): DoseEntry => ({
  id,
  ingredient,
  milligrams,
  product,
  takenAt,
  ...(amountKnown === false && { amountKnown }),
})

/** What the tally knows now, for a page that tells of it and writes a dose down. Null where it cannot be known. */
export async function tallyNow(
  home: CareHome,
): Promise<{ readonly view: TallyView; readonly entries: readonly DoseEntry[] } | null> {
  const now = await medicinesNow(home, new Map())
  if (now === 'damaged' || now.kept !== 'yes' || now.doubt) return null
  return { view: viewOf(now), entries: now.entries }
}

/** The tally of a request. */
export const viewOf = ({ home, state, stands, entries }: MedicinesNow): TallyView =>
  tallyView(state, stands, entries, home.now())

/** Keeps the replies where this home can. A failure loses nothing of this page: the form still carries them. */
export async function keepReplies({ home, kept }: MedicinesNow, state: MedicineState): Promise<void> {
  if (kept !== 'yes') return
  try {
    await home.notebook?.drafts.put(draftId, writeState(state, 'kept'))
  } catch {
    // The hidden field still carries everything.
  }
}

/**
 * Writes these events down, all or none.
 * @returns whether they are kept now; false where nothing is kept, or the device refuses
 */
export async function keepDoses({ home, kept }: MedicinesNow, events: readonly NotebookEvent[]): Promise<boolean> {
  if (kept !== 'yes') return false
  const written = await keep(home, events)
  return written.ok
}

/** The check and the state as hidden fields. */
export function Carried({ now, state }: { now: MedicinesNow; state: MedicineState }) {
  const { standing } = now.stands
  return (
    <>
      <CarryCheck check={standing.kind === 'finished' ? standing.check : null} />
      <input type="hidden" name="medicines" value={writeState(state)} />
    </>
  )
}

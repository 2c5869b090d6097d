/**
 * Codeine can hide a warning sign in the bladder or bowel, so A1–A3 are asked again each day that it is taken, and the day
 * after (evidence.md §4.2, hazard H-13). Said on today and on the painkiller pages; when it is due `tally.ts` decides.
 */
import type { EpochMs } from '../../../care/evidence/time.ts'
import { mustReaskA1ToA3 } from '../../../care/medicines/tally.ts'
import { doses, type NotebookEvent } from '../../../care/notebook.ts'
import { paths } from '../paths.ts'
import { tallyDoses } from './medicine-state.ts'

const reaskWords =
  'You took codeine or a strong painkiller. It can hide a warning sign. Do the check again each day while you take it, and the day after.'

/** When A1–A3 were last asked and answered, all three: in a check or in a short check. Undefined: never. */
export function signsAskedAt(events: readonly NotebookEvent[]): EpochMs | undefined {
  return events.reduce<EpochMs | undefined>((last, event) => {
    if (event.kind !== 'checkFinished' && event.kind !== 'miniCheckDone') return last
    const { answers } = event
    const asked = (['A1', 'A2', 'A3'] as const).every((id) => answers[id] !== undefined)
    return asked && (last === undefined || event.at > last) ? event.at : last
  }, undefined)
}

/** Is it due for the doses of this record? */
export const mustReask = (events: readonly NotebookEvent[], now: EpochMs): boolean =>
  mustReaskA1ToA3(tallyDoses(doses(events)), signsAskedAt(events), now)

/** The line that says so. */
export function ReaskSigns() {
  return (
    <p class="callout warn">
      {reaskWords} <a href={paths.check}>Start the check</a>
    </p>
  )
}

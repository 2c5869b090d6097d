/**
 * Codeine can hide a warning sign in the bladder or bowel, so A1–A3 are asked again each day that it is taken, and the day
 * after (evidence.md §4.2, hazard H-13). Today says so too; when it is due `tally.ts` decides.
 */
import { paths } from '../paths.ts'

const words =
  'You took codeine or a strong painkiller. It can hide a warning sign. Do the check again each day while you take it, and the day after.'

/** The line that says so on the painkiller pages. */
export function ReaskSigns() {
  return (
    <p class="callout warn">
      {words} <a href={paths.check}>Start the check</a>
    </p>
  )
}

/** What a page said that cancelling costs, carried by its form so that it is held to. */
import type { CancelCost } from '../../../clinic/booking/cancel-terms.ts'
import { fieldOf, readMoment } from './answer.tsx'

export const CostFields = ({ cost: { feePence, usedUp } }: { readonly cost: CancelCost }) => (
  <>
    <input type="hidden" name="fee" value={feePence} />
    <input type="hidden" name="used" value={usedUp} />
  </>
)

/** What the page said that it costs. */
export const costIn = (form: FormData): CancelCost => ({
  feePence: readMoment(fieldOf(form, 'fee')),
  usedUp: readMoment(fieldOf(form, 'used')),
})

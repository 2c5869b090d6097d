/** One thing that is, or was, changed of how somebody is called and reached: what it was and what it is from then on. */
import type { Change, ChangedThing } from '../../../clinic/booking/persons/person-changes.ts'
import { exactly } from '../../ui/said-exactly.ts'

const titles: Readonly<Record<ChangedThing, string>> = {
  name: 'Name',
  contact: 'Who is written to',
  email: 'Email',
  phone: 'Phone',
}

export const ChangeLine = ({ what, was, becomes }: Change) => (
  <>
    <strong>{titles[what]}:</strong> from <bdi {...exactly}>{was ?? 'none'}</bdi> to{' '}
    <bdi {...exactly}>{becomes ?? 'none'}</bdi>.
  </>
)

/** The email of a visit, put right, and its news sent again. */
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import type { AddressFault } from '../../../clinic/people/email-address.ts'
import { Button } from '../../ui/button.tsx'
import { describedBy, FieldNotes } from '../../ui/form-parts.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { consolePaths } from '../console-paths.ts'

/** What was typed, and why it was not taken: a fault, or an address that it was probably meant to be. */
export interface AddressSlip {
  readonly email: string
  readonly fault?: AddressFault
  readonly hint?: string | undefined
}

const faults: Readonly<Record<AddressFault, string>> = {
  empty: 'Enter their email address.',
  severalAddresses: 'Enter one email address only.',
  notAnAddress: 'Enter an email address like name@example.org.',
  unusualLetters: 'Enter an address with plain letters only. We cannot send to this one.',
  tooLong: 'This address is too long. Look whether something else got into it.',
}

interface MendAddressProps {
  readonly visit: StaffVisit
  readonly slip: AddressSlip | undefined
}

export function MendAddress({ visit, slip }: MendAddressProps) {
  if (slip === undefined)
    return (
      <Details summary={hasNone(visit) ? 'Add their email and send the news' : 'Put their email right and send again'}>
        <Form visit={visit} slip={undefined} />
      </Details>
    )
  return <Form visit={visit} slip={slip} />
}

const hasNone = ({ contact }: StaffVisit) => contact.email === null

function Form({ visit, slip }: MendAddressProps) {
  const hint = hasNone(visit)
    ? 'The news of their visits goes out to it.'
    : 'The news of their visits goes out again. Links in mails to the old address stop working, and so does the calendar made with them.'
  const error = slip?.fault ? faults[slip.fault] : slip?.hint && `Did you mean ${slip.hint}? If not, press again.`
  return (
    <form method="post" action={consolePaths.address(visit.appointmentId)}>
      <input type="hidden" name="seen" value={visit.events.at(-1)?.id ?? ''} />
      {slip?.hint && <input type="hidden" name="asked" value={slip.hint} />}
      <label class="ask" for="email">
        Their email
      </label>
      <FieldNotes name="email" hint={hint} error={error} />
      <input
        class="field"
        id="email"
        name="email"
        type="text"
        inputmode="email"
        autocomplete="off"
        spellcheck={false}
        value={slip?.email ?? visit.contact.email ?? ''}
        aria-describedby={describedBy('email', hint, error)}
        aria-invalid={error ? 'true' : undefined}
      />
      <Button>{hasNone(visit) ? 'Save and send' : 'Save and send again'}</Button>
    </form>
  )
}

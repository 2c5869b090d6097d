/** A field for a password: what is typed is not shown, and is never sent back to the page. */
import { describedBy } from '../ui/form-parts.tsx'
import { LabelledField } from '../ui/typed-fields.tsx'

interface PasswordFieldProps {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly error?: string | undefined
  /** Whether the browser fills in a password that it knows, or offers to make one. */
  readonly autocomplete: 'current-password' | 'new-password'
}

export function PasswordField({ name, legend, hint, error, autocomplete }: PasswordFieldProps) {
  return (
    <LabelledField {...{ name, legend, hint, error }}>
      <input
        class="field"
        type="password"
        id={name}
        name={name}
        autocomplete={autocomplete}
        maxlength={1000}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </LabelledField>
  )
}

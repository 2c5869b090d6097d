/** Day, time and therapist as fields, for a time that is typed rather than chosen in the calendar. */
import type { Named } from '../../../clinic/calendar/choices.ts'
import { describedBy } from '../../ui/form-parts.tsx'
import { LabelledField } from '../../ui/typed-fields.tsx'

interface SelectFieldProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly Named[]
  readonly chosen: string | undefined
  /** Id of the form that it belongs to, where it stands outside of it. */
  readonly form?: string | undefined
}

/** One of a list. */
export function SelectField({ name, legend, options, chosen, form }: SelectFieldProps) {
  return (
    <LabelledField {...{ name, legend }}>
      <select class="field" id={name} name={name} form={form}>
        {options.map(({ id, name: text }) => (
          <option key={id} value={id} selected={id === chosen}>
            {text}
          </option>
        ))}
      </select>
    </LabelledField>
  )
}

interface WhenFieldProps {
  readonly name: string
  readonly legend: string
  readonly kind: 'date' | 'time'
  readonly value: string | undefined
  readonly error?: string | undefined
  readonly hint?: string | undefined
  /** Id of the form that it belongs to, where it stands outside of it. */
  readonly form?: string | undefined
}

/** A day or a time of the day. */
export function WhenField({ name, legend, kind, value, error, hint, form }: WhenFieldProps) {
  return (
    <LabelledField {...{ name, legend, hint, error }}>
      <input
        class="field"
        type={kind}
        id={name}
        name={name}
        value={value}
        form={form}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </LabelledField>
  )
}

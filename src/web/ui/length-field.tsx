/**
 * How long something has lasted: "today or yesterday", or a number with a unit. Plain radios and one box: works without
 * a script. Read by `readLength` in web/care/form-fields.ts.
 */
import type { ChoiceOption } from './form-parts.tsx'
import { FieldNotes, describedBy, SignedWords } from './form-parts.tsx'

export interface LengthFieldProps {
  /** Field name of the radios, and id of the part on the page. */
  readonly name: string
  /** Field name of the number. */
  readonly amountName: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Answers without a number: the shortest, one that was given before, and "not sure". */
  readonly options: readonly ChoiceOption[]
  readonly units: readonly ChoiceOption[]
  readonly chosen?: string | undefined
  /** What was typed, even if it is no number. */
  readonly amount?: string | undefined
}

/** The whole question. */
export function LengthField(props: LengthFieldProps) {
  const { name, amountName, legend, hint, error, options, units, chosen, amount } = props
  const radio = ({ value, text, symbol }: ChoiceOption) => (
    <label class={symbol === undefined ? 'choice' : 'choice by-sign'} key={value}>
      <input type="radio" name={name} value={value} checked={value === chosen} />
      <SignedWords text={text} {...(symbol !== undefined && { symbol })} />
    </label>
  )
  return (
    <div class={error ? 'item question wrong' : 'item question'}>
      <fieldset id={name} aria-describedby={describedBy(name, hint, error)}>
        <legend>{legend}</legend>
        <FieldNotes name={name} hint={hint} error={error} />
        {options.filter(({ symbol }) => symbol === undefined).map(radio)}
        <div class="length">
          <input
            class="field number"
            name={amountName}
            aria-label="How many"
            inputmode="decimal"
            autocomplete="off"
            maxlength={6}
            value={amount}
          />
          {units.map(radio)}
        </div>
        {options.filter(({ symbol }) => symbol !== undefined).map(radio)}
      </fieldset>
    </div>
  )
}

/**
 * Fields that somebody types into: a number, a line, several lines. What is chosen is in form-parts.tsx.
 * Never: cuts what is typed; whoever reads the form says what is too long, and keeps it.
 */
import type { ComponentChildren } from 'preact'
import { describedBy, FieldNotes, type FieldProps, Tick } from './form-parts.tsx'

/** A field with its label over it: said with what helps to find the answer, and with what is wrong. */
export function LabelledField({ name, legend, hint, error, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={error ? 'question wrong' : 'question'}>
      <label class="ask" for={name}>
        {legend}
      </label>
      <FieldNotes name={name} hint={hint} error={error} />
      {children}
    </div>
  )
}

export interface NumberFieldProps extends FieldProps {
  /** Shown after the box: "years", "out of 10". */
  readonly unit: string
  /** What was typed, even if it is not a number, so that nothing is lost. */
  readonly typed?: string | undefined
  /** Shows a "Not sure" tick under the box; with `text`, its sign beside the box. */
  readonly notSure?: { readonly name: string; readonly ticked: boolean; readonly text?: string } | undefined
  /** Decimals are read too, so the keyboard must have a comma or point. */
  readonly decimal?: boolean
}

/** A number. `inputmode` and not `type=number`: scrolling must not change an answer. */
export function NumberField(props: NumberFieldProps) {
  const { name, legend, hint, error, unit, typed, notSure, decimal } = props
  return (
    <LabelledField {...{ name, legend, hint, error }}>
      <p class="unit">
        <input
          class="field number"
          id={name}
          name={name}
          inputmode={decimal ? 'decimal' : 'numeric'}
          autocomplete="off"
          maxlength={6}
          value={typed}
          aria-describedby={describedBy(name, hint, error)}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>{unit}</span>
        {notSure?.text && <Tick {...notSure} value="notSure" text={notSure.text} symbol="?" />}
      </p>
      {notSure && !notSure.text && <Tick name={notSure.name} value="notSure" text="Not sure" ticked={notSure.ticked} />}
    </LabelledField>
  )
}

export interface TextFieldProps extends FieldProps {
  /** How many characters are taken: said beside the field. More can be typed; whoever reads the form says so and keeps it. */
  readonly limit: number
  readonly typed?: string | undefined
  /** A key that comes to it, where the page has keys. */
  readonly shortcut?: string
}

/** Free text over several lines. */
export function TextField({ name, legend, hint: help, error, limit, typed, shortcut }: TextFieldProps) {
  const most = `Up to ${limit.toLocaleString('en-GB')} characters.`
  const hint = [help, most].filter(Boolean).join(' ')
  return (
    <LabelledField {...{ name, legend, hint, error }}>
      <textarea
        class="field"
        id={name}
        name={name}
        autocomplete="off"
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? 'true' : undefined}
        aria-keyshortcuts={shortcut}
      >
        {typed}
      </textarea>
    </LabelledField>
  )
}

export interface LineFieldProps extends FieldProps {
  readonly typed?: string | undefined
  readonly autocomplete: string
  readonly inputmode?: 'email' | 'tel' | 'decimal'
  /** It is a code or a key. */
  readonly exact?: boolean
}

/**
 * What counts letter by letter is no prose: a keyboard must not put it right or begin it with a capital, and no spelling checker
 * may see it, since some send what they check to their maker.
 */
const asTyped = { spellcheck: false, autocapitalize: 'none', autocorrect: 'off' } as const

/** One line of text. Longer than is taken may be typed, so that nothing is cut without a word. */
export function LineField({ name, legend, hint, error, typed, autocomplete, inputmode, exact }: LineFieldProps) {
  return (
    <LabelledField {...{ name, legend, hint, error }}>
      <input
        class="field"
        id={name}
        name={name}
        value={typed}
        autocomplete={autocomplete}
        inputmode={inputmode}
        {...((exact || inputmode === 'email') && asTyped)}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </LabelledField>
  )
}

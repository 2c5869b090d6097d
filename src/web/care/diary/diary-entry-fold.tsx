/** What each part of the form of a diary entry is made of: a fold, a list of answers, and what was typed so far. */
import type { ComponentChildren } from 'preact'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import type { FormFields } from '../form-fields.ts'

/** What every part of the form is given. */
export interface EntryPart {
  readonly typed: FormFields
  readonly problems: readonly Problem[]
}

/** What stands in a field that holds one thing. */
export const lastTyped = (typed: FormFields, name: string) => typed.get(name)?.at(-1)

/** Is this one of the ticks of a list? */
export const isTicked = (typed: FormFields, name: string, value: string) => typed.get(name)?.includes(value) ?? false

/** A folded part of the form. It is open when it holds something, or something wrong. */
export function More(
  props: EntryPart & {
    title: string
    names: readonly string[]
    /** Open from the beginning, or the one that leads to danger. */
    look?: 'open' | 'signs'
    children: ComponentChildren
  },
) {
  const { title, names, typed, problems, look, children } = props
  const used = names.some((name) => (lastTyped(typed, name) ?? '') !== '' || errorOf(name, problems) !== undefined)
  return (
    <details class={look === 'signs' ? 'more signs' : 'more'} open={used || look === 'open'}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}

/** Radios of a list of answers, all the same way. */
export function Choices(
  props: EntryPart & { name: string; legend: string; options: readonly { value: string; text: string }[] },
) {
  const { name, legend, options, typed, problems } = props
  return (
    <RadioGroup
      name={name}
      legend={legend}
      options={options}
      chosen={lastTyped(typed, name)}
      error={errorOf(name, problems)}
    />
  )
}

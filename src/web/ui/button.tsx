/**
 * Buttons and links that look like buttons. One coral `go` per page: the next thing to do.
 */
import type { ComponentChildren } from 'preact'

export interface ButtonProps {
  readonly children: ComponentChildren
  /** `go`: the one next action. `plain`: looks like a link. */
  readonly look?: 'go' | 'plain'
  /** Takes the whole row of the actions. */
  readonly wide?: boolean
  readonly name?: string
  readonly value?: string
  /** Posts the form to another address than its own. */
  readonly formAction?: string
  /** Id of the form that it sends, where it stands outside of it. */
  readonly form?: string
  /** Skips the browser's own checks: for "Back", which must work with an empty field. */
  readonly unchecked?: boolean
}

const classes = (look: string | undefined, wide: boolean | undefined) =>
  ['button', look, wide && 'wide'].filter(Boolean).join(' ')

/** A submit button. */
export function Button({ children, look, wide, name, value, form, formAction, unchecked }: ButtonProps) {
  return (
    <button
      type="submit"
      class={classes(look, wide)}
      name={name}
      value={value}
      form={form}
      formaction={formAction}
      formnovalidate={unchecked}
    >
      {children}
    </button>
  )
}

export interface ButtonLinkProps {
  readonly href: string
  readonly children: ComponentChildren
  readonly look?: 'go' | 'plain'
  readonly wide?: boolean
}

/** A link that looks like a button; also for `tel:` addresses. */
export function ButtonLink({ href, children, look, wide }: ButtonLinkProps) {
  return (
    <a class={classes(look, wide)} href={href}>
      {children}
    </a>
  )
}

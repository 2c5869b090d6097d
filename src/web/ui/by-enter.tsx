/**
 * What Return does in a field of a form. A browser presses the form's first button then, whichever that is: where another one
 * than the next thing to do stands first, this one stands before it. Nobody sees it.
 */
import type { ComponentChildren } from 'preact'

export interface ByEnterProps {
  /** Of the button that it stands for. */
  readonly name?: string
  readonly value?: string
  readonly children: ComponentChildren
}

/** Put it before every other button of the form. */
export const ByEnter = ({ name, value, children }: ByEnterProps) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no key and no finger comes to it; whoever listens has the one it stands for.
  <button type="submit" name={name} value={value} class="unseen" tabindex={-1} aria-hidden="true">
    {children}
  </button>
)

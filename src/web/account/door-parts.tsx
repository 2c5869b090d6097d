/** What the pages of signing in share. */
import type { ComponentChildren } from 'preact'
import type { AccountHome } from './account-home.ts'

export const Heading = ({ children }: { children: ComponentChildren }) => (
  <h1 tabindex={-1} data-focus>
    {children}
  </h1>
)

/** The name over the door, and the way back to where anybody may be. */
export const OverTheDoor = ({ home }: { readonly home: AccountHome }) => (
  <p class="over-the-door">
    <a class="brand" href={home.frame.homeHref}>
      unclench
    </a>{' '}
    <span>console</span>
  </p>
)

/** Names one page's press of its button, however often it arrives (heard-twice.ts). */
export const PressField = () => <input type="hidden" name="press" value={crypto.randomUUID()} />

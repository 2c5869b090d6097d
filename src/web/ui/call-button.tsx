/**
 * The button that rings for help, and the link that does so in a sentence. Their words are those of region.ts.
 * Never: another number behind the words than the one they say.
 */
import type { ComponentChildren } from 'preact'
import { callWords, spokenNumber } from '../../care/region.ts'
import { ButtonLink, type ButtonLinkProps } from './button.tsx'

interface CallProps {
  /** Digits only. */
  readonly number: string
  /** Instead of the usual words, where more is to be said than the number. */
  readonly children?: ComponentChildren
}

/** "Call 999", as a button. */
export function CallButton({ number, children, ...look }: CallProps & Pick<ButtonLinkProps, 'look' | 'wide'>) {
  return (
    <ButtonLink href={`tel:${number}`} {...look}>
      {children ?? callWords(number)}
    </ButtonLink>
  )
}

/** "999", as a link that rings, for use in a sentence. */
export function CallLink({ number, children }: CallProps) {
  return <a href={`tel:${number}`}>{children ?? spokenNumber(number)}</a>
}

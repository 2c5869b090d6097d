/**
 * A page of the staff that is a form, as it stands and as it comes back refused: then the tab says so first, and the faults
 * stand before the heading and take the focus from it.
 * Never: knows what is in the form.
 */
import type { ComponentChildren } from 'preact'
import { ErrorSummary, type Problem } from '../ui/error-summary.tsx'
import { ConsolePage, type Here } from './console-frame.tsx'
import type { ConsoleHome } from './console-home.ts'

interface FormPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly title: string
  readonly problems: readonly Problem[]
  /** Before all else: the way to where this page belongs. */
  readonly above?: ComponentChildren
  readonly children: ComponentChildren
}

export function FormPage({ home, here, title, problems, above, children }: FormPageProps) {
  const isRefused = problems.length > 0
  return (
    <ConsolePage {...{ home, here }} title={isRefused ? `Error: ${title}` : title}>
      {above}
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(!isRefused && { 'data-focus': true })}>
        {title}
      </h1>
      {children}
    </ConsolePage>
  )
}

/** With which status it is answered. */
export const formStatus = (problems: readonly Problem[]) => (problems.length > 0 ? 422 : 200)

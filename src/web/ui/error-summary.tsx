/**
 * What went wrong, at the top of the page, each line a link to its field (as GOV.UK and NHS services do).
 */
import type { ComponentChildren } from 'preact'

/** One problem: the id of the field, and what to do about it. */
export interface Problem {
  readonly field: string
  readonly text: string
}

/** What to do about one field, or nothing when the field is fine. */
export const errorOf = (field: string, problems: readonly Problem[]) =>
  problems.find((problem) => problem.field === field)?.text

/** What stands in the tab: where a form came back with faults, that first, so that a screen reader says it before all else. */
export const tabTitle = (title: string, problems: readonly Problem[]) =>
  problems.length > 0 ? `Error: ${title}` : title

/**
 * Nothing when there is nothing to say. The `page` island moves focus here; `role="alert"` is read out without it.
 * @param children what cannot wait until the problems are put right, said above them
 */
export function ErrorSummary({ problems, children }: { problems: readonly Problem[]; children?: ComponentChildren }) {
  if (problems.length === 0) return null
  return (
    <div class="problems" role="alert" tabindex={-1} id="problems" data-focus>
      {children}
      <h2>There is a problem</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field + problem.text}>
            <a href={`#${problem.field}`}>{problem.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/**
 * What stands before or above a page that leads to a visit, on a device whose record says that help comes first. The server knows
 * of no record, so this is hidden until the page's script has heard of one from the worker (islands/help-first.ts).
 */
import type { Door } from './doors.ts'

/** The first part of such a page. Beside it goes the island `help-first`. */
export function HelpFirst({ door }: { readonly door: Exclude<Door, 'none'> }) {
  if (door === 'above')
    return (
      <section data-help-first="above" hidden aria-label="Get help first" class="callout warn">
        <div data-help-words />
      </section>
    )
  return (
    <section data-help-first="before" hidden aria-label="Get help first">
      <div data-help-words />
      <h2>Have you been seen? Or is the visit for someone else?</h2>
      <div class="actions">
        <button type="button" class="button" data-help-on>
          Go on to this page
        </button>
      </div>
    </section>
  )
}

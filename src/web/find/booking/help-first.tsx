/**
 * What stands before a booking page on a device whose record says that help comes first. The server knows of no record, so this is
 * hidden until the page's script has heard of one from the worker (islands/help-first.ts), with its title; the rest of the page is then hidden behind it.
 */

/** The first part of such a page. Beside it goes the island `help-first`. */
export const HelpFirst = () => (
  <section data-help-first hidden aria-label="Get help first">
    <div data-help-words />
    <h2>Have you been seen? Or is the visit for someone else?</h2>
    <div class="actions">
      <button type="button" class="button" data-help-on>
        Go on to the booking
      </button>
    </div>
  </section>
)

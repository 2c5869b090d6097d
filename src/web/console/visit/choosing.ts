/** Links to visits of which one may be shown beside the page, on a desk: the island `beside` does it. */

/** How a page shows a visit beside itself. */
export interface Choosing {
  /** Its own address with that visit beside it. */
  readonly addressOf: (visit: string) => string
  /** The visit that stands there now. */
  readonly chosen: string | undefined
}

/** What a link to a visit carries, so that it can be shown beside the page. */
export const chooses = (choosing: Choosing | undefined, visit: string) =>
  choosing && {
    'data-beside': choosing.addressOf(visit),
    'aria-current': choosing.chosen === visit ? ('true' as const) : undefined,
  }

/** The order of a letter's pages: moved by one place, read from a form, and kept when pages are chosen anew. Pure. */

/** The pages with this one a place up (-1) or down (1); `undefined` where there is no such place. */
export function inOrderOf(pages: readonly string[], page: string, by: -1 | 1): readonly string[] | undefined {
  const at = pages.indexOf(page)
  const [one, other] = [pages[at], pages[at + by]]
  if (one === undefined || other === undefined) return undefined
  return pages.with(at, other).with(at + by, one)
}

/** The order that a form wishes; `undefined` where it is not of these pages, each once: somebody chose others meanwhile. */
export function readOrder(pages: readonly string[], wished: string): readonly string[] | undefined {
  const order = wished.slice(0, 2000).split(' ')
  return order.toSorted().join() === pages.toSorted().join() ? order : undefined
}

/** Pages as they were ticked, which is in the guide's order: those that stood in the letter keep theirs, new ones follow. */
export const orderKept = (before: readonly string[], ticked: readonly string[]): readonly string[] => [
  ...before.filter((page) => ticked.includes(page)),
  ...ticked.filter((page) => !before.includes(page)),
]

/**
 * Writes words into the page and remembers them. A browser that translates a page changes its words behind our back: what is
 * on the page is no memory, and comparing with it would put English back many times a second.
 */
const written = new WeakMap<Element, string>()

/** Writes these words unless they are what was written last, or what the page came with. */
export function write(element: Element, words: string): void {
  const last = written.get(element)
  if (last === words) return
  written.set(element, words)
  if (last === undefined && element.textContent === words) return
  element.textContent = words
}

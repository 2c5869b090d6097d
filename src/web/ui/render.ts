/**
 * Turns a page's tree into the text of an HTML document.
 * Never adds scripts or styles of its own: the strict content policy would refuse them.
 */
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

/** The whole document, doctype first. Text inside is escaped by Preact. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`
}

/** Part of a page, to be put into one that is open. */
export const renderPart = (part: VNode): string => render(part)

/**
 * What a page says that may be done now is old once something was written into the record in another tab: "You may take a dose
 * now", after a dose, or a plan, a step or a movement, after a danger. So is what shows a record that was erased. The page is then
 * made anew, and says first what closed it and whom to call. Where a form was begun, nothing of it is lost: it stays, below the
 * same words, and whatever else a danger may have closed goes. A timer is let run where nothing stands open.
 */
import { watchShown } from './told-elsewhere/shown-watch.ts'

const begun = new Set<Element>()
// One that was sent back holds what was typed, and its page is at no address.
for (const wrong of document.querySelectorAll('form .error')) {
  const form = wrong.closest('form')
  if (form) begun.add(form)
}
document.addEventListener('input', ({ target }) => {
  const form = target instanceof Element && target.closest('form')
  if (form) begun.add(form)
})

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const titleOf = (page: Document) => page.querySelector('main h1')?.textContent
const title = titleOf(document)

/** Hides all of this part but the forms that were begun, and the title of a page that is open still. */
function close(part: Element, keepsTitle: boolean): void {
  for (const one of part.children) {
    if (begun.has(one) || !(one instanceof HTMLElement) || one.dataset.old !== undefined) continue
    if (keepsTitle && one.tagName === 'H1') continue
    if ([...begun].some((form) => one.contains(form))) close(one, keepsTitle)
    // Some of them are laid out by a rule that is stronger than the attribute `hidden`.
    else one.style.display = 'none'
  }
}

/** @param closedBy the page that stands in this one's place now; null: this one is still open */
function sayOld(help: string, closedBy: Document | null): void {
  const main = document.querySelector('main')
  if (!main) return
  main.querySelector('[data-old]')?.remove()
  const said = document.createElement('div')
  said.dataset.old = ''
  said.setAttribute('role', 'alert')
  const words = 'Your record has changed in another tab. What stands here is older. Your next press counts it.'
  const line = Object.assign(document.createElement('p'), { className: 'callout warn', textContent: words })
  const first = closedBy ? closedBy.querySelector('main') : parsed(help).body
  said.append(...(first?.childNodes ?? []), line)
  // What stands open closes what can be done meanwhile, under whatever title.
  if (closedBy || help) close(main, !closedBy)
  if (closedBy) main.prepend(said)
  else main.querySelector('h1')?.after(said)
  said.scrollIntoView({ block: 'nearest' })
}

watchShown({
  isOld: (now) => {
    const page = now && parsed(now.html)
    const closedBy = page && titleOf(page) !== title ? page : null
    const isTimed = document.querySelector('[data-timer]') && !now?.help
    if (begun.size === 0 && (closedBy || !isTimed)) {
      window.location.replace(window.location.pathname + window.location.search)
      return 'leaves'
    }
    if (begun.size > 0) sayOld(now?.help ?? '', closedBy)
    return 'stays'
  },
})

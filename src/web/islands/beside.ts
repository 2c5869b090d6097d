/**
 * A visit that is clicked in a day or in the calendar is shown beside it, where there is room; clicked again it is opened, as
 * it is at once without this. The server makes what is shown, and writes down that it was looked at.
 * Never: keeps anything of it, or shows an answer that is not from our own page.
 */
const place = document.querySelector<HTMLElement>('[data-beside-place]')
const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-beside]')]
const isWide = () => window.matchMedia('(min-width: 64em)').matches
let asked = new AbortController()

if (place && links.length > 0) {
  for (const hint of document.querySelectorAll<HTMLElement>('[data-beside-hint]')) hint.hidden = false
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-beside]') : null
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!link || event.defaultPrevented || !isPlain || !isWide() || isChosen(link)) return
    event.preventDefault()
    void choose(link, place)
  })
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') links.find(isChosen)?.focus()
  })
}

const isChosen = (link: HTMLAnchorElement) => link.getAttribute('aria-current') === 'true'

async function choose(link: HTMLAnchorElement, into: HTMLElement): Promise<void> {
  asked.abort()
  asked = new AbortController()
  const { signal } = asked
  try {
    const answered = await fetch(link.dataset.beside ?? '', { signal })
    const page = new DOMParser().parseFromString(await answered.text(), 'text/html')
    const found = answered.ok && !answered.redirected ? page.querySelector('[data-beside-place] > .beside') : null
    if (found) show(link, into, found)
    else window.location.assign(link.href)
  } catch {
    if (!signal.aborted) window.location.assign(link.href)
  }
}

function show(link: HTMLAnchorElement, into: HTMLElement, found: Element): void {
  into.replaceChildren(document.adoptNode(found))
  window.history.replaceState(null, '', link.dataset.beside)
  for (const one of links) {
    if (one === link) one.setAttribute('aria-current', 'true')
    else one.removeAttribute('aria-current')
  }
  into.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true })
  document.dispatchEvent(new Event('beside'))
}

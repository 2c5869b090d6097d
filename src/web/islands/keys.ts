/**
 * The keys of the staff's pages. A key follows the link, or comes to the field or button, that carries it
 * (`aria-keyshortcuts`); J and K walk what is marked `data-walk`. The bar at the foot shows those that this page has.
 * Never: sends a form, works while somebody types, or works where the bar cannot be seen or was turned off.
 */
import { write } from './write.ts'

const offKey = 'unclench-keys-off'
const bar = document.querySelector<HTMLElement>('[data-key-bar]')
const turn = bar?.querySelector<HTMLButtonElement>('[data-keys-switch]')
/** In memory too, for a browser in which nothing can be kept. */
let off = wasOff()
if (bar && turn) {
  bar.hidden = false
  show(bar, turn)
  turn.addEventListener('click', () => {
    off = !off
    keep(off)
    show(bar, turn)
  })
  document.addEventListener('beside', () => show(bar, turn))
  // On the window: what a part of the page has answered itself is not answered twice.
  window.addEventListener('keydown', (event) => {
    if (off || !isSeen(bar) || event.defaultPrevented || isTyped(event)) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const to = key === 'j' || key === 'k' ? beside(key === 'j' ? 1 : -1) : aim(key)
    if (!to) return
    event.preventDefault()
    if (key === 'o' && to instanceof HTMLAnchorElement) window.location.assign(to.href)
    else if (to instanceof HTMLAnchorElement && key !== 'j' && key !== 'k') to.click()
    else to.focus()
  })
}

function show(all: HTMLElement, button: HTMLButtonElement): void {
  document.body.classList.toggle('keys-on', !off)
  for (const line of all.querySelectorAll<HTMLElement>('li'))
    line.hidden = off || !(line.dataset.for === 'j' ? walked().length > 1 : isHere(line.dataset.for ?? ''))
  write(button, off ? 'Turn keys on' : 'Turn keys off')
}

/** A part of the page that answers keys itself says which. */
function isHere(key: string): boolean {
  return carrierOf(key) !== undefined || document.querySelector(`[data-own-keys~="${key}"]`) !== null
}

function isSeen(one: HTMLElement): boolean {
  return one.getClientRects().length > 0
}

function carrierOf(key: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')]
  return all.find((one) => one.getAttribute('aria-keyshortcuts') === key && isSeen(one))
}

/** What stands beside the list answers for the visit that it shows: not while somebody has walked on to another. */
function aim(key: string): HTMLElement | undefined {
  const carrier = carrierOf(key)
  const at = walked().find((link) => link === document.activeElement)
  if (!carrier || !at || at.getAttribute('aria-current') === 'true') return carrier
  if (key === 'o') return at
  return carrier.closest('[data-beside-place]') ? undefined : carrier
}

function walked(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('a[data-walk]')].filter(isSeen)
}

/** The next or the earlier link of the list; from outside of it the first. */
function beside(step: 1 | -1): HTMLElement | undefined {
  const links = walked()
  const focused = document.activeElement
  const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1
  const from = at >= 0 ? at : links.findIndex((link) => link.closest('[aria-current]'))
  if (from < 0) return links[0]
  return links[Math.min(links.length - 1, Math.max(0, from + step))]
}

/** Somebody types, or holds a key that makes it another's. */
function isTyped({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const inField = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
  return inField || ctrlKey || metaKey || altKey
}

function wasOff(): boolean {
  try {
    return localStorage.getItem(offKey) !== null
  } catch {
    // Nothing can be kept here: the keys are on, as they come.
    return false
  }
}

function keep(isOff: boolean): void {
  try {
    if (isOff) localStorage.setItem(offKey, 'yes')
    else localStorage.removeItem(offKey)
  } catch {
    // Nothing can be kept here: it holds for this page.
  }
}

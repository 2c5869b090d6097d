/**
 * Leads back to the form of a time that this window holds itself: whoever presses Back on it comes to a page that says the time is
 * being booked. Kept in this tab alone, and gone with it; nothing is sent.
 * Never: decides that a time is held; the server does.
 */
const key = 'unclench-hold'

/** A window may refuse to keep anything: then the page says until when the time is held, and no more. */
function kept(): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

const held = document.querySelector<HTMLElement>('[data-holds]')
if (held)
  try {
    sessionStorage.setItem(key, `${held.dataset.holds} ${held.dataset.backTo}`)
  } catch {
    // Not kept.
  }

const line = document.querySelector<HTMLElement>('[data-own-hold]')
const link = line?.querySelector('a')
const [service, start, path = ''] = kept().split(' ')
if (line && link && line.dataset.ownHold === `${service} ${start}` && path.startsWith('/book/hold/')) {
  link.href = path
  line.hidden = false
}

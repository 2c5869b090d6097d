/**
 * The small script of every page: leave quickly, and focus on what is new. Everything works without it.
 * Never reads or stores an answer.
 */

/** Opens the harmless page in a new tab and puts it in this tab too, so that Back does not lead here. */
function leave(link: HTMLAnchorElement): void {
  document.documentElement.hidden = true
  window.open(link.href, '_blank', 'noopener,noreferrer')
  window.location.replace(link.href)
}

const link = document.querySelector<HTMLAnchorElement>('a[data-leave]')
if (link) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave(link)
  })
  let presses: number[] = []
  // On the window, after everything on the page: a press that the player or an open part has answered is not one of these.
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.repeat) return
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp]
    if (presses.length >= 3) leave(link)
  })
}

// What was ticked in private is not there when the browser brings the page back, and what is shown once is not sent again.
window.addEventListener('pagehide', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[autocomplete="off"]')) form.reset()
})
if (document.querySelector('[data-once]')) window.history.replaceState(null, '')

// A new page of the same check: the reader starts at the new question, or at what went wrong.
document.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true })

// The row of tabs scrolls sideways on a phone: the one that is open is in sight.
const row = document.querySelector('.tabs .inside')
const tab = row?.querySelector<HTMLElement>('[aria-current]')
if (row && tab) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2

// The worker is fetched once the page can be used. Until it is there, or where none can be had, the server answers.
// Newer rules are looked for where a check may start.
if ('serviceWorker' in navigator) {
  const register = async () => {
    try {
      const registration = await navigator.serviceWorker.register('/worker.js')
      if (registration.active && /^\/(check(\/newest)?)?$/.test(window.location.pathname)) await registration.update()
    } catch {
      // No room, no network, or not allowed here: nothing is lost.
    }
  }
  // The page that waits for newer questions goes on as soon as they are in charge.
  const waiting = document.querySelector<HTMLAnchorElement>('a[data-newest]')
  if (waiting) navigator.serviceWorker.addEventListener('controllerchange', () => window.location.replace(waiting.href))
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', () => void register(), { once: true })
}

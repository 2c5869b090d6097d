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
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp]
    if (presses.length >= 3) leave(link)
  })
}

// A new page of the same check: the reader starts at the new question, or at what went wrong.
document.querySelector<HTMLElement>('#problems, h1[data-focus]')?.focus({ preventScroll: true })

// The worker is fetched once the page can be used. Until it is there, or where none can be had, the server answers.
if ('serviceWorker' in navigator) {
  const register = () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined)
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

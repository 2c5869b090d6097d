/**
 * What a page says that may be done now is old once something was written into the record in another tab: "You may take a dose
 * now", after a dose, or a plan, after a danger. So is what shows a record that was erased. The page is then made anew. Where somebody has begun a form, it says so instead, and nothing is lost.
 * Never: learns what was told.
 */

/** The same words as in offline/player-messages.ts. */
const recordChanged = 'unclench-record-changed'
/** A page that has only just come is the answer to what was written, in milliseconds. */
const freshMs = 2000

const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
let isLeaving = false
let isBegun = false
document.addEventListener('submit', () => {
  isLeaving = true
})
document.addEventListener('input', () => {
  isBegun = true
})

function sayOld(): void {
  const words = 'Your record has changed in another tab. What stands here is older. Your next press counts it.'
  const said = Object.assign(document.createElement('p'), { className: 'callout warn', textContent: words })
  said.setAttribute('role', 'alert')
  document.querySelector('main h1')?.after(said)
}

workers?.addEventListener('message', ({ data }) => {
  if (data !== recordChanged || isLeaving || performance.now() < freshMs) return
  if (!isBegun) return window.location.replace(window.location.pathname + window.location.search)
  isLeaving = true
  sayOld()
})
workers?.startMessages()

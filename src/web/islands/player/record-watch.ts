/**
 * Looks whether the record still lets this page play: after anything was written in another tab, when the tab comes into
 * sight, and before each movement. The worker decides, by making the page anew; this only asks. Where there is no worker
 * there is no record, and nothing to ask.
 * Never: learns what was told.
 */

/** The same words as in offline/player-messages.ts. */
const recordChanged = 'unclench-record-changed'

export interface Watch {
  /** Asks now. */
  readonly look: () => void
  /** Asks no more: the page is about to go by itself. */
  readonly rest: () => void
}

/** @param close what to do once the page may not play on; called at most once */
export function watchRecord(close: () => void): Watch {
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
  let over = false
  const look = () => {
    const worker = workers?.controller
    if (over || !worker) return
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      port1.close()
      if (over || data !== false) return
      over = true
      close()
    }
    worker.postMessage({ mayPlay: window.location.pathname }, [port2])
  }
  workers?.addEventListener('message', ({ data }) => {
    if (data === recordChanged) look()
  })
  workers?.startMessages()
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) look()
  })
  window.addEventListener('pageshow', look)
  const rest = () => {
    over = true
  }
  document.addEventListener('submit', rest)
  return { look, rest }
}

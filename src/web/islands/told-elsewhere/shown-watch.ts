/**
 * Whether what a page shows is still what the record says. It asks the worker, which alone reads the record: when something was
 * written in another tab, when the tab comes into sight, and when the browser brings the page back as it was. Where there is no
 * worker there is no record, and nothing to ask.
 * Never: learns what was told, but for the words that stand on the page then.
 */

/** The same words as in offline/player-messages.ts. */
const recordChanged = 'unclench-record-changed'

/** What the worker answers (offline/shown-page.tsx). */
interface ShownNow {
  readonly stamp: string
  readonly html: string | null
  readonly help: string
}

export interface ShownPage {
  /** The page as it would be answered now, and whom to call, both as HTML of ours. Null: nobody can say; it may be old. */
  readonly isOld: (now: { readonly html: string; readonly help: string } | null) => 'leaves' | 'stays'
}

/** When the page was answered, by the clock on the wall as it is now. */
function answeredAt(): number {
  // An entry of this kind is of this type; TypeScript gives all kinds one.
  const [one] = performance.getEntriesByType('navigation') as readonly Partial<PerformanceNavigationTiming>[]
  const now = performance.now()
  return Date.now() - now + (one?.responseStart || now)
}

/** @param isOld what to do with a page that is not what the record says any more; one that leaves asks no more */
export function watchShown({ isOld }: ShownPage): void {
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
  if (!workers) return
  let isLeaving = false
  let knows: string | null = null
  let madeAt = answeredAt()
  const ask = async (): Promise<ShownNow | null> => {
    const path = window.location.pathname + window.location.search
    const worker = (await workers.getRegistration())?.active
    if (!worker) return { stamp: '', html: null, help: '' }
    const { port1, port2 } = new MessageChannel()
    return new Promise((resolve) => {
      port1.onmessage = ({ data }) => {
        port1.close()
        resolve(data)
      }
      worker.postMessage({ shown: { path, knows, madeAt } }, [port2])
    })
  }
  const look = async (has: 'just come' | 'been here') => {
    if (isLeaving) return
    const now = await ask()
    if (isLeaving) return
    knows = now?.stamp ?? null
    // A page that has just come is as new as can be had: made anew each time, it would never stand still.
    if (now ? now.html === null : has === 'just come') return
    madeAt = Date.now()
    isLeaving = isOld(now && now.html !== null ? { html: now.html, help: now.help } : null) === 'leaves'
  }
  // Something may have been told after the page was answered and before it could hear of it.
  void look('just come')
  workers.addEventListener('message', ({ data }) => {
    if (data === recordChanged) void look('been here')
  })
  workers.startMessages()
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void look('been here')
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    isLeaving = false
    void look('been here')
  })
  document.addEventListener('submit', () => {
    isLeaving = true
  })
}

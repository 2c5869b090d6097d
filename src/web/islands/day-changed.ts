/**
 * The page of a day says within two seconds that the day has changed: a colleague moved a visit, somebody booked or cancelled.
 * Nothing moves under a hand: the page is made anew by whoever presses. Asked only while the page is in sight.
 * Never: keeps a screen open at which nobody is (asking is no touch), or says more than that something changed.
 */

const everyMs = 2000
/** An answer that takes longer is not waited for. */
const longestMs = 5000

const said = document.querySelector<HTMLElement>('[data-stamp]')
let isAsking = false
let isOver = false

if (said) {
  const ask = () => void look(said)
  setInterval(ask, everyMs)
  document.addEventListener('visibilitychange', ask)
}

async function look(notice: HTMLElement): Promise<void> {
  if (document.hidden || isAsking || isOver) return
  isAsking = true
  const stamp = await stampNow(notice.dataset.ask ?? '')
  isAsking = false
  // What was taken back meanwhile is as the page shows it.
  if (stamp !== undefined) say(notice, stamp !== notice.dataset.stamp)
}

/** `undefined`: it cannot be known now. A locked screen is asked about no more. */
async function stampNow(address: string): Promise<string | undefined> {
  const waited = new AbortController()
  const end = setTimeout(() => waited.abort(), longestMs)
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: waited.signal })
    isOver = answer.type === 'opaqueredirect'
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(end)
  }
}

function say(notice: HTMLElement, hasChanged: boolean): void {
  if (hasChanged === notice.hasChildNodes()) return
  notice.replaceChildren()
  if (!hasChanged) return
  const way = Object.assign(document.createElement('a'), {
    href: location.pathname + location.search,
    className: 'button small',
    textContent: 'Show it as it is now',
  })
  notice.append('Something here has changed. ', way)
}

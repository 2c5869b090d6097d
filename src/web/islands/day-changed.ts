/**
 * The page of a day says within two seconds that the day has changed: a colleague moved a visit, somebody booked or cancelled.
 * Nothing moves under a hand: the page is made anew by whoever presses. Asked only while the page is in sight. While nothing
 * answers for a while it says that too, so that an old page does not look like a new one.
 * Never: keeps a screen open at which nobody is (asking is no touch), or says more than that something changed.
 */

const everyMs = 2000
/** An answer that takes longer is not waited for. */
const longestMs = 5000
/** So long nothing may have answered before that is said: one answer that got lost is no news. */
const silentMs = 8000

const said = document.querySelector<HTMLElement>('[data-stamp]')
let isAsking = false
let isOver = false
let shown: 'nothing' | 'changed' | 'unchecked' = 'nothing'
/** When the first was asked of those that got no answer in a row. */
let silentSince: number | undefined

if (said) {
  const ask = () => void look(said)
  setInterval(ask, everyMs)
  document.addEventListener('visibilitychange', ask)
}

async function look(notice: HTMLElement): Promise<void> {
  if (document.hidden || isAsking || isOver) return
  isAsking = true
  const askedAt = performance.now()
  const stamp = await stampNow(notice.dataset.ask ?? '')
  isAsking = false
  if (stamp === undefined) return isOver ? undefined : heardNothing(notice, askedAt)
  silentSince = undefined
  // What was taken back meanwhile is as the page shows it.
  say(notice, stamp === notice.dataset.stamp ? 'nothing' : 'changed')
}

function heardNothing(notice: HTMLElement, askedAt: number): void {
  silentSince ??= askedAt
  // Of a page that has changed the more is said already.
  if (shown !== 'changed' && performance.now() - silentSince >= silentMs) say(notice, 'unchecked')
}

/** `undefined`: it cannot be known now. Whoever is not let in any more, locked or out of the team, asks no more. */
async function stampNow(address: string): Promise<string | undefined> {
  const waited = new AbortController()
  const end = setTimeout(() => waited.abort(), longestMs)
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: waited.signal })
    isOver = answer.type === 'opaqueredirect' || answer.status === 403
    // What to do then is known where it is known what was typed (at-work.ts).
    if (isOver) document.dispatchEvent(new Event('not-let-in'))
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(end)
  }
}

function say(notice: HTMLElement, what: typeof shown): void {
  if (what === shown) return
  shown = what
  notice.replaceChildren(...(what === 'unchecked' ? ['This page cannot be checked now. It may be old.'] : []))
  if (what !== 'changed') return
  const way = Object.assign(document.createElement('a'), {
    href: location.pathname + location.search,
    className: 'button small',
    textContent: 'Show it as it is now',
  })
  notice.append('Something here has changed. ', way)
}

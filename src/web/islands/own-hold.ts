/**
 * Of a time that this window holds itself: lets it go when its form is left, leads back to that form, and says of a time that was
 * booked here that it is one's own, for whoever presses Back. Which time it is stays in this tab alone, and is gone with it.
 * Never: decides that a time is held or booked; the server does. A word that is lost costs nothing: the end that was said stands.
 */
const key = 'unclench-hold'
/** Set on leaving, so that the page that comes next in this window can take it back. */
const leftKey = 'unclench-hold-left'
/** So long the server may take to say what became of a hold, in milliseconds: a page may not stay empty on a slow line. */
const waitMs = 4000
/** So long after the word on leaving goes the word that takes it back, in milliseconds: they may not overtake one another. */
const backMs = 500

/** A window may refuse to keep anything: then the page says until when the time is held, and no more. */
function kept(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

function keep(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value)
  } catch {
    // Not kept.
  }
}

const form = document.querySelector<HTMLElement>('[data-form-at]')
const held = document.querySelector<HTMLElement>('[data-holds]')
if (held) keep(key, `${held.dataset.holds} ${held.dataset.backTo}`)
// A form that came back to be put right is what a post was answered with: gone back to, it would be posted again.
if (form) window.history.replaceState(null, '', form.dataset.formAt)

const [service, start, path = ''] = kept(key).split(' ')
const isOwn = (mark: string | undefined) => mark === `${service} ${start}` && path.startsWith('/book/hold/')

const line = document.querySelector<HTMLElement>('[data-own-hold]')
const link = line?.querySelector('a')
if (line && link && isOwn(line.dataset.ownHold)) {
  link.href = path
  line.hidden = false
}

const booked = document.querySelector<HTMLElement>('[data-own-booked]')
if (booked && isOwn(booked.dataset.ownBooked)) void sayBooked(booked)

/** Nothing of the page is true for whoever has booked this time, so it waits for the server's word. */
async function sayBooked(words: HTMLElement): Promise<void> {
  const main = words.parentElement
  if (!main) return
  main.style.visibility = 'hidden'
  const late = new AbortController()
  setTimeout(() => late.abort(), waitMs)
  const answer = await fetch(path, { signal: late.signal }).catch(() => undefined)
  const text = answer?.ok ? await answer.text().catch(() => '') : ''
  main.style.visibility = ''
  if (!answer || !text.includes(`data-booked="${service} ${start}"`)) return
  const own = words.querySelector('a')
  const title = main.querySelector('h1')
  if (!own || !title) return
  for (const one of main.children) if (one instanceof HTMLElement && one !== title) one.style.display = 'none'
  own.href = answer.url
  words.hidden = false
  words.style.display = ''
  title.textContent = words.dataset.title ?? ''
  document.title = title.textContent
  title.focus()
}

if (held || (line && !line.hidden)) watch()

/** Tells the server when this page is left, and when it is come back to. */
function watch(): void {
  const tell = (what: 'away' | 'back') =>
    fetch(path, { method: 'POST', keepalive: true, body: new URLSearchParams({ do: what }) })
  const copies = 'BroadcastChannel' in window ? new BroadcastChannel(key) : undefined
  let stays = false
  // What is sent from here says itself what becomes of the hold.
  document.addEventListener('submit', () => {
    stays = true
  })
  // Also where the browser keeps the page as it is: nobody knows whether they come back to it.
  window.addEventListener('pagehide', () => {
    if (stays) return
    keep(leftKey, path)
    navigator.sendBeacon(path, new URLSearchParams({ do: 'away' }))
    copies?.postMessage(path)
  })
  // A copy of this tab was left: here the form is open still.
  copies?.addEventListener('message', ({ data }) => {
    if (data === path) setTimeout(() => void comeBack(tell), backMs)
  })
  window.addEventListener('pageshow', (event) => {
    stays = false
    if (event.persisted) void comeBack(tell)
  })
  if (kept(leftKey) === path) setTimeout(() => void comeBack(tell), backMs)
}

/** Takes the word on leaving back. What the page says of the hold is made anew where it may not be true any more. */
async function comeBack(tell: (what: 'back') => Promise<Response>): Promise<void> {
  keep(leftKey, '')
  await tell('back').catch(() => undefined)
  const shown = document.querySelector('[data-form-at]')
  const answer = shown && (await fetch(path).catch(() => undefined))
  if (!answer) return
  // It was booked or is gone since.
  if (answer.redirected) return window.location.replace(answer.url)
  if (!answer.ok) return window.location.reload()
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-form-at]')
  const until = (of: Element | null) => of?.querySelector('strong')?.textContent
  if (now && until(now) !== until(shown)) shown.replaceWith(now)
}

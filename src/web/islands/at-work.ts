/**
 * Typing on a page of the staff is a touch: the server counts ten minutes from the last one, and what is sent after them is not
 * taken and not kept. While somebody types it is told so, at most once in a minute. Where the screen is locked already, it is
 * said before the button is pressed, while all that was typed is still there.
 * Never: tells what was typed, or keeps a screen open at which nobody is.
 */
const everyMs = 60_000
let toldAt = Date.now()
let said = false

document.addEventListener('input', () => {
  const now = Date.now()
  // A clock that was put back does not keep it silent.
  if (said || Math.abs(now - toldAt) < everyMs) return
  toldAt = now
  void tell()
})

async function tell(): Promise<void> {
  try {
    // Nothing to say is the answer at work; a locked screen leads to its door.
    const { status, redirected } = await fetch('/console/at-work')
    if (status === 204 || !redirected) return
  } catch {
    // No network: the next minute may have one.
    return
  }
  if (!said) sayLocked()
  said = true
}

function sayLocked(): void {
  const words = document.createElement('p')
  words.className = 'problems'
  words.setAttribute('role', 'alert')
  const way = Object.assign(document.createElement('a'), {
    href: '/console/unlock',
    target: '_blank',
    textContent: 'Sign in again in a new tab',
  })
  words.append('The screen is locked. ', way, ', then come back here. What you typed is still on this page.')
  document.querySelector('main')?.prepend(words)
}

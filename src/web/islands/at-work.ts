/**
 * The staff's screen locks ten minutes after the last touch of any page of this browser: the page gives way to the locked
 * door, also where nobody asked the server and where the machine slept. Lock and Sign out reach every page at once. A touch is
 * a key, a press, a turn of the wheel or typing; the server, which counts its own ten minutes, is told at most once in a minute.
 * Where something is typed it is said a minute before, and the door keeps it for whoever typed it; where the server had locked,
 * it stays on the page.
 * Never: keeps more in this browser than the time of the last touch and of the last lock (what the door gives back is taken out
 * as soon as its page is there), or keeps a screen open at which nobody is.
 */
import { countIdle, lockAfterMs, warnAfterMs } from './at-work/idle.ts'

const everyMs = 60_000
/** A touch is told to the other pages at most so often. */
const shareEveryMs = 1000
const touchKey = 'unclench-staff-touch'
const lockKey = 'unclench-staff-lock'
const keptKey = 'unclench-kept'

const idle = countIdle({ wall: Date.now, steady: () => performance.now() })
let toldAt = Date.now()
let sharedAt = 0
let lockedAtStart = read(lockKey)
/** Something was typed on this page, and not sent: the form that it stands in. */
let typed: HTMLFormElement | undefined
/** The server said that it is locked. */
let saidLocked = false
/** Lock or Sign out was pressed here. */
let isPressed = false
let warning: HTMLElement | undefined
let isLeft = false

share(idle.touch())
for (const kind of ['input', 'keydown', 'pointerdown', 'wheel'])
  document.addEventListener(kind, touched, { capture: true, passive: true })
document.addEventListener('input', ({ target }) => {
  if (target instanceof Element) typed = target.closest<HTMLFormElement>('main form') ?? typed
})
document.addEventListener('submit', ({ target }) => {
  if (target instanceof HTMLFormElement) tellOthers(target)
})
// After each sleep of the page or of the machine one of these comes first.
setInterval(look, 1000)
document.addEventListener('visibilitychange', look)
window.addEventListener('storage', look)
// A page that asks by itself was not let in (day-changed.ts).
document.addEventListener('not-let-in', () => void tell())
window.addEventListener('pageshow', ({ persisted }) => {
  // Brought back as it was by Back: the server says whether it may be seen.
  if (persisted && isOver()) goTo(location.href)
})

function touched(): void {
  // A first touch after ten minutes comes too late: it must not open what should have been locked.
  look()
  if (isLeft) return
  const now = idle.touch()
  warn(false)
  if (Math.abs(now - sharedAt) >= shareEveryMs) share(now)
  // A clock that was put back does not keep it silent.
  if (saidLocked || Math.abs(now - toldAt) < everyMs) return
  toldAt = now
  void tell()
}

function share(at: number): void {
  sharedAt = at
  keep(touchKey, `${at}`)
}

/** Is it time? What the other pages did counts. */
function look(): void {
  if (isLeft) return
  const lock = lockedElsewhere()
  const touch = read(touchKey)
  if (touch) idle.hear(Number(touch))
  if (lock) leaveFor(lock.startsWith('out') ? 'sign-in' : 'unlock')
  else if (idle.forMs() >= lockAfterMs) leaveFor('unlock')
  else warn(typed !== undefined && idle.forMs() >= warnAfterMs)
}

function lockedElsewhere(): string | undefined {
  const lock = read(lockKey)
  return lock && lock !== lockedAtStart ? lock : undefined
}

const isOver = (): boolean => isLeft || isPressed || lockedElsewhere() !== undefined || idle.forMs() >= lockAfterMs

function warn(isDue: boolean): void {
  if (!isDue) {
    warning?.remove()
    warning = undefined
  } else
    warning ??= say(
      'This screen locks in one minute. What you typed is then kept for ten minutes. Press a key or touch the page to go on.',
    )
}

/** Lock and Sign out: the other pages go with this one, and Lock leads back to the page as it stands now. */
function tellOthers(form: HTMLFormElement): void {
  const { pathname } = new URL(form.action)
  if (pathname !== '/console/lock' && pathname !== '/console/sign-out') return
  const then = form.elements.namedItem('then')
  if (then instanceof HTMLInputElement) then.value = here()
  // This page goes with its form, which its own look must not overtake.
  lockedAtStart = `${pathname === '/console/lock' ? 'lock' : 'out'} ${Date.now()}`
  isPressed = true
  keep(lockKey, lockedAtStart)
}

const here = () => location.pathname + location.search

function leaveFor(door: 'unlock' | 'sign-in'): void {
  if (door === 'unlock' && typed?.method === 'post') {
    takeAlong(typed)
    return
  }
  const query = new URLSearchParams()
  if (door === 'unlock') query.set('then', here())
  if (typed) query.set('unsent', 'typed')
  goTo(`/console/${door}?${query}`)
}

/** What was typed goes to the locked door, which keeps it for whoever typed it; nothing of it stays in this browser. */
function takeAlong(from: HTMLFormElement): void {
  const { pathname, search } = new URL(from.action)
  const door = document.createElement('form')
  door.method = 'post'
  const way = new URLSearchParams({ to: pathname + search, typed: 'yes' })
  way.set('then', here())
  door.action = `/console/unlock?${way}`
  door.append(
    ...[...new FormData(from)].flatMap(([name, value]) =>
      typeof value === 'string' ? Object.assign(document.createElement('input'), { type: 'hidden', name, value }) : [],
    ),
  )
  isLeft = true
  document.documentElement.hidden = true
  document.body.append(door)
  door.submit()
}

const nothingDone = 'The screen had locked before this was sent, so nothing was done with it.'

interface Kept {
  /** Where its form posts to. */
  readonly to: string
  readonly was: 'sent' | 'typed'
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** What of it somebody wrote. */
  readonly words: readonly string[]
}

/** What was kept at the door goes back into its form (`kept-form.ts` hands it over), and out of this browser. */
function takeBack(): void {
  const text = takenOut()
  if (text === null) return
  const { to, was, fields, words }: Kept = JSON.parse(text)
  const form = [...document.forms].find(({ method, action }) => {
    const { pathname, search } = new URL(action)
    return method === 'post' && pathname + search === to
  })
  // What it was about may have changed meanwhile: the words are not lost for that.
  if (!form) {
    say(`${nothingDone} Its form is not on this page any more. `, words.join(' '))
    return
  }
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = fields.some(([name, value]) => name === field.name && value === field.value)
    else if (isTyped(field)) field.value = fields.find(([name]) => name === field.name)?.[1] ?? field.value
  }
  typed = form
  if (was === 'sent') say(`${nothingDone} It is in its form again: look it over, and press once more.`)
}

function takenOut(): string | null {
  try {
    const text = sessionStorage.getItem(keptKey)
    sessionStorage.removeItem(keptKey)
    return text
  } catch {
    // Nothing can be kept in this browser.
    return null
  }
}

const isTyped = (field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement ||
  (field instanceof HTMLInputElement && !['hidden', 'submit', 'button', 'file'].includes(field.type))

/** Nothing is seen any more, also while the door is on its way; Back does not lead here. */
function goTo(address: string): void {
  isLeft = true
  document.documentElement.hidden = true
  location.replace(address)
}

async function tell(): Promise<void> {
  try {
    // Nothing to say is the answer at work; a locked screen leads to its door, and one of whom no clinic has is told so.
    const { status, redirected } = await fetch('/console/at-work')
    if (status === 403) return leaveTeam()
    if (status === 204 || !redirected) return
  } catch {
    // No network: the next minute may have one.
    return
  }
  if (!typed) return leaveFor('unlock')
  if (!saidLocked) sayLocked()
  saidLocked = true
}

/** Out of the team: the page goes at once, and what was typed to where nothing is done with it and its words are given back. */
function leaveTeam(): void {
  if (typed?.method !== 'post') {
    goTo(location.href)
    return
  }
  isLeft = true
  document.documentElement.hidden = true
  typed.action = '/console/at-work'
  HTMLFormElement.prototype.submit.call(typed)
}

function sayLocked(): void {
  const way = Object.assign(document.createElement('a'), {
    href: '/console/unlock',
    target: '_blank',
    textContent: 'Sign in again in a new tab',
  })
  say('The screen is locked. ', way, ', then come back here. What you typed is still on this page.')
}

function say(...what: readonly (string | Node)[]): HTMLElement {
  const words = document.createElement('p')
  words.className = 'problems'
  words.setAttribute('role', 'alert')
  words.append(...what)
  document.querySelector('main')?.prepend(words)
  return words
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // Nothing can be kept here: each page counts for itself.
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Nothing can be kept here: each page counts for itself.
  }
}

takeBack()

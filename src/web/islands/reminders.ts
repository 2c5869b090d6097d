/**
 * Shows reminders as notes while the page is open, where the browser and the person allow it. Asks only after a press on the
 * button that says what for. Without it the calendar file does the same. Sends nothing; keeps nothing.
 * Never: asks on its own, or shows a word that is not in the note it was given.
 */
import type { ReminderNote } from '../../care/prevention/reminders.ts'
import { isDue, nextDue } from './reminders/due.ts'
import { write } from './write.ts'

/** A laptop that sleeps stops all clocks, so we look at least this often, milliseconds. */
const lookEveryMs = 20_000

const words = {
  none: 'Notes are allowed. No reminder is set yet.',
  on: 'Notes are on while this page stays open.',
  ask: 'Notes are off. Your browser will ask you once.',
  no: 'Your browser does not allow notes from this page. Use the calendar file, or change it in the browser’s settings.',
  cannot: 'This browser cannot show notes. Use the calendar file.',
} as const

function setUpReminders(place: HTMLElement): void {
  const notes: readonly ReminderNote[] = JSON.parse(place.dataset.reminders ?? '[]')
  const state = place.querySelector<HTMLElement>('[data-state]')
  const ask = place.querySelector<HTMLButtonElement>('[data-ask]')
  const attempt = place.querySelector<HTMLButtonElement>('[data-try]')
  if (!state || !ask || !attempt) return
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(text: string): void {
    if (state) write(state, text)
  }

  async function show(note: Pick<ReminderNote, 'title' | 'href'>): Promise<void> {
    if (!(await showNote(note))) tell(words.cannot)
  }

  function wait(): void {
    clearTimeout(timer)
    const due = nextDue(notes, new Date())
    if (!due || Notification.permission !== 'granted') return
    const look = () => {
      const now = new Date()
      if (now < due.at) {
        timer = setTimeout(look, Math.min(lookEveryMs, due.at.getTime() - now.getTime()))
        return
      }
      if (isDue(due, now)) for (const note of due.notes) void show(note)
      wait()
    }
    look()
  }

  function refresh(): void {
    if (!('Notification' in window) || !('serviceWorker' in navigator)) {
      tell(words.cannot)
      return
    }
    const { permission } = Notification
    if (ask) ask.hidden = permission !== 'default'
    if (attempt) attempt.hidden = permission !== 'granted'
    tell(wordsFor(permission, notes.length))
    wait()
  }

  ask.addEventListener('click', async () => {
    await Notification.requestPermission()
    const focused = document.activeElement === ask
    refresh()
    if (focused && ask.hidden) (attempt.hidden ? state : attempt).focus()
  })
  attempt.addEventListener('click', () => {
    const [note] = notes
    void show(note ?? { title: 'Reminder', href: location.pathname })
  })
  refresh()
}

/** Shows one note; false where the browser cannot. */
async function showNote({ title, href }: Pick<ReminderNote, 'title' | 'href'>): Promise<boolean> {
  try {
    const registration = await navigator.serviceWorker.ready
    // The same tag from two tabs is one note. No icon: fetching it would tell the server when somebody is reminded.
    await registration.showNotification(title, { tag: href, data: { href }, lang: 'en-GB' })
    return true
  } catch {
    return false
  }
}

/** How it stands with notes, by what the browser was told. */
function wordsFor(permission: NotificationPermission, notes: number): string {
  if (permission === 'granted') return notes > 0 ? words.on : words.none
  return permission === 'denied' ? words.no : words.ask
}

document.querySelectorAll<HTMLElement>('[data-reminders]').forEach(setUpReminders)

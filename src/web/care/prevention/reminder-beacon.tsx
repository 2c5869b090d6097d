/**
 * What the script that shows notes needs to know, and its buttons. Without a script it says what works without one.
 * The page that shows it must load the `reminders` island. Never: a word about health in what a locked screen may show.
 */
import type { ReminderKind } from '../../../care/prevention/events.ts'
import { type ReminderNote, type Reminders, reminderWords } from '../../../care/prevention/reminders.ts'
import { paths } from '../paths.ts'

/** Where a press on a note leads. */
const reminderPaths = {
  breaks: paths.preventBreaks,
  walk: paths.preventWalking,
  strength: paths.preventStrength,
  session: paths.today,
  diary: paths.diaryEntry,
  miniCheck: paths.miniCheck,
} as const satisfies Record<ReminderKind, string>

/** The box that asks for leave to show notes, and shows them while the page is open. */
export function ReminderBeacon({ reminders }: { reminders: Reminders }) {
  const notes: readonly ReminderNote[] = reminders.on.map(({ what, days, times }) => ({
    title: reminderWords(what, reminders.wording),
    href: reminderPaths[what],
    days,
    times,
  }))
  return (
    <section class="card" aria-labelledby="notes" data-reminders={JSON.stringify(notes)}>
      <h3 id="notes">Notes on this device</h3>
      <p>
        A note pops up while this page stays open in a tab. A closed page cannot ring: for that we would need a server
        that knows you, and we have none. The calendar file rings when it is closed, too.
      </p>
      <p data-state role="status">
        Notes need scripts. Without them, use the calendar file.
      </p>
      <div class="plan-buttons">
        <button type="button" class="button" data-ask hidden>
          Allow notes on this device
        </button>
        <button type="button" class="button" data-try hidden>
          Show one now
        </button>
      </div>
    </section>
  )
}

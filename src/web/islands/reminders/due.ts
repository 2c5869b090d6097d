/**
 * When the next reminder is due by the clock on the wall, and which. Pure; called by islands/reminders.ts.
 * Works with local dates, so that 09:00 is 09:00 before and after a clock change.
 */
import type { ReminderNote } from '../../../care/prevention/reminders.ts'

/** A moment and the notes for it: more than one when two reminders share a time. */
export interface Due {
  readonly at: Date
  readonly notes: readonly ReminderNote[]
}

/** The first time after `from` that any note is due; null when there are no notes. */
export function nextDue(notes: readonly ReminderNote[], from: Date): Due | null {
  let found: { at: Date; notes: ReminderNote[] } | null = null
  for (const note of notes)
    for (let ahead = 0; ahead <= 7; ahead += 1) {
      const day = new Date(from.getFullYear(), from.getMonth(), from.getDate() + ahead)
      // Sunday is 0 to a Date and 7 to us.
      if (!note.days.some((weekday) => weekday % 7 === day.getDay())) continue
      for (const time of note.times) {
        const [hours = 0, minutes = 0] = time.split(':').map(Number)
        const at = new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes)
        if (at <= from || (found && at > found.at)) continue
        if (found && at.getTime() === found.at.getTime()) {
          if (!found.notes.includes(note)) found.notes.push(note)
        } else found = { at, notes: [note] }
      }
    }
  return found
}

/** A computer that slept wakes late: a note this old is not shown any more, milliseconds. */
const tooLateMs = 5 * 60_000

/** Is it time, and not too late? */
export const isDue = ({ at }: Due, now: Date): boolean => now >= at && now.getTime() - at.getTime() <= tooLateMs

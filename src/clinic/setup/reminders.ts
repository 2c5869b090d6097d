/** When a clinic has its visits reminded of. Mails that are written down already stay as they are. */
import type { ClinicTransaction } from '../db/connection.ts'
import { changed, type Saved, saved } from './outcome.ts'
import { type Picture, stampOf } from './picture.ts'

/** Hours before a visit at which each reminder goes; null for not at all. */
export type ReminderHours = Picture['reminders']

/** Hours before a visit that a reminder may be set to: the first before the last day, the second within it. */
export const reminderBounds = { first: [25, 336], second: [1, 24] } as const

/**
 * Sets them for visits that are booked, moved or changed from now on.
 * @param seen stamp of what was shown
 */
export async function saveReminders(
  trx: ClinicTransaction,
  { reminders }: Picture,
  seen: string,
  { first, second }: ReminderHours,
): Promise<Saved> {
  if (reminders.first === first && reminders.second === second) return saved
  if (stampOf(reminders) !== seen) return changed
  await trx.updateTable('clinics').set({ first_reminder_hours: first, second_reminder_hours: second }).execute()
  return saved
}

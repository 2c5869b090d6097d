/** Whether a day still stands as a page shows it: one short text for what staff must not miss, which changes when that does. */
import { sql } from 'kysely'
import { dayNumber } from '../availability/calendar-days.ts'
import { zoneDays } from '../availability/zone-days.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import { calendarClock } from './load-calendar.ts'

/** Some days of the calendar's clock, of everybody or of one therapist. */
export interface StampedDays {
  /** ISO days, both included. */
  readonly firstDay: string
  readonly lastDay: string
  /** Left out: everybody's. */
  readonly therapistId?: string | undefined
}

/**
 * A text that is another one once a visit, a class or a block of these days was booked, moved, cancelled, taken back, or
 * marked at the door. A time that somebody only holds while they fill in a form changes nothing. It tells nothing of anybody,
 * and that it was asked for is no look at a person.
 * @returns 32 hexadecimal digits
 */
export async function stampOfDays(
  trx: ClinicTransaction,
  { firstDay, lastDay, therapistId }: StampedDays,
): Promise<string> {
  const { zone } = await calendarClock(trx)
  const days = zoneDays(zone, dayNumber(firstDay), dayNumber(lastDay))
  const [from, to] = [days.startOf(days.first), days.startOf(days.last + 1)].map((ms) => new Date(ms))
  const whose = therapistId ?? null
  const { rows } = await sql<{ readonly stamp: string }>`
    select md5(coalesce(string_agg(line, '|' order by line), '')) as stamp from (
      select concat_ws(',', appointment_id, state, version, therapist_id, starts_at, ends_at, changed_at, called_off_at,
        referral_seen_at) as line
      from appointments
      where state <> 'held' and starts_at < ${to} and ends_at > ${from}
        and (${whose}::uuid is null or therapist_id = ${whose})
      union all
      select concat_ws(',', block_id, resource_id, starts_at, ends_at)
      from blocks
      where starts_at < ${to} and ends_at > ${from} and (${whose}::uuid is null or resource_id = ${whose})
    ) as lines`.execute(trx)
  return rows[0]?.stamp ?? ''
}

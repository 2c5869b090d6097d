/** The rows of the waiting list, with how to reach each person: as they typed it, or as their visit has it. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import type { WaitingWish } from './wish.ts'

/** Places on the list, one row for each therapist who could be meant. */
export function waitingRows(trx: ClinicTransaction) {
  return trx
    .selectFrom('waiting_entries as e')
    .innerJoin('service_therapists as s', (on) =>
      on.onRef('s.clinic_id', '=', 'e.clinic_id').onRef('s.service_id', '=', 'e.service_id'),
    )
    .leftJoin('appointments as a', (on) =>
      on.onRef('a.clinic_id', '=', 'e.clinic_id').onRef('a.appointment_id', '=', 'e.moves_appointment_id'),
    )
    .leftJoin('contacts as c', (on) =>
      on.onRef('c.clinic_id', '=', 'a.clinic_id').onRef('c.contact_id', '=', 'a.contact_id'),
    )
    .leftJoin('locations as there', (on) =>
      on.onRef('there.clinic_id', '=', 'a.clinic_id').onRef('there.location_id', '=', 'a.location_id'),
    )
    .where((eb) =>
      // Who waits for an earlier time waits as long as the visit stands.
      eb.or([eb('e.moves_appointment_id', 'is', null), eb('a.state', '=', 'confirmed')]),
    )
    .select(['e.waiting_entry_id', 'e.service_id', 'e.location_id', 'e.weekdays', 'e.from_time', 'e.to_time'])
    .select(['e.first_day', 'e.last_day', 'e.people', 'e.person_name', 'e.second_person_name', 'e.email'])
    .select((eb) => eb.fn.coalesce('e.email', 'c.email', eb.val('')).as('address'))
    .select([
      'a.free_until as moves_until',
      'a.starts_at as moves_from',
      'a.ends_at as moves_to',
      'a.class_id as moves_class',
      'e.moves_appointment_id',
      'e.changed_at',
      dayOfVisit.as('moves_day'),
    ])
}

/** The ISO day of the visit that would be moved, on the clock of its place. Needs `a`, the visit, and `there`, its place. */
export const dayOfVisit = sql<string | null>`to_char(a.starts_at at time zone there.zone, 'YYYY-MM-DD')`

/** One of them. */
export type WaitingRow = Awaited<ReturnType<ReturnType<typeof waitingRows>['execute']>>[number]

type WishRow = Pick<
  WaitingRow,
  'location_id' | 'weekdays' | 'from_time' | 'to_time' | 'first_day' | 'last_day' | 'moves_day'
>

/** What somebody would take, as the rule reads it. An earlier time than a visit's is one before the visit as it stands now. */
export const wishOf = (row: WishRow): WaitingWish => ({
  location: row.location_id,
  weekdays: row.weekdays,
  fromMinute: minuteOf(row.from_time),
  toMinute: minuteOf(row.to_time),
  firstDay: row.first_day,
  lastDay: row.moves_day ?? row.last_day,
})

/** "08:20:00" as minutes of the day. */
function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

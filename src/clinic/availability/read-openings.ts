/** Reads when the doors of a clinic's places are open (opening.ts). Decides nothing. */
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../db/connection.ts'
import { type Opening, openOn, type OpenSpan } from './opening.ts'

const wall = (column: string) => sql`left(${sql.ref(column)}::text, 5)`

/**
 * Of each place that has said so, by its id.
 * @param schema `directory` for what the public may read; `clinic` inside a transaction of that clinic
 * @param from ISO day: days before it are left out
 */
async function readOpenings(
  db: Database | ClinicTransaction,
  schema: 'clinic' | 'directory',
  clinicId: string,
  from: string,
): Promise<ReadonlyMap<string, Opening>> {
  const [hours, closures] = [sql.table(`${schema}.opening_hours`), sql.table(`${schema}.closures`)]
  const { rows } = await sql<Opening & { readonly place: string }>`
    select o.location_id as place,
      json_agg(json_build_object('weekday', o.weekday, 'from', ${wall('o.from_time')}, 'to', ${wall('o.to_time')}))
        filter (where o.weekday is not null) as week,
      json_agg(json_build_object('day', o.day, 'from', ${wall('o.from_time')}, 'to', ${wall('o.to_time')}))
        filter (where o.day >= ${from}) as days,
      (select json_agg(json_strip_nulls(json_build_object('firstDay', c.first_day, 'lastDay', c.last_day, 'part',
          case when c.from_time is not null then json_build_object('from', ${wall('c.from_time')}, 'to', ${wall('c.to_time')}) end)))
        from ${closures} c where c.clinic_id = o.clinic_id and coalesce(c.location_id, o.location_id) = o.location_id
          and c.last_day >= ${from}) as shut
    from ${hours} o where o.clinic_id = ${clinicId} group by o.clinic_id, o.location_id`.execute(db)
  return new Map(
    rows.map(({ place, week, days, shut }) => [place, { week: week ?? [], days: days ?? [], shut: shut ?? [] }]),
  )
}

/** When the door of its place is open on the day of a visit; `undefined` where the clinic has not said so. */
export async function doorOfVisit(
  trx: ClinicTransaction,
  visit: {
    readonly clinicId: string
    readonly startsAt: number
    readonly place: { readonly id: string; readonly zone: string }
  },
): Promise<readonly OpenSpan[] | undefined> {
  const { clinicId, startsAt, place } = visit
  const starts = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(place.zone)
  const day = starts.toPlainDate().toString()
  const opening = (await readOpenings(trx, 'clinic', clinicId, day)).get(place.id)
  return opening && openOn(opening, day)
}

/** When the doors of a clinic's places are open, for anybody: from yesterday on, for zones west of London. */
export const openingsAhead = (
  directory: Database,
  clinicId: string,
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Opening>> =>
  readOpenings(
    directory,
    'directory',
    clinicId,
    now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }).toString(),
  )

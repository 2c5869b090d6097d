/** Visits that stand though their therapist is away then: said on Today, so that somebody looks. */
import { timeOffOf } from '../availability/availability-rows.ts'
import { localDay } from '../availability/zone-days.ts'
import { isoDay } from '../availability/calendar-days.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import { visitsHitBy } from './standing-visits.ts'

/** One absence that visits stand in. No word about anybody who comes. */
export interface WhileAway {
  readonly therapistId: string
  readonly therapist: string
  readonly visits: number
  /** ISO days on the clock of the place: of the first and of the last visit that it hits. */
  readonly first: string
  readonly last: string
}

/** Far enough: nobody books so far ahead. */
const lastDay = '2099-12-31'

/** @param today ISO day @param therapistId one therapist’s; left out: everybody’s */
export async function visitsWhileAway(
  trx: ClinicTransaction,
  today: string,
  therapistId?: string,
): Promise<readonly WhileAway[]> {
  const away = await trx
    .selectFrom('therapists as t')
    .select(['t.therapist_id as id', 't.name'])
    .where('t.left_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('absences as a')
          .select('a.therapist_id')
          .whereRef('a.therapist_id', '=', 't.therapist_id')
          .where('a.last_day', '>=', today),
      ),
    )
    .orderBy('t.name')
    .execute()
  const asked = away.filter(({ id }) => therapistId === undefined || id === therapistId)
  const found: WhileAway[] = []
  for (const { id, name } of asked)
    for (const off of (await timeOffOf(trx, id, today, lastDay)).absences) {
      const hit = await visitsHitBy(trx, { therapistId: id }, off)
      const [first, last] = [hit[0], hit.at(-1)]
      if (!first || !last) continue
      const day = ({ from, zone }: typeof first) => isoDay(localDay(from, zone))
      found.push({ therapistId: id, therapist: name, visits: hit.length, first: day(first), last: day(last) })
    }
  return found
}

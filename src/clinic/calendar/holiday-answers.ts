/** Bank holidays are proposed to the clinic, and shut it only where somebody says so, one by one. */
import { sql } from 'kysely'
import { type BankHoliday, bankHolidays, type HolidayNation, nationOf } from '../availability/bank-holidays.ts'
import { databaseNow } from '../booking/slot-claims.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { mayDo } from '../people/members.ts'
import type { Doer } from './commands.ts'
import { closeIn } from './days-off.ts'
import { type StandingVisit, visitsHitBy } from './standing-visits.ts'

/** A bank holiday ahead of which the clinic has said nothing, and the visits that stand on it. */
export interface ProposedHoliday extends BankHoliday {
  readonly nation: HolidayNation
  readonly hit: readonly StandingVisit[]
}

/** A year ahead, and no further than the rules are known. */
const lastKnownYear = 2040
const daysAhead = 366

/** Those of the clinic's places within a year, in order. */
export function proposedHolidays(db: Database, clinicId: string): Promise<readonly ProposedHoliday[]> {
  return inClinic(db, clinicId, async (trx) => {
    const now = Temporal.Instant.fromEpochMilliseconds(await databaseNow(trx))
    const answers = await trx.selectFrom('holiday_answers').select(['nation', 'day']).execute()
    const proposed: ProposedHoliday[] = []
    for (const [nation, places] of await placesByNation(trx)) {
      const today = now.toZonedDateTimeISO(places[0]?.zone ?? 'Europe/London').toPlainDate()
      const last = today.add({ days: daysAhead })
      for (const holiday of holidaysBetween(nation, today, last)) {
        if (answers.some((answer) => answer.nation === nation && answer.day === holiday.day)) continue
        const hit = []
        for (const { id } of places)
          hit.push(...(await visitsHitBy(trx, { locationId: id }, { firstDay: holiday.day })))
        proposed.push({ ...holiday, nation, hit })
      }
    }
    return proposed.toSorted((one, other) => (one.day < other.day ? -1 : 1))
  })
}

const holidaysBetween = (nation: HolidayNation, first: Temporal.PlainDate, last: Temporal.PlainDate) =>
  [first.year, first.year + 1]
    .filter((year) => year <= lastKnownYear)
    .flatMap((year) => bankHolidays(nation, year))
    .filter(({ day }) => day >= first.toString() && day <= last.toString())

async function placesByNation(trx: ClinicTransaction) {
  const places = await trx.selectFrom('locations').select(['location_id', 'country', 'zone']).execute()
  return Map.groupBy(
    places.map(({ location_id: id, country, zone }) => ({ id, zone, nation: nationOf(country) })),
    ({ nation }) => nation,
  )
}

/**
 * Says what the clinic does on a bank holiday. Shut: each place in that nation is closed that day; visits on it stay until
 * they are moved. The first answer counts. The same press heard twice is told what the first was; `answered`: it was answered
 * otherwise before, or what was shut then is open again, and nothing was changed.
 */
export function answerHoliday(
  db: Database,
  doer: Doer,
  answer: { readonly nation: HolidayNation; readonly day: string; readonly isClosed: boolean },
): Promise<
  | { readonly ok: true; readonly hit: readonly StandingVisit[] }
  | { readonly ok: false; readonly why: 'notYours' | 'unknown' | 'answered' }
> {
  const { nation, day, isClosed } = answer
  return inClinic(db, doer.clinicId, async (trx) => {
    if (!mayDo(doer, 'change-times')) return { ok: false, why: 'notYours' } as const
    const year = Number(day.slice(0, 4))
    const isKnown = year >= 2020 && year <= lastKnownYear
    const holiday = isKnown && bankHolidays(nation, year).find((one) => one.day === day)
    const places = (await placesByNation(trx)).get(nation) ?? []
    if (!holiday || places.length === 0) return { ok: false, why: 'unknown' } as const
    const { rows } = await sql`
      insert into holiday_answers (clinic_id, nation, day, is_closed, member_id)
      values (${doer.clinicId}, ${nation}, ${day}::date, ${isClosed}, ${doer.memberId})
      on conflict do nothing returning day`.execute(trx)
    const ids = places.map(({ id }) => id)
    if (rows.length === 0) return heardBefore(trx, { nation, day, isClosed }, ids)
    if (!isClosed) return { ok: true, hit: [] } as const
    const hit: StandingVisit[] = []
    for (const { id } of places) {
      const wish = { firstDay: day, lastDay: day, locationId: id, reason: holiday.name }
      // Where it was shut before for a reason of its own, that one stays.
      const closed = await closeIn(trx, doer, wish, 'standing')
      if (closed.ok) hit.push(...closed.hit)
    }
    return { ok: true, hit } as const
  })
}

/** What the first press did, where this one says the same and it still stands so. */
async function heardBefore(
  trx: ClinicTransaction,
  { nation, day, isClosed }: { readonly nation: HolidayNation; readonly day: string; readonly isClosed: boolean },
  places: readonly string[],
) {
  const { rows } = await sql<{ is_closed: boolean; is_shut: boolean }>`
    select is_closed, not exists (select from unnest(${[...places]}::uuid[]) as p (id) where not exists (select from closures c
        where c.clinic_id = h.clinic_id and coalesce(c.location_id = p.id, true)
          and c.first_day <= h.day and c.last_day >= h.day and c.from_time is null)) as is_shut
    from holiday_answers h where clinic_id = clinic.current_clinic() and nation = ${nation} and day = ${day}::date`.execute(
    trx,
  )
  const [stands] = rows
  if (stands?.is_closed !== isClosed || (isClosed && !stands.is_shut)) return { ok: false, why: 'answered' } as const
  const hit: StandingVisit[] = []
  if (isClosed)
    for (const locationId of places) hit.push(...(await visitsHitBy(trx, { locationId }, { firstDay: day })))
  return { ok: true, hit } as const
}

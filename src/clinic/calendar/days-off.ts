/** Absences of a therapist and closures of a place: what they would hit is asked first; then they are written. */
import { tellWhatStandsAgain } from '../booking/choose-again/ask-to-choose.ts'
import { noteFreedDays } from '../booking/waiting/freed-times.ts'
import { sql } from 'kysely'
import type { DayPart, TimeOff } from '../availability/input.ts'
import { lockTherapists } from '../booking/slot-claims.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { mayDo } from '../people/members.ts'
import { mayChangeTimesOf } from './blocks.ts'
import type { ListedClass } from './class-list.ts'
import { classesHitBy } from './classes-while-off.ts'
import { type Doer, writeCommand } from './commands.ts'
import { type StandingVisit, visitsHitBy } from './standing-visits.ts'

/** Days, first and last included, or the same part of each. */
export interface DaysOff {
  readonly firstDay: string
  readonly lastDay: string
  /** Minutes of the day on the clock of the place; not given for whole days. */
  readonly part?: DayPart | undefined
}

/** A therapist's. */
export interface AbsenceWish extends DaysOff {
  readonly therapistId: string
}

/** A place's, or with no place the whole clinic's. */
export interface ClosureWish extends DaysOff {
  readonly locationId: string | null
  /** In the clinic's own words. */
  readonly reason: string
}

/** `hit`: the visits that stand in it; they stay until somebody moves or cancels each. */
export type DaysOffWritten =
  | { readonly ok: true; readonly id: string; readonly hit: readonly StandingVisit[] }
  | { readonly ok: false; readonly why: 'notYours' | 'unknown' | 'wrong' }

/** A year and a day: longer is a slip of the hand. */
export const mostDaysOff = 367

const isRight = ({ firstDay, lastDay, part }: DaysOff): boolean => {
  const days = Temporal.PlainDate.from(firstDay).until(Temporal.PlainDate.from(lastDay)).days
  return days >= 0 && days < mostDaysOff && (part === undefined || part.from < part.to)
}

const timeOff = ({ firstDay, lastDay, part }: DaysOff): TimeOff => ({ firstDay, lastDay, ...(part && { part }) })

/** The visits that an absence would hit. */
export const hitByAbsence = (db: Database, clinicId: string, wish: AbsenceWish): Promise<readonly StandingVisit[]> =>
  inClinic(db, clinicId, (trx) => visitsHitBy(trx, wish, timeOff(wish)))

/** The classes that days off would hit, each once, in order. @param of a therapist's absence, or the closure of a place or of all */
export const classesHitByDaysOff = (
  db: Database,
  clinicId: string,
  rows: readonly DaysOff[],
  { therapistId, locationId }: { readonly therapistId?: string; readonly locationId?: string | null },
): Promise<readonly ListedClass[]> =>
  inClinic(db, clinicId, async (trx) => {
    const each = new Map<string, ListedClass>()
    for (const row of rows)
      for (const one of await classesHitBy(trx, { therapistId, locationId: locationId ?? undefined }, timeOff(row)))
        each.set(one.classId, one)
    return [...each.values()].toSorted((one, other) => one.startsAt - other.startsAt)
  })

/** The visits that a closure would hit. */
export const hitByClosure = (
  db: Database,
  clinicId: string,
  wish: Pick<ClosureWish, 'locationId' | keyof DaysOff>,
): Promise<readonly StandingVisit[]> =>
  inClinic(db, clinicId, (trx) => visitsHitBy(trx, { locationId: wish.locationId ?? undefined }, timeOff(wish)))

/**
 * Marks a therapist away. Nothing is booked in it from now on; visits that stand in it are named and stay. The same absence
 * pressed twice is one.
 */
export function addAbsence(db: Database, doer: Doer, wish: AbsenceWish): Promise<DaysOffWritten> {
  const { therapistId } = wish
  return inClinic(db, doer.clinicId, async (trx): Promise<DaysOffWritten> => {
    if (!mayChangeTimesOf(doer, therapistId)) return { ok: false, why: 'notYours' }
    if (!isRight(wish)) return { ok: false, why: 'wrong' }
    // Whoever books this therapist at the same moment is before us, and named, or after us, and refused.
    await lockTherapists(trx, [therapistId])
    const known = await trx
      .selectFrom('therapists')
      .select('therapist_id')
      .where('therapist_id', '=', therapistId)
      .executeTakeFirst()
    if (!known) return { ok: false, why: 'unknown' }
    const columns = { therapist_id: therapistId, ...daysColumns(wish) }
    const twin = await sameRow(trx, columns, columns)
    const id = twin ?? (await insertAbsence(trx, doer, columns))
    return { ok: true, id, hit: await visitsHitBy(trx, wish, timeOff(wish)) }
  })
}

async function insertAbsence(
  trx: ClinicTransaction,
  doer: Doer,
  columns: ReturnType<typeof daysColumns> & { readonly therapist_id: string },
): Promise<string> {
  const { absence_id } = await trx
    .insertInto('absences')
    .values({ clinic_id: doer.clinicId, ...columns })
    .returning('absence_id')
    .executeTakeFirstOrThrow()
  await writeCommand(trx, doer, { what: 'absence', subjectId: absence_id })
  return absence_id
}

/** Shuts a place, or the clinic. Needs `change-times`. The same closure pressed twice is one. */
export function addClosure(db: Database, doer: Doer, wish: ClosureWish): Promise<DaysOffWritten> {
  return inClinic(db, doer.clinicId, (trx) => closeIn(trx, doer, wish))
}

/**
 * The same inside a transaction that is under way.
 * @param ofTwin which reason counts where it is closed so already: the one that was given now, or the one that stands
 */
export async function closeIn(
  trx: ClinicTransaction,
  doer: Doer,
  wish: ClosureWish,
  ofTwin: 'given' | 'standing' = 'given',
): Promise<DaysOffWritten> {
  if (!mayDo(doer, 'change-times')) return { ok: false, why: 'notYours' }
  if (!isRight(wish) || wish.reason === '') return { ok: false, why: 'wrong' }
  const therapists = await trx.selectFrom('therapists').select('therapist_id').execute()
  if (therapists.length > 0)
    await lockTherapists(
      trx,
      therapists.map(({ therapist_id }) => therapist_id),
    )
  // Where nobody treats yet, the clinic itself: two presses at once are one closure.
  else await trx.selectFrom('clinics').select('clinic_id').forUpdate().execute()
  const { locationId, reason } = wish
  if (locationId !== null) {
    const place = await trx
      .selectFrom('locations')
      .select('location_id')
      .where('location_id', '=', locationId)
      .executeTakeFirst()
    if (!place) return { ok: false, why: 'unknown' }
  }
  const columns = { location_id: locationId, ...daysColumns(wish) }
  const twin = await sameRow(trx, columns, columns)
  // Sent again with another reason, as after going back: the last one counts.
  if (twin && ofTwin === 'given')
    await trx.updateTable('closures').set({ reason }).where('closure_id', '=', twin).execute()
  const id = twin ?? (await insertClosure(trx, doer, { ...columns, reason }))
  return { ok: true, id, hit: await visitsHitBy(trx, { locationId: locationId ?? undefined }, timeOff(wish)) }
}

async function insertClosure(
  trx: ClinicTransaction,
  doer: Doer,
  columns: ReturnType<typeof daysColumns> & { readonly location_id: string | null; readonly reason: string },
): Promise<string> {
  const { closure_id } = await trx
    .insertInto('closures')
    .values({ clinic_id: doer.clinicId, ...columns })
    .returning('closure_id')
    .executeTakeFirstOrThrow()
  await writeCommand(trx, doer, { what: 'closure', subjectId: closure_id })
  return closure_id
}

const daysColumns = ({ firstDay, lastDay, part }: DaysOff) => ({
  first_day: firstDay,
  last_day: lastDay,
  from_time: part ? clockOf(part.from) : null,
  to_time: part ? clockOf(part.to) : null,
})

/** 540 as "09:00"; 1440 as "24:00". */
const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The row that says the same already, whatever its reason. */
async function sameRow(
  trx: ClinicTransaction,
  whose: { readonly therapist_id: string } | { readonly location_id: string | null },
  { first_day, last_day, from_time, to_time }: ReturnType<typeof daysColumns>,
): Promise<string | undefined> {
  const same = sql`first_day = ${first_day}::date and last_day = ${last_day}::date
    and from_time is not distinct from ${from_time}::time and to_time is not distinct from ${to_time}::time`
  const { rows } =
    'therapist_id' in whose
      ? await sql<{ id: string }>`select absence_id as id from absences
          where therapist_id = ${whose.therapist_id} and every_weeks is null and ${same}`.execute(trx)
      : await sql<{ id: string }>`select closure_id as id from closures
          where location_id is not distinct from ${whose.location_id}::uuid and ${same}`.execute(trx)
  return rows[0]?.id
}

/** Takes an absence away: the therapist is back. */
export function removeAbsence(
  db: Database,
  doer: Doer,
  absenceId: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: 'notYours' }> {
  return inClinic(db, doer.clinicId, async (trx) => {
    const row = await trx
      .selectFrom('absences')
      .select('therapist_id')
      .where('absence_id', '=', absenceId)
      .executeTakeFirst()
    if (row && !mayChangeTimesOf(doer, row.therapist_id)) return { ok: false, why: 'notYours' } as const
    await liftAbsence(trx, absenceId)
    return { ok: true } as const
  })
}

/** Takes a closure away: the place is open again. */
export function removeClosure(
  db: Database,
  doer: Doer,
  closureId: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: 'notYours' }> {
  return inClinic(db, doer.clinicId, async (trx) => {
    if (!mayDo(doer, 'change-times')) return { ok: false, why: 'notYours' } as const
    await liftClosure(trx, closureId)
    return { ok: true } as const
  })
}

/** Deletes an absence, and lets those who wait have its days. One that is gone already is as good. */
export async function liftAbsence(trx: ClinicTransaction, absenceId: string): Promise<void> {
  const lifted = await trx
    .deleteFrom('absences')
    .where('absence_id', '=', absenceId)
    .returning(['clinic_id', 'therapist_id', 'first_day', 'last_day'])
    .executeTakeFirst()
  if (!lifted) return
  await noteFreedDays(trx, lifted.clinic_id, [lifted.therapist_id], daysOf(lifted))
  await tellWhatStandsAgain(trx, lifted.clinic_id)
}

/** Deletes a closure, and lets those who wait have its days with whoever works there. */
export async function liftClosure(trx: ClinicTransaction, closureId: string): Promise<void> {
  const lifted = await trx
    .deleteFrom('closures')
    .where('closure_id', '=', closureId)
    .returning(['clinic_id', 'location_id', 'first_day', 'last_day'])
    .executeTakeFirst()
  if (!lifted) return
  const { clinic_id, location_id } = lifted
  const whoWorks = await trx
    .selectFrom('hours')
    .select('therapist_id')
    .distinct()
    .$if(location_id !== null, (query) => query.where('location_id', '=', location_id))
    .orderBy('therapist_id')
    .execute()
  const therapists = whoWorks.map(({ therapist_id }) => therapist_id)
  await noteFreedDays(trx, clinic_id, therapists, daysOf(lifted))
  await tellWhatStandsAgain(trx, clinic_id)
}

const daysOf = ({ first_day, last_day }: { readonly first_day: string; readonly last_day: string }) => ({
  firstDay: first_day,
  lastDay: last_day,
})

/** A closure that is not over. */
export interface ClosureRow {
  readonly id: string
  /** The place, or null for the whole clinic. */
  readonly place: string | null
  readonly firstDay: string
  readonly lastDay: string
  /** "09:00:00", or null for the whole day. */
  readonly fromTime: string | null
  readonly toTime: string | null
  readonly reason: string
}

/** Those ahead, in order. */
export function closuresAhead(db: Database, clinicId: string): Promise<readonly ClosureRow[]> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<ClosureRow>`
      select c.closure_id as id, l.name as place, c.first_day as "firstDay", c.last_day as "lastDay",
        c.from_time as "fromTime", c.to_time as "toTime", c.reason
      from closures c left join locations l on l.clinic_id = c.clinic_id and l.location_id = c.location_id
      where c.last_day >= current_date - 1 order by c.first_day, c.closure_id limit 200`.execute(trx)
    return rows
  })
}

/** An absence that is not over. */
export interface AbsenceRow {
  readonly id: string
  readonly therapistId: string
  readonly therapist: string
  readonly firstDay: string
  readonly lastDay: string
  readonly fromTime: string | null
  readonly toTime: string | null
}

/** Those ahead, in order. */
export function absencesAhead(db: Database, clinicId: string): Promise<readonly AbsenceRow[]> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<AbsenceRow>`
      select a.absence_id as id, a.therapist_id as "therapistId", t.name as therapist, a.first_day as "firstDay",
        a.last_day as "lastDay", a.from_time as "fromTime", a.to_time as "toTime"
      from absences a join therapists t using (clinic_id, therapist_id)
      where a.last_day >= current_date - 1 order by a.first_day, t.name limit 200`.execute(trx)
    return rows
  })
}

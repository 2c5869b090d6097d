/** Keeps the weekly hours of a therapist. Visits that stand are never altered: those that fall outside are listed first. */
import { sql } from 'kysely'
import { dayNumber, isoDay, weekdayOf } from '../availability/calendar-days.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import { changed, notHere, refused, type Saved, saved } from './outcome.ts'
import { type Picture, stampOf } from './picture.ts'
import { placeClash, type Rota, rotaFaults, rotaKey, rotasOf, visitsOutside, wallOf } from './rota.ts'
import { type VisitAhead, visitsAhead } from './visits-ahead.ts'

/** `outside`: these visits would lie outside; nothing was written. Asked again and meant, the hours are kept and the visits too. */
export type HoursSaved = Saved | { readonly ok: false; readonly why: 'outside'; readonly visits: readonly VisitAhead[] }

/** What is wished for the hours of somebody. */
export interface HoursWish {
  readonly therapistId: string
  /** The rota that is replaced from the new one's first day on; `undefined` for one more. */
  readonly replaces: string | undefined
  /** Stamp of the therapist's rotas as they were shown. */
  readonly seen: string
  /** Without stretches: the old one ends the day before. */
  readonly rota: Rota
  /** They have seen which visits would lie outside. */
  readonly isMeant: boolean
}

/** The rotas of one therapist that have not ended. */
export const rotasOfTherapist = ({ hours }: Picture, therapistId: string): readonly Rota[] =>
  rotasOf(hours.filter((row) => row.therapistId === therapistId))

/** The Monday of a day's week. */
const mondayOf = (day: string) => isoDay(dayNumber(day) + 1 - weekdayOf(dayNumber(day)))
const dayBefore = (day: string) => isoDay(dayNumber(day) - 1)

/** What is told of days on which therapists have more time than before, in the same transaction, so that it is offered. */
type PassOn = (
  trx: ClinicTransaction,
  clinicId: string,
  therapists: readonly string[],
  days: { readonly firstDay: string; readonly lastDay: string },
) => Promise<void>

/** Keeps the hours, or says why not. @param passOn told where there is more time now */
export async function saveHours(
  trx: ClinicTransaction,
  picture: Picture,
  wish: HoursWish,
  passOn: PassOn,
): Promise<HoursSaved> {
  const { therapistId, rota } = wish
  if (!picture.therapists.some(({ id }) => id === therapistId)) return notHere
  const now = rotasOfTherapist(picture, therapistId)
  if (wish.replaces === undefined && now.some((each) => isSameRota(each, rota))) return saved
  if (stampOf(now) !== wish.seen) return isKept(now, wish) ? saved : changed
  const old = now.find((each) => rotaKey(each) === wish.replaces)
  if (wish.replaces !== undefined && !old) return notHere
  const fault = faultOf(picture, rota)
  if (fault) return refused(fault)
  const others = now.filter((each) => each !== old)
  const clash = placeClash(rota, others)
  if (clash) {
    const place = picture.places.find(({ id }) => id === clash.locationId)?.name ?? 'another place'
    return refused({ field: `day${clash.weekday}`, text: `At this time they are at ${place}.` })
  }
  const next = [...others, ...(old ? cut(old, rota.validFrom) : []), rota]
  const visits = await visitsAhead(trx, { therapistId })
  const alreadyOutside = new Set(visitsOutside(now, visits))
  const outside = visitsOutside(next, visits).filter((visit) => !alreadyOutside.has(visit))
  if (outside.length > 0 && !wish.isMeant) return { ok: false, why: 'outside', visits: outside }
  if (old) await endRota(trx, therapistId, old, rota.validFrom)
  await insertRota(trx, picture.clinicId, therapistId, rota)
  if (isMore(now, rota)) await passOn(trx, picture.clinicId, [therapistId], bookableDays(picture, rota))
  return saved
}

/** The same press again: the new hours are there; or, where the old ones were to end, none of that place goes on. */
const isKept = (now: readonly Rota[], { rota }: HoursWish): boolean =>
  rota.stretches.length > 0
    ? now.some((each) => isSameRota(each, rota))
    : now.every(
        ({ locationId, validUntil }) =>
          locationId !== rota.locationId || (validUntil !== null && validUntil < rota.validFrom),
      )

/** Does a rota hold any time that none of these held? In doubt it does: what cannot be had is not offered. */
const isMore = (before: readonly Rota[], rota: Rota): boolean =>
  rota.stretches.some(({ weekday, from, to }) => {
    const held = before.filter((each) => coversDays(each, rota)).flatMap(({ stretches }) => stretches)
    return !held.some((each) => each.weekday === weekday && each.from <= from && each.to >= to)
  })

const coversDays = (old: Rota, next: Rota): boolean =>
  old.locationId === next.locationId &&
  old.validFrom <= next.validFrom &&
  (old.validUntil === null || (next.validUntil !== null && next.validUntil <= old.validUntil)) &&
  (old.everyWeeks === 1 || (old.everyWeeks === next.everyWeeks && old.validFrom === next.validFrom))

/** The days of a rota that anybody could book now. */
function bookableDays({ today, services }: Picture, { validFrom, validUntil }: Rota) {
  const last = isoDay(dayNumber(today) + Math.max(0, ...services.map(({ windowDays }) => windowDays)))
  return {
    firstDay: validFrom < today ? today : validFrom,
    lastDay: validUntil !== null && validUntil < last ? validUntil : last,
  }
}

const isSameRota = (one: Rota, other: Rota) =>
  rotaKey(one) === rotaKey(other) && stampOf(sortedStretches(one)) === stampOf(sortedStretches(other))
const sortedStretches = ({ stretches }: Rota) =>
  stretches.map(({ weekday, from, to }) => [weekday, from, to].join()).toSorted()

function faultOf({ places, today }: Picture, rota: Rota) {
  if (!places.some(({ id }) => id === rota.locationId)) return { field: 'place', text: 'Choose one of your places.' }
  if (rota.validFrom < mondayOf(today)) return { field: 'validFrom', text: 'Choose a day of this week or later.' }
  if (rota.validUntil !== null && rota.validUntil < rota.validFrom)
    return { field: 'validUntil', text: 'The last day is before the first.' }
  const [fault] = rotaFaults(rota.stretches)
  return fault && { field: `day${fault.weekday}`, text: fault.says }
}

/** What is left of a rota that another follows from a day on. */
const cut = (old: Rota, from: string): readonly Rota[] =>
  old.validFrom >= from
    ? []
    : [{ ...old, validUntil: old.validUntil !== null && old.validUntil < from ? old.validUntil : dayBefore(from) }]

async function endRota(trx: ClinicTransaction, therapistId: string, old: Rota, from: string): Promise<void> {
  const rows = sql`therapist_id = ${therapistId} and location_id = ${old.locationId} and every_weeks = ${old.everyWeeks}
    and valid_from = ${old.validFrom}::date and valid_until is not distinct from ${old.validUntil}::date`
  if (old.validFrom >= from) await sql`delete from hours where ${rows}`.execute(trx)
  else await sql`update hours set valid_until = least(valid_until, ${dayBefore(from)}::date) where ${rows}`.execute(trx)
}

async function insertRota(trx: ClinicTransaction, clinic_id: string, therapist_id: string, rota: Rota): Promise<void> {
  if (rota.stretches.length === 0) return
  await trx
    .insertInto('hours')
    .values(
      rota.stretches.map(({ weekday, from, to }) => ({
        ...{ clinic_id, therapist_id, location_id: rota.locationId, weekday },
        ...{ from_time: wallOf(from), to_time: wallOf(to), every_weeks: rota.everyWeeks },
        ...{ valid_from: rota.validFrom, valid_until: rota.validUntil },
      })),
    )
    .execute()
}

/** Every visit that lies outside somebody's hours today: listed until somebody has moved it. */
export async function visitsOutsideHours(trx: ClinicTransaction, picture: Picture): Promise<readonly VisitAhead[]> {
  const visits = await visitsAhead(trx, {})
  const byTherapist = Map.groupBy(visits, ({ therapistId }) => therapistId)
  return [...byTherapist].flatMap(([id, theirs]) => visitsOutside(rotasOfTherapist(picture, id), theirs))
}

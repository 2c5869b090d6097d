/**
 * Moving one visit of a course and those after it together: each new date is checked with all the old ones given up, and all
 * move or none. Looking at the dates beforehand is the same work, undone.
 */
import { type Acceptance, acceptSlot, type Refusal } from '../availability/accept-slot.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { grantOverBy } from './grants.ts'
import { leaveBentRule, writeMove } from './move.ts'
import { hasPlaceThere } from './own-place.ts'
import { availabilityNear, bookInClinic, removeClaims, removeEndedHolds } from './slot-claims.ts'
import { type FreedTime, noteFreedTime } from './waiting/freed-times.ts'
import { offerFreedTime } from './waiting/make-offer.ts'
import {
  type ChangedBy,
  type FromVisit,
  isHeardBefore,
  type LaterVisit,
  type Locked,
  lockLater,
  type NotChanged,
  type SeenVisit,
} from './course-later.ts'

/** Where one of them is to go: milliseconds since 1970. */
export interface NewDate extends SeenVisit {
  readonly start: number
}

/**
 * A new date as it was checked with all the old ones given up; times near it with the same therapist, the nearest first.
 * `grantOver`: the grant that pays for it ends before that day. `hasPlace`: its person has a place in that class already.
 */
export interface CheckedDate {
  readonly appointmentId: string
  readonly start: number
  readonly why: Refusal | 'grantOver' | 'hasPlace' | null
  readonly near: readonly number[]
}

/** `late`: the first of them is within the time in which the clinic must be rung. `dates`: one of them cannot be had. */
export type LaterMoved =
  | { readonly ok: true; readonly moved: number }
  | NotChanged
  | { readonly ok: false; readonly why: 'late' }
  | { readonly ok: false; readonly why: 'dates'; readonly dates: readonly CheckedDate[] }

/** Moving from one visit on, each with its therapist and at its place. */
export interface LaterMove extends FromVisit, ChangedBy {
  readonly dates: readonly NewDate[]
}

/** Moves them all, or none. One that stays where it is stays untouched. */
export async function moveLater(db: Database, moving: LaterMove): Promise<LaterMoved> {
  const { clinicId } = moving
  try {
    return await bookInClinic(
      db,
      clinicId,
      (trx) => moveLaterIn(trx, moving),
      () => inClinic(db, clinicId, (trx) => moveLaterIn(trx, moving)),
    )
  } catch (error) {
    if (error instanceof Answer) return error.answer
    throw error
  }
}

/** What each date would come to now. */
export type LaterLooked =
  | Extract<LaterMoved, { readonly why: 'stale' | 'gone' | 'late' }>
  | { readonly ok: true; readonly dates: readonly CheckedDate[] }

/** What `moveLater` would find at each date now. Nothing is changed. */
export async function lookAtLater(db: Database, moving: LaterMove): Promise<LaterLooked> {
  try {
    return await inClinic(db, moving.clinicId, async (trx): Promise<LaterLooked> => {
      const locked = await lockToMove(trx, moving)
      if ('ok' in locked) return locked
      const { dates } = await moveEach(trx, moving, locked)
      throw new Answer<LaterLooked>({ ok: true, dates })
    })
  } catch (error) {
    if (error instanceof Answer) return error.answer
    throw error
  }
}

/** The visits to be moved. Of a person’s, the first that moves must not be too near: for that they ring. */
async function lockToMove(
  trx: ClinicTransaction,
  moving: LaterMove,
): Promise<Locked | Exclude<LaterLooked, { readonly ok: true }>> {
  const locked = await lockLater(trx, moving, moving.dates)
  if ('ok' in locked) return locked
  const isLate = locked.some(({ later }) => later.terms.kind === 'late' && startFor(moving, later) !== later.startsAt)
  return isLate && moving.by.byWhom === 'person' ? { ok: false, why: 'late' } : locked
}

const startFor = ({ dates }: LaterMove, { appointmentId, startsAt }: LaterVisit): number =>
  dates.find((date) => date.appointmentId === appointmentId)?.start ?? startsAt

async function moveLaterIn(trx: ClinicTransaction, moving: LaterMove): Promise<LaterMoved> {
  const locked = await lockToMove(trx, moving)
  if ('ok' in locked) return (await isMovedBefore(trx, moving)) ? { ok: true, moved: 0 } : locked
  const { dates, freed, moved } = await moveEach(trx, moving, locked)
  if (dates.some(({ why }) => why !== null)) throw new Answer<LaterMoved>({ ok: false, why: 'dates', dates })
  const passOn = moving.by.byWhom === 'person' ? offerFreedTime : noteFreedTime
  for (const time of freed) await passOn(trx, time)
  return { ok: true, moved }
}

const isMovedBefore = (trx: ClinicTransaction, { dates, by }: LaterMove): Promise<boolean> =>
  isHeardBefore(
    trx,
    dates,
    by,
    ({ appointmentId, state, startsAt }) =>
      state === 'confirmed' && dates.some((date) => date.appointmentId === appointmentId && date.start === startsAt),
  )

/** Gives up every old time first: a visit may go where another of the course has been. Then each new one is asked for in order. */
async function moveEach(trx: ClinicTransaction, moving: LaterMove, locked: Locked) {
  const { clinicId, by, keep } = moving
  await removeEndedHolds(trx)
  const going = locked.filter(({ later }) => startFor(moving, later) !== later.startsAt)
  const kept = new Map<string, ((version: number) => Promise<void>) | undefined>()
  const freed: FreedTime[] = []
  for (const { later } of going) {
    kept.set(later.appointmentId, await keep?.(trx, later.appointmentId))
    const time = await removeClaims(trx, later.appointmentId)
    if (time) freed.push(time)
    await leaveBentRule(trx, later.appointmentId)
  }
  const byPerson = by.byWhom === 'person'
  const dates: CheckedDate[] = []
  for (const { later, visit } of locked) {
    const { appointmentId, therapist, location } = later
    const start = startFor(moving, later)
    const isOver = byPerson && (await grantOverBy(trx, { appointmentId, location, start })) !== undefined
    if (start === later.startsAt) dates.push({ appointmentId, start, why: null, near: [] })
    else if (isOver) dates.push({ appointmentId, start, why: 'grantOver', near: [] })
    else if (await hasPlaceThere(trx, { appointmentId, therapist, location, start }))
      dates.push({ appointmentId, start, why: 'hasPlace', near: [] })
    else {
      const wanted = { clinicId, service: visit.serviceId, therapist, location, start, minutes: visit.ownMinutes }
      const accepted = acceptSlot(await availabilityNear(trx, wanted), wanted)
      dates.push({ appointmentId, start, ...answerOf(accepted, later) })
      if (!accepted.ok) continue
      // What the clinic cannot keep costs nothing more elsewhere.
      const how = { slot: accepted.slot, keepsPrice: later.off !== undefined, by }
      const version = await writeMove(trx, { clinicId, appointmentId, visit, ...how })
      await kept.get(appointmentId)?.(version)
    }
  }
  return { dates, freed, moved: going.length }
}

/** How many times near a date are named. */
const mostNear = 6

function answerOf(accepted: Acceptance, { therapist, location }: LaterVisit): Pick<CheckedDate, 'why' | 'near'> {
  if (accepted.ok) return { why: null, near: [] }
  const near = accepted.near.filter((slot) => slot.therapist === therapist && slot.location === location)
  return { why: accepted.why, near: near.slice(0, mostNear).map(({ start }) => start) }
}

/** The last day that is written with four digits: what would go beyond it goes there, where nothing can be had either. */
const lastSaid = Date.UTC(9999, 11, 31)

/**
 * Each date as far from its old one as the first is, on the clock of its place: ten stays ten when the clocks change.
 * @param first milliseconds since 1970
 */
export function shiftedDates(visits: readonly LaterVisit[], first: number): readonly NewDate[] {
  const wall = (ms: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime()
  const [own] = visits
  if (!own) return []
  const by = wall(own.startsAt, own.zone).until(wall(first, own.zone), { largestUnit: 'days' })
  return visits.map(({ appointmentId, version, startsAt, zone }) => ({
    ...{ appointmentId, version },
    start: Math.min(wall(startsAt, zone).add(by).toZonedDateTime(zone).epochMilliseconds, lastSaid),
  }))
}
/** Carries an answer out of the transaction, which is thereby undone. */
class Answer<T> extends Error {
  readonly answer: T
  constructor(answer: T) {
    super('answered without a change')
    this.answer = answer
  }
}

/** The question to choose again, behind its private link: seen, opened, answered. One transaction for each answer. */
import { sql } from 'kysely'
import type { Slot } from '../../availability/input.ts'
import { listSlots } from '../../availability/slots.ts'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'
import { freeing, endVisit } from '../cancel.ts'
import { busyToOthers } from '../beside-visit.ts'
import { lostRace } from '../holds.ts'
import { type Moved, moveIn, NotMoved } from '../move.ts'
import { availabilityNear, bookInClinic, lockTherapists, type NotBooked } from '../slot-claims.ts'
import { lockVisit, type VisitRow } from '../visit-row.ts'
import { closeAsk } from './ask-to-choose.ts'
import { isCalledOff } from '../../availability/called-off.ts'

/** A question, found by its clinic and its own id. */
export interface AskId {
  readonly clinicId: string
  readonly askId: string
}

/**
 * `open`: they can choose. `stands`: their visit stands, at a new time or at the old one after all. `cancelled`: it is.
 * `over`: the time that was to be changed has come.
 */
export type AskState = 'open' | 'stands' | 'cancelled' | 'over'

/** A question as its page shows it. Moments are milliseconds since 1970. */
export interface AskView extends AskId {
  readonly state: AskState
  readonly appointmentId: string
  /** When the visit is now is the time that was asked about: nobody moved it. */
  readonly isOldTime: boolean
  readonly isOpened: boolean
  /** They asked to be rung. */
  readonly isPhoneAsked: boolean
  readonly hasPhone: boolean
  /** How often the address was put right (private-link.ts). */
  readonly linkRound: number
}

/** @returns `undefined` where there is none */
export const findAsk = (db: Database, id: AskId): Promise<AskView | undefined> =>
  inClinic(db, id.clinicId, (trx) => askIn(trx, id))

interface AskRow {
  readonly appointment_id: string
  readonly therapist_id: string
  readonly location_id: string
  readonly zone: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly state: string
  readonly is_old_time: boolean
  readonly is_past: boolean
  readonly is_closed: boolean
  readonly is_opened: boolean
  readonly is_phone_asked: boolean
  readonly has_phone: boolean
  readonly link_round: number
}

async function askIn(trx: ClinicTransaction, { clinicId, askId }: AskId): Promise<AskView | undefined> {
  const { rows } = await sql<AskRow>`
    select a.appointment_id, a.therapist_id, a.location_id, l.zone, a.starts_at, a.ends_at, a.state,
      a.therapist_id = c.therapist_id and a.location_id = c.location_id and a.starts_at = c.starts_at as is_old_time,
      a.starts_at <= now() as is_past, c.closed_at is not null as is_closed, c.opened_at is not null as is_opened,
      c.phone_asked_at is not null as is_phone_asked, coalesce(c.phone, k.phone) is not null as has_phone, k.link_round
    from choose_again c
    join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where c.clinic_id = ${clinicId} and c.choose_again_id = ${askId}`.execute(trx)
  const [row] = rows
  return (
    row && {
      ...{ clinicId, askId, state: await stateOf(trx, row), appointmentId: row.appointment_id },
      ...{ isOldTime: row.is_old_time, isOpened: row.is_opened, isPhoneAsked: row.is_phone_asked },
      ...{ hasPhone: row.has_phone, linkRound: row.link_round },
    }
  )
}

async function stateOf(trx: ClinicTransaction, row: AskRow): Promise<AskState> {
  if (row.state === 'cancelled' || row.state === 'late-cancelled') return 'cancelled'
  if (row.state !== 'confirmed' || row.is_past) return 'over'
  if (row.is_closed || !row.is_old_time) return 'stands'
  const { therapist_id: therapistId, location_id: locationId, zone, starts_at, ends_at } = row
  const time = { therapistId, locationId, zone, from: starts_at.getTime(), to: ends_at.getTime() }
  return (await isCalledOff(trx, time)) ? 'open' : 'stands'
}

/** The open question about a visit, if there is one. */
export function openAskOf(
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<string | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ choose_again_id: string }>`
      select choose_again_id from choose_again where clinic_id = ${clinicId} and appointment_id = ${appointmentId}
        and closed_at is null order by choose_again_id desc limit 5`.execute(trx)
    for (const { choose_again_id: askId } of rows)
      if ((await askIn(trx, { clinicId, askId }))?.state === 'open') return askId
    return undefined
  })
}

/** Free times for a visit that cannot be kept: with the same therapist, and with others who give the same; each in order. */
export interface TimesToChoose {
  readonly same: readonly Slot[]
  readonly others: readonly Slot[]
}

/** The same, with how many hours before one that is taken changing one's mind ends to be free: today's, as any move has. */
export interface ChoosableTimes extends TimesToChoose {
  readonly freeUntilHours: number
}

/** How far round the old time is looked, and further where little is free; how many of each are shown. */
const daysNear = 14
const daysFar = 60
const mostShown = 6
const fewAre = 3

/** The free times nearest to the old one, that anybody could have. Holds nothing. */
export function timesToChoose(db: Database, { clinicId, appointmentId }: AskView): Promise<ChoosableTimes> {
  return inClinic(db, clinicId, async (trx) => {
    const visit = await lockVisit(trx, appointmentId)
    if (!visit) return { same: [], others: [], freeUntilHours: 0 }
    const { free_until_hours: freeUntilHours } = await trx
      .selectFrom('services')
      .select('free_until_hours')
      .where('service_id', '=', visit.serviceId)
      .executeTakeFirstOrThrow()
    const near = await timesNear(trx, { clinicId, appointmentId }, visit, daysNear)
    const isFew = near.same.length + near.others.length < fewAre
    return { ...(isFew ? await timesNear(trx, { clinicId, appointmentId }, visit, daysFar) : near), freeUntilHours }
  })
}

async function timesNear(
  trx: ClinicTransaction,
  { clinicId, appointmentId }: Pick<AskView, 'clinicId' | 'appointmentId'>,
  visit: VisitRow,
  days: number,
): Promise<TimesToChoose> {
  const { serviceId: service, therapistId: therapist, locationId: location, startsAt: start, ownMinutes } = visit
  const wanted = { clinicId, service, therapist, location, start, minutes: ownMinutes }
  const input = await availabilityNear(trx, wanted, { before: days, after: days })
  // It gives up its own time before it moves, so that time decides no other's beginning.
  const busy = await busyToOthers(trx, appointmentId, input.busy)
  const { slots } = listSlots({ ...input, busy }, { service })
  const far = (slot: Slot) => Math.abs(slot.start - start) + (slot.location === location ? 0 : elsewhereMs)
  const nearest = slots.toSorted((one, other) => far(one) - far(other))
  const shown = (some: readonly Slot[]) => spreadOut(some).toSorted((one, other) => one.start - other.start)
  return {
    same: shown(nearest.filter((slot) => slot.therapist === therapist)),
    others: shown(nearest.filter((slot) => slot.therapist !== therapist)),
  }
}
/** So many from the beginning of the list; a quarter of an hour later with the same therapist is no choice. */
function spreadOut(slots: readonly Slot[]): readonly Slot[] {
  const chosen: Slot[] = []
  const isClose = (one: Slot, other: Slot) =>
    one.therapist === other.therapist && Math.abs(one.start - other.start) < apartMs
  for (const slot of slots) {
    if (chosen.length === mostShown) break
    if (!chosen.some((one) => isClose(one, slot))) chosen.push(slot)
  }
  return chosen
}
const apartMs = 60 * 60_000
/** Another place counts as an hour further off. */
const elsewhereMs = 60 * 60_000

/** Somebody pressed the button behind the link. */
export const openAsk = (db: Database, { clinicId, askId }: AskId): Promise<void> =>
  inClinic(db, clinicId, (trx) => markOpened(trx, askId))

async function markOpened(trx: ClinicTransaction, askId: string): Promise<void> {
  await sql`update choose_again set opened_at = coalesce(opened_at, now())
    where clinic_id = clinic.current_clinic() and choose_again_id = ${askId}`.execute(trx)
}

/** They want to be rung. @param phone a number that they gave now; otherwise the one the clinic has */
export function askForCall(db: Database, { clinicId, askId }: AskId, phone: string | undefined): Promise<void> {
  return inClinic(db, clinicId, async (trx) => {
    const ask = await askIn(trx, { clinicId, askId })
    if (ask?.state !== 'open') return
    await markOpened(trx, askId)
    await sql`update choose_again set phone_asked_at = coalesce(phone_asked_at, now()), phone = coalesce(${phone ?? null}, phone)
      where clinic_id = ${clinicId} and choose_again_id = ${askId}`.execute(trx)
  })
}

/** `answered`: the visit stands elsewhere, is cancelled, or its time has come; the page says which. */
export type Chosen = { readonly ok: true } | NotBooked | { readonly ok: false; readonly why: 'answered' }

/** The time that somebody chose. */
export interface ChosenTime {
  readonly therapist: string
  readonly location: string
  /** Milliseconds since 1970. */
  readonly start: number
}

/** Moves the visit to the chosen time, at the price that was agreed. However often it is pressed, once. */
export async function chooseTime(db: Database, id: AskId, to: ChosenTime): Promise<Chosen> {
  try {
    return await bookInClinic(
      db,
      id.clinicId,
      (trx) => chooseIn(trx, id, to),
      () => overtaken(db, id, to),
    )
  } catch (error) {
    if (error instanceof NotMoved) return error.refusal
    throw error
  }
}

async function chooseIn(trx: ClinicTransaction, id: AskId, to: ChosenTime): Promise<Chosen> {
  const seen = await lockAsk(trx, id, to.therapist)
  if (!seen) return { ok: false, why: 'answered' }
  const { ask, visit } = seen
  const isThere = visit.therapistId === to.therapist && visit.locationId === to.location && visit.startsAt === to.start
  if (isThere) return ask.isOldTime ? { ok: false, why: 'away', near: [] } : { ok: true }
  if (ask.state !== 'open') return { ok: false, why: 'answered' }
  const wish = { clinicId: id.clinicId, appointmentId: ask.appointmentId, ...to }
  const moved: Moved = await moveIn(trx, wish, 'clinic')
  if (!moved.ok) return 'near' in moved ? moved : { ok: false, why: 'answered' }
  await markOpened(trx, id.askId)
  await closeAsk(trx, id.askId, 'moved')
  return { ok: true }
}

/** The therapists first, as every booking does; then the visit, then the question as it stands now. */
async function lockAsk(trx: ClinicTransaction, id: AskId, therapist?: string) {
  const { rows } = await sql<{ appointment_id: string; therapist_id: string }>`
    select a.appointment_id, a.therapist_id from choose_again c
    join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
    where c.clinic_id = ${id.clinicId} and c.choose_again_id = ${id.askId}`.execute(trx)
  const [found] = rows
  if (!found) return undefined
  await lockTherapists(trx, therapist ? [therapist, found.therapist_id] : [found.therapist_id])
  const visit = await lockVisit(trx, found.appointment_id)
  const ask = await askIn(trx, id)
  return visit && ask && { visit, ask }
}

function overtaken(db: Database, id: AskId, to: ChosenTime): Promise<Chosen> {
  return inClinic(db, id.clinicId, async (trx) => {
    const seen = await lockAsk(trx, id)
    if (seen?.ask.state !== 'open') return { ok: false, why: 'answered' } as const
    const { serviceId: service, ownMinutes: minutes } = seen.visit
    return lostRace(trx, { clinicId: id.clinicId, service, ...to, minutes })
  })
}

/**
 * Cancels the visit at no cost, whatever the hour: the clinic could not keep it. However often it is pressed, once.
 * @param reason in the person's words
 * @param press of the button (cancel.ts)
 */
export function cancelInstead(db: Database, id: AskId, reason?: string, press?: string): Promise<Chosen> {
  return freeing(db, id.clinicId, async (trx, passOn): Promise<Chosen> => {
    const seen = await lockAsk(trx, id)
    if (seen?.ask.state === 'cancelled') return { ok: true }
    if (seen?.ask.state !== 'open') return { ok: false, why: 'answered' }
    const { ask, visit } = seen
    const { clinicId } = id
    const ending = { clinicId, appointmentId: ask.appointmentId, visit, what: 'cancelled', byWhom: 'person' } as const
    await endVisit(trx, { ...ending, press, reason: reason ?? 'The clinic could not keep the time.' }, passOn)
    await markOpened(trx, id.askId)
    await closeAsk(trx, id.askId, 'cancelled')
    return { ok: true }
  })
}

/** Joining the waiting list of a clinic, seeing one's place on it, and leaving it. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'
import { queueWaitingMail } from '../../mail/notice-rows.ts'
import type { BookingDetails } from '../confirm.ts'
import { bookInClinic, lockTherapists } from '../slot-claims.ts'
import { heldStill } from '../held-still.ts'
import { closeOffer } from './close-offer.ts'
import { dayOfVisit, wishOf } from './waiting-rows.ts'
import { waitsAlready } from './waits-already.ts'
import type { WaitingWish } from './wish.ts'

/** How many places on a clinic's list one address may have at a time. */
export const mostPlaces = 5

/** Who waits and for what. */
export interface Joining {
  readonly clinicId: string
  /** One key for one pressing of the button, however often it arrives. */
  readonly joinKey: string
  readonly service: string
  /** `null` for whoever gives the service. */
  readonly therapist: string | null
  readonly wish: WaitingWish
  /** Those who have no visit yet; a note is not kept. `secondPerson`: two come, one after the other, or none. */
  readonly details?: Omit<BookingDetails, 'note' | 'sharedCheck' | 'secondIsMeant'> & {
    readonly secondPerson?: string | undefined
  }
  /** The visit that would be moved to an earlier time. */
  readonly movesVisit?: string
}

/**
 * `isOther`: the place was there before, for another wish than this: the key was used for somebody else, or for something else.
 * `tooMany`: this address waits here already as often as it may. `unknown`: no such service, therapist, place or visit.
 */
export type Joined =
  | { readonly ok: true; readonly entryId: string; readonly isOther: boolean }
  | { readonly ok: false; readonly why: 'tooMany' | 'unknown' }

/** The same where staff put somebody on the list. `already`: they wait for this, at that place on the list. */
export type PutOn = Joined | { readonly ok: false; readonly why: 'already'; readonly entryId: string }

/** Puts somebody at the end of the list. However often the same key comes, there is one place. */
export const joinWaitingList = (db: Database, joining: Joining): Promise<Joined> =>
  inClinic(db, joining.clinicId, async (trx) => {
    await lockList(trx, joining)
    return joinIn(trx, joining)
  })

/**
 * The same by a member of staff, who may be told who waits already: nobody is put on it twice. Whoever joins by themselves is
 * not told, since an address can be typed by anybody.
 * @param joinedBy who puts them on the list
 */
export const putOnWaitingList = (db: Database, joining: Joining, joinedBy: string): Promise<PutOn> =>
  inClinic(db, joining.clinicId, async (trx) => {
    await lockList(trx, joining)
    const isHeard = (await findPlace(trx, joining)) !== undefined
    const entryId =
      isHeard || !joining.details ? undefined : await waitsAlready(trx, { ...joining, ...joining.details })
    return entryId === undefined ? joinIn(trx, joining, joinedBy) : { ok: false, why: 'already', entryId }
  })

/** One at a time for a clinic, so that the bound on places holds. */
const lockList = (trx: ClinicTransaction, { clinicId }: Joining) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`waiting ${clinicId}`}, 0))`.execute(trx)

async function joinIn(trx: ClinicTransaction, joining: Joining, joinedBy?: string): Promise<Joined> {
  const before = await findPlace(trx, joining)
  if (before) {
    const { entryId, isOther, isSameKey } = before
    // Whoever asks again for an earlier time than one visit's has changed their wish: the last one counts.
    if (isOther && !isSameKey) await changeWish(trx, entryId, joining)
    return { ok: true, entryId, isOther: isOther && isSameKey } as const
  }
  const address = await addressFor(trx, joining)
  if (address === undefined || !(await isOffered(trx, joining))) return { ok: false, why: 'unknown' } as const
  if (joining.details && (await placesOf(trx, address)) >= mostPlaces) return { ok: false, why: 'tooMany' } as const
  const { waiting_entry_id: entryId } = await trx
    .insertInto('waiting_entries')
    .values({ ...rowOf(joining), joined_by: joinedBy ?? null, put_on_once: joinedBy !== undefined })
    .returning('waiting_entry_id')
    .executeTakeFirstOrThrow()
  await queueWaitingMail(trx, { clinicId: joining.clinicId, entryId, address })
  return { ok: true, entryId, isOther: false } as const
}

/** The place that this press, or this visit, has on the list already. */
async function findPlace(
  trx: ClinicTransaction,
  joining: Joining,
): Promise<{ readonly entryId: string; readonly isOther: boolean; readonly isSameKey: boolean } | undefined> {
  const { joinKey, movesVisit } = joining
  const row = await trx
    .selectFrom('waiting_entries')
    .select([
      'waiting_entry_id',
      'join_key',
      'service_id',
      'therapist_id',
      'person_name',
      'second_person_name',
      'email',
      'weekdays',
      'contact_name',
      'phone',
      'payer',
      'insurer',
      'membership_number',
      'authorisation_number',
      'excess_pence',
      'referred_by',
    ])
    .select(sql<number>`last_day - first_day`.as('days'))
    .select([
      sql<string>`to_char(from_time, 'HH24:MI')`.as('from_time'),
      sql<string>`to_char(to_time, 'HH24:MI')`.as('to_time'),
    ])
    .where((eb) =>
      eb.or([
        eb('join_key', '=', joinKey),
        eb.and([eb('moves_appointment_id', '=', movesVisit ?? null), eb('state', '=', 'waiting')]),
      ]),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const { waiting_entry_id: entryId, join_key, days, ...kept } = row
  const asked: Readonly<Record<string, unknown>> = rowOf(joining)
  // How long, not until when: the same press that is heard on another day is the same.
  const isOtherLength = movesVisit === undefined && days !== daysOf(joining.wish)
  const isOther =
    isOtherLength || Object.entries(kept).some(([column, value]) => String(value) !== String(asked[column]))
  return { entryId, isOther, isSameKey: join_key === joinKey }
}

const daysOf = ({ firstDay, lastDay }: WaitingWish): number =>
  Temporal.PlainDate.from(firstDay).until(lastDay, { largestUnit: 'days' }).days

async function changeWish(trx: ClinicTransaction, entryId: string, joining: Joining): Promise<void> {
  const { therapist_id, location_id, weekdays, from_time, to_time, first_day, last_day } = rowOf(joining)
  await trx
    .updateTable('waiting_entries')
    .set({ therapist_id, location_id, weekdays, from_time, to_time, first_day, last_day, changed_at: sql<Date>`now()` })
    .where('waiting_entry_id', '=', entryId)
    .execute()
}

/** The place on the list of a visit that would be moved to an earlier time; `undefined` where nobody waits with it. */
export const waitingWith = (
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<string | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('waiting_entries')
      .select('waiting_entry_id')
      .where('moves_appointment_id', '=', appointmentId)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    return row?.waiting_entry_id
  })

async function addressFor(trx: ClinicTransaction, { details, movesVisit }: Joining): Promise<string | undefined> {
  if (movesVisit === undefined) return details?.email
  const row = await trx
    .selectFrom('appointments as a')
    .innerJoin('contacts as c', (on) =>
      on.onRef('c.clinic_id', '=', 'a.clinic_id').onRef('c.contact_id', '=', 'a.contact_id'),
    )
    .select('c.email')
    .where('a.appointment_id', '=', movesVisit)
    .where('a.state', '=', 'confirmed')
    .executeTakeFirst()
  return row?.email ?? undefined
}

/** Is there such a service, given by that therapist, and such a place? In a class each has a place of their own. */
async function isOffered(trx: ClinicTransaction, { service, therapist, wish, details }: Joining): Promise<boolean> {
  const { rows } = await sql`
    select from services s join service_therapists st using (clinic_id, service_id)
    where s.clinic_id = clinic.current_clinic() and s.service_id = ${service} and s.withdrawn_at is null
    and (s.places is null or ${details?.secondPerson === undefined}) and (${therapist}::uuid is null or st.therapist_id = ${therapist})
    and (${wish.location}::uuid is null or exists (
      select from locations l where l.clinic_id = s.clinic_id and l.location_id = ${wish.location}))
    limit 1`.execute(trx)
  return rows.length > 0
}

/** Is it for several people at once, each with a place of their own? */
export const isForClasses = (db: Database, clinicId: string, service: string): Promise<boolean> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql`select from services where clinic_id = ${clinicId} and service_id = ${service}
      and places is not null`.execute(trx)
    return rows.length > 0
  })

async function placesOf(trx: ClinicTransaction, address: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from waiting_entries where clinic_id = clinic.current_clinic() and state = 'waiting'
    and lower(email) = lower(${address}) and last_day >= current_date - 1`.execute(trx)
  return rows[0]?.count ?? 0
}

function rowOf({ clinicId, joinKey, service, therapist, wish, details, movesVisit }: Joining) {
  const byInsurer = details?.payer === 'insurer'
  return {
    clinic_id: clinicId,
    join_key: joinKey,
    service_id: service,
    therapist_id: therapist,
    location_id: wish.location,
    weekdays: [...wish.weekdays],
    from_time: wall(wish.fromMinute),
    to_time: wall(wish.toMinute),
    first_day: wish.firstDay,
    last_day: wish.lastDay,
    people: details?.secondPerson ? 2 : 1,
    person_name: details?.personName ?? null,
    second_person_name: details?.secondPerson ?? null,
    contact_name: details?.contactName ?? null,
    email: details?.email ?? null,
    phone: details?.phone ?? null,
    payer: details?.payer ?? null,
    insurer: byInsurer ? (details.insurer ?? null) : null,
    membership_number: byInsurer ? (details.membershipNumber ?? null) : null,
    excess_pence: byInsurer ? (details.excessPence ?? null) : null,
    referred_by: details?.referredBy ?? null,
    authorisation_number: details?.payer === 'self' ? null : (details?.authorisationNumber ?? null),
    moves_appointment_id: movesVisit ?? null,
  }
}

/** 500 is "08:20"; 1440 is "24:00". */
const wall = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Who of the staff takes somebody off the list at their wish, and why. */
export interface TakenOffBy {
  readonly memberId: string
  readonly reason: string
}

/**
 * Takes somebody off the list: they themselves, or staff at their wish. What is offered to them at this moment goes to the next.
 * Nothing happens twice.
 * @returns whether they waited until now
 */
export function leaveWaitingList(
  db: Database,
  { clinicId, entryId }: { readonly clinicId: string; readonly entryId: string },
  by?: TakenOffBy,
): Promise<boolean> {
  const leave = async (trx: ClinicTransaction) => {
    await lockWhoMayBeAskedFor(trx, entryId)
    const open = await trx
      .selectFrom('offers')
      .select('offer_id')
      .where('waiting_entry_id', '=', entryId)
      .where('state', '=', 'open')
      .executeTakeFirst()
    // First off the list, so that the next one is asked and not they again.
    const marks: boolean[] = []
    const mark = async () => {
      marks.push(await markLeft(trx, entryId, by))
    }
    if (open) await closeOffer(trx, open.offer_id, { state: 'passed', by: by?.memberId }, mark)
    await mark()
    return marks.includes(true)
  }
  return bookInClinic(db, clinicId, leave, () => Promise.reject(new Error('overtaken while leaving the list')))
}

/** Everybody of whose time something could be offered to them at this moment, so that nobody offers it while they leave. */
async function lockWhoMayBeAskedFor(trx: ClinicTransaction, entryId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select s.therapist_id as id from waiting_entries e
    join service_therapists s on s.clinic_id = e.clinic_id and s.service_id = e.service_id
    where e.clinic_id = clinic.current_clinic() and e.waiting_entry_id = ${entryId}
    union select a.therapist_id from waiting_entries e
    join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
    where e.clinic_id = clinic.current_clinic() and e.waiting_entry_id = ${entryId}`.execute(trx)
  if (rows.length > 0)
    await lockTherapists(
      trx,
      rows.map(({ id }) => id),
    )
}

async function markLeft(trx: ClinicTransaction, entryId: string, by: TakenOffBy | undefined): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('waiting_entries')
    .set({
      state: 'left',
      changed_at: sql<Date>`now()`,
      left_by: by?.memberId ?? null,
      left_reason: by?.reason ?? null,
    })
    .where('waiting_entry_id', '=', entryId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A place on the list as its private page shows it. */
export interface WaitingPlace {
  readonly clinicId: string
  readonly entryId: string
  readonly state: 'waiting' | 'booked' | 'left'
  readonly clinic: { readonly name: string; readonly phone: string }
  readonly service: string
  /** `null` for whoever gives it. */
  readonly therapist: string | null
  readonly place: string | null
  readonly wish: WaitingWish
  /** An offer that waits for an answer, and whose time can still be had. */
  readonly openOffer: string | null
  /** How often the address of the visit was put right that would be moved; 0 where the place has an address of its own. */
  readonly linkRound: number
}

/** Whether the time of an open offer is kept as it says. The sweep ends one that is not, a moment later. */
async function canBeTaken(trx: ClinicTransaction, offerId: string): Promise<boolean> {
  const { rows } = await sql<{ hold_id: string; is_over: boolean; moves_id: string | null }>`
    select t.hold_id, o.answer_until <= now() as is_over, e.moves_appointment_id as moves_id from offers o
    join offer_times t using (clinic_id, offer_id)
    join waiting_entries e on e.clinic_id = t.clinic_id and e.waiting_entry_id = t.waiting_entry_id
    where o.clinic_id = clinic.current_clinic() and o.offer_id = ${offerId}`.execute(trx)
  const holds = rows.map(({ hold_id }) => hold_id)
  return rows.every(({ is_over }) => !is_over) && (await heldStill(trx, holds, rows[0]?.moves_id))
}

/** @returns `undefined` where there is none */
export function findWaitingPlace(
  db: Database,
  { clinicId, entryId }: { readonly clinicId: string; readonly entryId: string },
): Promise<WaitingPlace | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('waiting_entries as e')
      .innerJoin('clinics as c', 'c.clinic_id', 'e.clinic_id')
      .innerJoin('services as s', 's.service_id', 'e.service_id')
      .leftJoin('therapists as t', 't.therapist_id', 'e.therapist_id')
      .leftJoin('locations as l', 'l.location_id', 'e.location_id')
      .leftJoin('offers as o', (on) =>
        on.onRef('o.waiting_entry_id', '=', 'e.waiting_entry_id').on('o.state', '=', 'open'),
      )
      .leftJoin('appointments as a', 'a.appointment_id', 'e.moves_appointment_id')
      .leftJoin('locations as there', 'there.location_id', 'a.location_id')
      .leftJoin('contacts as k', 'k.contact_id', 'a.contact_id')
      .select(['c.name as clinic', 'c.phone', 's.name as service', 't.name as therapist', 'l.name as place', 'e.state'])
      .select(['e.location_id', 'e.weekdays', 'e.from_time', 'e.to_time', 'e.first_day', 'e.last_day', 'o.offer_id'])
      .select(['k.link_round', 'a.state as moves_state', dayOfVisit.as('moves_day')])
      .where('e.waiting_entry_id', '=', entryId)
      .executeTakeFirst()
    if (!row) return undefined
    // Who waits for an earlier time waits as long as the visit stands.
    const waits = row.state === 'waiting' && (row.moves_state === null || row.moves_state === 'confirmed')
    const state = row.state === 'booked' ? 'booked' : waits ? 'waiting' : 'left'
    const { clinic: name, phone, service, therapist, place, offer_id: offerId } = row
    return {
      clinicId,
      entryId,
      state,
      clinic: { name, phone },
      service,
      therapist,
      place,
      wish: wishOf(row),
      openOffer: offerId && (await canBeTaken(trx, offerId)) ? offerId : null,
      linkRound: row.link_round ?? 0,
    }
  })
}

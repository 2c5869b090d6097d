/** Putting classes into the calendar: each meeting claims its therapist and a room like a visit, and has so many places. */
import { acceptSlot, type Refusal } from '../availability/accept-slot.ts'
import type { AvailabilityInput, Slot } from '../availability/input.ts'
import {
  availabilityNear,
  bookInClinic,
  insertClaims,
  lockTherapists,
  removeEndedHolds,
  termsOf,
} from '../booking/slot-claims.ts'
import { noteFreedTime } from '../booking/waiting/freed-times.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { mayChangeTimesOf } from './blocks.ts'
import type { Doer } from './commands.ts'

/** How many meetings can be planned at once. */
export const mostMeetings = 26

/** A class at one place with one therapist, once or at one rhythm. */
export interface ClassWish {
  readonly service: string
  readonly therapist: string
  readonly location: string
  /** Each start, in milliseconds since 1970; 1 to `mostMeetings`. */
  readonly starts: readonly number[]
}

/**
 * All meetings are planned, or none. `already`: all of them stood there before, so this press had been heard.
 * `notFree`: the starts that cannot be had, each with the reason. `notAClass`: the service is for one person at a time.
 */
export type Planned =
  | { readonly ok: true; readonly already: boolean; readonly classIds: readonly string[] }
  | {
      readonly ok: false
      readonly why: 'notFree'
      readonly refused: readonly { readonly start: number; readonly why: Refusal }[]
    }
  | { readonly ok: false; readonly why: 'notYours' | 'notAClass' | 'wrong' }

/** Carries a refusal out of the transaction, which is thereby undone. */
class NotPlanned extends Error {
  readonly refused: readonly { readonly start: number; readonly why: Refusal }[]
  constructor(refused: NotPlanned['refused']) {
    super('a meeting of the class cannot be had')
    this.refused = refused
  }
}

/** Plans them. By the rules of the hours, the room and what is taken; staff may go inside the notice and beyond the window. */
export async function planClasses(db: Database, doer: Doer, wish: ClassWish): Promise<Planned> {
  if (!mayChangeTimesOf(doer, wish.therapist)) return { ok: false, why: 'notYours' }
  const { starts } = wish
  if (starts.length < 1 || starts.length > mostMeetings || new Set(starts).size < starts.length)
    return { ok: false, why: 'wrong' }
  try {
    return await bookInClinic(
      db,
      doer.clinicId,
      (trx) => planIn(trx, doer, wish),
      () => inClinic(db, doer.clinicId, async () => notFree(starts)),
    )
  } catch (error) {
    if (error instanceof NotPlanned) return { ok: false, why: 'notFree', refused: error.refused }
    throw error
  }
}

const notFree = (starts: readonly number[]): Planned => ({
  ...{ ok: false, why: 'notFree' },
  refused: starts.map((start) => ({ start, why: 'taken' })),
})

async function planIn(trx: ClinicTransaction, doer: Doer, wish: ClassWish): Promise<Planned> {
  await lockTherapists(trx, [wish.therapist])
  const service = await trx
    .selectFrom('services')
    .select('places')
    .where('service_id', '=', wish.service)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  const places = service?.places
  if (!places) return { ok: false, why: 'notAClass' }
  const before = await standing(trx, wish)
  if (before.length === wish.starts.length) return { ok: true, already: true, classIds: before }
  await removeEndedHolds(trx)
  const slots: Slot[] = []
  const refused: { start: number; why: Refusal }[] = []
  for (const start of wish.starts) {
    const wanted = { clinicId: doer.clinicId, ...wish, start, by: 'staff' } as const
    const accepted = acceptSlot(asVisit(await availabilityNear(trx, wanted), wish.service), wanted)
    if (accepted.ok) slots.push(accepted.slot)
    else refused.push({ start, why: accepted.why })
  }
  if (refused.length > 0) throw new NotPlanned(refused)
  const classIds: string[] = []
  for (const slot of slots) {
    classIds.push(await writeMeeting(trx, doer.clinicId, slot, places))
    // Whoever waits for this class is asked by the sweep.
    await noteFreedTime(trx, { clinicId: doer.clinicId, therapistId: slot.therapist, from: slot.start, to: slot.end })
  }
  return { ok: true, already: false, classIds }
}

/** The input with the service as a visit of one: when its therapist and a room are free for the meeting itself. */
const asVisit = (input: AvailabilityInput, service: string): AvailabilityInput => ({
  ...input,
  services: input.services.map((one) => {
    const { places: _places, ...visit } = one
    return one.id === service ? visit : one
  }),
})

async function standing(trx: ClinicTransaction, wish: ClassWish): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('appointments')
    .select('appointment_id')
    .where('state', '=', 'class')
    .where('called_off_at', 'is', null)
    .where('service_id', '=', wish.service)
    .where('therapist_id', '=', wish.therapist)
    .where('location_id', '=', wish.location)
    .where(
      'starts_at',
      'in',
      wish.starts.map((start) => new Date(start)),
    )
    .execute()
  return rows.map(({ appointment_id }) => appointment_id)
}

async function writeMeeting(trx: ClinicTransaction, clinicId: string, slot: Slot, places: number): Promise<string> {
  const { appointment_id: classId } = await trx
    .insertInto('appointments')
    .values({ clinic_id: clinicId, state: 'class', service_id: slot.service, ...(await termsOf(trx, slot)) })
    .returning('appointment_id')
    .executeTakeFirstOrThrow()
  await insertClaims(trx, clinicId, classId, slot)
  await trx
    .insertInto('class_places')
    .values(Array.from({ length: places }, (_, at) => ({ clinic_id: clinicId, class_id: classId, place: at + 1 })))
    .execute()
  return classId
}

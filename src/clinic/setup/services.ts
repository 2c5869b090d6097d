/** What a clinic offers: services with price and people, rules of booking, rooms and machines. Visits that stand keep what was agreed. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { isProfessionId, professions } from '../directory/professions.ts'
import { mayGive, type TreatmentId, treatments } from '../directory/treatments.ts'
import { savedBefore } from './gone-before.ts'
import { changed, notHere, type Refusal, refused, refusedWords, type Saved, saved } from './outcome.ts'
import { type Picture, type ServiceRow, stampOf, standsSo } from './picture.ts'

/** A service, read and trimmed. The rules of booking are kept apart. */
export interface ServiceDetails {
  readonly treatment: TreatmentId
  readonly name: string
  readonly minutes: number
  readonly pricePence: number
  readonly pauseBefore: number
  readonly pauseAfter: number
  readonly byVideo: boolean
  readonly roomKind: string | null
  readonly machineKind: string | null
  /** So many people at once, 2 to 100; null for a visit of one. Classes that are planned keep the places they have. */
  readonly places: number | null
  /** It is given with a letter of referral alone, and says so before it is booked. */
  readonly needsReferral: boolean
  readonly therapists: readonly string[]
  readonly insurers: readonly { readonly insurer: string; readonly code: string | null }[]
}

/** The rules of booking, of one service or of all. */
export type BookingRules = Pick<ServiceRow, 'noticeMinutes' | 'windowDays' | 'freeUntilHours' | 'lateFeePence'>

/**
 * Keeps a service: one that is there, or a new one under an id that the form brought along. Visits that stand keep their
 * length, pauses and price.
 * @param seen stamp of the row as it was shown; `stampOf(undefined)` for a new one
 */
export async function saveService(
  trx: ClinicTransaction,
  picture: Picture,
  id: string,
  seen: string,
  details: ServiceDetails,
): Promise<Saved> {
  const before = picture.services.find((service) => service.id === id)
  if (stampOf(before) !== seen) return standsSo(before, details) ? saved : changed
  const refusals = [...refusedWords({ name: details.name }), ...mayNotGive(picture, details), ...notInGroups(details)]
  if (refusals.length > 0) return refused(...refusals)
  const { clinicId: clinic_id } = picture
  const row = {
    ...{ treatment: details.treatment, name: details.name, minutes: details.minutes, price_pence: details.pricePence },
    ...{ pause_before: details.pauseBefore, pause_after: details.pauseAfter, by_video: details.byVideo },
    ...{ room_kind: details.roomKind, machine_kind: details.machineKind, places: details.places },
    needs_referral: details.needsReferral,
  }
  await trx
    .insertInto('services')
    .values({ clinic_id, service_id: id, ...row, ...(before ? {} : rulesRow(picture.services.at(-1))) })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'service_id']).doUpdateSet(row))
    .execute()
  await writeGivers(trx, clinic_id, id, details.therapists)
  await trx.deleteFrom('service_insurers').where('service_id', '=', id).execute()
  if (details.insurers.length > 0)
    await trx
      .insertInto('service_insurers')
      .values(details.insurers.map(({ insurer, code }) => ({ clinic_id, service_id: id, insurer, code })))
      .execute()
  return saved
}

/** Those who are chosen and may not give it, by their profession. */
function mayNotGive({ therapists }: Picture, { therapists: chosen, treatment }: ServiceDetails): readonly Refusal[] {
  return chosen.flatMap((id) => {
    const therapist = therapists.find((each) => each.id === id)
    if (!therapist) return { field: 'therapists', text: 'Choose people of this team.' }
    if (!isProfessionId(therapist.profession)) return []
    if (mayGive(therapist.profession, treatment)) return []
    const givers = treatments[treatment].givenBy.map((each) => professions[each].name.toLowerCase()).join(' or ')
    return { field: 'therapists', text: `${therapist.name} cannot give this: it is given by a ${givers}.` }
  })
}

function notInGroups({ treatment, places }: ServiceDetails): readonly Refusal[] {
  if (places === null || treatments[treatment].inGroups) return []
  return [{ field: 'places', text: 'This kind of service is for one person at a time. Leave it empty.' }]
}

/** Who no longer gives it is withdrawn, not deleted: visits that stand point there. */
async function writeGivers(
  trx: ClinicTransaction,
  clinic_id: string,
  service_id: string,
  chosen: readonly string[],
): Promise<void> {
  await trx
    .updateTable('service_therapists')
    .set({ withdrawn_at: sql`now()` })
    .where('service_id', '=', service_id)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`therapist_id <> all (${[...chosen]}::uuid[])`)
    .execute()
  if (chosen.length === 0) return
  await trx
    .insertInto('service_therapists')
    .values(chosen.map((therapist_id) => ({ clinic_id, service_id, therapist_id })))
    .onConflict((conflict) =>
      conflict.columns(['clinic_id', 'service_id', 'therapist_id']).doUpdateSet({ withdrawn_at: null }),
    )
    .execute()
}

const rulesRow = (rules: BookingRules | undefined) =>
  rules && {
    ...{ notice_minutes: rules.noticeMinutes, window_days: rules.windowDays },
    ...{ free_until_hours: rules.freeUntilHours, late_fee_pence: rules.lateFeePence },
  }

/** Takes a service out of what is on offer. Visits that stand go on. Pressed twice it is out once. */
export async function withdrawService(trx: ClinicTransaction, picture: Picture, id: string): Promise<Saved> {
  if (!picture.services.some((service) => service.id === id)) return savedBefore(trx, 'services', id)
  await trx.updateTable('services').set({ withdrawn_at: sql`now()` }).where('service_id', '=', id).execute()
  return saved
}

/** Sets the rules for every service on offer. Visits that stand keep the policy that they were booked under. */
export async function saveRules(
  trx: ClinicTransaction,
  picture: Picture,
  seen: string,
  rules: BookingRules,
): Promise<Saved> {
  if (stampOf(rulesShown(picture)) !== seen)
    return picture.services.every((service) => standsSo(service, rules)) ? saved : changed
  if (picture.services.length === 0) return notHere
  await trx
    .updateTable('services')
    .set(rulesRow(rules) ?? {})
    .where('withdrawn_at', 'is', null)
    .execute()
  return saved
}

/** What is shown of the rules, for their stamp. */
export const rulesShown = ({ services }: Picture): readonly BookingRules[] =>
  services.map(({ noticeMinutes, windowDays, freeUntilHours, lateFeePence }) => ({
    ...{ noticeMinutes, windowDays, freeUntilHours, lateFeePence },
  }))

/** A room or machine, read and trimmed. */
export interface ThingDetails {
  readonly what: 'room' | 'machine'
  readonly locationId: string
  readonly name: string
  readonly kind: string
  /** Minutes that a room stays free after each visit; 0 for a machine. */
  readonly pauseAfter: number
}

/** Adds a room or machine under an id that the form brought along. */
export async function addThing(
  trx: ClinicTransaction,
  picture: Picture,
  id: string,
  { what, locationId, name, kind, pauseAfter }: ThingDetails,
): Promise<Saved> {
  if (picture.things.some((thing) => thing.id === id)) return saved
  if (!picture.places.some((place) => place.id === locationId))
    return refused({ field: 'place', text: 'Choose the place where it stands.' })
  const twin = picture.things.find(
    (thing) =>
      thing.what === what && thing.locationId === locationId && thing.name.toLowerCase() === name.toLowerCase(),
  )
  if (twin) return refused({ field: 'name', text: `There is a ${what} of that name at this place already.` })
  const { clinicId: clinic_id } = picture
  await trx.insertInto('resources').values({ clinic_id, resource_id: id, kind: what }).execute()
  const row = { clinic_id, location_id: locationId, name }
  if (what === 'room')
    await trx
      .insertInto('rooms')
      .values({ ...row, room_id: id, room_kind: kind, pause_after: pauseAfter })
      .execute()
  else
    await trx
      .insertInto('machines')
      .values({ ...row, machine_id: id, machine_kind: kind })
      .execute()
  return saved
}

/**
 * Sets how long a room stays free after each visit. Visits that stand keep the pause that they were booked with.
 * @param seen stamp of the room as it was shown
 */
export async function saveRoomPause(
  trx: ClinicTransaction,
  picture: Picture,
  id: string,
  seen: string,
  pauseAfter: number,
): Promise<Saved> {
  const room = picture.things.find((each) => each.id === id && each.what === 'room')
  if (!room) return notHere
  if (room.pauseAfter === pauseAfter) return saved
  if (stampOf(room) !== seen) return changed
  await trx.updateTable('rooms').set({ pause_after: pauseAfter }).where('room_id', '=', id).execute()
  return saved
}

/** Takes a room or machine out of use: no new visit gets it. Visits that stand keep it. Pressed twice it is out once. */
export async function withdrawThing(trx: ClinicTransaction, picture: Picture, id: string): Promise<Saved> {
  const thing = picture.things.find((each) => each.id === id)
  if (!thing) return (await savedBefore(trx, 'rooms', id)).ok ? saved : savedBefore(trx, 'machines', id)
  const change = { withdrawn_at: sql<Date>`now()` }
  if (thing.what === 'room') await trx.updateTable('rooms').set(change).where('room_id', '=', id).execute()
  else await trx.updateTable('machines').set(change).where('machine_id', '=', id).execute()
  return saved
}

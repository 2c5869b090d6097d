/** What a clinic is called, where its places are, and its opening. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { Position } from '../directory/distance.ts'
import { whatIsMissing } from './missing.ts'
import { changed, type Refusal, refused, refusedWords, type Saved, saved } from './outcome.ts'
import { type Picture, type PlaceRow, stampOf, standsSo } from './picture.ts'
import { shutOnHolidays } from './shut-days.ts'
import { takeSlug } from './slugs.ts'

/** What the clinic is called and how it is reached, read and trimmed. */
export interface ClinicDetails {
  readonly name: string
  readonly phone: string
  readonly email: string
}

/** A place, read and trimmed. */
export type PlaceDetails = Omit<PlaceRow, 'id' | 'zone' | 'latitude' | 'longitude'>

/** What is shown of the clinic itself, for its stamp. */
export const clinicShown = ({ name, phone, email }: Picture) => ({ name, phone, email })

/** Names the clinic. A new name gives a new address; the old one leads on. Its bookings are not touched. */
export async function saveClinic(
  trx: ClinicTransaction,
  picture: Picture,
  seen: string,
  details: ClinicDetails,
): Promise<Saved> {
  if (stampOf(clinicShown(picture)) !== seen) return standsSo(picture, details) ? saved : changed
  const refusals = refusedWords({ name: details.name })
  if (refusals.length > 0) return refused(...refusals)
  await trx.updateTable('clinics').set(details).execute()
  const { clinicId, places } = picture
  const near = places[0]?.name
  await takeSlug(trx, { kind: 'clinic', clinicId, subjectId: clinicId, name: details.name, ...(near && { near }) })
  return saved
}

/**
 * Keeps a place: one that is there, or a new one under an id that the form brought along, so that the same press twice
 * makes one.
 * @param seen stamp of the row as it was shown; `stampOf(undefined)` for a new one
 * @param position as it was written, and as a list has it; a place that has not moved stays where it is on the map
 */
export async function savePlace(
  trx: ClinicTransaction,
  picture: Picture,
  id: string,
  seen: string,
  details: PlaceDetails,
  position: { readonly written?: Position | undefined; readonly listed?: Position | undefined },
): Promise<Saved> {
  const before = picture.places.find((place) => place.id === id)
  if (stampOf(before) !== seen) return standsSo(before, details) ? saved : changed
  const { name, wayThere } = details
  const refusals: Refusal[] = [...refusedWords({ placeName: name, wayThere: wayThere ?? '' })]
  const stays = before?.postcode === details.postcode && before.street !== ''
  const where = position.written ?? (stays ? before : position.listed)
  if (!where) {
    const text = `We do not know where ${details.postcode} is. Check it, or write its position below.`
    refusals.push({ field: 'postcode', text })
  }
  if (refusals.length > 0 || !where) return refused(...refusals)
  const row = {
    ...{ name, street: details.street, town: details.town, postcode: details.postcode, country: details.country },
    ...{ latitude: where.latitude, longitude: where.longitude, zone: before?.zone ?? 'Europe/London' },
    ...{ step_free: details.stepFree, lift: details.lift, accessible_toilet: details.accessibleToilet },
    ...{ low_couch: details.lowCouch, parking: details.parking, hearing_loop: details.hearingLoop },
    way_there: wayThere,
  }
  const { clinicId: clinic_id, today } = picture
  await trx
    .insertInto('locations')
    .values({ clinic_id, location_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['clinic_id', 'location_id']).doUpdateSet(row))
    .execute()
  if (before?.country !== details.country) await shutOnHolidays(trx, clinic_id, { id, country: details.country, today })
  return saved
}

/** Opens the clinic to the public, or says what is missing. An open one stays open. */
export async function openClinic(trx: ClinicTransaction, picture: Picture): Promise<Saved> {
  if (picture.isOpen) return saved
  const missing = whatIsMissing(picture)
  if (missing.length > 0) return refused(...missing.map(({ step, says }) => ({ field: step, text: says })))
  await trx.updateTable('clinics').set({ opened_at: sql`now()` }).execute()
  return saved
}

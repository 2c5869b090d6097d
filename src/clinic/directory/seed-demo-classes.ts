/** Writes the demonstration's classes, with their places and who comes. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { type Ids, newIds } from './seed-demo-ids.ts'
import { demoPeople } from './seed-demo-person.ts'
import type { DemoClass } from './demo-classes.ts'
import type { DemoClinic } from './demo-clinics.ts'

/** @param studios the studio of each location */
export async function writeDemoClasses(
  trx: ClinicTransaction,
  clinic: DemoClinic,
  classes: readonly DemoClass[],
  ids: Ids,
  studios: readonly (string | undefined)[],
): Promise<void> {
  if (classes.length === 0) return
  const names = classes.flatMap((one) => one.names)
  const people = await demoPeople(trx, ids.clinic, names)
  const classIds = await newIds(trx, classes.length)
  const written = classes.map((one, nth) => rowsOf(one, classIds[nth] ?? '', { clinic, ids, studios, people }))
  const themselves = written.map(({ itself }) => itself)
  await trx.insertInto('appointments').values(themselves).execute()
  const claims = written.flatMap((one) => one.claims)
  await trx.insertInto('claims').values(claims).execute()
  const places = written.flatMap((one) => one.places)
  await trx.insertInto('class_places').values(places).execute()
  const visits = written.flatMap((one) => one.visits)
  if (visits.length > 0) await trx.insertInto('appointments').values(visits).execute()
}

interface Around {
  readonly clinic: DemoClinic
  readonly ids: Ids
  readonly studios: readonly (string | undefined)[]
  readonly people: (name: string) => { readonly person_id: string; readonly contact_id: string }
}

/** The rows of one class: itself, what it takes, its places, and who comes. */
function rowsOf(one: DemoClass, class_id: string, { clinic, ids, studios, people }: Around) {
  const clinic_id = ids.clinic
  const price = clinic.services[one.service]?.pricePence ?? 0
  const row = {
    ...{ clinic_id, service_id: ids.services[one.service] ?? '' },
    ...{ therapist_id: ids.therapists[one.therapist] ?? '', location_id: ids.locations[one.at] ?? '' },
    ...{ starts_at: new Date(one.start), ends_at: new Date(one.end), price_pence: price },
    free_until: new Date(one.start - 86_400_000),
    late_fee_pence: Math.round(price / 200) * 100,
    pause_before: 0,
  }
  const during = `[${row.starts_at.toISOString()},${new Date(one.end + 300_000).toISOString()})`
  const taken = [row.therapist_id, studios[one.at]].filter((id) => id !== undefined)
  return {
    itself: { ...row, appointment_id: class_id, state: 'class', pause_after: 5 },
    claims: taken.map((resource_id) => ({ clinic_id, appointment_id: class_id, resource_id, during })),
    places: Array.from({ length: one.places }, (_, at) => ({ clinic_id, class_id, place: at + 1 })),
    visits: one.names.map((name, at) => ({
      ...{ ...row, ...people(name), class_id, class_place: at + 1 },
      ...{ state: 'confirmed', pause_after: 0, payer: 'self', booking_key: sql<string>`gen_random_uuid()` },
    })),
  }
}

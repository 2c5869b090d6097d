/** Writes the demonstration's classes, with their places and who comes. */
import { type Insertable, sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { demoPerson } from './seed-demo-person.ts'
import type { Appointments } from '../db/schema.ts'
import type { DemoClass } from './demo-classes.ts'
import type { DemoClinic } from './demo-clinics.ts'

interface Ids {
  readonly clinic: string
  readonly locations: readonly string[]
  readonly services: readonly string[]
  readonly therapists: readonly string[]
}

/** @param studios the studio of each location */
export async function writeDemoClasses(
  trx: ClinicTransaction,
  clinic: DemoClinic,
  classes: readonly DemoClass[],
  ids: Ids,
  studios: readonly (string | undefined)[],
): Promise<void> {
  for (const one of classes) {
    const price = clinic.services[one.service]?.pricePence ?? 0
    const row = {
      ...{ clinic_id: ids.clinic, service_id: ids.services[one.service] ?? '' },
      ...{ therapist_id: ids.therapists[one.therapist] ?? '', location_id: ids.locations[one.at] ?? '' },
      ...{ starts_at: new Date(one.start), ends_at: new Date(one.end), price_pence: price },
      free_until: new Date(one.start - 86_400_000),
      late_fee_pence: Math.round(price / 200) * 100,
      pause_before: 0,
    }
    const { appointment_id: class_id } = await trx
      .insertInto('appointments')
      .values({ ...row, state: 'class', pause_after: 5 })
      .returning('appointment_id')
      .executeTakeFirstOrThrow()
    const during = `[${row.starts_at.toISOString()},${new Date(one.end + 300_000).toISOString()})`
    const taken = [row.therapist_id, studios[one.at]].filter((id) => id !== undefined)
    await trx
      .insertInto('claims')
      .values(taken.map((resource_id) => ({ clinic_id: ids.clinic, appointment_id: class_id, resource_id, during })))
      .execute()
    await trx
      .insertInto('class_places')
      .values(Array.from({ length: one.places }, (_, at) => ({ clinic_id: ids.clinic, class_id, place: at + 1 })))
      .execute()
    for (const [at, name] of one.names.entries())
      await writeVisit(trx, { ...row, class_id, class_place: at + 1, state: 'confirmed', pause_after: 0 }, name)
  }
}

async function writeVisit(trx: ClinicTransaction, row: Insertable<Appointments>, name: string): Promise<void> {
  const { clinic_id } = row
  const { person_id, contact_id } = await demoPerson(trx, clinic_id, name)
  await trx
    .insertInto('appointments')
    .values({ ...row, person_id, contact_id, payer: 'self', booking_key: sql`gen_random_uuid()` })
    .execute()
}

/** Writes the past visits of the demonstration and what was said of them. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { demoPerson } from './seed-demo-person.ts'
import type { DemoClinic } from './demo-clinics.ts'
import type { DemoPastVisit } from './demo-reviews.ts'

/** The ids of the clinic's rows, in the order of its data. */
interface Ids {
  readonly clinic: string
  readonly locations: readonly string[]
  readonly services: readonly string[]
  readonly therapists: readonly string[]
}

/** Writes them in the transaction of the demonstration, inside its clinic. */
export async function writePastVisits(
  trx: ClinicTransaction,
  clinic: DemoClinic,
  visits: readonly DemoPastVisit[],
  ids: Ids,
): Promise<void> {
  for (const visit of visits) {
    const service = clinic.services[visit.service]
    if (!service) throw new Error(`The demonstration's ${clinic.name} has no service ${visit.service}.`)
    const clinic_id = ids.clinic
    const therapist_id = ids.therapists[visit.therapist] ?? ''
    const starts = Temporal.PlainDateTime.from(`${visit.day}T${visit.time}`).toZonedDateTime('Europe/London')
    const start = starts.epochMilliseconds
    const { person_id, contact_id } = await demoPerson(trx, clinic_id, visit.name)
    const { appointment_id } = await trx
      .insertInto('appointments')
      .values({
        ...{ clinic_id, state: 'finished', therapist_id, person_id, contact_id, payer: 'self' },
        service_id: ids.services[visit.service] ?? '',
        location_id: ids.locations[visit.at] ?? '',
        starts_at: new Date(start),
        ends_at: new Date(start + service.minutes * 60_000),
        ...{ pause_before: 0, pause_after: 0, price_pence: service.pricePence },
        free_until: new Date(start - 86_400_000),
        late_fee_pence: 0,
        booking_key: sql`gen_random_uuid()`,
      })
      .returning('appointment_id')
      .executeTakeFirstOrThrow()
    const during = `[${new Date(start).toISOString()},${new Date(start + service.minutes * 60_000).toISOString()})`
    await trx.insertInto('claims').values({ clinic_id, appointment_id, resource_id: therapist_id, during }).execute()
    await writeDemoReview(trx, visit, { clinic_id, appointment_id, therapist_id }, start)
  }
}

/** Written on the evening after the visit. */
async function writeDemoReview(
  trx: ClinicTransaction,
  { review, name }: DemoPastVisit,
  keys: { readonly clinic_id: string; readonly appointment_id: string; readonly therapist_id: string },
  start: number,
): Promise<void> {
  if (!review) return
  const { mark, words, isNamed, reply, isKeptBack } = review
  const written_at = new Date(start + 30 * 3_600_000)
  const [first = '', last = ''] = name.split(' ')
  const said = { rating: mark, words, shown_name: isNamed ? `${first} ${last.slice(0, 1)}.` : null }
  const { review_id } = await trx
    .insertInto('reviews')
    .values({
      ...keys,
      ...said,
      written_at,
      ...(reply && { reply, replied_at: written_at }),
      ...(isKeptBack && { hidden_at: written_at, hidden_why: 'off-topic' }),
    })
    .returning('review_id')
    .executeTakeFirstOrThrow()
  const { clinic_id } = keys
  await trx
    .insertInto('review_wordings')
    .values({ clinic_id, review_id, ...said, at: written_at })
    .execute()
}

/** Writes the past visits of the demonstration and what was said of them. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { type Ids, newIds } from './seed-demo-ids.ts'
import { demoPeople } from './seed-demo-person.ts'
import type { DemoClinic } from './demo-clinics.ts'
import type { DemoPastVisit } from './demo-reviews.ts'

/** Writes them in the transaction of the demonstration, inside its clinic. */
export async function writePastVisits(
  trx: ClinicTransaction,
  clinic: DemoClinic,
  visits: readonly DemoPastVisit[],
  ids: Ids,
): Promise<void> {
  if (visits.length === 0) return
  const names = visits.map(({ name }) => name)
  const people = await demoPeople(trx, ids.clinic, names)
  const appointments = await newIds(trx, visits.length)
  const written = visits.map((visit, nth) => {
    const start = startOf(visit)
    const keys = { clinic_id: ids.clinic, appointment_id: appointments[nth] ?? '', ...people(visit.name) }
    return { row: rowOf(visit, start, keys, clinic, ids), visit, start }
  })
  const rows = written.map(({ row }) => row)
  await trx.insertInto('appointments').values(rows).execute()
  const claims = rows.map(({ clinic_id, appointment_id, therapist_id, starts_at, ends_at }) => ({
    ...{ clinic_id, appointment_id, resource_id: therapist_id },
    during: `[${starts_at.toISOString()},${ends_at.toISOString()})`,
  }))
  await trx.insertInto('claims').values(claims).execute()
  await writeReviews(trx, written)
}

const startOf = ({ day, time }: DemoPastVisit) =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/London').epochMilliseconds

interface VisitKeys {
  readonly clinic_id: string
  readonly appointment_id: string
  readonly person_id: string
  readonly contact_id: string
}

function rowOf(visit: DemoPastVisit, start: number, keys: VisitKeys, clinic: DemoClinic, ids: Ids) {
  const service = clinic.services[visit.service]
  if (!service) throw new Error(`The demonstration's ${clinic.name} has no service ${visit.service}.`)
  return {
    ...{ ...keys, state: 'finished', therapist_id: ids.therapists[visit.therapist] ?? '', payer: 'self' },
    service_id: ids.services[visit.service] ?? '',
    location_id: ids.locations[visit.at] ?? '',
    starts_at: new Date(start),
    ends_at: new Date(start + service.minutes * 60_000),
    ...{ pause_before: 0, pause_after: 0, price_pence: service.pricePence },
    free_until: new Date(start - 86_400_000),
    late_fee_pence: 0,
    booking_key: sql<string>`gen_random_uuid()`,
  }
}

interface Written {
  readonly visit: DemoPastVisit
  readonly row: ReturnType<typeof rowOf>
  readonly start: number
}

async function writeReviews(trx: ClinicTransaction, written: readonly Written[]): Promise<void> {
  const ids = await newIds(trx, written.length)
  const said = written.flatMap(({ visit, row, start }, nth) => {
    const { clinic_id, appointment_id, therapist_id } = row
    return reviewOf(visit, { clinic_id, appointment_id, therapist_id, review_id: ids[nth] ?? '' }, start)
  })
  if (said.length === 0) return
  const reviews = said.map(({ review }) => review)
  await trx.insertInto('reviews').values(reviews).execute()
  const wordings = said.map(({ wording }) => wording)
  await trx.insertInto('review_wordings').values(wordings).execute()
}

interface ReviewKeys {
  readonly clinic_id: string
  readonly appointment_id: string
  readonly therapist_id: string
  readonly review_id: string
}

/** What was said of a visit, and its first wording: written on the evening after it. Nothing where nothing was said. */
function reviewOf({ review, name }: DemoPastVisit, keys: ReviewKeys, start: number) {
  if (!review) return []
  const { mark, words, isNamed, reply, isKeptBack } = review
  const written_at = new Date(start + 30 * 3_600_000)
  const [first = '', last = ''] = name.split(' ')
  const said = { rating: mark, words, shown_name: isNamed ? `${first} ${last.slice(0, 1)}.` : null }
  const { clinic_id, review_id } = keys
  return [
    {
      review: {
        ...keys,
        ...said,
        written_at,
        ...(reply && { reply, replied_at: written_at }),
        ...(isKeptBack && { hidden_at: written_at, hidden_why: 'off-topic' }),
      },
      wording: { clinic_id, review_id, ...said, at: written_at },
    },
  ]
}

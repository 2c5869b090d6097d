/** "Rescue the day": each visit that an absence or a closure hits, with times it could have instead, truly checked. */
import { sql } from 'kysely'
import type { AvailabilityInput, Slot } from '../availability/input.ts'
import { loadAvailability } from '../availability/load-availability.ts'
import { listSlots } from '../availability/slots.ts'
import { withTaken } from '../availability/with-taken.ts'
import { databaseNow } from '../booking/slot-claims.ts'
import { type Database, inClinic } from '../db/connection.ts'
import { loadMailTruths } from '../mail/mail-truth.ts'
import type { Doer } from './commands.ts'
import { moveByStaff, type StaffMoved } from './staff-move.ts'
import type { StandingVisit } from './standing-visits.ts'

/** A visit with the times that it could have, the best first. No two visits have the same first time. */
export interface Rescuable {
  readonly visit: StandingVisit
  readonly offers: readonly Slot[]
  /** Why somebody must ring: no email, or none that arrives. */
  readonly ring: string | null
}

/** How far ahead times are looked for, and how many are offered for each visit. */
const daysAhead = 14
const mostOffers = 4

/**
 * Finds times for these visits. The best time of each is kept free for it while the others are looked at, so that all first
 * times can be had together. Those who must be rung come first.
 * @param visits in order, as `visitsHitBy` gives them; the absence must be written already
 */
export async function findRescues(
  db: Database,
  clinicId: string,
  visits: readonly StandingVisit[],
): Promise<readonly Rescuable[]> {
  if (visits.length === 0) return []
  const { input, now } = await inClinic(db, clinicId, async (trx) => {
    const now = await databaseNow(trx)
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate()
    const last = Temporal.Instant.fromEpochMilliseconds(visits.at(-1)?.to ?? now)
    const lastDay = last.toZonedDateTimeISO('UTC').toPlainDate().add({ days: daysAhead })
    const input = await loadAvailability(trx, {
      now: Temporal.Instant.fromEpochMilliseconds(now),
      firstDay: today.subtract({ days: 1 }).toString(),
      lastDay: lastDay.toString(),
    })
    return { input, now }
  })
  const ids = visits.map(({ appointmentId }) => appointmentId)
  const mails = await loadMailTruths(db, clinicId, ids, now)
  let left: AvailabilityInput = input
  const alone = new Map<string, ReadonlySet<string>>()
  const found = visits.map((visit) => {
    const byItself = alone.get(visit.serviceId) ?? new Set(timesFor(input, visit).map(timeKey))
    alone.set(visit.serviceId, byItself)
    // A minute that is free only once somebody above has moved is refused where they are left for later.
    const offers = nearest(
      visit,
      timesFor(left, visit).filter((slot) => byItself.has(timeKey(slot))),
    )
    const [best] = offers
    if (best) left = withTaken(left, best)
    const notReached = mails.get(visit.appointmentId)?.notReached ?? null
    return { visit, offers, ring: visit.email === null ? 'Has no email: phone.' : notReached }
  })
  return found.toSorted((one, other) => Number(other.ring !== null) - Number(one.ring !== null))
}

function timesFor(input: AvailabilityInput, { serviceId }: StandingVisit): readonly Slot[] {
  const { slots, hidden } = listSlots(input, { service: serviceId, by: 'staff' })
  return [...slots, ...hidden]
}

const timeKey = ({ therapist, location, start }: Slot) => `${therapist} ${location} ${start}`

/** First the same time with somebody else, then what is nearest; the same therapist before others. */
function nearest(visit: StandingVisit, times: readonly Slot[]): readonly Slot[] {
  const cost = (slot: Slot) =>
    Math.abs(slot.start - visit.from) +
    (slot.location === visit.locationId ? 0 : hourMs) +
    (slot.therapist === visit.therapistId ? 0 : hourMs / 4)
  return times.toSorted((one, other) => cost(one) - cost(other)).slice(0, mostOffers)
}
const hourMs = 60 * 60_000

/** One visit and the time chosen for it. */
export interface RescueChoice {
  readonly appointmentId: string
  readonly version: number
  readonly therapist: string
  readonly location: string
  readonly start: number
}

/**
 * Moves all that were chosen, one after the other, each in its own transaction: what cannot be moved stays where it is and
 * is named. Nothing is cancelled.
 */
export async function rescueVisits(
  db: Database,
  doer: Doer,
  choices: readonly RescueChoice[],
): Promise<ReadonlyMap<string, StaffMoved>> {
  const results = new Map<string, StaffMoved>()
  for (const choice of choices)
    results.set(choice.appointmentId, await moveByStaff(db, doer, { ...choice, keepsPrice: true }))
  return results
}

/** A visit that staff moved out of these hours of a therapist or a place, and where it is now. */
export interface Rescued {
  readonly appointmentId: string
  readonly person: string
  readonly therapist: string
  readonly zone: string
  readonly from: number
  readonly to: number
}

/**
 * Visits that have been moved away lately, newest first, so that whoever comes back to the page sees what is done.
 * @param whose the therapist or the place that they were moved away from
 */
export function rescuedLately(
  db: Database,
  clinicId: string,
  whose: { readonly therapistId?: string | undefined; readonly locationId?: string | undefined },
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
): Promise<readonly Rescued[]> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<Omit<Rescued, 'from' | 'to'> & { from_at: Date; to_at: Date }>`
      select distinct on (a.appointment_id) a.appointment_id as "appointmentId", p.name as person, t.name as therapist,
        l.zone, a.starts_at as from_at, a.ends_at as to_at
      from commands k
      join appointments a on a.clinic_id = k.clinic_id and a.appointment_id = k.subject_id and a.version = k.version
      join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
      join therapists t on t.clinic_id = a.clinic_id and t.therapist_id = a.therapist_id
      join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
      where k.what = 'move' and k.undone_at is null and k.at > now() - interval '1 day'
        and (${whose.therapistId ?? null}::text is null or k.before->>'therapist_id' = ${whose.therapistId ?? null})
        and (${whose.locationId ?? null}::text is null or k.before->>'location_id' = ${whose.locationId ?? null})
        and (k.before->>'starts_at')::timestamptz >= (${firstDay}::date - 1)::timestamptz
        and (k.before->>'starts_at')::timestamptz < (${lastDay}::date + 2)::timestamptz
      order by a.appointment_id, k.at desc limit 100`.execute(trx)
    return rows.map(({ from_at, to_at, ...row }) => ({ ...row, from: from_at.getTime(), to: to_at.getTime() }))
  })
}

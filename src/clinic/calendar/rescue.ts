/** "Rescue the day": each visit that an absence or a closure hits, with times it could have instead, truly checked. */
import type { AvailabilityInput, Slot } from '../availability/input.ts'
import { loadAvailability } from '../availability/load-availability.ts'
import { listSlots } from '../availability/slots.ts'
import { databaseNow } from '../booking/slot-claims.ts'
import { type Database, inClinic } from '../db/connection.ts'
import { loadMailTruths } from '../mail/mail-truth.ts'
import type { Doer } from './commands.ts'
import { moveByStaff, type StaffMoved } from './staff-move.ts'
import { withTaken } from './staff-slot.ts'
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
  const found = visits.map((visit) => {
    const offers = offersFor(left, visit)
    const [best] = offers
    if (best) left = withTaken(left, best)
    const notReached = mails.get(visit.appointmentId)?.notReached ?? null
    return { visit, offers, ring: visit.email === null ? 'Has no email: phone.' : notReached }
  })
  return found.toSorted((one, other) => Number(other.ring !== null) - Number(one.ring !== null))
}

/** First the same time with somebody else, then what is nearest; the same therapist before others. */
function offersFor(input: AvailabilityInput, visit: StandingVisit): readonly Slot[] {
  const { slots, hidden } = listSlots(input, { service: visit.serviceId, by: 'staff' })
  const cost = (slot: Slot) =>
    Math.abs(slot.start - visit.from) +
    (slot.location === visit.locationId ? 0 : hourMs) +
    (slot.therapist === visit.therapistId ? 0 : hourMs / 4)
  return [...slots, ...hidden].toSorted((one, other) => cost(one) - cost(other)).slice(0, mostOffers)
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
  for (const choice of choices) results.set(choice.appointmentId, await moveByStaff(db, doer, choice))
  return results
}

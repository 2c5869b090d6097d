/** The free times for one service, of one therapist or of whoever gives it, from the function that a booking is held against. */
import { type Database, inClinic } from '../db/connection.ts'
import { type OfferedTime, offersWithAnybody } from './any-therapist.ts'
import type { Slot } from './input.ts'
import { loadAvailability } from './load-availability.ts'
import { listSlots } from './slots.ts'

/**
 * In order of start; none of somebody unknown, unregistered or gone.
 * @param span ISO days of the place, both included; the caller keeps it short
 */
export function freeTimesOf(
  app: Database,
  who: { readonly clinicId: string; readonly therapistId: string; readonly serviceId: string },
  span: { readonly firstDay: string; readonly lastDay: string },
  now: Temporal.Instant,
): Promise<readonly Slot[]> {
  return inClinic(app, who.clinicId, async (trx) => {
    const input = await loadAvailability(trx, { ...span, now, therapists: [who.therapistId] })
    return listSlots(input, { service: who.serviceId, therapist: who.therapistId }).slots
  })
}

/** Each time once, with whoever of these gives it then; `span` and order as of `freeTimesOf`. */
export function freeTimesWithAnybody(
  app: Database,
  of: { readonly clinicId: string; readonly serviceId: string; readonly therapists: readonly string[] },
  span: { readonly firstDay: string; readonly lastDay: string },
  now: Temporal.Instant,
): Promise<readonly OfferedTime[]> {
  return inClinic(app, of.clinicId, async (trx) => {
    const input = await loadAvailability(trx, { ...span, now, service: of.serviceId, therapists: of.therapists })
    return offersWithAnybody(input, listSlots(input, { service: of.serviceId }).slots)
  })
}

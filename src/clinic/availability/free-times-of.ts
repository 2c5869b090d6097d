/** The free times of one therapist for one service, from the function that a booking is held against. */
import { type Database, inClinic } from '../db/connection.ts'
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

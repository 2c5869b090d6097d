/**
 * A time beside a visit that stands: held for whoever may move the visit there. What both have in common the visit's own claims
 * keep already, so such a hold claims the rest, and the one constraint decides.
 */
import { type RawBuilder, sql } from 'kysely'
import { acceptSlot } from '../availability/accept-slot.ts'
import type { AvailabilityInput, Slot } from '../availability/input.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import { holdEnd } from './holds.ts'
import { availabilityNear, removeEndedHolds, termsOf } from './slot-claims.ts'

/**
 * Holds an earlier time for a visit that waits for one, for as long as it is offered: like a time that its person holds
 * themselves, but no other look of theirs lets it go. The caller has locked the therapists.
 * @returns the hold; `undefined` where the time is not to be had
 */
export async function holdEarlier(
  trx: ClinicTransaction,
  appointmentId: string,
  slot: Slot & { readonly clinicId: string },
): Promise<string | undefined> {
  const { clinicId } = slot
  await removeEndedHolds(trx)
  const wanted = { ...slot, minutes: (slot.end - slot.start) / 60_000 }
  const input = await availabilityNear(trx, wanted)
  const accepted = acceptSlot({ ...input, busy: await busyBeside(trx, appointmentId, input.busy) }, wanted)
  if (!accepted.ok) return undefined
  const { appointment_id: holdId } = await trx
    .insertInto('appointments')
    .values({
      ...{ clinic_id: clinicId, state: 'held', service_id: slot.service, ...(await termsOf(trx, accepted.slot)) },
      hold_ends_at: holdEnd,
    })
    .returning('appointment_id')
    .executeTakeFirstOrThrow()
  await insertRest(trx, { clinicId, holdId, appointmentId, slot: accepted.slot })
  return holdId
}

/** What is busy beside a visit: not what it has itself, which a time that overlaps it may have. */
export const busyBeside = (
  trx: ClinicTransaction,
  appointmentId: string,
  busy: AvailabilityInput['busy'],
): Promise<AvailabilityInput['busy']> => busyBut(trx, busy, sql`a.appointment_id = ${appointmentId}`)

/** What is busy to whoever moves this visit: not what it has itself, nor what is held for it. */
export const busyToOthers = (
  trx: ClinicTransaction,
  appointmentId: string,
  busy: AvailabilityInput['busy'],
): Promise<AvailabilityInput['busy']> =>
  busyBut(trx, busy, sql`(a.appointment_id = ${appointmentId} or a.moves_id = ${appointmentId})`)

async function busyBut(
  trx: ClinicTransaction,
  busy: AvailabilityInput['busy'],
  isOf: RawBuilder<unknown>,
): Promise<AvailabilityInput['busy']> {
  const { rows } = await sql<{ resource: string; from: Date; to: Date }>`
    select c.resource_id as resource, lower(c.during) as "from", upper(c.during) as "to" from claims c
    join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
    where c.clinic_id = clinic.current_clinic() and ${isOf}`.execute(trx)
  const isOwn = (one: AvailabilityInput['busy'][number]) =>
    rows.some(
      ({ resource, from, to }) => resource === one.resource && from.getTime() === one.from && to.getTime() === one.to,
    )
  return busy.filter((one) => !isOwn(one))
}

/** Claims of a new time what the visit does not have. Of a rest in two parts (a pause that grew on both sides) the longer. */
export async function insertRest(
  trx: ClinicTransaction,
  hold: { readonly clinicId: string; readonly holdId: string; readonly appointmentId: string; readonly slot: Slot },
): Promise<void> {
  const { clinicId, holdId, appointmentId, slot } = hold
  if (slot.resources.length === 0) return
  const during = `[${new Date(slot.claimFrom).toISOString()},${new Date(slot.claimTo).toISOString()})`
  const resources: RawBuilder<unknown> = sql.join(slot.resources.map((id) => sql`${id}::uuid`))
  await sql`
    insert into claims (clinic_id, appointment_id, resource_id, during)
    select distinct on (r.id) ${clinicId}, ${holdId}, r.id, rest.part
    from unnest(array[${resources}]) as r (id)
    left join claims own on own.clinic_id = ${clinicId} and own.appointment_id = ${appointmentId} and own.resource_id = r.id
    cross join lateral unnest(
      tstzmultirange(${during}::tstzrange) - coalesce(tstzmultirange(own.during), '{}'::tstzmultirange)) as rest (part)
    order by r.id, upper(rest.part) - lower(rest.part) desc`.execute(trx)
}

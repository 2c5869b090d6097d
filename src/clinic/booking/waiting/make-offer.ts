/**
 * A time that became free, or a place in a class, is offered to those who wait, one at a time, the longest wait first, before
 * anybody else can have it. The offer is a hold, so that the one constraint over claims decides here too. When nobody is left it
 * is public.
 * Never: takes, passes on or ends an offer (answer-offer.ts).
 */
import { sql } from 'kysely'
import type { AvailabilityInput, Slot } from '../../availability/input.ts'
import { withTaken } from '../../availability/with-taken.ts'
import type { ClinicTransaction } from '../../db/connection.ts'
import { queueOfferMail } from '../../mail/notice-rows.ts'
import { holdEarlier } from '../beside-visit.ts'
import { holdIn } from '../holds.ts'
import { databaseNow, lockTherapists, removeEndedHolds } from '../slot-claims.ts'
import { type FreedTime, noteFreedTime } from './freed-times.ts'
import { type Asked, availabilityOf, possibleOffers, type PossibleOffer } from './possible-offers.ts'
import { type WaitingRow, waitingRows } from './waiting-rows.ts'

/** The hold outlives its offer by so much, so that nobody slips in before the next person is asked. */
const graceMinutes = 3
/** How many of those who wait are looked at for one time. */
const mostLookedAt = 200

/**
 * Writes it down, and offers it in the same transaction. The caller holds the lock of its therapist, and can run again.
 * @param waitMs how long the mail of the offer waits, so that what freed the time can be taken back untold
 */
export async function offerFreedTime(trx: ClinicTransaction, freed: FreedTime, waitMs = 0): Promise<void> {
  const id = await noteFreedTime(trx, freed)
  if (id) await offerOn(trx, id, waitMs)
}

/**
 * Offers what is free of a freed time to those it suits, each of them one time; settles it where nobody is asked any more.
 * Nothing happens to one that is settled.
 */
export async function offerOn(trx: ClinicTransaction, freedTimeId: string, waitMs = 0): Promise<void> {
  const freed = await lockFreedTime(trx, freedTimeId)
  if (!freed) return
  // Nobody would hear of it before its end: once mail leaves again the sweep offers what is free still.
  if (await isMailHeld(trx)) return
  const now = await databaseNow(trx)
  if (freed.to > now) await askAround(trx, { ...freed, freedTimeId, now, waitMs })
  await sql`update freed_times f set settled_at = now()
    where f.clinic_id = ${freed.clinicId} and f.freed_time_id = ${freedTimeId} and not exists (
      select from offers o where o.clinic_id = f.clinic_id and o.freed_time_id = f.freed_time_id and o.state = 'open'
    )`.execute(trx)
}

/** A backup was put back, and nobody has released its mail yet. */
async function isMailHeld(trx: ClinicTransaction): Promise<boolean> {
  const { rows } = await sql`select from installation where mail_held_since is not null`.execute(trx)
  return rows.length > 0
}

/** Its therapist first, as every booking does; then the row, which two servers never work on at once. */
async function lockFreedTime(trx: ClinicTransaction, freedTimeId: string): Promise<FreedTime | undefined> {
  const seen = await trx
    .selectFrom('freed_times')
    .select('therapist_id')
    .where('freed_time_id', '=', freedTimeId)
    .executeTakeFirst()
  if (!seen) return undefined
  await lockTherapists(trx, [seen.therapist_id])
  await removeEndedHolds(trx)
  const { rows } = await sql<{ clinic_id: string; therapist_id: string; from: Date; to: Date }>`
    select clinic_id, therapist_id, lower(during) as "from", upper(during) as "to" from freed_times
    where clinic_id = clinic.current_clinic() and freed_time_id = ${freedTimeId} and settled_at is null
    for update`.execute(trx)
  const [row] = rows
  return (
    row && { clinicId: row.clinic_id, therapistId: row.therapist_id, from: row.from.getTime(), to: row.to.getTime() }
  )
}

/** Which freed time is offered; see `offerFreedTime` for the wait. */
export interface Asking extends Asked {
  readonly freedTimeId: string
  readonly waitMs: number
}

async function askAround(trx: ClinicTransaction, asking: Asking): Promise<void> {
  const entries = await waitingRows(trx)
    .where((eb) => eb.or([eb('e.therapist_id', 'is', null), eb('e.therapist_id', '=', asking.therapistId)]))
    .where('s.therapist_id', '=', asking.therapistId)
    .where('e.state', '=', 'waiting')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('offers as o')
            .select('o.offer_id')
            .whereRef('o.waiting_entry_id', '=', 'e.waiting_entry_id')
            .where('o.state', '=', 'open'),
        ),
      ),
    )
    .where(hasNotDeclined(asking))
    .orderBy('e.created_at')
    .orderBy('e.waiting_entry_id')
    .limit(mostLookedAt)
    .execute()
  const inputs = new Map<string, AvailabilityInput>()
  for (const entry of entries) {
    const input = inputs.get(entry.service_id) ?? (await availabilityOf(trx, asking, entry.service_id))
    inputs.set(entry.service_id, input)
    const offered = await offerTo(trx, asking, entry, input)
    // What is offered to one is taken for all who come after.
    if (offered) for (const [service, known] of inputs) inputs.set(service, offered.reduce(withTaken, known))
  }
}

/**
 * Who passed an offer of this freed time on, or let it go unanswered, is not asked again for what is left of it, be it a quarter
 * of an hour beside it: the next is, and they when another time becomes free. An offer that could not be taken was not declined.
 */
const hasNotDeclined = ({ freedTimeId }: Asking) =>
  sql<boolean>`not exists (select from offers o where o.clinic_id = e.clinic_id and o.waiting_entry_id = e.waiting_entry_id
    and o.freed_time_id = ${freedTimeId}
    and (o.state = 'passed' or (o.state = 'ended' and coalesce(o.ended_why, '') not in ('time', 'visit'))))`

/** Holds the best of what suits somebody, and asks them. @returns what was held; `undefined` where nothing suits */
async function offerTo(
  trx: ClinicTransaction,
  asking: Asking,
  entry: WaitingRow,
  input: AvailabilityInput,
): Promise<readonly Slot[] | undefined> {
  for (const possible of await possibleOffers(trx, asking, entry, input)) {
    await makeOffer(trx, asking, possible)
    return possible.times
  }
  return undefined
}

/** Holds the times and writes their offer and its mail, in a transaction that has locked the therapist. */
export async function makeOffer(
  trx: ClinicTransaction,
  asking: Asking,
  { entry, times, answer }: PossibleOffer,
): Promise<void> {
  const { clinicId, freedTimeId, now, waitMs } = asking
  const entryId = entry.waiting_entry_id
  const offer = await trx
    .insertInto('offers')
    .values({
      clinic_id: clinicId,
      waiting_entry_id: entryId,
      freed_time_id: freedTimeId,
      asked_at: new Date(answer.askedAt),
      answer_until: new Date(answer.answerUntil),
    })
    .returning('offer_id')
    .executeTakeFirstOrThrow()
  for (const [at, slot] of times.entries()) {
    const holdId = await holdFor(trx, { ...slot, clinicId }, entry.moves_appointment_id)
    await sql`update appointments
      set hold_ends_at = ${new Date(answer.answerUntil)}::timestamptz + make_interval(mins => ${graceMinutes}), hold_renewed = true
      where clinic_id = ${clinicId} and appointment_id = ${holdId}`.execute(trx)
    await trx
      .insertInto('offer_times')
      .values({
        clinic_id: clinicId,
        offer_id: offer.offer_id,
        nth: at + 1,
        waiting_entry_id: entryId,
        therapist_id: slot.therapist,
        location_id: slot.location,
        starts_at: new Date(slot.start),
        ends_at: new Date(slot.end),
        hold_id: holdId,
      })
      .execute()
  }
  const mailAt = Math.max(answer.askedAt, now + waitMs)
  await queueOfferMail(trx, { clinicId, offerId: offer.offer_id, address: entry.address, ...answer, askedAt: mailAt })
}

/** @param movesId the visit that would be moved there: what it has itself is in no way of it */
async function holdFor(
  trx: ClinicTransaction,
  slot: Slot & { readonly clinicId: string },
  movesId: string | null,
): Promise<string> {
  const held = movesId === null ? await holdIn(trx, slot, null) : undefined
  const holdId = held?.ok ? held.hold.appointmentId : movesId && (await holdEarlier(trx, movesId, slot))
  if (!holdId) throw new Error(`what is listed is not accepted${held && !held.ok ? `: ${held.why}` : ''}`)
  return holdId
}

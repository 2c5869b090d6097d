/** What a member did last in the calendar, kept so that it can be put back. Ids and times; no word about anybody. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { ClinicTransaction } from '../db/connection.ts'
import type { Member } from '../people/members.ts'

/** Who does it. */
export type Doer = Pick<Member, 'clinicId' | 'memberId' | 'name' | 'role' | 'therapistId'>

/** A visit as it stood before a move or a cancel: its own columns, and what it claimed. Moments are ISO instants. */
export const visitBefore = z.object({
  therapist_id: z.string(),
  location_id: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  pause_before: z.number(),
  pause_after: z.number(),
  price_pence: z.number(),
  free_until: z.string(),
  late_fee_pence: z.number(),
  bent_rule: z.string().nullable(),
  bent_reason: z.string().nullable(),
  /** Where it was a place in a class. Not in what older programs wrote. */
  class_id: z.string().nullish(),
  class_place: z.number().nullish(),
  /** Where it was booked with an offer: its price without it. Not in what older programs wrote. */
  usual_pence: z.number().nullish(),
  /** It was made longer or shorter, and kept start, therapist and place. Not in what older programs wrote. */
  only_length: z.boolean().optional(),
  /** What a visit that was cancelled had drawn from and used. Not in what older programs wrote. */
  grant_id: z.string().nullish(),
  price_offer_id: z.string().nullish(),
  claims: z.array(z.object({ resource_id: z.string(), during: z.string() })),
})
/** See `visitBefore`. */
export type VisitBefore = z.infer<typeof visitBefore>

/** A block as it stood before it was taken away. */
export const blockBefore = z.object({
  resource_id: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  reason: z.string().nullable(),
})
/** See `blockBefore`. */
export type BlockBefore = z.infer<typeof blockBefore>

/** What is left of a visit before it was changed that stands in its own row. */
export function columnsOf({
  claims: _claims,
  usual_pence: _usual,
  only_length: _length,
  grant_id: _grant,
  price_offer_id: _offer,
  ...columns
}: VisitBefore) {
  return columns
}

/** What was done, to what. */
export interface Command {
  readonly what: 'book' | 'move' | 'cancel' | 'block' | 'unblock' | 'absence' | 'closure'
  readonly subjectId: string
  /** The visit's version afterwards. */
  readonly version?: number
  readonly before?: VisitBefore | BlockBefore
}

/** Writes it down in the transaction that does it. */
export async function writeCommand(
  trx: ClinicTransaction,
  { clinicId, memberId }: Pick<Doer, 'clinicId' | 'memberId'>,
  { what, subjectId, version, before }: Command,
): Promise<void> {
  await trx
    .insertInto('commands')
    .values({
      clinic_id: clinicId,
      member_id: memberId,
      what,
      subject_id: subjectId,
      version: version ?? null,
      before: before ? JSON.stringify(before) : null,
    })
    .execute()
}

/** The visit as it stands, to be put back later. Call it with the visit locked. */
export async function rememberVisit(trx: ClinicTransaction, appointmentId: string): Promise<VisitBefore> {
  const { rows } = await sql<{ before: unknown }>`
    select to_jsonb(v) as before from (
      select a.therapist_id, a.location_id, a.starts_at, a.ends_at, a.pause_before, a.pause_after, a.price_pence,
        a.free_until, a.late_fee_pence, a.bent_rule, a.bent_reason, a.class_id, a.class_place,
        (select d.grant_id from grant_draws d
          where d.clinic_id = a.clinic_id and d.appointment_id = a.appointment_id) as grant_id,
        (select u.price_offer_id from price_offer_uses u
          where u.clinic_id = a.clinic_id and u.appointment_id = a.appointment_id) as price_offer_id,
        (select u.usual_pence from price_offer_uses u
          where u.clinic_id = a.clinic_id and u.appointment_id = a.appointment_id) as usual_pence,
        coalesce((select jsonb_agg(jsonb_build_object('resource_id', c.resource_id, 'during', c.during::text))
          from claims c where c.clinic_id = a.clinic_id and c.appointment_id = a.appointment_id), '[]') as claims
      from appointments a where a.appointment_id = ${appointmentId}
    ) v`.execute(trx)
  return visitBefore.parse(rows[0]?.before)
}

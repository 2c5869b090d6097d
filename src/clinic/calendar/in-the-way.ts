/** Who or what has a time that somebody wants: shown to staff before a visit is moved or time is blocked. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** One thing that has a part of the time. Moments are milliseconds since 1970. */
export interface InTheWay {
  readonly kind: 'visit' | 'class' | 'hold' | 'offer' | 'block'
  /** The visit or block. */
  readonly id: string
  /** Who comes; null for a class, a hold, what is kept for the waiting list, or a block. */
  readonly person: string | null
  /** What the block is for. */
  readonly reason: string | null
  /** Who blocked it; null for all else. */
  readonly by: string | null
  readonly from: number
  readonly to: number
  /** When it came there. */
  readonly since: number
}

interface Span {
  readonly resourceId: string
  readonly from: number
  readonly to: number
  /** A visit that does not stand in its own way. */
  readonly exceptVisit?: string
}

/** What has a part of this time of a therapist, room or machine, pauses included, in order. Ended holds have nothing. */
export async function inTheWay(
  trx: ClinicTransaction,
  { resourceId, from, to, exceptVisit }: Span,
): Promise<readonly InTheWay[]> {
  const span = sql`tstzrange(${new Date(from)}::timestamptz, ${new Date(to)}::timestamptz)`
  const { rows } = await sql<{
    kind: InTheWay['kind']
    id: string
    person: string | null
    reason: string | null
    by: string | null
    from_at: Date
    to_at: Date
    since: Date
  }>`
    select case when b.block_id is not null then 'block' when a.state = 'held' and exists (
        select from offer_times t join offers o using (clinic_id, offer_id)
        where t.clinic_id = a.clinic_id and t.hold_id = a.appointment_id and o.state = 'open') then 'offer'
      when a.state = 'held' then 'hold'
      when a.state = 'class' then 'class' else 'visit' end as kind,
      coalesce(b.block_id, a.appointment_id) as id, p.name as person, b.reason, m.name as by,
      coalesce(b.starts_at, a.starts_at) as from_at, coalesce(b.ends_at, a.ends_at) as to_at,
      coalesce(b.created_at, a.changed_at) as since
    from (
      select appointment_id, block_id from claims where resource_id = ${resourceId}
        and ends_at > ${new Date(from)}::timestamptz and begins_at < ${new Date(to)}::timestamptz
      union
      select appointment_id, null from appointments
      where bent_rule is not null and state not in ('cancelled', 'late-cancelled') and therapist_id = ${resourceId}
        and tstzrange(starts_at - make_interval(mins => pause_before), ends_at + make_interval(mins => pause_after)) && ${span}
    ) taken
    left join appointments a on a.clinic_id = clinic.current_clinic() and a.appointment_id = taken.appointment_id
    left join blocks b on b.clinic_id = clinic.current_clinic() and b.block_id = taken.block_id
    left join members m on m.clinic_id = b.clinic_id and m.member_id = b.member_id
    left join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    where (${exceptVisit ?? null}::uuid is null or a.appointment_id is distinct from ${exceptVisit ?? null})
      and (a.state is distinct from 'held' or a.hold_ends_at > now())
    order by 6`.execute(trx)
  return rows.map(({ from_at, to_at, since, ...row }) => ({
    ...row,
    from: from_at.getTime(),
    to: to_at.getTime(),
    since: since.getTime(),
  }))
}

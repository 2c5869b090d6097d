/**
 * One visit of a course and those after it, changed together: each date is truly checked, and all are changed or none. What it
 * costs is said before and held to. Each visit stays one like any other, with its own mail, number and place in calendars.
 */
import { withOffer } from '../letters/price-offers.ts'
import { sql } from 'kysely'
import { cannotKeep, type OffThen } from '../availability/called-off.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { endVisit, freeing, type PassOn } from './cancel.ts'
import { databaseNow, lockTherapists } from './slot-claims.ts'
import type { VisitChange } from './visit-changes.ts'
import { lockVisit, type VisitRow } from './visit-row.ts'
import { type CancelCost, type CancelTerms, cancelTerms } from './cancel-terms.ts'
import type { FreedTime } from './waiting/freed-times.ts'

/** One visit of a course that can be changed. Moments are milliseconds since 1970. */
export interface LaterVisit {
  readonly appointmentId: string
  readonly version: number
  readonly startsAt: number
  readonly therapist: string
  readonly location: string
  /** IANA zone of its place. */
  readonly zone: string
  /** What it costs, and what it would once it is moved, in pence; the same where it was paid ahead. */
  readonly pricePence: number
  readonly onceMovedPence: number
  /** What cancelling it now would mean. */
  readonly terms: Exclude<CancelTerms, { readonly kind: 'over' }>
  /** Why the clinic cannot keep it; then it moves at the price that was agreed. */
  readonly off: OffThen | undefined
  /** Its grant or package counts a late cancel as used. */
  readonly lateUsesOne: boolean
}

/** The visit from which on a course is changed. */
export interface FromVisit {
  readonly clinicId: string
  readonly appointmentId: string
}

/** This visit and those of its course after it that stand and are ahead, in order; none where it belongs to no course. */
export const laterVisits = (db: Database, from: FromVisit): Promise<readonly LaterVisit[]> =>
  inClinic(db, from.clinicId, (trx) => laterIn(trx, from))

async function laterIn(trx: ClinicTransaction, { appointmentId }: FromVisit): Promise<readonly LaterVisit[]> {
  const now = await databaseNow(trx)
  const { rows } = await sql<{
    appointment_id: string
    version: number
    starts_at: Date
    free_until: Date
    late_fee_pence: number
    therapist_id: string
    location_id: string
    zone: string
    late_uses_one: boolean
    booked_pence: number
    price_pence: number
    payer: string
    kind: string | null
    off: number | null
  }>`
    select a.price_pence as booked_pence, s.price_pence, a.payer, o.kind, o.off, a.appointment_id, a.version, a.starts_at, a.free_until, a.late_fee_pence, a.therapist_id, a.location_id, l.zone,
      exists (select from grant_draws d join grants g using (clinic_id, grant_id) where d.clinic_id = a.clinic_id
        and d.appointment_id = a.appointment_id and g.late_cancel_uses) as late_uses_one
    from appointments own
    join appointments a on a.clinic_id = own.clinic_id and a.course_id = own.course_id and a.person_id = own.person_id
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
    left join price_offer_uses u on u.clinic_id = a.clinic_id and u.appointment_id = a.appointment_id
    left join price_offers o on o.clinic_id = u.clinic_id and o.price_offer_id = u.price_offer_id
    where own.clinic_id = clinic.current_clinic() and own.appointment_id = ${appointmentId}
      and a.state = 'confirmed' and a.starts_at >= own.starts_at
    order by a.starts_at, a.appointment_id`.execute(trx)
  const unkept = new Map<string, OffThen | undefined>()
  for (const { appointment_id: id } of rows) unkept.set(id, await cannotKeep(trx, id))
  return rows.flatMap((row): LaterVisit[] => {
    const [startsAt, off] = [row.starts_at.getTime(), unkept.get(row.appointment_id)]
    const agreed = { startsAt, freeUntil: row.free_until.getTime(), lateFeePence: row.late_fee_pence }
    const terms = cancelTerms({ state: 'confirmed', ...agreed, off }, now)
    if (terms.kind === 'over') return []
    const { appointment_id, version, therapist_id: therapist, location_id: location, zone } = row
    return [
      {
        appointmentId: appointment_id,
        version,
        startsAt,
        therapist,
        location,
        zone,
        pricePence: row.booked_pence,
        onceMovedPence: row.payer === 'package' || off ? row.booked_pence : withOffer(row),
        terms,
        off,
        lateUsesOne: row.late_uses_one,
      },
    ]
  })
}

/** What cancelling all of them costs now. */
export type LaterCost = CancelCost

/** The sum over all of them. */
export function costOf(visits: readonly LaterVisit[]): LaterCost {
  const late = visits.filter(({ terms }) => terms.kind === 'late')
  return {
    feePence: late.reduce((sum, { terms }) => sum + (terms.kind === 'late' ? terms.feePence : 0), 0),
    usedUp: late.filter(({ lateUsesOne }) => lateUsesOne).length,
  }
}

/** A visit as the page showed it. */
export interface SeenVisit {
  readonly appointmentId: string
  readonly version: number
}

/** Who changes them, and what is kept of each so that it can be put back. */
export interface ChangedBy {
  readonly by: Pick<VisitChange, 'byWhom' | 'memberId' | 'waitMs'>
  /** Called with each visit before it is changed; what it gives is called with its version afterwards. */
  readonly keep?: (trx: ClinicTransaction, appointmentId: string) => Promise<(version: number) => Promise<void>>
}

/** Why nothing was changed. `stale`: the visits are not those that the page showed. `gone`: none of them can be changed. */
export type NotChanged = { readonly ok: false; readonly why: 'stale' | 'gone' }

/** Locks the therapists, then the visits in order, and holds them against what the page showed. */
export async function lockLater(
  trx: ClinicTransaction,
  from: FromVisit,
  seen: readonly SeenVisit[],
): Promise<Locked | NotChanged> {
  const before = await laterIn(trx, from)
  if (before.length === 0) return { ok: false, why: 'gone' }
  await lockTherapists(trx, [...new Set(before.map(({ therapist }) => therapist))])
  const locked: { readonly appointmentId: string; readonly visit: VisitRow | undefined }[] = []
  for (const { appointmentId } of before.toSorted((one, other) => (one.appointmentId < other.appointmentId ? -1 : 1)))
    locked.push({ appointmentId, visit: await lockVisit(trx, appointmentId) })
  const now = await laterIn(trx, from)
  const isAsSeen =
    now.length === seen.length &&
    now.every(({ appointmentId, version }) =>
      seen.some((one) => one.appointmentId === appointmentId && one.version === version),
    )
  const both = now.flatMap((later) => {
    const visit = locked.find(({ appointmentId }) => appointmentId === later.appointmentId)?.visit
    return visit ? [{ later, visit }] : []
  })
  return isAsSeen && both.length === now.length ? both : { ok: false, why: 'stale' }
}

/** How a visit stands. Milliseconds since 1970. */
interface Standing extends SeenVisit {
  readonly state: string
  readonly startsAt: number
}

/**
 * Is this the second hearing of one press? Then whoever makes it has done to each of these visits what it asks, and nothing has
 * happened to them since. One that was not to change is as it was.
 * @param isAsAsked whether a visit stands as the press asks
 */
export async function isHeardBefore(
  trx: ClinicTransaction,
  seen: readonly SeenVisit[],
  { memberId }: ChangedBy['by'],
  isAsAsked: (visit: Standing) => boolean,
): Promise<boolean> {
  const ids = seen.map(({ appointmentId }) => appointmentId)
  const { rows } = await sql<{ id: string; state: string; version: number; starts_at: Date; is_own: boolean }>`
    select a.appointment_id as id, a.state, a.version, a.starts_at, exists (select from appointment_events e
        where e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id and e.version = a.version
          and e.member_id is not distinct from ${memberId ?? null}::uuid) as is_own
    from appointments a where a.clinic_id = clinic.current_clinic() and a.appointment_id = any(${ids}::uuid[])`.execute(
    trx,
  )
  const changed = rows.filter(
    ({ id, version }) => !seen.some((one) => one.appointmentId === id && one.version === version),
  )
  return (
    changed.length > 0 &&
    rows.length === seen.length &&
    rows.every(({ id, state, version, starts_at }) =>
      isAsAsked({ appointmentId: id, version, state, startsAt: starts_at.getTime() }),
    ) &&
    changed.every(
      ({ id, version, is_own }) =>
        is_own && seen.some((one) => one.appointmentId === id && one.version + 1 === version),
    )
  )
}

/** `fee`: it costs another sum than the page said; nothing was cancelled. */
export type LaterCancelled =
  | { readonly ok: true; readonly cancelled: number; readonly cost: LaterCost }
  | NotChanged
  | { readonly ok: false; readonly why: 'fee'; readonly cost: LaterCost }

/** Cancelling from one visit on. */
export interface LaterCancel extends FromVisit, ChangedBy {
  readonly seen: readonly SeenVisit[]
  /** What the page said that it costs; it is held to. Where not given, it costs nothing: the clinic cancels, or takes nothing. */
  readonly agreed?: LaterCost
  readonly reason?: string | undefined
}

/** Cancels them all, or none. */
export function cancelLater(db: Database, cancelling: LaterCancel): Promise<LaterCancelled> {
  return freeing(db, cancelling.clinicId, (trx, passOn) => cancelLaterIn(trx, cancelling, passOn))
}

async function cancelLaterIn(trx: ClinicTransaction, cancelling: LaterCancel, passOn: PassOn): Promise<LaterCancelled> {
  const { clinicId, agreed, reason, by, keep } = cancelling
  const locked = await lockLater(trx, cancelling, cancelling.seen)
  if ('ok' in locked)
    return (await isHeardBefore(trx, cancelling.seen, by, ({ state }) => state.endsWith('cancelled')))
      ? { ok: true, cancelled: cancelling.seen.length, cost: agreed ?? { feePence: 0, usedUp: 0 } }
      : locked
  const cost = agreed ? costOf(locked.map(({ later }) => later)) : { feePence: 0, usedUp: 0 }
  if (agreed && (cost.feePence !== agreed.feePence || cost.usedUp !== agreed.usedUp))
    return { ok: false, why: 'fee', cost }
  // Offered only once all are cancelled: each of them may be what the other's time is next to.
  const freed: FreedTime[] = []
  for (const { later, visit } of locked) {
    const what = agreed && later.terms.kind === 'late' ? 'late-cancelled' : 'cancelled'
    const { appointmentId } = later
    const kept = await keep?.(trx, appointmentId)
    await endVisit(trx, { clinicId, appointmentId, visit, what, ...by, reason }, async (_, time) => freed.push(time))
    await kept?.(visit.version + 1)
  }
  for (const time of freed) await passOn(trx, time)
  return { ok: true, cancelled: locked.length, cost }
}

/** The visits, locked, each with its row. */
export type Locked = readonly { readonly later: LaterVisit; readonly visit: VisitRow }[]

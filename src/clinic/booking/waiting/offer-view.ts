/**
 * An offer of a freed time, as its private page shows it.
 * Never: changes anything.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'
import { heldStill } from '../held-still.ts'

/** An offer, found by its clinic and its own id. */
export interface OfferId {
  readonly clinicId: string
  readonly offerId: string
}

/** What the database keeps. `ended`: nobody answered in time, or the time could not be had any more. */
export type StoredState = 'open' | 'taken' | 'passed' | 'ended'
/** Why an offer ended before its time to answer was over. */
export type EndedWhy = 'unreached' | 'visit' | 'time'
/**
 * Where an offer stands. `gone`: before its end the time, or the visit that would be moved, was no more to be had, or its mail
 * came back. `closed`: staff ended it before its person answered.
 */
export type OfferState = StoredState | 'gone' | 'closed'

/** An offer as its private page shows it. Moments are milliseconds since 1970. */
export interface OfferView extends OfferId {
  readonly state: OfferState
  /** Why it is gone, where that is known. */
  readonly endedWhy: EndedWhy | null
  readonly entryId: string
  /** Whether its person still waits for a time. */
  readonly entryState: 'waiting' | 'booked' | 'left'
  /** Staff took them off the list. */
  readonly wasTakenOff: boolean
  /** How often the address of the visit was put right that would be moved; 0 where the place has an address of its own. */
  readonly linkRound: number
  readonly answerUntil: number
  readonly holdId: string
  /** The visits that were booked or moved with it. */
  readonly visits: readonly string[]
  readonly startsAt: number
  readonly endsAt: number
  readonly secondStartsAt: number | null
  readonly personName: string | null
  readonly secondPersonName: string | null
  /** The visit that would be moved, and when it is now. */
  readonly moves: { readonly appointmentId: string; readonly startsAt: number; readonly stands: boolean } | null
  readonly service: {
    readonly id: string
    readonly name: string
    readonly minutes: number
    /** That at which its time is kept. */
    readonly pricePence: number
    /** It is given with a letter of referral alone. */
    readonly needsReferral: boolean
  }
  /** What a late cancel of the kept time costs, and until when it is free. */
  readonly lateFeePence: number
  readonly freeUntil: number
  readonly therapist: string
  readonly clinic: { readonly name: string; readonly phone: string }
  readonly place: { readonly name: string; readonly zone: string }
}

/** @returns `undefined` where there is none */
export function findOffer(db: Database, { clinicId, offerId }: OfferId): Promise<OfferView | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<OfferRow>`
      select o.state, o.ended_why, o.closed_by is not null as is_by_staff, e.left_by is not null as was_taken_off, o.answer_until <= now() as is_over, o.closed_at < o.answer_until as is_early, o.answer_until, e.waiting_entry_id, e.state as entry_state, one.hold_id, two.hold_id as second_hold_id, one.starts_at,
        one.ends_at, two.starts_at as second_starts_at, e.person_name, e.second_person_name, e.moves_appointment_id,
        a.starts_at as moves_from, a.state as moves_state, coalesce(k.link_round, 0) as link_round, s.service_id, s.name as service, s.minutes, s.needs_referral,
        coalesce(h.price_pence, s.price_pence) as price_pence, coalesce(h.late_fee_pence, s.late_fee_pence) as late_fee_pence,
        coalesce(h.free_until, one.starts_at - make_interval(hours => s.free_until_hours)) as free_until, t.name as therapist,
        c.name as clinic, c.phone, l.name as place, l.zone,
        array(select b.appointment_id from appointments b where b.clinic_id = o.clinic_id
          and b.booking_key in (one.hold_id, two.hold_id) order by b.starts_at) as visits
      from offers o
      join waiting_entries e using (clinic_id, waiting_entry_id)
      join offer_times one on one.clinic_id = o.clinic_id and one.offer_id = o.offer_id and one.nth = 1
      left join offer_times two on two.clinic_id = o.clinic_id and two.offer_id = o.offer_id and two.nth = 2
      left join appointments h on h.clinic_id = one.clinic_id and h.appointment_id = one.hold_id
      left join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
      left join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
      join services s on s.clinic_id = e.clinic_id and s.service_id = e.service_id
      join therapists t on t.clinic_id = one.clinic_id and t.therapist_id = one.therapist_id
      join locations l on l.clinic_id = one.clinic_id and l.location_id = one.location_id
      join clinics c on c.clinic_id = o.clinic_id
      where o.clinic_id = ${clinicId} and o.offer_id = ${offerId}`.execute(trx)
    const [row] = rows
    return row && viewOf({ clinicId, offerId }, row, await standingOf(trx, row))
  })
}

/** Whoever comes after its end is told so, swept or not; and so is whoever is offered a time that is not given any more. */
async function standingOf(trx: ClinicTransaction, row: OfferRow): Promise<Standing> {
  if (row.state === 'ended' && row.is_early) return { state: 'gone', endedWhy: row.ended_why }
  if (row.state === 'passed' && row.is_by_staff) return { state: 'closed', endedWhy: null }
  if (row.state !== 'open') return { state: row.state, endedWhy: null }
  if (row.is_over) return { state: 'ended', endedWhy: null }
  if (row.moves_from && !(visitStands(row) && row.starts_at < row.moves_from))
    return { state: 'gone', endedWhy: 'visit' }
  const holds = [row.hold_id, row.second_hold_id].filter((id) => id !== null)
  const isHeld = await heldStill(trx, holds, row.moves_appointment_id)
  return isHeld ? { state: 'open', endedWhy: null } : { state: 'gone', endedWhy: 'time' }
}

type Standing = Pick<OfferView, 'state' | 'endedWhy'>

const visitStands = ({ moves_state }: OfferRow) => moves_state === 'confirmed'

interface OfferRow {
  readonly state: StoredState
  readonly is_over: boolean
  readonly is_early: boolean | null
  readonly ended_why: EndedWhy | null
  readonly is_by_staff: boolean
  readonly was_taken_off: boolean
  readonly answer_until: Date
  readonly waiting_entry_id: string
  readonly entry_state: OfferView['entryState']
  readonly link_round: number
  readonly hold_id: string
  readonly second_hold_id: string | null
  readonly starts_at: Date
  readonly ends_at: Date
  readonly second_starts_at: Date | null
  readonly person_name: string | null
  readonly second_person_name: string | null
  readonly moves_appointment_id: string | null
  readonly moves_from: Date | null
  readonly moves_state: string | null
  readonly service_id: string
  readonly service: string
  readonly minutes: number
  readonly price_pence: number
  readonly late_fee_pence: number
  readonly free_until: Date
  readonly needs_referral: boolean
  readonly therapist: string
  readonly clinic: string
  readonly phone: string
  readonly place: string
  readonly zone: string
  readonly visits: readonly string[]
}

function viewOf(id: OfferId, row: OfferRow, standing: Standing): OfferView {
  const moved = row.moves_appointment_id
  return {
    ...id,
    ...standing,
    entryId: row.waiting_entry_id,
    // Who waits for an earlier time waits as long as the visit stands.
    entryState: row.entry_state === 'waiting' && row.moves_from && !visitStands(row) ? 'left' : row.entry_state,
    wasTakenOff: row.was_taken_off,
    linkRound: row.link_round,
    answerUntil: row.answer_until.getTime(),
    holdId: row.hold_id,
    visits: moved ? [moved] : row.visits,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    secondStartsAt: row.second_starts_at?.getTime() ?? null,
    personName: row.person_name,
    secondPersonName: row.second_person_name,
    moves:
      moved && row.moves_from
        ? { appointmentId: moved, startsAt: row.moves_from.getTime(), stands: visitStands(row) }
        : null,
    service: {
      ...{ id: row.service_id, name: row.service, minutes: row.minutes, pricePence: row.price_pence },
      needsReferral: row.needs_referral,
    },
    ...{ lateFeePence: row.late_fee_pence, freeUntil: row.free_until.getTime() },
    therapist: row.therapist,
    clinic: { name: row.clinic, phone: row.phone },
    place: { name: row.place, zone: row.zone },
  }
}

/**
 * The waiting list as staff see it: who waits, for what, since when, and what is offered to them now; and who was taken off it
 * lately. Never: changes anything but what is written down of the look.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'
import type { Member } from '../../people/members.ts'
import { recordLooks } from '../../people/reads.ts'
import { databaseNow } from '../slot-claims.ts'
import type { EntryId } from './offer-by-hand.ts'
import { wishOf } from './waiting-rows.ts'
import type { WaitingWish } from './wish.ts'

/** Somebody who waits. Moments are milliseconds since 1970. */
export interface StaffWaiting {
  readonly entryId: string
  readonly since: number
  /** Who of the staff put them on the list; null where they joined by themselves. */
  readonly joinedBy: string | null
  readonly personName: string
  /** Two come, one after the other, or none. */
  readonly secondPersonName: string | null
  readonly contactName: string
  readonly email: string | null
  readonly phone: string | null
  readonly service: string
  /** `null` for whoever gives it. */
  readonly therapist: string | null
  /** `null` for any place of the clinic. */
  readonly place: string | null
  readonly wish: WaitingWish
  /** The visit that would be moved to an earlier time. */
  readonly moves: { readonly appointmentId: string; readonly startsAt: number } | null
  /** The clock by which their times are said. */
  readonly zone: string
  readonly offer: OpenOffer | null
  /** Offers that they passed on, that staff ended, and that ended before they answered. */
  readonly before: { readonly passed: number; readonly closed: number; readonly ended: number }
}

/** What is offered to somebody now. */
export interface OpenOffer {
  readonly offerId: string
  readonly startsAt: number
  readonly secondStartsAt: number | null
  readonly therapist: string
  readonly place: string
  /** When the mail goes: in the morning, for what came free at night. */
  readonly askedAt: number
  readonly answerUntil: number
}

/** Somebody whom staff took off the list at their wish. */
export interface TakenOff {
  readonly entryId: string
  readonly personName: string
  readonly service: string
  readonly at: number
  readonly by: string
  readonly reason: string
}

/** The whole list. */
export interface StaffWaitingList {
  readonly waiting: readonly StaffWaiting[]
  readonly takenOff: readonly TakenOff[]
  readonly now: number
  readonly zone: string
}

/** For so many days it is shown who was taken off. */
const takenOffDays = 14
const mostShown = 500

/** The longest wait first. Whose visit would be moved has it written down that this member looked. */
export function waitingForStaff(db: Database, member: Member): Promise<StaffWaitingList> {
  return inClinic(db, member.clinicId, async (trx) => {
    const rows = await readWaiting(trx)
    await recordLooks(
      trx,
      member,
      'visit',
      rows.flatMap(({ moves_appointment_id: appointmentId, person_id: personId }) =>
        appointmentId && personId ? [{ personId, appointmentId }] : [],
      ),
    )
    return {
      waiting: rows.map(waitingOf),
      takenOff: await readTakenOff(trx),
      now: await databaseNow(trx),
      zone: rows[0]?.zone ?? 'Europe/London',
    }
  })
}

/** The visit that somebody has by an offer that they took; `undefined` where they took none. */
export const takenVisit = (db: Database, { clinicId, entryId }: EntryId): Promise<string | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ id: string | null }>`
      select coalesce(e.moves_appointment_id, a.appointment_id) as id from waiting_entries e
      join offers o on o.clinic_id = e.clinic_id and o.waiting_entry_id = e.waiting_entry_id and o.state = 'taken'
      join offer_times t on t.clinic_id = o.clinic_id and t.offer_id = o.offer_id and t.nth = 1
      left join appointments a on a.clinic_id = t.clinic_id and a.booking_key = t.hold_id
      where e.clinic_id = clinic.current_clinic() and e.waiting_entry_id = ${entryId} and e.state = 'booked'`.execute(
      trx,
    )
    return rows[0]?.id ?? undefined
  })

/** One of them; `undefined` for somebody who does not wait. */
export async function oneWaiting(
  db: Database,
  member: Member,
  entryId: string,
): Promise<{ readonly one: StaffWaiting; readonly now: number } | undefined> {
  const { waiting, now } = await waitingForStaff(db, member)
  const one = waiting.find((each) => each.entryId === entryId)
  return one && { one, now }
}

interface Row {
  readonly waiting_entry_id: string
  readonly created_at: Date
  readonly joined_by: string | null
  readonly person: string
  readonly second_person_name: string | null
  readonly contact: string
  readonly email: string | null
  readonly phone: string | null
  readonly service: string
  readonly therapist: string | null
  readonly place: string | null
  readonly location_id: string | null
  readonly weekdays: number[]
  readonly from_time: string
  readonly to_time: string
  readonly first_day: string
  readonly last_day: string
  readonly moves_appointment_id: string | null
  readonly moves_from: Date | null
  readonly moves_day: string | null
  readonly person_id: string | null
  readonly zone: string
  readonly offer_id: string | null
  readonly asked_at: Date | null
  readonly answer_until: Date | null
  readonly offered_at: Date | null
  readonly second_offered_at: Date | null
  readonly offered_therapist: string | null
  readonly offered_place: string | null
  readonly passed: number
  readonly closed: number
  readonly ended: number
}

/** Whose days are over, or whose visit has begun or was cancelled, waits for nothing any more. */
async function readWaiting(trx: ClinicTransaction): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select e.waiting_entry_id, e.created_at, by.name as joined_by, coalesce(e.person_name, p.name, '') as person, e.second_person_name,
      coalesce(e.contact_name, k.name, '') as contact, coalesce(e.email, k.email) as email,
      coalesce(e.phone, k.phone) as phone, s.name as service, t.name as therapist, l.name as place, e.location_id,
      e.weekdays, e.from_time, e.to_time, e.first_day, e.last_day, e.moves_appointment_id, a.starts_at as moves_from,
      to_char(a.starts_at at time zone there.zone, 'YYYY-MM-DD') as moves_day, a.person_id,
      coalesce(l.zone, there.zone, (select zone from locations where clinic_id = e.clinic_id order by location_id limit 1), 'Europe/London') as zone,
      o.offer_id, o.asked_at, o.answer_until, one.starts_at as offered_at, two.starts_at as second_offered_at,
      ot.name as offered_therapist, ol.name as offered_place,
      (select count(*)::int from offers b where b.clinic_id = e.clinic_id and b.waiting_entry_id = e.waiting_entry_id
        and b.state = 'passed' and b.closed_by is null) as passed,
      (select count(*)::int from offers b where b.clinic_id = e.clinic_id and b.waiting_entry_id = e.waiting_entry_id
        and b.closed_by is not null) as closed,
      (select count(*)::int from offers b where b.clinic_id = e.clinic_id and b.waiting_entry_id = e.waiting_entry_id
        and b.state = 'ended') as ended
    from waiting_entries e
    join services s on s.clinic_id = e.clinic_id and s.service_id = e.service_id
    left join members by on by.clinic_id = e.clinic_id and by.member_id = e.joined_by
    left join therapists t on t.clinic_id = e.clinic_id and t.therapist_id = e.therapist_id
    left join locations l on l.clinic_id = e.clinic_id and l.location_id = e.location_id
    left join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
    left join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    left join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    left join locations there on there.clinic_id = a.clinic_id and there.location_id = a.location_id
    left join offers o on o.clinic_id = e.clinic_id and o.waiting_entry_id = e.waiting_entry_id and o.state = 'open'
    left join offer_times one on one.clinic_id = o.clinic_id and one.offer_id = o.offer_id and one.nth = 1
    left join offer_times two on two.clinic_id = o.clinic_id and two.offer_id = o.offer_id and two.nth = 2
    left join therapists ot on ot.clinic_id = one.clinic_id and ot.therapist_id = one.therapist_id
    left join locations ol on ol.clinic_id = one.clinic_id and ol.location_id = one.location_id
    where e.clinic_id = clinic.current_clinic() and e.state = 'waiting'
      and case when e.moves_appointment_id is null then e.last_day >= (now() at time zone coalesce(l.zone, 'Europe/London'))::date
        else a.state = 'confirmed' and a.starts_at > now() end
    order by e.created_at, e.waiting_entry_id limit ${mostShown}`.execute(trx)
  return rows
}

const waitingOf = (row: Row): StaffWaiting => ({
  entryId: row.waiting_entry_id,
  since: row.created_at.getTime(),
  joinedBy: row.joined_by,
  personName: row.person,
  secondPersonName: row.second_person_name,
  contactName: row.contact,
  email: row.email,
  phone: row.phone,
  service: row.service,
  therapist: row.therapist,
  place: row.place,
  wish: wishOf(row),
  moves:
    row.moves_appointment_id && row.moves_from
      ? { appointmentId: row.moves_appointment_id, startsAt: row.moves_from.getTime() }
      : null,
  zone: row.zone,
  offer: offerOf(row),
  before: { passed: row.passed, closed: row.closed, ended: row.ended },
})

function offerOf(row: Row): OpenOffer | null {
  const {
    offer_id: offerId,
    offered_at,
    asked_at,
    answer_until,
    offered_therapist: therapist,
    offered_place: place,
  } = row
  if (!offerId || !offered_at || !asked_at || !answer_until) return null
  return {
    ...{ offerId, startsAt: offered_at.getTime(), secondStartsAt: row.second_offered_at?.getTime() ?? null },
    ...{ therapist: therapist ?? '', place: place ?? '' },
    ...{ askedAt: asked_at.getTime(), answerUntil: answer_until.getTime() },
  }
}

async function readTakenOff(trx: ClinicTransaction): Promise<readonly TakenOff[]> {
  const { rows } = await sql<{
    id: string
    person: string
    service: string
    at: Date
    by: string
    reason: string
  }>`
    select e.waiting_entry_id as id, coalesce(e.person_name, p.name, '') as person, s.name as service, e.changed_at as at,
      m.name as by, e.left_reason as reason
    from waiting_entries e
    join services s on s.clinic_id = e.clinic_id and s.service_id = e.service_id
    join members m on m.clinic_id = e.clinic_id and m.member_id = e.left_by
    left join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.moves_appointment_id
    left join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    where e.clinic_id = clinic.current_clinic() and e.state = 'left'
      and e.changed_at > now() - make_interval(days => ${takenOffDays})
    order by e.changed_at desc, e.waiting_entry_id limit ${mostShown}`.execute(trx)
  return rows.map(({ id, person, at, ...rest }) => ({ entryId: id, personName: person, at: at.getTime(), ...rest }))
}

/** The visits of a clinic on one day, for whoever opens the door: who comes to whom, whom no mail has reached, what they wrote. */
import { pounds } from '../mail/mail-texts.ts'
import { sql } from 'kysely'
import { wallTimes } from '../availability/wall-clock.ts'
import { type Database, inClinic } from '../db/connection.ts'
import { loadMailTruths } from '../mail/mail-truth.ts'
import { unseal } from '../people/seal.ts'
import { askedAmong } from './choose-again/asked-people.ts'
import { databaseNow } from './slot-claims.ts'
import { endedByStaff, heardIt, isToBeTold, noEmail } from './staff-day.ts'
import { asVisitState } from './visit-row.ts'

/** One visit of the day. */
export interface DayVisit {
  readonly appointmentId: string
  /** "08:20 to 09:05", on the clock of the place. */
  readonly times: string
  readonly state: string
  readonly therapist: string
  readonly service: string
  readonly place: string
  readonly person: string
  /** Null for somebody who gave a phone alone. */
  readonly email: string | null
  readonly phone: string | null
  /** "I pay", or insurer and numbers as they were typed. */
  readonly payer: string
  /** What the person wrote to the therapist; null where nothing was written, or the secret is not the one it was sealed with. */
  readonly note: string | null
  /** Why somebody should ring: no mail has reached them, and it matters to them how the visit stands. */
  readonly notReached: string | null
  /** Staff bent a rule for it: their reason. */
  readonly bentReason: string | null
  /** They were asked to choose another time, and not to come then: nothing is chosen yet. */
  readonly isAsked: boolean
}

interface Row {
  readonly appointment_id: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly state: string
  readonly therapist: string
  readonly service: string
  readonly place: string
  readonly zone: string
  readonly person: string
  readonly email: string | null
  readonly phone: string | null
  readonly payer: string
  readonly insurer: string | null
  readonly membership_number: string | null
  readonly authorisation_number: string | null
  readonly excess_pence: number | null
  readonly note_sealed: Buffer | null
  readonly bent_reason: string | null
  readonly ended_by_staff: boolean
  readonly heard_it: boolean
}

/**
 * Those whom no mail has reached first, then in the order of the day.
 * @param day ISO day on the clock of each location
 */
export async function dayList(
  app: Database,
  secret: Uint8Array,
  clinicId: string,
  day: string,
): Promise<readonly DayVisit[]> {
  const { rows, now, asked } = await inClinic(app, clinicId, async (trx) => {
    const found = await sql<Row>`
      select a.appointment_id, a.starts_at, a.ends_at, a.state, t.name as therapist, s.name as service, l.name as place,
        l.zone, p.name as person, c.email, c.phone, a.payer, a.insurer, a.membership_number, a.authorisation_number, a.excess_pence,
        a.note_sealed, a.bent_reason, ${endedByStaff} as ended_by_staff, ${heardIt} as heard_it
      from appointments a
      join therapists t using (clinic_id, therapist_id)
      join services s using (clinic_id, service_id)
      join locations l using (clinic_id, location_id)
      join persons p using (clinic_id, person_id)
      join contacts c using (clinic_id, contact_id)
      where a.state <> 'held' and (a.starts_at at time zone l.zone)::date = ${day}::date
      order by a.starts_at, t.name`.execute(trx)
    const at = await databaseNow(trx)
    const visits = found.rows.map(({ appointment_id }) => ({ appointmentId: appointment_id }))
    return { rows: found.rows, now: at, asked: await askedAmong(trx, visits, at) }
  })
  const ids = rows.map(({ appointment_id }) => appointment_id)
  const mails = await loadMailTruths(app, clinicId, ids, now)
  const visits = rows.map((row) => {
    const { appointment_id: appointmentId, note_sealed } = row
    const note = note_sealed && unseal(secret, { kind: 'note', clinicId, appointmentId }, note_sealed)
    const reached = mails.get(appointmentId)?.notReached ?? (row.email === null && !row.heard_it ? noEmail : null)
    const visit = dayVisit(row, note ?? null, isRowToBeTold(row, now) ? reached : null)
    return { ...visit, isAsked: asked.has(appointmentId) }
  })
  return visits.toSorted((one, other) => Number(other.notReached !== null) - Number(one.notReached !== null))
}

/** The rule of the screens: whoever cancelled by themselves, stayed away or is here needs no call. */
const isRowToBeTold = ({ state, starts_at, ended_by_staff }: Row, now: number) =>
  isToBeTold({ state: asVisitState(state), startsAt: starts_at.getTime(), endedByStaff: ended_by_staff }, now)

function dayVisit(row: Row, note: string | null, notReached: string | null): Omit<DayVisit, 'isAsked'> {
  const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())
  const { insurer, membership_number: membership, authorisation_number: authorisation, excess_pence: excess } = row
  const numbers = [
    membership && `membership ${membership}`,
    authorisation && `authorisation ${authorisation}`,
    excess !== null && `excess ${pounds(excess)}`,
  ]
  return {
    appointmentId: row.appointment_id,
    times: wallTimes(instant(row.starts_at), instant(row.ends_at), row.zone),
    state: row.state,
    therapist: row.therapist,
    service: row.service,
    place: row.place,
    person: row.person,
    email: row.email,
    phone: row.phone,
    payer:
      row.payer === 'package'
        ? `paid ahead, number ${authorisation ?? 'not said'}`
        : row.payer === 'insurer'
          ? [insurer, ...numbers].filter(Boolean).join(', ')
          : 'pays themselves',
    note,
    notReached,
    bentReason: row.bent_reason,
  }
}

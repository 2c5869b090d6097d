/** Who was asked to choose again, as staff see it: who has chosen, who has not opened the link, and whom somebody must ring. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../../db/connection.ts'
import { isCalledOff } from '../../availability/called-off.ts'

/**
 * `asked`: the link was not opened yet. `opened`: it was, and nothing is chosen. `moved`, `cancelled`: by themselves.
 * `byClinic`: the visit was moved or cancelled, but not by the link. `kept`: the old time stands after all. `tooLate`: its hour
 * came before anybody answered.
 */
export type AskFate = 'asked' | 'opened' | 'moved' | 'cancelled' | 'byClinic' | 'kept' | 'tooLate'

/** Somebody who was asked. Moments are milliseconds since 1970. */
export interface AskedPerson {
  readonly askId: string
  readonly appointmentId: string
  readonly personId: string
  readonly person: string
  readonly fate: AskFate
  readonly askedAt: number
  readonly openedAt: number | null
  /** Why somebody must ring them. */
  readonly ring: 'wants' | 'notReached' | 'soon' | 'tooLate' | null
  /** The number that they gave for it, or that the clinic has. */
  readonly phone: string | null
  /** The time that could not be kept. */
  readonly oldStart: number
  /** Where the visit is now. */
  readonly startsAt: number
  readonly endsAt: number
  readonly therapist: string
  readonly zone: string
}

/** Days off. ISO days on the clock of the place. */
export interface AskedAbout {
  readonly therapistId?: string | undefined
  readonly locationId?: string | undefined
  readonly firstDay: string
  readonly lastDay: string
}

/** With so little left before the visit, somebody who has not answered is rung. [C] */
const soonMs = 3 * 60 * 60_000
/** For how many days a question is shown. */
const daysShown = 14

/** Of one therapist, with whom they would have been. */
interface AskedWith {
  readonly therapistId: string
}

/** The visits that are meant, however long ago their people were asked. */
interface AskedOf {
  readonly visits: readonly string[]
}

/**
 * Everybody who was asked in the last two weeks; first those to ring, then those who have not answered, then the rest.
 * @param now the database's time @param about only those whose old time lay in these days, with this therapist or at this place;
 * or with this therapist, whenever; or of these visits
 */
export async function askedPeople(
  trx: ClinicTransaction,
  now: number,
  about?: AskedAbout | AskedWith | AskedOf,
): Promise<readonly AskedPerson[]> {
  const visits = about && 'visits' in about ? about.visits : null
  const of = about && 'firstDay' in about ? about : undefined
  const whose = about && 'therapistId' in about ? about.therapistId : undefined
  const { rows } = await sql<AskedRow>`
    select c.choose_again_id, a.appointment_id, p.person_id, p.name as person, c.asked_at, c.opened_at, c.phone_asked_at,
      coalesce(c.phone, k.phone) as phone, c.starts_at as old_start, c.outcome, a.state, a.starts_at, a.ends_at,
      a.therapist_id, a.location_id, t.name as therapist, l.zone,
      a.therapist_id = c.therapist_id and a.location_id = c.location_id and a.starts_at = c.starts_at as is_old_time,
      exists (select from mails m where m.clinic_id = c.clinic_id and m.choose_again_id = c.choose_again_id
        and m.kind = 'choose-again' and m.state in ('bounced', 'given-up')) as not_reached
    from choose_again c
    join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
    join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    join therapists t on t.clinic_id = a.clinic_id and t.therapist_id = a.therapist_id
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    where c.clinic_id = clinic.current_clinic() and (${visits}::uuid[] is null or c.appointment_id = any(${visits}::uuid[]))
      and (${visits}::uuid[] is not null or c.asked_at > now() - make_interval(days => ${daysShown}))
      and (${whose ?? null}::uuid is null or c.therapist_id = ${whose ?? null})
      and (${of?.locationId ?? null}::uuid is null or c.location_id = ${of?.locationId ?? null})
      and (${of?.firstDay ?? null}::date is null or (c.starts_at at time zone l.zone)::date
        between ${of?.firstDay ?? null}::date and ${of?.lastDay ?? null}::date)
    order by c.starts_at, c.choose_again_id limit 500`.execute(trx)
  const people: AskedPerson[] = []
  for (const row of rows) people.push(personOf(row, await fateOf(trx, row, now), now))
  const rank = ({ ring, fate }: AskedPerson) => (ring ? 0 : isOpen(fate) ? 1 : 2)
  return people.toSorted((one, other) => rank(one) - rank(other))
}

/** The open question to whoever comes to this visit. @param now the database's time */
export async function askedOfVisit(
  trx: ClinicTransaction,
  appointmentId: string,
  now: number,
): Promise<AskedPerson | undefined> {
  return (await askedPeople(trx, now, { visits: [appointmentId] })).find(isUnanswered)
}

/** Of these visits, those whose person was asked to choose another time and has not answered. @param now the database's time */
export async function askedAmong(
  trx: ClinicTransaction,
  visits: readonly { readonly appointmentId: string }[],
  now: number,
): Promise<ReadonlySet<string>> {
  if (visits.length === 0) return new Set()
  const people = await askedPeople(trx, now, { visits: visits.map(({ appointmentId }) => appointmentId) })
  return new Set(people.filter(isUnanswered).map(({ appointmentId }) => appointmentId))
}

const isUnanswered = ({ fate }: AskedPerson) => isOpen(fate) || fate === 'tooLate'

/** Nobody has answered, and they still can. */
const isOpen = (fate: AskFate): boolean => fate === 'asked' || fate === 'opened'

interface AskedRow {
  readonly choose_again_id: string
  readonly appointment_id: string
  readonly person_id: string
  readonly person: string
  readonly asked_at: Date
  readonly opened_at: Date | null
  readonly phone_asked_at: Date | null
  readonly phone: string | null
  readonly old_start: Date
  readonly outcome: 'moved' | 'cancelled' | 'kept' | null
  readonly state: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly therapist_id: string
  readonly location_id: string
  readonly therapist: string
  readonly zone: string
  readonly is_old_time: boolean
  readonly not_reached: boolean
}

async function fateOf(trx: ClinicTransaction, row: AskedRow, now: number): Promise<AskFate> {
  if (row.outcome) return row.outcome
  if (!row.is_old_time || row.state.endsWith('cancelled')) return 'byClinic'
  if (row.state !== 'confirmed') return 'kept'
  const { therapist_id: therapistId, location_id: locationId, zone, starts_at, ends_at } = row
  const time = { therapistId, locationId, zone, from: starts_at.getTime(), to: ends_at.getTime() }
  if (!(await isCalledOff(trx, time))) return 'kept'
  if (time.from <= now) return 'tooLate'
  return row.opened_at === null ? 'asked' : 'opened'
}

function ringOf(row: AskedRow, fate: AskFate, now: number): AskedPerson['ring'] {
  if (fate === 'tooLate') return 'tooLate'
  if (!isOpen(fate)) return null
  if (row.phone_asked_at !== null) return 'wants'
  if (row.not_reached) return 'notReached'
  return row.old_start.getTime() - now < soonMs ? 'soon' : null
}

const personOf = (row: AskedRow, fate: AskFate, now: number): AskedPerson => ({
  askId: row.choose_again_id,
  appointmentId: row.appointment_id,
  personId: row.person_id,
  person: row.person,
  fate,
  askedAt: row.asked_at.getTime(),
  openedAt: row.opened_at?.getTime() ?? null,
  ring: ringOf(row, fate, now),
  phone: row.phone,
  oldStart: row.old_start.getTime(),
  startsAt: row.starts_at.getTime(),
  endsAt: row.ends_at.getTime(),
  therapist: row.therapist,
  zone: row.zone,
})

/** What a mail about choosing again needs, and whether it is still true when it goes. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { ChooseAgainMailKind } from './mail-rows.ts'
import { addressOf } from './mail-texts.ts'
import type { MailedNotice } from './mailed-notice.ts'

interface AskRow {
  readonly is_open: boolean
  readonly is_kept: boolean
  readonly contact: string
  readonly address: string | null
  readonly link_round: number
  readonly person: string
  readonly clinic: string
  readonly phone: string
  readonly email: string
  readonly service: string
  readonly minutes: number
  readonly price_pence: number
  readonly starts_at: Date
  readonly ends_at: Date
  readonly therapist: string
  readonly place: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly by_video: boolean
  readonly appointment_id: string
  readonly version: number
  readonly organizer: string | null
  readonly zone: string
  readonly demonstration: boolean
}

interface Found {
  readonly notice: MailedNotice
  readonly address: string | null
  readonly why: string | undefined
}

/** @returns `undefined` where there is no such question */
export async function loadChooseAgain(
  trx: ClinicTransaction,
  clinicId: string,
  kind: ChooseAgainMailKind,
  askId: string,
): Promise<Found | undefined> {
  const { rows } = await sql<AskRow>`
    select same.it and c.closed_at is null as is_open, same.it and c.outcome is not distinct from 'kept' as is_kept,
      k.name as contact, k.email as address, k.link_round, p.name as person, n.name as clinic, n.phone, n.email,
      s.name as service, (extract(epoch from a.ends_at - a.starts_at) / 60)::int as minutes, a.price_pence,
      c.starts_at, c.starts_at + (a.ends_at - a.starts_at) as ends_at, t.name as therapist, l.name as place, l.zone,
      l.street, l.town, l.postcode, s.by_video, a.appointment_id, a.version, a.organizer,
      i.demonstration
    from choose_again c
    join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
    cross join lateral (select a.state = 'confirmed' and a.therapist_id = c.therapist_id and a.location_id = c.location_id
      and a.starts_at = c.starts_at as it) same
    join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
    join therapists t on t.clinic_id = c.clinic_id and t.therapist_id = c.therapist_id
    join locations l on l.clinic_id = c.clinic_id and l.location_id = c.location_id
    join clinics n on n.clinic_id = c.clinic_id
    cross join installation i
    where c.clinic_id = ${clinicId} and c.choose_again_id = ${askId}`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const isTrue = kind === 'choose-again' ? row.is_open : row.is_kept
  return {
    notice: {
      ...{ clinicId, subjectId: askId, contactName: row.contact, linkRound: row.link_round, offer: null },
      clinic: { name: row.clinic, phone: row.phone, email: row.email },
      service: { name: row.service, minutes: row.minutes, pricePence: row.price_pence },
      demonstration: row.demonstration,
      visitTime: {
        ...{ startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime(), zone: row.zone },
        ...{ therapist: row.therapist, place: row.place },
        person: row.person === row.contact ? null : row.person,
        ...{ appointmentId: row.appointment_id, version: row.version, organizer: row.organizer },
        location: row.by_video ? 'By video' : addressOf(row),
      },
    },
    address: row.address,
    why: isTrue ? undefined : 'The visit was changed before this was sent.',
  }
}

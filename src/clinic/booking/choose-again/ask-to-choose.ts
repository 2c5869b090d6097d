/** Asking people to choose again, whose visits the clinic cannot keep: one question and one mail for each, however often pressed. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../../db/connection.ts'
import { queueChooseAgainMail } from '../../mail/notice-rows.ts'
import type { Member } from '../../people/members.ts'
import { lockVisit } from '../visit-row.ts'
import { isCalledOff } from '../../availability/called-off.ts'

/** A visit as it stood on the page from which it is asked about. */
export interface AskedVisit {
  readonly appointmentId: string
  readonly version: number
}

/**
 * `already`: they are asked, and get no second mail. `stale`: it was changed since the page was opened. `over`: it has begun,
 * or stands no more. `stands`: nothing speaks against it. `noEmail`: somebody must ring.
 */
export type Asked =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly why: 'stale' | 'over' | 'stands' | 'noEmail' | 'gone' }

/** Asks each, in a transaction of its own: what cannot be asked keeps nobody else from being asked. */
export async function askToChoose(
  db: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  visits: readonly AskedVisit[],
): Promise<ReadonlyMap<string, Asked>> {
  const results = new Map<string, Asked>()
  for (const visit of visits)
    results.set(visit.appointmentId, await inClinic(db, member.clinicId, (trx) => askIn(trx, member, visit)))
  return results
}

async function askIn(
  trx: ClinicTransaction,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  { appointmentId, version }: AskedVisit,
): Promise<Asked> {
  const visit = await lockVisit(trx, appointmentId)
  if (!visit) return { ok: false, why: 'gone' }
  if (visit.version !== version) return { ok: false, why: 'stale' }
  const time = await timeOf(trx, appointmentId)
  if (visit.state !== 'confirmed' || !time?.isAhead) return { ok: false, why: 'over' }
  if (!(await isCalledOff(trx, time))) return { ok: false, why: 'stands' }
  if (visit.address === null) return { ok: false, why: 'noEmail' }
  const { rows } = await sql<{ choose_again_id: string }>`
    insert into choose_again (clinic_id, appointment_id, therapist_id, location_id, starts_at, asked_by)
    select clinic_id, appointment_id, therapist_id, location_id, starts_at, ${memberId} from appointments
    where clinic_id = ${clinicId} and appointment_id = ${appointmentId}
    on conflict do nothing returning choose_again_id`.execute(trx)
  const [asked] = rows
  if (!asked) return { ok: true, already: true }
  await queueChooseAgainMail(trx, {
    ...{ clinicId, askId: asked.choose_again_id, kind: 'choose-again' },
    ...{ address: visit.address, startsAt: time.from },
  })
  return { ok: true, already: false }
}

/** When and where a visit is. */
async function timeOf(trx: ClinicTransaction, appointmentId: string) {
  const { rows } = await sql<{
    therapist_id: string
    location_id: string
    zone: string
    starts_at: Date
    ends_at: Date
    is_ahead: boolean
  }>`
    select a.therapist_id, a.location_id, l.zone, a.starts_at, a.ends_at, a.starts_at > now() as is_ahead
    from appointments a join locations l using (clinic_id, location_id)
    where a.appointment_id = ${appointmentId}`.execute(trx)
  const [row] = rows
  return (
    row && {
      ...{ therapistId: row.therapist_id, locationId: row.location_id, zone: row.zone, isAhead: row.is_ahead },
      ...{ from: row.starts_at.getTime(), to: row.ends_at.getTime() },
    }
  )
}

/**
 * The therapist is back, or the place is open after all: whoever was asked to choose and has not keeps their time, and is told
 * so if the question had reached them. Call it when the absence or closure is gone.
 */
export async function tellWhatStandsAgain(trx: ClinicTransaction, clinicId: string): Promise<void> {
  const { rows } = await sql<OpenRow>`
    select c.choose_again_id, c.appointment_id, a.therapist_id, a.location_id, l.zone, a.starts_at, a.ends_at, k.email,
      exists (select from mails m where m.clinic_id = c.clinic_id and m.choose_again_id = c.choose_again_id
        and m.state in ('sending', 'handed-over')) as knows
    from choose_again c
    join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id and a.state = 'confirmed'
      and a.therapist_id = c.therapist_id and a.location_id = c.location_id and a.starts_at = c.starts_at
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    where c.clinic_id = ${clinicId} and c.closed_at is null and a.starts_at > now()
    order by c.choose_again_id for update of c`.execute(trx)
  for (const row of rows) {
    const [from, to] = [row.starts_at.getTime(), row.ends_at.getTime()]
    const time = { therapistId: row.therapist_id, locationId: row.location_id, zone: row.zone, from, to }
    if (await isCalledOff(trx, time)) continue
    await closeAsk(trx, row.choose_again_id, 'kept')
    if (row.knows && row.email !== null)
      await queueChooseAgainMail(trx, {
        ...{ clinicId, askId: row.choose_again_id, kind: 'stands-again' },
        ...{ address: row.email, startsAt: from },
      })
  }
}

interface OpenRow {
  readonly choose_again_id: string
  readonly appointment_id: string
  readonly therapist_id: string
  readonly location_id: string
  readonly zone: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly email: string | null
  readonly knows: boolean
}

/** Writes how a question ended. */
export async function closeAsk(
  trx: ClinicTransaction,
  askId: string,
  outcome: 'moved' | 'cancelled' | 'kept',
): Promise<void> {
  await trx
    .updateTable('choose_again')
    .set({ outcome, closed_at: sql<Date>`now()` })
    .where('choose_again_id', '=', askId)
    .execute()
}

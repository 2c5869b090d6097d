/** A visit as the database has it, with what changing it needs. */
import type { ClinicTransaction } from '../db/connection.ts'
import type { VisitState } from './visit-steps.ts'

/** Moments are milliseconds since 1970. */
export interface VisitRow {
  readonly state: VisitState
  readonly version: number
  readonly serviceId: string
  readonly therapistId: string
  readonly locationId: string
  readonly startsAt: number
  /** Its own length where that may differ from its service's; a place in a class has the class's. */
  readonly ownMinutes: number | undefined
  readonly freeUntil: number
  readonly lateFeePence: number
  /** Where its mails go; null for somebody who gave a phone alone. */
  readonly address: string | null
}

const minuteMs = 60_000

/** How long a visit takes, which staff may have changed: its service's length is that of visits to come. */
export const minutesOf = ({ starts_at, ends_at }: { readonly starts_at: Date; readonly ends_at: Date }): number =>
  Math.round((ends_at.getTime() - starts_at.getTime()) / minuteMs)

/** Reads a visit (never a hold) and locks it until the transaction ends. */
export async function lockVisit(trx: ClinicTransaction, appointmentId: string): Promise<VisitRow | undefined> {
  const row = await trx
    .selectFrom('appointments as a')
    .innerJoin('contacts as c', (on) =>
      on.onRef('c.clinic_id', '=', 'a.clinic_id').onRef('c.contact_id', '=', 'a.contact_id'),
    )
    .select(['a.state', 'a.version', 'a.service_id', 'a.therapist_id', 'a.location_id', 'a.starts_at', 'a.free_until'])
    .select(['a.ends_at', 'a.class_id'])
    .select(['a.late_fee_pence', 'c.email'])
    .where('a.appointment_id', '=', appointmentId)
    .forUpdate('a')
    .executeTakeFirst()
  return (
    row && {
      state: asVisitState(row.state),
      version: row.version,
      serviceId: row.service_id,
      therapistId: row.therapist_id,
      locationId: row.location_id,
      startsAt: row.starts_at.getTime(),
      ownMinutes: row.class_id === null ? minutesOf(row) : undefined,
      freeUntil: row.free_until.getTime(),
      lateFeePence: row.late_fee_pence,
      address: row.email,
    }
  )
}

const states: readonly string[] = [
  'held',
  'confirmed',
  'arrived',
  'finished',
  'cancelled',
  'late-cancelled',
  'no-show',
] satisfies readonly VisitState[]

const isVisitState = (text: string): text is VisitState => states.includes(text)

/** The column's text as the type that its check constraint promises. */
export function asVisitState(text: string): VisitState {
  if (!isVisitState(text)) throw new Error(`no state of a visit: ${text}`)
  return text
}

/** All that a clinic holds of a person, as plain data. Changes nothing. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { findPersons, type WhoAsks } from './find-person.ts'
import { type Row, rowsOfPersons } from './person-rows.ts'
import { type SealPurpose, unseal } from './seal.ts'

/** Everything, table by table. Sealed words are opened; ids of staff, places and services have their names beside them. */
export interface PersonExport {
  readonly clinic: string
  readonly who: WhoAsks
  /** ISO instant of the database's clock. */
  readonly madeAt: string
  readonly tables: Readonly<Record<string, readonly Row[]>>
}

/** Sealed columns, what their words are called once they are open, and the id that the seal is bound to. */
const sealed = new Map([
  ['appointments.note_sealed', { kind: 'note', called: 'note', boundTo: 'appointment_id' }],
  ['shared_checks.sealed', { kind: 'shared-check', called: 'shared_check', boundTo: 'appointment_id' }],
  ['questions.words_sealed', { kind: 'question', called: 'words', boundTo: 'question_id' }],
  ['question_answers.words_sealed', { kind: 'answer', called: 'words', boundTo: 'question_id' }],
  ['assessment_requests.note_sealed', { kind: 'note', called: 'note', boundTo: 'request_id' }],
] as const)

/** Bytes that say nothing of the person to anybody: keyed hashes of a network address or a private link. */
export const bytesLeftOut: readonly string[] = [
  'appointments.held_by',
  'assessment_requests.asked_by',
  'review_reports.reported_by',
  'calendar_feeds.token_hash',
  'questions.asked_from',
  'comments.written_from',
  'price_offer_uses.used_by',
]
/** Bytes that the export opens. */
export const bytesOpened: readonly string[] = [...sealed.keys()]

/** `undefined` where the clinic knows nobody of that name who is reached there. */
export function exportPerson(
  db: Database,
  secret: Uint8Array,
  clinicId: string,
  who: WhoAsks,
): Promise<PersonExport | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const persons = await findPersons(trx, clinicId, who)
    const found = await rowsOfPersons(trx, clinicId, persons, who)
    if ([...found.rows.values()].every((rows) => rows.length === 0)) return undefined
    const names = await namesOf(trx, clinicId)
    const tables = [...found.rows]
      .filter(([, rows]) => rows.length > 0)
      .map(([table, rows]) => [table, rows.map((row) => readable(table, row, names, secret))] as const)
    const { rows } = await sql<{ name: string; now: Date }>`
      select name, now() as now from clinics where clinic_id = ${clinicId}`.execute(trx)
    return {
      clinic: rows[0]?.name ?? '',
      who,
      madeAt: rows[0]?.now.toISOString() ?? '',
      tables: Object.fromEntries(tables),
    }
  })
}

/** What an id names, for those that the person would not know. */
async function namesOf(trx: ClinicTransaction, clinicId: string): Promise<ReadonlyMap<unknown, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select therapist_id as id, name from therapists where clinic_id = ${clinicId}
    union all select service_id, name from services where clinic_id = ${clinicId}
    union all select location_id, name from locations where clinic_id = ${clinicId}
    union all select member_id, name || ' (' || role || ')' from members where clinic_id = ${clinicId}`.execute(trx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function readable(table: string, row: Row, names: ReadonlyMap<unknown, string>, secret: Uint8Array): Row {
  const entries = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
    const place = `${table}.${column}`
    if (bytesLeftOut.includes(place)) return []
    const opens = [...sealed].find(([known]) => known === place)?.[1]
    if (opens) return [[opens.called, opened(opens, row, value, secret)]]
    const name = column.endsWith('_id') ? names.get(value) : undefined
    return name === undefined
      ? [[column, value]]
      : [
          [column, value],
          [column.replace(/_id$/, ''), name],
        ]
  })
  return Object.fromEntries(entries)
}

interface Sealed {
  readonly kind: SealPurpose['kind']
  readonly boundTo: string
}

function opened({ kind, boundTo }: Sealed, row: Row, value: unknown, secret: Uint8Array): string | null {
  if (typeof value !== 'string') return null
  const purpose = { kind, clinicId: String(row.clinic_id), appointmentId: String(row[boundTo]) }
  const bytes = Buffer.from(value.replace(/^\\x/, ''), 'hex')
  return unseal(secret, purpose, bytes) ?? 'It is sealed with another secret than this installation has.'
}

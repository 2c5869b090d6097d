/** Ids of the demonstration's rows, so that many rows are written by one statement, and what hangs on them by the next. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** The ids of one clinic's rows, in the order of its data. */
export interface Ids {
  readonly clinic: string
  readonly locations: readonly string[]
  readonly services: readonly string[]
  readonly therapists: readonly string[]
}

/** So many new ids, the database's own, in the order of time. */
export async function newIds(trx: ClinicTransaction, count: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id from generate_series(1, ${count}::int)`.execute(trx)
  return rows.map(({ id }) => id)
}

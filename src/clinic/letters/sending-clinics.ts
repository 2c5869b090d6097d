/** The clinics that letters can be had from: those that are open to the public. */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'

/** The most that are offered to choose from. */
const mostClinics = 500

/** A clinic that sends letters. */
export interface SendingClinic {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** By name. @param directory as public search sees it */
export async function sendingClinics(directory: Database): Promise<readonly SendingClinic[]> {
  const { rows } = await sql<SendingClinic>`
    select clinic_id as id, slug, name from directory.clinics order by name, clinic_id limit ${mostClinics}`.execute(
    directory,
  )
  return rows
}

/** Something of a clinic that was taken out of it before: the second of two presses has nothing left to do, and is no stranger. */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { notHere, type Saved, saved } from './outcome.ts'

/** Where each is kept, its key, and since when it is out. */
const kept = {
  services: { id: 'service_id', out: 'withdrawn_at' },
  rooms: { id: 'room_id', out: 'withdrawn_at' },
  machines: { id: 'machine_id', out: 'withdrawn_at' },
  therapists: { id: 'therapist_id', out: 'left_at' },
} as const

/** Is it out of the transaction's clinic, having been in it? */
async function isGone(trx: ClinicTransaction, from: keyof typeof kept, id: string): Promise<boolean> {
  const { id: key, out } = kept[from]
  const { rows } = await sql`select from ${sql.table(from)} where clinic_id = clinic.current_clinic()
    and ${sql.ref(key)} = ${id} and ${sql.ref(out)} is not null`.execute(trx)
  return rows.length > 0
}

/** The answer to whoever takes it out once more: it is as they wish. Another clinic's, or none at all, is not here. */
export const savedBefore = async (trx: ClinicTransaction, from: keyof typeof kept, id: string): Promise<Saved> =>
  (await isGone(trx, from, id)) ? saved : notHere

/** A clinic by its public address, and the database as its owner, for commands that work inside one clinic. */
import { connectAsOwner, type Database } from '../../clinic/db/connection.ts'
import { parseAddress } from '../../clinic/people/email-address.ts'
import type { WhoAsks } from '../../clinic/people/find-person.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { withDatabase } from './with-database.ts'

/** What such a command is given. */
export interface InClinic {
  readonly owner: Database
  readonly secret: Uint8Array
  readonly clinicId: string
}

/** Control marks would let a name move the cursor of whoever reads what is printed. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')

/** Runs `work` with the database as its owner. */
export function withOwner<T extends object>(
  { config }: Call,
  work: (owner: Database, secret: Uint8Array) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withDatabase(config, async ({ settings, secret }) => {
    const owner = connectAsOwner(settings)
    try {
      return await work(owner, Buffer.from(secret))
    } finally {
      await owner.destroy()
    }
  })
}

/** Runs `work` in the clinic of that address; says so where there is none. */
export function withClinic<T extends object>(
  call: Call,
  slug: string,
  work: (clinic: InClinic) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withOwner(call, async (owner, secret) => {
    const clinic = await owner
      .selectFrom('slugs')
      .select('clinic_id')
      .where('kind', '=', 'clinic')
      .where('slug', '=', slug)
      .executeTakeFirst()
    if (!clinic) return { ok: false, why: `There is no clinic "${plain(slug).slice(0, 80)}".` }
    return work({ owner, secret, clinicId: clinic.clinic_id })
  })
}

/** Whom a command is about. An email may be pasted as a mail program has it: "Ann <ann@example.org>". */
export function whoIn(name: string, reach: string): WhoAsks {
  const read = parseAddress(reach)
  return { name, reach: read.ok ? read.address : reach }
}

/** Said where nobody fits. */
export const nobodyWords = 'The clinic knows nobody of that name who is reached there. Nothing was changed.'

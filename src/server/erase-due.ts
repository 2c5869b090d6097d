/** Letting go by itself what had to be kept until now, for everybody who asked a clinic to be forgotten. */
import { sql } from 'kysely'
import { connectAsOwner, type Database } from '../clinic/db/connection.ts'
import { sweepAgainAndAgain } from '../clinic/mail/sweep.ts'
import { eraseWhatIsDue } from '../clinic/people/erase-person.ts'
import type { Beside } from './clinic.ts'

/** Several times a day, so that it goes on its day wherever the server stood at midnight. */
const everyMs = 6 * 3_600_000
/** One number of our own for this sweep (the advisory lock of the database). */
const sweepLock = 7_316_001

/**
 * One round over all clinics. Of two servers that begin at once one does it; the other finds nothing to do.
 * @param owner one connection as the owner of the database: the lock belongs to it
 * @returns for how many persons something went
 */
export async function eraseAllDue(owner: Database, signal?: AbortSignal): Promise<number> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${sweepLock}) as got`.execute(owner)
  if (!rows[0]?.got) return 0
  try {
    const clinics = await owner
      .selectFrom('slugs')
      .select('clinic_id')
      .where('kind', '=', 'clinic')
      .distinct()
      .execute()
    let gone = 0
    for (const { clinic_id } of clinics) if (!signal?.aborted) gone += await eraseWhatIsDue(owner, clinic_id)
    return gone
  } finally {
    await sql`select pg_advisory_unlock(${sweepLock})`.execute(owner)
  }
}

/** At the start, and then every six hours. @param say hears one line, without anybody's name */
export const eraseDueBeside =
  (say: (line: string) => void): Beside =>
  (_database, settings) => {
    const round = async (signal: AbortSignal) => {
      const owner = connectAsOwner(settings)
      try {
        const gone = await eraseAllDue(owner, signal)
        if (gone > 0) say(`Let go what was kept of ${gone} ${gone === 1 ? 'person' : 'people'}: its day had come.`)
      } finally {
        await owner.destroy()
      }
    }
    return sweepAgainAndAgain(round, (why) => say(`What is due to be erased waits (${why}).`), everyMs)
  }

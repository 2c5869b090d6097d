/**
 * Letting go by itself what had to be kept until now: of everybody who asked a clinic to be forgotten, and of whoever was asked
 * about letters and never said yes.
 */
import { sql } from 'kysely'
import { connectAsOwner, type Database } from '../clinic/db/connection.ts'
import { eraseOldWishes } from '../clinic/letters/erase-wishes.ts'
import { sweepAgainAndAgain } from '../clinic/mail/sweep.ts'
import { eraseWhatIsDue } from '../clinic/people/erase-person.ts'
import type { Beside } from './clinic.ts'

/** Several times a day, so that it goes on its day wherever the server stood at midnight. */
const everyMs = 6 * 3_600_000
/** One number of our own for this sweep (the advisory lock of the database). */
const sweepLock = 7_316_001

/** How many persons something was kept of, and how many wishes for letters, that went. */
export interface Gone {
  readonly persons: number
  readonly wishes: number
}

/**
 * One round over all clinics. Of two servers that begin at once one does it; the other finds nothing to do.
 * @param owner one connection as the owner of the database: the lock belongs to it
 */
export async function eraseAllDue(owner: Database, signal?: AbortSignal): Promise<Gone> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${sweepLock}) as got`.execute(owner)
  if (!rows[0]?.got) return { persons: 0, wishes: 0 }
  try {
    const clinics = await owner
      .selectFrom('slugs')
      .select('clinic_id')
      .where('kind', '=', 'clinic')
      .distinct()
      .execute()
    let [persons, wishes] = [0, 0]
    for (const { clinic_id } of clinics) {
      if (signal?.aborted) break
      persons += await eraseWhatIsDue(owner, clinic_id)
      wishes += await eraseOldWishes(owner, clinic_id)
    }
    return { persons, wishes }
  } finally {
    await sql`select pg_advisory_unlock(${sweepLock})`.execute(owner)
  }
}

/** What went, in words without anybody's name; none where nothing was due. Pure. */
export const goneWords = ({ persons, wishes }: Gone): readonly string[] => [
  ...(persons > 0
    ? [`Let go what was kept of ${persons} ${persons === 1 ? 'person' : 'people'}: its day had come.`]
    : []),
  ...(wishes > 0
    ? [`Let go ${wishes} ${wishes === 1 ? 'address' : 'addresses'} that letters were asked for and nobody said yes.`]
    : []),
]

/** At the start, and then every six hours. @param say hears one line, without anybody's name */
export const eraseDueBeside =
  (say: (line: string) => void): Beside =>
  (_database, settings) => {
    const round = async (signal: AbortSignal) => {
      const owner = connectAsOwner(settings)
      try {
        for (const line of goneWords(await eraseAllDue(owner, signal))) say(line)
      } finally {
        await owner.destroy()
      }
    }
    return sweepAgainAndAgain(round, (why) => say(`What is due to be erased waits (${why}).`), everyMs)
  }

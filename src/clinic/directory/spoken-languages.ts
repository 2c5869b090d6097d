/**
 * The languages that a search can be narrowed to. To list them every therapist of the directory has to be looked at, which
 * costs more than the search itself: 10,008 therapists took the database longer than all else that a page of Find asks.
 */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'

/** How long a list is good for, in milliseconds: a language that is new, or gone, shows a minute later. */
const keptMs = 60_000

interface Listed {
  readonly at: number
  readonly codes: Promise<readonly string[]>
}

const listed = new WeakMap<Database, Listed>()

/**
 * The languages that somebody in the directory speaks, as BCP 47 codes in their order, at most 200; as they were no longer than
 * a minute before `now`. Who asks while a list is read waits for the same one.
 * @param db logged in as `unclench_directory`
 * @throws when the database does not answer; then whoever asks next asks it anew
 */
export function readLanguages(db: Database, now: Temporal.Instant): Promise<readonly string[]> {
  const at = now.epochMilliseconds
  const last = listed.get(db)
  // A clock that was put back makes no list good for longer.
  if (last && Math.abs(at - last.at) < keptMs) return last.codes
  const codes = listLanguages(db)
  listed.set(db, { at, codes })
  codes.catch(() => {
    if (listed.get(db)?.codes === codes) listed.delete(db)
  })
  return codes
}

async function listLanguages(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct unnest(languages) as code from directory.therapists order by 1 limit 200`.execute(db)
  return rows.map(({ code }) => code)
}

/** The command `migrate`. A start of the server does the same by itself. */
import { bringUpToDate } from '../clinic.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { withDatabase } from './with-database.ts'

/** Runs the migrations that are missing, and says which. */
export const runMigrations = ({ config, say }: Call): Promise<Result<object>> =>
  withDatabase(config, async ({ settings, secret }) => {
    const outcome = await bringUpToDate(settings, secret)
    if (!outcome.ok) return outcome
    for (const name of outcome.ran) say(`Done: ${name}`)
    say(`The database is up to date: schema ${outcome.version}.`)
    return outcome
  })

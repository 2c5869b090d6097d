/** The command `release-mail`: lets mail leave again that a restored backup held. */
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { withClient, withDatabase } from './with-database.ts'

/** What became useless while it waited is dropped by the sender, with the reason. */
export const releaseMail = ({ config, say }: Call): Promise<Result<object>> =>
  withDatabase(config, ({ settings }) =>
    withClient(settings, async (client) => {
      const { rowCount } = await client.query(
        'update clinic.installation set mail_held_since = null where mail_held_since is not null',
      )
      say(rowCount ? 'Mail leaves again. What would come too late is dropped.' : 'No mail was held.')
      return { ok: true }
    }),
  )

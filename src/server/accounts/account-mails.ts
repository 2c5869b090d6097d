/** Sends what accounts write: invitations, and what changed in how somebody signs in. */
import { setTimeout } from 'node:timers/promises'
import type { Beside } from '../clinic.ts'
import type { AccountMailer } from './account-mailer.ts'

import { sendInvitations } from './send-invitations.ts'
import { sendNewStartMails } from './new-start-mails.ts'
import { sendWayInNotices } from './way-in-notices.ts'

const everyMs = 5_000
const kinds = {
  Invitations: sendInvitations,
  'Mails about signing in': sendWayInNotices,
  'Mails about new starts': sendNewStartMails,
}

/** Sends for as long as the database is there. @param say hears one line, without anybody's name or address */
export const accountMailsBeside =
  (mail: AccountMailer['mail'], origin: () => string, say: (line: string) => void): Beside =>
  ({ app, auth, secret }) => {
    const stopping = new AbortController()
    const { signal } = stopping
    const run = async () => {
      while (!signal.aborted) {
        for (const [kind, send] of Object.entries(kinds))
          await send({ app, auth, secret, mail, origin: origin() }, signal).catch((error: unknown) =>
            say(`${kind} wait: this round could not finish (${error instanceof Error ? error.name : 'unknown'}).`),
          )
        await setTimeout(everyMs, undefined, { signal }).catch(() => undefined)
      }
    }
    const running = run()
    return {
      stop: async () => {
        stopping.abort()
        await running
      },
    }
  }

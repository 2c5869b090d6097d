/** What sends the mails of accounts. */
import type { AccountDatabase, Database } from '../../clinic/db/connection.ts'
import type { MailSettings } from '../../clinic/mail/mail-settings.ts'

export interface AccountMailer {
  readonly app: Database
  readonly auth: AccountDatabase
  readonly secret: Uint8Array
  readonly mail: Pick<MailSettings, 'from' | 'deliver'>
  /** Where people reach this installation, without a slash at its end. */
  readonly origin: string
}

/** Whether a restored backup holds all mail until somebody releases it. */
export async function isMailHeld(app: Database): Promise<boolean> {
  const installation = await app.selectFrom('installation').select('mail_held_since').executeTakeFirst()
  return (installation?.mail_held_since ?? null) !== null
}

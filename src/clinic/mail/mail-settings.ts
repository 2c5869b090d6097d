/** How this installation sends mail, from its surroundings, read once at the start. */
import { join } from 'node:path'
import { isPlainAddress } from '../people/email-address.ts'
import { type Deliver, outboxDelivery, smtpDelivery } from './deliver.ts'

/** Mail as set up. `outbox` is the folder of .eml files, where no mail server is named. */
export interface MailSettings {
  readonly from: string
  readonly deliver: Deliver
  readonly outbox: string | null
}

/** What an installation without settings sends from: a name that no mail server on the net would take. */
const demonstrationFrom = 'bookings@unclench.invalid'

/**
 * Reads SMTP_URL (smtp:// or smtps://) and UNCLENCH_MAIL_FROM. Without the first, mail becomes files in the data folder; with
 * it UNCLENCH_URL must be set, or each link in a mail would lead people to their own machine.
 * The words of a refusal never repeat a value, which may hold a password.
 */
export function readMailSettings(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): { readonly ok: true; readonly settings: MailSettings } | { readonly ok: false; readonly why: string } {
  const url = env.SMTP_URL?.trim()
  const from = env.UNCLENCH_MAIL_FROM?.trim()
  if (from && !isPlainAddress(from))
    return { ok: false, why: 'UNCLENCH_MAIL_FROM must be one plain address, such as bookings@clinic.example.' }
  if (!url) {
    const outbox = join(dataFolder, 'outbox')
    return { ok: true, settings: { from: from || demonstrationFrom, deliver: outboxDelivery(outbox), outbox } }
  }
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? '') || !URL.parse(url)?.hostname)
    return { ok: false, why: 'SMTP_URL cannot be read. Try: smtp://user:password@host:587' }
  if (!from)
    return { ok: false, why: 'UNCLENCH_MAIL_FROM must be set with SMTP_URL: the address that mail comes from.' }
  if (!env.UNCLENCH_URL?.trim())
    return {
      ok: false,
      why: 'UNCLENCH_URL must be set with SMTP_URL: links in mails begin with it. Try: https://clinic.example',
    }
  return { ok: true, settings: { from, deliver: smtpDelivery(url), outbox: null } }
}

/** A letter as the bytes that go to a mail server or into a file. */
import { mailHtml } from '../mail/mail-html.ts'
import { mailPlain } from '../mail/mail-plain.ts'
import type { MailContent } from '../mail/mail-texts.ts'
import { domainOf } from '../mail/mail-message.ts'
import { oneLine } from '../mail/safe-name.ts'
import type { LetterSender } from './letter-texts.ts'
import { writeMessage } from '../mail/write-message.ts'

/** A letter on its way to one address. */
export interface LetterOrder {
  readonly letterMailId: string
  readonly clinicId: string
  /** Envelope and From: one plain address of the installation's domain. */
  readonly from: string
  readonly to: string
  readonly sender: LetterSender
  readonly content: MailContent
  /** Where a mail program stops the letters by itself (RFC 8058); none in the one question. */
  readonly leave: string | null
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Its Message-ID comes from its row: one that arrives twice is seen to be one, and a bounce of it finds the row. */
export async function composeLetter(order: LetterOrder): Promise<Buffer> {
  const { letterMailId, clinicId, from, to, sender, content, leave, now } = order
  const name = oneLine(sender.name)
  return writeMessage({
    from: { name, address: from },
    replyTo: { name, address: sender.email },
    to: { name: '', address: to },
    subject: oneLine(content.subject),
    messageId: `<${letterMailId}@${domainOf(from)}>`,
    date: new Date(now),
    text: mailPlain(content),
    html: mailHtml(content),
    headers: {
      // No answer from a machine is wanted: holiday notices and the like (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(leave && {
        Precedence: 'list',
        'List-Id': `<letters.${clinicId}.${domainOf(from)}>`,
        'List-Unsubscribe': `<${leave}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  })
}

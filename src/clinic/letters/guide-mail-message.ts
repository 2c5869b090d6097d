/** The mail with a printed guide, as the bytes that go out. Never: a pixel, a link that tells who pressed it, or a name. */
import type { Booklet } from '../../care/booklets/types.ts'
import { safetyNet } from '../../care/check/safety-net.ts'
import { mailHtml } from '../mail/mail-html.ts'
import { domainOf } from '../mail/mail-message.ts'
import { mailPlain } from '../mail/mail-plain.ts'
import type { MailContent } from '../mail/mail-texts.ts'
import { writeMessage } from '../mail/write-message.ts'

/** Where it leads. Looking at any of them changes nothing. */
export interface GuideMailLinks {
  /** The file, the page that says the same, and the check. */
  readonly file: string
  readonly live: string
  readonly check: string
  /** Where whoever did not ask says so. */
  readonly notMe: string
}

/** A mail to be made. */
export interface GuideMailOrder {
  readonly guideMailId: string
  readonly booklet: Pick<Booklet, 'title' | 'about'>
  /** Envelope and From: one plain address of the installation's domain. */
  readonly from: string
  readonly to: string
  readonly links: GuideMailLinks
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Its subject shows on locked screens, so it does not say which guide it is. */
function guideMailContent({ booklet, from, links }: GuideMailOrder): MailContent {
  return {
    subject: 'The guide that you asked for',
    greeting: 'Hello.',
    opening: `Here is the guide “${booklet.title}”.`,
    when: null,
    facts: [
      {
        title: 'To read it on a screen',
        lines: ['The page with the same, and with sources and timers.'],
        href: links.live,
      },
    ],
    button: { label: 'Get the PDF', href: links.file },
    terms: ['The link gives the newest version, each time. You need no name and no password.'],
    danger: {
      title: 'These signs cannot wait for a guide.',
      lead: `${safetyNet.goNow.title}:`,
      items: safetyNet.goNow.items,
      check: { label: 'Do the check', href: links.check },
    },
    sender: { name: 'Unclench', isHouse: true },
    foot: [
      'Somebody asked for this guide and typed this address. This is the only mail that comes of it, and you are on no list.',
      'We have forgotten the address again. Nothing in this mail tells us that you read it or what you pressed.',
      `Sent by Unclench, ${new URL(links.check).host}, ${from}.`,
    ],
    ways: [{ label: 'It was not you? Stop such mail', href: links.notMe }],
  }
}

/** Its Message-ID comes from its row: one that arrives twice is seen to be one, and a bounce of it finds the row. */
export async function composeGuideMail(order: GuideMailOrder): Promise<Buffer> {
  const { guideMailId, from, to, now } = order
  const content = guideMailContent(order)
  return writeMessage({
    from: { name: content.sender.name, address: from },
    to: { name: '', address: to },
    subject: content.subject,
    messageId: `<${guideMailId}@${domainOf(from)}>`,
    date: new Date(now),
    text: mailPlain(content),
    html: mailHtml(content),
    // No answer from a machine is wanted: holiday notices and the like (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
}

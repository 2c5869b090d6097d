/** A short mail about signing in: a few lines, one link, perhaps a code. Nothing of health, and no name in its subject. */
import { oneLine } from './safe-name.ts'
import { writeMessage } from './write-message.ts'

/** What it says. */
export interface AccountMail {
  readonly from: string
  /** One plain address (people/email-address.ts). */
  readonly to: string
  readonly subject: string
  /** Whole sentences, before the link and after it. */
  readonly before: readonly string[]
  readonly link: { readonly label: string; readonly href: string }
  readonly code?: string
  readonly after: readonly string[]
}

/** The whole message, lines ended by CRLF. */
export async function composeAccountMail(mail: AccountMail): Promise<Buffer> {
  const { from, to, subject } = mail
  return writeMessage({
    from: { name: 'Unclench', address: from },
    to,
    subject: oneLine(subject),
    text: plain(mail),
    html: html(mail),
    // No answer from a machine is wanted: holiday notices and the like (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}

function plain({ before, link, code, after }: AccountMail): string {
  const blocks = [...before.map(oneLine), `${oneLine(link.label)}:\n${link.href}`]
  if (code) blocks.push(`Or type this code on the page where you asked: ${code}`)
  return `${[...blocks, ...after.map(oneLine)].join('\n\n')}\n`
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => oneLine(text).replace(/[&<>"']/g, (mark) => escapes[mark] ?? '')
const line = (text: string) => `<p style="margin: 0 0 16px">${escaped(text)}</p>`

function html({ subject, before, link, code, after }: AccountMail): string {
  const codeLine = code
    ? `${line('Or type this code on the page where you asked:')}<p style="margin: 0 0 16px; font-size: 30px; font-weight: 700; letter-spacing: 4px">${escaped(code)}</p>`
    : ''
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin: 0; padding: 24px; font: 400 17px 'Segoe UI', Roboto, Arial, sans-serif">
<div style="max-width: 560px; margin: 0 auto">
${before.map(line).join('\n')}
<p style="margin: 0 0 16px"><a href="${escaped(link.href)}" style="display: inline-block; padding: 14px 22px; border-radius: 10px; background: #b83a1b; color: #ffffff; font-weight: 700; text-decoration: none">${escaped(link.label)}</a></p>
${codeLine}
${after.map(line).join('\n')}
</div>
</body>
</html>
`
}

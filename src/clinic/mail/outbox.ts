/** Reading a mail that was written into the folder for want of a mail server: its plain text, as its reader would see it. */
import { isUuid } from '../../care/evidence/ids.ts'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

/** Largest file read, in bytes: many times what a mail of ours takes. */
const mostBytes = 1_000_000

/**
 * @param mailId id of its row; what is none opens no file
 * @returns `undefined` where there is no such file, or nothing in it to read
 */
export async function readOutboxMail(folder: string, mailId: string): Promise<string | undefined> {
  if (!isUuid(mailId)) return undefined
  try {
    const file = await open(join(folder, `${mailId}.eml`), 'r')
    try {
      const { size } = await file.stat()
      return size > mostBytes ? undefined : plainTextOf(await file.readFile('utf8'))
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}

/** The first plain part of a message as our own writer makes it (RFC 2045). */
export function plainTextOf(message: string): string | undefined {
  const part = /^Content-Type: text\/plain[^\n]*(?:\r?\n[ \t][^\n]*)*/im.exec(message)
  if (!part) return undefined
  const rest = message.slice(part.index)
  const end = /\r?\n\r?\n/.exec(rest)
  if (!end) return undefined
  const head = rest.slice(0, end.index)
  // The line that the part began with ends it too; of a message with one part only, the end does.
  const boundary = [...message.slice(0, part.index).matchAll(/^--\S+$/gm)].at(-1)?.[0]
  const after = rest.slice(end.index + end[0].length)
  const body = boundary === undefined ? after : (after.split(`\n${boundary}`)[0] ?? '')
  const how = /^Content-Transfer-Encoding: *(\S+)/im.exec(head)?.[1]?.toLowerCase()
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return how === 'quoted-printable' ? fromQuotedPrintable(body) : body
}

function fromQuotedPrintable(text: string): string {
  const joined = text.replace(/=\r?\n/g, '')
  const bytes = joined.replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** Writes a mail down as the bytes that go to a mail server or into a file. Sends nothing. */
import type { SendMailOptions } from 'nodemailer'

/**
 * The whole message, lines ended by CRLF. A part never names a file or an address to be fetched.
 * What writes it is loaded with the first mail.
 */
export async function writeMessage(mail: SendMailOptions): Promise<Buffer> {
  const { createTransport } = await import('nodemailer')
  const writer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { message } = await writer.sendMail(mail)
  if (!Buffer.isBuffer(message)) throw new Error('the writer of messages gave no bytes')
  return message
}

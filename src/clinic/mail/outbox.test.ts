/** A mail that was written into a file is read back as its reader would see it, and nothing but a mail is ever read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { simpleParser } from 'mailparser'
import { afterAll, expect, test } from 'vitest'
import { plainTextOf, readOutboxMail } from './outbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'outbox-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const id = '0198a000-0000-7000-8000-00000000000a'

const write = async (text: string) => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    from: 'a@b.example',
    to: 'c@d.example',
    subject: 'Booked',
    text,
    html: '<p>other</p>',
    icalEvent: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' },
  })
  return Buffer.isBuffer(message) ? message : Buffer.of()
}

test.each([
  ['plain words', 'You are booked.\n\n-- \nLantern Physio\n'],
  [
    'every script and a long line',
    `£62, 6 minutes’ walk, 李小龙, محمد. ${'long '.repeat(60)}\n\n--dashes at the start = of a line\nend\n`,
  ],
  ['mostly other letters', `${'Здравствуйте. '.repeat(20)}\nдо свидания\n`],
])('%s are read as another reader reads them', async (_, text) => {
  const message = await write(text)
  writeFileSync(join(folder, `${id}.eml`), message)
  const read = await readOutboxMail(folder, id)
  expect(read?.trim().replaceAll('\r\n', '\n')).toBe((await simpleParser(message)).text?.trim())
})

test.each(['../secret', '..%2fsecret', `${id}/../${id}`, '', `${id}.eml`, '0198a000-0000-7000-8000-00000000000b'])(
  'nothing is read for “%s”',
  async (name) => {
    writeFileSync(join(folder, 'secret'), 'Content-Type: text/plain\n\nsecret')
    expect(await readOutboxMail(folder, name)).toBeUndefined()
  },
)

test('what is no message has no text', () => {
  for (const text of ['', 'hello', 'Content-Type: text/plain']) expect(plainTextOf(text)).toBeUndefined()
})

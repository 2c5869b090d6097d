/** Reports of deliveries in the forms that mail servers send, and mail that is none. */
import { describe, expect, test } from 'vitest'
import { bounceKind } from './bounce-kind.ts'
import { messagesIn, readBounce } from './read-bounce.ts'

const id = '019ac000-0000-7000-8000-000000000001'
interface Wish {
  readonly action?: string
  readonly status?: string
  readonly words?: string
  readonly messageId?: string
  readonly original?: string
  readonly type?: string
}
const report = ({
  action = 'failed',
  status = '5.1.1',
  words = 'smtp; 550 5.1.1 No such user',
  messageId = `<${id}@unclench.example>`,
  original = 'message/rfc822',
  type = 'multipart/report; report-type=delivery-status;\n boundary="=_b1"',
}: Wish = {}) => `Return-Path: <>
From: MAILER-DAEMON@mx.example
Subject: Undelivered Mail Returned to Sender
Content-Type: ${type}

This is a MIME-encapsulated message.
--=_b1
Content-Type: text/plain

I am sorry. robin@example.org does not exist. Action: failed

--=_b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Fri, 27 Nov 2026 07:00:00 +0000

Original-Recipient: rfc822;robin@example.org
Final-Recipient: rfc822; robin@example.org
Action: ${action}
Status: ${status}
Diagnostic-Code: ${words}

--=_b1
Content-Type: ${original}

From: bookings@unclench.example
Message-ID: ${messageId}
Subject: Three small things
Content-Type: multipart/mixed; boundary="inner"

--inner
Content-Type: message/delivery-status

Action: failed
Status: 5.9.9

--inner--
--=_b1--
`

describe('a report of a delivery', () => {
  test('says which mail of ours it is about, what became of it, and what the other server said', () => {
    expect(readBounce(report())).toEqual({
      mailId: id,
      about: [
        {
          recipients: ['robin@example.org', 'robin@example.org'],
          action: 'failed',
          status: '5.1.1',
          words: '550 5.1.1 No such user',
        },
      ],
    })
  })

  test('is read with Windows line ends, folded fields, headers alone, capitals, and fields in base64', () => {
    expect(readBounce(report().replaceAll('\n', '\r\n'))).toMatchObject({ about: [{ status: '5.1.1' }] })
    expect(readBounce(report({ words: 'smtp; 550\n  No such\n\tuser' }))?.about[0]?.words).toBe('550 No such user')
    for (const original of ['text/rfc822-headers', 'Message/RFC822', 'message/global'])
      expect(readBounce(report({ original }))?.mailId).toBe(id)
    const type = 'MULTIPART/Report; boundary="=_b1"; REPORT-TYPE="Delivery-Status"'
    expect(readBounce(report({ type, action: 'Failed' }))?.about[0]?.action).toBe('failed')
    const fields = 'Reporting-MTA: dns; a\n\nAction: failed\nStatus: 5.1.10\n'
    const inBase64 = report().replace(
      /Content-Type: message\/delivery-status\n\nReporting[\s\S]*?\n\n--=_b1/,
      `Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n${Buffer.from(fields).toString('base64')}\n\n--=_b1`,
    )
    expect(readBounce(inBase64)).toMatchObject({ about: [{ status: '5.1.10', words: '', recipients: [] }] })
  })

  test('of a mail that is still tried is a delay, and of one that arrived is nothing', () => {
    expect(readBounce(report({ action: 'delayed', status: '4.4.1' }))?.about[0]?.action).toBe('delayed')
    for (const action of ['delivered', 'relayed', 'expanded', 'constructor'])
      expect(readBounce(report({ action }))).toBeUndefined()
  })

  test.each([
    ['rfc822; <Robin@Example.org>', 'robin@example.org'],
    ['RFC822;robin+2Bback@example.org', 'robin+back@example.org'],
    ['utf-8; robin@example.org', 'robin@example.org'],
  ])('names a recipient written as %s', (written, address) => {
    const message = report().replaceAll(/(Original|Final)-Recipient: .*/g, `$1-Recipient: ${written}`)
    expect(readBounce(message)?.about[0]?.recipients).toEqual([address, address])
  })

  test('names each of several recipients with what became of it, and none where it gives no plain address', () => {
    const other = 'Final-Recipient: rfc822; other@example.org\nAction: delayed\nStatus: 4.2.2\n\n'
    const about = readBounce(report().replace('Original-Recipient', `${other}Original-Recipient`))?.about
    expect(about?.map(({ recipients, action }) => [recipients.at(-1), action])).toEqual([
      ['robin@example.org', 'failed'],
      ['other@example.org', 'delayed'],
    ])
    for (const written of ['x400; /S=robin/', 'robin@example.org', `rfc822; ${'x'.repeat(100_000)}`, ''])
      expect(
        readBounce(report().replaceAll(/(Original|Final)-Recipient: .*/g, `$1-Recipient: ${written}`))?.about[0]
          ?.recipients,
      ).toEqual([])
  })

  test('of a mail that is not ours, or that does not say which, is a report about none of ours', () => {
    for (const messageId of ['<abc@mail.example>', `<x${id}@unclench.example>`, '', `${id}@unclench.example`])
      expect(readBounce(report({ messageId }))).toMatchObject({ mailId: undefined, about: [{ status: '5.1.1' }] })
  })

  test.each([
    ['a holiday notice', 'Auto-Submitted: auto-replied\nSubject: Out of office\n\nI am away.'],
    ['a question whether we are human', 'Subject: Please confirm\n\nPress here. 550 5.1.1'],
    ['a newsletter', 'List-Id: <a.example>\nContent-Type: multipart/alternative; boundary=a\n\n--a\n\nhi\n--a--'],
    [
      'a report that it was read',
      report({ type: 'multipart/report; report-type=disposition-notification; boundary="=_b1"' }),
    ],
    ['a report without its boundary', report({ type: 'multipart/report; report-type=delivery-status' })],
    ['nothing', ''],
    ['noise', '\u0000\u0001'.repeat(1000)],
  ])('is not %s', (_what, message) => {
    expect(readBounce(message)).toBeUndefined()
  })

  test('with attachments of any size, thousands of parts or fields, or cut short, is read to its end', () => {
    const large = report().replace('--inner--', `${'A'.repeat(3_000_000)}\n--inner--`)
    const manyParts = report().replace('This is a', `${'--=_b1\n\nx\n'.repeat(50_000)}This is a`)
    const manyFields = report({ words: `smtp; ${'x '.repeat(400_000)}` })
    expect(readBounce(large)?.mailId).toBe(id)
    expect(readBounce(manyParts)).toBeUndefined()
    expect((readBounce(manyFields)?.about[0]?.words ?? '').length).toBeLessThanOrEqual(300)
    for (let cut = 0; cut < report().length; cut += 40) readBounce(report().slice(0, cut))
  })

  test('in a mailbox of many is found beside the others', () => {
    const box = `From mx Fri Nov 27 07:00:00 2026\n${report()}\nFrom b Fri Nov 27 07:01:00 2026\nSubject: hello\n\n>From me\n`
    const messages = messagesIn(box)
    expect(messages.map((message) => readBounce(message)?.mailId)).toEqual([id, undefined])
    expect(messages[1]).toContain('\nFrom me')
    expect(messagesIn(report())).toHaveLength(1)
  })
})

describe('a refusal', () => {
  test.each([
    ['5.1.1', 'No such user'],
    ['5.1.0', ''],
    ['5.1.10', 'domain has null MX'],
    ['5.2.1', 'mailbox disabled'],
    ['5.0.0', ''],
    ['5.4.4', 'host not found'],
    ['5.7.1', 'recipient does not exist here'],
    [undefined, '550 user unknown'],
    [undefined, 'The email account that you tried to reach does not exist'],
  ])('%s %s in a report means that the address is dead', (status, words) => {
    expect(bounceKind(status, words, true)).toBe('hard')
  })

  test.each([
    ['4.2.2', 'mailbox full'],
    ['4.1.1', 'no such user, try again'],
    ['5.2.2', 'mailbox full'],
    ['5.2.3', 'message too large'],
    ['5.1.8', 'bad sender'],
    ['5.3.4', ''],
    ['5.7.1', 'blocked as spam'],
    ['5.7.26', 'unauthenticated mail from this domain'],
    ['5.4.6', 'mail loop'],
    ['5.0.0', 'blocked by policy'],
    [undefined, ''],
    [undefined, '550 relaying denied'],
    [undefined, 'mailbox unavailable: over quota'],
  ])('%s %s says nothing against the address', (status, words) => {
    expect(bounceKind(status, words, true)).toBe('soft')
  })

  test('of our own mail server that names no address kills none', () => {
    expect(bounceKind(undefined, 'The mail server refused it. It said: 550 Access denied', false)).toBe('soft')
    expect(bounceKind('5.0.0', '550 5.0.0 rejected', false)).toBe('soft')
    expect(bounceKind('5.1.1', '550 5.1.1 unknown', false)).toBe('hard')
  })
})

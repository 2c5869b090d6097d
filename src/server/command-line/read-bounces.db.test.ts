/** Mails that came back, read from a folder by the command line, over a real PostgreSQL. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { makeReaders } from '../../clinic/letters/letters.fixtures.ts'
import { makeMailClinic } from '../../clinic/mail/mail.fixtures.ts'
import { runCommand } from './commands.ts'

const db = testDatabase()
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bounces-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const run = async (path: string) => {
  const said: string[] = []
  const { host, port, database } = db.address
  const url = `postgres://postgres@localhost:${port}/${database}?${new URLSearchParams({ host })}`
  const env = { UNCLENCH_DATA: folder, UNCLENCH_SECRET: Buffer.from(db.secret).toString('hex'), DATABASE_URL: url }
  const code = await runCommand(['read-bounces', path], env, (line) => said.push(line))
  return { code, said: said.join('\n') }
}
const bounce = (mailId: string, address: string, status = '5.1.1') =>
  `Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n
Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${address}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; 550 no such user\n
--b\nContent-Type: message/rfc822\n\nMessage-ID: <${mailId}@unclench.example>\n\nhello\n--b--\n`

/** A question that was handed over to a reader of a clinic of its own. @returns its id and address */
async function handedOver(host: string) {
  const clinic = await makeMailClinic(db.admin, host)
  await makeReaders(db.admin, clinic, 1, host)
  const { rows } = await db.admin.query<{ id: string }>(
    `insert into clinic.letter_mails (clinic_id, kind, subscriber_id, address, useless_after, state, handed_over_at)
     select clinic_id, 'was-it-you', subscriber_id, address, now(), 'handed-over', now() from clinic.letter_subscribers
     where clinic_id = $1 returning letter_mail_id as id`,
    [clinic.clinicId],
  )
  return { mailId: rows[0]?.id ?? '', address: `reader0@${host}` }
}
const stopped = async () =>
  (await db.admin.query<{ address: string }>('select address from clinic.mail_stops order by 1')).rows.map(
    ({ address }) => address,
  )

test('a folder of mails, a Maildir and a mailbox are read, whichever clinic each is about, and nothing is deleted', async () => {
  const [one, two, three] = [
    await handedOver('one.example'),
    await handedOver('two.example'),
    await handedOver('three.example'),
  ]
  await mkdir(join(folder, 'box', 'new'), { recursive: true })
  await writeFile(join(folder, 'box', 'a.eml'), bounce(one.mailId, one.address.toUpperCase()))
  await writeFile(join(folder, 'box', 'holiday.eml'), 'Subject: away\n\nI am away.')
  await writeFile(
    join(folder, 'box', 'mbox'),
    `From mx Fri Nov 27\n${bounce(two.mailId, two.address)}\nFrom mx Fri Nov 27\n${bounce(crypto.randomUUID(), two.address)}`,
  )
  await writeFile(
    join(folder, 'box', 'new', '1'),
    `${bounce(three.mailId, three.address).replace('hello', 'A'.repeat(3_000_000))}`,
  )
  const { code, said } = await run(join(folder, 'box'))
  expect(code).toBe(0)
  expect(said).toContain('3 came back for good')
  expect(said).toContain('1 about a mail that is not ours')
  expect(said).toContain('1 no report of a delivery')
  expect(await stopped()).toEqual([one, two, three].map(({ address }) => address).toSorted())
  expect(await readdir(join(folder, 'box'))).toHaveLength(4)
  expect((await run(join(folder, 'box'))).said).toContain('3 written down before')
})

test('a report counts for the address that its mail went to and for no other, forwarded or not; what it is about is named', async () => {
  const one = await handedOver('four.example')
  const file = join(folder, 'back.eml')
  const reports = [
    bounce(one.mailId, 'somebody@else.example'),
    bounce(one.mailId, one.address).replace('Final-Recipient: rfc822; ', 'X-Recipient: '),
    bounce(one.mailId, `x${one.address}`),
  ]
  for (const text of reports) {
    await writeFile(file, text)
    expect((await run(file)).said).toBe('1 about another address than the one we wrote to: nothing was changed.')
  }
  const { rows } = await db.admin.query('select state from clinic.letter_mails where letter_mail_id = $1', [one.mailId])
  expect(rows).toEqual([{ state: 'handed-over' }])
  expect(await stopped()).not.toContain(one.address)
  // It was sent on by its owner to a box that is dead, so it does not arrive here either.
  const onward = bounce(one.mailId, 'new@else.example').replace(
    'Final',
    `Original-Recipient: rfc822;${one.address}\nFinal`,
  )
  await writeFile(file, onward)
  expect((await run(file)).said).toContain('1 came back for good')
  expect(await stopped()).toContain(one.address)
})

test('a path that is not there is said, and nothing is done', async () => {
  const { code, said } = await run(join(folder, 'nothing'))
  expect(code).toBe(1)
  expect(said).toContain('cannot be read')
})

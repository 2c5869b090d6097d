/** Staff read what really became of each mail, and whom to phone. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { makeMailClinic, makeVisit } from './mail.fixtures.ts'
import { queueMails } from './mail-rows.ts'
import { loadMailTruths, type MailRow, mailTruth } from './mail-truth.ts'
import { intoFile, perhapsTwice, tooLate } from './due-mails.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 27, 12)
const row = (changed: Partial<MailRow>): MailRow => ({
  kind: 'confirmation',
  address: 'robin@example.org',
  state: 'queued',
  why: null,
  attempts: 0,
  dueAt: now - hour,
  nextTryAt: now - hour,
  handedOverAt: null,
  ...changed,
})
const says = (changed: Partial<MailRow>, held = false) =>
  mailTruth([row(changed)], held, 'Europe/London', now).mails[0]?.says.replace(
    'Confirmation to robin@example.org: ',
    '',
  )

describe('a mail', () => {
  test.each([
    [{}, 'waits to be sent.'],
    [{ dueAt: now + 48 * hour }, 'goes out Sunday 29 November, 12:00 (London time).'],
    [{ state: 'sending', attempts: 1 }, 'is being sent.'],
    [
      { state: 'handed-over', handedOverAt: now - hour },
      'handed over to the mail server, Friday 27 November, 11:00 (London time).',
    ],
    [
      { state: 'handed-over', handedOverAt: now - hour, why: intoFile },
      'written to a file, Friday 27 November, 11:00 (London time). No mail server is set up, so nobody was sent it.',
    ],
    [
      { state: 'handed-over', why: perhapsTwice },
      'handed over to the mail server. A try broke off half way, so it may come twice.',
    ],
    [
      { attempts: 1, nextTryAt: now + hour, why: 'The mail server asked us to wait. It said: 451 later' },
      'tried once, next try Friday 27 November, 13:00 (London time). The mail server asked us to wait. It said: 451 later',
    ],
    [{ attempts: 3, nextTryAt: now + hour }, 'tried 3 times, next try Friday 27 November, 13:00 (London time).'],
    [
      { state: 'bounced', why: 'The mail server refused it. It said: 550' },
      'not delivered. The mail server refused it. It said: 550',
    ],
    [{ state: 'given-up', why: 'No answer.' }, 'given up. No answer.'],
    [
      { state: 'dropped', why: 'The visit was moved before this was sent.' },
      'not sent. The visit was moved before this was sent.',
    ],
  ] as const)('%j: %s', (changed, words) => {
    expect(says(changed)).toBe(words)
  })

  test('that waits while all mail is held says so', () => {
    expect(says({}, true)).toBe('waits, since all mail is held after a backup was restored.')
  })
})

describe('“not reached: phone”', () => {
  const notReached = (...rows: readonly Partial<MailRow>[]) =>
    mailTruth(rows.map(row), false, 'Europe/London', now).notReached

  test.each([
    ['bounced', 'It said: 550 no such user', 'Not reached by mail: phone. It said: 550 no such user'],
    ['given-up', 'No answer.', 'Not reached by mail: phone. No answer.'],
    ['dropped', tooLate, `Not reached by mail: phone. ${tooLate}`],
  ] as const)('stands where the confirmation was %s, with the reason', (state, why, words) => {
    expect(notReached({ state, why })).toBe(words)
  })

  test('does not stand for what waits, was handed over, or was dropped because the visit changed', () => {
    expect(notReached({})).toBeNull()
    expect(notReached({ state: 'handed-over', handedOverAt: now })).toBeNull()
    expect(notReached({ state: 'dropped', why: 'The visit was moved before this was sent.' })).toBeNull()
  })

  test('stands until a later mail has been handed over', () => {
    const bounced = { state: 'bounced', why: '550', dueAt: now - 2 * hour } as const
    expect(notReached(bounced, { address: 'robin@gmail.com' })).not.toBeNull()
    expect(notReached({ address: 'robin@gmail.com', state: 'handed-over', handedOverAt: now }, bounced)).toBeNull()
    expect(notReached({ state: 'handed-over', handedOverAt: now, dueAt: now - 3 * hour }, bounced)).not.toBeNull()
  })
})

describe('from the database', () => {
  const db = testDatabase()
  const ids: string[] = []
  beforeAll(async () => {
    for (const name of ['One', 'Other']) {
      const clinic = await makeMailClinic(db.admin, name)
      const startsAt = Date.now() + 200 * hour
      const appointmentId = await makeVisit(db.admin, clinic, { startsAt })
      await inClinic(db.app, clinic.clinicId, (trx) =>
        queueMails(trx, {
          clinicId: clinic.clinicId,
          appointmentId,
          version: 0,
          what: 'confirmed',
          address: 'robin@example.org',
          startsAt,
        }),
      )
      ids.push(clinic.clinicId, appointmentId)
    }
    await db.admin.query(
      `update clinic.mails set state = 'bounced', why = '550' where appointment_id = $1 and kind = 'confirmation'`,
      [ids[1]],
    )
  })

  test('each visit of the clinic has its truth, and another clinic’s has none here', async () => {
    const [clinicId = '', visit = '', , foreign = ''] = ids
    const truths = await loadMailTruths(db.app, clinicId, [visit, foreign], Date.now())
    expect([...truths.keys()]).toEqual([visit])
    expect(truths.get(visit)?.notReached).toBe('Not reached by mail: phone. 550')
    expect(truths.get(visit)?.mails.map(({ kind }) => kind)).toEqual(['confirmation', 'reminder-48h', 'reminder-2h'])
    // Due at one moment and written at one, they stand as they were written, wherever the database keeps them now.
    await db.admin.query('update clinic.mails set due_at = now(), created_at = now() where appointment_id = $1', [
      visit,
    ])
    for (const kind of ['reminder-2h', 'reminder-48h', 'confirmation'])
      await db.admin.query('update clinic.mails set attempts = attempts + 1 where appointment_id = $1 and kind = $2', [
        visit,
        kind,
      ])
    const alike = await loadMailTruths(db.app, clinicId, [visit], Date.now())
    expect(alike.get(visit)?.mails.map(({ kind }) => kind)).toEqual(['confirmation', 'reminder-48h', 'reminder-2h'])
  })
})

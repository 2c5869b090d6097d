/** Which mails follow from a change of a visit, and that no change, however often told, makes one too many. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { type MailClinic, makeMailClinic, makeVisit } from './mail.fixtures.ts'
import { type MailedChange, queueMails } from './mail-rows.ts'

const db = testDatabase()
const made: { clinic?: MailClinic } = {}
const hour = 3_600_000
const address = 'robin@example.org'

beforeAll(async () => {
  made.clinic = await makeMailClinic(db.admin)
})

const clinic = () => {
  if (!made.clinic) throw new Error('no clinic yet')
  return made.clinic
}

/** A visit so many hours from now, and how to tell of its changes. */
async function visitIn(hours: number) {
  const startsAt = Date.now() + hours * hour
  const appointmentId = await makeVisit(db.admin, clinic(), { startsAt })
  const told: Omit<MailedChange, 'what' | 'version'> = {
    clinicId: clinic().clinicId,
    appointmentId,
    address,
    startsAt,
  }
  return {
    startsAt,
    told,
    tell: (what: MailedChange['what'], version: number, changed: Partial<MailedChange> = {}) =>
      inClinic(db.app, clinic().clinicId, (trx) => queueMails(trx, { ...told, what, version, ...changed })),
    rows: async () => {
      const { rows } = await db.admin.query<{ said: string }>(
        `select version || ' ' || kind || ' ' || state as said from clinic.mails where appointment_id = $1
         order by version, due_at, kind`,
        [appointmentId],
      )
      return rows.map(({ said }) => said)
    },
    raw: async () =>
      (
        await db.admin.query<{ kind: string; due_at: Date; useless_after: Date; why: string | null; state: string }>(
          'select * from clinic.mails where appointment_id = $1 order by due_at',
          [appointmentId],
        )
      ).rows,
  }
}

describe('a booked visit', () => {
  test('a week ahead has its confirmation at once and both reminders at their hours', async () => {
    const visit = await visitIn(7 * 24)
    await visit.tell('confirmed', 0)
    expect(await visit.rows()).toEqual(['0 confirmation queued', '0 reminder-48h queued', '0 reminder-2h queued'])
    const [, long, short] = await visit.raw()
    expect(visit.startsAt - Number(long?.due_at)).toBe(48 * hour)
    expect(visit.startsAt - Number(long?.useless_after)).toBe(24 * hour)
    expect(visit.startsAt - Number(short?.due_at)).toBe(2 * hour)
    expect(visit.startsAt - Number(short?.useless_after)).toBe(hour / 2)
  })

  test.each([
    [48.1, ['0 confirmation queued', '0 reminder-48h queued', '0 reminder-2h queued']],
    [47.9, ['0 confirmation queued', '0 reminder-2h queued']],
    [2.1, ['0 confirmation queued', '0 reminder-2h queued']],
    [1.9, ['0 confirmation queued']],
    [0.01, ['0 confirmation queued']],
    [-0.01, []],
    [-24, []],
  ])('%d hours ahead has only the mails that are still ahead', async (hours, mails) => {
    const visit = await visitIn(hours)
    await visit.tell('confirmed', 0)
    expect(await visit.rows()).toEqual(mails)
  })

  test.each([
    [96, 5, ['0 confirmation queued', '0 reminder-48h queued', '0 reminder-2h queued'], [96, 5]],
    [null, 24, ['0 confirmation queued', '0 reminder-2h queued'], [24]],
    [25, null, ['0 confirmation queued', '0 reminder-48h queued'], [25]],
    [null, null, ['0 confirmation queued'], []],
  ])('has the reminders that its clinic sets: %s and %s hours before', async (first, second, mails, hours) => {
    const set = (values: readonly (number | null)[]) =>
      db.admin.query(
        'update clinic.clinics set first_reminder_hours = $2, second_reminder_hours = $3 where clinic_id = $1',
        [clinic().clinicId, ...values],
      )
    const earlier = await visitIn(7 * 24)
    await earlier.tell('confirmed', 0)
    const before = await earlier.raw()
    await set([first, second])
    try {
      const visit = await visitIn(7 * 24)
      await visit.tell('confirmed', 0)
      expect(await visit.rows()).toEqual(mails)
      const due = (await visit.raw()).slice(1).map(({ due_at }) => (visit.startsAt - Number(due_at)) / hour)
      expect(due).toEqual(hours)
      // What was booked before stays as it was; moved, it has what the clinic sets now.
      expect(await earlier.raw()).toEqual(before)
      await earlier.tell('moved', 1)
      const now = (await earlier.rows()).filter((said) => said.endsWith('queued'))
      expect(now).toEqual(mails.map((said) => said.replace('0 confirmation', '1 moved').replace(/^0/, '1')))
    } finally {
      await set([48, 2])
    }
  })

  test('told of twice, or by sixteen at once, has each mail once', async () => {
    const visit = await visitIn(100)
    await visit.tell('confirmed', 0)
    const before = await visit.raw()
    await Promise.all(Array.from({ length: 16 }, () => visit.tell('confirmed', 0)))
    expect(await visit.raw()).toEqual(before)
  })

  test('that was rolled back leaves no mail', async () => {
    const visit = await visitIn(100)
    const failing = inClinic(db.app, clinic().clinicId, async (trx) => {
      await queueMails(trx, { ...visit.told, what: 'confirmed', version: 0 })
      throw new Error('the server fell')
    })
    await expect(failing).rejects.toThrow('the server fell')
    expect(await visit.rows()).toEqual([])
  })
})

describe('a visit that changes', () => {
  test('moved: what waited about the old time is dropped and says why; the new time has its own', async () => {
    const visit = await visitIn(100)
    await visit.tell('confirmed', 0)
    await visit.tell('moved', 1, { startsAt: visit.startsAt + 24 * hour })
    expect(await visit.rows()).toEqual([
      ...['0 confirmation dropped', '0 reminder-48h dropped', '0 reminder-2h dropped'],
      ...['1 moved queued', '1 reminder-48h queued', '1 reminder-2h queued'],
    ])
    const dropped = (await visit.raw()).filter(({ state }) => state === 'dropped')
    expect(new Set(dropped.map(({ why }) => why))).toEqual(new Set(['The visit was moved before this was sent.']))
  })

  test('cancelled: no reminder is left, and one mail says it', async () => {
    const visit = await visitIn(100)
    await visit.tell('confirmed', 0)
    await db.admin.query(
      `update clinic.mails set state = 'handed-over', handed_over_at = now() where kind = 'confirmation' and state = 'queued'`,
    )
    await visit.tell('cancelled', 1)
    await visit.tell('cancelled', 1)
    expect(await visit.rows()).toEqual([
      ...['0 confirmation handed-over', '0 reminder-48h dropped', '0 reminder-2h dropped', '1 cancelled queued'],
    ])
  })

  test('whose earlier change is told again changes nothing', async () => {
    const visit = await visitIn(100)
    await visit.tell('confirmed', 0)
    await visit.tell('moved', 1)
    const before = await visit.raw()
    await visit.tell('confirmed', 0)
    expect(await visit.raw()).toEqual(before)
  })

  test('cancelled after it began tells nobody, and drops what waits', async () => {
    const visit = await visitIn(3)
    await visit.tell('confirmed', 0)
    await visit.tell('cancelled', 1, { startsAt: Date.now() - 1000 })
    expect(await visit.rows()).toEqual(['0 confirmation dropped', '0 reminder-2h dropped'])
  })

  test('an address put right: the confirmation goes to the new one, and nothing more to the old', async () => {
    const visit = await visitIn(100)
    await visit.tell('confirmed', 0, { address: 'robin@gmial.com' })
    await visit.tell('confirmed', 0, { address: 'robin@gmail.com' })
    const rows = await visit.raw()
    expect(rows.filter(({ state }) => state === 'queued').length).toBe(3)
    expect(rows.filter(({ why }) => why === 'The address was put right before this was sent.').length).toBe(3)
  })
})

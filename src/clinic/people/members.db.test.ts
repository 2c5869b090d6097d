/** Who may do what, and that a clinic never loses its last owner. */
import { describe, expect, test } from 'vitest'
import { makeTestClinic } from '../booking/test-clinic.ts'
import { inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { mayDo, memberOfAccount } from './members.ts'
import { recordReads } from './reads.ts'

const db = testDatabase()

/** A joined member of this clinic; a new account each. */
async function join(clinicId: string, role: string, email: string) {
  const accountId = crypto.randomUUID()
  const { rows } = await db.admin.query<{ member_id: string }>(
    `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
     values ($1, $2, $3, $4, $5, now()) returning member_id`,
    [clinicId, email.split('@')[0], email, role, accountId],
  )
  return { accountId, memberId: rows[0]?.member_id ?? '' }
}

describe('what a role may do', () => {
  test('the desk sees the day and nothing clinical', () => {
    const desk = { role: 'reception', therapistId: null } as const
    expect(mayDo(desk, 'see-day')).toBe(true)
    expect(mayDo(desk, 'see-clinical')).toBe(false)
    expect(mayDo(desk, 'change-team')).toBe(false)
  })

  test('an owner sees what is clinical only where they treat', () => {
    expect(mayDo({ role: 'owner', therapistId: null }, 'see-clinical')).toBe(false)
    expect(mayDo({ role: 'owner', therapistId: 'somebody' }, 'see-clinical')).toBe(true)
  })

  test('only an owner changes the team', () => {
    for (const role of ['manager', 'therapist', 'reception'] as const)
      expect(mayDo({ role, therapistId: null }, 'change-team')).toBe(false)
    expect(mayDo({ role: 'owner', therapistId: null }, 'change-team')).toBe(true)
  })
})

describe('the last owner', () => {
  test('can neither go nor become something less', async () => {
    const { clinicId } = await makeTestClinic(db)
    const { memberId } = await join(clinicId, 'owner', 'wren@lantern.example')
    const leave = (id: string) => db.admin.query('update clinic.members set left_at = now() where member_id = $1', [id])
    await expect(leave(memberId)).rejects.toMatchObject({ constraint: 'last_owner_stays' })
    await expect(
      db.admin.query(`update clinic.members set role = 'manager' where member_id = $1`, [memberId]),
    ).rejects.toMatchObject({ constraint: 'last_owner_stays' })
    const second = await join(clinicId, 'owner', 'sol@lantern.example')
    await leave(memberId)
    await expect(leave(second.memberId)).rejects.toMatchObject({ constraint: 'last_owner_stays' })
  })

  test('of two who leave at once one stays', async () => {
    const { clinicId } = await makeTestClinic(db)
    const owners = [
      await join(clinicId, 'owner', 'a@lantern.example'),
      await join(clinicId, 'owner', 'b@lantern.example'),
    ]
    const ended = await Promise.allSettled(
      owners.map(({ memberId }) =>
        db.admin.query('update clinic.members set left_at = now() where member_id = $1', [memberId]),
      ),
    )
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a member', () => {
  test('is found by account in their own clinic and in no other', async () => {
    const [ours, theirs] = [await makeTestClinic(db), await makeTestClinic(db)]
    const { accountId, memberId } = await join(ours.clinicId, 'reception', 'sol@lantern.example')
    const found = await inClinic(db.app, ours.clinicId, (trx) => memberOfAccount(trx, accountId))
    expect(found).toMatchObject({ memberId, role: 'reception', therapistId: null })
    expect(await inClinic(db.app, theirs.clinicId, (trx) => memberOfAccount(trx, accountId))).toBeUndefined()
  })

  test('who looks at a record is written down, and the server cannot take it back', async () => {
    const { clinicId } = await makeTestClinic(db)
    const { memberId } = await join(clinicId, 'therapist', 'amara@lantern.example')
    const { rows } = await db.admin.query<{ person_id: string }>(
      `insert into clinic.persons (clinic_id, name) values ($1, 'Nadia Fleet') returning person_id`,
      [clinicId],
    )
    const personId = rows[0]?.person_id ?? ''
    await inClinic(db.app, clinicId, (trx) => recordReads(trx, { clinicId, memberId }, 'person', [{ personId }]))
    await expect(inClinic(db.app, clinicId, (trx) => trx.deleteFrom('reads').execute())).rejects.toThrow()
    const { rows: kept } = await db.admin.query('select what from clinic.reads where person_id = $1', [personId])
    expect(kept).toEqual([{ what: 'person' }])
  })
})

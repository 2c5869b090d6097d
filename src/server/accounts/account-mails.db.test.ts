/** What accounts write is sent by itself: each kind of it, again after trouble, and no more once it is told to end. */
import { expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { connect, connectAccounts } from '../../clinic/db/connection.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { accountMailsBeside } from './account-mails.ts'
import { origin } from './test-house.ts'

const db = testDatabase()
const settings = { host: '127.0.0.1', port: 1, user: 'nobody', password: 'x', database: 'none' }
const ready = () => ({ app: db.app, directory: db.directory, auth: db.auth, secret: db.secret, isDemonstration: false })

test('an invitation, a new start and a change of a way in each go out, and nothing is said of it', async () => {
  const { clinicId } = await makeTestClinic(db)
  const { rows } = await db.admin.query<{ id: string }>(
    `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
     select $1, name, name || '@lantern.example', 'owner', gen_random_uuid(), now() from unnest(array['wren', 'sol']) name
     returning member_id as id`,
    [clinicId],
  )
  const [asker, lost] = rows.map(({ id }) => id)
  await db.admin.query(
    `insert into clinic.members (clinic_id, name, email, role) values ($1, 'kit', 'kit@lantern.example', 'reception')`,
    [clinicId],
  )
  await db.admin.query(
    `with one as (insert into clinic.new_starts (clinic_id, member_id, asked_by) values ($1, $2, $3) returning new_start_id)
     insert into clinic.new_start_mails (clinic_id, new_start_id, member_id, what) select $1, new_start_id, $2, 'asked' from one`,
    [clinicId, lost, asker],
  )
  await db.admin.query(
    `insert into auth.way_in_notices (email, what, for_staff) values ('robin@example.org', 'passkey added', false)`,
  )
  const [sent, said]: [string[], string[]] = [[], []]
  const deliver = async ({ to }: { readonly to: string }) => {
    sent.push(to)
    return { ok: true } as const
  }
  const mail = { from: 'hello@unclench.example', deliver }
  const running = accountMailsBeside(
    mail,
    () => origin,
    (line) => said.push(line),
  )(ready(), settings)
  await expect.poll(() => sent.length, { timeout: 60_000 }).toBe(3)
  await running.stop()
  expect(sent.toSorted()).toEqual(['kit@lantern.example', 'robin@example.org', 'sol@lantern.example'])
  expect(said).toEqual([])
})

test('where the database is away each kind says that it waits, and names the trouble but nobody', async () => {
  const away = { host: '127.0.0.1', port: 1, database: 'none' }
  const app = connect(away, 'unclench_app', 'x')
  const auth = connectAccounts(away, 'x')
  const said: string[] = []
  const mail = { from: 'hello@unclench.example', deliver: async () => ({ ok: true }) as const }
  const running = accountMailsBeside(
    mail,
    () => origin,
    (line) => said.push(line),
  )({ ...ready(), app, auth }, settings)
  await expect.poll(() => said.length, { timeout: 60_000 }).toBe(3)
  await running.stop()
  await Promise.all([app.destroy(), auth.destroy()])
  expect(said).toEqual([
    'Invitations wait: this round could not finish (Error).',
    'Mails about signing in wait: this round could not finish (Error).',
    'Mails about new starts wait: this round could not finish (Error).',
  ])
})

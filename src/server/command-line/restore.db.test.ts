/** A backup that is put back whole, over a PostgreSQL of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openLeftBook } from '../../clinic/letters/left-book.ts'
import { makeReaders } from '../../clinic/letters/letters.fixtures.ts'
import { makeMailClinic, makeVisit } from '../../clinic/mail/mail.fixtures.ts'
import { bringUpToDate } from '../clinic.ts'
import { lettersFolderIn } from '../letters.ts'
import { startLocalServer } from '../postgres/local-server.ts'
import { runCommand } from './commands.ts'

const dayMs = 24 * 60 * 60_000

test('whoever left the letters since the backup has left in what is put back, nobody else, no new start stands, and what it does not know is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'restore-'))
  const started = await startLocalServer({ folder, port: 0 })
  if (!started.ok) throw new Error(started.why)
  const { settings, secret, stop } = started.server
  try {
    expect((await bringUpToDate(settings, secret)).ok).toBe(true)
    const { user, password, host, port, database } = settings
    const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
    const env = { UNCLENCH_DATA: folder, UNCLENCH_SECRET: secret, DATABASE_URL: url }
    const said: string[] = []
    const run = (...words: string[]) => runCommand(words, env, (line) => said.push(line))
    const before = new pg.Client(settings)
    await before.connect()
    const clinic = await makeMailClinic(before)
    await makeReaders(before, clinic, 2)
    await before.query(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
       values ($1, 'Sol', 'sol@lantern.example', 'reception', uuidv7(), now())`,
      [clinic.clinicId],
    )
    await before.query(
      `with one as (insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
         values ($1, 'Priya', 'priya@lantern.example', 'owner', uuidv7(), now()) returning member_id)
       insert into clinic.new_starts (clinic_id, member_id, by_installation) select $1, member_id, true from one`,
      [clinic.clinicId],
    )
    await before.query(
      `insert into auth.way_in_notices (email, what, for_staff) values ('x@x.example', 'set up', true)`,
    )
    const kept = await makeVisit(before, clinic, { startsAt: Date.now() + dayMs, personName: 'Nadia' })
    await makeVisit(before, clinic, { startsAt: Date.now() + 2 * dayMs, personName: 'Ash' })
    expect(await run('backup', join(folder, 'night'))).toBe(0)
    await makeVisit(before, clinic, { startsAt: Date.now() + 3 * dayMs, personName: 'Wren\u202eHolly' })
    await before.query(
      `update clinic.appointments set state = 'cancelled', version = version + 1 where appointment_id = $1`,
      [kept],
    )
    await before.query(`update clinic.members set left_at = now() where name = 'Sol'`)
    await before.query(
      `insert into clinic.erasures (clinic_id, person_id, done_at) select clinic_id, person_id, now() from clinic.persons where name = 'Ash'`,
    )
    await before.end()
    const leaver = { clinicId: clinic.clinicId, address: 'reader0@readers.example' }
    await openLeftBook(lettersFolderIn(folder), Buffer.from(secret)).note(leaver, Date.now())
    expect(await run('restore', join(folder, 'night'), '--replace')).toBe(0)
    const named = said.join('\n')
    expect(named).toContain('booked, not in the backup  Wren Holly, ')
    expect(named).toMatch(/cancelled, in the backup: \S+ \S+ {2}Nadia, /)
    expect(named).not.toMatch(/booked, .*Ash/)
    expect(named).toMatch(/Let go since the backup, and in the team again.*\n {2}Sol, sol@lantern.example/)
    expect(named).toMatch(/Forgotten since the backup, and back with it.*\n {2}Ash /)
    const after = new pg.Client(settings)
    await after.connect()
    const { rows } = await after.query(
      'select address, left_at is not null as has_left from clinic.letter_subscribers order by address',
    )
    // A new start may have been stopped since, and what was told of a way in is told already.
    const { rows: stands } = await after.query(
      `select (select count(*)::int from clinic.new_starts where ends_at > now()) as starts,
         (select count(*)::int from clinic.new_starts) as kept, (select count(*)::int from auth.way_in_notices) as notices`,
    )
    await after.end()
    expect(stands).toEqual([{ starts: 0, kept: 1, notices: 0 }])
    expect(rows).toEqual([
      { address: 'reader0@readers.example', has_left: true },
      { address: 'reader1@readers.example', has_left: false },
    ])
  } finally {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)

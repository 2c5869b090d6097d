/**
 * A backup is kept of each schema that people may have data in, with rows in every table. Whatever migrations come later, none of
 * those rows is refused or lost. `WRITE_KEPT=1` keeps one more, of the schema as it is now.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../clinic/db/migrate.ts'
import { type Migration, migrations } from '../../clinic/db/migrations.ts'
import { bringUpToDate } from '../clinic.ts'
import { type LocalServer, startLocalServer } from '../postgres/local-server.ts'
import { checkFile } from './backup-file.ts'
import { runCommand } from './commands.ts'
import { dropDatabase, putBack } from './scratch.ts'
import { countRows } from './tables.ts'
import { withClient } from './with-database.ts'

const folder = join(import.meta.dirname, 'kept')
const data = mkdtempSync(join(tmpdir(), 'kept-'))
let server: LocalServer
beforeAll(async () => {
  const started = await startLocalServer({ folder: data, port: 0 })
  if (!started.ok) throw new Error(started.why)
  server = started.server
}, 120_000)
afterAll(async () => {
  await server?.stop()
  rmSync(data, { recursive: true, force: true })
})

/** Puts one back, and runs what came after it. @returns its rows by table, as they were and as they are */
async function migrated(file: string, steps: readonly Migration[] = migrations) {
  const path = join(folder, file)
  const checked = await checkFile(path)
  if (!checked.ok) throw new Error(checked.why)
  const made = await putBack(server, path, checked.bytes)
  if (!made.ok) throw new Error(made.why)
  try {
    return await withClient({ ...server.settings, database: made.database }, async (client) => {
      const were = await countRows(client)
      const done = await migrate(client, Buffer.from(server.secret), steps)
      if (!done.ok) throw new Error(done.because)
      return { were, are: await countRows(client) }
    })
  } finally {
    await dropDatabase(server, made.database)
  }
}

/** Tables that have not the rows any more that they had, in words. */
const lost = ({ were, are }: Awaited<ReturnType<typeof migrated>>) =>
  Object.entries(were).flatMap(([table, rows]) =>
    are[table] === rows ? [] : [`${table}: ${rows} rows were kept, and ${are[table] ?? 'none'} are there`],
  )

test.runIf(process.env.WRITE_KEPT)('keeps one of the schema as it is now', async () => {
  const { settings, secret } = server
  expect((await bringUpToDate(settings, secret)).ok).toBe(true)
  await withClient(settings, async (client) => {
    // A clinic has neighbours in every table; what the tests themselves added beside them is no part of it.
    await client.query(readFileSync(new URL('../../clinic/db/neighbours.sql', import.meta.url), 'utf8'))
    await client.query(`
      with one as (insert into clinic.clinics (name, email, phone)
        values ('Lantern Physio', 'hello@lantern.example', '020 7946 0000') returning clinic_id)
      insert into clinic.talk_settings (clinic_id) select clinic_id from one`)
    await client.query(`insert into clinic.postcodes values ('LE5 2EL', 'LE5', 52.6, -1.1)`)
    await client.query('drop schema neighbours cascade')
  })
  const path = join(folder, `schema-${migrations.at(-1)?.number}.backup`)
  mkdirSync(folder, { recursive: true })
  rmSync(path, { force: true })
  const { user, password, host, port, database } = settings
  const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
  const said: string[] = []
  const env = { DATABASE_URL: url, UNCLENCH_SECRET: secret, UNCLENCH_DATA: data }
  expect([await runCommand(['backup', path], env, (line) => said.push(line)), said]).toEqual([0, expect.anything()])
})

const files = readdirSync(folder).filter((name) => name.endsWith('.backup'))

describe('what is kept of a schema', () => {
  test('is there, with rows in every table that the schema had', async () => {
    expect(files.length).toBeGreaterThan(0)
    const { were } = await migrated(files[0] ?? '')
    expect(Object.entries(were).filter(([, rows]) => rows === 0)).toEqual([])
    expect(Object.keys(were).length).toBeGreaterThan(60)
  })

  test.each(files)('is whole after every migration that came later: %s', async (file) => {
    expect(lost(await migrated(file))).toEqual([])
  })

  const later = (sql: string): readonly Migration[] => [
    ...migrations,
    { number: (migrations.at(-1)?.number ?? 0) + 1, name: 'later', sql },
  ]
  test('is missed where a migration loses a row', async () => {
    const losing = later(`set local row_security = off; delete from clinic.postcodes`)
    expect(lost(await migrated(files[0] ?? '', losing))).toEqual([expect.stringContaining('"clinic"."postcodes"')])
  })

  test('refuses a migration that refuses what stands', async () => {
    const refusing = later(`alter table clinic.rooms add constraint no_rooms check (name = '')`)
    await expect(migrated(files[0] ?? '', refusing)).rejects.toThrow('no_rooms')
  })
})

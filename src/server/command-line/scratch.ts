/** A database beside the real one into which a backup is put back: to prove it, or to become the real one. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../../clinic/db/migrate.ts'
import { migrations } from '../../clinic/db/migrations.ts'
import { type Result, wordsOf } from '../postgres/result.ts'
import { endOfRows, type Foot, footSchema, headSchema, linesOf, type TableHead, tableSchema } from './backup-file.ts'
import { copyIn } from './copy.ts'
import { countRows, quoted, tablesOf } from './tables.ts'
import { type Reached, withClient } from './with-database.ts'

const prefix = 'unclench_scratch_'
const pieceSize = 65_536

/**
 * Puts a checked backup back into a new database and counts its rows. Whoever calls must drop or rename it.
 * What commands left that were killed is dropped first.
 */
export async function putBack(reached: Reached, path: string, bytes: number): Promise<Result<{ database: string }>> {
  const database = `${prefix}${randomBytes(6).toString('hex')}`
  await withClient(reached.settings, async (client) => {
    await dropLeftovers(client)
    await client.query(`create database ${database}`)
  })
  try {
    const loaded = await withClient({ ...reached.settings, database }, (client) =>
      load(client, reached.secret, path, bytes),
    )
    if (loaded.ok) return { ok: true, database }
    await dropDatabase(reached, database)
    return loaded
  } catch (error) {
    await dropDatabase(reached, database).catch(() => undefined)
    return { ok: false, why: `The backup cannot be put back: ${wordsOf(error)}` }
  }
}

/** Drops a database that putBack made. */
export const dropDatabase = (reached: Reached, database: string): Promise<unknown> =>
  withClient(reached.settings, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(database)}`))

async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database d where starts_with(datname, $1)
      and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
    [prefix],
  )
  for (const { datname } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)}`)
}

async function load(client: pg.Client, secret: string, path: string, bytes: number): Promise<Result<object>> {
  const lines = linesOf(path, bytes)
  try {
    const head = headSchema.parse(await nextJson(lines))
    const steps = migrations.filter(({ number }) => number <= head.schema)
    if (steps.at(-1)?.number !== head.schema) return { ok: false, why: newerWords(head.schema) }
    const made = await migrate(client, Buffer.from(secret), steps)
    if (!made.ok) return { ok: false, why: made.because }
    const foot = await loadRows(client, lines)
    const counted = await countRows(client)
    const wrong = Object.keys({ ...counted, ...foot.rows }).find((table) => counted[table] !== foot.rows[table])
    if (wrong === undefined) return { ok: true }
    return { ok: false, why: `${wrong} has ${counted[wrong] ?? 'no'} rows, and the backup says ${foot.rows[wrong]}.` }
  } finally {
    await lines.return()
  }
}

/** Words for a backup that this program is too old for. */
export const newerWords = (schema: number): string =>
  `The backup is of a newer Unclench (its schema is ${schema}, this one knows ${migrations.at(-1)?.number}). Nothing was changed. Use the newer one.`

type Lines = AsyncGenerator<Buffer, void, undefined>

async function nextJson(lines: Lines): Promise<unknown> {
  const { value, done } = await lines.next()
  if (done || !value) throw new Error('it ends too early')
  return JSON.parse(value.toString())
}

/** All rows in one transaction. What a migration had put in is emptied first, and no rule fires a second time. */
async function loadRows(client: pg.Client, lines: Lines): Promise<Foot> {
  const tables = await tablesOf(client)
  const known = new Set(tables.map(quoted))
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  if (tables.length > 0) await client.query(`truncate ${tables.map(quoted).join(', ')}`)
  for (;;) {
    const json = await nextJson(lines)
    const table = tableSchema.safeParse(json)
    if (!table.success) {
      const foot = footSchema.parse(json)
      for (const [name, value] of Object.entries(foot.sequences))
        await client.query('select setval($1, $2)', [name, value])
      await client.query('commit')
      return foot
    }
    if (!known.has(quoted(table.data)))
      throw new Error(`it has a table ${quoted(table.data)}, which the schema has not`)
    await copyIn(client, `copy ${columnsOf(table.data)} from stdin`, rowsOf(lines))
  }
}

/** A table with its columns, as COPY wants them. */
export const columnsOf = (table: TableHead): string =>
  `${quoted(table)} (${table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`

/** The rows up to the line that ends them, in pieces that are worth sending. */
async function* rowsOf(lines: Lines): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for (;;) {
    const { value, done } = await lines.next()
    if (done || !value) throw new Error('it ends too early')
    if (value.toString('latin1', 0, 3) === endOfRows && value.length === endOfRows.length) break
    held.push(value, newLine)
    size += value.length + 1
    if (size < pieceSize) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

const newLine = Buffer.from('\n')

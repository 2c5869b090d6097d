/**
 * The command `backup`: the whole database as it was at one moment, in one file. When it ends, the file has been put back
 * into a database beside, and counted. Never: leaves a file under that name that has not been.
 */
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { codeOf, type Result, wordsOf } from '../postgres/result.ts'
import { checkFile, endOfRows, firstLine, type Foot, lastLine } from './backup-file.ts'
import type { Call } from './call.ts'
import { copyOut } from './copy.ts'
import { columnsOf, dropDatabase, putBack } from './scratch.ts'
import { markOf, placeOfSecret } from './which-secret.ts'
import { quoted, schemaVersion, sequencesOf, tablesOf } from './tables.ts'
import { withClient, withDatabase } from './with-database.ts'

/** Writes a backup to a new file. */
export async function backUp({ config, say }: Call, path: string): Promise<Result<object>> {
  if (existsSync(path)) return { ok: false, why: `${path} is there already. Nothing was written. Choose another name.` }
  const half = `${path}.part-${randomBytes(4).toString('hex')}`
  try {
    return await withDatabase(config, async (reached) => {
      const foot = await withClient(reached.settings, (client) => writeFile(client, half, reached.secret))
      if (!foot.ok) return foot
      const checked = await checkFile(half)
      if (!checked.ok) return checked
      const proved = await putBack(reached, half, checked.bytes)
      if (!proved.ok) return proved
      await dropDatabase(reached, proved.database)
      // Unlike a rename, this fails if the name was taken meanwhile.
      await link(half, path)
      const rows = Object.values(foot.rows).reduce((sum, n) => sum + n, 0)
      say(
        `Backed up ${rows} rows of ${Object.keys(foot.rows).length} tables to ${path}, put them back beside, and counted them.`,
      )
      say(
        `It is of little use without the secret: keep a copy of ${placeOfSecret(config.secret !== undefined)} too, elsewhere.`,
      )
      return { ok: true }
    })
  } catch (error) {
    const full = codeOf(error) === 'ENOSPC' || codeOf(error) === '53100'
    return { ok: false, why: full ? 'The disk is full. No backup was made.' : `No backup was made: ${wordsOf(error)}` }
  } finally {
    await rm(half, { force: true }).catch(() => undefined)
  }
}

async function writeFile(client: pg.Client, path: string, secret: string): Promise<Result<Foot>> {
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    const write = async (bytes: Buffer) => {
      hash.update(bytes)
      await file.writeFile(bytes)
    }
    await write(Buffer.from(firstLine))
    const gzip = createGzip()
    const packed = (async () => {
      for await (const piece of gzip) await write(piece)
    })()
    // Awaited below; until then a full disk must not end the process.
    packed.catch(() => gzip.destroy())
    const put = async (bytes: Buffer | string) => {
      if (gzip.destroyed) return packed
      if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), packed])
    }
    const foot = await writeTables(client, put, markOf(secret))
    gzip.end()
    await packed
    if (!foot.ok) return foot
    await file.writeFile(lastLine(hash.digest('hex')))
    await file.sync()
    return foot
  } finally {
    await file.close()
  }
}

/** Everything as of one moment, whatever others write meanwhile. */
async function writeTables(
  client: pg.Client,
  put: (bytes: Buffer | string) => Promise<void>,
  secret: string,
): Promise<Result<Foot>> {
  await client.query('begin isolation level repeatable read read only')
  // A role that sees only some rows is refused, rather than given those.
  await client.query('set local row_security = off')
  const schema = await schemaVersion(client)
  if (schema === 0)
    return { ok: false, why: 'There is nothing to back up: the database has no schema yet. Try: migrate' }
  await put(`${JSON.stringify({ schema, at: new Date().toISOString(), secret })}\n`)
  const rows: Record<string, number> = {}
  for (const table of await tablesOf(client)) {
    await put(`${JSON.stringify(table)}\n`)
    let count = 0
    await copyOut(client, `copy ${columnsOf(table)} to stdout`, async (row) => {
      count += 1
      await put(row)
    })
    await put(`${endOfRows}\n`)
    rows[quoted(table)] = count
  }
  const foot = { rows, sequences: await sequencesOf(client) }
  await put(`${JSON.stringify(foot)}\n`)
  await client.query('commit')
  return { ok: true, ...foot }
}

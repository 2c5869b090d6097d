/** The command `doctor`: looks at everything that an installation stands on, and says what is wrong and what to do. */
import { existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { migrations } from '../../clinic/db/migrations.ts'
import { findHome } from '../postgres/home.ts'
import type { Result } from '../postgres/result.ts'
import { wordsOf } from '../postgres/result.ts'
import { checkFile, readHead } from './backup-file.ts'
import type { Call } from './call.ts'
import { newerWords } from './scratch.ts'
import { passkeyFindings } from './passkey-findings.ts'
import { schemaVersion } from './tables.ts'
import { withClient, withDatabase } from './with-database.ts'

/** Less than this, and the database may stop in the middle of a day. */
const leastFreeBytes = 500_000_000

/** Looks, prints a line for each thing looked at, and fails if anything is wrong. */
export async function doctor(call: Call, backup: string | undefined): Promise<Result<object>> {
  if (backup !== undefined) return lookAtBackup(call, backup)
  const found = [...(await lookAtFolder(call)), ...(await lookAtDatabase(call))]
  for (const { fine, words } of found) call.say(`${fine ? 'fine   ' : 'WRONG  '} ${words}`)
  const wrong = found.filter(({ fine }) => !fine).length
  return wrong === 0 ? { ok: true } : { ok: false, why: `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.` }
}

interface Finding {
  readonly fine: boolean
  readonly words: string
}

async function lookAtBackup({ say }: Call, path: string): Promise<Result<object>> {
  const checked = await checkFile(path)
  if (!checked.ok) return checked
  const head = await readHead(path, checked.bytes)
  if (head.schema > (migrations.at(-1)?.number ?? 0)) return { ok: false, why: newerWords(head.schema) }
  say(`fine    The backup of ${head.at} is as it was written: schema ${head.schema}, ${checked.bytes} bytes.`)
  return { ok: true }
}

async function lookAtFolder({ config }: Call): Promise<readonly Finding[]> {
  const found = await findHome(config.dataFolder)
  if (!found.ok) return [{ fine: false, words: found.why }]
  const { folder, notice } = found.home
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const room = `${Math.floor(free / 1_000_000)} MB are free in ${folder}.`
  const findings = [{ fine: free >= leastFreeBytes, words: free >= leastFreeBytes ? room : `Only ${room} Make room.` }]
  if (notice) findings.push({ fine: true, words: notice })
  const secrets = join(folder, 'secrets')
  if (existsSync(secrets) && process.platform !== 'win32') {
    const closed = (statSync(secrets).mode & 0o077) === 0
    findings.push({
      fine: closed,
      words: closed
        ? 'The secret is readable by its owner alone.'
        : `Others can read the secret. Try: chmod 600 ${secrets}`,
    })
  }
  return findings
}

async function lookAtDatabase({ config }: Call): Promise<readonly Finding[]> {
  if (config.database.kind === 'off') return [{ fine: true, words: 'The database is off, and so is Find.' }]
  const looked = await withDatabase(config, async ({ settings }) => ({
    ok: true as const,
    findings: await withClient(settings, async (client) => [
      ...(await lookInside(client)),
      ...(await lookAtPasskeys(client, config.publicUrl)),
    ]),
  })).catch((error) => ({ ok: false as const, why: `The database cannot be used: ${wordsOf(error)}` }))
  return looked.ok ? looked.findings : [{ fine: false, words: looked.why }]
}

async function lookInside(client: pg.Client): Promise<readonly Finding[]> {
  const findings: Finding[] = [await lookAtSchema(client)]
  const { rows: broken } = await client.query<{ name: string }>(
    'select indexrelid::regclass::text as name from pg_index where not indisvalid',
  )
  const names = broken.map(({ name }) => name).join(', ')
  findings.push(
    names
      ? { fine: false, words: `Indexes are broken: ${names}. Drop them and make them again.` }
      : { fine: true, words: 'Every index is whole.' },
  )
  const { rows: damage } = await client.query<{ n: string }>(
    'select coalesce(sum(checksum_failures), 0) as n from pg_stat_database',
  )
  const pages = Number(damage[0]?.n)
  findings.push(
    pages > 0
      ? { fine: false, words: `${pages} pages on the disk are damaged. Restore a backup on another disk.` }
      : { fine: true, words: 'No damaged page has been met.' },
  )
  const { rows: settings } = await client.query<{ fsync: string }>(`select current_setting('fsync') as fsync`)
  const safe = settings[0]?.fsync === 'on'
  findings.push({
    fine: safe,
    words: safe
      ? 'What is booked is on the disk before we say so.'
      : 'fsync is off: a power cut loses bookings. Turn it on.',
  })
  return findings
}

/** Passkeys work only under the name that they were made for, over https, and never at an address of numbers. */
async function lookAtPasskeys(client: pg.Client, publicUrl: string | undefined): Promise<readonly Finding[]> {
  if ((await schemaVersion(client)) !== migrations.at(-1)?.number) return []
  const { rows } = await client.query<{ name: string | null; n: number }>(
    'select rp_id as name, count(*)::int as n from auth.passkeys where stopped_at is null group by 1 order by 1',
  )
  return passkeyFindings(rows, publicUrl)
}

async function lookAtSchema(client: pg.Client): Promise<Finding> {
  const version = await schemaVersion(client)
  const newest = migrations.at(-1)?.number ?? 0
  if (version === newest) return { fine: true, words: `The database is up to date: schema ${version}.` }
  const words = version > newest ? 'Start the newer Unclench.' : 'Try: npm run unclench -- migrate'
  return { fine: false, words: `The database has schema ${version}, and this Unclench knows ${newest}. ${words}` }
}

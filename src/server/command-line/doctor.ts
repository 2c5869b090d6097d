/** The command `doctor`: looks at everything that an installation stands on, and says what is wrong and what to do. */
import { existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { type SealPurpose, unseal } from '../../clinic/people/seal.ts'
import { migrations } from '../../clinic/db/migrations.ts'
import { findHome } from '../postgres/home.ts'
import type { Result } from '../postgres/result.ts'
import { wordsOf } from '../postgres/result.ts'
import { checkFile, readHead } from './backup-file.ts'
import type { Call } from './call.ts'
import { newerWords } from './scratch.ts'
import { passkeyFindings } from './passkey-findings.ts'
import { schemaVersion } from './tables.ts'
import { lookAtInstallation, markOf, otherSecretWords, placeOfSecret } from './which-secret.ts'
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

async function lookAtBackup({ config, say }: Call, path: string): Promise<Result<object>> {
  const checked = await checkFile(path)
  if (!checked.ok) return checked
  const head = await readHead(path, checked.bytes)
  if (head.schema > (migrations.at(-1)?.number ?? 0)) return { ok: false, why: newerWords(head.schema) }
  say(`fine    The backup of ${head.at} is as it was written: schema ${head.schema}, ${checked.bytes} bytes.`)
  const looked = await lookAtInstallation(config)
  if (!looked.ok) return looked
  const { secret } = looked.found
  if (head.secret === undefined || (secret !== undefined && head.secret === markOf(secret))) return { ok: true }
  return { ok: false, why: otherSecretWords(looked.found) }
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
  const looked = await withDatabase(config, async ({ settings, secret }) => ({
    ok: true as const,
    findings: await withClient(settings, async (client) => {
      const findings = await lookInside(client)
      if ((await schemaVersion(client)) !== migrations.at(-1)?.number) return findings
      return [
        ...findings,
        ...(await lookAtPasskeys(client, config.publicUrl)),
        ...(await lookAtMail(client)),
        await lookAtSeals(client, secret, config.secret !== undefined),
      ]
    }),
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
  const { rows } = await client.query<{ name: string | null; n: number }>(
    'select rp_id as name, count(*)::int as n from auth.passkeys where stopped_at is null group by 1 order by 1',
  )
  return passkeyFindings(rows, publicUrl)
}

/** Whether mail leaves: held since a restore, or waiting though its time has come. */
async function lookAtMail(client: pg.Client): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ held: string | null; waiting: number; oldest: string | null }>(
    `select (select to_char(mail_held_since at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') from clinic.installation) as held,
       count(*)::int as waiting, to_char(min(due_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') as oldest
     from clinic.mails where state in ('queued', 'sending') and due_at < now() - interval '1 hour'`,
  )
  const { held = null, waiting = 0, oldest } = rows[0] ?? {}
  if (held !== null)
    return [
      {
        fine: false,
        words: `All mail is held since ${held}, when a backup was put back. ${waiting} of visits are due. Try: npm run unclench -- release-mail`,
      },
    ]
  if (waiting === 0) return [{ fine: true, words: 'No mail about a visit is late.' }]
  return [
    {
      fine: false,
      words: `${waiting} mails about visits wait, the first since ${oldest}. Look whether Unclench runs, and whether SMTP_URL is right.`,
    },
  ]
}

/** Whether the secret opens what it should: the first and the last of each kind that people wrote. */
async function lookAtSeals(client: pg.Client, secret: string, isTold: boolean): Promise<Finding> {
  const { rows } = await client.query<{ kind: SealPurpose['kind']; clinic: string; id: string; sealed: Buffer }>(
    sealedRows
      .flatMap(({ kind, table, id, column }) =>
        ['asc', 'desc'].map(
          (order) => `(select '${kind}' as kind, clinic_id::text as clinic, ${id}::text as id, ${column} as sealed
            from clinic.${table} where ${column} is not null order by ${id} ${order} limit 1)`,
        ),
      )
      .join(' union all '),
  )
  const shut = rows.filter(
    ({ kind, clinic, id, sealed }) =>
      unseal(Buffer.from(secret), { kind, clinicId: clinic, appointmentId: id }, sealed) === undefined,
  )
  if (shut.length === 0) return { fine: true, words: 'The secret opens what people wrote.' }
  return {
    fine: false,
    words: `Some of what people wrote cannot be opened: it was sealed with another secret. Put that one back into ${placeOfSecret(isTold)}.`,
  }
}

const sealedRows = [
  { kind: 'note', table: 'appointments', id: 'appointment_id', column: 'note_sealed' },
  { kind: 'shared-check', table: 'shared_checks', id: 'appointment_id', column: 'sealed' },
  { kind: 'question', table: 'questions', id: 'question_id', column: 'words_sealed' },
] as const

async function lookAtSchema(client: pg.Client): Promise<Finding> {
  const version = await schemaVersion(client)
  const newest = migrations.at(-1)?.number ?? 0
  if (version === newest) return { fine: true, words: `The database is up to date: schema ${version}.` }
  const words = version > newest ? 'Start the newer Unclench.' : 'Try: npm run unclench -- migrate'
  return { fine: false, words: `The database has schema ${version}, and this Unclench knows ${newest}. ${words}` }
}

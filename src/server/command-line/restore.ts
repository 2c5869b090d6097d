/**
 * The command `restore`. The backup is put back whole into a database beside the real one, and takes its place in one step;
 * so whatever goes wrong, what was there is there. Mail is held: what the backup has waiting may have been sent since.
 * What ended since, as far as what was there knows it, ends again (ended-since.ts).
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { bringUpToDate } from '../clinic.ts'
import { connectAsOwner } from '../../clinic/db/connection.ts'
import { heedLeavers } from '../../clinic/letters/heed-leavers.ts'
import { openLeftBook } from '../../clinic/letters/left-book.ts'
import { lettersFolderIn } from '../letters.ts'
import { migrations } from '../../clinic/db/migrations.ts'
import { findRunningServer } from '../postgres/local-server.ts'
import { codeOf, type Result, wordsOf } from '../postgres/result.ts'
import { checkFile, readHead } from './backup-file.ts'
import type { Call } from './call.ts'
import { endAgain } from './ended-since.ts'
import { sinceBackup } from './since-backup.ts'
import { dropDatabase, newerWords, putBack } from './scratch.ts'
import { countRows } from './tables.ts'
import { lookAtInstallation, markOf, otherSecretWords } from './which-secret.ts'
import { type Reached, withClient, withDatabase } from './with-database.ts'

/** Puts the backup in `path` in the database's place. */
export async function restore({ config, say, switches }: Call, path: string): Promise<Result<object>> {
  const checked = await checkFile(path)
  if (!checked.ok) return checked
  const head = await readHead(path, checked.bytes)
  if (head.schema > (migrations.at(-1)?.number ?? 0)) return { ok: false, why: newerWords(head.schema) }
  if (config.database.kind === 'own' && (await findRunningServer({ folder: config.dataFolder, secret: config.secret })))
    return { ok: false, why: 'Unclench is running. Stop it, then restore. Nothing was changed.' }
  const looked = await lookAtInstallation(config)
  if (!looked.ok) return looked
  const { found } = looked
  const isOther = head.secret !== undefined && (found.secret === undefined || head.secret !== markOf(found.secret))
  if (isOther && !switches.has('other-secret')) return { ok: false, why: otherSecretWords(found) }
  return withDatabase(config, async (reached) => {
    const hadData = await holdsData(reached)
    if (!switches.has('replace') && hadData)
      return {
        ok: false,
        why: 'The database is not empty. Nothing was changed. To put the backup in its place, add --replace',
      }
    const made = await putBack(reached, path, checked.bytes)
    if (!made.ok) return made
    const { dataFolder } = config
    const swapped = await finishAndSwap(reached, made.database, { dataFolder, hadData, at: head.at })
    if (!swapped.ok) {
      await dropDatabase(reached, made.database)
      return swapped
    }
    say(`Restored the backup of ${head.at}. All mail is held until it is released: release-mail.`)
    for (const line of swapped.since) say(line)
    return { ok: true }
  })
}

/** True if any table has rows, other than the one that each installation has from the start. */
const holdsData = (reached: Reached) =>
  withClient(reached.settings, async (client) =>
    Object.entries(await countRows(client)).some(([table, rows]) => rows > 0 && table !== '"clinic"."installation"'),
  )

/** What the backup does not know, as lines. */
interface Since {
  readonly since: readonly string[]
}

/** What is put back, and whether it takes the place of anything. */
interface Backup {
  readonly dataFolder: string
  readonly hadData: boolean
  /** Its moment. */
  readonly at: string
}

async function finishAndSwap(
  reached: Reached,
  database: string,
  { dataFolder, hadData, at }: Backup,
): Promise<Result<Since>> {
  const inside = { ...reached.settings, database }
  const upToDate = await bringUpToDate(inside, reached.secret)
  if (!upToDate.ok) return upToDate
  await withClient(inside, async (client) => {
    await client.query('update clinic.installation set mail_held_since = now()')
    // A session or a link that has ended since the backup stays ended: everybody signs in again.
    await client.query('delete from auth.sessions')
    await client.query('delete from auth.verifications')
    await client.query('delete from auth.sign_in_asks')
    await client.query('delete from auth.passkey_asks')
    await client.query('delete from auth.way_in_notices')
    // Whoever was to be let in again is asked for anew: it may have been stopped or used since.
    await client.query('update clinic.new_starts set ends_at = least(ends_at, now())')
    await client.query('update clinic.invitations set ends_at = least(ends_at, now()) where new_start_id is not null')
  })
  await forgetWhoLeft(inside, reached.secret, lettersFolderIn(dataFolder))
  const ended = hadData ? await compared(reached.settings, inside, (now, then) => endAgain(now, then, at)) : []
  const aside = `unclench_scratch_${randomBytes(6).toString('hex')}`
  try {
    await withClient({ ...reached.settings, database: 'postgres' }, async (client) => {
      const [real, copy] = [reached.settings.database, database].map((name) => pg.escapeIdentifier(name))
      await client.query('begin')
      await client.query(`alter database ${real} rename to ${aside}`)
      await client.query(`alter database ${copy} rename to ${real}`)
      await client.query('commit')
    })
  } catch (error) {
    const used = codeOf(error) === '55006'
    const why = used ? 'Somebody still uses the database: stop every Unclench on it' : wordsOf(error)
    return { ok: false, why: `The backup was not put in place: ${why}. Nothing was changed.` }
  }
  const before = { ...reached.settings, database: aside }
  const since = hadData ? await compared(before, reached.settings, sinceBackup) : []
  await dropDatabase(reached, aside)
  return { ok: true, since: [...since, ...ended] }
}

type Settings = Reached['settings']

/** What was there may be older or broken, and is put away all the same: then nobody can say what it knew. */
async function compared(
  now: Settings,
  then: Settings,
  work: (now: pg.Client, then: pg.Client) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  try {
    return await withClient(now, (newer) => withClient(then, (older) => work(newer, older)))
  } catch {
    return [
      'What was there before could not be read: nobody can say what was booked, changed or sent since the backup.',
    ]
  }
}

/** Whoever left the letters since the backup has left. The sender asks the same book again before each letter. */
async function forgetWhoLeft(inside: Reached['settings'], secret: string, lettersFolder: string): Promise<void> {
  const left = await openLeftBook(lettersFolder, Buffer.from(secret)).read()
  const owner = connectAsOwner(inside)
  try {
    const clinics = await owner.selectFrom('clinics').select('clinic_id').execute()
    for (const { clinic_id } of clinics) await heedLeavers(owner, clinic_id, left)
  } finally {
    await owner.destroy()
  }
}

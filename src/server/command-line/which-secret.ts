/** Which secret a backup was made under, and what is shut where an installation has another. */
import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { findHome } from '../postgres/home.ts'
import type { Result } from '../postgres/result.ts'

/** Tells one secret from another, and says nothing of either. */
export const markOf = (secret: string): string =>
  createHmac('sha256', secret).update('which secret this is').digest('hex').slice(0, 16)

/** Where the secret of this installation is kept. @param isTold it came with the settings */
export const placeOfSecret = (isTold: boolean): string =>
  isTold ? 'UNCLENCH_SECRET' : 'the file "secrets" of the data folder'

/** What a command finds of the installation before it starts anything. */
interface Installation {
  /** Where its secret is looked for: the variable, or the file with its whole path. */
  readonly place: string
  /** Undefined: none is there yet, so the first start would make one. */
  readonly secret: string | undefined
  /** Its own database is there already. Its passwords come from the secret that it was made under, and no other opens it. */
  readonly hasCluster: boolean
}

/** Looks without making a secret or a database: both would stand in the way of the old ones. */
export async function lookAtInstallation(config: Config): Promise<Result<{ found: Installation }>> {
  const home = await findHome(config.dataFolder)
  if (!home.ok) return home
  const path = join(home.home.folder, 'secrets')
  const kept = config.secret ?? (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)
  const place = config.secret === undefined ? `the file ${path}` : placeOfSecret(true)
  const hasCluster = config.database.kind === 'own' && existsSync(join(home.home.data, 'PG_VERSION'))
  return { ok: true, found: { place, secret: kept, hasCluster } }
}

/** Said where a backup is put back under another secret than it was made under: what is shut then, and what to do. */
export const otherSecretWords = ({ place, hasCluster }: Omit<Installation, 'secret'>): string =>
  [
    'This backup was made under another secret than this installation has. Nothing was changed.',
    'Without it nobody can open notes, questions and shared checks, the links in mails that were sent open nothing, and staff cannot sign in by password and code.',
    hasCluster
      ? 'The database here opens with its own secret alone. So make a new folder, put the old secret into a file "secrets" in it, set UNCLENCH_DATA to that folder, and restore there.'
      : `Put the old secret into ${place}, and restore again.`,
    'If it is lost, add --other-secret.',
  ].join('\n')

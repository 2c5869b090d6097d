/** A database for the length of one command: the one that a running Unclench uses, or one started for it. */
import pg from 'pg'
import { secretOf } from '../clinic.ts'
import type { Config } from '../config.ts'
import { type ConnectionSettings, findRunningServer, startLocalServer } from '../postgres/local-server.ts'
import type { Result } from '../postgres/result.ts'

/** A database as the role that owns it, and the installation's secret. */
export interface Reached {
  readonly settings: ConnectionSettings
  readonly secret: string
}

/** Runs `work` on the database of the settings. What was started for it is stopped after it. */
export async function withDatabase<T extends object>(
  config: Config,
  work: (reached: Reached) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (config.database.kind === 'off') return { ok: false, why: 'There is no database: DATABASE_URL is "off".' }
  if (config.database.kind === 'server') {
    const secret = await secretOf(config)
    return secret.ok ? work({ settings: config.database.settings, secret: secret.secret }) : secret
  }
  const options = { folder: config.dataFolder, secret: config.secret }
  const running = await findRunningServer(options)
  if (running) return work(running)
  const started = await startLocalServer(options)
  if (!started.ok) return started
  try {
    return await work(started.server)
  } finally {
    await started.server.stop()
  }
}

/** One connection, closed whatever happens. Connecting has an end; what is asked may take long. */
export async function withClient<T>(settings: ConnectionSettings, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

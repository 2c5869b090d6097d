/** One PostgreSQL with durability on, as an installation has it, and two servers of ours over it, each its own process. */
import type pg from 'pg'
import { startLocalServer } from '../src/server/postgres/local-server.ts'
import { poolOf, startServer } from './installation.ts'
import type { Ground } from './races.ts'
import { inScratchFolder } from './scratch-folder.ts'

/** Where to book, what the database is, and the processes of the servers. */
export interface TwoServers extends Ground {
  readonly admin: pg.Pool
  readonly databaseUrl: string
  readonly secret: string
  readonly processes: readonly number[]
}

export function withServers<T>(count: number, work: (servers: TwoServers) => Promise<T>): Promise<T> {
  return inScratchFolder(async (folder) => {
    const started = await startLocalServer({ folder, port: 0 })
    if (!started.ok) throw new Error(started.why)
    const { settings, secret, stop } = started.server
    const { user, password, host, port, database } = settings
    const databaseUrl = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
    const surroundings = { DATABASE_URL: databaseUrl, UNCLENCH_SECRET: secret, UNCLENCH_DATA: folder }
    const admin = poolOf(settings)
    const servers: Awaited<ReturnType<typeof startServer>>[] = []
    try {
      for (let server = 0; server < count; server += 1) servers.push(await startServer(surroundings))
      const origins = servers.map(({ origin }) => origin)
      const processes = servers.map(({ child }) => child.pid ?? 0)
      return await work({ origins, admin, databaseUrl, secret, processes })
    } finally {
      await Promise.all(servers.map((server) => server.kill('SIGKILL')))
      await admin.end()
      await stop()
    }
  })
}

/** For tests: a database of one's own, copied from the migrated template of the run's real server. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { isWhole } from '../../../scripts/short-form.ts'
import { type AccountDatabase, connect, connectAccounts, type Database } from './connection.ts'
import { rolePassword } from './roles.ts'
import { templates } from './test-server.ts'

/** One database as each of its roles sees it, and where it is. */
export interface TestDatabase {
  readonly address: { readonly host: string; readonly port: number; readonly database: string }
  readonly secret: Uint8Array
  /** The server's role: sees a clinic's rows inside `inClinic`. */
  readonly app: Database
  /** Public search: sees the views of `directory`. */
  readonly directory: Database
  /** Accounts: sees schema `auth` and nothing of a clinic. */
  readonly auth: AccountDatabase
  /**
   * Sees and changes the rows of every clinic, for looking at what really happened, but not those of neighbours. Where there
   * are none it is the superuser.
   */
  readonly admin: pg.Pool
}

interface Wish {
  /** Why this file wants clinics with nothing in them but what its tests put there. */
  readonly withoutNeighbours?: string
  /** Why this file wants its statements planned for the very values that are asked, as PostgreSQL usually does. */
  readonly plannedByValues?: string
}

/**
 * Makes the database before the file's tests and drops it after them. Read it inside a test only. Every clinic has neighbours
 * in all tables (neighbours.sql), and a file fails in which one of them is gone or was written again; in the whole form
 * (WHOLE=1) the very test after which it is so.
 */
export function testDatabase({ withoutNeighbours, plannedByValues }: Wish = {}): TestDatabase {
  const hasNeighbours = withoutNeighbours === undefined
  return databaseOf(hasNeighbours, {
    make: () => createTestDatabase(hasNeighbours, plannedByValues !== undefined),
    leave: dropTestDatabase,
  })
}

/** One database for files of a worker, and how many have had it. */
let shared: { readonly database: TestDatabase; files: number } | undefined
/** So many files share one: with its rows grows what each look at all of them costs. */
const mostFiles = 10

/**
 * As `testDatabase`, but with what files before have left in it: for a file whose tests ask for nothing but what is in clinics that
 * they made. A database of its own costs a file a fifth of a second, most of it for connections that know no statement yet.
 */
export function sharedDatabase(): TestDatabase {
  return databaseOf(true, {
    make: async () => {
      shared ??= { database: await createTestDatabase(true, false), files: 0 }
      shared.files += 1
      return shared.database
    },
    leave: async (database, isAsItWas) => {
      if (isAsItWas && shared && shared.files < mostFiles) return
      shared = undefined
      await dropTestDatabase(database)
    },
  })
}

/** How a file comes by a database, and leaves it when its tests are over. */
interface Keeping {
  readonly make: () => Promise<TestDatabase>
  readonly leave: (database: TestDatabase, isAsItWas: boolean) => Promise<void>
}

function databaseOf(hasNeighbours: boolean, { make, leave }: Keeping): TestDatabase {
  const made: { current?: TestDatabase } = {}
  beforeAll(async () => {
    made.current = await make()
  })
  const expectNoneMoved = async (database: TestDatabase) => {
    const moved = hasNeighbours ? await movedNeighbours(database) : []
    if (moved.length > 0) throw new Error(`Rows that no test means were changed or deleted:\n${moved.join('\n')}`)
  }
  if (isWhole) afterEach(() => made.current && expectNoneMoved(made.current))
  afterAll(async () => {
    if (!made.current) return
    let isAsItWas = false
    try {
      await expectNoneMoved(made.current)
      isAsItWas = true
    } finally {
      await leave(made.current, isAsItWas)
    }
  })
  const current = () => {
    if (!made.current) throw new Error('The database is made before the first test: read it inside one.')
    return made.current
  }
  return {
    get address() {
      return current().address
    },
    get secret() {
      return current().secret
    },
    get app() {
      return current().app
    },
    get directory() {
      return current().directory
    },
    get auth() {
      return current().auth
    },
    get admin() {
      return current().admin
    },
  }
}

/**
 * Two servers over the database of a file, each with a pool of its own, as two machines would have. Call it beside
 * `testDatabase`.
 * @returns one of the two, by any whole number from 0
 */
export function twoServers(db: TestDatabase): (number: number) => Database {
  const servers: Database[] = []
  beforeAll(() => {
    for (let at = 0; at < 2; at += 1)
      servers.push(connect(db.address, 'unclench_app', rolePassword(db.secret, 'unclench_app'), 16))
  })
  afterAll(async () => {
    await Promise.all(servers.map((one) => one.destroy()))
  })
  return (number) => {
    const found = servers[number % servers.length]
    if (!found) throw new Error('no server yet: ask for one inside a test')
    return found
  }
}

/** Each neighbour that is no longer as it was, told once. */
export async function movedNeighbours({ admin }: Pick<TestDatabase, 'admin'>): Promise<readonly string[]> {
  const { rows } = await admin.query<{ moved: string }>('select moved from neighbours.moved() moved')
  return rows.map(({ moved }) => moved)
}

async function createTestDatabase(hasNeighbours: boolean, isPlannedByValues: boolean): Promise<TestDatabase> {
  const { host, socket, port, secret: hex } = inject('postgres')
  const secret = Buffer.from(hex, 'hex')
  const database = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(async (server) => {
    await server.query(
      `create database ${database} template ${hasNeighbours ? templates.withNeighbours : templates.empty} strategy file_copy`,
    )
    if (isPlannedByValues) await server.query(`alter database ${database} set plan_cache_mode = auto`)
    await server.query(`revoke connect, temporary on database ${database} from public`)
    await server.query(`grant connect on database ${database} to unclench_app, unclench_directory, unclench_auth`)
  })
  const address = { host, port, database }
  const beside = { host: socket, port, database }
  const eyes = hasNeighbours ? { options: '-c role=test_eyes' } : {}
  const admin = new pg.Pool({ ...beside, user: 'postgres', max: 4, idleTimeoutMillis: 0, ...eyes })
  // Its last connections may still be closing when the database is dropped under them.
  admin.on('error', () => undefined)
  return {
    address,
    secret,
    app: connect(beside, 'unclench_app', rolePassword(secret, 'unclench_app')),
    directory: connect(beside, 'unclench_directory', rolePassword(secret, 'unclench_directory')),
    auth: connectAccounts(beside, rolePassword(secret, 'unclench_auth')),
    admin,
  }
}

async function dropTestDatabase({ app, directory, auth, admin, address }: TestDatabase): Promise<void> {
  await Promise.all([app.destroy(), directory.destroy(), auth.destroy(), admin.end()])
  await asSuperuser((server) => server.query(`drop database ${address.database} with (force)`))
}

let superuser: pg.Pool | undefined
/** By one connection for all files of a worker, which keeps nobody from ending. */
async function asSuperuser(work: (server: pg.Pool) => Promise<unknown>): Promise<void> {
  if (!superuser) {
    const { socket, port } = inject('postgres')
    const asOne = { max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true }
    superuser = new pg.Pool({ host: socket, port, user: 'postgres', database: 'postgres', ...asOne })
    // The server is stopped under it when all is done.
    superuser.on('error', () => undefined)
  }
  await work(superuser)
}

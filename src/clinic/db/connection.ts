/**
 * Connections to the database, and the one way to work inside a clinic.
 * Never: a query on a clinic's tables outside `inClinic`; without it no row is seen.
 */
import { CamelCasePlugin, Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { AccountTables } from './account-tables.ts'
import type { LoginRole } from './roles.ts'
import type { DB } from './schema.ts'

/** A database as one of our roles sees it. */
export type Database = Kysely<DB>
/** The accounts, as the role that may read nothing of a clinic sees them. */
export type AccountDatabase = Kysely<AccountTables>
/** A transaction inside one clinic. */
export type ClinicTransaction = Transaction<DB>
/** A transaction that sees the views of `directory` and nothing else. */
export type PublicTransaction = Transaction<DB>

/** Where the server is: host may be the folder of a Unix socket. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly ssl?: pg.ClientConfig['ssl']
}

/** PostgreSQL's number of the type `date`. */
const dateType = 1082
/** A day stays the text that it is ("2026-11-27"): as an instant it would shift with the server's zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (type === dateType ? (text: string) => text : pg.types.getTypeParser(type, format)),
}

/** How long one statement may take before the database ends it, and how long a connection may be waited for. */
const statementTimeoutMs = 15_000
const connectTimeoutMs = 5_000

/**
 * A pool of connections for one role. Opens none until the first query.
 * @param most connections at a time; the embedded server allows 100 in all
 */
export const connect = (address: Address, role: LoginRole, password: string, most = 10): Database =>
  clinicTables(poolFor({ ...address, user: role, password, max: most, application_name: role }, clinicPath))

/** One connection as the role that owns the database, for commands: it may do what the server may not. */
export const connectAsOwner = (settings: Address & { readonly user: string; readonly password: string }): Database =>
  clinicTables(poolFor({ ...settings, max: 1, application_name: 'unclench_command' }, clinicPath))

/** The types in schema.ts name the clinic's tables without their schema. */
const clinicPath = 'clinic,public'
const clinicTables = (pool: pg.Pool) => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

/**
 * A pool of connections for the accounts. Columns are named as in TypeScript (`userId` for `user_id`), since Better Auth,
 * which shares it, names them so.
 */
export function connectAccounts(address: Address, password: string, most = 6): AccountDatabase {
  const role = 'unclench_auth'
  const pool = poolFor({ ...address, user: role, password, max: most, application_name: role }, 'auth')
  return new Kysely<AccountTables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
}

/**
 * A remark that begins a statement which a connection takes apart and plans once: for the few long ones, whose planning costs
 * more than their work. Its text never changes with what is asked; what is asked goes in as parameters.
 */
export const plannedOnce = (name: string): RawBuilder<unknown> => sql.raw(`/* planned once: ${name} */`)

/** A connection that heeds it. */
class PlanningClient extends pg.Client {
  override query(...asked: readonly unknown[]): never {
    const [text, values] = asked
    const name = typeof text === 'string' ? /^\/\* planned once: ([a-z ]+) \*\//.exec(text)?.[1] : undefined
    // pg's call has a dozen forms; whoever asks gets the answer of the form that they used.
    const query = super.query.bind(this) as (...given: readonly unknown[]) => never
    return name === undefined ? query(...asked) : query({ name, text, values })
  }
}

function poolFor(config: pg.PoolConfig, searchPath: string): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    Client: PlanningClient,
    types,
    options: `-c search_path=${searchPath}`,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
  })
  // A connection that breaks while nobody uses it: the pool makes another, and the next query says what is wrong.
  pool.on('error', () => undefined)
  // One that breaks between two statements of a transaction: the next statement fails. Unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * Runs `work` in one transaction that sees and writes rows of this clinic and no other. Ends with the transaction, so a
 * pooled connection carries no clinic to whoever has it next.
 * @param clinicId UUID
 * @throws what `work` throws; then nothing it did has happened
 */
export function inClinic<T>(db: Database, clinicId: string, work: (trx: ClinicTransaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await enterClinic(trx, clinicId)
    return work(trx)
  })
}

/**
 * Reads in one transaction as the role that sees nothing but the views of `directory`, of the database itself and never of a
 * copy of it: what anybody may know, as it is at this moment. What it reads with has one plan for whatever is asked: of few
 * clinics the planner would make a new one each time, which takes longer than the reading.
 */
export function asPublic<T>(app: Database, read: (trx: PublicTransaction) => Promise<T>): Promise<T> {
  return app
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`select set_config('role', 'unclench_directory', true),
        set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(trx)
      return read(trx)
    })
}

/**
 * Reads from other clinics inside the transaction of one, for what is bounded over all of them. Each `read` sees the rows of its
 * clinic alone; afterwards the transaction is in its own again.
 * @param own the clinic that the transaction is in
 */
export async function readElsewhere<T>(
  trx: ClinicTransaction,
  own: string,
  clinicIds: readonly string[],
  read: (trx: ClinicTransaction) => Promise<T>,
): Promise<readonly T[]> {
  const all: T[] = []
  for (const clinicId of clinicIds) {
    if (clinicId === own) continue
    await enterClinic(trx, clinicId)
    all.push(await read(trx))
  }
  if (all.length > 0) await enterClinic(trx, own)
  return all
}

const enterClinic = (trx: ClinicTransaction, clinicId: string) =>
  sql`select set_config('app.clinic', ${clinicId}, true)`.execute(trx)

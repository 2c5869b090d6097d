/**
 * The database roles, made before the first migration and put right at each start.
 *
 *   unclench_owner      owns schemas and tables; nobody logs in as it
 *   unclench_views      owns the public views, and may read only what they show; nobody logs in as it
 *   unclench_app        the server: reads and writes rows of the clinic named in its transaction, and no other; may take on
 *                       unclench_directory for a transaction
 *   unclench_directory  public search: reads the views of schema `directory`, and nothing else
 *   unclench_auth       accounts: reads and writes schema `auth`, and nothing of a clinic
 *
 * None is a superuser or can go round row-level security.
 */
import { createHmac } from 'node:crypto'
import type { Client } from 'pg'
import pg from 'pg'

/** The roles that log in. */
export type LoginRole = 'unclench_app' | 'unclench_directory' | 'unclench_auth'
const loginRoles: readonly LoginRole[] = ['unclench_app', 'unclench_directory', 'unclench_auth']
const silentRoles = ['unclench_owner', 'unclench_views'] as const

/**
 * The password of a role, worked out from the installation's secret, so that several servers over one database agree
 * without having to tell each other.
 * @param secret at least 32 bytes that are kept outside the database
 */
export const rolePassword = (secret: Uint8Array, role: LoginRole): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')

/**
 * Makes the roles that are missing and sets the passwords of those that log in. Call it under the migrations' lock.
 * @param admin connected as a role that may make roles: the superuser of the embedded server, or that of DATABASE_URL
 * @throws what PostgreSQL throws where that role may not
 */
export async function prepareRoles(admin: Client, secret: Uint8Array): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'unclench\\_%'`,
  )
  const known = new Set(rows.map(({ rolname }) => rolname))
  for (const role of silentRoles) if (!known.has(role)) await admin.query(`create role ${role} nologin`)
  for (const role of loginRoles) {
    const password = pg.escapeLiteral(rolePassword(secret, role))
    await admin.query(`${known.has(role) ? 'alter' : 'create'} role ${role} login noinherit password ${password}`)
  }
  await admin.query('grant unclench_owner to current_user')
  await admin.query('grant unclench_views to unclench_owner')
  // So that the server can read as anybody may (asPublic); it takes the role on, and inherits nothing from it.
  await admin.query('grant unclench_directory to unclench_app with inherit false, set true')
  const { rows: databases } = await admin.query<{ name: string }>('select current_database() as name')
  for (const { name } of databases) {
    const database = pg.escapeIdentifier(name)
    await admin.query(`grant create on database ${database} to unclench_owner`)
    await admin.query(`revoke connect, temporary on database ${database} from public`)
    await admin.query(`grant connect on database ${database} to unclench_app, unclench_directory, unclench_auth`)
  }
}

/** Where a database is, from its URL. */
import type { Address } from '../../src/clinic/db/connection.ts'

/** Without the user and the password: each role has its own. */
export function addressOf(url: string): Address {
  const { hostname, port, pathname } = new URL(url)
  return { host: hostname, port: Number(port), database: pathname.slice(1) }
}

/** Tells a database that cannot be reached from a mistake of ours, which must not be hidden. */

/** Classes of PostgreSQL: connection lost; disk full, no memory, too many connections; shutting down or starting. And the network. */
const away = /^(08|53|57P|ECONN|ENOENT$|ENOTFOUND$|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$)/

/** Whether this is thrown because the database is away. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return (
    away.test(code) ||
    /connection (terminated|timeout)|is not queryable|timeout exceeded when trying to connect|driver has already been destroyed|Cannot use a pool after/i.test(
      error.message,
    )
  )
}

/** Tells a database that cannot be reached, or does not answer in time, from a mistake of ours, which must not be hidden. */

/**
 * Classes of PostgreSQL: connection lost; disk full, no memory, too many connections; shutting down, starting, or a statement that
 * took too long; a transaction that waited too long. And the network.
 */
const away = /^(08|53|57|25P0[34]|ECONN|ENOENT$|ENOTFOUND$|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$)/

/** Whether this is thrown because the database is away, or too busy; what signs people in says so in words of its own. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return (
    away.test(code) ||
    isDatabaseAway(error.cause) ||
    /connection (terminated|timeout)|is not queryable|timeout exceeded when trying to connect|driver has already been destroyed|Cannot use a pool after/i.test(
      error.message,
    )
  )
}

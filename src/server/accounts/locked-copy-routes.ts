/**
 * /account/record, for the worker of a signed-in person's device alone: GET, PUT with the version that is replaced
 * (If-Match, If-None-Match: RFC 9110 §13), DELETE. Answers in status codes; nobody reads pages here.
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AccountDatabase } from '../../clinic/db/connection.ts'
import { isDatabaseAway } from '../../web/find/database-away.ts'
import { isForeign } from '../../web/find/is-foreign.ts'
import { deleteLockedCopy, mostLockedBytes, readLockedCopy, writeLockedCopy } from './locked-copy.ts'

/** What the routes are given. */
export interface LockedCopyHome {
  /** The accounts' database as it is now; undefined while it is away. */
  readonly auth: () => AccountDatabase | undefined
  /** The account that is signed in with this request; undefined for nobody. */
  readonly accountOf: (request: Request) => Promise<string | undefined>
}

const path = '/account/record'
type Work = (c: Context, db: AccountDatabase, userId: string) => Promise<Response>

/** The routes, for the server to mount. */
export function lockedCopyRoutes(home: LockedCopyHome): Hono {
  const app = new Hono()
  const whole = bodyLimit({ maxSize: mostLockedBytes, onError: (c) => status(c, 413) })
  app.get(path, (c) => withAccount(home, c, give))
  app.put(path, whole, (c) => withAccount(home, c, keep))
  app.delete(path, (c) => withAccount(home, c, remove))
  app.all(path, (c) => {
    c.header('Allow', 'GET, PUT, DELETE')
    return status(c, 405)
  })
  return app
}

/** An answer without words, that nobody keeps. */
function status(c: Context, code: 204 | 400 | 401 | 403 | 405 | 412 | 413 | 428 | 503, etag?: string): Response {
  c.header('Cache-Control', 'no-store')
  if (etag) c.header('ETag', etag)
  return c.body(null, code)
}

async function withAccount(home: LockedCopyHome, c: Context, work: Work): Promise<Response> {
  // Another site may not use the session of somebody who looks at it.
  if (c.req.method !== 'GET' && isForeign(c)) return status(c, 403)
  const db = home.auth()
  if (!db) return status(c, 503)
  try {
    const userId = await home.accountOf(c.req.raw)
    return userId ? await work(c, db, userId) : status(c, 401)
  } catch (error) {
    if (isDatabaseAway(error)) return status(c, 503)
    throw error
  }
}

const give: Work = async (c, db, userId) => {
  const copy = await readLockedCopy(db, userId)
  if (!copy) return status(c, 204)
  c.header('ETag', `"${copy.version}"`)
  c.header('Cache-Control', 'no-store')
  c.header('Content-Type', 'application/octet-stream')
  return c.body(copy.locked)
}

/** The version that a write replaces; `null` for none; undefined where the request does not say. */
function replacedBy(c: Context): number | null | undefined {
  if (c.req.header('If-None-Match') === '*') return null
  const named = /^"(\d{1,9})"$/.exec(c.req.header('If-Match') ?? '')?.[1]
  return named === undefined ? undefined : Number(named)
}

const keep: Work = async (c, db, userId) => {
  const replaces = replacedBy(c)
  if (replaces === undefined) return status(c, 428)
  const locked = new Uint8Array(await c.req.arrayBuffer())
  if (locked.length === 0) return status(c, 400)
  const version = await writeLockedCopy(db, userId, locked, replaces)
  return version === undefined ? status(c, 412) : status(c, 204, `"${version}"`)
}

const remove: Work = async (c, db, userId) => {
  await deleteLockedCopy(db, userId)
  return status(c, 204)
}

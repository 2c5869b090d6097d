/**
 * Runs before every file of tests with a database: a statement is read and planned once on each connection, and not each time
 * that it is asked. Tests ask the same few hundred thousands of times. The answers are the same. `npm run prove` and the browser
 * tests run the built server, which does this for its long statements alone (connection.ts).
 */
import { createHash } from 'node:crypto'
import pg from 'pg'

/** What is asked by a text and its values; whatever else pg can be asked stays as it is. */
const isStatement = (text: unknown, values: unknown): text is string =>
  typeof text === 'string' && Array.isArray(values) && /^\s*(select|insert|update|delete|with)\b/i.test(text)

const names = new Map<string, string>()
/** A name for a text, the same each time: PostgreSQL takes 63 letters. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

type Query = (this: pg.Client, ...asked: readonly unknown[]) => unknown
/** Marks a client that does so already: files of one worker share what is loaded. */
const once = Symbol.for('unclench.plan-once')

if (!Object.hasOwn(pg.Client.prototype, once)) {
  const query: Query = pg.Client.prototype.query
  const planned: Query = function (text, values, ...rest) {
    return isStatement(text, values)
      ? query.call(this, { name: nameOf(text), text, values }, ...rest)
      : query.call(this, text, values, ...rest)
  }
  Object.assign(pg.Client.prototype, { query: planned, [once]: true })
}

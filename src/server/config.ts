/** What the surroundings tell the server, read once at the start. Never: guesses at a setting that it cannot read. */
import { resolve } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { shortestSecret } from './postgres/home.ts'
import type { ConnectionSettings } from './postgres/local-server.ts'
import type { Result } from './postgres/result.ts'

/** Where the database is: one of our own in the data folder, a server that somebody runs, or none at all. */
export type DatabaseChoice =
  | { readonly kind: 'own' }
  | {
      readonly kind: 'server'
      readonly settings: ConnectionSettings
      /** A copy that follows it, for the public search alone. What decides whether a time is free never asks it. */
      readonly readFrom?: ConnectionSettings
    }
  | { readonly kind: 'off' }

/** The settings of an installation. */
export interface Config {
  /** The folder for all that the server keeps: database, secret, mail. Absolute. */
  readonly dataFolder: string
  /** The secret that the database's passwords come from, if it is not kept in the data folder. */
  readonly secret: string | undefined
  readonly database: DatabaseChoice
  /** Where people reach this installation, without a slash at its end; links in mails begin with it. Undefined: not told. */
  readonly publicUrl?: string | undefined
}

const surroundings = z.object({
  UNCLENCH_DATA: z.string().optional(),
  UNCLENCH_SECRET: z
    .string()
    .min(shortestSecret, `must have at least ${shortestSecret} characters`)
    .max(1000, 'is too long')
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(off|postgres(ql)?:\/\/.+)$/, 'must begin with postgres:// or be "off"')
    .optional(),
  DATABASE_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+$/, 'must begin with postgres://')
    .optional(),
  UNCLENCH_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s?#@]+\/?$/, 'must be like https://clinic.example, with nothing after the name')
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
})

const unreadable = 'cannot be read. Try: postgres://user:password@host:5432/database'

/** Reads the settings. An empty one counts as not set. The words never repeat a value, which may hold a password. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<{ config: Config }> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const read = surroundings.safeParse(set)
  if (!read.success) {
    const [first] = read.error.issues
    return { ok: false, why: `${first?.path.join('.')} ${first?.message}.` }
  }
  const { UNCLENCH_DATA, UNCLENCH_SECRET, DATABASE_URL, DATABASE_READ_URL, UNCLENCH_URL } = read.data
  const main = databaseOf(DATABASE_URL)
  if (!main) return { ok: false, why: `DATABASE_URL ${unreadable}` }
  const copy = DATABASE_READ_URL === undefined ? undefined : databaseOf(DATABASE_READ_URL)
  if (DATABASE_READ_URL !== undefined && copy?.kind !== 'server')
    return { ok: false, why: `DATABASE_READ_URL ${unreadable}` }
  if (copy && main.kind !== 'server')
    return { ok: false, why: 'DATABASE_READ_URL names a copy of a server: set DATABASE_URL to that server too.' }
  const database = main.kind === 'server' && copy?.kind === 'server' ? { ...main, readFrom: copy.settings } : main
  const dataFolder = resolve(UNCLENCH_DATA ?? 'data')
  return { ok: true, config: { dataFolder, secret: UNCLENCH_SECRET, database, publicUrl: UNCLENCH_URL } }
}

function databaseOf(url: string | undefined): DatabaseChoice | undefined {
  if (url === undefined) return { kind: 'own' }
  if (url === 'off') return { kind: 'off' }
  try {
    // The driver's own reading, so that an address means here what it means there.
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url })
    if (!host || !user || !database) return undefined
    const tls = typeof ssl === 'object' || ssl ? { ssl } : {}
    return { kind: 'server', settings: { host, port, user, password: password ?? '', database, ...tls } }
  } catch {
    return undefined
  }
}

/**
 * Challenges for passkeys: random, used once, good for five minutes, and only in the browser that asked. None of them names
 * anybody. The browser keeps one cookie over its tabs, so that two of them can be asked at the same time.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountTables } from '../../clinic/db/account-tables.ts'
import type { Accounts } from './staff-session.ts'

/** Accounts, and where people reach this installation, without a slash at its end. */
export interface PasskeyHome extends Accounts {
  readonly origin: string
}

/** Which door: the staff's, or that of people. */
export type PasskeyKind = 'staff' | 'person'

/** What the challenge is for. */
export type AskedFor = AccountTables['passkeyAsks']['what']

/** As long as the challenge is good. */
export const askSeconds = 5 * 60

/** A new challenge, base64url, and the cookie that goes with it. @param sessionId where one is to be added */
export async function makeAsk(
  home: PasskeyHome,
  { request, what, sessionId = null }: { request: Request; what: AskedFor; sessionId?: string | null },
): Promise<{ readonly challenge: string; readonly cookies: readonly string[] }> {
  await sql`delete from passkey_asks where ends_at < now()`.execute(home.db)
  const asker = askerOf(home, request) ?? randomBytes(24).toString('base64url')
  const challenge = randomBytes(32).toString('base64url')
  await home.db
    .insertInto('passkeyAsks')
    .values({ challenge, what, askerHash: hashOf(home, asker), sessionId })
    .execute()
  const isSecure = home.origin.startsWith('https://')
  const path = what.endsWith('the console') ? '/console' : '/account'
  const flags = `Path=${path}; HttpOnly; SameSite=Strict; Max-Age=${askSeconds}${isSecure ? '; Secure' : ''}`
  return { challenge, cookies: [`${cookieName(home)}=${asker}; ${flags}`] }
}

/**
 * Uses a challenge up, whatever becomes of the answer to it.
 * @returns the session in which one is to be added, or null; `undefined` where it was used, has ended, or is not this browser's
 */
export async function takeAsk(
  home: PasskeyHome,
  { request, what, challenge }: { request: Request; what: AskedFor; challenge: string },
): Promise<{ readonly sessionId: string | null } | undefined> {
  const asker = askerOf(home, request)
  if (!asker) return undefined
  return home.db
    .deleteFrom('passkeyAsks')
    .where('challenge', '=', challenge)
    .where('what', '=', what)
    .where('askerHash', '=', hashOf(home, asker))
    .where('endsAt', '>', sql<Date>`now()`)
    .returning('sessionId')
    .executeTakeFirst()
}

const cookieName = ({ origin }: PasskeyHome) => `${origin.startsWith('https://') ? '__Secure-' : ''}unclench.passkey`

const hashOf = ({ secret }: PasskeyHome, asker: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['passkey asker', asker]))
    .digest('base64url')

function askerOf(home: PasskeyHome, request: Request): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName(home)}=`))?.split('=')[1] ?? ''
  return /^[\w-]{32}$/.test(value) ? value : undefined
}

/**
 * A password and an authenticator app while somebody sets them up. Both hang on a user who stands in until the app is proved; so
 * whoever stops half way, and whoever opened the link and is not the person, changes nothing of the account.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { cookiesOf, headersWith, sessionTokenOf } from './cookies.ts'
import type { PasskeyHome } from './passkey-asks.ts'
import { noteWayIn } from './way-in-notices.ts'

/** As long as the row is good; the column's own default. */
const setUpSeconds = 60 * 60
/** Wrong codes after which a key is worth nothing any more. */
const mostWrongCodes = 10
const issuer = 'Unclench'

/** Everything that an account gets in by. */
const waysIn = ['sessions', 'credentials', 'two_factors', 'used_codes', 'passkeys'] as const

interface SetUp {
  readonly invitationId: string
  readonly name: string
  /** In small letters. */
  readonly email: string
  readonly password: string
}

/** Keeps the password, and makes a key for the app. @returns what the page shows, once */
export async function beginSetUp(home: PasskeyHome, { invitationId, name, email, password }: SetUp) {
  const { auth, db, origin } = home
  await dropOld(home)
  const { password: passwords } = await (await auth()).$context
  const [hash, browser] = [await passwords.hash(password), randomBytes(24).toString('base64url')]
  const standInId = await db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('users')
      // An address that no mail ever reaches (RFC 6761).
      .values({ name, email: `set-up-${randomUUID()}@unclench.invalid` })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`insert into credentials (user_id, provider_id, account_id, password)
      values (${id}, 'credential', ${id}, ${hash})`.execute(trx)
    await trx
      .insertInto('halfSetUps')
      .values({ userId: id, invitationId, browserHash: hashOf(home, browser) })
      .execute()
    return id
  })
  const made = await asStandIn(home, standInId, async (headers) =>
    (await auth()).api.enableTwoFactor({ body: { password, method: 'totp' }, headers }),
  )
  if (made.method !== 'totp') throw new Error('The second step of staff is an authenticator app.')
  const query = made.totpURI.slice(made.totpURI.indexOf('?'))
  const flags = `Path=/console/invite; HttpOnly; SameSite=Strict${origin.startsWith('https://') ? '; Secure' : ''}`
  return {
    cookies: [`${cookieName(home)}=${browser}; Max-Age=${setUpSeconds}; ${flags}`],
    key: new URLSearchParams(query).get('secret') ?? '',
    // The app shows whose key it is: the person's own address, not that of who stands in.
    address: `otpauth://totp/${issuer}:${encodeURIComponent(email)}${query}`,
    recoveryCodes: made.backupCodes,
  }
}

/** Whether the app of this browser shows this code. Ends nothing, and opens nothing. */
export async function proveApp(
  home: PasskeyHome,
  request: Request,
  invitationId: string,
  typed: string,
): Promise<
  { readonly ok: true; readonly standInId: string } | { readonly ok: false; readonly why: 'start-again' | 'wrong' }
> {
  const { auth, db } = home
  const browser = browserOf(home, request)
  const row =
    browser &&
    (await db
      .selectFrom('halfSetUps')
      .select('userId')
      .where('browserHash', '=', hashOf(home, browser))
      .where('invitationId', '=', invitationId)
      .where('endsAt', '>', sql<Date>`now()`)
      .where('wrongCodes', '<', mostWrongCodes)
      .executeTakeFirst())
  if (!row) return { ok: false, why: 'start-again' }
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return { ok: false, why: 'wrong' }
  // Counted before it is looked at: of many at once no more than these are looked at.
  const { rows } = await sql`update half_set_ups set wrong_codes = wrong_codes + 1
    where user_id = ${row.userId} and wrong_codes < ${mostWrongCodes} returning 1`.execute(db)
  if (rows.length === 0) return { ok: false, why: 'start-again' }
  const answer = await asStandIn(home, row.userId, async (headers) =>
    (await auth()).api.verifyTOTP({ body: { code }, headers, asResponse: true }),
  )
  return answer.ok ? { ok: true, standInId: row.userId } : { ok: false, why: 'wrong' }
}

/**
 * The library works for whoever has a session: one is opened for the call, and the browser never sees it. It alone is ended: the
 * other press of two has one of its own. What the library opens in its place goes with whoever stands in.
 */
async function asStandIn<T>({ auth, db }: PasskeyHome, userId: string, work: (headers: Headers) => Promise<T>) {
  const opened = await (await auth()).api.openSession({
    body: { userId, remember: false },
    headers: new Headers(),
    asResponse: true,
  })
  const Cookie = cookiesOf(opened)
    .map((line) => line.split(';')[0])
    .join('; ')
  try {
    return await work(new Headers({ Cookie }))
  } finally {
    await db
      .deleteFrom('sessions')
      .where('userId', '=', userId)
      .where('token', '=', sessionTokenOf(cookiesOf(opened)))
      .execute()
  }
}

/**
 * Gives the account what was set up, in one transaction with the end of all that it had: sessions, passwords, app, passkeys. A
 * locked copy of a record stays: it is of whoever has this address, and nobody opens it without the words that only they have.
 * @throws where what was set up is gone
 */
export async function finishSetUp({ db }: PasskeyHome, standInId: string, accountId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select id from users where id = ${accountId} for update`.execute(trx)
    const { rows: had } = await sql`
      select user_id from credentials where user_id = ${accountId}
      union select user_id from passkeys where user_id = ${accountId}`.execute(trx)
    for (const table of waysIn) await sql`delete from ${sql.table(table)} where user_id = ${accountId}`.execute(trx)
    const moved = await sql`
      update credentials set user_id = ${accountId}, account_id = ${accountId} where user_id = ${standInId}
      returning id`.execute(trx)
    const app = await sql`
      update two_factors set user_id = ${accountId} where user_id = ${standInId} and verified returning id`.execute(trx)
    if (moved.rows.length !== 1 || app.rows.length !== 1) throw new Error('What was set up is gone.')
    await sql`update users set two_factor_enabled = true, email_verified = true, updated_at = now()
      where id = ${accountId}`.execute(trx)
    await dropStandIns(trx, [standInId])
    await noteWayIn(trx, accountId, had.length > 0 ? 'set up anew' : 'set up', true)
  })
}

/** What was begun and never proved goes, an hour after it is worth nothing any more. */
async function dropOld({ db }: PasskeyHome): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ userId: string }>`
      select user_id from half_set_ups where ends_at < now() - interval '1 hour' limit 50 for update skip locked`.execute(
      trx,
    )
    await dropStandIns(
      trx,
      rows.map(({ userId }) => userId),
    )
  })
}

async function dropStandIns(db: PasskeyHome['db'], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of [...waysIn, 'half_set_ups'] as const)
    await sql`delete from ${sql.table(table)} where user_id = any(${ids}::uuid[])`.execute(db)
  await sql`delete from users where id = any(${ids}::uuid[])`.execute(db)
}

/** A session of an account, as the browser that asks gets it. */
export async function openSession({ auth }: PasskeyHome, userId: string, request: Request) {
  const headers = headersWith(request.headers, [])
  return cookiesOf(
    await (await auth()).api.openSession({ body: { userId, remember: false }, headers, asResponse: true }),
  )
}

const cookieName = ({ origin }: PasskeyHome) => `${origin.startsWith('https://') ? '__Secure-' : ''}unclench.set_up`

const hashOf = ({ secret }: PasskeyHome, browser: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['set up', browser]))
    .digest('base64url')

function browserOf(home: PasskeyHome, request: Request): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName(home)}=`))?.split('=')[1] ?? ''
  return /^[\w-]{32}$/.test(value) ? value : undefined
}

/**
 * How a person signs in by mail. The browser that asks gets a cookie of its own; with it the link, or the code, finishes. In any
 * other browser the link alone opens nothing: there the code from the same mail is typed too. So neither a scanner that follows
 * links and presses buttons, nor somebody who asks in another's name, ever comes in.
 */
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { composeAccountMail } from '../../clinic/mail/account-mail.ts'
import type { Delivery } from '../../clinic/mail/deliver.ts'
import type { MailSettings } from '../../clinic/mail/mail-settings.ts'
import { visitsOfAddress } from '../../clinic/people/visits-of-address.ts'
import type { Caller } from '../../web/account/account-home.ts'
import type { OwnAccount, PersonDoors, SignInAsked } from '../../web/account/person-home.ts'
import { personPaths } from '../../web/account/person-paths.ts'
import { mayTry } from './attempts.ts'
import { cookiesOf, headersWith } from './cookies.ts'
import type { PasskeyHome } from './passkey-asks.ts'
import { passkeyDoors } from './passkey-doors.ts'
import { clinicsOf, endSessionOf } from './staff-session.ts'
import { noteWayIn } from './way-in-notices.ts'

/** What these doors need beside the accounts. */
export interface PersonHome extends PasskeyHome {
  readonly mail: SignInMail
}

/** How mails to sign in by go. */
export interface SignInMail extends Pick<MailSettings, 'from' | 'deliver'> {
  /** How a time passes between two tries; not given: as it does. */
  readonly letPass?: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Wrong codes after which a mail is worth nothing any more. */
const mostWrongCodes = 5
const askSeconds = 15 * 60
/** The mail server may take so long; whoever asked waits for it, since the page says whether the mail has gone. */
const sendsWithinMs = 15_000
/** Between one try and the next. */
const pausesMs = [500, 1500, 3000]

/** The doors, over these accounts. */
export const personDoors = (home: PersonHome): PersonDoors => ({
  passkeys: passkeyDoors(home, 'person'),
  ask: (caller, email) => ask(home, caller, email),
  isOurLink: (token) => readToken(home, token) !== undefined,
  isAsker: async (request, token) => {
    const found = await openAsk(home, readToken(home, token))
    return found !== undefined && isAsker(home, request, found)
  },
  finishByLink: (caller, token, code) => finishByLink(home, caller, token, code),
  finishByCode: (caller, code) => finishByCode(home, caller, code),
  account: (request) => account(home, request),
  signOut: async (request) =>
    cookiesOf(
      await (await home.auth()).api.signOut({
        headers: headersWith(request.headers, ['.session_token']),
        asResponse: true,
      }),
    ),
  endSession: (request, id) => endSession(home, request, id),
  deleteAccount: (request) => deleteAccount(home, request),
})

const keyed = ({ secret }: PersonHome, what: string, text: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['sign in', what, text]))
    .digest('base64url')

const cookieName = ({ origin }: PersonHome) => `${origin.startsWith('https://') ? '__Secure-' : ''}unclench.asked`

async function ask(home: PersonHome, caller: Caller, typed: string): Promise<SignInAsked> {
  const { db, secret, mail, origin } = home
  const email = typed.toLowerCase()
  const limits = [
    { what: 'mails to one', who: [email], most: 5, seconds: 3600 },
    { what: 'mails from one', who: [caller.address ?? 'unknown'], most: 30, seconds: 3600 },
    { what: 'mails in all', who: [], most: 2000, seconds: 3600 },
  ]
  if (!(await mayTry(db, secret, limits))) return { ok: false, why: 'too-many' }
  const [asker, code] = [randomBytes(24).toString('base64url'), String(randomInt(1_000_000)).padStart(6, '0')]
  await sql`delete from sign_in_asks where ends_at < now() - interval '1 day'`.execute(db)
  const { askId } = await db
    .insertInto('signInAsks')
    .values({ email, askerHash: keyed(home, 'asker', asker), codeHash: '' })
    .returning('askId')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('signInAsks')
    .set({ codeHash: keyed(home, askId, code) })
    .where('askId', '=', askId)
    .execute()
  const message = await composeAccountMail({
    from: mail.from,
    to: typed,
    subject: 'Sign in to your account',
    before: ['Somebody, most likely you, asked to sign in with this address.'],
    link: { label: 'Sign in', href: `${origin}${personPaths.link(tokenOf(home, askId))}` },
    code,
    after: [
      'Both are good for 15 minutes. Nobody who helps you ever asks for the code.',
      'Was it not you? Then do nothing.',
    ],
  })
  const delivered = await handOver(mail, { mailId: askId, from: mail.from, to: typed, message })
  if (delivered === 'not-sent' || delivered === 'refused') return { ok: false, why: delivered }
  const flags = `Path=/account; HttpOnly; SameSite=Lax; Max-Age=${askSeconds}${origin.startsWith('https://') ? '; Secure' : ''}`
  return { ok: true, cookies: [`${cookieName(home)}=${askId}.${asker}; ${flags}`], inDoubt: delivered === 'in-doubt' }
}

const pass = (ms: number, signal: AbortSignal) => setTimeout(ms, undefined, { signal }).catch(() => undefined)

/** What became of handing a mail over. */
type HandedOver = 'sent' | 'in-doubt' | 'not-sent' | 'refused'

/**
 * A mail server that is busy is asked again, as long as somebody may wait for it. One that refuses for good is not, and nor is
 * one that may have taken the mail: it would come twice.
 */
async function handOver({ deliver, letPass = pass }: SignInMail, delivery: Delivery): Promise<HandedOver> {
  const whole = AbortSignal.timeout(sendsWithinMs)
  for (const pauseMs of [...pausesMs, undefined]) {
    const delivered = await deliver(delivery, whole)
    if (delivered.ok) return 'sent'
    if (delivered.halfWay) return 'in-doubt'
    if (delivered.why === 'bounced') return 'refused'
    if (whole.aborted || pauseMs === undefined) return 'not-sent'
    await letPass(pauseMs, whole)
  }
  return 'not-sent'
}

/** The link's own part: the ask, and a signature that only this installation makes. */
const tokenOf = (home: PersonHome, askId: string) => `${askId}.${keyed(home, 'link', askId)}`

function readToken(home: PersonHome, token: string): string | undefined {
  const [askId = '', signature = ''] = token.split('.')
  if (!z.uuid().safeParse(askId).success) return undefined
  return isSame(signature, keyed(home, 'link', askId)) ? askId : undefined
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

interface Ask {
  readonly askId: string
  readonly email: string
  readonly askerHash: string
  readonly codeHash: string
}

const openAsk = async ({ db }: PersonHome, askId: string | undefined): Promise<Ask | undefined> =>
  askId === undefined
    ? undefined
    : db
        .selectFrom('signInAsks')
        .select(['askId', 'email', 'askerHash', 'codeHash'])
        .where('askId', '=', askId)
        .where('usedAt', 'is', null)
        .where('endsAt', '>', new Date())
        .where('wrongCodes', '<', mostWrongCodes)
        .executeTakeFirst()

/** What the asking browser's cookie holds. */
function askedIn(home: PersonHome, request: Request): { readonly askId: string; readonly asker: string } | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName(home)}=`))?.split('=')[1] ?? ''
  const [askId = '', asker = ''] = value.split('.')
  return z.uuid().safeParse(askId).success ? { askId, asker } : undefined
}

function isAsker(home: PersonHome, request: Request, found: Ask): boolean {
  const asked = askedIn(home, request)
  return asked?.askId === found.askId && isSame(keyed(home, 'asker', asked.asker), found.askerHash)
}

async function finishByLink(home: PersonHome, caller: Caller, token: string, code: string) {
  const found = await openAsk(home, readToken(home, token))
  if (!found) return { ok: false, why: 'over' } as const
  if (isAsker(home, caller.request, found)) return letIn(home, caller, found)
  return withCode(home, caller, found, code)
}

async function finishByCode(home: PersonHome, caller: Caller, code: string) {
  const found = await openAsk(home, askedIn(home, caller.request)?.askId)
  // The code alone is worth nothing: it belongs to the browser that asked.
  if (!found || !isAsker(home, caller.request, found)) return { ok: false, why: 'over' } as const
  return withCode(home, caller, found, code)
}

async function withCode(home: PersonHome, caller: Caller, found: Ask, typed: string) {
  const code = typed.replace(/\s/g, '')
  if (code === '') return { ok: false, why: 'wrong' } as const
  // Counted before it is looked at: of many at once no more than these are looked at.
  const { rows } = await sql`update sign_in_asks set wrong_codes = wrong_codes + 1
    where ask_id = ${found.askId} and wrong_codes < ${mostWrongCodes} returning 1`.execute(home.db)
  if (rows.length === 0) return { ok: false, why: 'over' } as const
  if (/^\d{6}$/.test(code) && isSame(keyed(home, found.askId, code), found.codeHash)) return letIn(home, caller, found)
  return { ok: false, why: 'wrong' } as const
}

/** Once: of two presses at once, one opens a session. */
async function letIn({ auth, db }: PersonHome, { request }: Caller, { askId, email }: Ask) {
  const used = await db
    .updateTable('signInAsks')
    .set({ usedAt: new Date() })
    .where('askId', '=', askId)
    .where('usedAt', 'is', null)
    .where('wrongCodes', '<=', mostWrongCodes)
    .returning('askId')
    .executeTakeFirst()
  if (!used) return { ok: false, why: 'over' } as const
  const user = await db
    .insertInto('users')
    .values({ name: '', email, emailVerified: true })
    .onConflict((on) => on.column('email').doUpdateSet({ emailVerified: true }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await endSessionOf({ auth, db }, request)
  const headers = headersWith(request.headers, [])
  const answer = await (await auth()).api.openSession({
    body: { userId: user.id, remember: true },
    headers,
    asResponse: true,
  })
  return { ok: true, cookies: cookiesOf(answer) } as const
}

async function account({ auth, db, app }: PersonHome, request: Request): Promise<OwnAccount | undefined> {
  const found = await (await auth()).api.getSession({ headers: request.headers })
  if (!found) return undefined
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'userAgent', 'createdAt', 'expiresAt'])
    .where('userId', '=', found.user.id)
    .where('expiresAt', '>', new Date())
    .orderBy('createdAt', 'desc')
    .limit(50)
    .execute()
  const passkeys = await db
    .selectFrom('passkeys')
    .select(['name', 'forStaff', 'createdAt', 'usedAt'])
    .where('userId', '=', found.user.id)
    .orderBy('createdAt')
    .execute()
  return {
    email: found.user.email,
    createdAt: found.user.createdAt.getTime(),
    isStaff: (await clinicsOf(app, found.user.id)).length > 0,
    sessions: sessions.map(({ id, userAgent, createdAt }) => ({
      id,
      browser: userAgent ?? '',
      startedAt: createdAt.getTime(),
      isThis: id === found.session.id,
    })),
    passkeys: passkeys.map(({ name, forStaff, createdAt, usedAt }) => ({
      name,
      forStaff,
      addedAt: createdAt.getTime(),
      usedAt: usedAt?.getTime(),
    })),
    visits: await visitsOfAddress(app, found.user.email),
  }
}

async function endSession({ auth, db }: PersonHome, request: Request, id: string): Promise<void> {
  const found = await (await auth()).api.getSession({ headers: request.headers })
  if (!found || !z.uuid().safeParse(id).success) return
  await db.deleteFrom('sessions').where('id', '=', id).where('userId', '=', found.user.id).execute()
}

/** @returns whether it is gone. Whoever works at a clinic leaves its team first, so that what they did stays named there. */
async function deleteAccount({ auth, db, app }: PersonHome, request: Request): Promise<boolean> {
  const found = await (await auth()).api.getSession({ headers: request.headers })
  if (!found || (await clinicsOf(app, found.user.id)).length > 0) return false
  const { id, email } = found.user
  await db.transaction().execute(async (trx) => {
    await noteWayIn(trx, id, 'account deleted', false)
    for (const table of ['sessions', 'credentials', 'two_factors', 'used_codes', 'passkeys', 'locked_copies'])
      await sql`delete from ${sql.table(table)} where user_id = ${id}`.execute(trx)
    await trx.deleteFrom('signInAsks').where('email', '=', email).execute()
    await trx.deleteFrom('users').where('id', '=', id).execute()
  })
  return true
}

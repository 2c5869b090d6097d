/** For tests: a browser that keeps cookies, and staff with a password and an authenticator app. */
import { createHmac } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { TestDatabase } from '../../clinic/db/test-database.ts'
import type { Deliver } from '../../clinic/mail/deliver.ts'
import { personRoutes } from '../../web/account/person-routes.tsx'
import { inviteRoutes } from '../../web/account/invite-routes.tsx'
import { staffRoutes } from '../../web/account/staff-routes.tsx'
import { createConsoleApp } from '../../web/console/console-app.tsx'
import { frame } from '../../web/find/find.fixtures.ts'
import { createDoorkeeper } from './accounts.ts'
import { createAuth } from './better-auth.ts'

export const origin = 'http://localhost:4300'
export const password = 'seven-lanterns-in-a-row'

/** The doors over a test's database, with a page behind them that says who came in. */
export function makeHouse(
  db: TestDatabase,
  at = origin,
  deliver: Deliver = () => Promise.resolve({ ok: true }),
  letPass?: (ms: number) => Promise<void>,
) {
  const { doors, invitations, persons, signedIn, hasJustSignedIn } = createDoorkeeper(db, at, {
    from: 'hello@unclench.example',
    deliver,
    ...(letPass && { letPass }),
  })
  const signing = { signedIn, hasJustSignedIn }
  const staff = { frame, css: '/console.css', data: () => db, ...signing, now: () => Temporal.Now.instant() }
  const passkeys = () => doors.passkeys
  const ways = { doors: () => doors, invitations: () => invitations }
  const app = new Hono()
  const door = { ...staff, ...ways, addressOf: (c: Context) => c.req.header('X-Test-Address') }
  app.route('/', staffRoutes(door))
  app.route('/', inviteRoutes(door))
  app.route('/', personRoutes({ ...door, persons: () => persons }))
  app.get('/who', async (c) => c.json(await signedIn(c.req.raw)))
  app.route('/', createConsoleApp({ ...staff, passkeys }))
  return app
}

/** Asks as one browser does: cookies are kept, redirects are not followed. */
export function makeBrowser(app: Hono, { address = '192.0.2.1', at = origin } = {}) {
  const jar = new Map<string, string>()
  const set: string[] = []
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'X-Test-Address': address, ...(cookie && { Cookie: cookie }), ...init.headers }
    const answer = await app.request(`${at}${path}`, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) keep(line)
    return answer
  }
  const keep = (line: string) => {
    set.push(line)
    const [pair = ''] = line.split(';')
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    if (/max-age=0/i.test(line) || value === '') jar.delete(name)
    else jar.set(name, value)
  }
  const get = (path: string) => send(path)
  const post = (
    path: string,
    fields: Readonly<Record<string, string>> | string = {},
    headers: Record<string, string> = {},
  ) =>
    send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
    })
  const whoAmI = async () => {
    const said: { ok: boolean; why?: string; member?: { name: string; clinicId: string } } = await (
      await get('/who')
    ).json()
    return said.member?.name ?? said.why
  }
  return { jar, set, get, post, whoAmI }
}

/** What is kept of the password. Made once: it costs what a password ought to cost. */
let keptOfPassword: Promise<string> | undefined

/** Somebody of these clinics, who has a password and an app. @returns a function that makes the app's code, and recovery codes */
export async function makeStaff(
  db: TestDatabase,
  email: string,
  clinics: readonly { clinicId: string; role?: string }[],
) {
  const auth = createAuth(db.auth, db.secret, origin)
  const { internalAdapter, password: passwords } = await auth.$context
  const name = email.split('@')[0] ?? ''
  const user = await internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email-password' })
  keptOfPassword ??= passwords.hash(password)
  const account = { userId: user.id, providerId: 'credential', accountId: user.id, password: await keptOfPassword }
  await internalAdapter.createAccount(account)
  const first = await auth.api.openSession({ body: { userId: user.id, remember: true }, asResponse: true })
  const cookie = first.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const made = await auth.api.enableTwoFactor({ body: { password }, headers: { Cookie: cookie } })
  const { totpURI = '', backupCodes = [] } = made.method === 'totp' ? made : {}
  const secret = fromBase32(new URL(totpURI).searchParams.get('secret') ?? '')
  const code = async () => appCode(secret)
  await auth.api.verifyTOTP({ body: { code: await code() }, headers: { Cookie: cookie } })
  for (const { clinicId, role = 'owner' } of clinics) {
    await db.admin.query(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at) values ($1, $2, $3, $4, $5, now())`,
      [clinicId, user.name, email, role, user.id],
    )
    await db.admin.query('insert into clinic.account_clinics values ($1, $2)', [user.id, clinicId])
  }
  return { accountId: user.id, email, code, backupCodes }
}

/** What an authenticator app shows now (RFC 6238: SHA-1, six digits, half a minute). */
export function appCode(secret: Uint8Array): string {
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', secret).update(step).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export function fromBase32(text: string): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/**
 * The doors of the staff. Every session starts new and empty, is marked once both steps were given in it, and replaces the one
 * that the browser had. Wrong passwords and unknown addresses cost the same time and get the same answer.
 */
import { z } from 'zod'
import { inClinic } from '../../clinic/db/connection.ts'
import { isDemonstration } from '../../clinic/directory/read-profiles.ts'
import type { Caller, LetIn, OwnClinic, StaffDoors } from '../../web/account/account-home.ts'
import { forgetTries, type Limit, mayTry } from './attempts.ts'
import { passwordLengths } from './password-lengths.ts'
import { cookiesOf, headersWith } from './cookies.ts'
import { spendCode } from './spend-code.ts'
import type { PasskeyHome } from './passkey-asks.ts'
import { passkeyDoors } from './passkey-doors.ts'
import { type Accounts, clinicsOf, endSessionOf, markAsStaff, staffSessionOf } from './staff-session.ts'
import { noteWayIn } from './way-in-notices.ts'

const quarterHour = 15 * 60
/** The steps half done, and whether the browser is to forget at its end. */
const stepCookies = ['.two_factor', '.dont_remember']
const sessionCookie = ['.session_token']

/** The doors, over these accounts. */
export function staffDoors(accounts: PasskeyHome): StaffDoors {
  return {
    passkeys: passkeyDoors(accounts, 'staff'),
    givePassword: (caller, email, password) => givePassword(accounts, caller, email, password),
    giveCode: (caller, code) => giveCode(accounts, caller, code),
    signOut: (request) => signOut(accounts, request),
    lock: async (request) => {
      const session = await staffSessionOf(accounts, request)
      if (session)
        await accounts.db.updateTable('sessions').set({ touchedAt: null }).where('id', '=', session.sessionId).execute()
    },
    whoseSession: async (request) => (await staffSessionOf(accounts, request))?.accountId,
    ownClinics: (request) => ownClinics(accounts, request),
    chooseClinic: (request, clinicId) => chooseClinic(accounts, request, clinicId),
    lookRoundAs: (caller, clinicId, memberId) => lookRoundAs(accounts, caller, clinicId, memberId),
  }
}

/** Tried from one place for one person, for one person from anywhere, and from one place for anybody. */
const passwordLimits = (email: string, address = 'unknown'): readonly Limit[] => [
  { what: 'password', who: [email, address], most: 10, seconds: quarterHour },
  { what: 'password of one', who: [email], most: 50, seconds: quarterHour },
  { what: 'passwords from one', who: [address], most: 100, seconds: quarterHour },
]

async function givePassword(accounts: Accounts, caller: Caller, typed: string, password: string): Promise<LetIn> {
  const { auth, db, secret } = accounts
  const email = typed.trim().toLowerCase()
  const limits = passwordLimits(email, caller.address)
  if (!(await mayTry(db, secret, limits))) return { ok: false, why: 'too-many' }
  if (email.length > 254 || password.length > passwordLengths.longest) return { ok: false, why: 'wrong' }
  try {
    const answer = await (await auth()).api.signInEmail({
      body: { email, password, rememberMe: false },
      headers: headersWith(caller.request.headers, []),
      asResponse: true,
    })
    if (!answer.ok) return { ok: false, why: 'wrong' }
    const said = z
      .object({ twoFactorRedirect: z.boolean().optional(), token: z.string().optional() })
      .parse(await answer.json())
    if (said.twoFactorRedirect) {
      await forgetTries(db, secret, limits.slice(0, 1))
      return { ok: true, cookies: cookiesOf(answer).filter(isStepCookie) }
    }
    // A password alone opens nothing here: the session that the library made for it goes again.
    if (said.token) await db.deleteFrom('sessions').where('token', '=', said.token).execute()
    return { ok: false, why: 'no-second-step' }
  } catch (error) {
    const { isAPIError } = await import('better-auth/api')
    if (isAPIError(error)) return { ok: false, why: 'wrong' }
    throw error
  }
}

const isStepCookie = (line: string) => stepCookies.some((name) => line.slice(0, line.indexOf('=')).endsWith(name))

async function giveCode(accounts: Accounts, caller: Caller, typed: string): Promise<LetIn> {
  const { auth, db, secret } = accounts
  const { request, address = 'unknown' } = caller
  if (!(await mayTry(db, secret, [{ what: 'codes from one', who: [address], most: 60, seconds: quarterHour }])))
    return { ok: false, why: 'too-many' }
  // Without the session that the browser may still have: only the first step, just given, leads on.
  const headers = headersWith(request.headers, stepCookies)
  const code = typed.replace(/\s/g, '')
  const isApp = /^\d{6}$/.test(code)
  if (code.length > 40) return { ok: false, why: 'wrong' }
  const answer = isApp
    ? await (await auth()).api.verifyTOTP({ body: { code }, headers, asResponse: true })
    : await (await auth()).api.verifyBackupCode({ body: { code }, headers, asResponse: true })
  if (!answer.ok) return { ok: false, why: whyNot(answer.status, await answer.text()) }
  const { token, user } = z.object({ token: z.string(), user: z.object({ id: z.uuid() }) }).parse(await answer.json())
  if (isApp && !(await spendCode(accounts, user.id, code))) {
    await db.deleteFrom('sessions').where('token', '=', token).execute()
    return { ok: false, why: 'start-again' }
  }
  if (!isApp) await noteWayIn(db, user.id, 'recovery code used', true)
  await markAsStaff(db, token, await endSessionOf(accounts, request))
  return { ok: true, cookies: cookiesOf(answer), accountId: user.id }
}

function whyNot(status: number, said: string): 'wrong' | 'too-many' | 'start-again' {
  if (status === 429) return 'too-many'
  return /INVALID_CODE|INVALID_BACKUP_CODE/.test(said) ? 'wrong' : 'start-again'
}

async function signOut({ auth }: Accounts, request: Request) {
  const answer = await (await auth()).api.signOut({
    headers: headersWith(request.headers, sessionCookie),
    asResponse: true,
  })
  return cookiesOf(answer)
}

async function ownClinics(accounts: Accounts, request: Request): Promise<readonly OwnClinic[]> {
  const session = await staffSessionOf(accounts, request)
  if (!session || session.locked) return []
  const ids = await clinicsOf(accounts.app, session.accountId)
  const clinics = await Promise.all(
    ids.map((clinicId) =>
      inClinic(accounts.app, clinicId, (trx) =>
        trx.selectFrom('clinics').select(['clinic_id as clinicId', 'name']).where('clinic_id', '=', clinicId).execute(),
      ),
    ),
  )
  return clinics.flat()
}

async function chooseClinic(accounts: Accounts, request: Request, clinicId: string): Promise<boolean> {
  const session = await staffSessionOf(accounts, request)
  if (!session || session.locked) return false
  if (!(await clinicsOf(accounts.app, session.accountId)).includes(clinicId)) return false
  await accounts.db.updateTable('sessions').set({ clinicId }).where('id', '=', session.sessionId).execute()
  return true
}

async function lookRoundAs(accounts: Accounts, caller: Caller, clinicId: string, memberId: string): Promise<LetIn> {
  const { auth, db, app } = accounts
  const ids = z.tuple([z.uuid(), z.uuid()]).safeParse([clinicId, memberId])
  if (!ids.success || !(await isDemonstration(app))) return { ok: false, why: 'wrong' }
  const member = await inClinic(app, clinicId, (trx) =>
    trx
      .selectFrom('members')
      .select(['account_id', 'name', 'email'])
      .where('member_id', '=', memberId)
      .where('demonstration', '=', true)
      .where('left_at', 'is', null)
      .executeTakeFirst(),
  )
  if (!member?.account_id) return { ok: false, why: 'wrong' }
  // Their account is made when somebody first looks round as them; it has no password and no key.
  const { account_id: id, name, email } = member
  const account = { id, name, email: email.toLowerCase(), emailVerified: true, demonstration: true }
  await db
    .insertInto('users')
    .values(account)
    .onConflict((on) => on.doNothing())
    .execute()
  const invented = await db
    .selectFrom('users')
    .select('id')
    .where('id', '=', id)
    .where('demonstration', '=', true)
    .executeTakeFirst()
  if (!invented) return { ok: false, why: 'wrong' }
  const before = await endSessionOf(accounts, caller.request)
  const headers = headersWith(caller.request.headers, [])
  const answer = await (await auth()).api.openSession({
    body: { userId: id, remember: false },
    headers,
    asResponse: true,
  })
  const { token } = z.object({ token: z.string() }).parse(await answer.json())
  await markAsStaff(db, token, before)
  return { ok: true, cookies: cookiesOf(answer), accountId: id }
}

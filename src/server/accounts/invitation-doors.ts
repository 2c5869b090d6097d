/**
 * How somebody who was invited comes in: a password, then a second step, then they are on the team. The link proves the mailbox,
 * so whatever an account of that address had before (a password that somebody else may have set, sessions, an app, passkeys) has ended,
 * unless another clinic relies on it: then its own password and code are asked for.
 */
import { sql } from 'kysely'
import { readPrivateToken } from '../../clinic/booking/private-link.ts'
import { inClinic } from '../../clinic/db/connection.ts'
import { findInvitation, type FoundInvitation, takeUpInvitation } from '../../clinic/people/invitations.ts'
import type { Caller, InvitationDoors, ShownInvitation } from '../../web/account/account-home.ts'
import { mayTry } from './attempts.ts'
import { passwordLengths } from './better-auth.ts'
import { cookiesOf, headersWith, sessionTokenOf } from './cookies.ts'
import { spendCode } from './spend-code.ts'
import { type Accounts, clinicsOf, markAsStaff, staffSessionOf } from './staff-session.ts'

/** The doors, over these accounts. */
export const invitationDoors = (accounts: Accounts): InvitationDoors => ({
  look: (request, token) => look(accounts, request, token),
  setPassword: (caller, token, password) => setPassword(accounts, caller, token, password),
  confirm: (caller, token, code) => confirm(accounts, caller, token, code),
  join: (request, token) => join(accounts, request, token),
})

/** The ids in a link that this installation signed. */
function readToken({ secret }: Accounts, token: string) {
  const subject = readPrivateToken(secret, 'invitation', token)
  return subject && { clinicId: subject.clinicId, id: subject.appointmentId }
}

async function found(accounts: Accounts, token: string): Promise<FoundInvitation> {
  const link = readToken(accounts, token)
  if (!link) return { ok: false, why: 'over' }
  return inClinic(accounts.app, link.clinicId, (trx) => findInvitation(trx, link.clinicId, link.id))
}

const accountWith = ({ db }: Accounts, email: string) =>
  db.selectFrom('users').select(['id', 'twoFactorEnabled']).where('email', '=', email.toLowerCase()).executeTakeFirst()

async function look(accounts: Accounts, request: Request, token: string) {
  const opened = await found(accounts, token)
  if (!opened.ok) return opened
  const { clinicId, clinicName, name, email, role } = opened.invitation
  const shown = { clinicName, name, email, role }
  return { ok: true, invitation: { ...shown, how: await howToJoin(accounts, request, clinicId, email) } } as const
}

async function howToJoin(
  accounts: Accounts,
  request: Request,
  clinicId: string,
  email: string,
): Promise<ShownInvitation['how']> {
  const account = await accountWith(accounts, email)
  if (!account) return 'new'
  const others = (await clinicsOf(accounts.app, account.id)).filter((id) => id !== clinicId)
  if (others.length === 0) return 'new'
  const session = await staffSessionOf(accounts, request)
  return session && !session.locked && session.accountId === account.id ? 'signed-in' : 'sign-in-first'
}

async function setPassword(accounts: Accounts, caller: Caller, token: string, password: string) {
  const { auth, db, secret } = accounts
  if ([...password].length < passwordLengths.shortest) return { ok: false, why: 'short' } as const
  if (password.length > passwordLengths.longest) return { ok: false, why: 'long' } as const
  const opened = await found(accounts, token)
  if (!opened.ok) return opened
  const { clinicId, name, email: typed } = opened.invitation
  if (!(await mayTry(db, secret, [{ what: 'invitation', who: [token], most: 30, seconds: 900 }])))
    return { ok: false, why: 'too-many' } as const
  const email = typed.toLowerCase()
  if ((await howToJoin(accounts, caller.request, clinicId, email)) !== 'new')
    return { ok: false, why: 'sign-in-first' } as const
  const { password: passwords } = await auth.$context
  const userId = await beginAnew(accounts, { name, email, hash: await passwords.hash(password) })
  const answer = await auth.api.openSession({
    body: { userId, remember: false },
    headers: headersWith(caller.request.headers, []),
    asResponse: true,
  })
  const cookies = cookiesOf(answer)
  const Cookie = cookies.map((line) => line.split(';')[0]).join('; ')
  const made = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: new Headers({ Cookie }) })
  if (made.method !== 'totp') throw new Error('The second step of staff is an authenticator app.')
  const address = made.totpURI
  const key = new URL(address).searchParams.get('secret') ?? ''
  return { ok: true, cookies, key, address, recoveryCodes: made.backupCodes } as const
}

/**
 * One account of this address, with this password: every sign-in that came before it ends. A locked copy of a record stays:
 * it is of whoever has this address, and nobody opens it without the words that only they have.
 * @returns its id
 */
const beginAnew = ({ db }: Accounts, to: { readonly name: string; readonly email: string; readonly hash: string }) =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      insert into users (name, email, email_verified) values (${to.name}, ${to.email}, true)
      on conflict (email) do update set email_verified = true, two_factor_enabled = false, updated_at = now()
      returning id`.execute(trx)
    const id = rows[0]?.id ?? ''
    for (const table of ['sessions', 'credentials', 'two_factors', 'used_codes', 'passkeys'])
      await sql`delete from ${sql.table(table)} where user_id = ${id}`.execute(trx)
    await sql`insert into credentials (user_id, provider_id, account_id, password)
      values (${id}, 'credential', ${id}, ${to.hash})`.execute(trx)
    return id
  })

async function confirm(accounts: Accounts, caller: Caller, token: string, typed: string) {
  const { auth, db, secret } = accounts
  const link = readToken(accounts, token)
  const opened = await found(accounts, token)
  if (!link || !opened.ok) return { ok: false, why: opened.ok ? 'over' : opened.why } as const
  if (!(await mayTry(db, secret, [{ what: 'invitation code', who: [token], most: 15, seconds: 900 }])))
    return { ok: false, why: 'too-many' } as const
  const headers = headersWith(caller.request.headers, ['.session_token', '.dont_remember'])
  const session = await auth.api.getSession({ headers })
  const account = await accountWith(accounts, opened.invitation.email)
  // The session that step one opened: of this very account, and without a second step yet.
  if (!session || session.user.id !== account?.id || account.twoFactorEnabled)
    return { ok: false, why: 'start-again' } as const
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return { ok: false, why: 'wrong' } as const
  const answer = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
  if (!answer.ok) return { ok: false, why: 'wrong' } as const
  const cookies = cookiesOf(answer)
  await spendCode(accounts, account.id, code)
  const joined = await inClinic(accounts.app, link.clinicId, (trx) =>
    takeUpInvitation(trx, link.clinicId, link.id, account.id),
  )
  if (!joined) return { ok: false, why: 'used' } as const
  await markAsStaff(db, sessionTokenOf(cookies))
  return { ok: true, cookies } as const
}

async function join(accounts: Accounts, request: Request, token: string): Promise<boolean> {
  const link = readToken(accounts, token)
  const opened = await look(accounts, request, token)
  const session = await staffSessionOf(accounts, request)
  if (!link || !session || !opened.ok || opened.invitation.how !== 'signed-in') return false
  return inClinic(accounts.app, link.clinicId, (trx) =>
    takeUpInvitation(trx, link.clinicId, link.id, session.accountId),
  )
}

/**
 * How somebody who was invited comes in: a password, then a second step, then they are on the team. The link proves the mailbox,
 * so whatever an account of that address had before (a password that somebody else may have set, sessions, an app, passkeys) ends
 * once the new ways stand, unless another clinic relies on it: then its own password and code are asked for.
 */
import { sql } from 'kysely'
import { readPrivateToken } from '../../clinic/booking/private-link.ts'
import { type AccountDatabase, inClinic } from '../../clinic/db/connection.ts'
import {
  findInvitation,
  type FoundInvitation,
  type Invitation,
  takeUpInvitation,
} from '../../clinic/people/invitations.ts'
import type { Caller, InvitationDoors, ShownInvitation } from '../../web/account/account-home.ts'
import { mayTry } from './attempts.ts'
import { isSoonGuessed } from './guessed-password.ts'
import { passwordLengths } from './password-lengths.ts'
import { sessionTokenOf } from './cookies.ts'
import { beginSetUp, finishSetUp, openSession, proveApp } from './half-set-up.ts'
import type { PasskeyHome } from './passkey-asks.ts'
import { spendCode } from './spend-code.ts'
import { type Accounts, clinicsOf, endSessionOf, markAsStaff, staffSessionOf } from './staff-session.ts'

/** The doors, over these accounts. */
export const invitationDoors = (accounts: PasskeyHome): InvitationDoors => ({
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

const accountWith = (db: AccountDatabase, email: string) =>
  db.selectFrom('users').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst()

/** The account of this address: the one that is there, or a new one that opens nothing yet. @returns its id */
async function accountFor(db: AccountDatabase, { name, email }: { readonly name: string; readonly email: string }) {
  await db
    .insertInto('users')
    .values({ name, email })
    .onConflict((on) => on.doNothing())
    .execute()
  const account = await accountWith(db, email)
  if (!account) throw new Error('An account that was just made is not there.')
  return account.id
}

async function look(accounts: Accounts, request: Request, token: string) {
  const opened = await found(accounts, token)
  if (!opened.ok) return opened
  const { clinicName, name, email, role } = opened.invitation
  const how = await howToJoin(accounts, request, opened.invitation)
  return { ok: true, invitation: { clinicName, name, email, role, how } } as const
}

async function howToJoin(
  accounts: Accounts,
  request: Request,
  { clinicId, email, byInstallation }: Invitation,
): Promise<ShownInvitation['how']> {
  if (byInstallation) return 'new'
  const account = await accountWith(accounts.db, email)
  if (!account) return 'new'
  const others = (await clinicsOf(accounts.app, account.id)).filter((id) => id !== clinicId)
  if (others.length === 0) return 'new'
  const session = await staffSessionOf(accounts, request)
  return session && !session.locked && session.accountId === account.id ? 'signed-in' : 'sign-in-first'
}

async function setPassword(accounts: PasskeyHome, caller: Caller, token: string, password: string) {
  const { db, secret } = accounts
  if ([...password].length < passwordLengths.shortest) return { ok: false, why: 'short' } as const
  if (password.length > passwordLengths.longest) return { ok: false, why: 'long' } as const
  const opened = await found(accounts, token)
  if (!opened.ok) return opened
  const { invitation } = opened
  if (!(await mayTry(db, secret, [{ what: 'invitation', who: [token], most: 30, seconds: 900 }])))
    return { ok: false, why: 'too-many' } as const
  if ((await howToJoin(accounts, caller.request, invitation)) !== 'new')
    return { ok: false, why: 'sign-in-first' } as const
  if (await isSoonGuessed(password, [invitation.email, invitation.name, invitation.clinicName]))
    return { ok: false, why: 'guessed' } as const
  const { cookies, key, address, recoveryCodes } = await beginSetUp(accounts, {
    ...{ invitationId: invitation.id, name: invitation.name, email: invitation.email.toLowerCase(), password },
  })
  return { ok: true, cookies, key, address, recoveryCodes } as const
}

async function confirm(accounts: PasskeyHome, caller: Caller, token: string, typed: string) {
  const { db, app } = accounts
  const opened = await found(accounts, token)
  if (!opened.ok) return opened
  const { id, clinicId, name, email } = opened.invitation
  if ((await howToJoin(accounts, caller.request, opened.invitation)) !== 'new')
    return { ok: false, why: 'start-again' } as const
  const joined = await inClinic(app, clinicId, async (trx) => {
    // One press at a time: of two the second finds that the first has joined, and not what that one proved half gone.
    await sql`select from invitations where clinic_id = ${clinicId} and invitation_id = ${id} for update`.execute(trx)
    const now = await findInvitation(trx, clinicId, id)
    if (!now.ok) return now
    const proved = await proveApp(accounts, caller.request, id, typed)
    if (!proved.ok) return proved
    const accountId = await accountFor(db, { email: email.toLowerCase(), name })
    // In one go with the link, so that of two browsers one gets in; and nothing old ends before the new stands.
    if (!(await takeUpInvitation(trx, clinicId, id, accountId))) return { ok: false, why: 'used' } as const
    await finishSetUp(accounts, proved.standInId, accountId)
    return { ok: true, accountId } as const
  })
  if (!joined.ok) return joined
  const { accountId } = joined
  await spendCode(accounts, accountId, typed.replace(/\s/g, ''))
  await endSessionOf(accounts, caller.request)
  const cookies = await openSession(accounts, accountId, caller.request)
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

/**
 * Signing in with a passkey, and keeping one's own. Using one is two steps in one: the device, and the finger or the number that
 * it asked for. So it opens the console as a password and a code do, if it was added by somebody who had given both; one that
 * was added in a person's session opens a person's account alone.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { isDemonstration } from '../../clinic/directory/read-profiles.ts'
import { oneLine } from '../../clinic/people/typed-text.ts'
import type { Caller, LetInByPasskey, PasskeyDoors } from '../../web/account/account-home.ts'
import {
  longestPasskeyName,
  type OwnPasskey,
  type PasskeyAdded,
  type PasskeyAsked,
} from '../../web/console/passkeys/own-passkeys.ts'
import { mayTry } from './attempts.ts'
import { cookiesOf, headersWith, sessionTokenOf } from './cookies.ts'
import { askSeconds, makeAsk, type PasskeyHome, type PasskeyKind, takeAsk } from './passkey-asks.ts'
import { algorithms, type CheckedUse, checkNew, checkUse, readNew, readUsed, siteOf } from './passkey-checks.ts'
import { endSessionOf, markAsStaff, staffSessionOf } from './staff-session.ts'
import { noteWayIn } from './way-in-notices.ts'

/** Passkeys that somebody may have of one kind. [C] */
const mostPasskeys = 10
const quarterHour = 15 * 60
/** Asked for from one place within a quarter of an hour: a whole clinic may stand behind one address. */
const mostAsksFromOne = 300
const mostAsksToAdd = 30

/** The doors of one kind, over these accounts. */
export const passkeyDoors = (home: PasskeyHome, kind: PasskeyKind): PasskeyDoors => ({
  askToSignIn: (caller) => askToSignIn(home, kind, caller),
  signIn: (caller, said) => signIn(home, kind, caller, said),
  askToAdd: (request) => askToAdd(home, kind, request),
  add: (request, name, said) => add(home, kind, request, { name, said }),
  list: (request) => list(home, kind, request),
  rename: (request, id, name) => rename(home, kind, request, { id, name }),
  remove: (request, id) => remove(home, kind, request, id),
})

const opens = { staff: 'open the console', person: 'open an account' } as const
const adds = { staff: 'add for the console', person: 'add for an account' } as const

interface Owner {
  readonly userId: string
  readonly sessionId: string
}

/** Whoever may keep passkeys of this kind here: for the console, only while both steps count and the screen is not locked. */
async function ownerOf(home: PasskeyHome, kind: PasskeyKind, request: Request): Promise<Owner | undefined> {
  if (kind === 'staff') {
    const session = await staffSessionOf(home, request)
    return session && !session.locked ? { userId: session.accountId, sessionId: session.sessionId } : undefined
  }
  const found = await (await home.auth()).api.getSession({ headers: request.headers })
  return found ? { userId: found.user.id, sessionId: found.session.id } : undefined
}

/**
 * What an authenticator knows the account by: one for each kind, so that adding one kind never takes the other's place in it.
 * Says nothing of the person.
 */
const handleOf = (kind: PasskeyKind, userId: string) =>
  createHash('sha256')
    .update(JSON.stringify(['passkey', kind, userId]))
    .digest('base64url')

const ownRows = ({ db }: PasskeyHome, kind: PasskeyKind, userId: string) =>
  db
    .selectFrom('passkeys')
    .where('userId', '=', userId)
    .where('forStaff', '=', kind === 'staff')

async function askToSignIn(home: PasskeyHome, kind: PasskeyKind, caller: Caller): Promise<PasskeyAsked> {
  const limit = { what: 'passkeys from one', who: [caller.address ?? 'unknown'], most: mostAsksFromOne }
  if (!(await mayTry(home.db, home.secret, [{ ...limit, seconds: quarterHour }]))) return { ok: false, why: 'too-many' }
  const { challenge, cookies } = await makeAsk(home, { request: caller.request, what: opens[kind] })
  // No list of keys: it would say who has which.
  const options = {
    challenge,
    rpId: siteOf(home.origin).rpId,
    timeout: askSeconds * 1000,
    userVerification: 'required',
  }
  return { ok: true, options, cookies }
}

async function askToAdd(home: PasskeyHome, kind: PasskeyKind, request: Request): Promise<PasskeyAsked> {
  const owner = await ownerOf(home, kind, request)
  if (!owner) return { ok: false, why: 'start-again' }
  const { userId, sessionId } = owner
  const limit = { what: 'passkeys of one', who: [userId], most: mostAsksToAdd, seconds: quarterHour }
  if (!(await mayTry(home.db, home.secret, [limit]))) return { ok: false, why: 'too-many' }
  const had = await ownRows(home, kind, userId).select('credentialId').execute()
  if (had.length >= mostPasskeys) return { ok: false, why: 'full' }
  const user = await home.db
    .selectFrom('users')
    .select(['email', 'name'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const { challenge, cookies } = await makeAsk(home, { request, what: adds[kind], sessionId })
  const label = kind === 'staff' ? `${user.email} (console)` : user.email
  const options = {
    challenge,
    rp: { id: siteOf(home.origin).rpId, name: 'Unclench' },
    user: { id: handleOf(kind, userId), name: label, displayName: user.name || label },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: askSeconds * 1000,
    excludeCredentials: had.map(({ credentialId }) => ({ type: 'public-key', id: credentialId })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  }
  return { ok: true, options, cookies }
}

async function add(
  home: PasskeyHome,
  kind: PasskeyKind,
  request: Request,
  typed: { readonly name: string; readonly said: string },
): Promise<PasskeyAdded> {
  const owner = await ownerOf(home, kind, request)
  if (!owner) return { ok: false, why: 'start-again' }
  const said = readNew(typed.said)
  if (!said) return { ok: false, why: 'wrong' }
  const asked = await takeAsk(home, { request, what: adds[kind], challenge: said.challenge })
  if (asked?.sessionId !== owner.sessionId) {
    // The second of two presses: the first has added it.
    const had = await ownRows(home, kind, owner.userId).select('name').where('credentialId', '=', said.id).execute()
    return had.length > 0 ? { ok: true } : { ok: false, why: 'start-again' }
  }
  const checked = await checkNew(siteOf(home.origin), said)
  if (!checked) return { ok: false, why: 'wrong' }
  return home.db.transaction().execute(async (trx) => {
    await lockUser({ ...home, db: trx }, owner.userId)
    const had = await ownRows({ ...home, db: trx }, kind, owner.userId)
      .select('credentialId')
      .execute()
    if (had.length >= mostPasskeys) return { ok: false, why: 'full' }
    const { publicKey, ...rest } = checked
    const row = { ...rest, publicKey: Buffer.from(publicKey), userId: owner.userId, forStaff: kind === 'staff' }
    const kept = await trx
      .insertInto('passkeys')
      .values({ ...row, name: nameOf(typed.name), rpId: siteOf(home.origin).rpId })
      .onConflict((on) => on.column('credentialId').doNothing())
      .returning('passkeyId')
      .executeTakeFirst()
    if (!kept) return { ok: false, why: 'taken' }
    await noteWayIn(trx, owner.userId, 'passkey added', kind === 'staff')
    return { ok: true }
  })
}

/** The pages ask for a name that fits; what comes all the same is made to fit, since the key is in the device already. */
const nameOf = (typed: string) => [...oneLine(typed)].slice(0, longestPasskeyName).join('').trim() || 'Passkey'

/** Until the transaction ends, nobody else changes what this account gets in by. */
const lockUser = ({ db }: PasskeyHome, userId: string) =>
  sql`select id from users where id = ${userId} for update`.execute(db)

async function list(
  home: PasskeyHome,
  kind: PasskeyKind,
  request: Request,
): Promise<readonly OwnPasskey[] | undefined> {
  const owner = await ownerOf(home, kind, request)
  if (!owner) return undefined
  const rows = await ownRows(home, kind, owner.userId)
    .select(['passkeyId', 'name', 'createdAt', 'usedAt', 'stoppedAt'])
    .orderBy('createdAt')
    .execute()
  return rows.map(({ passkeyId, name, createdAt, usedAt, stoppedAt }) => ({
    id: passkeyId,
    name,
    addedAt: createdAt.getTime(),
    usedAt: usedAt?.getTime(),
    isStopped: stoppedAt !== null,
  }))
}

async function rename(
  home: PasskeyHome,
  kind: PasskeyKind,
  request: Request,
  to: { readonly id: string; readonly name: string },
): Promise<void> {
  const owner = await ownerOf(home, kind, request)
  if (!owner || !z.uuid().safeParse(to.id).success) return
  await home.db
    .updateTable('passkeys')
    .set({ name: nameOf(to.name) })
    .where('passkeyId', '=', to.id)
    .where('userId', '=', owner.userId)
    .where('forStaff', '=', kind === 'staff')
    .execute()
}

async function remove(home: PasskeyHome, kind: PasskeyKind, request: Request, id: string): Promise<boolean> {
  const owner = await ownerOf(home, kind, request)
  if (!owner || !z.uuid().safeParse(id).success) return true
  return home.db.transaction().execute(async (trx) => {
    const inside = { ...home, db: trx }
    await lockUser(inside, owner.userId)
    const own = await ownRows(inside, kind, owner.userId).select('passkeyId').where('passkeyId', '=', id).execute()
    if (own.length === 0) return true
    if (kind === 'staff' && !(await comesInWithout(inside, owner.userId, id))) return false
    await trx.deleteFrom('passkeys').where('passkeyId', '=', id).execute()
    await trx.deleteFrom('sessions').where('passkeyId', '=', id).where('id', '!=', owner.sessionId).execute()
    await noteWayIn(trx, owner.userId, 'passkey removed', kind === 'staff')
    return true
  })
}

/** Whether somebody of the staff has another way into the console. A person always has the mail. */
async function comesInWithout({ db }: PasskeyHome, userId: string, passkeyId: string): Promise<boolean> {
  const { rows } = await sql<{ ways: boolean }>`
    select demonstration
      or (two_factor_enabled
        and exists (select from credentials c where c.user_id = u.id and c.password is not null)
        and exists (select from two_factors t where t.user_id = u.id))
      or exists (select from passkeys p where p.user_id = u.id and p.for_staff and p.stopped_at is null
        and p.passkey_id <> ${passkeyId}) as ways
    from users u where id = ${userId}`.execute(db)
  return rows[0]?.ways ?? false
}

async function signIn(home: PasskeyHome, kind: PasskeyKind, caller: Caller, text: string): Promise<LetInByPasskey> {
  const { auth, db, origin } = home
  const said = readUsed(text)
  if (!said) return { ok: false, why: 'wrong' }
  const asked = await takeAsk(home, { request: caller.request, what: opens[kind], challenge: said.challenge })
  if (!asked) return { ok: false, why: 'start-again' }
  const key = await db
    .selectFrom('passkeys')
    .select(['passkeyId', 'userId', 'forStaff', 'publicKey', 'mayBeCopied'])
    .where('credentialId', '=', said.id)
    .executeTakeFirst()
  if (!key) return { ok: false, why: 'unknown' }
  if (said.response.userHandle !== handleOf(key.forStaff ? 'staff' : 'person', key.userId))
    return { ok: false, why: 'wrong' }
  const use = await checkUse(siteOf(origin), said, key.publicKey)
  // Whether it may be copied is part of the key: one that says otherwise of a sudden is another.
  if (!use || use.mayBeCopied !== key.mayBeCopied) return { ok: false, why: 'wrong' }
  if (!(await countUse(home, key, use))) return { ok: false, why: 'copied' }
  if (kind === 'staff' && !key.forStaff) return { ok: false, why: 'not-for-staff' }
  if (!(await isLetIn(home, key.userId))) return { ok: false, why: 'unknown' }
  const before = await endSessionOf(home, caller.request)
  const answer = await (await auth()).api.openSession({
    body: { userId: key.userId, remember: kind === 'person' },
    headers: headersWith(caller.request.headers, []),
    asResponse: true,
  })
  const cookies = cookiesOf(answer)
  const token = sessionTokenOf(cookies)
  await db.updateTable('sessions').set({ passkeyId: key.passkeyId }).where('token', '=', token).execute()
  if (kind === 'staff') await markAsStaff(db, token, before)
  return { ok: true, cookies, accountId: key.userId }
}

/**
 * Counts a use. Copies each count for themselves, and most do not count at all; only the counter of a key that nobody has
 * copied must rise. Where it does not, somebody has: the key is stopped for good.
 */
async function countUse(
  { db }: PasskeyHome,
  { passkeyId, userId, forStaff }: { readonly passkeyId: string; readonly userId: string; readonly forStaff: boolean },
  { counter, wasCopied }: CheckedUse,
): Promise<boolean> {
  const { rows } = await sql`
    update passkeys set counter = ${counter}, was_copied = ${wasCopied}, used_at = now()
    where passkey_id = ${passkeyId} and stopped_at is null
      and (was_copied or ${wasCopied} or counter < ${counter} or (counter = 0 and ${counter} = 0))
    returning passkey_id`.execute(db)
  if (rows.length > 0) return true
  await db.transaction().execute(async (trx) => {
    const stopped = await trx
      .updateTable('passkeys')
      .set({ stoppedAt: sql<Date>`now()` })
      .where('passkeyId', '=', passkeyId)
      .where('stoppedAt', 'is', null)
      .returning('passkeyId')
      .executeTakeFirst()
    if (stopped) await noteWayIn(trx, userId, 'passkey stopped', forStaff)
  })
  return false
}

/** Somebody invented comes in only where there is a demonstration. */
async function isLetIn({ db, app }: PasskeyHome, userId: string): Promise<boolean> {
  const user = await db.selectFrom('users').select('demonstration').where('id', '=', userId).executeTakeFirst()
  return user !== undefined && (!user.demonstration || (await isDemonstration(app)))
}

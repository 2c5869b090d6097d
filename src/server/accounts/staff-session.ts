/**
 * Which sessions count as staff. Asked of the database at each request: a session that was ended, locked, or never given a
 * second step is none, whatever the cookie says.
 */
import type { AccountDatabase, Database } from '../../clinic/db/connection.ts'
import { inClinic } from '../../clinic/db/connection.ts'
import { memberOfAccount } from '../../clinic/people/members.ts'
import { lockAfterMinutes, type SignedIn } from '../../web/console/console-home.ts'
import type { Auth } from './better-auth.ts'

/** However busy the day: after so many hours both steps are asked for again. */
const longestDayHours = 12
/** A touch is written down at most so often. */
const touchEverySeconds = 15

/** What staff sessions are read with. */
export interface Accounts {
  /** What signs people in. It is large, so it is loaded for whoever asks first. */
  readonly auth: () => Promise<Auth>
  readonly db: AccountDatabase
  readonly app: Database
  readonly secret: Uint8Array
}

/** A session of staff: whose, which clinic it has chosen, and whether it is locked. */
export interface StaffSession {
  readonly sessionId: string
  readonly token: string
  readonly accountId: string
  readonly clinicId: string | null
  readonly secondFactorAt: Date
  readonly locked: boolean
}

/** The session of this request, if a second step was given in it. Counts as no touch. */
export async function staffSessionOf({ auth, db }: Accounts, request: Request): Promise<StaffSession | undefined> {
  const found = await (await auth()).api.getSession({ headers: request.headers })
  if (!found) return undefined
  const row = await db
    .selectFrom('sessions')
    .select(['id', 'token', 'userId', 'clinicId', 'secondFactorAt', 'touchedAt'])
    .where('id', '=', found.session.id)
    .executeTakeFirst()
  if (!row?.secondFactorAt || isOver(row.secondFactorAt, longestDayHours * 60)) return undefined
  const locked = !row.touchedAt || isOver(row.touchedAt, lockAfterMinutes)
  const { id: sessionId, token, userId: accountId, clinicId, secondFactorAt } = row
  return { sessionId, token, accountId, clinicId, secondFactorAt, locked }
}

const isOver = (since: Date, minutes: number) => Date.now() - since.getTime() >= minutes * 60_000

/** A sign-in is fresh for so long. [C] */
const freshMinutes = 10

/** Whether both steps were given in this session a few minutes ago: asked before somebody lets another person in. */
export async function hasJustSignedIn(accounts: Accounts, request: Request): Promise<boolean> {
  const session = await staffSessionOf(accounts, request)
  return session !== undefined && !session.locked && !isOver(session.secondFactorAt, freshMinutes)
}

/**
 * Who asks, for the console. A request of somebody at work is a touch.
 * @param isTouch false for what a page asks by itself, whoever sits before it
 */
export async function signedInAs(accounts: Accounts, request: Request, isTouch = true): Promise<SignedIn> {
  const session = await staffSessionOf(accounts, request)
  if (!session) return { ok: false, why: 'nobody' }
  if (session.locked) return { ok: false, why: 'locked' }
  const clinics = await clinicsOf(accounts.app, session.accountId)
  const [only] = clinics
  if (!only) return { ok: false, why: 'no-clinic' }
  const clinicId = clinics.length === 1 ? only : clinics.find((id) => id === session.clinicId)
  if (!clinicId) return { ok: false, why: 'which-clinic' }
  const member = await inClinic(accounts.app, clinicId, (trx) => memberOfAccount(trx, session.accountId))
  if (!member) return { ok: false, why: 'no-clinic' }
  if (isTouch) await touch(accounts.db, session.sessionId)
  return { ok: true, member }
}

/** The clinics in which somebody is a member today. */
export async function clinicsOf(app: Database, accountId: string): Promise<readonly string[]> {
  const rows = await app.selectFrom('account_clinics').select('clinic_id').where('account_id', '=', accountId).execute()
  const still = await Promise.all(
    rows.map(async ({ clinic_id: id }) =>
      (await inClinic(app, id, (trx) => memberOfAccount(trx, accountId))) ? id : [],
    ),
  )
  return still.flat().sort()
}

async function touch(db: AccountDatabase, sessionId: string): Promise<void> {
  const now = Date.now()
  await db
    .updateTable('sessions')
    .set({ touchedAt: new Date(now) })
    .where('id', '=', sessionId)
    .where('touchedAt', '<', new Date(now - touchEverySeconds * 1000))
    // Another request may have locked it in between.
    .where('touchedAt', '>', new Date(now - lockAfterMinutes * 60_000))
    .execute()
}

/**
 * Marks a session as one in which both steps were given.
 * @param before the session it takes the place of: the same person goes on in the clinic that they had chosen
 */
export async function markAsStaff(db: AccountDatabase, token: string, before?: EndedSession): Promise<void> {
  const now = new Date()
  const session = db.updateTable('sessions').where('token', '=', token)
  await session.set({ secondFactorAt: now, touchedAt: now }).execute()
  if (before?.clinicId)
    await session.set({ clinicId: before.clinicId }).where('userId', '=', before.accountId).execute()
}

/** The account that is signed in with this request, staff or not; `undefined` for nobody. */
export async function accountOf({ auth }: Pick<Accounts, 'auth'>, request: Request): Promise<string | undefined> {
  return (await (await auth()).api.getSession({ headers: request.headers }))?.user.id
}

/** A session that ended: whose it was, and the clinic that it had chosen. */
export interface EndedSession {
  readonly accountId: string
  readonly clinicId: string | null
}

/** Ends whatever session the browser has: a new one takes its place. */
export async function endSessionOf(
  { auth, db }: Pick<Accounts, 'auth' | 'db'>,
  request: Request,
): Promise<EndedSession | undefined> {
  const had = await (await auth()).api.getSession({ headers: request.headers })
  if (!had) return undefined
  return db
    .deleteFrom('sessions')
    .where('id', '=', had.session.id)
    .returning(['userId as accountId', 'clinicId'])
    .executeTakeFirst()
}

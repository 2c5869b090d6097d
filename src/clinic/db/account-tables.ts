/**
 * The tables of schema `auth` that we read and write ourselves, as TypeScript names their columns (connection.ts). What Better
 * Auth alone uses is not here.
 */
import type { ColumnType, Generated } from 'kysely'

type Moment = ColumnType<Date, Date | string | undefined, Date | string>

interface Users {
  readonly id: Generated<string>
  readonly name: string
  /** In small letters. */
  readonly email: string
  readonly emailVerified: Generated<boolean>
  readonly twoFactorEnabled: Generated<boolean>
  readonly demonstration: Generated<boolean>
  readonly createdAt: Moment
}

interface Sessions {
  readonly id: Generated<string>
  readonly token: string
  readonly userId: string
  readonly userAgent: string | null
  readonly createdAt: Moment
  readonly expiresAt: Moment
  readonly secondFactorAt: Moment | null
  readonly touchedAt: Moment | null
  readonly clinicId: string | null
  /** What opened it, where that was a passkey. */
  readonly passkeyId: string | null
}

interface UsedCodes {
  readonly userId: string
  readonly code: string
  readonly usedAt: Moment
}

interface Attempts {
  readonly bucket: string
  readonly tries: number
  readonly endsAt: Moment
}

interface LockedCopies {
  readonly userId: string
  readonly version: number
  readonly locked: Buffer
  readonly changedAt: Moment
}

interface SignInAsks {
  readonly askId: Generated<string>
  readonly email: string
  readonly askerHash: string
  readonly codeHash: string
  readonly wrongCodes: Generated<number>
  readonly endsAt: Moment
  readonly usedAt: Moment | null
}

interface Passkeys {
  readonly passkeyId: Generated<string>
  readonly userId: string
  readonly forStaff: boolean
  /** Base64url. */
  readonly credentialId: string
  /** COSE. */
  readonly publicKey: Buffer
  /** PostgreSQL's own driver reads it as text, since it may not fit a number. */
  readonly counter: ColumnType<string, number, number>
  readonly mayBeCopied: boolean
  readonly wasCopied: boolean
  readonly name: string
  /** The name of the site that it was made for. */
  readonly rpId: string | null
  readonly createdAt: Moment
  readonly usedAt: Moment | null
  readonly stoppedAt: Moment | null
}

interface PasskeyAsks {
  readonly challenge: string
  readonly what: 'open the console' | 'open an account' | 'add for the console' | 'add for an account'
  readonly askerHash: string
  readonly sessionId: string | null
  readonly endsAt: Moment
}

interface WayInNotices {
  readonly noticeId: Generated<string>
  /** In small letters. */
  readonly email: string
  readonly what:
    | 'passkey added'
    | 'passkey removed'
    | 'passkey stopped'
    | 'set up'
    | 'set up anew'
    | 'recovery code used'
    | 'account deleted'
  readonly forStaff: boolean
  readonly at: Moment
  readonly tries: Generated<number>
  readonly nextTryAt: Moment
}

interface HalfSetUps {
  /** The user who stands in until the app is proved. */
  readonly userId: string
  readonly invitationId: string
  readonly browserHash: string
  readonly wrongCodes: Generated<number>
  readonly endsAt: Moment
}

export interface AccountTables {
  readonly users: Users
  readonly sessions: Sessions
  readonly usedCodes: UsedCodes
  readonly attempts: Attempts
  readonly lockedCopies: LockedCopies
  readonly signInAsks: SignInAsks
  readonly passkeys: Passkeys
  readonly passkeyAsks: PasskeyAsks
  readonly wayInNotices: WayInNotices
  readonly halfSetUps: HalfSetUps
}

/** What the pages of signing in are given by the server: who asks, and the doors. They run nowhere else. */
import type { Context } from 'hono'
import type { Role } from '../../clinic/people/members.ts'
import type { ConsoleHome } from '../console/console-home.ts'
import type { OwnPasskeys, PasskeyAsked } from '../console/passkeys/own-passkeys.ts'

/** Lines for `Set-Cookie`, as they are to be sent. */
export type Cookies = readonly string[]

/** Who knocks: the request, and their network address where it can be known, to count tries. */
export interface Caller {
  readonly request: Request
  readonly address: string | undefined
}

/** Why nobody is let in. `too-many`: tried too often; it opens again by itself within a quarter of an hour. */
export type NotLetIn =
  /** The address, the password, or both: which of them is not said. */
  | 'wrong'
  | 'too-many'
  /** The password is right, and a second step was never set up. */
  | 'no-second-step'
  /** The first step is too long ago, or was never given here. */
  | 'start-again'

/** @property accountId whose door opened; not given after the first of two steps */
export type LetIn =
  | { readonly ok: true; readonly cookies: Cookies; readonly accountId?: string }
  | { readonly ok: false; readonly why: NotLetIn }

/**
 * Why a passkey lets nobody in. `unknown`: none of ours. `copied`: its counter went back, so it is stopped. `not-for-staff`: it
 * was added to a person's own account.
 */
export type NotByPasskey = 'wrong' | 'start-again' | 'unknown' | 'copied' | 'not-for-staff'

export type LetInByPasskey =
  | { readonly ok: true; readonly cookies: Cookies; readonly accountId?: string }
  | { readonly ok: false; readonly why: NotByPasskey }

/** The doors that a passkey opens, of one kind, and the passkeys of whoever is in. */
export interface PasskeyDoors extends OwnPasskeys {
  /** Names nobody: whoever has a passkey for here is found by it. */
  readonly askToSignIn: (caller: Caller) => Promise<PasskeyAsked>
  /** @param said what the browser answered, as JSON */
  readonly signIn: (caller: Caller, said: string) => Promise<LetInByPasskey>
}

/** A clinic that somebody works at. */
export interface OwnClinic {
  readonly clinicId: string
  readonly name: string
}

/** The doors of the staff. Every one of them ends in a session whose second step was given in it. */
export interface StaffDoors {
  /** Both steps in one. */
  readonly passkeys: PasskeyDoors
  /** Step one. What comes back lets a code be given, and nothing else. */
  readonly givePassword: (caller: Caller, email: string, password: string) => Promise<LetIn>
  /** Step two: six digits of an authenticator app, or a recovery code. */
  readonly giveCode: (caller: Caller, code: string) => Promise<LetIn>
  /** Ends this session. */
  readonly signOut: (request: Request) => Promise<Cookies>
  /** Locks this session at once; it opens by signing in again. */
  readonly lock: (request: Request) => Promise<void>
  /** Whose session this is, locked or not, so that what they typed is kept for them; `undefined` where it has ended. */
  readonly whoseSession: (request: Request) => Promise<string | undefined>
  /** The clinics of whoever has signed in; none for anybody else. */
  readonly ownClinics: (request: Request) => Promise<readonly OwnClinic[]>
  /** Goes to one of one's own clinics. @returns whether it is one */
  readonly chooseClinic: (request: Request, clinicId: string) => Promise<boolean>
  /** Signs in as somebody invented. Refused for everybody else, and wherever there is no demonstration. */
  readonly lookRoundAs: (caller: Caller, clinicId: string, memberId: string) => Promise<LetIn>
}

/** An invitation as its page shows it. */
export interface ShownInvitation {
  readonly clinicName: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /**
   * `new`: a password and a second step are set up, for the first time or anew. `signed-in`: the person is here already and
   * only joins. `sign-in-first`: the address has an account that another clinic relies on, so this link may not change it.
   */
  readonly how: 'new' | 'signed-in' | 'sign-in-first'
}

/** What has to be put into an authenticator app, and what is kept for the day the phone is lost. Shown once. */
export interface SecondStep {
  readonly cookies: Cookies
  /** For typing, and as an address that an app on this device opens. */
  readonly key: string
  readonly address: string
  readonly recoveryCodes: readonly string[]
}

/** Why an invitation leads no further. */
export type NotJoined =
  | 'over'
  | 'used'
  | 'sign-in-first'
  | 'too-many'
  | 'short'
  | 'long'
  | 'guessed'
  | 'wrong'
  | 'start-again'

/** The way in for whoever has been invited. Looking uses nothing up. */
export interface InvitationDoors {
  readonly look: (
    request: Request,
    token: string,
  ) => Promise<
    { readonly ok: true; readonly invitation: ShownInvitation } | { readonly ok: false; readonly why: 'over' | 'used' }
  >
  readonly setPassword: (
    caller: Caller,
    token: string,
    password: string,
  ) => Promise<({ readonly ok: true } & SecondStep) | { readonly ok: false; readonly why: NotJoined }>
  readonly confirm: (
    caller: Caller,
    token: string,
    code: string,
  ) => Promise<{ readonly ok: true; readonly cookies: Cookies } | { readonly ok: false; readonly why: NotJoined }>
  /** Joins as who has signed in. @returns whether they have joined */
  readonly join: (request: Request, token: string) => Promise<boolean>
}

/** One home of these pages: that of the staff's, and the doors as they are now, or `undefined` while the database is away. */
export interface AccountHome extends ConsoleHome {
  readonly doors: () => StaffDoors | undefined
  readonly invitations: () => InvitationDoors | undefined
  readonly addressOf: (c: Context) => string | undefined
}

/** What the pages of signing in are given by the server: who asks, and the doors. They run nowhere else. */
import type { Context } from 'hono'
import type { ConsoleHome } from '../console/console-home.ts'

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

export type LetIn = { readonly ok: true; readonly cookies: Cookies } | { readonly ok: false; readonly why: NotLetIn }

/** A clinic that somebody works at. */
export interface OwnClinic {
  readonly clinicId: string
  readonly name: string
}

/** The doors of the staff. Every one of them ends in a session whose second step was given in it. */
export interface StaffDoors {
  /** Step one. What comes back lets a code be given, and nothing else. */
  readonly givePassword: (caller: Caller, email: string, password: string) => Promise<LetIn>
  /** Step two: six digits of an authenticator app, or a recovery code. */
  readonly giveCode: (caller: Caller, code: string) => Promise<LetIn>
  /** Ends this session. */
  readonly signOut: (request: Request) => Promise<Cookies>
  /** Locks this session at once; it opens by signing in again. */
  readonly lock: (request: Request) => Promise<void>
  /** The clinics of whoever has signed in; none for anybody else. */
  readonly ownClinics: (request: Request) => Promise<readonly OwnClinic[]>
  /** Goes to one of one's own clinics. @returns whether it is one */
  readonly chooseClinic: (request: Request, clinicId: string) => Promise<boolean>
  /** Signs in as somebody invented. Refused for everybody else, and wherever there is no demonstration. */
  readonly lookRoundAs: (caller: Caller, clinicId: string, memberId: string) => Promise<LetIn>
}

/** One home of these pages: that of the staff's, and the doors as they are now, or `undefined` while the database is away. */
export interface AccountHome extends ConsoleHome {
  readonly doors: () => StaffDoors | undefined
  readonly addressOf: (c: Context) => string | undefined
}

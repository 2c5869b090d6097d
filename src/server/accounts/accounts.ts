/** The accounts of a running server: made once for each database that it has, and asked by the pages. */
import type { AccountDatabase, Database } from '../../clinic/db/connection.ts'
import type { InvitationDoors, StaffDoors } from '../../web/account/account-home.ts'
import type { PersonDoors } from '../../web/account/person-home.ts'
import type { SignedIn, SignIns } from '../../web/console/console-home.ts'
import type { Auth } from './better-auth.ts'
import { invitationDoors } from './invitation-doors.ts'
import { personDoors, type SignInMail } from './person-doors.ts'
import { personSignIns } from './person-sign-ins.ts'
import { staffDoors } from './staff-doors.ts'
import { accountOf, hasJustSignedIn, signedInAs } from './staff-session.ts'

/** What signs people in. */
export interface Doorkeeper {
  readonly doors: StaffDoors
  readonly persons: PersonDoors
  readonly invitations: InvitationDoors
  /** Who asks, for the console. */
  readonly signedIn: (request: Request, isTouch?: boolean) => Promise<SignedIn>
  /** Whether they signed in a few minutes ago. */
  readonly hasJustSignedIn: (request: Request) => Promise<boolean>
  readonly signIns: SignIns
  /** The account that is signed in, staff or not. */
  readonly accountOf: (request: Request) => Promise<string | undefined>
}

/** Where accounts and members are kept. */
export interface AccountStore {
  readonly app: Database
  readonly auth: AccountDatabase
  readonly secret: Uint8Array
}

/**
 * @param origin where people reach this installation, without a slash at its end
 * @param mail how links to sign in by are sent
 */
export function createDoorkeeper(
  { app, auth: db, secret }: AccountStore,
  origin: string,
  mail: SignInMail,
): Doorkeeper {
  let loaded: Promise<Auth> | undefined
  const load = async () => (await import('./better-auth.ts')).createAuth(db, secret, origin)
  const auth = () => {
    loaded ??= load()
    return loaded
  }
  const accounts = { auth, db, app, secret, origin }
  return {
    doors: staffDoors(accounts),
    persons: personDoors({ ...accounts, mail }),
    invitations: invitationDoors(accounts),
    signedIn: (request, isTouch) => signedInAs(accounts, request, isTouch),
    hasJustSignedIn: (request) => hasJustSignedIn(accounts, request),
    signIns: personSignIns(db),
    accountOf: (request) => accountOf(accounts, request),
  }
}

/** What the staff's pages are given by the server. They run nowhere else: they need the database and a signed-in member. */
import type { Database } from '../../clinic/db/connection.ts'
import type { Age, Erased } from '../../clinic/people/erase-person.ts'
import type { WhoAsks } from '../../clinic/people/find-person.ts'
import type { Member } from '../../clinic/people/members.ts'
import type { Frame } from '../find/frame.tsx'
import type { OwnPasskeys } from './passkeys/own-passkeys.ts'

/** Without a touch for so many minutes, the screen is locked. */
export const lockAfterMinutes = 10

/**
 * Who asks. `nobody`: sign in first. `locked`: ten minutes without a touch; unlock first. `no-clinic`: signed in, but a
 * member of no clinic. `which-clinic`: a member of several, and none chosen yet.
 */
export type SignedIn =
  | { readonly ok: true; readonly member: Member }
  | { readonly ok: false; readonly why: 'nobody' | 'locked' | 'no-clinic' | 'which-clinic' }

/** The database, and what signs and seals. */
export interface ConsoleData {
  readonly app: Database
  readonly directory: Database
  readonly secret: Uint8Array
}

/** The sign-ins of people, so far as staff have to do with them. */
export interface SignIns {
  /** Those of these addresses that somebody signs in with. */
  readonly known: (addresses: readonly string[]) => Promise<readonly string[]>
  /** Ends every session of a person that was begun with this address; those of staff stay. */
  readonly end: (address: string) => Promise<void>
}

/** Forgetting somebody: what it would do, and doing it for good. */
export interface Erasing {
  readonly look: (clinicId: string, who: WhoAsks, age: Age) => Promise<Erased>
  readonly erase: (clinicId: string, memberId: string, who: WhoAsks, age: Age) => Promise<Erased>
}

/** One home of the staff's pages. */
export interface ConsoleHome {
  readonly frame: Frame
  /** The stylesheet that only these pages need. */
  readonly css: string
  /** The database as it is now, or `undefined` while it is away. */
  readonly data: () => ConsoleData | undefined
  /**
   * Asked once for each request, before anything of a clinic is read.
   * @param isTouch false for what a page asks by itself: it keeps no screen open
   */
  readonly signedIn: (request: Request, isTouch?: boolean) => Promise<SignedIn>
  /** Whether both steps were given here a few minutes ago. Left out where nobody can sign in. */
  readonly hasJustSignedIn?: (request: Request) => Promise<boolean>
  /** Left out where nobody can sign in. */
  readonly signIns?: () => SignIns | undefined
  readonly now: () => Temporal.Instant
  /** Left out where nobody can be forgotten from here; `undefined` while the database is away. */
  readonly erasing?: () => Erasing | undefined
  /** The passkeys of whoever is signed in; `undefined` while the database is away. */
  readonly passkeys?: () => OwnPasskeys | undefined
  /** Where people reach this installation, without a slash at its end; not given: as the request came. */
  readonly origin?: () => string
}

/** What the gate hands to each page behind it. */
export interface ConsoleEnv {
  readonly Variables: {
    readonly member: Member
    readonly data: ConsoleData
    /** The name of the member's clinic. */
    readonly clinicName: string
    /** Can the public find it? Not before it is set up and opened. */
    readonly clinicIsOpen: boolean
    /** How many reviews want a look; 0 for whoever may not moderate. */
    readonly reviewsWaiting: number
    /** How many questions wait for this member or for anybody; 0 for whoever may not read them. */
    readonly questionsWaiting: number
    /** How many comments wait to be read; 0 for whoever may not moderate. */
    readonly commentsWaiting: number
    /** What was written in the form that was sent; none where none was. */
    readonly posted: readonly string[]
  }
}

/** What the pages of a person's account are given by the server. */
import type { Context } from 'hono'
import type { VisitOfAddress } from '../../clinic/people/visits-of-address.ts'
import type { ConsoleHome } from '../console/console-home.ts'
import type { Caller, Cookies, PasskeyDoors } from './account-home.ts'

/**
 * What became of asking. `inDoubt`: the mail server had all of it and did not answer. `not-sent`: the mail could not be handed
 * over; `refused`: not to this address, ever.
 */
export type SignInAsked =
  | { readonly ok: true; readonly cookies: Cookies; readonly inDoubt: boolean }
  | { readonly ok: false; readonly why: 'too-many' | 'not-sent' | 'refused' }

/** What became of a link or a code. `over`: used, too old, or not ours; `wrong`: the code. */
export type Finished =
  | { readonly ok: true; readonly cookies: Cookies }
  | { readonly ok: false; readonly why: 'over' | 'wrong' }

/** What an account holds. Moments are milliseconds since 1970. */
export interface OwnAccount {
  readonly email: string
  readonly createdAt: number
  /** Works at a clinic: then it is not deleted here. */
  readonly isStaff: boolean
  readonly sessions: readonly {
    readonly id: string
    readonly browser: string
    readonly startedAt: number
    readonly isThis: boolean
  }[]
  readonly passkeys: readonly {
    readonly name: string
    /** Opens the console too, and is looked after there. */
    readonly forStaff: boolean
    readonly addedAt: number
    readonly usedAt: number | undefined
  }[]
  readonly visits: readonly VisitOfAddress[]
}

/** The doors of people. */
export interface PersonDoors {
  readonly passkeys: PasskeyDoors
  /** @param email one plain address */
  readonly ask: (caller: Caller, email: string) => Promise<SignInAsked>
  /** Did this installation make this link, whatever became of it since? */
  readonly isOurLink: (token: string) => boolean
  /** Is this the browser that asked for this link? Looking uses nothing up. */
  readonly isAsker: (request: Request, token: string) => Promise<boolean>
  readonly finishByLink: (caller: Caller, token: string, code: string) => Promise<Finished>
  readonly finishByCode: (caller: Caller, code: string) => Promise<Finished>
  readonly account: (request: Request) => Promise<OwnAccount | undefined>
  readonly signOut: (request: Request) => Promise<Cookies>
  readonly endSession: (request: Request, id: string) => Promise<void>
  /** @returns whether it is gone */
  readonly deleteAccount: (request: Request) => Promise<boolean>
}

/** One home of these pages; the doors are `undefined` while the database is away. */
export interface PersonPagesHome extends ConsoleHome {
  readonly persons: () => PersonDoors | undefined
  readonly addressOf: (c: Context) => string | undefined
}

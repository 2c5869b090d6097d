/** What the pages on which somebody keeps their own passkeys are given by the server. Shared by staff and people. */

/** A passkey as its owner sees it. Moments are milliseconds since 1970. */
export interface OwnPasskey {
  readonly id: string
  readonly name: string
  readonly addedAt: number
  readonly usedAt: number | undefined
  /** It was stopped: it may have been copied. */
  readonly isStopped: boolean
}

/**
 * What the browser is asked to sign. `start-again`: nobody is signed in here as this needs it. `too-many`: tried too often.
 * `full`: no more passkeys fit.
 */
export type PasskeyAsked =
  | {
      readonly ok: true
      /** As WebAuthn writes options in JSON: bytes are base64url. */
      readonly options: Readonly<Record<string, unknown>>
      /** Lines for `Set-Cookie`. */
      readonly cookies: readonly string[]
    }
  | { readonly ok: false; readonly why: 'start-again' | 'too-many' | 'full' }

/** `wrong`: what the browser sent does not hold. */
export type PasskeyAdded =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'start-again' | 'wrong' | 'full' | 'taken' }

/** The passkeys of whoever is signed in, of one kind: those for the console, or those for a person's account. */
export interface OwnPasskeys {
  readonly askToAdd: (request: Request) => Promise<PasskeyAsked>
  /** @param name as its owner calls it @param said what the browser answered, as JSON */
  readonly add: (request: Request, name: string, said: string) => Promise<PasskeyAdded>
  /** The oldest first; `undefined` where nobody is signed in. */
  readonly list: (request: Request) => Promise<readonly OwnPasskey[] | undefined>
  readonly rename: (request: Request, id: string, name: string) => Promise<void>
  /** Ends what it had opened elsewhere too. @returns false where it is the last way in */
  readonly remove: (request: Request, id: string) => Promise<boolean>
}

/** Longest name of a passkey, in characters. */
export const longestPasskeyName = 60

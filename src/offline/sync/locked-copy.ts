/**
 * The locked copy in the person's account, over the network: the one thing that this device sends anywhere, and only when
 * asked. Every call ends.
 */
import { fetchWithin, TookTooLong } from '../time-limit.ts'

/** Why the account could not be asked. `full`: the copy is larger than it takes. */
export type NoCopy = 'offline' | 'signedOut' | 'full' | 'away'

/** What the account holds: nothing yet, or a copy and its version. */
export interface CopyThere {
  readonly locked: Uint8Array<ArrayBuffer>
  readonly version: string
}

/** A place for one locked copy. A write names the version that it replaces; where that is not the newest, nothing is written. */
export interface LockedCopy {
  readonly get: () => Promise<{ readonly ok: true; readonly copy: CopyThere | null } | Refused>
  readonly put: (locked: Uint8Array<ArrayBuffer>, replaces: string | null) => Promise<Written>
  readonly remove: () => Promise<{ readonly ok: true } | Refused>
}
type Refused = { readonly ok: false; readonly why: NoCopy }
export type Written = { readonly ok: true } | { readonly ok: false; readonly why: NoCopy | 'changed' }

/** Where the account keeps it. */
const lockedCopyPath = '/account/record'
/** The longest wait for the account, in milliseconds: a slow line at night, and a copy of some megabytes. */
const patienceMs = 30_000

/** The copy of whoever is signed in in this browser. */
export const copyInAccount: LockedCopy = {
  get: () =>
    ask({ method: 'GET' }, async (answer) => {
      if (answer.status === 204) return { ok: true, copy: null }
      const version = answer.headers.get('ETag')
      if (!answer.ok || version === null) return refusedBy(answer)
      return { ok: true, copy: { locked: new Uint8Array(await answer.arrayBuffer()), version } }
    }),
  put: (locked, replaces) => {
    const condition = replaces === null ? { 'If-None-Match': '*' } : { 'If-Match': replaces }
    const headers = { ...condition, 'Content-Type': 'application/octet-stream' }
    return ask<Written>({ method: 'PUT', body: locked, headers }, (answer) => {
      if (answer.status === 412) return { ok: false, why: 'changed' }
      return answer.ok ? { ok: true } : refusedBy(answer)
    })
  },
  remove: () => ask({ method: 'DELETE' }, (answer) => (answer.ok ? { ok: true } : refusedBy(answer))),
}

const refusedBy = ({ status }: Response): Refused => ({
  ok: false,
  why: status === 401 || status === 403 ? 'signedOut' : status === 413 ? 'full' : 'away',
})

async function ask<Answer>(
  how: RequestInit,
  read: (answer: Response) => Answer | Promise<Answer>,
): Promise<Answer | Refused> {
  try {
    return await fetchWithin(
      patienceMs,
      lockedCopyPath,
      // A redirect would lead to a page for people.
      { ...how, credentials: 'same-origin', redirect: 'error', cache: 'no-store' },
      read,
    )
  } catch (error) {
    return { ok: false, why: error instanceof TookTooLong ? 'away' : 'offline' }
  }
}

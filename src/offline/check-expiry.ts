/**
 * May these answers still be used? Old answers and answers to other questions must not become a result today.
 * Pure: never reads a clock or a store.
 */
import { dayMs, type EpochMs } from '../care/evidence/time.ts'

/** `updated`: begun under other questions or rules. `old`: begun a day ago or more, or at a moment still to come. */
export type CheckExpiry = 'good' | 'updated' | 'old'

/** What is known of a check. */
export interface Begun {
  /** Version of the rules its answers were given under; `null` when unknown. */
  readonly protocol: string | null
  /** When it was begun; `null` when unknown, as for a check that the server began. */
  readonly at: EpochMs | null
}

/** How far ahead a device's clock may have been before it was put right, in milliseconds: 10 minutes. */
const clockSlackMs = 600_000

/**
 * Whether a check may go on. Answers count for 24 hours (evidence.md §2.3); exactly 24 hours is too old. A check from the
 * future was begun under a wrong clock, so nobody knows how old it is.
 *
 * @param protocol the version in force here
 */
export function expiryOf(begun: Begun, protocol: string, now: EpochMs): CheckExpiry {
  if (begun.protocol !== null && begun.protocol !== protocol) return 'updated'
  if (begun.at === null) return 'good'
  const ageMs = now - begun.at
  return ageMs >= dayMs || ageMs < -clockSlackMs ? 'old' : 'good'
}

/** The id and the protocol of a trail as it came in, without trusting the rest; `null` when it holds neither. */
export function trailHead(text: string): { readonly id: string; readonly protocol: string } | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof data !== 'object' || data === null || !('id' in data) || !('protocol' in data)) return null
  const { id, protocol } = data
  return typeof id === 'string' && typeof protocol === 'string' ? { id, protocol } : null
}

/**
 * A moment in words. On a person's device in the device's own time; on the server in UK time, since it knows no other.
 */
import type { EpochMs } from '../../care/evidence/time.ts'
import type { CareHome } from './home.ts'

/** "23 November 2026 at 02:14". */
export function whenWords(at: EpochMs, home: Pick<CareHome, 'kind'>): string {
  return new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(home.kind === 'server' && { timeZone: 'Europe/London' }),
  })
}

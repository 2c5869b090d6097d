/**
 * A moment in words. On a person's device in the device's own time; on the server in UK time, since it knows no other.
 */
import type { Made } from '../../care/evidence/order.ts'
import type { EpochMs } from '../../care/evidence/time.ts'
import type { CareHome } from './home.ts'
import { localTimeWhenWritten } from './moment.ts'

/** "23 November 2026 at 02:14". */
export const whenWords = (at: EpochMs, { kind }: Pick<CareHome, 'kind'>): string =>
  kind === 'server' ? inLondon.format(at) : inUtc.format(at - new Date(at).getTimezoneOffset() * 60_000)

/** The same for something written down: as the person's own clock showed it then, also after they travelled. */
export const whenMade = (made: Pick<Made, 'at' | 'offsetMinutes'>, home: Pick<CareHome, 'kind'>): string => {
  const then = localTimeWhenWritten(made)
  return then ? inUtc.format(then) : whenWords(made.at, home)
}

const parts = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
// Made once: making one takes longer than a hundred uses of it.
const inLondon = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'Europe/London' })
const inUtc = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' })

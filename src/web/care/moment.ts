/**
 * Now, and which day it is for the person: for every event that counts in days. Pure but for the home's clock.
 * On a device the calendar is the device's own; the server knows only UK time.
 */
import type { IsoDate, Moment } from '../../care/evidence/calendar.ts'
import type { Made } from '../../care/evidence/order.ts'
import type { EpochMs } from '../../care/evidence/time.ts'
import type { CareHome } from './home.ts'

/** The calendar day of a moment, `2026-11-23`. */
export function dayOf(at: EpochMs, { kind }: Pick<CareHome, 'kind'>): IsoDate {
  if (kind === 'server') {
    const part = (type: string) => inLondon.formatToParts(at).find((one) => one.type === type)?.value ?? ''
    // Intl writes digits: numbers, but to the compiler texts.
    return `${part('year')}-${part('month')}-${part('day')}` as IsoDate
  }
  // In the zone that the device stands in at this moment: people travel while the worker lives.
  const there = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  // Digits only, as above.
  return `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}` as IsoDate
}
const inLondon = new Intl.DateTimeFormat('en-GB', {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  timeZone: 'Europe/London',
})

/**
 * The same moment as a moment in UTC that shows what the person's clock showed when they wrote this, wherever they are now.
 * `null` where nobody kept how far ahead their clock was.
 */
export const localTimeWhenWritten = ({ at, offsetMinutes }: Pick<Made, 'at' | 'offsetMinutes'>): Date | null =>
  offsetMinutes === undefined ? null : new Date(at + offsetMinutes * 60_000)

/** The time of day on the person's clock when they wrote this, `08:05`; on the clock of today where that was not kept. */
export function clockThen(made: Pick<Made, 'at' | 'offsetMinutes'>, home: Pick<CareHome, 'kind'>): string {
  return localTimeWhenWritten(made)?.toISOString().slice(11, 16) ?? clockOf(made.at, home)
}

/** The time of day on the person's clock, `08:05`. */
function clockOf(at: EpochMs, { kind }: Pick<CareHome, 'kind'>): string {
  const zone = kind === 'server' ? { timeZone: 'Europe/London' } : {}
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...zone }).format(at)
}

/** How many minutes the person's clock is ahead of UTC at a moment; behind: below 0. */
export function minutesAhead(at: EpochMs, { kind }: Pick<CareHome, 'kind'>): number {
  // The server keeps no record and knows no clock but its own.
  return kind === 'server' ? 0 : -new Date(at).getTimezoneOffset()
}

/** The moment now. */
export function momentOf(home: Pick<CareHome, 'kind' | 'now'>): Moment {
  const at = home.now()
  return { at, day: dayOf(at, home) }
}

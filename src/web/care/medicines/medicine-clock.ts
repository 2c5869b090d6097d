/**
 * Times of doses in words, and the moment a typed clock time means. Pure. Called by the tally.
 * On a device the clock is the device's own; on the server it is UK time, since the server knows no other.
 */
import { asEpochMs, dayMs, type EpochMs } from '../../../care/evidence/time.ts'
import type { CareHome } from '../home.ts'

type Kind = Pick<CareHome, 'kind'>

const zone = ({ kind }: Kind) => (kind === 'server' ? { timeZone: 'Europe/London' } : {})

/** "14:05" on the person's clock. */
function clock(at: EpochMs, home: Kind): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', ...zone(home) })
}

/** "Monday", to tell today from yesterday. */
function day(at: EpochMs, home: Kind): string {
  return new Date(at).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', ...zone(home) })
}

/** The hour on the person's clock, 0 to 23. */
export function hourOf(at: EpochMs, home: Kind): number {
  return Number(clock(at, home).slice(0, 2))
}

/** "14:05 today", "23:40 yesterday", "06:00 tomorrow", or with the date. */
export function momentWords(at: EpochMs, now: EpochMs, home: Kind): string {
  const moment = day(at, home)
  const near = [
    { shift: 0, word: 'today' },
    { shift: -dayMs, word: 'yesterday' },
    { shift: dayMs, word: 'tomorrow' },
  ].find(({ shift }) => day(asEpochMs(now + shift), home) === moment)
  return `${clock(at, home)} ${near?.word ?? `on ${moment}`}`
}

/**
 * The last moment, now or earlier, at which the person's clock showed this time.
 * In the hour that a clock change repeats it is the later one, which is the careful side for every limit.
 *
 * @param typed "HH:MM", 24 hours
 * @returns nothing if it is no time, or one that the clock skipped
 */
export function lastTimeShown(typed: string, now: EpochMs, home: Kind): EpochMs | undefined {
  const wanted = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim())
  if (!wanted) return undefined
  const shown = `${(wanted[1] ?? '').padStart(2, '0')}:${wanted[2]}`
  const minuteMs = 60_000
  const start = Math.floor(now / minuteMs) * minuteMs
  // 25 hours: the day on which clocks go back is that long.
  for (let minutes = 0; minutes < 25 * 60; minutes += 1) {
    const at = asEpochMs(start - minutes * minuteMs)
    if (clock(at, home) === shown) return at
  }
  return undefined
}

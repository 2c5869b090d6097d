/**
 * Times of doses in words, and the moment a typed clock time means. Pure.
 * On a device the clock is the device's own; on the server it is UK time, since the server knows no other.
 */
import { asEpochMs, dayMs, type EpochMs, hourMs } from '../../../care/evidence/time.ts'
import { asciiDigits } from '../form-fields.ts'
import type { CareHome } from '../home.ts'

type Kind = Pick<CareHome, 'kind'>
const minuteMs = 60_000

const zone = ({ kind }: Kind) => (kind === 'server' ? { timeZone: 'Europe/London' } : {})

/** "14:05" on the person's clock. */
export function clock(at: EpochMs, { kind }: Kind): string {
  const moment = new Date(at)
  if (kind === 'server') return ukClock.format(moment)
  return [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
/** Made once: each page with a time asks it, and making one takes longer than asking. */
const ukClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })

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
 * In the hour that a clock change repeats it is the later one, which is the careful side for every limit. A time that the
 * clock skipped was read from one that nobody has put forward yet: it is the same moment, an hour later on the other.
 *
 * @param typed "HH:MM", 24 hours
 * @returns nothing if it is no time
 */
export function lastTimeShown(typed: string, now: EpochMs, home: Kind): EpochMs | undefined {
  const wanted = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(asciiDigits(typed.trim()))
  if (!wanted) return undefined
  const hour = Number(wanted[1])
  return lastShown(hour, wanted[2] ?? '', now, home) ?? lastShown((hour + 1) % 24, wanted[2] ?? '', now, home)
}

function lastShown(hour: number, minute: string, now: EpochMs, home: Kind): EpochMs | undefined {
  const shown = `${String(hour).padStart(2, '0')}:${minute}`
  const start = Math.floor(now / minuteMs) * minuteMs
  // Made once for the whole look back; not once for good, since a device can travel.
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...zone(home) })
  // 25 hours: the day on which clocks go back is that long.
  for (let minutes = 0; minutes < 25 * 60; minutes += 1) {
    const at = asEpochMs(start - minutes * minuteMs)
    if (format.format(at) === shown) return at
  }
  return undefined
}

/**
 * More than this many hours ago, a time without a date is more likely a slip, or a clock that differs: it is then also less
 * than four hours ahead of this clock. The evening before, typed in the morning, is neither. Our choice [C].
 */
const surelyHours = 20

/** What a typed time means. `unsure`: it may be `at`, or just now; the later of the two counts until the person says. */
export type TimeRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'sure'; readonly at: EpochMs }
  | { readonly kind: 'unsure'; readonly at: EpochMs }

/**
 * What a time without a date means, on the careful side: never older than the person can have meant without being asked.
 * A time that is a little ahead of the clock may be the time on another clock, just now. So may every time where the clock is
 * not the person's own: on the server, and where a browser hides the zone and shows the time in Greenwich.
 *
 * @param zone the zone that the device tells, such as `Europe/London`
 */
export function readTime(typed: string, now: EpochMs, home: Kind, zone: string): TimeRead {
  const at = lastTimeShown(typed, now, home)
  if (at === undefined) return { kind: 'none' }
  // Clocks show minutes, so the seconds of now do not count.
  const agoMs = Math.floor(now / minuteMs) * minuteMs - at
  const ownClock = home.kind === 'device' && !hiddenZones.has(zone)
  const sure = agoMs <= surelyHours * hourMs && (ownClock || agoMs < minuteMs)
  return { kind: sure ? 'sure' : 'unsure', at }
}

/** What browsers tell that hide where a person is; some people live there too, and are asked once more. */
const hiddenZones: ReadonlySet<string> = new Set(['', 'UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Atlantic/Reykjavik'])

/** The zone that this device tells. */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''

/** Within minutes of now: said as "just now". */
export const isJustNow = (at: EpochMs, now: EpochMs): boolean => Math.round((now - at) / minuteMs) < 5

/** "just now", "about 40 minutes ago", "about 3 hours ago": what a clock time comes to, whatever clock it is. */
export function agoWords(at: EpochMs, now: EpochMs): string {
  const minutes = Math.round((now - at) / minuteMs)
  if (isJustNow(at, now)) return 'just now'
  if (minutes < 90) return `about ${minutes} minutes ago`
  return `about ${Math.round(minutes / 60)} hours ago`
}

/** Which visits a new closure or absence would hit: shown before it is saved, so that they are booked anew, not dropped. */
import { isoDay } from './calendar-days.ts'
import type { Busy, TimeOff } from './input.ts'
import { offRanges } from './open-times.ts'
import { isFree } from './ranges.ts'
import { localDay, zoneDays } from './zone-days.ts'

/** @param visits those of the therapist or location in question, without their pauses @param zone the location's */
export function visitsHit<Visit extends Pick<Busy, 'from' | 'to'>>(
  off: TimeOff,
  visits: readonly Visit[],
  zone: string,
): readonly Visit[] {
  if (visits.length === 0) return []
  const first = localDay(Math.min(...visits.map(({ from }) => from)), zone)
  const last = localDay(Math.max(...visits.map(({ to }) => to)), zone)
  const closed = offRanges(
    [{ ...off, lastDay: off.lastDay ?? (off.everyWeeks ? isoDay(last) : off.firstDay) }],
    zoneDays(zone, first, last),
  )
  return visits.filter(({ from, to }) => !isFree(closed, from, to))
}

/** From when, and until which day, a service can be booked. Pure. */
import type { Service } from './input.ts'
import type { Prepared } from './prepare.ts'

const minuteMs = 60_000

/** The earliest start and the last local day. Staff may go inside the notice and beyond the window, never into the past. */
export function startLimits(prepared: Prepared, service: Service, location: string, by: 'public' | 'staff') {
  if (by === 'staff') return { earliest: prepared.input.now, lastDay: Infinity }
  return {
    earliest: prepared.input.now + service.noticeMinutes * minuteMs,
    lastDay: prepared.todayAt(location) + service.windowDays,
  }
}

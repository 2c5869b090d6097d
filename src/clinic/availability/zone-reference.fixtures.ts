/**
 * The rule about clock changes written a second time and otherwise: no Temporal, only what Intl says the clock shows, minute
 * by minute, and a search through that.
 */

const minuteMs = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clock shows at a moment, as if it were UTC. */
export function shown(ms: number, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
}

/** Every moment of some years at which the zone's offset changes, to the minute. */
export function changes(zone: string, firstYear: number, lastYear: number): number[] {
  const offset = (ms: number) => shown(ms, zone) - ms
  const found: number[] = []
  const dayMs = 1440 * minuteMs
  for (let day = Date.UTC(firstYear, 0, 1); day < Date.UTC(lastYear + 1, 0, 1); day += dayMs) {
    if (offset(day) === offset(day + dayMs)) continue
    let [low, high] = [day, day + dayMs]
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs
      if (offset(middle) === offset(day)) low = middle
      else high = middle
    }
    found.push(high)
  }
  return found
}

/** The clock from one moment to another, minute by minute, and where in it a wall time (ms as if UTC) begins and ends. */
export function clockReadings(zone: string, from: number, to: number) {
  const readings = Array.from({ length: (to - from) / minuteMs }, (_, at) => shown(from + at * minuteMs, zone))
  return {
    first: (wall: number) => from + readings.findIndex((reading) => reading >= wall) * minuteMs,
    last: (wall: number) => from + (readings.findLastIndex((reading) => reading < wall) + 1) * minuteMs,
  }
}

/** Days as whole numbers: days since 1 January 1970, so that the search for free times adds and compares and parses nothing. */

const dayMs = 86_400_000

/** Days that were read lately: hours and absences name the same few again and again, and to read one is dear. */
const known = new Map<string, number>()
const mostKnown = 4096

/** The number of an ISO day ("2026-03-29"). @throws RangeError for what is no day of the calendar */
export function dayNumber(day: string): number {
  const before = known.get(day)
  if (before !== undefined) return before
  const ms = Date.parse(`${day}T00:00:00Z`)
  // The 30th of February is read as the 2nd of March.
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || new Date(ms).getUTCDate() !== Number(day.slice(8)))
    throw new RangeError(`${day} is no day`)
  if (known.size >= mostKnown) known.clear()
  known.set(day, ms / dayMs)
  return ms / dayMs
}

/** The ISO day of a number. */
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

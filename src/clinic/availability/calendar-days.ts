/** Days as whole numbers: days since 1 January 1970, so that the search for free times adds and compares and parses nothing. */

const dayMs = 86_400_000

/** The number of an ISO day ("2026-03-29"). @throws RangeError for what is no day of the calendar */
export function dayNumber(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`)
  // The 30th of February is read as the 2nd of March.
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || new Date(ms).getUTCDate() !== Number(day.slice(8)))
    throw new RangeError(`${day} is no day`)
  return ms / dayMs
}

/** The ISO day of a number. */
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

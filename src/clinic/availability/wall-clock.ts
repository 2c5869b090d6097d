/** The sentence a person reads for a time: made here and nowhere else, from the location's zone, whatever zone the reader is in. */

/** The days of the week as the clinic half writes them, Monday first. */
export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
/** The months as it writes them. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const twoDigits = (number: number) => String(number).padStart(2, '0')
const local = (instant: Temporal.Instant, zone: string) => instant.toZonedDateTimeISO(zone)

/** "London" of "Europe/London", "St Johns" of "America/St_Johns", "UTC" of "UTC". */
const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/**
 * "Tuesday 3 March, 10:00 (London time)".
 *
 * With the year ("Tuesday 2 March 2027, 10:00 …") when it is another year than now's at that place. A time that comes twice
 * when the clocks go back says which one it is.
 * @param zone the location's IANA zone, never the reader's
 */
export function wallClockSentence(instant: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  return `${wallDay(instant, zone, now)}, ${wallTime(instant, zone)} (${cityOf(zone)} time${whichOfTwo(instant, zone)})`
}

/**
 * "Tuesday 3 March, 08:20 to 09:05 (London time)"; an end on another day is written out.
 * Of a time that comes twice, each end says which it is.
 */
export function wallClockRange(
  from: Temporal.Instant,
  to: Temporal.Instant,
  zone: string,
  now: Temporal.Instant,
): string {
  return `${wallDay(from, zone, now)}, ${wallTimes(from, to, zone)} (${cityOf(zone)} time)`
}

/** "08:20 to 09:05", for where the day stands already; "22:30 to Wednesday 4 March, 00:15" over midnight. */
export function wallTimes(from: Temporal.Instant, to: Temporal.Instant, zone: string): string {
  const sameDay = local(from, zone).toPlainDate().equals(local(to, zone).toPlainDate())
  const end = sameDay ? wallTime(to, zone) : `${wallDay(to, zone, from)}, ${wallTime(to, zone)}`
  const bare = (text: string, which: string) => (which ? `${text}${which.replace(',', '')}` : text)
  return `${bare(wallTime(from, zone), whichOfTwo(from, zone))} to ${bare(end, whichOfTwo(to, zone))}`
}

/** "Tuesday 3 March", with the year when it is not now's. */
export function wallDay(instant: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const { dayOfWeek, day, month, year } = local(instant, zone)
  const withYear = year === local(now, zone).year ? '' : ` ${year}`
  return `${weekdayNames[dayOfWeek - 1]} ${day} ${monthNames[month - 1]}${withYear}`
}

/** "08:20" and whose: "(London time)". For a moment of today. */
export const wallTimeThere = (instant: Temporal.Instant, zone: string) => ({
  time: wallTime(instant, zone),
  zone: `(${cityOf(zone)} time${whichOfTwo(instant, zone)})`,
})

/** "08:20", 24 hours. */
export function wallTime(instant: Temporal.Instant, zone: string): string {
  const { hour, minute } = local(instant, zone)
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}

function whichOfTwo(instant: Temporal.Instant, zone: string): string {
  const wall = local(instant, zone).toPlainDateTime()
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant()
  const second = wall.toZonedDateTime(zone, { disambiguation: 'later' }).toInstant()
  if (first.equals(second)) return ''
  return instant.equals(first) ? ', before the clocks go back' : ', after the clocks go back'
}

/** What the staff's pages say for states, steps and times. One wording each. */
import { wallClockSentence, wallDay, wallTime, wallTimes } from '../../clinic/availability/wall-clock.ts'
import type { DoorStep, VisitState } from '../../clinic/booking/visit-steps.ts'

/** Where a visit stands, as a chip. */
export const stateWords: Readonly<Record<VisitState, string>> = {
  held: 'held',
  confirmed: 'booked',
  arrived: 'arrived',
  finished: 'done',
  cancelled: 'cancelled',
  'late-cancelled': 'cancelled late',
  'no-show': 'did not come',
}

/** On the button. */
export const stepWords: Readonly<Record<DoorStep, string>> = {
  arrived: 'Arrived',
  finished: 'Done',
  'no-show': 'Did not come',
}

/** What happened to a visit, in its history. */
export const eventWords: Readonly<Record<string, string>> = {
  confirmed: 'Booked',
  moved: 'Moved',
  cancelled: 'Cancelled',
  'late-cancelled': 'Cancelled late',
  arrived: 'Arrived',
  finished: 'Done',
  'no-show': 'Did not come',
  address: 'Email changed, and the news sent to it',
  'referral-seen': 'Letter of referral seen',
  'referral-not-seen': 'Letter of referral not seen after all',
}

/** The same of a move that kept the visit's time. */
export const keptWords = { length: 'Length changed', time: 'Length, therapist or place changed' } as const

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)

/** "09:47". @param ms since 1970 */
export const timeOf = (ms: number, zone: string): string => wallTime(instant(ms), zone)

/** "09:47 to 10:32"; each end of a visit in the hour that comes twice says which it is. Both in ms since 1970. */
export const timesOf = (from: number, to: number, zone: string): string => wallTimes(instant(from), instant(to), zone)

/** The ISO day on which a visit begins, where it takes place. */
export const dayOfVisit = ({
  startsAt,
  place,
}: {
  readonly startsAt: number
  readonly place: { readonly zone: string }
}) => instant(startsAt).toZonedDateTimeISO(place.zone).toPlainDate().toString()

/** "Friday 27 November". @param ms since 1970 */
export const dayOf = (ms: number, zone: string, now: number): string => wallDay(instant(ms), zone, instant(now))

/** "Friday 27 November, 09:47 (London time)". @param ms since 1970 */
export const momentOf = (ms: number, zone: string, now: number): string =>
  wallClockSentence(instant(ms), zone, instant(now))

/** "Friday 27 November" of an ISO day. */
export const isoDayWords = (day: string, zone: string, now: number): string =>
  dayOf(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds, zone, now)

/** How a visit's time lies to now: "Next, in 8 minutes", "In 2 hours", "Since 10:00". Past an hour, whole hours are enough. */
export function whenWords(startsAt: number, zone: string, now: number): string {
  const minutes = Math.ceil((startsAt - now) / 60_000)
  if (minutes <= 0) return `Since ${timeOf(startsAt, zone)}`
  if (minutes < 60) return `Next, in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  const hours = Math.floor(minutes / 60)
  return `Next, in ${hours} ${hours === 1 ? 'hour' : 'hours'}${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
}

/** "45 minutes free", "1 hour 30 min free". */
export function gapWords(from: number, to: number): string {
  const minutes = Math.floor((to - from) / 60_000)
  if (minutes < 60) return `${minutes} minutes free`
  const hours = Math.floor(minutes / 60)
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`} free`
}

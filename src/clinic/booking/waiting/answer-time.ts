/** How long somebody has to answer an offer. People are asked in the day, so the hours of the night do not count. Pure. */

const hourMs = 60 * 60_000
/** The part of a day in which people are asked, on the clock of the place. [C] */
const dayBegins = 8
const dayEnds = 20
/** So much of the day is given to answer. [C] */
const answerMs = 2 * hourMs
/** Less than this is no offer: nobody sees a mail so soon. [C] */
const leastMs = hourMs / 4

/** When somebody is asked, and until when they can answer: milliseconds since 1970. */
export interface AnswerTime {
  readonly askedAt: number
  readonly answerUntil: number
}

/**
 * Two hours of the day from now on, as long as the time itself can still be booked.
 * @param zone of the place of the visit
 * @param latest the last moment at which the time could be booked
 * @returns `undefined` where too little is left to ask anybody
 */
export function answerTime(now: number, zone: string, latest: number): AnswerTime | undefined {
  const askedAt = nextOfDay(now, zone)
  let [at, left] = [askedAt, answerMs]
  // A day has twelve hours, so an answer ends on this day or on the next.
  for (let day = 0; day < 2 && left > 0; day += 1) {
    at = nextOfDay(at, zone)
    const part = Math.min(left, wallHour(at, zone, dayEnds) - at)
    at += part
    left -= part
  }
  const answerUntil = Math.min(at, latest)
  return answerUntil - askedAt < leastMs ? undefined : { askedAt, answerUntil }
}

/** This moment if it is in the day, otherwise the next morning. */
function nextOfDay(ms: number, zone: string): number {
  const morning = wallHour(ms, zone, dayBegins)
  if (ms < morning) return morning
  if (ms < wallHour(ms, zone, dayEnds)) return ms
  const tomorrow = localDay(ms, zone).add({ days: 1 })
  return tomorrow.toZonedDateTime({ timeZone: zone, plainTime: { hour: dayBegins } }).epochMilliseconds
}

const localDay = (ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate()

const wallHour = (ms: number, zone: string, hour: number) =>
  localDay(ms, zone).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds

/**
 * The parts that every event of the record is made of, as schemas.
 */
import * as z from 'zod/mini'
import { addDays, type IsoDate } from '../../../care/evidence/calendar.ts'
import { asEpochMs, endOfTimeMs } from '../../../care/evidence/time.ts'

/** The furthest from 1970 that any clock can say, in milliseconds (ECMAScript, time values). */
const furthestMs = 8_640_000_000_000_000
const Milliseconds = z.int().check(z.gte(-furthestMs), z.lte(furthestMs))
const within = (milliseconds: number, lastMs: number) => asEpochMs(Math.min(Math.max(milliseconds, 0), lastMs))

/**
 * A moment: whatever the clock of a device may say. What was told under a wrong one closes doors like anything else, so it
 * must be read; the folds deal with wrong clocks. One that older builds wrote outside the time that can be told
 * (`readClock`), or a dose of some hours before 1970, stands at its border, so that nothing changes its place.
 */
export const MomentInTime = z.pipe(
  Milliseconds,
  z.transform((milliseconds: number) => within(milliseconds, endOfTimeMs - 1)),
)

/** A place in the order: a little past the last moment, since it counts on from there. */
export const Place = z.pipe(
  Milliseconds,
  z.transform((milliseconds: number) => within(milliseconds, endOfTimeMs + 1_000_000_000)),
)

/**
 * A calendar day that exists. From 1900, since under a clock that stands at 1970 people tell of days before. A year of more
 * than four digits, as older builds wrote it, is read some times 400 years earlier: the same date and day of the week.
 */
export const Day = z.pipe(
  z.custom<IsoDate>((text) => typeof text === 'string' && isDay(text)),
  z.transform((day: IsoDate): IsoDate => {
    const [year = '', month = '', date = ''] = day.split('-')
    // Digits only: numbers, but to the compiler texts.
    return year.length === 4 ? day : (`${9600 + (Number(year) % 400)}-${month}-${date}` as IsoDate)
  }),
)

const isInTheseYears = (text: string): text is IsoDate => /^(?:19\d\d|[2-9]\d{3}|[1-9]\d{4,5})-\d\d-\d\d$/.test(text)

function isDay(text: string): boolean {
  if (!isInTheseYears(text)) return false
  const [, month = 0, date = 0] = text.split('-').map(Number)
  if (month < 1 || month > 12 || date < 1 || date > 31) return false
  // A 31st that the month has not would count as a day of the next.
  return addDays(text, 0) === text
}

/** A time of the day as a clock shows it: 14:05. */
export const ClockTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))

/** A short text of ours or of the person's. */
export const words = z.string().check(z.minLength(1), z.maxLength(200))
/** 0 to 10, whole. */
export const Pain = z.int().check(z.gte(0), z.lte(10))
/** 0 to 10, whole, or not known. */
export const ScoreShape = z.union([Pain, z.literal('notSure')])
export const ReplyShape = z.enum(['yes', 'no', 'notSure'])

/** What every event has. */
export const base = {
  v: z.literal(1),
  id: z.uuid(),
  at: MomentInTime,
  order: z.optional(Place),
  offsetMinutes: z.optional(z.int().check(z.gte(-1440), z.lte(1440))),
}
/** What every event has that counts in days. */
export const dated = { ...base, day: Day }

/**
 * The parts that every event of the record is made of, as schemas.
 */
import * as z from 'zod/mini'
import { addDays, type IsoDate } from '../../../care/evidence/calendar.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'

/**
 * Milliseconds from 1970 to the end of 2199: whatever the clock of a device may say, also one whose battery was empty. What
 * was told under such a clock closes doors like anything else, so it must be read; the folds deal with wrong clocks.
 */
const [earliest, latest] = [0, Date.UTC(2200, 0, 1) - 1]

/** Outside, the entry is damaged. */
export const MomentInTime = z.pipe(
  z.int().check(z.gte(earliest), z.lte(latest)),
  z.transform((milliseconds: number) => asEpochMs(milliseconds)),
)

/** A place in the order: a little past the last moment, since it counts on from there. */
const Place = z.pipe(
  z.int().check(z.gte(earliest), z.lte(latest + 1_000_000_000)),
  z.transform((milliseconds: number) => asEpochMs(milliseconds)),
)

/** A calendar day that exists, in the same years, or beside them in another zone. */
export const Day = z.custom<IsoDate>((text) => typeof text === 'string' && isDay(text))

const isInTheseYears = (text: string): text is IsoDate =>
  /^(?:1969-12-31|2200-01-01|(?:19[7-9]|20\d|21\d)\d-\d\d-\d\d)$/.test(text)

function isDay(text: string): boolean {
  if (!isInTheseYears(text)) return false
  const [, month = 0, date = 0] = text.split('-').map(Number)
  if (month < 1 || month > 12 || date < 1 || date > 31) return false
  // A 31st that the month has not would count as a day of the next.
  return addDays(text, 0) === text
}

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

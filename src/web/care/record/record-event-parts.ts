/**
 * The parts that every event of the record is made of, as schemas.
 */
import * as z from 'zod/mini'
import { dayNumber, type IsoDate } from '../../../care/evidence/calendar.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'

/** From 2020 to 2100: outside, the entry is damaged. A wrong clock within it is dealt with by the folds. */
export const MomentInTime = z.pipe(
  z.int().check(z.gte(1_577_836_800_000), z.lte(4_102_444_800_000)),
  z.transform((milliseconds: number) => asEpochMs(milliseconds)),
)

/** A place in the order: a little past the last moment, since it counts on from there. */
const Place = z.pipe(
  z.int().check(z.gte(1_577_836_800_000), z.lte(4_102_444_800_000 + 1_000_000_000)),
  z.transform((milliseconds: number) => asEpochMs(milliseconds)),
)

/** A calendar day that exists, in the same years. */
export const Day = z.custom<IsoDate>((text) => typeof text === 'string' && isDay(text))

function isDay(text: string): boolean {
  if (!/^20[2-9]\d-\d\d-\d\d$/.test(text)) return false
  const [, month = 0, date = 0] = text.split('-').map(Number)
  if (month < 1 || month > 12 || date < 1 || date > 31) return false
  // A 31st that the month has not would count as a day of the next.
  const next = month === 12 ? `${Number(text.slice(0, 4)) + 1}-01-01` : `${text.slice(0, 5)}${two(month + 1)}-01`
  return dayNumber(text as IsoDate) < dayNumber(next as IsoDate)
}
const two = (value: number) => String(value).padStart(2, '0')

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

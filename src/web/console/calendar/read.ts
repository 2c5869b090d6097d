/** Reads what the calendar's addresses and forms carry. What is none of ours becomes nothing. */
import type { Context } from 'hono'
import { z } from 'zod'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const isDay = (text: string) => {
  try {
    const { year } = Temporal.PlainDate.from(text)
    return /^\d{4}-\d\d-\d\d$/.test(text) && year >= 2000 && year < 2100
  } catch {
    return false
  }
}

/** An id, or nothing. */
export const Id = z
  .string()
  .regex(uuid)
  .transform((text) => text.toLowerCase())
  .optional()
  .catch(undefined)
/** An ISO day of this century, or nothing. */
export const Day = z.string().refine(isDay).optional().catch(undefined)
/** A moment in milliseconds since 1970, within this century; or nothing. */
export const Moment = z
  .string()
  .regex(/^\d{12,13}$/)
  .transform(Number)
  .refine((ms) => ms < 4_102_444_800_000)
  .optional()
  .catch(undefined)
/** "9:30" or "09:30" or "24:00" as minutes of the day, or nothing. */
export const Clock = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/)
  .transform((text) => {
    const [hour = 0, minute = 0] = text.split(':').map(Number)
    return hour * 60 + minute
  })
  .optional()
  .catch(undefined)

/** A line that somebody typed: without what nobody can see, and no longer than this. */
export const Line = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .transform((text) => [...text].slice(0, most).join(''))
    .catch('')
    .default('')

/** The fields of an address, the last of each. */
export const queryOf = (c: Context): Readonly<Record<string, string>> => c.req.query()

/** The fields of a posted form, the last of each; none where it was no form. */
export async function formOf(c: Context): Promise<Readonly<Record<string, string>>> {
  try {
    const form = await c.req.raw.formData()
    return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  } catch {
    return {}
  }
}

/** A wall time on a day as a moment; of a time that comes twice the first. @param minute of the day */
export const momentOf = (day: string, minute: number, zone: string): number =>
  Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone).epochMilliseconds

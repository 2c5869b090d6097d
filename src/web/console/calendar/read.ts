/** Reads what the calendar's addresses and forms carry. What is none of ours becomes nothing. */
import type { Context } from 'hono'
import { z } from 'zod'
import { typedForm } from '../../find/typed-form.ts'
import { oneLine } from '../../../clinic/people/typed-text.ts'
import type { Problem } from '../../ui/error-summary.tsx'

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
  .uuid()
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

/** A line that somebody typed, without what nobody can see. It may be too long, and is never cut: ask `tooLong`. */
export const Line = z.string().transform(oneLine).catch('').default('')

/** What is to be put right of words that are longer than is kept. */
export const tooLong = (field: string, text: string, most: number): readonly Problem[] =>
  [...text].length > most ? [{ field, text: `Use ${most} characters or fewer.` }] : []

/** The longest reason for a bent rule, in characters. */
export const longestReason = 500

/** A reason as it is given to the clinic's own rules: none where it is too long to be kept. */
export const keptReason = (typed: string): string | undefined =>
  typed === '' || [...typed].length > longestReason ? undefined : typed

/** What a page that asks for a reason posts with it: the rule that it was asked about. */
export const Bends = z.string().max(40).optional().catch(undefined)

/**
 * What is to be put right of the reason for a bent rule, now that `why` stands in the way. Where the page had no field of a
 * reason its time was free, and is not now; where it asked about another rule, that is not what stands there now.
 * @returns nothing where the reason will do
 */
export function reasonProblems(
  fields: Readonly<Record<string, string>>,
  why: string,
  done: 'booked' | 'moved' | 'changed',
): readonly Problem[] {
  const reason = Line.parse(fields.reason)
  const wasAsked = 'reason' in fields && (fields.bends ?? why) === why
  if (!wasAsked)
    return [
      {
        field: 'reason',
        text: `Nothing was ${done}: this time went or changed while you typed. Choose another, or say why this one is meant.`,
      },
    ]
  const long = tooLong('reason', reason, longestReason)
  return reason === '' ? [{ field: 'reason', text: 'Say why, in a few words.' }] : long
}

/** The fields of an address, the last of each. */
export const queryOf = (c: Context): Readonly<Record<string, string>> => c.req.query()

/** The fields of a posted form, the last of each; none where it was no form. */
export async function formOf(c: Context): Promise<Readonly<Record<string, string>>> {
  try {
    const form = await typedForm(c.req.raw)
    return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  } catch {
    return {}
  }
}

/**
 * A wall time on a day as a moment; of a time that comes twice the first. A time that the clocks leave out on that day is none:
 * moved by an hour unsaid, somebody would stand before a shut door.
 * @param minute of the day
 */
function momentOf(day: string, minute: number, zone: string): Exclude<TypedMoment, { readonly kind: 'none' }> {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute })
  const meant = wall.toZonedDateTime(zone)
  if (meant.toPlainDateTime().equals(wall)) return { kind: 'moment', at: meant.epochMilliseconds }
  const around = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }).toPlainTime().toString({ smallestUnit: 'minute' }),
  )
  const time = wall.toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    kind: 'wrong',
    field: 'time',
    text: `There is no ${time} on that day: the clocks go forward. Enter ${around.join(' or ')}.`,
  }
}

/** A day and a time as they were typed. `none`: nothing was typed yet. */
export type TypedMoment =
  | { readonly kind: 'none' }
  | { readonly kind: 'moment'; readonly at: number }
  | { readonly kind: 'wrong'; readonly field: 'day' | 'time'; readonly text: string }

/** Reads both. What cannot be read is said, never left out: the form would be answered as if it had not been filled. */
export function readTyped(day: string | undefined, time: string | undefined, zone: string): TypedMoment {
  if (time === undefined || (day === undefined && time === '')) return { kind: 'none' }
  const [readDay, minute] = [Day.parse(day), Clock.parse(time)]
  if (readDay === undefined) return { kind: 'wrong', field: 'day', text: day ? dayWanted : 'Enter the day.' }
  if (minute === undefined) return { kind: 'wrong', field: 'time', text: 'Enter a time like 09:30.' }
  return momentOf(readDay, minute, zone)
}

/** What to do about a day that is none, or lies beyond all that can be planned. */
export const dayWanted = 'Enter a day that there is, before the year 2100.'

/** How the forms about a clinic are read: the pieces that their schemas share. What was typed is kept, whatever it was. */
import { penceIn } from '../../find/money-typed.ts'
import { uuidIn } from '../../../care/evidence/ids.ts'
import { z } from 'zod'
import type { Problem } from '../../ui/error-summary.tsx'
import { oneLine } from '../../../clinic/people/typed-text.ts'

/** Every field as it came, those of ticks with all their values. */
export type Fields = ReadonlyMap<string, readonly string[]>

/** Most values of one field: more than a list of ours has. */
const mostValues = 200

/** A posted form. A file is no text and is left out. */
export function fieldsOf(form: FormData): Fields {
  const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return new Map(
    [...Map.groupBy(texts, ([name]) => name)].map(([name, all]) => [
      name,
      all.slice(0, mostValues).map(([, text]) => text),
    ]),
  )
}

/** The last value of a field, or nothing typed. */
export const typedIn = (fields: Fields, name: string): string => fields.get(name)?.at(-1) ?? ''

/** Is this value among those of the field? */
export const isTicked = (fields: Fields, name: string, value = 'yes'): boolean =>
  fields.get(name)?.includes(value) ?? false

/** A line that may be empty. @param what for the sentence: "the street" */
export const line = (most: number, what: string) =>
  z
    .string()
    .transform(oneLine)
    .refine((text) => [...text].length <= most, `Use ${most} characters or fewer for ${what}.`)

/** A line that must hold something. */
export const filled = (most: number, what: string) => line(most, what).refine((text) => text !== '', `Enter ${what}.`)

/** Several lines, or none. */
export const paragraph = (most: number, what: string) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .refine((text) => [...text].length <= most, `Use ${most} characters or fewer for ${what}.`)

/** A whole number. @param empty what an empty field stands for; not given: something must be typed */
export const whole = (least: number, most: number, what: string, empty?: number) =>
  z.string().transform((typed, context) => {
    const text = typed.trim()
    if (text === '' && empty !== undefined) return empty
    const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    context.addIssue({ code: 'custom', message: `Enter ${what} as a whole number from ${least} to ${most}.` })
    return z.NEVER
  })

/** The same, or nothing where nothing was typed. */
export const wholeOrNone = (least: number, most: number, what: string) =>
  whole(least, most, what, 0).transform((number) => number || null)

/** Money as people write it, "62", "£62.50", "1,250", in pence. Free is 0. */
export const pence = (what: string) =>
  z.string().transform((typed, context) => {
    const amount = penceIn(typed)
    if (amount !== undefined) return amount
    context.addIssue({ code: 'custom', message: `Enter ${what} in pounds, such as 62 or 62.50. For nothing, enter 0.` })
    return z.NEVER
  })

/** A day: "2027-04-30", or as people write it, "30/4/2027", "30.4.2027". */
export const isoDay = (what: string) =>
  z.string().transform((typed, context) => {
    const text = typed.trim()
    const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text) ?? []
    const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
    if (/^20\d\d-\d\d-\d\d$/.test(iso) && isRealDay(iso)) return iso
    context.addIssue({ code: 'custom', message: `Enter ${what} as a day, such as 30/4/2028.` })
    return z.NEVER
  })

function isRealDay(iso: string): boolean {
  const ms = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso)
}

/** A day, or `null` where nothing was typed. */
export const isoDayOrNone = (what: string) =>
  z.string().transform((typed, context) => {
    if (typed.trim() === '') return null
    const read = isoDay(what).safeParse(typed)
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? `Enter ${what} as a day.` })
    return z.NEVER
  })

/** A phone number that somebody could ring. */
export const phone = line(40, 'the phone number').refine(
  (text) => (text.match(/\p{Nd}/gu) ?? []).length >= 5,
  'Enter a phone number with at least 5 digits.',
)

/** What was read, or a sentence for each field that cannot be. */
export type ReadForm<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the fields by a schema whose keys are their names; one that is absent is empty. */
export function readBy<T>(schema: z.ZodType<T>, names: readonly string[], fields: Fields): ReadForm<T> {
  const read = schema.safeParse(Object.fromEntries(names.map((name) => [name, typedIn(fields, name)])))
  if (read.success) return { ok: true, value: read.data }
  const problems = new Map(read.error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]))
  return {
    ok: false,
    problems: names.flatMap((name) => {
      const text = problems.get(name)
      return text === undefined ? [] : [{ field: name, text }]
    }),
  }
}

/** An id that our own form brought along; `undefined` for anything else. */
export const idIn = (text: string): string | undefined => uuidIn(text)

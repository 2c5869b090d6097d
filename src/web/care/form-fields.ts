/**
 * Reads posted form fields into answers. An edge: whatever comes in, out come an answer of the right kind,
 * "blank", or a message a person can act on.
 */
import type { Answer, Question } from '../../care/check/types.ts'
import { notSure } from '../../care/check/types.ts'
import { bandOf, lengthUnits, mostYears, type TypedLength } from '../../care/check/questions/how-long.ts'
import { fits } from './check/trail.ts'

/** Every posted value by field name, in order. */
export type FormFields = ReadonlyMap<string, readonly string[]>

/** A posted form as text fields. Files are left out. Throws only if the body is not a form at all. */
export async function formFields(request: Request): Promise<FormFields> {
  const fields = new Map<string, string[]>()
  for (const [name, value] of await request.formData()) {
    if (typeof value !== 'string') continue
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** The zeros of the digits that people here may have on their keyboard; each set of ten follows its zero. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0e50, 0xff10]

/** The text with every digit of another script (Arabic, Bengali, full width …) as 0 to 9. */
export function asciiDigits(text: string): string {
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0
      const zero = zeros.find((one) => code >= one && code <= one + 9)
      return zero === undefined ? sign : String(code - zero)
    })
    .join('')
}

/**
 * The number in a field, or nothing if it is none. One reader for every number that people type.
 * Comma and point both begin the decimals. "1,000" is not taken: it may mean a thousand or one.
 *
 * @param decimals most places behind the comma; none: whole numbers only
 * @param signed   may it be below zero
 */
export function readNumber(
  typed: string,
  { decimals = 0, signed = false }: { readonly decimals?: 0 | 1 | 2; readonly signed?: boolean } = {},
): number | undefined {
  const plain = asciiDigits(typed.trim())
    .replace(/[,٫．，]/g, '.')
    .replace(/^[−－]/, '-')
  const parts = /^(-?)\d{1,4}(?:\.(\d{1,2}))?$/.exec(plain)
  if (!parts) return undefined
  const [, sign, places = ''] = parts
  return places.length > decimals || (sign && !signed) ? undefined : Number(plain)
}

export type AnswerRead =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly why: 'blank' | 'wrong'; readonly text: string }

/** The answer to one question. Field `q.<id>`; "None of these" and "Not sure" of lists and numbers in `list.<id>`. */
export function readAnswer(question: Question, fields: FormFields): AnswerRead {
  const values = [...new Set(fields.get(`q.${question.id}`) ?? [])].map((value) => value.trim())
  const whole = new Set(fields.get(`list.${question.id}`) ?? [])
  const wrong = (text: string): AnswerRead => ({ ok: false, why: 'wrong', text })
  const blank = (text: string): AnswerRead => ({ ok: false, why: 'blank', text })
  const checked = (answer: Answer): AnswerRead =>
    fits(question, answer)
      ? { ok: true, value: answer }
      : wrong('We do not know that answer. Choose one of those shown')
  switch (question.kind) {
    case 'yesNo':
    case 'choice': {
      const [value, other] = values
      if (question.kind === 'choice' && question.typedAs === 'length' && other === undefined) {
        const read = readLength(value, fields.get(amountField(question.id))?.[0] ?? '')
        if (typeof read === 'string') return checked(read)
        if (read) return read.why === 'blank' ? blank(read.text) : wrong(read.text)
      }
      if (value === undefined)
        return blank(
          question.kind === 'choice' && question.certain ? 'Choose one answer' : 'Choose an answer, or Not sure',
        )
      return other === undefined ? checked(value) : wrong('Choose one answer only')
    }
    case 'ticks': {
      if (whole.has('none') && (values.length > 0 || whole.has(notSure)))
        return wrong('You also chose “None”. Choose one or the other')
      if (values.length > 0) return checked(values)
      if (whole.has('none')) return { ok: true, value: [] }
      if (whole.has(notSure)) return { ok: true, value: [notSure] }
      return blank('Tick any that fit, or choose None or Not sure')
    }
    case 'number': {
      const typed = values[0] ?? ''
      if (whole.has(notSure))
        return typed === '' ? { ok: true, value: notSure } : wrong('Enter a number, or tick Not sure: not both')
      if (typed === '') return blank('Enter a number, or tick Not sure')
      const range = `Enter a whole number from ${question.min} to ${question.max}`
      const value = readNumber(typed)
      return value !== undefined && fits(question, value) ? { ok: true, value } : wrong(range)
    }
    case 'text': {
      const typed = values[0] ?? ''
      if (typed.length > question.maxLength) return wrong(`Use ${question.maxLength} characters or fewer`)
      return { ok: true, value: typed }
    }
    default:
      throw new Error(`unhandled question kind ${question satisfies never}`)
  }
}

/** The field of the number that belongs to a length of time. */
export const amountField = (id: string): string => `amount.${id}`

/** The length of time typed for this question, if what was posted is one. */
export function lengthTyped(id: string, fields: FormFields): TypedLength | undefined {
  const [chosen, other] = fields.get(`q.${id}`) ?? []
  const unit = lengthUnits.find((one) => one === chosen)
  const amount = readNumber(fields.get(amountField(id))?.[0] ?? '', { decimals: 2 })
  return unit === undefined || amount === undefined || other !== undefined ? undefined : { amount, unit }
}

/**
 * A length of time as typed: a unit with a number, whole or not (1.5 and 1,5). Gives the band, what is wrong, or
 * undefined when neither a unit nor a number was given: then the answer is read as any other.
 */
function readLength(
  chosen: string | undefined,
  typed: string,
): string | undefined | { readonly why: 'blank' | 'wrong'; readonly text: string } {
  const amount = typed.trim()
  const unit = lengthUnits.find((one) => one === chosen)
  if (!unit) {
    if (amount === '') return undefined
    return chosen === undefined
      ? { why: 'wrong', text: 'Choose days, weeks, months or years for your number' }
      : { why: 'wrong', text: 'You typed a number and also chose another answer. Give one of them' }
  }
  if (amount === '') return { why: 'blank', text: `Enter how many ${unit}` }
  const number = readNumber(amount, { decimals: 2 })
  if (number === undefined || (unit === 'years' && number > mostYears))
    return { why: 'wrong', text: `Enter how many ${unit} as a number, such as 3 or 1.5` }
  return bandOf(number, unit)
}

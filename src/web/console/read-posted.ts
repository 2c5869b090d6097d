/** What the staff's forms post, parsed once. */
import type { Context } from 'hono'
import { z } from 'zod'
import { typedForm } from '../find/typed-form.ts'

/** An ISO day that there is, within what a clinic's calendar holds; undefined for anything else. */
export function readDay(text: string | undefined): string | undefined {
  const day = z.iso.date().safeParse(text).data
  return day !== undefined && day >= '2000-01-01' && day <= '2099-12-31' ? day : undefined
}

/** The last value of each field that is text. What is no form has no fields. */
export async function readFields(c: Context): Promise<Readonly<Record<string, string>>> {
  try {
    const form = await typedForm(c.req.raw)
    const fields: Record<string, string> = Object.create(null)
    for (const [name, value] of form) if (typeof value === 'string') fields[name] = value
    return fields
  } catch {
    return {}
  }
}

/** Words of somebody's own, and no id, number or choice: these have no space between two signs. */
const isWritten = (text: string): boolean => /\S\s+\S/.test(text)

/** What was written in a form, in order: given back where it is not taken. What is no form has nothing written. */
export async function writtenIn(request: Request): Promise<readonly string[]> {
  try {
    const fields = [...(await typedForm(request))]
    return fields.flatMap(([name, value]) =>
      typeof value === 'string' && !/password/i.test(name) && isWritten(value) ? [value.trim()] : [],
    )
  } catch {
    return []
  }
}

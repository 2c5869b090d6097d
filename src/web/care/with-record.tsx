/**
 * How a page stands on the record: what was posted and the record as it is now are read once, here, and then the page is
 * drawn. Decides nothing. Never: draws on a record that could not be opened.
 */
import type { Context } from 'hono'
import type { VNode } from 'preact'
import { show } from './care-page.tsx'
import { type FormFields, formFields } from './form-fields.ts'
import type { CareHome } from './home.ts'
import { type RecordNow, recordNow } from './record/record-now.ts'

export type Answered = Response | Promise<Response>
/** Draws a page from the record and what was posted (nothing where the page was only opened). */
export type DrawOnRecord = (record: RecordNow, fields: FormFields) => Answered

/**
 * Answers with a page that stands on the record.
 * @param without answers where no record is kept or it does not open
 */
export async function withRecord(
  c: Context,
  home: CareHome,
  draw: DrawOnRecord,
  without: (fields: FormFields) => Answered,
): Promise<Response> {
  const fields: FormFields = c.req.method === 'POST' ? await formFields(c.req.raw) : new Map()
  const record = await recordNow(home)
  return record ? draw(record, fields) : without(fields)
}

/** Shows what stands in for a page without a record. A form that was sent could not be kept, so it is answered with 409. */
export const showWithout = (c: Context, page: VNode) => show(c, page, c.req.method === 'POST' ? 409 : 200)

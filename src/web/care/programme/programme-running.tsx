/**
 * What the routes of the programme share: a page that needs a programme under way, and whether one may begin.
 * Called by programme-routes.tsx and programme-form-routes.tsx.
 */
import type { Context } from 'hono'
import { lastCheck } from '../../../care/notebook.ts'
import { show } from '../care-page.tsx'
import { lockOf } from '../../../care/programme/state.ts'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { type RecordNow, recordNow } from '../record/record-now.ts'

/** May the programme be started now: a check of less than 24 hours that leaves movements open or gentle. */
export function canStart({ events, now, state }: RecordNow): boolean {
  const last = lastCheck(events, now.at)
  return last !== null && !last.expired && last.event.movement !== 'locked' && lockOf(state) !== 'locked'
}

/** The event's id that a form carries; a new one when it carries none. */
export const entryOf = (fields: FormFields, home: CareHome): string => fields.get('entry')?.[0] ?? home.newId()

type Answered = Response | Promise<Response>
/**
 * A page that needs a programme under way: without a record it says so, before a start it leads to one.
 * @param blind answers a form that tells of danger where the page itself cannot be had; null when it tells of none
 */
export async function running(
  c: Context,
  home: CareHome,
  draw: (record: RecordNow, fields: FormFields) => Answered,
  blind: (fields: FormFields) => Answered | null = () => null,
): Promise<Response> {
  const fields: FormFields = c.req.method === 'POST' ? await formFields(c.req.raw) : new Map()
  const record = await recordNow(home)
  if (!record) {
    const page = (
      <NeedsRecordPage home={home} title="Your day-by-day plan" here={c.req.path}>
        <p>This page is a part of your day-by-day plan.</p>
      </NeedsRecordPage>
    )
    return (await blind(fields)) ?? show(c, page, c.req.method === 'POST' ? 409 : 200)
  }
  if (record.state.started) return draw(record, fields)
  return (await blind(fields)) ?? c.redirect(paths.today, 303)
}

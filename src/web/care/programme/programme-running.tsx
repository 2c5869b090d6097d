/**
 * What the routes of the programme share: a page that needs a programme under way, and whether one may begin.
 */
import type { Context } from 'hono'
import { openNow } from '../../../care/record/open-now.ts'
import type { FormFields } from '../form-fields.ts'
import { show } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { sentIn } from '../sent-form.ts'
import { isOf, type TaskKind, today } from '../../../care/programme/today.ts'
import { paths } from '../paths.ts'
import { standingIn } from '../plan/plan-check.tsx'
import { RecordGonePage } from '../record/record-not-kept.tsx'
import { type RecordNow, recordNow } from '../record/record-now.ts'
import { type DrawOnRecord, showWithout, withRecord } from '../with-record.tsx'

/** May the programme be started now? Whenever the plan of the first day is open. */
export function canStart(record: RecordNow): boolean {
  const standing = standingIn(record, undefined, record.now.at)
  const check = standing.kind === 'finished' ? standing.check : null
  return openNow(check && { ...check, ...check.found }, record.state, record.now).plan === null
}

/** The event's id that a form carries; a new one when it carries none. */
export const entryOf = (fields: FormFields, home: CareHome): string => fields.get('entry')?.[0] ?? home.newId()

/**
 * A page that needs a programme under way: without a record it says so, before a start it leads to one. A form of it that
 * comes when there is none any more was of a record that is gone, and is told that nothing was kept.
 * @param blind answers a form that tells of danger where the page itself cannot be had; null when it tells of none
 */
export function running(
  c: Context,
  home: CareHome,
  draw: DrawOnRecord,
  blind: (fields: FormFields) => Promise<Response | null> | Response | null = () => null,
): Promise<Response> {
  const page = (
    <NeedsRecordPage home={home} title="Your day-by-day plan" here={c.req.path} sent={sentIn(c)}>
      <p>This page is a part of your day-by-day plan.</p>
    </NeedsRecordPage>
  )
  return withRecord(
    c,
    home,
    async (record, fields) => {
      if (record.state.started) return draw(record, fields)
      const told = await blind(fields)
      if (told || c.req.method !== 'POST') return told ?? c.redirect(paths.today, 303)
      return show(c, <RecordGonePage home={home} />, 409, 'holdsAnswers')
    },
    async (fields) => (await blind(fields)) ?? showWithout(c, page),
  )
}

/** What is asked in the morning, in this order: one flow, each at most once a day, that ends on Today with its Start. */
const morningFlow: Partial<Record<TaskKind, string>> = { miniCheck: paths.miniCheck, checkIn: paths.checkIn }

/** Where a part of the morning leads once it is kept: to the next part that is still to be asked, or to Today. */
export async function afterMorningPart(home: CareHome): Promise<string> {
  const record = await recordNow(home)
  if (!record?.state.started) return paths.today
  const { next } = today(record.state, record.profile, record.now)
  return morningFlow[next.kind] ?? paths.today
}

/** "Morning: one part of about a minute more": how much of the flow is still to come; nothing outside the morning. */
export function MorningSteps({ record: { state, profile, now } }: { record: RecordNow }) {
  if (!state.mornings.some((one) => isOf(one, now.day))) return null
  const { next, then } = today(state, profile, now)
  const left = [next, ...then].filter(({ kind }) => morningFlow[kind] !== undefined).length
  if (left === 0) return null
  return <p class="steps">{left === 1 ? 'Morning: the last part' : `Morning: ${left} short parts to go`}</p>
}

/**
 * What the plan's questions told of the pain anew, written down as the diary would and answered before anything else.
 * Joins rules, store and page; decides nothing.
 * Never: goes on with the plan where a check is asked for, kept or not.
 */
import type { Context } from 'hono'
import { entries } from '../../../care/diary/entry.ts'
import { asksPlainCause, type EntryContext } from '../../../care/diary/entry-events.ts'
import { isUuid } from '../../../care/evidence/ids.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { lastPainTold } from '../../../care/record/pain-told.ts'
import { planToldEvents, type ToldForPlan, toldForPlan } from '../../../care/record/plan-told.ts'
import { nothingYet } from '../../../care/programme/state.ts'
import type { PartialProfile } from '../../../care/relief/profile.ts'
import { notKeptWords } from '../diary/diary-raised.tsx'
import { placeOf } from '../diary/entry-place.ts'
import { answerRaised, wayOfRaised } from '../diary/raised-lead.tsx'
import type { FormFields } from '../form-fields.ts'
import { momentOf } from '../moment.ts'
import { paths } from '../paths.ts'
import { keep } from '../record/record-keep.ts'
import type { PlanNow } from './plan-now.tsx'

/**
 * Writes down what this screen told anew, and answers it.
 * @param made the plan with it, where all its questions are answered; kept with what was told
 * @returns undefined where the plan goes on; `cause` where the diary would ask first whether a jump has a clear reason
 */
export async function answerTold(
  c: Context,
  now: PlanNow,
  { before, told }: { readonly before: PartialProfile; readonly told: PartialProfile },
  made: readonly NotebookEvent[],
) {
  const { home, record, check } = now
  const { events, diary } = record ?? { events: [], diary: [] }
  const moment = record?.now ?? momentOf(home)
  const last = lastPainTold(events, diary)
  const anew = toldForPlan({ before, told, answers: check?.answers ?? {}, last, today: moment.day })
  if (!anew) return undefined
  const known = { home, events, state: record?.state ?? nothingYet, now: moment }
  const caused = withCause(anew, now.fields)
  const context = { ...entryPlace(now, caused), now: moment, programme: known.state, note: 'keep' } as const
  if (asksCause(caused, context, now.fields)) return 'cause'
  const outcome = planToldEvents(caused, context)
  const way = await wayOfRaised(known, outcome)
  const kept = await keep(home, [...outcome.events, ...made])
  // The server keeps nothing, and says so everywhere.
  const said = kept.ok ? { before: keptWords } : kept.why === 'nowhere' ? {} : { after: notKeptWords }
  const answered = await answerRaised(c, home, way, kept.ok, said)
  return answered ?? (way.next === 'mini' ? c.redirect(paths.miniCheck, 303) : undefined)
}

/** Is the cause to be asked, as the diary would of the same? Only once, and not where something else begins the check anyway. */
const asksCause = (told: ToldForPlan, context: EntryContext, fields: FormFields): boolean =>
  fields.get('asked')?.at(-1) !== 'cause' &&
  told.isNumber &&
  !told.isMilder &&
  told.also.length === 0 &&
  asksPlainCause(told.fields, context)

function withCause(told: ToldForPlan, fields: FormFields): ToldForPlan {
  const plainCause = (['yes', 'no', 'notSure'] as const).find((one) => one === fields.get('plainCause')?.at(-1))
  return plainCause ? { ...told, fields: { ...told.fields, plainCause } } : told
}

const keptWords = 'What you told us is kept.'

/** Which entry this form is: sent twice it is one, changed and sent again it puts the one before right. */
function entryPlace({ home, record, fields }: PlanNow, { fields: told }: ToldForPlan) {
  const posted = fields.get('entry')?.at(-1) ?? ''
  const form = isUuid(posted) ? posted : home.newId()
  const counting = entries(record?.diary ?? [])
  const { id, replaces } = placeOf(form, record?.events ?? [], counting, { ...told, about: undefined })
  const earlier = counting.filter((entry) => entry.id !== id && entry.id !== replaces?.id)
  return { id, earlier, ...(replaces && { replaces }) }
}

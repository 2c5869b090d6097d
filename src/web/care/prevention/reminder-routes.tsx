/**
 * The addresses of the reminders: setting and cancelling them, and the calendar files. Joins form, fold and page; decides
 * nothing. Never: says in a file what a reminder is for.
 */
import { type Context, Hono } from 'hono'
import { type Reminders, reminders } from '../../../care/prevention/reminders.ts'
import { preventionEvents } from '../../../care/prevention/events.ts'
import { calendarFile, cancelFile } from '../../../interop/reminder-calendar.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { show, showForm } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import { giveFile } from '../give-file.ts'
import type { CareHome } from '../home.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { sentIn } from '../sent-form.ts'
import { paths } from '../paths.ts'
import { keepAndGo, type NewEvent } from '../programme/programme-keep.tsx'
import { type RecordNow, recordNow } from '../record/record-now.ts'
import { showWithout, withRecord } from '../with-record.tsx'
import { kindIn, readReminder } from './reminder-form.tsx'
import { NoCalendarPage, RemindersPage } from './reminder-page.tsx'

/** The routes of the reminders for one home. */
export function reminderRoutes(home: CareHome): Hono {
  const app = new Hono()
  const without = (c: Context) => () => showWithout(c, remindersWithout(c, home))
  app.get(paths.reminders, (c) => withRecord(c, home, (record) => remindersPage(c, record), without(c)))
  app.post(paths.reminders, (c) => withRecord(c, home, (record, fields) => takeReminder(c, record, fields), without(c)))
  app.get(paths.remindersCalendar, giveCalendar(home, 'reminders.ics', calendarFile))
  app.get(paths.remindersCancel, giveCalendar(home, 'reminders-cancelled.ics', cancelFile))
  return app
}

/** The reminders of a record, as they stand now. */
export const remindersOf = ({ events }: RecordNow): Reminders => reminders(preventionEvents(events))

const remindersWithout = (c: Context, home: CareHome) => (
  <NeedsRecordPage home={home} title="Reminders" here={paths.reminders} sent={sentIn(c)} />
)

const giveCalendar =
  (home: CareHome, name: string, write: (all: Reminders, at: EpochMs) => string) => async (c: Context) => {
    const record = await recordNow(home)
    if (!record) return show(c, remindersWithout(c, home), 404)
    const all = remindersOf(record)
    if (all.history.length === 0) return show(c, <NoCalendarPage record={record} />, 404, 'holdsAnswers')
    return giveFile(c, write(all, record.now.at), name, 'text/calendar; charset=utf-8')
  }

function remindersPage(c: Context, record: RecordNow, typed?: FormFields, problems: readonly Problem[] = []) {
  const page = (
    <RemindersPage record={record} reminders={remindersOf(record)} {...(typed && { typed })} problems={problems} />
  )
  return showForm(c, page, problems)
}

async function takeReminder(c: Context, record: RecordNow, fields: FormFields): Promise<Response> {
  const wanted = fields.get('do')?.[0]
  const what = kindIn(fields)
  const unknown = () => remindersPage(c, record, undefined, [{ field: 'main', text: 'Press one of the buttons' }])
  let event: NewEvent
  if (wanted === 'cancelAll') event = { kind: 'reminderCancelled', what: 'all' }
  else if (wanted === 'wording')
    event = { kind: 'reminderWording', wording: fields.get('wording')?.[0] === 'move' ? 'move' : 'hidden' }
  else if (!what) return unknown()
  else if (wanted === 'cancel') event = { kind: 'reminderCancelled', what }
  else if (wanted === 'set') {
    const read = readReminder(what, fields)
    if (!read.ok) return remindersPage(c, record, fields, read.problems)
    event = { kind: 'reminderSet', ...read.value }
  } else return unknown()
  return keepAndGo(c, record, fields, [event], paths.reminders)
}

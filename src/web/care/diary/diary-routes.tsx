/**
 * The addresses of the diary: the list, one entry, tasks, the chart and what goes with bad days. Joins record, folds and
 * page; decides nothing. The diary lives on the person's device; where there is no record each page says so.
 */
import { type Context, Hono } from 'hono'
import { speaksOfHome } from '../../../care/check/private.ts'
import { dangerPhrases } from '../../../care/check/free-text/danger-phrases.ts'
import { seededRandom } from '../../../care/diary/seeded-random.ts'
import { diaryDays } from '../../../care/diary/days.ts'
import { type DiaryEvent, entries, entryNow, type Task, tasks } from '../../../care/diary/entry.ts'
import { mayBeEmergency, raisedBy, stopOf } from '../../../care/diary/entry-dangers.ts'
import { idBeside } from '../../../care/evidence/ids.ts'
import { triggers } from '../../../care/diary/triggers.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { listenTo, show } from '../care-page.tsx'
import { beginTrailAfter } from '../check/begin-trail.ts'
import { diaryEntryRoutes } from './diary-entry-routes.tsx'
import { ChartPage, NoChartPage, TriggersPage } from './diary-outlook.tsx'
import { EntryGonePage, EntryMadePage } from './diary-entry-made-page.tsx'
import { DiaryPage } from './diary-page.tsx'
import { taskNameLimit, TasksPage } from './diary-tasks-page.tsx'
import { putDraft } from './raised-lead.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { momentOf } from '../moment.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { chartOf } from '../record/record-chart.ts'
import { keep } from '../record/record-keep.ts'
import { StopHerePage } from '../record/record-not-kept.tsx'
import { eventBase, type RecordNow, recordNow } from '../record/record-now.ts'
import { sentIn } from '../sent-form.ts'

/** The routes of the diary for one home. */
export function diaryRoutes(home: CareHome): Hono {
  const app = new Hono()
  /** A page that stands on the record, or the page that says it cannot be had. */
  const withRecord = async (
    c: Context,
    title: string,
    here: string,
    page: (record: RecordNow) => Response | Promise<Response>,
  ) => {
    const record = await recordNow(home)
    if (record) return page(record)
    return show(c, <NeedsRecordPage {...{ home, title, here }} sent={sentIn(c)} />, c.req.method === 'POST' ? 409 : 200)
  }

  app.get(paths.diary, (c) =>
    withRecord(c, 'My diary', paths.diary, (record) =>
      show(c, <DiaryPage record={record} page={pageOf(c.req.query('page'))} />, 200, 'holdsAnswers'),
    ),
  )
  app.get(paths.diaryChart, (c) => withRecord(c, 'My chart', paths.diaryChart, (record) => chart(c, record)))
  app.get(paths.diaryTriggers, (c) =>
    withRecord(c, 'What goes with bad days', paths.diaryTriggers, (record) => {
      const days = diaryDays(record.diary)
      // The seed hangs on the diary alone, so that the same days always get the same answer.
      const answer = triggers(days, seededRandom(days.length))
      return show(c, <TriggersPage {...{ record, answer }} />, 200, 'holdsAnswers')
    }),
  )
  app.get(paths.diaryTasks, (c) =>
    withRecord(c, 'My tasks', paths.diaryTasks, (record) =>
      show(c, <TasksPage record={record} chosen={tasks(record.diary)} />, 200, 'holdsAnswers'),
    ),
  )
  app.post(paths.diaryTasks, async (c) => {
    const posted = await formFields(c.req.raw)
    listenTo(c, [...posted.values()].flat().join('\n'))
    if (!(await recordNow(home)) && speaksOfDanger(posted)) {
      const isForNow = mayBeEmergency(raisedIn({ home }, [...posted.values()].flat()))
      return show(c, <StopHerePage {...{ home, isForNow }} why="words" kept={false} />, 200, 'holdsAnswers')
    }
    return withRecord(c, 'My tasks', paths.diaryTasks, (record) => keepTasks(c, record, posted))
  })
  app.route('/', diaryEntryRoutes(home))
  app.get(paths.diaryEntryMadePattern, (c) =>
    withRecord(c, 'Your entry', paths.diary, (record) => oneEntry(c, record, c.req.param('entry') ?? '')),
  )
  app.post(paths.diaryEntryMadePattern, async (c) => {
    const posted = await formFields(c.req.raw)
    const id = c.req.param('entry') ?? ''
    return withRecord(c, 'Your entry', paths.diary, async (record) => {
      const entry = entries(record.diary).find((one) => one.id === id)
      if (!entry || posted.get('do')?.at(-1) !== 'undo') return oneEntry(c, record, id)
      const back = { ...eventBase(record), id: idBeside(id, 'part', 5), kind: 'entryWithdrawn', entry: id } as const
      const kept = await keep(home, [back])
      if (!kept.ok) return show(c, <EntryMadePage {...{ record, entry }} notTakenBack />, 409, 'holdsAnswers')
      return c.redirect(paths.diaryEntryMade(id), 303)
    })
  })
  return app
}

/** A page's number as it stands in an address; anything else is the first. */
const pageOf = (typed: string | undefined): number => (/^[1-9]\d{0,3}$/.test(typed ?? '') ? Number(typed) : 1)

function oneEntry(c: Context, record: RecordNow, id: string) {
  const { diary } = record
  const entry = entryNow(diary, id)
  if (entry) return show(c, <EntryMadePage {...{ record, entry }} isNewer={entry.id !== id} />, 200, 'holdsAnswers')
  const withdrawn = diary.some((event) => event.id === id)
  return show(c, <EntryGonePage {...{ record, withdrawn }} entry={id} />, withdrawn ? 200 : 404, 'holdsAnswers')
}

function chart(c: Context, record: RecordNow) {
  const drawn = chartOf(record)
  if (!drawn) return show(c, <NoChartPage record={record} />, 200, 'holdsAnswers')
  return show(c, <ChartPage {...{ record, ...drawn }} />, 200, 'holdsAnswers')
}

/** Words of danger may stand anywhere: whatever name holds them leads to the check. */
const speaksOfDanger = (posted: FormFields): boolean =>
  [...posted.values()].flat().some((text) => text.length <= taskNameLimit && dangerPhrases(text).length > 0)

/** What these names raise, as a note of now would. */
const raisedIn = ({ home }: Pick<RecordNow, 'home'>, names: readonly string[]) =>
  raisedBy({ ...momentOf(home), painNow0to10: 0, note: names.join('.\n') }, [])

/** Writes down what changed among the tasks: named, renamed, dropped. */
async function keepTasks(c: Context, record: RecordNow, posted: FormFields) {
  const { home, diary } = record
  const chosen = tasks(diary)
  const typed = new Map([...posted].map(([name, values]) => [name, (values.at(-1) ?? '').trim()]))
  const problems: Problem[] = []
  for (const [name, value] of typed)
    if (value.length > taskNameLimit) problems.push({ field: name, text: `Use ${taskNameLimit} letters or fewer` })
  if (problems.length > 0) return show(c, <TasksPage {...{ record, chosen, typed, problems }} />, 422, 'holdsAnswers')
  // A name that speaks of a danger at home is answered and not kept (H-17).
  const told = taskEvents(record, chosen, typed)
  const fresh = told.filter((event) => event.kind !== 'taskChosen' || !speaksOfHome(event.name))
  const leftOut = fresh.length < told.length
  const danger = speaksOfDanger(posted) && (mayBeEmergency(raisedIn(record, [...typed.values()])) ? 'now' : 'check')
  // What is told anew closes as a note does, though a name says little of when; what stood there was answered before.
  const named = told.flatMap((event) => (event.kind === 'taskChosen' ? event.name : []))
  const raised = raisedIn(record, named)
  const stop = stopOf(raised)
  const base = eventBase(record)
  const kept = await keep(home, [...fresh, ...(stop ? [{ ...base, ...stop }] : [])])
  if (stop) await putDraft(record.notebook, await beginTrailAfter(home, base.id, raised.answers))
  if (!kept.ok) {
    const problem = { field: 'new.1', text: 'We could not keep this on your device. It may be full' }
    return show(c, <TasksPage {...{ record, chosen, typed, danger }} problems={[problem]} />, 422, 'holdsAnswers')
  }
  return show(
    c,
    <TasksPage record={record} chosen={tasks([...diary, ...fresh])} saved danger={danger} leftOut={leftOut} />,
    200,
    'holdsAnswers',
  )
}

function taskEvents(
  record: RecordNow,
  chosen: readonly Task[],
  typed: ReadonlyMap<string, string>,
): readonly DiaryEvent[] {
  const told = chosen.flatMap(({ id, name }): DiaryEvent | [] => {
    const now = typed.get(`task.${id}`)
    if (now === undefined || now === name) return []
    return now === ''
      ? { ...eventBase(record), kind: 'taskDropped', task: id }
      : { ...eventBase(record), kind: 'taskChosen', task: id, name: now }
  })
  // One that has its name already is not chosen again, however often the form is sent.
  const has = new Set(chosen.map(({ name }) => name))
  const added = [...typed].flatMap(([field, name]): DiaryEvent | [] =>
    field.startsWith('new.') && name !== '' && !has.has(name)
      ? { ...eventBase(record), kind: 'taskChosen', task: record.home.newId(), name }
      : [],
  )
  return [...told, ...added.slice(0, 3)]
}

/**
 * Making an entry: the form, what it raises, and where it leads. What is raised comes first, whether or not the entry
 * could be kept. Joins form, rules, store and page; decides nothing.
 * Never: puts an answer into an address, or writes the same form down twice.
 */
import { askedOf } from '../record/own-answers.ts'
import { type Context, Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { type DiaryEvent, entries, entryNow, tasks } from '../../../care/diary/entry.ts'
import { asksPlainCause, type EntryOutcome, entryEvents, leavesNoteOut } from '../../../care/diary/entry-events.ts'
import { sameAgain } from '../../../care/diary/same-again.ts'
import { raisedBy, stopWithoutEntry, withoutNote } from '../../../care/diary/entry-dangers.ts'
import { daysBetween, type IsoDate, type Moment } from '../../../care/evidence/calendar.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { justTold } from '../../../care/record/pain-told.ts'
import { nothingYet } from '../../../care/programme/state.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { listenTo, otherToldOf, show } from '../care-page.tsx'
import { type DangerTold, EntryFormPage } from './diary-entry-page.tsx'
import { type EntryForm, formOf, readEntryForm, withSame, withUnshown } from './diary-form.ts'
import { pickedDoses } from './diary-medicine.ts'
import { EntryKeptPage, notKeptWords, RaisedPage } from './diary-raised.tsx'
import { placeOf, withTyped, writtenBy } from './entry-place.ts'
import { answerRaised, checkAtOnce, putDraft, wayOfRaised } from './raised-lead.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { tallyNow } from '../medicines/medicine-now.tsx'
import { momentOf } from '../moment.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { sentIn } from '../sent-form.ts'
import { paths } from '../paths.ts'
import { StillOpenApart } from '../programme/today-warnings.tsx'
import { beginTrailAfter, beginTrailWith } from '../check/begin-trail.ts'
import { keep, keepUnread, soreBecause } from '../record/record-keep.ts'
import { StopHerePage } from '../record/record-not-kept.tsx'
import { ownAnswers } from '../record/own-answers.ts'
import { type RecordNow, recordNow } from '../record/record-now.ts'

/** The routes of making an entry. */
export function diaryEntryRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.diaryEntry, async (c) => {
    const record = await recordNow(home)
    if (!record) return needsRecord(c, home)
    return form(c, home, record, { form: home.newId(), before: <StillOpenApart record={record} /> })
  })
  app.get(paths.diaryEntryPutRightPattern, async (c) => {
    const record = await recordNow(home)
    if (!record) return needsRecord(c, home)
    const entry = entryNow(record.diary, c.req.param('entry') ?? '')
    if (!entry) return c.redirect(paths.diaryEntryMade(c.req.param('entry') ?? ''), 303)
    return form(c, home, record, {
      form: home.newId(),
      typed: formOf(entry),
      before: <StillOpenApart record={record} />,
    })
  })
  app.post(paths.diaryEntry, async (c) => {
    const posted = await formFields(c.req.raw)
    listenTo(c, posted.get('note')?.join('\n') ?? '')
    const record = await recordNow(home)
    return record ? make(c, record, posted) : withoutRecord(c, home, posted)
  })
  return app
}

const needsRecord = (c: Context, home: CareHome, status: 200 | 409 = 200) =>
  show(c, <NeedsRecordPage home={home} title="Diary" here={paths.diaryEntry} sent={sentIn(c)} />, status)

interface FormState {
  readonly form: string
  readonly typed?: FormFields
  readonly problems?: readonly Problem[]
  readonly askCause?: boolean
  readonly danger?: DangerTold
  readonly isFilled?: boolean
  /** Whom to call for what stands open, above a form that nobody has sent yet: one that is sent is answered by what it tells. */
  readonly before?: ComponentChildren
}

function form(c: Context, home: CareHome, record: RecordNow, state: FormState) {
  const { problems = [], typed = new Map(), askCause = false } = state
  const putsRight = entryNow(record.diary, typed.get('puts')?.at(-1) ?? '')
  const page = (
    <EntryFormPage
      home={home}
      form={state.form}
      tasks={tasks(record.diary)}
      typed={typed}
      problems={problems}
      askCause={askCause}
      today={record.now.day}
      asks={askedOf(record, 'How is your back now?')}
      putsRight={putsRight}
      danger={state.danger}
      justTold={justTold(record.events, record.diary, record.now)}
      same={sameAgain(entries(record.diary), record.now)}
      isFilled={state.isFilled === true}
      before={state.before}
    />
  )
  return show(c, page, problems.length > 0 ? 422 : 200, 'holdsAnswers')
}

/** One posted form. */
async function make(c: Context, record: RecordNow, posted: FormFields) {
  const { home, now, diary, state } = record
  const read = readEntryForm(posted, tasks(diary), now.day)
  const formId = read.form ?? home.newId()
  const again = { form: formId, typed: posted }
  if (posted.get('do')?.at(-1) === 'same') {
    const typed = withSame(posted, sameAgain(entries(diary), now))
    return sentBack(c, record, { ...read, problems: [] }, { ...again, typed, isFilled: true })
  }
  if (read.problems.length > 0) return sentBack(c, record, read, again)

  const tally = read.picks.length > 0 ? await tallyNow(home) : null
  const doses = pickedDoses(read.picks, formId, tally?.entries ?? [], now.at, tally?.view.person ?? {})
  const { medicine } = read.fields
  const told = { ...read.fields, ...(medicine && { medicine: { ...medicine, doses: doses.ids } }) }
  const puts = read.puts === undefined ? undefined : entryNow(diary, read.puts)
  const said = puts ? withUnshown(told, puts, tasks(diary)) : told
  const sent = posted.has('cameBack') ? writtenBy(formId, entries(diary)) : undefined
  const fields = sent ? withTyped(said, sent) : said
  const stored = leavesNoteOut(fields, read.note) ? withoutNote(fields) : fields
  const about = read.puts === undefined ? read.about : dayPutRight(diary, read.puts, now)
  const place = placeOf(formId, record.events, entries(diary), { ...stored, about })
  const replaces = place.replaces ?? puts ?? (read.puts === undefined ? undefined : { id: read.puts })
  const context = {
    now,
    id: place.id,
    earlier: entries(diary).filter(({ id }) => id !== place.id && id !== replaces?.id),
    programme: state,
    note: read.note,
    ...(replaces && { replaces }),
    ...(about !== undefined && { about }),
  }
  if (!read.causeWasAsked && asksPlainCause(fields, context)) return form(c, home, record, { ...again, askCause: true })

  const outcome = entryEvents(fields, context)
  const doseEvents = doses.fresh.map((dose): NotebookEvent => ({ v: 1, at: now.at, kind: 'doseTaken', ...dose }))
  const kept = await keep(home, [...outcome.events, ...doseEvents])
  return lead(c, record, {
    outcome,
    kept: kept.ok,
    read,
    posted: new Map([...posted, ['form', [formId]]]),
    tooMuch: doses.tooMuch,
    otherDoses: doses.others,
  })
}

/** Something is wrong with it, so that it cannot be kept yet. What it tells of danger is answered and closes all the same. */
async function sentBack(c: Context, record: RecordNow, read: EntryForm, again: FormState) {
  const { home, now, diary, notebook } = record
  const raised = raisedBy({ ...read.dangers, ...now }, entries(diary))
  const state = { ...again, problems: read.problems }
  const stop = stopWithoutEntry(raised)
  if (!stop) return form(c, home, record, state)
  // Its own id: sent again after a check, it closes again.
  const id = home.newId()
  const kept = await keep(home, [{ v: 1, id, ...now, ...stop }])
  const trail = await beginTrailAfter(home, id, raised.answers)
  await putDraft(notebook, trail)
  return form(c, home, record, {
    ...state,
    danger: { raised, answers: ownAnswers(record), check: paths.checkScreen(trail.id, 1), kept: kept.ok },
  })
}

/** The day of the entry that is put right stands, also of one that was taken back meanwhile; undefined: today. */
function dayPutRight(diary: readonly DiaryEvent[], id: string, { day: today }: Moment): IsoDate | undefined {
  const was = diary.find((event) => event.kind === 'diaryEntry' && event.id === id)
  if (was?.kind !== 'diaryEntry') return undefined
  const day = was.about ?? was.day
  return daysBetween(day, today) > 0 ? day : undefined
}

interface Made {
  readonly outcome: EntryOutcome
  readonly kept: boolean
  readonly read: EntryForm
  readonly posted: FormFields
  readonly tooMuch: boolean
  /** This form was sent before with other doses. */
  readonly otherDoses: boolean
}

/** Where an entry leads: help first, then the check, then the short check, else the entry itself. */
async function lead(c: Context, record: RecordNow, { outcome, kept, posted, tooMuch, otherDoses }: Made) {
  const { home, notebook, events, now } = record
  const { raised } = outcome
  const way = await wayOfRaised(record, outcome)
  if (raised.routes.length > 0 || tooMuch) {
    await putDraft(notebook, way.trail)
    const noteLeftOut = outcome.noteLeftOut && raised.keepNotePrivate && !posted.has('keepNote') ? posted : null
    const { trail } = way
    return show(c, <RaisedPage {...{ home, record, raised, trail, kept, tooMuch, noteLeftOut }} />, 200, 'holdsAnswers')
  }
  const said = kept ? { before: 'Your entry is kept.' } : { after: notKeptWords }
  const answered = await answerRaised(c, home, way, kept, said)
  if (answered) return answered
  if (!kept) {
    const problem = { field: 'pain', text: `${notKeptWords} Your answers are still here` }
    const id = posted.get('form')?.at(-1) ?? home.newId()
    return form(c, home, { ...record, events, now }, { form: id, typed: posted, problems: [problem] })
  }
  const made = outcome.events.find(({ kind }) => kind === 'diaryEntry')
  const next = way.next === 'mini' ? paths.miniCheck : made ? paths.diaryEntryMade(made.id) : paths.diary
  // What must be seen is not lost in a redirect.
  return otherDoses || otherToldOf(c)
    ? show(c, <EntryKeptPage {...{ home, next, otherDoses }} />, 200, 'holdsAnswers')
    : c.redirect(next, 303)
}

/** Where nothing can be kept the entry is read for danger all the same. */
async function withoutRecord(c: Context, home: CareHome, posted: FormFields) {
  const now = momentOf(home)
  const read = readEntryForm(posted, [], now.day)
  const context = { now, id: home.newId(), earlier: [], programme: nothingYet, note: 'forget' as const }
  const { raised } = entryEvents(read.problems.length > 0 ? read.dangers : read.fields, context)
  const stop = stopWithoutEntry(raised)
  if (stop) await keepUnread(home, stop)
  else if (raised.screen === 'mini') await keepUnread(home, { kind: 'miniAsked', because: soreBecause })
  const trail = await beginTrailWith(home, raised.answers)
  if (raised.routes.length > 0)
    return show(
      c,
      <RaisedPage {...{ home, raised, trail }} record={null} kept={false} tooMuch={false} noteLeftOut={null} />,
      200,
      'holdsAnswers',
    )
  const [first] = raised.raises
  if (raised.screen === 'mini')
    return show(c, <StopHerePage home={home} why="sore" kept={false} />, 200, 'holdsAnswers')
  if (raised.screen === 'full' && first)
    return checkAtOnce(c, home, trail, { because: first.because, raised }, { after: notKeptWords })
  return needsRecord(c, home, 409)
}

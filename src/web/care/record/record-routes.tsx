/**
 * The addresses of "my record". Joins store, file and page. Every route works when there is no store, and says so.
 */
import { type Context, Hono } from 'hono'
import { correctClocks } from '../../../care/record/notebook-clock.ts'
import { merged, type NotebookEvent } from '../../../care/record/notebook.ts'
import { diaryEvents } from '../../../care/record/person.ts'
import { show } from '../care-page.tsx'
import { giveFile } from '../give-file.ts'
import type { CareHome, NotebookStore } from '../home.ts'
import { NotAFormPage } from '../message-pages.tsx'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { clockThen, momentOf } from '../moment.ts'
import { type CsvForm, diaryCsv } from './diary-csv.ts'
import { type Compared, comparedWith, readRecordFile, writeRecordFile } from './record-file.ts'
import { recordNow } from './record-now.ts'
import { NoRecordPage, RecordPage, type RecordPageProps } from './record-pages.tsx'
import { fileTroubleWords, NewerEntriesPage, OtherOwnerPage, noRoomWords, otherwiseWords } from './record-import.tsx'
import { ErasedPage, ErasePage, NotErasedPage, type ToErase } from './record-erase.tsx'

/** The routes of the record for one home. */
export function recordRoutes(home: CareHome): Hono {
  const app = new Hono()
  /** What a route answers with a store; without one, the page that says there is none. */
  const inStore = (answer: (c: Context, kept: KeptHere) => Promise<Response>, otherwise: 200 | 404 | 409) => {
    const { notebook } = home
    return (c: Context) => (notebook ? answer(c, { home, notebook }) : show(c, <NoRecordPage home={home} />, otherwise))
  }
  app.get(paths.record, inStore(showRecord, 200))
  app.get(paths.recordFile, inStore(giveRecord, 404))
  app.get(paths.diaryFile, inStore(giveDiary('unclench-diary.csv', 'comma'), 404))
  app.get(paths.diaryFileSemicolon, inStore(giveDiary('unclench-diary-semicolon.csv', 'semicolon'), 404))
  app.post(paths.recordImport, inStore(takeFile, 409))
  // The device has routes of its own for it, before these.
  app.get(paths.recordSync, (c) => show(c, <NoRecordPage home={home} />))
  app.get(paths.recordErase, inStore(askErase, 200))
  app.post(paths.recordErase, inStore(erase, 409))
  return app
}

/** A home that has a store. */
interface KeptHere {
  readonly home: CareHome
  readonly notebook: NotebookStore
}

async function showRecord(c: Context, { home, notebook }: KeptHere) {
  const [events, setAside] = await Promise.all([eventsIn(notebook), countSetAside(notebook)])
  if (!events) return notOpened(c, home)
  const lost = (await notebook.isLost?.()) ?? false
  if (lost) await notebook.lossWasTold?.()
  const page = pageOf(c.req.query('page'))
  const lockedCopy = (await notebook.hasLockedCopy?.()) ?? false
  const notTaken = ((await notebook.heldBack?.()) ?? []).length > 0
  return showPage(c, { home, events, page, setAside, lost, lockedCopy, notTaken })
}

/** The page, with whom to call while a danger in the record stands. */
async function showPage(c: Context, page: Omit<RecordPageProps, 'record'>) {
  const status = page.problem === undefined ? 200 : 422
  return show(c, <RecordPage {...page} record={await recordNow(page.home)} />, status, 'holdsAnswers')
}

/* Files to save. */

async function giveRecord(c: Context, { home, notebook }: KeptHere) {
  const events = await eventsIn(notebook)
  if (!events) return notOpened(c, home, 409)
  // A full device cannot write down a new record's id, and whoever makes room must be able to save it all the same.
  const owner = await notebook.owner().catch(() => home.newId())
  const text = writeRecordFile({ owner, events })
  return giveFile(c, text, 'unclench-record.json', 'application/json; charset=utf-8')
}

const giveDiary =
  (name: string, form: CsvForm) =>
  async (c: Context, { home, notebook }: KeptHere) => {
    const events = await eventsIn(notebook)
    if (!events) return notOpened(c, home, 409)
    const text = diaryCsv(diaryEvents(correctClocks(events, momentOf(home))), (entry) => clockThen(entry, home), form)
    return giveFile(c, text, name, 'text/csv; charset=utf-8')
  }

/* A file to add. */

async function takeFile(c: Context, { home, notebook }: KeptHere) {
  const form = await c.req.raw.formData().catch(() => null)
  if (!form) return show(c, <NotAFormPage home={home} />, 400)
  const events = await eventsIn(notebook)
  // A record with nothing in it is nobody's yet: a full device could not even write down whose it is.
  const owner = events?.length ? await notebook.owner().catch(() => null) : undefined
  if (!events || owner === null) return notOpened(c, home, 409)
  const refuse = (problem: string) => showPage(c, { home, events, problem })
  const { text, isChosen } = await postedText(form)
  if (text === '') return refuse(isChosen ? 'That file is empty. Nothing was added' : 'Choose a file first')
  const read = readRecordFile(text)
  if (!read.ok) return refuse(fileTroubleWords(read.why, read.damaged))
  const added = comparedWith(events, read)
  const isMine = form.get('mine') === 'yes'
  const othersRecord = owner !== undefined && read.value.owner !== owner
  if (othersRecord && added.fresh.length > 0 && !isMine)
    return show(c, <OtherOwnerPage home={home} count={added.fresh.length} text={text} />, 409, 'holdsAnswers')
  if (added.newer.length > 0 && form.get('newer') !== 'yes') {
    const page = { home, newer: added.newer.length, others: added.fresh.length, text, mine: isMine }
    return show(c, <NewerEntriesPage {...page} />, 409, 'holdsAnswers')
  }
  if (!(await addToRecord(notebook, events, added, read.value.owner))) return refuse(noRoomWords)
  const after = added.newer.length > 0 ? ((await eventsIn(notebook)) ?? events) : merged(events, added.fresh)
  return showPage(c, { home, events: after, ...addedWords(added) })
}

/** What was posted: a chosen file, or its text carried by a page that asked again. */
async function postedText(form: FormData): Promise<{ readonly text: string; readonly isChosen: boolean }> {
  const posted = form.get('file') ?? form.get('text')
  if (posted instanceof File) return { text: await posted.text(), isChosen: posted.name !== '' }
  return { text: posted ?? '', isChosen: false }
}

/** Writes down what a file adds. @returns false when the store refuses */
async function addToRecord(
  notebook: NotebookStore,
  events: readonly NotebookEvent[],
  { fresh, newer }: Compared,
  owner: string,
): Promise<boolean> {
  try {
    // First what nobody can read yet, so that nothing stands on less than the file says.
    if (newer.length > 0) await notebook.keepNewer?.(newer)
    // A record that moves here whole stays the one it was: its owner, and the next file it gives.
    await notebook.appendAll(fresh, { owner: events.length === 0 ? owner : undefined })
    return true
  } catch {
    return false
  }
}

/** What an import did, and what of the file it left out. */
function addedWords({ fresh, newer, otherwise }: Compared): Pick<RecordPageProps, 'done' | 'but'> {
  const all = otherwise === 0 ? 'Everything in that file was here already. ' : ''
  const done =
    fresh.length === 0 && newer.length === 0
      ? `${all}Nothing was changed.`
      : `Added ${fresh.length} ${fresh.length === 1 ? 'entry' : 'entries'}.`
  return { done, but: otherwise > 0 ? otherwiseWords(otherwise) : undefined }
}

/* Erasing. */

async function askErase(c: Context, { home, notebook }: KeptHere) {
  const lockedCopy = (await notebook.hasLockedCopy?.()) ?? false
  return show(c, <ErasePage {...{ home, lockedCopy }} what={await toErase(notebook)} />, 200, 'holdsAnswers')
}

async function erase(c: Context, { home, notebook }: KeptHere) {
  const what = await toErase(notebook)
  // Erasing forgets the key too, and with it that there is a copy.
  const lockedCopy = (await notebook.hasLockedCopy?.()) ?? false
  try {
    await notebook.erase()
  } catch {
    return show(c, <NotErasedPage home={home} />, 409, 'holdsAnswers')
  }
  return show(c, <ErasedPage {...{ home, what, lockedCopy }} at={home.now()} />, 200, 'holdsAnswers')
}

/** The page of entries that an address asks for; the first where it asks for none. */
const pageOf = (asked = ''): number => (/^\d{1,5}$/.test(asked) ? Number(asked) : 1)

/** Every event as it was written, oldest first; null when the store does not open. */
async function eventsIn(notebook: NotebookStore): Promise<readonly NotebookEvent[] | null> {
  try {
    return await notebook.all()
  } catch {
    return null
  }
}

/** What a page of the record says when the store does not open. */
const notOpened = (c: Context, home: CareHome, status: 200 | 409 = 200) =>
  show(c, <NeedsRecordPage home={home} title="My record" here={paths.record} />, status)

async function countSetAside(notebook: NotebookStore): Promise<number> {
  try {
    return (await notebook.setAside?.())?.length ?? 0
  } catch {
    return 0
  }
}

const toErase = async (notebook: NotebookStore): Promise<ToErase> => ({
  // A list of its own: a store may give its living one, which erasing empties.
  events: [...((await eventsIn(notebook)) ?? [])],
  setAside: await countSetAside(notebook),
})

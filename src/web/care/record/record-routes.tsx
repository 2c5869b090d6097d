/**
 * The addresses of "my record". Joins store, file and page. Every route works when there is no store, and says so.
 */
import { type Context, Hono } from 'hono'
import { merged, type NotebookEvent } from '../../../care/record/notebook.ts'
import { diaryEvents } from '../../../care/record/person.ts'
import { show } from '../care-page.tsx'
import type { CareHome, NotebookStore } from '../home.ts'
import { NotAFormPage } from '../message-pages.tsx'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { clockThen } from '../moment.ts'
import { type CsvForm, diaryCsv } from './diary-csv.ts'
import { asInFile, readRecordFile, writeRecordFile } from './record-file.ts'
import {
  ErasedPage,
  ErasePage,
  fileTroubleWords,
  NewerEntriesPage,
  NoRecordPage,
  NotErasedPage,
  OtherOwnerPage,
  noRoomWords,
  otherwiseWords,
  RecordPage,
  type ToErase,
} from './record-pages.tsx'

/** The routes of the record for one home. */
export function recordRoutes(home: CareHome): Hono {
  const app = new Hono()
  const { notebook } = home

  app.get(paths.record, async (c) => {
    if (!notebook) return show(c, <NoRecordPage home={home} />)
    const [events, setAside] = await Promise.all([eventsIn(notebook), countSetAside(notebook)])
    if (!events) return notOpened(c, home)
    const lost = (await notebook.isLost?.()) ?? false
    if (lost) await notebook.lossWasTold?.()
    const page = pageOf(c.req.query('page'))
    return show(c, <RecordPage {...{ home, events, page, setAside, lost }} />, 200, 'holdsAnswers')
  })

  app.get(paths.recordFile, async (c) => {
    if (!notebook) return show(c, <NoRecordPage home={home} />, 404)
    const events = await eventsIn(notebook)
    if (!events) return notOpened(c, home, 409)
    // A full device cannot write down a new record's id, and whoever makes room must be able to save it all the same.
    const owner = await notebook.owner().catch(() => home.newId())
    const text = writeRecordFile({ owner, events })
    return c.body(text, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="unclench-record.json"',
      'Cache-Control': 'no-store',
    })
  })

  const table = (path: string, name: string, form: CsvForm) =>
    app.get(path, async (c) => {
      if (!notebook) return show(c, <NoRecordPage home={home} />, 404)
      const events = await eventsIn(notebook)
      if (!events) return notOpened(c, home, 409)
      const text = diaryCsv(diaryEvents(events), (entry) => clockThen(entry, home), form)
      return c.body(text, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      })
    })
  table(paths.diaryFile, 'unclench-diary.csv', 'comma')
  table(paths.diaryFileSemicolon, 'unclench-diary-semicolon.csv', 'semicolon')

  app.post(paths.recordImport, async (c) => {
    if (!notebook) return show(c, <NoRecordPage home={home} />, 409)
    const form = await c.req.raw.formData().catch(() => null)
    if (!form) return show(c, <NotAFormPage home={home} />, 400)
    const events = await eventsIn(notebook)
    // A record with nothing in it is nobody's yet: a full device could not even write down whose it is.
    const owner = events?.length ? await notebook.owner().catch(() => null) : undefined
    if (!events || owner === null) return notOpened(c, home, 409)
    const posted = form.get('file') ?? form.get('text')
    const text = typeof posted === 'string' ? posted : ((await posted?.text()) ?? '')
    const refuse = (problem: string) =>
      show(c, <RecordPage home={home} events={events} problem={problem} />, 422, 'holdsAnswers')
    if (text === '') return refuse('Choose a file first')
    const read = readRecordFile(text)
    if (!read.ok) return refuse(fileTroubleWords(read.why, read.damaged))
    const { fresh, otherwise } = comparedWith(events, read.value.events)
    const known = new Set(events.map((event) => event.id))
    const othersRecord = owner !== undefined && read.value.owner !== owner
    if (othersRecord && fresh.length > 0 && form.get('mine') !== 'yes')
      return show(c, <OtherOwnerPage home={home} count={fresh.length} text={text} />, 409, 'holdsAnswers')
    const newer = read.newer.filter(({ id }) => !known.has(id))
    if (newer.length > 0 && form.get('newer') !== 'yes') {
      const page = { home, newer: newer.length, others: fresh.length, text, mine: form.get('mine') === 'yes' }
      return show(c, <NewerEntriesPage {...page} />, 409, 'holdsAnswers')
    }
    try {
      // First what nobody can read yet, so that nothing stands on less than the file says.
      if (newer.length > 0) await notebook.keepNewer?.(newer)
      // A record that moves here whole stays the one it was: its owner, and the next file it gives.
      await notebook.appendAll(fresh, { owner: events.length === 0 ? read.value.owner : undefined })
    } catch {
      return refuse(noRoomWords)
    }
    const all = otherwise === 0 ? 'Everything in that file was here already. ' : ''
    const done =
      fresh.length === 0 && newer.length === 0
        ? `${all}Nothing was changed.`
        : `Added ${fresh.length} ${fresh.length === 1 ? 'entry' : 'entries'}.`
    const but = otherwise > 0 ? otherwiseWords(otherwise) : undefined
    const after = newer.length > 0 ? ((await eventsIn(notebook)) ?? events) : merged(events, fresh)
    return show(c, <RecordPage home={home} events={after} {...{ done, but }} />, 200, 'holdsAnswers')
  })

  app.get(paths.recordErase, async (c) => {
    if (!notebook) return show(c, <NoRecordPage home={home} />)
    return show(c, <ErasePage home={home} what={await toErase(notebook)} />, 200, 'holdsAnswers')
  })

  app.post(paths.recordErase, async (c) => {
    if (!notebook) return show(c, <NoRecordPage home={home} />, 409)
    const what = await toErase(notebook)
    try {
      await notebook.erase()
    } catch {
      return show(c, <NotErasedPage home={home} />, 409, 'holdsAnswers')
    }
    return show(c, <ErasedPage home={home} what={what} at={home.now()} />, 200, 'holdsAnswers')
  })
  return app
}

/** A file beside the record. */
interface Compared {
  /** What the file adds. */
  readonly fresh: readonly NotebookEvent[]
  /** How many are here already under the same id and say something else: what was kept first stays. */
  readonly otherwise: number
}

function comparedWith(mine: readonly NotebookEvent[], theirs: readonly NotebookEvent[]): Compared {
  const known = new Map(mine.map((event) => [event.id, event]))
  const fresh: NotebookEvent[] = []
  let otherwise = 0
  for (const event of theirs) {
    const own = known.get(event.id)
    if (own === undefined) fresh.push(event)
    else if (asInFile(own) !== asInFile(event)) otherwise += 1
    // A file that says two things under one id brings in the first.
    known.set(event.id, own ?? event)
  }
  return { fresh, otherwise }
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

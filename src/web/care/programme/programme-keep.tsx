/**
 * How the programme's pages write into the record: once, however often a form is sent, and never in silence.
 * Decides nothing.
 */
import type { Context } from 'hono'
import { isUuid } from '../../../care/evidence/ids.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { show } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { keep } from '../record/record-keep.ts'
import { NotKeptPage } from '../record/record-not-kept.tsx'
import { eventBase, type RecordNow } from '../record/record-now.ts'

type Without<T> = T extends unknown ? Omit<T, 'v' | 'id' | 'at' | 'order' | 'offsetMinutes' | 'day'> : never
/** An event of the programme before it has an id and a moment. */
export type NewEvent = Without<Extract<NotebookEvent, { v: 1; day: unknown }>>

/**
 * Writes these events. The same form sent twice writes once; an old form sent again with other answers writes anew, and so
 * does a danger that was told before the last check or visit.
 * @returns false when the store refuses; the page must then say so
 */
export const keepEvents = async (
  record: RecordNow,
  fields: FormFields,
  wanted: readonly NewEvent[],
): Promise<boolean> => (await keepOnce(record, fields, wanted)) !== null

/**
 * The same, for a page that names what was written.
 * @returns the id of the first of them, now or when the form was sent before; null when the store refuses
 */
export async function keepOnce(
  record: RecordNow,
  fields: FormFields,
  wanted: readonly NewEvent[],
): Promise<string | null> {
  const posted = fields.get('entry')?.[0] ?? ''
  const before = record.events.find(({ id }) => id === posted)
  const [first] = wanted
  if (before && first && contentOf(before) === contentOf(first) && !mustStopAgain(record, before, wanted))
    return before.id
  const own = isUuid(posted) && !before ? posted : record.home.newId()
  const events = wanted.map((what, index) => {
    const base = { ...eventBase(record), id: index === 0 ? own : record.home.newId() }
    // Of one kind with the frame that all kinds have: TypeScript cannot put the halves of a union together.
    return { ...base, ...what } as NotebookEvent
  })
  const kept = await keep(record.home, events)
  return kept.ok ? own : null
}

/**
 * A danger told by a page that stayed open, or that the browser brought back: a check or a visit since has opened what it
 * closed, so it must close again.
 */
function mustStopAgain({ events }: RecordNow, before: NotebookEvent, wanted: readonly NewEvent[]): boolean {
  const stops = wanted.some(({ kind }) => kind === 'stopped' || kind === 'miniCheckDone')
  const since = events.slice(events.indexOf(before) + 1)
  return stops && since.some(({ kind }) => kind === 'checkFinished' || kind === 'clinicianCleared')
}

/** Writes these events as `keepEvents` does, and leads on; where the store refuses, the page that says so. */
export async function keepAndGo(
  c: Context,
  record: RecordNow,
  fields: FormFields,
  events: readonly NewEvent[],
  to: string = paths.today,
): Promise<Response> {
  const kept = await keepEvents(record, fields, events)
  return kept ? c.redirect(to, 303) : show(c, <NotKeptPage home={record.home} />, 409, 'holdsAnswers')
}

/** The id of a form, so that sent twice it writes once. */
export const FormId = ({ home }: { home: Pick<CareHome, 'newId'> }) => (
  <input type="hidden" name="entry" value={home.newId()} />
)

const ofMaking: readonly string[] = ['v', 'id', 'at', 'order', 'offsetMinutes', 'day', 'unknownAge', 'dayNotKnown']

/** What an event says, whatever its id and moment. */
function contentOf(event: object): string {
  const own = Object.entries(event).filter(([key]) => !ofMaking.includes(key))
  return JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)))
}

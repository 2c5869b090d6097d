/**
 * The diary as a table for a spreadsheet: one row for each entry that counts, oldest first (RFC 4180, UTF-8 with a mark
 * that makes Excel read it as such). The columns are described in docs/diary-csv.md. Pure.
 * Never: a note or a task that speaks of a danger at home (it is not for sharing), or a cell that a spreadsheet would run as a formula.
 */
import { regionOf } from '../../../care/diary/body-map.ts'
import {
  type CountedEntry,
  type DiaryEvent,
  entries,
  helpedAnswers,
  legAnswers,
  liftingAnswers,
  signAnswers,
  sleepAnswers,
  stressAnswers,
} from '../../../care/diary/entry.ts'
import { isForThemAlone } from '../../../care/check/private.ts'
import { forSharing } from '../../../care/diary/entry-dangers.ts'
import type { Made } from '../../../care/evidence/order.ts'

/** An entry as others may see it. */
type Shared = ReturnType<typeof forSharing<CountedEntry>>
type Cell = string | number | undefined
interface Column {
  readonly name: string
  readonly of: (entry: Shared, context: Context) => Cell
}
interface Context {
  readonly taskNames: ReadonlyMap<string, string>
  /** The time of day on the person's clock, `08:05`. */
  readonly clock: (made: Made) => string
}

const columns: readonly Column[] = [
  // Of one from a clock that was ahead neither the day nor the time is known.
  { name: 'day', of: ({ day, dayNotKnown }) => (dayNotKnown ? undefined : day) },
  // Of a day that was told late nobody knows the time.
  {
    name: 'time',
    of: (entry, { clock }) => (entry.toldLate || entry.dayNotKnown ? undefined : clock(entry.first ?? entry)),
  },
  { name: 'pain_now_0_10', of: ({ painNow0to10 }) => painNow0to10 },
  { name: 'pain_worst_24h_0_10', of: ({ painWorst0to10 }) => painWorst0to10 },
  { name: 'pain_average_24h_0_10', of: ({ painAverage0to10 }) => painAverage0to10 },
  { name: 'places', of: ({ places }) => places?.map((place) => regionOf(place).name).join('; ') },
  { name: 'leg', of: ({ leg }) => textOf(legAnswers, leg) },
  { name: 'new_or_worse', of: ({ signs }) => signs?.map((sign) => textOf(signAnswers, sign)).join('; ') },
  { name: 'plain_cause', of: ({ plainCause }) => (plainCause === 'notSure' ? 'not sure' : plainCause) },
  { name: 'sleep', of: ({ sleep }) => textOf(sleepAnswers, sleep) },
  { name: 'stress', of: ({ stress }) => textOf(stressAnswers, stress) },
  { name: 'sitting_hours', of: ({ sittingHours }) => sittingHours },
  { name: 'lifting', of: ({ lifting }) => textOf(liftingAnswers, lifting) },
  { name: 'medicine', of: ({ medicine }) => (medicine ? (medicine.taken ? 'yes' : 'no') : undefined) },
  { name: 'helped', of: ({ helped }) => helped?.map((one) => textOf(helpedAnswers, one)).join('; ') },
  { name: 'tasks_0_10', of: ({ taskScores }, context) => taskScores?.map((one) => scoreOf(one, context)).join('; ') },
  { name: 'confidence_0_10', of: ({ confidence0to10 }) => confidence0to10 },
  { name: 'change_since_start', of: ({ globalChange }) => globalChange },
  { name: 'note', of: ({ note }) => note },
  { name: 'written_day', of: ({ writtenOn, day, dayNotKnown }) => (dayNotKnown ? undefined : (writtenOn ?? day)) },
  { name: 'written_time', of: (entry, { clock }) => (entry.dayNotKnown ? undefined : clock(entry)) },
]

/**
 * Where a list in a spreadsheet is parted by commas, and where the comma stands in numbers: there a semicolon parts, as
 * Excel expects on most of the continent.
 */
export const csvForms = {
  comma: { parts: ',', point: '.' },
  semicolon: { parts: ';', point: ',' },
} as const
export type CsvForm = keyof typeof csvForms

/** The whole file's text. */
export function diaryCsv(diary: readonly DiaryEvent[], clock: Context['clock'], form: CsvForm = 'comma'): string {
  const taskNames = new Map(diary.flatMap((event) => (event.kind === 'taskChosen' ? [[event.task, event.name]] : [])))
  const rows = entries(diary).map((entry) => {
    const shared = forSharing(entry)
    return columns.map(({ of }) => of(shared, { taskNames, clock }))
  })
  const lines = [columns.map(({ name }) => name), ...rows].map((row) =>
    row.map((cell) => written(cell, form)).join(csvForms[form].parts),
  )
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** A cell that begins like a formula gets a ' in front, which spreadsheets show as text. Plain numbers are left alone. */
function written(cell: Cell, form: CsvForm): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', csvForms[form].point)
  const safe = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/.test(cell) ? `'${cell}` : cell
  return /["\r\n]/.test(safe) || safe.includes(csvForms[form].parts) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const textOf = <Value extends string>(list: readonly { value: Value; text: string }[], value: Value | undefined) =>
  list.find((item) => item.value === value)?.text

const scoreOf = (
  { task, score0to10 }: { readonly task: string; readonly score0to10: number },
  { taskNames }: Context,
): string => `${nameOf(taskNames.get(task))}: ${score0to10}`

/** A task as others may see it: one that speaks of a danger at home has no name here. */
const nameOf = (typed: string | undefined): string => (typed === undefined || isForThemAlone(typed) ? 'a task' : typed)

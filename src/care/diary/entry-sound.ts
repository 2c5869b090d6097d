/**
 * Is an entry sound? Asked before it is written, and of every entry that comes in from a file. Pure.
 * Never: changes what was told.
 */
import { isRegionId } from './body-map.ts'
import { daysBetween } from '../evidence/calendar.ts'
import {
  type DiaryEntry,
  type EntryFields,
  helpedAnswers,
  legAnswers,
  liftingAnswers,
  mostDaysBack,
  mostTasks,
  noteLimit,
  signAnswers,
  sleepAnswers,
  stressAnswers,
} from './entry.ts'

/** What is wrong with a field, in words for beside it. */
export interface EntryProblem {
  readonly field: keyof EntryFields
  readonly words: string
}

/**
 * Is this entry sound? Asked before it is written, and of every entry that comes in from a file.
 * @returns the same entry, or every problem at once, in the order of the form
 */
export function checkedEntry(
  fields: EntryFields,
): { readonly ok: true; readonly value: EntryFields } | { readonly ok: false; readonly why: readonly EntryProblem[] } {
  const why: EntryProblem[] = []
  const within = (field: keyof EntryFields, value: number | undefined, least: number, most: number) => {
    if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return
    why.push({ field, words: `Choose a whole number from ${least} to ${most}.` })
  }
  const listed = (field: keyof EntryFields, sound: boolean) => {
    if (!sound) why.push({ field, words: 'Choose from the list.' })
  }
  const { painNow0to10, painWorst0to10, painAverage0to10, sittingHours, note, taskScores = [] } = fields
  if (painNow0to10 === undefined) why.push({ field: 'painNow0to10', words: 'Say how bad the pain is now, 0 to 10.' })
  within('painNow0to10', painNow0to10, 0, 10)
  within('painWorst0to10', painWorst0to10, 0, 10)
  within('painAverage0to10', painAverage0to10, 0, 10)
  if (painWorst0to10 !== undefined && painAverage0to10 !== undefined && painAverage0to10 > painWorst0to10)
    why.push({ field: 'painAverage0to10', words: 'Your usual pain cannot be more than your worst.' })
  listed('places', (fields.places ?? []).every(isRegionId) && isEachOnce(fields.places))
  listed('leg', oneOf(legAnswers, fields.leg))
  listed('signs', manyOf(signAnswers, fields.signs))
  listed('sleep', oneOf(sleepAnswers, fields.sleep))
  listed('stress', oneOf(stressAnswers, fields.stress))
  if (sittingHours !== undefined && !(sittingHours >= 0 && sittingHours <= 24))
    why.push({ field: 'sittingHours', words: 'Hours can be 0 to 24.' })
  listed('lifting', oneOf(liftingAnswers, fields.lifting))
  listed('helped', manyOf(helpedAnswers, fields.helped))
  if (note !== undefined && note.length > noteLimit)
    why.push({ field: 'note', words: `Make the note shorter: ${noteLimit} letters at most.` })
  for (const { score0to10 } of taskScores) within('taskScores', score0to10, 0, 10)
  if (taskScores.length > mostTasks) why.push({ field: 'taskScores', words: 'Choose 3 tasks at most.' })
  within('confidence0to10', fields.confidence0to10, 0, 10)
  within('globalChange', fields.globalChange, -5, 5)
  return why.length === 0 ? { ok: true, value: fields } : { ok: false, why }
}

/** Is it about a day before the one it was written, and not too long before unless it puts an older entry right? */
export function isAboutAnEarlierDay({ about, day, replaces }: Pick<DiaryEntry, 'about' | 'day' | 'replaces'>): boolean {
  if (about === undefined) return true
  const back = daysBetween(about, day)
  return back >= 1 && (back <= mostDaysBack || replaces !== undefined)
}

type List = readonly { readonly value: string }[]
const oneOf = (list: List, value: string | undefined): boolean =>
  value === undefined || list.some((item) => item.value === value)
const manyOf = (list: List, values: readonly string[] | undefined): boolean =>
  (values ?? []).every((value) => oneOf(list, value)) && isEachOnce(values)
const isEachOnce = (values: readonly string[] | undefined): boolean => new Set(values).size === (values ?? []).length

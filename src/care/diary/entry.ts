/**
 * The diary's own events, and what they add up to: entries, days, tasks.
 * Written by the diary page; read by every file of this room, by the pages and the exports. Same base as notebook.ts.
 * Pure. An event never changes once written: a mistake is taken back by a later event.
 * Never: fills in what the person left out, and never reads a missing answer as "none".
 */
import type { IsoDate, Moment } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import { dayNumber } from '../evidence/calendar.ts'
import { type Made, onceInOrder, placeOf } from '../evidence/order.ts'
import type { EpochMs } from '../evidence/time.ts'
import { isRegionId, type RegionId } from './body-map.ts'

interface EventBase extends Moment, Made {
  readonly v: 1
}

/** How the person slept in the night before this entry. */
export const sleepAnswers = [
  { value: 'good', text: 'Slept well' },
  { value: 'broken', text: 'Woke up a few times' },
  { value: 'bad', text: 'Slept badly' },
] as const
export const stressAnswers = [
  { value: 'none', text: 'No stress' },
  { value: 'some', text: 'Some stress' },
  { value: 'lots', text: 'A lot of stress' },
] as const
export const liftingAnswers = [
  { value: 'none', text: 'No lifting' },
  { value: 'light', text: 'Light lifting' },
  { value: 'heavy', text: 'Heavy lifting' },
] as const
export type Sleep = (typeof sleepAnswers)[number]['value']
export type Stress = (typeof stressAnswers)[number]['value']
export type Lifting = (typeof liftingAnswers)[number]['value']

/** What leg pain or tingling has done since the last entry (H-10). */
export const legAnswers = [
  { value: 'none', text: 'No leg pain' },
  { value: 'same', text: 'The same' },
  { value: 'nearer', text: 'It has moved up, nearer the back' },
  { value: 'further', text: 'It has moved further down the leg' },
  { value: 'notSure', text: 'Not sure' },
] as const
export type LegMove = (typeof legAnswers)[number]['value']

/** "Did anything help?" */
export const helpedAnswers = [
  { value: 'warmth', text: 'Heat' },
  { value: 'cold', text: 'Cold' },
  { value: 'walking', text: 'Walking' },
  { value: 'movements', text: 'My movements' },
  { value: 'position', text: 'A position of ease' },
  { value: 'breathing', text: 'Slow breathing' },
  { value: 'massage', text: 'Rubbing or massage' },
  { value: 'medicine', text: 'Medicine' },
  { value: 'rest', text: 'A short rest' },
  { value: 'nothing', text: 'Nothing helped' },
] as const
export type Helped = (typeof helpedAnswers)[number]['value']

/**
 * Things that are new or worse, ticked in an entry. Each leads to a question of the check (raises.ts).
 */
export const signAnswers = [
  { value: 'chest', text: 'Chest pain, or hard to breathe' },
  { value: 'saddle', text: 'Numb or odd between the legs' },
  { value: 'bladder', text: 'A change in how I pee' },
  { value: 'bowel', text: 'I leak poo, or cannot feel it' },
  { value: 'bothLegs', text: 'Pain, numb or weak in both legs' },
  { value: 'weak', text: 'A weak leg or foot' },
  { value: 'numb', text: 'A numb or tingly leg or foot' },
  { value: 'unsteady', text: 'Unsteady on my feet' },
  { value: 'fever', text: 'Hot, cold or shivery' },
  { value: 'fall', text: 'I had a fall or a knock' },
  { value: 'other', text: 'Something else is new or worse' },
] as const
export type Sign = (typeof signAnswers)[number]['value']

/** How one of the person's own tasks goes: 0 cannot do it, 10 as well as before the pain. */
export interface TaskScore {
  readonly task: string
  readonly score0to10: number
}

/** What one entry says. Only the pain now is asked of everyone; each other field is missing when it was left out. */
export interface EntryFields {
  readonly painNow0to10: number
  /** Over the last 24 hours. */
  readonly painWorst0to10?: number
  readonly painAverage0to10?: number
  /** Places touched on the body map, each once. */
  readonly places?: readonly RegionId[]
  readonly leg?: LegMove
  readonly signs?: readonly Sign[]
  /** Asked when pain has jumped: is there a plain cause, such as far more lifting than usual? */
  readonly plainCause?: 'yes' | 'no' | 'notSure'
  readonly sleep?: Sleep
  readonly stress?: Stress
  /** Hours sat that day, 0 to 24. */
  readonly sittingHours?: number
  readonly lifting?: Lifting
  /** Any medicine for the pain that day. `doses`: ids of the doseTaken events that feed the tally. */
  readonly medicine?: { readonly taken: boolean; readonly doses: readonly string[] }
  readonly helped?: readonly Helped[]
  /** In the person's own words, at most `noteLimit` characters. */
  readonly note?: string
  readonly taskScores?: readonly TaskScore[]
  /** "How sure are you that you can do what you need to?" 0 not at all, 10 fully. */
  readonly confidence0to10?: number
  /** "Compared with the start?" −5 very much worse, 0 no change, +5 all better. A whole number. */
  readonly globalChange?: number
}

/** One diary entry was made. */
export interface DiaryEntry extends EventBase, EntryFields {
  readonly kind: 'diaryEntry'
}
/** An entry was made by mistake. It stays in the record and no longer counts. What it raised is not taken back. */
export interface EntryWithdrawn extends EventBase {
  readonly kind: 'entryWithdrawn'
  readonly entry: string
}
/** The person named a task that matters to them. `task` is its id. */
export interface TaskChosen extends EventBase {
  readonly kind: 'taskChosen'
  readonly task: string
  readonly name: string
}
/** A task was dropped. Its scores stay. */
export interface TaskDropped extends EventBase {
  readonly kind: 'taskDropped'
  readonly task: string
}
export type DiaryEvent = DiaryEntry | EntryWithdrawn | TaskChosen | TaskDropped

/** Most characters of a note, and most tasks at a time. */
export const noteLimit = 2000
export const mostTasks = 3

/** The entries that count, oldest first: all that were made less those taken back. */
export function entries(events: readonly DiaryEvent[]): readonly DiaryEntry[] {
  const withdrawn = new Set(events.flatMap((event) => (event.kind === 'entryWithdrawn' ? event.entry : [])))
  return onceInOrder(events).filter(
    (event): event is DiaryEntry => event.kind === 'diaryEntry' && !withdrawn.has(event.id),
  )
}

/** One of the person's tasks, with every score that counts, oldest first. */
export interface Task {
  readonly id: string
  readonly name: string
  readonly scores: readonly { readonly day: IsoDate; readonly score0to10: number }[]
}

/** The tasks chosen now, in the order they were first chosen: at most three. Choosing one again renames it. */
export function tasks(events: readonly DiaryEvent[]): readonly Task[] {
  const names = new Map<string, string>()
  for (const event of onceInOrder(events)) {
    if (event.kind === 'taskDropped') names.delete(event.task)
    if (event.kind !== 'taskChosen') continue
    if (names.size < mostTasks || names.has(event.task)) names.set(event.task, event.name)
  }
  const counted = entries(events)
  return [...names].map(([id, name]) => ({
    id,
    name,
    scores: counted.flatMap(({ day, taskScores = [] }) =>
      taskScores.filter(({ task }) => task === id).map(({ score0to10 }) => ({ day, score0to10 })),
    ),
  }))
}

/** One day of the diary: all its entries as one. */
export interface DiaryDay {
  readonly day: IsoDate
  /** Whole days since 1970-01-01, for arithmetic. */
  readonly number: number
  /** The day's pain: the last average told on it, else the mean of each pain now. 0–10. */
  readonly pain0to10: number
  /** The worst pain told on it, in any field. */
  readonly worst0to10: number
  /** Where its last entry stands in the order; missing: in the order of the days. */
  readonly place?: EpochMs
  /** The last that was told on this day of each; missing when none was. */
  readonly sleep?: Sleep
  readonly stress?: Stress
  readonly sittingHours?: number
  readonly lifting?: Lifting
}

/**
 * The days as they were lived: in the order in which their last entries were made. Who flies west over midnight has an
 * earlier date after a later one; what is first and last, better and worse must not turn round by it.
 */
export function asLived(days: readonly DiaryDay[]): readonly DiaryDay[] {
  const places = days.map(({ place }) => place)
  return places.includes(undefined) ? days : [...days].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
}

/** Every day that has an entry, oldest first. */
export function diaryDays(events: readonly DiaryEvent[]): readonly DiaryDay[] {
  const byDay = new Map<IsoDate, DiaryEntry[]>()
  for (const entry of entries(events)) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry])
  return [...byDay].map(([day, made]) => dayOf(day, made)).sort((a, b) => a.number - b.number)
}

function dayOf(day: IsoDate, made: readonly DiaryEntry[]): DiaryDay {
  const last = <Field extends keyof EntryFields>(field: Field) =>
    findLast(made, (entry) => entry[field] !== undefined)?.[field]
  const sleep = last('sleep')
  const stress = last('stress')
  const sittingHours = last('sittingHours')
  const lifting = last('lifting')
  const now = made.map(({ painNow0to10 }) => painNow0to10)
  const told = made.flatMap(({ painWorst0to10, painAverage0to10 }) => [painWorst0to10 ?? 0, painAverage0to10 ?? 0])
  const place = made.at(-1)
  return {
    day,
    number: dayNumber(day),
    ...(place && { place: placeOf(place) }),
    pain0to10: last('painAverage0to10') ?? now.reduce((sum, pain) => sum + pain, 0) / now.length,
    worst0to10: Math.max(...now, ...told),
    ...(sleep !== undefined && { sleep }),
    ...(stress !== undefined && { stress }),
    ...(sittingHours !== undefined && { sittingHours }),
    ...(lifting !== undefined && { lifting }),
  }
}

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

type List = readonly { readonly value: string }[]
const oneOf = (list: List, value: string | undefined): boolean =>
  value === undefined || list.some((item) => item.value === value)
const manyOf = (list: List, values: readonly string[] | undefined): boolean =>
  (values ?? []).every((value) => oneOf(list, value)) && isEachOnce(values)
const isEachOnce = (values: readonly string[] | undefined): boolean => new Set(values).size === (values ?? []).length

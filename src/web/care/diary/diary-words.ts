/**
 * Diary days and entries in words. Pure: a day is the person's own calendar day, so no clock
 * or zone is asked; only the time of an entry is read on the home's clock.
 */
import { type IsoDate, daysBetween, dayNumber } from '../../../care/evidence/calendar.ts'
import { dayMs } from '../../../care/evidence/time.ts'
import {
  type CountedEntry,
  helpedAnswers,
  legAnswers,
  liftingAnswers,
  signAnswers,
  sleepAnswers,
  stressAnswers,
  type Task,
} from '../../../care/diary/entry.ts'
import { placeNames } from '../../ui/body-map.tsx'
import type { CareHome } from '../home.ts'
import { localTimeWhenWritten } from '../moment.ts'

// Made once: a page of a year's diary asks for hundreds of days, and making one of these costs more than using it.
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const clock = { hour: '2-digit', minute: '2-digit' } as const
const clocks = {
  device: new Intl.DateTimeFormat('en-GB', clock),
  server: new Intl.DateTimeFormat('en-GB', { ...clock, timeZone: 'Europe/London' }),
} as const

/** "Monday 23 November". */
export const dayWords = (day: IsoDate): string => long.format(dayNumber(day) * dayMs)
/** "23 Nov 2026". */
export const shortDay = (day: IsoDate): string => short.format(dayNumber(day) * dayMs)

/** "08:05", on the person's clock when they wrote it; on today's where that was not kept. */
export const timeWords = (
  { at, offsetMinutes }: Pick<CountedEntry, 'at' | 'offsetMinutes'>,
  { kind }: Pick<CareHome, 'kind'>,
): string => localTimeWhenWritten({ at, offsetMinutes })?.toISOString().slice(11, 16) ?? clocks[kind].format(at)

/** "Yesterday, Wednesday 25 November"; a day further back by its name alone. */
export const dayBackWords = (day: IsoDate, today: IsoDate): string =>
  daysBetween(day, today) === 1 ? `Yesterday, ${dayWords(day)}` : dayWords(day)

/** "08:05"; for a day that was told late, and for words that were put right, that they were. */
export function whenToldWords(entry: CountedEntry, home: Pick<CareHome, 'kind'>): string {
  if (entry.dayNotKnown) return entry.first ? 'day not known, put right' : 'day not known'
  const when = entry.toldLate ? 'told later' : timeWords(entry.first ?? entry, home)
  return entry.first ? `${when}, put right` : when
}

/** When an entry is about and when it was written, as a sentence. */
export function aboutWords(entry: CountedEntry, today: IsoDate, home: Pick<CareHome, 'kind'>): string {
  const { day, dayNotKnown, writtenOn, toldLate, first } = entry
  if (dayNotKnown) return 'Your clock was ahead when you wrote it, so we do not know the day.'
  const time = timeWords(entry, home)
  const written = writtenOn === undefined ? `at ${time}` : `on ${dayWords(writtenOn)} at ${time}`
  if (toldLate) return `About ${dayWords(day)}. You wrote it ${written}.`
  const when = `${day === today ? 'Today' : dayWords(day)} at ${timeWords(first ?? entry, home)}.`
  return first ? `${when} You put it right ${written}.` : when
}

/** The Monday of a day's week, as a number of days since 1970-01-01 (a Thursday). */
export const weekOf = (day: IsoDate): number => Math.floor((dayNumber(day) + 3) / 7)

interface Row {
  readonly name: string
  readonly value: string
}
const textOf = (list: readonly { readonly value: string; readonly text: string }[], value: string | undefined) =>
  list.find((one) => one.value === value)?.text
const textsOf = (list: readonly { readonly value: string; readonly text: string }[], values: readonly string[] = []) =>
  values.flatMap((value) => textOf(list, value) ?? []).join('; ') || undefined
const ofTen = (value: number | undefined) => (value === undefined ? undefined : `${value} out of 10`)

/** Everything that an entry says, as names and values; what was left out is left out. */
export function entryRows(entry: CountedEntry, tasks: readonly Task[], doses: readonly string[]): readonly Row[] {
  const { medicine, taskScores = [], globalChange, sittingHours, plainCause } = entry
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Pain then', ofTen(entry.painNow0to10)],
    ['Usual pain', ofTen(entry.painAverage0to10)],
    ['Worst pain', ofTen(entry.painWorst0to10)],
    ['New or worse', textsOf(signAnswers, entry.signs)],
    ['Where', entry.places ? placeNames(entry.places).join('; ') : undefined],
    ['Leg', textOf(legAnswers, entry.leg)],
    ['A clear reason', plainCause && { yes: 'Yes', no: 'No', notSure: 'Not sure' }[plainCause]],
    ['Last night', textOf(sleepAnswers, entry.sleep)],
    ['Stress', textOf(stressAnswers, entry.stress)],
    ['Hours sat', sittingHours === undefined ? undefined : String(sittingHours)],
    ['Lifting', textOf(liftingAnswers, entry.lifting)],
    ['Medicine', medicine && (doses.length > 0 ? doses.join('; ') : medicine.taken ? 'Yes' : 'No')],
    ['What helped', textsOf(helpedAnswers, entry.helped)],
    ...taskScores.map(({ task, score0to10 }) => [taskName(tasks, task), ofTen(score0to10)] as const),
    ['How sure you are', ofTen(entry.confidence0to10)],
    ['Since the start', globalChange === undefined ? undefined : changeWords(globalChange)],
    ['Note', entry.note],
  ]
  return rows.flatMap(([name, value]) => (value === undefined ? [] : { name, value }))
}

const taskName = (tasks: readonly Task[], task: string) =>
  tasks.find(({ id }) => id === task)?.name ?? 'A task you dropped'

const changeWords = (change: number): string =>
  change === 0 ? '0: no change' : change > 0 ? `+${change} (5 is all better)` : `−${-change} (−5 is much worse)`

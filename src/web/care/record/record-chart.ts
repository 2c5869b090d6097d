/**
 * The recovery chart of a record, of every number that was told: the same for the diary's page, the doctor's page and its PDF.
 * Joins folds; decides nothing.
 */
import { type ChartData, chartData } from '../../../care/diary/chart-data.ts'
import { type AboveBand, aboveBand, lineStart, painAgeAtCheck, startsOf } from '../../../care/diary/outlook.ts'
import { daysBetween } from '../../../care/evidence/calendar.ts'
import { dangerTold } from '../../../care/record/danger-told.ts'
import { allTold, painDays } from '../../../care/record/pain-told.ts'
import type { RecordNow } from './record-now.ts'

/** The chart, and when being above the band calls for help; null while there is nothing to draw. */
export function chartOf({
  diary,
  events,
  now,
  phases,
  state,
}: Pick<RecordNow, 'diary' | 'events' | 'now' | 'phases' | 'state'>): {
  readonly data: ChartData
  readonly above: readonly AboveBand[]
} | null {
  const days = painDays(events, diary)
  const started = events.filter((event) => event.kind === 'programmeStarted')
  const check = events.find((event) => event.kind === 'checkFinished')
  const start = lineStart(startsOf(started, days, painAgeAtCheck(check?.answers.duration)), days)
  if (!start || days.length === 0) return null
  const dangers = dangerTold(events, state).flatMap(({ isDanger, day, dayNotKnown }) =>
    isDanger && !dayNotKnown ? [day] : [],
  )
  const data = chartData(days, start, phases, now.day, dangers)
  const without = notOnChart({ events, diary })
  return {
    data: without ? { ...data, words: [...data.words.slice(0, 2), without, ...data.words.slice(2)] } : data,
    above: aboveBand(days, start, daysBetween(start.day, now.day)),
  }
}

/** Which numbers stand on no day, as a sentence; undefined where each has one. */
export function notOnChart({ events, diary }: Pick<RecordNow, 'diary' | 'events'>): string | undefined {
  const { length } = allTold(events, diary).filter(({ dayNotKnown }) => dayNotKnown)
  if (length === 0) return undefined
  const which = length === 1 ? 'One number is' : `${length} numbers are`
  return `${which} not on the chart. Your clock was ahead, so we do not know the day.`
}

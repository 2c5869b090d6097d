/**
 * The recovery chart of a record, of every number that was told: the same for the diary's page, the doctor's page and its PDF.
 * Joins folds; decides nothing.
 */
import { type ChartData, chartData } from '../../../care/diary/chart-data.ts'
import { type AboveBand, aboveBand, lineStart, painAgeAtCheck, startsOf } from '../../../care/diary/outlook.ts'
import { daysBetween } from '../../../care/evidence/calendar.ts'
import { dangerTold } from '../../../care/record/danger-told.ts'
import { painDays } from '../../../care/record/pain-told.ts'
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
  const dangers = dangerTold(events, state).flatMap(({ isDanger, day }) => (isDanger ? [day] : []))
  return {
    data: chartData(days, start, phases, now.day, dangers),
    above: aboveBand(days, start, daysBetween(start.day, now.day)),
  }
}

/** Says on a page of a day that the day has changed meanwhile, on whatever screen that was done (`islands/day-changed.ts`). */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { dayNumber } from '../../clinic/availability/calendar-days.ts'
import { type StampedDays, stampOfDays } from '../../clinic/calendar/stamp-of-days.ts'
import { inClinic } from '../../clinic/db/connection.ts'
import { mayDo } from '../../clinic/people/members.ts'
import { Day, Id, queryOf } from './calendar/read.ts'
import type { ConsoleEnv } from './console-home.ts'
import { consolePaths } from './console-paths.ts'

/** A page shows a week at most. */
const mostDays = 7

const Asked = z
  .object({ firstDay: Day, lastDay: Day, therapistId: Id })
  .transform(({ firstDay, lastDay, therapistId }): StampedDays | undefined =>
    firstDay && lastDay && isWeekAtMost(firstDay, lastDay) ? { firstDay, lastDay, therapistId } : undefined,
  )

const isWeekAtMost = (firstDay: string, lastDay: string) => {
  const days = dayNumber(lastDay) - dayNumber(firstDay)
  return days >= 0 && days < mostDays
}

/** Answers with the stamp of the days that are asked about. The gate lets it in without counting it as a touch. */
export function addDayChanged(app: Hono<ConsoleEnv>): void {
  app.get(consolePaths.dayChanged, async (c) => {
    const days = mayDo(c.var.member, 'see-day') ? Asked.parse(queryOf(c)) : undefined
    return days ? c.text(await stampFor(c, days)) : c.text('', 404)
  })
}

/** The stamp of what a page is about to show: read before the page's own data, so that no change falls between. */
export const stampFor = (c: Context<ConsoleEnv>, days: StampedDays): Promise<string> =>
  inClinic(c.var.data.app, c.var.member.clinicId, (trx) => stampOfDays(trx, days))

/** Days with the stamp that they had when the page was made. */
export interface ShownDays extends StampedDays {
  readonly stamp: string
}

/** Empty until something has changed, or nobody can know. Without scripts it stays empty, and the page is as old as its last load. */
export function DayChanged({ days }: { readonly days: ShownDays }) {
  const { stamp, firstDay, lastDay, therapistId } = days
  const query = new URLSearchParams({ firstDay, lastDay, ...(therapistId !== undefined && { therapistId }) })
  return <p class="day-changed" role="status" data-stamp={stamp} data-ask={`${consolePaths.dayChanged}?${query}`} />
}

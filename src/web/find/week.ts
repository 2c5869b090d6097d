/** Which week of free times is looked at, and where its links lead. Pure. */
import type { Week } from './times-page.tsx'

/** The furthest that anybody can look, in days: no service can be booked further ahead. */
const furthestDays = 366

/** Whether a text is an ISO day that a week may begin with. */
export function isFirstDay(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** Seven days from `from`; never from before today, and not further than can be booked. */
export function weekFrom(today: Temporal.PlainDate, from: string | undefined): Week {
  const last = today.add({ days: furthestDays })
  const asked = from === undefined ? today : Temporal.PlainDate.from(from)
  const first = [today, asked].toSorted(Temporal.PlainDate.compare)[1] ?? today
  const start = Temporal.PlainDate.compare(first, last) > 0 ? last : first
  const before = start.subtract({ days: 7 })
  const after = start.add({ days: 7 })
  return {
    firstDay: start.toString(),
    lastDay: start.add({ days: 6 }).toString(),
    before: start.equals(today)
      ? undefined
      : (Temporal.PlainDate.compare(before, today) < 0 ? today : before).toString(),
    after: Temporal.PlainDate.compare(after, last) > 0 ? undefined : after.toString(),
  }
}

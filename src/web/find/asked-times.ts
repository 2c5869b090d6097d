/** Which service and which days a page of free times is about. Pure. */
import type { OfferedService } from '../../clinic/directory/read-profiles.ts'
import { defaultTreatment } from './read-search.ts'
import { isFirstDay, type Week, weekFrom } from './week.ts'

/** How far a page looks for the next free times, in days. */
export const daysOnPage = 28

/** The service of the address, or the first visit, or whatever there is. */
export function serviceOf(
  { services }: { readonly services: readonly OfferedService[] },
  id: string | undefined,
): OfferedService | undefined {
  const named = services.find((service) => service.id === id)
  return named ?? services.find(({ treatment }) => treatment === defaultTreatment) ?? services[0]
}

/** The week of the address, on the calendar of the first place. @param from ISO day as it stands in the address */
export function weekAsked(
  places: readonly { readonly zone: string }[],
  { windowDays }: OfferedService,
  from: string | undefined,
  now: Temporal.Instant,
): { readonly today: string; readonly week: Week } {
  const today = now.toZonedDateTimeISO(places[0]?.zone ?? 'Europe/London').toPlainDate()
  return { today: today.toString(), week: weekFrom(today, isFirstDay(from) ? from : undefined, windowDays) }
}

/** The weeks after an empty one, for the next time that is free; `isAll`: nothing later than these can be booked yet. */
export function daysAfter(
  { lastDay }: Week,
  today: string,
  { windowDays }: OfferedService,
): { readonly firstDay: string; readonly lastDay: string; readonly isAll: boolean } {
  const looked = Temporal.PlainDate.from(lastDay).add({ days: daysOnPage })
  const bookable = Temporal.PlainDate.from(today).add({ days: windowDays })
  return {
    firstDay: Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString(),
    lastDay: looked.toString(),
    isAll: Temporal.PlainDate.compare(bookable, looked) <= 0,
  }
}

/** Classes that stand though their therapist is away or their place is shut then: nobody can join one, so somebody has to decide. */
import { timeOffOf } from '../availability/availability-rows.ts'
import { isoDay } from '../availability/calendar-days.ts'
import { visitsHit } from '../availability/hit-visits.ts'
import type { TimeOff } from '../availability/input.ts'
import { localDay } from '../availability/zone-days.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import { classesOnDays, type ListedClass } from './class-list.ts'

/** What keeps everybody from joining: the first of the two by which `classRefusal` refuses them. */
export type OffThen = 'closed' | 'away'

/** The days of a class on the clock of its place, as ISO days. */
const daysOf = ({ startsAt, endsAt, zone }: ListedClass) => ({
  first: isoDay(localDay(startsAt, zone)),
  last: isoDay(localDay(endsAt, zone)),
})

const isHit = (off: TimeOff, { startsAt, endsAt, zone }: ListedClass) =>
  visitsHit(off, [{ from: startsAt, to: endsAt }], zone).length > 0

/** What stands against each, by class; a class against which nothing does is not in it. */
export async function whatIsOff(
  trx: ClinicTransaction,
  classes: readonly ListedClass[],
): Promise<ReadonlyMap<string, OffThen>> {
  const found = new Map<string, OffThen>()
  for (const [therapistId, theirs] of Map.groupBy(classes, (one) => one.therapistId)) {
    const days = theirs.map(daysOf)
    const first = days.map((one) => one.first).toSorted()[0] ?? ''
    const last =
      days
        .map((one) => one.last)
        .toSorted()
        .at(-1) ?? ''
    const { absences, closures } = await timeOffOf(trx, therapistId, first, last)
    for (const one of theirs) {
      const there = closures.filter(({ location }) => (location ?? one.locationId) === one.locationId)
      if (there.some((off) => isHit(off, one))) found.set(one.classId, 'closed')
      else if (absences.some((off) => isHit(off, one))) found.set(one.classId, 'away')
    }
  }
  return found
}

/** The classes that a time off hits, with nobody in them too; in order. @param of as in `classesOnDays` */
export async function classesHitBy(
  trx: ClinicTransaction,
  of: Parameters<typeof classesOnDays>[1],
  off: TimeOff,
): Promise<readonly ListedClass[]> {
  const { firstDay, lastDay = firstDay } = off
  return (await classesOnDays(trx, of, { firstDay, lastDay })).filter((one) => isHit(off, one))
}

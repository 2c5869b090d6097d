/** What has just happened to a visit as the heading of its page, and what last happened to it as a sentence. Pure. */
import type { LastChange } from '../../../clinic/booking/last-change.ts'
import type { VisitState } from '../../../clinic/booking/visit-steps.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { momentWords } from './booking-words.ts'

/** What stands, whatever led to it. */
const standing: Readonly<Record<VisitState, string>> = {
  held: 'This time is held, not booked',
  confirmed: 'Your visit is booked',
  arrived: 'You have arrived',
  finished: 'This visit is over',
  cancelled: 'This visit is cancelled',
  'late-cancelled': 'This visit is cancelled',
  'no-show': 'You did not come to this visit',
}

/** Is it the change by which the visit stands as it does? At the door more may have happened since. */
const isOf = ({ state }: Pick<VisitView, 'state'>, { what }: LastChange) =>
  what === 'cancelled' ? state.endsWith('cancelled') : state === 'confirmed'

/** The heading: what has just happened, and later what stands. */
export function visitHeading(visit: Pick<VisitView, 'state' | 'startsAt'>, change: LastChange | undefined): string {
  if (!change?.isJustNow || !isOf(visit, change)) return standing[visit.state]
  const { what, byWhom, visits, was } = change
  // Of a course moved together a date may stay, so that fewer are moved than it has.
  const several = what === 'booked' ? `Your ${visits} visits` : `${visits} of your visits`
  const yours = visits > 1 ? several : 'Your visit'
  const are = visits > 1 ? 'are' : 'is'
  const isByClinic = byWhom === 'staff'
  const whose = visits > 1 ? several : 'your visit'
  switch (what) {
    case 'booked':
      return `${yours} ${are} booked`
    case 'moved':
      if (was === visit.startsAt) return isByClinic ? `The clinic changed ${whose}` : `${yours} ${are} changed`
      return isByClinic ? `The clinic moved ${whose}` : `${yours} ${are} moved`
    case 'cancelled':
      return isByClinic ? `The clinic cancelled ${whose}` : `${yours} ${are} cancelled`
    case 'standsAgain':
      return `${yours} ${visits > 1 ? 'stand' : 'stands'} after all`
  }
}

/** Said to whoever would cancel what is cancelled: who did it, and when. */
export function cancelledWords(visit: VisitView, change: LastChange | undefined, now: number): string | undefined {
  if (change?.what !== 'cancelled') return undefined
  const who = change.byWhom === 'staff' ? visit.clinic.name : 'You or somebody on your behalf'
  return `${who} cancelled it, ${momentWords(change.at, visit.place.zone, now)}.`
}

/** What last happened to it, in a sentence; none where it was booked and no more. */
export function changeWords(visit: VisitView, change: LastChange | undefined, now: number): string | undefined {
  if (!change || change.what === 'booked' || !isOf(visit, change)) return undefined
  const { what, byWhom, was } = change
  const who = byWhom === 'staff' ? visit.clinic.name : 'You'
  const at = (ms: number) => momentWords(ms, visit.place.zone, now)
  if (what === 'cancelled') return `${who} cancelled it, ${at(change.at)}.`
  if (what === 'standsAgain') return `It had been cancelled. ${who} has taken that back.`
  if (was === visit.startsAt) return `${who} changed it. It begins at the same time as before.`
  return was === null ? `${who} moved it.` : `${who} moved it. It was ${at(was)}. Now it is ${at(visit.startsAt)}.`
}

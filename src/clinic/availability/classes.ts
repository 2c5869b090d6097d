/**
 * Classes: fixed times with places. The meeting itself has claimed its therapist and room, so only places are counted here,
 * beside the rules that hold for every start. Pure.
 */
import type { ClassMeeting, Service, Slot, Therapist, Wish } from './input.ts'
import type { Prepared } from './prepare.ts'
import { isFree } from './ranges.ts'
import { startLimits } from './start-limits.ts'

/** Why nobody can join a meeting any more. */
export type ClassRefusal = 'past' | 'insideNotice' | 'beyondWindow' | 'closed' | 'away' | 'taken'

/** The places of this therapist's meetings on some local days that can be had, in order of start. */
export function classSlots(
  prepared: Prepared,
  wish: Wish,
  service: Service,
  therapist: Therapist,
  { firstDay, lastDay }: { readonly firstDay: number; readonly lastDay: number },
): Slot[] {
  return prepared.input.meetings
    .filter((meeting) => isOf(meeting, wish, therapist))
    .filter((meeting) => isOn(prepared, meeting, firstDay, lastDay))
    .filter((meeting) => classRefusal(prepared, meeting, service, therapist, wish.by ?? 'public') === undefined)
    .map(placeIn)
    .sort((one, other) => one.start - other.start)
}

const isOf = (meeting: ClassMeeting, wish: Wish, therapist: Therapist) =>
  meeting.service === wish.service &&
  meeting.therapist === therapist.id &&
  meeting.location === (wish.location ?? meeting.location)

function isOn({ daysOf }: Prepared, { location, start }: ClassMeeting, firstDay: number, lastDay: number): boolean {
  const days = daysOf(location)
  return start >= days.startOf(firstDay) && start < days.startOf(lastDay + 1)
}

/** A place of its own: it claims nothing, since the meeting has. */
const placeIn = ({ id, service, therapist, location, start, end, places, taken }: ClassMeeting): Slot => ({
  ...{ service, therapist, location, start, end, claimFrom: start, claimTo: end },
  ...{ resources: [], fit: 'open', inClass: { id, placesLeft: places - taken } },
})

/** The first rule that speaks against joining a meeting; nothing where a place can be had. `taken`: it is full. */
export function classRefusal(
  prepared: Prepared,
  meeting: ClassMeeting,
  service: Service,
  therapist: Therapist,
  by: 'public' | 'staff',
): ClassRefusal | undefined {
  const { location, start, end } = meeting
  if (start < prepared.input.now) return 'past'
  const limits = startLimits(prepared, service, location, by)
  if (start < limits.earliest) return 'insideNotice'
  if (prepared.daysOf(location).dayOf(start) > limits.lastDay) return 'beyondWindow'
  if (!isFree(prepared.closedAt(location), start, end)) return 'closed'
  if (!isFree(prepared.awayOf(therapist, location), start, end)) return 'away'
  return meeting.taken < meeting.places ? undefined : 'taken'
}

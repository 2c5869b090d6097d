/** Classes: fixed times with places. The class itself has claimed its therapist and room; here only places are counted. */
import { dayNumber } from './calendar-days.ts'
import type { AvailabilityInput } from './input.ts'
import { type Prepared, prepare } from './prepare.ts'
import { isFree } from './ranges.ts'
import { startLimits } from './slots.ts'

/** One meeting of a class. `taken` counts every place that is held or booked; expired holds are not. */
export interface ClassMeeting {
  readonly id: string
  readonly service: string
  readonly therapist: string
  readonly location: string
  readonly start: number
  readonly end: number
  readonly places: number
  readonly taken: number
}

/** A meeting with at least one place left. */
export interface OpenClass {
  readonly meeting: ClassMeeting
  readonly placesLeft: number
}

type ClassRefusal = 'unknown' | 'notLoaded' | 'past' | 'insideNotice' | 'beyondWindow' | 'closed' | 'away' | 'full'

/** Every meeting that can be joined, in order of start. */
export function listClasses(
  input: AvailabilityInput,
  meetings: readonly ClassMeeting[],
  service: string,
  by: 'public' | 'staff' = 'public',
): readonly OpenClass[] {
  const prepared = prepare(input)
  return meetings
    .filter((meeting) => meeting.service === service && refusal(prepared, meeting, 1, by) === undefined)
    .sort((one, other) => one.start - other.start)
    .map((meeting) => ({ meeting, placesLeft: meeting.places - meeting.taken }))
}

/** May so many people join? The same rules as the list. @param people 1 or more */
export function acceptPlaces(
  input: AvailabilityInput,
  meetings: readonly ClassMeeting[],
  wanted: { readonly meeting: string; readonly people: number; readonly by?: 'public' | 'staff' },
): { readonly ok: true; readonly meeting: ClassMeeting } | { readonly ok: false; readonly why: ClassRefusal } {
  const meeting = meetings.find(({ id }) => id === wanted.meeting)
  if (!meeting || !Number.isInteger(wanted.people) || wanted.people < 1) return { ok: false, why: 'unknown' }
  const why = refusal(prepare(input), meeting, wanted.people, wanted.by ?? 'public')
  return why ? { ok: false, why } : { ok: true, meeting }
}

function refusal(
  prepared: Prepared,
  meeting: ClassMeeting,
  people: number,
  by: 'public' | 'staff',
): ClassRefusal | undefined {
  const { input } = prepared
  const { location, start, end } = meeting
  const service = prepared.services.get(meeting.service)
  const therapist = input.therapists.find(({ id }) => id === meeting.therapist)
  if (!service || !therapist || !prepared.locations.has(location)) return 'unknown'
  if (start < input.now) return 'past'
  const days = prepared.daysOf(location)
  if (start < days.startOf(dayNumber(input.firstDay)) || start >= days.startOf(dayNumber(input.lastDay) + 1))
    return 'notLoaded'
  const limits = startLimits(prepared, service, location, by)
  if (start < limits.earliest) return 'insideNotice'
  if (days.dayOf(start) > limits.lastDay) return 'beyondWindow'
  if (!isFree(prepared.closedAt(location), start, end)) return 'closed'
  if (!isFree(prepared.awayOf(therapist, location), start, end)) return 'away'
  return meeting.places - meeting.taken < people ? 'full' : undefined
}

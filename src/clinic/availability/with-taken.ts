/** What the search would be given if a time that it found were taken. Pure. */
import type { AvailabilityInput, Slot } from './input.ts'

/** The input as if somebody else had this time: what it would claim is busy, or one more place of the class is gone. */
export function withTaken(input: AvailabilityInput, slot: Slot): AvailabilityInput {
  const { resources, claimFrom: from, claimTo: to, location, inClass } = slot
  const claims = resources.map((resource) => ({ resource, from, to, location }))
  return {
    ...input,
    busy: [...input.busy, ...claims],
    meetings: input.meetings.map((meeting) =>
      meeting.id === inClass?.id ? { ...meeting, taken: meeting.taken + 1 } : meeting,
    ),
  }
}

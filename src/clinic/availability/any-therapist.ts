/** "Any therapist": each time once, with how many could still take it. */
import type { AvailabilityInput, Slot } from './input.ts'
import { prepare, rigsOf } from './prepare.ts'
import { isFree } from './ranges.ts'

/** A time at a location, and everybody who could give the visit then. */
export interface SharedTime {
  readonly service: string
  readonly location: string
  readonly start: number
  readonly end: number
  /** In the order of the list. */
  readonly therapists: readonly string[]
  /** How many people could be booked at this time one after the other: never more than there are rooms and machines. */
  readonly places: number
}

/** @param slots times of one service, in order of start, as `listSlots` gives them for this input */
export function timesWithAnybody(input: AvailabilityInput, slots: readonly Slot[]): readonly SharedTime[] {
  const prepared = prepare(input)
  const therapists = new Map(input.therapists.map((therapist) => [therapist.id, therapist]))
  const groups = Map.groupBy(slots, ({ location, start }) => `${start} ${location}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const used = new Set<string>()
    const places = group.filter((slot) => takes(slot, used)).length
    const { service, location, start, end } = first
    return [{ service, location, start, end, therapists: group.map(({ therapist }) => therapist), places }]
  })

  /** Books this slot beside those already counted, if a rig is left for it. */
  function takes(slot: Slot, used: Set<string>): boolean {
    const service = prepared.services.get(slot.service)
    const therapist = therapists.get(slot.therapist)
    if (!service || !therapist) return false
    for (const rig of rigsOf(prepared, service, therapist, slot.location)) {
      const chosen = [rig.rooms, rig.machines]
        .filter((things) => things !== undefined)
        .map((things) =>
          things.find(
            ({ id }) =>
              !used.has(id) && isFree(prepared.thingBusy(id), slot.start - rig.beforeMs, slot.end + rig.afterMs),
          ),
        )
      if (chosen.some((thing) => !thing)) continue
      for (const thing of chosen) if (thing) used.add(thing.id)
      return true
    }
    return false
  }
}

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

/** One of them as it is shown: the person with whom it would be booked. */
export interface OfferedTime {
  readonly slot: Slot
  /** How many more people could be booked then, with somebody else. */
  readonly more: number
}

/**
 * Each time once, with whoever of those that are free has most times left among these, so that nobody's day is filled before the
 * others'. A place in a class is as it is: its meeting has its therapist. @param slots as for `timesWithAnybody`
 */
export function offersWithAnybody(input: AvailabilityInput, slots: readonly Slot[]): readonly OfferedTime[] {
  const inClass = slots.filter((slot) => slot.inClass)
  const alone = slots.filter((slot) => !slot.inClass)
  const left = Map.groupBy(alone, ({ therapist }) => therapist)
  const shared = timesWithAnybody(input, alone).flatMap(({ start, location, therapists, places }) => {
    const [first] = therapists.toSorted((one, other) => (left.get(other)?.length ?? 0) - (left.get(one)?.length ?? 0))
    const slot = left.get(first ?? '')?.find((one) => one.start === start && one.location === location)
    return slot ? [{ slot, more: places - 1 }] : []
  })
  return [...inClass.map((slot) => ({ slot, more: 0 })), ...shared].toSorted(
    (one, other) => one.slot.start - other.slot.start,
  )
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

/** The other side of the list: may this time be had? Answers with the reason and times near it when it may not. */
import { classRefusal } from './classes.ts'
import type { AvailabilityInput, Service, Slot, Therapist, Wish } from './input.ts'
import { openingsOf } from './open-times.ts'
import { type Prepared, prepare, rigsOf } from './prepare.ts'
import { isFree } from './ranges.ts'
import { listSlots, searchTherapist } from './slots.ts'
import { startLimits } from './start-limits.ts'
import { dayNumber } from './calendar-days.ts'
import { localDay } from './zone-days.ts'

const minuteMs = 60_000
const mostNear = 6

/** A time somebody asks for: from our own list, or made up. */
export interface Wanted extends Wish {
  readonly therapist: string
  readonly location: string
  readonly start: number
}

/**
 * `unknown`: no such service, therapist or location, or not together. `notLoaded`: outside the input's days.
 * `insideNotice` and `beyondWindow` are the two rules that staff may pass by asking with `by: 'staff'`.
 * `notAStart`: free, but not on the steps or fixed times; of a class: it does not meet then. `taken`: of a class, it is full.
 */
export type Refusal =
  | 'unknown'
  | 'notLoaded'
  | 'past'
  | 'insideNotice'
  | 'beyondWindow'
  | 'outsideHours'
  | 'closed'
  | 'away'
  | 'taken'
  | 'noRoom'
  | 'notAStart'

export type Acceptance =
  | { readonly ok: true; readonly slot: Slot }
  /** `near`: up to six free times of the same service, with anybody, the nearest first. `ofClass`: others come to it too. */
  | { readonly ok: false; readonly why: Refusal; readonly near: readonly Slot[]; readonly ofClass?: true }

/** The search that lists, narrowed. A time that the rule about gaps hides is accepted: hiding is advice, not a refusal. */
export function acceptSlot(input: AvailabilityInput, wanted: Wanted): Acceptance {
  const isClass = input.services.some(({ id, places }) => id === wanted.service && places !== undefined)
  const refused = (why: Refusal): Acceptance => ({
    ...{ ok: false, why, near: nearTo(input, wanted) },
    ...(isClass && { ofClass: true }),
  })
  const place = input.locations.find(({ id }) => id === wanted.location)
  const therapist = input.therapists.find(({ id }) => id === wanted.therapist)
  if (!place || !therapist?.services.includes(wanted.service)) return refused('unknown')
  if (!Number.isSafeInteger(wanted.start) || Math.abs(wanted.start) > 8e15) return refused('unknown')
  if (wanted.start < input.now) return refused('past')
  const day = localDay(wanted.start, place.zone)
  if (day < dayNumber(input.firstDay) || day > dayNumber(input.lastDay)) return refused('notLoaded')
  const prepared = prepare(input)
  const slot = searchTherapist(prepared, wanted, therapist, day, day).find(({ start }) => start === wanted.start)
  return slot ? { ok: true, slot } : refused(reason(prepared, wanted, therapist, day))
}

/** The first rule that speaks against a time of which the search has said that it is not to be had. */
function reason(prepared: Prepared, wanted: Wanted, therapist: Therapist, day: number): Refusal {
  const { location, start } = wanted
  const service = prepared.services.get(wanted.service)
  if (!service) return 'unknown'
  if (service.places !== undefined) return reasonOfClass(prepared, wanted, service, therapist)
  const limits = startLimits(prepared, service, location, wanted.by ?? 'public')
  if (start < limits.earliest) return 'insideNotice'
  if (day > limits.lastDay) return 'beyondWindow'
  const rigs = rigsOf(prepared, service, therapist, location)
  if (rigs.length === 0) return 'noRoom'
  const end = start + service.minutes * minuteMs
  const afterMs = Math.min(...rigs.map((rig) => rig.afterMs))
  const beforeMs = Math.min(...rigs.map((rig) => rig.beforeMs))
  const hours = therapist.hours.filter((row) => row.location === location)
  const isOpen = openingsOf(hours, prepared.daysOf(location), day, day).some(
    ({ from, to }) => start >= from && end + afterMs <= to,
  )
  if (!isOpen) return 'outsideHours'
  if (!isFree(prepared.closedAt(location), start, end + afterMs)) return 'closed'
  if (!isFree(prepared.awayOf(therapist, location), start, end + afterMs)) return 'away'
  if (!isFree(prepared.therapistBusy(therapist.id, location), start - beforeMs, end + afterMs)) return 'taken'
  const { thingBusy } = prepared
  const hasThings = rigs.some((rig) =>
    [rig.rooms, rig.machines].every(
      (things) => things?.some(({ id }) => isFree(thingBusy(id), start - rig.beforeMs, end + rig.afterMs)) ?? true,
    ),
  )
  return hasThings ? 'notAStart' : 'noRoom'
}

function reasonOfClass(prepared: Prepared, wanted: Wanted, service: Service, therapist: Therapist): Refusal {
  const meeting = prepared.input.meetings.find(
    ({ service: of, therapist: by, location, start }) =>
      of === service.id && by === therapist.id && location === wanted.location && start === wanted.start,
  )
  return (meeting && classRefusal(prepared, meeting, service, therapist, wanted.by ?? 'public')) ?? 'notAStart'
}

function nearTo(input: AvailabilityInput, { service, start, location, therapist, by }: Wanted): readonly Slot[] {
  const far = (slot: Slot) => Math.abs(slot.start - start)
  const strange = (slot: Slot) => Number(slot.location !== location) * 2 + Number(slot.therapist !== therapist)
  const { slots } = listSlots(input, { service, ...(by && { by }) })
  return [...slots].sort((one, other) => far(one) - far(other) || strange(one) - strange(other)).slice(0, mostNear)
}

/**
 * What staff may book. First the same function decides that decides for the public. Where it refuses, staff may bend some
 * rules with a reason; what is past, or not given by this therapist here, nobody can have. Pure.
 */
import { acceptSlot, type Refusal, type Wanted } from '../availability/accept-slot.ts'
import type { AvailabilityInput, Slot } from '../availability/input.ts'
import { prepare, type Prepared, rigsOf } from '../availability/prepare.ts'
import { isFree } from '../availability/ranges.ts'

/** Rules that staff may bend. Never: to treat in the past, or somebody who is not registered. */
const bendable = [
  'insideNotice',
  'beyondWindow',
  'outsideHours',
  'closed',
  'away',
  'taken',
  'noRoom',
  'notAStart',
] as const satisfies readonly Refusal[]
/** One of them. */
export type BentRule = (typeof bendable)[number]

const minuteMs = 60_000

/** A rule that was bent for a visit, and why, in the words of whoever bent it. */
export interface Bent {
  readonly rule: BentRule
  readonly reason: string
}

/** `canBend`: with a reason it could be had all the same. */
export type StaffAcceptance =
  | { readonly ok: true; readonly slot: Slot; readonly bent: Bent | null }
  | {
      readonly ok: false
      readonly why: Refusal
      readonly near: readonly Slot[]
      readonly canBend: boolean
      /** A place in a class was wanted: taken means that it is full. */
      readonly ofClass?: true
    }

/** Why a rule is bent, of whoever wants it all the same. */
export interface WhyBent {
  /** Without one nothing is bent. */
  readonly reason?: string | undefined
  /** The rule that they were asked about, where they were: for another that stands in the way meanwhile the reason is none. */
  readonly bends?: string | undefined
}

/** @param whyBent left out: nothing is bent */
export function acceptAsStaff(
  input: AvailabilityInput,
  wanted: Wanted,
  { reason, bends }: WhyBent = {},
): StaffAcceptance {
  const inOrder = acceptSlot(input, { ...wanted, by: 'public' })
  if (inOrder.ok) return { ...inOrder, bent: null }
  const asStaff = acceptSlot(input, { ...wanted, by: 'staff' })
  const why = asStaff.ok ? inOrder.why : asStaff.why
  const rule = bendable.find((one) => one === why)
  const slot = asStaff.ok ? asStaff.slot : rule && bentSlot(input, wanted)
  if (rule && slot && reason && (bends ?? rule) === rule) return { ok: true, slot, bent: { rule, reason } }
  const refused = asStaff.ok ? inOrder : asStaff
  return { ...refused, why, canBend: slot !== undefined }
}

/** Rules about when a visit may begin. They say nothing of how long it may take. */
const startRules: readonly string[] = ['insideNotice', 'beyondWindow', 'notAStart'] satisfies readonly BentRule[]

/**
 * The same for a visit that stays where it begins and takes longer or shorter: what spoke against its beginning was settled
 * when it was booked, and only what it now takes counts.
 * @param before what was bent for it then
 */
export function acceptLength(
  input: AvailabilityInput,
  wanted: Wanted,
  { bent_rule, bent_reason }: { readonly bent_rule: string | null; readonly bent_reason: string | null },
  whyBent: WhyBent,
): StaffAcceptance {
  const rule = bendable.find((one) => one === bent_rule && startRules.includes(one))
  const was = rule && bent_reason !== null ? { rule, reason: bent_reason } : null
  const asStaff = acceptSlot(input, { ...wanted, by: 'staff' })
  if (asStaff.ok) return { ...asStaff, bent: was }
  const ofBefore = { reason: was?.reason ?? 'Only its length was changed.' }
  return acceptAsStaff(input, wanted, startRules.includes(asStaff.why) ? ofBefore : whyBent)
}

/**
 * The time as it would be, whoever has it: of therapist, room and machine it claims those that are free for the whole of it.
 * @returns `undefined` where this therapist does not give the service, there is no such place, or it is a class: that has the
 * places it has, at the times it has
 */
function bentSlot(input: AvailabilityInput, wanted: Wanted): Slot | undefined {
  const { start, location } = wanted
  const prepared = prepare(input)
  const service = prepared.services.get(wanted.service)
  const therapist = input.therapists.find(({ id }) => id === wanted.therapist)
  if (!service || !therapist?.services.includes(service.id) || !prepared.locations.has(location)) return undefined
  if (start % minuteMs !== 0 || service.places !== undefined) return undefined
  const end = start + service.minutes * minuteMs
  const ways = rigsOf(prepared, service, therapist, location).map((rig) => {
    const span = { claimFrom: start - rig.beforeMs, claimTo: end + rig.afterMs }
    const things = [rig.rooms, rig.machines].flatMap((some) => freeThing(prepared, some, span) ?? [])
    return { ...span, things }
  })
  const bare = {
    claimFrom: start - Math.max(service.pauseBefore, therapist.pauseBefore) * minuteMs,
    claimTo: end + Math.max(service.pauseAfter, therapist.pauseAfter) * minuteMs,
    things: [],
  }
  // The way with most of what the visit needs.
  const [way = bare] = ways.toSorted((one, other) => other.things.length - one.things.length)
  const { claimFrom, claimTo } = way
  const isTherapistFree = isFree(prepared.therapistBusy(therapist.id, location), claimFrom, claimTo)
  return {
    ...{ service: service.id, therapist: therapist.id, location, start, end, claimFrom, claimTo, fit: 'open' },
    resources: [...(isTherapistFree ? [therapist.id] : []), ...way.things],
  }
}

function freeThing(
  { thingBusy }: Prepared,
  things: readonly { readonly id: string }[] | undefined,
  { claimFrom, claimTo }: { readonly claimFrom: number; readonly claimTo: number },
): string | undefined {
  return things?.find(({ id }) => isFree(thingBusy(id), claimFrom, claimTo))?.id
}

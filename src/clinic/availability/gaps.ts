/** The rule about gaps: what leaves a useless one is kept from sight while that therapist has something better that day. */
import type { Slot, Therapist } from './input.ts'
import type { Prepared } from './prepare.ts'

/** Some of a therapist's times parted into those to show and those to hide. Nothing is hidden where the switch is off. */
export function bestOfDays(
  { avoidsGaps }: Therapist,
  all: readonly Slot[],
  { daysOf }: Pick<Prepared, 'daysOf'>,
): { readonly slots: readonly Slot[]; readonly hidden: readonly Slot[] } {
  if (!avoidsGaps) return { slots: all, hidden: [] }
  const dayOf = ({ location, start }: Slot) => daysOf(location).dayOf(start)
  const good = new Set(all.filter(({ fit }) => fit !== 'leavesGap').map(dayOf))
  const isShown = (slot: Slot) => slot.fit !== 'leavesGap' || !good.has(dayOf(slot))
  return { slots: all.filter(isShown), hidden: all.filter((slot) => !isShown(slot)) }
}

/** Times beside other visits first, then the rest; otherwise the order stays. */
export const besideFirst = (slots: readonly Slot[]): readonly Slot[] => [
  ...slots.filter(({ fit }) => fit === 'beside'),
  ...slots.filter(({ fit }) => fit !== 'beside'),
]

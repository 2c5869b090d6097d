/**
 * A dose that is told again: by the same form, as after Back, or by another press within minutes. One press of one form is
 * one dose, and the person is told so; what a form tells the second time and is not the same counts as well.
 * Never: leaves a dose out that may be another one, or takes the place of one that was taken out of the list.
 */
import { actOf, idBeside } from '../../../care/evidence/ids.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import { asEpochMs, type EpochMs } from '../../../care/evidence/time.ts'
import { momentWords } from './medicine-clock.ts'
import type { MedicinesNow } from './medicine-now.tsx'
import type { DoseEntry } from './medicine-state.ts'

/** So near together the same portion is more likely one dose that was told twice, as after Back. Our choice [C]. */
const twinMs = 10 * 60_000

/** The acts that one form can make: its own, and one for each time that it came back with something else. */
const actsOf = (form: string): readonly string[] =>
  Array.from({ length: 16 }, (_, version) => idBeside(form, 'version', version))

/**
 * What a form's dose is written down as: under an act that nothing of the record has, also nothing that was taken out; or
 * the entry on the list that says the same, which is then not written again.
 * @param at when it was; where it counts as now until it is said which time was meant, the earlier of the two
 */
export async function placeFor(
  now: MedicinesNow,
  form: string,
  dose: (act: string) => readonly DoseEntry[],
  at: EpochMs,
): Promise<{ readonly act: string } | { readonly same: DoseEntry }> {
  const { home, entries, shown } = now
  const acts = actsOf(form)
  const again = dose(form)
  const same = shown.find((entry) => {
    const isMine = acts.some((act) => actOf(act) === actOf(entry.id)) && isPartOf(again, entry)
    return isMine && (isNear(entry.takenAt, at) || again.some((one) => isTypedLike(one, entry)))
  })
  if (same) return { same }
  const events = (await home.notebook?.all().catch(() => null)) ?? []
  const used = new Set([...entries, ...events].map(({ id }) => actOf(id)))
  return { act: acts.find((act) => !used.has(actOf(act))) ?? home.newId() }
}

const isNear = (one: EpochMs, other: EpochMs): boolean => Math.abs(one - other) <= twinMs

/** Both count as the moment they were written down, minutes apart, and were typed as the same time. */
const isTypedLike = (one: DoseEntry, other: DoseEntry): boolean =>
  one.typed !== undefined && one.typed === other.typed && isNear(one.takenAt, other.takenAt)

/** An act for the same dose at the other time that was meant, so that its form is still known for having told it. */
export async function actBeside(now: MedicinesNow, act: string): Promise<string> {
  const place = await placeFor(now, act, () => [], now.home.now())
  return 'act' in place ? place.act : now.home.newId()
}

/** Is this one ingredient of that portion? */
const isPartOf = (portion: readonly DoseEntry[], entry: DoseEntry): boolean =>
  portion.some(
    (one) =>
      one.product === entry.product && one.ingredient === entry.ingredient && one.milligrams === entry.milligrams,
  )

/** Told where a form was sent a second time with the same dose. */
export const sentTwiceWords = ({ home }: MedicinesNow, { product, takenAt }: DoseEntry): string =>
  `You sent this form before. ${product} from ${momentWords(asEpochMs(takenAt), home.now(), home)} counts once. Took more? Write it down below.`

/** What may be the same dose is on the list already: both count, and the person says if they are one. */
export function twinWords({ home, shown }: MedicinesNow, form: string, fresh: readonly DoseEntry[]): string {
  const [first] = fresh
  if (!first) return ''
  const own = actOf(first.id)
  const others = shown.filter(({ id }) => actOf(id) !== own)
  const from = (entry: DoseEntry) => momentWords(asEpochMs(entry.takenAt), home.now(), home)
  const near = findLast(others, (entry) => isPartOf(fresh, entry) && isNear(entry.takenAt, first.takenAt))
  if (near) return ` The same is in your list already, from ${from(near)}. Was it one dose? Take one out below.`
  const acts = actsOf(form)
  const before = findLast(others, ({ id }) => acts.some((act) => actOf(act) === actOf(id)))
  if (!before) return ''
  return ` You sent this form before, and ${before.product} from ${from(before)} is in your list too. Was it one dose? Take one out below.`
}

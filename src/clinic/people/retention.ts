/**
 * How long what was written about a treatment must be kept: adults 8 years in England and 6 in Scotland after the last visit,
 * children commonly to the 25th birthday. Pure.
 */

/** Where a clinic's location lies. */
export type Country = 'england' | 'scotland' | 'wales' | 'northern-ireland'

/** Of Wales and Northern Ireland nothing is told us; the longer of the two is kept. */
const years: Readonly<Record<Country, number>> = { england: 8, wales: 8, 'northern-ireland': 8, scotland: 6 }
const adultAt = 18
const childrenUntil = 25

/**
 * The last day on which it must be kept. For a child the later of both rules counts, so that neither is broken.
 * @param lastVisit ISO day of the person's last visit to the clinic
 * @param bornOn ISO day; `null` for somebody who was an adult at the last visit, whatever their age
 */
export function keptUntil(lastVisit: string, country: Country, bornOn: string | null): string {
  const last = Temporal.PlainDate.from(lastVisit)
  const asAdult = last.add({ years: years[country] })
  if (bornOn === null) return asAdult.toString()
  const born = Temporal.PlainDate.from(bornOn)
  const wasChild = Temporal.PlainDate.compare(last, born.add({ years: adultAt })) < 0
  const asChild = born.add({ years: childrenUntil })
  return (wasChild && Temporal.PlainDate.compare(asChild, asAdult) > 0 ? asChild : asAdult).toString()
}

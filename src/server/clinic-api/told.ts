/** What a machine is told of times, services and places: the same that the pages show. Pure. */
import { wallClockSentence } from '../../clinic/availability/wall-clock.ts'
import { differentDays, isTold, type Opening } from '../../clinic/availability/opening.ts'
import type { Slot } from '../../clinic/availability/input.ts'
import type { VisitView } from '../../clinic/booking/visit-view.ts'
import type { OfferedService, VisitPlace } from '../../clinic/directory/read-profiles.ts'
import { isTreatmentId, treatments } from '../../clinic/directory/treatments.ts'

/** A moment as ISO 8601. @param ms since 1970 */
export const iso = (ms: number): string => instant(ms).toString()
const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)

/** @param therapist the name in the address of the therapist's page; `zone` that of the place */
export const tellTime = (
  { service, location, start, end }: Pick<Slot, 'service' | 'location' | 'start' | 'end'>,
  { therapist, zone, now }: { readonly therapist: string; readonly zone: string; readonly now: Temporal.Instant },
) => ({
  therapist,
  service,
  location,
  start: iso(start),
  end: iso(end),
  says: wallClockSentence(instant(start), zone, now),
})

/** How sure the guide is, beside every price. */
export const proofOf = (treatment: string) =>
  isTreatmentId(treatment) ? treatments[treatment].proof : { is: 'unknown', honest: 'Our guide does not know it.' }

export const tellService = (service: Omit<OfferedService, 'freeUntilHours' | 'lateFeePence'>) => ({
  ...service,
  proof: proofOf(service.treatment),
})

/** @param openings of all places, where their clinic has said when the door is open */
export const tellPlace = (
  { latitude, longitude, ...place }: VisitPlace,
  openings: ReadonlyMap<string, Opening>,
  now: Temporal.Instant,
) => ({
  ...place,
  position: { latitude, longitude },
  ...tellOpening(openings.get(place.id), now.toZonedDateTimeISO(place.zone).toPlainDate().toString()),
})

/** So many days ahead are named that differ from the week, as on the page. */
const daysNamed = 28

const tellOpening = (opening: Opening | undefined, today: string) =>
  opening && isTold(opening)
    ? { opening: { week: opening.week, different: differentDays(opening, today, daysNamed) } }
    : {}

/** The time of a hold or a visit. */
export const tellVisitTime = ({ service, place, therapist, startsAt, endsAt }: VisitView, now: Temporal.Instant) =>
  tellTime(
    { service: service.id, location: place.id, start: startsAt, end: endsAt },
    { therapist: therapist.slug ?? '', zone: place.zone, now },
  )

/** What a hold and a visit both say of their price and of changing one's mind. */
export const tellTerms = ({ pricePence, freeUntil, lateFeePence }: VisitView) => ({
  pricePence,
  freeUntil: iso(freeUntil),
  lateFeePence,
})

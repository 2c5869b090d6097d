/** A visit in a card: when, with whom, where, for how much. */
import type { ComponentChildren } from 'preact'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { moneyWords } from '../words.ts'
import { placeWords, policyWords, visitDay, visitTimes } from './booking-words.ts'

interface VisitCardProps {
  readonly visit: VisitView
  readonly now: number
  /** Leaves out what it costs to change one's mind: the page says it itself, or nothing can be changed. */
  readonly withoutPolicy?: boolean
  readonly children?: ComponentChildren
}

export function VisitCard({ visit, now, withoutPolicy = false, children }: VisitCardProps) {
  const { therapist, service, clinic, place } = visit
  return (
    <section class="card visit-card" aria-label="The visit">
      <p class="quiet">{visitDay(visit, now)}</p>
      <p class="big-time">{visitTimes(visit)}</p>
      <p class="quiet">{zoneWords(place.zone)}</p>
      <p>
        <strong>{therapist.name}</strong>
        <br />
        {service.name}, {service.minutes} min, {moneyWords(visit.pricePence)}
        <br />
        {clinic.name}, {place.name}
      </p>
      <p>{placeWords(visit)}</p>
      {!withoutPolicy && <p>{policyWords(visit, now)}</p>}
      {children}
    </section>
  )
}

/** The clinic's time and no other, wherever the reader is. */
const zoneWords = (zone: string) => `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`

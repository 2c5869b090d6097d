/** A visit in a card: when, in the very sentence of its mails; with whom, where, for how much. */
import type { ComponentChildren } from 'preact'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { moneyWords } from '../words.ts'
import { momentWords, placeWords, policyWords, visitTimes } from './booking-words.ts'

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
      <h2>{momentWords(visit.startsAt, place.zone, now)}</h2>
      <p>
        <strong>{therapist.name}</strong>
        <br />
        {service.name}, {service.minutes} min ({visitTimes(visit)}), {moneyWords(visit.pricePence)}
        <br />
        {clinic.name}, {place.name}
      </p>
      <p>{placeWords(visit)}</p>
      {!withoutPolicy && <p>{policyWords(visit, now)}</p>}
      {children}
    </section>
  )
}

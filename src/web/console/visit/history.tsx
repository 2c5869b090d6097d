/** What happened to a visit, a line each: what, by whom, when, and why where somebody said so. */
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import type { VisitEvent } from '../../../clinic/booking/visit-history.ts'
import { moneyWords } from '../../find/words.ts'
import { eventWords, keptWords, momentOf } from '../console-words.ts'

interface EventLineProps {
  readonly event: VisitEvent
  /** When the visit was before it; not given where nobody asks. */
  readonly was?: number | undefined
  /** What it cost before it, in pence; not given where that is not known. */
  readonly cost?: number | null | undefined
  readonly zone: string
  readonly now: number
}

/** One line. */
export function EventLine({ event, was, cost, zone, now }: EventLineProps) {
  const keeps = event.keeps ?? (event.what === 'moved' && event.startsAt === was ? 'time' : null)
  const what = keeps ? keptWords[keeps] : (eventWords[event.what] ?? event.what)
  const said = event.undoes ? `A mistake was taken back. It is “${what.toLowerCase()}” again` : what
  const to = event.what === 'moved' && !keeps ? ` to ${momentOf(event.startsAt, zone, now)}` : ''
  return (
    <>
      <strong>
        {said}
        {to}
      </strong>{' '}
      by <bdi>{event.byWhom === 'person' ? 'the person' : (event.member ?? 'the clinic')}</bdi>
      {event.byWhom === 'person' && event.member && (
        <>
          , who told <bdi>{event.member}</bdi>
        </>
      )}
      , {momentOf(event.at, zone, now)}.
      {typeof cost === 'number' &&
        event.pricePence !== null &&
        event.pricePence !== cost &&
        ` It costs ${moneyWords(event.pricePence)} since then, ${moneyWords(cost)} before.`}
      {event.reason && (
        <>
          {' '}
          “<bdi>{event.reason}</bdi>”
        </>
      )}
    </>
  )
}

/** All of it, the newest first. */
export function History({ visit }: { readonly visit: StaffVisit }) {
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">What happened</h2>
      {visit.events.length === 0 && <p class="quiet">Nothing was written down yet.</p>}
      <ol class="plain-list">
        {visit.events.toReversed().map((event, at, events) => (
          <li key={event.id}>
            <EventLine
              event={event}
              was={events[at + 1]?.startsAt}
              cost={events.slice(at + 1).find(({ pricePence }) => pricePence !== null)?.pricePence}
              zone={visit.place.zone}
              now={visit.now}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

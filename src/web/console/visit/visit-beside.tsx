/** The visit that was chosen in a day or in the calendar, beside it: what is wanted at a glance, and what is mostly done next. */
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import { moneyWords } from '../../find/words.ts'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { Phone, PostButton, StateChip } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { dayOf, stepWords, timesOf } from '../console-words.ts'
import { CheckHead } from './check-head.tsx'
import { Off } from './visit-page.tsx'

interface VisitBesideProps {
  readonly visit: StaffVisit
  /** The page with the visit beside it, to come back to after a step at the door. */
  readonly back: string
  /** The same page without it. */
  readonly close: string
}

export function VisitBeside({ visit, back, close }: VisitBesideProps) {
  const { zone } = visit.place
  return (
    <section class="panel beside" aria-labelledby="beside">
      <div class="beside-head">
        <h2 id="beside" tabindex={-1} data-focus>
          <bdi>{visit.person}</bdi>
        </h2>
        <a href={close}>Close</a>
      </div>
      <p>
        <strong class="beside-time">{timesOf(visit.startsAt, visit.endsAt, zone)}</strong>
        <span class="quiet"> {dayOf(visit.startsAt, zone, visit.now)}</span>
      </p>
      <p class="quiet">
        {visit.service.name} with {visit.therapist}, {visit.service.byVideo ? 'by video' : visit.place.name}
      </p>
      <p class="chips">
        <StateChip state={visit.state} />
        {visit.bentReason !== null && <span class="chip chip-warn">rule bent</span>}
      </p>
      {visit.check.kind !== 'none' && <CheckHead check={visit.check} />}
      <Facts visit={visit} />
      <Off visit={visit} />
      <Acts visit={visit} back={back} />
      <p class="quiet small">That you opened this was written down. The person can see it too.</p>
    </section>
  )
}

function Facts({ visit }: Pick<VisitBesideProps, 'visit'>) {
  const { contact, payer, note, mails } = visit
  return (
    <dl class="facts">
      <dt>Phone</dt>
      <dd>{contact.phone ? <Phone phone={contact.phone} /> : 'none given'}</dd>
      <dt>Pays</dt>
      <dd>
        {payer.isPaidAhead
          ? 'paid ahead'
          : payer.insurer === null
            ? `themselves, ${moneyWords(visit.pricePence)}`
            : payer.insurer}
      </dd>
      {mails.notReached !== null && (
        <>
          <dt>Mail</dt>
          <dd>
            <strong>{mails.notReached}</strong>
          </dd>
        </>
      )}
      {note.kind === 'open' && (
        <>
          <dt>Wrote</dt>
          <dd class="as-sent">{note.text}</dd>
        </>
      )}
    </dl>
  )
}

function Acts({ visit, back }: Omit<VisitBesideProps, 'close'>) {
  const seen = visit.events.at(-1)?.id ?? ''
  return (
    <div class="beside-acts">
      <a class="button go" href={consolePaths.visit(visit.appointmentId)} aria-keyshortcuts="o">
        Open the visit
      </a>
      {visit.steps.map((step) => (
        <PostButton key={step} action={consolePaths.step(visit.appointmentId)} fields={{ step, seen, back }}>
          {stepWords[step]}
        </PostButton>
      ))}
      {visit.state === 'confirmed' && (
        <a class="button" href={calendarPaths.move(visit.appointmentId)} aria-keyshortcuts="m">
          Move it
        </a>
      )}
    </div>
  )
}

/** One visit: what to do now on top; then what the person shared and wrote; beside it who pays, the mails and the history. */
import type { Sealed } from '../../../clinic/booking/sealed-words.ts'
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import { isStep, takesTime } from '../../../clinic/booking/visit-steps.ts'
import { laterWords } from '../../find/booking/course-page.tsx'
import { moneyWords } from '../../find/words.ts'
import { fateWords, ringWords } from '../calendar/asked-page.tsx'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import { mayDo } from '../../../clinic/people/members.ts'
import type { ConsoleHome } from '../console-home.ts'
import { Phone, PostButton, StateChip } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import type { KeySaid } from '../key-bar.tsx'
import { dayOf, momentOf, stateWords, stepWords, timeOf } from '../console-words.ts'
import { CheckText } from './check-head.tsx'
import { History } from './history.tsx'
import { type AddressSlip, MendAddress } from './mend-address.tsx'
import { exactly } from '../../ui/said-exactly.ts'

interface VisitPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly visit: StaffVisit
  /** An address that was typed and not taken. */
  readonly slip?: AddressSlip
  /** How many visits of its course can be changed from this one on, itself included. */
  readonly later?: number
}

export function VisitPage({ home, here, visit, slip, later = 0 }: VisitPageProps) {
  return (
    <ConsolePage home={home} here={here} title={slip ? 'Error: Visit' : 'Visit'} keys={keys}>
      <VisitHead visit={visit} />
      {visit.mails.notReached !== null && (
        <section class="notice" aria-label="Not reached">
          <p>
            <strong>{visit.mails.notReached}</strong>{' '}
            {visit.contact.phone ? <Phone phone={visit.contact.phone} /> : 'They gave no telephone.'}
          </p>
        </section>
      )}
      <Off visit={visit} />
      <Acts visit={visit} />
      {later > 1 && (
        <p>
          One of a course.{' '}
          <a href={consolePaths.later(visit.appointmentId)}>Move or cancel this and {laterWords(later - 1)}</a>
        </p>
      )}
      <div class="visit-grid">
        <div>
          <Shared title="What they shared of their check" sealed={visit.check} visit={visit} none={noCheck} />
          <Shared title="What they wrote to the therapist" sealed={visit.note} visit={visit} none="Nothing." />
        </div>
        <div>
          <Facts {...{ visit, here }} />
          <Mails visit={visit} slip={slip} />
          <History visit={visit} />
        </div>
      </div>
      <p class="quiet">That you opened this page was written down. The person can see it too.</p>
    </ConsolePage>
  )
}

const keys: readonly KeySaid[] = [
  { keys: ['m'], text: 'move' },
  { keys: ['d'], text: 'the day' },
]

const noCheck = 'Nothing is shared now. They may have shared nothing, or taken it back.'

function VisitHead({ visit }: { readonly visit: StaffVisit }) {
  const { zone } = visit.place
  const day = Temporal.Instant.fromEpochMilliseconds(visit.startsAt).toZonedDateTimeISO(zone).toPlainDate().toString()
  return (
    <header class="visit-head">
      <p>
        <a href={consolePaths.day(day)} aria-keyshortcuts="d">
          {dayOf(visit.startsAt, zone, visit.now)}
        </a>
      </p>
      <h1 tabindex={-1} data-focus>
        <bdi>{visit.person}</bdi> <StateChip state={visit.state} />
      </h1>
      <p>
        <strong>{momentOf(visit.startsAt, zone, visit.now)}</strong>, until {timeOf(visit.endsAt, zone)}.{' '}
        {visit.service.name}, {visit.service.minutes} min, with {visit.therapist}.{' '}
        {visit.service.byVideo ? 'By video.' : `${visit.place.name}.`}
      </p>
      {visit.bentReason !== null && (
        <p class="chip chip-warn">
          A rule was bent for it: <bdi>{visit.bentReason}</bdi>
        </p>
      )}
    </header>
  )
}

/** Nobody is there then: the visit stands all the same, and somebody has to look. */
export function Off({ visit: { off, asked, therapist, state, now } }: { readonly visit: StaffVisit }) {
  if (off === undefined) return null
  return (
    <section class="notice" aria-label="Nobody is there then">
      <p>
        <strong>{off === 'away' ? `${therapist} is away then.` : 'The place is shut then.'}</strong>{' '}
        {takesTime(state)
          ? 'This visit stands until you move or cancel it.'
          : 'If you put this visit back, it stands then all the same. Find another time for it afterwards.'}
      </p>
      {asked && (
        <p>
          They were asked to choose another time, and not to come at this one. {fateWords(asked, now)}{' '}
          {asked.ring && <strong>{ringWords[asked.ring]}</strong>}{' '}
          {asked.ring && (asked.phone ? <Phone phone={asked.phone} /> : 'No phone number is known.')}
        </p>
      )}
    </section>
  )
}

/** Steps at the door, what is taken back, and cancelling. */
function Acts({ visit }: { readonly visit: StaffVisit }) {
  const seen = visit.events.at(-1)?.id ?? ''
  const [first] = visit.steps
  return (
    <div class="visit-acts">
      {visit.steps.map((step) => (
        <PostButton
          key={step}
          action={consolePaths.step(visit.appointmentId)}
          fields={{ step, seen }}
          {...(step === first && { look: 'go' as const })}
        >
          {stepWords[step]}
        </PostButton>
      ))}
      {visit.before && isStep(visit.state, visit.before) && (
        <PostButton action={consolePaths.undo(visit.appointmentId)} fields={{ seen }}>
          Undo “{stateWords[visit.state]}”
        </PostButton>
      )}
      {visit.state === 'confirmed' && (
        <a class="button" href={calendarPaths.move(visit.appointmentId)} aria-keyshortcuts="m">
          Move it
        </a>
      )}
      {visit.state === 'confirmed' && visit.startsAt > visit.now && (
        <a class="button" href={calendarPaths.length(visit.appointmentId)}>
          Change its length
        </a>
      )}
      {isStep(visit.state, 'cancelled') && (
        <a class="button" href={consolePaths.cancel(visit.appointmentId)}>
          Cancel it
        </a>
      )}
      <PutBack visit={visit} seen={seen} />
    </div>
  )
}

/** Of a cancelled visit: what can be done about it. */
function PutBack({ visit, seen }: { readonly visit: StaffVisit; readonly seen: string }) {
  if (takesTime(visit.state)) return null
  if (visit.putBackUntil === undefined)
    return (
      <p>
        A cancelled visit does not come back by itself, since its time went free at once and somebody may have it. Book
        it again if the time is still free.
      </p>
    )
  return (
    <>
      <PostButton action={consolePaths.putBack(visit.appointmentId)} fields={{ seen }} look="go">
        Undo “{stateWords[visit.state]}”
      </PostButton>
      <p>
        It can be put back until {timeOf(visit.putBackUntil, visit.place.zone)}, if its time is still free. If they were
        told that it is cancelled, a mail says that it stands. What they shared of their check stays deleted.
      </p>
    </>
  )
}

interface SharedProps {
  readonly title: string
  readonly sealed: Sealed
  readonly visit: StaffVisit
  readonly none: string
}

function Shared({ title, sealed, visit, none }: SharedProps) {
  return (
    <section class="panel check-shared">
      <h2>{title}</h2>
      {sealed.kind === 'open' ? (
        <>
          {sealed.at !== undefined && (
            <p class="quiet">
              Sent {momentOf(sealed.at, visit.place.zone, visit.now)}, in their words and our check’s. Nobody has
              examined this.
            </p>
          )}
          <CheckText text={sealed.text} />
        </>
      ) : (
        <p class="quiet">{shutWords[sealed.kind] ?? none}</p>
      )}
    </section>
  )
}

const shutWords: Readonly<Record<string, string>> = {
  hidden: 'Something is here for whoever treats. Your role does not open it.',
  shut: 'Something is here, but this installation has another key than the one it was sealed with.',
}

function Facts({ visit, here }: { readonly visit: StaffVisit; readonly here: Here }) {
  const { contact, payer } = visit
  return (
    <section class="panel" aria-labelledby="facts">
      <h2 id="facts">Who and how</h2>
      <dl class="facts">
        <dt>Contact</dt>
        <dd>
          <bdi>{contact.name}</bdi>
          {contact.email && (
            <>
              <br />
              <bdi {...exactly}>{contact.email}</bdi>
            </>
          )}
          <br />
          {contact.phone ? <Phone phone={contact.phone} /> : 'no telephone'}
          {mayDo(here.member, 'change-visits') && (
            <>
              <br />
              <a href={consolePaths.changePerson(visit.personId)}>Change name, email or phone</a>
            </>
          )}
        </dd>
        <dt>Pays</dt>
        <dd>
          {payer.isPaidAhead ? (
            <>
              paid ahead, number <bdi>{payer.authorisation ?? 'not said'}</bdi>
            </>
          ) : payer.insurer === null ? (
            `themselves, ${moneyWords(visit.pricePence)}`
          ) : (
            <bdi>{payer.insurer}</bdi>
          )}
          {payer.offer && (
            <>
              <br />
              Offer <bdi>{payer.offer.code}</bdi>; usually {moneyWords(payer.offer.usualPence)}
            </>
          )}
          {payer.insurer !== null && (
            <>
              <br />
              Membership: <bdi>{payer.membership ?? 'not given'}</bdi>
              <br />
              Authorisation: <bdi>{payer.authorisation ?? 'not given'}</bdi>
              <br />
              Excess: {payer.excessPence === null ? 'not given' : moneyWords(payer.excessPence)}
            </>
          )}
        </dd>
        <Letter visit={visit} />
        <dt>Other visits</dt>
        <dd>
          <a href={consolePaths.person(visit.personId)}>All visits of this person</a>
          <br />
          <a href={consolePaths.putOnFor(visit.appointmentId)}>Put them on the waiting list</a>
        </dd>
      </dl>
    </section>
  )
}

/** The letter of referral that the visit needs, or that somebody told of: seen by the clinic, or not yet. */
function Letter({ visit: { referral, appointmentId, place, now } }: { readonly visit: StaffVisit }) {
  if (!referral) return null
  const isSeen = referral.seenAt !== null
  return (
    <>
      <dt>Letter of referral</dt>
      <dd>
        {referral.isNeeded && 'needed, '}
        {referral.by ? (
          <>
            from <bdi>{referral.by}</bdi>
          </>
        ) : (
          'nobody named who wrote it'
        )}
        {referral.seenAt === null ? (
          ': not yet seen'
        ) : (
          <>
            : seen {momentOf(referral.seenAt, place.zone, now)} by <bdi>{referral.seenBy}</bdi>
          </>
        )}
        <PostButton action={consolePaths.referral(appointmentId)} fields={{ seen: isSeen ? 'no' : 'yes' }} look="small">
          {isSeen ? 'Not seen after all' : 'I have seen the letter'}
        </PostButton>
      </dd>
    </>
  )
}

function Mails({ visit, slip }: { readonly visit: StaffVisit; readonly slip: AddressSlip | undefined }) {
  return (
    <section class="panel" aria-labelledby="mails">
      <h2 id="mails">Mail</h2>
      <p class="quiet">
        {visit.mails.mails.length === 0 ? 'No mail belongs to this visit.' : 'In the order in which they go out.'}
      </p>
      <ul class="plain-list">
        {visit.mails.mails.map(({ kind, says }, index) => (
          <li key={`${kind} ${index}`}>
            <bdi>{says}</bdi>
          </li>
        ))}
      </ul>
      {visit.state === 'confirmed' && <MendAddress visit={visit} slip={slip} />}
    </section>
  )
}

/** The waiting list: who waits for what, what is offered to whom now, and who was taken off lately. */
import type { OfferChoice } from '../../../clinic/booking/waiting/offer-by-hand.ts'
import type {
  OpenOffer,
  StaffWaiting,
  StaffWaitingList,
  TakenOff,
} from '../../../clinic/booking/waiting/staff-waiting.ts'
import { wishWords } from '../../find/waiting/waiting-pages.tsx'
import { Button } from '../../ui/button.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { AskFirst } from '../ask-first.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { Phone, PostButton } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { momentOf, timeOf } from '../console-words.ts'
import { FormPage } from '../form-page.tsx'

interface PageProps {
  readonly home: ConsoleHome
  readonly here: Here
}

interface WaitingPageProps extends PageProps {
  readonly list: StaffWaitingList
  /** What was pressed came too late: the visit that they took meanwhile, or that they wait no more. */
  readonly late?: { readonly visit: string | undefined } | undefined
}

/** Everybody who waits, the longest wait first. */
export function WaitingPage({ home, here, list, late }: WaitingPageProps) {
  const { waiting, takenOff, now, zone } = list
  const title = 'Waiting list'
  return (
    <ConsolePage {...{ home, here, title }}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {late && <TooLate {...late} />}
      <p>
        When a time comes free, whoever has waited longest of those it suits is asked by mail, one person at a time,
        between 8 in the morning and 8 in the evening. You can offer a free time yourself: open the name.
      </p>
      <p>
        <a class="button" href={consolePaths.putOn}>
          Put somebody on the list
        </a>
      </p>
      <p>
        <a href={consolePaths.links}>What came of links in mails</a>
      </p>
      {waiting.length === 0 && <p>Nobody waits for a time.</p>}
      <div>
        {waiting.map((one) => (
          <section key={one.entryId} class="panel">
            <h2>
              <a href={consolePaths.waitingOne(one.entryId)}>
                <bdi>{one.personName}</bdi>
                {one.secondPersonName && (
                  <>
                    {' and '}
                    <bdi>{one.secondPersonName}</bdi>
                  </>
                )}
              </a>
            </h2>
            <Wish one={one} now={now} />
            {one.offer && <Offered one={one} offer={one.offer} now={now} />}
          </section>
        ))}
      </div>
      {takenOff.length > 0 && <TakenOffList {...{ takenOff, zone, now }} />}
    </ConsolePage>
  )
}

const TooLate = ({ visit }: { readonly visit: string | undefined }) => (
  <p class="callout" role="alert">
    {visit ? (
      <>
        They took the time before you pressed: <a href={consolePaths.visit(visit)}>see their visit</a>. Nothing was
        changed.
      </>
    ) : (
      'They wait no more. Nothing was offered.'
    )}
  </p>
)

interface OneProps {
  readonly one: StaffWaiting
  readonly now: number
}

/** What they wait for, since when, on which days, and how they are reached. */
function Wish({ one, now }: OneProps) {
  const { service, therapist, place, wish, since, zone, moves, contactName, personName, email, phone, before } = one
  return (
    <>
      <p>
        {service} with {therapist ?? 'anybody who gives it'}
        {place && `, ${place}`}. {wishWords(wish)} Waits since {momentOf(since, zone, now)}.
        {one.joinedBy && ` Put on the list by ${one.joinedBy}.`}
      </p>
      {before.passed + before.closed + before.ended > 0 && (
        <p>
          Asked before: {before.passed} passed on by them, {before.closed} by your team, {before.ended} ended before
          they answered.
        </p>
      )}
      {moves && (
        <p>
          Has <a href={consolePaths.visit(moves.appointmentId)}>{momentOf(moves.startsAt, zone, now)}</a> and wants an
          earlier time.
        </p>
      )}
      <p>
        {contactName !== personName && (
          <>
            <bdi>{contactName}</bdi>,{' '}
          </>
        )}
        <bdi>{email ?? 'no email'}</bdi>
        {phone && (
          <>
            {', '}
            <Phone phone={phone} />
          </>
        )}
      </p>
    </>
  )
}

/** What is offered to them, and until when they can answer. */
function Offered({ one, offer, now }: OneProps & { readonly offer: OpenOffer }) {
  const { zone, entryId, personName } = one
  const second = offer.secondStartsAt === null ? '' : ` and ${timeOf(offer.secondStartsAt, zone)}`
  const asked = offer.askedAt > now ? `The mail goes ${momentOf(offer.askedAt, zone, now)}. ` : ''
  const isOver = offer.answerUntil <= now
  return (
    <div class="callout">
      <p>
        <strong>
          Kept for them: {momentOf(offer.startsAt, zone, now)}
          {second}, with {offer.therapist}, {offer.place}.
        </strong>{' '}
        {asked}
        {isOver
          ? 'The time to answer is over: the next is asked in a moment.'
          : `They can answer until ${momentOf(offer.answerUntil, zone, now)}.`}
      </p>
      {!isOver && (
        <PostButton
          action={consolePaths.passTime(entryId)}
          fields={{ offer: offer.offerId }}
          look="small"
          about={personName}
        >
          They do not want it: ask the next
        </PostButton>
      )}
    </div>
  )
}

function TakenOffList({ takenOff, zone, now }: Pick<StaffWaitingList, 'takenOff' | 'zone' | 'now'>) {
  return (
    <section>
      <h2>Taken off in the last two weeks</h2>
      <ul>
        {takenOff.map((one: TakenOff) => (
          <li key={one.entryId}>
            <bdi>{one.personName}</bdi>, {one.service}: <bdi>{one.reason}</bdi>. {one.by}, {momentOf(one.at, zone, now)}
            .
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OnePageProps extends PageProps, OneProps {
  readonly choices: readonly OfferChoice[]
  readonly reason: string
  readonly problems: readonly Problem[]
}

/** The value of a time in the form. */
const timeValue = ({ therapist, location, start }: OfferChoice): string => `${therapist}.${location}.${start}`

/** One of them: a time to offer, or taking them off. */
export function WaitingOnePage({ home, here, one, now, choices, reason, problems }: OnePageProps) {
  return (
    <FormPage
      {...{ home, here, problems }}
      title="On the waiting list"
      above={
        <p>
          <a href={consolePaths.waiting}>Waiting list</a>
        </p>
      }
    >
      <h2>
        <bdi>{one.personName}</bdi>
      </h2>
      <Wish {...{ one, now }} />
      {one.offer ? <Offered {...{ one, now }} offer={one.offer} /> : <OfferForm {...{ one, now, choices, problems }} />}
      <h2>Take them off the list</h2>
      <form method="post" action={consolePaths.takeOff(one.entryId)} novalidate>
        <AskFirst />
        <LineField
          name="reason"
          legend="Why do they wish it?"
          hint="Such as: rang, has found a time elsewhere. Your team sees it, nobody is written to."
          autocomplete="off"
          typed={reason}
          error={errorOf('reason', problems)}
        />
        <div class="actions">
          <Button>
            Take off the list<span class="unseen">: {one.personName}</span>
          </Button>
        </div>
      </form>
    </FormPage>
  )
}

function OfferForm({ one, now, choices, problems }: Omit<OnePageProps, 'home' | 'here' | 'reason'>) {
  if (choices.length === 0) return <p>No free time suits them now. They are asked when one comes free.</p>
  const answers = new Set(choices.map(({ answerUntil }) => answerUntil))
  const until = ({ answerUntil, place: { zone } }: OfferChoice) => momentOf(answerUntil, zone, now)
  const words = (choice: OfferChoice) => {
    const { therapistName, place, start, secondStart } = choice
    const second = secondStart === null ? '' : ` and ${timeOf(secondStart, place.zone)}`
    const answer = answers.size > 1 ? `. To answer until ${until(choice)}` : ''
    return `${momentOf(start, place.zone, now)}${second}, ${therapistName}, ${place.name}${answer}`
  }
  const [first] = choices
  const answer = first && answers.size === 1 ? ` They can answer until ${until(first)}.` : ''
  return (
    <form method="post" action={consolePaths.offerTime(one.entryId)}>
      <RadioGroup
        name="time"
        legend="Offer a free time"
        hint={`It is kept for them alone until they answer or the time to answer ends. Then the next is asked.${answer}`}
        error={errorOf('time', problems)}
        chosen={undefined}
        options={choices.map((choice) => ({ value: timeValue(choice), text: words(choice) }))}
      />
      <div class="actions">
        <Button look="go">Offer this time</Button>
      </div>
    </form>
  )
}

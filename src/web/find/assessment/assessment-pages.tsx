/** The form that asks for a free talk, and the page that says what happened. */
import type { ComponentChildren } from 'preact'
import { safetyNet } from '../../../care/check/safety-net.ts'
import { wallClockSentence } from '../../../clinic/availability/wall-clock.ts'
import type { RequestView } from '../../../clinic/booking/assessment-requests.ts'
import type { OfferedService } from '../../../clinic/booking/offered-time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { LineField, TextField } from '../../ui/typed-fields.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { Reach } from '../booking/booking-fields.tsx'
import { longestNote, type TypedBooking, wordsIn } from '../booking/booking-form.ts'
import { MessagePage } from '../booking/message-pages.tsx'
import { NotOfTheBack } from '../danger-first.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'

/** When it suits, as it is kept and shown to staff. */
export const partsOfDay = {
  any: 'Any time of day',
  morning: 'Mornings',
  afternoon: 'Afternoons',
  evening: 'Evenings',
} as const

/** What stands in the form. */
export interface AssessmentState {
  readonly key: string
  readonly suits: string
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
  readonly hint?: string | undefined
  /** What the note may mean, asked before it is sent. */
  readonly asked?: ComponentChildren
  /** Above all else of the page: what to do if it tells of danger. */
  readonly first?: ComponentChildren
  /** The note may tell of an emergency that is not of the back: said once, above the form. */
  readonly other?: boolean
}

interface AssessmentPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly offered: OfferedService
  readonly state: AssessmentState
}

export function AssessmentPage({ home, path, offered, state }: AssessmentPageProps) {
  const { service, clinic } = offered
  const { key, suits, typed, problems, hint, asked, first, other } = state
  const title = 'Ask for a free talk'
  return (
    <FindPage frame={home.frame} title={problems.length > 0 ? `Error: ${title}` : title} path={path}>
      {other && <NotOfTheBack home={home} words={wordsIn(typed)} />}
      <ErrorSummary problems={problems}>{first}</ErrorSummary>
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>
        {service.name}, {service.minutes} minutes, {clinic}. The clinic writes to you with a time, or rings you. Nothing
        is booked by this.
      </p>
      <CannotWait home={home} />
      <form method="post" action={path} novalidate autocomplete="on">
        <input type="hidden" name="service" value={service.id} />
        <input type="hidden" name="key" value={key} />
        {(other || typed.told === 'yes') && <input type="hidden" name="told" value="yes" />}
        <LineField
          name="name"
          legend="Your name"
          autocomplete="name"
          typed={typed.name}
          error={errorOf('name', problems)}
        />
        <Reach typed={typed} problems={problems} hint={hint} mailHint="The clinic answers there." />
        <RadioGroup
          name="suits"
          legend="When does it suit you?"
          chosen={suits}
          error={errorOf('suits', problems)}
          options={Object.entries(partsOfDay).map(([value, text]) => ({ value, text }))}
        />
        <TextField
          name="note"
          legend="Anything they should know, if you like"
          hint="Only those who treat at the clinic can read it."
          limit={longestNote}
          typed={typed.note}
          error={errorOf('note', problems)}
        />
        {asked}
        <div class="actions">
          <Button look="go">Ask for a free talk</Button>
        </div>
      </form>
    </FindPage>
  )
}

/** An answer in a day or two must not be waited for with a sign that cannot wait. */
const CannotWait = ({ home }: { readonly home: BookingHome }) => (
  <Callout title="Some signs cannot wait" look="warn">
    <p>
      If anything is new or worse, <a href={home.frame.checkHref}>do the check</a> now. Do not wait for the clinic.
    </p>
    <p>{safetyNet.goNow.title}:</p>
    <ul>
      {safetyNet.goNow.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </Callout>
)

interface RequestPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly request: RequestView
}

/** What became of it. */
export function RequestPage({ home, path, request }: RequestPageProps) {
  const { isOpen, clinic } = request
  return (
    <MessagePage home={home} path={path} title={isOpen ? `${clinic.name} has your request` : 'Your request is closed'}>
      {isOpen ? (
        <p>
          Somebody from the clinic reads it and writes to you with a time, or rings you. Nothing is booked yet. An email
          that says this is on its way.
        </p>
      ) : (
        <p>The clinic has marked it as answered.</p>
      )}
      <p>
        If you hear nothing, ring {clinic.name}: {clinic.phone}.
      </p>
      <CannotWait home={home} />
      <WhoRead request={request} />
    </MessagePage>
  )
}

function WhoRead({ request: { looks, zone, now } }: Pick<RequestPageProps, 'request'>) {
  const at = (ms: number) =>
    wallClockSentence(Temporal.Instant.fromEpochMilliseconds(ms), zone, Temporal.Instant.fromEpochMilliseconds(now))
  return (
    <Details summary="Who read your request">
      {looks.length === 0 ? (
        <p>Nobody of the clinic has opened it yet.</p>
      ) : (
        <ul>
          {looks.map((look, index) => (
            <li key={index}>
              <bdi>{look.name}</bdi>: {at(look.at)}.
            </li>
          ))}
        </ul>
      )}
    </Details>
  )
}

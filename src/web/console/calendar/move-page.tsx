/** Moving a visit: where it stands, where it would go, and what is in the way there, all before the button. */
import type { Slot } from '../../../clinic/availability/input.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import type { Choices } from '../../../clinic/calendar/choices.ts'
import type { StaffMoved } from '../../../clinic/calendar/staff-move.ts'
import { moneyWords } from '../../find/words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { calendarPaths, type TimeAt } from './calendar-paths.ts'
import { dayOf, momentAt, timeWords, whenWords } from './calendar-words.ts'
import { FreeTimes, ReasonField, Refusal } from './refusal.tsx'
import { SelectField, WhenField } from './time-fields.tsx'

interface MovePageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly visit: VisitView
  readonly choices: Choices
  readonly now: number
}

/** Day and time as they were typed, and what is wrong with them. */
interface WhenTyped {
  readonly when?: { readonly day: string | undefined; readonly time: string | undefined }
  readonly problems?: readonly Problem[]
}

/** Nothing chosen yet: free times, and fields for another. */
export function ChooseMovePage(props: MovePageProps & WhenTyped & { readonly free: readonly Slot[] }) {
  const { home, here, visit, choices, now, free, problems = [] } = props
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: Move a visit' : 'Move a visit'}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        Move {visit.person}
      </h1>
      <Stands {...props} />
      <FreeTimes
        slots={free}
        {...{ choices, now }}
        to={{ hrefOf: (slot) => calendarPaths.moveTo(visit.appointmentId, slot) }}
      />
      <OtherTime {...props} to={{ start: visit.startsAt, therapist: visit.therapist.id }} />
    </ConsolePage>
  )
}

/** How it stands now. */
export function Stands({ visit, now }: Pick<MovePageProps, 'visit' | 'now'>) {
  return (
    <p>
      {visit.service.name} with {visit.therapist.name}, now{' '}
      {whenWords(visit.startsAt, visit.endsAt, visit.place.zone, now)}.
    </p>
  )
}

/** Asks by GET, so that the answer is a page to look at and nothing has happened. */
function OtherTime({ visit, choices, to, when, problems = [] }: MovePageProps & WhenTyped & { readonly to: TimeAt }) {
  const { zone } = visit.place
  const able = choices.services.find(({ id }) => id === visit.service.id)?.therapists ?? []
  return (
    <form class="cal-form" method="get" action={calendarPaths.move(visit.appointmentId)}>
      <WhenField
        name="day"
        legend="Day"
        kind="date"
        value={when?.day ?? dayOf(to.start, zone)}
        error={errorOf('day', problems)}
      />
      <WhenField
        name="time"
        legend="Time"
        kind="time"
        value={when?.time ?? timeWords(to.start, zone)}
        error={errorOf('time', problems)}
      />
      <SelectField
        name="therapist"
        legend="Therapist"
        options={choices.therapists.filter(({ id }) => able.includes(id))}
        chosen={to.therapist}
      />
      <Button>Look at this time</Button>
    </form>
  )
}

interface ConfirmMoveProps extends MovePageProps {
  readonly to: TimeAt & { readonly location: string }
  readonly looked: StaffMoved
  readonly typed: { readonly reason: string; readonly tell: string }
  /** What the visit costs once it is moved, in pence. */
  readonly price: number | undefined
  /** What is to be put right, once the button was pressed. */
  readonly problems: readonly Problem[]
}

/** One new time beside the old one, and whatever is in the way. Nothing has happened yet. */
export function ConfirmMovePage(props: ConfirmMoveProps) {
  const { home, here, visit, choices, now, to, looked, problems, price = visit.pricePence } = props
  const zone = choices.places.find(({ id }) => id === to.location)?.zone ?? visit.place.zone
  const name = choices.therapists.find(({ id }) => id === to.therapist)?.name
  const isRefused = !looked.ok && 'near' in looked
  const canMove = looked.ok || (isRefused && looked.canBend)
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: Move a visit?' : 'Move a visit?'}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        Move {visit.person} to {momentAt(to.start, zone, now)}
        {to.therapist !== visit.therapist.id && name && ` with ${name}`}?
      </h1>
      <Stands {...props} />
      {looked.ok && <p class="callout cal-fits">That time is free.</p>}
      {isRefused && (
        <Refusal
          refused={looked}
          therapist={to.therapist}
          {...{ choices, zone, now }}
          to={{ hrefOf: (slot) => calendarPaths.moveTo(visit.appointmentId, slot) }}
        />
      )}
      <Nudge {...props} />
      {canMove && (
        <form method="post" action={calendarPaths.move(visit.appointmentId)}>
          {Object.entries({ version: visit.version, price, ...to }).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={String(value)} />
          ))}
          {isRefused && <ReasonField why={looked.why} typed={props.typed.reason} error={errorOf('reason', problems)} />}
          {visit.payer !== 'package' && (
            <NowCosts {...{ visit, price }} isNew={errorOf('price', problems) !== undefined} />
          )}
          <Tell visit={visit} chosen={props.typed.tell} />
          <div class="cal-acts">
            <ButtonLink href={calendarPaths.view({ day: dayOf(visit.startsAt, visit.place.zone) })}>
              Leave it as it is
            </ButtonLink>
            <Button look="go">{isRefused ? 'Move it all the same' : 'Move it'}</Button>
          </div>
        </form>
      )}
      <h2>Another time</h2>
      <OtherTime {...props} problems={[]} />
    </ConsolePage>
  )
}

interface NowCostsProps {
  readonly visit: VisitView
  readonly price: number
  /** The page said another before. */
  readonly isNew: boolean
}

function NowCosts({ visit, price, isNew }: NowCostsProps) {
  if (price === visit.pricePence && !isNew) return null
  return (
    <p class="callout warn" id="price" tabindex={-1}>
      {price === visit.pricePence ? (
        <>It costs what it was booked at: </>
      ) : (
        <>It was booked at {moneyWords(visit.pricePence)}. Moved, it costs what the service does now: </>
      )}
      <strong>{moneyWords(price)}</strong>.
    </p>
  )
}

const tellers = [
  { value: 'mail', text: 'Send them an email' },
  { value: 'told', text: 'They know already' },
] as const

/** Who tells the person. */
export function Tell({ visit, chosen }: { readonly visit: VisitView; readonly chosen: string }) {
  if (visit.email === null) return <p class="callout">They have no email. Please ring them.</p>
  return (
    <fieldset id="tell">
      <legend>Who tells them?</legend>
      {tellers.map(({ value, text }) => (
        <label class="choice" key={value}>
          <input type="radio" name="tell" value={value} checked={value === (chosen || 'mail')} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}

const minuteMs = 60_000

/** The same with a quarter of an hour, a day or a therapist more or less: each a link, so that keys alone move a visit. */
function Nudge({ visit, to, choices }: ConfirmMoveProps) {
  const { zone } = visit.place
  const days = (count: number) =>
    Temporal.Instant.fromEpochMilliseconds(to.start).toZonedDateTimeISO(zone).add({ days: count }).epochMilliseconds
  const able = choices.services.find(({ id }) => id === visit.service.id)?.therapists ?? []
  const others = choices.therapists.filter(({ id }) => id !== to.therapist && able.includes(id)).slice(0, 12)
  const at = (start: number, therapist = to.therapist) =>
    calendarPaths.moveTo(visit.appointmentId, { start, therapist })
  return (
    <nav class="cal-views" aria-label="A little elsewhere">
      <a href={at(to.start - 15 * minuteMs)}>15 minutes earlier</a>
      <a href={at(to.start + 15 * minuteMs)}>15 minutes later</a>
      <a href={at(days(-1))}>A day earlier</a>
      <a href={at(days(1))}>A day later</a>
      {others.map(({ id, name }) => (
        <a key={id} href={at(to.start, id)}>
          With {name}
        </a>
      ))}
    </nav>
  )
}

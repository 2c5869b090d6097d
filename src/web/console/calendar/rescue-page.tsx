/** "Rescue the day": everybody whom an absence or a closure hits, with times that they could have instead. */
import type { Slot } from '../../../clinic/availability/input.ts'
import type { Choices } from '../../../clinic/calendar/choices.ts'
import type { AskedPerson } from '../../../clinic/booking/choose-again/asked-people.ts'
import type { ListedClass } from '../../../clinic/calendar/class-list.ts'
import type { Rescuable, Rescued } from '../../../clinic/calendar/rescue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { calendarPaths } from './calendar-paths.ts'
import { AskedLine, fateWords } from './asked-page.tsx'
import { ClassesHit } from './classes-hit.tsx'
import { momentAt, whenWords } from './calendar-words.ts'

interface RescuePageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly choices: Choices
  readonly now: number
  /** The address, to which it is posted. */
  readonly path: string
  readonly rescues: readonly Rescuable[]
  /** Classes that stand in these days off, empty ones too. */
  readonly classes: readonly ListedClass[]
  readonly done: readonly Rescued[]
  /** Who was asked lately to choose another time than one in these days off. */
  readonly asked: readonly AskedPerson[]
  /** By visit: why it could not be moved just now. */
  readonly failed: ReadonlyMap<string, string>
}

export function RescuePage(props: RescuePageProps) {
  const { home, here, now, path, rescues, done, asked } = props
  return (
    <ConsolePage {...{ home, here }} title="Find other times">
      <h1 tabindex={-1} data-focus>
        {titleOf(props)}
      </h1>
      <NotDone {...props} />
      {rescues.length > 0 && (
        <>
          <p>
            Choose a time for each, let them choose by a private link, or leave some for later. Nobody is cancelled.
            Everybody who is moved or asked and has an email is written to. Ring the others before you choose for them.
          </p>
          <form method="post" action={path}>
            {rescues.map((one) => (
              <OneVisit key={one.visit.appointmentId} {...props} one={one} />
            ))}
            <Button look="go">Do this for all of them</Button>
          </form>
        </>
      )}
      <ClassesHit classes={props.classes} now={now} />
      {done.length > 0 && <h2>Moved in the last day</h2>}
      <ul class="cal-lines">
        {done.map(({ appointmentId, person, therapist, zone, from, to }) => (
          <li key={appointmentId} class="confirmed">
            <span>
              {person}: {whenWords(from, to, zone, now)}, with {therapist}
            </span>
            <a href={calendarPaths.move(appointmentId)}>
              Move again<span class="unseen">: {person}</span>
            </a>
          </li>
        ))}
      </ul>
      {asked.length > 0 && (
        <>
          <h2>Asked to choose by link</h2>
          <ul class="cal-lines">
            {asked.map((one) => (
              <AskedLine key={one.askId} one={one} now={now} />
            ))}
          </ul>
        </>
      )}
      <p>
        <ButtonLink href={calendarPaths.calendar}>To the calendar</ButtonLink>
      </p>
    </ConsolePage>
  )
}

/** What of the last press was not done: what still stands in these days off says why, and of the rest what became of it. */
function NotDone({ failed, rescues, done, now }: RescuePageProps) {
  if (failed.size === 0) return null
  const standing = new Set(rescues.map(({ visit }) => visit.appointmentId))
  const here = [...failed.keys()].filter((id) => standing.has(id))
  const moved = done.filter(({ appointmentId }) => failed.has(appointmentId) && !standing.has(appointmentId))
  const gone = failed.size - here.length - moved.length
  return (
    <div class="callout cal-clash" role="alert">
      {here.length > 0 && (
        <p>
          {here.length === 1 ? 'One visit could not be moved.' : `${here.length} visits could not be moved.`} Each says
          why.
        </p>
      )}
      {moved.map(({ appointmentId, person, therapist, zone, from, to }) => (
        <p key={appointmentId}>
          {person} was moved meanwhile, to {whenWords(from, to, zone, now)}, with {therapist}. {unchanged}
        </p>
      ))}
      {gone > 0 && (
        <p>
          {gone === 1 ? 'One visit was' : `${gone} visits were`} moved away or cancelled meanwhile. {unchanged}
        </p>
      )}
    </div>
  )
}
const unchanged = 'Your press changed nothing there.'

/** Nobody is said to have another time who never had one then. */
const titleOf = ({ rescues, done, asked }: RescuePageProps): string => {
  if (rescues.length > 0) return `Other times for ${rescues.length}`
  return done.length + asked.length > 0 ? 'Everybody has another time' : 'No visit stands in that time'
}

function OneVisit({ one, choices, now, failed, asked }: RescuePageProps & { readonly one: Rescuable }) {
  const { visit, offers, ring } = one
  const { appointmentId, version } = visit
  const why = failed.get(appointmentId)
  const ask = asked.find(
    ({ fate, ...of }) => of.appointmentId === appointmentId && (fate === 'asked' || fate === 'opened'),
  )
  const mayAsk = visit.email !== null && !ask
  const marked = markedAtFirst(one, ask !== undefined)
  return (
    <fieldset class={why ? 'wrong' : undefined}>
      <legend>
        {visit.person}, {whenWords(visit.from, visit.to, visit.zone, now)}
      </legend>
      {why && <p class="error">Not moved. {why}</p>}
      {ask && <p>{fateWords(ask, now)}</p>}
      {ring && (
        <p>
          <strong>{ring}</strong>{' '}
          {visit.phone ? (
            <a href={`tel:${visit.phone.replace(/[^+\d]/g, '')}`}>{visit.phone}</a>
          ) : (
            'No phone number either.'
          )}
        </p>
      )}
      {offers.length === 0 && <p>No time is free in the two weeks after. Choose one by hand, or ring them.</p>}
      {offers.map((slot, at) => (
        <label class="choice" key={`${slot.therapist} ${slot.location} ${slot.start}`}>
          <input
            type="radio"
            name={`to-${appointmentId}`}
            value={`${version} ${slot.start} ${slot.therapist} ${slot.location}`}
            checked={marked === at}
          />
          <span>{offerWords(slot, choices, now)}</span>
        </label>
      ))}
      {mayAsk && (
        <label class="choice">
          <input type="radio" name={`to-${appointmentId}`} value={`ask ${version}`} checked={marked === 'ask'} />
          <span>Let them choose: send a private link</span>
        </label>
      )}
      <label class="choice">
        <input type="radio" name={`to-${appointmentId}`} value="later" checked={marked === 'later'} />
        <span>{ask ? 'Wait for their answer' : 'Leave it for now'}</span>
      </label>
      <p>
        <a href={calendarPaths.move(appointmentId)}>
          Another time<span class="unseen"> for {visit.person}</span>
        </a>
      </p>
    </fieldset>
  )
}

/**
 * What is marked before anybody chooses, since one press is meant for all: nobody is moved by it who hears of it from nobody,
 * and nobody to another hour than theirs that they have not agreed to. The same time with somebody else needs no new plan.
 */
function markedAtFirst({ visit, offers, ring }: Rescuable, isAsked: boolean): 0 | 'ask' | 'later' {
  if (isAsked || ring !== null || visit.email === null) return 'later'
  return offers[0]?.start === visit.from && offers[0].location === visit.locationId ? 0 : 'ask'
}

function offerWords({ start, therapist, location }: Slot, choices: Choices, now: number): string {
  const place = choices.places.find(({ id }) => id === location)
  const name = choices.therapists.find(({ id }) => id === therapist)?.name ?? ''
  const where = choices.places.length > 1 ? `, ${place?.name}` : ''
  return `${momentAt(start, place?.zone ?? choices.zone, now)}, with ${name}${where}`
}

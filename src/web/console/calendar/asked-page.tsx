/** Everybody who was asked to choose another time: whom to ring first, who has not answered, who has chosen. */
import type { AskedPerson, AskFate } from '../../../clinic/booking/choose-again/asked-people.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { Phone } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { calendarPaths } from './calendar-paths.ts'
import { momentAt, whenWords } from './calendar-words.ts'

interface AskedPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly people: readonly AskedPerson[]
  readonly now: number
}

export function AskedPage({ home, here, people, now }: AskedPageProps) {
  const title = 'Asked to choose another time'
  return (
    <ConsolePage {...{ home, here, title }}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {people.length === 0 ? (
        <p>Nobody was asked in the last two weeks.</p>
      ) : (
        <ul class="cal-lines">
          {people.map((one) => (
            <AskedLine key={one.askId} one={one} now={now} />
          ))}
        </ul>
      )}
      <p>
        <ButtonLink href={calendarPaths.calendar}>To the calendar</ButtonLink>
      </p>
    </ConsolePage>
  )
}

/** One of them, with what to do. */
export function AskedLine({ one, now }: { readonly one: AskedPerson; readonly now: number }) {
  const { appointmentId, person, ring, phone, oldStart, zone, fate } = one
  return (
    <li class={ring ? 'must-ring' : undefined}>
      <span>
        <a href={consolePaths.visit(appointmentId)}>
          <bdi>{person}</bdi>
        </a>
        , {momentAt(oldStart, zone, now)}. {fateWords(one, now)}
      </span>
      {ring && (
        <span>
          <strong>{ringWords[ring]}</strong> {phone ? <Phone phone={phone} /> : 'No phone number is known.'}
        </span>
      )}
      {isOpen(fate) && (
        <a href={calendarPaths.move(appointmentId)}>
          Move by hand<span class="unseen">: {person}</span>
        </a>
      )}
    </li>
  )
}

const isOpen = (fate: AskFate) => fate === 'asked' || fate === 'opened' || fate === 'tooLate'

/** Why somebody must ring them, as a sentence. */
export const ringWords: Readonly<Record<NonNullable<AskedPerson['ring']>, string>> = {
  wants: 'Wants to be rung.',
  notReached: 'The mail did not reach them: phone.',
  soon: 'It is soon: phone.',
  tooLate: 'Nobody answered before its hour: phone.',
}

/** What became of the question, as a sentence. */
export function fateWords(
  { fate, askedAt, openedAt, startsAt, endsAt, therapist, zone }: AskedPerson,
  now: number,
): string {
  const asked = `Asked ${momentAt(askedAt, zone, now)}`
  switch (fate) {
    case 'asked':
      return `${asked}. The link was not opened yet.`
    case 'opened':
      return `${asked}. Opened ${openedAt === null ? '' : momentAt(openedAt, zone, now)}, nothing chosen yet.`
    case 'moved':
      return `Chose ${whenWords(startsAt, endsAt, zone, now)}, with ${therapist}.`
    case 'cancelled':
      return 'Cancelled by themselves, at no cost.'
    case 'byClinic':
      return 'It was moved or cancelled without the link.'
    case 'kept':
      return 'The visit stands after all.'
    case 'tooLate':
      return `${asked}. No answer.`
  }
}

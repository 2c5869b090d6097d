/**
 * Small parts that several pages of the programme share: the way to the full check, "Something is new or worse", help from
 * a person, dates in words. Draws; decides nothing.
 */
import { inOwnWords } from '../../../care/check/own-words.ts'
import type { Answers } from '../../../care/check/types.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import { sources } from '../../../care/evidence/sources.ts'
import type { SourceId } from '../../../care/evidence/sources.ts'
import type { VerificationTag } from '../../../care/evidence/grade.ts'
import type { HumanHelp } from '../../../care/programme/human-help.ts'
import type { HelpAction } from '../../../care/programme/slow-progress.ts'
import { highest } from '../../../care/programme/locks.ts'
import type { ProgrammeState } from '../../../care/programme/state.ts'
import { uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { paths } from '../paths.ts'
import { Callout } from '../../ui/text-parts.tsx'
import { CallButton, CallLink } from '../../ui/call-button.tsx'

const words = (weekday: 'long' | 'short') =>
  new Intl.DateTimeFormat('en-GB', {
    weekday,
    day: 'numeric',
    month: weekday === 'long' ? 'long' : 'short',
    timeZone: 'UTC',
  })
/** Made once: a year's history has hundreds of dates. */
const dayFormats = { long: words('long'), short: words('short') } as const

/** "Monday 23 November". */
export const dayWords = (day: IsoDate, weekday: 'long' | 'short' = 'long'): string =>
  dayFormats[weekday].format(new Date(`${day}T12:00:00Z`))

/**
 * Movements are locked: whom to call if not yet seen, and how to say that one was.
 * @param look of the button that calls; plain on a page that is there for something else
 */
export function BeSeen({ state, look = 'go' }: { state: Pick<ProgrammeState, 'locks'>; look?: 'go' | 'plain' }) {
  // The most urgent of all that still stands, not only of the last check.
  const emergency = highest(state.locks) === 'emergency'
  const number = emergency ? uk.emergencyNumber : '111'
  return (
    <>
      <p>
        <strong>Not seen yet?</strong>{' '}
        {emergency ? 'Go to A&E now, or call 999. Do not drive yourself.' : 'Speak to someone today.'}
      </p>
      <div class="actions">
        <CallButton number={number} {...(look === 'go' && { look })} />
        <ButtonLink href={paths.cleared} wide>
          I have been seen
        </ButtonLink>
      </div>
      <p>
        Did you tell us something by mistake? <a href={paths.mistaken}>Tell us here</a>
      </p>
    </>
  )
}

/** What is left until somebody has seen them, where a check leaves the gentle part (evidence.md §2.1). */
export function UntilSeen() {
  return (
    <Callout title="Your check asked you to be seen" look="warn">
      <p>Until then: rest positions, slow breathing, heat if it is safe, and your usual gentle walks.</p>
      <a href={paths.cleared}>I have been seen</a>
    </Callout>
  )
}

/** A danger sign overrides the number above it. */
export function Worse() {
  return (
    <p>
      A danger sign, or worse? Call <CallLink number={uk.emergencyNumber} /> or go to A&amp;E.
    </p>
  )
}

/** Starts the full check with what the programme was told already. */
export function FullCheckButton({ look, text = 'Do the full check' }: { look?: 'go'; text?: string }) {
  return (
    <form method="post" action={paths.fullCheck}>
      <Button {...(look && { look })} wide>
        {text}
      </Button>
    </form>
  )
}

/** One tap to stop everything, on every page of the programme. */
export function NewOrWorse() {
  return (
    <p class="new-or-worse">
      <a class="button" href={paths.stop}>
        Something is new or worse
      </a>
    </p>
  )
}

/** Where it comes from, small. */
export function FromWhere({
  from,
}: {
  from: { readonly sources: readonly SourceId[]; readonly tag: VerificationTag }
}) {
  return (
    <p class="quiet small">
      Source: {from.sources.map((id) => sources[id].title).join('; ')} [{from.tag}]
    </p>
  )
}

const routeOf: Partial<Record<HelpAction, keyof typeof uk.routes>> = {
  call111: '111',
  pharmacist: 'pharmacist',
  bookPhysio: 'physio',
  bookGp: 'gp',
}
const otherWords: Partial<Record<HelpAction, string>> = {
  askSpecialist: 'Ask your GP if you should see a specialist about your leg.',
  persistentPathway: 'Ask your GP what help there is near you for long-lasting pain.',
}

interface PersonHelpProps {
  readonly help: HumanHelp
  /** Of the last check: what is said of the pain speaks of where it is. */
  readonly answers: Answers
  /** It stands above everything else, and nothing to book beside it. */
  readonly first?: boolean
  /** Of the button that calls, where it stands first; plain on a page that is there for something else. */
  readonly look?: 'go' | 'plain'
  readonly booking?: boolean
  /** False on a page with a way of its own to the check. */
  readonly check?: boolean
}

/** The way to a person: in words, never hidden. */
export function PersonHelp({ help, answers, first, look = 'go', booking = true, check = true }: PersonHelpProps) {
  const actions = new Set<HelpAction>(help.actions.length > 0 ? help.actions : ['bookPhysio', 'pharmacist'])
  // At urgent the way to book is replaced, not moved (§2.1).
  const wanted =
    help.amount === 'today' || !booking ? [...actions].filter((action) => !action.startsWith('book')) : actions
  const routes = [...wanted].flatMap((action) => routeOf[action] ?? [])
  return (
    <section class={first ? 'callout warn' : 'callout'} aria-labelledby="help-title">
      <h2 id="help-title">{first ? help.words : 'Someone to help you'}</h2>
      {!first && <p>{help.words}</p>}
      {help.because.length > 0 && (
        <p>
          <strong>Why:</strong> {inOwnWords(help.because.join(' '), answers)}
        </p>
      )}
      {help.toldIn && (
        <p>
          <a href={help.toldIn === 'checkIn' ? paths.checkInChange : paths.morning}>
            I answered that wrongly: change it
          </a>
        </p>
      )}
      <ul>
        {routes.map((route) => {
          const { name, how, telephone } = uk.routes[route]
          return (
            <li key={route}>
              <strong>{name}.</strong> {how}
              {telephone && <CallButton number={telephone} {...(first && look === 'go' && { look })} />}
            </li>
          )
        })}
        {[...actions].flatMap((action) => (otherWords[action] ? [<li key={action}>{otherWords[action]}</li>] : []))}
        {actions.has('changeDirection') && (
          <li>
            <a href={paths.direction}>Try the other direction</a>
          </li>
        )}
      </ul>
      {check && (actions.has('fullCheck') || actions.has('checkG1')) && <FullCheckButton />}
    </section>
  )
}

/** "1 session", "3 sessions". */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

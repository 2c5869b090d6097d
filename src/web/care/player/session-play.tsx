/**
 * The page of a session under way: the player on one screen, and below it the same in words and pictures, which needs no
 * script; "Too sore" as a plain button for each movement; and the form at the end. Draws; decides nothing.
 */
import type { SessionBegun } from '../../../care/player/session-begun.ts'
import { timelineOf } from '../../../care/player/timeline.ts'
import { movements } from '../../../care/movement/movements.ts'
import { commonStops } from '../../../care/movement/stop-words.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { Figure, FigureStills } from '../../ui/figure.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { legAnswers, Player } from '../../ui/player.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { NewOrWorse } from '../programme/programme-parts.tsx'
import { FinishForm } from './session-finish.tsx'
import { sessionDoseWords } from '../../../care/programme/session-item.ts'
import type { SessionSlot } from './session-slots.ts'

export interface SessionPageProps {
  readonly home: CareHome
  readonly begun: SessionBegun
  readonly slots: readonly SessionSlot[]
  readonly problems?: readonly Problem[]
  readonly fields?: FormFields
}

/** About how long the first choices take, in whole minutes. */
const minutesOf = (slots: readonly SessionSlot[]): number =>
  Math.ceil(timelineOf(slots.flatMap(({ choices: [own] }) => (own ? [own.timed] : []))).totalMs / 60_000)

/** The session. */
export function SessionPage({ home, begun, slots, problems = [], fields }: SessionPageProps) {
  const wrong = problems.length > 0
  return (
    <CarePage home={home} title={wrong ? 'Error: Your session' : 'Your session'} islands={['player']}>
      <h1 class="player-heading" tabindex={-1} {...(!wrong && { 'data-focus': true })}>
        Your session
      </h1>
      <Player
        name={begun.id}
        slots={slots.map(({ choices }) => choices)}
        sort="session"
        stopHref={paths.stop}
        backHref={paths.today}
        over={wrong}
      />
      {!wrong && (
        <div data-plain>
          <p>About {minutesOf(slots)} minutes. Go at your own pace. Here is each movement, one after the other.</p>
          <WhenToStop />
          <ol class="session-list">
            {slots.map((slot, index) => (
              <li key={`${index}`} id={`m${index}`}>
                <OneSlot begun={begun} slot={slot} index={index} />
              </li>
            ))}
          </ol>
          <NewOrWorse />
        </div>
      )}
      <div data-finish-part>
        <FinishForm begun={begun} problems={problems} {...(fields && { fields })} />
        <NewOrWorse />
      </div>
    </CarePage>
  )
}

function WhenToStop() {
  return (
    <Callout title="When to stop" look="warn">
      <ul>
        {commonStops.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Callout>
  )
}

function OneSlot({ begun, slot, index }: { begun: SessionBegun; slot: SessionSlot; index: number }) {
  const { item, choices, notes } = slot
  const own = choices.find(({ movement }) => movement === item.movement)
  const others = choices.filter((choice) => choice !== own)
  const { title, start, steps, breathe } = movements[item.movement]
  if (!own)
    return (
      <>
        <h2>{title}</h2>
        <p>This one is not right for you now. Leave it out.</p>
        <Others choices={others} />
      </>
    )
  return (
    <>
      <h2>{title}</h2>
      <p>
        <strong>{sessionDoseWords(item.dose)}</strong>
      </p>
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      <FigureStills movement={item.movement} id={`list-${index}`} {...(own.options && { options: own.options })} />
      <p>{start}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <strong>Breathe:</strong> {breathe}
      </p>
      <form method="post" action={paths.sessionPlayer(begun.id)}>
        <input type="hidden" name="item" value={String(index)} />
        <Button name="do" value="tooSore" wide>
          Too sore: stop this one
        </Button>
      </form>
      <Others choices={others} />
    </>
  )
}

function Others({ choices }: { choices: SessionSlot['choices'] }) {
  if (choices.length === 0) return null
  return (
    <Details summary="Do another one in its place">
      {choices.map(({ movement, options }) => (
        <section key={movement}>
          <h3>{movements[movement].title}</h3>
          <Figure movement={movement} id={`other-${movement}`} {...(options && { options })} />
          <ol>
            {[movements[movement].start, ...movements[movement].steps].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
    </Details>
  )
}

/** Without the player: this one is stopped, and the leg comes first. */
export function TooSorePage(props: {
  home: CareHome
  /** The session's id, and the place in it of what was stopped: it need not be in a record that opens. */
  session: string
  item: string
  problems?: readonly Problem[]
}) {
  const { home, session, item, problems = [] } = props
  const title = 'Stop this one'
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>Lie or sit however is most comfortable.</p>
      <form method="post" action={paths.sessionPlayer(encodeURIComponent(session))} novalidate>
        <input type="hidden" name="item" value={item} />
        <RadioGroup name="leg" legend="How is your leg?" options={legAnswers} error={problems[0]?.text} />
        <div class="actions">
          <Button look="go" name="do" value="soreLeg">
            Go on
          </Button>
        </div>
      </form>
      <NewOrWorse />
    </CarePage>
  )
}

/** Without the player, when the leg is fine: leave it out, and what may be done in its place. */
export function LeaveOutPage({
  home,
  begun,
  slot,
  index,
}: {
  home: CareHome
  begun: SessionBegun
  slot: SessionSlot
  index: number
}) {
  const title = 'Leave that one out today'
  const [other] = slot.choices.filter(({ movement }) => movement !== slot.item.movement)
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {other ? (
        <>
          <p>This may be easier for you. Stop it too if it hurts.</p>
          <h2>{other.title}</h2>
          <FigureStills movement={other.movement} {...(other.options && { options: other.options })} />
          <ol>
            {[movements[other.movement].start, ...movements[other.movement].steps].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      ) : (
        <p>There is no other one for you now. Go on with the next one.</p>
      )}
      {/* A form, since this page has the session's own address: a link with a place in it would only scroll. */}
      <form method="get" action={`${paths.sessionPlayer(begun.id)}#m${index + 1}`}>
        <div class="actions">
          <Button look="go">Go on with my session</Button>
        </div>
      </form>
      <NewOrWorse />
    </CarePage>
  )
}

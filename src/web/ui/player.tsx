/**
 * The one screen of the guided player: one figure, one number, one voice. Hidden until the `player` island takes over; what
 * is to be done stands below it in words and pictures for everybody else.
 * Plain markup; never: says whether somebody may do a movement.
 */
import type { TimedItem } from '../../care/player/timed-item.ts'
import type { FigureFrames } from '../../care/movement/figure-frames.ts'
import type { MotionOptions } from '../../care/movement/motion.ts'
import type { MovementId } from '../../care/movement/movements.ts'
import { positionsOf, positionWords } from '../../care/movement/equipment.ts'
import { Figure, Thumbnail } from './figure.tsx'

/** A movement that may fill a place, with everything the player needs of it. */
export interface PlayerChoice {
  readonly movement: MovementId
  readonly title: string
  /** How this person does it differently; shown while they get ready. */
  readonly note?: string
  readonly timed: TimedItem
  readonly frames: FigureFrames
  readonly options?: MotionOptions
}

export interface PlayerProps {
  /** Keeps the place across a reload: the session's or the course's id. */
  readonly name: string
  /** For each place of the session: the programme's own movement, then what may stand in for it. */
  readonly slots: readonly (readonly PlayerChoice[])[]
  /** `session`: too sore, swap and the leg question. `relax`: none of these. */
  readonly sort: 'session' | 'relax'
  /** Where "Something is new or worse" leads. */
  readonly stopHref: string
  /** Where to go when a course of relaxing is over. */
  readonly backHref: string
  /** The form has been sent and came back with a question: stay with the form. */
  readonly over?: boolean
}

/** The leg question of evidence.md §5.0 (H-10): the words for each answer. */
export const legAnswers = [
  { value: 'none', text: 'No pain in my leg' },
  { value: 'same', text: 'As before' },
  { value: 'nearer', text: 'Nearer to my back' },
  { value: 'further', text: 'Further down my leg' },
  { value: 'lasting', text: 'Worse, and it stays after I stop' },
  { value: 'notSure', text: 'Not sure' },
] as const

/** The player. */
export function Player({ name, slots, sort, stopHref, backHref, over }: PlayerProps) {
  const session = sort === 'session'
  const data = slots.map((choices) =>
    choices.map(({ movement, title, note, timed }) => ({ movement, title, note, timed })),
  )
  return (
    <section
      class="player no-print"
      aria-label="Player"
      tabindex={-1}
      hidden
      data-player={JSON.stringify(data)}
      data-name={name}
      data-sort={sort}
      {...(over && { 'data-over': 'true' })}
    >
      <div data-screen class="player-screen">
        <p class="player-top">
          <strong data-title /> <span class="quiet" data-place />
        </p>
        <Stage slots={slots} />
        <NumberAndWords />
        <Keys session={session} />
        <Switches />
        <p class="quiet small player-hint" data-hint hidden>
          {session
            ? 'Keys: space to pause, arrows to go back or skip, S for too sore, Esc to stop.'
            : 'Keys: space to pause, Esc to stop.'}
        </p>
      </div>

      {session && <SorePanel />}
      {session && <SwapPanel slots={slots} />}
      <StopPanel href={stopHref} />
      <OverPanel href={backHref} />
    </section>
  )
}

/** Every figure that may be needed; the island shows one. */
function Stage({ slots }: Pick<PlayerProps, 'slots'>) {
  return (
    <div class="player-stage">
      {slots.flatMap((choices, slot) =>
        choices.map(({ movement, frames, options }, choice) => (
          <div
            key={`${slot}.${movement}`}
            hidden
            data-choice={`${slot}.${choice}`}
            data-frames={JSON.stringify(frames)}
          >
            <Figure movement={movement} live id={`play-${slot}-${movement}`} {...(options && { options })} />
          </div>
        )),
      )}
    </div>
  )
}

function NumberAndWords() {
  return (
    <div class="player-words">
      <p class="player-number">
        <span data-number role="timer" aria-live="off" />
        <span class="player-unit quiet" data-unit />
      </p>
      <p class="player-caption" data-caption aria-hidden="true" />
      <p class="player-next quiet" data-next />
      <p class="unseen" data-say role="status" />
    </div>
  )
}

/** What is pressed while it plays. */
function Keys({ session }: { session: boolean }) {
  return (
    <div class={session ? 'player-keys' : 'player-keys few'}>
      {session && (
        <button type="button" class="button" data-back>
          Back
        </button>
      )}
      <button type="button" class="button go" data-go>
        Start
      </button>
      {session && (
        <>
          <button type="button" class="button" data-skip>
            Skip
          </button>
          <button type="button" class="button" data-swap>
            Swap
          </button>
          <button type="button" class="button sore" data-sore>
            Too sore
          </button>
        </>
      )}
      <button type="button" class="button" data-stop>
        Stop
      </button>
    </div>
  )
}

function Switches() {
  return (
    <fieldset class="player-switches">
      <legend class="unseen">What you hear and feel</legend>
      {(['voice', 'chimes', 'buzz'] as const).map((one) => (
        <button key={one} type="button" class="button" data-switch={one} aria-pressed="false">
          {switchWords[one]}
        </button>
      ))}
    </fieldset>
  )
}

function SorePanel() {
  return (
    <div class="player-panel" data-panel="sore" hidden>
      <h2 tabindex={-1}>Stop this one. How is your leg?</h2>
      <p>Pain or tingling that goes further down ends the session.</p>
      {legAnswers.map(({ value, text }) => (
        <button key={value} type="button" class="button" data-leg={value}>
          {text}
        </button>
      ))}
      <button type="button" class="button plain" data-cancel>
        It was not too sore: go back
      </button>
    </div>
  )
}

function SwapPanel({ slots }: Pick<PlayerProps, 'slots'>) {
  return (
    <div class="player-panel" data-panel="swap" hidden>
      <h2 tabindex={-1} data-swap-title>
        Do another one?
      </h2>
      <p data-swap-words />
      <div class="player-take">
        {slots.flatMap((choices, slot) =>
          choices.map((choice, place) => (
            <TakeButton key={`${slot}.${choice.movement}`} {...{ slot, place, choice }} />
          )),
        )}
      </div>
      <button type="button" class="button plain" data-none>
        Go on with the next one
      </button>
      <button type="button" class="button plain" data-cancel>
        Go back
      </button>
    </div>
  )
}

function StopPanel({ href }: { href: string }) {
  return (
    <div class="player-panel" data-panel="stop" hidden>
      <h2 tabindex={-1}>Stopped. What is it?</h2>
      <a class="button sore" href={href} data-worse>
        Something is new or worse
      </a>
      <button type="button" class="button" data-end>
        I have done enough for now
      </button>
      <button type="button" class="button" data-cancel>
        Nothing: go back
      </button>
    </div>
  )
}

function OverPanel({ href }: { href: string }) {
  return (
    <div class="player-panel" data-panel="over" hidden>
      <h2 tabindex={-1}>Well done. That is all.</h2>
      <p>Stay a moment. Then move slowly.</p>
      <a class="button go" href={href}>
        Back
      </a>
      <button type="button" class="button" data-again>
        Once more
      </button>
    </div>
  )
}

/** One that may take the place, by its picture: people in pain choose by what they see. */
function TakeButton({ slot, place, choice }: { slot: number; place: number; choice: PlayerChoice }) {
  const { movement, title, options } = choice
  return (
    <button type="button" class="button take" hidden data-take={`${slot}.${place}`}>
      <span aria-hidden="true">
        <Thumbnail movement={movement} id={`take-${slot}-${movement}`} {...(options && { options })} />
      </span>
      <span>
        {title}
        <small class="quiet">{whereWords(movement)}</small>
      </span>
    </button>
  )
}

/** "On your back". What is done in any easy position has no words here. */
function whereWords(movement: MovementId): string {
  const [only, ...others] = positionsOf(movement)
  return only && others.length === 0
    ? `${positionWords[only].charAt(0).toUpperCase()}${positionWords[only].slice(1)}`
    : ''
}

const switchWords = { voice: 'Voice', chimes: 'Chimes', buzz: 'Buzz' } as const

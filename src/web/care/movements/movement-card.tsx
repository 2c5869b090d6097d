/**
 * One movement as a card with a still figure: a link where pages have addresses of their own, else a button that carries
 * the plan on. And the lines and sources that several movement pages share. Draws only what movement-access.ts allows.
 */
import { Fragment } from 'preact'
import { minutesOf } from '../../../care/movement/doses.ts'
import type { MotionOptions } from '../../../care/movement/motion.ts'
import { type MovementId, movements } from '../../../care/movement/movements.ts'
import type { PhaseNumber } from '../../../care/programme/phases.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Figure, tellingPose } from '../../ui/figure.tsx'
import type { MovementsNow } from './movement-now.ts'
import { doseOfPhase } from './movement-access.ts'
import { paths } from '../paths.ts'
import { CarryPlan } from '../plan/plan-now.tsx'

/** "phase 2", or "phases 3 and 4", which share their doses. */
export const phaseWords = (phase: PhaseNumber): string => (phase < 3 ? `phase ${phase}` : 'phases 3 and 4')

export interface MovementCardProps {
  readonly linked: boolean
  readonly id: MovementId
  readonly options: MotionOptions
  readonly phase: PhaseNumber
  /** The dose in words, where it is to be done now. */
  readonly dose?: string
  /** Not now: it comes in this phase. */
  readonly later?: boolean
  /** Leaves the phase out: a set says it once for all of it, and what is open now is open. */
  readonly withoutPhase?: boolean
  /** Makes the ids of the figure unique. */
  readonly name: string
}

/** A card that leads to the movement. Inside a form where nothing is linked. */
export function MovementCard({ linked, id, options, phase, dose, later, withoutPhase, name }: MovementCardProps) {
  const minutes = minutesOf(id, doseOfPhase(phase))
  const tags = [
    ...(later ? [`Comes in ${phaseWords(phase)}`] : withoutPhase ? [] : [capital(phaseWords(phase))]),
    ...(minutes === null ? [] : [`about ${minutes} min`]),
  ]
  const inside = (
    <>
      <span class="step-picture" aria-hidden="true">
        <Figure movement={id} pose={tellingPose(movements[id].motion)} id={`${name}-${id}`} options={options} />
      </span>
      <span class="step-words">
        <strong>{movements[id].title}</strong>
        {dose && <span class="quiet small">{dose}</span>}
        <span class="movement-tag">
          {tags.map((tag, index) => (
            <Fragment key={tag}>
              <span class="nowrap">
                {tag}
                {index < tags.length - 1 && ' ·'}
              </span>{' '}
            </Fragment>
          ))}
        </span>
      </span>
    </>
  )
  return linked ? (
    <a class="step-card" href={paths.movement(id)}>
      {inside}
    </a>
  ) : (
    <button type="submit" class="step-card" formaction={paths.movement(id)}>
      {inside}
    </button>
  )
}
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** A plain list of sentences. */
export function Lines({ all }: { all: readonly string[] }) {
  return (
    <ul>
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** The ways back: the library, and the programme or the plan. */
export function Back({ at }: { at: MovementsNow }) {
  const { now, linked, door } = at
  const home = door.kind === 'open' && door.programme ? { to: paths.today, words: 'Today' } : planOf(at)
  return (
    <form method="post" action={paths.plan} class="push no-print">
      <CarryPlan now={now} />
      <div class="actions">
        {linked ? (
          <>
            <ButtonLink href={paths.movements} wide>
              All my movements
            </ButtonLink>
            <ButtonLink href={home.to} look="go">
              {home.words}
            </ButtonLink>
          </>
        ) : (
          <>
            <Button formAction={paths.movements} wide>
              All my movements
            </Button>
            <Button look="go">{home.words}</Button>
          </>
        )}
      </div>
    </form>
  )
}

/** The plan, or its questions where nobody has answered them. */
export const planOf = ({ asked }: MovementsNow) => ({
  to: paths.plan,
  words: asked ? 'Back to my plan' : 'Answer the questions',
})

/** Said where nobody has answered the plan's own questions: what they ask counts as "not sure", and closes most movements. */
export const AskedTooLittle = ({ to }: { to: string }) => (
  <p>We have not asked enough to {to}. Answer a few more questions first.</p>
)

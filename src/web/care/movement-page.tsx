/**
 * The library of movements for this person, and the page of one movement. Locked until a check is clear: without one
 * there is no movement here, only the way to the check. Draws what movement-standing.ts allows.
 */
import type { ComponentChildren } from 'preact'
import { type MovementId, movements } from '../../care/movement/movements.ts'
import type { Place } from '../../care/movement/types.ts'
import type { MotionOptions } from '../../care/movement/motion.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EvidenceBar } from '../ui/evidence-bar.tsx'
import { Figure } from '../ui/figure.tsx'
import { Callout, Details, SummaryList } from '../ui/text-parts.tsx'
import { CarePage } from './care-page.tsx'
import { Sources } from './medicine-result.tsx'
import { MovingFigure } from './movement-figure.tsx'
import { paths } from './paths.ts'
import { CarryPlan, type PlanNow } from './plan-now.tsx'

const places: readonly { readonly places: readonly Place[]; readonly title: string }[] = [
  { places: ['bed'], title: 'On a bed' },
  { places: ['floor'], title: 'On the floor' },
  { places: ['chair'], title: 'On a chair' },
  { places: ['standing', 'pool', 'bike'], title: 'Standing and walking' },
  { places: ['anywhere'], title: 'Anywhere' },
]

export interface LibraryProps {
  readonly now: PlanNow
  readonly allowed: readonly { readonly id: MovementId; readonly options: MotionOptions }[]
  /** The filters above the list. */
  readonly filters: ComponentChildren
}

/** Every movement this person may do now. */
export function LibraryPage({ now, allowed, filters }: LibraryProps) {
  return (
    <CarePage home={now.home} title="Movements for you">
      <h1 tabindex={-1} data-focus>
        Movements for you now
      </h1>
      <p>Chosen from your check and your plan. What is not right for you now is left out.</p>
      <form method="post" action={paths.movements} class="plan-steps">
        <CarryPlan now={now} />
        {filters}
        {places.map(({ places: here, title }) => {
          const mine = allowed.filter(({ id }) => here.includes(movements[id].place))
          return mine.length === 0 ? null : (
            <section key={title}>
              <h2>{title}</h2>
              <ul class="step-list">
                {mine.map(({ id, options }) => (
                  <li key={id}>
                    <MovementCard now={now} id={id} options={options} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        <div class="actions">
          {now.inRecord ? (
            <ButtonLink href={paths.plan} look="go">
              Back to my plan
            </ButtonLink>
          ) : (
            <Button formAction={paths.plan} look="go">
              Back to my plan
            </Button>
          )}
        </div>
      </form>
    </CarePage>
  )
}

function MovementCard({ now, id, options }: { now: PlanNow; id: MovementId; options: MotionOptions }) {
  const { title, dose } = movements[id]
  const inside = (
    <>
      <span class="step-picture" aria-hidden="true">
        <Figure movement={id} id={`card-${id}`} options={options} />
      </span>
      <span class="step-words">
        <strong>{title}</strong>
        {dose.calm && <span class="quiet small">{dose.calm.text}</span>}
      </span>
    </>
  )
  return now.inRecord ? (
    <a class="step-card" href={paths.movement(id)}>
      {inside}
    </a>
  ) : (
    <button type="submit" class="step-card" formaction={paths.movement(id)}>
      {inside}
    </button>
  )
}

export interface MovementPageProps {
  readonly now: PlanNow
  readonly id: MovementId
  readonly changes: readonly string[]
  readonly options: MotionOptions
}

/** One movement, for somebody who may do it. */
export function MovementPage({ now, id, changes, options }: MovementPageProps) {
  const movement = movements[id]
  const { title, dose } = movement
  return (
    <CarePage home={now.home} title={title} islands={['figure']}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <MovingFigure movement={id} options={options} />
      {changes.length > 0 && (
        <Callout title="For you">
          <Lines all={changes} />
        </Callout>
      )}
      <h2>How</h2>
      <p>{movement.start}</p>
      <ol>
        {movement.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <SummaryList
        rows={[
          ...(dose.calm ? [{ name: 'How much', value: dose.calm.text }] : []),
          { name: 'Breathe', value: movement.breathe },
          ...(movement.easier ? [{ name: 'Easier', value: movement.easier }] : []),
          { name: 'How sure we are', value: <EvidenceBar grade={movement.grade} /> },
        ]}
      />
      <Callout title="When to stop" look="warn">
        <Lines all={movement.stopWhen} />
      </Callout>
      {movement.mistakes.length > 0 && (
        <>
          <h2>Watch out for</h2>
          <Lines all={movement.mistakes} />
        </>
      )}
      {movement.care.length > 0 && (
        <>
          <h2>Take care</h2>
          <Lines all={movement.care} />
        </>
      )}
      <h2>Why it is here</h2>
      <p>{movement.why}</p>
      <Details summary="Where this comes from">
        <Sources ids={movement.sources} />
      </Details>
      <Back now={now} />
    </CarePage>
  )
}

function Lines({ all }: { all: readonly string[] }) {
  return (
    <ul>
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Back({ now }: { now: PlanNow }) {
  return (
    <form method="post" action={paths.plan} class="push no-print">
      <CarryPlan now={now} />
      <div class="actions">
        {now.inRecord ? (
          <>
            <ButtonLink href={paths.movements} wide>
              All my movements
            </ButtonLink>
            <ButtonLink href={paths.plan} look="go">
              Back to my plan
            </ButtonLink>
          </>
        ) : (
          <>
            <Button formAction={paths.movements} wide>
              All my movements
            </Button>
            <Button look="go">Back to my plan</Button>
          </>
        )}
      </div>
    </form>
  )
}

export interface NotForYouProps {
  readonly now: PlanNow
  readonly id: MovementId
  readonly because: readonly string[]
  readonly instead: MovementId | undefined
}

/** A movement that is not right for this person now: why, and what to do instead. No picture of it. */
export function NotForYouPage({ now, id, because, instead }: NotForYouProps) {
  return (
    <CarePage home={now.home} title="Not this one for now">
      <h1 tabindex={-1} data-focus>
        Not this one for now
      </h1>
      <p>
        <strong>{movements[id].title}</strong>
      </p>
      <Lines all={because} />
      {instead && (
        <form method="post" action={paths.movement(instead)}>
          <CarryPlan now={now} />
          <h2>Do this instead</h2>
          <MovementCard now={now} id={instead} options={{}} />
        </form>
      )}
      <Back now={now} />
    </CarePage>
  )
}

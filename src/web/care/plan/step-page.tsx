/**
 * One step of the plan: picture, timer, how, how long, how often, why here, how sure, and when to stop. Then the next one.
 * Draws what the plan holds for this person; a step that is not in their plan has no page.
 */
import type { ComponentChildren } from 'preact'
import { drawnFor } from '../../../care/movement/block-list.ts'
import { movementProfileOf } from '../../../care/relief/movement-facts.ts'
import type { Plan } from '../../../care/relief/plan.ts'
import type { PlanStep } from '../../../care/relief/step-types.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EvidenceBar, ForSafety } from '../../ui/evidence-bar.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import { Callout, Details, SummaryList } from '../../ui/text-parts.tsx'
import { Timer } from '../../ui/timer.tsx'
import { CarePage } from '../care-page.tsx'
import { Sources } from '../medicines/medicine-result.tsx'
import { MovingFigure } from '../movements/movement-figure.tsx'
import { paths } from '../paths.ts'
import { StepPicture } from './plan-icons.tsx'
import { CarryPlan, type PlanNow } from './plan-now.tsx'

export interface StepPageProps {
  readonly now: PlanNow
  readonly plan: Plan
  readonly step: PlanStep
  readonly after?: PlanStep
}

/** Steps that are done with the body: one tap stops them. */
const canHurt: readonly PlanStep['kind'][] = ['ease', 'heat', 'cold', 'massage', 'move', 'walk', 'relax']

/** The page of a step. */
export function StepPage(props: StepPageProps) {
  const { now, plan, step } = props
  const { movement, timer } = step
  // Where a mistake can hurt, the words come before the button.
  const readFirst = ['heat', 'cold', 'massage', 'move'].includes(step.kind)
  const options = movement && drawnFor(movement, movementProfileOf(plan.profile))
  const picture = movement ? (
    <MovingFigure movement={movement} {...(options && { options })} />
  ) : (
    <div class="step-sign">
      <StepPicture step={step} profile={plan.profile} id="step" />
    </div>
  )
  return (
    <StepFrame {...props} picture={picture}>
      {timer && !readFirst && <Timer name={step.id} spec={timer} />}
      <h2>How</h2>
      <ol>
        {step.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {timer && readFirst && <Timer name={step.id} spec={timer} />}
      <Callout title="When to stop" look="warn">
        <ul>
          {step.stop.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="no-print">
          <a href={paths.emergency}>All emergency signs</a>
        </p>
      </Callout>
      {canHurt.includes(step.kind) && (
        <form method="post" action={paths.planStep(step.id)} class="no-print">
          <CarryPlan now={now} />
          <Button name="do" value="tooSore" wide>
            Too sore
          </Button>
        </form>
      )}
      {step.kind === 'medicine' && <Open now={now} to={paths.medicines} words="Which painkillers may be safe for me" />}
      {step.kind === 'check' && <ButtonLink href={paths.check}>Check again</ButtonLink>}
    </StepFrame>
  )
}

/** Opens another page that stands on the same check. */
function Open({ now, to, words }: { now: PlanNow; to: string; words: string }) {
  if (now.inRecord) return <ButtonLink href={to}>{words}</ButtonLink>
  return (
    <form method="post" action={to}>
      <CarryPlan now={now} />
      <Button>{words}</Button>
    </form>
  )
}

interface StepFrameProps extends StepPageProps {
  /** Of the form of this page: it begins with them then. */
  readonly problems?: readonly Problem[]
  /** Beside the words on a wide screen; before them on a phone, where it leaves room for the timer. */
  readonly picture?: ComponentChildren
  readonly children: ComponentChildren
}

/** What every step's page has around its own part. */
export function StepFrame({ now, plan, step, after, problems = [], picture, children }: StepFrameProps) {
  const all = plan.sections.flatMap(({ steps }) => steps)
  const place = all.findIndex(({ id }) => id === step.id) + 1
  const words = (
    <>
      {children}
      <AboutStep step={step} />
    </>
  )
  return (
    <CarePage
      home={now.home}
      title={problems.length > 0 ? `Error: ${step.title}` : step.title}
      islands={now.inRecord ? ['timer', 'figure', 'told-elsewhere'] : ['timer', 'figure']}
      {...(picture !== undefined && { wide: true })}
    >
      <p class="steps">
        Step {place} of {all.length}
      </p>
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {step.title}
      </h1>
      {picture ? (
        <div class="side-by-side step-two">
          <div class="step-shown">{picture}</div>
          <div>{words}</div>
        </div>
      ) : (
        words
      )}
      <StepDone {...{ now, step }} {...(after && { after })} />
    </CarePage>
  )
}

/** Why it is done, how long and how often, how sure that is, and where it comes from. */
function AboutStep({ step }: Pick<StepPageProps, 'step'>) {
  return (
    <>
      <h2>Why this step</h2>
      <p>{step.why}</p>
      <SummaryList
        rows={[
          ...(step.minutes > 0 ? [{ name: 'How long', value: minutes(step.minutes) }] : []),
          { name: 'How often', value: step.often },
          step.forSafety
            ? { name: 'What it is for', value: <ForSafety /> }
            : { name: 'How sure we are', value: <EvidenceBar grade={step.grade} /> },
        ]}
      />
      <p>{step.evidence}</p>
      {step.insteadOf.length > 0 && (
        <Details summary="Why not another one">
          <ul>
            {step.insteadOf.map(({ of, because }) => (
              <li key={because}>
                {because} Left out: {of.join(', ')}.
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Details summary="Where this comes from">
        <Sources ids={step.sources} />
      </Details>
    </>
  )
}

/** On to the next step, or back to them all. */
function StepDone({ now, step, after }: Pick<StepPageProps, 'now' | 'step' | 'after'>) {
  return (
    <form method="post" action={paths.planStep(step.id)} class="push no-print">
      <CarryPlan now={now} />
      <div class="actions">
        <Button look="go" name="do" value="done">
          {after ? `Done. Next: ${small(after.title)}` : 'Done'}
        </Button>
        {now.inRecord ? (
          <ButtonLink href={paths.plan} wide>
            Back to my plan
          </ButtonLink>
        ) : (
          <Button formAction={paths.plan} wide>
            Back to my plan
          </Button>
        )}
      </div>
    </form>
  )
}

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const minutes = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`

/** A step that is not in this person's plan now. */
export function NoSuchStepPage({ now }: { now: PlanNow }) {
  return (
    <CarePage home={now.home} title="That step is not in your plan">
      <h1 tabindex={-1} data-focus>
        That step is not in your plan
      </h1>
      <p>Your plan may have changed since. Steps that are not safe for you now are left out.</p>
      <form method="post" action={paths.plan}>
        <CarryPlan now={now} />
        <div class="actions">
          <Button look="go">Open my plan</Button>
        </div>
      </form>
    </CarePage>
  )
}

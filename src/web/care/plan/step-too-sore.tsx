/**
 * "Too sore" on a step of the plan: the step stops, the leg is asked (H-10), then what to do in its place. Both homes.
 * Never: goes on when pain went down the leg, or when nobody knows.
 */
import type { Context } from 'hono'
import type { LegAnswer } from '../../../care/programme/events.ts'
import { legSpread } from '../../../care/programme/pain-lights.ts'
import type { Plan } from '../../../care/relief/plan.ts'
import type { PlanStep } from '../../../care/relief/step-types.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { legAnswers } from '../../ui/player.tsx'
import { CarePage, show } from '../care-page.tsx'
import { momentOf } from '../moment.ts'
import { paths } from '../paths.ts'
import { isHelpFirst } from '../programme/today-warnings.tsx'
import { keep, stoppedAnew } from '../record/record-keep.ts'
import { StopHerePage } from '../record/record-not-kept.tsx'
import { CarryPlan, type PlanNow } from './plan-now.tsx'
import { waysDownLeg } from './step-direction.tsx'

/** The leg is no worse: what to do in place of a step that is in the plan. What spreads down the leg was answered before. */
export const leaveOut = (c: Context, now: PlanNow, plan: Plan, step: PlanStep) =>
  show(c, <LeaveOutPage {...{ now, plan, step }} />, 200, 'holdsAnswers')

const legIn = ({ fields }: PlanNow): LegAnswer | undefined =>
  legAnswers.find(({ value }) => value === fields.get('leg')?.at(-1))?.value

/**
 * "Too sore", and what it asks of the leg, whatever has become of the step since: its plan may be closed by a check that is too
 * old now or a record that does not open, or gone with a record that was erased, or a newer check or plan may not have it any
 * more. Null where nothing was told of it, or what closed the plan says more.
 * @param isMade there is a plan of this check, which can take what the test of the direction told
 */
export function legFirst(c: Context, now: PlanNow, step: string, isMade: boolean) {
  if (now.standing.kind === 'damaged' || saysMore(now)) return null
  if (tellsOfLeg(now, isMade)) return stopForLeg(c, now)
  const pressed = now.fields.get('do')?.at(-1)
  if (pressed === 'tooSore') return show(c, <SoreLegPage {...{ now, step }} />, 200, 'holdsAnswers')
  if (pressed !== 'soreLeg' || legIn(now) !== undefined) return null
  const problems = [{ field: 'leg', text: 'Your leg: choose an answer, or Not sure' }]
  return show(c, <SoreLegPage {...{ now, step, problems }} />, 422, 'holdsAnswers')
}

/** A record that does not open makes a check due too: only what it held back says more. */
function saysMore({ plan, record }: PlanNow): boolean {
  if (plan.kind === 'locked' && (plan.why === 'emergency' || plan.why === 'urgent')) return true
  return record !== null && (record.opened ? record.state.fullDue !== null : isHelpFirst(record))
}

function tellsOfLeg(now: PlanNow, isMade: boolean): boolean {
  const pressed = now.fields.get('do')?.at(-1)
  const leg = legIn(now)
  if (pressed === 'soreLeg') return leg !== undefined && legSpread(leg)
  return pressed === 'direction' && !isMade && waysDownLeg(now.fields).length > 0
}

async function stopForLeg(c: Context, { home }: PlanNow): Promise<Response> {
  // Closes plan and programme until a check is clear (evidence.md §5.0, §6.2).
  const base = { v: 1, id: home.newId(), ...momentOf(home) } as const
  const kept = await keep(home, [{ ...base, ...stoppedAnew('legFurther') }])
  // The server keeps nothing, and says so everywhere.
  const asExpected = kept.ok || kept.why === 'nowhere'
  return show(c, <StopHerePage home={home} why="leg" kept={asExpected} />, 200, 'holdsAnswers')
}

interface SoreProps {
  readonly now: PlanNow
  readonly plan: Plan
  readonly step: PlanStep
}

function SoreLegPage(props: { readonly now: PlanNow; readonly step: string; readonly problems?: readonly Problem[] }) {
  const { now, step, problems = [] } = props
  const title = 'Stop this one'
  return (
    <CarePage home={now.home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>Lie or sit however is most comfortable.</p>
      <form method="post" action={paths.planStep(encodeURIComponent(step))} novalidate>
        <CarryPlan now={now} />
        <RadioGroup name="leg" legend="How is your leg?" options={legAnswers} error={problems[0]?.text} />
        <div class="actions">
          <Button look="go" name="do" value="soreLeg">
            Go on
          </Button>
        </div>
      </form>
    </CarePage>
  )
}

function LeaveOutPage({ now, plan, step }: SoreProps) {
  const title = 'Leave that one out today'
  const all = plan.sections.flatMap(({ steps }) => steps)
  const ease = all.find(({ kind, id }) => kind === 'ease' && id !== step.id)
  const breath = all.find(({ kind }) => kind === 'breath')
  const instead = ease ?? breath
  return (
    <CarePage home={now.home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>Rest for a while. Then try something easier. You can try this one again tomorrow, smaller and slower.</p>
      <form method="post" action={paths.plan}>
        <CarryPlan now={now} />
        <div class="actions">
          {instead && (
            <Button look="go" formAction={paths.planStep(instead.id)}>
              {instead.title}
            </Button>
          )}
          <Button wide>Back to my plan</Button>
        </div>
      </form>
      <p class="quiet">
        Something new or worse? <a href={paths.emergency}>See the emergency signs</a>
      </p>
    </CarePage>
  )
}

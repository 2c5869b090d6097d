/**
 * The walking plan on a page: today's walk, noting a walk, this week, what changed and why, and where it leads.
 * Draws what care/prevention found; decides nothing.
 */
import { lockOf } from '../../../care/programme/state.ts'
import { gate, mayBegin } from '../../../care/prevention/gate.ts'
import type { WalkFelt } from '../../../care/prevention/events.ts'
import { movements } from '../../../care/movement/movements.ts'
import { topics } from '../../../care/prevention/topics.ts'
import type { WalkToday } from '../../../care/prevention/walk-today.ts'
import { type WalkingPlan, walkingGoal } from '../../../care/prevention/walking.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { errorOf, ErrorSummary, type Problem, tabTitle } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { NumberField } from '../../ui/typed-fields.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { Timer } from '../../ui/timer.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import { paths } from '../paths.ts'
import { capital, counted, dayWords, First, HowSure, Lines, MovementRow, StopSigns } from './prevent-parts.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { RecordTroubles } from '../record/record-trouble.tsx'

const feltWords: Readonly<Record<WalkFelt, string>> = {
  fine: 'Fine: pain 0 to 3 of 10',
  sore: 'Sore: pain 4 or 5',
  tooSore: 'Too sore: pain 6 or more, or 2 more than at the start',
  leg: 'Pain or tingling went further down my leg, or stayed',
}

export interface WalkingPageProps {
  readonly record: RecordNow
  readonly plan: WalkingPlan | null
  readonly today: WalkToday | null
  /** Id that the next walk will have, so that a form sent twice is one walk. */
  readonly form: string
  readonly typed?: FormFields
  readonly problems?: readonly Problem[]
}

/** Before it begins: what the person walks now. After: the plan. */
export function WalkingPage(props: WalkingPageProps) {
  const { record, plan, today, problems = [] } = props
  const home = record.home
  return (
    <CarePage
      home={home}
      title={tabTitle('Walking plan', problems)}
      wide
      islands={['timer', 'same-form', 'told-elsewhere']}
    >
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        Walking plan
      </h1>
      <RecordTroubles home={home} trouble={record.trouble} />
      <div class="side-by-side">
        <div>{plan && today ? <UnderWay {...props} plan={plan} today={today} /> : <Begin {...props} />}</div>
        <div>
          <HowSure topic={topics.walking} />
        </div>
      </div>
      <div class="actions">
        <ButtonLink href={paths.reminders} wide>
          Remind me to walk
        </ButtonLink>
        <ButtonLink href={paths.prevent} wide>
          All of “Keep it away”
        </ButtonLink>
      </div>
    </CarePage>
  )
}

function Begin(props: WalkingPageProps) {
  const { state, profile, now } = props.record
  const door = gate(state, profile, now)
  if (!door.ok && !mayBegin(door)) return <First why={door.why} because={door.because} record={props.record} />
  return (
    <>
      <p>
        Tell us what you walk now. We build it up to {walkingGoal.minutes} minutes on {walkingGoal.daysAWeek} days a
        week, over up to six months. One small step a week, and only when your walks feel fine.
      </p>
      <StartForm {...props} />
    </>
  )
}

function StartForm({ typed, problems = [], plan, form }: WalkingPageProps) {
  const value = (name: string) => typed?.get(name)?.[0]
  return (
    <form method="post" action={paths.preventWalking}>
      <input type="hidden" name="form" value={form} />
      <NumberField
        name="minutesNow"
        legend="How long is one usual walk now?"
        hint="0 if you do not go for walks yet."
        unit="minutes"
        typed={value('minutesNow')}
        error={errorOf('minutesNow', problems)}
      />
      <NumberField
        name="daysNow"
        legend="On how many days a week?"
        unit="days"
        typed={value('daysNow')}
        error={errorOf('daysNow', problems)}
      />
      <Button {...(!plan && { look: 'go' as const })} name="do" value="start">
        {plan ? 'Start again from here' : 'Start my walking plan'}
      </Button>
    </form>
  )
}

function UnderWay(props: WalkingPageProps & { plan: WalkingPlan; today: WalkToday }) {
  const { record, plan, today } = props
  const { state } = record
  return (
    <>
      {plan.seekHelp && (
        <Callout title="Have it looked at" look="warn">
          <p>Walks were too sore three times in 7 days. Do the check again, and book to be seen.</p>
          <ButtonLink href={paths.check}>Do the check</ButtonLink>
        </Callout>
      )}
      <Today
        today={today}
        plan={plan}
        record={record}
        usualWalks={lockOf(state) === 'open' && state.fullDue === null && !state.miniDue && state.lastFull !== null}
      />
      <NoteForm {...props} />
      <h2>This week</h2>
      <p>
        Week {plan.week}. The plan: {counted(plan.step.minutes, 'minute')} on {counted(plan.step.daysAWeek, 'day')}. So
        far: {counted(plan.daysDone, 'whole day')}, {counted(plan.minutesDone, 'minute')}.
      </p>
      <p class="quiet">You can do a walk in pieces. Days off are part of it.</p>
      {plan.decisions.length > 0 && (
        <>
          <h2>What changed, and why</h2>
          <ul>
            {plan.decisions.slice(0, 4).map(({ day, words }, index) => (
              <li key={index}>
                <strong>{capital(dayWords(day, record.now.day))}:</strong> {words}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Where it leads</h2>
      <StepsPicture plan={plan} />
      <Details summary="Change or end the plan">
        {mayBegin(gate(state, record.profile, record.now)) && <StartForm {...props} />}
        <form method="post" action={paths.preventWalking} class="after">
          <input type="hidden" name="form" value={props.form} />
          <Button name="do" value="end">
            End the plan
          </Button>
        </form>
      </Details>
    </>
  )
}

interface TodayProps {
  readonly today: WalkToday
  readonly plan: WalkingPlan
  readonly record: RecordNow
  readonly usualWalks: boolean
}
/** `usualWalks`: nothing new or worse was told, so usual walks go on while a check or a number is missing. */
function Today({ today, plan, record, usualWalks }: TodayProps) {
  switch (today.kind) {
    case 'first':
      return (
        <>
          {usualWalks && <p>You can walk as you are used to. Before you go further:</p>}
          <First why={today.why} because={today.because} record={record} />
        </>
      )
    case 'none':
      return (
        <Callout title="No walks for now" look="warn">
          <Lines all={today.because} />
        </Callout>
      )
    case 'rest':
      return (
        <Callout title="Today: no more long walks">
          <p>{today.because}</p>
        </Callout>
      )
    case 'programme':
      return (
        <Callout title="Today: short walks">
          <p>{today.because}</p>
          <p>{today.text}</p>
          <ButtonLink href={paths.today} look="go">
            What to do today
          </ButtonLink>
        </Callout>
      )
    case 'walk':
      return (
        <section aria-labelledby="today">
          <h2 id="today">Today: {counted(today.minutes, 'minute')}</h2>
          <MovementRow movement={today.movement} id="today-walk">
            <span>
              Go at a pace where you can talk. {plan.there ? 'Later you may puff a little.' : 'One step at a time.'}
            </span>
          </MovementRow>
          {today.less && <p class="callout">{today.less}</p>}
          {today.changes.length > 0 && <Lines all={today.changes} />}
          <Timer name={`walk-${today.minutes}`} spec={{ kind: 'walk', seconds: today.minutes * 60 }} />
          <Details summary="How to walk, and what to watch for">
            <p>{movements[today.movement].start}</p>
            <Lines all={movements[today.movement].steps} />
          </Details>
          <StopSigns />
        </section>
      )
    default:
      throw new Error(`unhandled ${today satisfies never}`)
  }
}

function NoteForm({ form, typed, problems = [], today }: WalkingPageProps) {
  const minutes = today?.kind === 'walk' ? String(today.minutes) : undefined
  return (
    <form method="post" action={paths.preventWalking} class="card">
      <h2>Note a walk from today</h2>
      <input type="hidden" name="form" value={form} data-same />
      <NumberField
        name="minutes"
        legend="How long was it?"
        unit="minutes"
        typed={typed?.get('minutes')?.[0] ?? minutes}
        error={errorOf('minutes', problems)}
      />
      <RadioGroup
        name="felt"
        legend="How did it feel?"
        options={Object.entries(feltWords).map(([value, text]) => ({ value, text }))}
        chosen={typed?.get('felt')?.[0]}
        error={errorOf('felt', problems)}
      />
      <Button name="do" value="note">
        Note this walk
      </Button>
    </form>
  )
}

function StepBars({ steps, at }: Pick<WalkingPlan, 'steps' | 'at'>) {
  const wide = 300 / steps.length
  return (
    <>
      {steps.map(({ minutes }, index) => (
        <rect
          key={index}
          x={index * wide + 1}
          y={62 - minutes * 2}
          width={Math.max(2, wide - 2)}
          height={minutes * 2}
          rx="2"
          class={index === at ? 'here' : index < at ? 'past' : 'ahead'}
        />
      ))}
    </>
  )
}

/** Every step as a bar: how long a walk is, the present one in the accent. */
function StepsPicture({ plan }: { plan: WalkingPlan }) {
  const { steps, at, step } = plan
  const goal = `${walkingGoal.minutes} minutes on ${walkingGoal.daysAWeek} days`
  const words = plan.there
    ? `You are there: ${goal} a week. Keep it up for good.`
    : `Step ${at + 1} of ${steps.length}: ${counted(step.minutes, 'minute')} on ${counted(step.daysAWeek, 'day')}. It leads to ${goal}.`
  return (
    <figure class="walk-steps">
      <svg viewBox="0 0 300 64" role="img" aria-label={words}>
        <StepBars steps={steps} at={at} />
      </svg>
      <figcaption aria-hidden="true">{words}</figcaption>
    </figure>
  )
}

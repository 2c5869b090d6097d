/**
 * The plan on one page: the first hour, the rest of today, tonight and tomorrow as cards, the next thing to do in reach of
 * a thumb, what stops everything, and when to look again. Prints on one A4 page. Draws what `makePlan` made.
 */
import type { Answers } from '../../../care/check/types.ts'
import { ofOwnPart } from '../../../care/check/own-words.ts'
import type { ComponentChildren } from 'preact'
import { type Person, personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import { stepOf, type Plan } from '../../../care/relief/plan.ts'
import type { PlanStep } from '../../../care/relief/step-types.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EvidenceBar, ForSafety } from '../../ui/evidence-bar.tsx'
import { LevelBanner } from '../../ui/level-banner.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { StepPicture } from './plan-icons.tsx'
import { CarryPlan, type PlanNow } from './plan-now.tsx'
import { PaperForm } from '../paper/paper-page.tsx'
import { paths } from '../paths.ts'
import { MayBeCleared } from '../record/may-be-cleared.tsx'
import { RecordTroubles } from '../record/record-trouble.tsx'
import { whenWords } from '../when-words.ts'

export interface PlanPageProps {
  readonly now: PlanNow
  readonly plan: Plan
  /** Said at the top: what a test showed. */
  readonly notice?: string
  /** Where the plan leads after its first day; missing where no record is kept. */
  readonly programme?: 'start' | 'today'
}

/** The first step of the plan that was not done, in order; the first one when all are. */
function nextStep(plan: Plan, done: readonly string[]): PlanStep | undefined {
  const steps = plan.sections.flatMap((section) => section.steps)
  return steps.find(({ id }) => !done.includes(id)) ?? steps[0]
}

/** The whole plan. */
export function PlanPage({ now, plan, notice, programme }: PlanPageProps) {
  const { home, check, done } = now
  const next = nextStep(plan, done)
  const gentle = plan.movement === 'gentle'
  const person = check ? personOf(check.answers) : 'you'
  return (
    <CarePage
      home={home}
      title="Your plan"
      wide
      islands={home.notebook ? ['copy', 'told-elsewhere', 'record'] : ['copy', 'record']}
    >
      <div class="plan side-by-side">
        <div class="plan-now">
          <div class="plan-top">
            {check && <LevelBanner level={check.level} />}
            <p class="small no-print">
              {check?.finishedAt && <span class="quiet">Checked {whenWords(check.finishedAt, home)}. </span>}
              <a class="nowrap" href={paths.check}>
                Check again
              </a>
            </p>
          </div>
          <h1 tabindex={-1} data-focus>
            {spokenTo(person, 'Your plan')}
          </h1>
          {person === 'they' && (
            <p class="callout">
              The steps speak to the person who has the pain: there “you” is them. Read them out, or let them read them.
            </p>
          )}
          {notice && (
            <p class="callout" role="status">
              {notice}
            </p>
          )}
          <RecordTroubles home={home} trouble={now.record?.trouble} />
          {gentle && <p class="callout warn">{spokenTo(person, seenFirstWords)}</p>}
          <form method="post" action={paths.plan} class="plan-steps no-print">
            <CarryPlan now={now} />
            {plan.sections.map((section) => (
              <Section key={section.id} {...{ now, plan, section, next }} />
            ))}
          </form>
          {next && <NextBar now={now} step={next} started={done.length > 0} />}
        </div>
        <div class="plan-side">
          {plan.sections.map((section) => (
            <OnPaper key={section.id} section={section} />
          ))}
          <Callout title="Stop everything and check again if" look="warn">
            <Lines all={plan.stopEverything} person={person} />
            <p class="no-print">
              <a href={paths.emergency}>All emergency signs</a>
            </p>
          </Callout>
          {plan.pattern && <Pattern pattern={plan.pattern} person={person} />}
          <LeftOut plan={plan} person={person} />
          <Expect plan={plan} person={person} />
          {programme && <AfterToday programme={programme} answers={check?.answers ?? {}} />}
          <More now={now} person={person} />
          {now.inRecord && <MayBeCleared record={now.record} on="plan" />}
        </div>
      </div>
    </CarePage>
  )
}

const seenFirstWords =
  'Your check asks you to be seen first. Until then: rest positions, soft breathing, warmth and your usual gentle walking. No other movements.'

/** Whom the lists beside the steps speak of: the reader, or the person the reader answers for. */
interface OfPlan {
  readonly plan: Plan
  readonly person: Person
}

/** What comes, when to look again, and when to be seen. */
function Expect({ plan, person }: OfPlan) {
  return (
    <div class="plan-after">
      <section>
        <h2>What to expect</h2>
        <Lines all={plan.expect} person={person} />
      </section>
      <section>
        <h2>When to look again</h2>
        <ul>
          {plan.reviews.map((review) => (
            <li key={review.id}>
              <strong>{spokenTo(person, review.when)}:</strong> {spokenTo(person, review.what)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Book to be seen if</h2>
        <Lines all={plan.bookACheckIf} person={person} />
      </section>
    </div>
  )
}

/** What the pain behaves like, and what suits it. Never a diagnosis. */
function Pattern({ pattern, person }: { pattern: NonNullable<Plan['pattern']>; person: Person }) {
  const { behavesLike, choose, goSlow, evidence } = pattern
  return (
    <>
      <p>
        {spokenTo(person, `Your pain behaves like ${behavesLike}.`)} <span class="quiet">This is not a diagnosis.</span>
      </p>
      <Details summary="What suits this kind of pain">
        {/* What to do, as the steps say it: to the person. */}
        <Lines all={[...choose, ...goSlow]} person="you" />
        <p>{spokenTo(person, evidence)}</p>
      </Details>
    </>
  )
}

/** Opens a page of this plan: a link where the record holds it, a button that carries it on where not. */
function StepLink(props: { now: PlanNow; step: PlanStep; class: string; children: ComponentChildren }) {
  const { now, step, children } = props
  const href = paths.planStep(step.id)
  return now.inRecord ? (
    <a class={props.class} href={href}>
      {children}
    </a>
  ) : (
    <button type="submit" class={props.class} formaction={href} name="do" value="step">
      {children}
    </button>
  )
}

function StepCard({ now, plan, step, isNext }: { now: PlanNow; plan: Plan; step: PlanStep; isNext: boolean }) {
  const done = now.done.includes(step.id)
  return (
    <StepLink now={now} step={step} class={isNext ? 'step-card next' : 'step-card'}>
      <StepPicture step={step} profile={plan.profile} id={`card-${step.id}`} />
      <span class="step-words">
        <strong>{step.title}</strong>
        <span class="quiet small">
          {done ? '✓ Done · ' : ''}
          {`${step.minutes} min · ${step.often}`}
        </span>
        {step.forSafety ? <ForSafety /> : <EvidenceBar grade={step.grade} />}
      </span>
    </StepLink>
  )
}

interface SectionProps {
  readonly now: PlanNow
  readonly plan: Plan
  readonly section: Plan['sections'][number]
  readonly next: PlanStep | undefined
}

/** The part of the day that is next stands open; the others are one tap away. Nobody in pain meets nineteen cards. */
function Section({ now, plan, section, next }: SectionProps) {
  const { id, title, steps } = section
  return (
    <details class="plan-part" open={steps.some((step) => step.id === next?.id)}>
      <summary>
        <h2 id={`section-${id}`}>{title}</h2>
        <span class="quiet small">{steps.length === 1 ? '1 step' : `${steps.length} steps`}</span>
      </summary>
      <ol class="step-list" aria-labelledby={`section-${id}`}>
        {steps.map((step) => (
          <li key={step.id}>
            <StepCard now={now} plan={plan} step={step} isNext={step.id === next?.id} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** All of it and how to do it, on paper only: there is nothing to open or press there. */
function OnPaper({ section: { title, steps } }: Pick<SectionProps, 'section'>) {
  return (
    <div class="print-only">
      <h2>{title}</h2>
      <ol class="paper-list">
        {steps.map(({ id, title: name, minutes, often, how }) => (
          <li key={id}>
            <strong>{name}</strong> · {minutes > 0 && `${minutes} min · `}
            {often} {how.join(' ')}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The next thing to do, at the foot of the window while one reads the steps and there is room for it. */
function NextBar({ now, step, started }: { now: PlanNow; step: PlanStep; started: boolean }) {
  return (
    <form method="post" action={paths.planStep(step.id)} class="next-bar no-print">
      <CarryPlan now={now} />
      <StepLink now={now} step={step} class="button go">
        {started ? 'Next' : 'Start'}: {small(step.title)}
      </StepLink>
    </form>
  )
}

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** What this person does not get now, and why. */
function LeftOut({ plan, person }: OfPlan) {
  const all = new Map<string, Set<string>>()
  for (const { because, of } of plan.sections.flatMap(({ steps }) => steps.flatMap((step) => step.insteadOf)))
    all.set(because, new Set([...(all.get(because) ?? []), ...of]))
  if (all.size === 0) return null
  return (
    <Details summary={spokenTo(person, 'What we left out for you, and why')}>
      <ul>
        {[...all].map(([because, of]) => (
          <li key={because}>
            {spokenTo(person, because)} Left out: {[...of].join(', ')}.
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** From the first hours into the weeks after. */
function AfterToday({ programme, answers }: { programme: 'start' | 'today'; answers: Answers }) {
  const person = personOf(answers)
  return (
    <section class="callout no-print">
      <h2>The days after</h2>
      <p>
        {spokenTo(person, 'Your day-by-day plan gives you one small thing at a time.')} It changes with how yesterday
        felt.
      </p>
      {programme === 'start' ? (
        <ButtonLink href={paths.programmeStart}>{spokenTo(person, 'Start my day-by-day plan')}</ButtonLink>
      ) : (
        <>
          <ButtonLink href={paths.today}>Go to today</ButtonLink>
          <p>
            {spokenTo(person, ofOwnPart('Has your back gone again?', answers))}{' '}
            <a href={paths.programmeStart}>Start the day-by-day plan again</a>
          </p>
        </>
      )}
    </section>
  )
}

/** To a page that knows the plan from the record, or is sent it. */
const WayOn = ({ now, to, text }: { now: PlanNow; to: string; text: string }) =>
  now.inRecord ? <ButtonLink href={to}>{text}</ButtonLink> : <Button formAction={to}>{text}</Button>

function More({ now, person }: { now: PlanNow; person: Person }) {
  return (
    <div class="plan-more no-print">
      <form method="post" action={paths.plan} class="plan-buttons">
        <CarryPlan now={now} />
        <Button name="do" value="again">
          {spokenTo(person, 'My pain has changed')}
        </Button>
        <WayOn now={now} to={paths.movements} text={spokenTo(person, 'Movements for me')} />
        <WayOn now={now} to={paths.medicines} text="Painkillers" />
        <button type="button" class="button" data-print hidden>
          {spokenTo(person, 'Print my plan')}
        </button>
      </form>
      {now.home.makePaper && (
        <PaperForm to={paths.planPaper} what="which steps your plan has">
          <CarryPlan now={now} />
        </PaperForm>
      )}
    </div>
  )
}

function Lines({ all, person }: { all: readonly string[]; person: Person }) {
  return (
    <ul>
      {all.map((line) => (
        <li key={line}>{spokenTo(person, line)}</li>
      ))}
    </ul>
  )
}

/** A step by its id, with the one that comes after it. */
export function stepAndNext(
  plan: Plan,
  id: string,
): { readonly step: PlanStep; readonly after?: PlanStep } | undefined {
  const step = stepOf(plan, id)
  if (!step) return undefined
  const all = plan.sections.flatMap(({ steps }) => steps)
  const after = all[all.indexOf(step) + 1]
  return { step, ...(after && { after }) }
}

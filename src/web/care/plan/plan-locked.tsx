/**
 * What is shown in place of a plan, a step or a movement: at emergency and urgent, and when the check is unfinished, too
 * old or never done. Kind, short, and with one thing to press. Draws what `lockedPlan` says.
 */
import { type LockedLine, lockedPlan, type LockedPlan } from '../../../care/relief/locked.ts'
import { callWords, uk } from '../../../care/region.ts'
import { personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { PlanNow } from './plan-now.tsx'
import { CarryCheck } from './plan-check.tsx'
import { answersOf } from '../check/trail.ts'
import { paths } from '../paths.ts'
import { ToldBefore } from '../programme/programme-cleared.tsx'
import { CalledFor, waiting, WarningCallout } from '../programme/today-warnings.tsx'
import { SentAfterErase } from '../record/record-not-kept.tsx'
import { RecordTroubles } from '../record/record-trouble.tsx'
import { CallButton, CallLink } from '../../ui/call-button.tsx'

/** The page of a locked plan. */
export function LockedPage({ now, plan: found }: { now: PlanNow; plan: LockedPlan }) {
  const { home } = now
  const told = now.record && waiting(now.record)
  // A sign for 999 that was told since comes before a check that said to ring today.
  const plan = found.why === 'urgent' && told?.how === 'now' ? lockedPlan('due') : found
  const urgentCall = plan.why === 'emergency' ? uk.emergencyNumber : plan.why === 'urgent' ? '111' : undefined
  // Where a check decided, whom to call stands below; else what was told and waits for one says it.
  const warning = urgentCall ? null : told
  const person = personOfPlan(now)
  return (
    <CarePage home={home} title={plan.title} {...(urgentCall && { beside: 'alone' })}>
      <h1 tabindex={-1} data-focus>
        {plan.title}
      </h1>
      <p>{spokenTo(person, plan.because)}</p>
      <SentAfterErase record={now.record} fields={now.fields} />
      {warning && <WarningCallout warning={warning} />}
      {!urgentCall && !warning && now.record && <CalledFor record={now.record} />}
      {plan.why === 'urgent' && (
        <p>
          A danger sign, or much worse? <CallLink number={uk.emergencyNumber}>{callWords(uk.emergencyNumber)}</CallLink>
        </p>
      )}
      <ul>
        {plan.instead
          .filter((line) => !line.calm || warning?.how !== 'now')
          .map((line) => (
            <Line key={line.text} now={now} line={line} />
          ))}
      </ul>
      <TestNotKept now={now} />
      {now.open.heldBy.length > 0 && now.record && <ToldBefore record={now.record} />}
      {!urgentCall && <RecordTroubles home={home} trouble={now.record?.trouble} />}
      <div class="actions">
        {plan.why === 'unread' && (
          <ButtonLink href={paths.plan} look="go">
            Try again
          </ButtonLink>
        )}
        {urgentCall ? (
          <CallButton number={urgentCall} look="go" />
        ) : (
          <ButtonLink href={paths.check} {...(plan.why === 'unread' ? { wide: true } : { look: 'go' as const })}>
            Start the check
          </ButtonLink>
        )}
        <ButtonLink href={paths.emergency} wide>
          See the emergency signs
        </ButtonLink>
        {now.open.heldBy.length > 0 && (
          <>
            <ButtonLink href={paths.cleared} wide>
              {spokenTo(person, 'I have been seen')}
            </ButtonLink>
            <ButtonLink href={paths.mistaken} wide>
              I told you something by mistake
            </ButtonLink>
          </>
        )}
        {!urgentCall && (
          <ButtonLink href={now.open.medicines === 'room' ? paths.medicines : paths.medicineTally} wide>
            Painkillers: count my doses
          </ButtonLink>
        )}
      </div>
      {urgentCall && <RecordTroubles home={home} trouble={now.record?.trouble} />}
    </CarePage>
  )
}

/** The test of the direction told to a plan that is closed: no way to lean is told, nor is it passed over. */
function TestNotKept({ now: { fields, record } }: { now: PlanNow }) {
  if (fields.get('do')?.at(-1) !== 'direction' || (record?.opened && record.events.length === 0)) return null
  return <p role="status">What the test showed was not kept. You can do it again once your plan is open.</p>
}

const words = { result: 'My result', summary: 'My summary', medicines: 'Painkillers', check: 'The check' } as const
const targets = {
  result: paths.check,
  summary: paths.summary,
  medicines: paths.medicines,
  check: paths.check,
} as const

/** Whom the check speaks of, finished or not. */
const personOfPlan = ({ check, standing }: PlanNow) =>
  personOf(check?.answers ?? (standing.kind === 'unfinished' && standing.trail ? answersOf(standing.trail) : {}))

/** A line and, where it names another page, the way there. With a check in the form the way carries it on. */
function Line({ now, line }: { now: PlanNow; line: LockedLine }) {
  const { link } = line
  const text = spokenTo(personOfPlan(now), line.text)
  const check = now.check
  if (!link || link === 'check') return <li>{text}</li>
  if (check?.trail)
    return (
      <li>
        {text}
        <form method="post" action={targets[link]}>
          <CarryCheck check={check} />
          <Button {...(link === 'result' && { name: 'do', value: 'keep' })}>
            {spokenTo(personOfPlan(now), words[link])}
          </Button>
        </form>
      </li>
    )
  if (link === 'medicines')
    return (
      <li>
        {text} <a href={now.open.medicines === 'room' ? paths.medicines : paths.medicineTally}>{words.medicines}</a>
      </li>
    )
  // What somebody has to see is the check that found something, not a clear one that came after it.
  const about = now.open.heldBy.at(-1)?.check ?? check?.id
  if (link === 'summary' && about)
    return (
      <li>
        {text} <a href={paths.checkSummary(about)}>{words.summary}</a>
      </li>
    )
  return <li>{text}</li>
}

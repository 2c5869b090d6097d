/**
 * The result of a check, one page per level. An emergency fits a small phone without scrolling: what to do, why, what
 * to say, one button. Everything else comes below. At emergency and urgent nothing to book or to buy is on the page.
 * Draws what the engine found; decides nothing.
 */
import type { ComponentChildren } from 'preact'
import { writtenIn } from '../../../care/check/reconcile-free-text.ts'
import { cannotRead } from '../../../care/check/free-text/danger-phrases.ts'
import { nextToTell } from '../../../care/check/more.ts'
import { personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import { mainReasons } from '../../../care/check/reasons.ts'
import { clinicianSummary } from '../../../care/check/summary.ts'
import type { Answers, CheckResult, RouteId } from '../../../care/check/types.ts'
import { callNowWords, uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { LevelBanner } from '../../ui/level-banner.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { CarryCheck } from '../plan/plan-check.tsx'
import { type Trail, writeTrail } from './trail.ts'
import { CallButton } from '../../ui/call-button.tsx'
import { OtherRoutes } from '../../ui/help-routes.tsx'
import { SafetyNet } from './watch-for.tsx'
import { Why } from './result-reasons.tsx'
import { exactly } from '../../ui/said-exactly.ts'

export interface ResultProps {
  readonly home: CareHome
  readonly trail: Trail
  readonly result: CheckResult
  readonly answers: Answers
  /** Where "Change an answer" posts. */
  readonly action: string
  /** What the person must know of the record: that it could not be kept. */
  readonly notice?: string | undefined
  /** What an earlier check found that still counts. */
  readonly before?: ComponentChildren
  /** Below all that helps in an emergency. */
  readonly last?: ComponentChildren
  /** A programme is under way, so many days after its trouble began: below emergency the result leads back to today. */
  readonly programmeDay?: number | null
}

/** The page of any level. */
export function ResultPage(props: ResultProps) {
  return props.result.level === 'emergency' ? <EmergencyResult {...props} /> : <CalmResult {...props} />
}

/** Red, short, readable from arm's length. */
function EmergencyResult(props: ResultProps) {
  const { home, result, answers } = props
  const [first] = result.routes
  const [reason] = mainReasons(result.reasons)
  const title = emergencyTitle(first)
  const number = uk.emergencyNumber
  const person = personOf(answers)
  return (
    <CarePage home={home} title={title} tone="alarm">
      <section class="now">
        <h1 class="huge" tabindex={-1} data-focus>
          {title}
        </h1>
        {reason && <p class="reason">{spokenTo(person, reason.because)}</p>}
        {reason?.advice && <p class="reason">{spokenTo(person, reason.advice)}</p>}
        <div class="card say">
          <h2>Say this</h2>
          <p {...exactly}>“{clinicianSummary(answers, result).say}”</p>
        </div>
        {first === 'ae' && (
          <p class="push small">{spokenTo(person, uk.routes.ae.how).split('. ')[0]}. Alone, or legs not working?</p>
        )}
        <div class="actions">
          <CallButton number={number} look="go" />
        </div>
      </section>
      <OtherRoutes
        routes={result.routes.filter((route) => route !== '999')}
        title="Where to go"
        person={person}
        answers={answers}
      />
      <AlsoTellThem {...props} />
      {props.notice && <p>{props.notice}</p>}
      <NotRead answers={answers} />
      {props.before}
      <p>{spokenTo(person, 'Do not eat a big meal, in case you need an operation. Take this page with you.')}</p>
      <SummaryButton {...props} />
      <Notes result={result} answers={props.answers} />
      <Why {...props} />
      <SafetyNet onceSeen person={person} />
      <ChangeAnswer {...props} />
      {props.last}
    </CarePage>
  )
}

/** Said once, and in nobody's way: what was written in another language was not heard. */
function NotRead({ answers }: { answers: Answers }) {
  if (!cannotRead(writtenIn(answers))) return null
  return (
    <p class="callout">We could not read what you wrote, as we only read English. We went by your other answers.</p>
  )
}

/** Title by the first route. */
function emergencyTitle(route: RouteId | undefined): string {
  switch (route) {
    case '999':
      return callNowWords(uk.emergencyNumber)
    case 'ae':
      return 'Go to A&E now'
    default:
      return uk.levelTitles.emergency
  }
}

/** Urgent, soon and self-care. */
function CalmResult(props: ResultProps) {
  const { home, result, programmeDay = null } = props
  const { level } = result
  const person = personOf(props.answers)
  const inProgramme = programmeDay !== null
  // A re-check in the middle of it: no words of a first day. Not while an earlier check still counts.
  const carriesOn = inProgramme && level === 'self-care' && !props.before
  const title = spokenTo(person, carriesOn ? 'You can carry on' : uk.levelTitles[level])
  // An urgent one stands alone and is read from top to bottom; on a desk the others have what to watch for beside them.
  const isUrgent = level === 'urgent'
  return (
    <CarePage home={home} title={title} wide={!isUrgent} beside={isUrgent ? 'alone' : 'places'}>
      <div class={isUrgent ? undefined : 'side-by-side'}>
        <div>
          <LevelBanner level={level} />
          {props.notice && <p class="callout">{props.notice}</p>}
          <NotRead answers={props.answers} />
          {props.before}
          <h1 tabindex={-1} data-focus>
            {title}
          </h1>
          <p>
            <strong>{carriesOn ? 'Check again when anything is new or worse.' : actWithin(result)}</strong>
          </p>
          <Reasons {...props} />
          <WhatToDo {...props} inProgramme={inProgramme} carriesOn={carriesOn} />
          {isUrgent && <AlsoTellThem {...props} />}
          {result.movement === 'locked' && (
            <p>
              <strong>{spokenTo(person, 'Rest in the position that hurts least.')}</strong> We show no movements until
              someone has checked {person === 'you' ? 'you' : 'them'}.
            </p>
          )}
          <Notes result={result} answers={props.answers} />
          <Why {...props} />
        </div>
        <div>
          <SafetyNet day={carriesOn ? programmeDay : null} person={person} />
          <SummaryButton {...props} />
          <ChangeAnswer {...props} />
        </div>
      </div>
    </CarePage>
  )
}

/** Why, in a sentence or three. */
function Reasons({ result, answers }: ResultProps) {
  const person = personOf(answers)
  return (
    <>
      {mainReasons(result.reasons)
        .slice(0, 3)
        .map((reason) => (
          <p key={reason.id}>
            {spokenTo(person, reason.because)} {reason.advice && spokenTo(person, reason.advice)}
          </p>
        ))}
    </>
  )
}

interface WhatToDoProps extends ResultProps {
  readonly inProgramme: boolean
  readonly carriesOn: boolean
}

/** The next action, and whom to ask. */
function WhatToDo({ home, trail, result, answers, inProgramme, carriesOn }: WhatToDoProps) {
  const { level } = result
  const person = personOf(answers)
  return (
    <>
      {level === 'self-care' && (
        <>
          <p>Nothing you told us points to a serious cause.</p>
          {inProgramme && (
            <p class="no-print">
              <ButtonLink href={paths.today} look="go">
                {carriesOn ? 'Carry on' : 'Go to today'}
              </ButtonLink>
            </p>
          )}
          <PlanButton
            home={home}
            trail={trail}
            text={inProgramme ? 'Make a new plan' : spokenTo(person, 'Make my plan')}
            second={inProgramme}
          />
        </>
      )}
      <OtherRoutes
        routes={result.routes}
        title={level === 'self-care' ? 'If you want to ask someone' : 'What to do'}
        first={level === 'urgent'}
        person={person}
        answers={answers}
      />
      {level === 'soon' && <PlanButton home={home} trail={trail} text={spokenTo(person, 'What I can do until then')} />}
      {inProgramme && level !== 'self-care' && (
        <p class="no-print">
          <a href={paths.today}>Back to today: what your plan does now</a>
        </p>
      )}
    </>
  )
}

function PlanButton(props: { home: CareHome; trail: Trail; text: string; second?: boolean }) {
  const { home, trail, text, second } = props
  return (
    <form method="post" action={paths.plan} class="no-print">
      <CarryCheck check={{ trail, finishedAt: home.now() }} />
      <Button {...(!second && { look: 'go' })}>{text}</Button>
    </form>
  )
}

/** What else to say, and the form that adds to it: after the way to help, never before. */
function AlsoTellThem({ trail, action, answers, result }: ResultProps) {
  const { alsoSay } = clinicianSummary(answers, result)
  const more = nextToTell(result, answers) !== null
  if (alsoSay.length === 0 && !more) return null
  return (
    <section class="say-too">
      {alsoSay.length > 0 && (
        <div class="card say">
          <h2>Say this too</h2>
          <p {...exactly}>“{alsoSay.join('; ')}.”</p>
        </div>
      )}
      {more && (
        <form method="post" action={action} class="no-print">
          <input type="hidden" name="trail" value={writeTrail(trail)} />
          <Button name="do" value="more">
            Add more for the doctor or nurse (1 minute)
          </Button>
        </form>
      )}
    </section>
  )
}

function Notes({ result: { notes }, answers }: { result: CheckResult; answers: Answers }) {
  if (notes.length === 0) return null
  return (
    <Callout title="Please note">
      <ul>
        {notes.map((note) => (
          <li key={note.id}>{spokenTo(personOf(answers), note.text)}</li>
        ))}
      </ul>
    </Callout>
  )
}

/** When to act, as a sentence. */
function actWithin(result: CheckResult): string {
  const when = result.actWithin
  return `${when.charAt(0).toUpperCase()}${when.slice(1)}.`
}

function SummaryButton({ trail }: ResultProps) {
  return (
    <form method="post" action={paths.summary} class="no-print">
      <input type="hidden" name="trail" value={writeTrail(trail)} />
      <Button>Summary for a clinician</Button>
    </form>
  )
}

function ChangeAnswer({ trail, action }: ResultProps) {
  return (
    <form method="post" action={action} class="no-print">
      <input type="hidden" name="trail" value={writeTrail(trail)} />
      <Button name="do" value="back" look="plain">
        Go back and change an answer
      </Button>
    </form>
  )
}

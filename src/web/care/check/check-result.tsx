/**
 * The result of a check, one page per level. An emergency fits a small phone without scrolling: what to do, why, what
 * to say, one button. Everything else comes below. At emergency and urgent nothing to book or to buy is on the page.
 * Draws what the engine found; decides nothing.
 */
import type { ComponentChildren } from 'preact'
import { answerText } from '../../../care/check/answer-text.ts'
import { writtenIn } from '../../../care/check/reconcile-free-text.ts'
import { cannotRead } from '../../../care/check/free-text/danger-phrases.ts'
import { isPrivate } from '../../../care/check/private.ts'
import { nextToTell } from '../../../care/check/more.ts'
import { personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import { mainReasons } from '../../../care/check/reasons.ts'
import { calmNetOn, onceSeenTitles, safetyNet } from '../../../care/check/safety-net.ts'
import { clinicianSummary } from '../../../care/check/summary.ts'
import type { Answers, CheckResult, RouteId } from '../../../care/check/types.ts'
import { sources } from '../../../care/evidence/sources.ts'
import { callNowWords, uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { LevelBanner, levelWords } from '../../ui/level-banner.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { CarryCheck } from '../plan/plan-check.tsx'
import { questionById } from './protocol-in-force.ts'
import { type Trail, writeTrail } from './trail.ts'
import { CallButton } from '../../ui/call-button.tsx'

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
          <p>“{clinicianSummary(answers, result).say}”</p>
        </div>
        {first === 'ae' && <p class="push small">{uk.routes.ae.how.split('. ')[0]}. Alone, or legs not working?</p>}
        <div class="actions">
          <CallButton number={number} look="go" />
        </div>
      </section>
      <OtherRoutes routes={result.routes.filter((route) => route !== '999')} title="Where to go" />
      <AlsoTellThem {...props} />
      {props.notice && <p>{props.notice}</p>}
      <NotRead answers={answers} />
      {props.before}
      <p>Do not eat a big meal, in case you need an operation. Take this page with you.</p>
      <SummaryButton {...props} />
      <Notes result={result} answers={props.answers} />
      <Why {...props} />
      <SafetyNet onceSeen />
      <ChangeAnswer {...props} />
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
  const { home, trail, result, programmeDay = null } = props
  const { level } = result
  const inProgramme = programmeDay !== null
  // A re-check in the middle of it: no words of a first day. Not while an earlier check still counts.
  const carriesOn = inProgramme && level === 'self-care' && !props.before
  const person = personOf(props.answers)
  const title = carriesOn ? 'You can carry on' : uk.levelTitles[level]
  return (
    <CarePage home={home} title={title} beside={level === 'urgent' ? 'alone' : 'places'}>
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
      {mainReasons(result.reasons)
        .slice(0, 3)
        .map((reason) => (
          <p key={reason.id}>
            {spokenTo(person, reason.because)} {reason.advice && spokenTo(person, reason.advice)}
          </p>
        ))}
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
            text={inProgramme ? 'Make a new plan' : 'Make my plan'}
            second={inProgramme}
          />
        </>
      )}
      <OtherRoutes
        routes={result.routes}
        title={level === 'self-care' ? 'If you want to ask someone' : 'What to do'}
        first={level === 'urgent'}
      />
      {level === 'soon' && <PlanButton home={home} trail={trail} text="What I can do until then" />}
      {inProgramme && level !== 'self-care' && (
        <p class="no-print">
          <a href={paths.today}>Back to today: what your plan does now</a>
        </p>
      )}
      {level === 'urgent' && <AlsoTellThem {...props} />}
      {result.movement === 'locked' && (
        <p>
          <strong>Rest in the position that hurts least.</strong> We show no movements until someone has checked you.
        </p>
      )}
      <Notes result={result} answers={props.answers} />
      <Why {...props} />
      <SafetyNet day={carriesOn ? programmeDay : null} />
      <SummaryButton {...props} />
      <ChangeAnswer {...props} />
    </CarePage>
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
          <p>“{alsoSay.join('; ')}.”</p>
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

/** Every way to get help, in order, with tap-to-call. `first`: the first telephone is the page's next action. */
export function OtherRoutes(props: { routes: readonly RouteId[]; title: string; first?: boolean }) {
  const { routes, title, first } = props
  const next = first ? routes.find((id) => uk.routes[id].telephone) : undefined
  if (routes.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="routes">
        {routes.map((id) => {
          const { name, how, telephone, web } = uk.routes[id]
          return (
            <li class="card" key={id}>
              <h3>{name}</h3>
              <p>{how}</p>
              {telephone && <CallButton number={telephone} {...(id === next && { look: 'go' })} />}
              {web && (
                <p>
                  <a href={web.href} rel="noreferrer">
                    {web.text}
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/**
 * What to watch for. With every result; in an emergency the calm part holds only once somebody has seen the person, and in
 * the middle of a programme it is what is still ahead on this day.
 */
function SafetyNet({ onceSeen = false, day = null }: { onceSeen?: boolean; day?: number | null }) {
  const { expect, bookIf } = day === null ? safetyNet : calmNetOn(day)
  return (
    <Callout title="What to watch for" look="warn">
      <DangerSigns />
      {expect && <Signs part={onceSeen ? { ...expect, title: onceSeenTitles.expect } : expect} heading="h3" />}
      <Signs part={onceSeen ? { ...bookIf, title: onceSeenTitles.bookIf } : bookIf} heading="h3" />
      <p>{safetyNet.closing}</p>
    </Callout>
  )
}

/** The signs that need help now, and those that need it today. */
export function DangerSigns({ heading = 'h3' }: { heading?: 'h2' | 'h3' }) {
  return (
    <>
      <Signs part={safetyNet.goNow} heading={heading} />
      <Signs part={safetyNet.sameDay} heading={heading} />
    </>
  )
}

interface SignsProps {
  readonly part: { readonly title: string; readonly items: readonly string[] }
  readonly heading: 'h2' | 'h3'
}

function Signs({ part, heading: Heading }: SignsProps) {
  return (
    <>
      <Heading>{part.title}</Heading>
      <ul>
        {part.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
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

/** Deciding answers, rules, sources, near misses, changed answers, version. */
function Why({ result, trail }: ResultProps) {
  // "See a pharmacist in 1 to 2 days" has no place under a call today about the same thing.
  const reasons = mainReasons(result.reasons)
  const nearMisses = result.nearMisses.filter(({ question }) => !isPrivate(question))
  return (
    <Details summary="Why we say this">
      {reasons.length === 0 && (
        <p>None of our {`${result.level === 'self-care' ? '' : 'other '}`}warning rules fits your answers.</p>
      )}
      {reasons.map((reason) => (
        <section key={reason.id}>
          <h3>{reason.because}</h3>
          <ul>
            {reason.deciding.map((answer) => (
              <li key={answer.question}>
                {questionById.get(answer.question)?.short ?? answer.asked}: <strong>{answer.answered}</strong>
              </li>
            ))}
          </ul>
          <p class="quiet small">
            Rule {reason.id}: {levelWords[reason.level]}. Source:{' '}
            {reason.sources.map((id) => sources[id].title).join('; ')} [{reason.tag}]
          </p>
        </section>
      ))}
      {nearMisses.length > 0 && (
        <>
          <h3>What would have changed this</h3>
          <ul>
            {nearMisses.map((miss) => (
              <li key={miss.question + miss.ifAnswered}>
                {questionById.get(miss.question)?.short ?? miss.asked}: if you had answered “{miss.ifAnswered}”, this
                could be “{levelWords[miss.level]}”.
              </li>
            ))}
          </ul>
        </>
      )}
      <ChangedAnswers trail={trail} />
      <p class="quiet small">
        Rules, version {result.protocolVersion}. V: seen in the published text. V2: seen second-hand. K: known from
        practice, still to be checked. C: our own choice.
      </p>
    </Details>
  )
}

/** Answers changed after going back, if any. */
export function ChangedAnswers({ trail }: { trail: Trail }) {
  if (trail.changed.length === 0) return null
  return (
    <>
      <h3>Answers you changed</h3>
      <ul>
        {trail.changed.map(({ question: id, from, to }, index) => {
          const question = questionById.get(id)
          return question ? (
            <li key={index}>
              {question.short}: from “{answerText(question, from)}” to “{answerText(question, to)}”
            </li>
          ) : null
        })}
      </ul>
    </>
  )
}

/**
 * Today: one thing to do now, why, and how many minutes; what comes after; what changed and why; the way to a person.
 * Draws what `today` of care/programme says. Never: a streak, a score, blame, or a movement before its check.
 */
import type { ComponentChildren } from 'preact'
import { painChangeOf, painFactOf } from '../../../care/diary/change.ts'
import { painDays } from '../../../care/record/pain-told.ts'
import { mustAskForCodeine } from '../../../care/record/person.ts'
import { type SessionBegun, sessionUnderWay } from '../../../care/player/session-begun.ts'
import { phases } from '../../../care/programme/phases.ts'
import { type Decision, episodeDays, lockOf, type ProgrammeState } from '../../../care/programme/state.ts'
import { mayMove } from '../../../care/programme/screening.ts'
import {
  hidesFutureSessions,
  nothingToBook,
  type Task,
  type TaskKind,
  type Today,
} from '../../../care/programme/today.ts'
import type { Warning } from '../../../care/programme/warnings.ts'
import { soreDay } from '../../../care/programme/sore-day.ts'
import type { Moment } from '../../../care/evidence/calendar.ts'
import type { OpenNow } from '../../../care/record/open-now.ts'
import { callNowWords, uk } from '../../../care/region.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { ChartCard } from '../diary/diary-chart-card.tsx'
import { paths } from '../paths.ts'
import { BeSeen, dayWords, FullCheckButton, NewOrWorse, PersonHelp } from './programme-parts.tsx'
import { SoreDayCard } from './today-sore-day.tsx'
import { WeekStrip } from './programme-week.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { RecordTroubles } from '../record/record-trouble.tsx'
import { CallButton, CallLink } from '../../ui/call-button.tsx'

/** The page while a programme runs. */
export function TodayPage(props: { record: RecordNow; today: Today; warning: Warning | null; open: OpenNow }) {
  const { record, today, warning, open } = props
  const { home, state, now, events } = record
  const underWay = sessionUnderWay(events, state, now)
  const { next, then, help, welcomeBack } = today
  const urgent = help.amount === 'today'
  const danger = nothingToBook(state, warning)
  const sore = urgent || danger ? null : soreDay(state, record.profile, now)
  return (
    <CarePage home={home} title="Today" wide>
      <div class="today side-by-side">
        <div>
          <h1 tabindex={-1} data-focus>
            Today
          </h1>
          <p class="quiet">{whereWords(state, record)}</p>
          {welcomeBack && (
            <p class="callout" role="status">
              {welcomeBack}
            </p>
          )}
          {warning && <WarningCallout warning={warning} />}
          {urgent && <PersonHelp help={help} first booking={!danger} />}
          <RecordTroubles home={home} trouble={record.trouble} />
          {mustAskForCodeine(events, now) && <CodeineAsks inProgramme />}
          <BeforeTheTask help={help} state={state} />
          {underWay ? <CarryOn session={underWay} /> : <NextTask task={next} {...{ state, now, urgent, open }} />}
          {sore && <SoreDayCard sore={sore} open={mayMove(state, now).ok} mayRelax={open.relax !== 'closed'} />}
          <div class="today-beside">
            <NewOrWorse />
            <ButtonLink href={paths.diaryEntry}>Add a diary entry</ButtonLink>
          </div>
          {help.amount === 'soon' && !danger && <PersonHelp help={help} />}
          <section aria-labelledby="week">
            <div class="week-head">
              <h2 id="week">This week</h2>
              <a href={paths.programme}>Phase, movements and rules</a>
            </div>
            <WeekStrip
              week={today.week}
              begun={state.started?.day ?? now.day}
              closed={hidesFutureSessions(state, next)}
            />
          </section>
          <Then tasks={then} mayMove={mayMove(state, now).ok} />
          <Changed decisions={today.changed.filter(({ words }) => words !== welcomeBack)} record={record} />
        </div>
        <div>
          {!urgent && !danger && (
            <ChartCard
              record={record}
              title={painChangeOf(painDays(events, record.diary))?.words ?? 'How it is going'}
            />
          )}
          {help.moreReassurance && (
            <Callout title="It is fine to be worried">
              <p>We check for danger first. Then each step is small, and you can stop at any time.</p>
              <p>For most backs, a little moving helps more than rest.</p>
            </Callout>
          )}
          {help.amount === 'earlier' && !danger && <PersonHelp help={help} />}
          <PlanLinks open={open}>{help.amount === 'usual' && !danger && <PersonHelp help={help} />}</PlanLinks>
        </div>
      </div>
    </CarePage>
  )
}

/** What has to be known, or asked, before the task of the day. */
function BeforeTheTask({ help, state }: { help: Today['help']; state: ProgrammeState }) {
  return (
    <>
      {help.askI3 && (
        <Callout title="One more question" look="warn">
          <p>You told us that you feel low on most days. We would like to ask you one thing more.</p>
          <ButtonLink href={paths.feelings}>Go to the question</ButtonLink>
        </Callout>
      )}
      {lockOf(state) === 'gentle' && state.locks.length > 0 && (
        <Callout title="Your check asked you to be seen" look="warn">
          <p>Until then: rest positions, slow breathing, heat if it is safe, and your usual gentle walks.</p>
          <a href={paths.cleared}>I have been seen</a>
        </Callout>
      )}
    </>
  )
}

/** What no tab leads to and nothing asks for today: one line until it is wanted. The programme's own page is by the week. */
function PlanLinks({ open, children }: { open: OpenNow; children: ComponentChildren }) {
  return (
    <Details summary="More: painkillers, flare plan, help from a person">
      <nav class="today-more" aria-label="More of your plan">
        <ul>
          <li>
            <a href={open.medicines === 'room' ? paths.medicines : paths.medicineTally}>Painkillers</a>
          </li>
          <li>
            <a href={paths.flarePlan}>My flare plan</a>
          </li>
          {open.relax !== 'closed' && (
            <li>
              <a href={paths.relax}>Relax with a guide</a>
            </li>
          )}
          <li>
            <a href={paths.feelings}>Worry, mood and hope: five questions</a>
          </li>
          <li>
            <a href={paths.report}>One page for a doctor</a>
          </li>
        </ul>
      </nav>
      {children}
    </Details>
  )
}

/** Codeine can hide the signs that the short check asks about, so it is asked each day (H-13). */
function CodeineAsks({ inProgramme }: { inProgramme: boolean }) {
  return (
    <Callout title="One short look each day" look="warn">
      <p>
        You have written down codeine or the like. It can hide trouble with your bladder, your bowels or the feeling
        between your legs. So we ask again each day while you take it.
      </p>
      <ButtonLink href={inProgramme ? paths.miniCheck : paths.check}>
        {inProgramme ? 'Do the short check' : 'Do the check'}
      </ButtonLink>
    </Callout>
  )
}

/** Told, and not yet checked: the way to help stays in sight until the full check is done. */
function WarningCallout({ warning: { how, reasons, routes } }: { warning: Warning }) {
  if (how === 'check') return null
  const number = how === 'now' ? uk.emergencyNumber : '111'
  return (
    <Callout title={how === 'now' ? 'This may need help now' : 'Speak to someone today'} look="warn">
      {reasons.length === 0 && <p>You told us about a danger sign.</p>}
      {reasons.map(({ words }) => (
        <p key={words}>{words}</p>
      ))}
      {how === 'now' && (
        <p>
          <strong>New, or worse than before?</strong>{' '}
          {routes[0] === '999' ? `${callNowWords(uk.emergencyNumber)}.` : 'Go to A&E now. Do not drive yourself.'}
        </p>
      )}
      <CallButton number={number} />
      {/* The record does not say which sign it was, for privacy; not everybody with one belongs in A&E. */}
      {reasons.length === 0 && (
        <p>
          Do you need to talk to someone? Call Samaritans on <CallLink number="116123" />, day and night.
        </p>
      )}
      <p>
        <a href={paths.emergency}>All emergency signs, and whom to call</a>
      </p>
    </Callout>
  )
}

/** "Monday 23 November. Day 4. Phase 1, Calm." */
function whereWords(state: ProgrammeState, { now }: RecordNow): string {
  const days = episodeDays(state, now)
  const day = days !== null && days >= 0 ? ` Day ${days + 1}.` : ''
  return `${dayWords(now.day)}.${day} Phase ${state.phase}, ${phases[state.phase].name}.`
}

const minutesWords = ({ minutes }: Task): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

/** A session that was begun and not ended comes before anything else. */
function CarryOn({ session }: { session: SessionBegun }) {
  return (
    <section class="next-task" aria-labelledby="next">
      <p class="small quiet">Next</p>
      <h2 id="next">Carry on with your session</h2>
      <p>You started one and did not finish it. You can carry on where you left off.</p>
      <ButtonLink href={paths.sessionPlayer(session.id)} look="go">
        Carry on
      </ButtonLink>
    </section>
  )
}

/** The big one. */
function NextTask(props: { task: Task; state: ProgrammeState; now: Moment; urgent: boolean; open: OpenNow }) {
  const { task, state, now, urgent, open } = props
  // The call for help above is then the page's next action, and has its own button.
  if (task.kind === 'getHelp' && urgent) return null
  return (
    <section class="next-task" aria-labelledby="next">
      <p class="small quiet">Next</p>
      <h2 id="next">{task.title}</h2>
      <p>
        {task.why}
        {task.minutes > 0 && <span class="quiet"> About {minutesWords(task)}.</span>}
      </p>
      <TaskAction kind={task.kind} {...{ state, now, open }} />
    </section>
  )
}

const links: Partial<Record<TaskKind, { readonly href: string; readonly text: string }>> = {
  start: { href: paths.programmeStart, text: 'Start my day-by-day plan' },
  morning: { href: paths.morning, text: 'Tell us now' },
  miniCheck: { href: paths.miniCheck, text: 'Do the short check' },
  checkIn: { href: paths.checkIn, text: 'Answer now' },
  changePhase: { href: paths.phaseChange, text: 'Look at the next phase' },
  abilities: { href: paths.abilities, text: 'Tell us now' },
  askDirection: { href: paths.direction, text: 'Answer now' },
  session: { href: paths.session, text: 'Start' },
  walk: { href: paths.session, text: 'Start' },
}

function TaskAction(props: { kind: TaskKind; state: ProgrammeState; now: Moment; open: OpenNow }) {
  const { kind, state, now, open } = props
  const link = links[kind]
  if (link)
    return (
      <ButtonLink href={link.href} look="go">
        {link.text}
      </ButtonLink>
    )
  switch (kind) {
    case 'fullCheck':
      return <FullCheckButton look="go" />
    case 'getHelp':
      return <CallButton number={uk.urgentNumber} look="go" />
    case 'seeClinician':
      return <BeSeen state={state} />
    case 'rest':
      return (
        <div class="actions">
          {open.relax !== 'closed' && (
            <ButtonLink href={paths.relax} look="go">
              Relax for a few minutes
            </ButtonLink>
          )}
          {mayMove(state, now).ok &&
            state.sessions.filter(({ day }) => day === now.day).length < phases[state.phase].sessionsADay[1] && (
              <ButtonLink href={paths.session} wide>
                Do one more session
              </ButtonLink>
            )}
        </div>
      )
    default:
      throw new Error(`no action for ${kind}`)
  }
}

/**
 * What comes after, each a link as soon as it may be done: nobody has to answer what can wait before they may move.
 * A session only when no check is in front of it.
 */
function Then({ tasks, mayMove: open }: { tasks: readonly Task[]; mayMove: boolean }) {
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="then">
      <h2 id="then">After that</h2>
      <ol class="then">
        {tasks.map((task) => {
          const moving = task.kind === 'session' || task.kind === 'walk'
          const link = moving && !open ? undefined : links[task.kind]
          return (
            <li key={task.kind}>
              <strong>{link ? <a href={link.href}>{task.title}</a> : task.title}</strong>
              {task.minutes > 0 && <span class="quiet"> · {minutesWords(task)}</span>}
              <br />
              <span class="quiet">{task.why}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const kindWords: Readonly<Record<Decision['kind'], string>> = {
  advance: 'Going on',
  hold: 'Same again',
  regress: 'Stepping back',
  stop: 'Stopped',
  restart: 'Welcome back',
  phaseUp: 'New phase',
  phaseBack: 'Back a phase',
}

/** First what the pain has done, then what was decided since last time: the newest open, the rest closed. */
function Changed({ decisions, record }: { decisions: readonly Decision[]; record: RecordNow }) {
  const [first, ...others] = decisions
  if (!first) return null
  const { state, now, events, diary } = record
  const firstDay = state.started?.day === now.day
  const fact = painFactOf(painDays(events, diary), now.day)
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{firstDay ? 'What is next, and why' : 'What changed since last time'}</h2>
      {fact && (
        <p>
          <strong>{fact}</strong>
        </p>
      )}
      <DecisionCard decision={first} />
      {others.length > 0 && (
        <Details summary={`Earlier: ${others.length}`}>
          <ul class="decisions">
            {others.slice(0, 10).map((decision) => (
              <li key={`${decision.at}${decision.kind}`}>
                <DecisionCard decision={decision} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

/** One decision in words, with its day. */
export function DecisionCard({ decision }: { decision: Decision }) {
  return (
    <p class={`decision ${decision.kind}`}>
      <span class="quiet small">
        {dayWords(decision.day)} · {kindWords[decision.kind]}
      </span>
      <br />
      {decision.words}
    </p>
  )
}

/** Before a programme has begun: what it is, and how to begin. */
export function BeginPage(props: { record: RecordNow; canStart: boolean; warning: Warning | null }) {
  const { record, canStart, warning } = props
  const { home } = record
  return (
    <CarePage home={home} title="Today">
      <h1 tabindex={-1} data-focus>
        Your day-by-day plan
      </h1>
      {warning && <WarningCallout warning={warning} />}
      {lockOf(record.state) === 'locked' && (
        <Callout title="Be seen first" look="warn">
          <BeSeen state={record.state} />
        </Callout>
      )}
      <RecordTroubles home={home} trouble={record.trouble} />
      {mustAskForCodeine(record.events, record.now) && <CodeineAsks inProgramme={false} />}
      <p>One small thing at a time, that changes with how yesterday felt. It has four phases.</p>
      <PhaseList />
      <p>
        {canStart
          ? 'Your check is done. Three short questions, and you begin.'
          : 'It begins with the check. Then we make your plan for the first day. Then you can start.'}
      </p>
      <div class="actions">
        {canStart ? (
          <ButtonLink href={paths.programmeStart} look="go">
            Start my day-by-day plan
          </ButtonLink>
        ) : (
          <ButtonLink href={paths.check} look="go">
            Start the check
          </ButtonLink>
        )}
        <ButtonLink href={paths.diaryEntry} wide>
          Add a diary entry
        </ButtonLink>
        <ButtonLink href={paths.emergency} wide>
          Emergency signs: see them all
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** The four phases in a few words. */
export function PhaseList({ now }: { now?: number }) {
  return (
    <ol class="phase-list">
      {Object.values(phases).map(({ number, name, aim, typicalTime }) => (
        <li key={number} aria-current={number === now ? 'step' : undefined}>
          <strong>
            {name}
            {number === now && ': you are here'}
          </strong>
          <br />
          {aim} <span class="quiet">{typicalTime}</span>
        </li>
      ))}
    </ol>
  )
}

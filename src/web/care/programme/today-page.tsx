/**
 * Today: one thing to do now, why, and how many minutes; what comes after; what changed and why; the way to a person.
 * Draws what `today` of care/programme says. Never: a streak, a score, blame, or a movement before its check.
 */
import type { ComponentChildren } from 'preact'
import { painChangeOf } from '../../../care/diary/change.ts'
import { painDays } from '../../../care/record/pain-told.ts'
import { mustAskForCodeine } from '../../../care/record/person.ts'
import { sessionUnderWay } from '../../../care/player/session-begun.ts'
import { phases } from '../../../care/programme/phases.ts'
import { episodeDays, lockOf, type ProgrammeState } from '../../../care/programme/state.ts'
import { mayMove } from '../../../care/programme/screening.ts'
import { besideCall, nothingToBook, tasksBesideCall, type Today, weekInSight } from '../../../care/programme/today.ts'
import type { Warning } from '../../../care/programme/warnings.ts'
import { soreDay } from '../../../care/programme/sore-day.ts'
import type { OpenNow } from '../../../care/record/open-now.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { ChartCard } from '../diary/diary-chart-card.tsx'
import { paths } from '../paths.ts'
import { dayWords, NewOrWorse, PersonHelp, UntilSeen } from './programme-parts.tsx'
import { SoreDayCard } from './today-sore-day.tsx'
import { WeekStrip } from './programme-week.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { ownAnswers } from '../record/own-answers.ts'
import { RecordTroubles } from '../record/record-trouble.tsx'
import { CarryOn, NextTask, Then } from './today-task.tsx'
import { Changed } from './programme-changes.tsx'
import { CodeineAsks, WarningCallout } from './today-warnings.tsx'

/** The page while a programme runs. */
export function TodayPage(props: { record: RecordNow; today: Today; warning: Warning | null; open: OpenNow }) {
  const { record, today, warning, open } = props
  const { home, state, now, events } = record
  const underWay = sessionUnderWay(events, state, now)
  const { next, then, help, welcomeBack } = today
  const urgent = help.amount === 'today'
  const danger = nothingToBook(state, warning)
  const changed = today.changed.filter(({ words }) => words !== welcomeBack)
  const answers = ownAnswers(record)
  const sore = urgent || danger ? null : soreDay(state, record.profile, now)
  return (
    <CarePage home={home} title="Today" wide islands={['told-elsewhere']}>
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
          {urgent && <PersonHelp {...{ help, answers }} first booking={!danger} />}
          <RecordTroubles home={home} trouble={record.trouble} />
          {mustAskForCodeine(events, now) && <CodeineAsks inProgramme />}
          <BeforeTheTask help={help} state={state} />
          {underWay ? <CarryOn session={underWay} /> : <NextTask task={next} {...{ state, now, urgent, open }} />}
          {sore && <SoreDayCard sore={sore} open={mayMove(state, now).ok} mayRelax={open.relax !== 'closed'} />}
          <div class="today-beside">
            <NewOrWorse />
            <ButtonLink href={paths.diaryEntry}>Add a diary entry</ButtonLink>
          </div>
          {help.amount === 'soon' && !danger && <PersonHelp {...{ help, answers }} />}
          <section aria-labelledby="week">
            <div class="week-head">
              <h2 id="week">This week</h2>
              <a href={paths.programme}>Phase, movements and rules</a>
            </div>
            <WeekStrip week={weekInSight(state, today)} begun={state.started?.day ?? now.day} />
          </section>
          <Then tasks={urgent || danger ? tasksBesideCall(then) : then} mayMove={mayMove(state, now).ok} />
          <Changed decisions={urgent || danger ? besideCall(changed) : changed} record={record} />
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
          {help.amount === 'earlier' && !danger && <PersonHelp {...{ help, answers }} />}
          <PlanLinks open={open}>
            {help.amount === 'usual' && !danger && <PersonHelp {...{ help, answers }} />}
          </PlanLinks>
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
      {lockOf(state) === 'gentle' && state.locks.length > 0 && <UntilSeen />}
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

/** "Monday 23 November. Day 4. Phase 1, Calm." */
function whereWords(state: ProgrammeState, { now }: RecordNow): string {
  const days = episodeDays(state, now)
  const day = days !== null && days >= 0 ? ` Day ${days + 1}.` : ''
  return `${dayWords(now.day)}.${day} Phase ${state.phase}, ${phases[state.phase].name}.`
}

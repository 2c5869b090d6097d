/**
 * Opening what a check has closed: who has seen the person since, and whether the check was told something by mistake
 * (evidence.md §2.4, ruling 14). With or without a programme. Joins form, locks and page; the fold alone opens anything.
 * Never: opens something because the person says that they were wrong.
 */
import { type Context, Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import type { Answers } from '../../../care/check/types.ts'
import { addDays } from '../../../care/evidence/calendar.ts'
import { type DangerTold, dangerTold } from '../../../care/record/person.ts'
import type { ClinicianCleared } from '../../../care/programme/events.ts'
import { type WhyNotCleared, whyNotCleared } from '../../../care/programme/locks.ts'
import { clearedQuestions, seenAfterQuestion } from '../../../care/programme/questions.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { CarePage, show } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { minutesAhead } from '../moment.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { sentIn } from '../sent-form.ts'
import { paths } from '../paths.ts'
import { NotKeptPage, RecordGonePage } from '../record/record-not-kept.tsx'
import { eventBase, type RecordNow } from '../record/record-now.ts'
import { whenWords } from '../when-words.ts'
import { type DrawOnRecord, withRecord } from '../with-record.tsx'
import { askForm, type ProgrammeForm, readForm } from './programme-form.tsx'
import { keepAndGo, keepEvents } from './programme-keep.tsx'
import { BeSeen, NewOrWorse } from './programme-parts.tsx'
import { entryOf } from './programme-running.tsx'
import { NotSeenYet } from './today-warnings.tsx'
import { uk } from '../../../care/region.ts'
import { CallButton } from '../../ui/call-button.tsx'

/** The routes of this page for one home. */
export function clearedRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.cleared, (c) => onRecord(c, home, (record, fields) => ask(c, record, fields)))
  app.post(paths.cleared, (c) => onRecord(c, home, (record, fields) => take(c, record, fields)))
  app.get(paths.mistaken, (c) => onRecord(c, home, (record) => mistakes(c, record)))
  app.post(paths.mistaken, (c) => onRecord(c, home, (record, fields) => takeMistake(c, record, fields)))
  return app
}

const onRecord = (c: Context, home: CareHome, draw: DrawOnRecord) =>
  withRecord(c, home, draw, () =>
    show(c, <NeedsRecordPage home={home} title="Have you been seen?" here={c.req.path} sent={sentIn(c)} />),
  )

/* Who has seen the person. */

const whyNotWords: Readonly<Record<WhyNotCleared, { readonly field: string; readonly text: string }>> = {
  mayNotMove: {
    field: 'q.said',
    text: 'Then we will not show movements yet. Come back when someone has said you can move',
  },
  onlySpoken: {
    field: 'q.how',
    text: 'You were asked to be seen. A talk on the phone is not enough to start movements again',
  },
  before: {
    field: 'q.seenDaysAgo',
    text: 'That was before you told us about it. Show somebody your summary, then come back',
  },
}

/** The question about the last check that closed something; null when nothing is closed. */
function afterQuestion({ home, state }: RecordNow) {
  const last = state.locks.at(-1)
  return last
    ? { event: last.event, question: seenAfterQuestion(last.event, whenWords(last.at, home), last.tooMuch) }
    : null
}

function clearedForm(record: RecordNow, fields: FormFields): ProgrammeForm {
  const { home, state } = record
  const { who, how, when, said } = clearedQuestions
  const after = afterQuestion(record)
  return {
    home,
    fields,
    action: paths.cleared,
    screens: [
      {
        title: 'Who cleared you to move?',
        intro: after
          ? 'You were asked to be seen first. When someone has looked at you, you may be able to do movements again.'
          : 'You are not waiting to be seen. You can still note who has seen you.',
        asked: [
          { question: who },
          { question: how, certain: true },
          { question: when, certain: true },
          ...(after ? [{ question: after.question, certain: true } as const] : []),
          { question: said, certain: true },
        ],
      },
    ],
    entry: entryOf(fields, home),
    last: 'Save',
    before: <ToldBeforeAndCall record={record} />,
    children: (
      <>
        {state.locks.some(({ mistaken }) => !mistaken) && (
          <p>
            Did you tell us something by mistake? <a href={paths.mistaken}>Tell us here</a>
          </p>
        )}
        <NewOrWorse />
      </>
    ),
  }
}

const ask = (c: Context, record: RecordNow, fields: FormFields, problems: readonly Problem[] = []) =>
  askForm(c, clearedForm(record, fields), { screen: 0, problems })

function take(c: Context, record: RecordNow, fields: FormFields) {
  const read = readForm(clearedForm(record, fields).screens, fields)
  if (read.kind === 'screen') return ask(c, record, fields, read.problems)
  const visit = visitOf(record, read.answers)
  const why = saidBefore(record, read.answers) ?? whyNotCleared(record.state.locks, visit, read.answers.said === 'yes')
  if (why) return ask(c, record, fields, [whyNotWords[why]])
  const { kind, who, how, seenOn, seenAfter } = visit
  const event = { kind, who, how: how ?? 'seen', ...(seenOn && { seenOn }), ...(seenAfter && { seenAfter }) }
  return keepAndGo(c, record, fields, [event])
}

/** Their own word comes before the days: shortly after midnight a visit of "today" may have been before the check. */
function saidBefore(record: RecordNow, answers: Answers): WhyNotCleared | null {
  const after = afterQuestion(record)
  return after && answers[after.question.id] === 'no' ? 'before' : null
}

function visitOf(record: RecordNow, answers: Answers): ClinicianCleared {
  const after = afterQuestion(record)
  return {
    ...eventBase(record),
    offsetMinutes: minutesAhead(record.now.at, record.home),
    kind: 'clinicianCleared',
    who: String(answers.who),
    how: answers.how === 'spoken' ? 'spoken' : 'seen',
    seenOn: addDays(record.now.day, -Number(answers.seenDaysAgo)),
    ...(after && answers[after.question.id] === 'yes' && { seenAfter: after.event }),
  }
}

/* Told by mistake. */

/** What the person told, as they were told that it was found. */
export function ToldBefore({ record, children }: { record: RecordNow; children?: ComponentChildren }) {
  if (dangerTold(record.events, record.state.locks).length === 0) return null
  return (
    <section class="callout warn" aria-labelledby="told-before">
      <h2 id="told-before">What you told us</h2>
      <ToldItems record={record} />
      {children}
    </section>
  )
}

/** The same as a list alone, to stand in a box of its page. */
export function ToldItems({ record }: { record: RecordNow }) {
  const told = dangerTold(record.events, record.state.locks)
  return (
    <ul>
      {told.map((one) => (
        <ToldItem key={one.lock.event} told={one} home={record.home} />
      ))}
    </ul>
  )
}

const ToldBeforeAndCall = ({ record }: { record: RecordNow }) => (
  <ToldBefore record={record}>
    <NotSeenYet record={record} />
  </ToldBefore>
)

function ToldItem({ told: { lock, because }, home }: { told: DangerTold; home: CareHome }) {
  return (
    <li>
      <strong>{whenWords(lock.at, home)}.</strong>{' '}
      {because.length > 0 ? because.join(' ') : 'Your check found something that somebody should look at.'}
      {lock.mistaken && ' You have told us since that this was a mistake.'}
    </li>
  )
}

const mistakeName = 'mistake'
interface MistakeProps {
  readonly record: RecordNow
  readonly entry: string
  readonly sure?: boolean
  readonly problems?: readonly Problem[]
}

/** Asked once, and once more in other words. */
function MistakePage({ record, entry, sure = false, problems = [] }: MistakeProps) {
  const { home, state } = record
  const title = sure ? 'Check once more' : 'Did you tell us something by mistake?'
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <ToldBeforeAndCall record={record} />
      <form method="post" action={paths.mistaken} novalidate>
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="about" value={state.locks.map(({ event }) => event).join(' ')} />
        {sure && <input type="hidden" name="sure" value="yes" />}
        <RadioGroup
          name={mistakeName}
          legend={sure ? 'Which is true?' : 'Is this right?'}
          error={errorOf(mistakeName, problems)}
          options={
            sure
              ? [
                  { value: 'had', text: 'I did have it, or may have had it' },
                  { value: 'wrong', text: 'I never had any of it' },
                ]
              : [
                  { value: 'had', text: 'It is right, or it was right then' },
                  { value: 'wrong', text: 'I made a mistake, or it was about somebody else' },
                ]
          }
        />
        <div class="actions">
          <Button look="go">Next</Button>
        </div>
      </form>
      <NewOrWorse />
    </CarePage>
  )
}

function mistakes(c: Context, record: RecordNow) {
  if (record.state.locks.length === 0) return c.redirect(paths.cleared, 303)
  return show(c, <MistakePage record={record} entry={record.home.newId()} />, 200, 'holdsAnswers')
}

async function takeMistake(c: Context, record: RecordNow, fields: FormFields) {
  const { home, state } = record
  const about = fields.get('about')?.[0] ?? ''
  if (record.events.length === 0) return show(c, <RecordGonePage home={home} />, 409, 'holdsAnswers')
  // Another check has closed something meanwhile: the page must show that one too.
  if (state.locks.length === 0 || about !== state.locks.map(({ event }) => event).join(' ')) return mistakes(c, record)
  const sure = fields.get('sure')?.[0] === 'yes'
  const entry = entryOf(fields, home)
  const said = fields.get(mistakeName)?.at(-1)
  if (said !== 'had' && said !== 'wrong') {
    const problems = [{ field: mistakeName, text: 'Choose one of the two' }]
    return show(c, <MistakePage {...{ record, entry, sure, problems }} />, 422, 'holdsAnswers')
  }
  if (said === 'had') return show(c, <StaysClosedPage record={record} logged={false} />, 200, 'holdsAnswers')
  if (!sure) return show(c, <MistakePage {...{ record, entry }} sure />, 200, 'holdsAnswers')
  const checks = state.locks.map(({ event }) => event)
  const kept = await keepEvents(record, fields, [{ kind: 'dangerMistaken', checks }])
  if (!kept) return show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
  return show(c, <StaysClosedPage record={record} logged />, 200, 'holdsAnswers')
}

/** What comes next, whatever was said: a person. */
function StaysClosedPage({ record, logged }: { record: RecordNow; logged: boolean }) {
  const title = logged ? 'Speak to someone first' : 'Be seen first'
  return (
    <CarePage home={record.home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {logged ? (
        <p>
          Thank you. We wrote it down. We cannot show movements yet. Signs like these are too serious to guess about.
          Call 111, or speak to a clinician. Tell them what you told us, and that it was a mistake.
        </p>
      ) : (
        <p>Then it still counts. No movements until somebody has seen you.</p>
      )}
      {logged ? (
        <div class="actions">
          <CallButton number={uk.urgentNumber} look="go" />
          <ButtonLink href={paths.cleared} wide>
            I have spoken to someone
          </ButtonLink>
        </div>
      ) : (
        <BeSeen state={record.state} />
      )}
      <p>
        <a href={paths.emergency}>All emergency signs, and whom to call</a>
      </p>
    </CarePage>
  )
}

/**
 * The forms of the programme with several questions: the start, what I can do, feelings, which way feels better; the
 * check-in has its own file. Each reads its form, writes its events and leads on. Joins; decides nothing.
 */
import { type Context, Hono } from 'hono'
import type { Answers } from '../../../care/check/types.ts'
import { tasks } from '../../../care/diary/entry.ts'
import { addDays } from '../../../care/evidence/calendar.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import { inOrder, lastCheck } from '../../../care/record/notebook.ts'
import type { ProgrammeStarted } from '../../../care/programme/events.ts'
import { directionOf, directionSet } from '../../../care/programme/direction.ts'
import { abilityQuestions, startQuestions, taskQuestion } from '../../../care/programme/questions.ts'
import { mayMove } from '../../../care/programme/screening.ts'
import { knownForStart } from '../../../care/programme/start.ts'
import { directionTestFor } from '../../../care/relief/direction-test.ts'
import { fullProfile, parseProfile } from '../../../care/relief/profile.ts'
import { yellowFlags } from '../../../care/relief/yellow-flags.ts'
import { show } from '../care-page.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { hourOf } from '../medicines/medicine-clock.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { planNow } from '../plan/plan-now.tsx'
import { locked } from '../plan/plan-routes.tsx'
import { checkInRoutes } from './programme-check-in.tsx'
import { DirectionPage, readFelt } from './programme-direction.tsx'
import { feelingScreens, LifeHelpPage, LifePage, readLife } from './programme-feelings.tsx'
import { FormPage, type FormPageProps, type FormScreen, readForm } from './programme-form.tsx'
import { keepEvents, type NewEvent } from './programme-keep.tsx'
import { NewOrWorse } from './programme-parts.tsx'
import { entryOf, running } from './programme-running.tsx'
import { NotKeptPage } from '../record/record-not-kept.tsx'
import { type RecordNow, recordNow } from '../record/record-now.ts'
import { readDirection } from '../plan/step-direction.tsx'

/** The routes of these forms for one home. */
export function formRoutes(home: CareHome): Hono {
  const app = new Hono()

  app.get(paths.programmeStart, (c) => starting(c, home, new Map(), (form) => ask(c, form)))
  app.post(paths.programmeStart, async (c) => {
    const fields = await formFields(c.req.raw)
    return starting(c, home, fields, async (form, record, known) => {
      const read = readForm(form.screens, fields)
      if (read.kind === 'screen') return ask(c, form, read)
      return keepAndGo(c, record, fields, startEvents(record, read.answers, known))
    })
  })

  const abilities = (record: RecordNow, fields: FormFields): Form => ({
    home,
    fields,
    action: paths.abilities,
    screens: abilityScreens(record),
    entry: entryOf(fields, home),
    last: 'Save',
    children: (
      <>
        {tasks(record.diary).length === 0 && record.state.phase >= 3 && (
          <p>
            Before the last phase we ask about tasks that matter to you. You have chosen none yet.{' '}
            <a href={paths.diaryTasks}>Choose up to three</a>
          </p>
        )}
        <NewOrWorse />
      </>
    ),
  })
  app.get(paths.abilities, (c) => running(c, home, (record, fields) => ask(c, abilities(record, fields))))
  app.post(paths.abilities, (c) =>
    running(c, home, (record, fields) => {
      const form = abilities(record, fields)
      const read = readForm(form.screens, fields)
      if (read.kind === 'screen') return ask(c, form, read)
      const { answers } = read
      const scores = tasks(record.diary).flatMap((_, index) => numberOf(answers[`task${index}`]) ?? [])
      const event: NewEvent = {
        kind: 'abilitiesNoted',
        canWalk5Minutes: replyOf(answers.walk5),
        canSit15Minutes: replyOf(answers.sit15),
        normalTasks: (answers.normalTasks ?? 'notSure') as 'none' | 'some' | 'most' | 'all' | 'notSure',
        taskScores0to10: scores,
      }
      return keepAndGo(c, record, fields, [event], paths.phaseChange)
    }),
  )

  app.route('/', checkInRoutes(home))

  const feelings = (fields: FormFields): Form => ({
    home,
    fields,
    action: paths.feelings,
    screens: feelingScreens,
    entry: entryOf(fields, home),
    last: 'Save',
    children: <NewOrWorse />,
  })
  app.get(paths.feelings, (c) =>
    running(c, home, (record, fields) =>
      record.state.help?.askI3
        ? show(c, <LifePage home={home} entry={home.newId()} />, 200, 'holdsAnswers')
        : ask(c, feelings(fields)),
    ),
  )
  app.post(paths.feelings, (c) => {
    const draw = async (record: RecordNow, fields: FormFields) => {
      if (fields.get('do')?.at(-1) === 'life') return life(c, record, fields)
      const form = feelings(fields)
      const read = readForm(form.screens, fields)
      if (read.kind === 'screen') return ask(c, form, read)
      const { offerEarlierPhysio, askI3 } = yellowFlags(read.answers)
      const kept = await keepEvents(record, fields, [{ kind: 'helpAnswered', offerEarlierPhysio, askI3 }])
      if (askI3) return show(c, <LifePage home={home} entry={home.newId()} />, 200, 'holdsAnswers')
      return kept ? c.redirect(paths.today, 303) : show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
    }
    return running(c, home, draw, lifeTold(c, home))
  })

  app.get(paths.direction, (c) =>
    running(c, home, (record) =>
      show(c, <DirectionPage {...directionProps(record)} entry={home.newId()} />, 200, 'holdsAnswers'),
    ),
  )
  app.post(paths.direction, (c) =>
    running(c, home, (record, fields) => {
      const testSent = fields.get('do')?.at(-1) === 'test'
      const props = directionProps(record)
      const page = { ...props, fields, testSent, entry: entryOf(fields, home) }
      if (testSent && !props.test.offered)
        return show(c, <DirectionPage {...page} testSent={false} />, 409, 'holdsAnswers')
      const read = testSent ? readDirection(fields) : readFelt(fields)
      if (!read.ok) return show(c, <DirectionPage {...page} problems={read.problems} />, 422, 'holdsAnswers')
      const direction = typeof read.value === 'string' ? read.value : read.value.direction
      return keepAndGo(c, record, fields, [{ kind: 'directionFound', direction }])
    }),
  )
  return app
}

type Form = Omit<FormPageProps, 'screen' | 'problems'>

/** A screen of a form; 422 when something is to be put right. */
function ask(c: Context, form: Form, at: Pick<FormPageProps, 'screen' | 'problems'> = { screen: 0 }) {
  return show(c, <FormPage {...form} {...at} />, at.problems?.length ? 422 : 200, 'holdsAnswers')
}

/** Writes and leads on. */
async function keepAndGo(c: Context, record: RecordNow, fields: FormFields, events: readonly NewEvent[], to?: string) {
  const kept = await keepEvents(record, fields, events)
  return kept ? c.redirect(to ?? paths.today, 303) : show(c, <NotKeptPage home={record.home} />, 409, 'holdsAnswers')
}

type Known = ReturnType<typeof knownForStart>

/** The start needs a fresh check and a plan; without one of them, the page that leads there. */
async function starting(
  c: Context,
  home: CareHome,
  fields: FormFields,
  draw: (form: Form, record: RecordNow, known: Known) => Response | Promise<Response>,
): Promise<Response> {
  const record = await recordNow(home)
  if (!record)
    return show(
      c,
      <NeedsRecordPage home={home} title="Start my day-by-day plan" here={paths.programmeStart}>
        <p>Do the check first. It also works without a record.</p>
      </NeedsRecordPage>,
    )
  // The same form a second time: it is done already.
  if (record.events.some(({ id }) => id === fields.get('entry')?.[0])) return c.redirect(paths.today, 303)
  const now = await planNow(home)
  const last = lastCheck(record.events, record.now.at)
  const page = locked(c, now)
  if (page) return page
  // The plan's own questions come first: they say which movements suit this person.
  if (!now.given || !last) return c.redirect(paths.plan, 303)
  const known = knownForStart(last.event.answers)
  return draw(startForm(record, known, fields), record, known)
}

function startForm({ home, state }: RecordNow, known: Known, fields: FormFields): Form {
  const { began, daysAgo, painDayOne, firstEver } = startQuestions
  const filled: FormFields =
    known.began && !fields.has('q.began') ? new Map([...fields, ['q.began', [known.began]]]) : fields
  const screens: readonly FormScreen[] = [
    {
      title: state.started ? 'Start again from the first phase' : 'Start my day-by-day plan',
      intro: 'A few questions, so that we know when to look again and when to point you to a person.',
      asked: [
        { question: began, certain: true },
        { question: daysAgo, certain: true, under: { question: 'began', value: 'longer' } },
        { question: painDayOne },
        ...(known.firstEver ? [] : [{ question: firstEver }]),
      ],
    },
  ]
  return {
    home,
    screens,
    fields: filled,
    action: paths.programmeStart,
    entry: entryOf(fields, home),
    last: state.started ? 'Start again' : 'Start',
    before: (
      <>
        {state.started && (
          <p class="callout">
            A plan is under way already. Start again only if your back has gone again. Your record stays.{' '}
            <a href={paths.today}>Back to today</a>
          </p>
        )}
        {known.ageYears !== 'notSure' && <p class="quiet">Age, from your check: {known.ageYears}.</p>}
      </>
    ),
  }
}

/** The start, and the direction that the plan's test found. */
function startEvents({ events, now, state }: RecordNow, answers: Answers, known: Known): readonly NewEvent[] {
  const days = answers.began === 'longer' ? Number(answers.daysAgo) : Number(answers.began)
  const start: NewEvent & Pick<ProgrammeStarted, 'kind'> = {
    kind: 'programmeStarted',
    episodeDay: addDays(now.day, -days),
    painDayOne0to10: numberOf(answers.painDayOne) ?? 'notSure',
    ageYears: known.ageYears,
    firstEver: known.firstEver ?? replyOf(answers.firstEver),
  }
  const plan = findLast(inOrder(events), (event) => event.kind === 'planMade')
  const { direction } = plan?.kind === 'planMade' ? parseProfile(plan.profile) : {}
  // What was told to the programme after that plan is newer, and may be that a way sent pain down the leg.
  const newer = (state.direction?.at ?? 0) > (plan?.at ?? 0)
  return direction && direction !== 'notDone' && !newer ? [start, { kind: 'directionFound', direction }] : [start]
}

function abilityScreens({ diary, state }: RecordNow): readonly FormScreen[] {
  const own = tasks(diary).map(({ name }, index) => ({ ...taskQuestion(`task${index}`, name) }))
  const { walk, sit, tasks: normal } = abilityQuestions
  return [
    {
      title: 'What can you do now?',
      asked: [
        { question: walk },
        { question: sit },
        { question: normal },
        ...(state.phase >= 3 ? own : []).map((question) => ({ question, ends: ['not at all', 'as before'] as const })),
      ],
    },
  ]
}

/** The answer to the check's question about ending one's life: "no" goes on; anything else stops, and help comes first. */
async function life(c: Context, record: RecordNow, fields: FormFields) {
  const { home, state } = record
  const read = readLife(fields)
  if ('problem' in read) {
    const page = <LifePage home={home} entry={entryOf(fields, home)} fields={fields} problems={[read.problem]} />
    return show(c, page, 422, 'holdsAnswers')
  }
  const asked: NewEvent = {
    kind: 'helpAnswered',
    offerEarlierPhysio: state.help?.offerEarlierPhysio ?? false,
    askI3: false,
  }
  if (read.answer === 'no') return keepAndGo(c, record, fields, [asked])
  // What was answered goes into the check only; here it is a danger sign, and all stops until the check is done.
  const kept = await keepEvents(record, fields, [{ kind: 'stopped', sign: 'dangerSign' }, asked])
  return show(c, <LifeHelpPage home={home} answer={read.answer} kept={kept} />, 200, 'holdsAnswers')
}

/** The same answer where the record could not be opened: help comes first all the same. */
const lifeTold = (c: Context, home: CareHome) => (fields: FormFields) => {
  if (fields.get('do')?.at(-1) !== 'life') return null
  const read = readLife(fields)
  if ('problem' in read || read.answer === 'no') return null
  return show(c, <LifeHelpPage home={home} answer={read.answer} kept={false} />, 200, 'holdsAnswers')
}

/** What is known of the direction, and whether the test is for this person now. */
function directionProps({ home, state, profile, events, now }: RecordNow) {
  const direction = directionOf(state)
  const known =
    direction === 'notDone' || direction === 'notSure' ? null : directionSet(direction, profile.pattern).words
  const may = mayMove(state, now)
  if (!may.ok) return { home, known, test: { offered: false, because: may.because } as const }
  if (may.lock !== 'open')
    return { home, known, test: { offered: false, because: 'Your check asks you to be seen first.' } as const }
  const ordered = inOrder(events)
  const check = findLast(ordered, (event) => event.kind === 'checkFinished')
  const plan = findLast(ordered, (event) => event.kind === 'planMade')
  const given = plan?.kind === 'planMade' ? parseProfile(plan.profile) : {}
  const relief = fullProfile(given, check?.kind === 'checkFinished' ? check.answers : {})
  const level = state.lastFull?.level ?? 'urgent'
  const painNow = profile.painNow0to10
  return { home, known, test: directionTestFor({ ...relief, painNow, hour: hourOf(now.at, home), level }) }
}

const replyOf = (answer: Answers[string] | undefined): 'yes' | 'no' | 'notSure' =>
  answer === 'yes' || answer === 'no' ? answer : 'notSure'
const numberOf = (answer: Answers[string] | undefined): number | null => (typeof answer === 'number' ? answer : null)

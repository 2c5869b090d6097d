/**
 * The forms of the programme with several questions: what I can do, and feelings; the start, the check-in and the direction
 * have their own files. Each reads its form, writes its events and leads on. Joins; decides nothing.
 */
import { askedOf } from '../record/own-answers.ts'
import { type Context, Hono } from 'hono'
import type { Answers } from '../../../care/check/types.ts'
import { tasks } from '../../../care/diary/entry.ts'
import { abilityQuestions, taskQuestion } from '../../../care/programme/questions.ts'
import { yellowFlags } from '../../../care/relief/yellow-flags.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { show, showForm } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { checkInRoutes } from './programme-check-in.tsx'
import { directionRoutes } from './programme-direction-routes.tsx'
import { feelingScreens, LifeHelpPage, LifePage, readLife } from './programme-feelings.tsx'
import { askForm, type FormScreen, numberOf, type ProgrammeForm, readForm, replyOf } from './programme-form.tsx'
import { keepAndGo, keepEvents, type NewEvent } from './programme-keep.tsx'
import { NewOrWorse } from './programme-parts.tsx'
import { entryOf, running } from './programme-running.tsx'
import { startRoutes } from './programme-start.tsx'
import { keepUnread } from '../record/record-keep.ts'
import { NotKeptPage } from '../record/record-not-kept.tsx'
import type { RecordNow } from '../record/record-now.ts'

/** The routes of these forms for one home. */
export function formRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.route('/', startRoutes(home))
  app.get(paths.abilities, (c) => running(c, home, (record, fields) => askForm(c, abilitiesForm(record, fields))))
  app.post(paths.abilities, (c) => running(c, home, (record, fields) => takeAbilities(c, record, fields)))
  app.route('/', checkInRoutes(home))
  app.get(paths.feelings, (c) => running(c, home, (record, fields) => askFeelings(c, record, fields)))
  app.post(paths.feelings, (c) =>
    running(c, home, (record, fields) => takeFeelings(c, record, fields), lifeTold(c, home)),
  )
  app.route('/', directionRoutes(home))
  return app
}

/* What I can do. */

function takeAbilities(c: Context, record: RecordNow, fields: FormFields) {
  const form = abilitiesForm(record, fields)
  const read = readForm(form.screens, fields)
  if (read.kind === 'screen') return askForm(c, form, read)
  const { answers } = read
  const event: NewEvent = {
    kind: 'abilitiesNoted',
    canWalk5Minutes: replyOf(answers.walk5),
    canSit15Minutes: replyOf(answers.sit15),
    normalTasks: normalTasksOf(answers.normalTasks),
    taskScores0to10: tasks(record.diary).flatMap((_, index) => numberOf(answers[`task${index}`]) ?? []),
  }
  return keepAndGo(c, record, fields, [event], paths.phaseChange)
}

function abilitiesForm(record: RecordNow, fields: FormFields): ProgrammeForm {
  const { home, diary, state } = record
  return {
    home,
    fields,
    action: paths.abilities,
    screens: abilityScreens(record),
    entry: entryOf(fields, home),
    last: 'Save',
    children: (
      <>
        {tasks(diary).length === 0 && state.phase >= 3 && (
          <p>
            Before the last phase we ask about tasks that matter to you. You have chosen none yet.{' '}
            <a href={paths.diaryTasks}>Choose up to three</a>
          </p>
        )}
        <NewOrWorse />
      </>
    ),
  }
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

/* Feelings. */

const askLife = (c: Context, home: CareHome) => showForm(c, <LifePage home={home} entry={home.newId()} />)

function askLifeAgain(c: Context, home: CareHome, fields: FormFields, problem: Problem) {
  const page = <LifePage home={home} entry={entryOf(fields, home)} fields={fields} problems={[problem]} />
  return show(c, page, 422, 'holdsAnswers')
}

const askFeelings = (c: Context, record: RecordNow, fields: FormFields) =>
  record.state.help?.askI3 ? askLife(c, record.home) : askForm(c, feelingsForm(record, fields))

async function takeFeelings(c: Context, record: RecordNow, fields: FormFields) {
  if (fields.get('do')?.at(-1) === 'life') return life(c, record, fields)
  const { home } = record
  const form = feelingsForm(record, fields)
  const read = readForm(form.screens, fields)
  if (read.kind === 'screen') return askForm(c, form, read)
  const { offerEarlierPhysio, askI3 } = yellowFlags(read.answers)
  const kept = await keepEvents(record, fields, [{ kind: 'helpAnswered', offerEarlierPhysio, askI3 }])
  // Help comes first, kept or not.
  if (askI3) return askLife(c, home)
  return kept ? c.redirect(paths.today, 303) : show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
}

const feelingsForm = (record: RecordNow, fields: FormFields): ProgrammeForm => ({
  home: record.home,
  fields,
  action: paths.feelings,
  screens: feelingScreens.map(({ asked, ...screen }) => ({
    ...screen,
    asked: asked.map((one) => ({ ...one, question: { ...one.question, ask: askedOf(record, one.question.ask) } })),
  })),
  entry: entryOf(fields, record.home),
  last: 'Save',
  children: <NewOrWorse />,
})

/** The answer to the check's question about ending one's life: "no" goes on; anything else stops, and help comes first. */
async function life(c: Context, record: RecordNow, fields: FormFields) {
  const { home, state } = record
  const read = readLife(fields)
  if ('problem' in read) return askLifeAgain(c, home, fields, read.problem)
  const asked: NewEvent = {
    kind: 'helpAnswered',
    offerEarlierPhysio: state.help?.offerEarlierPhysio ?? false,
    askI3: false,
  }
  if (read.answer === 'no') return keepAndGo(c, record, fields, [asked])
  // What was answered goes into the check only; here it is a danger sign, and all stops until the check is done.
  const kept = await keepEvents(record, fields, [{ kind: 'stopped', sign: 'dangerSign' }, asked])
  return show(c, <LifeHelpPage {...{ home, record, kept }} answer={read.answer} />, 200, 'holdsAnswers')
}

/** The same with no programme, or where the record could not be opened: low is asked about, help comes first, and all stops, all the same. */
const lifeTold = (c: Context, home: CareHome) => async (fields: FormFields) => {
  if (fields.get('do')?.at(-1) !== 'life') {
    // By the mood alone, whatever else is still blank.
    return yellowFlags({ mood: fields.get('q.mood')?.at(-1) ?? '' }).askI3 ? askLife(c, home) : null
  }
  const read = readLife(fields)
  if ('problem' in read) return askLifeAgain(c, home, fields, read.problem)
  if (read.answer === 'no') return null
  const kept = await keepUnread(home, { kind: 'stopped', sign: 'dangerSign' })
  return show(c, <LifeHelpPage {...{ home, kept }} record={null} answer={read.answer} />, 200, 'holdsAnswers')
}

const tasksDone = ['none', 'some', 'most', 'all'] as const
const normalTasksOf = (answer: Answers[string] | undefined) => tasksDone.find((one) => one === answer) ?? 'notSure'

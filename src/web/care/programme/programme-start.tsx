/**
 * The start of the programme, or of a new one: what it needs, its form, and the events it makes.
 * Joins; decides nothing. Never: begins without a check that counts and a plan.
 */
import { askedOf } from '../record/own-answers.ts'
import { type Context, Hono } from 'hono'
import type { Answers } from '../../../care/check/types.ts'
import { addDays } from '../../../care/evidence/calendar.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import type { ProgrammeStarted } from '../../../care/programme/events.ts'
import { startQuestions } from '../../../care/programme/questions.ts'
import { knownForStart } from '../../../care/programme/start.ts'
import { inOrder, lastCheck } from '../../../care/record/notebook.ts'
import { parseProfile } from '../../../care/relief/profile.ts'
import { show } from '../care-page.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { sentIn } from '../sent-form.ts'
import { paths } from '../paths.ts'
import { planNow } from '../plan/plan-now.tsx'
import { locked } from '../plan/plan-routes.tsx'
import { RecordGonePage } from '../record/record-not-kept.tsx'
import { type RecordNow, recordNow } from '../record/record-now.ts'
import type { Answered } from '../with-record.tsx'
import { askForm, type FormScreen, numberOf, type ProgrammeForm, readForm, replyOf } from './programme-form.tsx'
import { keepAndGo, type NewEvent } from './programme-keep.tsx'
import { entryOf } from './programme-running.tsx'

/** The routes of the start for one home. */
export function startRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.programmeStart, (c) => starting(c, home, new Map(), (form) => askForm(c, form)))
  app.post(paths.programmeStart, (c) => takeStart(c, home))
  return app
}

async function takeStart(c: Context, home: CareHome) {
  const fields = await formFields(c.req.raw)
  return starting(c, home, fields, (form, record, known) => {
    const read = readForm(form.screens, fields)
    if (read.kind === 'screen') return askForm(c, form, read)
    return keepAndGo(c, record, fields, startEvents(record, read.answers, known))
  })
}

type Known = ReturnType<typeof knownForStart>

/** The start needs a fresh check and a plan; without one of them, the page that leads there. */
async function starting(
  c: Context,
  home: CareHome,
  fields: FormFields,
  draw: (form: ProgrammeForm, record: RecordNow, known: Known) => Answered,
): Promise<Response> {
  const record = await recordNow(home)
  if (!record) return show(c, startWithout(c, home))
  // The same form a second time: it is done already.
  if (record.events.some(({ id }) => id === fields.get('entry')?.[0])) return c.redirect(paths.today, 303)
  if (record.events.length === 0 && c.req.method === 'POST')
    return show(c, <RecordGonePage home={home} />, 409, 'holdsAnswers')
  const now = await planNow(home)
  const last = lastCheck(record.events, record.now.at)
  const page = locked(c, now)
  if (page) return page
  // The plan's own questions come first: they say which movements suit this person.
  if (!now.given || !last) return c.redirect(paths.plan, 303)
  const known = knownForStart(last.event.answers)
  return draw(startForm(record, known, fields), record, known)
}

const startWithout = (c: Context, home: CareHome) => (
  <NeedsRecordPage home={home} title="Start my day-by-day plan" here={paths.programmeStart} sent={sentIn(c)}>
    <p>Do the check first. It also works without a record.</p>
  </NeedsRecordPage>
)

function startForm(record: RecordNow, known: Known, fields: FormFields): ProgrammeForm {
  const { home, state } = record
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
            A plan is under way already. {askedOf(record, 'Start again only if your back has gone again.')} Your record
            stays. <a href={paths.today}>Back to today</a>
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

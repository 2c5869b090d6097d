/**
 * The addresses of the programme: today, the week and the rules, and every small form. On the device they read the record
 * and write events into it; where no record can be kept they say so and show what needs none.
 * Joins forms, pure functions and pages; decides nothing. Never: a health word in an address.
 */
import { type Context, Hono } from 'hono'
import { programmeSheet } from '../../../care/booklets/own-programme.ts'
import { phaseReadiness } from '../../../care/programme/advance-phase.ts'
import { linesNow } from '../../../care/programme/lines.ts'
import { phases } from '../../../care/programme/phases.ts'
import { makeSession } from '../../../care/programme/session.ts'
import { today, weekInSight } from '../../../care/programme/today.ts'
import { newSigns, stoppedBy, warningOfSign } from '../../../care/programme/warnings.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { show, showForm } from '../care-page.tsx'
import { openBy } from '../plan/plan-now.tsx'
import { beginCheckWith } from '../check/check-routes.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { givePaper } from '../paper/give-paper.tsx'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { clearedRoutes } from './programme-cleared.tsx'
import { canStart, running } from './programme-running.tsx'
import { formRoutes } from './programme-form-routes.tsx'
import { FlarePlanPage } from './programme-flare-plan.tsx'
import { lifeAnswers } from './programme-feelings.tsx'
import { keepAndGo, keepEvents } from './programme-keep.tsx'
import { morningRoutes } from './programme-morning-routes.tsx'
import { HowItDecides, ProgrammePage } from './programme-page.tsx'
import { PhasePage } from './programme-phase.tsx'
import { SignsInWords, StopPage } from './programme-stop.tsx'
import { WarningPage } from './programme-warning.tsx'
import { keepUnread } from '../record/record-keep.ts'
import { type RecordNow, recordNow } from '../record/record-now.ts'
import { showWithout, withRecord } from '../with-record.tsx'
import { TodayPage } from './today-page.tsx'
import { BeginPage } from './begin-page.tsx'
import { PhaseList } from './phase-list.tsx'
import { saidFirst, waiting } from './today-warnings.tsx'

/** The routes of the programme for one home. */
export function programmeRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.today, (c) => withRecord(c, home, (record) => showToday(c, record), todayWithout(c, home)))
  app.get(paths.programme, (c) => withRecord(c, home, (record) => showProgramme(c, record), programmeWithout(c, home)))
  app.post(paths.programmePaper, (c) => running(c, home, (record) => paper(c, record)))
  app.get(paths.programmePaper, (c) => c.redirect(paths.programme, 303))
  app.get(paths.flarePlan, async (c) => {
    const record = await recordNow(home)
    const mayRelax = record === null || openBy(record).relax !== 'closed'
    return show(c, <FlarePlanPage {...{ home, mayRelax, record }} />, 200, 'holdsAnswers')
  })
  app.get(paths.stop, (c) => withRecord(c, home, (record) => askSign(c, home, record), stopWithout(c, home)))
  app.post(paths.stop, (c) => takeSign(c, home))
  app.get(paths.fullCheck, (c) => c.redirect(paths.check, 303))
  app.post(paths.fullCheck, (c) => beginFullCheck(c, home))
  app.get(paths.phaseChange, (c) => running(c, home, (record) => askPhase(c, record)))
  app.post(paths.phaseChange, (c) => running(c, home, (record, fields) => takePhase(c, record, fields)))
  app.route('/', morningRoutes(home))
  app.route('/', formRoutes(home))
  app.route('/', clearedRoutes(home))
  return app
}

/* Today, and the week with its rules. */

function showToday(c: Context, record: RecordNow) {
  const { state, profile, now } = record
  const page = state.started ? (
    <TodayPage record={record} open={openBy(record)} today={today(state, profile, now)} warning={saidFirst(record)} />
  ) : (
    <BeginPage record={record} canStart={canStart(record)} warning={saidFirst(record)} />
  )
  return show(c, page, 200, 'holdsAnswers')
}

const todayWithout = (c: Context, home: CareHome) => () =>
  showWithout(
    c,
    <NeedsRecordPage home={home} title="Your day-by-day plan" here={paths.today}>
      <p>It gives you one small thing at a time, and changes with how yesterday felt. It has four phases.</p>
      <PhaseList />
    </NeedsRecordPage>,
  )

function showProgramme(c: Context, record: RecordNow) {
  const { state, profile, now } = record
  if (!state.started) return c.redirect(paths.today, 303)
  const session = makeSession(state, profile, phases[state.phase].usualMinutes, now)
  const page = (
    <ProgrammePage
      record={record}
      open={openBy(record)}
      week={weekInSight(state, today(state, profile, now))}
      readiness={phaseReadiness(state, now)}
      lines={linesNow(state, now.day)}
      leftOut={session.kind === 'session' ? session.leftOut : []}
      mayMakePaper={session.kind === 'session' && record.home.makePaper !== undefined}
    />
  )
  return show(c, page, 200, 'holdsAnswers')
}

/** Today's movements as a file, of what is open at this moment; where a check comes first, Today says so. */
function paper(c: Context, { home, state, profile, now }: RecordNow) {
  const session = makeSession(state, profile, phases[state.phase].usualMinutes, now)
  if (session.kind === 'none') return c.redirect(paths.today, 303)
  return givePaper(c, home, programmeSheet(session))
}

const programmeWithout = (c: Context, home: CareHome) => () =>
  showWithout(
    c,
    <NeedsRecordPage home={home} title="My day-by-day plan" here={paths.programme}>
      <PhaseList />
      <HowItDecides open />
    </NeedsRecordPage>,
  )

/* What is new or worse, and the full check that follows. */

function askSign(c: Context, home: CareHome, record: RecordNow | null, problems: readonly Problem[] = []) {
  const open = record && waiting(record)
  return showForm(c, <StopPage home={home} entry={home.newId()} {...{ open, problems }} />, problems)
}

const stopWithout = (c: Context, home: CareHome) => () =>
  showWithout(
    c,
    <NeedsRecordPage home={home} title="What is new or worse?" here={paths.stop}>
      <SignsInWords />
    </NeedsRecordPage>,
  )

async function takeSign(c: Context, home: CareHome) {
  const fields = await formFields(c.req.raw)
  const sign = newSigns.find(({ id }) => id === fields.get('sign')?.at(-1))
  const record = await recordNow(home)
  if (!sign) {
    const text = 'Press the one that fits. If nothing does, press the last one'
    return askSign(c, home, record, [{ field: 'signs', text }])
  }
  // What to do is said whether or not it could be written down.
  const stopped = stoppedBy(sign)
  const kept = record ? await keepEvents(record, fields, [stopped]) : await keepUnread(home, stopped)
  const warning = warningOfSign(sign)
  return show(c, <WarningPage {...{ home, record, warning, kept }} sign={sign.id} />, 200, 'holdsAnswers')
}

/** Begins the full check with what was told already: in the short check, by the sign that was pressed, or of one's life. */
async function beginFullCheck(c: Context, home: CareHome) {
  const fields = await formFields(c.req.raw)
  const record = await recordNow(home)
  const sign = newSigns.find(({ id }) => id === fields.get('sign')?.[0])
  const life = lifeAnswers.find((answer) => answer === fields.get('life')?.[0])
  const told = {
    ...(record && waiting(record)?.answers),
    ...(sign && warningOfSign(sign).answers),
    ...(life && { I3: life }),
  }
  return beginCheckWith(c, home, told)
}

/* Another phase. */

function askPhase(c: Context, record: RecordNow) {
  const readiness = phaseReadiness(record.state, record.now)
  return show(c, <PhasePage {...{ record, readiness }} entry={record.home.newId()} />, 200, 'holdsAnswers')
}

function takePhase(c: Context, record: RecordNow, fields: FormFields) {
  const { home, state, now } = record
  const readiness = phaseReadiness(state, now)
  const to = ([1, 2, 3, 4] as const).find((phase) => String(phase) === fields.get('to')?.at(-1))
  const back = to !== undefined && to === state.phase - 1
  if (to !== undefined && (back || (readiness.ready && to === readiness.next)))
    return keepAndGo(c, record, fields, [{ kind: 'phaseChanged', to }])
  // The same form a second time: it is done already.
  if (record.events.some(({ id }) => id === fields.get('entry')?.[0])) return c.redirect(paths.today, 303)
  const notice = 'That did not fit any more, so nothing was changed. This is how it stands now.'
  return show(c, <PhasePage {...{ record, readiness, notice }} entry={home.newId()} />, 409, 'holdsAnswers')
}

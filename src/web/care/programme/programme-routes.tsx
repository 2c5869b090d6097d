/**
 * The addresses of the programme: today, the week and the rules, and every small form. On the device they read the record
 * and write events into it; where no record can be kept they say so and show what needs none.
 * Joins forms, pure functions and pages; decides nothing. Never: a health word in an address.
 */
import { type Context, Hono } from 'hono'
import { programmeEvents } from '../../../care/record/person.ts'
import { justTold } from '../../../care/record/pain-told.ts'
import { phaseReadiness } from '../../../care/programme/advance-phase.ts'
import { linesNow } from '../../../care/programme/lines.ts'
import { phases } from '../../../care/programme/phases.ts'
import { makeSession } from '../../../care/programme/session.ts'
import { today } from '../../../care/programme/today.ts'
import { newSigns, openWarning, type Warning, warningOfMini, warningOfSign } from '../../../care/programme/warnings.ts'
import { show } from '../care-page.tsx'
import { beginCheckWith } from '../check/check-routes.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { clearedRoutes } from './programme-cleared.tsx'
import { afterMorningPart, canStart, entryOf, MorningSteps, running } from './programme-running.tsx'
import { formRoutes } from './programme-form-routes.tsx'
import { FlarePlanPage } from './programme-flare-plan.tsx'
import { lifeAnswers } from './programme-feelings.tsx'
import { keepEvents } from './programme-keep.tsx'
import { MiniCheckPage, readMini } from './programme-mini-check.tsx'
import { MorningExplainPage, MorningPainPage, readMorning } from './programme-morning.tsx'
import { HowItDecides, ProgrammePage } from './programme-page.tsx'
import { PhasePage } from './programme-phase.tsx'
import { SignsInWords, StopPage } from './programme-stop.tsx'
import { WarningPage } from './programme-warning.tsx'
import { keepUnread, soreBecause } from '../record/record-keep.ts'
import { NotKeptPage, StopHerePage } from '../record/record-not-kept.tsx'
import { type RecordNow, recordNow } from '../record/record-now.ts'
import { isRedPain } from '../../../care/programme/lights.ts'
import { hasJumped } from '../../../care/programme/decide.ts'
import { screeningDue } from '../../../care/programme/screening.ts'
import { BeginPage, PhaseList, TodayPage } from './today-page.tsx'

/** The routes of the programme for one home. */
export function programmeRoutes(home: CareHome): Hono {
  const app = new Hono()

  app.get(paths.today, async (c) => {
    const record = await recordNow(home)
    if (!record) {
      const title = 'Your day-by-day plan'
      const page = (
        <NeedsRecordPage home={home} title={title} here={paths.today}>
          <p>It gives you one small thing at a time, and changes with how yesterday felt. It has four phases.</p>
          <PhaseList />
        </NeedsRecordPage>
      )
      return show(c, page)
    }
    const { state, profile, now } = record
    const page = state.started ? (
      <TodayPage record={record} today={today(state, profile, now)} warning={waiting(record)} />
    ) : (
      <BeginPage record={record} canStart={canStart(record)} />
    )
    return show(c, page, 200, 'holdsAnswers')
  })

  app.get(paths.programme, async (c) => {
    const record = await recordNow(home)
    if (!record) {
      const page = (
        <NeedsRecordPage home={home} title="My day-by-day plan" here={paths.programme}>
          <PhaseList />
          <HowItDecides open />
        </NeedsRecordPage>
      )
      return show(c, page)
    }
    const { state, profile, now } = record
    if (!state.started) return c.redirect(paths.today, 303)
    const session = makeSession(state, profile, phases[state.phase].usualMinutes, now)
    const page = (
      <ProgrammePage
        record={record}
        week={today(state, profile, now).week}
        readiness={phaseReadiness(state, now)}
        lines={linesNow(state, now.day)}
        leftOut={session.kind === 'session' ? session.leftOut : []}
      />
    )
    return show(c, page, 200, 'holdsAnswers')
  })

  app.get(paths.flarePlan, async (c) => {
    const record = await recordNow(home)
    return show(c, <FlarePlanPage home={home} state={record?.state ?? null} />, 200, 'holdsAnswers')
  })

  app.get(paths.morning, (c) =>
    running(c, home, (record) => {
      const told = record.state.mornings.filter(({ day }) => day === record.now.day).at(-1)?.pain0to10 ?? null
      const just = justTold(record.events, record.diary, record.now)
      return show(c, <MorningPainPage {...{ home, told, just }} entry={home.newId()} />, 200, 'holdsAnswers')
    }),
  )
  app.post(paths.morning, (c) => {
    /** A red morning is answered first, kept or not. */
    const red = async (fields: FormFields) => {
      const read = readMorning(fields, () => false)
      if (read.kind !== 'done' || !isRedPain(read.event.pain0to10)) return null
      const kept = await keepUnread(home, { kind: 'miniAsked', because: soreBecause })
      return show(c, <StopHerePage {...{ home, kept }} why="sore" />, 200, 'holdsAnswers')
    }
    const draw = async (record: RecordNow, fields: FormFields) => {
      const { state } = record
      const read = readMorning(fields, (pain) => hasJumped(state, pain))
      const entry = entryOf(fields, home)
      if (read.kind === 'pain') {
        const { problems } = read
        return show(
          c,
          <MorningPainPage home={home} entry={entry} told={null} problems={problems} />,
          422,
          'holdsAnswers',
        )
      }
      if (read.kind === 'explain') {
        const { pain, problems } = read
        const jumpedFrom = hasJumped(state, pain) ? (state.readings.at(-1)?.pain ?? null) : null
        const page = <MorningExplainPage {...{ home, entry, pain, jumpedFrom, fields, problems }} />
        return show(c, page, problems.length > 0 ? 422 : 200, 'holdsAnswers')
      }
      // Sent twice: the second time it is no jump any more, so that less of the form is read.
      const again = record.events.some(
        (event) => event.kind === 'morningNoted' && event.id === entry && event.pain0to10 === read.event.pain0to10,
      )
      const kept = again || (await keepEvents(record, fields, [read.event]))
      if (kept) return c.redirect(await afterMorningPart(home), 303)
      return (await red(fields)) ?? show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
    }
    return running(c, home, draw, red)
  })

  app.get(paths.miniCheck, (c) =>
    running(c, home, (record) => {
      const because = whyMini(record)
      const before = <MorningSteps record={record} />
      return show(c, <MiniCheckPage {...{ home, because, before }} entry={home.newId()} />, 200, 'holdsAnswers')
    }),
  )
  app.post(paths.miniCheck, (c) => {
    const draw = async (record: RecordNow, fields: FormFields) => {
      const read = readMini(fields)
      const common = { home, entry: entryOf(fields, home), because: whyMini(record) }
      if (read.kind === 'singly') return show(c, <MiniCheckPage {...common} singly />, 200, 'holdsAnswers')
      if (read.kind === 'problems') {
        const { singly, problems } = read
        return show(c, <MiniCheckPage {...common} {...{ singly, problems, fields }} />, 422, 'holdsAnswers')
      }
      const { answers } = read
      const kept = await keepEvents(record, fields, [{ kind: 'miniCheckDone', answers }])
      const warning = warningOfMini({ answers })
      // Help comes first, kept or not.
      if (warning) return show(c, <WarningPage {...{ home, warning, kept }} />, 200, 'holdsAnswers')
      return kept
        ? c.redirect(await afterMorningPart(home), 303)
        : show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
    }
    return running(c, home, draw, miniTold(c, home))
  })

  app.get(paths.stop, async (c) => {
    const record = await recordNow(home)
    if (!record) {
      const page = (
        <NeedsRecordPage home={home} title="What is new or worse?" here={paths.stop}>
          <SignsInWords />
        </NeedsRecordPage>
      )
      return show(c, page)
    }
    return show(c, <StopPage home={home} entry={home.newId()} open={waiting(record)} />, 200, 'holdsAnswers')
  })
  app.post(paths.stop, async (c) => {
    const fields = await formFields(c.req.raw)
    const sign = newSigns.find(({ id }) => id === fields.get('sign')?.at(-1))
    const record = await recordNow(home)
    if (!sign) {
      const problems = [{ field: 'signs', text: 'Press the one that fits. If nothing does, press the last one' }]
      const open = record && waiting(record)
      return show(c, <StopPage home={home} entry={home.newId()} {...{ open, problems }} />, 422, 'holdsAnswers')
    }
    // What to do is said whether or not it could be written down.
    const stopped = { kind: 'stopped', sign: sign.stop } as const
    const kept = record ? await keepEvents(record, fields, [stopped]) : await keepUnread(home, stopped)
    const warning = warningOfSign(sign)
    return show(c, <WarningPage {...{ home, warning, kept }} sign={sign.id} />, 200, 'holdsAnswers')
  })

  app.get(paths.fullCheck, (c) => c.redirect(paths.check, 303))
  app.post(paths.fullCheck, async (c) => {
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
  })

  app.get(paths.phaseChange, (c) =>
    running(c, home, (record) => {
      const readiness = phaseReadiness(record.state, record.now)
      return show(c, <PhasePage {...{ record, readiness }} entry={home.newId()} />, 200, 'holdsAnswers')
    }),
  )
  app.post(paths.phaseChange, (c) =>
    running(c, home, async (record, fields) => {
      const { state, now } = record
      const readiness = phaseReadiness(state, now)
      const to = ([1, 2, 3, 4] as const).find((phase) => String(phase) === fields.get('to')?.at(-1))
      const back = to !== undefined && to === state.phase - 1
      if (to === undefined || !(back || (readiness.ready && to === readiness.next))) {
        // The same form a second time: it is done already.
        if (record.events.some(({ id }) => id === fields.get('entry')?.[0])) return c.redirect(paths.today, 303)
        const notice = 'That did not fit any more, so nothing was changed. This is how it stands now.'
        return show(c, <PhasePage {...{ record, readiness, notice }} entry={home.newId()} />, 409, 'holdsAnswers')
      }
      const kept = await keepEvents(record, fields, [{ kind: 'phaseChanged', to }])
      return kept ? c.redirect(paths.today, 303) : show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
    }),
  )

  app.route('/', formRoutes(home))
  app.route('/', clearedRoutes(home))
  return app
}

/** A short check that told of danger, where the record could not be opened: help comes first all the same. */
const miniTold = (c: Context, home: CareHome) => async (fields: FormFields) => {
  const read = readMini(fields)
  const warning = read.kind === 'done' ? warningOfMini(read) : null
  if (read.kind !== 'done' || !warning) return null
  const kept = await keepUnread(home, { kind: 'miniCheckDone', answers: read.answers })
  return show(c, <WarningPage {...{ home, warning, kept }} />, 200, 'holdsAnswers')
}

function whyMini({ state, now }: RecordNow): string {
  const due = screeningDue(state, now)
  return due.due === 'mini' ? due.because : 'You can do it at any time. It takes a minute.'
}

/** What was told and still waits for the full check. */
const waiting = ({ events, state, now }: RecordNow): Warning | null => openWarning(programmeEvents(events), state, now)

/**
 * The addresses of the first parts of the morning: the pain of the night, and the short check. What tells of danger is
 * answered first, kept or not. Joins forms, pure functions and pages; decides nothing.
 */
import { type Context, Hono } from 'hono'
import { beginMark, begunAfterIn } from '../../../care/programme/asked.ts'
import { justTold } from '../../../care/record/pain-told.ts'
import { hasJumped } from '../../../care/programme/decide.ts'
import { isOf } from '../../../care/programme/today.ts'
import { isRedPain } from '../../../care/programme/pain-lights.ts'
import { screeningDue } from '../../../care/programme/screening.ts'
import { warningOfMini } from '../../../care/programme/warnings.ts'
import { show, showForm } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { keepUnread, soreBecause } from '../record/record-keep.ts'
import { NotKeptPage, StopHerePage } from '../record/record-not-kept.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { keepEvents } from './programme-keep.tsx'
import { MiniCheckPage, type MiniRead, readBegun, readMini } from './programme-mini-check.tsx'
import { MorningExplainPage, MorningPainPage, readMorning } from './programme-morning.tsx'
import { afterMorningPart, entryOf, MorningSteps, running } from './programme-running.tsx'
import { WarningPage } from './programme-warning.tsx'

/** The routes of these parts for one home. */
export function morningRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.morning, (c) => running(c, home, (record) => askMorning(c, record)))
  app.post(paths.morning, (c) =>
    running(c, home, (record, fields) => takeMorning(c, record, fields), redMorning(c, home)),
  )
  app.get(paths.miniCheck, (c) => running(c, home, (record) => askMini(c, record)))
  app.post(paths.miniCheck, (c) => running(c, home, (record, fields) => takeMini(c, record, fields), miniTold(c, home)))
  return app
}

/* The pain of the morning. */

function askMorning(c: Context, record: RecordNow) {
  const { home, state, now } = record
  const told = state.mornings.filter((one) => isOf(one, now.day)).at(-1)?.pain0to10 ?? null
  const just = justTold(record.events, record.diary, now)
  return showForm(c, <MorningPainPage {...{ home, told, just }} entry={home.newId()} />)
}

async function takeMorning(c: Context, record: RecordNow, fields: FormFields) {
  const { home, state } = record
  const read = readMorning(fields, (pain) => hasJumped(state, pain))
  const entry = entryOf(fields, home)
  if (read.kind === 'pain') {
    const { problems } = read
    return show(c, <MorningPainPage {...{ home, entry, problems }} told={null} />, 422, 'holdsAnswers')
  }
  if (read.kind === 'explain') {
    const { pain, problems } = read
    const jumpedFrom = hasJumped(state, pain) ? (state.readings.at(-1)?.pain ?? null) : null
    return showForm(c, <MorningExplainPage {...{ home, entry, pain, jumpedFrom, fields, problems }} />, problems)
  }
  // Sent twice: the second time it is no jump any more, so that less of the form is read.
  const again = record.events.some(
    (event) => event.kind === 'morningNoted' && event.id === entry && event.pain0to10 === read.event.pain0to10,
  )
  const kept = again || (await keepEvents(record, fields, [read.event]))
  if (kept) return c.redirect(await afterMorningPart(home), 303)
  return (await redMorning(c, home)(fields)) ?? show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
}

/** A red morning is answered first, kept or not, and as soon as its number is told. */
const redMorning = (c: Context, home: CareHome) => async (fields: FormFields) => {
  const read = readMorning(fields, () => false)
  const pain = read.kind === 'done' ? read.event.pain0to10 : read.kind === 'explain' ? read.pain : 0
  if (!isRedPain(pain)) return null
  const kept = await keepUnread(home, { kind: 'miniAsked', because: soreBecause })
  return show(c, <StopHerePage {...{ home, kept }} why="sore" />, 200, 'holdsAnswers')
}

/* The short check. */

function askMini(c: Context, record: RecordNow) {
  const { home } = record
  const because = whyMini(record)
  const before = <MorningSteps record={record} />
  const begun = beginMark(record.events)
  return showForm(c, <MiniCheckPage {...{ home, because, before, begun }} entry={home.newId()} />)
}

async function takeMini(c: Context, record: RecordNow, fields: FormFields) {
  const { home } = record
  const read = readMini(fields)
  if (read.kind !== 'done') return askMiniOn(c, home, fields, read, whyMini(record))
  const { answers } = read
  const begun = readBegun(fields)
  const known = begun && { begunAfter: begunAfterIn(record.events, begun) }
  const kept = await keepEvents(record, fields, [{ kind: 'miniCheckDone', answers, ...known }])
  const warning = warningOfMini({ answers })
  // Help comes first, kept or not.
  if (warning) return show(c, <WarningPage {...{ home, record, warning, kept }} />, 200, 'holdsAnswers')
  return kept
    ? c.redirect(await afterMorningPart(home), 303)
    : show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
}

/** Each question alone, or what is missing or wrong. */
function askMiniOn(
  c: Context,
  home: CareHome,
  fields: FormFields,
  read: Exclude<MiniRead, { kind: 'done' }>,
  because: string,
) {
  const common = { home, because, entry: entryOf(fields, home), begun: readBegun(fields) }
  if (read.kind === 'singly') return showForm(c, <MiniCheckPage {...common} singly />)
  const { singly, problems } = read
  return show(c, <MiniCheckPage {...common} {...{ singly, problems, fields }} />, 422, 'holdsAnswers')
}

/** A short check where the record could not be opened: it is asked to its end, and help comes first, all the same. */
const miniTold = (c: Context, home: CareHome) => async (fields: FormFields) => {
  const read = readMini(fields)
  if (read.kind !== 'done') return askMiniOn(c, home, fields, read, atAnyTime)
  const warning = warningOfMini(read)
  if (!warning) return null
  const kept = await keepUnread(home, { kind: 'miniCheckDone', answers: read.answers })
  return show(c, <WarningPage {...{ home, warning, kept }} record={null} />, 200, 'holdsAnswers')
}

function whyMini({ state, now }: RecordNow): string {
  const due = screeningDue(state, now)
  return due.due === 'mini' ? due.because : atAnyTime
}
const atAnyTime = 'You can do it at any time. It takes a minute.'

/**
 * The address of "Which way feels better now?": its two questions, and the test. What went down a leg is answered first, kept or
 * not. Joins; decides nothing.
 */
import { type Context, Hono } from 'hono'
import { findLast } from '../../../care/evidence/lists.ts'
import { directionOf, directionSet, isForDirections } from '../../../care/programme/direction.ts'
import type { DirectionWord } from '../../../care/programme/events.ts'
import { mayMove } from '../../../care/programme/screening.ts'
import { inOrder } from '../../../care/record/notebook.ts'
import { directionTestFor, leavesOut } from '../../../care/relief/direction-test.ts'
import { fullProfile, parseProfile } from '../../../care/relief/profile.ts'
import { show, showForm } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { hourOf } from '../medicines/medicine-clock.ts'
import { paths } from '../paths.ts'
import { readDirection, readLateTest } from '../plan/step-direction.tsx'
import { keepUnread, stoppedAnew } from '../record/record-keep.ts'
import { NotKeptPage, StopHerePage } from '../record/record-not-kept.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { DirectionNotKeptPage, DirectionNotNowPage, DirectionPage, readFelt, waysTold } from './programme-direction.tsx'
import { keepEvents } from './programme-keep.tsx'
import { entryOf, running } from './programme-running.tsx'

/** The routes of it for one home. */
export function directionRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.direction, (c) => running(c, home, (record) => askDirection(c, record)))
  app.post(paths.direction, (c) =>
    running(c, home, (record, fields) => takeDirection(c, record, fields), directionTold(c, home)),
  )
  return app
}

const askDirection = (c: Context, record: RecordNow) =>
  !isForDirections(record.state)
    ? show(c, <DirectionNotNowPage record={record} />, 200, 'holdsAnswers')
    : showForm(c, <DirectionPage {...directionProps(record)} entry={record.home.newId()} />)

function takeDirection(c: Context, record: RecordNow, fields: FormFields) {
  const testSent = fields.get('do')?.at(-1) === 'test'
  const props = directionProps(record)
  const page = { ...props, fields, testSent, entry: entryOf(fields, record.home) }
  const shut = !isForDirections(record.state)
  const late = testSent && (shut || !props.test.offered) ? readLateTest(fields, directionOf(record.state), false) : null
  if (late) return keepDirection(c, record, fields, late.direction)
  if (testSent && !shut && !props.test.offered)
    return show(c, <DirectionPage {...page} testSent={false} />, 409, 'holdsAnswers')
  const read = testSent ? readDirection(fields) : readFelt(fields)
  if (shut && (testSent || !read.ok)) return show(c, <DirectionNotNowPage record={record} />, 409, 'holdsAnswers')
  if (!read.ok) return show(c, <DirectionPage {...page} problems={read.problems} />, 422, 'holdsAnswers')
  const direction = typeof read.value === 'string' ? read.value : read.value.direction
  return keepDirection(c, record, fields, direction)
}

/** What went down a leg is answered first, kept or not. */
async function keepDirection(c: Context, record: RecordNow, fields: FormFields, direction: DirectionWord) {
  if (await keepEvents(record, fields, [{ kind: 'directionFound', direction }])) return c.redirect(paths.today, 303)
  const page =
    direction === 'notDone' || direction === 'notSure' || !leavesOut(direction) ? (
      <NotKeptPage home={record.home} />
    ) : (
      <DirectionNotKeptPage {...{ record, direction }} />
    )
  return show(c, page, 409, 'holdsAnswers')
}

/** The same with no programme, or where the record could not be opened, so that nobody knows what it means there: it stops. */
const directionTold = (c: Context, home: CareHome) => async (fields: FormFields) => {
  if (waysTold(fields).length === 0) return null
  const kept = await keepUnread(home, stoppedAnew('legFurther'))
  return show(c, <StopHerePage {...{ home, kept }} why="leg" />, 200, 'holdsAnswers')
}

/** What is known of the direction, and whether the test is for this person now. */
function directionProps({ home, state, profile, events, now }: RecordNow) {
  const direction = directionOf(state)
  const known =
    direction === 'notDone' || direction === 'notSure' ? null : directionSet(direction, profile.pattern).words
  const may = mayMove(state, now)
  if (!may.ok) return { home, known, test: { offered: false, because: may.because } as const }
  const ordered = inOrder(events)
  const check = findLast(ordered, (event) => event.kind === 'checkFinished')
  const plan = findLast(ordered, (event) => event.kind === 'planMade')
  const given = plan?.kind === 'planMade' ? parseProfile(plan.profile) : {}
  const relief = fullProfile(given, check?.kind === 'checkFinished' ? check.answers : {})
  const level = state.lastFull?.level ?? 'urgent'
  const painNow = profile.painNow0to10
  return { home, known, test: directionTestFor({ ...relief, painNow, hour: hourOf(now.at, home), level }) }
}

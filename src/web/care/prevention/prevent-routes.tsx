/**
 * The addresses of prevention. Joins form, rules, record and page; decides nothing. What needs no record is shown without
 * one. Never: puts an answer into an address, or writes the same form down twice.
 */
import { idBeside, isUuid } from '../../../care/evidence/ids.ts'
import { type Context, Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { deskDone } from '../../../care/prevention/desk.ts'
import {
  deskItemIds,
  preventionEvents,
  type WalkDone,
  walkFeelings,
  type Weekday,
  weekdays,
} from '../../../care/prevention/events.ts'
import { isLessonId } from '../../../care/prevention/lessons.ts'
import { closedByRecord, gate, mayBegin } from '../../../care/prevention/gate.ts'
import { liftingLadder } from '../../../care/prevention/lifting.ts'
import { breakSet, warmUpSet } from '../../../care/prevention/small-sets.ts'
import { apart, chosenDays, strengthPlan } from '../../../care/prevention/strength.ts'
import { type TopicId, topics } from '../../../care/prevention/topics.ts'
import { walkToday } from '../../../care/prevention/walk-today.ts'
import { walkingPlan } from '../../../care/prevention/walking.ts'
import { daysBetween } from '../../../care/evidence/calendar.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import type { Standing } from '../../../care/prevention/walk-permission.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { show, showForm } from '../care-page.tsx'
import { type FormFields, readNumber } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NotFoundPage } from '../message-pages.tsx'
import { dayOf } from '../moment.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { sentIn } from '../sent-form.ts'
import { paths } from '../paths.ts'
import { DeskPage, LiftingPage, LiftingWords } from './prevent-daily.tsx'
import { LessonPage, type PreventClosed, PreventPage } from './prevent-hub.tsx'
import { HowSure, Lines } from './prevent-parts.tsx'
import { BreaksPage, breakAdvice, WarmUpPage } from './prevent-sets.tsx'
import { StrengthPage } from './prevent-strength.tsx'
import { WalkingPage } from './prevent-walking.tsx'
import { keepAndGo, keepEvents, type NewEvent } from '../programme/programme-keep.tsx'
import { keep, keepUnread, soreBecause, stoppedAnew } from '../record/record-keep.ts'
import { NotKeptPage, StopHerePage } from '../record/record-not-kept.tsx'
import { eventBase, type RecordNow, recordNow } from '../record/record-now.ts'
import { type Answered, showWithout, withRecord } from '../with-record.tsx'
import { reminderRoutes, remindersOf } from './reminder-routes.tsx'

/** The routes of prevention for one home. */
export function preventRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.prevent, async (c) => {
    const closed = closedNow(await recordNow(home))
    return show(c, <PreventPage {...{ home, closed }} />, 200, closed ? 'holdsAnswers' : '')
  })
  app.get(paths.lessonPattern, async (c) => {
    const id = c.req.param('lesson')
    if (!isLessonId(id)) return show(c, <NotFoundPage home={home} />, 404)
    return show(c, <LessonPage {...{ home, id }} closed={closedNow(await recordNow(home))} />)
  })
  const on = onRecord(home)
  app.get(
    paths.preventWalking,
    on('walking', (c, record) => walking(c, record)),
  )
  app.post(paths.preventWalking, on('walking', takeWalking))
  app.get(
    paths.preventStrength,
    on('strength', (c, record) => strength(c, record)),
  )
  app.post(paths.preventStrength, on('strength', takeStrength))
  app.get(paths.preventBreaks, on('breaks', breaks))
  app.get(paths.preventWarmUp, on('warmUp', warmUp))
  app.get(paths.preventLifting, on('lifting', lifting))
  app.get(paths.preventDesk, async (c) => desk(c, home, await recordNow(home), false))
  app.post(paths.preventDesk, on('desk', takeDesk))
  app.route('/', reminderRoutes(home))
  return app
}

/** Which topics lead to a page that would only say why it is closed. A walk can be noted in a plan that is under way. */
function closedNow(record: RecordNow | null): PreventClosed | null {
  const door = record && closedByRecord(record.state, record.profile, record.now)
  if (!record || !door) return null
  const walks = mayBegin(door) || walkingPlan(mine(record), standingsOf(record), record.now) !== null
  return { door, record, topics: walks ? moving : [...moving, 'walking'] }
}
const moving: readonly TopicId[] = ['strength', 'breaks', 'lifting', 'warmUp']

/** A page of a topic that stands on the record; without one, what can be said without it, help first. */
const onRecord =
  (home: CareHome) =>
  (topic: TopicId, draw: (c: Context, record: RecordNow, fields: FormFields) => Answered) =>
  (c: Context) =>
    withRecord(
      c,
      home,
      (record, fields) => draw(c, record, fields),
      async (fields) => (await badWalk(c, home, fields)) ?? showWithout(c, topicWithout(c, home, topic)),
    )

/** What a topic's page says when no record can be kept here. */
function topicWithout(c: Context, home: CareHome, topic: TopicId) {
  const extra: Partial<Record<TopicId, ComponentChildren>> = {
    breaks: <Lines all={breakAdvice} />,
    lifting: <LiftingWords />,
  }
  return (
    <NeedsRecordPage home={home} title={topics[topic].title} here={c.req.path} sent={sentIn(c)}>
      {extra[topic]}
      <HowSure topic={topics[topic]} />
    </NeedsRecordPage>
  )
}

/* Breaks, the warm-up and lifting: nothing is told there. */

function breaks(c: Context, record: RecordNow) {
  const { state, profile, now } = record
  const page = <BreaksPage record={record} set={breakSet(state, profile, now)} reminders={remindersOf(record)} />
  return show(c, page, 200, 'holdsAnswers')
}

function warmUp(c: Context, record: RecordNow) {
  const { state, profile, now } = record
  return show(c, <WarmUpPage record={record} set={warmUpSet(state, profile, now)} />, 200, 'holdsAnswers')
}

function lifting(c: Context, record: RecordNow) {
  const { state, profile, now } = record
  return show(c, <LiftingPage record={record} ladder={liftingLadder(state, profile, now)} />, 200, 'holdsAnswers')
}

const mine = ({ events }: RecordNow) => preventionEvents(events)

/* Walking. */

function walking(c: Context, record: RecordNow, typed?: FormFields, problems: readonly Problem[] = []) {
  const { home, state, profile, now } = record
  const plan = walkingPlan(mine(record), standingsOf(record), now)
  const page = (
    <WalkingPage
      record={record}
      plan={plan}
      today={plan && walkToday(plan, state, profile, now)}
      form={formId(typed) ?? home.newId()}
      {...(typed && { typed })}
      problems={problems}
    />
  )
  return showForm(c, page, problems)
}

/** While entries cannot be read nothing gets harder from the day they were found: one of them may have been a stop. */
function standingsOf({ standings, state, events, home }: RecordNow): readonly Standing[] {
  const doubt = findLast(events, ({ kind }) => kind === 'unreadable')
  const last = standings.at(-1)
  if (!doubt || !state.fullDue || !last) return standings
  const day = dayOf(doubt.at, home)
  return [
    ...standings.filter((one) => daysBetween(one.day, day) >= 0),
    { ...last, day, against: state.fullDue.because },
  ]
}

/** The id that a form carries for what it writes down, so that sending it twice is once. */
function formId(fields: FormFields | undefined): string | undefined {
  const id = fields?.get('form')?.[0]
  return id && isUuid(id) ? id : undefined
}

async function takeWalking(c: Context, record: RecordNow, fields: FormFields): Promise<Response> {
  const wanted = fields.get('do')?.[0]
  const base = eventBase(record)
  const problems: Problem[] = []
  const whole = (name: string, least: number, most: number): number => {
    const typed = (fields.get(name)?.[0] ?? '').trim()
    const value = readNumber(typed)
    if (value !== undefined && value >= least && value <= most) return value
    problems.push({ field: name, text: `Enter a whole number from ${least} to ${most}` })
    return least
  }
  const told: NotebookEvent[] = []
  if (wanted === 'start') {
    // The page says what comes first, and nothing is begun.
    if (!mayBegin(gate(record.state, record.profile, record.now))) return walking(c, record, fields)
    const [minutesNow, daysNow] = [whole('minutesNow', 0, 180), whole('daysNow', 0, 7)]
    told.push({ ...base, id: formId(fields) ?? base.id, kind: 'walkingStarted', minutesNow, daysNow })
  } else if (wanted === 'end') told.push({ ...base, id: formId(fields) ?? base.id, kind: 'walkingEnded' })
  else if (wanted === 'note') {
    const minutes = whole('minutes', 1, 600)
    const felt = walkFeelings.find((known) => known === fields.get('felt')?.[0])
    if (!felt) problems.push({ field: 'felt', text: 'Choose how it felt' })
    else {
      const walk: WalkDone = { ...base, id: formId(fields) ?? base.id, kind: 'walkDone', minutes, felt }
      told.push(walk, ...raised(record, walk))
    }
  } else problems.push({ field: 'main', text: 'Press one of the buttons' })
  if (problems.length > 0) return walking(c, record, fields, problems)
  const anew = notWrittenYet(record, told)
  if (anew.length === 0) return c.redirect(paths.preventWalking, 303)
  const kept = await keep(record.home, anew)
  if (kept.ok) return c.redirect(paths.preventWalking, 303)
  return (await badWalk(c, record.home, fields)) ?? notKept(c, record.home)
}

/**
 * What a form tells that stands in the record already is not written again. Said otherwise (the browser's Back), or again after
 * a check or a visit when it stops the person, it is: nothing worse may be lost in a form that was sent before.
 */
function notWrittenYet({ events }: RecordNow, told: readonly NotebookEvent[]): readonly NotebookEvent[] {
  const [first, ...stops] = told
  if (!first) return told
  for (let version = 0; version < 16; version += 1) {
    const id = version === 0 ? first.id : idBeside(first.id, 'version', version)
    const at = events.findIndex((event) => event.id === id)
    const before = events[at]
    if (!before) return [{ ...first, id }, ...stops]
    const settled = events.slice(at).some(({ kind }) => kind === 'checkFinished' || kind === 'clinicianCleared')
    if (saysOf(before) === saysOf(first) && !(settled && stops.length > 0)) return []
  }
  return stops
}

/** What an event of walking says. */
const saysOf = (event: NotebookEvent): string =>
  event.kind === 'walkDone'
    ? `${event.minutes} ${event.felt}`
    : event.kind === 'walkingStarted'
      ? `${event.minutesNow} ${event.daysNow}`
      : event.kind

/** A walk that was too much, said though nothing could be written down; null for any other form. */
async function badWalk(c: Context, home: CareHome, fields: FormFields) {
  const felt = fields.get('do')?.[0] === 'note' ? fields.get('felt')?.[0] : undefined
  const why = felt === 'leg' ? 'leg' : felt === 'tooSore' ? 'sore' : null
  if (why === null) return null
  const kept = await keepUnread(
    home,
    why === 'leg' ? stoppedAnew('legFurther') : { kind: 'miniAsked', because: soreBecause },
  )
  return show(c, <StopHerePage {...{ home, why, kept }} />, 200, 'holdsAnswers')
}

const notKept = (c: Context, home: CareHome) => show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')

/**
 * What a bad walk means for the programme: a leg that got worse asks for the full check, and so does the third red day in
 * 7 (evidence.md §6.2); a red walk before that asks for the short one.
 */
function raised(record: RecordNow, walk: WalkDone): readonly NotebookEvent[] {
  const { felt } = walk
  const third = felt === 'tooSore' && walkingPlan([...mine(record), walk], standingsOf(record), record.now)?.seekHelp
  if (felt === 'leg') return [{ ...eventBase(record), ...stoppedAnew('legFurther') }]
  if (third) return [{ ...eventBase(record), ...stoppedAnew('thirdSoreWalk') }]
  if (felt === 'tooSore')
    return [
      { ...eventBase(record), kind: 'miniAsked', because: 'A walk was too sore, so please do the short check again.' },
    ]
  return []
}

/* Strength. */

function strength(c: Context, record: RecordNow, fields?: FormFields, problems: readonly Problem[] = []) {
  const { state, profile, now } = record
  const chosen = chosenDays(mine(record))
  const plan = strengthPlan(state, profile, chosen, now)
  const page = <StrengthPage {...{ record, plan, chosen, problems }} {...(fields && { typed: fields })} />
  return showForm(c, page, problems)
}

async function takeStrength(c: Context, record: RecordNow, fields: FormFields): Promise<Response> {
  const day = (name: string): Weekday | undefined => weekdays.find((one) => String(one) === fields.get(name)?.[0])
  const [first, second] = [day('first'), day('second')]
  if (!first || !second) return strength(c, record, fields, [{ field: 'days', text: 'Choose two days' }])
  if (!apart(first, second))
    return strength(c, record, fields, [{ field: 'days', text: 'Choose two days with at least one day between them' }])
  const chosen: NewEvent = { kind: 'strengthDaysChosen', weekdays: [first, second] }
  return keepAndGo(c, record, fields, [chosen], paths.preventStrength)
}

/* The desk. */

const desk = (c: Context, home: CareHome, record: RecordNow | null, saved: boolean) =>
  show(
    c,
    <DeskPage {...{ home, saved }} done={record && deskDone(mine(record))} breaks={closedNow(record) === null} />,
    200,
    record ? 'holdsAnswers' : '',
  )

async function takeDesk(c: Context, record: RecordNow, fields: FormFields) {
  const { home } = record
  const done = deskItemIds.filter((id) => fields.get('done')?.includes(id))
  if (!(await keepEvents(record, fields, [{ kind: 'deskNoted', done }]))) return notKept(c, home)
  return desk(c, home, await recordNow(home), true)
}

/**
 * The addresses of prevention. Joins form, rules, record and page; decides nothing. What needs no record is shown without
 * one. Never: puts an answer into an address, or writes the same form down twice.
 */
import { isUuid } from '../../../care/evidence/ids.ts'
import { type Context, Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { calendarFile, cancelFile } from '../../../interop/calendar-file.ts'
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
import { type Reminders, reminders } from '../../../care/prevention/reminders.ts'
import { breakSet, warmUpSet } from '../../../care/prevention/small-sets.ts'
import { apart, chosenDays, strengthPlan } from '../../../care/prevention/strength.ts'
import { type TopicId, topics } from '../../../care/prevention/topics.ts'
import { walkToday } from '../../../care/prevention/walk-today.ts'
import { walkingPlan } from '../../../care/prevention/walking.ts'
import { daysBetween } from '../../../care/evidence/calendar.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import type { Standing } from '../../../care/prevention/walk-permission.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { show } from '../care-page.tsx'
import { type FormFields, formFields, readNumber } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NotFoundPage } from '../message-pages.tsx'
import { dayOf } from '../moment.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { paths } from '../paths.ts'
import { DeskPage, LiftingPage, LiftingWords } from './prevent-daily.tsx'
import { LessonPage, type PreventClosed, PreventPage } from './prevent-hub.tsx'
import { HowSure, Lines } from './prevent-parts.tsx'
import { BreaksPage, breakAdvice, WarmUpPage } from './prevent-sets.tsx'
import { StrengthPage } from './prevent-strength.tsx'
import { WalkingPage } from './prevent-walking.tsx'
import { keepEvents, type NewEvent } from '../programme/programme-keep.tsx'
import { keep, keepUnread, soreBecause, stoppedAnew } from '../record/record-keep.ts'
import { NotKeptPage, StopHerePage } from '../record/record-not-kept.tsx'
import { eventBase, type RecordNow, recordNow } from '../record/record-now.ts'
import { kindIn, readReminder } from './reminder-form.tsx'
import { NoCalendarPage, RemindersPage } from './reminder-page.tsx'

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

  /** A page that stands on the record; without one, what can be said without it. */
  const page = (topic: TopicId, here: string, draw: (c: Context, record: RecordNow) => Response | Promise<Response>) =>
    app.get(here, async (c) => {
      const record = await recordNow(home)
      return record ? await draw(c, record) : withoutRecord(c, home, topic, here)
    })
  const post = (
    topic: TopicId,
    here: string,
    take: (c: Context, record: RecordNow, fields: FormFields) => Response | Promise<Response>,
  ) =>
    app.post(here, async (c) => {
      const fields = await formFields(c.req.raw)
      const record = await recordNow(home)
      if (record) return await take(c, record, fields)
      return (await badWalk(c, home, fields)) ?? withoutRecord(c, home, topic, here, 409)
    })

  page('walking', paths.preventWalking, (c, record) => walking(c, record))
  post('walking', paths.preventWalking, takeWalking)
  page('strength', paths.preventStrength, (c, record) => strength(c, record))
  post('strength', paths.preventStrength, takeStrength)
  page('breaks', paths.preventBreaks, (c, record) => {
    const { state, profile, now } = record
    const page = <BreaksPage record={record} set={breakSet(state, profile, now)} reminders={remindersOf(record)} />
    return show(c, page, 200, 'holdsAnswers')
  })
  page('warmUp', paths.preventWarmUp, (c, record) => {
    const { state, profile, now } = record
    return show(c, <WarmUpPage record={record} set={warmUpSet(state, profile, now)} />, 200, 'holdsAnswers')
  })
  page('lifting', paths.preventLifting, (c, record) => {
    const { state, profile, now } = record
    return show(c, <LiftingPage record={record} ladder={liftingLadder(state, profile, now)} />, 200, 'holdsAnswers')
  })

  app.get(paths.preventDesk, async (c) => desk(c, home, await recordNow(home), false))
  app.post(paths.preventDesk, async (c) => {
    const fields = await formFields(c.req.raw)
    const record = await recordNow(home)
    if (!record) return withoutRecord(c, home, 'desk', paths.preventDesk, 409)
    const done = deskItemIds.filter((id) => fields.get('done')?.includes(id))
    if (!(await keepEvents(record, fields, [{ kind: 'deskNoted', done }]))) return notKept(c, home)
    return desk(c, home, await recordNow(home), true)
  })

  app.get(paths.reminders, async (c) => {
    const record = await recordNow(home)
    return record ? remindersPage(c, record) : remindersWithoutRecord(c, home)
  })
  app.post(paths.reminders, async (c) => {
    const fields = await formFields(c.req.raw)
    const record = await recordNow(home)
    return record ? await takeReminder(c, record, fields) : remindersWithoutRecord(c, home, 409)
  })
  const file = (here: string, name: string, write: (all: Reminders, at: EpochMs) => string) =>
    app.get(here, async (c) => {
      const record = await recordNow(home)
      if (!record) return remindersWithoutRecord(c, home, 404)
      const all = remindersOf(record)
      if (all.history.length === 0) return show(c, <NoCalendarPage record={record} />, 404, 'holdsAnswers')
      return c.body(write(all, record.now.at), 200, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      })
    })
  file(paths.remindersCalendar, 'reminders.ics', calendarFile)
  file(paths.remindersCancel, 'reminders-cancelled.ics', cancelFile)
  return app
}

/** Which topics lead to a page that would only say why it is closed. A walk can be noted in a plan that is under way. */
function closedNow(record: RecordNow | null): PreventClosed | null {
  const door = record && closedByRecord(record.state, record.profile, record.now)
  if (!record || !door) return null
  const walks = mayBegin(door) || walkingPlan(mine(record), standingsOf(record), record.now) !== null
  return { door, state: record.state, topics: walks ? moving : [...moving, 'walking'] }
}
const moving: readonly TopicId[] = ['strength', 'breaks', 'lifting', 'warmUp']

const mine = ({ events }: RecordNow) => preventionEvents(events)
const remindersOf = (record: RecordNow): Reminders => reminders(mine(record))

/** What the topic's page says when no record can be kept here. */
function withoutRecord(c: Context, home: CareHome, topic: TopicId, here: string, status: 200 | 409 = 200) {
  const extra: Partial<Record<TopicId, ComponentChildren>> = {
    breaks: <Lines all={breakAdvice} />,
    lifting: <LiftingWords />,
  }
  const page = (
    <NeedsRecordPage home={home} title={topics[topic].title} here={here}>
      {extra[topic]}
      <HowSure topic={topics[topic]} />
    </NeedsRecordPage>
  )
  return show(c, page, status)
}
const remindersWithoutRecord = (c: Context, home: CareHome, status: 200 | 404 | 409 = 200) =>
  show(c, <NeedsRecordPage home={home} title="Reminders" here={paths.reminders} />, status)

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
  return show(c, page, problems.length > 0 ? 422 : 200, 'holdsAnswers')
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
  } else problems.push({ field: 'minutes', text: 'Press one of the buttons' })
  if (problems.length > 0) return walking(c, record, fields, problems)
  const again = told[0] && record.events.some(({ id }) => id === told[0]?.id)
  if (again) return c.redirect(paths.preventWalking, 303)
  const kept = await keep(record.home, told)
  if (kept.ok) return c.redirect(paths.preventWalking, 303)
  return (await badWalk(c, record.home, fields)) ?? notKept(c, record.home)
}

/** A walk that was too much, said though nothing could be written down; null for any other form. */
async function badWalk(c: Context, home: CareHome, fields: FormFields) {
  const felt = fields.get('do')?.[0] === 'note' ? fields.get('felt')?.[0] : undefined
  const why = felt === 'leg' ? 'leg' : felt === 'tooSore' ? 'sore' : null
  if (why === null) return null
  const kept = await keepUnread(home, why === 'leg' ? stoppedAnew : { kind: 'miniAsked', because: soreBecause })
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
  if (felt === 'leg' || third) return [{ ...eventBase(record), kind: 'stopped', sign: 'newSymptom' }]
  if (felt === 'tooSore')
    return [
      { ...eventBase(record), kind: 'miniAsked', because: 'A walk was too sore, so please do the short check again.' },
    ]
  return []
}

/* Strength. */

function strength(c: Context, record: RecordNow, problems: readonly Problem[] = []) {
  const { state, profile, now } = record
  const chosen = chosenDays(mine(record))
  const plan = strengthPlan(state, profile, chosen, now)
  const page = <StrengthPage record={record} plan={plan} chosen={chosen} problems={problems} />
  return show(c, page, problems.length > 0 ? 422 : 200, 'holdsAnswers')
}

async function takeStrength(c: Context, record: RecordNow, fields: FormFields): Promise<Response> {
  const day = (name: string): Weekday | undefined => weekdays.find((one) => String(one) === fields.get(name)?.[0])
  const [first, second] = [day('first'), day('second')]
  if (!first || !second) return strength(c, record, [{ field: 'days', text: 'Choose two days' }])
  if (!apart(first, second))
    return strength(c, record, [{ field: 'days', text: 'Choose two days with at least one day between them' }])
  const kept = await keepEvents(record, fields, [{ kind: 'strengthDaysChosen', weekdays: [first, second] }])
  return kept ? c.redirect(paths.preventStrength, 303) : notKept(c, record.home)
}

/* Desk and reminders. */

const desk = (c: Context, home: CareHome, record: RecordNow | null, saved: boolean) =>
  show(
    c,
    <DeskPage {...{ home, saved }} done={record && deskDone(mine(record))} breaks={closedNow(record) === null} />,
    200,
    record ? 'holdsAnswers' : '',
  )

function remindersPage(c: Context, record: RecordNow, typed?: FormFields, problems: readonly Problem[] = []) {
  const page = (
    <RemindersPage record={record} reminders={remindersOf(record)} {...(typed && { typed })} problems={problems} />
  )
  return show(c, page, problems.length > 0 ? 422 : 200, 'holdsAnswers')
}

async function takeReminder(c: Context, record: RecordNow, fields: FormFields): Promise<Response> {
  const wanted = fields.get('do')?.[0]
  const what = kindIn(fields)
  const unknown = () => remindersPage(c, record, undefined, [{ field: 'main', text: 'Press one of the buttons' }])
  let event: NewEvent
  if (wanted === 'cancelAll') event = { kind: 'reminderCancelled', what: 'all' }
  else if (wanted === 'wording')
    event = { kind: 'reminderWording', wording: fields.get('wording')?.[0] === 'move' ? 'move' : 'hidden' }
  else if (!what) return unknown()
  else if (wanted === 'cancel') event = { kind: 'reminderCancelled', what }
  else if (wanted === 'set') {
    const read = readReminder(what, fields)
    if (!read.ok) return remindersPage(c, record, fields, read.problems)
    event = { kind: 'reminderSet', ...read.value }
  } else return unknown()
  return (await keepEvents(record, fields, [event])) ? c.redirect(paths.reminders, 303) : notKept(c, record.home)
}

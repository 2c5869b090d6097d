/**
 * The addresses of a guided session: begin, play, too sore, how it went, what was decided. On the device only, since it
 * reads and writes the record. Joins forms, pure functions and pages; decides nothing.
 * Never: drops what a person told about their leg, whatever has become of the session meanwhile.
 */
import { type Context, Hono } from 'hono'
import { movementProfileAt } from '../../../care/record/person.ts'
import { endOf, type SessionBegun, sessionBegun, sessionUnderWay } from '../../../care/player/session-begun.ts'
import { hasJumped } from '../../../care/programme/decide.ts'
import type { LegAnswer, MovementDone, Score, SessionDone } from '../../../care/programme/events.ts'
import { isRedPain, legSpread } from '../../../care/programme/pain-lights.ts'
import { phases } from '../../../care/programme/phases.ts'
import { mayMove } from '../../../care/programme/screening.ts'
import { makeSession } from '../../../care/programme/session.ts'
import type { SessionItem } from '../../../care/programme/session-item.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { legAnswers } from '../../ui/player.tsx'
import { show } from '../care-page.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NeedsRecordPage } from '../needs-record.tsx'
import { sentIn } from '../sent-form.ts'
import { paths } from '../paths.ts'
import { openBy } from '../plan/plan-now.tsx'
import { keepEvents, keepOnce } from '../programme/programme-keep.tsx'
import { keep, keepUnread, soreBecause, stoppedAnew } from '../record/record-keep.ts'
import { NotKeptPage, StopHerePage } from '../record/record-not-kept.tsx'
import { eventBase, type RecordNow, recordNow } from '../record/record-now.ts'
import { BeginSessionPage, minuteChoices, nearestMinutes, NoSessionPage, SessionOverPage } from './session-begin.tsx'
import { SessionDonePage } from './session-done.tsx'
import { readFinish, scoreOf } from './session-finish.tsx'
import { LeaveOutPage, SessionPage, TooSorePage } from './session-play.tsx'
import { slotsOf } from './session-slots.ts'

/** The routes of sessions for one home. */
export function sessionRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.session, (c) => withRecord(c, home, (record) => begin(c, record)))
  app.post(paths.session, (c) => withRecord(c, home, (record, fields) => begun(c, record, fields)))
  app.get(paths.sessionPlayerPattern, (c) =>
    withRecord(c, home, (record) => play(c, record, c.req.param('session') ?? '')),
  )
  app.post(paths.sessionPlayerPattern, (c) =>
    withRecord(c, home, (record, fields) => told(c, record, c.req.param('session') ?? '', fields)),
  )
  app.get(paths.sessionEndedPattern, (c) =>
    withRecord(c, home, (record) => {
      const one = sessionBegun(record.events, c.req.param('session') ?? '')
      const end = one && endOf(record.events, one)
      if (!end)
        return show(
          c,
          <SessionOverPage home={home} known={one !== null} open={mayMove(record.state, record.now).ok} />,
          one ? 200 : 404,
          'holdsAnswers',
        )
      const mayRelax = openBy(record).relax !== 'closed'
      const decisions = record.state.decisions.filter(({ after, at }) => after === 'session' && at === end.at)
      return show(c, <SessionDonePage {...{ record, end, decisions, mayRelax }} />, 200, 'holdsAnswers')
    }),
  )
  return app
}

type Answered = Response | Promise<Response>
async function withRecord(
  c: Context,
  home: CareHome,
  draw: (record: RecordNow, fields: FormFields) => Answered,
): Promise<Response> {
  const fields: FormFields = c.req.method === 'POST' ? await formFields(c.req.raw) : new Map()
  const record = await recordNow(home)
  if (record) return draw(record, fields)
  const stop = await stopUnread(c, home, fields)
  if (stop) return stop
  const page = (
    <NeedsRecordPage home={home} title="Your session" here={paths.session} sent={sentIn(c)}>
      <p>A session is made for you from your check and your plan. It guides you with a figure, a number and words.</p>
      <p>
        You can <a href={paths.relax}>relax with a guide</a> without it.
      </p>
    </NeedsRecordPage>
  )
  return show(c, page, c.req.method === 'POST' ? 409 : 200)
}

interface BeginExtras {
  readonly problems?: readonly Problem[]
  readonly fields?: FormFields
  readonly jumpedFrom?: number | null
}
function begin(c: Context, record: RecordNow, extras: BeginExtras = {}) {
  const { state, now, events } = record
  const allowed = mayMove(state, now)
  if (!allowed.ok)
    return show(
      c,
      <NoSessionPage record={record} refused={allowed} sent={extras.fields ?? new Map()} />,
      200,
      'holdsAnswers',
    )
  const chosen = scoreOf(extras.fields?.get('pain')?.at(-1))
  const profile = chosen === null ? record.profile : movementProfileAt(events, now, chosen)
  const minutes = minutesIn(extras.fields) ?? nearestMinutes(phases[state.phase].usualMinutes)
  const likely = makeSession(state, profile, minutes, now)
  if (likely.kind === 'none') throw new Error('a session refused though moving is allowed')
  const underWay = sessionUnderWay(events, state, now)
  const page = <BeginSessionPage {...{ record, likely, underWay, ...extras }} />
  return show(c, page, (extras.problems?.length ?? 0) > 0 ? 422 : 200, 'holdsAnswers')
}

const minutesIn = (fields: FormFields | undefined) =>
  minuteChoices.find((one) => String(one) === fields?.get('minutes')?.at(-1))

async function begun(c: Context, record: RecordNow, fields: FormFields) {
  const { home, state, now, events } = record
  if (!mayMove(state, now).ok) return begin(c, record, { fields })
  const problems: Problem[] = []
  const painNow0to10 = scoreOf(fields.get('pain')?.at(-1))
  if (painNow0to10 === null) problems.push({ field: 'pain', text: 'Your pain: choose a number, or Not sure' })
  const jumped = typeof painNow0to10 === 'number' && hasJumped(state, painNow0to10)
  // Only a look at the list; but a jump is asked about at once, whatever was pressed.
  if (fields.get('do')?.at(-1) === 'look' && !jumped) return begin(c, record, { fields })
  const minutes = minutesIn(fields)
  if (minutes === undefined) problems.push({ field: 'minutes', text: 'Choose how many minutes you have' })
  if (painNow0to10 === null || minutes === undefined) return begin(c, record, { problems, fields })
  // A jump without a clear reason stops everything until a full check (evidence.md §6.2), here as in the morning.
  if (painNow0to10 !== 'notSure' && hasJumped(state, painNow0to10)) {
    const cause = fields.get('cause')?.at(-1)
    const jumpedFrom = state.readings.at(-1)?.pain ?? null
    if (cause === undefined) {
      const text = 'Your pain has jumped. Say if there is a clear reason'
      return begin(c, record, { problems: [{ field: 'cause', text }], fields, jumpedFrom })
    }
    if (cause !== 'yes') {
      const kept = await keepEvents(record, fields, [stoppedAnew('painJump')])
      // Which now says why there is no session, and leads to the full check.
      if (kept) return c.redirect(paths.session, 303)
      return show(c, <StopHerePage home={home} why="jump" kept={false} />, 200, 'holdsAnswers')
    }
  }
  const made = makeSession(state, movementProfileAt(events, now, painNow0to10), minutes, now)
  if (made.kind === 'none') return begin(c, record)
  const wanted = { kind: 'sessionBegun', painNow0to10, minutes, items: made.items.map(frozen) } as const
  // One that is over already is not gone back to: the same form then begins another.
  const posted = fields.get('entry')?.[0] ?? ''
  const over = sessionBegun(events, posted) !== null && sessionUnderWay(events, state, now)?.id !== posted
  const id = await keepOnce(record, over ? new Map() : fields, [wanted])
  if (id === null) return show(c, <NotKeptPage home={home} />, 409, 'holdsAnswers')
  return c.redirect(paths.sessionPlayer(id), 303)
}

const frozen = ({ card, movement, dose, range, headStill, half, insteadOf }: SessionItem) => ({
  card,
  movement,
  dose,
  range,
  headStill,
  half,
  ...(insteadOf && { insteadOf }),
})

/** The session to play, or what has become of it. */
function play(c: Context, record: RecordNow, id: string) {
  const { home, events, state, now } = record
  const one = sessionBegun(events, id)
  if (!one)
    return show(
      c,
      <SessionOverPage home={home} known={false} open={mayMove(record.state, record.now).ok} />,
      404,
      'holdsAnswers',
    )
  if (endOf(events, one)) return c.redirect(paths.sessionEnded(id), 303)
  if (sessionUnderWay(events, state, now)?.id !== id) {
    const allowed = mayMove(state, now)
    const page = allowed.ok ? (
      <SessionOverPage home={home} known open />
    ) : (
      <NoSessionPage record={record} refused={allowed} />
    )
    return show(c, page, 200, 'holdsAnswers')
  }
  return show(c, <SessionPage home={home} begun={one} slots={slotsOf(one, record)} />, 200, 'holdsAnswers')
}

/** Something was told: too sore, the leg, or how it all went. */
async function told(c: Context, record: RecordNow, id: string, fields: FormFields) {
  const { home, events } = record
  const one = sessionBegun(events, id)
  // Its record was erased meanwhile: what was told stops all the same.
  const stop = one ? null : await stopUnread(c, home, fields)
  if (stop) return stop
  if (!one)
    return show(
      c,
      <SessionOverPage home={home} known={false} told open={mayMove(record.state, record.now).ok} />,
      404,
      'holdsAnswers',
    )
  const end = endOf(events, one)
  if (end)
    return (
      (await worseThan(c, home, end, fields)) ??
      c.redirect(fields.get('next') ? paths.stop : paths.sessionEnded(id), 303)
    )
  const slots = slotsOf(one, record)
  const index = Number(fields.get('item')?.at(-1) ?? Number.NaN)
  const slot = slots[index]
  const sore = fields.get('do')?.at(-1)
  if (slot && sore === 'tooSore')
    return show(c, <TooSorePage {...{ home, session: id, item: String(index) }} />, 200, 'holdsAnswers')
  if (slot && sore === 'soreLeg') {
    const leg = legIn(fields)
    if (!leg) return legMissing(c, { home, session: id, item: String(index) })
    if (legSpread(leg)) return ended(c, record, one, { leg, movements: soreOnly(one, index) })
    // Closed meanwhile, there is no next one to go on with.
    if (sessionUnderWay(events, record.state, record.now)?.id !== id) return play(c, record, id)
    return show(c, <LeaveOutPage {...{ home, begun: one, slot, index }} />, 200, 'holdsAnswers')
  }
  const read = readFinish(one, fields)
  if (!read.ok) {
    const page = <SessionPage {...{ home, begun: one, slots, problems: read.problems, fields }} />
    return show(c, page, 422, 'holdsAnswers')
  }
  const { movements, leg } = read.value
  // Nothing was done and nothing went wrong: there is no session to count.
  if (movements.every(({ done }) => done === 'skipped') && !legSpread(leg)) return c.redirect(paths.today, 303)
  // Something new or worse ended it: that is told next, on its own page.
  const next = fields.get('next')?.at(-1) === 'stop' ? paths.stop : undefined
  return ended(c, record, one, read.value, next)
}

/** Only the one that was stopped is known; the others were not asked about. */
const soreOnly = ({ items }: SessionBegun, index: number): readonly MovementDone[] =>
  items.map(({ card, movement }, place) => ({
    card,
    movement,
    peak0to10: 'notSure',
    done: place === index ? 'tooSore' : 'skipped',
  }))

async function ended(
  c: Context,
  record: RecordNow,
  { id, day, painNow0to10 }: SessionBegun,
  what: { readonly leg: LegAnswer; readonly movements: readonly MovementDone[]; readonly effort0to10?: Score },
  next = paths.sessionEnded(id),
) {
  const { leg, movements, effort0to10 = 'notSure' } = what
  const event: SessionDone = {
    ...eventBase(record),
    // Over midnight too, a session is of the day on which it began.
    day,
    kind: 'sessionDone',
    session: id,
    painBefore0to10: painNow0to10,
    effort0to10,
    leg,
    movements,
  }
  const kept = await keep(record.home, [event])
  if (kept.ok) return c.redirect(next, 303)
  return stopAfter(c, record.home, leg, movements) ?? show(c, <NotKeptPage home={record.home} />, 409, 'holdsAnswers')
}

/**
 * The end of a session told again, worse: after Back, or in another tab. The first end stands, and what it did not say stops all
 * the same; null where it says no worse.
 */
async function worseThan(c: Context, home: CareHome, { leg, movements }: SessionDone, fields: FormFields) {
  const why = stopIn(fields)
  const isKnown = legSpread(leg) || (why === 'sore' && movements.some(({ done }) => done === 'tooSore'))
  return why === null || isKnown ? null : stopped(c, home, why)
}

/** The same where the record cannot be read, or does not hold the session any more: what was told is handed on to be held back. */
async function stopUnread(c: Context, home: CareHome, fields: FormFields) {
  const why = stopIn(fields) ?? painIn(fields)
  if (why) return stopped(c, home, why)
  // One was too sore: its leg is asked until it is answered.
  const session = c.req.param('session')
  const isAsked = session !== undefined && fields.get('do')?.at(-1) === 'soreLeg' && legIn(fields) === undefined
  return isAsked ? legMissing(c, { home, session, item: fields.get('item')?.at(-1) ?? '' }) : null
}

const legIn = (fields: FormFields): LegAnswer | undefined =>
  legAnswers.find(({ value }) => value === fields.get('leg')?.at(-1))?.value

function legMissing(c: Context, page: { readonly home: CareHome; readonly session: string; readonly item: string }) {
  const problems = [{ field: 'leg', text: 'Your leg: choose an answer, or Not sure' }]
  return show(c, <TooSorePage {...page} problems={problems} />, 422, 'holdsAnswers')
}

/** What a form of a session tells that stops all movements, by the form alone. */
function stopIn(fields: FormFields): 'leg' | 'sore' | null {
  const leg = legIn(fields)
  if (leg && legSpread(leg)) return 'leg'
  const isSore = [...fields].some(
    ([name, values]) => (name === 'do' || name.startsWith('done.')) && values.at(-1) === 'tooSore',
  )
  return isSore ? 'sore' : null
}

/** Of its pain where nobody can compare it: a jump that was asked about, or red pain, before it or in it. */
function painIn(fields: FormFields): 'jump' | 'sore' | null {
  const cause = fields.get('cause')?.at(-1)
  if (cause !== undefined && cause !== 'yes') return 'jump'
  const pains = ['pain', 'worst'].map((name) => scoreOf(fields.get(name)?.at(-1)))
  return pains.some((pain) => typeof pain === 'number' && isRedPain(pain)) ? 'sore' : null
}

const closing = {
  leg: stoppedAnew('legFurther'),
  jump: stoppedAnew('painJump'),
  sore: { kind: 'miniAsked', because: soreBecause },
} as const

async function stopped(c: Context, home: CareHome, why: keyof typeof closing) {
  const kept = await keepUnread(home, closing[why])
  return show(c, <StopHerePage {...{ home, why, kept }} />, 200, 'holdsAnswers')
}

/** What a session told that stops all movements, said though nothing could be written down; null when it told of nothing. */
function stopAfter(c: Context, home: CareHome, leg: LegAnswer, movements: readonly MovementDone[]) {
  const why = legSpread(leg) ? 'leg' : movements.some(({ done }) => done === 'tooSore') ? 'sore' : null
  return why && show(c, <StopHerePage {...{ home, why }} kept={false} />, 200, 'holdsAnswers')
}

/**
 * The addresses of the check. The same code in both homes: on the server a post answers with the next screen and nothing
 * is kept; on the device a post keeps a draft and leads to an address of its own, so that Back, reload and two tabs work.
 * Joins form, flow and page; decides nothing. Never puts an answer into an address.
 */
import { daysBetween } from '../../../care/evidence/calendar.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import { type Context, Hono } from 'hono'
import { type HomeTold, holdsPrivate, homeTold, withoutPrivate } from '../../../care/check/private.ts'
import { freeTexts, writtenIn } from '../../../care/check/reconcile-free-text.ts'
import type { Answers } from '../../../care/check/types.ts'
import { listenTo, show } from '../care-page.tsx'
import {
  alreadyEmergency,
  type Answered,
  answerFor,
  answerScreen,
  type CheckView,
  goBack,
  viewOf,
} from './check-flow.ts'
import { beginTrail, recordAskedSince } from './begin-trail.ts'
import {
  apartFrom,
  apartNotice,
  beginUnsaid,
  ForWhomPage,
  holdsARecord,
  isOfSomebodyAnsweredFor,
  ofTheRecord,
  WhoWasIt,
  withoutRecord,
} from './check-apart.tsx'
import { beginToTell, MorePage, takeMore } from './check-more.tsx'
import { aboveQuestions, withoutLocksOf } from './above-questions.tsx'
import { EarlierDanger, HeldResultPage, OlderResultPage } from './check-held.tsx'
import { ResultPage } from './check-result.tsx'
import { CheckScreen } from './check-screen.tsx'
import { ConfirmChange } from './check-confirm.tsx'
import { SummaryPage } from './check-summary.tsx'
import { keepCheck, readDraft } from './keep-check.ts'
import { HomeHelpPage } from './home-help.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { DraftGonePage, TrailTroublePage } from '../message-pages.tsx'
import { momentOf } from '../moment.ts'
import { lockOf } from '../../../care/programme/state.ts'
import { type RecordNow, loadRecordOrLocked } from '../record/record-now.ts'
import { paths } from '../paths.ts'
import { contradictionsIn, heldAgainst, settle } from './held-answers.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { readPostedTrail } from './read-trail.ts'
import { answersOf, forCarrying, forKeeping, type Trail } from './trail.ts'

/** What a page says when an update made some answers unknown. */
const updated = 'We have updated the check since you started. We will ask some questions again.'

/** What a page says when the device's store refuses (full, or shut by the browser). The form itself holds the answers. */
const notKept =
  'We could not keep this on your device. It may be full. Carry on: this page holds your answers. Print or copy your summary at the end.'

/** The routes of the check for one home. */
export function checkRoutes(home: CareHome): Hono {
  const app = new Hono()

  app.get(paths.check, async (c) => {
    const stopped = await home.checkToCarryOn?.()
    return present(c, home, await beginUnsaid(home), { notice: home.startNotice?.(), stopped })
  })

  app.post(paths.check, (c) => take(c, home))
  app.post(paths.checkScreenPattern, (c) => take(c, home))

  app.get(paths.checkScreenPattern, async (c) => {
    const trail = await readDraft(home, c.req.param('check'))
    if (!trail) return show(c, <DraftGonePage home={home} />, 404)
    const steps = Number(c.req.param('screen')) - 1
    // Another tab went back: the furthest screen there is.
    if (steps > trail.steps.length || steps < 0)
      return c.redirect(paths.checkScreen(trail.id, trail.steps.length + 1), 303)
    // An earlier screen of the same check (the browser's Back): as it was, filled in with what was answered.
    return present(c, home, stepsBack(trail, steps))
  })

  app.post(paths.summary, async (c) => {
    const read = readPostedTrail(await formFields(c.req.raw), protocolVersion)
    if (!read.ok) return show(c, <TrailTroublePage home={home} trouble={read} />, 422, 'holdsAnswers')
    return summary(c, home, read.value)
  })

  app.get(paths.checkSummaryPattern, async (c) => {
    const trail = await readDraft(home, c.req.param('check'))
    return trail ? summary(c, home, trail) : show(c, <DraftGonePage home={home} />, 404)
  })
  return app
}

/**
 * A new check that knows these answers already, such as a danger sign told to the programme. Each call begins another one,
 * so an old page cannot put a check back to its beginning. Leads to its next screen, or to its result.
 */
export async function beginCheckWith(c: Context, home: CareHome, answers: Answers) {
  const trail = await beginTrail(home)
  if (Object.keys(answers).length === 0) return c.redirect(paths.check, 303)
  const begun = forKeeping({ ...trail, steps: [{ answers, single: [] }] })
  const stored = await keepCheck(home, begun)
  return stored ? c.redirect(paths.checkScreen(begun.id, 2), 303) : present(c, home, begun)
}

/** One posted screen, or "back", "keep", "change". */
async function take(c: Context, home: CareHome) {
  const fields = await formFields(c.req.raw)
  const read = readPostedTrail(fields, protocolVersion)
  if (!read.ok) return show(c, <TrailTroublePage home={home} trouble={read} />, 422, 'holdsAnswers')
  const trail = read.value
  listenTo(c, [writtenIn(answersOf(trail)), ...typedIn(fields)].join('\n'))
  const notice = read.forgotten.length > 0 ? updated : undefined
  const kept = await readDraft(home, trail.id)
  const pressed = fields.get('do')?.at(-1)
  const askForWhom = (isUnread = false) =>
    show(c, <ForWhomPage {...{ home, trail, fields, isUnread }} action={c.req.path} />, 200, 'holdsAnswers')
  const held = pressed === 'other' ? await holdsARecord(home) : 'no'
  if (held !== 'no') return askForWhom(held === 'unread')
  if (pressed === 'apart' || pressed === 'apartMe')
    return present(c, withoutRecord(home), apartFrom(home, pressed === 'apart' ? 'other' : 'me', fields))
  // For themselves after all: begun anew, so that it is younger than all that the record holds.
  if (pressed === 'me' && trail.apart) return present(c, home, answerFor(await beginUnsaid(home), pressed, fields))
  // What was said of safety at home is not held against anything said later.
  const before: Answers = kept ? withoutPrivate({ ...kept.was, ...answersOf(kept) }) : {}
  if (pressed === 'more' || pressed === 'told') return tellMore(c, home, trail, fields, before)
  const applied = apply(trail, fields, before)
  const answered = applied.ok ? applied : (alreadyEmergency(trail, fields, before) ?? applied)
  if (!answered.ok) return present(c, home, trail, { answered, fields, notice })
  const told = fields.get('do')?.at(-1) === 'danger' ? 'danger' : homeTold(answersOf(answered.value))
  if (answered.value.unsaid && told === null && !isEmergency(answered.value) && (await isOfSomebodyAnsweredFor(home)))
    return askForWhom()
  const whole = kept ? { ...answered.value, changed: mergedChanges(kept, answered.value) } : answered.value
  const longer = forCarrying(whole)
  const stored = await keepCheck(home, longer)
  if (told) return homeHelp(c, home, longer, told)
  const full = home.notebook && !stored ? notKept : undefined
  // A notice must be seen, so it is not lost in a redirect; and words that may not be kept live in this page alone.
  if (!stored || notice || holdsPrivate(answersOf(longer))) return present(c, home, longer, { notice: notice ?? full })
  return c.redirect(paths.checkScreen(longer.id, longer.steps.length + 1), 303)
}

/** What is written in this form, whatever else is wrong with it. */
const typedIn = (fields: FormFields): readonly string[] => freeTexts.flatMap((id) => fields.get(`q.${id}`) ?? [])

/** "Add more for the doctor or nurse", after a result: its form, and what was told in it. */
async function tellMore(c: Context, home: CareHome, trail: Trail, fields: FormFields, before: Answers) {
  const adding = fields.get('do')?.at(-1) === 'told'
  const told = adding ? takeMore(trail, fields) : beginToTell(trail)
  const disclosed = homeTold(answersOf(told.trail))
  const longer = forCarrying(heldAgainst(told.trail, before))
  const address = paths.checkScreen(longer.id, longer.steps.length + 1)
  const stored = adding && (await keepCheck(home, longer))
  const notice = home.notebook && adding && !stored ? notKept : undefined
  if (disclosed) return homeHelp(c, home, longer, disclosed)
  const action = home.notebook ? address : paths.check
  if (told.kind === 'result' || viewOf(longer).kind !== 'result')
    return stored ? c.redirect(address, 303) : present(c, home, longer, { notice })
  const wrong = told.page.problems.length > 0
  const page = <MorePage {...{ home, action }} trail={longer} page={told.page} typed={wrong ? fields : undefined} />
  return show(c, page, wrong ? 422 : 200, 'holdsAnswers')
}

/**
 * What the pressed button does to the trail.
 * @param told what this check was told elsewhere; what is softer waits for a second word, whichever button was pressed
 */
function apply(trail: Trail, fields: FormFields, told: Answers): Answered {
  const held = (value: Trail, against = told): Answered => ({ ok: true, value: heldAgainst(value, against) })
  const pressed = fields.get('do')?.at(-1)
  switch (pressed) {
    // From the page of help in private: on to what comes next, or help for danger now.
    case 'on':
    case 'danger':
      return held(trail)
    case 'me':
    case 'other':
      return held(answerFor(trail, pressed, fields))
    case 'them':
    case 'own':
      return held(ofTheRecord(trail, pressed === 'them' ? 'other' : 'me', fields))
    case 'back':
      return held(goBack(trail))
    case 'keep':
      return held(settle(trail, pressed))
    case 'change':
      return held(settle(trail, pressed), { ...told, ...settledIn(trail, told) })
    default:
      return answerScreen(trail, fields, pressed === 'skip', told)
  }
}

/** The changes that a second word settles: only of what was told just so. What is worse elsewhere stays held. */
const settledIn = (trail: Trail, told: Answers): Answers =>
  Object.fromEntries(
    contradictionsIn(trail).flatMap(({ question: { id }, told: from, now }) =>
      JSON.stringify(told[id]) === JSON.stringify(from) ? [[id, now]] : [],
    ),
  )

/** Help in private, in answer to this form alone: it has no address, so neither Back nor a reload leads to it. */
function homeHelp(c: Context, home: CareHome, trail: Trail, told: HomeTold) {
  const action = home.notebook ? paths.checkScreen(trail.id, trail.steps.length + 1) : paths.check
  return show(c, <HomeHelpPage {...{ home, trail, told, action }} />, 200, 'holdsAnswers')
}

interface Trouble {
  readonly answered?: Extract<Answered, { ok: false }>
  readonly fields?: FormFields
  readonly notice?: string | undefined
  /** Where an earlier check goes on that was left half-way: offered above the questions. */
  readonly stopped?: string | null | undefined
}

/** The page for a trail. */
async function present(c: Context, home: CareHome, trail: Trail, { answered, fields, notice, stopped }: Trouble = {}) {
  const view = viewOf(trail)
  listenTo(c, calls999(view) ? '' : [writtenIn(answersOf(trail)), ...(fields ? typedIn(fields) : [])].join('\n'))
  const action = home.notebook ? paths.checkScreen(trail.id, trail.steps.length + 1) : paths.check
  const common = { home, trail, action }
  switch (view.kind) {
    case 'confirm':
      return show(c, <ConfirmChange {...common} view={view} />, 200, 'holdsAnswers')
    case 'result': {
      const programmeDay = await dayOfProgramme(home)
      const record = await recordHeldBefore(home, trail.id)
      const calm = view.result.level === 'soon' || view.result.level === 'self-care'
      if (record && calm && lockOf(record.state) === 'locked') {
        const held = { home, record, notice, check: trail.id, lastScreen: trail.steps.length }
        return show(c, <HeldResultPage {...held} />, 200, 'holdsAnswers')
      }
      const askedSince = calm ? await recordAskedSince(home, trail) : null
      if (askedSince) {
        const page = <OlderResultPage {...{ home, notice }} record={askedSince} check={trail.id} />
        return show(c, page, 200, 'holdsAnswers')
      }
      const before = record && <EarlierDanger record={record} />
      const asksWhose = !record && isEmergency(trail) && trail.unsaid && (await isOfSomebodyAnsweredFor(home))
      const page = (
        <ResultPage
          {...common}
          {...{ before, programmeDay }}
          last={asksWhose && <WhoWasIt />}
          notice={notice ?? (trail.apart && apartNotice(trail))}
          result={view.result}
          answers={view.answers}
        />
      )
      return show(c, page, 200, 'holdsAnswers')
    }
    case 'screen': {
      const problems = answered && { problems: answered.problems, canSkip: answered.canSkip }
      const counts = view.number === 1 && !trail.apart && (await holdsARecord(home)) === 'yes'
      const isTheirs = view.number === 1 && trail.unsaid && (await isOfSomebodyAnsweredFor(home))
      const page = (
        <CheckScreen
          {...common}
          {...{ view, notice, counts }}
          isTheirs={isTheirs === true}
          before={await aboveQuestions(home, trail, stopped)}
          {...problems}
          {...(answered && fields && { typed: fields })}
        />
      )
      return show(c, page, answered ? 422 : 200, 'holdsAnswers')
    }
    default:
      throw new Error(`unhandled view ${view satisfies never}`)
  }
}

/** Is it one already? Then nothing is asked before it. */
function isEmergency(trail: Trail): boolean {
  const view = viewOf(trail)
  return view.kind === 'result' && view.result.level === 'emergency'
}

/** Says the page itself to call 999 first? Then nothing need stand above that. */
const calls999 = (view: CheckView): boolean => view.kind === 'result' && view.result.routes[0] === '999'

function summary(c: Context, home: CareHome, trail: Trail) {
  const view = viewOf({ ...trail, pending: {} })
  if (view.kind !== 'result') return present(c, home, trail)
  listenTo(c, writtenIn(answersOf(trail)))
  const page = <SummaryPage home={home} trail={trail} result={view.result} answers={view.answers} />
  return show(c, page, 200, 'holdsAnswers')
}

/** The record with what checks before this one have closed; null where nothing of it still counts. */
async function recordHeldBefore(home: CareHome, check: string): Promise<RecordNow | null> {
  const record = await loadRecordOrLocked(home)
  const others = record && withoutLocksOf(record, check)
  return others && others.state.locks.length > 0 ? others : null
}

/** How many days after its trouble began the programme on this device is; null: none, or nothing is kept. */
async function dayOfProgramme(home: CareHome): Promise<number | null> {
  try {
    const begun = findLast((await home.notebook?.all()) ?? [], ({ kind }) => kind === 'programmeStarted')
    if (begun?.kind !== 'programmeStarted') return null
    return Math.max(0, daysBetween(begun.episodeDay, momentOf(home).day))
  } catch {
    return null
  }
}

/** The trail as it was after this many steps, remembering what came after. */
function stepsBack(trail: Trail, steps: number): Trail {
  if (trail.steps.length <= steps) return trail
  return stepsBack(goBack(trail), steps)
}

/** Changes logged in either of two tabs, each once. */
function mergedChanges(kept: Trail, mine: Trail): Trail['changed'] {
  const seen = new Set(mine.changed.map((change) => JSON.stringify(change)))
  return [...kept.changed.filter((change) => !seen.has(JSON.stringify(change))), ...mine.changed]
}

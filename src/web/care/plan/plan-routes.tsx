/**
 * The addresses of the plan and its steps. The same code in both homes: on the server check and answers travel in the form
 * and nothing is kept; on a device the plan is written into the record and its pages have addresses of their own.
 * Joins forms, `makePlan` and pages; decides nothing.
 */
import { type Context, Hono } from 'hono'
import { planSheet } from '../../../care/booklets/own-plan.ts'
import { currentPlan, type PlanMade, type ProfileData } from '../../../care/record/notebook.ts'
import { type PartialProfile, parseProfile } from '../../../care/relief/profile.ts'
import { show } from '../care-page.tsx'
import { formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { TrailTroublePage } from '../message-pages.tsx'
import { givePaper } from '../paper/give-paper.tsx'
import { paths } from '../paths.ts'
import { keep } from '../record/record-keep.ts'
import type { FinishedCheck } from './plan-check.tsx'
import { LockedPage } from './plan-locked.tsx'
import { CarryPlan, planFor, type PlanNow, planNow } from './plan-now.tsx'
import { PlanPage, stepAndNext } from './plan-page.tsx'
import { firstUnanswered, ProfilePage, readProfileScreen, screensFor } from './plan-profile.tsx'
import { readDirection, readLateTest, TestPage } from './step-direction.tsx'
import { answerTold } from './plan-told.tsx'
import { NoSuchStepPage, StepPage } from './step-page.tsx'
import { leaveOut, legFirst } from './step-too-sore.tsx'

/** The routes of the plan for one home. */
export function planRoutes(home: CareHome): Hono {
  const app = new Hono()

  app.get(paths.plan, async (c) => {
    const now = await planNow(home)
    if (now.plan.kind === 'locked') return locked(c, now)
    return now.given ? plan(c, now) : questions(c, now, 0, {})
  })
  app.post(paths.plan, async (c) => {
    const now = await planNow(home, await formFields(c.req.raw))
    return locked(c, now) ?? pressed(c, now)
  })
  app.post(paths.planPaper, async (c) => {
    const now = await planNow(home, await formFields(c.req.raw))
    return locked(c, now) ?? asksFirst(c, now) ?? paper(c, now)
  })
  app.get(paths.planPaper, (c) => c.redirect(paths.plan, 303))
  app.get(paths.planStepPattern, async (c) => {
    const now = await planNow(home)
    return locked(c, now) ?? step(c, now, c.req.param('step'))
  })
  app.post(paths.planStepPattern, async (c) => {
    const now = await planNow(home, await formFields(c.req.raw))
    const id = c.req.param('step')
    return (await legFirst(c, now, id, isMade(now))) ?? locked(c, now) ?? asksFirst(c, now) ?? stepPressed(c, now, id)
  })
  return app
}

/** The page to show instead, when there is no plan for this check. */
export function locked(c: Context, now: PlanNow) {
  const { home, standing, plan } = now
  if (standing.kind === 'damaged')
    return show(c, <TrailTroublePage home={home} trouble={standing.trouble} />, 422, 'holdsAnswers')
  return plan.kind === 'locked' ? show(c, <LockedPage now={now} plan={plan} />, 200, 'holdsAnswers') : undefined
}

/** Whatever was pressed on the questions or on the plan. */
async function pressed(c: Context, now: PlanNow) {
  const { fields, check } = now
  if (!check) throw new Error('an open plan without a check')
  const given = now.given ?? {}
  const typed = Number(fields.get('screen')?.[0] ?? '0')
  const all = screensFor(check.answers, given)
  const screen = Number.isInteger(typed) && typed >= 0 && typed < all.length ? typed : 0
  switch (fields.get('do')?.at(-1)) {
    case 'again':
      return questions(c, now, 0, given)
    case 'back':
      return questions(c, now, Math.max(0, screen - 1), given)
    case 'next':
    case 'skip': {
      const skip = fields.get('do')?.at(-1) === 'skip'
      const read = readProfileScreen(screen, fields, given, check.answers, skip)
      if (!read.ok) {
        const { problems, canSkip } = read
        const carried = <CarryPlan now={now} given={given} />
        const { home } = now
        const page = { home, screen, answers: check.answers, given, problems, canSkip, typed: fields, carried }
        return show(c, <ProfilePage {...page} />, 422, 'holdsAnswers')
      }
      // What it tells of the pain is answered first, on the screen that asks for it.
      const answered = asksPain(all[screen]) ? await pain(c, now, given, read.value) : undefined
      if (answered === 'cause') {
        const { home } = now
        const carried = <CarryPlan now={{ ...now, inRecord: false }} given={given} />
        const page = { home, screen, answers: check.answers, given, typed: fields, carried, askCause: true }
        return show(c, <ProfilePage {...page} />, 200, 'holdsAnswers')
      }
      if (answered) return answered
      if (screen + 1 < all.length) return questions(c, now, screen + 1, read.value)
      return unanswered(c, now, read.value) ?? made(c, now, read.value)
    }
    case 'step':
    case undefined:
      if (now.given && fields.get('profile')) return unanswered(c, now, now.given) ?? plan(c, now)
      // The record holds a plan for this check already.
      return now.given ? c.redirect(paths.plan, 303) : questions(c, now, 0, {})
    default:
      // A press that is none of ours does not pass the questions that are still open.
      return questions(c, now, screen, given)
  }
}

const asksPain = (screen: ReturnType<typeof screensFor>[number] | undefined): boolean =>
  screen?.asked.some(({ question }) => question.id === 'painNow') === true

/** With it the plan, where all its questions were answered before: what was told changes it too. */
function pain(c: Context, now: PlanNow, before: PartialProfile, told: PartialProfile) {
  const { check } = now
  const isWhole = check !== null && firstUnanswered(check.answers, told) === null
  return answerTold(c, now, { before, told }, isWhole ? [planMade(now.home, check, told)] : [])
}

/** The first screen of which something is missing: a form that holds half a profile has not answered the rest. */
function unanswered(c: Context, now: PlanNow, given: PartialProfile) {
  const screen = firstUnanswered(now.check?.answers ?? {}, given)
  return screen === null ? undefined : questions(c, now, screen, given)
}

/** Is there a plan of this check, with nothing left to ask for it? */
const isMade = ({ plan, given, fields, check }: PlanNow): boolean =>
  plan.kind !== 'locked' &&
  given !== null &&
  !(fields.has('profile') && firstUnanswered(check?.answers ?? {}, given) !== null)

/** Of a plan that travels in the form: what of its questions is still open comes first. */
const asksFirst = (c: Context, now: PlanNow) =>
  now.given && now.fields.has('profile') ? unanswered(c, now, now.given) : undefined

function questions(c: Context, now: PlanNow, screen: number, given: PartialProfile, notice?: string) {
  const { home, check } = now
  const carried = <CarryPlan now={{ ...now, inRecord: false }} given={given} />
  const page = { home, screen, answers: check?.answers ?? {}, given, carried, ...(notice && { notice }) }
  return show(c, <ProfilePage {...page} />, 200, 'holdsAnswers')
}

function planMade(home: CareHome, check: FinishedCheck, given: PartialProfile): PlanMade {
  const profile: ProfileData = given
  return { v: 1, id: home.newId(), at: home.now(), kind: 'planMade', check: check.id, profile }
}

/** The plan is made: kept where there is a record, shown from the form where not. */
async function made(c: Context, now: PlanNow, given: PartialProfile, notice?: string) {
  const { home, check } = now
  if (check && home.notebook) {
    const kept = await keep(home, [planMade(home, check, given)])
    // Where nothing could be kept the form carries the plan, as on the server.
    const again = kept.ok ? await planNow(home) : null
    // Only if the record now leads to this very plan; a newer check in another tab would not.
    if (again?.inRecord && again.check?.id === check.id && !notice) return c.redirect(paths.plan, 303)
  }
  return plan(c, { ...now, given, plan: planFor(check, given, now.now, home), inRecord: false }, notice)
}

function plan(c: Context, now: PlanNow, notice?: string) {
  if (now.plan.kind === 'locked') return show(c, <LockedPage now={now} plan={now.plan} />, 200, 'holdsAnswers')
  // Only a plan that the record holds can be gone on from.
  const events = now.inRecord && now.record ? now.record.events : null
  const programme = events?.some(({ kind }) => kind === 'programmeStarted') ? 'today' : 'start'
  const page = <PlanPage now={now} plan={now.plan} {...(notice && { notice })} {...(events && { programme })} />
  return show(c, page, 200, 'holdsAnswers')
}

/** The plan as a file, of what is open at this moment: a page that was opened before may know less. */
function paper(c: Context, now: PlanNow) {
  if (now.plan.kind === 'locked' || !now.given) return c.redirect(paths.plan, 303)
  return givePaper(c, now.home, planSheet(now.plan))
}

function step(c: Context, now: PlanNow, id: string) {
  if (now.plan.kind === 'locked' || !now.given) return questions(c, now, 0, {})
  const found = stepAndNext(now.plan, id)
  if (!found) return show(c, <NoSuchStepPage now={now} />, 404, 'holdsAnswers')
  const page = { now, plan: now.plan, ...found }
  return show(c, found.step.kind === 'test' ? <TestPage {...page} /> : <StepPage {...page} />, 200, 'holdsAnswers')
}

/** "Done", or the answers of the direction test, or the way from the plan's page. */
async function stepPressed(c: Context, now: PlanNow, id: string) {
  const { home, fields } = now
  if (now.plan.kind === 'locked' || !now.given) return questionsAfter(c, now)
  const found = stepAndNext(now.plan, id)
  switch (fields.get('do')?.at(-1)) {
    case 'done': {
      if (!found) return step(c, now, id)
      const done = { v: 1, id: home.newId(), at: home.now(), kind: 'stepDone', step: id } as const
      const isKept = now.done.includes(id) || (await keep(home, [done])).ok
      // Not kept, the step still leads on, from the form.
      if (now.inRecord && isKept) return c.redirect(found.after ? paths.planStep(found.after.id) : paths.plan, 303)
      return found.after ? step(c, now, found.after.id) : plan(c, now)
    }
    case 'soreLeg':
      return found ? leaveOut(c, now, now.plan, found.step) : step(c, now, id)
    case 'direction': {
      if (found?.step.kind !== 'test') return testToldLate(c, now, now.given, id)
      const read = readDirection(fields)
      if (!read.ok) {
        const page = { now, plan: now.plan, ...found, problems: read.problems, typed: fields }
        return show(c, <TestPage {...page} />, 422, 'holdsAnswers')
      }
      return made(c, now, { ...now.given, direction: read.value.direction }, read.value.text)
    }
    default:
      return step(c, now, id)
  }
}

/** The test told where the plan does not have it any more: said first, and kept. */
function testToldLate(c: Context, now: PlanNow, given: PartialProfile, id: string) {
  const late = readLateTest(now.fields, given.direction ?? 'notDone', mayTry(now))
  if (!late) return now.fields.has('before') ? plan(c, now, halfTestWords) : step(c, now, id)
  const { direction, text } = late
  return direction === given.direction ? plan(c, now, text) : made(c, now, { ...given, direction }, text)
}

const mayTry = ({ plan }: PlanNow): boolean => plan.kind !== 'locked' && plan.directionTest.offered

const halfTestWords = 'Some answers of the test were missing, so it changed nothing.'

/** There is a newer check and no plan of it yet: what the test showed goes into the plan that these questions make. */
function questionsAfter(c: Context, now: PlanNow) {
  if (now.plan.kind === 'locked' || now.fields.get('do')?.at(-1) !== 'direction') return questions(c, now, 0, {})
  const before = parseProfile(currentPlan(now.record?.events ?? [])?.profile ?? {})
  const late = readLateTest(now.fields, before.direction ?? 'notDone', mayTry(now))
  return late ? questions(c, now, 0, { direction: late.direction }, late.text) : questions(c, now, 0, {}, halfTestWords)
}

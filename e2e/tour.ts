/**
 * A tour of every page: those with an address, those that only come by sending a form, and those of the device.
 * Never: says whether a page is right.
 */
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { isWhole, someOf } from '../scripts/short-form.ts'
import type { Answers } from '../src/care/check/types.ts'
import { decoded, finishedAnswers } from '../src/web/care/plan/plan.fixtures.ts'
import type { Fields } from './at-once.ts'
import { type Asked, ask, openAsked, press, pressing } from './by-forms.ts'
import { filled } from './jump.ts'
import { asChecked, asPlanned } from './lived.ts'
import { allPages } from './pages.ts'
import { plainPlan, plainStrain, send, type Told, walkThroughGate } from './walk.ts'

/** Looks at the page that is open, or that is opened then, and calls it by this name. */
export type Show = (name: string, open?: () => Promise<unknown>) => Promise<void>
type ShowAsked = (name: string, asked: Asked) => Promise<void>

/** A check that is answered at once, by HTTP. @param told where it is not a plain strain */
async function checked(origin: string, told: Answers = {}): Promise<Asked> {
  const first = await ask(origin, '/check')
  const [path, fields] = pressing(first, 'action="/check"')
  const trail = JSON.parse(fields.find(([name]) => name === 'trail')?.[1] ?? '')
  const steps = [{ answers: finishedAnswers(told).answers, single: [] }]
  const carried = fields.filter(([name]) => !/^(trail|shown|do)$/.test(name))
  return await ask(origin, path, [...carried, ['trail', JSON.stringify({ ...trail, steps })], ['do', 'on']])
}

/**
 * Shows every page as the server draws it: those with an address, every screen of a check with what opens in it, its error
 * page, the result of each level, the plan and its steps, movements, painkillers. Goes through them by HTTP, so that only what
 * is looked at is opened. Returns the kinds of timer it met.
 */
export async function everyPage(page: Page, origin: string, show: Show): Promise<ReadonlySet<string>> {
  const showAsked: ShowAsked = async (name, asked) => {
    expect(asked.html, `${name} of ${asked.path}`).toContain('<h1')
    await show(name, () => openAsked(page, asked))
  }
  for (const path of allPages) {
    await show(path, () => page.goto(`${origin}${path}`))
  }
  // In the short form the first and the last; a result for today has the parts of both.
  const results: readonly [string, Answers][] = [
    ['soon', { F1: 'yes', 'F1.skin': 'no' }],
    ['urgent', { F2: 'yes' }],
    ['emergency', { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }],
  ]
  for (const [level, told] of someOf(results, 2)) {
    // The screens that lead there are looked at below.
    const result = await checked(origin, told)
    await showAsked(`result: ${level}`, result)
    if (level === 'soon') {
      const plan = await throughPlanQuestions(await press(result, 'action="/plan"'))
      await showAsked('gentle plan', plan)
      await showAsked('gentle movements', await press(plan, 'formaction="/movements"'))
    }
    if (level === 'emergency') await afterAnEmergency(result, showAsked)
  }
  const { result, askedAtHome } = await everyScreen(origin, showAsked)
  const { plan, timers } = await planPages(await press(result, 'action="/plan"'), showAsked)
  await medicinePages(plan, showAsked)
  await helpInPrivate(askedAtHome, showAsked)
  return timers
}

/** Is something wrong said on it? */
const hasErrors = ({ html }: Asked): boolean => html.includes('id="problems"')

/** A screen of questions, sent with these answers, or with none. */
const answered = (screen: Asked, button: string, told: Told | null): Promise<Asked> =>
  press(screen, button, told ? filled(screen.html, told) : [])

/** Every screen of a check that comes to home care, and each with its errors, in the short form every fourth. */
async function everyScreen(origin: string, show: ShowAsked): Promise<{ result: Asked; askedAtHome: Asked }> {
  let askedAtHome: Asked | undefined
  let at = await ask(origin, '/check')
  for (let screen = 1; screen < 30 && at.html.includes('name="shown"'); screen += 1) {
    await show(`screen ${screen}`, at)
    const blank = isWhole || screen % 4 === 1 ? await answered(at, 'class="button go"', null) : at
    if (hasErrors(blank)) await show(`screen ${screen} with errors`, blank)
    if (at.html.includes('name="q.I4"')) askedAtHome = at
    at = await answered(at, 'class="button go"', plainStrain)
  }
  if (!askedAtHome) throw new Error('Nobody was asked about home.')
  await show('result: home care', at)
  return { result: at, askedAtHome }
}

/** From an emergency: telling more, with what goes wrong there, and the summary. */
async function afterAnEmergency(result: Asked, show: ShowAsked): Promise<void> {
  const more = await press(result, 'value="more"')
  await show('tell them more', more)
  const wrong = await press(more, 'value="told"', [['q.age', 'old']])
  await show('tell them more with errors', wrong)
  const told: Fields = [
    ['q.age', '31'],
    ['q.sex', 'female'],
    ['q.I1', 'yes'],
  ]
  const pregnancy = await press(wrong, 'value="told"', told)
  await show('tell them more: pregnancy', pregnancy)
  const after = await press(pregnancy, 'value="on"')
  await show('result: emergency, with more told', after)
  await show('summary', await press(after, 'action="/check/summary"'))
}

/** What is shown once to whoever tells that home is not safe; in the short form to one of the three. */
async function helpInPrivate(askedAtHome: Asked, show: ShowAsked): Promise<void> {
  for (const I4 of someOf(['danger', 'hurt', 'private'], 3)) {
    const help = await answered(askedAtHome, 'class="button go"', { ...plainStrain, I4 })
    expect(help.html).not.toContain('name="shown"')
    await show(`help in private: ${I4}`, help)
  }
}

/** Answers the questions before a plan. @param look at each screen, which it may answer otherwise */
async function throughPlanQuestions(
  first: Asked,
  look: (at: Asked, screen: number) => Promise<unknown> = async () => {},
) {
  let at = first
  for (let screen = 1; screen < 6 && at.html.includes('name="screen"'); screen += 1) {
    await look(at, screen)
    const chair: Fields = at.html.includes('name="q.have"') ? [['q.have', 'chair']] : []
    at = await press(at, 'value="next"', [...filled(at.html, plainPlan), ...chair])
  }
  return at
}

/**
 * From a result: the questions, the plan, one step with each kind of timer, the test, movements. In the short form steps are
 * asked for until each kind of timer has been met; one without any, and the test, are asked for all the same.
 */
async function planPages(questions: Asked, show: ShowAsked): Promise<{ plan: Asked; timers: ReadonlySet<string> }> {
  const plan = await throughPlanQuestions(questions, async (at, screen) => {
    await show(`plan question ${screen}`, at)
    const blank = await press(at, 'value="next"')
    if (hasErrors(blank)) await show(`plan question ${screen} with errors`, blank)
  })
  await show('plan', plan)
  const met = new Set<string>()
  const looks = new Set<string>()
  const isTest = (step: string) => step.includes('direction-test')
  for (const step of new Set([...plan.html.matchAll(/formaction="(\/plan\/step\/[^"]+)"/g)].map(([, to = '']) => to))) {
    if (!isWhole && met.size === 6 && !isTest(step)) continue
    const asked = await press(plan, `formaction="${step}"`)
    const kinds = [...asked.html.matchAll(/ data-timer="([^"]*)"/g)].map(
      ([, timer = '']): string => JSON.parse(decoded(timer)).kind,
    )
    // One page of each look is enough: its timers, and whether a moving figure stands with them.
    const look = `${kinds} ${asked.html.split(' data-frames').length}`
    if (!looks.has(look)) await show(`step: ${step}`, asked)
    looks.add(look)
    for (const kind of kinds) met.add(kind)
    if (isTest(step)) await show('direction test with errors', await press(asked, 'value="direction"'))
  }
  const movements = await press(plan, 'formaction="/movements"')
  await show('movements', movements)
  const movement = await press(movements, 'formaction="/movements/M08"')
  await show('a movement', movement)
  const [, carried] = pressing(movement, 'action="/plan"')
  await show('a movement that is not for now', await ask(plan.origin, '/movements/M22', carried))
  return { plan, timers: met }
}

/** From the plan: the questions before painkillers, the verdicts, and every page of counting doses, in the short form up to one written down. */
async function medicinePages(plan: Asked, show: ShowAsked): Promise<void> {
  let at = await press(plan, 'formaction="/medicines"')
  for (let screen = 1; screen <= 4; screen += 1) {
    await show(`painkiller question ${screen}`, at)
    const blank = await press(at, 'value="next"')
    if (hasErrors(blank)) await show(`painkiller question ${screen} with errors`, blank)
    // Where nothing in a list is ticked already.
    const none = at.html
      .split('<fieldset')
      .filter((list) => !/ checked[ /]/.test(list))
      .flatMap((list) => [...list.matchAll(/ type="checkbox" name="([^"]+)" value="none"/g)])
      .map(([, list = '']) => [list, 'none'] as const)
    const weight: Fields = at.html.includes('name="number.weightKg"') ? [['number.weightKg', '75']] : []
    at = await press(at, 'value="next"', [...none, ...weight])
  }
  await show('painkillers', at)
  const doses = await press(at, 'value="open"')
  await show('doses', doses)
  await show('doses with errors', await press(doses, 'value="may"'))
  const choose = (product: string, units: string): Fields => [
    ['product', product],
    ['units', units],
  ]
  await show('doses with everything open', await press(doses, 'value="may"', choose('list', 'more')))
  const fits = await press(doses, 'value="may"', choose('paracetamol500', '2'))
  await show('a dose that fits', fits)
  const written = await press(fits, 'value="record"')
  await show('doses with one written down', written)
  if (!isWhole) return
  const waits = await press(written, 'value="may"', choose('paracetamol500', '2'))
  await show('a dose that must wait', waits)
  const when = await press(waits, 'value="took"')
  await show('when it was taken', when)
  const blank = await press(when, 'value="record"')
  await show('when it was taken, with errors', blank)
  const again = await press(blank, 'value="open"')
  const tooMuch = await press(again, 'value="tooMuch"')
  await show('too much', tooMuch)
  await show('another dose after too much', await press(tooMuch, 'value="add"'))
}

/** What the device draws otherwise than the server: the plan with addresses of its own, timers at work, the record. */
export async function devicePages(page: Page, origin: string, show: Show): Promise<void> {
  await show('device: result', () => asChecked(page, origin))
  await asPlanned(page, origin)
  await show('device: plan')
  await page.clock.install()
  await page.goto(`${origin}/plan/step/warmth-heat-pack`)
  await page.locator('[data-go]').click()
  await show('device: warmth running')
  await page.clock.fastForward('05:01')
  expect(await page.locator('[data-alarm]').isVisible()).toBe(true)
  await show('device: look at your skin')
  await page.clock.fastForward('15:00')
  await show('device: warmth over')
  await send(page, 'button[value="done"]')
  await show('device: the next step')
  await show('device: movements', () => page.goto(`${origin}/movements`))
  await show('device: a movement', () => page.goto(`${origin}/movements/M08`))
  const questions = () => page.goto(`${origin}/medicines`)
  await show('device: painkiller questions', questions)
  await show('device: painkillers', async () => {
    await questions()
    await walkThroughGate(page)
  })
  await show('device: doses', () => page.goto(`${origin}/medicines/tally`))
  for (const path of ['/', '/record', '/record/erase', '/report']) {
    await show(`device: ${path}`, () => page.goto(`${origin}${path}`))
  }
}

/**
 * A tour of every page: those with an address, those that only come by sending a form, and those of the device.
 * Never: says whether a page is right.
 */
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { isWhole, someOf } from '../scripts/short-form.ts'
import type { Answers } from '../src/care/check/types.ts'
import { checkAtOnce, type Fields, sendFields } from './at-once.ts'
import { asChecked, asPlanned } from './lived.ts'
import { allPages } from './pages.ts'
import {
  answerAtOnce,
  answerScreen,
  nextButton,
  plainPlan,
  plainStrain,
  send,
  type Told,
  walkThroughGate,
  walkToPlan,
} from './walk.ts'

/** Looks at the page that is open, or that is opened then, and calls it by this name. */
export type Show = (name: string, open?: () => Promise<unknown>) => Promise<void>

/**
 * Shows every page as the server draws it: those with an address, every screen of a check with what opens in it, its error
 * page, the result of each level, the plan and its steps, movements, painkillers. Returns the kinds of timer it met.
 */
export async function everyPage(page: Page, origin: string, show: Show): Promise<ReadonlySet<string>> {
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
    await checkAtOnce(page, origin, told)
    await show(`result: ${level}`)
    if (level === 'soon') {
      await walkToPlan(page)
      await show('gentle plan')
      await send(page, 'button[formaction="/movements"]')
      await show('gentle movements')
    }
  }
  await afterAnEmergency(page, show)
  const askedAtHome = await everyScreen(page, origin, show)
  const timers = await planPages(page, show)
  await medicinePages(page, show)
  await helpInPrivate(page, origin, askedAtHome, show)
  return timers
}

/** The open screen as it would be sent with these answers. It stays open. */
async function fieldsOf(page: Page, told: Told): Promise<Fields> {
  const button = await page.evaluate(answerAtOnce, told)
  return await page.evaluate((selector) => {
    const pressed = document.querySelector<HTMLButtonElement>(selector)
    const form = new FormData(pressed?.form ?? undefined, pressed)
    return [...form].map(([name, value]) => [name, String(value)] as const)
  }, button)
}

/**
 * Every screen of a check that comes to home care, and each with its errors, in the short form every fourth. Ends on the result.
 * @returns the screen that asks about home, as it is sent
 */
async function everyScreen(page: Page, origin: string, show: Show): Promise<Fields> {
  let askedAtHome: Fields = []
  await page.goto(`${origin}/check`)
  for (let screen = 1; screen < 30 && (await page.locator('input[name="shown"]').count()) > 0; screen += 1) {
    await show(`screen ${screen}`)
    if (isWhole || screen % 4 === 1) await send(page, nextButton)
    if ((await page.locator('#problems').count()) > 0) await show(`screen ${screen} with errors`)
    if ((await page.locator('[name="q.I4"]').count()) > 0) askedAtHome = await fieldsOf(page, plainStrain)
    await answerScreen(page, plainStrain)
  }
  await show('result: home care')
  return askedAtHome
}

/** From an emergency: telling more, with what goes wrong there, and the summary. Ends on the summary. */
async function afterAnEmergency(page: Page, show: Show): Promise<void> {
  await send(page, 'button[value="more"]')
  await show('tell them more')
  await page.locator('[name="q.age"]').fill('old')
  await send(page, 'button[value="told"]')
  await show('tell them more with errors')
  await page.locator('[name="q.age"]').fill('31')
  await page.locator('label:has([name="q.sex"][value="female"])').click()
  await page.locator('label:has([name="q.I1"])').click()
  await send(page, 'button[value="told"]')
  await show('tell them more: pregnancy')
  await send(page, 'button[value="on"]')
  await show('result: emergency, with more told')
  await send(page, 'form[action$="/summary"] button, button[formaction$="/summary"]')
  await show('summary')
}

/** What is shown once to whoever tells that home is not safe; in the short form to one of the three. */
async function helpInPrivate(page: Page, origin: string, askedAtHome: Fields, show: Show): Promise<void> {
  for (const I4 of someOf(['danger', 'hurt', 'private'], 3)) {
    await page.goto(`${origin}/check`)
    await sendFields(
      page,
      askedAtHome.map(([name, value]) => [name, name === 'q.I4' ? I4 : value] as const),
    )
    expect(await page.locator('input[name="shown"]').count()).toBe(0)
    await show(`help in private: ${I4}`)
  }
}

/**
 * From a result: the questions, the plan, one step with each kind of timer, the test, movements. Ends on the plan. In the short
 * form steps are opened until each kind of timer has been met; one without any, and the test, are opened all the same.
 */
async function planPages(page: Page, show: Show): Promise<ReadonlySet<string>> {
  await send(page, 'form[action="/plan"] button')
  for (let screen = 1; screen < 6 && (await page.locator('input[name="screen"]').count()) > 0; screen += 1) {
    await show(`plan question ${screen}`)
    await send(page, nextButton)
    if ((await page.locator('#problems').count()) > 0) await show(`plan question ${screen} with errors`)
    const chair = page.locator('input[name="q.have"][value="chair"]')
    if ((await chair.count()) > 0) await chair.check()
    await answerScreen(page, plainPlan)
  }
  await show('plan')
  const steps = await page
    .locator('.step-card')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('formaction') ?? ''))
  const carried = await page.evaluate(() => {
    const form = document.querySelector<HTMLButtonElement>('.step-card')?.form
    return [...new FormData(form ?? undefined)].map(([name, value]) => [name, String(value)] as const)
  })
  const met = new Set<string>()
  const looks = new Set<string>()
  const isTest = (step: string) => step.includes('direction-test')
  for (const step of steps) {
    if (!isWhole && met.size === 6 && !isTest(step)) continue
    await sendFields(page, carried, step)
    const timers = await page
      .locator('[data-timer]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-timer')))
    const kinds = timers.map((one): string => JSON.parse(one ?? '{}').kind)
    // One page of each look is enough: its timers, and whether a moving figure stands with them.
    const look = `${kinds} ${await page.locator('[data-frames]').count()}`
    if (!looks.has(look)) await show(`step: ${step}`)
    looks.add(look)
    for (const kind of kinds) met.add(kind)
    if (isTest(step)) {
      await send(page, 'button[value="direction"]')
      await show('direction test with errors')
    }
  }
  await sendFields(page, carried, '/plan')
  await send(page, 'button[formaction="/movements"]')
  await show('movements')
  await send(page, 'button[formaction="/movements/M08"]')
  await show('a movement')
  await page.evaluate(() => document.querySelector('form[action="/plan"]')?.setAttribute('action', '/movements/M22'))
  await send(page, 'form[action="/movements/M22"] button.go')
  await show('a movement that is not for now')
  await send(page, 'form[action="/plan"] button.go')
  return met
}

/** From the plan: the questions before painkillers, the verdicts, and every page of counting doses, in the short form up to one written down. */
async function medicinePages(page: Page, show: Show): Promise<void> {
  await send(page, 'button[formaction="/medicines"]')
  for (let screen = 1; screen <= 4; screen += 1) {
    await show(`painkiller question ${screen}`)
    await send(page, 'form[action="/medicines"] button[value="next"]')
    if ((await page.locator('#problems').count()) > 0) await show(`painkiller question ${screen} with errors`)
    await walkThroughGate(page, undefined, 1)
  }
  await show('painkillers')
  await send(page, 'button[value="open"]')
  await show('doses')
  await send(page, 'button[value="may"]')
  await show('doses with errors')
  const choose = async (product: string, units: string) => {
    await page.locator(`input[name="product"][value="${product}"]`).check()
    await page.locator(`input[name="units"][value="${units}"]`).check()
  }
  await choose('list', 'more')
  await show('doses with everything open')
  await choose('paracetamol500', '2')
  await send(page, 'button[value="may"]')
  await show('a dose that fits')
  await send(page, 'button[value="record"]')
  await show('doses with one written down')
  if (!isWhole) return
  await choose('paracetamol500', '2')
  await send(page, 'button[value="may"]')
  await show('a dose that must wait')
  await send(page, 'button[value="took"]')
  await show('when it was taken')
  await send(page, 'button[value="record"]')
  await show('when it was taken, with errors')
  await send(page, 'button[value="open"]')
  await send(page, 'button[value="tooMuch"]')
  await show('too much')
  await send(page, 'button[value="add"]')
  await show('another dose after too much')
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

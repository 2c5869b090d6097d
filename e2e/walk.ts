/**
 * A person tapping through the check: reads what the page offers, answers it, and goes on to the result.
 * Knows answers by question id, never the order of screens.
 */
import type { Page } from 'playwright-core'

export type Told = Readonly<Record<string, string>>

/** What someone of 30 with a plain strain says. Every other list is "none", every other question "no" or its first answer. */
export const plainStrain: Told = {
  who: 'me',
  age: '30',
  sex: 'male',
  place: 'lowBack',
  centre: 'beside',
  startHow: 'sudden',
  startAfter: 'strain',
  duration: 'days0',
  history: 'same',
  painNow: '5',
  stand10: 'can',
  changes: 'moves',
  trend: 'better',
  walk: 'can',
  I5: 'yes',
  F3: 'no',
}

/** One way of pressing. */
export type Press = (selector: string) => Promise<void>

/** Presses by script: quick, for tests that are about something else than pressing. */
const pressOn =
  (page: Page): Press =>
  async (selector) => {
    await page
      .locator(selector)
      .first()
      .evaluate((element: HTMLElement) => element.click())
  }
/** Taps with a finger, as a person does: only what can be seen and reached. */
export const tapOn =
  (page: Page): Press =>
  async (selector) => {
    await page.locator(selector).first().tap()
  }

/** Something a screen asks for. */
interface Offered {
  readonly id: string
  readonly kind: 'radio' | 'checkbox' | 'text'
  readonly values: readonly string[]
}

/**
 * Answers one screen and sends it. Clarifiers that open under a tick are answered after the tick.
 * @param press how a person presses; without it, all of it is one script in the page, for tests that are about what comes after
 */
export async function answerScreen(page: Page, told: Told, press?: Press): Promise<void> {
  if (!press) {
    const button = await page.evaluate(answerAtOnce, told)
    await page.evaluate(goThroughLists)
    return await send(page, button)
  }
  const answered = new Set<string>()
  let ticked = false
  for (let round = 0; round < 3; round += 1) {
    const offered = (await visibleQuestions(page)).filter(({ id }) => !answered.has(id))
    for (const { id, kind, values } of offered) {
      const answer = told[id]
      if (kind === 'text') {
        if (answer !== undefined) await page.locator(`[name="q.${id}"]`).fill(answer)
        answered.add(id)
      } else if (answer !== undefined && values.includes(answer)) {
        const input = `input[name="q.${id}"][value="${answer}"]`
        // What was ticked before going back stays: a second press would take it off.
        if (!(await page.locator(input).first().isChecked())) await press(`label:has(${input})`)
        if (kind === 'checkbox') ticked = true
        answered.add(id)
      } else if (kind === 'radio') {
        const value = values.includes('no') ? 'no' : values[0]
        await press(`label:has(input[name="q.${id}"][value="${value}"])`)
        answered.add(id)
      }
    }
  }
  for (const list of await openLists(page, told, ticked)) await press(`label:has(input[name="${list}"][value="none"])`)
  await readWholeList(page)
  // A button that answers every list of the page leaves what was ticked; the button of one list would contradict it.
  const none = ticked ? 'button[name="lists"][value="none"]' : 'button[value="none"]'
  await send(page, (await page.locator(none).count()) > 0 ? none : nextButton, press)
}

/** The button that sends the screen. */
export const nextButton = 'form button.go'

/** In the page: goes through what may be ticked as the key Tab does, so that a button that answers all of it does so at once. */
function goThroughLists(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('form:has([data-read-first]) .tick > input'))
    box.focus({ preventScroll: true })
}

/** Goes through a list of signs as one who reads it does, so that the next press answers it (islands/read-first.ts). */
export async function readWholeList(page: Page): Promise<void> {
  await page.waitForFunction(isNoSecondTap)
  await page.evaluate(goThroughLists)
}

/** In the page: is a list old enough that a tap on it is no second half of the one before (islands/read-first.ts)? */
function isNoSecondTap(): boolean {
  const [opened] = performance.getEntriesByType('navigation')
  const since = opened instanceof PerformanceNavigationTiming ? opened.domContentLoadedEventStart : 0
  return !document.querySelector('[data-read-first]') || performance.now() > since + 520
}

/**
 * In the page: answers the screen as `answerScreen` does by presses, in one go.
 * @returns where the button is that sends it
 */
function answerAtOnce(told: Told): string {
  const isShown = (field: HTMLElement) => (field.closest('label') ?? field).getClientRects().length > 0
  const all = (selector: string) => [...document.querySelectorAll<HTMLInputElement>(selector)]
  const answered = new Set<string>()
  let ticked = false
  const answer = (name: string, fields: readonly HTMLInputElement[]) => {
    const said = told[name.slice(2)]
    const [first] = fields
    const wanted = fields.find(({ value }) => value === said)
    if (first?.type !== 'radio' && first?.type !== 'checkbox') {
      if (first && said !== undefined) {
        first.value = said
        first.dispatchEvent(new Event('input', { bubbles: true }))
        first.dispatchEvent(new Event('change', { bubbles: true }))
      }
      answered.add(name)
    } else if (wanted) {
      // What was ticked before going back stays: a second press would take it off.
      if (!wanted.checked) wanted.click()
      ticked ||= wanted.type === 'checkbox'
      answered.add(name)
    } else if (first.type === 'radio') {
      const no = fields.find(({ value }) => value === 'no') ?? first
      no.click()
      answered.add(name)
    }
  }
  for (let round = 0; round < 3; round += 1) {
    const fields = all('[name^="q."]').filter((field) => !answered.has(field.name) && isShown(field))
    // No `Map.groupBy`: it runs in pages of older browsers too (older-browsers.test.ts).
    for (const name of new Set(fields.map((field) => field.name)))
      answer(
        name,
        fields.filter((field) => field.name === name),
      )
  }
  for (const none of all('input[type="checkbox"][value="none"]').filter(isShown)) {
    const items = [...(none.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[name^="q."]') ?? [])]
    const isLeft = !items.some((item) => item.checked) && !(ticked && told[none.name.slice(5)] !== undefined)
    if (isLeft) none.click()
  }
  // A button that answers every list of the page leaves what was ticked; the button of one list would contradict it.
  const button = ticked ? 'button[name="lists"][value="none"]' : 'button[value="none"]'
  return document.querySelector(button) ? button : 'form button.go'
}

/** Presses a button that leads to another page, and waits for it. */
export async function send(page: Page, selector: string, press: Press = pressOn(page)): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), press(selector)])
}

/** Answers screens until there is a result, at most 30. Returns how many there were. */
export async function walkToResult(page: Page, told: Told, press?: Press): Promise<number> {
  for (let screens = 0; screens < 30; screens += 1) {
    if ((await page.locator('input[name="shown"]').count()) === 0) return screens
    await answerScreen(page, told, press)
  }
  throw new Error(`No result after 30 screens; stuck at "${await page.locator('h1').first().textContent()}".`)
}

function visibleQuestions(page: Page): Promise<Offered[]> {
  return page.evaluate(() => {
    const found = new Map<string, { id: string; kind: 'radio' | 'checkbox' | 'text'; values: string[] }>()
    for (const field of document.querySelectorAll<HTMLInputElement>('[name^="q."]')) {
      const shown = (field.closest('label') ?? field).getClientRects().length > 0
      if (!shown) continue
      const kind = field.type === 'radio' || field.type === 'checkbox' ? field.type : 'text'
      const known = found.get(field.name) ?? { id: field.name.slice(2), kind, values: [] }
      known.values.push(field.value)
      found.set(field.name, known)
    }
    return [...found.values()]
  })
}

/** Lists with a "None of these" tick whose items nobody ticked. */
function openLists(page: Page, told: Told, ticked: boolean): Promise<string[]> {
  return page.evaluate(
    ([answers, any]) =>
      [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"][value="none"]')]
        .filter((box) => {
          if ((box.closest('label') ?? box).getClientRects().length === 0) return false
          const items = [...(box.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[name^="q."]') ?? [])]
          return !items.some((item) => item.checked) && !(any && answers[box.name.slice(5)] !== undefined)
        })
        .map((box) => box.name),
    [told, ticked] as const,
  )
}

/** What a plain person with a heat pack at hand says before the plan. Lists not named: none. */
export const plainPlan: Told = {
  painNow: '3',
  walk: 'can',
  legPain: 'none',
  have: 'heatPack',
  warmOrCold: 'warm',
  floor: 'yes',
  drowsy: 'no',
}

/** From a result at home care or soon: opens the questions of the plan, answers them, and comes to the plan. */
export async function walkToPlan(page: Page, told: Told = plainPlan, press?: Press): Promise<void> {
  await send(page, 'form[action="/plan"] button', press)
  for (let screens = 0; (await page.locator('input[name="screen"]').count()) > 0; screens += 1) {
    if (screens === 5) throw new Error(`No plan after five screens; stuck at "${await page.title()}".`)
    await answerScreen(page, told, press)
  }
}

/**
 * Goes through the questions before painkillers, or `most` screens of them: "none of these" to every list without a tick,
 * 75 kg. Returns how many screens there were.
 */
export async function walkThroughGate(page: Page, press: Press = pressOn(page), most = 6): Promise<number> {
  let screens = 0
  for (
    ;
    screens < most && (await page.locator('form[action="/medicines"] input[name="screen"]').count()) > 0;
    screens += 1
  ) {
    const weight = page.locator('[name="number.weightKg"]')
    if ((await weight.count()) > 0) await weight.fill('75')
    const blank = await page
      .locator('fieldset:not(:has(input:checked)) input[type="checkbox"][value="none"]')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('name')))
    for (const name of blank) await press(`label:has(input[name="${name}"][value="none"])`)
    await send(page, 'form[action="/medicines"] button[value="next"]:not([aria-hidden])', press)
  }
  if (screens === 6) throw new Error(`No verdicts after six screens; stuck at "${await page.title()}".`)
  return screens
}

/**
 * A check with all its answers at once, for tests about what comes after it: the first screen is sent with the steps that
 * whoever answers screen by screen would carry. A test about the check itself walks through it (walk.ts).
 * Never: makes up a step. The server is asked for them once, screen by screen, by forms alone.
 */
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { plainStrain, send, type Told } from './walk.ts'

const known = new Map<string, Promise<readonly Step[]>>()

/** From a screen of a check to its result: what was answered before is left, and answered like the rest. */
export async function jumpToResult(page: Page, told: Told = plainStrain): Promise<void> {
  await goOnFrom(page, await stepsOnce(told))
}

/** From a screen of a check to the one that asks this, answered up to there as someone with a plain strain does. */
export async function jumpToScreen(page: Page, question: string): Promise<void> {
  const steps = await stepsOnce(plainStrain)
  const asks = ({ answers, home }: Step) => question in answers || (question === 'I4' && home === true)
  await goOnFrom(page, steps.slice(0, steps.findIndex(asks)))
  if ((await page.locator(`[name="q.${question}"]`).count()) === 0) throw new Error(`${question} is not asked here.`)
}

/** One answered screen, as a check carries it. */
interface Step {
  readonly answers: Readonly<Record<string, unknown>>
  /** Safety at home was asked there; what was answered is not carried. */
  readonly home?: boolean
}

async function stepsOnce(told: Told): Promise<readonly Step[]> {
  const key = JSON.stringify(told)
  const asked = known.get(key) ?? stepsOf(told)
  known.set(key, asked)
  return await asked
}

async function goOnFrom(page: Page, steps: readonly Step[]): Promise<void> {
  await page.evaluate(carry, steps)
  await send(page, 'form.screen button[value="keep"]')
}

/** In the page: puts the steps in, and a button that keeps all as it is. */
function carry(steps: readonly Step[]): void {
  const form = document.querySelector<HTMLFormElement>('form.screen')
  const trail = form?.querySelector<HTMLInputElement>('input[name="trail"]')
  if (!form || !trail) throw new Error('This is no screen of the check.')
  const own = JSON.parse(trail.value)
  trail.value = JSON.stringify({ ...own, steps })
  const keep = document.createElement('button')
  Object.assign(keep, { name: 'do', value: 'keep', formNoValidate: true })
  form.append(keep)
}

const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const hidden = (html: string, name: string) =>
  decoded(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')

/** What a person who says this has carried along when the result comes. */
async function stepsOf(told: Told): Promise<readonly Step[]> {
  const origin = inject('origin')
  let html = await (await fetch(`${origin}/check`)).text()
  for (let screen = 0; html.includes('name="shown"'); screen += 1) {
    if (screen === 30) throw new Error('No result after 30 screens.')
    const body = new URLSearchParams([
      ...['trail', 'shown'].map((name): [string, string] => [name, hidden(html, name)]),
      ...filled(html, told),
    ])
    const answer = await fetch(`${origin}/check`, { method: 'POST', body, headers: { Origin: origin } })
    html = await answer.text()
  }
  return JSON.parse(hidden(html, 'trail')).steps
}

/** Fields that answer a screen as `answerScreen` does (walk.ts), by its letters alone. */
export function filled(html: string, told: Told): readonly [string, string][] {
  const offered = new Map<string, { readonly isRadio: boolean; readonly values: string[] }>()
  for (const [tag] of html.matchAll(/<(?:input|textarea) [^>]*>/g)) {
    const name = /name="q\.([^"]+)"/.exec(tag)?.[1]
    if (!name) continue
    const one = offered.get(name) ?? { isRadio: tag.includes('type="radio"'), values: [] }
    one.values.push(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
    offered.set(name, one)
  }
  const anyTicked = [...offered].some(([id, { isRadio }]) => !isRadio && told[id] === 'yes')
  const lists = [...html.matchAll(/name="list\.([^"]+)" value="none"/g)].map(([, list = '']) => list)
  const answers = [...offered].map(([id, { isRadio, values }]): [string, string | undefined] => [
    `q.${id}`,
    told[id] ?? (isRadio ? (values.includes('no') ? 'no' : values[0]) : undefined),
  ])
  return [
    ...lists
      .filter((list) => !(told[list] !== undefined && offered.has(list)) && !(anyTicked && /^\d+$/.test(list)))
      .map((list): [string, string] => [`list.${list}`, 'none']),
    ...(html.includes('name="lists" value="none"') ? [['lists', 'none'] as [string, string]] : []),
    ...answers.flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer] as [string, string]])),
  ]
}

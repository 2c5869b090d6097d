/**
 * What is wrong with the page that is open, to whoever sees it small, enlarged, in light or in dark, by axe and by measure.
 * In dark only contrast can differ, so only that is looked at. In the short form (scripts/short-form.ts) pages take turns: by axe
 * in light, on 320 pixels, by axe in dark, enlarged; whether something moves is asked of each. Of a tour of all pages every fourth
 * is looked at.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { isWhole } from '../scripts/short-form.ts'
import { enterFaults } from './enter-faults.ts'

type Scheme = 'light' | 'dark'

/** The same axe as the package's own main file, in less than half the letters: each page looked at has to read it. */
const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Of WCAG 2.2 AA, and left out by axe itself: what is pressed is 24 pixels wide and high, or stands as far apart. */
const andSizes = "axe.configure({ rules: [{ id: 'target-size', enabled: true }] })"

/** Brings axe into the page, unless it is there already: evaluated, which no policy of a page forbids. */
export async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(`${axe};${andSizes}`)
}

/** Breaches of WCAG 2.2 A and AA, and of good practice, that axe finds; in dark those of contrast. */
export async function breaches(page: Page, scheme: Scheme = 'light'): Promise<string[]> {
  // Without motion, since a colour on its way from light to dark is neither.
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await bringAxe(page)
  return await page.evaluate(async (contrastAlone) => {
    interface AxeResults {
      readonly passes: readonly unknown[]
      readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[]
    }
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    // A bar that stays in sight lies over what will be scrolled from under it: no target is smaller for that.
    const bars = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (part) => getComputedStyle(part).position === 'sticky',
    )
    for (const bar of bars) bar.style.position = 'static'
    const { violations, passes } = await axe.run({
      resultTypes: ['violations'],
      ...(contrastAlone && { runOnly: ['color-contrast'] }),
    })
    for (const bar of bars) bar.style.position = ''
    if (!contrastAlone && passes.length < 5) return ['axe checked hardly anything']
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary.slice(0, 200)}`),
    )
  }, scheme === 'dark')
}

/**
 * What sticks out of the screen sideways, what is pressed but smaller than 48 pixels, an answer that lies over what follows
 * its question, a card that touches the button above it, a second button of the colour that says what comes next, a field of
 * words that cuts what is pasted, and a form that does something else at Return than what it is for.
 */
export async function misfits(page: Page): Promise<string[]> {
  const atReturn = await page.evaluate(enterFaults)
  const measured = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    // What is folded has its place in the page all the same.
    const shown = (part: HTMLElement) =>
      !part.closest('.unseen, svg, pre') && part.getClientRects().length > 0 && part.checkVisibility()
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((part) => {
      const { left, right } = part.getBoundingClientRect()
      return shown(part) && (right > width + 1 || left < -1)
    })
    const small = [
      ...document.querySelectorAll<HTMLElement>('button, .button, label.tick, label.choice, summary'),
    ].filter((part) => {
      const box = part.getBoundingClientRect()
      return shown(part) && (box.height < 47.5 || box.width < 47.5)
    })
    const boxes = [...document.querySelectorAll<HTMLElement>('fieldset :is(label.tick, label.choice)')].filter(shown)
    const over = boxes.filter((part) => {
      const asked = part.closest('fieldset')
      return asked && part.getBoundingClientRect().bottom > asked.getBoundingClientRect().bottom + 1
    })
    const cards = [...document.querySelectorAll<HTMLElement>('main :is(.card, .callout)')].filter(shown)
    const pressed = [...document.querySelectorAll<HTMLElement>('main .button')].filter(shown)
    const touching = cards.filter((card) => {
      const { top, left, right } = card.getBoundingClientRect()
      return pressed.some((button) => {
        const box = button.getBoundingClientRect()
        return !card.contains(button) && box.left < right && box.right > left && Math.abs(top - box.bottom) < 4
      })
    })
    // A timer on the page has a start of its own.
    const next = pressed.filter((button) => button.matches('.go') && !button.closest('.timer'))
    const words = [...document.querySelectorAll<HTMLInputElement>('form[method=post] :is(textarea, input)[maxlength]')]
    const cutting = words.filter((one) => !/numeric|decimal/.test(one.inputMode) && one.type !== 'password')
    return [
      ...cutting.map((one) => `cuts what is pasted: ${one.outerHTML.slice(0, 100)}`),
      ...(next.length > 1 ? [`two say what comes next: ${next.map((part) => part.innerText).join(', ')}`] : []),
      ...over.map((part) => `over what follows: ${part.outerHTML.slice(0, 100)}`),
      ...touching.map((card) => `touches a button: ${card.outerHTML.slice(0, 100)}`),
      ...(document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []),
      ...cut.map((part) => `cut off: ${part.outerHTML.slice(0, 100)}`),
      ...small.map((part) => `too small: ${part.outerHTML.slice(0, 100)}`),
    ]
  })
  return [...measured, ...atReturn]
}

/** What moves by itself. */
function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration ?? 0) > 10)
      .map((one) => `${one.id} ${String((one.effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 80))}`),
  )
}

/** Opens everything that can open, so that it is looked at too. */
export const openFolds = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true
  })

/** The ways in which a page is looked at. */
export const ways = ['light', 'dark', 'narrow', 'enlarged', 'moving'] as const
export type Way = (typeof ways)[number]
/** Of the short form, by turns. */
const turns: readonly (readonly Way[])[] = [
  ['light', 'moving'],
  ['narrow', 'moving'],
  ['dark', 'moving'],
  ['enlarged', 'moving'],
]

/**
 * The open page in some ways: enlarged to 400 % on 1280 × 1024, on 320 × 568, by axe on a phone with all of it open.
 * Asks for less motion, and leaves the page on 360 × 740 in light.
 */
async function faultsOf(page: Page, of: readonly Way[]): Promise<Partial<Record<Way, readonly string[]>>> {
  const faults: Partial<Record<Way, readonly string[]>> = {}
  const onWidth = async (way: Way, height: number) => {
    if (!of.includes(way)) return
    await page.setViewportSize({ width: 320, height })
    faults[way] = await misfits(page)
  }
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await onWidth('enlarged', 256)
  await onWidth('narrow', 568)
  if (of.includes('moving')) faults.moving = await movingParts(page)
  await openFolds(page)
  await page.setViewportSize({ width: 360, height: 740 })
  for (const scheme of ['dark', 'light'] as const)
    if (of.includes(scheme)) faults[scheme] = await breaches(page, scheme)
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  return faults
}

const none = (): Record<Way, Record<string, readonly string[]>> => ({
  light: {},
  dark: {},
  narrow: {},
  enlarged: {},
  moving: {},
})
interface LookWish {
  readonly inAllWays?: boolean
  readonly open?: (() => Promise<unknown>) | undefined
}

/** What `Looks` holds where all is well. */
export const nothingWrong = none()

/** Looks at one page after another and remembers, by way and page, what was wrong. */
export class Looks {
  readonly wrong = none()
  readonly #everyNth: number
  /** How many pages there were to look at. */
  seen = 0
  /** How many were looked at. */
  looked = 0

  /** @param everyNth of so many pages one is looked at in the short form: where many are of one kind */
  constructor(everyNth = 1) {
    this.#everyNth = everyNth
  }

  /**
   * @param inAllWays also in the short form: for a page that no other looks like
   * @param open brings the page to it, and is not called for one that is not looked at
   */
  async at(page: Page, name: string, { inAllWays = false, open }: LookWish = {}): Promise<void> {
    this.seen += 1
    if (!isWhole && !inAllWays && this.seen % this.#everyNth !== 0) return
    await open?.()
    const turn = turns[this.looked % turns.length] ?? ways
    this.looked += 1
    const faults = await faultsOf(page, isWhole || inAllWays ? ways : turn)
    for (const way of ways) {
      const found = faults[way] ?? []
      if (found.length > 0) this.wrong[way][name] = found
    }
  }
}

/**
 * What of a screen of the check is wholly in the window and not covered, before anybody scrolls: every button that answers it,
 * and the first thing to tick. Runs in the page.
 */
export function answeringInSight() {
  window.scrollTo(0, 0)
  const isSeen = (part: Element) => {
    const { top, bottom, left, right } = part.getBoundingClientRect()
    const there = [(top + bottom) / 2, bottom - 2].map((y) => document.elementFromPoint((left + right) / 2, y))
    return top >= 0 && bottom <= window.innerHeight && there.every((shown) => part.contains(shown) && shown !== null)
  }
  const buttons = [...document.querySelectorAll('.answer-bar > button')]
  return {
    title: document.querySelector('h1')?.textContent ?? '',
    height: document.documentElement.scrollHeight,
    inSight: buttons.length > 0 && buttons.every(isSeen),
    tick: [...document.querySelectorAll('form.screen .tick')].slice(0, 1).some(isSeen),
    fits: document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  }
}

/**
 * What is wrong with the page that is open, to whoever sees it small, enlarged, in light or in dark, by axe and by measure.
 * In dark only contrast can differ, so only that is looked at.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type Scheme = 'light' | 'dark'

/** The same axe as the package's own main file, in less than half the letters: each page looked at has to read it. */
const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Brings axe into the page, unless it is there already: evaluated, which no policy of a page forbids. */
export async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe)
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
    const { violations, passes } = await axe.run({
      resultTypes: ['violations'],
      ...(contrastAlone && { runOnly: ['color-contrast'] }),
    })
    if (!contrastAlone && passes.length < 5) return ['axe checked hardly anything']
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary.slice(0, 200)}`),
    )
  }, scheme === 'dark')
}

/** What sticks out of the screen sideways, and what is pressed but smaller than 48 pixels. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const shown = (part: HTMLElement) => !part.closest('.unseen, svg, pre') && part.getClientRects().length > 0
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
    return [
      ...(document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []),
      ...cut.map((part) => `cut off: ${part.outerHTML.slice(0, 100)}`),
      ...small.map((part) => `too small: ${part.outerHTML.slice(0, 100)}`),
    ]
  })
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

/**
 * The open page in every way: enlarged to 400 % on 1280 × 1024, on 320 × 568, by axe on a phone with all of it open.
 * Asks for less motion, and leaves the page on 360 × 740 in light.
 */
async function faultsOf(page: Page): Promise<Record<Way, readonly string[]>> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 256 })
  const enlarged = await misfits(page)
  await page.setViewportSize({ width: 320, height: 568 })
  const narrow = await misfits(page)
  const moving = await movingParts(page)
  await openFolds(page)
  await page.setViewportSize({ width: 360, height: 740 })
  const dark = await breaches(page, 'dark')
  return { enlarged, narrow, moving, dark, light: await breaches(page, 'light') }
}

const none = (): Record<Way, Record<string, readonly string[]>> => ({
  light: {},
  dark: {},
  narrow: {},
  enlarged: {},
  moving: {},
})
/** What `Looks` holds where all is well. */
export const nothingWrong = none()

/** Looks at one page after another and remembers, by way and page, what was wrong. */
export class Looks {
  readonly wrong = none()
  /** How many pages were looked at. */
  seen = 0

  async at(page: Page, name: string): Promise<void> {
    this.seen += 1
    const faults = await faultsOf(page)
    for (const way of ways) if (faults[way].length > 0) this.wrong[way][name] = faults[way]
  }
}

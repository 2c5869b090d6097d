/**
 * Lighthouse with its mobile settings on the pages to learn from and to find and book somebody by, one after another. These need the
 * database, so the server brings up its own with the demonstration, in a folder that is gone afterwards.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFlow } from 'lighthouse'
import { launch, type Page } from 'puppeteer-core'
import { chromiumFlags, chromiumPath } from '../browser.ts'
import { serveOurs } from '../serving.ts'
import type { Report } from '../table.ts'
import { failingAudits, rowOf } from './lighthouse.ts'

const pages = {
  guide: '/guide',
  'an article': '/guide/heat-or-ice',
  'an article with tables': '/guide/which-painkiller',
  treatments: '/treatments',
  'a treatment': '/treatments/heat',
  questions: '/guide/questions',
  evidence: '/evidence',
  'ask a therapist': '/ask',
  letters: '/letters',
  'find a physio': '/find',
  'a search': '/find?place=Camden',
  diary: '/diary',
} as const

const bookingForm = 'the booking form'
/** Pages that search engines are asked to leave out. */
const keptFromSearch: readonly string[] = ['diary', bookingForm]

/** Longest that a fresh database may take, in milliseconds. */
const mostWait = 90_000

export async function lighthouseOfLearning(): Promise<Report> {
  const data = mkdtempSync(join(tmpdir(), 'unclench-bench-'))
  // The database runs as somebody else where we are root, and must reach its folder.
  chmodSync(data, 0o755)
  const ours = await serveOurs({ UNCLENCH_DATA: data })
  const browser = await launch({ executablePath: chromiumPath(), args: chromiumFlags, headless: true })
  const wrong: string[] = []
  try {
    const therapist = await aTherapist(ours.url)
    const page = await browser.newPage()
    await page.setBypassServiceWorker(true)
    const flow = await startFlow(page, { flags: { logLevel: 'error' } })
    for (const [name, path] of [...Object.entries(pages), ['a therapist', therapist] as const])
      await flow.navigate(`${ours.url}${path}`, { name })
    await toFreeTime(page, `${ours.url}${therapist}`)
    await flow.startNavigation({ name: bookingForm })
    await page.$eval(holdForm, (form) => HTMLFormElement.prototype.submit.call(form))
    await flow.endNavigation()
    if (!(await page.$(formField))) wrong.push('The last page was no form to book with.')
    const { steps } = await flow.createFlowResult()
    for (const step of steps) {
      const { runtimeError } = step.lhr
      if (runtimeError) wrong.push(`Lighthouse could not measure ${step.name}: ${runtimeError.message}`)
      for (const line of failingAudits(step)) console.error(`  ${step.name}: ${line}`)
    }
    return { wrong, rows: steps.map((step) => rowOf(step, keptFromSearch.includes(step.name))) }
  } finally {
    await browser.close()
    await ours.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

/** The address of the first therapist that a search finds, once the database answers. */
async function aTherapist(url: string): Promise<string> {
  for (const until = Date.now() + mostWait; Date.now() < until; ) {
    const html = await (await fetch(`${url}${pages['a search']}`)).text()
    const [, path] = /href="(\/therapists\/[a-z0-9-]+)"/.exec(html) ?? []
    if (path) return path
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The database did not open, or its demonstration has no therapist.')
}

const holdForm = 'main form[method="post"][action^="/book/"]'
const formField = 'input[name="name"]'

/** Opens the first free time of a therapist, where a button holds it. */
async function toFreeTime(page: Page, therapist: string): Promise<void> {
  await page.goto(therapist)
  const time = await page.$eval('main a[href^="/book/"]', (link) => link.getAttribute('href') ?? '')
  await page.goto(new URL(time, therapist).href)
}

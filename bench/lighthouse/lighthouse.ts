/**
 * Lighthouse with its mobile settings on the front page, the check, a result and a plan. Result and plan are reached as
 * a person reaches them, by posting a form, so they are measured as navigations that a page starts. The service worker
 * is passed over: what is measured is the page as the server sends it at a first visit.
 * Failing audits are printed; the scores are no reason to fail, since some of them are times.
 */
import { type FlowStep, startFlow } from 'lighthouse'
import { launch, type Page } from 'puppeteer-core'
import { answerAs } from '../../src/care/check/vignettes/answer-as.ts'
import { newTrail, writeTrail } from '../../src/web/care/check/trail.ts'
import { chromiumFlags, chromiumPath } from '../browser.ts'
import { serveOurs } from '../serving.ts'
import type { Report, Row } from '../table.ts'

const aim = 98
/** More screens than the plan asks. */
const mostScreens = 30

export async function lighthouse(): Promise<Report> {
  const [ours, browser] = await Promise.all([
    serveOurs(),
    launch({ executablePath: chromiumPath(), args: chromiumFlags, headless: true }),
  ])
  const wrong: string[] = []
  try {
    const page = await browser.newPage()
    await page.setBypassServiceWorker(true)
    const screens = await walkToPlan(page, ours.url)
    const flow = await startFlow(page, { flags: { logLevel: 'error' } })
    await flow.navigate(`${ours.url}/`, { name: 'home' })
    await flow.navigate(`${ours.url}/check`, { name: 'check' })
    await flow.startNavigation({ name: 'result' })
    await postWholeCheck(page)
    await flow.endNavigation()
    await askForPlan(page)
    for (let screen = 1; screen < screens; screen += 1) await skipScreen(page)
    await flow.startNavigation({ name: 'plan' })
    await press(page, 'skip')
    await flow.endNavigation()
    const { steps } = await flow.createFlowResult()
    for (const step of steps) {
      if (step.lhr.runtimeError)
        wrong.push(`Lighthouse could not measure ${step.name}: ${step.lhr.runtimeError.message}`)
      for (const line of failingAudits(step)) console.error(`  ${step.name}: ${line}`)
    }
    if (await isAsking(page)) wrong.push('The last page was still a question, not a plan.')
    return { wrong, rows: steps.map((step) => rowOf(step)) }
  } finally {
    await browser.close()
    await ours.stop()
  }
}

/**
 * What Lighthouse says of one page.
 * @param isPrivate it asks search engines to leave it out, which Lighthouse takes for a fault: that score is shown, and no aim
 */
export function rowOf({ name, lhr }: FlowStep, isPrivate = false): Row {
  const scores = Object.entries(lhr.categories).filter(([, { score }]) => score !== null)
  return {
    what: `Lighthouse, mobile: ${name}`,
    ours: scores.map(([, { title, score }]) => `${title} ${Math.round((score ?? 0) * 100)}`).join(', '),
    against: `each at least ${aim}${isPrivate ? ', but SEO' : ''}`,
    met: scores.every(([id, { score }]) => (isPrivate && id === 'seo') || Math.round((score ?? 0) * 100) >= aim),
  }
}

/** Audits with weight that are not perfect: what stands between the page and 100. */
export function failingAudits({ lhr }: FlowStep): readonly string[] {
  return Object.values(lhr.categories).flatMap((category) =>
    category.auditRefs.flatMap(({ id, weight }) => {
      const audit = lhr.audits[id]
      if (weight === 0 || !audit || audit.score === null || audit.score >= 0.9) return []
      return [`${category.title}: ${id} (${audit.score}) ${audit.title} ${audit.displayValue ?? ''}`.trim()]
    }),
  )
}

/** The way once without measuring. Returns how many screens the plan asks. */
async function walkToPlan(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/check`)
  await postAndWait(page, postWholeCheck)
  await askForPlan(page)
  for (let screens = 0; screens < mostScreens; screens += 1) {
    if (!(await isAsking(page))) return screens
    await skipScreen(page)
  }
  throw new Error('The plan never stops asking.')
}

/** Posts the form of the check with a well person's every answer: the next page is the result. */
async function postWholeCheck(page: Page): Promise<void> {
  const empty = await page.$eval('input[name=trail]', (input) => JSON.parse((input as HTMLInputElement).value))
  const { answers } = answerAs({ sex: 'female', age: 34 })
  const trail = { ...newTrail(empty.id, empty.protocol), steps: [{ answers, single: [] }] }
  await page.$eval(
    'input[name=trail]',
    (input, text) => {
      ;(input as HTMLInputElement).value = text
      HTMLFormElement.prototype.submit.call((input as HTMLInputElement).form)
    },
    writeTrail(trail),
  )
}

const askForPlan = (page: Page) =>
  postAndWait(page, () => page.$eval('form[action="/plan"]', (form) => HTMLFormElement.prototype.submit.call(form)))

const skipScreen = (page: Page) => postAndWait(page, () => press(page, 'skip'))

/** Posts the questions of the plan as this button would. */
async function press(page: Page, button: string): Promise<void> {
  await page.$eval(
    'form:has(input[name=screen])',
    (form, value) => {
      const pressed = document.createElement('input')
      Object.assign(pressed, { type: 'hidden', name: 'do', value })
      form.append(pressed)
      HTMLFormElement.prototype.submit.call(form)
    },
    button,
  )
}

const isAsking = async (page: Page) => (await page.$('form:has(input[name=screen])')) !== null

async function postAndWait(page: Page, post: (page: Page) => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation(), post(page)])
}

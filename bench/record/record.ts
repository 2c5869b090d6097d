/**
 * How long a page takes to open when the record holds a year of heavy use (5,000 events), on a processor four times slower.
 *
 * Chromium can slow down a page but not its worker, so the two are measured apart: from the start of the navigation to the
 * last byte of the answer, times four (that is the browser, the worker, the store and our pages); and from there to the
 * first paint, with the page itself slowed down four times. `at work`: the worker runs already. `stopped`: browsers stop it
 * after half a minute, and it has to start first; a page that needs no record shows what that alone costs.
 */
import type { CDPSession, Page } from 'playwright-core'
import { yearEnds, yearOfUse } from '../../src/web/care/record/year-of-use.fixtures.ts'
import { startBrowser } from '../browser.ts'
import { serveOurs } from '../serving.ts'
import { median, milliseconds, type Report, type Row } from '../table.ts'

const slower = 4
const limitMilliseconds = 100
const rounds = 9
const withoutRecord = '/emergency'
const addresses = ['/', '/today', '/record', '/diary', '/diary/chart', '/programme', '/report']

/** Medians, in milliseconds of a processor four times slower. */
interface Opened {
  readonly answered: number
  readonly painted: number
}

export async function record(): Promise<Report> {
  const [server, browser] = await Promise.all([serveOurs(), startBrowser()])
  const rows: Row[] = []
  const wrong: string[] = []
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await prepare(page, server.url)
    await devtools.send('ServiceWorker.enable')
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const start = await opened(page, devtools, server.url + withoutRecord, 'stopped')
    for (const address of addresses) {
      const status = (await page.goto(server.url + address))?.status()
      if (status !== 200) wrong.push(`${address} answered ${status}`)
      const warm = await opened(page, devtools, server.url + address, 'at work')
      const cold = await opened(page, devtools, server.url + address, 'stopped')
      rows.push(
        {
          what: `${address} with 5,000 events, CPU 4× slower: answer`,
          ours: `${milliseconds(warm.answered)} (painted ${milliseconds(warm.painted)} later)`,
          against: `under ${milliseconds(limitMilliseconds)}`,
          met: warm.answered < limitMilliseconds,
        },
        {
          what: '… when the worker was stopped and starts first',
          ours: `${milliseconds(cold.answered)} (painted ${milliseconds(cold.painted)} later)`,
          against: `${milliseconds(start.answered)} (start alone: a page without a record)`,
        },
      )
    }
    const kept = await page.goto(`${server.url}/record`)
    if (!(await kept?.text())?.includes('of 5000')) wrong.push('The record did not hold the 5,000 events.')
  } finally {
    await Promise.all([browser.close(), server.stop()])
  }
  return { rows, wrong }
}

async function opened(
  page: Page,
  devtools: CDPSession,
  address: string,
  worker: 'at work' | 'stopped',
): Promise<Opened> {
  const times: number[][] = []
  for (let round = 0; round < rounds; round += 1) {
    if (worker === 'stopped') await devtools.send('ServiceWorker.stopAllWorkers')
    times.push(await open(page, address))
  }
  return {
    answered: median(times.map(([answered = 0]) => answered)) * slower,
    painted: median(times.map(([, painted = 0]) => painted)),
  }
}

/** Lets the worker take charge and fills the record with a year that ends now. */
async function prepare(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      )
  })
  await page.goto(`${url}/record`)
  const shift = Date.now() - yearEnds
  const events = yearOfUse().map((event) => ({ ...event, at: event.at + shift }))
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('unclench')
        opening.onsuccess = () => {
          const tx = opening.result.transaction('events', 'readwrite')
          for (const event of all) tx.objectStore('events').put(event, event.id)
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          tx.onerror = () => reject(tx.error)
        }
      }),
    events,
  )
}

/** Opens a page; milliseconds to the answer's last byte, and from there to the first paint. */
async function open(page: Page, address: string): Promise<number[]> {
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  return await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
    const answered = navigation?.responseEnd ?? Number.NaN
    return [answered, paint - answered]
  })
}

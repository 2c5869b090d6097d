/**
 * The whole way through in a browser that knows nothing newer than early 2022: check, plan, diary, report, erasing. The
 * newer functions are taken away before the worker and before each page, by the same data that the built files are read with.
 */
import { readFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { isWhole, someOf } from '../scripts/short-form.ts'
import { forgetNewer } from '../scripts/browsers/forget-newer.ts'
import { complaintsOf, phone, root, sharedBrowser, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { jumpToResult, jumpToScreen } from './jump.ts'
import { answerScreen, plainStrain, send, walkToPlan, walkToResult } from './walk.ts'

let browser: Browser
let server: { readonly origin: string; readonly stop: () => void }
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  server = await serverForOlder()
  browser = await sharedBrowser()
  context = await browser.newContext(phone)
  context.setDefaultTimeout(10_000)
  await context.addInitScript(forgetNewer())
  complaints = complaintsOf(context)
  page = await context.newPage()
})
afterAll(async () => {
  await tidyBrowser()
  server?.stop()
})

/** An address that leads to the shared server, but for its worker, from which the newer functions are taken away first. */
async function serverForOlder(): Promise<typeof server> {
  const tellsHowMany =
    "self.addEventListener('message', ({ data, ports }) => { if (data === 'forgotten?') ports[0].postMessage([self.forgotten, typeof URL.parse, typeof [].findLast]) });\n"
  const worker = forgetNewer() + tellsHowMany + readFileSync(join(root, 'dist/client/worker.js'), 'utf8')
  const between = createServer((asked, answer) => {
    const { url = '/', method, headers } = asked
    if (url === '/worker.js') {
      answer.writeHead(200, { 'Content-Type': 'text/javascript', ETag: '"older"' })
      return void answer.end(method === 'HEAD' ? '' : worker)
    }
    const onward = request(inject('origin') + url, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers)
      got.pipe(answer)
    })
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => between.listen(0, resolve))
  // A server that listens on a port, and not on a path, has an address with a port.
  const { port } = between.address() as AddressInfo
  const stop = () => {
    between.close()
    between.closeAllConnections()
  }
  return { origin: `http://localhost:${port}`, stop }
}

const at = (path: string) => `${server.origin}${path}`
const heading = () => page.locator('h1').first().innerText()
const text = () => page.locator('main').innerText()

test('the check, the plan, a diary entry, the page for a doctor and erasing all go well', async () => {
  await visitAndWaitForWorker(page, server.origin)
  const gone = await page.evaluate(async () => {
    const asked = new MessageChannel()
    const told = new Promise((resolve) => {
      asked.port1.onmessage = ({ data }) => resolve(data)
    })
    navigator.serviceWorker.controller?.postMessage('forgotten?', [asked.port2])
    const here = [Reflect.get(self, 'forgotten'), typeof Reflect.get(URL, 'parse'), typeof Reflect.get([], 'findLast')]
    return { here, worker: await told }
  })
  const nothingLeft = [expect.any(Number), 'undefined', 'undefined']
  expect(gone).toEqual({ here: nothingLeft, worker: nothingLeft })
  for (const [taken] of [gone.here, gone.worker] as [number][]) expect(taken).toBeGreaterThan(100)

  await page.goto(at('/check'))
  // In the short form two screens and the result: what the built files name that is newer is found in them too (check-browsers.ts).
  if (isWhole) await walkToResult(page, plainStrain)
  else {
    for (const _screen of [1, 2]) await answerScreen(page, plainStrain)
    await jumpToScreen(page, 'age')
    await answerScreen(page, plainStrain)
    await jumpToResult(page)
  }
  expect(await heading()).toBe('You can start this at home')
  await walkToPlan(page)
  expect(new URL(page.url()).pathname).toBe('/plan')
  expect(await text()).toContain('When to look again')
  await send(page, 'form[action^="/plan/step/"] button, a[href^="/plan/step/"]')
  expect(await heading()).not.toBe('Something went wrong on our side')

  await page.goto(at('/diary/entry'))
  await page.locator('label:has(input[name="pain"][value="4"])').tap()
  await send(page, '.save-bar button')
  expect(await heading()).toBe('Your entry')
  await page.goto(at('/diary'))
  expect(await text()).toContain('4')

  for (const path of someOf(
    [
      '/today',
      '/movements',
      '/relax',
      '/prevent',
      '/prevent/walking',
      '/prevent/reminders',
      '/diary/chart',
      '/medicines/tally',
      '/record',
      '/record/erase',
      '/emergency',
      '/about',
    ],
    4,
  )) {
    const answer = await page.goto(at(path))
    expect([path, answer?.status(), answer?.fromServiceWorker()]).toEqual([path, 200, true])
  }

  await page.goto(at('/report'))
  expect(await text()).toContain('4')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('form[action="/report/unclench-report.pdf"] button').first().click(),
  ])
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')

  await page.goto(at('/record/erase'))
  await send(page, 'form[action="/record/erase"] button')
  expect(await text()).toMatch(/entr(y was|ies were) erased/)
  expect(complaints).toEqual([])
})

/** Old worker, new worker: an update replaces old questions and rules, and never breaks a check in progress. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { screens } from '../src/care/check/questions/screens.ts'
import { root, type RunningServer, sharedBrowser, startServer, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { jumpToResult, jumpToScreen } from './jump.ts'
import { layLine, type Line } from './line.ts'
import { answerScreen, plainStrain, send } from './walk.ts'

/** A second build beside the first: one question in other words, hence other rules in force and another build. */
const next = join(root, 'node_modules/.cache/unclench-next-build')
const oldWords = screens[0]?.title ?? ''
const newWords = oldWords.replace('?', ', today?')
const newBuild = 'feedfeedfeed'
let browser: Browser
/** The newer build, at work beside the older one that all tests share. */
let newer: RunningServer
let server: Line
let context: BrowserContext
let page: Page

beforeAll(async () => {
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  cpSync(join(root, 'dist'), next, { recursive: true })
  const [, build = ''] = /built = \{\s*"?id"?: "([0-9a-f]{12})"/.exec(text('server/main.js')) ?? []
  const server = readdirSync(join(next, 'server')).filter((file) => file.endsWith('.js'))
  for (const files of [['client/worker.js'], server.map((file) => `server/${file}`)]) {
    const changed = files.map((file) => text(file).replaceAll(oldWords, newWords).replaceAll(build, newBuild))
    for (const [index, file] of files.entries()) writeFileSync(join(next, file), changed[index] ?? '')
    if (build === '' || ![newWords, newBuild].every((words) => changed.some((one) => one.includes(words))))
      throw new Error(`${files.join(', ')} could not be changed into a newer build.`)
  }
  newer = await startServer(join(next, 'server/main.js'))
  browser = await sharedBrowser()
})
const text = (file: string) => readFileSync(join(next, file), 'utf8')
afterAll(async () => {
  await tidyBrowser()
  await newer?.stop()
  rmSync(next, { recursive: true, force: true })
})
beforeEach(async () => {
  server = await layLine(inject('origin'))
  context = await browser.newContext()
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await server.stop()
})

/** What leads to a result on the first screen. */
const anEmergency = { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }
const heading = (on: Page = page) => on.locator('h1').first().innerText()
const at = (path: string) => `${server.origin}${path}`
/** The rules that a result names. */
const rulesNamed = async (on: Page = page) =>
  /\d{4}-\d\d-\d\d-[0-9a-f]{14}/.exec((await on.locator('main').textContent()) ?? '')?.[0]
/** The same address, now served by the newer build. */
function putNewBuildInPlace(): void {
  server.leadTo(newer.origin)
}
/** Starts a check until the newer questions come: a start that cannot have them in time goes on with the older ones. */
async function startWithNewQuestions(on: Page): Promise<void> {
  const asks = async () => {
    await on.goto(at('/check'))
    await on.locator('form.screen').waitFor()
    return (await on.locator('main').innerText()).includes(newWords)
  }
  await expect.poll(asks, { timeout: 20_000, interval: 700 }).toBe(true)
}
const buildInCharge = async (on: Page) => {
  await on.goto(at('/about'))
  return ((await on.locator('body').textContent()) ?? '').includes(newBuild) ? 'new' : 'old'
}

test('the next check asks the new questions, and its result names the new rules', wholeFormOnly, async () => {
  await visitAndWaitForWorker(page, server.origin)
  await page.goto(at('/check'))
  expect(await page.locator('main').innerText()).toContain(oldWords)
  await answerScreen(page, anEmergency)
  const before = await rulesNamed()
  putNewBuildInPlace()
  await startWithNewQuestions(page)
  await answerScreen(page, anEmergency)
  const after = await rulesNamed()
  expect(before).toBeDefined()
  expect(after).toBeDefined()
  expect(after).not.toBe(before)
  expect(await buildInCharge(page)).toBe('new')
  const caches = await page.evaluate(async () => await self.caches.keys())
  expect(caches.filter((name) => name.includes(newBuild))).toHaveLength(1)
})

test('looking at the front page is enough for the new rules to be there for the check', wholeFormOnly, async () => {
  await visitAndWaitForWorker(page, server.origin)
  putNewBuildInPlace()
  await page.goto(server.origin)
  await expect.poll(() => buildInCharge(page), { timeout: 20_000, interval: 700 }).toBe('new')
})

test('a check in progress goes on under its own rules to its result; the next one has the new rules', async () => {
  await visitAndWaitForWorker(page, server.origin)
  await page.goto(at('/check'))
  await answerScreen(page, plainStrain)
  await jumpToScreen(page, 'age')
  const place = await heading()
  putNewBuildInPlace()
  const other = await context.newPage()
  await other.goto(server.origin)
  await other.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50))
  })
  await other.goto(server.origin)
  await page.reload()
  expect(await heading()).toBe(place)
  await answerScreen(page, plainStrain)
  await jumpToResult(page)
  expect(await heading()).toBe('You can start this at home')
  const before = await rulesNamed()
  await page.reload()
  expect(await rulesNamed()).toBe(before)
  await startWithNewQuestions(other)
  await answerScreen(other, anEmergency)
  expect(await rulesNamed(other)).toBeDefined()
  expect(await rulesNamed(other)).not.toBe(before)
})

test(
  'a check left half-way under old rules says kindly that the questions have changed, and keeps nothing half',
  wholeFormOnly,
  async () => {
    await visitAndWaitForWorker(page, server.origin)
    await page.goto(at('/check'))
    for (let screen = 0; screen < 4; screen += 1) await answerScreen(page, plainStrain)
    const place = page.url()
    const form = await page.content()
    putNewBuildInPlace()
    const later = await context.newPage()
    await later.goto(at('/offline'))
    await later.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await page.close()
    await later.close()
    // With every tab closed for a while, the browser itself lets the new worker in.
    await expect
      .poll(
        async () => {
          const look = await context.newPage()
          const build = await buildInCharge(look)
          await look.close()
          return build
        },
        { timeout: 20_000, interval: 700 },
      )
      .toBe('new')
    page = await context.newPage()
    await page.goto(place)
    expect(await heading()).toBe('The questions have been updated')
    expect(await page.locator('a.go[href="/check"]').count()).toBe(1)
    await page.goto(place)
    expect(await heading()).toBe('We cannot find that check')
    // The form itself, from a page that stayed open.
    await page.evaluate((html) => {
      const old = new DOMParser().parseFromString(html, 'text/html').querySelector('form.screen')
      if (old) document.body.append(old)
    }, form)
    await send(page, 'form.screen button.go')
    expect(await heading()).toBe('The questions have been updated')
  },
)

test('a finished result that asked for help is said again after an update', wholeFormOnly, async () => {
  await visitAndWaitForWorker(page, server.origin)
  await page.goto(at('/check'))
  await answerScreen(page, anEmergency)
  const result = page.url()
  putNewBuildInPlace()
  await page.goto(server.origin)
  await expect.poll(() => buildInCharge(page), { timeout: 20_000, interval: 700 }).toBe('new')
  await page.goto(result)
  expect(await heading()).toBe('The questions have been updated')
  expect(await page.locator('main').innerText()).toContain('Your result was: Get help now')
})

test(
  'a portal in the way: a check starts all the same, the old build goes on whole, and the new one comes in afterwards',
  wholeFormOnly,
  async () => {
    await visitAndWaitForWorker(page, server.origin)
    const { port } = new URL(server.origin)
    await server.stop()
    // The newer script is there; every file of it is the portal's page, called whatever was asked for.
    const portal = createServer((asked, answer) => {
      const path = asked.url ?? ''
      const type = path.endsWith('.css') ? 'text/css' : /\.js$/.test(path) ? 'text/javascript' : 'text/html'
      const body = path === '/worker.js' ? text('client/worker.js') : '<h1>Welcome to our Wi-Fi</h1>'
      answer.writeHead(200, { 'Content-Type': type, ETag: path === '/worker.js' ? `"${newBuild}"` : '"portal"' })
      answer.end(asked.method === 'HEAD' ? '' : body)
    })
    await new Promise<void>((resolve) => portal.listen(Number(port), 'localhost', resolve))
    try {
      await page.evaluate(async () => {
        await (await navigator.serviceWorker.ready).update().catch(() => undefined)
      })
      // How long a start may wait for it is counted on a clock of its own in worker-update.test.ts.
      await page.goto(at('/check'))
      await page.locator('form.screen').waitFor()
      expect(await page.locator('main').innerText()).toContain(oldWords)
      expect(await page.locator('main').innerText()).toContain('These questions are from')
      expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(50)
      expect(await buildInCharge(page)).toBe('old')
    } finally {
      portal.closeAllConnections()
      await new Promise((resolve) => portal.close(resolve))
    }
    server = await layLine(newer.origin, Number(port))
    await page.goto(server.origin)
    await expect.poll(() => buildInCharge(page), { timeout: 20_000, interval: 700 }).toBe('new')
    await page.goto(server.origin)
    expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(50)
  },
)

test('files that the browser wiped come back, and are there with no network', wholeFormOnly, async () => {
  await visitAndWaitForWorker(page, server.origin)
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await page.goto(at('/about'))
  await page.evaluate(() => document.fonts.ready)
  await page.goto(at('/check'))
  await page.waitForFunction(async () => {
    const [name = ''] = (await caches.keys()).filter((key) => key.startsWith('unclench-files-'))
    return name !== '' && (await (await caches.open(name)).keys()).length > 10
  })
  await server.stop()
  await context.setOffline(true)
  await page.goto(at('/emergency'))
  expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(50)
})

test('the player’s silence is served as the sound it is, by the server and by the worker', wholeFormOnly, async () => {
  expect((await fetch(at('/silence.wav'))).headers.get('content-type')).toBe('audio/wav')
  await visitAndWaitForWorker(page, server.origin)
  expect(await page.evaluate(async () => (await fetch('/silence.wav')).headers.get('Content-Type'))).toBe('audio/wav')
})

test('the worker is asked for anew each time, and not sent again when it is the same', async () => {
  const first = await fetch(at('/worker.js'))
  expect(first.headers.get('cache-control')).toBe('no-cache')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).not.toBe('')
  const again = await fetch(at('/worker.js'), { headers: { 'if-none-match': tag } })
  expect(again.status).toBe(304)
})

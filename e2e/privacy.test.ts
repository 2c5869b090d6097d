/** Where answers go: every byte that the browser sends is written down by a witness between it and our server. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { isWhole, someOf } from '../scripts/short-form.ts'
import {
  complaintsOf,
  phone,
  sharedBrowser,
  startWitness,
  tidyBrowser,
  visitAndWaitForWorker,
  type Witness,
} from './browser.ts'
import { jumpToResult, jumpToScreen } from './jump.ts'
import { allPages } from './pages.ts'
import { answerScreen, plainStrain, send, walkThroughGate, walkToPlan, walkToResult } from './walk.ts'

const server = { origin: inject('origin') }
let witness: Witness
let browser: Browser

beforeAll(async () => {
  witness = await startWitness()
  browser = await sharedBrowser()
})
afterAll(async () => {
  await tidyBrowser()
  await witness?.stop()
})
beforeEach(() => {
  witness.sent.length = 0
  witness.strangers.length = 0
})

async function open(options = {}) {
  // All that the device asks for goes by the witness, loopback included.
  const proxy = { server: witness.address, bypass: '<-loopback>' }
  const context = await browser.newContext({ ...phone, proxy, ...options })
  context.setDefaultTimeout(10_000)
  return { context, page: await context.newPage(), complaints: complaintsOf(context) }
}
/** What was sent to our own server. */
const toUs = () => witness.sent.filter(({ url }) => url.startsWith(server.origin))
const heading = (page: Page) => page.locator('h1').first().innerText()

/** A device with the worker in charge, which the tests below have one after the other, as one person would. */
let device: Awaited<ReturnType<typeof open>> | undefined
/** Where the result of its check is. */
let result: string | undefined
async function onDevice() {
  if (device) return device
  device = await open({ acceptDownloads: true })
  await visitAndWaitForWorker(device.page, server.origin)
  expect(toUs().filter(({ method }) => method !== 'GET')).toEqual([])
  witness.sent.length = 0
  return device
}
/** The same, on the result of its check. */
async function onResult() {
  const { page, ...rest } = await onDevice()
  if (!result) {
    await page.goto(`${server.origin}/check`)
    await jumpToResult(page)
    result = page.url()
  }
  await page.goto(result)
  return { page, ...rest }
}
/** What was sent but a look for a newer worker. */
const sentBeside = () =>
  toUs()
    .map(({ method, url, body }) => `${method} ${new URL(url).pathname} ${body}`.trim())
    .filter((line) => !/^(GET|HEAD) \/worker\.js$/.test(line))

test('with the worker active, a whole check, its summary and its record send nothing but a look for a newer worker', async () => {
  const { page, complaints } = await onDevice()
  await send(page, 'a[href="/check"]')
  const told = { ...plainStrain, worry: 'a secret worry' }
  // In the short form the first screens one by one, and then the last: each is sent to the worker by the same form.
  if (!isWhole) {
    for (let screen = 0; screen < 2; screen += 1) await answerScreen(page, told)
    await jumpToScreen(page, 'I4')
  }
  await walkToResult(page, told)
  expect(await heading(page)).toBe('You can start this at home')
  result = page.url()
  await send(page, 'a[href$="/summary"], button[formaction$="/summary"], form[action$="/summary"] button')
  await page.goto(`${server.origin}/record`)
  await page.goto(`${server.origin}/emergency`)
  expect(toUs().map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toContain('HEAD /worker.js')
  expect(sentBeside()).toEqual([])
  expect(JSON.stringify(witness.sent)).not.toMatch(/painNow|secret|trail|lowBack/)
  expect(witness.strangers).toEqual([])
  expect(complaints).toEqual([])
})

test('with the worker active, plan, steps, movements, painkillers and doses send nothing either', async () => {
  const { page, complaints } = await onResult()
  await walkToPlan(page)
  await send(page, '.step-card')
  await send(page, 'button[value="done"]')
  await page.goto(`${server.origin}/movements/M08`)
  await page.goto(`${server.origin}/medicines`)
  await walkThroughGate(page)
  await send(page, 'button[value="open"]')
  await page.locator('input[name="product"][value="paracetamol500"]').check()
  await page.locator('input[name="units"][value="2"]').check()
  await send(page, 'button[value="may"]')
  await send(page, 'button[value="record"]')
  expect(await page.locator('main').innerText()).toContain('1,000 mg')
  expect(sentBeside()).toEqual([])
  expect(JSON.stringify(witness.sent)).not.toMatch(/profile|trail|paracetamol/)
  expect(witness.strangers).toEqual([])
  expect(complaints).toEqual([])
})

test('with the worker active, “Make an accessible PDF” sends ids of steps once it is pressed, and no answer; offline it says why not', async () => {
  const { context, page, complaints } = await onDevice()
  await page.goto(`${server.origin}/plan`)
  if ((await page.locator('.step-card').count()) === 0) {
    await onResult()
    await walkToPlan(page)
  }
  const button = page.getByRole('button', { name: 'Make an accessible PDF' })
  await button.scrollIntoViewIfNeeded()
  witness.sent.length = 0
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), button.click()])
  expect(file.suggestedFilename()).toBe('unclench-my-plan.pdf')
  expect(readFileSync(await file.path()).toString('latin1')).toMatch(/^%PDF-[\s\S]*pdfuaid:part/)
  const posts = toUs().filter(({ method }) => method === 'POST')
  expect(posts.map(({ url }) => new URL(url).pathname)).toEqual(['/guide/pdf/own'])
  expect(Object.keys(JSON.parse(posts[0]?.body ?? '{}')).toSorted()).toEqual(
    ['kind', 'movement', 'time', 'sections', 'tingles', 'pattern', 'reviews', 'bothWays'].toSorted(),
  )
  expect(JSON.stringify(witness.sent)).not.toMatch(/profile|trail|painNow/)
  expect(witness.strangers).toEqual([])
  await context.setOffline(true)
  await button.click()
  await page.waitForURL('**/plan/paper')
  expect(await heading(page)).toBe('There is no file this time')
  expect(await page.locator('main').innerText()).toContain('this needs the network')
  expect(complaints.filter((text) => !/503|Failed to load|ERR_INTERNET/.test(text))).toEqual([])
  await context.setOffline(false)
})

test('what was said of safety at home is gone after its page: by reload, by Back, and after Leave quickly', async () => {
  const { context, page } = await onDevice()
  const told = { ...plainStrain, I4: 'hurt', worry: 'he gets rough with me' }
  const toHome = async () => {
    await page.goto(`${server.origin}/check`)
    await jumpToScreen(page, 'I4')
    await answerScreen(page, told)
    expect(await heading(page)).toBe('You can talk to someone in private')
  }
  const nothingLeft = async () => {
    expect(await page.locator('[name="q.I4"]:checked').count()).toBe(0)
    expect(await page.content()).not.toMatch(/rough with me|"I4":/)
  }
  await toHome()
  await page.reload()
  expect(await heading(page)).not.toBe('You can talk to someone in private')
  await nothingLeft()

  await toHome()
  await page.goBack()
  await nothingLeft()

  await toHome()
  await context.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }))
  await page.locator('a[data-leave]').click()
  await page.waitForURL(/bbc/)
  await page.goBack()
  expect(await heading(page)).not.toBe('You can talk to someone in private')
  await nothingLeft()
})

test('the witness would have seen it: without the worker, answers go to our own server and nowhere else', async () => {
  const { context, page } = await open({ serviceWorkers: 'block' })
  await page.goto(`${server.origin}/check`)
  await answerScreen(page, plainStrain)
  await page.goto(`${server.origin}/check`)
  await jumpToResult(page, { ...plainStrain, F5: 'yes' })
  const posts = toUs().filter(({ method }) => method === 'POST')
  expect(posts).toHaveLength(2)
  expect(JSON.stringify(posts)).toContain('F5')
  expect(new Set(posts.map(({ url }) => new URL(url).pathname))).toEqual(new Set(['/check']))
  expect(posts.filter(({ url }) => /[?&]/.test(url))).toEqual([])
  expect(witness.strangers).toEqual([])
  await context.close()
})

test('no page asks anybody else for anything, sets a cookie, or breaks its own content policy', async () => {
  // From the server; those of the worker have the same (device-app.test.tsx), and the device above complained of none.
  const { context, page, complaints } = await open({ serviceWorkers: 'block' })
  // In the short form every seventh; what each page is sent with is asked in Node (security-headers.test.ts).
  for (const path of someOf(allPages, 7)) {
    const answer = await page.goto(`${server.origin}${path}`)
    const policy = (await answer?.headerValue('content-security-policy')) ?? ''
    expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")])
    expect([path, policy]).not.toEqual([path, expect.stringMatching(/unsafe|\*|https?:|data:|blob:/)])
    expect([path, await answer?.headerValue('referrer-policy')]).toEqual([path, 'same-origin'])
    expect(await answer?.headerValue('set-cookie')).toBeNull()
  }
  expect(witness.strangers).toEqual([])
  expect(toUs().length).toBeGreaterThan(3)
  expect(toUs().filter(({ headers }) => /"cookie"/i.test(headers))).toEqual([])
  expect(await context.cookies()).toEqual([])
  // That the page of a wrong address is a 404 is as it should be.
  expect(complaints.filter((text) => !/\/no-such-page$|^Service Worker registration blocked/.test(text))).toEqual([])
  await context.close()
})

test('an inline script or a stranger’s picture would be refused', async () => {
  const { context, page, complaints } = await open({ serviceWorkers: 'block' })
  await page.goto(server.origin)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken over"'
    const picture = new Image()
    picture.src = 'https://example.com/spy.png'
    document.body.append(script, picture)
  })
  await page.waitForTimeout(200)
  expect(await page.title()).not.toBe('taken over')
  expect(complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(2)
  expect(witness.strangers).toEqual([])
  await context.close()
})

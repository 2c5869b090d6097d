/** What links of mails do in a real browser that nobody touches, as the machines of mail services open them with scripts on. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { bookedVisit, type Clinic, mailTo, sharedClinic, therapistOf } from './clinic.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

const mailed = async (address: string, subject: RegExp) => (await mailTo(server.outbox, address, subject)).text ?? ''

/** A page with a clock of its own. */
async function newPage(context: BrowserContext) {
  const page = await context.newPage()
  await page.clock.install()
  return page
}

/** Opens it and leaves it alone for half a minute of the page's own clock. @returns what was sent with a change in mind, and where it ended */
async function leftOpen(context: BrowserContext, link: string) {
  const page = context.pages()[0] ?? (await newPage(context))
  const changing: string[] = []
  page.on('request', (request) => {
    if (!['GET', 'HEAD'].includes(request.method())) changing.push(`${request.method()} ${request.url()}`)
  })
  await page.goto(link, { waitUntil: 'load' })
  await page.clock.runFor(30_000)
  // What was sent then is heard of by now: this answer comes after it.
  await page.evaluate(async () => await (await fetch('/icon.svg')).arrayBuffer())
  const at = new URL(page.url()).pathname
  page.removeAllListeners('request')
  return { changing, at }
}

test('a link to sign in by sends nothing by itself where nobody asked, and still works in the browser that did', async () => {
  const [mine, theirs] = await Promise.all([1, 2].map(() => browser.newContext({ serviceWorkers: 'block' })))
  if (!mine || !theirs) throw new Error('no browser')
  const page = await newPage(mine)
  await page.goto(`${server.origin}/account/sign-in`)
  await page.getByLabel(/email/i).first().fill('robin@people.example')
  await page
    .getByRole('button', { name: /email|link|send/i })
    .first()
    .click()
  await page.waitForURL(/\/account\/sign-in\/sent/)
  const link =
    /http:\/\/localhost:\d+\/account\/sign-in\/link\/\S+/.exec(await mailed('robin@people.example', /sign/i))?.[0] ?? ''
  for (let times = 0; times < 2; times += 1) {
    const { changing, at } = await leftOpen(theirs, link)
    expect(changing).toEqual([])
    expect(at).toMatch(/^\/account\/sign-in\/link\//)
  }
  expect((await theirs.cookies()).filter(({ name }) => name.includes('session'))).toEqual([])
  // The same page in the browser that asked goes on by itself: the look above would have seen it.
  const own = await leftOpen(mine, link)
  expect([own.changing.length, own.at]).toEqual([1, '/account'])
  await mine.close()
  await theirs.close()
})

test('the links of a booked visit send nothing by themselves, and the visit stands', async () => {
  const visit = await bookedVisit(server.origin, therapistOf.mailedLink, 'Robin Ashdown', 'robin.links@example.org')
  const link = /http:\/\/localhost:\d+\/visits\/\S+/.exec(await mailed('robin.links@example.org', /^Booked/))?.[0] ?? ''
  const robot = await browser.newContext({ serviceWorkers: 'block' })
  for (const path of ['', '/cancel', '/move', '/calendar', '/earlier'])
    expect([path, (await leftOpen(robot, `${link}${path}`)).changing]).toEqual([path, []])
  expect(await (await fetch(server.origin + visit)).text()).toMatch(/<h1[^>]*>Your visit is booked</)
  await robot.close()
})

/**
 * Learn in a browser: its pages as they look, with no network, and a search that tells nobody what is looked for.
 * Every other page of the guide is made of the same parts; src/web/care/guide holds the words and links of each.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { phone, sharedBrowser, tidyBrowser } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { openForAxe, testNothingWrong } from './every-page.ts'
import { Looks } from './looks.ts'
import { print } from './printed.ts'

const origin = inject('origin')
const looks = new Looks(5)
let browser: Browser

/** One of each kind: shelves, drawings, a table from the rules, effects, a long table, questions. */
const pages = [
  ...['/guide', '/guide/heat-or-ice', '/guide/spasm-or-sciatica', '/guide/what-is-a-spasm', '/guide/which-painkiller'],
  ...['/guide/how-long-it-takes', '/guide/lifting', '/guide/work', '/guide/how-to-choose-a-physio', '/guide/questions'],
  ...[
    '/guide/questions/have-i-slipped-a-disc',
    '/evidence',
    '/evidence?theme=medicines',
    '/treatments',
    '/treatments?group=medicines&by=nice',
    '/treatments/tens',
  ],
]

beforeAll(async () => {
  browser = await sharedBrowser()
  const page = await openForAxe(browser, { serviceWorkers: 'block' })
  for (const path of pages) {
    const open = async () => expect([path, (await page.goto(`${origin}${path}`))?.status()]).toEqual([path, 200])
    await looks.at(page, path, { open })
  }
  for (const words of ['heet', 'cant pee', 'zzzzqq']) {
    const open = async () => {
      await page.goto(`${origin}/guide`)
      await page.fill('#guide-words', words)
      await page.press('#guide-words', 'Enter')
      await page.waitForURL(`${origin}/guide/search`)
    }
    await looks.at(page, `search for ${words}`, { open })
  }
  await page.context().close()
}, 300_000)
afterAll(tidyBrowser)

testNothingWrong(looks)

test('the data for search engines breaks no rule of the page', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => /Content.Security.Policy/i.test(message.text()) && refused.push(message.text()))
  await page.goto(`${origin}/guide/heat-or-ice`)
  expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1)
  expect(refused).toEqual([])
  await context.close()
})

test.each(['/guide/heat-or-ice', '/treatments/tens'])('%s names a picture of its own, which is there', async (path) => {
  const html = await (await fetch(`${origin}${path}`)).text()
  const [, picture = ''] = /property="og:image" content="(https?:\/\/[^"]+)"/.exec(html) ?? []
  const answer = await fetch(`${origin}${new URL(picture).pathname}`)
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  const png = Buffer.from(await answer.arrayBuffer())
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
})

describe('on a device', () => {
  test('the guide can be read, printed, and searched while one types, with no network and without a word to any server', async () => {
    const { context, page } = await openDevice(phone)
    page.setDefaultTimeout(15_000)
    await page.goto(`${origin}/guide`)
    await context.setOffline(true)
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
    await page.locator('#guide-words').pressSequentially('heet')
    await page.getByText('answers for “heet”').first().waitFor()
    expect(await page.locator('[data-said]').textContent()).toContain('answers for “heet”')
    await page.fill('#guide-words', 'cant pee')
    await page.getByText('may mean a change in peeing').first().waitFor()
    expect(await page.locator('[data-found] a[href="tel:999"]').count()).toBe(1)
    // One place speaks, and says danger before it says what was found; where there is none it says what was found alone.
    expect(await page.locator('[data-said]').textContent()).toMatch(/^This first\..*may mean.*for “cant pee”/s)
    expect(await page.locator('[data-found] :is([role="status"], [role="alert"], [aria-live])').count()).toBe(0)
    await page.fill('#guide-words', 'physio in Camden')
    await page.locator('[data-found] a[href="/find?place=Camden%2C+NW1"]').waitFor()
    expect(await page.locator('[data-said]').textContent()).toMatch(/^[0-9]+ answers for “physio in Camden”/)
    expect(asked).toEqual([])
    expect(page.url()).toBe(`${origin}/guide`)
    // An older answer that comes late, and an emptied field, leave nothing behind.
    await page.fill('#guide-words', '')
    await page.waitForFunction(() => document.querySelector('[data-found]')?.childElementCount === 0)
    for (const path of ['/guide/heat-or-ice', '/treatments', '/guide/questions']) {
      await page.goto(`${origin}${path}`)
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
      expect(await page.locator('h1').textContent()).not.toMatch(/internet|offline/i)
    }
    // On paper it leads to the site from there too.
    await page.goto(`${origin}/treatments/heat`)
    expect((await print(page)).text).toContain(`(${origin}/evidence)`)
    await putAway(context)
  }, 60_000)

  test('where no worker is in charge, typing asks nobody: the form is the way', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(`${origin}/guide`)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.locator('#guide-words').pressSequentially('cant pee')
    await page.waitForTimeout(600)
    expect(asked).toEqual([])
    expect(await page.locator('[data-found]').textContent()).toBe('')
    await context.close()
  })
})

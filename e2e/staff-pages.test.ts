/**
 * Every page of the staff that can be reached by links, as an owner of the demonstration: on the narrowest phone, on one as wide
 * as most and on a desk axe finds nothing, nothing sticks out to the side, and nothing to press is too small or touches another.
 * In the short form every fourth page is looked at, on one of the three by turns; every twelfth by axe. The others are
 * asked for all the same, since they lead to more.
 * And the pages on which a person signs in, waits for a time and asks for a course.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { isWhole, someOf } from '../scripts/short-form.ts'
import { type Clinic, sharedClinic } from './clinic.ts'
import { faultsOf } from './page-faults.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

/** The same page with another id or day in it is looked at once. */
const kindOf = (href: string) => {
  const { pathname, searchParams } = new URL(href, 'http://x')
  const shown = [...searchParams].filter(([name]) => ['view', 'list', 'by', 'tab', 'look'].includes(name))
  return `${pathname.replace(/[\da-f]{8}-[\da-f-]{27}/g, ':id').replace(/\d{4}-\d\d-\d\d/g, ':day')} ${shown.join(' ')}`
}

const ways = [
  ['a desk, light', { width: 1280, height: 800 }, 'light'],
  ['the narrowest phone, dark', { width: 320, height: 640 }, 'dark'],
  // As wide as most: words stand in other lines than on the narrowest, and so do links under one another.
  ['a phone, light', { width: 390, height: 844 }, 'light'],
] as const

/** The open page in each of the ways, or in the short form in one. */
async function faultsOnEach(page: Page, nth: number): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [where, viewport, colorScheme] of someOf(ways, 3, Math.floor(nth / 4))) {
    await page.setViewportSize(viewport)
    // Without motion, since a colour on its way from light to dark is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const fault of await faultsOf(page, isWhole || nth % 12 === 0)) faults.push(`on ${where}: ${fault}`)
  }
  return faults
}

test('times near one that cannot be had look like what can be pressed, in our own letters; with letters of twice the size on a phone the name of the clinic has room beside nothing else', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 740 } })
  context.setDefaultTimeout(15_000)
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    await page.goto(`${server.origin}/console/sign-in`)
    await page.locator('button', { hasText: /owner/i }).first().click()
    await page.waitForURL(/\/console(?!\/sign-in)/)
    const [name, acts] = await page.evaluate(() =>
      ['.side-clinic', '.side-who'].map((of) => {
        const box = document.querySelector(of)?.getBoundingClientRect()
        return { top: box?.top ?? 0, tall: box?.height ?? 0, wide: box?.width ?? 0 }
      }),
    )
    // A letter to each line was some nine hundred pixels tall.
    expect(name?.tall).toBeLessThan(140)
    expect(acts?.top).toBeGreaterThanOrEqual((name?.top ?? 0) + (name?.tall ?? 0))
    await session.detach()
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(`${server.origin}/console/calendar/new`)
    // In the night nobody works, so others are named.
    await page.locator('#time').fill('03:00')
    await page.getByRole('button', { name: 'Look at this time' }).click()
    const near = page.locator('.near-times button').first()
    const looks = await near.evaluate((button) => {
      const [own, body] = [getComputedStyle(button), getComputedStyle(document.body)]
      return { isOurs: own.fontFamily === body.fontFamily && own.fontSize === body.fontSize, round: own.borderRadius }
    })
    expect(looks).toEqual({ isOurs: true, round: expect.not.stringMatching(/^0|^2px/) })
  } finally {
    await context.close()
  }
})

test('nothing is wrong with any page of the staff, on the narrowest phone in dark and on a desk in light', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: true })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(`${server.origin}/console/sign-in`)
  await page.locator('button', { hasText: /owner/i }).first().click()
  await page.waitForURL(/\/console(?!\/sign-in)/)
  const open = ['/console', '/console/grants', '/console/people?name=a', '/console/requests']
  const seen = new Map(open.map((href) => [kindOf(href), href]))
  const wrong: string[] = []
  for (const [nth, href] of open.entries()) {
    const isLookedAt = isWhole || nth % 4 === 0
    const answer = await (isLookedAt ? page.goto(server.origin + href) : page.request.get(server.origin + href))
    if (answer?.status() !== 200) wrong.push(`${kindOf(href)}: answered ${answer?.status()}`)
    if (isLookedAt) for (const fault of await faultsOnEach(page, nth)) wrong.push(`${kindOf(href)} ${fault}`)
    const links = [...((await answer?.text()) ?? '').matchAll(/<a\b[^>]* href="(\/console[^"]*)"/g)]
    for (const link of links.map(([, one = '']) => one.replaceAll('&amp;', '&'))) {
      if (seen.has(kindOf(link)) || /sign-in|\.ics/.test(link) || seen.size > 80) continue
      seen.set(kindOf(link), link)
      open.push(link)
    }
  }
  await context.close()
  expect(seen.size).toBeGreaterThan(25)
  expect(wrong).toEqual([])
}, 240_000)

describe('a person on the narrowest phone', () => {
  test('finds nothing wrong with signing in, waiting for a time and asking for a course, and gets through each by keys', async () => {
    const viewport = { width: 320, height: 640 }
    const context = await browser.newContext({ viewport, serviceWorkers: 'block', bypassCSP: true })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    const wrong: string[] = []
    let looks = 0
    const look = async (name: string) => {
      looks += 1
      // By axe every third of them in the short form.
      for (const fault of await faultsOf(page, isWhole || looks % 3 === 1)) wrong.push(`${name}: ${fault}`)
      // By keys every second, from the second on: the door, the waiting list and the course have a form.
      if (isWhole || looks % 2 === 0) for (const fault of await keysStuckAt(page)) wrong.push(`${name}: ${fault}`)
    }
    await page.goto(`${server.origin}/account`)
    await look('account')
    await page.goto(`${server.origin}/account/sign-in`)
    await look('sign in')
    await page.goto(`${server.origin}/find?place=E2`)
    await page.goto(
      server.origin + (await page.locator('a[href^="/therapists/"][href*="/times"]').first().getAttribute('href')),
    )
    await look('times')
    const [join, book] = await Promise.all(
      ['a[href^="/waiting/join/"]', 'a[href^="/book/"]'].map((link) => page.locator(link).first().getAttribute('href')),
    )
    await page.goto(server.origin + join)
    expect(await page.locator('form[method="post"]').count()).toBeGreaterThan(0)
    await look('waiting')
    await page.goto(server.origin + book)
    await look('a time')
    const course = page.locator('form[action$="/course"]')
    expect(await course.count()).toBe(1)
    await course.locator('button').first().click()
    await page.waitForURL(/\/course/)
    await look('course')
    await context.close()
    expect(wrong).toEqual([])
  }, 120_000)
})

/** Walks through the page by the Tab key: what it never comes to, or cannot be seen when it is there. */
async function keysStuckAt(page: Page): Promise<readonly string[]> {
  await page.evaluate('document.activeElement?.blur?.(); scrollTo(0, 0)')
  const wanted: number = await page.evaluate(() => {
    const groups = new Set<string>()
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary'),
    ]
    const met = all.filter((one) => {
      if (one.getClientRects().length === 0 || (one as HTMLButtonElement).disabled) return false
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true
      // The keys come to a group of radio buttons once.
      if (groups.has(one.name)) return false
      groups.add(one.name)
      return true
    })
    return met.length
  })
  const seen = new Set<string>()
  const faults: string[] = []
  for (let press = 0; press < wanted + 3; press += 1) {
    await page.keyboard.press('Tab')
    const at: { key: string; isSeen: boolean } | null = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return null
      const { width, height } = one.getBoundingClientRect()
      const key = `${[...document.querySelectorAll('*')].indexOf(one)}`
      return { key, isSeen: width > 0 && height > 0 }
    })
    if (!at) continue
    seen.add(at.key)
    if (!at.isSeen) faults.push(`the keys come to something that is not to be seen (${at.key})`)
  }
  if (seen.size < wanted) faults.push(`the keys come to ${seen.size} of ${wanted}`)
  return faults
}

/**
 * Every page as the server draws it, looked at in every way: walking through them takes the time. In the short form every
 * eighth one is, and they take turns (looks.ts).
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { isWhole } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { openForAxe, testNothingWrong } from './every-page.ts'
import { breaches, Looks } from './looks.ts'
import { allPages } from './pages.ts'
import { everyPage } from './tour.ts'

const origin = inject('origin')
const looks = new Looks(8)
let browser: Browser

/** Every kind of timer that a step showed. */
let timers: ReadonlySet<string> = new Set()
beforeAll(async () => {
  browser = await sharedBrowser()
  const page = await openForAxe(browser, { serviceWorkers: 'block' })
  timers = await everyPage(page, origin, (name, open) => looks.at(page, name, { open }))
}, 300_000)
afterAll(tidyBrowser)

testNothingWrong(looks)

test('what is too small to be pressed, and a picture without words, would be seen', async () => {
  const page = await openForAxe(browser)
  await page.goto(`${origin}/about`)
  await page.evaluate(() => {
    const small = '<button style="all: unset; width: 12px; height: 12px; display: inline-block">x</button>'
    document.querySelector('h1')?.insertAdjacentHTML('afterend', `${small}${small}<img src="/icon.svg">`)
  })
  const seen = (await breaches(page)).map((said) => said.split(':')[0])
  expect(seen.toSorted()).toEqual(['image-alt', 'target-size', 'target-size'])
  await page.context().close()
})

test('every page was looked at', () => {
  expect(looks.seen).toBeGreaterThan(allPages.length + (isWhole ? 55 : 42))
  expect([...timers].sort()).toEqual(['breath', 'heat', 'hold', 'relax', 'reps', 'walk'])
})

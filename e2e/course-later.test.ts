/** Several visits of the demonstration, moved and cancelled from one on, in a real browser; with scripts and without. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic, therapistOf } from './clinic.ts'
import { bringAxe } from './looks.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

async function press(page: Page, what: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), what.click()])
}
const heading = (page: Page) => page.locator('h1').first().innerText()

/** Books three visits, a week apart or at the nearest time to that. */
async function bookThree(page: Page): Promise<void> {
  await page.goto(`${server.origin}/find?place=SE15`)
  await press(page, page.locator(`a[href^="/book/${therapistOf.courseLater}?"]`).last())
  await page.getByLabel('How many').selectOption('3')
  await press(page, page.locator('form[action$="/course"] button').first())
  await press(page, page.getByRole('button', { name: 'Hold these for 5 minutes' }))
  await page.getByLabel('Your name').fill('Robin Ashdown')
  await page.getByLabel('Email').fill('robin.course@example.org')
  await page.getByText(/^I pay/).click()
  await press(page, page.getByRole('button', { name: /^Book all 3/ }))
}

// In the short form without scripts, where nothing but forms can do it; axe looks at pages of a course in staff-pages.test.ts.
test.each(someOf([true, false], 2, 1))(
  'a course is moved and cancelled from one visit on (scripts: %s)',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({
      ...{ viewport: { width: 320, height: 640 }, javaScriptEnabled, serviceWorkers: 'block', locale: 'en-GB' },
      bypassCSP: true,
    })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    const looksRight = async () => {
      if (!javaScriptEnabled) return
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await bringAxe(page)
      const found = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      )
      expect(found).toEqual([])
    }
    await bookThree(page)
    const visit = page.url()
    const dates = () => page.locator('#course ~ ol li').allInnerTexts()
    const before = await dates()
    expect(before).toHaveLength(3)

    await press(page, page.getByRole('link', { name: 'Move it' }))
    await press(page, page.locator('.move-times a').last())
    await press(page, page.getByRole('link', { name: /^Move this and the 2 later ones as far/ }))
    expect(await heading(page)).toBe('Move these 3 visits?')
    await looksRight()
    await press(page, page.getByRole('button', { name: 'Move all 3' }))
    expect(page.url()).toBe(visit)
    expect((await dates())[0]).not.toBe(before[0])
    expect(await heading(page)).toMatch(/^[23] of your visits are moved$/)

    await press(page, page.getByRole('link', { name: 'Cancel this and the 2 later ones' }))
    expect(await page.locator('main').innerText()).toContain('It costs nothing now.')
    await looksRight()
    await press(page, page.getByRole('button', { name: 'Cancel all 3' }))
    expect(await heading(page)).toBe('3 of your visits are cancelled')
    expect((await dates()).filter((line) => line.includes('(cancelled)'))).toHaveLength(3)
    await context.close()
  },
)

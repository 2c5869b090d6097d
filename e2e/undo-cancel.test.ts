/** A visit of the demonstration that staff cancel and put back again, in a real browser, with scripts and without. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic } from './clinic.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

/** Opens a booked visit of tomorrow or one of the days after it. */
async function openBookedVisit(page: Page): Promise<void> {
  await page.goto(`${server.origin}/console/sign-in`)
  await page.locator('button', { hasText: /owner/i }).first().click()
  await page.waitForURL(/\/console(?!\/sign-in)/)
  const today = Temporal.Now.plainDateISO('Europe/London')
  for (let ahead = 2; ahead < 9; ahead += 1) {
    await page.goto(`${server.origin}/console/days/${today.add({ days: ahead })}`)
    const links = page.locator('a[href^="/console/visits/"]')
    if ((await links.count()) > 0) {
      await links.first().click()
      return page.waitForURL(/\/console\/visits\//)
    }
  }
  throw new Error('nobody is booked in the next days')
}

// The page has no script of its own. In `npm test`: undo-cancel.db.test.ts, second-of-two.db.test.tsx.
test.each([true, false])(
  'a cancel is taken back from the page of the visit (scripts: %s)',
  wholeFormOnly,
  async (javaScriptEnabled) => {
    const context = await browser.newContext({
      ...{ viewport: { width: 320, height: 700 }, javaScriptEnabled, serviceWorkers: 'block', locale: 'en-GB' },
    })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await openBookedVisit(page)
    const chip = page.locator('h1 .chip')
    expect(await chip.innerText()).toBe('booked')
    await page.getByRole('link', { name: 'Cancel it' }).click()
    await page.getByLabel('The clinic. It costs them nothing.').check()
    await page.getByLabel('Why?').fill('The wrong row.')
    await page.getByRole('button', { name: 'Cancel the visit' }).click()
    await page.waitForURL(/\/console\/visits\/[\da-f-]+$/)
    expect(await chip.innerText()).toBe('cancelled')
    await page.getByRole('button', { name: 'Undo “cancelled”' }).click()
    await page.getByText('It is “booked” again').first().waitFor()
    expect(await chip.innerText()).toBe('booked')
    expect(await page.getByRole('button', { name: /Undo/ }).count()).toBe(0)
    await context.close()
  },
)

/** In a real browser: whoever sets a rule that hides free times reads how many it leaves before it is kept. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic } from './clinic.ts'
import { faultsOf } from './page-faults.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

const ways = [
  ['on the narrowest phone, in the dark', { width: 320, height: 640 }, 'dark'],
  ['on a desk, in light', { width: 1280, height: 800 }, 'light'],
] as const
// In `npm test`: fewer-times.db.test.tsx.
test.each(ways)(
  '%s: a longer notice says what it leaves, and going away keeps nothing',
  wholeFormOnly,
  async (_, viewport, colorScheme) => {
    const context = await browser.newContext({ viewport, colorScheme, serviceWorkers: 'block', bypassCSP: true })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${server.origin}/console/sign-in`)
    await page.locator('button', { hasText: /owner/i }).first().click()
    await page.waitForURL(/\/console(?!\/sign-in)/)
    await page.goto(`${server.origin}/console/clinic/rules`)
    const stood = await page.locator('[name="notice"]').inputValue()
    await page.locator('[name="notice"]').fill('240')
    await page.getByRole('button', { name: 'Save for all services' }).click()
    const said = page.locator('#fewer')
    await said.waitFor()
    const [, before = '', after = ''] = /next 14 days: now (\d+), then (\d+)\./.exec(await said.innerText()) ?? []
    expect(Number(after)).toBeLessThan(Number(before))
    expect(await page.locator('[name="notice"]').inputValue()).toBe('240')
    const wrong = await faultsOf(page)
    await page.goto(`${server.origin}/console/clinic/rules`)
    expect(await page.locator('[name="notice"]').inputValue()).toBe(stood)
    await context.close()
    expect(wrong).toEqual([])
  },
)

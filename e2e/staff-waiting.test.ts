/**
 * The waiting list in a real browser: somebody joins it without an account; at the desk, on the narrowest phone in the dark and
 * on a desk in light, a time is offered to them, passed on, and they are taken off at their wish. In `npm test`: waiting-routes.db.test.tsx of the staff and of the person, and staff-pages.test.ts, which looks at these pages.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { type Clinic, sharedClinic } from './clinic.ts'
import { faultsOf } from './page-faults.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

/** Joins the list of the clinic of whoever is signed in, as a stranger would. */
async function join(staff: Page, name: string): Promise<void> {
  await staff.goto(`${server.origin}/console/clinic`)
  const clinic = await staff.locator('main a[href^="/clinics/"]').first().getAttribute('href')
  const context = await browser.newContext({ serviceWorkers: 'block', javaScriptEnabled: false })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(server.origin + clinic)
  await page.locator('a[href^="/therapists/"]').first().click()
  await page.locator('a[href*="/times"]').first().click()
  await page.locator('a[href^="/waiting/join/"]').first().click()
  await page.locator('[name="name"]').fill(name)
  await page.locator('[name="email"]').fill('sol@example.org')
  await page.locator('[name="phone"]').fill('020 7946 0153')
  await page.locator('[name="payer"][value="self"]').check()
  await page.getByRole('button', { name: 'Join the waiting list' }).click()
  await page.getByRole('heading', { name: 'You are on the waiting list' }).waitFor()
  await context.close()
}

const ways = [
  ['on the narrowest phone, in the dark', { width: 320, height: 640 }, 'dark'],
  ['on a desk, in light', { width: 1280, height: 800 }, 'light'],
] as const

test.each(ways)(
  '%s: a time is offered, passed on, and they are taken off',
  wholeFormOnly,
  async (where, viewport, colorScheme) => {
    const context = await browser.newContext({ viewport, colorScheme, serviceWorkers: 'block', bypassCSP: true })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${server.origin}/console/sign-in`)
    await page.locator('button', { hasText: /owner/i }).first().click()
    await page.waitForURL(/\/console(?!\/sign-in)/)
    const name = `Sol ${where.slice(7, 11)}`
    await join(page, name)

    await page.goto(`${server.origin}/console`)
    await page.getByRole('link', { name: 'Waiting list' }).click()
    await page.getByRole('link', { name }).waitFor()
    const wrong = [...(await faultsOf(page))]
    await page.getByRole('link', { name }).click()
    await page.locator('[name="time"]').first().waitFor()
    wrong.push(...(await faultsOf(page)))
    await page.locator('[name="time"]').first().check()
    await page.getByRole('button', { name: 'Offer this time' }).click()
    const kept = page.locator('section.panel', { hasText: name }).locator('.callout')
    await kept.waitFor()
    expect(await kept.innerText()).toMatch(/Kept for them: .* \(London time\), with .*They can answer until/s)
    wrong.push(...(await faultsOf(page)))

    await kept.getByRole('button', { name: 'They do not want it' }).click()
    await expect.poll(() => kept.count()).toBe(0)
    await page.getByRole('link', { name }).click()
    await page.locator('[name="reason"]').fill('Rang: has a time elsewhere')
    await page.getByRole('button', { name: 'Take off the list' }).click()
    await page.getByRole('heading', { name: 'Taken off' }).waitFor()
    expect(await page.getByRole('link', { name }).count()).toBe(0)
    expect(await page.locator('li', { hasText: name }).innerText()).toContain('Rang: has a time elsewhere')
    await context.close()
    expect(wrong).toEqual([])
  },
)

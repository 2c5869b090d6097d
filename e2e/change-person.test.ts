/** Staff change a name and an email in a browser without scripts, on a narrow screen: a slip is sent back, a look, and done. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic } from './clinic.ts'

let server: Clinic
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
  const context = await browser.newContext({
    ...{ viewport: { width: 320, height: 700 }, javaScriptEnabled: false, serviceWorkers: 'block' },
  })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/console/sign-in`)
  await page
    .locator('button', { hasText: /reception/i })
    .first()
    .click()
  await page.waitForURL(/\/console(?!\/sign-in)/)
})
afterAll(async () => {
  await page.context().close()
  await tidyBrowser()
})

const isNoWider = () => page.evaluate('document.documentElement.scrollWidth <= innerWidth')

// In `npm test`: change.db.test.tsx.
test('a person is called and reached otherwise, and their page says who did it', wholeFormOnly, async () => {
  await page.goto(`${server.origin}/console`)
  const visit = page.locator('a[href^="/console/visits/"]').first()
  for (let days = 0; days < 7 && (await visit.count()) === 0; days += 1)
    await page.getByRole('link', { name: 'Day after' }).click()
  await visit.click()
  await page.getByRole('link', { name: 'All visits of this person' }).click()
  await page.getByRole('link', { name: 'Change name, email or phone' }).click()
  const was = await page.getByLabel('Name of the person who comes').inputValue()
  await page.getByLabel('Name of the person who comes').fill(`${was} Brook`)
  await page.getByLabel('Email').fill('brook@')
  await page.getByRole('button', { name: 'See what it changes' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.title()).toMatch(/^Error:/)
  await page.getByLabel('Email').fill('brook@example.org')
  await page.getByRole('button', { name: 'See what it changes' }).click()
  await page.getByRole('heading', { name: 'Change this?' }).waitFor()
  expect(await page.locator('main').innerText()).toContain(`from ${was} to ${was} Brook.`)
  expect(await isNoWider()).toBe(true)
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('heading', { name: `${was} Brook` }).waitFor()
  expect(await page.locator('main').innerText()).toMatch(/Email: from .* to brook@example\.org\. .* did it, \w+day/)
  expect(await isNoWider()).toBe(true)
})

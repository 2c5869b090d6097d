/**
 * The pages that are the same for everybody, apart from the guide (guide-print.test.ts), on paper: A4, 11 pt, addresses written
 * out, nothing to press.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic, therapistOf } from './clinic.ts'
import { print, unfitForPaper } from './printed.ts'

let clinic: Clinic
let browser: Browser
let page: Page
beforeAll(async () => {
  clinic = await sharedClinic()
  browser = await sharedBrowser()
  page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 688, height: 972 } })
})
afterAll(tidyBrowser)

const therapist = `/therapists/${therapistOf.book}`

const pages = [
  ...['/', '/emergency', '/about', '/safety', '/prevent', '/prevent/lessons/sleep'],
  ...['/find', '/find?place=E2', therapist, `${therapist}/times`, `${therapist}/reviews`],
  ...['/ask', '/ask/answered', '/letters', '/comments/heat-or-ice'],
]
// In the short form every third: they share one sheet of styles.
test.each(someOf(pages, 3))('%s is fit for paper', async (path) => {
  await page.goto(clinic.origin + path)
  expect(await unfitForPaper(page)).toEqual([])
})

test('a place where people work says where it is found, and no time that may be gone by tomorrow', async () => {
  await page.goto(clinic.origin + therapist)
  const clinicAt = (await page.locator('main a[href^="/clinics/"]').first().getAttribute('href')) ?? ''
  const { text } = await print(page)
  expect(text).toContain(`(${clinic.origin}${clinicAt})`)
  expect(text).not.toContain('/book/')
  await page.goto(clinic.origin + clinicAt)
  expect(await unfitForPaper(page)).toEqual([])
})

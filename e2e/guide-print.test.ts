/**
 * The pages of Learn as they come out of a printer: A4, by Chromium's own PDF, read by pdf.js, which sees the letters as they
 * lie on the sheet. Words are 11 pt, sources 9; each link is written out with its site; numbers come with their bars.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { articles } from '../src/care/guide/articles.ts'
import { guideQuestions } from '../src/care/guide/questions.ts'
import { guideTreatments } from '../src/care/guide/treatments.ts'
import { a4, print } from './printed.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'

const origin = inject('origin')
/** What the letters of a page of 11 pt measure, after Chromium has rounded. */
const least = { words: 10.9, sources: 8.9 } as const

/** One of each kind, and then the rest. */
const kinds = [
  ...['/guide', '/guide/questions', '/guide/pdf', '/evidence', '/treatments'],
  ...['/guide/how-long-it-takes', '/guide/do-i-need-a-scan', '/guide/is-a-bone-out-of-place'],
]
const rest = [
  ...Object.keys(articles).map((slug) => `/guide/${slug}`),
  ...guideTreatments.map(({ slug }) => `/treatments/${slug}`),
  ...guideQuestions.map(({ slug }) => `/guide/questions/${slug}`),
]
// In the short form every third kind; a device prints one with no network in guide.test.ts.
const pages = [...new Set([...someOf(kinds, 3), ...someOf(rest, 96)])]

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await sharedBrowser()
  page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 688, height: 972 } })
})
afterAll(tidyBrowser)

/** The addresses that links of the page lead to, but for the way back above its heading, as they are seen on paper. */
const linksOf = (from: Page): Promise<readonly string[]> =>
  from.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/"]:not(.crumbs a)')]
      .filter((one) => one.getClientRects().length > 0)
      .map(({ href }) => href),
  )

/** Words in the small print, as far as a line of it is known by its beginning. */
const smallPrint = (from: Page): Promise<string> =>
  from.evaluate(() =>
    [...document.querySelectorAll('.sources, .register details')].map((one) => one.textContent).join(' '),
  )

test.each(pages)('%s is A4, large enough to read, with every address whole', async (path) => {
  await page.goto(origin + path)
  const { sheets, letters, text } = await print(page)
  for (const sheet of sheets) expect(sheet).toEqual(a4)
  const small = (await smallPrint(page)).replace(/\s/g, '')
  const tooSmall = letters.filter(({ text: words, size }) => {
    // A line may begin with the number of its source, or hold the address of a link of the small print.
    const line = words.replace(/^\d+\.|\s/g, '')
    const isSource = small.includes(line) || line.includes(`(${origin}`)
    return size < (isSource ? least.sources : least.words)
  })
  expect(tooSmall).toEqual([])
  await page.emulateMedia({ media: 'print' })
  const links = await linksOf(page)
  await page.emulateMedia({ media: null })
  expect(links.filter((href) => !text.includes(`(${href})`))).toEqual([])
})

describe('the treatments side by side on paper', () => {
  test('say each figure that is drawn', async () => {
    await page.goto(`${origin}/treatments`)
    const figures = await page.locator('.small-effect details p').allTextContents()
    expect(figures.length).toBeGreaterThan(8)
    const { text } = await print(page)
    expect(figures.filter((words) => !text.includes(words.replace(/\s/g, '')))).toEqual([])
  })
})

/**
 * Painkillers as a person lives them on a phone: the questions first, verdicts, doses counted in the record to the limit,
 * and what to do at once when it was too much. The same by forms alone with scripts off.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { complaintsOf, phone, sharedBrowser, tidyBrowser } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { asChecked } from './lived.ts'
import { plainStrain, type Press, send, tapOn, type Told, walkThroughGate, walkToPlan, walkToResult } from './walk.ts'

const server = { origin: inject('origin') }
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[] = []
let tap: Press

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
afterEach(async () => {
  await putAway(context)
  expect(complaints).toEqual([])
})

const heading = () => page.locator('h1').first().innerText()
const main = () => page.locator('main').innerText()
const at = (path: string) => `${server.origin}${path}`

async function open(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ ...phone, ...options })
  complaints = complaintsOf(context)
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
  tap = tapOn(page)
}
async function checkedOnDevice(told: Told = plainStrain): Promise<void> {
  ;({ context, page } = await openDevice(phone))
  complaints = complaintsOf(context)
  context.setDefaultTimeout(10_000)
  tap = tapOn(page)
  await asChecked(page, server.origin, told)
}
/** Presses by script: quick, where a finger is not what is asked about. */
const byScript: Press = (selector) =>
  page
    .locator(selector)
    .first()
    .evaluate((element: HTMLElement) => element.click())
/** Chooses two tablets of paracetamol 500 mg on the tally and presses one of its two buttons. */
async function twoParacetamol(press: 'may' | 'took'): Promise<void> {
  await tap('label:has(input[name="product"][value="paracetamol500"])')
  await tap('label:has(input[name="units"][value="2"])')
  await send(page, `button[value="${press}"]`, tap)
}
/** Writes two tablets down as taken so many hours ago, in whole minutes of the clock on the wall. */
async function tookTwo(hoursAgo: number): Promise<void> {
  await twoParacetamol('took')
  expect(await heading()).toBe('When did you take it?')
  if (hoursAgo === 0) await tap('label:has(input[name="when"][value="now"])')
  else {
    await tap('label:has(input[name="when"][value="at"])')
    const then = new Date(Date.now() - hoursAgo * 3_600_000)
    const two = (part: number) => String(part).padStart(2, '0')
    await page.locator('#at').fill(`${two(then.getHours())}:${two(then.getMinutes())}`)
  }
  await send(page, 'button[value="record"]', tap)
  // A browser that says UTC may hide where it is, so a time of this day is asked about again.
  const earlier = 'button[name="meant"][value="earlier"]'
  if ((await page.locator(earlier).count()) > 0) await send(page, earlier, tap)
}
const paracetamol = () => page.locator('.card.dose', { hasText: 'Paracetamol' }).innerText()

describe('on the device', () => {
  test(
    'the questions come first; then each painkiller has a verdict, and doses only where it is OK',
    wholeFormOnly,
    async () => {
      await checkedOnDevice()
      await page.goto(at('/medicines'))
      expect(await heading()).toContain('Before painkillers')
      expect(await page.locator('section.medicine').count()).toBe(0)
      expect(await walkThroughGate(page, tap)).toBe(4)
      expect(await heading()).toBe('Painkillers that may suit you')
      for (const card of await page.locator('section.medicine').all()) {
        const ok = (await card.locator('.level.self-care').count()) === 1
        expect(await card.locator('.level').count()).toBe(1)
        expect([await card.locator('h2').innerText(), await card.locator('h3').count()]).toEqual([
          await card.locator('h2').innerText(),
          ok ? 1 : 0,
        ])
      }
      await page.reload()
      await page.goto(at('/medicines'))
      expect(await heading()).toBe('Painkillers that may suit you')
    },
  )

  test('an answer that speaks against a painkiller takes its doses away', wholeFormOnly, async () => {
    await checkedOnDevice()
    await page.goto(at('/medicines'))
    await walkThroughGate(page)
    const ibuprofen = page.locator('section.medicine', { has: page.locator('#m-ibuprofen') })
    expect(await ibuprofen.innerText()).toContain('How to take it')
    await send(page, 'button[value="again"]', tap)
    await tap('label:has(input[name="gate.stomach"][value="none"])')
    await tap('label:has(input[name="gate.stomach"][value="ulcer"])')
    await walkThroughGate(page, tap)
    expect(await ibuprofen.locator('.level.self-care').count()).toBe(0)
    expect(await ibuprofen.innerText()).not.toContain('How to take it')
  })

  test('paracetamol may be taken, is written down, and the next one must wait', wholeFormOnly, async () => {
    await checkedOnDevice()
    await page.goto(at('/medicines'))
    await walkThroughGate(page)
    await send(page, 'form[action="/medicines/tally"] button[value="open"]', tap)
    expect(await paracetamol()).toContain('0 mg taken of 4,000 mg at most')
    await twoParacetamol('may')
    expect(await heading()).toBe('Yes, this fits now')
    await send(page, 'button[value="record"]', tap)
    expect(await paracetamol()).toMatch(/1,000 mg taken of 4,000 mg at most[\s\S]*3,000 mg left\. Next dose from/)
    await page.goto(at('/medicines/tally'))
    await twoParacetamol('may')
    expect(await heading()).toBe('Not now')
    expect(await main()).toContain('It is too soon after the last dose. Wait.')
    await page.goto(at('/record'))
    expect(await main()).toMatch(/Took .*paracetamol 1000 mg/)
  })

  test(
    'at the limit the next dose is refused; taken all the same, the advice comes at once and stays',
    wholeFormOnly,
    async () => {
      await checkedOnDevice()
      await page.goto(at('/medicines'))
      await walkThroughGate(page)
      await page.goto(at('/medicines/tally'))
      for (const hours of [20, 15, 10, 5]) await tookTwo(hours)
      expect(await paracetamol()).toMatch(
        /4,000 mg taken of 4,000 mg at most[\s\S]*None left for now\. You can have some again/,
      )
      await twoParacetamol('may')
      expect(await heading()).toBe('Not now')
      expect(await main()).toMatch(/past the most in 24 hours|as many times as is safe in 24 hours/)
      expect(await page.locator('button[value="record"]').count()).toBe(0)

      await send(page, 'button[value="took"]', tap)
      await tap('label:has(input[name="when"][value="now"])')
      await send(page, 'button[value="record"]', tap)
      expect(await heading()).toMatch(/^(Ring 111 now|Get help now)$/)
      expect(await page.locator('a.go[href^="tel:"]').first().isVisible()).toBe(true)
      expect(await paracetamol()).toContain('Take no more for now.')
      expect(await page.locator('button[value="may"]').count()).toBe(0)
      const advice = await heading()
      for (const address of ['/medicines/tally', '/medicines']) {
        await page.goto(at(address))
        expect(await heading()).toBe(advice)
      }
    },
  )

  test('a dose written down by mistake is taken out, and its room is free again', wholeFormOnly, async () => {
    await checkedOnDevice()
    await page.goto(at('/medicines/tally'))
    await tookTwo(0)
    expect(await paracetamol()).toContain('1,000 mg')
    await send(page, 'button[value="remove"]', tap)
    expect(await main()).toContain('No doses are written down.')
    expect(await paracetamol()).not.toContain('1,000 mg')
  })

  test('Back to the list and the same once more is one dose, and says so; from the page that came after it is another', async () => {
    await checkedOnDevice()
    tap = byScript
    await page.goto(at('/medicines/tally'))
    await tookTwo(0)
    await page.goBack()
    await page.goBack()
    await page.locator('input[name="cameBack"]').waitFor({ state: 'attached' })
    await tookTwo(0)
    expect(await main()).toContain('You sent this form before.')
    expect(await paracetamol()).toContain('1,000 mg')
    await tookTwo(0)
    expect(await heading()).toBe('Take no more for now')
  })

  test('a dose written down in another tab takes back “you may take a dose now”, and a form that is begun is kept', async () => {
    await checkedOnDevice()
    await page.goto(at('/medicines'))
    await walkThroughGate(page)
    const elsewhere = async () => {
      const left = page
      page = await context.newPage()
      tap = byScript
      await page.goto(at('/medicines/tally'))
      await tookTwo(0)
      await page.close()
      page = left
      tap = tapOn(page)
    }
    await page.goto(at('/medicines/tally'))
    expect(await paracetamol()).toContain('You may take a dose now')
    await elsewhere()
    await page.locator('.card.dose', { hasText: 'Next dose from' }).first().waitFor()
    expect(await paracetamol()).not.toContain('You may take a dose now')
    await tap('label:has(input[name="product"][value="ibuprofen200"])')
    await elsewhere()
    await page.getByRole('alert').filter({ hasText: 'in another tab' }).waitFor()
    expect(await page.locator('input[name="product"][value="ibuprofen200"]').isChecked()).toBe(true)
    // Two doses at once are too much: that is said first, and of what stood here the begun form alone is left.
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual(['Take no more for now'])
    expect(await page.locator('main').innerText()).not.toContain('Next dose from')
  })

  test('a danger told in another tab leaves of a list of doses the form that is begun, below whom to call', async () => {
    await checkedOnDevice()
    await page.goto(at('/medicines'))
    await walkThroughGate(page)
    await page.goto(at('/medicines/tally'))
    await tap('label:has(input[name="product"][value="paracetamol500"])')
    // Sent back without how many: it holds what was pressed.
    const back = await context.newPage()
    await back.goto(at('/medicines/tally'))
    await back.locator('label:has(input[name="product"][value="paracetamol500"])').click()
    await send(back, 'form:has(input[name="product"]) button[value="may"]')
    const other = await context.newPage()
    await other.goto(at('/programme/stop'))
    await send(other, 'button[name="sign"][value="chest"]')
    for (const list of [page, back]) {
      await list.locator('main').getByText('This may need help now').first().waitFor()
      expect(await list.locator('input[name="product"][value="paracetamol500"]').isChecked()).toBe(true)
    }
    expect(complaints.splice(0)).toEqual([expect.stringContaining('422')])
    await back.close()
    expect(await page.locator('main').innerText()).not.toContain('You may take a dose now')
    await other.close()
  })

  test('at an emergency no painkiller is shown, but doses can be written down', wholeFormOnly, async () => {
    await checkedOnDevice({ A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' })
    await page.goto(at('/medicines'))
    expect([await heading(), await page.locator('section.medicine').count()]).toEqual(['Get help first', 0])
    await page.goto(at('/medicines/tally'))
    await tookTwo(0)
    expect(await paracetamol()).not.toMatch(/You may take|Next dose from/)
  })
})

describe('with scripts off', () => {
  test(
    'the plan leads to the questions, verdicts and doses by forms alone, and too much is told',
    wholeFormOnly,
    async () => {
      await open({ javaScriptEnabled: false })
      await page.goto(at('/check'))
      await walkToResult(page, plainStrain)
      await walkToPlan(page)
      await send(page, 'button[formaction="/medicines"]', tap)
      expect(await walkThroughGate(page, tap)).toBe(4)
      expect(await heading()).toBe('Painkillers that may suit you')
      await send(page, 'form[action="/medicines/tally"] button[value="open"]', tap)
      expect(await main()).toContain('This list is only on this page.')
      await twoParacetamol('may')
      expect(await heading()).toBe('Yes, this fits now')
      await send(page, 'button[value="record"]', tap)
      expect(await paracetamol()).toContain('1,000 mg taken')
      await twoParacetamol('may')
      expect(await heading()).toBe('Not now')
      await send(page, 'button[value="open"]', tap)
      await send(page, 'button[value="tooMuch"]', tap)
      expect(await heading()).toMatch(/^(Ring 111 now|Get help now)$/)
      await page.goto(at('/medicines/tally'))
      expect(await main()).toContain('No doses are written down.')
      expect(await context.cookies()).toEqual([])
    },
  )
})

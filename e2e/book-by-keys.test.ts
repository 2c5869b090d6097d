/**
 * Somebody who sees nothing and has no mouse finds a therapist, chooses a day and a time, and books: by Tab, arrows, Space and
 * Enter alone, told only what Chromium's accessibility tree tells a screen reader.
 */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic, therapistOf } from './clinic.ts'

let server: Clinic
let browser: Browser
beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

/** What a screen reader says of where the keys are. */
interface Said {
  readonly role: string
  readonly name: string
  readonly describedBy: string
  readonly invalid: string
}

/** A person with a keyboard and a screen reader. */
class Listener {
  readonly #page: Page
  readonly #tree: CDPSession
  constructor(page: Page, tree: CDPSession) {
    this.#page = page
    this.#tree = tree
  }

  async hears(): Promise<Said> {
    const { result } = await this.#tree.send('Runtime.evaluate', { expression: 'document.activeElement' })
    const { nodes } = await this.#tree.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    })
    const [node] = nodes
    const property = (name: string) => String(node?.properties?.find((one) => one.name === name)?.value.value ?? '')
    return {
      role: String(node?.role?.value ?? ''),
      name: String(node?.name?.value ?? '').trim(),
      describedBy: String(node?.description?.value ?? ''),
      invalid: property('invalid'),
    }
  }

  /** Is there a ring round what the keys are on? */
  async seesWhere(): Promise<boolean> {
    return this.#page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return false
      // Of a choice the ring may be round its words.
      const shown = [one, one.closest('label'), one.nextElementSibling].filter((part) => part !== null)
      return shown.some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
      })
    })
  }

  /** Presses Tab until this is heard, at most so often. */
  async tabsTo(role: string, name: RegExp, most = 120): Promise<Said> {
    const heard: string[] = []
    for (let press = 0; press < most; press += 1) {
      await this.#page.keyboard.press('Tab')
      const said = await this.hears()
      heard.push(`${said.role} ${said.name}`)
      if (said.role === role && name.test(said.name)) {
        expect(await this.seesWhere(), `the keys are on ${said.name}, and nobody sees it`).toBe(true)
        return said
      }
    }
    throw new Error(`never came to ${role} ${name}; heard: ${heard.join(' | ')}`)
  }

  async presses(key: string): Promise<void> {
    const there = this.#page.waitForEvent('load')
    await this.#page.keyboard.press(key)
    await there
    await this.#page.waitForFunction('document.readyState === "complete"')
  }
}

test('a person finds, holds, fills in and books by keys alone, and hears every day, date and mistake', async () => {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const tree = await context.newCDPSession(page)
  const me = new Listener(page, tree)
  await page.goto(`${server.origin}/find`)

  // The place, by plain Enter, without any suggestion to choose. First one that nobody knows.
  await me.tabsTo('textbox', /postcode|place|where/i)
  await page.keyboard.type('Xqzzyville')
  await me.presses('Enter')
  const wrong = await me.tabsTo('textbox', /postcode|place|where/i)
  expect(wrong.invalid).toBe('true')
  expect(wrong.describedBy).not.toBe('')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('E2')
  await me.presses('Enter')
  await me.tabsTo('link', new RegExp(`more times with ${therapistOf.keys}`), 200)
  await me.presses('Enter')
  expect((await me.hears()).name).toBe('Choose a time')

  // The days, each by its full name; choosing one goes to its times, and there is a way back.
  const aDay =
    /^[A-Z][a-z]{2,4} \d{1,2} \d+ free: (?:Today, )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+(?: \d{4})?$/
  await me.tabsTo('link', /^The week after$/)
  await me.presses('Enter')
  const day = (await me.tabsTo('link', aDay)).name.split(': ').at(-1)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await me.hears()).name).toBe(day)
  const time = await me.tabsTo('link', /^\d\d:\d\d/, 1)
  expect(time.name).toContain(`: ${day}, `)
  expect(time.name).toContain('(London time)')
  await me.tabsTo('link', /^Back to the days$/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await me.hears()).name).toBe('Days')
  await me.tabsTo('link', aDay, 1)
  await page.keyboard.press('Enter')
  const chosen = await me.tabsTo('link', /^\d\d:\d\d/, 1)
  await me.presses('Enter')
  const whole = chosen.name.slice(chosen.name.indexOf(': ') + 2)
  expect((await me.hears()).name).toBe(whole)

  // Held, and the form: what is wrong is heard at once, and each field says its own fault.
  await me.tabsTo('button', /^Hold it for 5 minutes$/)
  await me.presses('Enter')
  expect((await me.hears()).name).toBe('Your details')
  await me.tabsTo('textbox', /^Your name$/)
  await page.keyboard.type('Robin Keys')
  await me.tabsTo('button', /^Book /)
  await me.presses('Enter')
  expect((await me.hears()).role).toBe('alert')
  const email = await me.tabsTo('textbox', /^Email/)
  expect(email.invalid).toBe('true')
  expect(email.describedBy).toContain('email')
  await page.keyboard.type('robin.keys@example.org')
  await me.tabsTo('radio', /./)
  let payer = await me.hears()
  for (let press = 0; press < 5 && !/^I pay/.test(payer.name); press += 1) {
    await page.keyboard.press('ArrowDown')
    payer = await me.hears()
  }
  await page.keyboard.press('Space')
  await me.tabsTo('button', /^Book /)
  expect((await me.hears()).name).toContain(whole.slice(0, whole.indexOf(',')))
  await me.presses('Enter')
  expect((await me.hears()).name).toBe('Your visit is booked')
  await context.close()
})

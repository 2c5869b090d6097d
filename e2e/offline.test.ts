/** The care side with the network cut after the first visit, and a record that came to harm. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { isWhole, someOf, wholeFormOnly } from '../scripts/short-form.ts'
import { phone, sharedBrowser, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { openDevice, putAway } from './device.ts'
import { changeStore } from './device-store.ts'
import { jumpToResult } from './jump.ts'
import { layLine, type Line } from './line.ts'
import { answeringInSight } from './looks.ts'
import { answerScreen, plainStrain, send, tapOn, walkToResult } from './walk.ts'

let browser: Browser
let server: Pick<Line, 'origin'>
let line: Line | undefined
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)
afterEach(async () => {
  if (context !== stays) await putAway(context)
  await line?.stop()
  line = undefined
})
/** A device that several tests look at; the last of them has its record. */
let stays: BrowserContext | undefined

/** A device that has never been here, by a line that can be cut. */
async function comeAnew(): Promise<void> {
  line = await layLine(inject('origin'))
  server = line
  context = await browser.newContext(phone)
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
}

const heading = () => page.locator('h1').first().innerText()
const at = (path: string) => `${server.origin}${path}`
/** No network and nobody at the other end. */
const cutTheNetwork = async () => {
  await line?.stop()
  await context.setOffline(true)
}
/** What the browser saves from a link, as text. */
async function saved(link: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(link).click()])
  return readFileSync(await download.path(), 'utf8')
}
/** Runs a change on one store of the record, as a fault would. */
const harm = (store: string, key: string, value: unknown) => changeStore(page, store, 'put', key, value)
const idOf = (moment: number) => {
  const hex = moment.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8abc-0123456789ab`
}

describe('with the network cut after the first visit', () => {
  beforeEach(async () => {
    await comeAnew()
    await visitAndWaitForWorker(page, server.origin)
    await cutTheNetwork()
  })

  test('erasing leaves nothing on the device and gives a receipt', wholeFormOnly, async () => {
    await page.goto(at('/check'))
    await answerScreen(page, { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' })
    const check = page.url()
    await page.goto(at('/record/erase'))
    await send(page, 'form[action="/record/erase"] button')
    expect(await page.locator('main').innerText()).toMatch(/1 entry was erased/)
    await page.goto(at('/record'))
    expect(await page.locator('main').innerText()).toContain('Nothing is kept yet')
    await page.goto(check)
    expect(await heading()).toBe('We cannot find that check')
  })
})

describe('with the network cut, on one device', () => {
  beforeAll(async () => {
    await comeAnew()
    await visitAndWaitForWorker(page, server.origin)
    await cutTheNetwork()
    stays = context
  })
  afterAll(async () => {
    await stays?.close()
    stays = undefined
  })

  test('pages come with their style, font, script and icon', async () => {
    await page.goto(at('/emergency'))
    expect(await heading()).toBe('Emergency signs')
    expect(await page.locator('a[href="tel:999"]').first().isVisible()).toBe(true)
    const parts = await page.evaluate(async () => {
      await document.fonts.ready
      const wanted = [...document.querySelectorAll('link[href], script[src]')].map(
        (part) => part.getAttribute('href') ?? part.getAttribute('src') ?? '',
      )
      const statuses = await Promise.all(wanted.map(async (path) => (await fetch(path)).status))
      return {
        statuses,
        rules: document.styleSheets[0]?.cssRules.length ?? 0,
        fonts: [...document.fonts].filter(({ status }) => status === 'loaded').length,
      }
    })
    expect(parts.statuses.length).toBeGreaterThanOrEqual(4)
    expect(new Set(parts.statuses)).toEqual(new Set([200]))
    expect(parts.rules).toBeGreaterThan(50)
    expect(parts.fonts).toBeGreaterThan(0)
  })

  test('every page of the care side is there', async () => {
    // In the short form every third; that the worker draws each without the server is held in Node (device-app.test.tsx).
    const paths = ['/', '/check', '/emergency', '/plan', '/record', '/record/erase', '/about', '/safety']
    for (const path of someOf(paths, 3)) {
      expect((await page.goto(at(path)))?.fromServiceWorker()).toBe(true)
      expect([path, await heading()]).not.toEqual([path, 'You are offline'])
    }
  })

  test('a finger comes to every place and tab by the bar', async () => {
    await page.goto(server.origin)
    await send(page, '.places a[href="/today"]', tapOn(page))
    for (const tab of someOf(['/diary', '/movements', '/prevent', '/record', '/today'], 2)) {
      await send(page, `.tabs a[href="${tab}"]`, tapOn(page))
      expect(new URL(page.url()).pathname).toBe(tab)
      expect([tab, await heading()]).not.toEqual([tab, 'You are offline'])
    }
  })

  test('the first check is done whole, what answers each screen in sight without scrolling; its result is kept, and the record saved as a file', async () => {
    await page.goto(server.origin)
    expect(await page.locator('main').innerText()).toContain('Your answers stay on this device')
    await send(page, 'a[href="/check"]', tapOn(page))
    const onScreen = () => page.evaluate(answeringInSight)
    const screens: Awaited<ReturnType<typeof onScreen>>[] = []
    while ((await page.locator('input[name="shown"]').count()) > 0 && screens.length < 30) {
      screens.push(await onScreen())
      // In the short form by a finger on the first five, which have each kind of answer, and then by script.
      await answerScreen(page, plainStrain, isWhole || screens.length <= 5 ? tapOn(page) : undefined)
    }
    expect(screens.length).toBeGreaterThan(8)
    expect(screens.length).toBeLessThanOrEqual(12)
    expect(screens.filter(({ inSight, fits }) => !inSight || !fits)).toEqual([])
    // The longest would hide its buttons, were they not held at the edge of the window.
    expect(Math.max(...screens.map(({ height }) => height))).toBeGreaterThan(740)
    expect(await heading()).toBe('You can start this at home')
    expect(await page.locator('form[action="/plan"] button').innerText()).toBe('Make my plan')
    await page.goto(at('/record'))
    expect(await page.locator('main').innerText()).toContain('Check finished')
    const file = JSON.parse(await saved('a[href="/record/unclench-record.json"]'))
    expect(file).toMatchObject({
      unclench: 'record',
      version: 1,
      events: [{ kind: 'checkFinished', level: 'self-care' }],
    })
    expect(file.events[0].answers).toMatchObject({ F5: 'no', age: 30 })
    // Every id that is made on the device tells its moment.
    const v7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    for (const id of [file.owner, file.events[0].id]) expect(id).toMatch(v7)
  })

  test('an address that only the server knows says that it needs the internet', wholeFormOnly, async () => {
    await page.goto(at('/find/a/clinic'))
    expect(await heading()).toBe('You are offline')
  })
})

describe('in a browser that never says which page sent a form', () => {
  beforeEach(comeAnew)

  // Firefox has a setting for it; here each form says so itself, which the worker cannot tell from it.
  const keepBack = () =>
    context.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const policy = document.createElement('meta')
        policy.name = 'referrer'
        policy.content = 'no-referrer'
        document.head.append(policy)
      })
    })

  // In `npm test`: device-app.test.tsx; a form of another site that does not say so is below.
  test('the check is done whole, from a page of the server on, and the record erased', wholeFormOnly, async () => {
    await keepBack()
    // The first screen is the server's, and knows no token.
    await page.goto(at('/check'))
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
      while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50))
    })
    await answerScreen(page, plainStrain)
    expect(await heading()).toBe('Did you just press a button here?')
    await send(page, 'form button.go')
    expect(await heading()).not.toBe('Did you just press a button here?')
    await page.goto(at('/check'))
    await jumpToResult(page)
    expect(await heading()).toBe('You can start this at home')
    await page.goto(at('/record/erase'))
    await send(page, 'form[action="/record/erase"] button')
    expect(await page.locator('main').innerText()).toMatch(/1 entry was erased/)
  })
})

describe('the record', () => {
  beforeEach(async () => {
    server = { origin: inject('origin') }
    ;({ context, page } = await openDevice(phone))
    context.setDefaultTimeout(10_000)
  })

  test('an entry that cannot be read is set aside, not lost, and hides no other', wholeFormOnly, async () => {
    await page.goto(at('/check'))
    await answerScreen(page, { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' })
    await harm('events', 'broken', { kind: 'doseTaken', milligrams: 'many', note: 'kept as it was' })
    await page.goto(at('/record'))
    expect(await page.locator('main').innerText()).toContain('Check finished')
    expect(await page.locator('main').innerText()).toContain('One entry cannot be read')
    expect(await saved('a[href="/record/set-aside.txt"]')).toContain('kept as it was')
  })

  test('a damaged draft is not guessed at', wholeFormOnly, async () => {
    await page.goto(at('/check'))
    const id = idOf(Date.now())
    await harm('drafts', id, { id, trail: '{"v":1,"id":"', begunAt: Date.now() })
    await page.goto(at(`/check/${id}/3`))
    expect(await heading()).toBe('We cannot find that check')
    await harm('drafts', id, 17)
    await page.goto(at(`/check/${id}/3`))
    expect(await heading()).toBe('We cannot find that check')
  })

  test.each([
    ['more than a day ago', -25],
    ['tomorrow, by a clock that was wrong', 25],
  ])('answers given %s are not used, and nothing half is kept', wholeFormOnly, async (_when, hours) => {
    await page.goto(at('/check'))
    await answerScreen(page, plainStrain)
    const trail = await page.locator('input[name="trail"]').inputValue()
    const id = idOf(Date.now() + hours * 3_600_000)
    const old = JSON.stringify({ ...JSON.parse(trail), id })
    await harm('drafts', id, { id, trail: old, begunAt: Date.now() })
    await page.goto(at(`/check/${id}/2`))
    expect(await heading()).toBe('Those answers are more than a day old')
    await page.goto(at(`/check/${id}/2`))
    expect(await heading()).toBe('Those answers are more than a day old')
    const kept = await page.evaluate(
      (key) =>
        new Promise((resolve) => {
          const opening = indexedDB.open('unclench')
          opening.onsuccess = () => {
            const asked = opening.result.transaction('drafts').objectStore('drafts').get(key)
            asked.onsuccess = () => resolve(asked.result)
          }
        }),
      id,
    )
    expect(kept).toBeUndefined()
  })

  test(
    'when the device has no room, the check still comes to its result and says that nothing was kept',
    wholeFormOnly,
    async () => {
      await putAway(context)
      await comeAnew()
      await visitAndWaitForWorker(page, server.origin)
      const session = await context.newCDPSession(page)
      await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 1 })
      await page.goto(at('/check'))
      await walkToResult(page, { ...plainStrain, F2: 'yes' })
      expect(await heading()).toBe('Speak to someone today')
      expect(await page.locator('main').innerText()).toContain('We could not keep this on your device')
    },
  )

  const refused = 'That did not come from our own pages'
  const asked = 'Did you just press a button here?'
  const policies = [
    ['unsafe-url', refused],
    ['origin', refused],
    ['strict-origin-when-cross-origin', refused],
    ['no-referrer', asked],
  ] as const
  // In the short form one that says where the form is from, and the one that does not.
  test('a form from another site changes nothing, in a tab or in a frame, whatever it says of where it is from', async () => {
    await page.goto(at('/check'))
    await answerScreen(page, { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' })
    const form = `<form method=post target=out action="${at('/record/erase')}"><input name=x value=1></form>`
    const script = '<script>document.forms[0].submit()</script>'
    for (const [policy, words] of someOf(policies, 3))
      for (const target of ['_self', 'out']) {
        const evil = await context.newPage()
        await evil.route('http://evil.test/', (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<meta name=referrer content="${policy}"><iframe name=out></iframe>${form.replace('target=out', `target=${target}`)}${script}`,
          }),
        )
        await evil.goto('http://evil.test/')
        if (target === '_self') await evil.locator('h1', { hasText: words }).waitFor()
        else await evil.waitForTimeout(500)
        await evil.close()
      }
    await page.goto(at('/record'))
    expect(await page.locator('main').innerText()).toContain('Check finished')
  })

  test(
    'a file of somebody else, a newer one and a damaged one are each told apart, and change nothing',
    wholeFormOnly,
    async () => {
      await page.goto(at('/check'))
      await answerScreen(page, { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' })
      await page.goto(at('/record'))
      const mine = await saved('a[href="/record/unclench-record.json"]')
      const give = async (text: string) => {
        await page.goto(at('/record'))
        await page
          .locator('#file')
          .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(text) })
        await send(page, 'form[action="/record/import"] button')
        return await page.locator('main').innerText()
      }
      expect(await give(mine)).toContain('Everything in that file was here already')
      expect(await give(mine.slice(0, 200))).toContain('damaged')
      expect(await give('{"something":"else"}')).toContain('not made by Unclench')
      expect(await give(mine.replace('"version": 1', '"version": 2'))).toContain('newer Unclench')
      const file = JSON.parse(mine)
      const others = {
        ...file,
        owner: '11111111-1111-4111-8111-111111111111',
        events: file.events.map((event: object) => ({ ...event, id: '22222222-2222-4222-8222-222222222222' })),
      }
      expect(await give(JSON.stringify(others))).toContain('Is this file yours?')
      await page.goto(at('/record'))
      expect(await page.locator('main dl dd').count()).toBe(1)
    },
  )
})

/** The staff's calendar under a real keyboard and a real mouse: the arrows walk, M moves, a drag asks before it does anything. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayGrid } from '../src/clinic/calendar/day-grid.ts'
import type { Calendar, CalendarTherapist, CalendarVisit } from '../src/clinic/calendar/load-calendar.ts'
import { GridTable } from '../src/web/console/calendar/grid-table.tsx'
import { root, sharedBrowser, tidyBrowser } from './browser.ts'

const assets = join(root, 'dist/client/assets')
const file = (start: string, end: string) =>
  readdirSync(assets).find((name) => name.startsWith(`${start}-`) && name.endsWith(end)) ?? ''
const day = '2026-11-27'
const ms = (wall: string) => Date.parse(`${day}T${wall}:00Z`)
const visit = (person: string, therapistId: string, from: string, to: string): CalendarVisit => ({
  ...{
    kind: 'visit',
    id: person.toLowerCase(),
    state: 'confirmed',
    version: 0,
    therapistId,
    locationId: 'e2',
    place: 'E2',
  },
  ...{
    service: 'Follow-up',
    person,
    personId: 'p',
    isOffered: false,
    isAsked: false,
    bent: null,
    from: ms(from),
    to: ms(to),
  },
  ...{ claimFrom: ms(from), claimTo: ms(to) },
})
const therapist = (id: string, name: string, visits: readonly CalendarVisit[]): CalendarTherapist => ({
  ...{
    id,
    name,
    isRegistered: true,
    open: [ms('09:00'), ms('12:00')],
    off: [],
    classes: [],
    blocks: [],
    visits,
  },
})
const calendar: Calendar = {
  ...{ zone: 'Europe/London', now: ms('00:00'), firstDay: day, lastDay: day },
  therapists: [
    therapist('amara', 'Amara Larch', [
      visit('Nadia', 'amara', '09:30', '10:15'),
      visit('Owen', 'amara', '11:00', '11:45'),
    ]),
    therapist('tom', 'Tom Rowan', [visit('Ember', 'tom', '10:00', '10:45')]),
  ],
}
const bodyAt = (now: number) =>
  renderToString(h(GridTable, { grid: dayGrid(calendar), zone: calendar.zone, now, caption: 'A day', byDay: false }))
const html = (now: number) => `<!doctype html><html lang="en-GB"><head><title>Calendar</title>
  <link rel="stylesheet" href="/assets/${file('site', '.css')}"><link rel="stylesheet" href="/assets/${file('console', '.css')}">
  <script type="module" src="/assets/${file('calendar', '.js')}"></script></head><body class="console"><main>${bodyAt(now)}</main></body></html>`

let page: Page
let asked: string[]
beforeAll(async () => {
  page = await (await sharedBrowser()).newPage()
  await page.route('http://clinic.test/**', (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    if (pathname.startsWith('/assets/')) {
      const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
      return route.fulfill({ contentType: type, body: readFileSync(join(root, 'dist/client', pathname)) })
    }
    if (pathname !== '/console/calendar') asked.push(`${route.request().method()} ${pathname}`)
    if (pathname.endsWith('/look')) return route.fulfill({ json: { fits: false, says: 'Owen has it.' } })
    return route.fulfill({
      contentType: 'text/html',
      body: html(searchParams.has('late') ? ms('16:40') : calendar.now),
    })
  })
})
afterAll(tidyBrowser)
beforeEach(async () => {
  asked = []
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.mouse.move(0, 0)
  await page.goto('http://clinic.test/console/calendar')
  await page.waitForFunction(() => document.querySelectorAll('table a[tabindex="0"]').length === 1)
})

const item = (name: string) => page.locator('a.cal-item', { hasText: name })
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('by keys alone', () => {
  test('the table is one stop for Tab, and the arrows walk it in the order of the day and to the neighbour', async () => {
    await item('Nadia').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toContain('10:15, Amara Larch: free')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toContain('Nadia')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toContain('Tom Rowan')
    await page.keyboard.press('Home')
    expect(await focused()).toContain('09:00, Tom Rowan: free')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    expect(await focused()).toContain('Amara Larch: free')
    expect(await page.locator('table a[tabindex="0"]').count()).toBe(1)
  })

  test('M opens the page that moves the visit, and does nothing on free time', async () => {
    await page.locator('a.cal-free').first().focus()
    await page.keyboard.press('m')
    await item('Nadia').focus()
    await page.keyboard.press('m')
    await page.waitForURL('**/console/calendar/move/nadia')
    expect(asked).toEqual(['GET /console/calendar/move/nadia'])
  })
})

test('the day is scrolled to the hour that it is, and a day that is not today is not scrolled', async () => {
  const scrolled = () => page.locator('.cal-scroll').evaluate((one) => one.scrollTop)
  await page.setViewportSize({ width: 1280, height: 500 })
  await page.reload()
  await page.waitForFunction(() => document.querySelectorAll('table a[tabindex="0"]').length === 1)
  expect(await scrolled()).toBe(0)
  await page.goto('http://clinic.test/console/calendar?late')
  await page.waitForFunction(() => document.querySelectorAll('table a[tabindex="0"]').length === 1)
  expect(await scrolled()).toBeGreaterThan(100)
  const [now, whole] = await Promise.all([
    page.locator('.cal-now').first().boundingBox(),
    page.locator('.cal-scroll').boundingBox(),
  ])
  expect(now?.y).toBeGreaterThan(whole?.y ?? 0)
  expect((now?.y ?? 0) + (now?.height ?? 0)).toBeLessThan((whole?.y ?? 0) + (whole?.height ?? 0))
})

describe('by hand', () => {
  const centre = async (name: string) => {
    const box = await item(name).boundingBox()
    if (!box) throw new Error('not there')
    return { x: box.x + 20, y: box.y + 5 }
  }

  test('a visit stays as tall under the pointer as its time is long, so that its lower half can be pressed', async () => {
    const before = await item('Nadia').boundingBox()
    if (!before) throw new Error('not there')
    await page.mouse.move(before.x + before.width / 2, before.y + before.height - 4)
    expect(await item('Nadia').evaluate((one) => one.matches(':hover'))).toBe(true)
    expect((await item('Nadia').boundingBox())?.height).toBe(before.height)
    await page.mouse.down()
    await page.mouse.up()
    await page.waitForURL('**/console/visits/nadia')
  })

  test('a press that slips by three pixels drags nothing: it opens the visit, as a click does', async () => {
    const { x, y } = await centre('Nadia')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 3, y)
    await page.mouse.up()
    await page.waitForURL('**/console/visits/nadia')
    expect(asked).toEqual(['GET /console/visits/nadia'])
  })

  test('what is in the way is said before the drop, and the drop only opens the page that asks', async () => {
    const { x, y } = await centre('Nadia')
    const to = await centre('Owen')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 6 })
    await page.locator('.cal-drag', { hasText: 'Owen has it.' }).waitFor()
    expect(new Set(asked)).toEqual(new Set(['GET /console/calendar/move/nadia/look']))
    await page.mouse.up()
    await page.waitForURL('**/console/calendar/move/nadia?**')
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({ start: String(ms('11:00')), therapist: 'amara' })
    expect(asked.every((one) => one.startsWith('GET '))).toBe(true)
  })

  test('the time that is said is the time that is asked about and opened, to five minutes', async () => {
    const { x, y } = await centre('Nadia')
    const row = await page.locator('td.cal-cell').first().boundingBox()
    const down = ((row?.height ?? 0) * 20) / 30
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 2, y + down, { steps: 6 })
    const said = page.locator('.cal-drag', { hasText: /\d\d:\d\d/ })
    await said.waitFor()
    const [time = ''] = /\d\d:\d\d/.exec(await said.innerText()) ?? []
    await page.mouse.up()
    await page.waitForURL('**/console/calendar/move/nadia?**')
    expect(time).toMatch(/^\d\d:[25]0$/)
    expect(new URL(page.url()).searchParams.get('start')).toBe(String(ms(time)))
  })

  test('Escape lets it go, and nothing happens', async () => {
    const { x, y } = await centre('Nadia')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 200, y + 200, { steps: 4 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.waitForTimeout(300)
    expect(page.url()).toBe('http://clinic.test/console/calendar')
    expect(await page.locator('.cal-drag').count()).toBe(0)
  })
})

/** A device is handed to the next test as new, and one that could not be made so is not handed out at all (device.ts). */
import type { BrowserContext, Worker } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { wholeFormOnly } from '../scripts/short-form.ts'
import { phone, tidyBrowser, visitAndWaitForWorker } from './browser.ts'
import { openDevice, putAway } from './device.ts'

afterAll(tidyBrowser)
const mine = phone

/** In the page: leaves something wherever a page or its worker can. */
async function leaveTraces() {
  localStorage.setItem('a', 'x')
  sessionStorage.setItem('a', 'x')
  await (await caches.open('unclench-forms')).put('/mine', new Response('x'))
  const opening = indexedDB.open('left', 1)
  await new Promise((resolve) => {
    opening.onsuccess = resolve
  })
}

/** The worker that runs on a device. */
function workerOf(context: BrowserContext): Worker {
  const worker = context.serviceWorkers().at(-1)
  if (!worker) throw new Error('No worker runs.')
  return worker
}

test('whatever a person, a page or a test left on a device is gone for the next, and the worker is still in charge', async () => {
  const first = await openDevice(mine)
  await visitAndWaitForWorker(first.page, inject('origin'))
  await first.page.goto(`${inject('origin')}/diary/entry`)
  await first.page.locator('label:has(input[name="pain"][value="4"])').tap()
  await first.page.locator('.save-bar button').tap()
  await first.page.waitForURL(/\/diary\/entry\/./)
  await first.page.evaluate(leaveTraces)
  await first.page.clock.install({ time: 0 })
  await first.page.clock.fastForward(1000)
  const other = await first.context.newPage()
  await other.goto(`${inject('origin')}/record`)
  await first.context.addCookies([{ name: 'a', value: 'x', url: inject('origin') }])
  await first.context.route('**/*', (route) => route.abort())
  await first.context.grantPermissions(['geolocation'])
  await workerOf(first.context).evaluate(() => Reflect.set(self, 'left', 'x'))
  await first.context.setOffline(true)
  await putAway(first.context)

  const { context, page } = await openDevice(mine)
  expect(context).toBe(first.context)
  expect(context.pages()).toEqual([page])
  expect(await page.evaluate(() => history.length)).toBe(1)
  const behind = () => page.evaluate(() => Math.abs(performance.timeOrigin + performance.now() - Date.now()))
  expect(await behind()).toBeLessThan(60_000)
  expect(await context.cookies()).toEqual([])
  const answer = await page.goto(`${inject('origin')}/diary`)
  expect([answer?.status(), answer?.fromServiceWorker()]).toEqual([200, true])
  expect(await behind()).toBeLessThan(60_000)
  expect(await workerOf(context).evaluate(() => Reflect.get(self, 'left'))).toBeUndefined()
  expect(await page.locator('.entry-link').count()).toBe(0)
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    mine: (await caches.match('/mine')) === undefined,
    kept: localStorage.length + sessionStorage.length,
    where: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }))
  expect(left).toEqual({ databases: ['unclench'], mine: true, kept: 0, where: 'denied' })
  await putAway(context)
})

test('a device whose worker lost a file is not handed out, and the one after it is as new', wholeFormOnly, async () => {
  const { context, page } = await openDevice(mine)
  await page.evaluate(async () => {
    const [name = ''] = (await caches.keys()).filter((key) => key.startsWith('unclench-files-'))
    const cache = await caches.open(name)
    const [file] = await cache.keys()
    if (file) await cache.delete(file)
  })
  await putAway(context)
  await expect(openDevice(mine)).rejects.toThrow('not as new')
  const next = await openDevice(mine)
  expect(next.context).not.toBe(context)
  await putAway(next.context)
})

/** The store of the record in a real browser, asked the same sentences as the one in memory (src/offline/record-store.test.ts). */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { storeContract } from '../src/offline/record-store.contract.ts'
import { root, sharedBrowser, tidyBrowser } from './browser.ts'
import { barePage } from './device.ts'

let page: Page
let script: string

beforeAll(async () => {
  const bundle = await rolldown({ input: join(root, 'e2e/store-in-page.ts'), platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife', name: 'store' })
  await bundle.close()
  script = output[0].code
  page = await (await sharedBrowser()).newPage({ serviceWorkers: 'block' })
})
afterAll(tidyBrowser)

describe('the store in a real browser', () => {
  // In the short form every third, the first and the last of them; record-store.test.ts asks each of a store in memory.
  test.each(someOf(Object.keys(storeContract), 3))('%s', async (says) => {
    const origin = inject('origin')
    // A page of its own for each sentence, where nothing is kept yet.
    await page.goto(barePage(origin))
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    await devtools.detach()
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    await page.evaluate(script)
    const wrong = await page.evaluate((sentence) => {
      const { holdsHere } = globalThis as unknown as { holdsHere: (says: string) => Promise<string> }
      return holdsHere(sentence)
    }, says)
    expect(wrong).toBe('')
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1)
  })
})

/** The store of the record in a real browser, asked the same sentences as the one in memory (src/offline/record-store.test.ts). */
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { storeContract } from '../src/offline/record-store.contract.ts'
import { root, sharedBrowser, tidyBrowser } from './browser.ts'

let browser: Awaited<ReturnType<typeof sharedBrowser>>
let script: string

beforeAll(async () => {
  browser = await sharedBrowser()
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, lib: { entry: join(root, 'e2e/store-in-page.ts'), formats: ['iife'], name: 'store' } },
  })
  const [bundle] = [built].flat().filter((each) => 'output' in each)
  script = bundle?.output[0].code ?? ''
})
afterAll(tidyBrowser)

describe('the store in a real browser', () => {
  test.each(Object.keys(storeContract))('%s', async (says) => {
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(`${inject('origin')}/`)
    await page.addScriptTag({ content: script })
    const wrong = await page.evaluate((sentence) => {
      const { holdsHere } = globalThis as unknown as { holdsHere: (says: string) => Promise<string> }
      return holdsHere(sentence)
    }, says)
    await context.close()
    expect(wrong).toBe('')
  })
})

/**
 * How long until a page can be used, on a slow phone's terms: processor four times slower, 1.6 Mbit/s down, 150 ms on
 * each request, nothing cached. "Ready" is the first frame in which there is content and the first answer can be
 * tapped: it is on the page, has a size and is enabled. Then it is tapped, and must take the tap.
 */
import type { Browser } from 'playwright-core'

export interface Ready {
  readonly readyMilliseconds: number
  readonly firstPaintMilliseconds: number
  /** Did the first answer take the tap? */
  readonly tapTaken: boolean
}

/** Opens a page once, in a new browser profile. @param answer selector of the answers that can be tapped */
export async function timeToReady(browser: Browser, url: string, answer: string): Promise<Ready> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.addInitScript(watchFor, answer)
    await page.goto(url, { waitUntil: 'commit' })
    const seen = await page.waitForFunction(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
      const usable = (globalThis as { answerUsableAt?: number }).answerUsableAt
      return paint !== undefined && usable !== undefined ? { paint, usable } : undefined
    })
    const { paint, usable } = (await seen.jsonValue()) ?? { paint: Number.NaN, usable: Number.NaN }
    const tapTaken = await page.evaluate((selector) => {
      const input = document.querySelector<HTMLInputElement>(selector)
      input?.click()
      return input?.isConnected ? input.checked : document.querySelector<HTMLInputElement>(selector)?.checked === true
    }, answer)
    return { readyMilliseconds: Math.max(paint, usable), firstPaintMilliseconds: paint, tapTaken }
  } finally {
    await context.close()
  }
}

/** Runs in the page before anything else: notes the first frame in which an answer could be tapped. */
function watchFor(selector: string): void {
  const look = () => {
    const input = document.querySelector<HTMLInputElement>(selector)
    const box = (input?.labels?.[0] ?? input)?.getBoundingClientRect()
    if (input && !input.disabled && box && box.width > 0 && box.height > 0)
      (globalThis as { answerUsableAt?: number }).answerUsableAt = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

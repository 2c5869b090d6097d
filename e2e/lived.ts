/**
 * What a device holds after something that many tests begin with: lived through the pages once, remembered, and given to
 * each later device, of any worker of the run. A test about the check or the plan itself walks through them (walk.ts).
 * Never: gives a device what another one did on another server, in another zone, or after other answers.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import { visitAndWaitForWorker } from './browser.ts'
import { plainPlan, plainStrain, type Told, walkToPlan, walkToResult } from './walk.ts'

interface Lived {
  readonly state: Awaited<ReturnType<BrowserContext['storageState']>>
  /** Where it ended. */
  readonly url: string
}
/** Where the desk (shared-server.ts) remembers it. */
const placeOf = (key: string) => `${inject('desk')}/lived?${new URLSearchParams({ key })}`

/**
 * Brings a new device to where `live` ends, with the worker in charge.
 * @param name what was lived, answers included: the same name gives the same device
 */
export async function asLived(page: Page, origin: string, name: string, live: () => Promise<unknown>): Promise<void> {
  const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const key = JSON.stringify([origin, zone, name])
  const remembered = await fetch(placeOf(key))
  if (remembered.ok) {
    const before: Lived = await remembered.json()
    await page.context().setStorageState(before.state)
    await visitAndWaitForWorker(page, origin)
    await page.goto(before.url)
    return
  }
  await visitAndWaitForWorker(page, origin)
  await live()
  const lived: Lived = { state: await page.context().storageState({ indexedDB: true }), url: page.url() }
  await fetch(placeOf(key), { method: 'PUT', body: JSON.stringify(lived) })
}

/** A check done on a new device. Ends on its result. */
export const asChecked = (page: Page, origin: string, told: Told = plainStrain): Promise<void> =>
  asLived(page, origin, JSON.stringify(['check', told]), () => check(page, origin, told))

/** A check and a plan on a new device. Ends on the plan. */
export const asPlanned = (
  page: Page,
  origin: string,
  told: Told = plainStrain,
  plan: Told = plainPlan,
): Promise<void> =>
  asLived(page, origin, JSON.stringify(['plan', told, plan]), async () => {
    await check(page, origin, told)
    await walkToPlan(page, plan)
  })

async function check(page: Page, origin: string, told: Told): Promise<void> {
  await page.goto(`${origin}/check`)
  await walkToResult(page, told)
}

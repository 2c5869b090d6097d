/**
 * What a device holds after something that many tests begin with: lived through the pages once, remembered, and given to
 * each later device, of any worker of the run. A test about the check or the plan itself walks through them (walk.ts).
 * Never: gives a device what another one did on another server, in another zone, or after other answers.
 */
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { visitAndWaitForWorker } from './browser.ts'
import { barePage, onBarePage } from './device.ts'
import { jumpToResult } from './jump.ts'
import { plainPlan, plainStrain, type Told, walkToPlan } from './walk.ts'

/** A database of the browser as it can be made again: its stores with all that is in them. */
interface Database {
  readonly name: string
  readonly version: number
  readonly stores: readonly {
    readonly name: string
    readonly autoIncrement: boolean
    readonly entries: readonly (readonly [key: IDBValidKey, value: unknown])[]
  }[]
}
/** All that pages and worker keep of a person. */
interface Held {
  readonly databases: readonly Database[]
  readonly local: readonly (readonly [string, string])[]
}
interface Lived {
  readonly held: Held
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
    const { held, url }: Lived = await remembered.json()
    const giveIt = () => page.evaluate(give, JSON.stringify(held))
    // A device that was just handed out is on such a page.
    const inCharge = page.url() === barePage(origin) ? await giveIt() : await onBarePage(page, origin, giveIt)
    if (!inCharge) await visitAndWaitForWorker(page, origin)
    await page.goto(url)
    return
  }
  await visitAndWaitForWorker(page, origin)
  await live()
  const lived: Lived = { held: await page.evaluate(take), url: page.url() }
  await fetch(placeOf(key), { method: 'PUT', body: JSON.stringify(lived) })
}

/** In the page: reads all that is kept. @throws where it could not be given as it was */
async function take(): Promise<Held> {
  const done = <Value>(asked: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  const mustBePlain = (value: unknown): void => {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return
    const own = Object.getPrototypeOf(value)
    if (own !== Object.prototype && own !== Array.prototype) throw new Error(`${String(value)} would be lost.`)
    Object.values(value as object).forEach(mustBePlain)
  }
  if (document.cookie !== '' || sessionStorage.length > 0)
    throw new Error('A cookie, or what a tab keeps, would be lost.')
  const databases: Database[] = []
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name))
    const stores = []
    for (const own of database.objectStoreNames) {
      const store = database.transaction(own).objectStore(own)
      if (store.keyPath !== null || store.indexNames.length > 0)
        throw new Error(`The store ${own} would not be the same.`)
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
      const entries = keys.map((key, index) => [key, values[index]] as const)
      mustBePlain(entries)
      stores.push({ name: own, autoIncrement: store.autoIncrement, entries })
    }
    databases.push({ name, version: database.version, stores })
    database.close()
  }
  return { databases, local: Object.entries(localStorage) }
}

/** In the page of a new device: keeps all that another one held. @returns whether it has its worker */
async function give(held: string): Promise<boolean> {
  const { databases, local }: Held = JSON.parse(held)
  for (const [name, value] of local) localStorage.setItem(name, value)
  for (const { name, version, stores } of databases)
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name, version)
      opening.onerror = () => reject(opening.error)
      opening.onupgradeneeded = () => {
        for (const { name: own, autoIncrement } of stores) opening.result.createObjectStore(own, { autoIncrement })
      }
      opening.onsuccess = () => {
        // The worker may have made an empty one already.
        const writing = opening.result.transaction(
          stores.map((store) => store.name),
          'readwrite',
        )
        for (const { name: own, entries } of stores) {
          const store = writing.objectStore(own)
          store.clear()
          for (const [key, value] of entries) store.put(value, key)
        }
        writing.onerror = () => reject(writing.error)
        writing.oncomplete = () => {
          opening.result.close()
          resolve()
        }
      }
    })
  return (await navigator.serviceWorker.getRegistrations()).length > 0
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
  await jumpToResult(page, told)
}

/**
 * The database on the device itself, changed behind the app's back as a fault or another build would.
 * Never: makes it. Whoever opens a database that is not there makes an empty one, and the app then has no stores to write to.
 */
import type { Page } from 'playwright-core'

/** Waits until the app has made its database. Go first to a page that reads the record. */
export async function waitForStore(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'unclench'))
}

/**
 * Does one thing to one store, and waits until it is written.
 * @param doing `put` writes `value` at `key`, `delete` takes the entry at `key` away, `clear` takes all
 */
export async function changeStore(
  page: Page,
  store: string,
  doing: 'put' | 'delete' | 'clear',
  key = '',
  value: unknown = undefined,
): Promise<void> {
  await waitForStore(page)
  await page.evaluate(
    ([name, what, id, data]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('unclench')
        opening.onerror = () => reject(opening.error)
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onsuccess = () => {
          const tx = opening.result.transaction(name, 'readwrite')
          const target = tx.objectStore(name)
          if (what === 'put') target.put(data, id)
          if (what === 'delete') target.delete(id)
          if (what === 'clear') target.clear()
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          tx.onerror = () => reject(tx.error)
        }
      }),
    [store, doing, key, value] as const,
  )
}

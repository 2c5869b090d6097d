/**
 * A random number that only this device knows. Each form of our pages carries it, so that a form is known for ours also in
 * a browser that never says which page sent it.
 * Says nothing about anybody, and is never sent anywhere: the worker alone reads it.
 */
import { isUuid } from '../care/evidence/ids.ts'
import { patienceMs, within } from './time-limit.ts'

/** Where it is kept between two starts of the worker. */
const cacheName = 'unclench-forms'
const place = '/form-token'

/**
 * The token of this device, made the first time. Where nothing can be kept, one that lasts as long as the worker runs.
 *
 * @param caches the browser's cache storage
 * @param newId  a fresh random UUID
 */
export function formTokens(caches: Pick<CacheStorage, 'open'>, newId: () => string): () => Promise<string> {
  let known: Promise<string> | undefined
  const find = async (): Promise<string> => {
    const cache = await caches.open(cacheName)
    const kept = await (await cache.match(place))?.text()
    if (kept !== undefined && isUuid(kept)) return kept
    const made = newId()
    await cache.put(place, new Response(made))
    return made
  }
  return () => {
    known ??= within(patienceMs, find()).catch(() => newId())
    return known
  }
}

/**
 * The files that pages need besides their HTML, kept on the device: stylesheet, scripts, fonts, icon, manifest.
 * Called by worker.ts. Never keeps a page or anything that a person told us.
 */

/** Files of no changing name (src/web/static): what every page points to, and the player's silence (islands/player/device.ts). */
const unchanging = ['/icon.svg', '/manifest.webmanifest', '/silence.wav']
const prefix = 'unclench-files-'
/** This build's and the one before: a page made just before an update may still fetch its files. */
const buildsKept = 2

/** What a worker does with its files. */
export interface AssetCache {
  /** Fetches and keeps them all; fails if one cannot be had, so that no half-filled cache is ever used. */
  readonly fill: () => Promise<void>
  /** Drops the files of builds before the last one. */
  readonly dropOld: () => Promise<void>
  readonly holds: (path: string) => boolean
  /** The file from the cache, or from the network when a browser has dropped it. */
  readonly answer: (request: Request) => Promise<Response>
}

/** The cache of one build. @param files addresses with a content hash, which never change */
export function assetCache(buildId: string, files: readonly string[]): AssetCache {
  const name = prefix + buildId
  return {
    fill: async () => {
      const cache = await caches.open(name)
      await cache.addAll([...files, ...unchanging.map((path) => new Request(path, { cache: 'reload' }))])
    },
    dropOld: async () => {
      // In the order in which they were made.
      const ours = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name)
      await Promise.all(ours.slice(0, -(buildsKept - 1)).map((key) => caches.delete(key)))
    },
    holds: (path) => path.startsWith('/assets/') || unchanging.includes(path),
    answer: async (request) => {
      const own = await (await caches.open(name)).match(request, { ignoreVary: true })
      return own ?? (await caches.match(request, { ignoreVary: true })) ?? (await fetch(request))
    },
  }
}

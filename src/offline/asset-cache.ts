/**
 * The files that pages need besides their HTML, kept on the device: stylesheet, scripts, fonts, icon, manifest, silence.
 * Never keeps a page or anything that a person told us, and never a file whose bytes are not those of
 * the build: a hotel's sign-in page, half a file or an error is refused, whatever it calls itself.
 */
import { fetchWithin, patienceMs, within } from './time-limit.ts'

const prefix = 'unclench-files-'
/** This build's and the one before: a page made just before an update may still fetch its files. */
const buildsKept = 2
/** Longest wait for one file while a build is installed, in milliseconds: nobody is kept waiting by it. */
const fileMs = 20_000

/** What a kept file is served as, by the ending of its name. The bytes are known, so the type is too. */
const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  wav: 'audio/wav',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}

/** What a worker does with its files. */
export interface AssetCache {
  /** Fetches, checks and keeps them all; fails if one cannot be had whole, so that no half-filled cache is ever used. */
  readonly fill: () => Promise<void>
  /** Puts back what the browser has dropped of them. Never fails. */
  readonly heal: () => Promise<void>
  /** Drops the files of builds before the last one. */
  readonly dropOld: () => Promise<void>
  readonly holds: (path: string) => boolean
  /** The file from the cache, or from the network when a browser has dropped it; then it is checked and put back. */
  readonly answer: (request: Request) => Promise<Response>
}

/** What this needs of the browser. */
export interface Browser {
  readonly caches: Pick<CacheStorage, 'open' | 'match' | 'keys' | 'delete'>
}

/**
 * The cache of one build.
 *
 * @param hashes  SHA-256 of every file, in base64, by its address from the root
 */
export function assetCache(buildId: string, hashes: Readonly<Record<string, string>>, { caches }: Browser): AssetCache {
  const name = prefix + buildId
  const paths = Object.keys(hashes)

  /** A file of this build, from the network, checked. @throws if it cannot be had, or is another one */
  const fetched = async (path: string, limitMs: number): Promise<Response> => {
    const bytes = await fetchWithin(limitMs, path, { cache: 'no-cache' }, async (response) => {
      if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
      return await response.arrayBuffer()
    })
    if ((await sha256(bytes)) !== hashes[path]) throw new Error(`${path} is not the file of this build`)
    const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
    return new Response(bytes, { headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' } })
  }

  const putMissing = async (): Promise<void> => {
    const cache = await within(patienceMs, caches.open(name))
    const kept = new Set((await within(patienceMs, cache.keys())).map(({ url }) => new URL(url).pathname))
    const put = async (path: string) => await cache.put(path, await fetched(path, fileMs))
    await Promise.all(paths.filter((path) => !kept.has(path)).map(put))
  }

  return {
    fill: putMissing,
    heal: () => putMissing().catch(() => undefined),
    dropOld: async () => {
      // In the order in which they were made.
      const ours = (await within(patienceMs, caches.keys())).filter((key) => key.startsWith(prefix) && key !== name)
      await Promise.all(ours.slice(0, -(buildsKept - 1)).map((key) => within(patienceMs, caches.delete(key))))
    },
    holds: (path) => path.startsWith('/assets/') || Object.hasOwn(hashes, path),
    answer: async (request) => {
      const { pathname } = new URL(request.url)
      const ours = Object.hasOwn(hashes, pathname)
      const kept = await within(
        patienceMs,
        caches.match(request, { ignoreVary: true, ...(ours && { cacheName: name }) }),
      ).catch(() => undefined)
      if (kept) return kept
      // A file of another build: its page knows it, this worker does not.
      if (!ours) return await fetch(request)
      const found = await fetched(pathname, fileMs)
      const copy = found.clone()
      const put = async () => await (await caches.open(name)).put(pathname, copy)
      await within(patienceMs, put()).catch(() => undefined)
      return found
    },
  }
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))))
}

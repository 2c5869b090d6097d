/** What a page weighs over a slow line at night: its words, its styles and its scripts, packed as the server sends them. */
import { gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { allPages } from './pages.ts'

/** In bytes. A page that guides by the second brings the player with it; one to learn from brings its drawings. */
const limits = { usual: 17_000, guided: 24_500, learned: 25_000 } as const
const limitOf = (path: string) =>
  path.startsWith('/relax/') ? limits.guided : /^\/(guide|treatments)/.test(path) ? limits.learned : limits.usual

const weigh = async (path: string) => gzipSync(Buffer.from(await (await fetch(at(path))).arrayBuffer())).length
const at = (path: string) => `${inject('origin')}${path}`

test('no page is heavy: words, styles and scripts together', async () => {
  const weights: [string, number][] = []
  for (const path of allPages) {
    const html = await (await fetch(at(path))).text()
    const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, file = '']) => file)
    expect(files.length, path).toBeGreaterThan(0)
    const sum = gzipSync(html).length + (await Promise.all([...new Set(files)].map(weigh))).reduce((a, b) => a + b, 0)
    weights.push([path, sum])
  }
  expect(weights.filter(([path, bytes]) => bytes > limitOf(path))).toEqual([])
})
